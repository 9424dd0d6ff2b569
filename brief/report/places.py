"""Evidence with its ¶: where a quotation stands in its document, for those who want to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brief.document import Document
from brief.evidence import Claim, Evidence
from brief.letter.card import LetterCard
from brief.report.page import Mark, Point, Ref
from brief.report.wording import fragment, plain

_MARKS: dict[str, Mark] = {"supported": "", "partly": "partly", "unsupported": "unsupported"}


@dataclass(frozen=True)
class Places:
    """The documents at hand, by letter.

    Args:
        documents: Documents by the letters' ids (or by the source's name or digest).
        cards: The letters' cards, to find a document by its source.
        sides: What to call each letter in references ("A", "B"), by id.
    """

    documents: Mapping[str, Document]
    cards: tuple[LetterCard, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()

    def document(self, letter: str) -> Document | None:
        """Return the document that holds `letter`, if it is at hand."""
        card = next((c for c in self.cards if c.id == letter), None)
        names = [letter, *((card.source.name, card.source.sha256) if card else ())]
        return next((self.documents[n] for n in names if n in self.documents), None)

    def ref(self, evidence: Evidence, letter: str = "") -> Ref:
        """Return where `evidence` stands; `letter` is the id to assume if the evidence names none."""
        home = evidence.letter or letter
        document = self.document(home)
        found = evidence.start is not None and evidence.match != "missing"
        paragraph = document.paragraph_at(evidence.start or 0) if document and found else None
        return Ref(
            letter=home,
            quote=evidence.quote,
            start=evidence.start if found else None,
            end=evidence.end if found else None,
            paragraph=paragraph,
            page=evidence.page,
            match=evidence.match,
            voice=evidence.voice,
            side=dict(self.sides).get(home, ""),
        )

    def refs(self, evidence: Iterable[Evidence], letter: str = "") -> tuple[Ref, ...]:
        """Return where each piece of evidence stands."""
        return tuple(self.ref(e, letter) for e in evidence)

    def claim(self, claim: Claim, letter: str = "") -> Point:
        """Return a claim as a point with its references, its mark, and what the checks object to as notes."""
        objections = () if claim.status == "supported" else tuple(plain(p) for p in claim.problems)
        refs = self.refs(claim.evidence, letter)
        return Point(fragment(claim.text), refs=refs, mark=_MARKS[claim.status], notes=objections)
