"""How many, how much and when: all for some, only put in, at most for at least, before for after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.words import Token, alike, tokens

# Classes of words of which one in another's place, over the same thing, says something else.
_ALL = frozenset("all every each entire whole everyone everybody universally unanimously unanimous".split())  # noqa: SIM905
_SOME = frozenset("some several certain many most few two three four five half part mostly one".split())  # noqa: SIM905
_NONE = frozenset("no none neither nobody".split())  # noqa: SIM905
_KINDS = (("all", _ALL), ("some", _SOME), ("none", _NONE))
_SPEAKS_OF_ALL = _ALL | {"any", "both", "throughout", "across", "overall"}
_ONLY = re.compile(
    r"(?<!not )(?<!the )(?<!if )\b(?:only|solely|exclusively|"
    r"alone)\b(?! (?:if|when|after|once|by|in|to|recently|then)\b)",
    re.IGNORECASE,
)
_LIKE_ONLY = re.compile(
    r"\b(?:only|sole\w*|exclusiv\w*|alone|just|mere\w*|nothing but|no (?:other|one|more)|other than|limit\w*|"
    r"but (?:a|one)|single|unless|until|except\w*|none|nobody|never|not|cannot|simply|purely|all|last|remaining|"
    r"few\w*|little|restrict\w*|no)\b|n[’']t\b",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:at least|at a minimum|at the (?:very )?least|no (?:fewer|less) than|not less than|upwards? of|more than|"
    r"over(?= \$?\d)|or more|minimum)\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:at (?:the )?most|up to(?= (?:an? |the )?[\d$a-z]+)|as (?:many|much) as|no more than|not more than|"
    r"at a maximum|fewer than|less than|under(?= \$?\d)|or (?:fewer|less)|maximum)\b",
    re.IGNORECASE,
)
_BEFORE = frozenset("before prior ahead until".split())  # noqa: SIM905
_AFTER = frozenset("after following since afterwards afterward once".split())  # noqa: SIM905
_SINCE_WHEN = re.compile(
    r"\s+(?:then|[A-Z\d]|(?:the|its|their|his|her|last|early|late)\b)"
)  # else "since" gives a reason
_FOLLOW = 3  # words of content after a word of time that it may speak of
_WITHIN = 5


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to a quantifier, a bound, an "only" or a word of time order that the passage does not have over the same.

    Proves that the other word stands over the same noun, or that no word of the kind stands in the passage at all.
    """
    said, given = next(_clashes(text, passage.sentence), ("", ""))
    if given:
        yield passage.instead("modality", said, given)
    elif said and _MORE.search(passage.sentence):
        yield passage.finding("modality", said, f"The claim puts in “{said}”.")


# What an "only" that is put in leaves out.
_MORE = re.compile(
    r"\b(?:and|other|others|also|including|in part|partly|multiple|several|many|more|all)\b", re.IGNORECASE
)


def _clashes(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    yield from _quantified(text, sentence)
    yield from _ordered(text, sentence)
    yield from _bounded(text, sentence)
    only = _ONLY.search(text)
    if only and not _LIKE_ONLY.search(sentence):
        yield only.group(), ""


def _quantified(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    """ "All counties" for "five counties", "some comments" for "all comments"."""
    mine, theirs = tokens(text), tokens(sentence)
    for i, token in enumerate(mine):
        kind = _kind(mine, i)
        noun = _noun(mine, i) if kind else None
        if noun is None:
            continue
        words = [w for j, t in enumerate(theirs) if t.is_content and alike(t.stem, noun.stem) for w in _over(theirs, j)]
        other = next((w.text for w in words if _rank(w) not in ("", kind)), "")
        agree = any(_rank(w) == kind or (kind == "all" and w.folded in _SPEAKS_OF_ALL) for w in words)
        if other and not agree:
            yield f"{token.text} {noun.text}", other


def _kind(every: Sequence[Token], i: int) -> str:
    """The class of a quantifier that stands over a noun; "at all", "not all" and "all but" are none."""
    before = every[i - 1].folded if i else ""
    after = every[i + 1].folded if i + 1 < len(every) else ""
    if before in ("not", "at", "above", "after", "of") or after in ("but", "of", "else"):
        return ""
    return _rank(every[i])


def _rank(token: Token) -> str:
    return next((kind for kind, words in _KINDS if token.folded in words), "")


def _noun(every: Sequence[Token], i: int) -> Token | None:
    """The noun after a quantifier: the last but one of the words of content that follow it without a break."""
    run = list(takewhile(lambda t: t.is_content, every[i + 1 : i + 4]))
    return run[min(len(run), 2) - 1] if run else None


def _over(every: Sequence[Token], j: int) -> list[Token]:
    """The words up to three places before a noun, in its own phrase."""
    return list(takewhile(lambda t: t.is_word and t.folded not in _JOINING, reversed(every[max(0, j - 3) : j])))


_JOINING = frozenset("of in to for and that which by from".split())  # noqa: SIM905


def _ordered(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    """ "Before the attack" for "after the attack"."""
    mine, theirs = _timed(text, _FOLLOW), _timed(sentence, _WITHIN)
    for token, late, after in mine:
        over = [(other, t.text) for t, other, words in theirs if {w.stem for w in words} & {w.stem for w in after}]
        if over and all(other != late for other, _ in over):
            yield token.text, over[0][1]


@lru_cache(maxsize=64)
def _timed(text: str, reach: int) -> tuple[tuple[Token, bool, tuple[Token, ...]], ...]:
    """The words of time order: each with whether it means later, and the words of content that follow."""
    every = tokens(text)
    return tuple(
        (t, t.folded in _AFTER, tuple(w for w in every[i + 1 :] if w.is_content)[:reach])
        for i, t in enumerate(every)
        if t.folded in _BEFORE or (t.folded in _AFTER and (t.folded != "since" or _SINCE_WHEN.match(text, t.end)))
    )


def _bounded(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    """ "At most six" for "at least six": only where each side has one kind of bound."""
    for own, other in ((_LEAST, _MOST), (_MOST, _LEAST)):
        said, given = own.search(text), other.search(sentence)
        if said and given and not own.search(sentence) and not other.search(text):
            yield said.group(), given.group()
