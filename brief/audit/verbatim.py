"""Names changed in words that are otherwise the passage's own: word by word, what stands for what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from brief.audit.capitals import in_small_letters
from brief.audit.finding import Finding
from brief.audit.names import is_title, named_in
from brief.audit.passage import Passage
from brief.audit.words import Token, tokens

_BESIDE = 2  # words that claim and passage must have alike right beside a name, on one side
_ALIKE = 0.6  # of a claim's words, so many must stand in the passage in the same order


def check(text: str, passage: Passage) -> list[Finding]:
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
    if matcher.quick_ratio() * (len(claim) + len(source)) < 2 * _ALIKE * len(claim):
        return
    steps = matcher.get_opcodes()
    if sum(j - i for tag, i, j, _, _ in steps if tag == "equal") < _ALIKE * len(claim):
        return
    for n, (tag, i, j, k, m) in enumerate(steps):
        beside = [s for s in steps[max(0, n - 1) : n + 2] if s[0] == "equal" and s[2] - s[1] >= _BESIDE]
        if tag == "replace" and beside and _names(claim, i, j) and _names(source, k, m):
            yield " ".join(t.text for t in claim[i:j]), " ".join(t.text for t in source[k:m])


def _proper(words: str, text: str) -> bool:
    """Tell whether a stretch has a word that names somebody or something by itself."""
    own = [w.lower() for w in words.split() if w[0].isupper()]
    return any(not is_title(w) and not in_small_letters(text, w) for w in own)


def _names(every: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a stretch is names alone, none of them capital only because it opens a sentence."""
    run = every[start:end]
    opens = start == 0 or every[start - 1].text in ".:!?"
    return 0 < len(run) < 6 and not opens and all(t.is_word and (t.text[0].isupper() or t.folded == "of") for t in run)
