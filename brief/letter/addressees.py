"""To whom a letter goes: from its inside address, its salutation, or the sentence that tells of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from brief.document import Span
from brief.letter import marks
from brief.letter.address_block import addressed
from brief.letter.addressee_phrases import phrase
from brief.letter.card import Recipient
from brief.letter.frames import asked
from brief.letter.headers import written
from brief.letter.names import folded, spaced, surname
from brief.letter.offices import OFFICE, PERSONAL, office_and_name
from brief.letter.offices import recipient as _found
from brief.letter.signed_as import COLUMNS, titled
from brief.letter.telling import of_this_letter
from brief.letter.told import full_name, told


def recipients(
    text: str,
    salutation: Span | None,
    letterhead: Sequence[Span],
    release: Sequence[Span],
    body: Sequence[Span] = (),
    only: bool = False,
) -> tuple[Recipient, ...]:
    """Return the addressees of one letter.

    Args:
        text: The document's text.
        salutation: Where the salutation stands, if the letter's text has one.
        letterhead: The lines above it, among them the inside address.
        release: The paragraphs that tell of the letter.
        body: The letter's own text, which may be all that says whom it asks.
        only: Whether the document holds no other letter, so that its release tells of this one, and no copies go out.
    """
    if salutation and (petitioned := marks.PETITIONED.match(text, salutation.start, salutation.end)):
        return (_petitioned(petitioned["whom"]),)
    anybody = bool(salutation and _ANYBODY.match(text, salutation.start, salutation.end))
    greeted = list(_greeted(text[salutation.start : salutation.end])) if salutation and not anybody else []
    inside = list(_inside_address(text, letterhead, greeted))
    alone = bool(salutation) or not release
    block = addressed(text, letterhead) if alone and not any(r.name for r in inside) else None
    if block and (block.attention or block.holds(greeted) or not (inside or any(map(_is_known, greeted)))):
        return (block.recipient,)
    if not inside and not greeted:
        to = [r for said, _ in written(text, letterhead, "To") for r in _of_field(said)]
        return tuple(_once(to or told(text, release) or ([] if release else asked(text, body))))
    inside = [_titled_by(r, greeted) for r in inside]
    known = {word for r in inside if r.name for word in folded(r.name).split()}
    missing = [g for g in greeted if g.name and surname(g.name) not in known] if inside else greeted
    known_of = told(text, release) if missing else []
    named = list(_once([*inside, *(_filled(g, known_of, text, letterhead, release) for g in missing)]))
    lead = of_this_letter(text, release)[:1] if only and len(named) == 1 else []
    lead = [p for p in lead if any(r.name and surname(r.name) in folded(p.of(text)) for r in named)]
    beside = _beside(named, told(text, lead) if lead else [])
    return (*named, *(r for r in beside if not _is_copied(text, r)))


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


_ANYBODY = re.compile(r"(?:Ladies and Gentlemen|Gentlemen|Sirs?|Madam)[:,]$")
_KIN = re.compile(r"(?i)(?:dear )?(?:colleagues?|friends?|members|all|team)")


def _is_known(one: Recipient) -> bool:
    """Tell whether a greeting names a person or an office, and not just anybody."""
    return bool(one.name) or bool(one.office and not _KIN.fullmatch(one.office))


_BODY = re.compile(r"\b(?:Department|House|Office|Bureau) of (?:the )?\w+")


def _titled_by(one: Recipient, greeted: Sequence[Recipient]) -> Recipient:
    """Give an addressee whose address names an institution only the title with which the letter greets them."""
    if not one.name or (one.office and PERSONAL.search(_BODY.sub("", one.office))):
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


_OFFICE_FIRST = re.compile(
    rf"(?:The )?(?:(?:Deputy|Acting|Vice|Assistant|Associate) )?(?:{OFFICE})\b(?:,? [A-Z]|\s+of\s|$)"
)
_OFFICE_INSIDE = re.compile(
    rf"(?<=\s)(?:(?:Majority|Minority|Acting|Deputy|Vice|Under|Assistant|Ranking)\s+)?(?:{OFFICE})\b"
)
_DEAR = re.compile(
    r"^(?:(?:My )?(?:Dear|To)|Hello|Hi|Hey|Greetings|Good (?:day|morning|afternoon|evening)|Attention|"
    r"(?:Most )?(?:Esteemed|Respected|Honou?red))\b[:,]?\s*(?:the )?|[\s:,;!]+$",
    re.IGNORECASE,
)
_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*")


# --- the inside address -------------------------------------------------------------------------------------------


def _inside_address(text: str, lines: Sequence[Span], greeted: Sequence[Recipient]) -> Iterator[Recipient]:
    """Yield the addressees of an inside address: "The Honorable X", and the office lines below each.

    Args:
        text: The document's text.
        lines: The lines of the letterhead.
        greeted: Whom the salutation greets, which tells a name from an office where no "Honorable" does.
    """
    lasts = {surname(g.name) for g in greeted if g.name}
    held: list[str] = []  # the name of the addressee that is being read, and the lines of the office
    beside = False
    above = before = ""
    for stated in _by_column([text[line.start : line.end].strip() for line in lines]):
        if marks.COPY.match(stated):
            if held:
                break  # who stands below gets a copy
            continue  # the end of another letter
        honoured = marks.HONORABLE.match(stated)
        columns = _columns(stated, lasts)
        beside = (beside and not honoured) or len(columns) > 1
        if beside:  # two addresses in columns: their offices stand mixed on the lines below
            yield from _addressee(held)
            held = []
            yield from (one for column in columns if len(columns) > 1 for one in _addressee(_honoured(column, 0)))
        elif honoured:
            yield from _addressee(held)
            held = _honoured(stated, honoured.end())
        elif above and surname(stated) in lasts and _plain_name(stated):  # "President and CEO", and below it the name
            yield from _addressee(held[:-1] if held[-1:] == [above] else held)
            held = [stated, above]
        else:
            yield from _goes_on(held, stated, lasts, before)
        before = stated
        above = stated if _ONLY_OFFICE.fullmatch(stated) else ""
    yield from _addressee(held)


def _by_column(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of an address with those that stand side by side, each column with its gaps, one below another.

    Names side by side whose offices do not stand so are left as they are.
    """
    rows = [COLUMNS.split(line) for line in lines]
    top = next((n for n, row in enumerate(rows) if len(row) > 1 and all(map(marks.HONORABLE.match, row))), len(rows))
    block = [*takewhile(lambda row: len(row) == len(rows[top]), rows[top:])]
    if len(block) < 2:
        return lines
    return [*lines[:top], *(row[n] for n in range(len(block[0])) for row in block), *lines[top + len(block) :]]


def _goes_on(held: list[str], stated: str, lasts: Collection[str], before: str) -> Iterator[Recipient]:
    """Take a line of an address that has no "Honorable" into what is held of its addressee; yield whom it closes."""
    office, holder = office_and_name(stated) if _names_office(stated) else (None, None)
    if office and not holder and not held and surname(before) in lasts:  # "Lieutenant General A B", and below it
        rank, name = office_and_name(before)
        held[:] = [name or before, *filter(None, [rank, office])]
        return
    person = holder if holder and office and _plain_name(holder) else None
    if held and not person:
        if _office_line(stated):
            held.append(stated.rstrip(","))
        return
    if person:
        yield from _addressee(held)
        held[:] = [person, office or ""]
    elif holder:
        held[:] = [holder, *filter(None, [office])]
    elif office and not (lasts and _ONLY_OFFICE.fullmatch(stated)):
        yield _found(None, office, stated)


_ONLY_OFFICE = re.compile(
    r"(?:(?:Executive|Acting|Interim|Managing|General|Vice|Deputy|Co-)[ -]?)?"
    r"(?:President|Chair(?:man|woman|person)?|Chief Executive(?: Officer)?|CEO|Director|Administrator|Commissioner|"
    r"Secretary|Superintendent|Chancellor|Manager)"
    r"(?:(?: and |, | & )(?:CEO|Chief Executive(?: Officer)?|President|Chair\w*))?"
)
_PLAIN = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*\s){1,3}[A-ZÀ-Þ][\w’'-]+(?:,? (?:Jr|Sr|II|III|IV)\.?)?")


def _plain_name(words: str) -> bool:
    """Tell whether a line is a person's name and nothing else."""
    return bool(_PLAIN.fullmatch(words)) and not PERSONAL.search(words) and not _BODY.search(words)


def _honoured(stated: str, at: int) -> list[str]:
    """Read the line of somebody honoured: the name, and what stands of the office behind it."""
    name, _, rest = _STREET.split(spaced(stated[at:]))[0].partition(",")
    suffix = _JUNIOR.match(rest)
    name += f", {suffix[1]}" if suffix else ""
    rest = re.sub(r"^\s*(?:[JS]r|M\.?D|Ph\.?D)\.?,?", "", rest).strip()
    rest = _DEGREES.sub("", rest.strip())
    name, title = _name_and_title(_LEARNED.sub("", marks.HONORABLE.sub("", name)).strip())
    return [name, *filter(None, [title, rest])]


def _columns(stated: str, lasts: Collection[str]) -> list[str]:
    """Return the names that stand beside one another on a line, each honoured, or each known from the greeting."""
    if marks.HONORABLE.match(stated):
        parted = (_BESIDE_MR if _MR.match(stated) else _BESIDE).split(stated)
        return [spaced(marks.HONORABLE.sub("", name).strip(" ,")) for name in parted]
    words = stated.split()
    cuts = [k for k, word in enumerate(words, 1) if surname(word) in lasts]
    if len(cuts) < 2 or cuts[-1] != len(words) or "," in stated or not all(w[0].isupper() for w in words):
        return [stated]
    return [" ".join(words[i:k]) for i, k in zip([0, *cuts], cuts, strict=False)]


_BESIDE = re.compile(r"(?<=\w)[ ,\t]+(?=The Hon(?:orable|\.) [A-Z])")
_MR = re.compile(r"(?:Mr|Ms|Mrs|Dr)\. [^,]*$")
_BESIDE_MR = re.compile(r"(?<=\w)(?<! and)[ \t]+(?=(?:Mr|Ms|Mrs|Dr)\. [A-Z])")
_DEGREES = re.compile(r"^(?:(?:M\.?D|MPH|M\.?P\.?H|Ph\.?D|J\.?D|MBA|DrPH|USA|USN|USMC|USAF|M\.P|MP)\b\.?,?\s*)+")
_STREET = re.compile(r",?\s+(?=\d|Room\b|P\.O|Washington,? D\.?C|N\.W)")
_LEARNED = re.compile(r"(?:\s*,?\s+(?:M\.?D|Ph\.?D|Esq|M\. ?P|MP|MEP|MSP|MLA|KC|QC|FRS|CBE|OBE)\b\.?)+$")
_JUNIOR = re.compile(r"\s*([JS]r\.?|III?|IV)(?:,|\s*$)")


def _office(lines: Sequence[str]) -> str | None:
    """Join the lines of an office, cut where a street or a city begins that has lost its line break."""
    kept = (" ".join(_STREET.split(" " + line)[0].split()) for line in lines)
    return ", ".join(_HOUSED.sub(r"\1, ", line) for line in kept if line) or None


_HOUSED = re.compile(
    r"^((?:[A-Z][a-z]+ )?(?:Secretary|General|Director|Commissioner|Administrator)(?: of (?:the )?[A-Z]\w+)?) "
    r"(?=(?:U\.S\. |United States )?Department of\b)"
)
"""An office and the department behind it, where the line break between them was lost."""


def _name_and_title(stated: str) -> tuple[str, str]:
    """Cut "Cy Dole Administrator", where a line break was lost, into name and office."""
    office = _OFFICE_INSIDE.search(stated, 4)
    return (stated[: office.start()].strip(), _STREET.split(stated[office.start() :])[0]) if office else (stated, "")


def _addressee(held: list[str]) -> Iterator[Recipient]:
    if held and len(held[0].split()) <= 5:
        yield _found(" ".join(held[0].split()), _office(held[1:4]), ", ".join(held))


def _names_office(stated: str) -> bool:
    begins = _OFFICE_FIRST.match(stated)
    return bool(begins) and len(stated) < 70 and _office_line(stated)


def _office_line(stated: str) -> bool:
    if marks.ADDRESS.match(stated) or marks.DATE_LINE.match(stated) or marks.SUBJECT.match(stated) or len(stated) > 110:
        return False
    return stated[0].isupper() and not any(c.isdigit() for c in stated) and not _HOUSE.fullmatch(stated)


_HOUSE = re.compile(r"(?!(?:The )?White )(?:[A-Z][\w’'.-]+ ){1,4}(?:House|Palace|Tower|Towers|Hall|Castle)")
"""A building, which is no part of an office."""


def _in_letterhead(text: str, lines: Sequence[Span], last: str) -> Recipient | None:
    """Find the full name and office of somebody greeted by surname in an address without "The Honorable"."""
    for i, line in enumerate(lines):
        stated = text[line.start : line.end].strip()
        name, _, rest = stated.partition(",")
        if last not in name.casefold() or len(name) > 60 or surname(name) != last:
            continue
        suffix = _JUNIOR.match(rest)
        name, rest = (f"{name}, {suffix[1]}", rest[suffix.end() :]) if suffix else (name, rest)
        offices = [_DEGREES.sub("", rest.strip())]
        for below in lines[i + 1 : i + 3]:
            words = text[below.start : below.end].strip()
            if not _office_line(words):
                break
            offices.append(words.rstrip(","))
        office, full = office_and_name(name)
        offices = [*filter(None, [office]), *offices]
        return _found(full or name, _office(offices), stated)
    return None


def _by_first_name(text: str, lines: Sequence[Span], first: str) -> Recipient | None:
    """Find the addressee whom a letter greets by first name alone ("Dear Fiona")."""
    for line in lines:
        name = _LEARNED.sub("", text[line.start : line.end].strip().partition(",")[0])
        if name.split()[:1] == [first] and _plain_name(name):
            found = _in_letterhead(text, lines, surname(name))
            return _found(name, found.office if found else None, name)
    return None


# --- the salutation -----------------------------------------------------------------------------------------------


_SINGULAR = {"ies": "y", "men": "man", "ors": "or", "ers": "er"}
_PLURAL = re.compile(r"(?:(?<=[a-z])ies|(?<=Chair)men|(?<=[a-z])ors|(?<=[a-z])ers)$")


def _greeted(salutation: str) -> Iterator[Recipient]:
    words = _DEAR.sub("", salutation)
    before: Recipient | None = None
    for piece in filter(None, map(str.strip, _AND.split(words))):
        if _NOBODY.fullmatch(piece):
            continue
        one = _greeting(piece)
        if before and before.name and before.office and not one.name and " " not in piece and piece.istitle():
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
        same = next((t for t in told if t.office and office and office.split()[-1] in t.office.casefold()), None)
        first = _by_first_name(text, letterhead, g.office or "") if not same and " " not in (g.office or "") else None
        return _found(same.name, same.office, g.as_stated) if same else first or g
    to = [said for said, _ in written(text, letterhead, "To") if surname(said) == surname(g.name)]
    found: list[Recipient | None] = [_found(said, None, said) for said in to]
    found += [] if found else [_in_letterhead(text, letterhead, surname(g.name))]
    found += [t for t in told if t.name and surname(t.name) == surname(g.name)]
    found += [full_name(text, release, g.name)] if not any(f and f.name and " " in f.name for f in found) else []
    best = next((f for f in found if f and f.name and " " in f.name), None) or next(filter(None, found), None)
    return _found(best.name, best.office or g.office, g.as_stated) if best else g
