"""The page on paper: one page whatever the letter holds, full when something was left out, and never in small type."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import invented
import pypdfium2
import pytest

import brief
from brief.renderers import render
from brief.renderers.typesetting import measure, typeset
from brief.report import Point, Report, reports
from brief.summary import Summaries, Summary

DOCS = invented.DOCUMENTS


def grown(times: int, seed: int = 1) -> Summary:
    """The Stroud letter with `times` as many asks, questions and reasons, of every length up to 160 words."""
    chance, summary = random.Random(seed), invented.stroud()
    more = {
        name: tuple(
            claim.model_copy(
                update={"text": " ".join((claim.text.split() * 12)[: chance.randint(4, 160 if times > 3 else 40)])}
            )
            for _ in range(times)
            for claim in getattr(summary, name)
        )
        for name in ("actions", "questions", "positions", "background")
    }
    return summary.model_copy(update=more)


def pages(data: bytes | str) -> list[tuple[float, float, str]]:
    assert isinstance(data, bytes)
    return [(*page.get_size(), page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data)]


def sizes(data: bytes) -> set[float]:
    """The sizes of type in a PDF, in points, read back from its text objects."""
    found = set()
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        found |= {
            round(pypdfium2.raw.FPDFText_GetFontSize(text, i), 1)
            for i in range(text.count_chars())
            if text.get_text_range(i, 1).strip()
        }
    return found


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("times", [1, 2, 4, 9, 30])
def test_a_brief_is_one_full_page_of_readable_type(times: int, paper: str) -> None:
    data = render(grown(times), "pdf", documents=DOCS, paper=paper)  # type: ignore[arg-type]
    (page,) = pages(data)
    (report,) = reports(grown(times), DOCS)
    setting = typeset(report, paper)

    assert (round(page[0]), round(page[1])) == {"letter": (612, 792), "a4": (595, 842)}[paper]
    assert isinstance(data, bytes)
    assert min(sizes(data)) >= 9.5
    if setting.report.omission:
        assert "in the full list" in " ".join(page[2].split())
        assert measure(setting.report, paper).fill >= 0.85


def test_a_memo_and_a_matrix_are_one_page_each() -> None:
    for result in (invented.comparison(), invented.matrix(2), invented.matrix(20), invented.matrix(36)):
        assert len(pages(render(result, "pdf", documents=DOCS))) == 1


def test_a_short_brief_is_set_in_larger_type() -> None:
    (report,) = reports(invented.ferreday(), DOCS)

    assert typeset(report).size == 12.0


def test_what_cannot_be_trimmed_is_bounded() -> None:
    huge = "word " * 3000
    (report,) = reports(invented.stroud(), DOCS)
    report = replace(
        report,
        title=huge,
        checks=huge,
        footer=(huge, huge, huge),
        strip=tuple(replace(p, text=huge) for p in report.strip),
        sections=tuple(
            replace(s, items=tuple(replace(i, text=huge, notes=(huge,) * 9, due=huge) for i in s.items))
            for s in report.sections
        ),
    )

    assert measure(typeset(report).report).pages == 1


def test_several_letters_are_a_page_each() -> None:
    both = Summaries(summaries=(invented.stroud(), invented.ferreday()))
    titles = [text.split("\r\n")[0] for *_, text in pages(render(both, "pdf", documents=DOCS))]

    assert len(titles) == 2
    assert titles[0].startswith("Four senators ask")
    assert titles[1].startswith("Let drought equipment")


def test_an_annex_holds_everything_on_as_many_pages_as_it_takes() -> None:
    summary = grown(9)
    annex = " ".join(" ".join(text.split()) for *_, text in pages(render(summary, "pdf", documents=DOCS, view="annex")))

    assert len(pages(render(summary, "pdf", documents=DOCS, view="annex"))) > 3
    assert "in the full list" not in annex
    assert annex.count("Request: ") >= 27


def test_fonts_are_embedded() -> None:
    data = render(invented.stroud(), "pdf", documents=DOCS)
    assert isinstance(data, bytes)

    assert data.count(b"/FontFile3") >= 3


@pytest.mark.parametrize(
    "hostile",
    [
        "#panic()",
        '#import "@preview/x:1.0.0"',
        "$ x $",
        "= Head",
        "*b* _i_",
        "`raw`",
        "@ref <label>",
        "\\ #[",
        "//",
        "/* c",
    ],
)
def test_typst_reads_no_markup_in_a_letters_words(hostile: str) -> None:
    def page(word: str) -> Report:
        (report,) = reports(invented.ferreday(), DOCS)
        return replace(
            report,
            title=word,
            strip=tuple(replace(p, text=word, notes=(word,)) for p in report.strip),
            sections=tuple(
                replace(s, title=word, items=(Point(word, lead=word, number=word, due=word),)) for s in report.sections
            ),
        )

    from brief.renderers.pdf import render_pdf

    (said,) = pages(render_pdf([page(hostile)]))
    assert " ".join(said[2].split()).count(" ".join(hostile.split())) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("path", sorted(invented.LETTERS.iterdir()), ids=lambda p: p.stem)
def test_every_sample_letter_is_one_page_on_both_papers(path: Path) -> None:
    for letter in brief.read(path):
        summary = brief.summarize(letter, model="extractive")
        for paper in ("letter", "a4"):
            data = render(summary, "pdf", documents={letter.id: letter.document}, paper=paper)  # type: ignore[arg-type]
            assert isinstance(data, bytes)
            assert len(pages(data)) == 1
            assert min(sizes(data)) >= 9.5
