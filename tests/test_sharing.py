"""Shared text: word for word, moved, nearly the same, and what changed between two versions of one letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from brief.comparison import SharedText
from brief.document import Document, Span
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard, Source
from brief.sharing import shared_text

ONE = "The night ferry ran without lights on the third of May and nobody on the pier was told. "
TWO = "We ask you to publish the inspection log of every vessel before the summer season begins. "
THREE = "The crew was cut from nine to four while the fares for islanders were raised twice. "
OTHER = "The council will meet in the old customs house to hear what residents have to say. "


def letter(text: str, name: str = "a") -> Letter:
    source = Source(name=name, sha256="0" * 64)
    card = LetterCard(id=name, kind="full", title="", source=source)
    return Letter(Document(name, text, "0" * 64), card, (), (Span(0, len(text)),))


def compare(a: str, b: str) -> SharedText:
    return shared_text(letter(a, "a"), letter(b, "b"))


def test_the_same_words_are_one_letter_however_they_are_set() -> None:
    found = compare(ONE + TWO, (ONE + TWO).replace(" ", "\n").upper())

    assert (found.verdict, found.share_of_a, found.share_of_b) == ("identical", 1.0, 1.0)


def test_texts_without_a_passage_in_common_share_nothing() -> None:
    assert compare(ONE, OTHER).verdict == "none"
    assert compare(ONE, OTHER).passages == ()


def test_a_common_passage_is_found_on_both_sides() -> None:
    found = compare(ONE + THREE, OTHER + THREE)

    assert found.verdict == "shared_passages"
    [passage] = found.passages
    assert passage.a
    assert passage.b
    assert passage.a.quote == passage.b.quote == THREE.strip().rstrip(".")
    assert not passage.moved


def test_a_passage_out_of_order_has_moved() -> None:
    found = compare(ONE + TWO + OTHER, TWO + ONE)

    assert len(found.passages) == 2
    assert sum(p.moved for p in found.passages) == 1


def test_a_reworded_sentence_is_near_but_not_the_same() -> None:
    reworded = "The crew was cut from nine to five while fares for the islanders were raised twice. "
    [passage] = compare(OTHER + THREE, TWO + reworded).passages

    assert not passage.same
    assert passage.a
    assert "nine to four" in passage.a.quote
    assert passage.b
    assert "nine to five" in passage.b.quote


def test_of_two_versions_only_what_changed_is_told() -> None:
    found = compare(ONE + TWO + THREE + OTHER, ONE + TWO.replace("every vessel", "both vessels") + THREE + OTHER)

    assert found.verdict == "near_duplicate"
    [changed] = found.changed
    assert [(e.op, e.text) for e in changed.edits if e.op != "same"] == [
        ("cut", "every vessel"),
        ("added", "both vessels"),
    ]


def test_a_sentence_added_at_the_end_is_a_change() -> None:
    found = compare(ONE + TWO + THREE, ONE + TWO + THREE + "Please answer soon.")

    assert found.verdict == "near_duplicate"
    assert [e.text for c in found.changed for e in c.edits if e.op == "added"] == ["Please answer soon"]


@settings(max_examples=60, deadline=None)
@given(st.permutations([ONE, TWO, THREE, OTHER]), st.lists(st.sampled_from([ONE, TWO, THREE, OTHER]), max_size=4))
def test_offsets_point_at_the_quotes_and_shares_stay_in_bounds(a: list[str], b: list[str]) -> None:
    texts = {"a": "".join(a), "b": "".join(b)}
    found = compare(texts["a"], texts["b"])

    assert 0.0 <= found.share_of_a <= 1.0
    assert 0.0 <= found.share_of_b <= 1.0
    for passage in (*found.passages, *found.changed):
        for evidence in (passage.a, passage.b):
            if evidence is not None:
                assert texts[evidence.letter][evidence.start : evidence.end] == evidence.quote


@settings(max_examples=60, deadline=None)
@given(st.permutations([ONE, TWO, THREE]), st.permutations([TWO, THREE, OTHER]))
def test_the_other_way_round_the_same_passages_are_found(a: list[str], b: list[str]) -> None:
    there, back = compare("".join(a), "".join(b)), compare("".join(b), "".join(a))

    assert there.verdict == back.verdict
    assert (there.share_of_a, there.share_of_b) == (back.share_of_b, back.share_of_a)
