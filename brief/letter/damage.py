"""Text that a bad scan has damaged: told to the reader, and mended for the rules character for character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from brief.searching import any_word

_REACH = 20_000  # characters that are looked at
_FEWEST = 4  # signs: one or two are slips of the pen
_APART = 600  # characters of text to a sign, at most

_DIGIT_WITHIN = re.compile(r"\b[A-Za-z]{1,12}[01][a-z]{1,14}\b|\b0[A-Z]\b|\b[A-Z][a-z]*0[a-z]+\b")
_MIXED = re.compile(r"[01](?:(?<=[A-Za-z].)[a-z]|(?<=0)[A-Z])")
"""What must stand in a text for `_DIGIT_WITHIN` to be in it: words are many, and noughts and ones few."""
_LETTER_IN_NUMBER = re.compile(r"\b\d[\d,.]*[OolI][\dOolI,]*(?:th|st|nd|rd)?\b|\bl\d{3}\b|\b[OI],\d{3}\b")
_SPLIT_WE = re.compile(any_word([r"W e\b", r"T he\b", r"Y ou\b", r"I t\b(?= is)"]))
_SMALL_ELL = re.compile(any_word([r"l(?=[fnst]\s{1,3}[a-z])"]))
_RN = re.compile(r"e(?<=[a-z]e)rnber[a-z]*|o(?<=[a-z]o)(?:vrn|rnrn)[a-z]*|r(?<=[a-z]r)(?:nent|nber|nunity)[a-z]*")
_LOOSE_STOP = re.compile(r"(?<=[\w’')]) ([,.;:?!])(?=\s|$)")
_SIGNS = (_SPLIT_WE, _DIGIT_WITHIN, _LETTER_IN_NUMBER, _SMALL_ELL, _RN)
_KEYS = tuple(map(re.compile, ("W e ", "rn(?:ent|ber)", " (?:l[sf] |[,?])", "\nl[sf] ", "OO")))
"""One of these stands in every damaged text: a sound one needs no closer look."""
_FORMULA = re.compile(r"(?i)(?:co2|h2o|b2b|p2p|o2|n2o|v2x|w2|k1|h1b?|l1|e1|s1|a1c?)")
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SHOWN = 3  # signs that the note quotes


@lru_cache(maxsize=4)  # a document and its letter, each asked for more than once
def damage(text: str) -> tuple[str, ...]:
    """Return the signs that a text was damaged by a scan, as they stand in it; none if there are only a few.

    Args:
        text: A letter's text, its head and its signatures included.
    """
    head = text[:_REACH]
    if not any(key.search(head) for key in _KEYS):
        return ()
    found = list(dict.fromkeys(_signs(head)))
    loose = len(_LOOSE_STOP.findall(head))
    count = len(found) + (loose if loose > _FEWEST else 0)
    return tuple(found) if len(found) >= _FEWEST - 1 and count >= max(_FEWEST, len(head) // _APART) else ()


def _signs(text: str) -> Iterator[str]:
    for pattern in _SIGNS if _MIXED.search(text) else tuple(p for p in _SIGNS if p is not _DIGIT_WITHIN):
        for m in pattern.finditer(text):
            before, after = text[max(0, m.start() - 30) : m.start()], text[m.end() : m.end() + 30]
            whole = before[len(before.rstrip(_LETTERS)) :] + m[0] + after[: len(after) - len(after.lstrip(_LETTERS))]
            if not _FORMULA.fullmatch(m[0]):
                yield whole


def damaged_note(text: str) -> str | None:
    """Return what the reader should be told of a damaged text, or None."""
    found = damage(text)
    if not found:
        return None
    shown = ", ".join(f"“{sign}”" for sign in found[:_SHOWN])
    may = "asks, names, dates and figures may have been missed or misread"
    return f"The text looks damaged, as by a scan ({shown}): {may}."


def mended(text: str) -> str:
    """Return a damaged text with what is plainly misread set right, character for character; any other as it is."""
    if not damage(text):
        return text
    for pattern, mend in _MENDS:
        text = pattern.sub(mend, text)
    return text


def _number(found: re.Match[str]) -> str:
    digits = found[0].rstrip("thsnrd")
    return digits.translate(_AS_DIGITS) + found[0][len(digits) :]


def _word(found: re.Match[str]) -> str:
    if _FORMULA.fullmatch(found[0]):
        return found[0]
    ring = "O" if found[0].isupper() else "o"
    return re.sub(r"(?<=[A-Za-z])0|0(?=[A-Za-z])", ring, found[0]).replace("1", "l")


def _rn(found: re.Match[str]) -> str:
    return found[0].replace("rn", "m", 1).ljust(len(found[0]))


_AS_DIGITS = str.maketrans("OolI", "0011")
_MENDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_SPLIT_WE, lambda m: m[0].replace(" ", "") + " "),
    (_LETTER_IN_NUMBER, _number),
    (_DIGIT_WITHIN, _word),
    (_SMALL_ELL, lambda _: "I"),
    (_RN, _rn),
)
