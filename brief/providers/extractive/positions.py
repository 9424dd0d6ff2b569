"""Where a letter's writers stand, and the sentences that say why they write."""

from __future__ import annotations

import re

from brief.drafts import ClaimDraft, PositionDraft, Stance
from brief.letter.verbs import OPPOSING, SUPPORTING
from brief.providers.extractive.asks import Ask
from brief.providers.extractive.topics import topic
from brief.providers.extractive.units import Unit
from brief.providers.extractive.wording import clause, shortened
from brief.searching import any_word

_WE = r"\b(?:I|[Ww]e)\s+(?:\w+\s){0,4}?"
_OPPOSE = re.compile(
    _WE + r"(?:oppose|object to|condemn|reject|disagree with|denounce|deplore|cannot support|do not support|"
    r"disapprove of|(?:write )?(?:in|to express (?:our|my) )(?:\w+ )?opposition to)\s+(?P<of>.+)"
)
_SUPPORT = re.compile(
    _WE + r"(?:support|applaud|commend|welcome|endorse|favor|affirm|reaffirm|stand with|appreciate|"
    r"(?:are|am) supportive of|"
    r"(?:write )?(?:in|to express (?:our|my) )(?:\w+ ){0,2}support (?:of|for)|"
    r"are pleased (?:that|by|with|to see))\s+(?P<of>.+)"
)
_CONCERN = re.compile(
    _WE + r"(?:(?:are|am|remain|write with|have|write to express|express)\s+)(?:[\w-]+ ){0,3}?"
    r"(?:concern(?:s|ed)?|alarm(?:ed)?|"
    r"troubled|disturbed|disappointed|dismayed|outraged|frustrated|worried|appalled)\s+(?:about|by|with|over|at|that|"
    r"regarding|to (?:learn|see|hear))\s+(?P<of>.+)"
)
_STANCES: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    ("opposes", _OPPOSE),
    ("supports", _SUPPORT),
    ("unclear", _CONCERN),
)
_NO_POSITION = re.compile(
    r"(?i)^(?:that|this|it)\W*$|"
    r"\b(?:your (?:attention|consideration|time|service|prompt|timely|leadership|work|response)|"
    r"opportunity to|look forward|further engagement|your (?:\w+ )?(?:reply|assistance))\b"
)
_CAUSES = (
    "because", "since ", "as a result", "due to", "ccording to", "report", "announced", "found", "espite",
    "threat", "crisis", "risk", "fail", "unable", "lack", "shortage", "decision", "has led", "has caused",
    "violat", "delay", "loss", "lost", "death", "killed", "increase",
)  # fmt: skip
"""Words of events, findings and causes."""
_FIGURE = re.compile(r"[$]?\d[\d,.]*")
_LEANS = re.compile(
    r"^\W*(?:This|These|That|Those|It|They|He|She|Such|However|But|And|Yet|Nor|For example|For instance|Additionally|"
    r"Furthermore|Moreover|In addition|Also|Therefore|Thus|Instead|Similarly|Likewise|Meanwhile|Specifically|Further|"
    r"Again|Second|Third)\b"
)
_FIRST = re.compile(any_word(["I", "We", "we", "Our", "our", "My", "my", "us"]) + r"\b")
_COURTESIES = ("Thank you", "Look forward", "Appreciate your", "Sincerely", "Please", "Contact (?:me|us|my|our)")
_COURTESY = re.compile(any_word([*_COURTESIES, *(said[0].lower() + said[1:] for said in _COURTESIES)]) + r"\b")


_EARLY = 30
"""Reasons stand early in a letter: sentences after this many are not weighed."""


def find_positions(units: list[Unit], taken: set[int], asked: list[tuple[Ask, str]], text: str) -> list[PositionDraft]:
    """Find what the writers say they support, oppose or are troubled by; else what their asks are for or against."""
    found: list[PositionDraft] = []
    for order, unit in enumerate(units):
        if order not in taken and not unit.asks_a_question and not unit.quoted:
            found += _stated(unit, text)
    if not any(p.stance != "unclear" for p in found):
        found += [p for ask, action in asked if (p := _implied(ask, action, text))]
    seen: set[str] = set()
    return [p for p in found if not (p.topic.lower() in seen or seen.add(p.topic.lower()))][:5]  # type: ignore[func-returns-value]


def _stated(unit: Unit, text: str) -> list[PositionDraft]:
    if not _OWN.search(unit.words):
        return []
    for stance, pattern in _STANCES:
        match = pattern.search(unit.words)
        if (
            match
            and not _NO_POSITION.search(match["of"][:60])
            and not _NOT_SAID.search(unit.words[: match.start("of")])
        ):
            said = shortened(unit.words[match.start() :], 30)
            quote = text[unit.start + match.start() : unit.start + match.start() + len(said)]
            frame = match.start("of") - match.start()
            thing = clause(quote[frame:]).removeprefix("of ")
            about = topic(shortened(match["of"], 12))
            whole = stance == "unclear" or not thing or _CLAUSE.match(thing) or _OPENS_A_CLAUSE.search(quote[:frame])
            return [PositionDraft(text=clause(quote) if whole else thing, quotes=[quote], topic=about, stance=stance)]
    return []


def _implied(ask: Ask, action: str, text: str) -> PositionDraft | None:
    """The stance that an ask shows: for what it wants done, against what it wants undone."""
    verbs = list(_VERBS.finditer(action[:80]))[:4]
    negated = bool(verbs) and verbs[0].group().lower() in ("not", "never", "refrain")
    for verb in verbs:
        low = verb.group().lower()
        if low not in SUPPORTING | OPPOSING and not (low in _BEFORE_A_DEED or low.endswith("ly")):
            return None
        if low in SUPPORTING | OPPOSING and (negated or low not in _WEAK) and not _NO_THING.match(action[verb.end() :]):
            against = (low in OPPOSING) != negated
            thing = clause(shortened(action[verb.end() :].strip(), 24))
            stance: Stance = "opposes" if against else "supports"
            quote = text[ask.start : ask.end]
            return PositionDraft(text=thing, quotes=[quote], topic=topic(thing), stance=stance) if thing else None
    return None


_OPENS_A_CLAUSE = re.compile(r"\b(?:that|by|with|to|see)\s+$")
_CLAUSE = re.compile(r"(?i)(?:that|to|by|with|how|when|what|it|this|these|those|they)\b")
_BEFORE_A_DEED = frozenset("not never refrain from to please also work continue help take steps act move".split())  # noqa: SIM905
_WEAK = frozenset("prioritize improve complete continue confirm issue sign limit advance".split())  # noqa: SIM905
_NO_THING = re.compile(
    r"(?i)\s*(?:to|of|this|that|these|those|it|them|its|their|his|her|and|or|on|in|for|with|by|from|at|as|so)\b|\W*$"
)
_OWN = re.compile(any_word(["I", "We", "we"]) + r"\b")
_NOT_SAID = re.compile(r"\b(?:not|never)\s+\w+\s+$|\b(?:can|could|may|what|how)\s+to\s+\w+\s+$")
_VERBS = re.compile(r"[A-Za-z-]+")


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
    if words.count('"') % 2 or not words[0].isupper() or _COURTESY.search(words):
        return 0.0
    causes = min(2, sum(map(words.__contains__, _CAUSES)))
    weight = 1.0 + causes * 0.6 + min(2, len(_FIGURE.findall(words))) * 0.4
    weight -= 0.9 * bool(_LEANS.match(words)) + 0.5 * bool(_FIRST.search(words)) + 0.3 * (length > 40)
    return weight + 0.8 * (1 - order / max(1, total))
