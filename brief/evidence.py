"""Claims and the evidence they rest on: what was found where, how exactly, and in whose voice."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from brief.document import Span, overlap

Match = Literal["exact", "normalised", "fuzzy", "missing"]
Voice = Literal["letter", "sender", "release", "third_party"]
Status = Literal["supported", "partly", "unsupported"]


class Value(BaseModel):
    """A frozen result: what is printed as JSON can be read back into the same value."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )


class Evidence(Value):
    """A quotation, and where the program found it.

    Args:
        quote: The words quoted: as they stand in the source when found, as given by the model when missing.
        start, end: Characters of `Document.text`; None when missing.
        page: Page number, in paged documents.
        match: How it was found: letter for letter, after normalisation (quotes, dashes, spaces, case), by word
            alignment, or not at all.
        voice: Whose words they are: the letter's, a signer's in the release, the release's (or a reporter's), or a
            third party's quoted there.
        letter: Id of the letter, as in `LetterCard.id`.
    """

    quote: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    match: Match = "missing"
    voice: Voice = "letter"
    letter: str = ""

    @property
    def span(self) -> Span | None:
        """Where it stands in the document, or None when missing."""
        return None if self.start is None or self.end is None else Span(self.start, self.end)

    def meets(self, other: Evidence) -> bool:
        """Tell whether two quotations share a character of one document."""
        here, there = self.span, other.span
        return here is not None and there is not None and overlap(here, [there])


class Claim(Value):
    """A statement of the brief, with the evidence it rests on and what the checks said of it.

    Args:
        text: The statement, attributed and neutral.
        evidence: The quotations it rests on; at least one is found where the status is `supported`.
        status: `supported` if evidence is found and no check objects; `partly` if a check has a doubt; `unsupported`
            if nothing is found or a check contradicts it.
        problems: What the checks object to, one sentence each.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    status: Status = "unsupported"
    problems: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its quotations were found, in order."""
        return tuple(s for e in self.evidence if (s := e.span) is not None)

    @property
    def quoted(self) -> str:
        """All the words that it quotes."""
        return " ".join(e.quote for e in self.evidence)
