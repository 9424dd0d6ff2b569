"""The head of a memorandum or a mail: from whom it is and to whom ("From: Roe, Ada <a.roe@example.org>")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.document import Span

FIELD = re.compile(r"(?P<field>To|From|Sent|Date|Subject|Re|Cc)\s*:\s*(?P<value>\S[^\n]*)$", re.IGNORECASE)
"""One line of it."""
_ADDRESS = re.compile(r"\s*(?:<[^>]*>|\[mailto:[^\]]*\]|\S+@\S+)")
_ASIDE = re.compile(r"\s*\([^)]*\)$")
_INVERTED = re.compile(r"(?P<last>[A-ZÀ-Þ][\w’'-]+), (?P<first>[A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ]\.?)?)")
_ROW = re.compile(r"[^\n]+")
_BETWEEN = re.compile(r"\s*;\s*|(?<=>),\s*")


def written(text: str, lines: Sequence[Span], field: str) -> Iterator[tuple[str, int]]:
    """Yield the names that one field of the head gives, as they are said, and where each field's value begins.

    Args:
        text: The document's text.
        lines: The lines above the letter's text.
        field: "To" or "From".
    """
    named = [line for line in lines if text.find(":", line.start, line.end) >= 0]
    for row in (row for line in named for row in _ROW.finditer(text, line.start, line.end)):
        found = FIELD.match(text, *row.span())
        if found and found["field"].casefold() == field.casefold():
            for piece in _BETWEEN.split(found["value"]):
                name = _said(piece)
                if name:
                    yield name, found.start("value")


def _said(piece: str) -> str:
    words = _ASIDE.sub("", _ADDRESS.sub("", piece).strip(" \"',")).strip(" \"',")
    inverted = _INVERTED.fullmatch(words)
    return f"{inverted['first']} {inverted['last']}" if inverted else words
