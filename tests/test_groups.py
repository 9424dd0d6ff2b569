"""Organisations that write, where a report names no person."""

from __future__ import annotations

import pytest

from brief.document import Span
from brief.letter.groups import writers


@pytest.mark.parametrize(
    ("told", "names", "rest"),
    [
        (
            "It is signed by the Fair Credit League, the Union of Borrowers, Debtors United and 4 other organizations.",
            ["Fair Credit League", "Union of Borrowers", "Debtors United"],
            "4 other organizations",
        ),
        ("Dozens of civil rights groups sent a letter to the bank.", [], "dozens of civil rights groups"),
        (
            "A coalition of 42 river groups and unions urged him to veto it.",
            [],
            "a coalition of 42 river groups and unions",
        ),
        ("MAREN – The Union of Port Workers (UPW) today wrote to Minister Cy Dole.", ["Union of Port Workers"], None),
        ("Last year, dozens of parents sent a letter to the board.", [], None),
        ("The bill would help dozens of companies.", [], None),
    ],
)
def test_those_who_send_or_sign_are_named_or_counted(told: str, names: list[str], rest: str | None) -> None:
    found, more = writers(told, [Span(0, len(told))])
    assert ([m.name for m in found], more) == (names, rest)
    assert all(told[m.start : m.end] == m.name for m in found)
