"""Which letter each clause of a comparison's own prose speaks of: A, B, both, neither, or one alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Who = Literal["a", "b", "both", "neither", "only_a", "only_b"]

_NAME = r"(?:(?:[Tt]he\s)?[^\W\d_][^;:.()“”]{1,80}?\sletter\s\(|[Ll]etters?\s\(?)"
# "A" is a letter's name but at the opening of a sentence, where it may be the article: there a verb has to follow.
_VERB_FOLLOWS = (
    r"(?=[’']s\s|[,:]|\s(?:and\sB|alone|[a-z]+s|would|will|does|did|was|has|had|can|could|may|must|should|never)\b)"
)
_SUBJECT = re.compile(
    r"(?P<only>\b(?:[Oo]nly|[Aa]lone)\s)?(?:"
    rf"{_NAME}(?P<full>[AB])\b\)?(?:,\sas\sreported,)?"
    r"|(?P<both>\bBoth(?:\sof\sthem|\sletters|\ssides)?\b|\bboth\b(?!\s[A-Z“]|\s(?:the|a|an|its|their|his|her|our|your|of\sthe)\b)"
    r"(?:\sof\sthem|\sletters|\ssides)?|\bThey\b(?!\s(?:part|differ|disagree)\b)|\b[Ee]ach\s(?:letter|side)\b"
    r"|\bThe\s(?:two\s)?letters\b(?!\s(?:part|differ|disagree)\b)|\bA\sand\sB\b)"
    r"|(?P<neither>\b[Nn]either(?:\sletter|\sside|\sof\sthem)?\b)"
    r"|(?P<parting>\b(?:They|The\s(?:two\s)?letters)\s(?:part|differ|disagree)\b)"
    rf"|(?P<short>(?<=[\w,;:’'”)]\s)[AB]\b(?!\.\s[A-Z])|(?<![\w-])(?<!“)(?:B\b|A{_VERB_FOLLOWS}))"
    r")(?P<alone>\s(?:alone|only)\b)?(?:[’']s\b)?"
)  # fmt: skip
_STOP = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?:\.(?=\s[A-Z“]|\s*$)|;|:(?=\s[^“]))")
_PART = re.compile(
    r"\b(?:Part|Schedule|Plan|Class|Title|Hepatitis|Section|Appendix|Annex|Exhibit|Grade|Vitamin|Category|Phase|Group|Tier"
    r"|Type|Categories|(?:Part|Schedule|Plan|Title|Section|Phase|Group)s) (?:A and )?[AB]$"
)
_QUOTED = re.compile(r"“[^”]*”")
_DENIED = re.compile(
    r"\W*(?:(?:does|do|did|is|are|was|were|would|will|has|have|can|could|should)\s*(?:not|n[’']t)|cannot|never"
    r"|no longer|neither|nowhere)\b\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says of a letter.

    Args:
        who: Of which letter, of both or neither, or of one alone.
        text: What it is said to do, without its name.
        denied: Whether the doing itself is denied ("does not ask for …").
    """

    who: Who
    text: str
    denied: bool = False


@lru_cache(maxsize=256)
def clauses(text: str) -> tuple[Said, ...]:
    """Split a comparison's sentences into what they say of each letter, in order.

    A clause reaches from its subject to the next subject, ";" or the end of its sentence; words before any subject, and
    what the letters are said to part on, belong to none; words in quotation marks open no clause.
    """
    found: list[Said] = []
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    subjects = [m for m in _SUBJECT.finditer(text) if not any(s < m.start() < e for s, e in quoted)]
    subjects = [m for m in subjects if not ((m["short"] or m["both"]) and _PART.search(text, 0, m.end()))]
    for i, m in enumerate(subjects):
        following = subjects[i + 1].start() if i + 1 < len(subjects) else len(text)
        start = m.end() + (text[m.end() : m.end() + 1] in (":", ","))  # "A: exports feed it"
        stop = _STOP.search(text, start, following)
        said = text[start : stop.start() if stop else following].strip(" ,;:.")
        who = _who(m)
        if who is not None and said:
            denied = _DENIED.match(said)
            found.append(Said(who, said[denied.end() :] if denied else said, bool(denied) or who == "neither"))
    return tuple(found)


def _who(m: re.Match[str]) -> Who | None:
    if m["parting"]:
        return None
    if m["both"]:
        return "both"
    if m["neither"]:
        return "neither"
    alone = bool(m["only"] or m["alone"])
    if (m["full"] or m["short"].strip()) == "A":
        return "only_a" if alone else "a"
    return "only_b" if alone else "b"
