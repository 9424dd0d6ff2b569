"""House or Senate, Democrats or Republicans: of two that stand against each other, the one that the passage has."""

from __future__ import annotations

import re

from brief.audit.finding import Finding
from brief.audit.names import card_words
from brief.audit.passage import Passage

_PAIRS = (
    (re.compile(r"(?<!White )\bHouse\b(?! of (?!Representatives))"), re.compile(r"\bSenat(?:e|ors?)\b")),
    (re.compile(r"\bDemocrat(?:s|ic)?\b"), re.compile(r"\bRepublicans?\b|\bGOP\b")),
)


def check(text: str, passage: Passage) -> list[Finding]:
    """Object to a chamber or a party where the passage has only the other, signers' and addressees' own apart."""
    found = []
    for pair in _PAIRS:
        for mine, other in (pair, pair[::-1]):
            said, given = mine.search(text), other.search(passage.sentence)
            if not said or not given or mine.search(passage.paragraph) or other.search(text):
                continue
            if mine.search(_own(passage)) or mine.search(card_words(passage.letter)):
                continue
            found.append(
                Finding(
                    check="names", level="likely", words=said.group(), source=passage.first,
                    what=f"The claim has “{said.group()}” where the passage has “{given.group()}”.",
                    do="Name the chamber or the party as the letter does.",
                )
            )  # fmt: skip
    return found


def _own(passage: Passage) -> str:
    """The chambers and parties of the signers, in words."""
    people = passage.letter.card.senders
    words = {"senate": "Senators", "house": "House", "D": "Democrats", "R": "Republicans"}
    return " ".join(words.get(x or "", "") for p in people for x in (p.chamber, p.party))
