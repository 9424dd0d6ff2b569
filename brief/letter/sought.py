"""What was looked for in a letter and not found, and the line that comes nearest to it, with what that line lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from brief.document import Document, Span
from brief.evidence import Value
from brief.letter import marks
from brief.letter.anatomy import Letter
from brief.letter.dates import find_dates
from brief.letter.deadlines import deadline_phrases
from brief.letter.frames import greets
from brief.letter.lines import Paragraph, paragraphs
from brief.letter.names import RUN
from brief.letter.scan import is_closing
from brief.letter.split import nearest_report
from brief.letter.telling import sentences_of

Wanted = Literal["greeting", "closing", "report", "senders", "recipients", "date", "asks", "deadlines"]

_LOOKED_FOR: dict[Wanted, str] = {
    "greeting": "a line of its own that greets: “Dear …:”, “Hello …,”, an office and a name (“Commissioner Roe:”), "
    "“To the …:”, or a head with “To:” and “From:”",
    "closing": "“Sincerely,”, “Respectfully submitted,”, “With regards,” or another short line with a comma, and names "
    "on the lines below it up to the end",
    "report": "a sentence in the first paragraphs which says that a letter is sent, led, written or signed",
    "senders": "names below the closing, or persons whom the text around the letter names with a title, a party or "
    "a place as those who write, lead, sign or join",
    "recipients": "the greeting, the address above it, “To:”, or words such as “a letter to …”, “urged …”",
    "date": "a date on a line of its own above the letter, on a line of the page, or in the sentence that tells of "
    "the sending",
    "asks": "“we urge/ask/request/call on …”, “please …”, “must/should …”, items below words that ask, and questions",
    "deadlines": "“by/before/within/no later than” and a day or a count of days, in a sentence that asks",
}


class Sought(Value):
    """Something that a letter should have and that was not found in it.

    Args:
        what: What it is. looked_for: The forms that it takes.
        nearest: The words that come nearest, as they stand; None if nothing comes near.
        start: Where they stand in `Document.text`.
        lacks: Why they were not taken for it.
    """

    what: Wanted
    looked_for: str
    nearest: str | None = None
    start: int | None = None
    lacks: str | None = None


Near = tuple[Span, str] | None


def sought(letter: Letter, asks: bool) -> tuple[Sought, ...]:
    """Say what was looked for in vain.

    Args:
        letter: As it was found.
        asks: Whether any ask or question was read in it.
    """
    card, document = letter.card, letter.document
    lines = paragraphs(document)
    none = card.kind == "none"
    wanted: list[tuple[Wanted, bool, Callable[[], Near]]] = [
        ("greeting", none, lambda: _greeting(document.text, lines)),
        ("closing", none, lambda: _closing(document.text, lines)),
        ("report", none, lambda: nearest_report(document.text, tuple(Span(p.start, p.end) for p in lines))),
        ("senders", not (card.senders or card.senders_unnamed), lambda: _sender(letter, lines)),
        ("recipients", not card.recipients, lambda: _recipient(letter)),
        ("date", card.date is None, lambda: _date(document)),
        ("asks", not asks, lambda: _ask(letter)),
        ("deadlines", not letter.deadlines, lambda: _deadline(letter)),
    ]
    return tuple(_told(document, what, near()) for what, missing, near in wanted if missing)


def _told(document: Document, what: Wanted, near: Near) -> Sought:
    if near is None:
        return Sought(what=what, looked_for=_LOOKED_FOR[what])
    span, lacks = near
    words = " ".join(document.text[span.start : span.end].split())
    return Sought(what=what, looked_for=_LOOKED_FOR[what], nearest=words, start=span.start, lacks=lacks)


# --- what comes nearest -------------------------------------------------------------------------------------------


_FIRST = 40  # lines of a document among which a greeting stands
_LINE = 110  # characters of a greeting


def _greeting(text: str, lines: Sequence[Paragraph]) -> Near:
    """Return the line that greets most nearly: one with the words of a greeting, or else with its comma or colon."""
    near: list[tuple[int, Near]] = []
    for k, p in enumerate(lines[:_FIRST]):
        said = marks.DEAR.match(text, p.start, p.end) or greets(text, p) or _TO.match(text, p.start, p.end)
        if said:
            near.append((0, (Span(p.start, p.end), _why_no_greeting(text, lines, k))))
        elif len(p) <= _LINE and text[p.end - 1] in ",:":
            near.append((1, (Span(p.start, p.end), "it names no office and does not greet")))
    return min(near, key=lambda one: one[0])[1] if near else None


_TO = re.compile(r"To:? [A-Z]|(?:Mr|Ms|Mrs|Dr)\.? [A-Z]")


def _why_no_greeting(text: str, lines: Sequence[Paragraph], k: int) -> str:
    p = lines[k]
    if p.block == "noise":
        return "the page marks it as its own, not as part of what it publishes"
    if len(p) > 2 * _LINE:
        return f"it is a paragraph of {len(p)} characters, no line of its own"
    if k + 1 >= len(lines):
        return "nothing follows it"
    if text[p.end - 1] not in ",:!":
        return "it runs on: no comma, colon or exclamation mark ends it"
    return "the text does not follow at once, or the page has lines of its own around it"


def _closing(text: str, lines: Sequence[Paragraph]) -> Near:
    """Return the last short line that might take leave, or the last one that might be a name."""
    for k in range(len(lines) - 1, max(-1, len(lines) - _FIRST), -1):
        p = lines[k]
        if is_closing(text, p) or (len(p) < 60 and text[p.end - 1] == "," and text[p.start].isupper()):
            below = "no name stands below it" if k + 1 == len(lines) else "what stands below it is more than names"
            return Span(p.start, p.end), below if k else "nothing stands above it"
    last = lines[-1] if lines else None
    if last and len(last) < 60 and text[last.end - 1] not in ".?!":
        return Span(last.start, last.end), "no line that takes leave stands above it, and no greeting opens the text"
    return None


_NAMED = re.compile(RUN)
_PERSON = re.compile(r"\b(?:Sen|Rep|Senator|Representative|Congress\w+|Governor|Mayor|Mr|Ms|Mrs|Dr)\b\.? [A-Z]")


def _sender(letter: Letter, lines: Sequence[Paragraph]) -> Near:
    text = letter.document.text
    for part in letter.parts:
        if part.kind in ("signature", "closing") and not is_closing(text, Paragraph(part.start, part.end)):
            return Span(part.start, part.end), "it is no name of a person or of a body that signs"
    titled = (_PERSON.search(text, p.start, p.end) for p in lines)
    found = next(filter(None, titled), None)
    if found:
        s = _sentence(text, lines, found.start())
        return s, "it does not say that this person writes, leads, signs or joins the letter"
    last = lines[-1] if lines else None
    if last and len(last) < 60 and _NAMED.fullmatch(text, last.start, last.end):
        return Span(last.start, last.end), "it is one word, or stands below no text of a letter"
    return None


def _sentence(text: str, lines: Sequence[Paragraph], at: int) -> Span:
    p = next(p for p in lines if p.start <= at < p.end)
    return next((s for s in sentences_of(text, p.start, p.end) if s.start <= at < s.end), Span(p.start, p.end))


_WHOM = re.compile(r"\b(?:to|urge|ask|request|call on|tell) (?:the |our )?(?=[A-Z])|\byou\b")


def _recipient(letter: Letter) -> Near:
    text = letter.document.text
    greeting = next((p for p in letter.parts if p.kind == "salutation"), None)
    if greeting:
        return Span(greeting.start, greeting.end), "it names neither a person nor an office"
    for p in paragraphs(letter.document):
        found = _WHOM.search(text, p.start, p.end)
        if found:
            return _sentence(text, [p], found.start()), "it does not say that the letter goes to somebody it names"
    return None


def _date(document: Document) -> Near:
    text = document.text
    found = next(iter(find_dates(text)), None)
    if found is None:
        return None
    begin = max(0, text.rfind("\n", 0, found.start) + 1, found.start - 60)
    stop = text.find("\n", found.end)
    return Span(begin, min(stop if stop >= 0 else len(text), found.end + 60)), (
        "it stands within a sentence that does not tell of the letter's sending, or far from its beginning"
    )


_SOFT = re.compile(
    r"\b(?:hope|need(?:s|ed)?|important|vital|essential|crucial|critical|call|want|would like|expect|support|oppose|"
    r"deserve|ought|please|consider|concern\w*)\b",
    re.IGNORECASE,
)


def _ask(letter: Letter) -> Near:
    text = letter.document.text
    for s in _sentences(letter):
        if _SOFT.search(text, s.start, s.end):
            return s, "it holds a view, a hope or another's request, and asks nobody to do anything"
    return None


def _sentences(letter: Letter) -> Iterator[Span]:
    for s in letter.body:
        yield from sentences_of(letter.document.text, s.start, s.end)


def _deadline(letter: Letter) -> Near:
    for s in letter.body:
        for found in deadline_phrases(letter.document.text[s.start : s.end]):
            at = Span(s.start + found.start, s.start + found.end)
            around = next((x for x in _sentences(letter) if x.start <= at.start < x.end), at)
            return around, "the sentence asks for nothing by then, or tells what others are bound to"
    return None
