"""Who signs a letter, as its signature block shows it: one name a line, in columns, or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from brief.document import Span
from brief.letter.names import BRACKETED, DEGREE, RUN, Mention, chamber_of, mention, split_title, word_key
from brief.letter.offices import INSTITUTIONS
from brief.letter.places import postal
from brief.letter.vocabulary import words

_COLUMNS = re.compile(r"[ \xa0]{2,}|\t+|[ ]*[|_]+[ ]*")
_NAME_LINE = re.compile(
    rf"(?:(?:The )?Hon(?:orable|\.)\s+|(?:U\.S\. )?(?:Senators?|Sens?\.|Rep(?:resentative|\.)|Congress(?:man|woman)|"
    rf"Dr\.|Governor|Attorney General)\s+|/?s/\s*)?(?P<name>{RUN}){DEGREE}*(?:\s*[,(\[].{{0,60}})?$"
)
_CLOSING = re.compile(
    r"^(?:Very |Most )?(?:Sincerely|Respectfully(?: submitted)?|Cordially|Signed)(?: yours)?,?\s*", re.IGNORECASE
)
_HONOURED = re.compile(r"(?:The )?Honorable ")
_LISTED = re.compile(r"^(?:Co-?)?(?:sign(?:ers|atories|ed by)|Members of Congress)[^:;]{0,30}:\s*", re.IGNORECASE)
_NO_NAME = words(
    """
    congress committee subcommittee caucus member members senator senators representative representatives chairman
    chairwoman chair ranking united states district dear president secretary attorney general governor enclosure
    enclosures the and of for on in cc page re sincerely respectfully house republican democratic leader whip
    majority minority speaker read full letter here click text
    """
)


def in_signature(text: str, lines: Iterable[Span]) -> list[Mention]:
    """Return the persons who sign in a signature block, columns and comma lists included."""
    out: list[Mention] = []
    for line in lines:
        if _HONOURED.match(text, line.start, line.end):
            continue  # somebody else to whom the letter goes
        closing = _CLOSING.match(text[line.start : line.end])
        at = line.start + (closing.end() if closing else 0)
        for row in text[at : line.end].split("\n"):
            for cell in _COLUMNS.split(row):
                where = text.index(cell, at)
                out += _signature(text, where, where + len(cell))
                at = where + len(cell)
    return out


def _signature(text: str, start: int, end: int) -> Iterator[Mention]:
    listed = _LISTED.match(text[start:end])
    cell = text[start + (listed.end() if listed else 0) : end].strip(" ,;")
    start = text.index(cell, start) if cell else start
    bracketed = [m for m in map(mention, BRACKETED.finditer(text, start, end)) if m]
    if bracketed:
        yield from bracketed
    elif cell.count(",") >= 2 or ";" in cell or (" and " in cell and len(cell) > 30):
        yield from _comma_list(text, start, cell)
    else:
        yield from _one(start, cell)


def _comma_list(text: str, start: int, cell: str) -> Iterator[Mention]:
    for piece in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", cell):
        yield from _one(text.index(piece, start), piece)


def _one(start: int, cell: str) -> Iterator[Mention]:
    found = _NAME_LINE.match(cell)
    if not found or not _is_name(found["name"]):
        return
    title, name = split_title(found["name"])
    at = start + found.start("name") + len(found["name"]) - len(name)
    stated = title or cell[: found.start("name")]
    yield Mention(name, stated.strip(), at, at + len(name), chamber=chamber_of(stated))


def _is_name(run: str) -> bool:
    title, name = split_title(run)
    parts = name.split()
    if not 2 <= len(parts) <= 5 or postal(name) or re.search(r"\b(?:Committee|Subcommittee|Caucus)\b", title):
        return False
    keys = [word_key(w) for w in parts]
    return not any(k in _NO_NAME for k in keys) and keys[-1] not in INSTITUTIONS and keys[0] not in INSTITUTIONS
