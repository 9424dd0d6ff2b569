"""A contrary in a word's place ("halted": "resumed"), rising for falling, a word that works against where none does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from brief.audit import lexicon
from brief.audit.finding import Finding, Role
from brief.audit.negation import is_negator, is_turning
from brief.audit.parity import Governed, governed
from brief.audit.passage import Passage
from brief.audit.thesaurus import reach
from brief.audit.words import Kin, Token, is_of, kin, stem, tokens

_BESIDE = 3  # words of content to either side of a word of the claim, one of which the contrary must have too
_AROUND = 5  # within this many of its own


def contrary(a: str, b: str) -> bool:
    """Tell whether two stems are plain contraries: by the short list, or by a prefix that denies."""
    return b in _antonyms().get(a, ()) or _prefixed(a, b)


def are_contrary(a: str, b: str) -> bool:
    """Tell whether two stems are contraries, by any list or by a prefix that denies."""
    return b in _contraries().get(a, ()) or contrary(a, b)


@cache
def _antonyms() -> dict[str, frozenset[str]]:
    pairs = (pair.split(":") for line in lexicon.lines("antonyms") for pair in line.split())
    return _both_ways((stem(a), stem(b)) for a, b in pairs)


@cache
def _contraries() -> dict[str, frozenset[str]]:
    """The contraries of each stem: of WordNet, and of the poles between which letters to officials move."""
    listed = (line.split() for line in lexicon.lines("contraries"))
    poles = ([[stem(w) for w in side.split()] for side in line.split("|")] for line in lexicon.lines("poles"))
    pairs = [(first, other) for first, *others in listed for other in others]
    return _both_ways([*pairs, *((a, b) for left, right in poles for a in left for b in right)])


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
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


_PREFIXES = frozenset({"un", "non", "dis", "in", "im", "il", "ir"})


def _prefixed(a: str, b: str) -> bool:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) >= 4 and long.endswith(short) and long.removesuffix(short) in _PREFIXES


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when the claim has the contrary of a word of the passage, beside the same words and under as many denials.

    Proves that neither word stands on the other side, nor one like it, and that something next to them is shared. It
    cannot know a contrary that no list has.
    """
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
            yield passage.instead("polarity", g.token.text, there.token.text)
            return


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
    for sentence in source:
        for j, s in enumerate(sentence):
            if s.token.stem in own or (s.denials - claim[i].denials) % 2 or s.pointed:
                continue
            there = s.token.stem
            if contrary(mine, there) or (are_contrary(mine, there) and _beside(claim, i, sentence, j)):
                yield s


def _beside(claim: Sequence[Governed], i: int, sentence: Sequence[Governed], j: int) -> bool:
    """Whether two words have a word of content beside them that is the same."""
    near = Kin(s.token.stem for s in (*sentence[max(0, j - _AROUND) : j], *sentence[j + 1 : j + 1 + _AROUND]))
    around = (*claim[max(0, i - _BESIDE) : i], *claim[i + 1 : i + 1 + _BESIDE])
    return any(c.token.stem in near for c in around)


_UP = re.compile(
    r"\b(?:up(?! to\b)|rise[sn]?|rose|rising|increas\w*|grow(?:s|n|ing)?|grew|higher|climb\w*|doubl\w+|gain(?:s|ed)?|"
    r"more than before)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:down|fall(?:s|en|ing)?|fell|lower(?:s|ed|ing)?|decreas\w*|declin\w*|drop(?:s|ped|ping)?|reduc\w*|"
    r"shr[aiu]nk\w*|cut|sunk|halv\w+|los[ts]\w*|fewer)\b",
    re.IGNORECASE,
)
_NEAR = 5  # words of content to either side of a word of rising or falling


def check_trend(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when the claim has only words of rising and the passage only words of falling, or the other way round."""
    for own, other in ((_UP, _DOWN), (_DOWN, _UP)):
        said, given = own.search(text), other.search(passage.sentence)
        if not said or not given or other.search(text) or own.search(passage.sentence):
            continue
        if _moving(text, said) & _moving(passage.sentence, given):  # else what rises is not what falls
            yield passage.instead("polarity", said.group(), given.group())


def _moving(text: str, word: re.Match[str]) -> set[str]:
    """The stems around a word: what it is that rises or falls."""
    every = [t for t in tokens(text) if t.is_content]
    before = [t.stem for t in every if t.end <= word.start()][-_NEAR:]
    return {*before, *[t.stem for t in every if t.start >= word.end()][:_NEAR]}


_MINIMAL = frozenset("little minimal less no not never without hardly nor".split())  # noqa: SIM905
_UNEASY = frozenset("against concern concerns concerned concerning wrong".split())  # noqa: SIM905


def check_pulling(text: str, passage: Passage, role: Role) -> Iterator[Finding]:
    """Object to a word that works against its object where the passage has neither it nor one of its kind.

    Proves that no word of stopping, hiding, weakening, blaming or denying stands in the passage, so far as lists go.
    A bottom line may take one from elsewhere in the letter; what is only told may be put so.
    """
    every = tokens(text) if role in ("action", "bottom_line") else ()
    word = next((t.text for i, t in enumerate(every) if _strange(every, i, passage, role)), "")
    if word and not any(map(_works_against, tokens(passage.sentence))):
        what = f"The claim says “{word}”; the passage has nothing of that kind."
        yield passage.finding("polarity", word, what)


def _strange(every: Sequence[Token], i: int, passage: Passage, role: Role) -> bool:
    token = every[i]
    named = token.text[0].isupper() and i > 0
    if named or not is_of("pulling", token) or token.stem in reach(passage.sentence):
        return False
    if any(t.folded in _MINIMAL for t in every[max(0, i - 2) : i]):
        return False
    return role == "action" or token.stem not in reach(passage.letter.text)


def _works_against(token: Token) -> bool:
    return is_of("pulling", token) or is_negator(token) or is_turning(token) or token.folded in _UNEASY
