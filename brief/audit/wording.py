"""A claim in nearly the letter's own words: what was put in, left out or exchanged must not change what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from brief.audit import lexicon
from brief.audit.aliases import same_name
from brief.audit.capitals import in_small_letters
from brief.audit.contraries import contrary
from brief.audit.finding import Check, Finding
from brief.audit.forms import is_title, named_in
from brief.audit.heads import addressees
from brief.audit.negation import is_negator, is_turning
from brief.audit.passage import Passage
from brief.audit.words import Token, alike, has_token, tokens
from brief.searching import lowered

# From this share of its words standing in one sentence in order, a claim is that sentence retold with small changes,
# and each change can be looked at by itself. Below it, words are too freely placed to say what stands for what.
_NEAR, _NEARLY_ALL = 0.7, 0.85
_REPEATED = 0.88  # of the claim's words: then a change of any other word is a change of what is said
_SHORTEST = 4  # words; shorter claims match by chance
_SEGMENT = 4  # words of a change that is looked at as one


class Change(NamedTuple):
    """A small change of a sentence: the claim's words and those that the sentence has in their place.

    Args:
        inside: Whether it stands neither at the beginning of the two nor at their end.
        whole: Whether repeated words stand after it, and before it unless it opens the claim.
    """

    mine: Sequence[Token]
    theirs: Sequence[Token]
    inside: bool
    whole: bool


class Aligned(NamedTuple):
    """A claim's words beside those of a sentence: the steps from the one to the other, and the share that is kept."""

    source: Sequence[Token]
    steps: Sequence[tuple[str, int, int, int, int]]
    share: float


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Compare a claim word by word with the sentences that it repeats in part.

    Objects to another name among the passage's own words. Of a sentence that the claim nearly repeats, objects to a
    negation that one of the two has, to a contrary in a word's place, and, where all but a word is repeated, to any
    other word that may not stand for it. Proves nothing of claims in words of their own.
    """
    claim = _words(text.replace("not stated", "unknown"))  # a brief's own word for a sender or addressee not named
    if len(claim) < _SHORTEST:
        return
    every = [_align(claim, _words(span.of(passage.text))) for span in passage.sentence_spans]
    yield from islice((f for aligned in every for f in _renamed(claim, aligned, passage)), 1)
    nearest = max(every, key=lambda aligned: aligned.share, default=None)
    if nearest is not None and nearest.share >= _NEAR:
        changes = _changes(claim, nearest)
        yield from islice((f for change in changes for f in _object(change, nearest.share, passage)), 2)


def _align(claim: Sequence[Token], source: Sequence[Token]) -> Aligned:
    matcher = SequenceMatcher(None, [t.folded for t in claim], [t.folded for t in source], autojunk=False)
    if matcher.quick_ratio() * (len(claim) + len(source)) < 2 * _IN_ORDER * len(claim):
        return Aligned(source, (), 0.0)
    steps = matcher.get_opcodes()
    return Aligned(source, steps, sum(j - i for tag, i, j, _, _ in steps if tag == "equal") / len(claim))


_NUMBERING = re.compile(r"Nos?\.\s?\d")  # "Amendment No. 12" denies nothing


@lru_cache(maxsize=32)
def _words(text: str) -> tuple[Token, ...]:
    words = (t for t in tokens(text) if t.text[0].isalnum() or t.text[0] in "$€£")
    return tuple(t for t in words if not _NUMBERING.match(text, t.start))


def _changes(claim: Sequence[Token], aligned: Aligned) -> Iterator[Change]:
    source, codes, _ = aligned
    for k, (op, i1, i2, j1, j2) in enumerate(codes):
        if op == "equal":
            continue
        inside, opening = 0 < k < len(codes) - 1, k == 0 and i2 > i1
        before, after = (k == 0 or codes[k - 1][0] == "equal"), k + 1 < len(codes) and codes[k + 1][0] == "equal"
        if (j2 - j1 <= _SEGMENT or opening) and i2 - i1 <= _SEGMENT and (inside or i2 > i1):
            given = source[max(j1, j2 - _SEGMENT) if opening else j1 : j2]
            yield Change(claim[i1:i2], given, inside, before and after)


def _object(change: Change, share: float, passage: Passage) -> Iterator[Finding]:
    mine, theirs, inside, whole = change
    said = " ".join(t.text for t in mine)
    denied = _denial(change) or _small_word(change)
    if denied:
        yield passage.finding("polarity", said, denied)
    elif whole and inside and share >= _REPEATED and _is_strange(mine, theirs) and not _written_to(mine, passage):
        yield passage.instead("support", said, " ".join(t.text for t in theirs))
    elif whole:
        for a, b in _facing(mine, theirs) if inside else zip(mine[-1:], theirs[-1:], strict=False):
            check = _exchanged(a, b, change, share)
            what = f"The claim says “{a.text}” where the passage says “{b.text}”."
            if check:
                yield passage.finding(check, said, what)


def _exchanged(a: Token, b: Token, change: Change, share: float) -> Check | None:
    """Which check objects to a word that stands where the passage has another."""
    if contrary(a.stem, b.stem):  # but "opposes" for "urge you not to approve"
        return None if any(is_negator(t) for t in (*change.mine, *change.theirs)) else "polarity"
    if not change.inside or alike(a.stem, b.stem):
        return None
    if a.text[0].isupper() and b.text[0].isupper() and not same_name(a.folded, b.folded):
        return None  # names are for other checks
    return "support" if share >= _NEARLY_ALL and len(change.mine) == len(change.theirs) == 1 else None


def _is_strange(mine: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether neither side of a change may stand for the other; of figures other checks tell."""
    a = [t for t in mine if t.folded not in _SHIFTING and not any(_kin(t, o) for o in theirs)]
    b = [t for t in theirs if t.folded not in _SHIFTING and not any(_kin(t, o) for o in mine)]
    return bool(a and b) and not any(t.text[0].isdigit() or t.text[0] in "$€£" for t in (*a, *b))


def _written_to(mine: Sequence[Token], passage: Passage) -> bool:
    """Tell whether words are how the letter's heads call those written to."""
    to = lowered(addressees(passage.letter.card))
    return all(has_token(to, t.folded) for t in mine)


def _kin(a: Token, b: Token) -> bool:
    return a.folded == b.folded or alike(a.stem, b.stem) or same_name(a.folded, b.folded)


# Words that change when "we" tell "you" becomes "they" tell "the Secretary", and that only join.
_SHIFTING = lexicon.words("shifting")


def _facing(mine: Sequence[Token], theirs: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Pair the content words of a change, if there are as many on both sides."""
    a, b = [t for t in mine if t.is_content], [t for t in theirs if t.is_content]
    if len(a) == len(b) <= 2:
        yield from zip(a, b, strict=True)


def _denial(change: Change) -> str:
    """Say what is wrong if one side of a change has a negation and the other nothing like it."""
    mine, theirs, inside, _ = change
    ours, others = [t for t in mine if is_negator(t)], [t for t in theirs if is_negator(t)]
    if ours and not others and not any(is_turning(t) for t in theirs):
        return f"The claim puts in “{ours[0].text}”, which the passage does not have there."
    made_up = any(is_turning(t) or contrary(t.stem, o.stem) for t in mine for o in theirs)
    if inside and others and not ours and len(theirs) <= 2 and not made_up:
        return f"The claim leaves out “{others[0].text}”, which the passage has there."
    return ""


# Small words that change what is said when another of the row stands in their place.
_ROWS = tuple(
    tuple(group.split() for group in row.split("|"))
    for row in (
        "all every each entire | some several many certain few | most | both | half | any",
        "and | or",
        "must shall | may might can could | should ought | will",
        "if | unless | until",
        "before | after",
        "more over least above | less fewer under most below up",
    )
)
_HEDGES = lexicon.words("hedges")
_TURNED_BY_WORDS = frozenset("refrain avoid avoiding cease stop stopping fail refuse rather instead only".split())  # noqa: SIM905


def _small_word(change: Change) -> str:
    """Say what is wrong if a change puts another small word of one row in place, drops a hedge, or turns by a verb."""
    mine, theirs, inside, _ = change
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


_BESIDE_NAME = 2  # words that claim and passage must have alike right beside a name, on one side
_IN_ORDER = 0.6  # of a claim's words, so many must stand in the passage in the same order


def _renamed(claim: Sequence[Token], aligned: Aligned, passage: Passage) -> Iterator[Finding]:
    """Object to a name among the passage's own words where the passage has another, under no form of it.

    Titles, and words that the letter has in small letters too, may stand for one another.
    """
    document = passage.text
    for said, given in _replaced(claim, aligned) if aligned.share >= _IN_ORDER else ():
        forms = named_in(said, given, document) or named_in(given, said, document)
        if _proper(said, document) and _proper(given, document) and not forms:
            what = f"The claim has “{said}” where the passage has “{given}”."
            yield passage.finding("names", said, what, do="Name whom the letter names.")


def _replaced(claim: Sequence[Token], aligned: Aligned) -> Iterator[tuple[str, str]]:
    """The runs of names of a claim with those that the passage has in their place."""
    source, steps, _ = aligned
    for n, (tag, i, j, k, m) in enumerate(steps):
        beside = [s for s in steps[max(0, n - 1) : n + 2] if s[0] == "equal" and s[2] - s[1] >= _BESIDE_NAME]
        if tag == "replace" and beside and i and k and _all_names(claim[i:j]) and _all_names(source[k:m]):
            yield " ".join(t.text for t in claim[i:j]), " ".join(t.text for t in source[k:m])


def _proper(words: str, text: str) -> bool:
    """Tell whether a stretch has a word that names somebody or something by itself."""
    own = [w.lower() for w in words.split() if w[0].isupper() and len(w) > 1]
    return any(not is_title(w) and not in_small_letters(text, w) for w in own)


def _all_names(run: Sequence[Token]) -> bool:
    """Tell whether a stretch is names alone."""
    return 0 < len(run) < 6 and all(t.is_word and (t.text[0].isupper() or t.folded == "of") for t in run)
