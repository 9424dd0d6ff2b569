"""Checks what a comparison's draft says: its rows' items, relations, kinds and reasons, and its bottom line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.ask import Fault
from brief.audit import Finding, contrast, upshot
from brief.audit.row import Row
from brief.drafts import BottomLineDraft, ComparisonDraft, RowDraft
from brief.evidence import Claim
from brief.pairs import Pair, Side
from brief.points import Point


def faults(draft: ComparisonDraft, pair: Pair) -> list[Fault]:
    """Return what fails in a draft: rows that name no items, and words that the items do not hold."""
    found = []
    for i, row in enumerate(draft.rows):
        why = row_fault(row, pair) or " ".join(f.what for f in row_findings(row, pair))
        found += [Fault(f"rows.{i}", why)] if why else []
    why = line_fault(draft.bottom_line, draft.rows, pair)
    return [*found, Fault("bottom_line", why)] if why else found


def line_fault(line: BottomLineDraft, rows: Sequence[RowDraft], pair: Pair) -> str:
    """Return what is wrong with a bottom line: it says what no item says, or of one letter what only the other does."""
    strange = unsaid(" ".join(filter(None, (line.both, line.parting, line.a, line.b))), everything(pair))
    if strange:
        return f"no item says {listed(strange)}"
    said = [f"Both letters {line.both.strip().rstrip('.;')}." if line.both else ""]
    said += [f"Letter {n} {text.strip().rstrip('.;')}." for n, text in (("A", line.a), ("B", line.b)) if text]
    letters = upshot.Pair(
        _told(pair.first), _told(pair.second), [told_row(r, pair) for r in rows if names_items(r, pair)]
    )
    return " ".join(f.what for f in upshot.check(" ".join(filter(None, said)), letters))


def _told(side: Side) -> upshot.Side:
    line = side.summary.bottom_line
    points = [(p.claim.text, p.quote) for p in side.points]
    points += [(line.text, " ".join(e.quote for e in line.evidence))]
    return upshot.Side.of([q for _, q in points], points, side.summary.letter)


def told_row(row: RowDraft, pair: Pair) -> Row:
    """Return a row with the claims that it sets side by side, as the audit reads it; also of a turned row."""
    sides = ((row.a, row.a_text), (row.b, row.b_text))
    a, b = (worded(item, text, pair) if item and item in pair.by_id else None for item, text in sides)
    turned = (row.a or "A").startswith("B") or (row.b or "B").startswith("A")
    x, y = (pair.second, pair.first) if turned else (pair.first, pair.second)
    return Row(row.topic, row.relation, row.aspect, a, b, named(row.why), (x.stems, y.stems))


def worded(item: str, text: str | None, pair: Pair) -> Claim:
    """Return an item's claim in a row's words, if the item bears them, else in its own."""
    claim = pair.by_id[item].claim
    said = text if text and not unsaid(text, source(item, pair)) else claim.text
    return claim.model_copy(update={"text": " ".join(said.split())})


def named(text: str) -> str:
    """Put the letters' names into words of a draft: {A} and {B} become A and B."""
    return text.replace("{A}", "A").replace("{B}", "B")


def row_findings(row: RowDraft, pair: Pair) -> tuple[Finding, ...]:
    """Return what the audit objects to in a row that names its items: its relation, its kind, its reason."""
    return contrast.check(told_row(row, pair))


def sound(row: RowDraft, pair: Pair) -> RowDraft:
    """Return a row without what the audit objects to: an unclear relation, a plain kind, no reason."""
    parts = {f.part for f in row_findings(row, pair)}
    relation = "unclear" if "relation" in parts else row.relation
    aspect = row.aspect if "aspect" not in parts else "means" if _asked(row, pair) else "facts"
    why = "" if parts & {"relation", "why"} else row.why
    return row.model_copy(update={"relation": relation, "aspect": aspect, "why": why})


def _asked(row: RowDraft, pair: Pair) -> bool:
    return any(pair.by_id[i].action is not None for i in (row.a, row.b) if i)


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
    """Return all that may be said of a pair: every item's words, both letters' own bottom lines and cards."""
    sides = (pair.first.summary, pair.second.summary)
    cards = (f"{s.letter.model_dump_json()} {s.bottom_line.text}" for s in sides)
    return " ".join([*cards, *map(_said, pair.by_id.values())])


def listed(words: Sequence[str]) -> str:
    """Return words in quotation marks, for a message."""
    return ", ".join(f"“{w}”" for w in words)
