"""Word files (.docx): paragraphs with the numbers that Word prints, tables, footnotes, letterheads.

Read from the file's XML: python-docx gives neither printed numbers nor footnotes, and loads pictures too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from brief.document import BlockKind
from brief.errors import UnknownFormat
from brief.ingest.assembly import Assembled, Piece, assemble
from brief.ingest.decoding import repair
from brief.ingest.limits import check_archive, read_member, shown
from brief.ingest.markers import label

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{_W}val"
_SKIPPED = frozenset(
    ("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback", f"{_W}moveFrom", f"{_W}del", f"{_W}pPr")
)
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_SIGNS = {
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_OTHERS = (
    ("xl/", "is an Excel workbook"),
    ("ppt/", "is a PowerPoint file"),
    ("content.xml", "is an OpenDocument file"),
    ("META-INF/container.xml", "is an e-book"),
)


def blocks(data: bytes, name: str) -> tuple[Assembled, tuple[str, ...]]:
    """Return a Word file's text with its blocks, and a warning if words in it are formatted as hidden.

    Raises:
        UnknownFormat: It is damaged, or another kind of archive.
        TooLarge: It would unpack to more than the caps allow.
    """
    with check_archive(data, name) as archive:
        names = archive.namelist()
        main = next((n for n in names if re.fullmatch(r"word/document\d*\.xml", n)), None)
        if main is None:
            kind = next((k for part, k in _OTHERS if any(n.startswith(part) for n in names)), "is a zip archive")
            raise UnknownFormat(f"{shown(name)}: {kind}; save the letter as .docx, PDF or text")
        part = _Parts(archive, name)
        body = _Body(_Numbering(part.xml("word/numbering.xml")), _styles(part.xml("word/styles.xml")))
        heads = [body.furniture(part.xml(n)) for n in sorted(names) if re.fullmatch(r"word/header\d*\.xml", n)]
        pieces = [*body.pieces(part.xml(main)), *body.footnotes(part.xml("word/footnotes.xml"))]
        feet = [body.furniture(part.xml(n)) for n in sorted(names) if re.fullmatch(r"word/footer\d*\.xml", n)]
    hidden = (f"{body.hidden:,} characters formatted as hidden were left out",) if body.hidden else ()
    return assemble([*_once(heads), *pieces, *_once(feet)]), hidden


def _once(groups: list[list[Piece]]) -> list[Piece]:
    """Return the pieces of headers or footers, each text once: Word keeps one for the first page, one for the rest."""
    return list({piece.text: piece for group in groups for piece in group}.values())


@dataclass(frozen=True, slots=True)
class _Parts:
    archive: ZipFile
    name: str

    def xml(self, member: str) -> _Element | None:
        """Return a part's root, or None if there is no such part; entities and outside files are never followed."""
        from lxml import etree

        if member not in self.archive.namelist():
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(read_member(self.archive, member, self.name), parser)
        except etree.XMLSyntaxError as error:
            raise UnknownFormat(f"{shown(self.name)}: its part {member} is damaged ({error}); save it anew") from error


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a numbering: where it starts, its number format and its text ("(%2)")."""

    start: int
    form: str
    text: str


class _Numbering:
    """The numbers that Word prints before list paragraphs, counted while the paragraphs are read."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        for abstract in root.iterfind(f"{_W}abstractNum") if root is not None else ():
            levels = {_number(lvl.get(f"{_W}ilvl")): _level(lvl) for lvl in abstract.iterfind(f"{_W}lvl")}
            self._levels[abstract.get(f"{_W}abstractNumId", "")] = levels
        for num in root.iterfind(f"{_W}num") if root is not None else ():
            key = num.get(f"{_W}numId", "")
            self._abstract[key] = _child(num, "abstractNumId") or ""
            for over in num.iterfind(f"{_W}lvlOverride"):
                if start := _child(over, "startOverride"):
                    self._starts[key, _number(over.get(f"{_W}ilvl"))] = _number(start)

    def marker(self, num: str, depth: int) -> str | None:
        """Return what Word prints before the next paragraph of this list and depth, counting it."""
        abstract = self._abstract.get(num, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.form == "none":
            return None
        if level.form == "bullet":
            return "•"
        restarts = any(n == num for n, _ in self._starts)
        owner = num if restarts else abstract
        start = self._starts.get((num, depth), level.start)
        self._counts[owner, depth] = self._counts.get((owner, depth), start - 1) + 1
        for key in [k for k in self._counts if k[0] == owner and k[1] > depth]:
            del self._counts[key]

        def printed(found: re.Match[str]) -> str:
            n = int(found[1]) - 1
            at = levels.get(n, level)
            return label(self._counts.get((owner, n), at.start), _STYLES.get(at.form, "1"))

        return re.sub(r"%(\d)", printed, level.text).strip() or None


@dataclass
class _Body:
    """The reading of paragraphs and tables, in order."""

    numbering: _Numbering
    styles: dict[str, _Style]
    hidden: int = 0
    _notes: list[str] = field(default_factory=list)

    def pieces(self, root: _Element | None) -> Iterator[Piece]:
        """Yield the pieces of a part: its paragraphs, and its tables as rows if they hold only words."""
        for element in _walk(root):
            if element.tag == f"{_W}tbl":
                if table := self._table(element):
                    yield Piece(table, "table")
            elif piece := self._piece(element):
                yield piece

    def furniture(self, root: _Element | None) -> list[Piece]:
        """Return the paragraphs of a header or footer, as noise: the format itself says that they stand apart."""
        return [Piece(p.text, "noise") for p in self.pieces(root)]

    def footnotes(self, root: _Element | None) -> Iterator[Piece]:
        """Yield the footnotes that the text refers to, in the order of their numbers."""
        notes = {n.get(f"{_W}id"): n for n in root.iterfind(f"{_W}footnote")} if root is not None else {}
        for number, key in enumerate(self._notes, 1):
            text = " ".join(self._text(p) for p in notes[key].iter(f"{_W}p")) if key in notes else ""
            if text.strip():
                yield Piece(" ".join(text.split()), "item", 1, f"[{number}]")

    def _piece(self, paragraph: _Element) -> Piece | None:
        text = self._text(paragraph).strip()
        if not text:
            return None
        style = self.styles.get(_child(paragraph, "pPr/" + f"{_W}pStyle") or "", _Style())
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        num = _child(own, "numId") if own is not None else None
        depth = _number(_child(own, "ilvl")) if own is not None and _child(own, "ilvl") else style.depth
        marker = self.numbering.marker(num or style.num, depth) if (num or style.num) not in ("", "0") else None
        if style.heading:
            return Piece(text.replace("\n", " "), "heading", style.heading, marker)
        kind: BlockKind = "quote" if style.quote else "paragraph"
        return Piece(text, "item", depth + 1, marker) if marker else Piece(text, kind)

    def _text(self, paragraph: _Element) -> str:
        parts: list[str] = []
        stack = [paragraph]
        while stack:
            element = stack.pop()
            if element.tag in _SKIPPED or (element.tag == f"{_W}p" and element is not paragraph):
                continue
            if element.tag == f"{_W}r" and _is_on(element.find(f"{_W}rPr/{_W}vanish")):
                self.hidden += sum(len(t.text or "") for t in element.iter(f"{_W}t"))
                continue
            if element.tag == f"{_W}t":
                parts.append(element.text or "")
            elif element.tag == f"{_W}footnoteReference":
                parts.append(self._note(element.get(f"{_W}id", "")))
            else:
                parts.append(_SIGNS.get(str(element.tag), ""))
            stack.extend(reversed(element))
        lines = (re.sub(r"[ \t\r\n]+", " ", line).strip(" ") for line in "".join(parts).split("\n"))
        return repair("\n".join(lines))[0]

    def _note(self, key: str) -> str:
        if key not in self._notes:
            self._notes.append(key)
        return f"[{self._notes.index(key) + 1}]"

    def _table(self, table: _Element) -> str:
        rows = ("\t".join(self._cell(c) for c in row.iterfind(f"{_W}tc")) for row in table.iterfind(f"{_W}tr"))
        return "\n".join(row for row in rows if row.strip())

    def _cell(self, cell: _Element) -> str:
        return " ".join(self._text(p).replace("\n", " ").strip() for p in cell.iter(f"{_W}p")).strip()


@dataclass(frozen=True, slots=True)
class _Style:
    """What a paragraph style says: heading level, quotation, numbering."""

    heading: int = 0
    quote: bool = False
    num: str = ""
    depth: int = 0


def _styles(root: _Element | None) -> dict[str, _Style]:
    found: dict[str, _Style] = {}
    for style in root.iterfind(f"{_W}style") if root is not None else ():
        name = (_child(style, "name") or "").lower()
        outline = _child(style, f"pPr/{_W}outlineLvl")
        heading = re.fullmatch(r"heading (\d)", name)
        level = int(heading[1]) if heading else 1 if name == "title" else _number(outline) + 1 if outline else 0
        num, depth = _child(style, f"pPr/{_W}numPr/{_W}numId"), _child(style, f"pPr/{_W}numPr/{_W}ilvl")
        key = style.get(f"{_W}styleId", "")
        found[key] = _Style(min(level, 6) % 7 if level < 10 else 0, "quote" in name, num or "", _number(depth))
    return found


def _walk(root: _Element | None) -> Iterator[_Element]:
    """Yield paragraphs and tables of words in order; tables that lay out the page are walked through."""
    stack = [root] if root is not None else []
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            yield element
            stack.extend(reversed(list(_boxes(element))))
        elif element.tag == f"{_W}tbl" and _is_data(element):
            yield element
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """Yield the paragraphs in text boxes that hang on a paragraph; each box is stored twice, the second a fallback."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}p":
            yield element
        elif element.tag not in _SKIPPED:
            stack.extend(reversed(element))


def _is_data(table: _Element) -> bool:
    """Tell a table of data from one that lays out the page: no cell with several paragraphs, lists or tables."""
    if next(table.iterdescendants(f"{_W}tbl"), None) is not None or next(table.iter(f"{_W}numPr"), None) is not None:
        return False
    return all(len(cell.findall(f"{_W}p")) <= 1 for cell in table.iter(f"{_W}tc"))


def _level(element: _Element) -> _Level:
    return _Level(
        _number(_child(element, "start") or "1"),
        _child(element, "numFmt") or "decimal",
        _child(element, "lvlText") or "",
    )


def _child(element: _Element, path: str) -> str | None:
    found: Any = element.find(f"{_W}{path}")
    return found.get(_VAL) if found is not None else None


def _number(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else 0


def _is_on(flag: _Element | None) -> bool:
    return flag is not None and flag.get(_VAL, "true") not in ("0", "false", "off")
