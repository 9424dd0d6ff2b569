"""Checks a brief in plain words, by whomever, sentence by sentence against the letters it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.audit import Finding, audit_claim, status_of
from brief.errors import EmptyDocument
from brief.evidence import Claim, Evidence
from brief.ground import ground
from brief.letter.anatomy import Letter
from brief.sentences import sentences
from brief.verification.outcome import SourceState, Verification, wrong
from brief.verification.passages import rest_of
from brief.verification.sources import Shelf

_QUOTED = re.compile(r"“([^“”]{3,})”|\"([^\"]{3,})\"")
_MARKUP = re.compile(r"^\s*(?:#+\s.*|\|.*\||[-=*_]{3,}|<[^>]+>)\s*$", re.MULTILINE)
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)|^\s*(?:[-*•]|\d+[.)])\s+|\[([^\]]*)\]\([^)]*\)", re.MULTILINE)
# Below this share of its words in the nearest sentences, nothing in the sources speaks of what a sentence says.
_NEAR = 0.34


def check_memo(text: str, shelf: Shelf) -> Verification:
    """Check each sentence of `text` against the sentences of the sources that come nearest to it.

    Raises:
        EmptyDocument: The text has no sentence to check.
        InputError: A source cannot be read.
    """
    paths = list(dict.fromkeys(shelf.files()))
    letters = [x for p in paths for x in shelf.letters(p)]
    said = _sentences(text)
    if not said:
        raise EmptyDocument("the brief has no sentence to check")
    checked = [_check(sentence, i, letters) for i, sentence in enumerate(said)]
    statuses = [status_of(found) for found in checked]
    every = [f for found in checked for f in found]
    return Verification(
        kind="text",
        sources=tuple({x.document.name: _state(x) for x in letters}.values()),
        claims=len(said),
        supported=statuses.count("supported"),
        partly=statuses.count("partly"),
        unsupported=statuses.count("unsupported"),
        findings=tuple(f for f in every if f.level != "unsure"),
        notes=tuple(f for f in every if f.level == "unsure"),
        sentences=tuple(said),
    )


def _state(letter: Letter) -> SourceState:
    document = letter.document
    return SourceState(name=document.name, sha256=document.sha256, state="found", path=document.path)


def _sentences(text: str) -> list[str]:
    """The sentences of a brief, without headings, tables and emphasis."""
    plain = _EMPHASIS.sub(lambda m: m[1] or "", _MARKUP.sub("\n", text))
    found = [" ".join(s.of(plain).split()) for s in sentences(plain)]
    return [s for s in found if len(re.findall(r"\w+", s)) >= 3]


def _check(sentence: str, number: int, letters: Sequence[Letter]) -> list[Finding]:
    """The findings of the letter that fits the sentence best."""
    tried = [_against(sentence, letter) for letter in letters]
    best = min(tried, key=_gravity, default=[_nothing(sentence, ())])
    return [f.at(f"sentence.{number + 1}") for f in best]


def _gravity(found: Sequence[Finding]) -> tuple[int, int, int]:
    levels = [f.level for f in found]
    return levels.count("certain"), levels.count("likely"), levels.count("unsure")


def _against(sentence: str, letter: Letter) -> list[Finding]:
    quotes = [m[1] or m[2] for m in _QUOTED.finditer(sentence)]
    quoted = [e for e in ground(quotes, letter) if e.start is not None]
    rest = rest_of(sentence, letter)
    evidence = tuple(dict.fromkeys((*quoted, *rest.evidence)))
    if not evidence:
        return [_nothing(sentence, ())]
    claim = Claim(text=sentence, evidence=evidence)
    found = [f for f in audit_claim(claim, letter, role="sentence") if not _of_the_choice(f, claim)]
    if rest.share < _NEAR and not quoted:
        found.append(_nothing(sentence, rest.evidence))
    return found


def _of_the_choice(finding: Finding, claim: Claim) -> bool:
    """Whether a finding is about the passage as such, which the writer of the memo did not choose."""
    chosen = {e.quote for e in claim.evidence}
    return finding.what.startswith("The passage quoted") or (finding.check == "voice" and finding.words in chosen)


def _nothing(sentence: str, nearest: Sequence[Evidence]) -> Finding:
    what, do = f"No support found for “{sentence[:200]}”.", "Name the passage it rests on, or leave it out."
    return wrong("", what, sentence, "likely", next(iter(nearest), None), check="support", do=do)
