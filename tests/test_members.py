"""The register of Members completes a signer only where it leaves one person."""

from __future__ import annotations

from datetime import date

import pytest

from brief.letter.members import completed, named
from brief.letter.names import Mention


def signer(name: str, **stated: str) -> Mention:
    return Mention(name, "", 0, len(name), **stated)  # type: ignore[arg-type]


def test_a_sitting_member_is_completed_for_the_day_of_the_letter() -> None:
    got = completed(signer("Andy Kim"), date(2019, 4, 11), "house")
    assert got is not None
    assert (got.party, got.state, got.district, got.chamber) == ("D", "NJ", "3", "house")


def test_the_same_person_is_completed_by_the_seat_of_that_day() -> None:
    got = completed(signer("Andy Kim"), date(2025, 3, 1), None)
    assert got is not None
    assert (got.state, got.district, got.chamber) == ("NJ", None, "senate")


def test_a_surname_that_fits_two_members_tells_nothing() -> None:
    assert completed(signer("Kim"), date(2023, 5, 1), "house") is None


def test_a_seat_tells_apart_members_of_one_surname() -> None:
    got = completed(signer("Kim", state="CA", district="40"), date(2023, 5, 1), "house")
    assert got is not None
    assert got.party == "R"


def test_a_former_member_is_known_by_full_name_but_not_by_district() -> None:
    got = completed(signer("Barbara Lee"), date(2013, 5, 1), "house")
    assert got is not None
    assert (got.party, got.state, got.district) == ("D", "CA", None)


def test_a_surname_alone_may_mean_a_former_member() -> None:
    assert completed(signer("Lee"), date(2023, 5, 1), "house") is None


def test_what_the_document_states_is_never_replaced() -> None:
    assert completed(signer("Andy Kim", state="WA"), date(2019, 4, 11), "house") is None


def test_somebody_in_no_register_stays_as_stated() -> None:
    assert completed(signer("Ione Pellworth"), date(2024, 3, 12), "house") is None


@pytest.mark.parametrize("surname", ["Velázquez", "velazquez", "VELAZQUEZ"])
def test_accents_and_capitals_do_not_matter(surname: str) -> None:
    assert {m.state for m in named(surname)} == {"NY"}


def test_every_row_can_be_read() -> None:
    from brief.letter.members import _register

    seats = [m for name in _register() for m in named(name)]
    assert len({m.bioguide for m in seats}) == 2461
    assert all((m.start is None) == (m.end is None) for m in seats)
    assert all(len(m.state) == 2 for m in seats)
