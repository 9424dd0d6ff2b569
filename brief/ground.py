"""Finds each quotation in its letter: the program gives the place, never the model."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz

from brief.document import Span
from brief.evidence import Evidence, Match
from brief.letter.anatomy import Letter
from brief.text import Normalised, find_exact, normalise

# An editor's marks: a cut ("…", ". . .", "[...]") and a bracketed insertion ("[the Department]", "[sic]").
_CUT = re.compile(r"\s*\[\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*\]\s*|\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*")
_INSERTED = re.compile(r"\[[^\[\]]{1,80}\]")
_RECASED = re.compile(r"\[(\w)\](?=\w)")
_WORD = re.compile(r"[$€£]?\w+(?:['.,]\w+)*%?")
_EDGES = " \t\n\"'“”‘’«».,;:…"

# A quotation with more than one word in five not in the passage is not a quotation of it; one spread over more than
# twice its length is a collage. Under four common words, chance finds a place for anything.
_COVERAGE, _DENSITY, _FEWEST = 0.8, 0.5, 4
# Two words are one when typing or scanning accounts for the difference ("recieve", "Departrnent"): never in figures.
_SAME_WORD = 80.0
_INSERTION_REACH = 80  # characters of the source that one bracketed insertion may stand for
_NEXT_PIECE = 4000  # characters within which the next piece of a cut quotation must follow


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    match: Match


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, folded, with their places, and for each word where it stands."""

    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    at: dict[str, list[int]]


def ground(quotes: Sequence[str], letter: Letter, *, near: int | None = None) -> tuple[Evidence, ...]:
    """Find each quotation in `letter`'s document: in the letter's own body first, then anywhere.

    A quotation cut with "…" gives one Evidence for each piece. A found Evidence holds the source's own words.

    Args:
        quotes: The words as given by a model or a person, in the order in which they were quoted.
        letter: Where they should stand.
        near: An offset near which the first one is expected; of a repeated passage the nearest occurrence is taken,
            and each quotation is expected near the one before it.

    Returns:
        One Evidence or more for each quotation; `missing` ones keep the words given, without a place.
    """
    found: list[Evidence] = []
    for quote in quotes:
        for piece, place in _locate(quote, letter, near):
            found.append(_evidence(piece, place, letter))
            near = place.span.end if place else near
    return tuple(found)


def _evidence(quote: str, place: _Place | None, letter: Letter) -> Evidence:
    return letter.evidence_at(place.span, place.match) if place else Evidence(quote=quote, letter=letter.id)


def _locate(quote: str, letter: Letter, near: int | None) -> Iterator[tuple[str, _Place | None]]:
    """Yield each piece of the quotation with its place; a quotation without cuts is one piece."""
    whole = _whole(quote, letter, near)
    pieces = [] if whole else [p for p in _CUT.split(quote) if p.strip(_EDGES)]
    if len(pieces) < 2:
        yield quote, whole or _edited(quote, letter, near) or _fuzzy(quote, letter, near)
        return
    after: int | None = None
    for piece in pieces:
        place = _following(piece, letter, after) if after is not None else None
        place = place or _whole(piece, letter, near) or _edited(piece, letter, near) or _fuzzy(piece, letter, near)
        yield piece, place
        after = near = place.span.end if place else after


def _following(piece: str, letter: Letter, after: int) -> _Place | None:
    """Find a piece where an editor's cut would have it: soon after the piece before."""
    text = letter.document.text
    near = [s for s in find_exact(piece.strip(), text, after, after + _NEXT_PIECE) if _stands_alone(text, s)]
    return _Place(near[0], "exact") if near else None


def _whole(quote: str, letter: Letter, near: int | None) -> _Place | None:
    """Find the quotation letter for letter, else after normalisation, else by its letters and figures alone."""
    text = letter.document.text
    stripped = quote.strip()
    if own := _in_body(stripped, letter, near):
        return _Place(own, "exact")
    exact = [s for s in find_exact(stripped, text) if _stands_alone(text, s)]
    if exact:
        return _Place(_fitting(exact, letter, near), "exact")
    folded = normalise(stripped.strip(_EDGES)).text.strip()
    for index, needle in ((_normalised(text), folded), (_squeezed(text), _squeeze(folded))):
        if len(needle) < 2:
            continue
        hits = [index.original(s.start, s.end) for s in find_exact(needle, index.text)]
        hits = [s for s in hits if _stands_alone(text, s)]
        if hits:
            return _Place(_fitting(hits, letter, near), "normalised")
    return None


def _in_body(quote: str, letter: Letter, near: int | None) -> Span | None:
    """Find a quotation letter for letter in the letter's own text: what stands there is not looked for elsewhere.

    Of a letter that says the same a thousand times, all places are looked at only where none stands at `near`.
    """
    text = letter.document.text
    found = ((s for s in find_exact(quote, text, b.start, b.end) if _stands_alone(text, s)) for b in letter.body)
    if near is None:
        return min((s for each in found if (s := next(each, None))), default=None)
    here = Span(near, near + len(quote))
    within = any(b.start <= here.start and here.end <= b.end for b in letter.body)
    if quote and within and text.startswith(quote, near) and _stands_alone(text, here):
        return here
    every = [s for each in found for s in each]
    return _fitting(every, letter, near) if every else None


def _edited(quote: str, letter: Letter, near: int | None) -> _Place | None:
    """Find a quotation with bracketed insertions: its other words, in order, each insertion standing for a few."""
    plain = _RECASED.sub(r"\1", quote)
    pieces = [p for p in (p.strip(_EDGES) for p in _INSERTED.split(plain)) if p]
    if plain != quote and len(pieces) == 1 and (place := _whole(plain, letter, near)):
        return _Place(place.span, "normalised")
    if not _INSERTED.search(plain) or not pieces:
        return None
    text = letter.document.text
    index = _normalised(text)
    gap = rf"(?:.{{0,{_INSERTION_REACH}}}?)"
    pattern = gap.join(re.escape(normalise(p).text.strip()) for p in pieces)
    hits = [index.original(m.start(), m.end()) for m in re.finditer(pattern, index.text)]
    hits = [s for s in hits if _stands_alone(text, s)]
    return _Place(_fitting(hits, letter, near), "normalised") if hits else None


def _fitting(spans: Sequence[Span], letter: Letter, near: int | None) -> Span:
    """Of several occurrences take one in the letter's own body, then the nearest to `near`, then the first."""
    if len(spans) == 1:
        return spans[0]
    return min(spans, key=lambda s: (_rank(letter, s), abs(s.start - near) if near is not None else 0, s.start))


def _rank(letter: Letter, span: Span) -> int:
    if any(b.start <= span.start and span.end <= b.end for b in letter.body):
        return 0
    return 1 if letter.voice_at(span.start) == "letter" else 2


def _stands_alone(text: str, span: Span) -> bool:
    """Tell whether the span begins and ends between words."""
    before = span.start > 0 and text[span.start - 1].isalnum() and text[span.start].isalnum()
    after = span.end < len(text) and text[span.end].isalnum() and text[span.end - 1].isalnum()
    return not before and not after


@lru_cache(maxsize=4)
def _normalised(text: str) -> Normalised:
    return normalise(text)


def _kept(folded: str) -> list[int]:
    """Return the places of a text's letters, figures and signs of money and share, and of the points within figures."""
    return [
        i
        for i, c in enumerate(folded)
        if c.isalnum()
        or c in "$€£%"
        or (c in ".," and folded[i - 1 : i].isdecimal() and folded[i + 1 : i + 2].isdecimal())
    ]


def _squeeze(folded: str) -> str:
    return "".join([folded[i] for i in _kept(folded)])


@lru_cache(maxsize=4)
def _squeezed(text: str) -> Normalised:
    """The text's letters and figures alone: lines broken with a hyphen, lost spaces, other punctuation."""
    base = _normalised(text)
    kept = _kept(base.text)
    starts, ends = tuple([base.starts[i] for i in kept]), tuple([base.ends[i] for i in kept])
    return Normalised("".join([base.text[i] for i in kept]), starts, ends)


@lru_cache(maxsize=4)
def _words(text: str) -> _Words:
    base = _normalised(text)
    found = [(m.group(), base.starts[m.start()], base.ends[m.end() - 1]) for m in _WORD.finditer(base.text)]
    at: dict[str, list[int]] = {}
    for i, (word, _, _) in enumerate(found):
        at.setdefault(word, []).append(i)
    return _Words(tuple([w for w, _, _ in found]), tuple([(s, e) for _, s, e in found]), at)


def _fuzzy(quote: str, letter: Letter, near: int | None) -> _Place | None:
    """Align the quotation's words with the text's, in the windows where most of its rarer words gather."""
    needle = _WORD.findall(normalise(quote).text)
    if len(needle) < _FEWEST:
        return None
    words = _words(letter.document.text)
    found = [a for w in _windows(needle, words) if (a := _align(needle, words, *w))]
    if not found:
        return None
    best = max(score for score, _ in found)
    return _Place(_fitting([s for score, s in found if score >= best - 0.02], letter, near), "fuzzy")


def _windows(needle: Sequence[str], words: _Words) -> Iterator[tuple[int, int]]:
    """Yield stretches of the text, as word numbers, where the needle's words stand in roughly its order; best first."""
    rare = sorted(range(len(needle)), key=lambda i: len(words.at.get(needle[i], ())))
    hits = sorted({at - i for i in [i for i in rare if needle[i] in words.at][:24] for at in words.at[needle[i]][:400]})
    slack = max(4, len(needle) // 2)
    crowds: dict[int, tuple[int, int]] = {}
    for i, diagonal in enumerate(hits):
        crowd = bisect_right(hits, diagonal + slack) - i
        crowds.setdefault(diagonal // (slack + 1), (0, 0))
        crowds[diagonal // (slack + 1)] = max(crowds[diagonal // (slack + 1)], (crowd, diagonal))
    for _, diagonal in sorted(crowds.values(), reverse=True)[:8]:
        start = max(0, diagonal - slack)
        yield start, min(len(words.folded), diagonal + 2 * len(needle) + slack)


def _align(needle: Sequence[str], words: _Words, start: int, end: int) -> tuple[float, Span] | None:
    """Align the needle with one window; None below the thresholds, else the share of its words found, and where."""
    window = words.folded[start:end]
    pairs = list(_pairs(needle, window))
    if len(pairs) < _FEWEST:
        return None
    coverage = len(pairs) / len(needle)
    first, last = pairs[0][1], pairs[-1][1]
    if coverage < _COVERAGE or len(pairs) / (last - first + 1) < _DENSITY:
        return None
    return coverage, Span(words.spans[start + first][0], words.spans[start + last][1])


def _pairs(needle: Sequence[str], window: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places (in the needle, in the window) of words that are the same, or the same but for a slip."""
    matcher = SequenceMatcher(None, needle, window, autojunk=False)
    for op, i1, i2, j1, j2 in matcher.get_opcodes():
        if op == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        elif op == "replace":
            yield from (
                (i, j) for i, j in zip(range(i1, i2), range(j1, j2), strict=False) if _slip(needle[i], window[j])
            )


def _slip(a: str, b: str) -> bool:
    figures = any(c.isdigit() for c in a + b)
    return not figures and min(len(a), len(b)) > 3 and fuzz.ratio(a, b) >= _SAME_WORD
