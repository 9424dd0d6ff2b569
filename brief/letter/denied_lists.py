"""Lead-ins of lists of what is not wanted: "We urge you not to:", "We urge you to reject any bill that would:"."""

from __future__ import annotations

import re

_KEYS = ("not", "n't", "n’t", "never", "refrain", "avoid", "no ", "stop", "cease", "desist", "against")
NEVER = r"under no circumstances?|at no (?:time|point)|in no (?:case|event|way)|on no account"
"""What denies a clause from its beginning, as a pattern."""
ADVISED_AGAINST = r"(?:advise|urge|warn|caution|recommend|decide|vote)[sd]? (?:you )?against"
"""What asks that a thing be left undone, as a pattern."""
_MODAL = r"(?:should|must|shall|may|can|could|will|would|ought)"
_DEED = (
    r"(?:\b(?:to|be|ever|again|further|take|taking|do|doing|make|making|allow|permit|adopt|pursue|consider|carry out|"
    r"engage|engaging|in|on|any|all|either|of|the|these|those|such|following|actions?|steps?|things?|measures?|changes?|below|"
    r"[a-z]+ly)\b ?)*"
)
_DENIES_BELOW = re.compile(
    r"(?:\b(?:(?:can)?not(?! only\b)|never|refrain(?:ing)? from|avoid|stop|cease|desist from|"
    rf"{ADVISED_AGAINST})|n['’]t)\b ?{_DEED}:\W*$|"
    rf"\b(?:{NEVER}|never|nor),? {_MODAL} (?:[^ :;]+(?: |(?=:))){{0,8}}?{_DEED}:\W*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:why|whether|if|unless|until)\b[^;:]*$")
"""Before a denial: what it says is asked about, or a condition."""


def denies_below(lead: str) -> bool:
    """Tell whether a sentence that leads in a list says of its items that they are not to be done.

    The denial must reach the colon: "we cannot agree until you:" leads in what *is* wanted.
    """
    low = " ".join(lead.lower().split())
    denied = _DENIES_BELOW.search(low) if ":" in low[-3:] and any(key in low for key in _KEYS) else None
    return denied is not None and not _ASKED.search(low, 0, denied.start())


_TELLS_BELOW = re.compile(
    r"(?:\b(?:that|which|who) (?:would|will|could|can|may|might|does|do)(?: (?:also|either|not|[a-z]+ly))*|, which|"
    r"\b(?:any|every|all|no|an?|the) (?:[\w’'-]+ ){1,4}?that):\W*$"
)
_AGAINST = re.compile(
    r"\b(?:oppos\w+|reject\w*|object(?:ion)?s? to|prevent\w*|block\w*|prohibit\w*|ban|stop\w*|halt\w*|withdraw\w*|"
    r"rescind\w*|repeal\w*|veto\w*|abandon\w*|against)\b(?:(?!,(?! which)| and | or | we | I | ask| urg)[^;:])*:?"
)
_DOING = re.compile(rf"\b(?:to|from) ?{_DEED}:$")
"""What is opposed is itself to do what the items name: a plan to, to prevent them from."""


def opposes_below(lead: str) -> bool:
    """Tell whether the items of a list say what a thing does that the lead-in opposes: "We oppose any plan to:"."""
    against = _AGAINST.search(lead) if ":" in lead[-3:] else None
    return against is not None and bool(_TELLS_BELOW.search(lead, against.start()) or _DOING.search(against.group()))
