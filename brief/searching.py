"""Texts and patterns made ready for quick search: small letters in their places, words told by their first letter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

_LONG = 2000
"""Characters from which on a text is a letter or a document, to be kept: a sentence is made again as soon as found."""


def lowered(text: str) -> str:
    """Return a text in small letters, each character in its place."""
    return _kept(text) if len(text) >= _LONG else _lowered(text)


def _lowered(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[0] for c in text)  # "İ" becomes two


_kept = lru_cache(maxsize=4)(_lowered)


def any_word(words: Iterable[str], *others: str) -> str:
    """Return a pattern that finds where one of some words, or of some patterns that open with a letter, begins.

    The engine skips at one glance what begins with none of the first letters, if nothing stands before these in the
    pattern, and if case counts: so words are parted by their first letters, the border is looked for behind it, and
    a text is searched in small letters. It takes a fifth of the time of an alternation after a border, in any case.

    Args:
        words: In small letters, for a text in small letters.
        others: More patterns, which open with a character or a set and need no border before it: put behind the words
            with a "|", they would hide the first letters from the engine.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    by_letter = [rf"{first}(?<=\b{first})(?:{'|'.join(rest)})" for first, rest in rests.items()]
    return "(?:" + "|".join([*by_letter, *others]) + ")"
