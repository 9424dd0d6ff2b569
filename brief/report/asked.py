"""The asks of two letters in a memo: those that answer to each other in pairs, the rest alone, each told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brief.comparison import ActionPair, Comparison, Contrast
from brief.deeds import repeats
from brief.evidence import Claim, Evidence
from brief.report.page import Point, Section
from brief.report.places import Places
from brief.report.requests import ask
from brief.summary import Action
from brief.words import tokens

_ASKS = {"same": "same ask", "similar": "similar ask", "conflict": "conflict", "only_a": "only A", "only_b": "only B"}


def ask_sections(result: Comparison, places: Places, rows: Sequence[Contrast]) -> tuple[Section, Section]:
    """Return the pairs as a table, and the asks without a counterpart as a list, a line each.

    Args:
        rows: Rows of the memo that show asks whole: those are told there.
    """
    found = sorted((p for p in result.actions if sure(p.a, p.b)), key=lambda p: _order(p, result))
    met = [a for p in found if p.a and p.b for a in (p.a, p.b)]
    pairs = (p for p in found if p.a and p.b and not any(tells_of(c, p) for c in rows))
    lone = (p for p in found if not (p.a and p.b) and not _repeats(p, met))
    told = tuple(_pair(p, result, places) for p in pairs)
    alone = tuple(_alone(p, result, places) for p in lone if not any(shows(c, p) for c in rows))
    return (
        Section("asks", "Ask by ask", told, "table", ("", "A", "B"), units=("pair of asks", "pairs of asks"), most=6),
        Section("alone", "Asks without a counterpart", alone, units=("ask", "asks")),
    )


def shows(contrast: Contrast, pair: ActionPair) -> bool:
    """Tell whether a row shows an ask of a pair whole."""
    return any(
        claim is not None and ask is not None and claim.text == ask.text and claim.evidence == ask.evidence
        for claim, ask in ((contrast.a, pair.a), (contrast.b, pair.b))
    )


def _repeats(pair: ActionPair, met: Sequence[Action]) -> bool:
    """Whether an ask says no more than one of its own letter that has its counterpart: "urge … again"."""
    ask = pair.a or pair.b
    words = set(tokens(ask.text)) if ask else set()
    letter = {e.letter for e in ask.evidence} if ask else set()
    own = (a for a in met if letter & {e.letter for e in a.evidence})
    return ask is not None and any(
        repeats(ask.text, a.text) or (len(words) > _TELLING and words <= set(tokens(a.text))) for a in own
    )


_TELLING = 2  # words: one or two that stand in another ask may ask for something else


def _alone(pair: ActionPair, result: Comparison, places: Places) -> Point:
    side = "a" if pair.a else "b"
    return replace(numbered(pair.a or pair.b, side, result, places), kind=f"only_{side}")


def _number(action: Action, side: str, result: Comparison) -> int:
    """The place of an ask among its letter's asks, in the order in which they stand in it."""
    asks = (a for p in result.actions if (a := p.a if side == "a" else p.b))
    return sorted(asks, key=_first_offset).index(action) + 1


def _first_offset(action: Action) -> int:
    return min((e.start for e in action.evidence if e.start is not None), default=0)


def _order(pair: ActionPair, result: Comparison) -> tuple[str, int]:
    """Pairs before single asks, A's before B's, each in the order of the letter."""
    number = _number(pair.a, "a", result) if pair.a else _number(pair.b, "b", result) if pair.b else 0
    return (pair.relation if pair.relation.startswith("only") else "", number)


def _pair(pair: ActionPair, result: Comparison, places: Places) -> Point:
    cells = (numbered(pair.a, "a", result, places), numbered(pair.b, "b", result, places))
    differs = (f"differs in {', '.join(pair.differs_in)}",) if pair.differs_in else ()
    return Point(_ASKS[pair.relation], notes=differs, cells=cells, kind=pair.relation)


def numbered(action: Action | None, side: str, result: Comparison, places: Places) -> Point:
    """Return an ask with its number among its letter's: "A1"."""
    if action is None:
        return Point("no counterpart", kind="none")
    card = result.a if side == "a" else result.b
    point = ask(action, places, card.id, 0, rule=False)
    return replace(point, number=f"{side.upper()}{_number(action, side, result)}")


def tells_of(contrast: Contrast, pair: ActionPair) -> bool:
    """Tell whether a row sets the asks of a pair side by side."""
    return meet(contrast.a, pair.a) and meet(contrast.b, pair.b)


def meet(one: Claim | None, other: Claim | None) -> bool:
    """Tell whether two claims of one letter rest on the same words."""
    return any(overlap(e, f) for e in (one.evidence if one else ()) for f in (other.evidence if other else ()))


def overlap(one: Evidence, other: Evidence) -> bool:
    """Tell whether two passages of one letter have more than half of the shorter in common."""
    if None in (one.start, one.end, other.start, other.end) or one.letter != other.letter:
        return False
    (a, b), (c, d) = ((e.start or 0, e.end or 0) for e in (one, other))
    return 2 * (min(b, d) - max(a, c)) > min(b - a, d - c)


def sure(*claims: Claim | None) -> bool:
    """Tell whether claims were all found as they stand."""
    return all(c is None or c.status == "supported" for c in claims)
