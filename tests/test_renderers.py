"""Every form, from the door: what it holds, and that files are written whole or not at all."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import invented
import pytest
from markdown_it import MarkdownIt

from brief.errors import OutputError, UsageError
from brief.renderers import ENDINGS, RENDERERS, format_of, render, write
from brief.renderers.csv import safe_cell
from brief.renderers.markdown import escaped
from brief.summary import Summaries, Summary

DOCS = invented.DOCUMENTS


def text(result: object, form: str, **more: object) -> str:
    out = render(result, form, documents=DOCS, **more)  # type: ignore[arg-type]
    assert isinstance(out, str)
    return out


def test_json_reads_back_into_the_same_value() -> None:
    summary = invented.stroud()

    assert Summaries.model_validate_json(text(summary, "json")) == Summaries(summaries=(summary,))
    assert type(invented.comparison()).model_validate_json(text(invented.comparison(), "json")) == invented.comparison()
    assert json.loads(text(invented.matrix(), "json"))["schema"] == "letterbrief/matrix.v1"


def test_json_of_actions_is_the_ledger() -> None:
    ledger = json.loads(text(invented.stroud(), "json", view="actions"))

    assert ledger["schema"] == "letterbrief/actions.v1"
    assert [row["due"] for row in ledger["actions"]][:4] == [None, None, "2024-03-08", None]


def test_the_terminal_page_is_plain_text_within_its_width() -> None:
    for result in (invented.stroud(), invented.comparison(), invented.matrix(), invented.matrix(9)):
        page = text(result, "terminal", width=80)
        assert "\x1b" not in page
        assert max(len(line) for line in page.splitlines()) <= 80
    assert "\x1b[" in text(invented.stroud(), "terminal", color=True)


def test_markdown_is_read_as_headings_lists_and_tables() -> None:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(text(invented.stroud(), "markdown"))
    kinds = {t.type for t in tokens}

    assert {"heading_open", "table_open", "ordered_list_open", "bullet_list_open"} <= kinds
    assert next(t.content for t in tokens if t.type == "inline") == invented.stroud().letter.title


@pytest.mark.parametrize(
    "hostile",
    [
        "![x](http://evil.example/y.png)", "[click](javascript:alert(1))", "<script>alert(1)</script>",
        "<http://e.example>",
        "`code`", "*a* _b_ ~~c~~", "# head", "- item", "1. item", "> quote", "a | b | c", "&lt;b&gt;", "---", "===",
        "+ x",
        "http://evil.example", "www.evil.example", "[x]: http://e.example", "\\*x\\*",
        "***", "1) x", "$x$", "**", "_", "](x)",
    ],
)  # fmt: skip
def test_markdown_shows_hostile_text_as_it_is(hostile: str) -> None:
    md = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
    for template in ("- {}", "1. {}", "**x.** {}", "*{}*"):
        harmless = md.parse(template.format(escaped("harmless")))
        parsed = md.parse(template.format(escaped(hostile)))
        assert [t.type for t in parsed] == [t.type for t in harmless]
        inner = [[(c.type, c.content) for c in t.children or ()] for t in parsed if t.type == "inline"]
        assert all(
            kind in ("text", "text_special", "strong_open", "strong_close", "em_open", "em_close")
            for line in inner
            for kind, _ in line
        )
        assert "".join(c for line in inner for _, c in line).removeprefix("x. ") == hostile.strip()


def test_csv_has_a_row_for_each_ask_and_no_formula() -> None:
    rows = list(csv.DictReader(StringIO(text(invented.stroud(), "csv"))))

    assert len(rows) == 11
    assert rows[2]["Due"] == "2024-03-08"
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_a_formula_is_written_as_text(start: str) -> None:
    assert safe_cell(start) == "'" + start
    assert safe_cell("harmless") == "harmless"


def test_a_form_is_chosen_by_the_files_ending() -> None:
    assert format_of("out/Brief.MD") == "markdown"
    assert set(ENDINGS.values()) == set(RENDERERS)
    with pytest.raises(UsageError, match=r"no form of output ends in “\.exe”"):
        format_of("brief.exe")


def test_an_unknown_form_is_refused_with_the_list_of_forms() -> None:
    with pytest.raises(UsageError, match="use one of terminal, markdown"):
        render(invented.stroud(), "pptx")


@pytest.mark.parametrize(("option", "known"), [("paper", "letter, a4"), ("view", "brief, actions, annex")])
def test_an_unknown_option_is_refused_with_those_there_are(option: str, known: str) -> None:
    with pytest.raises(UsageError, match=f"no {option} is called “legal”; use one of {known}"):
        render(invented.stroud(), "pdf", **{option: "legal"})  # type: ignore[arg-type]


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_every_form_takes_every_result_and_gives_equal_bytes_twice(form: str) -> None:
    several = Summaries(summaries=(invented.stroud(), invented.ferreday()))
    results: list[Summary | Summaries | object] = [
        invented.stroud(),
        several,
        invented.comparison(),
        invented.matrix(9),
    ]
    for result in results:
        first = render(result, form, documents=DOCS)  # type: ignore[arg-type]
        assert first
        assert first == render(result, form, documents=DOCS)  # type: ignore[arg-type]
        assert render(result, form)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", ["terminal", "markdown", "csv", "ics"])
@pytest.mark.parametrize("name", ["stroud", "ferreday", "comparison", "matrix"])
def test_pages_are_as_they_were_last_looked_at(name: str, form: str, golden: Callable[[str, str], None]) -> None:
    golden(
        f"pages/{name}.{RENDERERS[form].endings[0][1:]}", text(getattr(invented, name)(), form).replace("\r\n", "\n")
    )


# --- files


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    target = write(tmp_path / "a.md", "¶ text\n")

    assert target.read_text(encoding="utf-8") == "¶ text\n"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_an_existing_file_stays_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_text("old", encoding="utf-8")

    with pytest.raises(OutputError, match="exists already"):
        write(target, "new")
    assert target.read_text(encoding="utf-8") == "old"
    write(target, b"new", force=True)
    assert target.read_bytes() == b"new"
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no directory"):
        write(tmp_path / "missing" / "a.md", "x")
    with pytest.raises(OutputError, match="is a directory"):
        write(tmp_path, "x")
