"""What a sentence of a letter does, by its words alone: asks, fears, aims, offers, states."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["ask", "reply", "question", "offer", "concern", "aim", "position", "fact", "address"]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


REPLY = _any(
    r"respon[ds]\w*|repl(?:y|ies)|answers?|brief(?:ing|ed)?|in writing|explain|clarif\w+|inform us",
    r"provide (?:us|data|a list|information)|(?:a|the) meeting|meet with|report (?:back )?to (?:us|congress)",
)
"""Asks for an answer rather than for action."""
_OFFER = _any(r"(?:stand )?ready to (?:assist|support|work|help)", r"(?:look forward|happy) to (?:work|assist)\w*")
_CONCERN = _any(
    r"concern(?:s|ed|ing)?|troubl(?:ed|ing)|dismay(?:ed|ing)?|alarm(?:ed|ing)?|disappoint\w*|disturb\w*|fear|worr(?:y|ied)",
    r"outrag\w+|appall\w+|unacceptable|fail(?:s|ed|ures?|ing)?|delay(?:s|ed)?|threat\w*|risks?|danger\w*|harm\w*|violat\w+",
    r"crisis",
)
_AIM = _any(
    r"goals?|aims?|objective|in order to|so that|ultimate|purpose|interests?",
    r"to (?:ensure|protect|prevent|preserve|promote|advance|achieve|reduce)",
)
_POSITION = _any(
    r"we (?:\w+ly )?(?:believe|support|oppose|reject|recogni[sz]e|agree|disagree|welcome|commend|applaud|condemn)",
    r"we are (?:\w+ly )?(?:supportive|encouraged|opposed|committed)",
    r"should|must|needs? to|vital|critical|essential|imperative|unprecedented|necessary",
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("offer", _OFFER),
    ("position", _POSITION),
    ("concern", _CONCERN),
    ("aim", _AIM),
)
COURTESY = re.compile(
    r"(?:again, |and )*(?:we |i )?(?:(?:many )?thank(?:s| you)|appreciate your|sincerely|respectfully|dear\b"
    r"|look forward to (?:your|hearing|working))",
    re.IGNORECASE,
)
"""Opens a sentence of thanks or greeting."""
AWAITED = _any(r"look forward to (?:your|hearing|a|the)\b.{0,40}\b(?:response|reply|answers?)")
"""Awaits an answer, by courtesy."""
ABOUT_LETTER = _any(
    r"letter (?:was|is|were) (?:\w+ ){0,2}(?:preceded|sent|signed|led|joined|available)", r"signed the letter"
)
"""Introduces a letter and tells nothing of what it says."""
SENT = _any(r"(?:sent|wrote|led|co-?authored|signed|joined|written|sends|send) .{0,60}letter", r"letter .{0,80}to")
"""Says to whom a letter went."""
TELLS = re.compile(
    r"\b(?:letter|lawmakers?|senators?|members|representatives|congress(?:man|woman|members)|they)\b.{0,80}?"
    r"\b(?:not(?:e|ed|ing)|call(?:s|ed|ing)?|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|request\w*|express\w*|warn\w*|argue\w*"
    r"|stat(?:e|es|ed)|rais(?:e|es|ed|ing)|demand\w*|press(?:es|ed|ing)?|voic(?:e|es|ed)|want(?:s|ed)?"
    r"|seek(?:s|ing)?|insist\w*)\b",
    re.IGNORECASE,
)
"""Tells what a letter or its senders say."""
TOLD_ASK = _any(
    r"call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)|wants?|seeks?", r"(?:ask|demand|request|press)(?:s|es|ed|ing)?"
)
"""Tells what they ask."""
LEAD_IN = re.compile(r":\s*$")
"""Leads in a list."""
FIGURE = re.compile(r"\$|\d[\d,.]*\s*(?:percent|%|million|billion)|\b\d{2,}[\d,]*\b")
"""Gives a figure that weighs."""
TURN = _any(r"however|yet|despite|instead|rather than|although|unlike|never|without|not only|even")
"""Turns against what was said or expected."""


def kind_of(text: str) -> Kind:
    """Say what a sentence does, by its words alone; `fact` where nothing tells."""
    if text.rstrip("\"'”’ ").endswith("?"):
        return "question"
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "fact")
