"""The inside address of a letter: who is honoured in it, with the office that stands beside or below each name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from brief.document import Span
from brief.letter import marks
from brief.letter.card import Recipient
from brief.letter.names import spaced, surname
from brief.letter.offices import OFFICE, PERSONAL, office_and_name
from brief.letter.offices import recipient as _found
from brief.letter.signed_as import COLUMNS

_OFFICE_FIRST = re.compile(
    rf"(?:The )?(?:(?:Deputy|Acting|Vice|Assistant|Associate) )?(?:{OFFICE})\b(?:,? [A-Z]|\s+of\s|$)"
)
_OFFICE_INSIDE = re.compile(
    rf"(?<=\s)(?:(?:Majority|Minority|Acting|Deputy|Vice|Under|Assistant|Ranking)\s+)?(?:{OFFICE})\b"
)
BODY = re.compile(r"\b(?:Department|House|Office|Bureau) of (?:the )?\w+")


def inside_address(text: str, lines: Sequence[Span], greeted: Sequence[Recipient]) -> Iterator[Recipient]:
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
    housed = ""  # whose street has been read
    rows = (s.strip() for line in lines for s in _FIELDS.split(text[line.start : line.end]))
    for stated in _by_column([row for row in rows if row]):
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
            housed = held[0] if held and _STREET_LINE.match(stated) else housed
            below = bool(held) and held[0] == housed and not _names_office(stated)
            yield from () if below else _goes_on(held, stated, lasts, before)
        before = stated
        above = stated if _ONLY_OFFICE.fullmatch(stated) else ""
    yield from _addressee(held)


_FIELDS = re.compile(r"\n(?=(?:[Cc]c|CC|From|Date|Re|RE|Subject)\b\s?:)")
_STREET_LINE = re.compile(r"\d+\S* [A-Z][\w’'. ]{2,40} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Quay|Square|Drive)\.?,?$")
"""The street of an address, below which stand towns and no offices."""


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
    return bool(_PLAIN.fullmatch(words)) and not PERSONAL.search(words) and not BODY.search(words)


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
_DEGREES = re.compile(r"^(?:(?:M\.?D|MPH|M\.?P\.?H|Ph\.?D|J\.?D|MBA|DrPH|USA|USN|USMC|USAF|P\.?C|M\.P|MP)\b\.?,?\s*)+")
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
    if _TOWN.fullmatch(stated) or len(stated) > 110:
        return False
    if marks.ADDRESS.match(stated) or marks.DATE_LINE.match(stated) or marks.SUBJECT.match(stated):
        return False
    return stated[0].isupper() and not any(c.isdigit() for c in stated) and not _HOUSE.fullmatch(stated)


_TOWN = re.compile(r"[A-Z][a-z]+-[a-z]+(?:, [A-Z][a-z]+)+(?: \d[\d-]*)?")
"""A quarter of a town abroad: "Minato-ku, Tokyo"."""
_HOUSE = re.compile(r"(?!(?:The )?White )(?:[A-Z][\w’'.-]+ ){1,4}(?:House|Palace|Tower|Towers|Hall|Castle)")
"""A building, which is no part of an office."""


def in_letterhead(text: str, lines: Sequence[Span], last: str) -> Recipient | None:
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


def by_first_name(text: str, lines: Sequence[Span], first: str) -> Recipient | None:
    """Find the addressee whom a letter greets by first name alone ("Dear Fiona")."""
    for line in lines:
        name = _LEARNED.sub("", text[line.start : line.end].strip().partition(",")[0])
        if name.split()[:1] == [first] and _plain_name(name):
            found = in_letterhead(text, lines, surname(name))
            return _found(name, found.office if found else None, name)
    return None
