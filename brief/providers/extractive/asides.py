"""What a letter or its page says beside the matter: courtesies, lines of the page, the senders' lives, bare items."""

from __future__ import annotations

import re

from brief.letter.verbs import ACTIONS
from brief.searching import Words, any_word

_COURTESY = Words([
    "thank", "look forward", "appreciat", "grateful", "congratulat", "commend", "applaud", "sincerely", "please",
    "proud", "i know", "honou?red to", "is valid", r"contact (?:me|us|my|our)\b",
    *(rf"{who} (?:have worked|will continue|share|recogni[sz]e|understand|acknowledge)\b" for who in ("we", "i")),
])  # fmt: skip
"""Thanks, hopes and what is granted to the other side: said to be kind, not to tell why."""
_OF_THE_PAGE = Words(
    rf"{words}\b" for words in (
        "click", "press contact", "press release", "newsletter", "text of the", "cop(?:y|ies) of the letter",
        "read (?:the|more)", "exclusive",
        *(f"{found} (?:here|online|below|at)" for found in ("available", "found")),
        *(f"{whole} (?:text|letter|copy)" for whole in ("full", "entire", "complete")),
        *(f"{what} (?:is|was|can be|reads?|below)" for what in ("letter", "statement")),
    )
)  # fmt: skip
"""What a page says of itself and of the letter's text."""
_WHERE = re.compile(
    r"http(?=s?://)|www\.|@(?<=[\w.]@)\w|-(?:(?<=\d{3}[ -]\d{3}-)|(?<=\d{3}\)[ -]\d{3}-))\d{4}|here\W*$"
)
"""Where a page says that something is found: an address, a telephone number, "here"."""
_SIGNING = r"(?:by|on to|onto|the letter|a letter|in (?:sending|signing|a letter)|\w+ colleagues)"
_OF_THE_SENDERS = Words([
    r"serve[sd]? (?:as|on)\b", r"members? of the (?:house|senate)\b", r"signator(?:y|ies)\b",
    *(rf"{being} (?:an?|the) (?:\w+ ){{0,2}}(?:member|chair|co-chair)" for being in ("is", "are")),
    r"has (?:long (?:been|championed|supported)|been an? (?:\w+ )?(?:champion|leader|advocate|member))\b",
    *(rf"{did} {_SIGNING}\b"
      for did in ("co-?sign(?:ed|ing)", "sign(?:ed|ing)", "join(?:ed|s|ing)", "co-?led", "led", "sent", "authored")),
    *(rf"{did} (?:the|legislation|an?)\b" for did in ("introduced", "reintroduced", "cosponsored")),
    r"has (?:also |long |repeatedly )?(?:secured|released|delivered|championed|fought|helped)\b",
    *(rf"{did} the following\b" for did in ("issued", "made")),
    *(rf"{what} (?:was|is) (?:also )?(?:sent to|led|signed)\b" for what in ("letter", "effort")),
])  # fmt: skip
"""What a page tells of those who write: their offices, their record, who joined them and that they wrote."""
_LIFE = re.compile(
    r"\bis (?:the|an?) (?:[a-z-]+ )?(?:representative|advocate|champion|supporter|proponent|author|sponsor)\b|"
    r"\brepresents? (?:the )?[\w’' -]{1,40} district\b|\blives? in .*\b(?:wife|husband|children|family)\b|"
    r"\b(?:was|were) (?:first )?elected\b|\b(?:wife|husband|children)\b.* lives? in\b"
)
"""A member's life and record."""
_MEMBER = r"(?:senators?|representatives?|congress(?:man|woman|members?)|(?:sen|rep)s?\.)"
_WRITES = re.compile(
    r"\W*(?:today, )?(?:(?:i|we)(?: (?:are|am|also|respectfully|both))* writ(?:e|ing)\b|whereas|"
    r"(?:lastly, |also, )?(?:we|i) (?:\w+ly )?(?:support|oppose|object|reiterate|urge|appeal|applaud|stand|will be)\b|"
    rf"(?:(?:the )?(?:u\.s\. )?{_MEMBER}|s?he) (?!who\b|from\b|of\b|(?:[\w.]+ ){{0,4}}?(?:sa(?:id|ys)|warn|"
    r"not(?:ed|es)|emphasi|argu|stress|cit|point|explain|stat)))"
)
_NAMES = re.compile(
    any_word([r"sen(?:s|ators?)?\b", r"rep(?:s|resentatives?)?\b", r"congress(?:man|woman)\b"], r"\([dri]-")
)
_VERBS = "is are was were has have had will would can cannot could may might must do does did"
_VERBLESS = re.compile(
    rf"\W*(?:(?:from|with|between|among|of|to)\b(?!.*\b(?:{'|'.join(_VERBS.split())}|\w+ed)\b)|"
    rf"[a-z]{{3,}}ing\b(?!.*\b(?:{'|'.join(_VERBS.split())}|makes?|gives?|helps?|puts?)\b|"
    r".*, .*\b\w+ed\b))"
)


def _is_item(low: str) -> bool:
    """Tell an item of a list of what a letter does or asks: "called attention to …", "investigate the firm"."""
    verb, _, rest = low.partition(" ")
    if verb in ACTIONS:
        return not _NOUN_FOR.match(rest) and not _FINITE.search(rest, 0, _NEAR)
    return verb.endswith("ed") and bool({verb[:-2], verb[:-1]} & _TOLD) and bool(_OBJECT.match(rest))


_NEAR = 60  # characters in which a clause has its verb
_NOUN_FOR = re.compile(r"(?:of|for|to|from|in|by|with|on|at|and|or|that)\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|did|does)\b")
_OBJECT = re.compile(r"(?:the|an?|all|any|their|his|her|whether|how|what|why|attention|concerns?|about)\b")
_TOLD = ACTIONS | {"call", "press", "note", "raise", "express", "question", "point", "warn", "criticize", "voice"}


def tells_no_reason(low: str) -> bool:
    """Tell a courtesy, a line of the page or of the senders, or words without a verb, from what may be a reason."""
    return bool(
        _COURTESY.stand_in(low)
        or _OF_THE_PAGE.stand_in(low)
        or _WHERE.search(low)
        or _OF_THE_SENDERS.stand_in(low)
        or _WRITES.match(low)
        or len(_NAMES.findall(low)) > 2
        or _LIFE.search(low)
        or _is_item(low)
        or _VERBLESS.match(low)
    )
