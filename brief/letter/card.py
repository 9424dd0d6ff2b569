"""What can be said of a letter before it is summarised: who, to whom, when, and what it cites."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.evidence import Evidence, Value

Kind = Literal["full", "excerpt", "reported", "none"]
DateBasis = Literal["letter", "release", "page", "none"]
Party = Literal["D", "R", "I"]
Chamber = Literal["house", "senate"]
AuthorityKind = Literal["statute", "bill", "treaty", "resolution", "order", "regulation", "case", "other"]


class Person(Value):
    """A signer, as the document names them.

    Args:
        name: Without titles: "Ada Birch".
        as_stated: With what stands around it: "Ada Birch (OR-3)".
        state: Postal code. district: As printed, without leading zeros ("17").
        role: Office or committee role as stated ("Chairwoman, Indo-Pacific Subcommittee").
        source: `gazetteer` if party, state, district or chamber were completed from the shipped register of Members.
    """

    name: str
    as_stated: str
    party: Party | None = None
    state: str | None = None
    district: str | None = None
    chamber: Chamber | None = None
    role: str | None = None
    source: Literal["text", "gazetteer"] = "text"


class Recipient(Value):
    """An addressee: a person, an office, or both."""

    name: str | None = None
    office: str | None = None
    as_stated: str = ""


class PartyCount(Value):
    """How many of the named senders belong to which party."""

    D: int = 0
    R: int = 0
    I: int = 0  # noqa: E741 - the contract's name for independents
    unknown: int = 0


class Source(Value):
    """The document that a letter was read from; `index` is the letter's place in it, from 1."""

    name: str
    sha256: str
    media_type: str = "text/plain"
    pages: int | None = None
    index: int = 1


class LetterCard(Value):
    """The letter's identity, as far as the document states it.

    Args:
        id: The source's name without its ending, with `#n` if the document holds several letters.
        kind: `full` if the letter's own text stands there whole, `excerpt` if parts of it do, `reported` if it is
            only told of, `none` if the document shows no letter and its whole text was read as one.
        title: A headline: who asks whom for what, or the release's own title.
        date: ISO date; `date_basis` says where it was found.
        senders_unnamed: Those counted but not named, as stated ("40 of her colleagues").
    """

    id: str
    kind: Kind
    title: str
    date: str | None = None
    date_basis: DateBasis = "none"
    senders: tuple[Person, ...] = ()
    senders_unnamed: str | None = None
    recipients: tuple[Recipient, ...] = ()
    party_count: PartyCount = PartyCount()
    source: Source

    @property
    def order(self) -> tuple[str, str, str, int]:
        """A key that puts letters into one order however they are given: by date, name, document, place in it."""
        return (self.date or "9999", self.id, self.source.sha256, self.source.index)

    def __hash__(self) -> int:
        """Hash what tells cards apart: what is kept by card is looked up many times, and signers are many."""
        return hash((self.id, self.source.sha256, self.source.index))


class Deadline(Value):
    """An expression that fixes by when something is to be done.

    Args:
        as_stated: The words ("within 30 days"). date: ISO date if it can be resolved.
        rule: How it was resolved ("30 days after the letter's date, 2024-02-16"), or why not.
        purpose: `reply` or `action`; printed as `for`.
    """

    as_stated: str
    date: str | None = None
    rule: str = ""
    purpose: Literal["reply", "action"] = Field(default="action", alias="for")
    evidence: Evidence


class Authority(Value):
    """A law, treaty, resolution, order, regulation or case that the letter cites, as cited."""

    text: str
    kind: AuthorityKind = "other"
    evidence: Evidence


class Statement(Value):
    """A quotation in the release: somebody's words to the press, not the letter's."""

    speaker: str
    text: str
    evidence: Evidence
