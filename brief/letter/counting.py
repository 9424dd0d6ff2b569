"""Signers whom a document counts and does not name: "and 40 of her colleagues"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from brief.calendar_words import ONES
from brief.document import Span
from brief.letter.names import Mention
from brief.letter.telling import sentences_of, stands_quoted, tells_of_earlier, tells_of_signers, within_marks
from brief.searching import any_word, lowered

_NUMBERS = {word: n for n, word in enumerate(ONES) if 2 <= n <= 12}
_FELLOWS = (
    r"(?:colleagues|[Ss]enators|lawmakers|"
    r"[Mm]embers(?: of (?:Congress|the House(?: of Representatives)?(?: and (?:the )?Senate)?|the Senate))?|"
    r"[Rr]epresentatives|signatures|Republicans|Democrats|governors|[Aa]ttorneys [Gg]eneral|(?:co-?)?signers|"
    r"signatories|legislators|others|House members)"
)
_QUALITY = (
    r"(?:(?!(?:and|to|in|of|letters?|by|for|on)\b)[\w.-]+\s+|(?:Republican|Democrat(?:ic)?|House|Senate) and\s+){0,4}?"
)
_COUNTED = re.compile(
    rf"\b(?<!\bany )(?P<n>(?i:(?:more than |over |nearly |about )?(?:\d{{1,3}}|{'|'.join(_NUMBERS)})))\s+"
    rf"(?:of (?:his|her|their|our|my) )?"
    rf"{_QUALITY}{_FELLOWS}(?: and (?:\d+ )?{_QUALITY}{_FELLOWS})?",
)
_GROUP = re.compile(
    rf"\b(?<!\bas )(?:a (?:bipartisan |bicameral |broad |large )*(?:group|coalition) of {_QUALITY}{_FELLOWS}|"
    rf"(?:several|dozens|many|some) of (?:his|her|their|our) {_QUALITY}{_FELLOWS}|"
    rf"(?:(?<=joined )|(?<=with )|(?<=led )|(?<=and )|(?<=by ))(?:his|her|their) {_QUALITY}colleagues|"
    r"[Tt]he (?:entire|full) (?:(?!letter|text)[\w ]{3,60}? )?delegation|"
    r"(?<!by )[Mm]embers of [A-Z]\w+[’']s (?:\w+ )?delegation|"
    r"(?:(?<=and )|(?<=by )|(?<=led )|(?<=with ))(?:every|all|each) (?:other )?(?:of the )?"
    r"(?:(?:Democratic |Republican )?(?:[Mm]ember|[Ss]enator)|Democrat|Republican)s? "
    r"(?:of|from|in|on) (?:the )?[\w’' ]{3,50}?(?:[Dd]elegation|Senate|House|[Cc]aucus|[Cc]ommittee\b)|"
    r"[Tt]he (?:[A-Z]\w+ ){1,3}(?:[Cc]ongressional |Republican |Democratic )*[Dd]elegation)\b",
)
_NUMBER = re.compile(any_word(_NUMBERS, *"0123456789"))
_FELLOW = re.compile(
    any_word(["colleague", "senator", "member", "lawmaker", "representative", "signature", "republican", "democrat",
              "governor", "attorneys general", "signer", "co-?signer", "signator", "legislator", "others"])
)  # fmt: skip
_ABOUT = ("more than ", "over ", "nearly ", "about ")
_MANY = re.compile(
    "colleagues|delegation|(?:and|by|led|with) (?:every|all|each) |(?:group|coalition|several|dozens|many|some) of "
)
"""Of a text in small letters: without one of these `_COUNTED`, or `_GROUP`, finds nothing."""
_DELEGATION = re.compile(r"[Tt]he (?!entire\b|full\b).*[Dd]elegation$")
_OTHERS = re.compile(r"\b(?:of (?:his|her|their|our|my)|other|others|additional|fellow|colleagues)\b")


def unnamed(text: str, paragraphs: Iterable[Span], quoted: Iterable[Span], named: list[Mention]) -> str | None:
    """Return the words that count signers whom the document does not name, or None if it names them all.

    Args:
        text: The document's text.
        paragraphs: What tells of the letter: headlines and release paragraphs.
        quoted: The quotations within.
        named: The signers who are named.
    """
    hidden, low = list(quoted), lowered(text)
    vague: str | None = None
    first = min((m.start for m in named), default=len(text))
    for p in paragraphs:
        for s in sentences_of(text, p.start, p.end):
            if stands_quoted(text, s, hidden) or not tells_of_signers(text, s):
                continue
            if first < s.start and tells_of_earlier(text, s):
                continue
            counted = _counted(text, low, s)
            if counted and not within_marks(text, s.start, counted.start()):
                return _rest(text, s, counted, named)
            group = _GROUP.search(text, s.start, s.end) if _MANY.search(low, s.start, s.end) else None
            group = None if group and _WHOSE.search(text, s.start, group.start()) else group
            if group and not vague and _after(named, group.end()) == 0 and not (named and _DELEGATION.match(group[0])):
                vague = group[0]
    return vague


_WHOSE = re.compile(r"\bof (?:the )?\w+ and $")
"""Before a group that does nothing: "the mail of the senator and her colleagues"."""


def _counted(text: str, low: str, s: Span) -> re.Match[str] | None:
    """Return the first match of `_COUNTED` in a sentence: tried only at a number, and at the words that round it."""
    if not _FELLOW.search(low, s.start, s.end):
        return None
    for number in _NUMBER.finditer(low, s.start, s.end):
        at = number.start()
        rounds = max((len(words) for words in _ABOUT if low.endswith(words, s.start, at)), default=0)
        if found := (rounds and _COUNTED.match(text, at - rounds, s.end)) or _COUNTED.match(text, at, s.end):
            return found
    return None


def count_of(stated: str) -> int:
    """Return the number that a figure or a number word states."""
    return int(stated) if stated.isdigit() else _NUMBERS[stated.casefold()]


def _rest(text: str, s: Span, counted: re.Match[str], named: list[Mention]) -> str | None:
    count = count_of(counted["n"].split()[-1])
    behind = text[counted.end() : counted.end() + 12].startswith(", led by")
    besides = bool(_BESIDES.search(text, max(s.start, counted.start() - 30), counted.start()))
    others = (bool(_OTHERS.search(counted[0])) or (besides and bool(named))) and not behind
    leaders = min(len(named), 2 if " their " in counted[0] else 1)
    before = max(leaders, sum(s.start <= m.start < counted.start() for m in named)) if others else 0
    left = count + before - len(named)
    stated = re.sub(r"\s+", " ", counted[0])
    if left <= len(named) // 20 or (len(named) >= count and text.endswith("led ", s.start, counted.start())):
        return None  # all are named, but for a slip in counting
    if left == count:
        return stated
    if counted["n"].casefold().startswith(_ABOUT):
        return f"others of “{stated[0].lower()}{stated[1:]}”"  # "over 30 members" less one are no 29
    return f"{left} other{'s' if left > 1 else ''} of “{stated}”" if left < count else stated


_BESIDES = re.compile(
    r"(?:[\w,.)] and|,? (?:along |together )?with|,? alongside|,? joined by|\bled)\s(?:an additional |another )?$"
)


def _after(named: list[Mention], end: int) -> int:
    return sum(m.start >= end for m in named)
