"""A claim in nearly the letter's own words: what was put in, left out or exchanged must not change what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from brief.audit import lexicon
from brief.audit.aliases import same_name
from brief.audit.capitals import in_small_letters
from brief.audit.contraries import contrary
from brief.audit.finding import Check, Finding, Level
from brief.audit.forms import is_title, named_in
from brief.audit.negation import is_negator, is_turning
from brief.audit.passage import Passage
from brief.audit.words import Token, alike, tokens

# From this share of its words standing in one sentence in order, a claim is that sentence retold with small changes,
# and each change can be looked at by itself. Below it, words are too freely placed to say what stands for what.
_NEAR, _NEARLY_ALL = 0.7, 0.85
_REPEATED = 0.88  # of the claim's words: then a change of any other word is a change of what is said
_SHORTEST = 4  # words; shorter claims match by chance
_SEGMENT = 4  # words of a change that is looked at as one


def check(text: str, passage: Passage) -> list[Finding]:
    """Compare a claim word by word with the sentence that it nearly repeats.

    Objects to a negation that one of the two has, to a contrary or another name in a word's place, and, where all but a
    word is repeated, to any other word that may not stand for it. Proves nothing of claims in words of their own.
    """
    claim = _words(text.replace("not stated", "unknown"))  # a brief's own word for a sender or addressee not named
    if len(claim) < _SHORTEST or not passage.evidence:
        return []
    matcher, source, share = _nearest(claim, passage)
    if share < _NEAR:
        return []
    found = [f for change in _changes(matcher, claim, source) for f in _object(*change, share, passage)]
    return found[:2]


def _nearest(claim: Sequence[Token], passage: Passage) -> tuple[SequenceMatcher[str], tuple[Token, ...], float]:
    folded = [t.folded for t in claim]
    best: tuple[SequenceMatcher[str], tuple[Token, ...], float] = (SequenceMatcher(), (), 0.0)
    for span in passage.sentence_spans:
        source = _words(span.of(passage.text))
        matcher = SequenceMatcher(None, folded, [t.folded for t in source], autojunk=False)
        share = sum(b.size for b in matcher.get_matching_blocks()) / len(claim)
        if share > best[2]:
            best = matcher, source, share
    return best


_NUMBERING = re.compile(r"Nos?\.\s?\d")  # "Amendment No. 12" denies nothing


@lru_cache(maxsize=32)
def _words(text: str) -> tuple[Token, ...]:
    words = (t for t in tokens(text) if t.text[0].isalnum() or t.text[0] in "$€£")
    return tuple(t for t in words if not _NUMBERING.match(text, t.start))


def _changes(
    matcher: SequenceMatcher[str], claim: Sequence[Token], source: Sequence[Token]
) -> Iterator[tuple[Sequence[Token], Sequence[Token], bool, bool]]:
    """Yield each small change: the claim's words, the source's, and whether they stand between repeated words."""
    codes = matcher.get_opcodes()
    for k, (op, i1, i2, j1, j2) in enumerate(codes):
        if op == "equal":
            continue
        inside = 0 < k < len(codes) - 1
        opening = k == 0 and i2 > i1
        if (j2 - j1 <= _SEGMENT or opening) and i2 - i1 <= _SEGMENT and (inside or i2 > i1):
            yield claim[i1:i2], source[j1:j2][-_SEGMENT:] if opening else source[j1:j2], inside, _whole(codes, k)


def _whole(codes: Sequence[tuple[str, int, int, int, int]], k: int) -> bool:
    """Whether repeated words stand after a change, and before it unless it opens the claim."""
    return k + 1 < len(codes) and codes[k + 1][0] == "equal" and (k == 0 or codes[k - 1][0] == "equal")


def _object(
    mine: Sequence[Token], theirs: Sequence[Token], inside: bool, whole: bool, share: float, passage: Passage
) -> Iterator[Finding]:
    denied = _denial(mine, theirs, inside) or _small_word(mine, theirs, inside)
    if denied:
        yield _finding("polarity", denied, mine, passage)
        return
    if not whole:
        return
    strange = _strange(mine, theirs) if inside and share >= _REPEATED else ""
    if strange:
        yield _finding("support", strange, mine, passage)
        return
    for a, b in _facing(mine, theirs) if inside else _last(mine, theirs):
        if contrary(a.stem, b.stem):
            if any(is_negator(t) for t in (*mine, *theirs)):
                continue  # "opposes" for "urge you not to approve"
            yield _finding("polarity", _instead(a, b), mine, passage)
        elif inside and a.text[0].isupper() and b.text[0].isupper() and not same_name(a.folded, b.folded):
            if not alike(a.stem, b.stem):
                yield _finding("names", _instead(a, b), mine, passage).model_copy(update={"level": "unsure"})
        elif inside and share >= _NEARLY_ALL and len(mine) == len(theirs) == 1 and not alike(a.stem, b.stem):
            yield _finding("support", _instead(a, b), mine, passage)


def _strange(mine: Sequence[Token], theirs: Sequence[Token]) -> str:
    """In a claim that otherwise repeats the sentence: say what stands for what, if neither may stand for the other."""
    a = [t for t in mine if t.folded not in _SHIFTING and not any(_kin(t, o) for o in theirs)]
    b = [t for t in theirs if t.folded not in _SHIFTING and not any(_kin(t, o) for o in mine)]
    if not a or not b or any(t.text[0].isdigit() or t.text[0] in "$€£" for t in (*a, *b)):
        return ""
    said, given = (" ".join(t.text for t in words) for words in (mine, theirs))
    return f"The claim says “{said}” where the passage says “{given}”."


def _kin(a: Token, b: Token) -> bool:
    return a.folded == b.folded or alike(a.stem, b.stem) or same_name(a.folded, b.folded)


# Words that change when "we" tell "you" becomes "they" tell "the Secretary", and that only join.
_SHIFTING = lexicon.words("shifting")


def _facing(mine: Sequence[Token], theirs: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Pair the content words of a change, if there are as many on both sides."""
    a, b = [t for t in mine if t.is_content], [t for t in theirs if t.is_content]
    if len(a) == len(b) <= 2:
        yield from zip(a, b, strict=True)


def _last(mine: Sequence[Token], theirs: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """At a claim's opening only the words next to what is repeated can stand for one another."""
    if mine and theirs:
        yield mine[-1], theirs[-1]


def _denial(mine: Sequence[Token], theirs: Sequence[Token], inside: bool) -> str:
    """Say what is wrong if one side of a change has a negation and the other nothing like it."""
    ours, others = [t for t in mine if is_negator(t)], [t for t in theirs if is_negator(t)]
    if bool(ours) == bool(others) and len(ours) == len(others):
        return ""
    if ours and not others and not any(is_turning(t) for t in theirs):
        return f"The claim puts in “{ours[0].text}”, which the passage does not have there."
    bare = (
        others and len(theirs) <= 2 and not any(is_turning(t) or contrary(t.stem, o.stem) for t in mine for o in theirs)
    )
    if inside and bare and not ours:
        return f"The claim leaves out “{others[0].text}”, which the passage has there."
    return ""


# Small words that change what is said when another of the row stands in their place.
_ROWS = (
    (
        ("all", "every", "each", "entire"),
        ("some", "several", "many", "certain", "few"),
        ("most",),
        ("both",),
        ("half",),
        ("any",),
    ),
    (("and",), ("or",)),
    (("must", "shall"), ("may", "might", "can", "could"), ("should", "ought"), ("will",)),
    (("if",), ("unless",), ("until",)),
    (("before",), ("after",)),
    (("more", "over", "least", "above"), ("less", "fewer", "under", "most", "below", "up")),
)
_HEDGES = lexicon.words("hedges")
_TURNED_BY_WORDS = frozenset(
    {
        "refrain",
        "avoid",
        "avoiding",
        "cease",
        "stop",
        "stopping",
        "fail",
        "refuse",
        "rather",
        "instead",
        "only",
    }
)


def _small_word(mine: Sequence[Token], theirs: Sequence[Token], inside: bool) -> str:
    """Say what is wrong if a change puts another small word of one row in place, drops a hedge, or turns by a verb."""
    ours, others = {t.folded for t in mine}, {t.folded for t in theirs}
    denied = any(is_negator(t) for t in (*mine, *theirs))  # "no less than" for "at least"
    for row in _ROWS if not denied else ():
        a, b = ([i for i, words in enumerate(row) if s & set(words)] for s in (ours, others))
        if a and b and a != b:
            return f"The claim says “{_first(mine, row)}” where the passage says “{_first(theirs, row)}”."
    turned = ours & _TURNED_BY_WORDS - others
    if turned and not any(is_negator(t) or is_turning(t) for t in theirs):
        return f"The claim puts in “{min(turned)}”, which the passage does not have there."
    hedged = others & _HEDGES
    if inside and hedged and not ours & _HEDGES and len(mine) <= 2:
        return f"The passage says “{min(hedged)}”, which the claim leaves out."
    return ""


def _first(words: Sequence[Token], row: Sequence[Sequence[str]]) -> str:
    return next(t.text for t in words if any(t.folded in group for group in row))


def _instead(a: Token, b: Token) -> str:
    return f"The claim says “{a.text}” where the passage says “{b.text}”."


def _finding(check: Check, what: str, words: Sequence[Token], passage: Passage) -> Finding:
    level: Level = "likely"
    said = " ".join(t.text for t in words)
    return passage.finding(check, said, what, level)


_BESIDE_NAME = 2  # words that claim and passage must have alike right beside a name, on one side
_IN_ORDER = 0.6  # of a claim's words, so many must stand in the passage in the same order


def check_names(text: str, passage: Passage) -> list[Finding]:
    """Object to a name that stands among the passage's own words where the passage has another.

    Proves that the words around it are the passage's, and that neither name is there under another form.
    """
    claim = tokens(text)
    for span in passage.sentence_spans:
        for said, given in _replaced(claim, tokens(span.of(passage.text))):
            if not (_proper(said, passage.text) and _proper(given, passage.text)):
                continue  # titles, and words that the letter has in small letters too, may stand for one another
            if not named_in(said, given, passage.text) and not named_in(given, said, passage.text):
                what = f"The claim has “{said}” where the passage has “{given}”."
                return [passage.finding("names", said, what, do="Name whom the letter names.")]
    return []


def _replaced(claim: Sequence[Token], source: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The runs of names of a claim with those that the passage has in their place."""
    matcher = SequenceMatcher(None, [t.folded for t in claim], [t.folded for t in source], autojunk=False)
    if matcher.quick_ratio() * (len(claim) + len(source)) < 2 * _IN_ORDER * len(claim):
        return
    steps = matcher.get_opcodes()
    if sum(j - i for tag, i, j, _, _ in steps if tag == "equal") < _IN_ORDER * len(claim):
        return
    for n, (tag, i, j, k, m) in enumerate(steps):
        beside = [s for s in steps[max(0, n - 1) : n + 2] if s[0] == "equal" and s[2] - s[1] >= _BESIDE_NAME]
        if tag == "replace" and beside and _all_names(claim, i, j) and _all_names(source, k, m):
            yield " ".join(t.text for t in claim[i:j]), " ".join(t.text for t in source[k:m])


def _proper(words: str, text: str) -> bool:
    """Tell whether a stretch has a word that names somebody or something by itself."""
    own = [w.lower() for w in words.split() if w[0].isupper()]
    return any(not is_title(w) and not in_small_letters(text, w) for w in own)


def _all_names(every: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a stretch is names alone, none of them capital only because it opens a sentence."""
    run = every[start:end]
    opens = start == 0 or every[start - 1].text in ".:!?"
    return 0 < len(run) < 6 and not opens and all(t.is_word and (t.text[0].isupper() or t.folded == "of") for t in run)
