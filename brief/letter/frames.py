"""A letter without the usual greeting, in a document that shows no other: known by the frame it stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from brief.document import Span
from brief.letter import marks
from brief.letter.addressee_phrases import phrase
from brief.letter.card import Recipient
from brief.letter.headers import FIELD
from brief.letter.lines import Paragraph
from brief.letter.scan import Stretch, is_closing

_OFFICE = re.compile(rf"{marks.OFFICES}\b\.?(?: (?:[A-Z][\w.’'-]*|of|the|and|for)){{1,8}}$")
GREETING = re.compile(
    r"(?:Hello|Hi|Hey|Greetings|Salutations|Good (?:day|morning|afternoon|evening)|(?:Most )?(?:Esteemed|Respected|"
    r"Honou?red)|To(?= (?:(?:the|all|our) )?(?-i:[A-Z])))\b,?(?P<whom>[^\n?]{0,90})$",
    re.IGNORECASE,
)
"""A line that greets without "Dear"."""
_TAKES_LEAVE = re.compile(r"[A-Z][\w’' ]{1,45},$")
_NAME = re.compile(
    r"(?:By:\s*)?(?:/s/\s*)?(?:(?:Rev|Dr|Mr|Mrs|Ms|Prof|Hon)\.? )?"
    r"[A-ZÀ-Þ][\w’'-]*\.?(?: [A-ZÀ-Þ][\w’'-]*\.?){1,3}(?:, [A-Z][^,.\n]{1,50})?"
)
_OPENS_PETITION = re.compile(
    r"(?:We|I)(?:,? the (?:undersigned|residents|citizens|members|parents|tenants|owners|workers|people|students)\b|"
    r" (?:hereby |respectfully )?petition\b)"
)
_PUBLISHED = re.compile(
    r"(?i:(?:for )?immediate release|press release|news release|media contact|press contact)|[A-Z][A-Z., ]{3,40}[-–—(]"
)
_ADDRESSES = re.compile(
    r"\b(?:[Yy]ours?|[Yy]ou|[Pp]lease)\b|\b(?:asks?|urges?|requests?|petitions?|comments?)\b.{0,40}\b(?:the|that)\b"
)
_LINE = 90  # characters: what is longer is text
_MOST_HEAD = 25  # lines above the text


@dataclass(frozen=True, slots=True)
class Frame:
    """What a document shows of a letter's frame, as numbers of its paragraphs; None where it shows nothing.

    Args:
        first: The first paragraph of text.
        greeting: The line that greets.
        headed: A line of a memorandum's head, or a subject.
        sent: The line that says to whom, in a head that also says from whom or on what.
        dated: A line with a date, or of an address.
        petition: The paragraph with which a petition opens.
        closing: The line that takes leave.
        names: The first line of the names below the text.
    """

    first: int
    greeting: int | None = None
    headed: int | None = None
    sent: int | None = None
    dated: int | None = None
    petition: int | None = None
    closing: int | None = None
    names: int | None = None

    @property
    def holds(self) -> bool:
        """Whether it is enough for a letter: one sure sign, or two that are weak alone."""
        if any(sign is not None for sign in (self.greeting, self.petition, self.sent)):
            return True
        above = self.headed is not None or self.dated is not None
        below = self.closing is not None or self.names is not None
        return (above and below) or (self.closing is not None and self.names is not None)


def framed(text: str, found: list[Paragraph]) -> list[Stretch]:
    """Return the letter that a document is from end to end, if its frame shows it to be one."""
    frame = frame_of(text, found)
    if frame is None or not frame.holds:
        return []
    ends = (k for k in (frame.closing, frame.names) if k is not None)
    stop = next(ends, len(found))
    if not any(_ADDRESSES.search(text, p.start, p.end) for p in found[frame.first : stop]):
        return []
    return [Stretch(0, frame.greeting, frame.first, stop, len(found))]


def frame_of(text: str, found: list[Paragraph]) -> Frame | None:
    """Return what a document shows of a letter's frame; None if it is no running text, or a release."""
    first = next((k for k, p in enumerate(found) if _is_text(text, p)), None)
    if first is None or first > _MOST_HEAD or any(_of_page(text, p) for p in found):
        return None
    head = range(first)
    if any(_PUBLISHED.match(text, found[k].start, found[k].end) for k in range(first + 1)):
        return None
    closing, names = _below(text, found, first)
    fields = {k: m["field"].casefold() for k in head if (m := FIELD.match(text, found[k].start, found[k].end))}
    return Frame(
        first,
        greeting=next((k for k in head[-1:] if greets(text, found[k])), None),
        headed=next(iter(fields), None),
        sent=next((k for k, field in fields.items() if field == "to" and len(set(fields.values())) > 1), None),
        dated=next((k for k in head if _dates(text, found[k])), None),
        petition=first if _OPENS_PETITION.match(text, found[first].start, found[first].end) else None,
        closing=closing,
        names=names,
    )


def _of_page(text: str, p: Paragraph) -> bool:
    """Tell whether a line is a site's, not a letter's: then the document is a page that publishes something."""
    if p.block == "noise":
        return True
    return len(p) < 160 and marks.is_furniture(text, p.start, p.end) and not marks.PAGE.match(text, p.start)


def greets(text: str, p: Paragraph | Span) -> bool:
    """Tell whether a line greets, though not as letters to officials mostly do."""
    if p.end - p.start > _LINE:
        return False
    return bool(GREETING.match(text, p.start, p.end) or _OFFICE.match(text, p.start, p.end))


def _is_text(text: str, p: Paragraph) -> bool:
    if len(p) <= _LINE and (greets(text, p) or FIELD.match(text, p.start, p.end)):
        return False
    return (len(p) > 40 and text[p.end - 1] in ".?!:") or len(p) > 2 * _LINE


def _dates(text: str, p: Paragraph) -> bool:
    return any(mark.match(text, p.start, p.end) for mark in (marks.DATE_LINE, marks.ADDRESS, marks.HONORABLE))


def _below(text: str, found: list[Paragraph], first: int) -> tuple[int | None, int | None]:
    """Return the line that takes leave and the first of the names below the text."""
    reach = range(first + 1, len(found))
    closing = next((k for k in reach if is_closing(text, found[k])), None)
    begin = closing + 1 if closing is not None else len(found)
    while closing is None and begin - 1 > first and _of_signature(text, found[begin - 1]):
        begin -= 1
    if closing is None and begin < len(found) and _TAKES_LEAVE.match(text, found[begin].start, found[begin].end):
        closing, begin = begin, begin + 1
    named = begin < len(found) and _NAME.fullmatch(text, found[begin].start, found[begin].end)
    return closing, begin if named else None


def _of_signature(text: str, p: Paragraph) -> bool:
    return len(p) < 70 and text[p.end - 1] not in ".?!:;" and not text[p.start].islower() and "http" not in p.of(text)


_ASKED = re.compile(
    r"\b(?:petition|ask|urge|request|call (?:up)?on|appeal to|pray)s? (?P<whom>(?:the )?(?=[A-Z])(?!(?:I|We)\b)"
    r"(?:[\w’'&-]+ ?){1,9}?)(?=,? to\b|,? that\b|[.,:;]|\s+for\b|$)"
)


def asked(text: str, body: Sequence[Span]) -> list[Recipient]:
    """Return whom a letter without greeting or address asks in its first sentences: "we petition the Town Council"."""
    for p in body[:1]:
        found = _ASKED.search(text, p.start, min(p.end, p.start + _REACH))
        if found:
            return [r for r in phrase(found["whom"]) if r.name or r.office]
    return []


_REACH = 500  # characters of a letter in which it says whom it asks
