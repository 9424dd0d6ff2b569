"""Who signs a letter, as its signature block shows it: one name a line, in columns, or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from brief.document import Span
from brief.letter.card import Chamber
from brief.letter.members import named as known
from brief.letter.names import (
    DEGREE,
    RUN,
    Mention,
    chamber_of,
    in_brackets,
    mention,
    split_title,
    with_suffix,
    word_key,
)
from brief.letter.offices import INSTITUTIONS
from brief.letter.places import postal
from brief.letter.signed_as import COLUMNS, with_offices
from brief.letter.vocabulary import words

_NAME_LINE = re.compile(
    rf"(?:(?:The )?Hon(?:orable|\.)\s+|(?:U\.S\. )?(?:Senators?|Sens?\.|Rep(?:resentative|\.)|Congress(?:man|woman)|"
    rf"Dr\.|Governor|Attorney General|Sister|Rev\.|Bishop|(?:Emerit\w+ )?Prof(?:essor|\.)|"
    rf"Councill?or|Dr|Mr|Mrs|Ms|Miss|Sir|Dame)\s+|"
    rf"/?s/\s*|\(\s?(?:Mrs|Mr|Ms|Miss|Dr)\s?\.?\s?\)\s*)?(?P<name>{RUN}){DEGREE}*(?:\s*[,(\[].{{0,60}})?$"
)
_CLOSING = re.compile(
    r"^(?:Very |Most )?(?:Sincerely|Respectfully(?: submitted)?|Cordially|Signed)(?: yours)?,?\s*", re.IGNORECASE
)
_HONOURED = re.compile(r"(?:The )?Honorable ")
_LISTED = re.compile(
    r"^(?:(?:Current|Additional|Other|All|Full list of)\s+)?(?:Co-?)?"
    r"(?:sign(?:ers|atories|ed by)|sponsors|Members of Congress)[^:;]{0,30}:\s*",
    re.IGNORECASE,
)
_NO_NAME = words(
    """
    congress committee subcommittee caucus member members senator senators representative representatives chairman
    chairwoman chair ranking united states district dear president secretary attorney general governor enclosure
    enclosures the and of for on in cc page re sincerely respectfully house republican democratic leader whip majority
    minority speaker read full letter here click text regards wishes thanks yours truly next previous article tweet
    print email share staff writer reporter signers co-signers cosigners signatories signed current additional contact
    press media
    """
)


_HOUSES = words(
    "alliance chamber clinic coalition federation foundation fund guild hospital league network society trust"
)
"""How the name of a house ends, which is no signer where persons sign for it."""


def in_signature(text: str, lines: Sequence[Span]) -> list[Mention]:
    """Return the persons who sign in a signature block, columns, tables and comma lists included."""
    out: list[Mention] = []
    column: int | None = None
    for line in lines:
        if _HONOURED.match(text, line.start, line.end) or _MORE.match(text, line.start, line.end):
            continue  # somebody else to whom the letter goes, or signers who are only counted
        closing = _CLOSING.match(text[line.start : line.end])
        at = line.start + (closing.end() if closing else 0)
        for row in text[at : line.end].split("\n"):
            cells = [cell for cell in COLUMNS.split(row) if cell.strip()]
            names = next((i for i, cell in enumerate(cells) if _NAMES_COLUMN.match(cell)), None)
            column = names if names is not None else column
            for i, cell in enumerate(cells):
                where = text.index(cell, at)
                if column is None or (i == column and names is None):
                    out += _signature(text, where, where + len(cell))
                at = where + len(cell)
    persons = [m for m in out if m.name.split()[-1].casefold() not in _HOUSES]
    chamber = _chamber(text, lines)
    return with_offices(text, lines, [replace(m, chamber=m.chamber or chamber) for m in persons or out])


def _chamber(text: str, lines: Sequence[Span]) -> Chamber | None:
    """Return the chamber of all who sign, if the block gives them one office only."""
    senators = any(_SENATOR.search(text, line.start, line.end) for line in lines)
    members = any(_MEMBER.search(text, line.start, line.end) for line in lines)
    return None if senators == members else "senate" if senators else "house"


_SENATOR = re.compile(r"(?:United States|U\.S\.) Senators?\b", re.IGNORECASE)
_MEMBER = re.compile(r"Members? of Congress|(?:United States|U\.S\.) Representative", re.IGNORECASE)


def more_signers(text: str, lines: Iterable[Span]) -> str | None:
    """Return the words of a signature block that count signers without naming them."""
    for line in lines:
        found = _MORE.search(text, line.start, line.end)
        if found:
            return re.sub(r"\s+", " ", found[1].strip(" *_"))
    return None


_NAMES_COLUMN = re.compile(r"\s*(?:signed(?: by)?|names?|signator(?:y|ies)|signers?)\s*$", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\band|\bwith|[Jj]oined by|^)\s+((?:the )?(?:[\d,]+ (?:other|additional|more)|"
    r"[Aa]ttorneys [Gg]eneral of)\b[^()\n.]{3,160}|[\d,]+ others\b)"
)


def _signature(text: str, start: int, end: int) -> Iterator[Mention]:
    listed = _LISTED.match(text[start:end])
    cell = text[start + (listed.end() if listed else 0) : end].strip(" ,;*_")
    start = text.index(cell, start) if cell else start
    bracketed = [m for m in map(mention, in_brackets(text, start, end)) if m]
    if bracketed:
        yield from bracketed
    elif not listed and ";" not in cell and _WITH_POST.match(cell):
        yield from _one(start, cell)
    elif cell.count(",") >= 2 or ";" in cell or (" and " in cell and len(cell) > 30):
        yield from _comma_list(text, start, cell, bool(listed))
    else:
        yield from _one(start, cell)


_WITH_POST = re.compile(
    r"[^,;]{4,40}, (?:[A-Z][\w-]* ){0,2}(?:President|Director|Chair\w*|Secretary|Manager|Officer|Counsel), [^,;]+$|"
    r"[^,;]{4,40}, [A-Z][\w.’' -]{2,30}, (?!MD)[A-Z]{2}$"
)
"""A name, a post and the house it is held in, or a town and its State, on one line."""


def _comma_list(text: str, start: int, cell: str, listed: bool) -> Iterator[Mention]:
    """Yield the persons of a list; under a heading for signers, a Member's surname alone is a signer."""
    for piece in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", cell):
        at = text.index(piece, start)
        if listed and piece and " " not in piece and known(piece):
            yield Mention(piece, "", at, at + len(piece))
        yield from _one(at, piece)
        start = at + len(piece)


def _one(start: int, cell: str) -> Iterator[Mention]:
    found = _NAME_LINE.match(cell)
    run = _GROUP_BEHIND.sub("", found["name"]) if found else ""
    if not found or not _is_name(run) or _FIRM.match(cell, found.end("name")):
        return
    beside = _side_by_side(run)
    if beside:
        yield from _one(start, cell[: found.start("name") + beside])
        yield from _one(start + found.start("name") + beside + 1, cell[found.start("name") + beside + 1 :])
        return
    seat = _SEAT.search(run)
    run = run[: seat.start()] if seat else run
    title, name = split_title(run)
    at = start + found.start("name") + len(run) - len(name)
    stated = title or cell[: found.start("name")]
    yield Mention(
        with_suffix(name, cell[found.end("name") :]), stated.strip(), at, at + len(name), chamber=chamber_of(stated),
        office=seat[1] if seat else None,
    )  # fmt: skip


_SEAT = re.compile(r",?\s+(M\.?P|MEP|MSP|MLA|MPP|MNA|TD|MS)\b\.?$")
"""What stands behind the name of a member of another parliament."""
_POST = re.compile(r"Spokes\w+|Conven[eo]r|Ombuds\w+|Coordinator|Organi[sz]er|Correspondent|Rapporteur")


def _side_by_side(run: str) -> int | None:
    """Return where the first of two Members' names ends that stand on one line without a gap; None if it is one's."""
    parts = [m.span() for m in re.finditer(r"\S+", run)]
    if not 4 <= len(parts) <= 6 or not known(run[parts[-1][0] :].rstrip(".,")):
        return None
    ends = (parts[k][1] for k in range(1, len(parts) - 2) if _is_member(run, parts[0], parts[k]))
    return next((end for end in ends if _is_member(run, next(p for p in parts if p[0] > end), parts[-1])), None)


def _is_member(run: str, first: tuple[int, int], last: tuple[int, int]) -> bool:
    given = run[slice(*first)].casefold()
    return any(given in member.first for member in known(run[slice(*last)]))


_FIRM = re.compile(r",? (?:Inc|INC|LLC|LLP|Ltd|LTD|Corp|CORP|P\.?L\.?C)\b")
_GROUP_BEHIND = re.compile(r"\s\([^()]*\)$")
"""A group behind a name: "Mona Vane (Social Democrats)"."""


def _is_name(run: str) -> bool:
    title, name = split_title(run)
    parts = name.split()
    if (
        not 2 <= len(parts) <= 5
        or postal(name)
        or all(map(postal, parts))
        or re.search(r"\b(?:Committee|Subcommittee|Caucus)\b", title)
    ):
        return False
    if _POST.fullmatch(parts[-1]):
        return False
    keys = [word_key(w) for w in parts]
    return not any(k in _NO_NAME for k in keys) and keys[-1] not in INSTITUTIONS and keys[0] not in INSTITUTIONS
