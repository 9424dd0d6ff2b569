"""`brief read` shows the whole document, part by part with its lines, and what was found in each letter."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from brief import api
from brief.errors import UsageError
from brief.ingest import read
from brief.letter import letters
from brief.outline import Outlines, outline
from brief.renderers.outline import render_outline

LETTERS = Path(__file__).parent / "fixtures" / "letters"


def outlines(name: str) -> Outlines:
    document = read(LETTERS / name)
    return Outlines(documents=(outline(document, letters(document)),))


@pytest.mark.parametrize("path", sorted(LETTERS.iterdir()), ids=lambda p: p.name)
def test_parts_stand_in_order_and_their_lines_are_the_texts(path: Path) -> None:
    document = read(path)
    lines = document.text.split("\n")
    found = outline(document, letters(document))
    end = 0

    for part in found.parts:
        assert end <= part.start < part.end
        end = part.end
        assert part.text.split("\n")[0] in lines[part.first_line - 1]
        assert part.text.split("\n")[-1] in lines[part.last_line - 1]


def test_what_is_read_covers_all_that_is_not_blank() -> None:
    document = read(LETTERS / "stroud-to-commerce.txt")
    rest = list(document.text)
    for part in outline(document, letters(document)).parts:
        rest[part.start : part.end] = " " * (part.end - part.start)

    assert "".join(rest).strip() == ""


def test_asks_and_questions_are_shown_at_their_lines() -> None:
    (found,) = outlines("stroud-to-commerce.txt").documents
    document = read(LETTERS / "stroud-to-commerce.txt")
    questions = [i for i in found.letters[0].items if i.kind == "question"]

    assert questions
    for item in questions:
        assert item.line is not None
        assert " ".join(item.text.split()[:3]) in document.text.split("\n")[item.line - 1]


def test_a_page_is_shown_in_the_terminal(golden: Callable[[str, str], None]) -> None:
    golden("read-two-letters.txt", render_outline(outlines("two-letters-reported.txt"), "terminal"))


def test_json_reads_back_and_other_forms_are_refused() -> None:
    made = outlines("two-letters-reported.txt")

    assert Outlines.model_validate(json.loads(render_outline(made, "json"))) == made
    with pytest.raises(UsageError, match="there is terminal and json, not pdf"):
        render_outline(made, "pdf")


HOSTILE = """Dear Secretary Achterberg:

We urge you to act \x1b[31mnow\x07, and to \x9b2J answer.

Sincerely,
Ada Bram
""".encode()


def test_control_characters_of_a_letter_do_not_reach_the_terminal() -> None:
    document = api.read(HOSTILE, name="x.txt")
    shown = render_outline(Outlines(documents=(outline(document[0].document, document),)), "terminal")

    assert not {"\x1b", "\x07", "\x9b"} & set(shown)


def misses(text: str) -> dict[str, tuple[int | None, str | None]]:
    document = read(text.encode(), name="x.txt")
    (letter,) = outline(document, letters(document)).letters
    return {m.what: (m.line, m.lacks) for m in letter.not_found}


def test_what_was_not_found_is_told_with_the_line_that_comes_nearest() -> None:
    found = misses(
        "Dear all, the ferry of Orle is broken again\nand the towns wait for it.\n\nIt is a shame.\n\nThe towns\n"
    )

    assert found["greeting"][0] == 1
    assert found["closing"] == (6, "no line that takes leave stands above it, and no greeting opens the text")
    assert found["report"] == (None, None)
    assert {"senders", "recipients", "date", "asks", "deadlines"} <= found.keys()


def test_a_report_in_passing_is_named_as_such() -> None:
    text = (
        "The pier of Orle was opened by the Board yesterday with a feast for all of the towns of the coast.\n\n"
        + "The feast was paid for by the towns, which have waited for it since the flood of May 1951.\n\n" * 4
        + "Last month Senator Ada Roe wrote to the Harbor Board about the ferry and its winter timetable.\n"
    )
    document = read(text.encode(), name="x.txt")
    (letter,) = outline(document, letters(document)).letters
    near = next((m for m in letter.not_found if m.what == "report"), None)

    assert letter.card.kind == "none"
    assert near is not None
    assert near.nearest is not None
    assert near.nearest.startswith("Last month")
    assert near.lacks == "it tells of it in passing (“Last month”)"


def test_a_letter_that_lacks_only_some_things_says_which_and_why() -> None:
    found = misses(
        "Dear Sir or Madam:\n\nThank you for the ferry. It is to be mended by June 3, 2023, and all is well.\n\n"
        "Sincerely,\n\nx\n"
    )

    assert "greeting" not in found
    assert found["senders"] == (7, "it is no name of a person or of a body that signs")
    assert found["recipients"] == (1, "it names neither a person nor an office")
    assert found["date"][0] == 3
    assert found["deadlines"] == (3, "the sentence asks for nothing by then, or tells what others are bound to")


def test_the_nearest_words_are_shown_on_one_line_without_control_characters() -> None:
    text = "Dear Sir or Madam:\n\nThank you for the ferry. It is mended.\n\nSincerely,\n\n\x1b[31mx\n"
    document = read(text.encode(), name="x.txt")
    shown = render_outline(Outlines(documents=(outline(document, letters(document)),)), "terminal")

    assert "no senders: looked for" in shown
    assert "\x1b" not in shown
