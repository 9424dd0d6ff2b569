"""How many, how much and when: all for some, only put in, at most for at least, before for after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from brief.audit.finding import Finding, Level
from brief.audit.passage import Passage
from brief.audit.words import Token, alike, tokens

# Classes of words of which one in another's place, over the same thing, says something else.
_ALL = frozenset("all every each entire whole everyone everybody universally unanimously unanimous".split())  # noqa: SIM905
_SOME = frozenset("some several certain many most few two three four five half part mostly one".split())  # noqa: SIM905
_NONE = frozenset("no none neither nobody".split())  # noqa: SIM905
_SPEAKS_OF_ALL = _ALL | {"any", "both", "throughout", "across", "overall"}
_ONLY = re.compile(
    r"(?<!not )(?<!the )(?<!if )\b(?:only|solely|exclusively|alone)\b(?! (?:if|when|after|once|by|in|to|"
    r"recently|then)\b)",
    re.IGNORECASE,
)
_LIKE_ONLY = re.compile(
    r"\b(?:only|sole\w*|exclusiv\w*|alone|just|mere\w*|nothing but|no (?:other|one|more)|other than|limit\w*|"
    r"but (?:a|one)|single|"
    r"unless|until|except\w*|none|nobody|never|not|cannot|simply|purely|all|last|remaining|few\w*|little|"
    r"restrict\w*|no)\b|n[’']t\b",
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


def check(text: str, passage: Passage) -> list[Finding]:
    """Object to a quantifier, a bound, an "only" or a word of time order that the passage does not have over the same.

    Proves that the other word stands over the same noun, or that no word of the kind stands in the passage at all.
    """
    if not passage.evidence:
        return []
    clash = next(_clashes(text, passage), None)
    if clash is None:
        return []
    said, given = clash
    what = f"The claim says “{said}” where the passage says “{given}”." if given else f"The claim puts in “{said}”."
    level: Level = "likely" if given or _MORE.search(passage.sentence) else "unsure"
    return [passage.finding("modality", said, what, level)]


# What an "only" that is put in leaves out.
_MORE = re.compile(
    r"\b(?:and|other|others|also|including|in part|partly|multiple|several|many|more|all)\b", re.IGNORECASE
)


def _clashes(text: str, passage: Passage) -> Iterator[tuple[str, str]]:
    yield from _quantified(text, passage.sentence)
    yield from _ordered(text, passage.sentence)
    yield from _bounded(text, passage.sentence)
    only = _ONLY.search(text)
    if only and not _LIKE_ONLY.search(passage.sentence):
        yield only.group(), ""


def _quantified(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    """ "All counties" for "five counties", "some comments" for "all comments"."""
    mine, theirs = tokens(text), tokens(sentence)
    for i, token in enumerate(mine):
        kind = _kind(mine, i)
        noun = _noun(mine, i) if kind else None
        if noun is None:
            continue
        found = [(t, _over(theirs, j)) for j, t in enumerate(theirs) if t.is_content and _same(t, noun)]
        words = [w for _, over in found for w in over]
        others = [w for w in words if _rank(w) not in ("", kind)]
        agree = any(_rank(w) == kind or (kind == "all" and w.folded in _SPEAKS_OF_ALL) for w in words)
        if others and not agree:
            yield f"{token.text} {noun.text}", others[0].text


def _kind(every: Sequence[Token], i: int) -> str:
    """The class of a quantifier that stands over a noun; "at all", "not all" and "all but" are none."""
    before = every[i - 1].folded if i else ""
    after = every[i + 1].folded if i + 1 < len(every) else ""
    if before in ("not", "at", "above", "after", "of") or after in ("but", "of", "else"):
        return ""
    return _rank(every[i])


def _rank(token: Token) -> str:
    return (
        "all" if token.folded in _ALL else "some" if token.folded in _SOME else "none" if token.folded in _NONE else ""
    )


def _noun(every: Sequence[Token], i: int) -> Token | None:
    """The noun after a quantifier: the last of the words of content that follow it without a break, at most three."""
    run: list[Token] = []
    for t in every[i + 1 : i + 4]:
        if not t.is_content:
            break
        run.append(t)
    return run[0] if len(run) == 1 else run[1] if len(run) > 1 else None


def _over(every: Sequence[Token], j: int) -> list[Token]:
    """The words up to three places before a noun, in its own phrase."""
    found: list[Token] = []
    for t in reversed(every[max(0, j - 3) : j]):
        if not t.is_word or t.folded in ("of", "in", "to", "for", "and", "that", "which", "by", "from"):
            break
        found.append(t)
    return found


def _same(a: Token, b: Token) -> bool:
    return a.stem == b.stem or alike(a.stem, b.stem)


def _ordered(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    """ "Before the attack" for "after the attack"."""
    mine, theirs = _timed(text, _FOLLOW), _timed(sentence, _WITHIN)
    for token, late, after in mine:
        same = [t for t, other, words in theirs if other == late and _share(after, words)]
        turned = [t for t, other, words in theirs if other != late and _share(after, words)]
        if turned and not same:
            yield token.text, turned[0].text


@lru_cache(maxsize=64)
def _timed(text: str, reach: int) -> tuple[tuple[Token, bool, tuple[Token, ...]], ...]:
    """The words of time order: each with whether it means later, and the words of content that follow."""
    every = tokens(text)
    return tuple(
        (t, t.folded in _AFTER, tuple(w for w in every[i + 1 :] if w.is_content)[:reach])
        for i, t in enumerate(every)
        if t.folded in _BEFORE or (t.folded in _AFTER and (t.folded != "since" or _SINCE_WHEN.match(text, t.end)))
    )


def _share(a: Sequence[Token], b: Sequence[Token]) -> bool:
    return any(x.stem == y.stem for x in a for y in b)


def _bounded(text: str, sentence: str) -> Iterator[tuple[str, str]]:
    """ "At most six" for "at least six": only where each side has one kind of bound."""
    for own, other in ((_LEAST, _MOST), (_MOST, _LEAST)):
        said, given = own.search(text), other.search(sentence)
        if said and given and not own.search(sentence) and not other.search(text):
            yield said.group(), given.group()
