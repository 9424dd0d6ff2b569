"""Does the record hold: quotations at their places, whose words, the letter's card, the lists found by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from brief.audit import Finding, bindings, citations, deadlines, figures, names
from brief.audit.passage import Passage
from brief.evidence import Claim, Evidence
from brief.ground import ground
from brief.letter.anatomy import Letter
from brief.letter.card import Authority, Deadline, LetterCard, Person, Statement
from brief.summary import Checks
from brief.text import normalise
from brief.verification.outcome import wrong


def check_evidence(evidence: Evidence, letter: Letter, part: str, changed: bool = False) -> Iterator[Finding]:
    """Compare a quotation with the characters of its place, and its voice with whose words stand there.

    Proves that exactly these words stand exactly there. In a source that has changed only the words are looked for.
    """
    if evidence.letter not in ("", letter.id):
        yield wrong(part, f"The quotation is said to be from {evidence.letter}, not from {letter.id}.", evidence.quote)
    if evidence.match == "missing" or evidence.start is None or evidence.end is None:
        return
    text = letter.document.text
    there = text[evidence.start : evidence.end]
    if there != evidence.quote:
        yield from _misplaced(evidence, letter, part, there, changed)
        return
    voice = letter.voice_at(evidence.start)
    reported = letter.card.kind == "reported" and {voice, evidence.voice} == {"letter", "release"}
    if voice != evidence.voice and not changed and not reported:
        what = f"The words are said to be the {evidence.voice}'s, but stand in the {voice}'s part of the document."
        yield wrong(part, what, evidence.quote, source=evidence, check="voice", do="Say whose words they are.")
    if evidence.page != letter.document.page_at(evidence.start):
        yield wrong(part, f"The page is given as {evidence.page}.", str(evidence.page), "likely", evidence)


def _misplaced(evidence: Evidence, letter: Letter, part: str, there: str, changed: bool) -> Iterator[Finding]:
    found = ground([evidence.quote], letter, near=evidence.start)
    if all(f.match == "exact" for f in found):
        if not changed:
            yield wrong(
                part, "The quotation stands in the document, but not at its place.", evidence.quote, "likely", found[0]
            )
        return
    nearest = next((f for f in found if f.start is not None), None)
    said = f"it has “{nearest.quote}”" if nearest else f"at its place stands “{there[:120]}”"
    what = f"The document does not have the words “{evidence.quote[:160]}”; {said[:260]}."
    yield wrong(part, what, evidence.quote, source=nearest, check="quotes", do="Quote the source word for word.")


def check_side(claim: Claim, own: Letter, other: Letter, part: str) -> Iterator[Finding]:
    """Object to a claim of one letter whose quotations all stand in the other letter only: A and B are exchanged."""
    quotes = [e.quote for e in claim.evidence if e.quote.strip()]
    if own.document.text == other.document.text or any(q in own.document.text for q in quotes):
        return
    there = [f for q in quotes for f in ground([q], other)]
    if quotes and all(f.match in ("exact", "normalised") for f in there):
        own_name, other_name = own.document.name, other.document.name
        if any(f.match in ("exact", "normalised") for f in ground(quotes, own)):
            return
        what = f"The words given to {own_name} stand in {other_name}: A and B are exchanged."
        yield wrong(part, what, claim.text, source=there[0], do="Put the claim under its own letter.")


def grounded(claim: Claim, letter: Letter) -> Claim:
    """Return the claim with its quotations found again, so that nothing the record says of them counts."""
    found: list[Evidence] = []
    for e in claim.evidence:
        at = e.start is not None and e.end is not None and letter.document.text[e.start : e.end] == e.quote
        if at and e.start is not None:
            again = {"match": "exact", "voice": letter.voice_at(e.start), "letter": letter.id}
            found.append(e.model_copy(update=again))
        else:
            found += ground([e.quote], letter, near=e.start)
    return claim.model_copy(update={"evidence": tuple(found)})


_FIELDS = ("kind", "date", "date_basis", "senders_unnamed", "recipients", "party_count")
_OF_A_PERSON = ("as_stated", "party", "state", "district", "chamber", "role")


def check_card(card: LetterCard, letter: Letter, part: str = "letter") -> Iterator[Finding]:
    """Compare a letter's card with what is read from the document now: date, signers, parties, recipients, kind.

    Proves only that this version reads the same; a field that the document itself contradicts is told as the rest.
    """
    own = letter.card
    for name in _FIELDS:
        said, read = getattr(card, name), getattr(own, name)
        if said != read:
            what = f"The {name.replace('_', ' ')} is given as {_short(said)}; the document gives {_short(read)}."
            yield _card(f"{part}.{name}", what)
    yield from _check_title(card.title, letter, f"{part}.title")
    known = {p.name: p for p in own.senders}
    for i, person in enumerate(card.senders):
        yield from _check_person(person, known.get(person.name), f"{part}.senders.{i}")
    for name in known.keys() - {p.name for p in card.senders}:
        yield _card(f"{part}.senders", f"{name} signed the letter and is not among the signers.")


def _check_title(title: str, letter: Letter, part: str) -> Iterator[Finding]:
    """A title of the document's own stands; of one in other words, the names and figures must be the letter's."""
    if title == letter.card.title:
        return
    every = ground([s.of(letter.document.text) for s in letter.body], letter)
    passage = Passage.of(every, letter)
    for check in (figures.check, deadlines.check, citations.check, names.check, bindings.check):
        for f in check(title, passage):
            if f.level != "unsure":
                yield f.model_copy(update={"part": part})


def _check_person(person: Person, own: Person | None, part: str) -> Iterator[Finding]:
    if own is None:
        yield _card(part, f"{person.name} is not among those who signed, as the document gives them.")
        return
    for name in _OF_A_PERSON:
        said, read = getattr(person, name), getattr(own, name)
        if said != read:
            what = f"The {name.replace('_', ' ')} of {person.name} is given as {said}; the document gives {read}."
            yield _card(f"{part}.{name}", what)


def _card(part: str, what: str) -> Finding:
    return wrong(part, what, check="card", do="Correct the card from the document.")


def _short(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(_short(v) for v in value) or "none"
    as_stated = getattr(value, "as_stated", None)
    return f"“{as_stated}”" if as_stated else f"“{value}”" if isinstance(value, str) else str(value)


def check_deadlines(found: Sequence[Deadline], letter: Letter) -> Iterator[Finding]:
    """Compare each deadline of the list with the one that the letter has in these words."""
    for i, d in enumerate(found):
        yield from check_evidence(d.evidence, letter, f"deadlines.{i}")
        own = [x for x in letter.deadlines if x.as_stated == d.as_stated]
        if own and not any((x.date, x.purpose) == (d.date, d.purpose) for x in own):
            due = f"{own[0].date or 'no day'} (for {own[0].purpose})"
            what = f"“{d.as_stated}” is given as {d.date or 'no day'} (for {d.purpose}); it comes to {due}."
            do = "Reckon the day from the letter's date."
            yield wrong(f"deadlines.{i}", what, d.as_stated, source=own[0].evidence, check="dates", do=do)
        if not own and not _stands(d.as_stated, letter):
            yield wrong(f"deadlines.{i}", f"The deadline “{d.as_stated}” does not stand in the document.", d.as_stated)


def check_authorities(found: Sequence[Authority], letter: Letter) -> Iterator[Finding]:
    """Look for each authority's own words in the document."""
    for i, a in enumerate(found):
        part = f"authorities.{i}"
        yield from check_evidence(a.evidence, letter, part)
        if not _stands(a.text, letter) and normalise(a.text).text not in normalise(a.evidence.quote).text:
            what, do = f"The document does not cite “{a.text}”.", "Copy the citation from the letter."
            yield wrong(part, what, a.text, source=a.evidence, check="citations", do=do)
        own = next((x for x in letter.authorities if x.text == a.text), None)
        if own is not None and own.kind != a.kind:
            yield wrong(part, f"“{a.text}” is given as a {a.kind}; it reads as a {own.kind}.", a.text, "likely")


def check_statements(found: Sequence[Statement], letter: Letter) -> Iterator[Finding]:
    """Compare each press quotation and its speaker with what the document gives."""
    for i, s in enumerate(found):
        part = f"statements.{i}"
        own = [x for x in letter.statements if x.evidence.start == s.evidence.start]
        known = bool(own) and own[0].evidence.voice == s.evidence.voice
        yield from (f for f in check_evidence(s.evidence, letter, part) if not (known and f.check == "voice"))
        if normalise(s.text).text.strip(" \"'“”") not in normalise(letter.document.text).text:
            yield wrong(part, f"The document has no such statement: “{s.text[:120]}”.", s.text)
        if own and own[0].speaker != s.speaker:
            what = f"The words are given to {s.speaker}; the document gives them to {own[0].speaker}."
            do = "Name the speaker as the document does."
            yield wrong(part, what, s.speaker, source=own[0].evidence, check="voice", do=do)


def _stands(words: str, letter: Letter) -> bool:
    return normalise(words).text.strip() in normalise(letter.document.text).text


def check_counts(checks: Checks, claims: Sequence[Claim]) -> Iterator[Finding]:
    """The counts of a check line are those of the claims that stand there."""
    statuses = Counter(c.status for c in claims)
    said = (checks.claims - len(checks.unsupported), checks.supported, checks.partly)
    counted = (len(claims), statuses["supported"], statuses["partly"])
    if said != counted and (checks.claims, *said[1:]) != counted:
        told = f"{said[0]} claims ({said[1]} supported, {said[2]} in doubt)"
        yield wrong("checks", f"The check line counts {told}; there are {counted[0]} ({counted[1]}, {counted[2]}).")
