"""Whether words push something on or hold it back: the balance of verbs, turned round by a negation before them."""

from __future__ import annotations

import re

from brief.words import tokens

_ON = re.compile(
    r"\b(support|allow|permit|approv|engag|open|eas(?:e|ing)\b|lift|resum|expand|facilitat|help|assist|cooperat|diplom|talks?\b|trust"
    r"|restor|reopen|welcom|encourag|strengthen|continu|expedit|finish|finali[sz]|advanc|creat|protect|benefit|promot|partner)\w*",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(block|sanction|pressur|cut(?:ting)?\b|stop|halt|ban\b|bann|prohibit|den(?:y|ied|ying|ial)|oppos|reject|restrict|paus"
    r"|isolat|punish|withdraw|suspend|revok|remov|rescind|abandon|limit|curb|prevent|counter|disrupt|prosecut|crack"
    r"|(?<=to )combat|combat(?:ing|ed)\b|hazard|risk|danger|harm|threat|fail)\w*",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(not|no|never|neither|nor|without|cannot|n't|rather than|instead of|stop|end|refus\w*|fail\w*)\b"
    r"(?:(?! (?:and|but) )[^.;,]){0,25}$",
    re.IGNORECASE,
)
_REACH = 40  # characters before a word within which a negation turns it round


def direction(text: str) -> int:
    """Say whether a text is for opening and going on (1), for closing and stopping (-1), or neither clearly (0).

    Deliberately blunt: it tells two sentences on one matter apart where their verbs do, and claims no more.
    """
    balance = sum(_sign(text, m.start()) for m in _ON.finditer(text))
    balance -= sum(_sign(text, m.start()) for m in _BACK.finditer(text))
    return (balance > 0) - (balance < 0)


def pull(text: str) -> str:
    """Return the words by which a text pulls in its direction: of the clauses that such a word opens, the fullest."""
    way = direction(text)
    found = [(m, 1) for m in _ON.finditer(text)] + [(m, -1) for m in _BACK.finditer(text)]
    pulls = sorted(m.start() for m, side in found if side * _sign(text, m.start()) == way)
    return max((_opened(text[at:]) for at in pulls), key=lambda clause: len(tokens(clause)), default="")


_END = re.compile(r"[,;:?!”]|(?<![A-Z])\.(?!\w)|\s(?:--|–|—)|\s(?:that|which|who|and|but|to|by|in order)\s")
_LONGEST = 9  # words of a clause that tells a direction
_LOOSE = re.compile(r"(?:\s(?:of|the|an?|in|on|at|for|from|with|its|their|our|your))+$")


def _opened(text: str) -> str:
    words = _END.split(text, maxsplit=1)[0].split()
    return _LOOSE.sub("", " ".join(words[:_LONGEST]))


def _sign(text: str, at: int) -> int:
    return -1 if _NOT.search(text[max(0, at - _REACH) : at]) else 1
