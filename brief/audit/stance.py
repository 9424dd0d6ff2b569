"""Which side a position takes: its own words, the words that push before it, and those of its passage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.words import one_line
from brief.direction import direction
from brief.drafts import Stance

_FOR = re.compile(
    r"\b(?:support\w*|favo[u]?r\w*|endors\w+|welcom\w+|commend\w*|applaud\w*|back(?:s|ed|ing)?|appreciat\w+|"
    r"agree\w*|stand ready|defend\w*)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:oppos\w+|object\w*|condemn\w*|reject\w*|against|disagree\w*|denounc\w+|disapprov\w+|deplor\w+|unacceptable|"
    r"criticiz\w+|(?:deep|grave|serious|strong)(?:ly)? concern\w*|wrong|mistake\w*|outrag\w+|alarm\w*|troubl\w+|"
    r"disturb\w*|fail\w*|den(?:y|ied|ial)|not|never|cannot|no|neither|avoid\w*|refrain\w*|without|refus\w+|stop|halt|"
    r"end|suspend\w*|revers\w+|repeal\w*|cancel\w*|exclud\w+|block\w*|prevent\w*|prohibit\w*|rescind|withdraw\w*|"
    r"revoke|ban\w*|concern\w*|danger\w*|threat\w*|risk\w*|worr\w+|misguided|harm\w*)\b",
    re.IGNORECASE,
)


def check(stance: Stance, text: str, passage: Passage) -> Iterator[Finding]:
    """Compare a stance with the claim's own words and with the passage's.

    Proves that words of the other side stand alone there; a passage can oppose one thing to support another, so a mixed
    one objects to nothing.
    """
    why = _wrong(stance, text, passage) if stance in ("supports", "opposes") and passage.evidence else ""
    if why:
        what = f"The stance is given as “{stance}”, but {why}."
        do = "Read the passage again; “unclear” is an answer too."
        yield passage.finding("polarity", stance, what, do=do, part="stance")


def _wrong(stance: Stance, text: str, passage: Passage) -> str:
    mine, other = (_OWN_FOR, _OWN_AGAINST) if stance == "supports" else (_OWN_AGAINST, _OWN_FOR)
    object_only = one_line(text).lower() in one_line(passage.quoted).lower()  # a thing's own name is on no side
    if not object_only and other.search(text) and not mine.search(text):
        return "the position itself is worded the other way"
    push = _push_before(text, passage)
    if push and push != (1 if stance == "supports" else -1):
        return f"the passage asks to {'go on with' if push > 0 else 'stop or refuse'} it"
    favour = _FOR.search(passage.sentence)
    if stance == "supports" and _HARD_AGAINST.search(_statement(passage)) and not favour:
        return "the passage has words of opposition only"
    if stance == "opposes" and favour and not _AGAINST.search(passage.sentence):
        return "the passage has words of support only"
    return ""


def _statement(passage: Passage) -> str:
    """The passage's sentences without what is quoted before the words in question ("“…,” they wrote. “We urge …")."""
    own = (s for s in passage.sentence_spans for q in passage.spans if s.start <= q.start < s.end)
    before = " ".join(passage.text[s.start : passage.spans[0].start] for s in own)
    return f"{_ANOTHER.split(before)[-1]} {passage.quoted}"


_ANOTHER = re.compile(r"[.!?]\s+“")


def _push_before(text: str, passage: Passage) -> int:
    """Of a position that is only an object ("the notice"): which way the words before it in the passage push."""
    flat, wanted = " ".join(passage.quoted.split()), " ".join(text.split())
    at = flat.lower().find(wanted.lower().lstrip(", "))
    verb = flat[max(0, at - 60) : at].rpartition(" you to ")[2]
    if at <= 0 or not wanted[:1].islower():
        return 0
    done = _DONE.findall(verb)
    return direction(verb) or (0 if not done else -1 if _NOT.search(verb) else 1)


_DONE = re.compile(
    r"\b(?:approve|issue|grant|pass|enact|adopt|preserve|keep|publish|provide|fund|release|include|complete|"
    r"produce|sign)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no)\b", re.IGNORECASE)
_OWN_FOR = re.compile(r"\b(?:supports?|favou?rs?|endorses?|welcomes?|backs?|in support of|commends?)\b", re.IGNORECASE)
_OWN_AGAINST = re.compile(
    r"\b(?:oppos(?:es?|ed|ition)|objects? to|rejects?|condemns?|disapproves?|criticizes?|mistaken|"
    r"(?:is|are|be|firmly|strongly|come out|vote[sd]?|stands?|argues?|recommends?|advis\w+) against|"
    r"wrongheaded|misguided|harmful|unacceptable)\b",
    re.IGNORECASE,
)
_HARD_AGAINST = re.compile(
    r"\b(?:oppos\w+|object(?:s|ed|ion\w*)?\b to|condemn\w*|reject\w*|denounc\w+|deplor\w+|disapprov\w+)\b",
    re.IGNORECASE,
)
