"""The sentences that say why a letter was written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.drafts import ClaimDraft
from brief.providers.extractive.asides import tells_no_reason
from brief.providers.extractive.purpose import dateline
from brief.providers.extractive.units import Unit
from brief.providers.extractive.wording import clause
from brief.searching import any_word

_CAUSES = (
    "because", "since ", "as a result", "due to", "ccording to", "report", "announced", "found", "espite",
    "threat", "crisis", "risk", "fail", "unable", "lack", "shortage", "decision", "has led", "has caused",
    "violat", "delay", "loss", "lost", "death", "killed", "increase", "damag", "attack", "cancel", "terminat",
    "suspend", "eliminat", "closure", "halted", "withh", "declin",
)  # fmt: skip
"""Words of events, findings and causes."""
_FIGURE = re.compile(r"[0-9][\d,.]*")
_LEANS = re.compile(
    r"\W*(?:(?P<back>This|These|That|Those|It|They|He|She|Such|In fact|Indeed|All the while|Together|Second|Third|"
    r"As such|For example|For instance|For this reason)|However|But|And|Yet|Nor|Additionally|Furthermore|Moreover|"
    r"In addition|Also|Therefore|Thus|Instead|Similarly|Likewise|Meanwhile|Specifically|Further|Again|"
    r"(?:Despite|Because of|Given) this)\b"
)
"""How a sentence leans on the one before it: it points `back`, or is only tied to it by a word that can go."""
_FIRST = re.compile(any_word(["I", "We", "we", "Our", "our", "My", "my", "us"]) + r"\b")
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
_DAY = re.compile(
    r"(?:On|In|Since|As of) (?:\w+day, )?(?:early |late |mid-)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d|"
    r"(?:Last|Earlier this|This past) (?:week|month|fall|summer|winter|spring|\w+day)|Yesterday|Recently|Now,"
)
"""A day on which something happened, at a sentence's head."""
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
    "for more than ",
    "for over ",
    "cornerstone",
    "proud",
    "yourself",
)
"""Words of what was so long before: friendship, foundings, records."""
_OUGHT = ("should", " must ", " ought ")
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
    weighed = []
    for order, unit in enumerate(units[:_EARLY]):
        weight = 0.0 if order in taken else _weight(unit, order, len(units), matter)
        if weight > 0:
            weighed.append((weight, order, _latest(unit.words)))
    newest = max((year for _, _, year in weighed), default=0)
    old = ((weight - _OLD * (0 < year < newest - _LONG_AGO), order) for weight, order, year in weighed)
    best = _apart(sorted((-weight, order) for weight, order in old if weight > 0), units, matter, most)
    quotes = [text[units[o].start + _opening(units[o].words) : units[o].end] for o in sorted(best)]
    return [ClaimDraft(text=_whole(clause(q)), quotes=[q]) for q in quotes]


def with_event(found: Sequence[ClaimDraft], told: str, most: int = 3) -> list[ClaimDraft]:
    """Put first among the reasons what has happened that a letter comes after, as its release (`told`) says."""
    cue = next((c for c in ("letter ", "letters ", "request ") for w in _COMES if c + w in told), None)
    events = _EVENT.finditer(told) if cue else ()
    event = next((m for m in events if told[: m.start()].rstrip(" ")[-1:] in ("", *'.!?”"\n')), None)
    if not event or not 9 <= event.group().count(" ") <= 50:
        return list(found)
    own = _stems(event.group().lower())
    rest = [c for c in found if len(own & _stems(c.text.lower())) < _SAME * len(own)]
    return [ClaimDraft(text=clause(event.group()), quotes=[event.group()]), *rest][:most]


_COMES = ("come", "came", "follow", "was sent", "were sent", "respond", "is in resp")
_YEAR = re.compile(r"(?<!by )(?<!through )(?<!until )(?<!to )(?<!year )(?<!Year )(?<!FY )\b(?:19|20)\d\d\b(?!-)")
_LONG_AGO = 8
"""Years between the last that a letter's reasons name and one that is history beside it."""
_OLD = 1.4


def _latest(words: str) -> int:
    """Return the last year that a sentence names, or 0."""
    return max(map(int, _YEAR.findall(words)), default=0) if "20" in words or "19" in words else 0


_JOINS = re.compile(
    r"\W*(?:(?:Additionally|Moreover|Furthermore|In addition|In fact|Indeed|Further|Importantly|Most importantly|"
    r"Notably|Specifically|However|Accordingly|Similarly|Likewise|In other words|Simply put|Again|Finally|Lastly|"
    r"(?:Despite|Because of|Given) this|As a result|In closing|In conclusion|In short|On the other hand|"
    r"Unfortunately|Sadly|Alarmingly|Disturbingly|Troublingly|"
    r"Worse|Worse (?:yet|still)|To make matters worse|Of course|To be clear|Plainly|Needless to say|Critically|"
    r"As (?:mentioned|noted|stated|discussed|described|previously \w+)[^,]{0,40}|"
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
        if own and not again and not tells_no_reason(low):
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
    weight -= _leaning(words, low, matter) + 0.5 * bool(_FIRST.search(words)) + 0.3 * (length > 40)
    weight -= 0.6 * any(map(low.__contains__, _OUGHT))
    weight += (
        0.4 * min(2, sum(map(low.__contains__, _NEWS)))
        + 0.5 * bool(_DAY.match(words))
        - 0.6 * any(map(low.__contains__, _HISTORY))
    )
    weight += 0.8 * (1 - order / max(1, total))
    return weight - (_is_so(low[: 2 * _POINTED]) if weight > 0 and not causes else 0.0)


_LETTER = 40  # characters in which a report names the letter
_STATED = re.compile(r"(?:is|was|has|will|would|means|could|may)\b")
_EVENT = re.compile(
    r"(?:This|The|Their|Today['’]s|His|Her|These)\b(?: [\w’'-]+){0,3}? (?:letters?|requests?|inquiry) (?:comes?|came|"
    r"follows?|followed|was sent|were sent|responds? to|is in response)(?: just| only| \w+ (?:days|weeks|months))? "
    r"(?:after|amid|as|on the heels of|in the wake of|in response to|in light of|following|ahead of|in advance of|"
    r"an?|the|recent|new|last|news|reports?|reporting|allegations|[A-Z]\w+['’]s?) "
    r"(?!(?:[\w.’'-]+ ){0,6}?(?:letters?|legislation|introduc\w+|efforts?|calls?|questioning|visit\w*|hosting|"
    r"meetings?|met|tour|wrote|led|sent|pressed|urged|joined|announc\w+ (?:his|her|their))\b)"
    r"[^\n]{30,300}?(?<!\b[A-Z][a-z])(?<!\b[A-Z])[.”](?=\s|$)"
)
"""What has happened that a letter comes after, as its release says: no deed of those who write."""
_POINTED = 60  # characters in which a sentence points to the one before it, or says what its subject is
_POINTS = re.compile(
    r"\b(?:this|these) (?!year|month|week|fall|summer|winter|spring|congress|country|nation|letter|morning|administrat)"
    r"(?P<what>[a-z][\w-]+(?: [a-z][\w-]+)?)"
)
_IS_SO = re.compile(
    r"\b(?:is|are|plays?|provides?|offers?|remains?|serves?|represents?) (?:also |not only )?"
    r"(?:an?|the|one|home|vital|critical|crucial|essential|important|key)\b|"
    r"(?P<law>\b(?:section \d+|act|statute|law|code)(?: of \d{4})? (?:\w+ly )?(?:states|provides|authorizes|requires|"
    r"defines|directs|criminalizes|prohibits)\b|^under (?:\d|current|existing|federal|the law))"
)
_BEING = (
    " is ",
    " are ",
    " play",
    " provide",
    " offer",
    " remain",
    " serve",
    " represent",
    "states",
    "require",
    "under ",
)
"""What a thing is, or what a law says: no change, no failure, no loss."""


def _is_so(low: str) -> float:
    """How much less a sentence tells that says what a thing is, or what a law says."""
    said = _IS_SO.search(low) if any(map(low.__contains__, _BEING)) else None
    return 0.0 if said is None else 1.4 if said["law"] else 0.7


def _leaning(words: str, low: str, matter: frozenset[str]) -> float:
    """How much a sentence leans on the one before it: less where it names what it points to by the matter's words."""
    leans = _LEANS.match(words)
    if (leans or "letter" in words[:_LETTER]) and _EVENT.match(words):
        return -1.5
    if leans and not leans["back"]:
        return 0.5
    points = list(_POINTS.finditer(low, 0, _POINTED)) if " this " in low or " these " in low or leans else []
    leans = leans or next((m for m in points if _STATED.match(m["what"])), None)
    named = all(any(w[:6] in matter for w in m["what"].split()) for m in points)
    return 0.0 if not (points or leans) else 0.5 if points and named else 1.3 if leans else 0.6


def _is_heading(words: str) -> bool:
    """Tell a line without a stop whose words are written large: a headline, or the title of a section."""
    told = [w for w in words.split() if len(w) > _SMALL]
    return sum(w[0].isupper() for w in told) > _LARGE * len(told)


_SMALL = 3  # letters of words that a headline writes small
_LARGE = 0.7
