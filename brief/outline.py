"""How a document was understood: its parts with their lines, its letters, and what was found in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from brief.document import Document
from brief.drafts import ClaimDraft, Strength
from brief.evidence import Value
from brief.ground import ground
from brief.letter.anatomy import Letter, Part, PartKind
from brief.letter.card import Authority, Deadline, LetterCard, Statement
from brief.letter.sought import Sought, sought
from brief.providers.extractive.reading import read_letter


class OutlinePart(Value):
    """One part of the document.

    Args:
        first_line, last_line: Lines of `Document.text`, counted from 1.
        start, end: Characters of `Document.text`.
        letter: Number of the letter that it belongs to; 0 if to none or all.
    """

    kind: PartKind
    first_line: int
    last_line: int
    start: int
    end: int
    letter: int = 0
    speaker: str | None = None
    text: str


class OutlineItem(Value):
    """An ask or a question as the rules read it; `line` is where it begins in `Document.text`, counted from 1."""

    kind: Literal["ask", "question"]
    line: int | None = None
    number: str | None = None
    parent: str | None = None
    strength: Strength | None = None
    text: str


class OutlineMiss(Sought):
    """Something that was looked for and not found; `line` is where the nearest words begin in `Document.text`."""

    line: int | None = None


class OutlineLetter(Value):
    """One letter as it was found; `items` are its asks and questions by rule, in the order of the text.

    `not_found` says of what the letter lacks, what was looked for and which line came nearest.
    """

    card: LetterCard
    words: int
    items: tuple[OutlineItem, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    authorities: tuple[Authority, ...] = ()
    statements: tuple[Statement, ...] = ()
    unlisted: tuple[str, ...] = ()
    not_found: tuple[OutlineMiss, ...] = ()


class Outline(Value):
    """What `brief read` shows of one document."""

    schema_version: str = Field(default="letterbrief/outline.v1", alias="schema")
    name: str
    sha256: str
    media_type: str
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    parts: tuple[OutlinePart, ...] = ()
    letters: tuple[OutlineLetter, ...] = ()


class Outlines(Value):
    """What `brief read --format json` prints."""

    schema_version: str = Field(default="letterbrief/outlines.v1", alias="schema")
    documents: tuple[Outline, ...] = ()


def outline(document: Document, letters: Sequence[Letter]) -> Outline:
    """Say how `document` was taken apart into `letters`; without letters there are no parts to show."""
    starts = [0, *(i + 1 for i, c in enumerate(document.text) if c == "\n")]
    parts = letters[0].parts if letters else ()
    return Outline(
        name=document.name,
        sha256=document.sha256,
        media_type=document.media_type,
        pages=len(document.pages) or None,
        warnings=document.warnings,
        parts=tuple(_part(p, document, starts) for p in parts),
        letters=tuple(_letter(x, starts) for x in letters),
    )


def _part(part: Part, document: Document, starts: Sequence[int]) -> OutlinePart:
    return OutlinePart(
        kind=part.kind,
        first_line=bisect_right(starts, part.start),
        last_line=bisect_right(starts, max(part.start, part.end - 1)),
        start=part.start,
        end=part.end,
        letter=part.letter,
        speaker=part.speaker,
        text=document.text[part.start : part.end],
    )


def _letter(letter: Letter, starts: Sequence[int]) -> OutlineLetter:
    read = read_letter(letter.text, kind=letter.card.kind)
    asks = [_item("ask", a, letter, starts, number=a.number, strength=a.strength) for a in read.actions]
    questions = [_item("question", q, letter, starts, number=q.number, parent=q.parent) for q in read.questions]
    missing = sought(letter, bool(asks or questions))
    return OutlineLetter(
        card=letter.card,
        words=len(letter.text.split()),
        items=tuple(sorted((*asks, *questions), key=lambda item: item.line or 0)),
        deadlines=letter.deadlines,
        authorities=letter.authorities,
        statements=letter.statements,
        unlisted=letter.unlisted,
        not_found=tuple(_miss(one, starts) for one in missing),
    )


def _miss(one: Sought, starts: Sequence[int]) -> OutlineMiss:
    line = None if one.start is None else bisect_right(starts, one.start)
    return OutlineMiss(**one.model_dump(), line=line)


def _item(
    kind: Literal["ask", "question"], draft: ClaimDraft, letter: Letter, starts: Sequence[int], **fields: Any
) -> OutlineItem:
    found = ground(draft.quotes[:1], letter)
    start = found[0].start if found else None
    line = None if start is None else bisect_right(starts, start)
    return OutlineItem(kind=kind, line=line, text=" ".join(draft.text.split()), **fields)
