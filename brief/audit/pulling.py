"""Words that work against what they are done to ("conceal", "pardon"): a passage without any does not say them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from brief.audit import lexicon
from brief.audit.finding import Finding, Level, Role
from brief.audit.passage import Passage
from brief.audit.polarity import is_negator, is_turning
from brief.audit.thesaurus import reach
from brief.audit.words import Token, stem, tokens

_MINIMAL = frozenset("little minimal less no not never without hardly nor".split())  # noqa: SIM905
_STANCE = frozenset(map(stem, ("oppose", "resist", "object", "protest", "question", "doubt")))
_UNEASY = frozenset("against concern concerns concerned concerning wrong".split())  # noqa: SIM905


@cache
def _bases(name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in lexicon.words(name):
        found[stem(word)] = (*found.get(stem(word), ()), word)
    return found


def is_of(name: str, token: Token) -> bool:
    """Tell whether a token is a form of a word of the list `name`: of its stem, and spelt like it."""
    bases = _bases(name).get(token.stem, ()) if len(token.folded) > 2 else ()
    return any(token.folded.startswith(b.rstrip("ey")) for b in bases)


def check(text: str, passage: Passage, role: Role) -> list[Finding]:
    """Object to a word that works against its object where the passage has neither it nor one of its kind.

    Proves that no word of stopping, hiding, weakening, blaming or denying stands in the passage, so far as lists go.
    A headline may take one from elsewhere in the letter, and a position may be worded as opposition.
    """
    if not passage.evidence:
        return []
    every = tokens(text)
    strange = [t for i, t in enumerate(every) if _strange(every, i, passage, role)]
    if not strange or any(_works_against(t) for t in tokens(passage.sentence)):
        return []
    word = strange[0].text
    level: Level = "likely" if role in ("action", "bottom_line") else "unsure"  # what is asked, or only told
    return [passage.finding("polarity", word, f"The claim says “{word}”; the passage has nothing of that kind.", level)]


def _strange(every: Sequence[Token], i: int, passage: Passage, role: Role) -> bool:
    token = every[i]
    named = token.text[0].isupper() and i > 0
    if named or not is_of("pulling", token) or token.stem in reach(passage.sentence):
        return False
    if any(t.folded in _MINIMAL for t in every[max(0, i - 2) : i]) or (role == "position" and token.stem in _STANCE):
        return False
    return role not in ("bottom_line", "title") or token.stem not in reach(passage.letter.text)


def _works_against(token: Token) -> bool:
    return is_of("pulling", token) or is_negator(token) or is_turning(token) or token.folded in _UNEASY
