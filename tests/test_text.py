"""Normalisation keeps every offset; quotations are found where they stand."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.document import Span
from brief.text import find_exact, find_normalised, normalise

PIECES = st.sampled_from(
    ["the", "Act", "cross", "co", "operation", " ", "  ", "\n", "\n\n", "-", "-\n", "--", "—", "’", "“", "”", ".", "…",
     "7", "ﬁ", "ß", "İ", "é", "e\u0301", "\u0301", "\u00ad", "\u00ad\n", "‐\n", "\u200b", "\ufeff", "\xa0", "\u2028",
     "한", "\u1112\u1161\u11ab", "ŉ", "½", "™", "\U000e0041", "\u202e", "\t", "´", "`", "\ud835", "Ω", "ς", "日"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.characters(), max_size=40).map("".join)


def check_map(text: str) -> None:
    """Offsets rise, hold every visible character once, and each normalised character comes from its own place."""
    made = normalise(text)
    assert len(made.starts) == len(made.ends) == len(made.text)
    for i in range(1, len(made.text)):
        same = (made.starts[i - 1], made.ends[i - 1]) == (made.starts[i], made.ends[i])
        assert same or made.ends[i - 1] <= made.starts[i]
    for i, char in enumerate(made.text):
        assert 0 <= made.starts[i] < made.ends[i] <= len(text)
        whole = normalise(text[made.starts[i] : made.ends[i]]).text
        assert (char == " " and not whole) or char in whole
    assert made.text == made.text.strip(" ")
    assert "  " not in made.text


def check_found(text: str, a: int, b: int) -> None:
    """A stretch of a text is found again, and each place found says the same as the quotation."""
    quote = text[min(a, b) : max(a, b)]
    wanted = normalise(quote).text
    for span in find_normalised(quote, normalise(text)):
        assert normalise(span.of(text)).text == wanted
    for span in find_exact(quote, text):
        assert span.of(text) == quote


@given(TEXTS)
def test_the_map_is_monotone_and_exact(text: str) -> None:
    check_map(text)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_what_is_found_normalises_to_the_quotation(text: str, a: int, b: int) -> None:
    check_found(text, a, b)


@pytest.mark.deep
@given(TEXTS)
def test_the_map_is_monotone_and_exact_in_the_long_run(text: str) -> None:
    check_map(text)


@pytest.mark.deep
@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_what_is_found_normalises_to_the_quotation_in_the_long_run(text: str, a: int, b: int) -> None:
    check_found(text, a, b)


def test_every_character_that_normalisation_changes_keeps_its_offset() -> None:
    changed = 0
    for char in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.normalize("NFKC", char).casefold() == char and unicodedata.category(char) not in (
            "Mn",
            "Mc",
            "Cf",
            "Cc",
        ):
            continue
        changed += 1
        made = normalise(f"a{char}b")
        assert made.original(0, len(made.text)) == Span(0, 3), hex(ord(char))
        assert made.original(len(made.text) - 1, len(made.text)).end == 3, hex(ord(char))
        check_map(f"a{char}b")
    assert changed > 8_000


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the Secretary's 'plan'", "the  Secretary’s ‘plan’"),
        ('"Buy -- now"', "“Buy — now”"),
        ("efficient office", "eﬃcient oﬃce"),
        ("straße STRASSE", "STRASSE straße"),
        ("İstanbul", "i̇stanbul"),
        ("café", "cafe\u0301"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("cooperation", "co\u00adopera\u00adtion"),
        ("cooperation", "cooper-\n   ation"),
        ("cross-border trade", "cross-\nborder trade"),
        ("Asia-Pacific", "Asia-\nPacific"),
        ("2019-2020", "2019–\n2020".replace("–", "-")),
        ("one two three", "one\xa0two\r\n\u200bthree"),
        ("hidden", "hid\U000e0041\U000e0042den"),
        ("act now", "act\u202e now"),
        ("we ask... that", "we ask… that"),
        ("21(c)", "21(c)"),
    ],
)
def test_a_quotation_is_found_however_it_is_typed(quote: str, text: str) -> None:
    around = f"Before. {text} After."

    spans = list(find_normalised(quote, normalise(around)))

    assert [s.of(around) for s in spans] == [text]


def test_a_quotation_is_not_found_in_the_middle_of_a_word() -> None:
    assert not list(find_normalised("act", normalise("an impact on factories")))
    assert not list(find_normalised("s", normalise("straße")))
    assert not list(find_normalised("", normalise("anything")))
    assert not list(find_normalised(" \u200b", normalise("anything")))


def test_all_places_are_found_in_order() -> None:
    text = "We urge you. WE URGE  you."

    assert list(find_normalised("we urge you.", normalise(text))) == [Span(0, 12), Span(13, 26)]
    assert list(find_exact("urge", text, 5)) == []
    assert list(find_exact("aa", "aaa")) == [Span(0, 2), Span(1, 3)]
