"""Text with its offsets: normalisation that maps back to the original, sentences, and finding a quotation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from brief.document import Span

_FOLD = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
})  # fmt: skip
_DROP = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text made comparable, and for each of its characters where it came from.

    Args:
        text: The normalised text.
        starts, ends: For each character of `text`, the stretch of the original it stands for.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the original that `text[start:end]` stands for; `start` < `end`."""
        return Span(self.starts[start], self.ends[end - 1])


def normalise(text: str) -> Normalised:
    """Fold quotes, dashes, ligatures, case and white space, and drop soft hyphens, keeping every offset."""
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for i, char in enumerate(text):
        if char in _DROP:
            continue
        folded = " " if char.isspace() else unicodedata.normalize("NFKC", char).translate(_FOLD).casefold()
        if folded == " " and (not out or out[-1] == " "):
            continue
        for piece in folded:
            out.append(piece)
            starts.append(i)
            ends.append(i + 1)
    return Normalised("".join(out), tuple(starts), tuple(ends))


def find_exact(quote: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield where `quote` stands letter for letter in `text[start:end]`, in order."""
    stop = len(text) if end is None else end
    at = text.find(quote, start, stop) if quote else -1
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1, stop)


_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s|$)|\n\s*\n")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]`, in order, without the white space around them."""
    stop = len(text) if end is None else end
    begin = start
    for found in _SENTENCE_END.finditer(text, start, stop):
        yield from _trimmed(text, begin, found.end())
        begin = found.end()
    yield from _trimmed(text, begin, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
