"""Many letters at once: topics by letters, with the stance, the claim and its sentence in every cell."""

from __future__ import annotations

from pydantic import Field

from brief.drafts import Stance
from brief.evidence import Claim, Value
from brief.letter.card import Deadline, LetterCard
from brief.summary import Checks, Provenance


class Cell(Value):
    """What one letter says on one topic; no claim means that the text given is silent."""

    letter: str
    stance: Stance = "unclear"
    claim: Claim | None = None


class Row(Value):
    """One topic, with a cell for every letter that speaks of it."""

    topic: str
    cells: tuple[Cell, ...] = ()


class Similarity(Value):
    """How near two letters are, from 0 to 1, by the topics and asks that they share."""

    a: str
    b: str
    score: float


class Event(Value):
    """A dated point: a letter, or a deadline that it sets."""

    date: str
    letter: str
    what: str
    deadline: Deadline | None = None


class Overlap(Value):
    """Signers that two letters share."""

    a: str
    b: str
    names: tuple[str, ...]


class PairLine(Value):
    """How two of the letters differ, in one or two sentences."""

    a: str
    b: str
    bottom_line: Claim


class Matrix(Value):
    """Positions by letters; independent of the order in which the letters were given."""

    schema_version: str = Field(default="letterbrief/matrix.v1", alias="schema")
    letters: tuple[LetterCard, ...] = ()
    rows: tuple[Row, ...] = ()
    similarities: tuple[Similarity, ...] = ()
    clusters: tuple[tuple[str, ...], ...] = ()
    timeline: tuple[Event, ...] = ()
    signers: tuple[Overlap, ...] = ()
    pairs: tuple[PairLine, ...] = ()
    checks: Checks = Checks()
    provenance: Provenance = Provenance()
