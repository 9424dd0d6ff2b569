"""How surely a thing is said: will for may, done for considered, all for some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.strength import forces
from brief.audit.words import stem, tokens

_MAY = re.compile(
    r"\b(?:may|might|could|possibl[ey]|potential(?:ly)?|reported(?:ly)?|alleged(?:ly)?|appear(?:s|ed)?|seem(?:s|ed)?|"
    r"perhaps|likely|suggest(?:s)?|if|whether|would|risk(?:s)?|can|concern(?:s|ed)?|fear(?:s)?|warn(?:s|ed)?|"
    r"threat\w*|ask(?:s|ed)?|question\w*|believ\w*|think|claim\w*|say|says|said|unclear|probab\w*|plan\w*|expect\w*|"
    r"should)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?:will|certainly|definitely|undoubtedly|proves?|proven|confirm(?:s|ed)?|inevitabl[ey]|clearly|always|"
    r"is certain)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|possibly|reportedly|allegedly|potentially|perhaps|appears? to|seems? to|suggests?)\b",
    re.IGNORECASE,
)
_CONSIDER = re.compile(
    r"\b(?:consider(?:ing|s|ed)?|explor(?:e|es|ing)|weigh(?:ing|s)?|evaluat(?:e|es|ing)|review(?:ing|s)?|"
    r"reconsider\w*|stud(?:y|ies|ying)|examin(?:e|es|ing)|look(?:ing)? (?:at|into)|contemplat\w*|think|rethink\w*|"
    r"explore|assess\w*|take up|open to|possib\w*)\b",
    re.IGNORECASE,
)
_CONSIDER_DOING = re.compile(r"\bconsider(?:ing)?\s+(?:whether\s+to\s+)?((?:\w+ly\s+)?\w+ing)\b", re.IGNORECASE)


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when a claim says more surely than its passage, or more weakly, or of more.

    Proves nothing of tone beyond the listed words: "will" for "may", a thing done for a thing to be considered, "all"
    for "some".
    """
    yield from _surer(text, passage)
    yield from _considered(text, passage)
    yield from _only_considered(text, passage)
    yield from _less_firm(text, passage)
    yield from _wider(text, passage)


def _surer(text: str, passage: Passage) -> Iterator[Finding]:
    sure, hedged = _SURE.search(text), _HEDGE.search(passage.quoted)
    if hedged is None or _MAY.search(text):
        return
    if sure is None:
        what = f"The passage hedges (“{hedged.group()}”); the claim does not."
        yield passage.finding("modality", hedged.group(), what, "unsure")
    elif not _SURE.search(passage.sentence):
        yield passage.instead("modality", sure.group(), hedged.group())


def _considered(text: str, passage: Passage) -> Iterator[Finding]:
    doing = _CONSIDER_DOING.search(passage.quoted)
    if doing is None or _CONSIDER.search(text):
        return
    verb = stem(doing[1].split()[-1].lower())
    if any(t.stem == verb for t in tokens(text)):
        what = f"The passage asks only to consider “{doing[1]}”; the claim leaves that out."
        yield passage.finding("modality", doing[1], what, do="Say “consider”.")


_TO_CONSIDER = re.compile(
    r"(?:^(?:please )?|\bto )(?:consider|explore|contemplate|think about|look into|study|weigh)\b(?: whether to)? \w+",
    re.IGNORECASE,
)


def _only_considered(text: str, passage: Passage) -> Iterator[Finding]:
    """A thing asked to be done, told as one to be considered."""
    said = _TO_CONSIDER.search(text)
    if said and not _CONSIDER.search(passage.sentence) and forces(passage):
        what = f"The claim asks only to consider it (“{said.group()}”); the passage asks for it."
        yield passage.finding("modality", said.group(), what, "unsure")


_MIGHT = re.compile(r"\b(?:might|may|could)\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:must|shall)\b", re.IGNORECASE)


def _less_firm(text: str, passage: Passage) -> Iterator[Finding]:
    """ "Might" for "must"."""
    said, given = _MIGHT.search(text), _MUST.search(passage.quoted)
    if said and given and not _MUST.search(text) and not _MAY.search(passage.sentence.replace(given.group(), "")):
        yield passage.instead("modality", said.group(), given.group())


_ALL = re.compile(r"\b(all|every|each|any|entire|none|both)\b", re.IGNORECASE)
_SOME = re.compile(r"\b(some|several|many|most|few|part of|certain|a number of|half)\b", re.IGNORECASE)


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
