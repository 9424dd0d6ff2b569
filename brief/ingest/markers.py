"""Numbers and bullets of lists: how they are printed, and how deep an item with one stands."""

from __future__ import annotations

import re

from brief.document import BlockKind

_STYLES = (
    ("number", re.compile(r"\(?\d+[.)]?$")),
    ("parts", re.compile(r"\d+(?:\.\d+)+\.?$")),
    ("note", re.compile(r"\[\d+\]$")),
    ("roman", re.compile(r"\(?[ivx]+[.)]$")),
    ("letter", re.compile(r"\(?[a-z][.)]$")),
    ("ROMAN", re.compile(r"\(?[IVX]+[.)]$")),
    ("LETTER", re.compile(r"\(?[A-Z][.)]$")),
)


def label(number: int, style: str) -> str:
    """Return a number as a list of that style prints it: `1`, `a`, `A`, `i` or `I`, as in HTML."""
    if number < 1 or style == "1":
        return str(number)
    if style in "aA":
        made = ""
        while number:
            number, rest = divmod(number - 1, 26)
            made = chr(ord("a") + rest) + made
    else:
        made = _roman(number)
    return made.upper() if style in "AI" else made


def _roman(number: int) -> str:
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
             (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
    made = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        made += sign * count
    return made


class Nesting:
    """The lists that are open while items are read: says how deep each next item stands."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._last = ""
        self._interrupted = False

    def level(self, marker: str, indent: int) -> int:
        """Return the nesting (1 = outermost) of an item with this marker and indentation, in columns."""
        style = _style(marker, self._last)
        self._last = marker
        if style.startswith("note") or (
            self._interrupted and not style.lower().startswith(("roman", "letter", "parts"))
        ):
            self._open = [o for o in self._open if o[1] == style]
        self._interrupted = False
        while self._open and indent < self._open[-1][0] - 1:
            self._open.pop()
        styles = [s for _, s in self._open]
        if style in styles and abs(self._open[styles.index(style)][0] - indent) <= 1:
            del self._open[styles.index(style) + 1 :]
        else:
            self._open.append((indent, style))
        return len(self._open)

    def close(self, indent: int, kind: BlockKind) -> None:
        """Note a block that is no item: a heading ends all lists, a paragraph those indented deeper than itself."""
        if kind == "heading":
            self._open.clear()
        self._interrupted = True
        while len(self._open) > 1 and indent < self._open[-1][0]:
            self._open.pop()


def _style(marker: str, before: str) -> str:
    bare = marker.strip("().")
    if bare in ("i", "v", "x", "I", "V", "X") and before.strip("().") in (chr(ord(bare) - 1), bare):
        return "letter" if bare.islower() else "LETTER"
    form = marker[0] == "("
    return next((f"{name}{form}" for name, pattern in _STYLES if pattern.match(marker)), marker)
