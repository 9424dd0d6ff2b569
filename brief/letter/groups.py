"""Organisations, or people of a kind, that a report names or counts as those who write, where it names no person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from brief.document import Span
from brief.letter.bodies import kept_whole, unguarded
from brief.letter.names import Mention, word_key
from brief.letter.offices import INSTITUTIONS
from brief.letter.telling import sentences_of, tells_of_earlier

_KINDS = (
    r"(?:groups|organi[sz]ations|associations|businesses|companies|unions|mayors|advocates|parents|residents|scientists|"
    r"economists|professors|scholars|physicians|doctors|veterans|students|workers|farmers|ministers|tribes|nations)"
)
_DOES = r"(?:sent|signed|wrote|urged?|call(?:ed)?|joined|ask(?:ed)?|demand(?:ed)?|delivered|submitted|pressed)"
_COUNTED = re.compile(
    r"\b(?P<group>(?i:dozens|hundreds|scores|(?:more than |over |nearly )?\d[\d,]*|several|"
    rf"a (?:\w+ )?(?:coalition|alliance|group))(?: of)? (?:(?!(?:of|the|and|to)\b)[\w-]+ ){{0,4}}?"
    rf"{_KINDS}(?: and {_KINDS})?)\b"
    rf"(?=[^.;“”\"]{{0,60}}?\b{_DOES}\b)"
)
_SIGNED = re.compile(
    r"\b(?:signed|sent|written|endorsed) by (?P<list>(?:the )?[A-Z][^.;:“”\"]{3,400}?)"
    r"(?=[.;:“”\"]|,? (?:says|said|asks|asked|urges|urged|calls|argues|warns|states|that|which|and (?:asks|says))\b)"
)
_WRITES = re.compile(
    r"(?:.{2,40}\s?[–—-]{1,2}\s)?(?:Today, |Yesterday, |On \w+day, |This week, )?(?:The )?"
    r"(?P<who>[A-Z][\w’'&.-]*(?: (?:of|for|the|and|on|in|to|against|[A-Z][\w’'&.-]*))*)(?: \([A-Z]{2,8}\))?,? "
    rf"(?:(?:today|yesterday|recently|on \w+day|this week),? )?{_DOES}\b"
)
_PARTED = re.compile(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?")
_MORE = re.compile(rf"(?:more than |over |nearly )?\d[\d,]* (?:other |additional )?(?:\w+ ){{0,3}}{_KINDS}$")
_LEAD = 4  # paragraphs in which a report says who writes


def writers(text: str, release: Sequence[Span]) -> tuple[list[Mention], str | None]:
    """Return the organisations that a report says sent or signed a letter, and the words that count further ones."""
    told = [s for p in release[:_LEAD] for s in sentences_of(text, p.start, p.end) if not tells_of_earlier(text, s)]
    named = [m for s in told for m in _named(text, s)]
    more = (m[0] for s in told for piece in _pieces(text, s) if (m := _MORE.search(piece)))
    counted = (m["group"] for s in told if (m := _COUNTED.search(text, s.start, s.end)))
    rest = next(chain(more, counted), None)
    return named, " ".join(f"{rest[0].lower()}{rest[1:]}".split()) if rest else None


def _pieces(text: str, s: Span) -> Iterator[str]:
    signed = _SIGNED.search(text, s.start, s.end)
    for piece in _PARTED.split(kept_whole(signed["list"])) if signed else ():
        yield unguarded(piece).strip(" ,").removeprefix("the ")


def _named(text: str, s: Span) -> Iterator[Mention]:
    """Yield the bodies of one sentence: who "sent" the letter, and each of those by whom it is "signed"."""
    writes = _WRITES.match(text, s.start, s.end)
    names = [writes["who"]] if writes and _is_body(writes["who"]) else []
    for name in dict.fromkeys([*names, *filter(_is_body, _pieces(text, s))]):
        at = text.find(name, s.start)
        if at >= 0:
            yield Mention(name, "", at, at + len(name))


def _is_body(name: str) -> bool:
    """Tell whether a name holds the kind of a body; no government's, which is written to."""
    parts = name.split()
    if not name[:1].isupper() or not 2 <= len(parts) <= 9:
        return False
    return any(word_key(w) in INSTITUTIONS or word_key(w) in _OF_BODIES for w in parts)


_OF_BODIES = frozenset(
    ["union", "united", "network", "campaign", "project", "watch", "citizens", "friends", "workers", "action", "forum",
     "initiative", "partnership", "movement", "teachers", "parents", "advocates", "alliance", "society", "club"]
)  # fmt: skip
