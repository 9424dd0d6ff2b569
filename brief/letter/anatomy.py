"""A letter taken from its document: its parts, its own text, and what stands around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from brief.document import Document, Span
from brief.evidence import Evidence, Match, Voice
from brief.letter.card import Authority, Deadline, LetterCard, Statement
from brief.letter.names import names_person

PartKind = Literal[
    "noise",  # navigation, sign-up boxes, counters, share links, footers
    "release",  # what the release, post or page says in its own words
    "statement",  # a quotation in the release; `speaker` says whose
    "heading",  # a headline of the page or the release
    "letterhead",  # letterhead, date line, inside address, subject line
    "salutation",
    "body",  # the letter's own text (of a reported letter: the report's sentences about it)
    "closing",  # "Sincerely,"
    "signature",
    "cc",
    "footnote",
]


NOTHING_FOUND = "No salutation, signature or report of a letter was found: the whole text was read as one letter."
"""The note on a document in which no letter could be told: who hands it over means one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document with one role; parts don't overlap, and together cover all that is not blank.

    Args:
        kind: The role.
        start, end: Characters of `Document.text`.
        letter: Number (from 1) of the letter that it belongs to; 0 if to none or to all.
        speaker: Of a statement: who says it, as stated.
    """

    kind: PartKind
    start: int
    end: int
    letter: int = 0
    speaker: str | None = None


@dataclass(frozen=True)
class Letter:
    """One letter found in a document.

    Args:
        document: Where it was found.
        card: Who, to whom, when, what kind.
        parts: The parts of the whole document, in order.
        body: The stretches that hold the letter's own words (of a reported letter: the report's sentences about it),
            in order; asks and questions are looked for here and nowhere else.
        deadlines, authorities: Found in the body by rule.
        statements: Quotations in the release.
        unlisted: What the text says that the letter holds but does not itself give ("10 specific actions").
        notes: What the reader should be told of how the letter was found.
    """

    document: Document
    card: LetterCard
    parts: tuple[Part, ...]
    body: tuple[Span, ...]
    deadlines: tuple[Deadline, ...] = ()
    authorities: tuple[Authority, ...] = ()
    statements: tuple[Statement, ...] = ()
    unlisted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The letter's id, as in its card."""
        return self.card.id

    def __hash__(self) -> int:
        """Hash what tells letters apart: what is kept by letter is looked up many times, and parts are many."""
        return hash((self.card, self.document.sha256))

    @cached_property
    def text(self) -> str:
        """The letter's own text, its stretches joined by blank lines."""
        return "\n\n".join(s.of(self.document.text) for s in self.body)

    @cached_property
    def _ends(self) -> list[int]:
        """Where each stretch of the body ends in `text`."""
        return [end + 2 * n for n, end in enumerate(accumulate(s.end - s.start for s in self.body))]

    def in_document(self, start: int, end: int) -> Span:
        """Turn a stretch of `text` into one of the document."""
        place = bisect_left(self._ends, start)
        shift = self.body[place].end - self._ends[place] if place < len(self.body) else 0
        return Span(start + shift, end + shift)

    def voice_at(self, offset: int) -> Voice:
        """Say whose words stand at `offset`: the letter's only inside its body (and the parts signed with it)."""
        if any(offset in s for s in self.body):
            return "release" if self.card.kind == "reported" else "letter"
        part = self._part_at(offset)
        if part is None or part.kind in ("noise", "release", "heading"):
            return "release"
        if part.kind == "statement":
            return "sender" if self._signed(part.speaker) else "third_party"
        return "letter" if part.letter in (0, self.card.source.index) else "third_party"

    def evidence_at(self, span: Span, match: Match = "exact") -> Evidence:
        """Return a stretch of the document as evidence: its words, their page, and whose they are."""
        return Evidence(
            quote=span.of(self.document.text), start=span.start, end=span.end, page=self.document.page_at(span.start),
            match=match, voice=self.voice_at(span.start), letter=self.id,
        )  # fmt: skip

    def _part_at(self, offset: int) -> Part | None:
        before = bisect_right(self.parts, offset, key=lambda p: p.start)  # a thousand letters have 40,000 parts
        return self.parts[before - 1] if before and offset < self.parts[before - 1].end else None

    def _signed(self, speaker: str | None) -> bool:
        return bool(speaker) and any(names_person(speaker or "", p.name) for p in self.card.senders)
