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
        if g.token.stem in given or g.token.stem == "hold" or (g.token.text[0].isupper() and g.token.start > 0):
            continue
        for there in _opposite(claim, i, source, own):
            what = f"The claim says “{g.token.text}” where the passage says “{there.token.text}”."
            return [Finding(check="polarity", level="likely", words=g.token.text, source=passage.first, what=what)]
    return []


def _opposite(claim: Sequence[Governed], i: int, source: Sequence[Sequence[Governed]], own: Kin) -> Iterator[Governed]:
    against = _table().get(claim[i].token.stem, frozenset())
    beside = [*claim[max(0, i - _BESIDE) : i], *claim[i + 1 : i + 1 + _BESIDE]]
    for sentence in source:
        for j, s in enumerate(sentence):
            word = s.token.stem
            opposed = word in against or contrary(claim[i].token.stem, word)
            if not opposed or word in own or (s.denials - claim[i].denials) % 2 or s.pointed:
                continue
            near = Kin(o.token.stem for o in (*sentence[max(0, j - _AROUND) : j], *sentence[j + 1 : j + 1 + _AROUND]))
            if any(b.token.stem in near for b in beside):
                yield s
