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


# A stop, the marks that close over it and a footnote's number; or the same with the space lost ("permit.We");
# or a blank line.
_SENTENCE_END = re.compile(
    r"[.!?]+[\"'”’)\]]*(?:\[\d{1,3}\])*(?=\s|$)|(?<=[a-z]{2})[.!?][\"”’)]*(?:\[\d{1,3}\])*(?=[\"“]?[A-Z][a-z'’ ])|"
    r"\n\s*\n"
)
_LAST_WORD = re.compile(r"[\w.’'&-]+$")
# Abbreviations after which a sentence goes on, whatever follows.
_TITLES_AND_CITES = """
mr mrs ms dr hon sen sens rep reps gov gen lt col maj capt sgt adm rev st prof v vs no nos art sec secs fig vol cf
e.g i.e viz approx dept para pub h.r h.res s.res h.con.res s.con.res s.j.res h.j.res stat res fed supp ct cong
"""
_NEVER_LAST = frozenset(_TITLES_AND_CITES.split())
# Abbreviations that may end a sentence: it ends if what follows is a word that begins sentences.
_PERHAPS_LAST = re.compile(
    r"(?i)(?:[a-z]\.)*[a-z]|inc|corp|co|ltd|llc|jr|sr|al|etc|ph\.d|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_BEGINS = re.compile(
    r"\s+[\"“‘(]?(?:We|I|You|The|This|That|These|Those|It|Its|In|On|At|As|If|And|But|Our|My|Your|Their|His|Her|He|"
    r"She|They|"
    r"There|Please|While|When|Where|What|Why|How|Which|Who|Is|Are|Do|Does|Did|Has|Have|Will|Would|For|To|With|Under|"
    r"After|"
    r"Before|Since|Because|Although|Though|However|Therefore|Thus|Accordingly|Additionally|Furthermore|Moreover|Indeed|"
    r"Instead|Despite|Given|Not|No|Yet|Now|Last|Such|Any|All|Both|Each|Some|Many|Most|One|Two|Thank)\b"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]`, in order, without the white space around them."""
    stop = len(text) if end is None else end
    begin = start
    for found in _SENTENCE_END.finditer(text, start, stop):
        if _goes_on(text, begin, found, stop):
            continue
        yield from _trimmed(text, begin, found.end())
        begin = found.end()
    yield from _trimmed(text, begin, stop)


def _goes_on(text: str, begin: int, found: re.Match[str], stop: int) -> bool:
    """Tell whether the stop ends only an abbreviation, an initial, an item's number, or a quotation in mid-sentence."""
    if text[found.start()] == "\n" or found.end() >= stop:
        return False
    after = text[found.end() : found.end() + 24].lstrip()
    if after[:1].islower():
        return text[found.start()] == "." or found.end() - found.start() > 1
    if text[found.start()] != "." or found.end() - found.start() > 1:
        return False
    word = _LAST_WORD.search(text, max(begin, found.start() - 24), found.start())
    if word is None:
        return False
    last = word.group().rstrip(".").lower()
    opens = not text[begin : word.start()].strip()
    if last in _NEVER_LAST or (opens and (len(last) == 1 or (len(last) <= 3 and last.isdigit()))):
        return True
    return bool(_PERHAPS_LAST.fullmatch(last)) and last != "i" and not _BEGINS.match(text, found.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if piece.strip():
        yield Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
