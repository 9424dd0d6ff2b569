"""A row of a comparison as the audit reads it: two claims, what is said of them, and which way its reason leans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from brief.audit.attribution import clauses
from brief.audit.opposition import said
from brief.drafts import Aspect, Relation
from brief.evidence import Claim


@dataclass(frozen=True)
class Row:
    """A row of a comparison: the claims that it sets side by side, and what it says of them.

    Args:
        letters: The stems of all that each letter says, where it is at hand: for reasons in words of their own.
    """

    topic: str
    relation: Relation
    aspect: Aspect
    a: Claim | None
    b: Claim | None
    why: str = ""
    letters: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    @cached_property
    def words(self) -> str:
        """All that the row's claims say and quote, and its topic."""
        return " ".join([self.topic, *(said(c) for c in (self.a, self.b) if c)])

    @cached_property
    def lean(self) -> str:
        """What its reason speaks of: `alike`, `apart`, or "" if it does not tell."""
        return lean_of(self.why)


_TOGETHER = re.compile(
    r"\b(?:both|neither|each|the same|alike|likewise|equally|in common|together|too(?=[.,;]|$)|as well|also|agrees?"
    r"|shares?)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"^\W*(?:both|neither|they|the two|A and B)\b", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:differ(?:s|ent|ence|ently)?|disput\w*|contradict\w*|contrary|oppos\w*|opposite|reject\w*|den(?:y|ies)|against"
    r"|prevents?|whereas|while|unlike|instead|rather|but|only|none|part(?:s)?\b(?! of)|earlier|later|sooner|stricter"
    r"|softer|milder|stronger|weaker|harder|firmer|narrower|wider|broader|further|higher|lower|more|less|fewer|not)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:differ(?:s|ent|ence)?|disput\w*|contradict\w*|contrary|oppos\w*|reject\w*|den(?:y|ies)|against|prevents?|whereas|while|"
    r"unlike|instead|rather|but|none|not|never)\b",
    re.IGNORECASE,
)


def lean_of(why: str) -> str:
    """Tell whether a reason speaks of what the letters share (`alike`), of what parts them (`apart`), or of neither.

    "Both want it" leans one way, "A wants it, B does not" the other; "both" with a contrast ("Both want it; A sooner")
    leans neither way, but where it says itself that they differ (`different`).
    """
    if not why.strip():
        return ""
    sides = {s.who[-1] for s in clauses(why) if s.who in ("a", "b", "only_a", "only_b")}
    plain = re.sub(r"“[^”]*”", "“”", why)
    if _LEADS.search(plain):
        if re.search(r"\bdiffer", plain, re.IGNORECASE):
            return "different"
        return "" if _AGAINST.search(plain) or len(sides) == 2 else "alike"
    if _TOGETHER.search(plain):
        return "apart" if re.search(r"\bcontradict|\bcontrary|\boppos", plain, re.IGNORECASE) else ""
    return "apart" if len(sides) == 2 or _APART.search(plain) else ""
