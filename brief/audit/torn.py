"""A claim in the letter's own words, torn from words before them that deny it: "under no circumstances should you"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.polarity import is_negator, is_turning
from brief.audit.words import tokens

_MODAL = r"(?:should|must|may|can|could|will|would|shall|do|does|did|is|are|was|were|has|have|had)"
_SUBJECT = r"(?:\s+[\w’'.&-]+){0,7}?"
# What stands right before the words, at the end of what comes before them in their clause.
_DENIES = re.compile(
    rf"(?:\b(?:not|never|cannot|neither|nor|no longer|refrain(?:ing)? from|instead of|rather than|without|refus\w+ to|"
    rf"(?:advise|urge|warn|caution|recommend|decide|vote)[sd]? against|stop|avoid)|n[’']t)"
    rf"(?:\s+(?:to|be|have|been|ever|again|[a-z]+ly))*\s*$"
    rf"|\b(?:under no circumstances?|in no (?:case|event|way)|at no (?:point|time)|on no account|by no means|"
    rf"never(?: again)?|nor|neither)\b,?\s+{_MODAL}{_SUBJECT}\s*$"
    rf"|\b(?:no|neither|nothing|nobody)\b(?:\s+[\w’'-]+){{0,4}}?\s+{_MODAL}(?:\s+(?:be|have|ever|[a-z]+ly))*\s*$",
    re.IGNORECASE,
)
_MAY_DENY = re.compile("no|n['’]t|never|refrain|instead|rather|without|refus|against|stop|avoid")
_EMPTY = re.compile(r"\b(?:not only|no later than|not merely|not just|no less than|whether or not)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:—–.?!]\s|,\s(?:and|but|which|who)\s")


def check(text: str, passage: Passage) -> list[Finding]:
    """Object to a claim whose words the passage has, right after words that deny them and that the claim leaves out.

    Proves that the denial stands before the words in their clause. A question asks, and denies nothing.
    """
    if not passage.evidence or text.rstrip().endswith("?"):
        return []
    for before in _before(text, passage):
        m = _DENIES.search(before) if _MAY_DENY.search(before.lower()) else None
        if m and not _EMPTY.search(before) and not _denies(text):
            said = " ".join(m.group().split())
            what = f"The passage denies this (“{said[-80:]} …”); the claim leaves that out."
            return [passage.finding("polarity", text[:120], what, "certain", do="Give the denial with it.")]
    return []


def _denies(text: str) -> bool:
    return any(is_negator(t) or is_turning(t) or t.folded in ("oppose", "opposes", "against") for t in tokens(text)[:6])


def _before(text: str, passage: Passage) -> Iterator[str]:
    """What stands before the claim's words in the clause where the passage has them."""
    wanted = _flat(text).lower()
    for span in passage.sentence_spans:
        sentence = _flat(span.of(passage.text))
        at = sentence.lower().find(wanted)
        if at > 0:
            yield _CLAUSE.split(sentence[:at])[-1]


@lru_cache(maxsize=64)
def _flat(text: str) -> str:
    return " ".join(text.split()).rstrip(".")
