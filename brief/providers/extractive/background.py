"""The sentences that say why a letter was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.drafts import ClaimDraft
from brief.providers.extractive.purpose import dateline
from brief.providers.extractive.units import Unit
from brief.providers.extractive.wording import clause
from brief.searching import Words, any_word

_CAUSES = (
    "because", "since ", "as a result", "due to", "ccording to", "report", "announced", "found", "espite",
    "threat", "crisis", "risk", "fail", "unable", "lack", "shortage", "decision", "has led", "has caused",
    "violat", "delay", "loss", "lost", "death", "killed", "increase",
)  # fmt: skip
"""Words of events, findings and causes."""
_FIGURE = re.compile(r"[0-9][\d,.]*")
_LEANS = re.compile(
    r"\W*(?:This|These|That|Those|It|They|He|She|Such|However|But|And|Yet|Nor|For example|For instance|Additionally|"
    r"Furthermore|Moreover|In addition|Also|Therefore|Thus|Instead|Similarly|Likewise|Meanwhile|Specifically|Further|"
    r"Again|Second|Third|In fact|Indeed|Together|All the while)\b"
)
_FIRST = re.compile(any_word(["I", "We", "we", "Our", "our", "My", "my", "us"]) + r"\b")
_COURTESY = Words([
    "thank", "look forward", "appreciat", "grateful", "congratulat", "commend", "applaud", "sincerely", "please",
    "proud", "honou?red to", "is valid", r"contact (?:me|us|my|our)\b",
    *(rf"{who} (?:share|recogni[sz]e|understand|acknowledge)\b" for who in ("we", "i")),
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
    *(rf"{what} (?:was|is) (?:also )?(?:led|signed)\b" for what in ("letter", "effort")),
])  # fmt: skip
"""What a page tells of those who write: their offices, their record, who joined them and that they wrote."""
_MEMBER = r"(?:senators?|representatives?|congress(?:man|woman|members?)|(?:sen|rep)s?\.)"
_WRITES = re.compile(
    r"\W*(?:today, )?(?:(?:i|we)(?: (?:are|am|also|respectfully|both))* writ(?:e|ing)\b|whereas|"
    r"(?:lastly, |also, )?we (?:support|reiterate|urge|applaud|stand|will be)\b|"
    rf"(?:(?:the )?(?:u\.s\. )?{_MEMBER}|s?he) (?!who\b|from\b|of\b|(?:[\w.]+ ){{0,4}}?(?:sa(?:id|ys)|warn|"
    r"not(?:ed|es)|emphasi|argu|stress|cit|point|explain|stat)))"
)
_NEWS = (
    "recently",
    "last week",
    "last month",
    "yesterday",
    "this week",
    "this month",
    "announced",
    "reportedly",
    "latest",
    "earlier this",
)
"""Words by which a letter tells what has happened as it is written."""
_HISTORY = (
    "long history",
    "for decades",
    "for generations",
    "since 19",
    "founded in",
    "has long ",
    "have long ",
    "share a",
    "longstanding",
    "long-standing",
    "signed in",
    "enacted in",
    "was established",
    "years ago",
    "cornerstone",
    "proud",
    "yourself",
)
"""Words of what was so long before: friendship, foundings, records."""
_OUGHT = ("should", " must ", " ought ")
_NAMES = re.compile(
    any_word([r"sen(?:s|ators?)?\b", r"rep(?:s|resentatives?)?\b", r"congress(?:man|woman)\b"], r"\([dri]-")
)
_VERBS = "is are was were has have had will would can cannot could may might must do does did"
_VERBLESS = re.compile(
    rf"\W*(?:(?:from|with|between|among|of|to)\b(?!.*\b(?:{'|'.join(_VERBS.split())}|\w+ed)\b)|"
    rf"[a-z]{{3,}}ing\b(?!.*\b(?:{'|'.join(_VERBS.split())}|makes?|gives?|helps?|puts?)\b))"
)


_EARLY = 30
"""Reasons stand early in a letter: sentences after this many are not weighed."""
_LEAST = 0.8
"""The weight from which on a sentence is worth its line, once one is chosen."""
_SAME = 0.7
"""The share of the words of the shorter of two sentences from which on they say the same."""


def find_background(units: Sequence[Unit], taken: set[int], text: str, line: str, most: int = 3) -> list[ClaimDraft]:
    """Choose the sentences that best say why the letter was written, in the letter's order.

    Args:
        units: The letter's sentences.
        taken: Which of them are told elsewhere: asks, questions, positions.
        text: The letter's text.
        line: The bottom line and the heading: what the reasons are for, and what they don't say again.
        most: How many to choose at the most; fewer where fewer are worth it.
    """
    matter = _stems(line.lower())
    scored = []
    for order, unit in enumerate(units[:_EARLY]):
        weight = 0.0 if order in taken else _weight(unit, order, len(units), matter)
        if weight > 0:
            scored.append((-weight, order))
    best = _apart(sorted(scored), units, matter, most)
    quotes = [text[units[o].start + _opening(units[o].words) : units[o].end] for o in sorted(best)]
    return [ClaimDraft(text=_whole(clause(q)), quotes=[q]) for q in quotes]


_JOINS = re.compile(
    r"\W*(?:(?:Additionally|Moreover|Furthermore|In addition|In fact|Indeed|Further|Importantly|Most importantly|"
    r"Notably|Specifically|However|Accordingly|Similarly|Likewise|In other words|Simply put|Again|Finally|Lastly|"
    r"As (?:you|we)(?: all)?(?: are| may be)?(?: already| well| fully| likely| surely| no doubt| undoubtedly)*"
    r" (?:know|aware|may know|will recall|recall)), (?:and )?|(?:And|But|Yet),? )(?=[\w“\"$])"
)


def _opening(words: str) -> int:
    """Return how much of a sentence only says where and when it was written, or ties it to the one before."""
    at = dateline(words)
    joins = _JOINS.match(words, at)
    return joins.end() if joins else at


def _whole(said: str) -> str:
    return said[:1].upper() + said[1:]


_LONG = re.compile(r"[a-z0-9$%]{4,}")
_SILENT = frozenset((
    "that", "this", "these", "those", "with", "from", "have", "been", "were", "will", "would", "their", "they", "them",
    "which", "about", "into", "your", "since", "sender", "addres", "letter", "asks", "urge", "urged", "urges", "reques",
))  # fmt: skip
"""Words without a matter of their own, and those that tell of any letter."""


def _stems(low: str) -> frozenset[str]:
    """The words of a text that tell what it is about, each cut to the six letters that most of its forms share."""
    return frozenset(word[:6] for word in _LONG.findall(low)) - _SILENT


def _apart(scored: Sequence[tuple[float, int]], units: Sequence[Unit], matter: frozenset[str], most: int) -> list[int]:
    """Take the weightiest sentences that give a reason, and say neither the bottom line nor each other again."""
    told, best = [matter], list[int]()
    for weight, order in scored:
        if len(best) == most or (best and -weight < _LEAST):
            break
        low = units[order].words[dateline(units[order].words) :].lower()
        own = _stems(low)
        again = any(len(own & t) >= _SAME * min(len(own), len(t) or 1) for t in told)
        if own and not again and not _tells_no_reason(low):
            told.append(own)
            best.append(order)
    return best


def _weight(unit: Unit, order: int, total: int, matter: frozenset[str]) -> float:
    """Weigh a sentence as a reason: facts, causes and figures of the matter, early, standing on their own feet."""
    words = unit.words
    length = words.count(" ") + 1
    if not 9 <= length <= 50 or unit.item or unit.quoted or unit.asks_a_question or unit.leads_in:
        return 0.0
    if words.count('"') % 2 or not words[0].isupper() or (words[-1].isalpha() and _is_heading(words)):
        return 0.0
    low = words.lower()
    causes = min(2, sum(map(words.__contains__, _CAUSES)))
    near = min(3, sum(map(low.__contains__, matter)))
    weight = 0.6 + causes * 0.6 + min(2, len(_FIGURE.findall(words))) * 0.4 + near * 0.4
    weight -= 1.1 * bool(_LEANS.match(words)) + 0.5 * bool(_FIRST.search(words)) + 0.3 * (length > 40)
    weight -= 0.6 * any(map(low.__contains__, _OUGHT))
    weight += 0.4 * any(map(low.__contains__, _NEWS)) - 0.6 * any(map(low.__contains__, _HISTORY))
    return weight + 0.8 * (1 - order / max(1, total))


def _is_heading(words: str) -> bool:
    """Tell a line without a stop whose words are written large: a headline, or the title of a section."""
    told = [w for w in words.split() if len(w) > _SMALL]
    return sum(w[0].isupper() for w in told) > _LARGE * len(told)


_SMALL = 3  # letters of words that a headline writes small
_LARGE = 0.7


def _tells_no_reason(low: str) -> bool:
    """Tell a courtesy, a line of the page or of the senders, or words without a verb, from what may be a reason."""
    return bool(
        _COURTESY.stand_in(low)
        or _OF_THE_PAGE.stand_in(low)
        or _WHERE.search(low)
        or _OF_THE_SENDERS.stand_in(low)
        or _WRITES.match(low)
        or len(_NAMES.findall(low)) > 2
        or _VERBLESS.match(low)
    )
