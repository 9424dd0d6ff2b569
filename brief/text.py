"""Text with its offsets: normalisation that maps back to the original, sentences, and finding a quotation."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.document import Span
from brief.lines import keeps_hyphen
from brief.sentences import sentences

__all__ = ["Normalised", "find_exact", "find_normalised", "normalise", "sentences"]

_FOLD = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "ʼ": "'", "‹": "'", "›": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"', "〝": '"', "〞": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-", "⁃": "-", "⁄": "/",
})  # fmt: skip
_ODD = re.compile(r"[^!-~]{2,}|[^ -~]|--+|`")
"""What is not a run of printable ASCII with single spaces, and so needs a closer look."""
_LONG = 1_000_000
"""From this length on, maps are packed: lists are quicker, but take 16 times the room."""
_HYPHENS = "-\u00ad\u2010\u2011"


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text made comparable, and for each of its characters where it came from.

    Args:
        text: The normalised text.
        starts, ends: For each character of `text`, the stretch of the original it stands for.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> Span:
        """Return the stretch of the original that `text[start:end]` stands for; `start` < `end`."""
        return Span(self.starts[start], self.ends[end - 1])

    def whole(self, start: int, end: int) -> bool:
        """Tell whether `text[start:end]` stands for whole characters, and cuts no word in two at either side."""
        text = self.text
        if start and text[start - 1].isalnum() and (text[start].isalnum() or text[start] in "-'"):
            return False
        if end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            return False
        cut = start and self.starts[start - 1] == self.starts[start]
        return not cut and (end == len(text) or self.starts[end] != self.starts[end - 1])


@lru_cache(maxsize=8)
def normalise(text: str) -> Normalised:
    """Make a text comparable: quotes, dashes, ligatures, case, white space and words broken at line ends made alike.

    What cannot be seen (soft hyphens, zero-width, direction and tag characters) is dropped; white space is one space,
    and none at the ends. Per cluster (a character with its combining marks) the result is NFKC and casefolded.
    """
    made = _Making(len(text))
    done = 0
    for found in _ODD.finditer(text):
        begin, end = found.span()
        if begin < done:
            continue
        if broken := _broken(text, begin, end):
            made.plain(text, done, broken[0])
            made.hyphen(*broken)
        elif begin > done and text[begin] > "\u02ff" and _joins(text[begin]):  # a mark on an ASCII letter
            made.plain(text, done, begin - 1)
            made.run(text, begin - 1, end)
        else:
            made.plain(text, done, begin)
            made.run(text, begin, end)
        done = end
    made.plain(text, done, len(text))
    return made.done()


def find_exact(quote: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield where `quote` stands letter for letter in `text[start:end]`, in order."""
    stop = len(text) if end is None else end
    at = text.find(quote, start, stop) if quote else -1
    while at >= 0:
        yield Span(at, at + len(quote))
        at = text.find(quote, at + 1, stop)


def find_normalised(quote: str, normalised: Normalised) -> Iterator[Span]:
    """Yield, in characters of the original, where `quote` (as given, not normalised) stands once both are normalised.

    A place is yielded only if it begins and ends with whole words; its own text normalises to the quote's.
    """
    wanted = normalise(quote).text
    at = normalised.text.find(wanted) if wanted else -1
    while at >= 0:
        if normalised.whole(at, at + len(wanted)):
            yield normalised.original(at, at + len(wanted))
        at = normalised.text.find(wanted, at + 1)


class _Making:
    """A normalised text while it is made: its pieces and its maps."""

    def __init__(self, length: int) -> None:
        self._pieces: list[str] = []
        self._starts: list[int] | array[int] = [] if length < _LONG else array("i")
        self._ends: list[int] | array[int] = [] if length < _LONG else array("i")

    def plain(self, text: str, begin: int, end: int) -> None:
        """Add printable ASCII, of which only the case changes."""
        if begin < end and not self._pieces and text[begin] == " ":
            begin += 1
        if begin < end:
            self._pieces.append(text[begin:end].lower())
            self._starts.extend(range(begin, end))
            self._ends.extend(range(begin + 1, end + 1))

    def hyphen(self, at: int, kept: bool) -> None:
        """Add the hyphen of a word broken at a line's end, if it belongs to the word."""
        if kept:
            self._add("-", at, at + 1)

    def run(self, text: str, begin: int, end: int) -> None:
        """Add a run of other characters."""
        for piece, a, b in _folded(text[begin:end]) if end - begin < 9 else _fold(text[begin:end]):
            if piece != " " or self._pieces:
                self._add(piece, begin + a, begin + b)

    def done(self) -> Normalised:
        """Return what was made, without white space at its end."""
        text = "".join(self._pieces).rstrip(" ")
        return Normalised(text, self._starts[: len(text)], self._ends[: len(text)])

    def _add(self, piece: str, start: int, end: int) -> None:
        self._pieces.append(piece)
        for _ in piece:
            self._starts.append(start)
            self._ends.append(end)


def _broken(text: str, begin: int, end: int) -> tuple[int, bool] | None:
    """Return, for a gap inside a word broken at a line's end, its hyphen's offset and whether the hyphen stays."""
    if text[begin] in _HYPHENS and end - begin > 1:
        hyphen, gap = begin, text[begin + 1 : end]
    elif begin and text[begin - 1] == "-":
        hyphen, gap = begin - 1, text[begin:end]
    else:
        return None
    if "\n" not in gap or not gap.isspace() or end >= len(text) or not text[end].isalnum():
        return None
    if not hyphen or not text[hyphen - 1].isalnum():
        return None
    return hyphen, text[hyphen] != "\u00ad" and keeps_hyphen(text[max(0, hyphen - 40) : hyphen], text[end : end + 40])


def _fold(run: str) -> tuple[tuple[str, int, int], ...]:
    """Return the pieces that a run of characters becomes, each with the stretch of the run it stands for."""
    if run[0] in "-`":
        return ((run[0].translate(_FOLD), 0, len(run)),)
    pieces: list[tuple[str, int, int]] = []
    at = 0
    while at < len(run):
        end = at + 1
        while end < len(run) and _joins(run[end]):
            end += 1
        piece = _cluster(run[at:end])
        if piece == " " and pieces and pieces[-1][0] == " ":
            piece = ""
        if piece:
            pieces.append((piece, at, end))
        at = end
    return tuple(pieces)


_folded = lru_cache(maxsize=4096)(_fold)


@lru_cache(maxsize=4096)
def _joins(char: str) -> bool:
    """Tell whether a character joins with the one before it: combining marks, jamo, selectors, tags."""
    return bool(unicodedata.combining(char)) or unicodedata.category(char) in ("Mn", "Mc", "Me") or "ᅠ" <= char <= "ᇿ"


@lru_cache(maxsize=4096)
def _cluster(cluster: str) -> str:
    """Fold one character with its marks; "" if it cannot be seen."""
    if cluster[0].isspace():
        return " "
    if cluster[0] == "-":
        return "-"
    seen = "".join(c for c in cluster if not _unseen(c))
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    return folded.translate(_FOLD).replace(" ", "")


def _unseen(char: str) -> bool:
    if char in "\u034f\u115f\u1160\u3164\uffa0" or "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return True
    return unicodedata.category(char) in ("Cf", "Cc")
