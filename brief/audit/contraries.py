"""A contrary in a word's place: where the passage says "halted", the claim has "resumed", among the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from brief.audit import lexicon
from brief.audit.finding import Finding
from brief.audit.parity import Governed, governed
from brief.audit.passage import Passage
from brief.audit.polarity import contrary
from brief.audit.words import Kin, kin, stem

_BESIDE = 3  # words of content to either side of a word of the claim, one of which the contrary must have too
_AROUND = 5  # within this many of its own


@cache
def _table() -> dict[str, frozenset[str]]:
    """The contraries of each stem: of WordNet, and of the poles between which letters to officials move."""
    found: dict[str, set[str]] = {}
    for line in lexicon.lines("contraries"):
        first, *others = line.split()
        for other in others:
            found.setdefault(first, set()).add(other)
            found.setdefault(other, set()).add(first)
    for line in lexicon.lines("poles"):
        left, right = ([stem(w) for w in side.split()] for side in line.split("|"))
        for word, against in [*((w, right) for w in left), *((w, left) for w in right)]:
            found.setdefault(word, set()).update(against)
    return {k: frozenset(v) for k, v in found.items()}


@cache
def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    """On which side of which pole each stem stands: words of one side bear one another out."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(lexicon.lines("poles")):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(stem(word), set()).add((number, side))
    return {k: frozenset(v) for k, v in found.items()}


def are_contrary(a: str, b: str) -> bool:
    """Tell whether two stems are contraries, by the lists or by a prefix that denies."""
    return b in _table().get(a, ()) or contrary(a, b)


def check(text: str, passage: Passage) -> list[Finding]:
    """Object when the claim has the contrary of a word of the passage, beside the same words and under as many denials.

    Proves that neither word stands on the other side, nor one like it, and that something next to them is shared. It
    cannot know a contrary that no list has.
    """
    if not passage.evidence:
        return []
    claim = governed(text)
    source = [governed(span.of(passage.text)) for span in passage.sentence_spans]
    given = kin(passage.sentence)
    own = Kin(g.token.stem for g in claim)
    for i, g in enumerate(claim):
        named = g.token.text[0].isupper() and g.token.start > 0
        named = named or (g.token.start == 0 and g.token.folded in ("opposes", "supports"))  # checked as such
        if _measured(text, g.token.start):
            continue  # "more than is reasonable" is unreasonable
        if named or g.token.stem in given or g.token.stem == "hold" or _borne_out(claim, i, source):
            continue
        for there in _opposite(claim, i, source, own):
            what = f"The claim says “{g.token.text}” where the passage says “{there.token.text}”."
            return [passage.finding("polarity", g.token.text, what)]
    return []


def _measured(text: str, at: int) -> bool:
    return bool({"than", "beyond"} & set(text[max(0, at - 16) : at].lower().split()))


def _borne_out(claim: Sequence[Governed], i: int, source: Sequence[Sequence[Governed]]) -> bool:
    """Whether a word of the same side of a pole stands in the passage beside what the claim's word stands beside."""
    own = _sides().get(claim[i].token.stem)
    if not own:
        return False
    said = {g.token.stem for g in claim}
    return any(
        s.token.stem not in said
        and not own.isdisjoint(_sides().get(s.token.stem, ()))
        and _beside(claim, i, sentence, j)
        for sentence in source
        for j, s in enumerate(sentence)
    )


def _opposite(claim: Sequence[Governed], i: int, source: Sequence[Sequence[Governed]], own: Kin) -> Iterator[Governed]:
    """The contraries of a word that stand in the passage: those of the short list anywhere, others beside the same."""
    mine = claim[i].token.stem
    against = _table().get(mine, frozenset())
    for sentence in source:
        for j, s in enumerate(sentence):
            if s.token.stem in own or (s.denials - claim[i].denials) % 2 or s.pointed:
                continue
            if contrary(mine, s.token.stem) or (s.token.stem in against and _beside(claim, i, sentence, j)):
                yield s


def _beside(claim: Sequence[Governed], i: int, sentence: Sequence[Governed], j: int) -> bool:
    """Whether two words have a word of content beside them that is the same."""
    near = Kin(s.token.stem for s in (*sentence[max(0, j - _AROUND) : j], *sentence[j + 1 : j + 1 + _AROUND]))
    around = (*claim[max(0, i - _BESIDE) : i], *claim[i + 1 : i + 1 + _BESIDE])
    return any(c.token.stem in near for c in around)
