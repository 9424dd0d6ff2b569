"""What the first sum or share in a sentence is of: two sums can only disagree where they are sums of one thing."""

from __future__ import annotations

import re
from itertools import pairwise

from brief.words import tokens

AMOUNT = re.compile(r"\$\s?\d(?:[\d,.]*\d)?(?:\s(?:thousand|million|billion|trillion))?|\b\d[\d,.]*\s?(?:%|percent)")
_BESIDE = 60  # characters on either side of a sum in which what it is a sum of is named
_JOINED = re.compile(r"\b[a-z]+(?:-[a-z]+)+\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]{3,}")
_YEARLY = re.compile(r"\b(?:annual(?:ly)?|yearly|(?:per|a|each|every) year)\b", re.IGNORECASE)


def beside(quote: str) -> frozenset[tuple[str, str]]:
    """Return what is named beside the first sum of a sentence, two topic words at a time, or as one of several."""
    near = _around(quote)
    joined = ((m.group().casefold(), "") for m in _JOINED.finditer(near))
    return frozenset((*pairwise(t for t in tokens(near) if t.isalpha()), *joined))


def other_names(a: str, b: str) -> bool:
    """Tell whether each first sum stands beside a name that the other lacks: sums for two towns don't disagree."""
    x, y = ({m.group() for m in _NAME.finditer(_around(q))} for q in (a, b))
    return bool(x - y) and bool(y - x)


def is_yearly(quote: str) -> bool:
    """Tell whether the first sum of a sentence is one for each year."""
    return bool(_YEARLY.search(_around(quote)))


def _around(quote: str) -> str:
    found = AMOUNT.search(quote)
    return quote[max(0, found.start() - _BESIDE) : found.end() + _BESIDE] if found else ""
