"""Which sentences of a release tell of its letter: who signs it, and what it asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from brief.calendar_words import MONTH
from brief.document import Span
from brief.letter.names import BRACKETED
from brief.searching import Words, any_word, lowered, places_of

_ABBREVIATED = re.compile(
    r"(?:(?:\b|and)(?:Sens?|Reps?|Mrs?|Ms|Dr|Gov|Hon|St|Ste|Lt|Col|Gen|Del|Jr|Sr|No|vs?|Inc|Co|Corp|Ala|Ariz|Ark|Calif|"
    r"Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|"
    r"Wash|Wis|Wyo|Cong|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|et al|approx|Rev|Messrs)|\b[A-Z]|\.[A-Za-z])\.$"
)
_BREAK = re.compile(
    r"[.!?](?:[\"”’)]*\s+(?=[A-Z“\"(])|”(?=[A-Z“])|(?<=[a-z]{2}\.)(?=[A-Z][a-z]+\s)|(?<=[A-Za-z\d]\)\.)(?=[A-Z][a-z]))"
)
_SIGNS = Words(
    rf"{word}\b" for word in (
        r"letters?", r"sign(?:ed|ing|ers?|ator(?:y|ies)|atures)?", r"co-?sign\w*", r"co-?le(?:d|ads?)",
        r"join(?:ed|ing|s)?", r"led", r"leads?", r"leading", r"along with", r"alongside", r"wrote",
        r"writ(?:es?|ing|ten to)", r"penned", r"authored", r"urg(?:ed|es|ing)", r"call(?:ed|ing|s)? (?:on|for)",
        r"request(?:s|ed|ing)?", r"asking", r"asked", r"demand(?:s|ed|ing)", r"press(?:ed|es|ing)", r"sent", r"told",
        r"push(?:ed|es|ing)",
        r"sends?", r"sending", r"slam\w*", r"blast\w*", r"rais(?:ed|ing)", r"express(?:ed|ing)", r"question(?:ed|ing)",
    )
)  # fmt: skip
"""Of a text in small letters: what a sentence says that tells of signers."""
_PASSING = Words(
    rf"{word}\b" for word in (
        "introduc(?:ed|ing)", "legislation", "bill", "resolution", r"co-?sponsor\w*", "voted", "vote", "sponsor(?:ed)?",
        "previously", "earlier this", "last (?:year|month|week)", "hearing", "amendment", "reintroduced", "passed",
    )
)  # fmt: skip
ABOUT_LETTER = re.compile(any_word(["letters?", "sign(?:ed|ers|atories)", r"co-?sign\w*", "wrote", "writing"]) + r"\b")
"""Of a text in small letters: what a sentence says that speaks of a letter."""
SIGNED_BY = re.compile(
    r"\b(?:(?:co-?)?(?:sign|led|lead|author)\w*|joined(?: in (?:\w+ ){1,3}?)?|joining|supported) ?by\b|"
    r"\balso (?:signed|signing|joining|joined)\b|\b(?:co-?)?sign(?:ers|atories|ed)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=128)  # several rooms ask for the same paragraphs
def sentences_of(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of a release paragraph; "Sen.", "U.S." and "(R-Wis.)" end none."""
    out: list[Span] = []
    at = start
    for place in places_of(".!?", text, start, end):
        found = _BREAK.match(text, place, end) if place >= at else None
        if found is None:
            continue
        if text[place] == "." and _ABBREVIATED.search(text, max(at, found.start() - 12), found.start() + 1):
            continue
        out.append(Span(at, found.end()))
        at = found.end()
    if at < end:
        out.append(Span(at, end))
    return tuple(out)


def stands_quoted(text: str, s: Span, hidden: list[Span]) -> bool:
    """Tell whether a sentence stands in a quotation, and does not go on to name signers behind it."""
    around = next((h for h in hidden if h.start - 1 <= s.start < h.end), None)
    if around is None:
        return False
    return around.end >= s.end or not (
        BRACKETED.search(text, around.end, s.end) and ABOUT_LETTER.search(lowered(text), around.end, s.end)
    )


def within_marks(text: str, start: int, at: int) -> bool:
    """Tell whether quotation marks that `text[start:at]` opens are still open at `at`."""
    opened = text.count("“", start, at) - text.count("”", start, at)
    return opened > 0 or text.count('"', start, at) % 2 == 1


def tells_of_signers(text: str, s: Span, led: Collection[str] = ()) -> bool:
    """Tell whether a sentence says who signs; once somebody is named, only if it speaks of the letter.

    Args:
        text: The document's text.
        s: The sentence.
        led: The surnames of those named before, as printed.
    """
    signs, about_letter = _signs(text, s)
    if signs and about_letter and _OF_OTHERS.search(text, s.start, s.end):
        return bool(SIGNED_BY.search(text, s.start, s.end))
    if not signs or not led:
        return signs
    if tells_of_earlier(text, s):
        return False
    if about_letter or SIGNED_BY.search(text, s.start, s.end):
        return True
    says = text.find(" join", s.start, s.end) >= 0 or text.startswith("Joining ", s.start)
    joined = _JOINED.search(s.of(text)) if says else None
    return joined is not None and (joined["whom"] or joined["those"]) in led


_JOINED = re.compile(
    r"\bjoin(?:ed|s)? (?:[A-Z][\w.]* )*?(?P<whom>[A-Z][\w’'-]+) in (?:also )?"
    r"(?:demanding|calling|urging|requesting|asking|sending|signing|pressing|writing)\b|"
    r"^Joining (?:[A-Z][\w.]* )*?(?P<those>[A-Z][\w’'-]+)(?:,| and) .{0,60}?\b(?:are|were|is|was)\b"
)
"""Who joins somebody in what the letter does."""


def tells_of_earlier(text: str, s: Span) -> bool:
    """Tell whether a sentence says of other days what was done then: "In May, …", "They previously led a letter"."""
    if _ANOTHER_DAY.match(text, s.start, s.end) or _BEFORE_NOW.match(text, s.start, s.end):
        return True
    return text.find("previously ", s.start, s.end) >= 0 and bool(_PREVIOUSLY.search(text, s.start, s.end))


_BEFORE_NOW = re.compile(
    rf"\W*(?:Earlier (?:this|in)|Previously|At the (?:urging|request|behest) of|In (?:early |late )?{MONTH},)"
)
_PREVIOUSLY = re.compile(r"\bpreviously (?:led|sent|joined|wrote|written|signed|\w+ed)\b")
_OF_OTHERS = re.compile(
    r"letter(?<=\bletter) (?:also |specifically |further )*(?:identif(?:ies|ied)|names?|named|"
    r"cit(?:es|ed)|mention(?:s|ed)|references?d?|"
    r"asserts?|asserted|alleges?|alleged|contends?|contended|claims?|claimed|quote[sd]|accuse[sd]|follow(?:s|ed)|criticize[sd]|thank(?:s|ed)|commend(?:s|ed))\b"
)
"""What a sentence says of a letter that tells of others than its signers."""


@lru_cache(maxsize=256)  # signers are looked for until one is named, then beside those, then among those only counted
def _signs(text: str, s: Span) -> tuple[bool, bool]:
    """Tell whether a sentence can say who signs, and whether it speaks of the letter."""
    low = lowered(text)
    if not _SIGNS.stand_in(low, s.start, s.end):
        return False, False
    about_letter = bool(ABOUT_LETTER.search(low, s.start, s.end))
    return about_letter or not _PASSING.stand_in(text, s.start, s.end), about_letter


_ASKED = Words(
    rf"{word}\b" for word in (
        r"letters?", r"wrote", r"writ(?:es?|ing|ten)", r"urg(?:e[sd]?|ing)", r"call(?:s|ed|ing)? (?:up)?(?:on|for)",
        r"request(?:s|ed|ing)?", r"ask(?:s|ed|ing)?", r"demand(?:s|ed|ing)?", r"press(?:es|ed|ing)",
        r"insist(?:s|ed|ing)?", r"encourag(?:e[sd]?|ing)", r"recommend(?:s|ed|ing)?", r"express(?:es|ed|ing)?",
        r"oppos(?:e[sd]?|ing)", r"they",
        *(who + r"(?: also| further| then)? (?:[a-z]+ed|[a-z]+s|[a-z]+ing|say|note|argue|warn|point|cite|want|believe)"
          for who in ("lawmakers", "senators", "members", "representatives", "signers", "signatories", "group",
                      "coalition", "governors", "attorneys general")),
    )
)  # fmt: skip
"""Of a text in small letters: what a sentence says that tells what is asked."""


def of_this_letter(text: str, release: Sequence[Span]) -> list[Span]:
    """Return the paragraphs of a release without the later ones that begin with a day of another letter."""
    return [
        p
        for i, p in enumerate(release)
        if i < _LEAD or not _ANOTHER_DAY.match(text, p.start, p.end) or _OF_TODAY.search(text, p.start, p.end)
    ]


_OF_TODAY = re.compile(
    r"letter(?:(?:(?<=\bthis letter)|(?<=\b[Tt]oday[’']s letter)|(?<=\b[Yy]esterday[’']s letter))\b|"
    r"(?<=\b[Tt]he letter) (?:is|was) (?:also )?(?:co-?)?signed\b)"
)
_LEAD = 2  # paragraphs: the first ones tell of this letter


def tells_what_is_asked(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the sentences of a report that say what a letter asks or says; quotations for the press are none."""
    out = []
    for s in sentences_of(text, start, end):
        words = text[s.start : s.end]
        plain = _IN_MARKS.sub(" ", words) if "“" in words or '"' in words else words
        low = plain.lower()
        if not _ASKED.stand_in(low):
            continue
        if len(plain) < len(words) and (said := _TO_PRESS.search(plain)):
            behind = _ASKING_BEHIND.search(plain, said.end())
            at = text.find(behind[0], s.start, s.end) if behind else -1
            if at >= 0:
                out.append(Span(at, s.end))
            continue
        if any(map(plain.__contains__, _FOLLOWS_KEYS)) and _FOLLOWS.search(plain):
            continue
        if _LONG_AGO.match(plain) or (
            _PASSING.stand_in(plain.replace("confirmation hearing", "")) and not ABOUT_LETTER.search(low)
        ):
            continue
        out.append(s)
    return tuple(out)


_FOLLOWS = re.compile(r"\b(?:letter|request)\b.{0,30}\bfollows\b|\b(?:last (?:week|month|year)|earlier|previously)\b")
_FOLLOWS_KEYS = ("follows", "last ", "earlier", "previously")
"""What a sentence must hold for `_FOLLOWS` to be tried."""
_LONG_AGO = re.compile(
    rf"\W*(?:In (?:(?:early|late|mid-?) ?)?(?:{MONTH} )?(?:of )?(?:19|20)\d\d\b|Last (?:year|month|week|"
    r"Congress|fall|spring|summer|winter)|Since\b|Over the (?:past|last))"
)
_ANOTHER_DAY = re.compile(rf"{_LONG_AGO.pattern}|\W*On {MONTH} \d")
"""How a sentence begins that tells of what was done before: "In May 2031, …", "On May 3, …"."""
_ASKING_BEHIND = re.compile(r"(?:requesting|demanding|asking for|urging|calling on) [^“\"]{20,}$")
"""What a speaker does in the same breath: "…,” said Roe, requesting a response by May 3."."""
_IN_MARKS = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_TO_PRESS = re.compile(r"\b(?:said|says|added|continued|concluded|stated)\b")
