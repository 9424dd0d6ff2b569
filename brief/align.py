"""Sets the points of two letters side by side: which answers to which, by words and by the part it plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from rapidfuzz import fuzz

from brief.kinds import Kind
from brief.points import Point
from brief.words import nearness, rarity

LEAST = 0.2  # nearness from which two points are held to speak of the same matter
FAINT = 0.08  # nearness below which only the main asks are set side by side: different asks are no contrast
CLAUSE = 0.3  # the same for a mere clause, which has few words to meet
VERBATIM = 88.0  # rapidfuzz ratio from which two sentences count as one text
_SENSES_WEIGH = 0.5  # a shared sense ("talk", "pressure") against a shared word

By = Literal["words", "part"]


@dataclass(frozen=True, slots=True)
class Link:
    """A point of each letter set side by side.

    Args:
        near: Nearness of what they speak of, 0 to 1.
        by: `words` if their words met, `part` if they only play the same part (the main ask of each letter).
    """

    a: Point
    b: Point
    near: float
    by: By


class Nearness:
    """How near two points are in what they speak of, weighed by how rare each word is in the two letters."""

    def __init__(self, a: Sequence[Point], b: Sequence[Point]) -> None:
        self._words = rarity(p.words for p in (*a, *b))
        self._senses = rarity(p.senses for p in (*a, *b))

    def __call__(self, a: Point, b: Point) -> float:
        """Return the nearness, 0 to 1, the same both ways: shared text, else shared words and shared senses."""
        if fuzz.ratio(a.quote, b.quote, score_cutoff=VERBATIM):
            return 1.0
        if a.meant.isdisjoint(b.meant):
            return 0.0
        words = nearness(a.words, b.words, self._words)
        senses = nearness(a.senses, b.senses, self._senses)
        return (words + _SENSES_WEIGH * senses) / (1 + _SENSES_WEIGH)


def align(a: Sequence[Point], b: Sequence[Point]) -> tuple[Link, ...]:
    """Pair the points of two letters; the outcome is the same whichever letter is called A.

    First by words, one to one, nearest first. Then by part, whether or not their words met: asks with asks, the
    request for an answer, the main aim and the addressee of each; such a point may so stand in two pairs.
    """
    near = Nearness(a, b)
    scored = [(near(p, q), p, q) for p, q in product(_said(a), _said(b))]
    wanted = [(score + _kin(p, q), score, p, q) for score, p, q in scored if score >= _least(p, q)]
    links = [Link(p, q, score, "words") for score, p, q in _greedy(wanted)]
    known = {(link.a.id, link.b.id) for link in links}
    parts = [Link(p, q, near(p, q), "part") for p, q in _parts(a, b, near)]
    return (*links, *(link for link in parts if (link.a.id, link.b.id) not in known))


def _said(points: Sequence[Point]) -> list[Point]:
    return [p for p in points if p.kind != "address"]


def _least(a: Point, b: Point) -> float:
    return CLAUSE if a.part or b.part else LEAST


def align_asks(a: Sequence[Point], b: Sequence[Point]) -> tuple[Link, ...]:
    """Pair asks that speak of the same matter, one to one; asks without a counterpart stand in no pair."""
    near = Nearness(a, b)
    scored = [(near(p, q), p, q) for p, q in product(a, b)]
    wanted = [(score, score, p, q) for score, p, q in scored if score >= LEAST]
    return tuple(Link(p, q, score, "words") for score, p, q in _greedy(wanted))


def _kin(a: Point, b: Point) -> float:
    """Prefer to pair points that play the same part, and heavy ones."""
    same = 0.12 if a.kind == b.kind else 0.06 if {a.kind, b.kind} <= {"ask", "position", "aim"} else 0.0
    return same + 0.005 * (a.weight + b.weight)


def _greedy(wanted: Iterable[tuple[float, float, Point, Point]]) -> Iterator[tuple[float, Point, Point]]:
    taken: set[tuple[str, str]] = set()
    for _, score, p, q in sorted(wanted, key=lambda w: (-w[0], *sorted((w[2].quote, w[3].quote)))):
        if ("a", p.id) not in taken and ("b", q.id) not in taken:
            taken |= {("a", p.id), ("b", q.id)}
            yield score, p, q


def _parts(a: Sequence[Point], b: Sequence[Point], near: Nearness) -> Iterator[tuple[Point, Point]]:
    for kind, most in (("ask", 3), ("aim", 1), ("address", 1)):
        left, right = heaviest(a, kind, most), heaviest(b, kind, most)
        yield from zip(left[:1], right[:1], strict=False)
        scored = [(near(p, q), near(p, q), p, q) for p, q in product(left[1:], right[1:])]
        yield from ((p, q) for score, p, q in _greedy(scored) if score >= FAINT)
    yield from _replies(heaviest(a, "reply", len(a)), heaviest(b, "reply", len(b)))


def _replies(a: Sequence[Point], b: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Set the dates for an answer side by side if there is one, and the requests for an answer themselves."""
    if not a or not b:
        return
    if any(p.deadline for p in (*a, *b)):
        yield _dated(a), _dated(b)
    plain = [next((p for p in side if not p.deadline), side[0]) for side in (a, b)]
    if bool(plain[0].deadline) != bool(plain[1].deadline):
        return  # a request with a date beside one without would deny the date that another request of its letter sets
    if (plain[0], plain[1]) != (_dated(a), _dated(b)) or not any(p.deadline for p in (*a, *b)):
        yield plain[0], plain[1]


def _dated(replies: Sequence[Point]) -> Point:
    """The reply that sets a date, or else the last word that a letter has on its answer."""
    return next((p for p in replies if p.deadline), max(replies, key=lambda p: p.start))


def heaviest(points: Iterable[Point], kind: Kind | str, most: int = 1) -> list[Point]:
    """Return the weightiest points of one kind, at most `most`, the earlier of two equals first."""
    return sorted((p for p in points if p.kind == kind and not p.part), key=lambda p: (-p.weight, p.start))[:most]
