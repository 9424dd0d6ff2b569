"""Is there anything under a claim: were its quotations found, and do they speak of the same matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from brief.audit import lexicon
from brief.audit.finding import Finding, Level
from brief.audit.heads import head_stems
from brief.audit.passage import Passage
from brief.audit.thesaurus import reach
from brief.audit.words import content_stems, kin, stems_of_frame, tokens
from brief.evidence import Claim
from brief.ground import ground
from brief.searching import lowered


def check_quotes(claim: Claim) -> Iterator[Finding]:
    """Object to a claim without quotations, or with some that are not in the document.

    Proves that the words quoted stand in the document; does not prove that they say what the claim says.
    """
    if not claim.evidence:
        what, do = "No passage of the letter is given for this.", "Quote the sentence of the letter that says it"
        yield Finding(check="quotes", level="certain", words=claim.text, what=what, do=f"{do}, or leave it out.")
    missing = [e for e in claim.evidence if e.match == "missing" or e.start is None]
    level: Level = "certain" if len(missing) == len(claim.evidence) else "likely"
    for e in missing:
        what, do = f"The document has no such words: “{e.quote}”.", "Quote the letter word for word, or leave it out."
        yield Finding(check="quotes", level=level, words=e.quote, what=what, do=do)


_QUOTATION = re.compile(r"“([^“”]{12,})”|\"([^\"]{12,})\"")


def check_quotations(text: str, passage: Passage) -> Iterator[Finding]:
    """Look for each quotation inside the claim's own words in the document, letter for letter after normalisation.

    Proves that the words stand somewhere in the document. Quotations of under three words are left alone: they set off
    a term.
    """
    for words in (m[1] or m[2] for m in _QUOTATION.finditer(text)):
        found = len(words.split()) < 3 or all(e.match in _LITERAL for e in ground([words], passage.letter))
        if not found:
            what = f"The document has no such words: “{words}”."
            yield Finding(check="quotes", level="certain", words=words, what=what, do="Quote the letter word for word.")


_LITERAL = ("exact", "normalised")
_DOUBTFUL, _EMPTY = 0.34, 0.2
_FEW = 4  # words: of fewer, one in other words weighs too much
_QUOTE_IT = "Quote the passage that says it, or leave it out."


def check_words(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when hardly a word of the claim has anything to do with its passage.

    Each content word counts 1 if the passage has it or one that may stand for it, 0.6 if the paragraph does, 0.5
    if the passage has one that can mean it, 0.25 if the letter has. Proves no more than that both are of one
    matter; the thresholds are set on tests/fixtures/paraphrases.json (true pairs, fairest 0.3) against claims put on
    other passages (see benchmarks/tamper.py).
    """
    if _plainly_held(text, passage):
        return
    share, count, strange = held_share(text, passage)
    touches = any(w in reach(passage.sentence) for w in stems_of(text))
    if count >= 2 and (share < _DOUBTFUL or not touches):
        level: Level = "unsure" if count < _FEW and touches else "likely"
        level = "certain" if share < _EMPTY and count >= 3 else level
        what = f"The passage quoted does not carry the claim: it has nothing for {listed(strange[:4])}."
        yield passage.finding("support", text[:160], what, level, do=_QUOTE_IT)


def _plainly_held(text: str, passage: Passage) -> bool:
    """Whether the very sentence has enough of the claim's words: then no wider ring need be looked through."""
    own, near = _own_words(text, passage), kin(passage.sentence)
    held = sum(w in near for w in own)
    return held > 0 and held >= _DOUBTFUL * len(own)


def held_share(text: str, passage: Passage) -> tuple[float, int, list[str]]:
    """Return how much of a claim its passage holds (0 to 1), of how many words, and those that it lacks."""
    own = _own_words(text, passage)
    if not own:
        return 1.0, 0, []
    held = {w: _held(w, passage) for w in own}
    strange = [t.text for t in tokens(text) if held.get(t.stem, 1.0) < 0.5]
    return sum(held.values()) / len(held), len(held), list(dict.fromkeys(strange))


def _own_words(text: str, passage: Passage) -> frozenset[str]:
    """The stems that a claim must have from its passage: none of any brief, of the calendar, of the letter's head."""
    own = stems_of(text) - lexicon.words("calendar") - head_stems(passage.letter.card)
    return frozenset(s for s in own if len(s) > 1)  # not the "U" of "U.S."


def _held(word: str, passage: Passage) -> float:
    if word in kin(passage.sentence):
        return 1.0
    if word in kin(passage.paragraph):
        return 0.6
    if word in reach(passage.sentence):
        return 0.5
    return 0.25 if word in lowered(passage.letter.text) else 0.0


@lru_cache(maxsize=32)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of a text's content words, those of mere attribution left out."""
    return content_stems(text) - stems_of_frame()


def listed(words: Iterable[str]) -> str:
    """Return words in quotation marks, with commas between."""
    return ", ".join(f"“{w}”" for w in words)
