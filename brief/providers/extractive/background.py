"""The sentences that say why a letter was written."""

from __future__ import annotations

import re

from brief.drafts import ClaimDraft
from brief.providers.extractive.units import Unit
from brief.providers.extractive.wording import clause
from brief.searching import any_word

_CAUSES = (
    "because", "since ", "as a result", "due to", "ccording to", "report", "announced", "found", "espite",
    "threat", "crisis", "risk", "fail", "unable", "lack", "shortage", "decision", "has led", "has caused",
    "violat", "delay", "loss", "lost", "death", "killed", "increase",
)  # fmt: skip
"""Words of events, findings and causes."""
_FIGURE = re.compile(r"\d[\d,.]*")
_LEANS = re.compile(
    r"^\W*(?:This|These|That|Those|It|They|He|She|Such|However|But|And|Yet|Nor|For example|For instance|Additionally|"
    r"Furthermore|Moreover|In addition|Also|Therefore|Thus|Instead|Similarly|Likewise|Meanwhile|Specifically|Further|"
    r"Again|Second|Third)\b"
)
_FIRST = re.compile(any_word(["I", "We", "we", "Our", "our", "My", "my", "us"]) + r"\b")
_COURTESIES = ("Thank you", "Look forward", "Appreciate your", "Sincerely", "Please", "Contact (?:me|us|my|our)")
_COURTESY_KEYS = ("hank you", "ook forward", "ppreciate your", "incerely", "lease", "ontact ")
"""What a sentence must hold for `_COURTESY` to be tried."""
_COURTESY = re.compile(any_word([*_COURTESIES, *(said[0].lower() + said[1:] for said in _COURTESIES)]) + r"\b")


_EARLY = 30
"""Reasons stand early in a letter: sentences after this many are not weighed."""


def find_background(units: list[Unit], taken: set[int], text: str, most: int = 3) -> list[ClaimDraft]:
    """Choose the two or three sentences that best say why the letter was written, in the letter's order."""
    scored = []
    for order, unit in enumerate(units[:_EARLY]):
        weight = 0.0 if order in taken else _weight(unit, order, len(units))
        if weight > 0:
            scored.append((weight, order))
    best = sorted(order for _, order in sorted(scored, key=lambda s: (-s[0], s[1]))[:most])
    quotes = [text[units[o].start : units[o].end] for o in best]
    return [ClaimDraft(text=clause(q), quotes=[q]) for q in quotes]


def _weight(unit: Unit, order: int, total: int) -> float:
    """Weigh a sentence as a reason: facts, causes and figures early in the letter, standing on its own feet."""
    words = unit.words
    length = words.count(" ") + 1
    if not 9 <= length <= 50 or unit.item or unit.quoted or unit.asks_a_question or unit.leads_in:
        return 0.0
    if words.count('"') % 2 or not words[0].isupper() or _is_courtesy(words):
        return 0.0
    causes = min(2, sum(map(words.__contains__, _CAUSES)))
    weight = 1.0 + causes * 0.6 + min(2, len(_FIGURE.findall(words))) * 0.4
    weight -= 0.9 * bool(_LEANS.match(words)) + 0.5 * bool(_FIRST.search(words)) + 0.3 * (length > 40)
    return weight + 0.8 * (1 - order / max(1, total))


def _is_courtesy(words: str) -> bool:
    return any(map(words.__contains__, _COURTESY_KEYS)) and bool(_COURTESY.search(words))
