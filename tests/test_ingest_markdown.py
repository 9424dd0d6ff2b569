"""Markdown letters: the words as their reader sees them, whatever marks stand around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief
from brief.ingest import read
from brief.ingest.markdown import unmarked


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("We **urge** you to *act*, __now__ and _soon_.", "We urge you to act, now and soon."),
        ("**Act *now***, see [the bill](https://a.example/b_c_(d)?x=1 \"H.R. 1\").", "Act now, see the bill."),
        ("[![seal](seal.png)](/home) Office of `Section 7`", "seal Office of Section 7"),
        ("Pay 5 \\* 3 = 15 \\$ to a\\_b.  \nThank you.\\\nAda", "Pay 5 * 3 = 15 $ to a_b.\nThank you.\nAda"),
        ("Adopt Option ~~1~~ 3.[^a]\n\n[^a]: See <https://a.example/x_y_z>.", "Adopt Option  3.[a]\n\n[a] See https://a.example/x_y_z."),
        ("Costs* rose 2*3*4; snake_case_name, ________ signed", "Costs* rose 2*3*4; snake_case_name, ________ signed"),
        ("*one\n\ntwo*", "*one\n\ntwo*"),
        ("## Heading\n\n* item\n- [ ] box\n\n| a | b |", "## Heading\n\n* item\n- [ ] box\n\n| a | b |"),
    ],
)  # fmt: skip
def test_marks_within_lines_go_and_those_of_lines_stay(marked: str, plain: str) -> None:
    assert unmarked(marked) == plain


def test_a_line_of_nothing_but_links_is_the_pages_menu() -> None:
    document = read(b"**Menu:** [Home](/) [Join](/join)\n\n![seal](seal.png)\n\nSee [A](/a).\n", name="letter.md")

    assert [b.kind for b in document.blocks] == ["noise", "noise", "paragraph"]
    assert document.text.endswith("See A.\n")


def test_a_letter_in_markdown_has_its_signer_its_law_and_plain_asks() -> None:
    letter = (
        "**March 4, 2024**\n\nThe Honorable Ada Lock  \nChairman, Committee on Ports\n\nDear Chairman Lock:\n\n"
        "We write about the *Quay Repair Act* (H.R. 1234). We urge you to:\n\n1. **Hold a hearing** by May 1, 2024;\n"
        "2. report the bill [without amendment](https://a.example/x?a=1).\n\nThank you,\n\n*Bo Marsh*  \n"
        "Executive Director, **Quays First**\n"
    )
    summary = brief.summarize(brief.read(letter.encode(), name="letter.md")[0], model="extractive")

    assert [(p.name, p.role) for p in summary.letter.senders] == [("Bo Marsh", "Executive Director, Quays First")]
    assert [a.text for a in summary.actions] == ["Hold a hearing by May 1, 2024", "report the bill without amendment"]
    assert [a.text for a in summary.authorities] == ["Quay Repair Act (H.R. 1234)"]


@given(st.text(alphabet="ab *_`~[]()!\\\n<^", max_size=200))
def test_any_marks_leave_the_letters_in_order(text: str) -> None:
    kept = iter(text)
    assert all(c in kept for c in unmarked(text)), "nothing is added or moved"
