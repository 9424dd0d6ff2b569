"""The topics of a matrix: what claims of several letters have in common, whatever order they come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.shared_topics import Told, common_topics


def told(letter: int, text: str, *asked: str) -> Told:
    return Told(letter, text, frozenset(asked))


def test_claims_of_several_letters_stand_under_what_they_share() -> None:
    claims = [
        told(0, "enforce sanctions on the ferry owners"),
        told(1, "lift the sanctions at the quay"),
        told(1, "mend the tide gate"),
        told(2, "open the tide gate at night"),
        told(2, "raise the fares"),
    ]

    assert common_topics(claims) == [("sanctions",), ("sanctions",), ("tide gate",), ("tide gate",), ()]


def test_what_a_model_named_is_left_alone() -> None:
    assert common_topics([None, told(0, "mend the tide gate"), told(1, "the tide gate")])[0] == ()


def test_words_that_only_call_who_is_asked_are_no_topic() -> None:
    claims = [told(0, "the harbour office must act", "harbour", "offic"), told(1, "we wrote to the harbour office")]

    assert common_topics(claims) == [(), ()]


def test_what_nearly_every_claim_holds_is_the_subject_and_no_topic() -> None:
    claims = [
        told(n % 3, f"the ferry needs {thing}") for n, thing in enumerate(["oil", "paint", "pilots", "ropes"] * 3)
    ]

    assert "ferry" not in {t for topics in common_topics(claims) for t in topics}


def test_of_many_letters_a_lone_word_of_a_few_is_no_topic() -> None:
    few = [told(n, f"we need funds at quay{n}") for n in range(3)]
    rest = [told(n, f"close pier{n}") for n in range(3, 20)]

    assert common_topics([*few, *rest]) == [()] * 20


WORDS = st.lists(st.sampled_from(["tide gate", "ferry", "night fares", "pilots", "quay"]), min_size=1, max_size=3)


@given(st.lists(st.tuples(st.integers(0, 3), WORDS), max_size=8), st.randoms())
def test_the_topics_do_not_depend_on_the_order(said: list[tuple[int, list[str]]], random: object) -> None:
    claims = [told(n, f"mend the {' and the '.join(words)}") for n, words in said]
    order = list(range(len(claims)))
    random.shuffle(order)  # type: ignore[attr-defined]
    turned = common_topics([claims[i] for i in order])

    assert [turned[order.index(i)] for i in range(len(claims))] == common_topics(claims)


@pytest.mark.parametrize("text", ["", "1.", "—"])
def test_claims_without_words_have_no_topic(text: str) -> None:
    assert common_topics([told(0, text), told(1, text)]) == [(), ()]
