"""An address without "The Honorable": the body it names, the post in it, and who is to have it ("Attn:", "c/o")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brief.document import Span
from brief.letter import marks
from brief.letter.card import Recipient
from brief.letter.offices import OFFICE, office_and_name
from brief.letter.offices import recipient as _found

_FOR = re.compile(r"(?:Attn|Attention|c/o|For the attention of)\b\.?:?\s+(?=[A-Z])", re.IGNORECASE)
_FILE = re.compile(r"(?:Docket|Comments?|Case|File|Project|RIN)\b|\W*\d")
"""What an address names behind "Attn:" that is nobody."""
_SENT = re.compile(
    r"(?:(?:by|via|sent|submitted|delivered|through) [^,]{3,60}|(?:our|your) ref\b.*|ref(?:erence)?\b.*|"
    r"(?:personal|private|strictly|confidential|urgent)\b.*|open letter|.*\bletter (?:to|from)\b.*|.*@.*)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    rf"\b(?:{OFFICE}|Department|Ministry|Office|Operations|Administration|Agency|Board|Commission|Authority|Council|"
    r"Bureau|Service|Corps|District|Division|Branch|Committee|Court|University|Company|Corporation|Inc\.?|LLC|Ltd|plc|"
    r"Trust|Bank|Parliament|Assembly|Government|Directorate|Secretariat|Institute|Officer|Team|Desk|Registry)\b"
)
_CODE = re.compile(r",?\s+[A-Z]{1,3}-?\d{1,4}$")
_STATED_IN = re.compile(r"\s+c/o\b.*$")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*\s){1,3}[A-ZÀ-Þ][\w’'-]+")
_POST = re.compile(rf"(?:{OFFICE})\b")
_MOST = 3  # lines of an office


@dataclass(frozen=True, slots=True)
class Addressed:
    """What an address without a title names; `attention` if it says for whom it is meant."""

    recipient: Recipient
    attention: bool

    def holds(self, greeted: Sequence[Recipient]) -> bool:
        """Tell whether the address gives the office that the letter greets alone, and its body."""
        office = (self.recipient.office or "").casefold().removeprefix("the ")
        said = [g.office.casefold() for g in greeted if g.office]
        return bool(said) and not any(g.name for g in greeted) and all(s != office and s in office for s in said)


def addressed(text: str, letterhead: Sequence[Span]) -> Addressed | None:
    """Return the addressee of the lines between the date and the subject, or above a date that stands below them.

    Args:
        text: The document's text.
        letterhead: The lines above the salutation.
    """
    lines = [" ".join(line.split()) for s in letterhead for line in text[s.start : s.end].split("\n")]
    dates = [n for n, line in enumerate(lines) if marks.DATE_LINE.match(line)]
    below = list(_block(lines[dates[-1] + 1 :])) if dates else []
    block = below or (list(_block(lines[: dates[-1]], skip=True)) if dates else [])
    return _read(block)


def _block(lines: Sequence[str], skip: bool = False) -> Iterator[str]:
    """Yield the lines of an address up to its street or the subject; `skip`: the writers' own paper stands first."""
    if skip:
        streets = [n for n, line in enumerate(lines) if marks.ADDRESS.match(line)]
        lines = lines[streets[0] + 1 :] if streets and streets[-1] > streets[0] + 1 else []
    begun = False
    for line in lines:
        line = line[3:].lstrip() if line.startswith("To:") else line
        attention = _FOR.match(line)
        if not attention and (marks.SUBJECT.match(line) or marks.COPY.match(line)):
            if begun:
                return
            continue
        if marks.ADDRESS.match(line) or (line[:1].isdigit() and begun):
            return
        if _SENT.match(line) or not line[:1].isalpha() or len(line) > 90:
            continue
        if attention or line[0].isupper():
            begun = True
            yield line


def _read(block: Sequence[str]) -> Addressed | None:
    """Read the lines of an address as a person, a post and a body."""
    name: str | None = None
    offices: list[str] = []
    attention = False
    for line in block:
        found = _FOR.match(line)
        if found and _FILE.match(line, found.end()):
            continue
        words = _CODE.sub("", _STATED_IN.sub("", line[found.end() :] if found else line)).rstrip(",")
        if found:
            before, _, after = words.partition(",")
            name, attention = before.strip(), True
            offices = [after.strip(), *offices] if after.strip() else offices
        elif _BODY.search(words) and not any(c.isdigit() for c in words):
            offices.append(words)
    offices = [o for o in offices if o][:_MOST]
    if not name and offices and len(block) > 1 and _NAME.fullmatch(block[0]) and _POST.match(block[1]):
        name = None if _BODY.search(block[0]) else block[0]  # "Patrick Roe", and below it "Postmaster General"
    if name and not _NAME.fullmatch(name):
        offices, name = [name, *offices], None
    if not offices and not name:
        return None
    if not name and offices:
        office, holder = office_and_name(offices[0])
        if holder and office and len(holder.split()) > 1:
            name, offices = holder, [office, *offices[1:]]
    stated = ", ".join(filter(None, [name, *offices]))
    return Addressed(_found(name, ", ".join(offices) or None, stated), attention)
