"""Which figure goes with what: the figures of a passage that a claim exchanges between the things they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, takewhile

from brief.audit import lexicon
from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.quantities import Quantity, quantities, same_value
from brief.audit.words import Kin, alike, content_stems, stem, tokens

_BREAK = re.compile(r"[;.!?]\s|\n\s*\n")
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_LISTED = re.compile(
    r"(?:[^,;.()]{2,40},\s+)+(?:and\s+)?[^,;.()]{2,40}?(?=\s+(?:have|has|had|was|were|is|are|fell|rose|grew|saw)\b|,|$)"
)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_REACH = 6  # words before or behind a figure that tell what it is of


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when two figures of one sentence are each of what the other is of in the passage.

    What a figure is of are the content words on its side: behind it, if such follow at once, otherwise before it, back
    to the figure before. Words that both figures have by them tell nothing.
    """
    pair = next(_exchanged(text, passage), None)
    if pair is None:
        yield from _nouns(text, passage)
    else:
        q, r = (f.words for f in pair)
        what = f"“{q}” and “{r}” are each of what the other is of in the passage."
        yield passage.finding("figures", f"{q} … {r}", what, do="Give each figure to its own item.")


def _exchanged(text: str, passage: Passage) -> Iterator[tuple[Quantity, Quantity]]:
    pairs = [*combinations(_of(text), 2)]
    for span in passage.sentence_spans if pairs else ():
        source = _of(span.of(passage.text))
        for (q, of), (r, other) in pairs:
            first, second = _matching(q, source), _matching(r, source)
            if first is not None and second is not None and _crossed(of, other, first, second):
                yield q, r


def _nouns(text: str, passage: Passage) -> Iterator[Finding]:
    """Figures that count what the passage has beside them, uncounted, and the claim has uncounted what they count."""
    for q in quantities(text):
        given = [g for g in quantities(passage.sentence) if same_value(q, g)]
        mine, theirs = _counted(q), _counted(given[0]) if len(given) == 1 else ()
        if (
            q.kind != "count"
            or not mine
            or not theirs
            or _share(mine, theirs)
            or not (_people(q) and _people(given[0]))
        ):
            continue
        if mine[0] in content_stems(passage.sentence) and not content_stems(text).isdisjoint(theirs):
            there = f"{given[0].words} {given[0].noun[0]}"
            what = f"“{q.words}” is of something else in the passage (“{there}”)."
            do = "Give the figure to its own item."
            yield passage.finding("figures", f"{q.words} {q.noun[0]}", what, do=do)


def _people(q: Quantity) -> bool:
    """Tell whether a figure counts people or bodies ("150 Republicans", "40 states"), of which no two sorts are one."""
    kinds = lexicon.words("parties") | lexicon.words("generic")
    return bool(q.noun) and q.noun[0] in kinds


def _share(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Tell whether the first word behind one figure stands behind the other ("five counties of", "five … counties")."""
    return any(alike(mine[0], t) for t in theirs) or any(alike(theirs[0], m) for m in mine)


def _counted(q: Quantity) -> tuple[str, ...]:
    """The stems of what a figure counts, if such a word follows it at once."""
    words = tuple(stem(w) for w in q.noun if w.isalpha() and w not in lexicon.words("stop"))
    return words if q.noun and words[:1] == (stem(q.noun[0]),) else ()


def _matching(q: Quantity, source: Sequence[tuple[Quantity, frozenset[str]]]) -> frozenset[str] | None:
    found = [of for g, of in source if same_value(q, g)]
    return found[0] if len(found) == 1 else None


def _crossed(a: frozenset[str], b: frozenset[str], of_a: frozenset[str], of_b: frozenset[str]) -> bool:
    """Tell whether what two figures are of, as far as it tells them apart, is exchanged between claim and passage."""
    own = a - b, b - a
    given = Kin(of_a - of_b), Kin(of_b - of_a)
    across = sum(w in given[1] for w in own[0]), sum(w in given[0] for w in own[1])
    straight = sum(w in given[0] for w in own[0]) + sum(w in given[1] for w in own[1])
    return all(across) and sum(across) > 2 * straight


@lru_cache(maxsize=32)
def _of(text: str) -> tuple[tuple[Quantity, frozenset[str]], ...]:
    """The figures of a text, each with the stems of what it is of."""
    text = _ASIDE.sub("", text)
    every = quantities(text)
    if len(every) < 2:
        return ()
    found, done = [], 0
    for i, q in enumerate(every):
        end = every[i + 1].start if i + 1 < len(every) else len(text)
        behind = _stems(_BREAK.split(text[q.end : end])[0], first=True)
        before = _stems(_BREAK.split(text[done : q.start])[-1], first=False)
        found.append((q, behind or before))
        done = q.end
    return tuple(_one_for_one(text, found))


def _stems(words: str, first: bool) -> frozenset[str]:
    """The content stems on one side of a figure; behind it only if they follow at once ("12 towns")."""
    every = tokens(words)
    if first:
        run = takewhile(lambda t: t.is_word and t.folded not in ("and", "while", "but"), every)
        return (
            frozenset(t.stem for t in [*run][:_REACH] if t.is_content) if every and every[0].is_content else frozenset()
        )
    return frozenset(t.stem for t in every[-2 * _REACH :] if t.is_content or _is_year(t.text))


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _one_for_one(text: str, found: list[tuple[Quantity, frozenset[str]]]) -> list[tuple[Quantity, frozenset[str]]]:
    """Figures of a list that is told one for one ("A, B and C fell 3, 4 and 5 percent, respectively")."""
    if not _RESPECTIVELY.search(text):
        return found
    items = next((_items(m.group()) for m in _LISTED.finditer(text) if len(_items(m.group())) == len(found)), None)
    return [(q, item) for (q, _), item in zip(found, items, strict=True)] if items else found


def _items(listed: str) -> list[frozenset[str]]:
    parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", listed)
    return [frozenset(t.stem for t in tokens(p) if t.is_content or t.text[0].isdigit()) for p in parts]
