"""Search made quick finds what plain search finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from brief.searching import InAnyCase, Keyed, Words, any_word, lowered

WORDS = ["one", "once", "two", "twenty", "hundreds?"]


@given(st.text(st.sampled_from("İIıAß é-")))
def test_each_character_stays_in_its_place_in_small_letters(text: str) -> None:
    small = lowered(text)

    assert len(small) == len(text)
    assert all(a == b or a.lower()[0] == b for a, b in zip(text, small, strict=True))


@given(st.text(st.sampled_from("one twhudrsy-"), max_size=60), st.lists(st.sampled_from(["two", " one", "hundred"])))
def test_words_are_found_where_an_alternation_finds_them(noise: str, words: list[str]) -> None:
    text = noise + "".join(words)
    plain = [m.span() for m in re.finditer(rf"\b(?:{'|'.join(WORDS)})", text)]

    assert [m.span() for m in re.finditer(any_word(WORDS), text)] == plain


def test_a_word_within_another_is_not_found() -> None:
    assert not re.search(any_word(["one", "ten"]), "someone often atones")


@given(st.text(st.sampled_from("one twhudrsy-;1 "), max_size=60))
def test_more_patterns_are_found_beside_the_words(text: str) -> None:
    plain = [m.span() for m in re.finditer(rf"\b(?:{'|'.join(WORDS)})|;\s|\d", text)]

    assert [m.span() for m in re.finditer(any_word(WORDS, r";\s", r"\d"), text)] == plain


_SAID = st.lists(
    st.sampled_from(["one", "once", "two", "é", "hundred", "x", "_", "9", " ", "\n", "“", "-", "’"]), max_size=14
)


@given(_SAID.map("".join), st.integers(0, 9), st.integers(0, 9))
def test_words_begin_behind_a_space_a_mark_or_nothing(text: str, start: int, left: int) -> None:
    end = max(start, len(text) - left)
    plain = [m.start() for m in re.compile(rf"\b(?:{'|'.join(WORDS)})").finditer(text, start, end)]

    assert Words(WORDS).starts(text, start, end) == plain
    assert Words(WORDS).stand_in(text, start, end) == bool(plain)
    assert Words(WORDS).starts(text) == [m.start() for m in re.finditer(rf"\b(?:{'|'.join(WORDS)})", text)]


@given(_SAID.map("".join))
def test_a_pattern_is_found_where_its_words_begin(text: str) -> None:
    pattern = re.compile(r"\b(?:one|two)(?:\W+(?:one|hundred))?")

    assert [m.span() for m in Words(["one", "tw"]).finditer(pattern, text)] == [
        m.span() for m in pattern.finditer(text)
    ]


_CASED = st.lists(
    st.sampled_from(["one", "One", "ONE", "once", "two", "Two", "x", "_", " ", "\n", "“", ".", "’", "hundred"]),
    max_size=14,
)


@given(_CASED.map("".join))
def test_words_are_found_in_any_case(text: str) -> None:
    plain = re.compile(r"\b(?:one(?! two)|two) (?:one|two)\b", re.IGNORECASE)
    made = InAnyCase(["one(?! two)", "two"], r" (?:one|two)\b")

    assert [m.group() for m in made.finditer(text)] == [m.group() for m in plain.finditer(text)]
    assert (made.search(text) is None) == (plain.search(text) is None)


def test_a_pattern_is_tried_only_where_a_key_stands() -> None:
    made = Keyed("[ab]", ["a"])

    assert made.search("cba")
    assert not made.search("cbc")  # a key that the pattern can do without is a mistake: it hides what it finds
    assert [m.group() for m in made.finditer("aba")] == ["a", "b", "a"]
    assert not list(made.finditer("bb"))
