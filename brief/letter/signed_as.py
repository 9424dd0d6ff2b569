"""As what each signer signs: the office beside or below the name, in its column, and the house of the letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brief.document import Span
from brief.letter import marks
from brief.letter.card import Recipient
from brief.letter.headers import FIELD, written
from brief.letter.names import Mention, word_key
from brief.letter.offices import INSTITUTIONS, OFFICE
from brief.letter.places import postal

COLUMNS = re.compile(r"[ \xa0]{2,}|\t+|[ ]*[|_]+[ ]*")
"""What parts two columns of a signature block."""
_POST = re.compile(
    rf"\b(?:{OFFICE}|Secretary-Treasurer|Spokes\w+|Convenor|Convener|Head|Partner|Principal|Professor|Fellow|"
    r"Ombuds\w+|Chairperson|Co-?[Cc]hair\w*|Co-?[Dd]irector|Elder|Bishop|Rabbi|Rector|Vicar|Editor|Delegate|"
    r"Writer|Reporter|Correspondent|Staff|Organi[sz]er|Student|Farmer|Nurse|Teacher|Scientist|Lawyer|Resident|"
    r"Vice[ -]Chair\w*|Councill?or|Alder\w+|Supervisor|Selectm[ae]n|Trustee|Warden|Reeve|Chief)\b",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"(?:United States |U\.S\. |US )?(?:Senat(?:ors?|e)|Representatives?|Congress(?:m[ae]n|wom[ae]n)?)|"
    r"Members? of (?:the )?(?:Congress|Parliament|House|Senate|Assembly)|Member|(?:U\.S\. )?House of Representatives",
    re.IGNORECASE,
)
"""What says no more than the chamber, which a person's own field holds."""
_BESIDE = re.compile(
    r"\s*,\s*(?P<office>[^\n()\[\]]{3,90})|"
    r"\s*\((?P<group>(?![DRI]\b)[^()\n]{3,60})\)(?:,\s*(?P<post>[^\n()\[\]]{3,60}))?"
)
_GOVERNS = re.compile(
    r"(?P<office>Governor|Attorney General|Mayor|Premier)(?: of|,)(?: State of)? (?P<where>[A-Z]\w+(?: [A-Z]\w+)*)$"
)
_STATE_OF = re.compile(r"State of (?P<where>[A-Z][\w ]+)$")
_NO_POST = re.compile(r"[@\d/]|[.!?]$|^(?:cc|enc|by|for|on behalf)\b", re.IGNORECASE)
_SUFFIX = re.compile(
    r"\s*,?\s*(?:M\.?P\.?|MEP|MSP|MLA|MPP|MNA|TD|MS|[JS]r\.?|II|III|IV|M\.?D\.?|Ph\.?D\.?|J\.?D\.?|Esq\.?)(?=,|\s|$)"
)
_LONGEST = 90  # characters of an office
_REACH = 10  # columns: cells of two lines that begin so near stand below each other

Row = list[Span]


def with_offices(text: str, lines: Sequence[Span], found: Sequence[Mention]) -> list[Mention]:
    """Return the signers with the office that stands behind each name or below it.

    Args:
        text: The document's text.
        lines: The paragraphs of the signature block.
        found: The signers, with where their names stand.
    """
    rows = list(rows_of(text, lines))
    names = {m.start for m in found}
    held = [_held(one, _beside(text, one, rows) or _below(text, one, rows, names)) for one in found]
    return [_tabled(text, one, rows) for one in held] if any(len(row) > 1 for row in rows) else held


_BODIES = re.compile(r"(?i)(?:organi[sz]ation|company|group|union|institution|association|body|affiliation)s?")


def _tabled(text: str, one: Mention, rows: Sequence[Row]) -> Mention:
    """Add the body for which somebody signs in a table that has a column of bodies."""
    at = next((n for n, row in enumerate(rows) if any(c.start <= one.start < c.end for c in row)), 0)
    heads = [row for row in rows[:at] if len(row) == len(rows[at])]
    titles = [c.of(text).strip(" *") for c in heads[0]] if heads else []
    column = next((n for n, title in enumerate(titles) if _BODIES.fullmatch(title)), None)
    if column is None or rows[at][column].start <= one.start < rows[at][column].end:
        return one
    return replace(one, office=", ".join(filter(None, [one.office, rows[at][column].of(text).strip(" *")])))


def rows_of(text: str, lines: Iterable[Span]) -> Iterator[Row]:
    """Yield each printed line as the cells that stand side by side on it."""
    for line in lines:
        at = line.start
        for row in text[line.start : line.end].split("\n"):
            cells, begin = [], 0
            for gap in [*COLUMNS.finditer(row), None]:
                end = gap.start() if gap else len(row)
                if row[begin:end].strip():
                    cells.append(Span(at + begin, at + end))
                begin = gap.end() if gap else end
            if cells:
                yield cells
            at += len(row) + 1


_UNDERSIGNED = re.compile(
    r"\b(?:undersigned|on behalf of|[Ww]e,? the|[Ww]e are|joined by)\b[^.]{0,80}?\b(?:organi[sz]ations|groups|"
    r"associations|unions|NGOs|companies|businesses|institutions|charities|congregations|tribes|nations|firms|chambers|coalitions)\b"
)
_OPENS = 700  # characters of a letter in which its writers say who they are
_NO_BODY = re.compile(
    r"(?i)(?:cc|enc\w*|p\.?s|contact|page|for|on behalf of|signed|organi[sz]ation|name)\b\s*:?|.*[@:?!]|.*www\.|"
    r".*\.$(?<!inc\.)(?<!co\.)(?<!ltd\.)(?<![. ]\w\.)|(?:\W|\d)+$"
)


def for_bodies(text: str, body: Sequence[Span]) -> bool:
    """Tell whether a letter says that organisations sign it, so that a line below it names one, whatever its words."""
    head = text[body[0].start : body[0].start + _OPENS] if body else ""
    said = any(map(head.__contains__, ("ndersigned", "behalf of", "e, the", "e the", "e are")))
    return said and bool(_UNDERSIGNED.search(head))


def many_bodies(text: str, lines: Sequence[Span], found: Sequence[Mention]) -> bool:
    """Tell whether a block names two organisations or more above the first person who signs for one."""
    if any(m.chamber for m in found):
        return False
    first = next((m.start for m in found if m.office or m.title), None)
    cells = [c.of(text) for row in rows_of(text, lines) for c in row if first is None or c.end <= first]
    return sum(bool(_KIND.search(s)) and not (_POST.search(s) or _NO_BODY.match(s)) for s in cells) > 1


def bodies(text: str, lines: Sequence[Span], found: Sequence[Mention]) -> list[Mention]:
    """Return the signers of a block in which organisations sign, one on a line, beside the persons found.

    Args:
        text: The document's text.
        lines: The paragraphs of the signature block.
        found: The persons found there, with their offices.
    """
    out = list(found)
    offices = {part.strip() for m in found for part in (m.office or "").split(",")}
    for row in rows_of(text, lines):
        for cell in row:
            name = cell.of(text).strip(" ,;*•-–")
            taken = any(cell.start <= m.start < cell.end for m in found) or name in offices
            if taken or len(name) > _LONGEST or len(name.split()) < 2 or not name[:1].isupper() or _NO_BODY.match(name):
                continue
            if not found and (_POST.match(name) or name.startswith("Hon.") or marks.is_furniture(name, 0, len(name))):
                continue  # the post of somebody whose name could not be read, or the page's own line
            if not marks.CLOSING.match(name) and not _SEAT.fullmatch(name) and not _MORE.match(name):
                at = text.index(name, cell.start)
                out.append(Mention(name, "", at, at + len(name)))
    return sorted(out, key=lambda m: m.start)


_MORE = re.compile(r"(?:and|with|joined by)\b|[\d,]+ ", re.IGNORECASE)


def _held(one: Mention, office: str) -> Mention:
    """Add an office to a signer; that of a State's or a city's head tells the State too."""
    if one.office:
        both = office if not one.office or "Member" in office else f"{one.office}, {office}"
        return replace(one, office=both) if office else one
    governs = _GOVERNS.match(office)
    if governs and not one.title:
        title = f"{governs['office']} of {governs['where']}"
        return replace(one, title=title, state=one.state or postal(governs["where"]))
    return replace(one, office=office) if office else one


def _beside(text: str, one: Mention, rows: Sequence[Row]) -> str:
    """Return what stands behind a name in its cell: ", Vice Chair" or "(S&D, Portugal)"."""
    cell = next((c for row in rows for c in row if c.start <= one.start < c.end), None)
    if cell is None or one.stated_more:
        return ""
    suffix = _SUFFIX.match(text, one.end, cell.end)
    found = _BESIDE.match(text, suffix.end() if suffix else one.end, cell.end)
    if not found:
        return ""
    words = (found["office"] or found["post"] or "").strip(" ,;*")
    return _plain(words) if words and (_POST.search(words) or _is_house(words)) else found["group"] or ""


def _below(text: str, one: Mention, rows: Sequence[Row], names: set[int]) -> str:
    """Return the office on the line below a name, and the house on the line below that."""
    place = next(((r, c) for r, row in enumerate(rows) for c in row if c.start <= one.start < c.end), None)
    if place is None:
        return ""
    first = _under(text, rows, *place, names)
    office = _plain(first.of(text).strip(" ,;*_")) if first else ""
    if not first or not office or not _POST.search(office) or _STYLED.match(office):
        return ""
    second = _under(text, rows, place[0] + 1, first, names)
    house = second.of(text).strip(" ,;*_") if second else ""
    state = _STATE_OF.match(house)
    if state and re.fullmatch("Governor|Attorney General", office):
        return f"{office} of {state['where']}"
    return f"{office}, {house}" if house and _is_house(house) else office


_STYLED = re.compile(
    r"(?:Emerit\w+ )?(?:Associate |Assistant )?(?:Prof(?:essor|\.)|Bishop|Rabbi|Councill?or) (?!of\b)[A-Z]"
)
"""A further signer's name with a title before it."""


def _under(text: str, rows: Sequence[Row], at: int, cell: Span, names: set[int]) -> Span | None:
    """Return the cell below another one, if it holds no name of a signer."""
    if at + 1 >= len(rows):
        return None
    row, below = rows[at], rows[at + 1]
    if len(row) == len(below):
        found = below[row.index(cell)]
    else:
        near = min(below, key=lambda c: abs(_column(text, c) - _column(text, cell)))
        found = near if abs(_column(text, near) - _column(text, cell)) <= _REACH else cell
    taken = found is cell or any(found.start <= n < found.end for n in names)
    return None if taken or marks.COPY.match(text, found.start, found.end) else found


def _column(text: str, cell: Span) -> int:
    return cell.start - (text.rfind("\n", 0, cell.start) + 1)


def _plain(words: str) -> str:
    """Return an office on one line, or "" if the words are none."""
    words = " ".join(words.split())
    if len(words) > _LONGEST or _NO_POST.search(words) or _SEAT.fullmatch(words):
        return ""
    return titled(words) if words.isupper() and len(words) > 3 else words


def _is_house(words: str) -> bool:
    if len(words) > _LONGEST or _NO_POST.search(words) or marks.ADDRESS.match(words) or _SEAT.fullmatch(words):
        return False
    return bool(_KIND.search(words)) or any(word_key(w) in INSTITUTIONS for w in words.split())


_KIND = re.compile(
    r"(?i)\b(?:LLC|LLP|Ltd|Limited|Inc|plc|GmbH|Co-?operative|City|Town|Village|Borough|County|Parish|District|Nation|"
    r"Tribe|Band|Pueblo|Chamber|Guild|League|Society|Federation|Trust|Fund|Alliance|Network|Campaign|Church|Diocese|Forum|"
    r"Clinic|Hospital|School|College|Project|Movement|Centre|Institute|Initiative|Families|Friends|Partnership|Group)\b"
)
_PARLIAMENT = re.compile(
    r"(?i)(?:congress of the )?united states(?: senate| congress)?|house of representatives|senate"
)
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"])


def titled(words: str) -> str:
    """Return words printed in capitals as a title is written: "Board of Commissioners"."""
    pieces = enumerate(words.split())
    out = [w.lower() if w.lower() in _SMALL and n else w.title() if len(w) > 1 else w for n, w in pieces]
    return re.sub(r"(?<=['’])S\b", "s", " ".join(out))


def house_of(text: str, letterhead: Sequence[Span], to: Iterable[Recipient]) -> str:
    """Return the house on whose paper a letter is written: the first line of the letterhead, if it names one.

    Args:
        text: The document's text.
        letterhead: The lines above the salutation.
        to: The addressees, whose own house is none of the signers'.
    """
    said = next((name for name, _ in written(text, letterhead, "From") if _is_house(name)), "")
    if said:
        return said
    theirs = " ".join(f"{r.office or ''} {r.as_stated}" for r in to).casefold()
    row = next(rows_of(text, letterhead), [])
    words = " ".join(row[0].of(text).split()).strip(" ,*") if len(row) == 1 else ""
    if not words or words.casefold() in theirs or any(mark.match(words) for mark in _NO_HOUSE):
        return ""
    if any(map(str.isdigit, words)) or not _is_house(words) or _PARLIAMENT.fullmatch(words):
        return ""
    return titled(words) if words.isupper() else words


_NO_HOUSE = (FIELD, marks.HONORABLE, marks.DATE_LINE, marks.SUBJECT, marks.ADDRESS, re.compile(r"(?i).*\bletter\b"))


def of_house(office: str | None, house: str) -> str | None:
    """Return an office with the house it is held in, unless it tells a house of its own."""
    if not office or not house or not _POST.search(office) or house.casefold() in office.casefold():
        return office
    return office if tells_house(office) else f"{office}, {house}"


def tells_house(office: str) -> bool:
    """Tell whether an office says in which house it is held: "Chair of X", "President, XYZ"."""
    rest = office.partition(",")[2].strip()
    return bool(re.search(r"\b(?:of|for|at)\b", office)) or (rest.isupper() and len(rest) < 9) or _is_house(rest)
