"""House or Senate, Democrats or Republicans, North or South: of two that stand against each other, the passage's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.audit import lexicon
from brief.audit.finding import Finding
from brief.audit.names import card_words
from brief.audit.passage import Passage

_PAIRS = (
    (re.compile(r"(?<!White )\bHouse\b(?! of (?!Representatives))"), re.compile(r"\bSenat(?:e|ors?)\b")),
    (re.compile(r"\bDemocrat(?:s|ic)?\b"), re.compile(r"\bRepublicans?\b|\bGOP\b")),
    (re.compile(r"\b[Nn]orth(?:ern)?\b"), re.compile(r"\b[Ss]outh(?:ern)?\b")),
    (re.compile(r"\b[Ee]ast(?:ern)?\b"), re.compile(r"\b[Ww]est(?:ern)?\b")),
)
_OF_A_CHAMBER = re.compile(
    r"\b(?P<chamber>House|Senate)\s(?P<what>floor|leaders?|leadership|bill|vote|version|committees?|majority|minority|rules)\b"
)


def check(text: str, passage: Passage) -> list[Finding]:
    """Object to a chamber or a party where the passage has only the other, signers' and addressees' own apart."""
    found = [_finding(m.group(), given, passage) for m, given in _moved(text, passage.sentence)]
    for pair in _PAIRS:
        for mine, other in (pair, pair[::-1]):
            said, given = mine.search(text), other.search(passage.sentence)
            if not said or not given or mine.search(passage.paragraph) or other.search(text):
                continue
            if mine.search(_own(passage)) or mine.search(card_words(passage.letter)):
                continue
            found.append(_finding(said.group(), given.group(), passage))
    return found


def _moved(text: str, sentence: str) -> Iterator[tuple[re.Match[str], str]]:
    """What the claim has of one chamber and the passage of the other only: "the House floor"."""
    there = {(m["chamber"], m["what"].rstrip("s")) for m in _OF_A_CHAMBER.finditer(sentence)}
    for m in _OF_A_CHAMBER.finditer(text):
        what, other = m["what"].rstrip("s"), "Senate" if m["chamber"] == "House" else "House"
        if (other, what) in there and (m["chamber"], what) not in there:
            yield m, f"{other} {m['what']}"


def _finding(said: str, given: str, passage: Passage) -> Finding:
    what = f"The claim has “{said}” where the passage has “{given}”."
    return passage.finding("names", said, what, do="Name the chamber, the party or the side as the letter does.")


def _own(passage: Passage) -> str:
    """The chambers and parties of the signers, in words."""
    people = passage.letter.card.senders
    words = {"senate": "Senators", "house": "House", "D": "Democrats", "R": "Republicans"}
    return " ".join(words.get(x or "", "") for p in people for x in (p.chamber, p.party))


_FROM = re.compile(
    r"^(?:The |All |\w+ )?(?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:['’]s)? (?:\w+ ){0,2}?"
    r"(?:lawmakers|[Ss]enators|[Mm]embers|[Dd]elegation|Democrats|Republicans|Representatives|officials|congress\w+)\b"
)


def check_state(text: str, passage: Passage) -> list[Finding]:
    """Object to signers who are said to be of a state that none of them is of, where the states of all are known.

    Args:
        text: A sentence that opens with who writes the letter ("Oregon's delegation asks …").
        passage: What it rests on.
    """
    m = _FROM.match(text)
    people = passage.letter.card.senders
    codes = {name.replace("_", " "): code for code, name in lexicon.table("states").items()}
    code = codes.get(m["state"].lower()) if m else None
    if m is None or code is None or not people or any(p.state in (None, code) for p in people):
        return []
    return [_finding(m["state"], " and ".join(sorted({p.state or "" for p in people})), passage)]
