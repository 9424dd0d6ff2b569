"""Words that a printed page broke at the ends of its lines are made whole again, as the reader of the page does."""

from __future__ import annotations

import re

from brief.lines import keeps_hyphen

_BROKEN = re.compile(
    r"(?<![^\W\d_])(?P<word>[^\W\d_][\w'’-]*)[-\u2010\u2011](?P<gap>[ \t]*\n(?P<indent>[ \t\xa0]*))"
    r"(?P<rest>[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+)*)(?P<marks>[^\w\s]*)(?:(?!\S)|(?<=[—–]))(?P<space>[ \t]*\n?)"
)
_SUSPENDED = frozenset(["and", "or", "nor", "to", "but", "versus"])
"""After these a hyphen stands for a word still to come: "short- and long-term"."""
_NO_WORD = re.compile(r"[/@\\]")
_LONGEST = 40  # characters of a word


def rejoined(text: str) -> str:
    """Return a text with its words whole: "there-" at a line's end and "fore" below it become "therefore" above.

    The line break moves behind the word, and the indentation below it stays, so that lines and lists keep their form.
    A hyphen that belongs to the word ("long-term") is kept: where the text itself writes the word within a line it is
    followed, else what is known of first parts of words. No other character is changed, added or taken away.
    """
    if not any(hyphen.search(text) for hyphen in _MAY_BREAK):
        return text
    known = frozenset(_WORD.findall(text.lower()))
    return _BROKEN.sub(lambda found: _whole(found, known), text)


_MAY_BREAK = tuple(re.compile(rf"{hyphen}[ \t]*\n") for hyphen in "-\u2010\u2011")
"""One for each hyphen: a text is searched for one character far faster than for any of three."""
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w-])")


def _whole(found: re.Match[str], known: frozenset[str]) -> str:
    word, rest = found["word"], found["rest"]
    before = found.string[max(0, found.start() - _LONGEST) : found.start()].rpartition("\n")[2].rpartition(" ")[2]
    if rest in _SUSPENDED or not rest[0].islower() or _NO_WORD.search(before) or len(word) > _LONGEST:
        return found[0]
    hyphen = "-" if _belongs(word, rest, known) else ""
    last = "\n" in found["space"]
    return f"{word}{hyphen}{rest}{found['marks']}\n" + ("" if last else found["indent"])


def _belongs(word: str, rest: str, known: frozenset[str]) -> bool:
    """Tell whether the hyphen is the word's own."""
    stem, end = word.lower(), rest.lower()
    if stem + end in known:
        return False
    return f"{stem}-{end}" in known or len(word) == 1 or keeps_hyphen(word, rest)
