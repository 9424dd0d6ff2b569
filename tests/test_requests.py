"""What a sentence must hold before a rule of asking is tried on it: none may be passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.letter import appeals, duties, norms, pleas, requests, vital
from brief.letter.actions import _TRAILING, OWN, SENDER, tidy

_WORDS = """
I We we me us The the undersigned Subcommittee committees SubCommittee Our our delegation coalition caucus My my
colleagues and also therefore, Mayor you your Bureau Congress it It is are be would must should need needs ought
has have got to requests asks urge urged urging that for on with united in one request: demand look will
continue support application a letter review act : . , “
"""
_SAID = st.lists(st.sampled_from(_WORDS.split()), max_size=14).map(" ".join)


@given(_SAID)
def test_writers_named_as_a_rule_knows_them_are_found_at_one_glance(sentence: str) -> None:
    assert OWN.search(sentence) or not re.search(SENDER + r"(?=\W|\Z)", sentence)


@given(_SAID)
def test_a_rule_that_is_not_tried_would_have_found_nothing(sentence: str) -> None:
    if not OWN.search(sentence):
        assert not [*requests._performatives(sentence), *requests._participles(sentence), *appeals._relying(sentence)]
        assert [*pleas.polite_forms(sentence, own=False)] == [*pleas.polite_forms(sentence, own=True)]
        assert [*appeals.appeals(sentence, own=False)] == [*appeals.appeals(sentence, own=True)]
    assert [*requests._resolving(sentence)] or not requests._ITS_OWN.search(sentence)


@given(_SAID)
def test_what_must_be_done_is_said_with_one_of_the_words_looked_for(sentence: str) -> None:
    if not any(word in sentence for word in duties.MODALS):
        assert not duties._MODAL.search(sentence)
        assert not norms._MODAL.search(sentence)
        assert not duties._IT_TOO.match(sentence)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("… therefore urges the Bureau to close the lock.", "close the lock."),
        ("The Association urges the Bureau to close the lock.", "close the lock."),
        ("The Subcommittee requests the records of the lock.", "the records of the lock."),
        ("It would be helpful if you sent us the records.", "you sent us the records."),
        ("The lock was closed in May.", ""),
    ],
)
def test_what_is_asked_without_the_writers_own_person_is_found(sentence: str, asked: str) -> None:
    found = requests.find_requests(sentence, frozenset())
    assert [sentence[r.act : r.end] for r in found] == ([asked] if asked else [])


_ENDED = st.lists(
    st.sampled_from(["lock", " and", " or", ",", ";", " --", " –", " at", " the very", " least", " minimum", "."])
)


@given(_ENDED.map("".join))
def test_what_does_not_end_as_a_joint_does_has_none_to_cut(said: str) -> None:
    assert tidy(said, 0, len(said)) == len(_TRAILING.sub("", said.rstrip()).rstrip())


_HELD = """
It it is 's It's We I believe it important vital imperative that you your Congress the Bureau must should be to act time
for now high past falls upon duty obligation responsibility job in interest of essential owe , . close not also
"""


@given(st.lists(st.sampled_from(_HELD.split()), max_size=14).map(" ".join))
def test_what_is_called_vital_or_due_is_named_so(sentence: str) -> None:
    if not any(word in sentence for word in vital._DUE):
        assert not [*vital._vital(sentence, frozenset())]


def test_a_second_duty_of_one_subject_is_an_ask_of_its_own() -> None:
    said = "The Board should keep the weekly log and should open the lock for a month."
    assert [said[r.act : r.end] for r in requests.find_requests(said, frozenset())] == [
        "keep the weekly log",
        "open the lock for a month.",
    ]


@pytest.mark.parametrize("said", ["Second, post an observer on the dredge.", "Third, pay for the nets that were lost."])
def test_a_bare_imperative_in_a_count_asks(said: str) -> None:
    assert len(requests.find_requests(said)) == 1


_BROKEN_OFF = """We ask urge you that to the Board more detail open , : for"""


@given(st.lists(st.sampled_from(_BROKEN_OFF.split()), max_size=9))
def test_any_words_can_be_read_wherever_they_break_off(words: list[str]) -> None:
    said = " ".join(words)
    assert all(0 <= r.start <= r.act <= len(said) >= r.end for r in requests.find_requests(said, frozenset()))


def test_a_sentence_may_end_in_a_noun_that_is_a_verb_too() -> None:
    assert [r.act for r in requests.find_requests("We ask that more detail")] == [12]
