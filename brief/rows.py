"""Checks what a comparison's draft says: the items that its rows name, and the figures and names that these bear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.ask import Fault
from brief.drafts import ComparisonDraft, RowDraft
from brief.pairs import Pair
from brief.points import Point


def faults(draft: ComparisonDraft, pair: Pair) -> list[Fault]:
    """Return what fails in a draft: rows that name no items, and words that the items do not hold."""
    found = [Fault(f"rows.{i}", why) for i, row in enumerate(draft.rows) if (why := row_fault(row, pair))]
    line = " ".join(
        filter(None, (draft.bottom_line.both, draft.bottom_line.parting, draft.bottom_line.a, draft.bottom_line.b))
    )
    strange = unsaid(line, everything(pair))
    return [*found, Fault("bottom_line", f"no item says {listed(strange)}")] if strange else found


def row_fault(row: RowDraft, pair: Pair) -> str:
    """Return what is wrong with a row: it names no items, or says what they do not; or an empty string."""
    if not names_items(row, pair):
        return f"relation {row.relation} with a = {row.a} and b = {row.b} names no items of the two letters"
    for item, text in ((row.a, row.a_text), (row.b, row.b_text)):
        strange = unsaid(text or "", source(item, pair)) if item else []
        if strange:
            return f"item {item} does not say {listed(strange)}"
    return ""


def names_items(row: RowDraft, pair: Pair) -> bool:
    """Tell whether a row names items of the request, each on its own side, and none on a side called silent."""
    a = row.a in pair.by_id and str(row.a).startswith("A")
    b = row.b in pair.by_id and str(row.b).startswith("B")
    if row.relation == "only_a":
        return a and row.b is None
    if row.relation == "only_b":
        return b and row.a is None
    return a and b


_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]+\b|\b[A-Z]{2,}\b|\d[\d,.]*\d|\d")
_PIECE = re.compile(r"[^\W\d_]+|\d[\d,.]*\d|\d")


def unsaid(text: str, source: str) -> list[str]:
    """Return the figures and names of `text` that `source` does not hold: what a model may have brought along."""
    have = {m.group().casefold() for m in _PIECE.finditer(source)}
    return [m.group() for m in _NAME.finditer(text) if m.group().casefold() not in have]


def source(item: str, pair: Pair) -> str:
    """Return what may be said of an item: its own words, and who writes to whom."""
    card = pair.side_of(item).summary.letter
    people = [w for p in card.senders for w in (p.as_stated, p.role)] + [card.senders_unnamed]
    people += [w for r in card.recipients for w in (r.as_stated, r.name, r.office)]
    return " ".join([_said(pair.by_id[item]), *filter(None, people)])


def _said(point: Point) -> str:
    return f"{point.topic} {point.claim.text} {point.quote}"


def everything(pair: Pair) -> str:
    """Return all that may be said of a pair: every item's words and both cards."""
    cards = (f"{s.summary.letter.model_dump_json()}" for s in (pair.first, pair.second))
    return " ".join([*cards, *map(_said, pair.by_id.values())])


def listed(words: Sequence[str]) -> str:
    """Return words in quotation marks, for a message."""
    return ", ".join(f"“{w}”" for w in words)
