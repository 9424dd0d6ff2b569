"""The shipped register of Members of Congress, and what it can tell of a signer when it leaves one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from brief.letter.card import Chamber, Party
from brief.letter.names import Mention, folded

_CHAMBERS: dict[str, Chamber] = {"h": "house", "s": "senate"}
_PARTIES: dict[str, Party] = {"D": "D", "R": "R", "I": "I"}


@dataclass(frozen=True, slots=True)
class Member:
    """One Member's seat over consecutive terms.

    Args:
        bioguide: Identifier of the person in the Biographical Directory of Congress.
        first: Given names and nicknames by which they may be called, in lower case.
        district: None for senators.
        start, end: None where the register gives no dates: the person sat at some time, it does not say when.
    """

    bioguide: str
    first: tuple[str, ...]
    chamber: Chamber
    state: str
    district: str | None
    party: Party | None
    start: date | None
    end: date | None


@lru_cache(maxsize=1)
def _register() -> dict[str, str]:
    text = (files("brief.letter") / "members.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t", 1) for line in text.splitlines() if line and line[0] != "#")


@lru_cache(maxsize=2048)
def named(surname: str) -> tuple[Member, ...]:
    """Return the seats of everybody with this surname."""
    rows = _register().get(folded(surname), "")
    return tuple(_member(row) for row in rows.split(";")) if rows else ()


def _member(row: str) -> Member:
    bioguide, first, seat, party, years = row.split("|")
    state, district = seat[1:3], "At-Large" if seat[3:] == "0" else seat[3:] or None
    start, _, end = years.partition(":")
    return Member(
        bioguide, tuple(first.split(",")), _CHAMBERS[seat[0]], state, district, _PARTIES.get(party),
        date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None,
    )  # fmt: skip


def completed(one: Mention, day: date | None, chamber: Chamber | None) -> Mention | None:
    """Return `one` with what the register adds, or None if it adds nothing or leaves more than one person.

    Args:
        one: A signer as the document states them.
        day: The letter's date, if known: who was not in office then is left out.
        chamber: The chamber, if the document tells it.
    """
    if _ELSEWHERE.search(one.title) and not (chamber or one.party):
        return None  # a namesake: "Lamp Administrator Dr. Cy Dole", or a governor who once sat in Congress
    seats = [m for m in _seats(one) if _fits(m, one, chamber)]
    sitting = [m for m in seats if day and m.start and m.end and m.start <= day <= m.end]
    undated = [m for m in seats if m.start is None]
    kept = sitting or undated if day else seats
    if undated and len(one.name.split()) < 2 and not (sitting and one.district):
        return None  # a surname alone: the former Member of that name may be meant
    if len({m.bioguide for m in kept}) != 1:
        return None
    return _added(one, kept, bool(sitting))


_ELSEWHERE = re.compile(
    r"\b(?:Governor|Gov|Attorney General|Mayor|Administrator|Director|Commissioner|Secretary|Ambassador|Sheriff|"
    r"Superintendent|Councilm\w+|Supervisor|Assembly\w+|Judge|Professor|Rev)\b"
)
"""A title of somebody who does not sit in Congress."""


def _seats(one: Mention) -> Iterator[Member]:
    words = [w for w in one.name.replace(",", "").split() if folded(w) not in {"jr", "sr", "ii", "iii", "md", "phd"}]
    for count in range(1, min(3, len(words)) + 1):
        yield from named(" ".join(words[-count:]))


def _fits(m: Member, one: Mention, chamber: Chamber | None) -> bool:
    if (chamber and m.chamber != chamber) or (one.state and m.state != one.state):
        return False
    if (one.party and m.party and m.party != one.party) or (one.district and m.start and m.district != one.district):
        return False
    words = one.name.split()
    if len(words) == 1 or (m.start and one.district and one.state):
        return True  # a seat tells the person as well as a first name does
    first = folded(words[0])
    return any(
        first == f or (len(first) > 2 and f.startswith(first)) or (len(first) == 1 and f[0] == first) for f in m.first
    )


def _added(one: Mention, seats: list[Member], sitting: bool) -> Mention | None:
    """Add the values in which all seats agree; a district only where the register says who held it that day."""
    party = {m.party for m in seats}
    state, chamber = {m.state for m in seats}, {m.chamber for m in seats}
    district = {m.district for m in seats} if sitting else set()
    new = Mention(
        one.name, one.title, one.start, one.end,
        one.party or (party.pop() if len(party) == 1 else None),
        one.state or (state.pop() if len(state) == 1 else None),
        one.district or (district.pop() if len(district) == 1 else None),
        one.chamber or (chamber.pop() if len(chamber) == 1 else None),
    )  # fmt: skip
    return new if new != one else None
