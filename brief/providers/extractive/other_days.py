"""What a report tells of other days and other work of the same people: none of it is what their letter asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.calendar_words import FULL_MONTH, MONTH
from brief.providers.extractive.units import Unit

# What the same people did before is told in the same reports.
_EARLIER = re.compile(
    r"\W*(?:In (?:(?:early|late|mid-?) )?(?:[A-Z][a-z]+ )?(?:of )?(?:19|20)\d\d\b|Last (?:year|month|week|Congress|"
    r"fall|spring|summer|winter|[A-Z][a-z]+)|(?:Earlier|Previously|Since|Background)\b|(?:In|Over|During) (?:the|"
    rf"recent) (?:past|last|years|months)|That same (?:month|year|day)|In {FULL_MONTH}\b)"
)
_PREVIOUSLY = re.compile(
    r"\bpreviously (?:sent|wrote|written|led|joined|urged|called|asked|requested|pressed|demanded)\b"
)
_SENT_ON = re.compile(
    rf"\b(?:sent|wrote|led) (?:a|an|another) letter to [^.;]{{2,90}} (?:on|in|last) (?:{MONTH}|\w+day|month|year)\b"
)
_ON_A_DAY = re.compile(rf"\W*On {MONTH} \d{{1,2}}(?:, (?:19|20)\d\d)?,? ")
OF_THAT_LETTER = re.compile(
    r"\W*(?:Specifically|In (?:it|that letter)|That letter|The letter (?:also|then)|They also)\b"
)
"""How a sentence begins that goes on with the letter of the sentence before."""
DEED = re.compile(
    r"\b(?:letters?|wrote|sent|led|leads?|joined|urged|called|requested|asked|pressed|pushed|introduced|sought|"
    r"demanded|announced|helped|secured|urging|asking|requesting|calling)\b"
)
_FOREIGN = re.compile(
    r"\W*(?:In addition to (?:this|the|their) letter|In response)\b|"
    r"(?:(?:On|Last) [^,]{3,20},? )?(?:Governor|Gov\.) [^.;,]{3,60}? (?:sent|wrote|submitted|made|issued|requested)\b"
)
_OTHER_WORK = re.compile(
    r"\b(?:(?:at|during|in|after|following|[Aa]t) (?:an?|the|today's|[A-Z][\w']+) (?:[\w'-]+ ){0,6}?hearing|"
    r"(?:re)?introduced|op-ed)\b"
)
_OTHER_WORK_KEYS = ("hearing", "introduced", "op-ed")
_A_LETTER = re.compile(r"\bletter")
RECORD = re.compile(
    r"\W*(?:(?:U\.S\. )?(?:Senators?|Sens?\.|Representatives?|Reps?\.|Congress(?:man|woman)|"
    r"[A-Z]\w+) (?:[A-Z][\w.'-]+ ){0,3}?(?:has|have) (?:long|been|repeatedly|consistently|previously|an? (?:long|"
    r"strong|proven)|led|worked|fought|championed|advocated)\b|Background\b)"
)


def is_earlier(words: str, later: bool) -> bool:
    """Tell whether a sentence is of another day; `later`: what this letter asks was told before it."""
    before = _EARLIER.match(words) or ("previously" in words and _PREVIOUSLY.search(words))
    again = later and (
        "separate letter" in words or _ON_A_DAY.match(words) or (" letter to " in words and _SENT_ON.search(words))
    )
    return bool(before or again)


def is_foreign(words: str) -> bool:
    """Tell whether a sentence tells of something else than the letter: a governor's, a hearing, a bill."""
    if words.endswith("?") or _FOREIGN.match(words):
        return True
    return (
        any(map(words.__contains__, _OTHER_WORK_KEYS))
        and not _A_LETTER.search(words)
        and bool(_OTHER_WORK.search(words))
    )


def of_other_letters(units: Sequence[Unit], to: str) -> frozenset[int]:
    """The places of sentences that tell of a letter to somebody else, on a page that tells of this one too.

    Args:
        units: A report's sentences. to: The recipients as a line.
    """
    own = set(_NAMED.findall(to))
    told = [
        (order, unit.paragraph, set(_NAMED.findall(m["whom"])))
        for order, unit in enumerate(units)
        if "etter" in unit.words and (m := _TO_WHOM.search(unit.words))
    ]
    if not any(own & named for _, _, named in told):
        return frozenset()
    others = [(order, paragraph) for order, paragraph, named in told if named and not own & named]
    return frozenset(
        n for order, paragraph in others for n, u in enumerate(units) if n >= order and u.paragraph == paragraph
    )


_NAMED = re.compile(r"(?!The\b)[A-Z][\w'-]{2,}")
_TO_WHOM = re.compile(r"\bletter to (?:the )?(?P<whom>[A-Z][^;:]{3,160}?)(?=, (?:[A-Z][a-z]+ ){2}|[,.] [a-z]|\.$|$)")
