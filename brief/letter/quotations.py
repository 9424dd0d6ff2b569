"""Quotations in a release: where they stand, who speaks, and whether the words are the letter's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from brief.document import Span
from brief.letter.attribution import SAID, Said, attribution, last_sentence
from brief.letter.lines import Paragraph
from brief.letter.speakers import first_named, named_before, speaker_name
from brief.letter.unmarked import said_below, told_without_marks, written_first
from brief.searching import places_of

QuotedFrom = Literal["letter", "press"]

_MARKS = '“”"„'
_LONG = 25  # characters between quotation marks: fewer are a title or a word of somebody's
_LETTERLIKE = re.compile(
    r"\b(?:[Ww]e|I)(?: are)? writ(?:e|ing)\b|\bDear\b|\byour (?:agency|department|administration|office|company|"
    r"letter|leadership)\b"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in one paragraph.

    Args:
        start, end: The words between its outermost marks.
        pieces: The quoted stretches within, without marks and without "said X".
        speaker: Who says it, with title, as stated; "" if the text names nobody.
        origin: `letter` if they are words of the letter, `press` if said to the press.
        group: The speaker is a group ("the senators") or the letter itself.
    """

    start: int
    end: int
    pieces: tuple[Span, ...]
    speaker: str
    origin: QuotedFrom
    group: bool = False
    paragraph: int = 0


def quoted_stretches(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches between quotation marks in one paragraph; an unclosed one runs to its end."""
    found: list[Span] = []
    opened: int | None = None
    within = 0
    for at in places_of(_MARKS, text, start, end):
        if _opens(text, at, start, end, opened):
            within += opened is not None
            opened = at + 1 if opened is None else opened
        elif within:
            within -= 1
        elif opened is not None:
            found.append(Span(opened, at))
            opened = None
        elif text[at] == "”" and at - (found[-1].end if found else start) > 80:
            found.append(Span(_after_speaker(text, found[-1].end + 1 if found else start, at), at))
    if opened is not None and end - opened > 20:
        found.append(Span(opened, end))
    return [s for s in found if s.end > s.start]


def _opens(text: str, at: int, start: int, end: int, opened: int | None) -> bool:
    if text[at] in "“„":
        return True
    if text[at] == "”":
        return opened is None and at == start
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if opened is None:
        return not after.isspace()
    return before.isspace() and not after.isspace()


_SPEAKER_OVER = re.compile(
    r"[^“”]{3,90}?[a-z)](?<!Rep)(?<!Sen)(?<!Reps)(?<!Sens)(?<!Gov)(?<!Dr)(?<!Mr)(?<!Ms)\.\s+(?=[A-Z])"
)


def _after_speaker(text: str, start: int, end: int) -> int:
    """Return where quoted words begin whose opening mark is missing: after "said X.", else at the start."""
    found = _SPEAKER_OVER.match(text, start, end)
    return found.end() if found else start


def quotations(
    text: str, release: Iterable[tuple[int, Paragraph]], headings: Mapping[int, Paragraph] = MappingProxyType({})
) -> Iterator[Quotation]:
    """Yield the attributed quotations of a release, in order.

    Args:
        text: The document's text.
        release: Its release paragraphs with their numbers.
        headings: Its headings with theirs, one of which may announce what follows ("From the letter").
    """
    numbered = list(release)
    marked = [(n, p, quoted_stretches(text, p.start, p.end)) for n, p in numbered]
    if not any(s.end - s.start >= _LONG for *_, stretches in marked for s in stretches):
        yield from _without_marks(text, numbered)
        return
    within, below = _within(text, marked), said_below(text, numbered)
    last: Quotation | None = None
    held: list[tuple[int, list[Span]]] = []
    previous = ""
    for number, paragraph, marks in marked:
        stretches = [within[number]] if number in within else marks
        heading = headings.get(number - 1)
        previous = heading.of(text) if heading and _announces(heading.of(text)) else previous
        if stretches and _goes_on_below(text, paragraph, stretches) and not _announced(previous):
            held.append((number, stretches))
            continue
        here = list(_of_paragraph(text, paragraph, stretches, last, previous)) if stretches else []
        here = here or list(_unmarked(text, paragraph, below.get(number, "")))
        for n, one in (*_held(text, held, here, paragraph, last), *((number, q) for q in here)):
            last = replace(one, paragraph=n)
            if one.origin == "letter" or one.speaker:
                yield last
        held = []
        previous = text[max(paragraph.start, paragraph.end - 400) : paragraph.end]
    for n, one in _held(text, held, [], None, last):
        yield replace(one, paragraph=n)


def _within(text: str, marked: Sequence[tuple[int, Paragraph, list[Span]]]) -> dict[int, Span]:
    """Return the words of paragraphs that stand between a mark that opens a quotation and the one that closes it."""
    out: dict[int, Span] = {}
    between: dict[int, Span] | None = None
    for number, p, stretches in marked:
        mark = next(iter(places_of(_MARKS, text, p.start, p.end)), -1)
        if mark < 0:
            between = None if between is None else {**between, number: Span(p.start, p.end)}
            continue
        if between and text[mark] == "”" and len(between) < _APART:
            out |= {**between, number: Span(p.start, mark)}
        opens = bool(stretches) and _whole(p, stretches) and stretches[-1].end == p.end and text[p.start] == "“"
        between = {} if opens else None
    return out


_APART = 8  # paragraphs: no quotation goes on for longer without a mark


def _goes_on_below(text: str, paragraph: Paragraph, stretches: list[Span]) -> bool:
    """Tell whether a paragraph is all quotation and leaves it open, so that what follows may tell who speaks."""
    if text[paragraph.start] not in '“"' or stretches[-1].end != paragraph.end or not _whole(paragraph, stretches):
        return False
    return not any(SAID.search(text, a.end, b.start) for a, b in pairwise(stretches))


def _held(
    text: str, held: list[tuple[int, list[Span]]], here: list[Quotation], p: Paragraph | None, last: Quotation | None
) -> Iterator[tuple[int, Quotation]]:
    """Yield the paragraphs held back: theirs who speaks in the one below, or else who spoke before."""
    below = here[0] if here and p and text[p.start] in '“"' and here[0].start == p.start + 1 else None
    for number, stretches in held:
        if below:
            yield number, replace(below, start=stretches[0].start, end=stretches[-1].end, pieces=tuple(stretches))
        else:
            yield from ((number, one) for one in _continued(stretches, last, ""))


def _unmarked(text: str, p: Paragraph, speaker: str) -> Iterator[Quotation]:
    """Yield what a paragraph gives as somebody's words without marks, on a page that has marks elsewhere."""
    if speaker:
        yield Quotation(p.start, p.end, (Span(p.start, p.end),), speaker, "press")
    elif wrote := written_first(text, Span(p.start, p.end)):
        yield from _quotation(text, *wrote, None)


def _without_marks(text: str, release: Sequence[tuple[int, Paragraph]]) -> Iterator[Quotation]:
    below = said_below(text, release)
    last: Quotation | None = None
    for number, p in release:
        if number in below:
            yield Quotation(p.start, p.end, (Span(p.start, p.end),), below[number], "press", paragraph=number)
            continue
        for group, said in told_without_marks(text, p):
            for one in _quotation(text, group, said, last):
                last = replace(one, paragraph=number)
                if one.origin == "letter" or one.speaker:
                    yield last


def _of_paragraph(
    text: str, paragraph: Paragraph, stretches: list[Span], last: Quotation | None, previous: str
) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph: stretches with one speaker belong together."""
    group: list[Span] = []
    said: Said | None = None
    for i, stretch in enumerate(stretches):
        left = stretches[i - 1].end + 1 if i else paragraph.start
        right = stretches[i + 1].start - 1 if i + 1 < len(stretches) else paragraph.end
        own = attribution(text, left, stretch, right)
        if own and said and own.who and own.who != said.who and not own.back and _before_only(own, stretch):
            yield from _quotation(text, group, said, last)
            group, said = [], None
        if own or group or (i == 0 and _whole(paragraph, stretches)):
            group.append(stretch)
        said = said or own
    if group and said:
        yield from _quotation(text, group, said, last)
    elif group:
        yield from _continued(group, last, previous)


def _before_only(own: Said, stretch: Span) -> bool:
    return own.end <= stretch.start or own.end > stretch.end


def _whole(paragraph: Paragraph, stretches: list[Span]) -> bool:
    """Tell whether a paragraph is nothing but quotation."""
    inside = sum(s.end - s.start for s in stretches)
    return stretches[0].start - paragraph.start <= 2 and inside >= 0.9 * len(paragraph) - 4


_GOES_ON = re.compile(r"continue|conclude|add|closed|went on")


def _quotation(text: str, group: list[Span], said: Said, last: Quotation | None) -> Iterator[Quotation]:
    start, end = group[0].start, group[-1].end
    words = sum(len(text[s.start : s.end].split()) for s in group)
    if words < 4 or (words < 8 and not text[start].isupper()) or _woven(text, start, said):
        return
    speaker = said.who or (last.speaker if said.back and last else named_before(text, start) if said.back else "")
    yield Quotation(start, end, tuple(group), speaker, _origin(text, start, end, said, last, speaker), said.group)


def _woven(text: str, start: int, said: Said) -> bool:
    """Tell whether the quoted words are a fragment woven into what the release tells: 'testified that "the'."""
    return text[start].islower() and said.end <= start and text[max(0, start - 6) : start - 1].endswith("that ")


def _origin(text: str, start: int, end: int, said: Said, last: Quotation | None, speaker: str) -> QuotedFrom:
    """Tell whose words a quotation is: a group's are its letter's, unless it states them to the press."""
    if "wr" in said.verb or "read" in said.verb or "penned" in said.verb:
        return "letter"
    if said.to_press:
        return "press"
    if _GOES_ON.search(said.verb) and last and (said.back or (said.group and last.group) or _same(speaker, last)):
        return last.origin
    return "letter" if said.group or _LETTERLIKE.search(text, start, end) else "press"


def _same(speaker: str, last: Quotation) -> bool:
    return last.group or (bool(speaker) and speaker.split()[-1] in last.speaker)


_ANNOUNCES = re.compile(
    r"(?i)\b(?:below|following|these|here)\b[^.]{0,40}\b(?:excerpts?|highlights|passages|portions|quotes)\b|"
    r"\b(?:excerpts?|highlights|passages|portions) (?:from|of) the ?letter\b[^.]{0,40}\b(?:follow|below)|"
    r"^\W*(?:key )?(?:excerpts?|highlights|quotes)(?: (?:from|of) (?:the|their|his|her) letter)?\W*$|"
    r"^\W*from (?:the|their|his|her) letter\W*$"
)
_OF_A_LETTER = re.compile(r"(?i)\b(?:wrote|writes?|text|reads?|excerpts?|highlights)\b|letter\b")
_STATES = re.compile(r"\bstatements?\b|\bto say\b")


def _announced(previous: str) -> bool:
    return previous.rstrip().endswith((":", "：")) or _announces(last_sentence(previous))


def _announces(sentence: str) -> bool:
    """Tell whether a sentence says that words of the letter follow."""
    low = sentence.lower()
    return any(map(low.__contains__, _ANNOUNCED)) and bool(_ANNOUNCES.search(sentence))


_ANNOUNCED = ("excerpt", "highlight", "passage", "portion", "quote", "letter")
"""What a sentence in small letters must hold for `_ANNOUNCES` to be tried."""


def _continued(group: list[Span], last: Quotation | None, previous: str) -> Iterator[Quotation]:
    """Yield a paragraph that is all quotation: it goes on with the speaker before, or with one announced by a colon."""
    if _announced(previous):
        clause = last_sentence(previous)
        letter = bool(_OF_A_LETTER.search(clause)) and not _STATES.search(clause)
        speaker = speaker_name(clause) or ("" if letter else first_named(previous))
        if letter or speaker:
            yield Quotation(
                group[0].start, group[-1].end, tuple(group), speaker, "letter" if letter else "press", letter
            )
    elif last:
        yield replace(last, start=group[0].start, end=group[-1].end, pieces=tuple(group))
