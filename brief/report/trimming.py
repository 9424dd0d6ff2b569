"""Making a report shorter, the least important first, and saying what went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import inf, isfinite

from brief.report.page import Point, Report, Section

# Texts are shortened before items of the given worth are dropped: all asks a little shorter beat half the asks in full.
_CLIPS = ((62.0, 420), (78.0, 300), (92.0, 220), (inf, 150), (inf, 90))


Gone = set[tuple[int | None, int | None]]  # section and item of what was dropped


@dataclass(frozen=True, slots=True)
class Step:
    """One step of trimming: drop the item at `section`, `item`, or (both None) shorten all texts to `limit`."""

    worth: float
    section: int | None = None
    item: int | None = None
    limit: int = 0


def steps(report: Report) -> list[Step]:
    """List the steps by which `report` can be shortened, in the order they are taken."""
    drops = [
        Step(item.keep, s, i)
        for s, section in enumerate(report.sections)
        for i, item in enumerate(section.items)
        if isfinite(item.keep)
    ]
    longest = max((_length(p) for p in report.points()), default=0)
    clips = [Step(worth, limit=limit) for worth, limit in _CLIPS if limit < longest]
    return sorted([*drops, *clips], key=lambda step: (step.worth, -(step.item or 0)))


def _length(point: Point) -> int:
    """The least limit that would leave the point as it is, see `_clipped`."""
    return max(len(point.text), *(2 * len(t) for t in (point.lead, point.due, *point.notes)))


def trimmed(report: Report, count: int, order: list[Step] | None = None) -> Report:
    """Return `report` after the first `count` steps, with what went counted in `left_out`."""
    taken = (steps(report) if order is None else order)[:count]
    gone: Gone = {(s.section, s.item) for s in taken if s.section is not None}
    gone |= set(_orphans(report, gone))
    limits = [step.limit for step in taken if step.limit]
    sections = tuple(_without(s, {i for where, i in gone if where == n}) for n, s in enumerate(report.sections))
    if limits:
        sections = tuple(_clipped_section(s, min(limits)) for s in sections)
    return replace(
        report,
        sections=tuple(s for s in sections if s.items),
        left_out=_counted(report, gone),
        clipped=bool(limits) or report.clipped,
    )


def _orphans(report: Report, gone: Gone) -> Iterator[tuple[int, int]]:
    """Yield the items under one that is gone: beneath another they would be read as part of it."""
    for s, section in enumerate(report.sections):
        parent_gone = False
        for i, item in enumerate(section.items):
            parent_gone = (s, i) in gone if not item.level else parent_gone
            if item.level and parent_gone and (s, i) not in gone:
                yield s, i


def _without(section: Section, gone: set[int | None]) -> Section:
    return replace(section, items=tuple(item for i, item in enumerate(section.items) if i not in gone))


def _counted(report: Report, gone: Gone) -> tuple[tuple[int, tuple[str, str]], ...]:
    counts = Counter({units: count for count, units in report.left_out})
    for section, _ in sorted(gone, key=lambda place: place[0] or 0):
        counts[report.sections[section or 0].units] += 1
    return tuple((n, units) for units, n in counts.items())


def capped(report: Report) -> Report:
    """Return `report` with no more items in a section than a page should have, the rest counted as left out."""
    gone = [Step(0, s, i) for s, section in enumerate(report.sections) for i in range(section.most, len(section.items))]
    return trimmed(report, len(gone), gone) if gone else report


def _clipped_section(section: Section, limit: int) -> Section:
    room = 2 * limit if section.style == "prose" else limit  # the bottom line is what everybody reads
    return replace(section, items=tuple(_clipped(item, room) for item in section.items))


def _clipped(point: Point, limit: int) -> Point:
    return replace(
        point,
        text=clip(point.text, limit),
        lead=clip(point.lead, limit // 2),
        due=clip(point.due, limit // 2),
        notes=tuple(clip(note, limit // 2) for note in point.notes[:3]),
        cells=tuple(_clipped(cell, limit) for cell in point.cells),
    )


def clip(text: str, limit: int) -> str:
    """Return `text` cut at a word's end to at most `limit` characters, with an ellipsis if anything went."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    at_word = head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head
    return at_word.rstrip(" ,;:–—-") + "…"


def fitted(report: Report, fits: Callable[[Report], bool], most: int = 10_000) -> Report:
    """Return the longest form of `report` that `fits`: a binary search over the steps, then items put back singly.

    Args:
        fits: Tells whether a form is short enough; called about log2(steps) times, and a few times for putting back.
        most: Items that can stand on a page at best; longer forms are not tried.
    """
    count = sum(len(s.items) for s in report.sections)
    if count <= most and fits(report):
        return report
    order = steps(report)
    low, high = _surplus(order, count - most), len(order)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(trimmed(report, middle, order)) else (middle + 1, high)
    return _refilled(report, order[:low], fits)


def _surplus(order: list[Step], items: int) -> int:
    """Return how many steps it takes to drop as many items; at least one."""
    dropped = [n for n, step in enumerate(order, 1) if step.section is not None]
    return dropped[min(items, len(dropped)) - 1] if items > 0 and dropped else 1


def _refilled(report: Report, taken: list[Step], fits: Callable[[Report], bool], tries: int = 6) -> Report:
    """Put back what still fits, the last that went first: where a long item was too long, short ones have room."""
    best = trimmed(report, len(taken), taken)
    for step in list(reversed(taken))[1 : 1 + tries]:
        fewer = [other for other in taken if other is not step]
        form = trimmed(report, len(fewer), fewer)
        if fits(form):
            taken, best = fewer, form
    return best
