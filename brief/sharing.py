"""What two texts have in common word for word, also moved; and of two versions of one letter, what changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from brief.comparison import Edit, Passage, SharedText
from brief.document import Span
from brief.letter.anatomy import Letter
from brief.text import sentences
from brief.words import WORD

SHORTEST = 8  # words in a row that count as a shared passage: shorter runs are stock phrases
NEARLY = 85.0  # rapidfuzz ratio from which two sentences are held to be one, reworded
MOST_PAIRS = 400_000  # pairs of sentences up to which reworded ones are looked for: two letters of 600 sentences
DUPLICATE = 0.7  # share of both letters from which they are held to be one letter in two versions


@dataclass(frozen=True, slots=True)
class _Run:
    """Words `a` to `a + length` of one text stand at `b` of the other."""

    a: int
    b: int
    length: int


class _Words:
    """The words of a letter's own text, folded, with their places."""

    def __init__(self, letter: Letter) -> None:
        self.letter = letter
        text = letter.document.text
        found = [m for s in letter.body for m in WORD.finditer(text, s.start, s.end)]
        self.folded = [m.group().casefold().replace("’", "'") for m in found]
        self.spans = [Span(*m.span()) for m in found]

    def span_of(self, first: int, length: int) -> Span:
        """Return where `length` words from the word `first` on stand."""
        return Span(self.spans[first].start, self.spans[first + length - 1].end)

    def sentence_words(self) -> list[tuple[Span, int, int]]:
        """Return the sentences, each with its first word and the word after its last."""
        text = self.letter.document.text
        starts = [s.start for s in self.spans]
        pieces = [s for stretch in self.letter.body for s in sentences(text, stretch.start, stretch.end)]
        return [(s, bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in pieces]


def shared_text(a: Letter, b: Letter) -> SharedText:
    """Compare the letters' own texts; of a reported letter, the report's sentences about it.

    Shares count words in passages of at least `SHORTEST` words, and in sentences that are nearly the same.
    """
    left, right = _Words(a), _Words(b)
    if left.folded == right.folded:
        return SharedText(share_of_a=1.0, share_of_b=1.0, verdict="identical")
    runs = _runs(left.folded, right.folded)
    near = list(_near(left, right, runs))
    passages = tuple(_passages(left, right, runs)) + tuple(p for p, _, _ in near)
    share_a = _share(sum(r.length for r in runs) + sum(n for _, n, _ in near), left.folded)
    share_b = _share(sum(r.length for r in runs) + sum(n for _, _, n in near), right.folded)
    if min(share_a, share_b) >= DUPLICATE:
        changed = tuple(_changed(left, right))
        return SharedText(
            share_of_a=share_a, share_of_b=share_b, verdict="near_duplicate", passages=passages, changed=changed
        )
    verdict = "shared_passages" if passages else "none"
    return SharedText(share_of_a=share_a, share_of_b=share_b, verdict=verdict, passages=passages)


def _share(words: int, of: Sequence[str]) -> float:
    return round(min(1.0, words / len(of)), 4) if of else 0.0


def _runs(a: Sequence[str], b: Sequence[str]) -> list[_Run]:
    """Find the longest common runs of words, greedily, each word used once; in the order of A."""
    chosen: list[_Run] = []
    free_a, free_b = [True] * len(a), [True] * len(b)
    for run in sorted(_maximal(a, b), key=lambda r: (-r.length, r.a + r.b, r.a)):
        for part in _clipped(run, free_a, free_b):
            chosen.append(part)
            free_a[part.a : part.a + part.length] = [False] * part.length
            free_b[part.b : part.b + part.length] = [False] * part.length
    return sorted(chosen, key=lambda r: r.a)


def _maximal(a: Sequence[str], b: Sequence[str]) -> Iterator[_Run]:
    """Yield every common run of at least `SHORTEST` words that cannot be made longer."""
    places: dict[tuple[str, ...], list[int]] = {}
    for j in range(len(b) - SHORTEST + 1):
        places.setdefault(tuple(b[j : j + SHORTEST]), []).append(j)
    for i in range(len(a) - SHORTEST + 1):
        for j in places.get(tuple(a[i : i + SHORTEST]), ()):
            if i and j and a[i - 1] == b[j - 1]:
                continue  # part of the run that began earlier
            length = SHORTEST
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            yield _Run(i, j, length)


def _clipped(run: _Run, free_a: Sequence[bool], free_b: Sequence[bool]) -> Iterator[_Run]:
    """Yield the stretches of a run whose words no longer run has taken, if they are still long enough."""
    start = 0
    for k in range(run.length + 1):
        if k == run.length or not (free_a[run.a + k] and free_b[run.b + k]):
            if k - start >= SHORTEST:
                yield _Run(run.a + start, run.b + start, k - start)
            start = k + 1


def _passages(left: _Words, right: _Words, runs: Sequence[_Run]) -> Iterator[Passage]:
    kept = _in_order([r.b for r in runs])
    for k, run in enumerate(runs):
        a, b = left.span_of(run.a, run.length), right.span_of(run.b, run.length)
        yield Passage(a=left.letter.evidence_at(a), b=right.letter.evidence_at(b), same=True, moved=k not in kept)


def _in_order(places: Sequence[int]) -> set[int]:
    """Return the indexes of a longest rising sequence: what is left out of it has moved."""
    tails: list[int] = []
    before: list[int | None] = []
    for k, place in enumerate(places):
        at = bisect_left([places[t] for t in tails], place)
        before.append(tails[at - 1] if at else None)
        tails[at : at + 1] = [k]
    kept: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept


def _near(left: _Words, right: _Words, runs: Sequence[_Run]) -> Iterator[tuple[Passage, int, int]]:
    """Yield reworded sentences: those not yet covered by a shared run that come near a sentence of the other text."""
    taken_a = {k for r in runs for k in range(r.a, r.a + r.length)}
    taken_b = {k for r in runs for k in range(r.b, r.b + r.length)}
    free_b = [(s, i, j) for s, i, j in right.sentence_words() if _is_free(i, j, taken_b)]
    said_b = {k: " ".join(right.folded[i:j]) for k, (_, i, j) in enumerate(free_b)}
    free_a = [(s, i, j) for s, i, j in left.sentence_words() if _is_free(i, j, taken_a)]
    for span, i, j in free_a if len(free_a) * len(free_b) <= MOST_PAIRS else ():
        best = process.extractOne(" ".join(left.folded[i:j]), said_b, scorer=fuzz.ratio, score_cutoff=NEARLY)
        if best is not None:
            other, first, after = free_b[best[2]]
            del said_b[best[2]]
            a, b = left.letter.evidence_at(span), right.letter.evidence_at(other)
            yield Passage(a=a, b=b, same=False), j - i, after - first


def _is_free(first: int, after: int, taken: set[int]) -> bool:
    return after - first >= SHORTEST and not any(k in taken for k in range(first, after))


def _changed(left: _Words, right: _Words) -> Iterator[Passage]:
    """Yield what changed between two versions, each change in the words around it, with its edits from A to B."""
    matcher = SequenceMatcher(None, left.folded, right.folded, autojunk=False)
    for group in matcher.get_grouped_opcodes(n=6):
        first, last = group[0], group[-1]
        a = left.span_of(first[1], last[2] - first[1]) if last[2] > first[1] else None
        b = right.span_of(first[3], last[4] - first[3]) if last[4] > first[3] else None
        yield Passage(
            a=left.letter.evidence_at(a) if a else None, b=right.letter.evidence_at(b) if b else None, same=False,
            edits=tuple(e for op in group for e in _edits(op, left, right)),
        )  # fmt: skip


def _edits(op: tuple[str, int, int, int, int], left: _Words, right: _Words) -> Iterator[Edit]:
    tag, i1, i2, j1, j2 = op
    if tag == "equal":
        yield Edit(op="same", text=_words_of(left, i1, i2))
        return
    if i2 > i1:
        yield Edit(op="cut", text=_words_of(left, i1, i2))
    if j2 > j1:
        yield Edit(op="added", text=_words_of(right, j1, j2))


def _words_of(words: _Words, first: int, after: int) -> str:
    return " ".join(words.span_of(first, after - first).of(words.letter.document.text).split())
