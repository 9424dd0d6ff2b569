"""Letters put together: parts, bodies, people, dates and cards of one document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath
from typing import TypeVar

from brief.document import Document, Span
from brief.evidence import Evidence
from brief.letter import addressees, parts, people
from brief.letter.anatomy import NOTHING_FOUND, Letter, Part
from brief.letter.authorities import find_authorities
from brief.letter.card import Authority, Deadline, LetterCard, PartyCount, Person, Recipient, Source, Statement
from brief.letter.counting import count_of, unnamed
from brief.letter.deadlines import find_deadlines
from brief.letter.frames import framed
from brief.letter.groups import writers
from brief.letter.headers import written
from brief.letter.headlines import in_headline
from brief.letter.language import other_language
from brief.letter.lines import Paragraph, paragraphs
from brief.letter.members import completed
from brief.letter.members import named as registered
from brief.letter.names import Mention, cased, chamber_of, merged, names_person, split_title, surname, word_key
from brief.letter.office_held import role
from brief.letter.offices import INSTITUTIONS
from brief.letter.quotations import Quotation, quotations
from brief.letter.scan import Stretch, stretches
from brief.letter.sending import letter_date
from brief.letter.signatures import in_signature, more_signers
from brief.letter.signed_as import bodies, for_bodies, house_of, many_bodies, of_house, tells_house
from brief.letter.split import Found, split, whole
from brief.letter.telling import of_this_letter, tells_what_is_asked
from brief.letter.titles import is_lawmaker
from brief.letter.vocabulary import ordered

F = TypeVar("F", Deadline, Authority)


@dataclass(frozen=True)
class _Reading:
    """What was read of a document before its letters are put together."""

    document: Document
    parts: tuple[Part, ...]
    quoted: list[Quotation]
    count: int
    notes: tuple[str, ...] = ()
    told: dict[tuple[Span, ...], list[Mention]] = field(default_factory=dict)
    wanted: dict[tuple[Span, ...], tuple[Span, ...]] = field(default_factory=dict)

    def signers(self, release: tuple[Span, ...]) -> list[Mention]:
        """Return the persons whom these paragraphs name as signers; letters of one release share them."""
        if release not in self.told:
            hidden = [piece for q in self.quoted for piece in q.pieces]
            text, about = self.document.text, of_this_letter(self.document.text, release)
            named = people.in_release(text, about, hidden)
            self.told[release] = named or people.in_release(text, release, hidden)
        return self.told[release]

    def asked(self, release: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the sentences in which these paragraphs tell what the letter asks; once for letters of one release."""
        if release not in self.wanted:
            text = self.document.text
            about = of_this_letter(text, release)
            self.wanted[release] = tuple(s for p in about for s in tells_what_is_asked(text, p.start, p.end))
        return self.wanted[release]


def letters(document: Document) -> tuple[Letter, ...]:
    """Return the letters that a document holds or reports, in order."""
    text = document.text
    found = paragraphs(document)
    given = stretches(text, found)
    roles, quoted, pieces = _apart(text, found, given)
    if not pieces and (given := framed(text, found)):
        roles, quoted, pieces = _apart(text, found, given)
    notes: tuple[str, ...] = ()
    if not pieces:
        pieces, quoted, notes = whole(text, found, roles), [], (NOTHING_FOUND,)
    parts.mark_reported(found, roles, [f.body if f.kind == "reported" else () for f in pieces])
    starts = () if given else (0, *(f.release[0].start for f in pieces[1:] if f.release))
    reading = _Reading(document, parts.parts(found, roles, quoted, starts), quoted, len(pieces), notes)
    return tuple(_letter(reading, f, i) for i, f in enumerate(pieces, 1))


def _apart(text: str, found: list[Paragraph], given: list[Stretch]) -> tuple[parts.Roles, list[Quotation], list[Found]]:
    """Return the roles of a document's paragraphs, what its release quotes, and its letters."""
    roles = parts.roles(text, found, given)
    release = [(k, p) for k, p in enumerate(found) if roles[k][0] == "release"]
    own = " ".join(text[p.start : p.end] for p, (kind, _) in zip(found, roles, strict=True) if kind == "body")
    headings = {k: p for k, p in enumerate(found) if roles[k][0] == "heading"}
    quoted = [_placed(q, text, own) for q in quotations(text, release, headings)]
    return roles, quoted, split(text, found, roles, given, quoted)


def restored(letter: Letter, document: Document) -> Letter:
    """Return a letter that was read from a text with other capitals as one of the document itself: its quotes are."""

    def own(evidence: Evidence) -> Evidence:
        return evidence.model_copy(update={"quote": document.text[evidence.start : evidence.end]})

    return replace(
        letter,
        document=document,
        deadlines=tuple(_due_as_printed(d, own(d.evidence)) for d in letter.deadlines),
        authorities=tuple(_as_printed(a, own(a.evidence)) for a in letter.authorities),
        statements=tuple(s.model_copy(update={"evidence": own(s.evidence)}) for s in letter.statements),
    )


def _due_as_printed(due: Deadline, own: Evidence) -> Deadline:
    """Return a deadline with its words as they stand, if they differ by more than capitals."""
    stands = " ".join(own.quote.split())
    stated = due.as_stated if due.as_stated.casefold() == stands.casefold() else stands
    return due.model_copy(update={"as_stated": stated, "evidence": own})


def _as_printed(cited: Authority, own: Evidence) -> Authority:
    """Return a citation with its quote as it stands; its text too, if that differs by more than capitals."""
    stands = " ".join(own.quote.split())
    text = cited.text if cited.text.casefold() in stands.casefold() else stands
    return cited.model_copy(update={"text": text, "evidence": own})


def _placed(q: Quotation, text: str, own: str) -> Quotation:
    """Take a quotation for the letter's if its words stand in the letter's own text."""
    if q.origin == "letter" or not own:
        return q
    words = text[q.start : q.end].split()
    places = {1, *(k * (len(words) - 7) // 6 for k in range(1, 7))} if len(words) > 14 else {0, 1, len(words) - 6}
    probes = [" ".join(words[max(0, k) : max(0, k) + 5]) for k in places]
    standing = sum(probe in own for probe in probes if probe)
    return replace(q, origin="letter") if 3 * standing >= 2 * len(probes) else q


def _letter(reading: _Reading, f: Found, index: int) -> Letter:
    document = reading.document
    stem = PurePath(document.name).stem or document.name
    ident = stem if reading.count == 1 else f"{stem}#{index}"
    text = document.text
    day, basis = letter_date(text, f)
    only = reading.count == 1 and not any(p.kind == "cc" for p in reading.parts)  # a copy is a copy
    to = addressees.recipients(text, f.salutation, f.letterhead, f.release, f.body, f.headings, only=only)
    senders, unnamed = _senders(reading, f, day, to)
    to = tuple(r for r in to if not _is_sender(r.name or r.office, senders))
    card = LetterCard(
        id=ident, kind=f.kind, title=_title(f.title, senders, unnamed, to, day),
        date=day.isoformat() if day else None, date_basis=basis,
        senders=senders, senders_unnamed=unnamed, recipients=to, party_count=_count(senders),
        source=Source(name=document.name, sha256=document.sha256, media_type=document.media_type,
                      pages=len(document.pages) or None, index=index),
    )  # fmt: skip
    statements = tuple(_statement(document, q, ident, senders) for q in reading.quoted if q.origin == "press")
    letter = Letter(
        document, card, reading.parts, f.body,
        deadlines=_deadlines(reading, f, day, ident),
        authorities=_authorities(reading, f, ident),
        statements=statements, unlisted=_unlisted(text, f), notes=(*reading.notes, *_notes(text, f)),
    )  # fmt: skip
    return replace(
        letter,
        deadlines=tuple(_voiced(letter, d) for d in letter.deadlines),
        authorities=tuple(_voiced(letter, a) for a in letter.authorities),
    )


def _voiced(letter: Letter, found: F) -> F:
    """Say whose words a deadline or a citation is: what a release tells of an excerpt is not the letter's."""
    voice = letter.voice_at(found.evidence.start or 0)
    if voice == found.evidence.voice:
        return found
    return found.model_copy(update={"evidence": found.evidence.model_copy(update={"voice": voice})})


def _deadlines(reading: _Reading, f: Found, day: date | None, ident: str) -> tuple[Deadline, ...]:
    """Return the deadlines of a letter's own text, and those that only the release tells."""
    own = find_deadlines(reading.document, f.body, day, ident)
    if f.kind == "reported" or any(d.purpose == "reply" or f.kind == "full" for d in own):
        return own
    more = find_deadlines(reading.document, reading.asked(f.release), day, ident)
    known = {d.date or d.as_stated for d in own}
    return tuple(sorted((*own, *(d for d in more if (d.date or d.as_stated) not in known)), key=_place))


def _notes(text: str, f: Found) -> Iterator[str]:
    """Say of a letter in another language that the rules do not know it."""
    tongue = other_language(" ".join(text[s.start : s.end] for s in f.body))
    if tongue:
        told = f" (it seems to be in {tongue})"
        yield (
            f"Much of the letter’s text is not in English{told}: "
            "the rules know only English, and may have missed what it asks, by when and of whom."
        )


def _authorities(reading: _Reading, f: Found, ident: str) -> tuple[Authority, ...]:
    """Return what a letter and its notes cite; of an excerpt, also what the release says it asks with regard to."""
    text = reading.document.text
    asked = reading.asked(f.release) if f.kind == "excerpt" else ()
    told = [s for s in asked if not (_BILL.search(text, s.start, s.end) and _OWN_BILL.search(text, s.start, s.end))]
    return find_authorities(reading.document, sorted((*f.body, *f.notes, *told)), ident, f.kind == "reported")


_BILL = re.compile(" (?:bill|legislation|introduction)")
_OWN_BILL = re.compile(
    r"\b(?:in addition to|follows|builds on|comes after) (?:[\w’'.]+ ){1,4}?(?:bill|legislation|introduction)\b"
)
"""What a release says of the senders' own bill, beside their letter."""


def _place(due: Deadline) -> int:
    return due.evidence.start or 0


def _is_sender(name: str | None, senders: Sequence[Person]) -> bool:
    return bool(name) and any(name in (p.name, p.name.split()[-1]) for p in senders)


def _senders(
    reading: _Reading, f: Found, day: date | None, to: Sequence[Recipient]
) -> tuple[tuple[Person, ...], str | None]:
    text, quoted = reading.document.text, reading.quoted
    greeted = {surname(r.name) for r in to if r.name}
    told = [m for m in reading.signers(f.release) if m.stated_more or m.surname not in greeted]
    signed = in_signature(text, f.signature)
    if f.kind == "full" and (for_bodies(text, f.body) or many_bodies(text, f.signature, signed)):
        signed = bodies(text, f.signature, signed)
    if reading.count > 1 and signed:
        told = [m for m in told if m.surname in {s.surname for s in signed}]
    signed = [m for m in signed if not _run_together(m, told)]
    wrote = {m.surname for m in reading.signers(f.release)}
    if signed and wrote & greeted and wrote.isdisjoint(m.surname for m in signed):
        told = []  # an answer: the release names those who had written, and to whom it now goes
    named = merged([*told, *signed]) or merged(_writers(text, [q for q in quoted if q.origin == "letter"]))
    named = named or in_headline(text, (*f.headings, *f.release[:2])) or merged(_writers(text, quoted))
    if not named:
        named = [m for m in people.introduced(text, f.release[:3]) if m.surname not in greeted][:1]
    if named and not any(" " in m.name or registered(m.name) for m in named):
        named = in_headline(text, (*f.headings, *f.release[:2])) or named  # a name that the page has cut short
    named = named or list(_below(text, f))
    named = people.completed_by(text, named, f.page or f.release)
    hidden = [piece for q in quoted for piece in q.pieces]
    telling = (*f.headings, *of_this_letter(text, f.release))
    rest = unnamed(text, telling, hidden, named) or more_signers(text, f.signature)
    offices = [m.office or m.title for m in named if m.office or m.title]
    apart = len(offices) > 1 and any(map(tells_house, offices))  # each signs for a house of their own
    house = house_of(text, f.letterhead, to) if offices and not apart else ""
    if not named and not rest and f.kind != "full":
        named, rest = writers(text, f.release)
    return tuple(_person(text, m, day, house, named) for m in named), rest


def _below(text: str, f: Found) -> Iterator[Mention]:
    """Yield who signs where no name of a person could be read: who is said to write, or a house or group that signs."""
    for name, at in written(text, f.letterhead, "From"):
        title, bare = split_title(name)
        stated = bare if text.find(bare, at) >= 0 else bare.split()[-1]  # "Roe, Ada" says the name the other way round
        begin = text.find(stated, at)
        yield Mention(bare, title, begin, begin + len(stated))
        return
    if f.kind == "full" and not f.release:
        yield from bodies(text, [s for s in f.signature if text[s.end - 1] != ","], [])[:1]


def _run_together(one: Mention, told: Sequence[Mention]) -> bool:
    """Tell whether a line of a signature block holds the names of two signers without a gap between them."""
    words = one.name.casefold().split()
    return len(words) > 3 and len({m.surname for m in told if m.surname in words}) > 1


def _writers(text: str, quoted: list[Quotation]) -> Iterator[Mention]:
    """Yield the persons whom the release names only as those who wrote, or else speak of, the letter."""
    wrote = [q for q in quoted if q.origin == "letter" and q.speaker and not q.group]
    for q in wrote or [q for q in quoted if is_lawmaker(q.speaker)][:1]:
        if q.speaker:
            title, name = split_title(q.speaker)
            if not title and word_key(name.split()[-1]) in INSTITUTIONS:
                continue  # "their representative in the United States wrote"
            at = text.find(name, q.start)
            at = at if at >= 0 else text.find(name)
            if at >= 0:
                yield Mention(name, title, at, at + len(name), chamber=chamber_of(title))


def _person(text: str, one: Mention, day: date | None, house: str, named: Sequence[Mention]) -> Person:
    stated = role(text, one)
    panel = _CHAMBER.search(stated) if stated and not one.chamber else None
    one = replace(one, chamber="senate" if panel[1] == "Senate" else "house") if panel else one
    more = completed(one, day, one.chamber)
    if not more and one.chamber and one.state and not (one.title or one.district):  # the chamber is that of a list
        seats = [m.chamber for m in registered(one.surname) if m.state == one.state]
        other = completed(replace(one, chamber=None), day, None) if one.chamber not in seats else None
        more = other if other and other.chamber else None
    got = more or one
    seated = more or got.chamber
    beside = (stated.find(m.name) for m in named if stated and m is not one)
    if stated and (cut := min((at for at in beside if at > 0), default=0)):
        stated = re.sub(r"[,\s]+(?:and\s+)?$", "", stated[:cut])  # "Chair of the Committee, and C"
    office = stated if seated else of_house(stated, house)
    return Person(
        name=cased(one.name), as_stated=text[one.start : one.end], party=got.party, state=got.state,
        district=got.district, chamber=got.chamber, role=office, source="gazetteer" if more else "text",
    )  # fmt: skip


_CHAMBER = re.compile(
    r"\b(Senate|House)\b(?=.*ommittee| (?:Majority|Minority|Democratic|Republican) )(?!.*\b(?:Senate|House)\b)"
)
"""The one chamber of which an office tells: "Chair of the Senate Committee on Rivers"."""


def _count(senders: Sequence[Person]) -> PartyCount:
    by = [p.party for p in senders]
    return PartyCount(D=by.count("D"), R=by.count("R"), I=by.count("I"), unknown=by.count(None))


def _title(
    headline: str, senders: Sequence[Person], more: str | None, to: Sequence[Recipient], day: date | None
) -> str:
    """Return the page's headline, or one made of who writes to whom."""
    if headline:
        return headline
    names = [p.name for p in senders[:2]] + (
        [f"{len(senders) - 2} other{'s' if len(senders) > 3 else ''}"] if len(senders) > 2 else []
    )
    if more and len(senders) > 2:
        counted = re.match(r"\d+\b(?! Members)", more)
        names = [*names[:2], f"{len(senders) - 2 + int(counted[0])} others" if counted else "others"]
    else:
        names += [more] if more else []
    who = ", ".join(names[:-1]) + (" and " if len(names) > 1 else "") + names[-1] if names else ""
    whom = " and ".join(filter(None, (r.name or r.office for r in to[:2])))
    return " ".join(filter(None, ["Letter", f"from {who}" if who else "", f"to {whom}" if whom else ""])) + (
        f", {day.isoformat()}" if day else ""
    )


_KINDS = ordered(
    "actions steps recommendations measures questions proposals demands requests reforms priorities policies principles"
)
_TOLD_OF = re.compile(
    r"\b(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?!of\b)[a-z-]+){0,2} $"
)
_ITEMS = re.compile(r"^[ \t]*(?:[•●▪*-]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]", re.MULTILINE)


def _unlisted(text: str, f: Found) -> tuple[str, ...]:
    """Return what an excerpt or a report says that the letter holds, and does not give ("10 specific actions")."""
    if f.kind in ("full", "none"):
        return ()
    items = sum(1 for s in f.body for _ in _ITEMS.finditer(text, s.start, s.end))
    told: dict[int, str] = {}
    for s in {*f.body, *f.release}:
        for kind in _KINDS:
            at = text.find(kind, s.start, s.end)
            found = _TOLD_OF.search(text, max(s.start, at - 50), at) if at > s.start else None
            if found and (n := count_of(found["n"])) > items and not _listed_below(text, at, n):
                told[found.start()] = found[0] + kind
    return tuple(dict.fromkeys(told[at] for at in sorted(told)))


def _listed_below(text: str, at: int, n: int) -> bool:
    """Tell whether a paragraph that speaks of `n` things leads in as many paragraphs."""
    end = text.find("\n", at)
    return end > 0 and text[:end].endswith((":", ": ")) and len(text[end:].split("\n\n", n + 1)) > n


def _statement(document: Document, q: Quotation, ident: str, senders: Sequence[Person]) -> Statement:
    words = document.text[q.start : q.end]
    signer = next((p for p in senders if q.speaker and names_person(q.speaker, p.name)), None)
    evidence = Evidence(
        quote=words, start=q.start, end=q.end, page=document.page_at(q.start), match="exact",
        voice="sender" if signer else "third_party", letter=ident,
    )  # fmt: skip
    speaker = f"{split_title(q.speaker)[0]} {signer.name}".strip() if signer else q.speaker
    return Statement(speaker=speaker, text=words, evidence=evidence)
