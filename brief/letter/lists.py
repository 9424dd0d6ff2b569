"""Paragraphs and list items of a letter's text: numbered, lettered, bulleted, nested, run together or spread out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from brief.document import Span


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list.

    Args:
        marker: As printed ("7.", "(a)", "•", "First,").
        number: The bare number or letter as printed ("7", "a", "1.1"), or None for bullets and words.
        level: Nesting, 1 = outermost.
        parent: Number of the item it stands under, if that has one.
        start, end: The item without its marker, without the items nested in it, in characters of the text.
        at: Where its marker begins.
        within: True if it is enumerated inside a sentence: "(1) do this; (2) do that".
    """

    marker: str
    number: str | None
    level: int
    parent: str | None
    start: int
    end: int
    at: int
    within: bool = False

    @property
    def span(self) -> Span:
        """Where the item's own words lie."""
        return Span(self.start, self.end)


_BULLET = r"[•●▪■◦‣⁃·∙►▶➢➤→✓✔\uf0b7\uf0a7*–—-]|\?(?=\s+[A-Z])|o(?=\s+[A-Z])"
_NUMBER = (
    r"\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.?[a-z](?=[.)])[.)]|\(\d{1,2}\)|#?\d{1,2}(?: ?[.)]{1,2}|"
    r"[:–-](?=\s+[A-Z“\"]))(?!\d)|(?:[Qq]uestion|[Qq]|[Rr]equest|[Ii]tem|[Rr]ecommendation|[Dd]emand) ?#?\d{1,2}[.:)]"
)
_LETTER = r"\([a-zA-Z]\)|\((?:[ivx]{2,4}|[IVX]{2,4})\)|(?:[a-zA-Z]|[ivx]{2,4}|[IVX]{2,4})[.)]"
_ORDINAL = r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Finally|Lastly)(?:ly)?[,:]"
_MARKER = re.compile(
    rf"[ \t>]*(?:\*\*)?(?:(?P<n>{_NUMBER})|(?P<a>{_LETTER})|(?P<o>{_ORDINAL})|(?P<b>{_BULLET}))(?:\*\*)?"
    r"(?:\s+(?:\*\*(?=\w))?|(?=[A-Z“\"][a-z’']))"
)
_END = 60  # characters of a line: its last stop, and what closes it, stand in them
_STOPS = re.compile(r"[.?!:;][\"”’')\]]*(?:\[\d+\])?[ \t]*$")
_SERIES = re.compile(r"[;,]\s+(?:and|or),?[ \t]*$")
_LINE = re.compile(r"[^\n]+")
_BARE = re.compile(r"(?i)^(?:question|request|item|recommendation|demand|q) ?|[#().:]+$|^[#(]+")
_NOT_SHAPE = re.compile(r"[^().]")
_FIRST = re.compile(r"[.)](?<=[1a].)(?<!\w..)")  # a stop stands more rarely than an "a"
_INLINE = re.compile(
    r"(?:(?<=[\s;:,(])|(?<=[.?!;:][\"”’])|(?<=[.?!;:]))\(?(\d{1,2}|[a-z])[.)](?=\s*[A-Za-z“\"])(?!\w*\.\w)"
)


@lru_cache(maxsize=4)  # of a letter: for its items, its sentences and its deadlines
def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of `text`: parted by blank lines, by line ends that end a sentence, before list markers.

    In text that was wrapped at a fixed width, line ends inside a sentence part nothing, nor do blank lines there.
    """
    return tuple(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[Span]:
    lines = [m.span() for m in _LINE.finditer(text) if m.group().strip()]
    set_in_lines = _set_in_lines(text, lines)
    begin: int | None = None
    last: tuple[int, int] | None = None
    for start, end in lines:
        if begin is not None and last is not None and _parts(text, begin, last, (start, end), set_in_lines):
            yield _trim(text, begin, last[1])
            begin = None
        begin = start if begin is None else begin
        last = (start, end)
    if begin is not None and last is not None:
        yield _trim(text, begin, last[1])


def _set_in_lines(text: str, lines: list[tuple[int, int]]) -> bool:
    """Tell whether every printed line stands as a paragraph of its own, as in text pasted from set pages."""
    long = [(a, b) for a, b in lines if b - a >= 50]
    if len(long) < 6 or max(b - a for a, b in long) > 140:
        return False
    spaced = sum(text.count("\n", one[1], other[0]) > 1 for one, other in pairwise(lines))
    ended = sum(bool(_STOPS.search(text[a:b])) for a, b in long)
    return spaced > 0.7 * len(lines) and ended < 0.4 * len(long)


def _parts(text: str, begin: int, before: tuple[int, int], line: tuple[int, int], set_in_lines: bool) -> bool:
    """Tell whether a single line end between two lines parts two paragraphs; `begin`: of the one that `before` ends."""
    marker = _MARKER.match(text, *line)
    if set_in_lines and before[1] - before[0] >= 50 and not marker:
        return bool(_STOPS.search(text[max(before[0], before[1] - _END) : before[1]]))
    if text.count("\n", before[1], line[0]) > 1:
        return bool(marker) or not _runs_on(text[before[0] : before[1]], text[line[0] : line[1]])
    if marker and not marker["o"]:
        above = text[max(before[0], before[1] - _END) : before[1]]
        ended = bool(_STOPS.search(above) or _SERIES.search(above))
        opening = _MARKER.match(text, begin, before[1]) if marker["b"] else None
        again = opening is not None and opening["b"] == marker["b"]  # "- one", and below it "- two"
        return ended or again or _is_plain_marker(marker) or _indent(text, line) > _indent(text, before)
    if not _STOPS.search(text[max(before[0], before[1] - _END) : before[1]]):
        return False
    wrapped = 50 <= before[1] - before[0] <= 130
    return not wrapped or before[1] - before[0] < 0.75 * (line[1] - line[0])


_JOINED = re.compile(r"\b(?:and|or|of|the|an?|to|in|for|with|on|by|from|that|which|its|their|our|your|is|are)\s*$")


def _runs_on(before: str, line: str) -> bool:
    """Tell whether a sentence goes on across a blank line, as in text taken from set pages."""
    if _STOPS.search(before) or _SERIES.search(before):
        return False
    return line.lstrip()[:1].islower() or bool(_JOINED.search(before.rstrip()[-10:]))


def _is_plain_marker(marker: re.Match[str]) -> bool:
    """Tell whether a marker is one even where the line before has not ended: "2.", "(a)", "•", but not "a." or "-"."""
    return bool(marker["n"] or (marker["b"] and marker["b"] not in "–—-") or (marker["a"] and "(" in marker["a"]))


def _indent(text: str, line: tuple[int, int]) -> int:
    return line[1] - line[0] - len(text[line[0] : line[1]].lstrip())


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))


@lru_cache(maxsize=2)  # asked for when a letter is read, and when the brief is held against it
def find_items(text: str) -> tuple[Item, ...]:
    """Find the list items of `text`, in order.

    Args:
        text: A letter's own text.

    Returns:
        The items, innermost included; an item that holds others ends where the first of them begins.
    """
    found: list[Item] = []
    for block in paragraphs(text):
        found += _items_in(text, block)
    return tuple(_nested(text, _sequences_only(text, found)))


def _items_in(text: str, block: Span) -> list[Item]:
    indent = block.start - (text.rfind("\n", 0, block.start) + 1)
    marker = _MARKER.match(text, block.start, block.end)
    items: list[Item] = []
    begin, number = block.start, None
    if marker and marker.end() < block.end:
        shown = next(g for g in marker.groups() if g)
        number = _bare(shown) if marker["n"] or marker["a"] else None
        begin = marker.end()
        items.append(Item(shown, number, indent + 1, None, begin, block.end, block.start))
    return _split_inline(text, items, begin, block.end, number)


def _bare(marker: str) -> str:
    return _BARE.sub("", marker).strip("().:# –-")


def _split_inline(text: str, items: list[Item], begin: int, end: int, number: str | None) -> list[Item]:
    """Find the items that follow one another inside one paragraph: "1. … 2. …" or "(a) …; (b) …"."""
    expected = {_next(number)} if number else set()
    if not (expected or _may_enumerate(text, begin + 1, end)):
        return items
    run: list[re.Match[str]] = []
    for mark in _INLINE.finditer(text, begin, end):
        wanted = {_next(run[-1][1])} if run else expected | {"1", "a"}
        if mark[1] in wanted and (not run or _same_shape(run[-1].group(), mark.group())):
            run.append(mark)
    if not run or (len(run) < 2 and run[0][1] not in expected):
        return items
    level = items[-1].level + 1 if items and run[0][1] not in expected else (items[-1].level if items else 1)
    parent_end = run[0].start()
    out = [replace(items[-1], end=_trim(text, items[-1].start, parent_end).end)] if items else []
    for mark, following in zip(run, [*run[1:], None], strict=True):
        stop = following.start() if following else end
        inside = text[mark.end() :].lstrip()[:1].islower()
        piece = _trim(text, mark.end(), stop)
        out.append(Item(mark.group(), mark[1], level, None, piece.start, piece.end, mark.start(), within=inside))
    return [*items[:-1], *out]


def _may_enumerate(text: str, start: int, end: int) -> bool:
    """Tell whether the mark of a first item may stand in a paragraph: what most have not, plain search tells sooner."""
    held = any(text.find(mark, start - 1, end) >= 0 for mark in ("1.", "1)", "a.", "a)"))
    return held and bool(_FIRST.search(text, start, end))


def _next(number: str | None) -> str:
    if number is None:
        return ""
    return str(int(number) + 1) if number.isdigit() else chr(ord(number[-1]) + 1) if len(number) == 1 else ""


def _same_shape(one: str, other: str) -> bool:
    return one.startswith("(") == other.startswith("(") and one[-1] == other[-1]


def _style(item: Item) -> str:
    """The kind of marker, so that "(a)" is known to stand under "1."."""
    if item.number is None:
        return "*" if len(item.marker) == 1 else "word"
    shape = _NOT_SHAPE.sub("", item.marker)
    core = "9" * (item.number.count(".") + 1) if item.number[0].isdigit() else "a" if item.number.islower() else "A"
    return core + ("(" if "(" in shape else "")


def _sequences_only(text: str, items: list[Item]) -> list[Item]:
    """Drop letters that stand alone: an initial or a stray "a." is no list."""
    letters = {(_style(i), i.number) for i in items if i.number and i.number.isalpha()}
    kept: list[Item] = []
    for item in items:
        number = item.number or ""
        if number.isalpha() and len(number) == 1 and not item.within:
            style = _style(item)
            beside = {(style, chr(ord(number) + 1)), (style, chr(ord(number) - 1)), (style, number * 2)}
            alone = not beside & letters and "(" not in item.marker
            if alone and not (number in "aA" and kept and _stands_below(text, kept[-1], item)):
                continue
        kept.append(item)
    return kept


def _stands_below(text: str, above: Item, item: Item) -> bool:
    """Tell whether a lone "a." stands right below a numbered item, as the only one of its kind there."""
    long = item.end - item.start > _NAME or text[item.end - 1] == "?"
    return long and (above.number or "").isdigit() and 0 <= item.at - above.end < _CLOSE


_LEAD = 20  # characters of a sentence that leads in a list
_CLOSE, _NAME = 6, 12  # characters between two items; and of what is no more than a name behind an initial


def _nested(text: str, items: list[Item]) -> Iterator[Item]:
    """Give each item its level and parent from the styles and indents of those before it."""
    stack: list[tuple[str, int, Item]] = []  # style, indent, item
    for before, item in pairwise([None, *items]):
        assert item is not None
        if before is not None and _apart(text, before, item):
            stack.clear()
        style, indent = _style(item), item.level
        same = [k for k in reversed(range(len(stack))) if _beside(stack[k], style, indent)]
        after = next((k for k in same if stack[k][2].number == _before(item.number)), None)  # "(c)" after "(b) … (ii)"
        beside = after if after is not None and item.number != "i" else next(iter(same), None)
        if beside is not None and (beside == after or not _under(stack[-1], style, indent, item)):
            del stack[beside:]
        while stack and beside is None and not _under(stack[-1], style, indent, item):
            stack.pop()
        parent = next((i.number for _, _, i in reversed(stack) if i.number), None)
        stack.append((style, indent, item))
        yield replace(item, level=len(stack), parent=parent)


def _before(number: str | None) -> str | None:
    """Return the letter before a letter, or None."""
    return chr(ord(number) - 1) if number and len(number) == 1 and number.isalpha() and number not in "aA" else None


def _apart(text: str, before: Item, item: Item) -> bool:
    """Tell whether running text stands between two items that is long, or that leads in a list of its own."""
    between = text[before.end : item.at].strip()
    return len(between) > 400 or (between.endswith(":") and len(between) > _LEAD)


def _beside(above: tuple[str, int, Item], style: str, indent: int) -> bool:
    """Tell whether an item continues the list that `above` stands in."""
    return above[0] == style and indent <= above[1] + 1


def _under(above: tuple[str, int, Item], style: str, indent: int, item: Item) -> bool:
    """Tell whether an item stands under the one above it rather than beside it."""
    above_style, above_indent, above_item = above
    if style == above_style:
        return indent > above_indent + 1 and item.number in ("1", "a", "i", None)
    if "." in (item.number or "") and above_item.number:
        return (item.number or "").startswith(above_item.number + ".")
    if item.number is None:
        return above_item.number is not None and indent >= above_indent
    return item.number in ("a", "i", "1", "A", "I") or indent > above_indent
