"""Which words deny or turn what they govern ("not", "refuse"), and which word each denies first."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.audit import lexicon
from brief.audit.words import Token, tokens


def is_negator(token: Token) -> bool:
    """Tell "not", "never", "no", and what ends in "n't"."""
    return token.folded in lexicon.words("negators") or token.folded.endswith("n't")


def is_turning(token: Token) -> bool:
    """Tell a word that turns what it governs into its contrary: "refuse", "block", "instead", "unless"."""
    return token.folded in lexicon.words("turning")


def empty_negation(text: str, token: Token) -> bool:
    """ "No later than", "not only", "no less than", "No. 9" and "whether or not" deny nothing."""
    after = text[token.end : token.end + 24].lower().lstrip(" .")
    before = text[max(0, token.start - 12) : token.start].lower()
    if token.folded == "never" and _HARDER.match(after):
        return True
    return (
        after.startswith(("later than", "only", "more", "fewer", "less", "merely", "just", "doubt", "stated"))
        or (token.folded == "no" and after[:1].isdigit())
        or before.endswith("whether or ")
        or (token.folded == "not" and before.endswith(", if "))
    )


_HARDER = re.compile(r"(?:(?:been|was|were|be)\s+)?(?:more|less|so|as|\w+er)\b")  # "never been harder"


@lru_cache(maxsize=64)
def foci(text: str, wide: bool = False) -> tuple[Token, ...]:
    """Return the words that the negations of a text deny first: the content word right after "not", "never", "n't".

    "Not a treaty", "not all" and "nothing" set off a thing rather than deny a doing, and have none. `wide` counts
    "without", "against" and "refrain" as negations.
    """
    every = tokens(text)
    found = []
    for i, token in enumerate(every):
        denies = (is_negator(token) and token.folded not in PRONOUNS) or (wide and token.folded in WIDER)
        if not denies or empty_negation(text, token):
            continue
        following = every[i + 1 : i + 6]
        if token.folded == "not" and following and _sets_off(every[i - 1] if i else None, following[0]):
            continue
        for t in following:
            if t.text in ";:.?!—–,":
                break
            if t.is_content and not t.folded.endswith("ly"):
                found.append(t)
                break
    return tuple(found)


def _sets_off(before: Token | None, after: Token) -> bool:
    named = before is not None and before.folded in ("and", "but", ",") and after.text[0].isupper()
    return named or after.folded in _SETS_OFF


PRONOUNS = frozenset({"none", "nobody", "nothing", "neither", "nor", "nowhere", "without"})
WIDER = frozenset({"without", "against", "refrain"})
_SETS_OFF = frozenset(
    {"a", "an", "the", "all", "in", "on", "by", "for", "at", "from", "with", "every", "everyone", "that"}
)
