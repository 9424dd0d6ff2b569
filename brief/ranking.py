"""Which rows a reader is shown, and in which order: asks and conflicts before emphasis, nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brief.drafts import Relation
from brief.points import Point
from brief.words import nearness

MOST_ROWS = 24  # rows of one comparison: more is no longer a comparison but two letters side by side
MOST_PAIRED = 8  # of these, rows that set one sentence against another
_WEIGHT: Mapping[Relation, float] = {"conflict": 4.0, "differ": 3.0, "agree": 2.0, "unclear": -3.0}
_ALIKE = 6.0  # what a row loses for saying what its letter's rows already say
_KIND = 0.8  # what it loses for each row of its kind already chosen
_SIDE = 0.35  # what it loses for each row of its side already chosen


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row to be ranked: `place` is its place in the draft."""

    place: int
    relation: Relation
    a: Point | None
    b: Point | None

    @property
    def points(self) -> tuple[Point, ...]:
        """The points it rests on."""
        return tuple(p for p in (self.a, self.b) if p is not None)

    @property
    def weight(self) -> float:
        """What it weighs by itself: its points' weight, and what its relation tells."""
        own = [p.weight for p in self.points]
        return sum(own) / len(own) + _WEIGHT.get(self.relation, 0.0) if own else 0.0

    @property
    def key(self) -> tuple[str, ...]:
        """Its words, for an order that does not depend on which letter is called A."""
        return tuple(sorted(p.quote for p in self.points))


def choose(rows: Sequence[Ranked], most: int = MOST_ROWS, most_paired: int = MOST_PAIRED) -> list[Ranked]:
    """Return the rows to show, weightiest first; one that repeats its letter's earlier rows comes late."""
    left = sorted(rows, key=lambda r: (-r.weight, r.key))
    chosen: list[Ranked] = []
    while left and len(chosen) < most:
        paired = sum(len(r.points) == 2 for r in chosen)
        open_rows = [r for r in left if not _again(r, chosen) and (len(r.points) < 2 or paired < most_paired)]
        if not open_rows:
            break
        counts = _counts(chosen)
        best = max(open_rows, key=lambda r: (round(r.weight - _cost(r, chosen, counts), 6), r.key))
        chosen.append(best)
        left.remove(best)
    return chosen


def _again(row: Ranked, chosen: Sequence[Ranked]) -> bool:
    """Tell whether a row would only repeat, or cut a clause from, what a weightier row shows.

    One of a single letter repeats a row of its kind or, where the letters stand near each other but not clearly so,
    any row that shows its words; one of both repeats a row of both that shows the words of each.
    """
    if len(row.points) == 1:
        alike = (r for r in chosen if row.relation == "unclear" or (r.relation == row.relation and len(r.points) == 1))
    else:
        alike = (r for r in chosen if len(r.points) == 2)
    return any(all(_within(p, q) for p, q in ((row.a, r.a), (row.b, r.b)) if p) for r in alike)


def _within(point: Point, other: Point | None) -> bool:
    own, shown = point.span, other.span if other else None
    return own is not None and shown is not None and own.start < shown.end and shown.start < own.end


def _counts(chosen: Sequence[Ranked]) -> Counter[tuple[str, ...]]:
    single = [r for r in chosen if len(r.points) == 1]
    sides = Counter((r.relation,) for r in single)
    return sides + Counter((r.relation, r.points[0].kind) for r in single)


def _cost(row: Ranked, chosen: Sequence[Ranked], counts: Mapping[tuple[str, ...], int]) -> float:
    if len(row.points) != 1:
        return 0.0
    point = row.points[0]
    told = [p for r in chosen for p in ((r.a,) if row.a else (r.b,)) if p is not None]
    alike = max((nearness(point.words, p.words, {}) for p in told), default=0.0)
    return _ALIKE * alike + _KIND * counts.get((row.relation, point.kind), 0) + _SIDE * counts.get((row.relation,), 0)
