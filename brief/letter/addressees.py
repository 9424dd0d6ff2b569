"""To whom a letter goes: from its inside address, its salutation, or the sentence that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.document import Span
from brief.letter import marks
from brief.letter.address_block import addressed
from brief.letter.addressee_phrases import acronym, phrase
from brief.letter.card import Recipient
from brief.letter.frames import asked
from brief.letter.headers import written
from brief.letter.inside_address import BODY, by_first_name, in_letterhead, inside_address
from brief.letter.names import folded, surname
from brief.letter.offices import PERSONAL, office_and_name
from brief.letter.offices import recipient as _found
from brief.letter.signed_as import titled
from brief.letter.telling import of_this_letter
from brief.letter.told import full_name, in_full, told


def recipients(
    text: str,
    salutation: Span | None,
    letterhead: Sequence[Span],
    release: Sequence[Span],
    body: Sequence[Span] = (),
    headings: Sequence[Span] = (),
    only: bool = False,
) -> tuple[Recipient, ...]:
    """Return the addressees of one letter.

    Args:
        text: The document's text.
        salutation: Where the salutation stands, if the letter's text has one.
        letterhead: The lines above it, among them the inside address.
        release: The paragraphs that tell of the letter.
        body: The letter's own text, which may be all that says whom it asks.
        headings: The page's headings, one of which may be "Open letter to X".
        only: Whether the document holds no other letter, so that its release tells of this one, and no copies go out.
    """
    if salutation and (petitioned := marks.PETITIONED.match(text, salutation.start, salutation.end)):
        return (_petitioned(petitioned["whom"]),)
    anybody = bool(salutation and _ANYBODY.match(text, salutation.start, salutation.end))
    said = text[salutation.start : salutation.end] if salutation and not anybody else ""
    greeted = list(phrase(said[3:].strip(" :"))) if marks.TO_NAMED.match(said) else list(_greeted(said)) if said else []
    inside = list(inside_address(text, letterhead, greeted))
    alone = bool(salutation) or not release
    block = addressed(text, letterhead) if alone and not any(r.name for r in inside) else None
    if block and (block.attention or block.holds(greeted) or not (inside or any(map(_is_known, greeted)))):
        return (block.recipient,)
    if not inside and not greeted:
        to = [r for said, _ in written(text, letterhead, "To") for r in _of_field(said)]
        to = to or told(text, release) or _headed(text, (*headings, *letterhead))
        return tuple(_once(to or ([] if release else asked(text, body))))
    inside = [in_full(text, release, _titled_by(r, greeted)) for r in inside]
    named, known_of = _joined(inside, greeted, text, letterhead, release)
    lead = of_this_letter(text, release)[:1] if only and len(named) == 1 else []
    lead = [p for p in lead if any(r.name and surname(r.name) in folded(p.of(text)) for r in named)]
    beside = _beside(named, told(text, lead) if lead else [])
    named = [_housed(r, known_of) for r in named] if len(named) == len(known_of) == 1 else named
    return (*named, *(r for r in beside if not _is_copied(text, r)))


def _joined(
    inside: list[Recipient], greeted: list[Recipient], text: str, letterhead: Sequence[Span], release: Sequence[Span]
) -> tuple[list[Recipient], list[Recipient]]:
    """Return those of the inside address and the greeting, each once and in full, and whom the release tells of."""
    lasts = {surname(r.name) for r in inside if r.name}
    if greeted and all(g.name and surname(g.name) in lasts for g in greeted):
        inside = [r for r in inside if r.name]  # an office on a line of its own is one of theirs
    known = {word for r in inside if r.name for word in folded(r.name).split()}
    missing = [g for g in greeted if g.name and surname(g.name) not in known] if inside else greeted
    known_of = told(text, release) if missing else []
    if not inside and len(greeted) == 1 and (all_of := _each_of(greeted[0], known_of)):
        return list(all_of), []
    return list(_once([*inside, *(_filled(g, known_of, text, letterhead, release) for g in missing)])), known_of


def _housed(one: Recipient, known_of: Sequence[Recipient]) -> Recipient:
    """Give an office that a greeting alone tells ("Dear Director Roe") the body to which the release says it goes."""
    body = known_of[0]
    bare = one.name and one.office and _BARE_OFFICE.fullmatch(one.office)
    if not bare or body.name or acronym(body.office) or not _HOUSE.search(body.office or ""):
        return one
    house = (body.office or "").removeprefix("leadership of the ")
    told_whole = (one.office or "").split()[-1] in house.split() and "Office of Inspector General" not in house
    return _found(one.name, house if told_whole else f"{one.office}, {house}", one.as_stated)


_BARE_OFFICE = re.compile(
    r"(?:(?:Acting|Deputy|Interim) )?(?:Director|Administrator|Commissioner|Superintendent|Chief|Chief Judge|"
    r"Comptroller|Chair\w*|Inspector General)"
)
_HOUSE = re.compile(
    r"^(?!Office of the)(?:.*\b(?:Bureau|Agency|Administration|Commission|Board|Service|Office|Court|Courts|Department|"
    r"Authority|Institute|Corps|Centers)\b)"
)


def _headed(text: str, headings: Sequence[Span]) -> list[Recipient]:
    """Return whom a heading gives as addressees: "Open letter to Governor A B"."""
    for line in headings:
        found = _LETTER_TO.fullmatch(text, line.start, line.end)
        if found:
            return list(phrase(found["whom"].strip(" :.*_")))
    return []


_LETTER_TO = re.compile(
    r"\W*(?:(?:(?:An? )?[Oo]pen |Joint )?[Ll]etter to|To(?= (?:the )?(?:[Mm]embers|[Bb]oard|[Cc]ouncil)\b)) (?:the )?"
    r"(?P<whom>(?:[A-Z]|members of )[^\n]{2,120}?)"
    r"(?: (?:regarding|on|about|asking|urging|concerning|re|over|calling|opposing|supporting)\b[^\n]*)?"
)


def _petitioned(whom: str) -> Recipient:
    """Return the office to which a petition goes, as it is written elsewhere: "Speaker of the House"."""
    words = " ".join(whom.strip(" ,:").split())
    office = re.sub(r"^[Tt]he ", "", titled(words) if words.isupper() else words)
    return _found(None, office, office)


def _of_field(said: str) -> Iterator[Recipient]:
    """Read one value of a "To:": a name with its office and body behind it, or a phrase as any other."""
    office, name = office_and_name(said)
    one = name and office and PERSONAL.match(office) and said.startswith(name)
    yield from [_found(name, office, said)] if one else phrase(said)


def _is_copied(text: str, one: Recipient) -> bool:
    """Tell whether somebody only gets a copy."""
    return any(surname(one.name or "") in folded(line).split() for line in _COPIES.findall(text))


_COPIES = re.compile(rf"^[ \t]*{marks.COPY.pattern}[^\n]*", re.IGNORECASE | re.MULTILINE)


def _beside(named: Sequence[Recipient], known_of: Sequence[Recipient]) -> Iterator[Recipient]:
    """Yield the persons to whom a release says the letter goes too, if it also names the one whom the letter greets."""
    greeted = {surname(r.name) for r in named if r.name}
    persons = [r for r in known_of if r.name]
    if len(persons) < len(known_of) or any(" " not in (r.name or "") for r in persons):
        return
    if any(surname(r.name or "") in greeted for r in persons):
        yield from (r for r in persons if surname(r.name or "") not in greeted)


def _each_of(greeted: Recipient, known_of: Sequence[Recipient]) -> list[Recipient]:
    """Return those whom a release names, if a greeting holds their office for several: "Dear Administrators"."""
    plural = _PLURAL.search(greeted.office or "") if not greeted.name else None
    if not plural:
        return []
    office = ((greeted.office or "")[: plural.start()] + _SINGULAR[plural[0]]).split()[-1]
    held = [r for r in known_of if r.name and office in (r.office or "")]
    return held if len(held) > 1 else []


_ANYBODY = re.compile(r"(?:Ladies and Gentlemen|Gentlemen|Sirs?|Madam)[:,]$")
_KIN = re.compile(r"(?i)(?:dear )?(?:colleagues?|friends?|members|all|team)")


def _is_known(one: Recipient) -> bool:
    """Tell whether a greeting names a person or an office, and not just anybody."""
    return bool(one.name) or bool(one.office and not _KIN.fullmatch(one.office))


def _titled_by(one: Recipient, greeted: Sequence[Recipient]) -> Recipient:
    """Give an addressee whose address names an institution only the title with which the letter greets them."""
    if not one.name or (one.office and PERSONAL.search(BODY.sub("", one.office))):
        return one
    title = next((g.office for g in greeted if g.name and surname(g.name) == surname(one.name)), None)
    if one.office and len(greeted) == 1 and not greeted[0].name and PERSONAL.search(greeted[0].office or ""):
        title = re.sub(r"^(?:Madam|Mr\.?|Ms\.?) ", "", greeted[0].office or "")  # "Dear Madam President"
    return _found(one.name, ", ".join(filter(None, [title, one.office])) or None, one.as_stated)


def _once(found: Sequence[Recipient]) -> Iterator[Recipient]:
    """Leave out whom an earlier entry names already, and offices without a name that a named one holds."""
    seen: set[str] = set()
    held = [f.office.casefold() for f in found if f.name and f.office]
    for f in found:
        office = (f.office or "").casefold()
        key = surname(f.name) if f.name else office
        if key and key not in seen and (f.name or not any(h.startswith(office) for h in held)):
            seen.add(key)
            yield f


_DEAR = re.compile(
    r"^(?:(?:My )?(?:Dear|To)|Hello|Hi|Hey|Greetings|Good (?:day|morning|afternoon|evening)|Attention|"
    r"(?:Most )?(?:Esteemed|Respected|Honou?red))\b[:,]?\s*(?:the )?|[\s:,;!]+$",
    re.IGNORECASE,
)
_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*")


_SINGULAR = {"ies": "y", "men": "man", "ors": "or", "ers": "er"}
_PLURAL = re.compile(r"(?:(?<=[a-z])ies|(?<=Chair)men|(?<=[a-z])ors|(?<=[a-z])ers)$")


def _greeted(salutation: str) -> Iterator[Recipient]:
    words = _DEAR.sub("", salutation)
    before: Recipient | None = None
    for piece in filter(None, map(str.strip, _AND.split(words))):
        if _NOBODY.fullmatch(piece):
            continue
        one = _greeting(piece)
        if before and before.name and before.office and not one.name and " " not in piece and piece[0].isupper():
            one = _found(piece, before.office, piece)  # "Secretaries Dole and Roe"
        plural = _PLURAL.search(one.office or "") if (one.name and " and " in words) or "," in words else None
        one = (
            _found(one.name, (one.office or "")[: plural.start()] + _SINGULAR[plural[0]], one.as_stated)
            if plural
            else one
        )
        yield one
        before = one


_NOBODY = re.compile(
    r"(?:your )?(?:honou?rs?|excellenc(?:y|ies))|(?:whom )?it may concern|whom it may concern|sirs?|madams?|"
    r"(?:sirs?|madams?)(?: or | and |/| / )(?:sirs?|madams?)",
    re.IGNORECASE,
)


def _greeting(piece: str) -> Recipient:
    office, name = office_and_name(piece)
    return _found(name, office if name or office else piece, piece)


def _filled(
    g: Recipient, told: list[Recipient], text: str, letterhead: Sequence[Span], release: Sequence[Span]
) -> Recipient:
    """Complete a greeting with the full name and office that the address or the release gives."""
    if not g.name:
        office = (g.office or "").casefold()
        fields = [said for said, _ in written(text, letterhead, "To")]
        if len(fields) == 1 and office and office.split()[-1] in fields[0].casefold():
            whole = list(_of_field(fields[0]))
            return whole[0] if whole[0].name else _found(None, re.sub("^[Tt]he ", "", fields[0]), fields[0])
        same = next((t for t in told if t.office and office and office.split()[-1] in t.office.casefold()), None)
        first = by_first_name(text, letterhead, g.office or "") if not same and " " not in (g.office or "") else None
        return _found(same.name, same.office, g.as_stated) if same else first or g
    to = [said for said, _ in written(text, letterhead, "To") if surname(said) == surname(g.name)]
    found: list[Recipient | None] = [_found(said, None, said) for said in to]
    found += [] if found else [in_letterhead(text, letterhead, surname(g.name))]
    found += [t for t in told if t.name and surname(t.name) == surname(g.name)]
    found += [full_name(text, release, g.name)] if not any(f and f.name and " " in f.name for f in found) else []
    best = next((f for f in found if f and f.name and " " in f.name), None) or next(filter(None, found), None)
    return _found(best.name, best.office or g.office, g.as_stated) if best else g
