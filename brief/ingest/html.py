"""Saved web pages: every visible block in the page's order, list numbers as printed, noise marked, nothing cut.

Tried on awkward pages (benchmarks/extractors.py), trafilatura, readability-lxml and jusText all lose list numbers, and
the last two tables or short lines; so blocks come from lxml's own tree, and noise is marked by the page's own word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from brief.document import BlockKind
from brief.errors import UnknownFormat
from brief.ingest.assembly import Assembled, Piece, assemble
from brief.ingest.limits import shown
from brief.ingest.markers import label

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNREAD = frozenset(
    """
head script style template noscript iframe object embed svg math canvas select datalist textarea audio video map
area input
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_BREAKING = frozenset(
    """
address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td
tfoot th thead tr ul title
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_NOISE_TAGS = frozenset(("nav", "aside", "footer", "menu", "dialog", "button", "form"))
_NOISE_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu"))
_NOISE_NAMES = frozenset(
    """
nav navbar navigation topnav menu mainmenu breadcrumb breadcrumbs crumbs footer sidebar share sharing social
addtoany cookie cookies skip skip-link sr-only visually-hidden screen-reader-text newsletter newsletter-signup
signup subscribe search search-form pager pagination
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])"
    r"|(?:left|top|text-indent)\s*:\s*-\d{4,}px",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_DECLARED = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LOOKS = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|article|section|table|p|h[1-6]|ul|ol|span)\b", re.IGNORECASE
)
_TYPES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i",
          "upper-roman": "I", "decimal": "1"}  # fmt: skip
_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".php", ".aspx")
_BREAK = "\0"  # a <br> while white space is collapsed; the text itself holds no NUL any more
_CELL = "\x1f"  # between the cells of a row
_MOST_LOOKS = 2_000


def looks_like(data: bytes, ending: str) -> bool:
    """Tell whether bytes are HTML: by their beginning, or by their name's ending if there is any tag in them."""
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 too
    while start.startswith(b"<!--"):
        start = start.partition(b"-->")[2].lstrip()
    if start[:5].lower() == b"<?xml":
        return b"<html" in start.lower()
    opens = re.match(rb"<(?:!doctype\s+html|html|head|body)\b", start, re.IGNORECASE)
    return bool(opens) or (ending in _ENDINGS and bool(_LOOKS.search(data)))


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the page's own `meta` names."""
    found = _DECLARED.search(data[:4096])
    return found[1].decode("ascii", "replace") if found else None


def blocks(text: str, name: str) -> tuple[Assembled, tuple[str, ...]]:
    """Return a page's text with its blocks, and a warning if text is hidden on it.

    Args:
        text: The page's source, decoded. name: What the user calls it, for messages.

    Raises:
        UnknownFormat: It cannot be parsed, or its tags are nested beyond all sense.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
        if cut := next((e.message for e in parser.error_log if e.level == etree.ErrorLevels.FATAL), None):
            raise ValueError(cut)  # such as tags nested over 2,048 deep, after which libxml2 drops the rest
        walk = _Walk(sum(map(len, root.itertext())))
        walk.run(etree.iterwalk(root, events=("start", "end")))
    except etree.ParserError:  # nothing but a doctype
        return Assembled("", ()), ()
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise UnknownFormat(f"{shown(name)}: cannot be parsed as HTML ({error}); save the page as text") from error
    hidden = (f"{walk.hidden:,} characters that the page hides were left out",) if walk.hidden else ()
    return assemble(walk.pieces), hidden


@dataclass
class _List:
    """A list that is open: how its items are marked, and the next number."""

    style: str
    number: int
    step: int = 1

    def marker(self, value: str | None) -> str:
        """Return the next item's marker; `value` is the number that the item gives itself, if any."""
        if self.style == "•":
            return "•"
        if value and re.fullmatch(r"-?\d{1,6}", value.strip()):
            self.number = int(value)
        shown_number = label(self.number, self.style)
        self.number += self.step
        return f"{shown_number}."


@dataclass
class _Walk:
    """The walk over a page's tree: text is gathered until a block ends, then it becomes a piece."""

    total: int
    pieces: list[Piece] = field(default_factory=list)
    hidden: int = 0
    _text: list[str] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _marker: str | None = None
    _heading: int = 0
    _quotes: int = 0
    _noise: list[Any] = field(default_factory=list)
    _rows: list[Any] = field(default_factory=list)
    _pre: int = 0
    _looks: int = 0

    def run(self, events: Any) -> None:
        """Follow the start and end of every element."""
        for event, element in events:
            if event == "end":
                self._end(element)
                self._add(element.tail)
            elif self._start(element):
                self._add(element.text)
            else:
                events.skip_subtree()
        self._flush()

    def _start(self, element: HtmlElement) -> bool:
        """Enter an element; return False if what it holds is not to be read."""
        tag = element.tag
        if tag in _UNREAD:
            return False
        if _is_hidden(element):
            self.hidden += len(_SPACE.sub(" ", "".join(element.itertext())).strip())
            return False
        if tag == "br":
            self._text.append(_BREAK)
        elif tag in ("td", "th") and self._rows:
            self._text.append(_CELL)
        elif tag in _BREAKING and not self._rows:
            self._flush()
            self._open(element, str(tag))
        if not self._noise and _calls_itself_noise(element) and self._is_small(element):
            self._flush()
            self._noise.append(element)
        return True

    def _is_small(self, element: HtmlElement) -> bool:
        """Tell whether an element holds under half of the page; what holds more is its content, whatever it says."""
        self._looks += 1
        if self._looks > _MOST_LOOKS:
            return False
        return sum(map(len, element.itertext())) * 2 < self.total or self.total < 200

    def _open(self, element: HtmlElement, tag: str) -> None:
        if tag in ("ol", "ul", "menu"):
            self._lists.append(_list_of(element, tag))
        elif tag == "li":
            self._marker = (self._lists[-1] if self._lists else _List("•", 1)).marker(element.get("value"))
        elif tag[0] == "h" and tag[1:].isdigit():
            self._heading = int(tag[1:])
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._pre += 1
        elif tag == "table" and _is_data(element):
            self._rows.append(element)

    def _end(self, element: HtmlElement) -> None:
        tag = element.tag
        if self._rows:
            self._end_in_table(element)
        elif tag in _BREAKING:
            self._flush()
            self._close(str(tag))
        if self._noise and self._noise[-1] is element:
            self._flush()
            self._noise.pop()

    def _close(self, tag: str) -> None:
        if tag in ("ol", "ul", "menu") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._marker = None
        elif tag[0] == "h" and tag[1:].isdigit():
            self._heading = 0
        elif tag == "blockquote":
            self._quotes = max(0, self._quotes - 1)
        elif tag == "pre":
            self._pre = max(0, self._pre - 1)

    def _end_in_table(self, element: HtmlElement) -> None:
        if element.tag in ("tr", "caption"):
            self._text.append(_BREAK)
        elif element is self._rows[-1]:
            self._flush("table")
            self._rows.pop()

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(text.replace("\n", _BREAK) if self._pre else text)

    def _flush(self, kind: BlockKind | None = None) -> None:
        """Make a piece, or several where two line breaks stand together, of the text gathered."""
        if not self._text:
            return
        gathered, self._text = "".join(self._text), []
        for text in _paragraphs(gathered, bool(self._pre)):
            self.pieces.append(self._piece(text, kind))

    def _piece(self, text: str, kind: BlockKind | None) -> Piece:
        marker, self._marker = self._marker, None
        if self._noise:
            return Piece(text, "noise", len(self._lists) if marker else 0, marker)
        if self._heading:
            return Piece(text.replace("\n", " "), "heading", self._heading)
        if marker:
            return Piece(text, "item", max(1, len(self._lists)), marker)
        return Piece(text, kind or ("quote" if self._quotes else "paragraph"))


def _paragraphs(gathered: str, pre: bool) -> Iterator[str]:
    """Yield paragraphs with white space collapsed; two line breaks together part them, one breaks a line."""
    if pre:
        yield from (p for p in re.split(r"\n[ \t]*\n", gathered.replace(_BREAK, "\n").strip("\n")) if p.strip())
        return
    for paragraph in re.split(f"{_BREAK}\\s*{_BREAK}", gathered):
        lines = ("\t".join(_SPACE.sub(" ", c).strip(" ") for c in ln.split(_CELL)) for ln in paragraph.split(_BREAK))
        text = "\n".join(line for line in map(str.strip, lines) if line)
        if text:
            yield text


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN_STYLE.search(style))


def _calls_itself_noise(element: HtmlElement) -> bool:
    """Tell whether the page itself says that an element is not its content: by tag, role, class or id."""
    names = f"{element.get('class', '')} {element.get('id', '')}".lower().split()
    said = element.tag in _NOISE_TAGS or element.get("role") in _NOISE_ROLES or not _NOISE_NAMES.isdisjoint(names)
    return said and element.tag not in ("html", "body", "main", "article")


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that only lays out the page: two columns at least, nothing but words in cells."""
    if table.find(".//table") is not None:
        return False
    if next(table.iter("p", "div", "ul", "ol", "br", "form", "h1", "h2", "h3"), None) is not None:
        return False
    rows = [len(row.findall("td")) + len(row.findall("th")) for row in table.iter("tr")]
    return len(rows) > 1 and max(rows) > 1


def _list_of(element: HtmlElement, tag: str) -> _List:
    if tag != "ol":
        return _List("•", 1)
    css = re.search(r"list-style(?:-type)?\s*:\s*([\w-]+)", element.get("style", ""))
    style = _TYPES.get(css[1].lower(), "1") if css else element.get("type", "1").strip()
    start = element.get("start", "").strip()
    down = element.get("reversed") is not None
    first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else len(element.findall("li")) if down else 1
    return _List(style if style in ("1", "a", "A", "i", "I") else "1", first, -1 if down else 1)
