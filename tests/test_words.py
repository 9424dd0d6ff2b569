"""Topic words: stems fall together, names are one token, nearness is the same both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.words import (
    _SUFFIXES,
    _vocabulary,
    nearness,
    noun_phrases,
    rarity,
    senses,
    shared_phrases,
    stem,
    tokens,
    topic_of,
)

WORDS = st.lists(st.sampled_from(["ferry", "harbour", "pilot", "light", "inspect", "log", "fare", "crew"]), max_size=12)


@pytest.mark.parametrize(
    "family",
    [
        ("enforce", "enforced", "enforcement", "enforcing"),
        ("sanction", "sanctions"),
        ("approve", "approved", "approval"),
    ],
)
def test_a_word_and_its_family_have_one_stem(family: tuple[str, ...]) -> None:
    assert len({stem(w) for w in family}) == 1


def test_names_of_one_country_are_one_token() -> None:
    assert tokens("North Korea’s exports") == tokens("the DPRK exports") == tokens("Pyongyang's exports")
    assert tokens("South Korea") != tokens("North Korea")


def test_what_a_letter_says_of_itself_is_no_topic() -> None:
    assert tokens("We write to ask you to respond to our letter") == ()


def test_senses_are_found_however_worded() -> None:
    assert set(senses("negotiations")) == set(senses("diplomatic talks")) == {"~talk"}


@given(WORDS, WORDS)
def test_nearness_is_between_0_and_1_and_the_same_both_ways(a: list[str], b: list[str]) -> None:
    weight = rarity([a, b])

    assert nearness(a, b, weight) == nearness(b, a, weight)
    assert 0.0 <= nearness(a, b, weight) <= 1.0
    assert nearness(a, a, weight) == pytest.approx(1.0 if a else 0.0)


def test_a_rare_word_in_common_weighs_more_than_a_frequent_one() -> None:
    texts = [["ferry", "pilot"], ["ferry", "fare"], ["ferry", "crew"], ["light", "pilot"]]
    weight = rarity(texts)

    assert nearness(["ferry", "pilot"], ["light", "pilot"], weight) > nearness(
        ["ferry", "pilot"], ["ferry", "crew"], weight
    )


def test_a_topic_is_a_run_of_the_texts_own_words() -> None:
    text = "We ask that the night ferry be inspected, and that fares be lowered."

    assert topic_of(text, dict.fromkeys(tokens("night ferry"), 2.0)) == "night ferry"
    assert topic_of("We ask you to do so.", {}) == ""


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("give the reasons within five business days", "reasons"),
        ("use the full extent of financial sanctions", "financial sanctions"),
        ("lift it in exchange for economic aid", "economic aid"),
        ("those who fund Norland’s regime", "Norland’s regime"),
        ("before the comment period closes", "comment period"),
        ("in the winter of 2020 Velmora", "winter"),
        ("meet the envoy in Geneva on 18 June", "envoy"),
        ("a reply by 5 April", ""),
    ],
)
def test_a_topic_is_a_noun_phrase_complete_in_itself(text: str, topic: str) -> None:
    assert topic_of(text, dict.fromkeys(tokens(text), 1.0)) == topic


@given(st.text(st.sampled_from("abceilmnorstuvyz"), max_size=8), st.lists(st.sampled_from(_SUFFIXES), max_size=3))
def test_a_stem_is_cut_at_the_first_ending_of_the_list_that_leaves_four_letters(root: str, endings: list[str]) -> None:
    word = expected = root + "".join(endings)
    for _ in range(2):
        fitting = (s for s in _SUFFIXES if expected.endswith(s) and len(expected) - len(s) >= 4)
        expected = expected.removesuffix(next(fitting, ""))

    assert stem(word) == (expected[:-1] if len(expected) > 4 and expected.endswith("e") else expected)


@given(
    st.lists(
        st.sampled_from(["North", "Korea", "Seoul", "the", "U.S.", "DPRK", "“", "-", " ", "(", "\n"]), max_size=9
    ).map("".join)
)
def test_names_are_told_wherever_they_stand(text: str) -> None:
    known = _vocabulary()

    assert known.may_name.stand_in(text.casefold()) or not known.names.search(text.casefold())


@pytest.mark.parametrize(
    ("text", "other", "shared"),
    [
        ("The harbour pilots left the ferry.", "No ferry has harbour pilots.", ("harbour pilots", "ferry")),
        ("The night ferry’s crew left.", "The crew of the night ferry left.", ("night ferry", "crew")),
        ("The ferry America Act passed.", "An Act of Norland on tolls.", ()),
        ("The well-lit quay stands.", "It is lit.", ()),
        ("The pilots left.", "The tolls rose.", ()),
    ],
    ids=["a phrase first", "a genitive", "words of any law", "half of a word", "nothing"],
)
def test_shared_phrases_stand_in_both_texts(text: str, other: str, shared: tuple[str, ...]) -> None:
    assert shared_phrases(text, other, {}) == shared


@given(WORDS, WORDS)
def test_a_shared_phrase_has_no_word_that_one_text_lacks(a: list[str], b: list[str]) -> None:
    for phrase in shared_phrases(" ".join(a), " ".join(b), {}):
        assert set(tokens(phrase)) <= set(tokens(" ".join(a))) & set(tokens(" ".join(b)))


def test_noun_phrases_have_more_than_one_word() -> None:
    assert set(noun_phrases("They mend the harbour tide gate.")) == {"harbour tide", "tide gate", "harbour tide gate"}
