"""How surely a thing is said: will for may, done for considered, all for some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.words import stem, tokens
from brief.searching import InAnyCase

_MAY = InAnyCase([
    "may", "might", "could", "possibl[ey]", "potential(?:ly)?", "reported(?:ly)?", "alleged(?:ly)?", "appear(?:s|ed)?",
    "seem(?:s|ed)?", "perhaps", "likely", "suggests?", "if", "whether", "would", "risks?", "can", "concern(?:s|ed)?",
    "fears?", "warn(?:s|ed)?", r"threat\w*", "ask(?:s|ed)?", r"question\w*", r"believ\w*", "think", r"claim\w*",
    "says?", "said", "unclear", r"probab\w*", r"plan\w*", r"expect\w*", "should",
])  # fmt: skip
_SURE = InAnyCase([
    "will", "certainly", "definitely", "undoubtedly", "proves?", "proven", "confirm(?:s|ed)?", "inevitabl[ey]",
    "clearly", "always", "is certain",
])  # fmt: skip
_HEDGE = InAnyCase([
    "may", "might", "could", "possibly", "reportedly", "allegedly", "potentially", "perhaps", "appears? to",
    "seems? to", "suggests?",
])  # fmt: skip
_CONSIDER = InAnyCase([
    "consider(?:ing|s|ed)?", "explor(?:es?|ing)", "weigh(?:ing|s)?", "evaluat(?:es?|ing)", "review(?:ing|s)?",
    r"reconsider\w*", "stud(?:y|ies|ying)", "examin(?:es?|ing)", "look(?:ing)? (?:at|into)", r"contemplat\w*", "think",
    r"rethink\w*", r"assess\w*", "take up", "open to", r"possib\w*",
])  # fmt: skip
_CONSIDER_DOING = InAnyCase([r"consider(?:ing)?\s+(?:whether\s+to\s+)?((?:\w+ly\s+)?\w+ing)"])


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when a claim says more surely than its passage, or more weakly, or of more.

    Proves nothing of tone beyond the listed words: "will" for "may", a thing done for a thing to be considered, "all"
    for "some".
    """
    yield from _surer(text, passage)
    yield from _considered(text, passage)
    yield from _less_firm(text, passage)
    yield from _wider(text, passage)


def _surer(text: str, passage: Passage) -> Iterator[Finding]:
    hedged, sure = _HEDGE.search(passage.quoted), _SURE.search(text)
    if hedged and sure and not _MAY.search(text) and not _SURE.search(passage.sentence):
        yield passage.instead("modality", sure.group(), hedged.group())


def _considered(text: str, passage: Passage) -> Iterator[Finding]:
    doing = _CONSIDER_DOING.search(passage.quoted)
    if doing is None or _CONSIDER.search(text):
        return
    verb = stem(doing[1].split()[-1].lower())
    if any(t.stem == verb for t in tokens(text)):
        what = f"The passage asks only to consider “{doing[1]}”; the claim leaves that out."
        yield passage.finding("modality", doing[1], what, do="Say “consider”.")


_MIGHT = InAnyCase(["might", "may", "could"])
_MUST = InAnyCase(["must", "shall"])


def _less_firm(text: str, passage: Passage) -> Iterator[Finding]:
    """ "Might" for "must"."""
    said, given = _MIGHT.search(text), _MUST.search(passage.quoted)
    if said and given and not _MUST.search(text) and not _MAY.search(passage.sentence.replace(given.group(), "")):
        yield passage.instead("modality", said.group(), given.group())


_ALL = InAnyCase(["all", "every", "each", "any", "entire", "none", "both"])
_SOME = InAnyCase(["some", "several", "many", "most", "few", "part of", "certain", "a number of", "half"])


def _wider(text: str, passage: Passage) -> Iterator[Finding]:
    if _ALL.search(passage.quoted):
        return
    given = {_next_word(passage.quoted, m.end()): m.group() for m in reversed([*_SOME.finditer(passage.quoted)])}
    for m in _ALL.finditer(text) if given else ():
        noun = _next_word(text, m.end())
        if len(noun) > 3 and noun in given:
            yield passage.instead("modality", m.group(), given[noun])
            return


def _next_word(text: str, at: int) -> str:
    found = _WORD.search(text.lower(), at)
    return stem(found.group()) if found else ""


_WORD = re.compile(r"[a-z]+")
