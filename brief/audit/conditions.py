"""Is what holds only under a condition told with it, and nothing put under one that the passage does not set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from brief.audit import lexicon
from brief.audit.finding import Finding, Role
from brief.audit.passage import Passage
from brief.audit.support import held_share, listed
from brief.audit.thesaurus import reach
from brief.audit.words import Kin, kin, stem, stems_of_frame, tokens
from brief.searching import InAnyCase, Words, lowered
from brief.text import normalise

# "If" of a question put ("ask if they knew") and "if not, why not" are no conditions; nor is "even if".
_SETS = re.compile(
    r"(?<!even )(?<!as )(?<!and )(?<!or )\b(?:only if|"
    r"if(?! (?:not|so|any|there is|there are|possible|you (?:have|need))\b)|unless|"
    r"until(?! (?:the end|late|mid|early|now|then|recently|\d|[A-Z]))|except (?:for|when|where|if|in|that)|"
    r"provided (?:that|they|it)|as long as|so long as|on (?:the )?condition|in the absence of|without)\b",
    re.IGNORECASE,
)
_SETTING = Words([
    "only if", "if", "unless", "until", "except", "provided", "as long", "so long", "on", "in the", "without",
])  # fmt: skip
"""The words with which `_SETS` may begin, in small letters."""
_LIKE = re.compile(
    r"\b(?:if|unless|until|till|provid(?:ed|ing)|once|when\w*|(?<!know )(?<!about )where|while|before|after|should|"
    r"in case|as long|otherwise|condition\w*|whether|depend\w*|pending|lacking|subject to|so long|without|upon|"
    r"on terms|absent|except\w*|exclud\w*|but for|only|or (?:else|it|they)|lest|then|so far|yet|meanwhile|meantime|"
    r"unconditional\w*|no longer|interim|not have|fail\w*)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:.!?—–]")
_BARE_END = re.compile(r"[,;:.!?—–]|\s(?:is|are|was|were|would|will|can|cannot|could|may|must|should|has|have|had)\b")


class Clause(NamedTuple):
    """A condition of a sentence: its own words and those of the rest, over which it holds."""

    said: str
    rest: str


@lru_cache(maxsize=32)
def clauses(sentence: str) -> tuple[Clause, ...]:
    """Return the conditions that a sentence sets, each to the end of its clause."""
    return tuple(_clauses(sentence))


def _clauses(sentence: str) -> Iterator[Clause]:
    flat = " ".join(sentence.split())
    for m in _SETTING.finditer(_SETS, flat, low=lowered(flat)):
        bare = m.group().lower() == "without"
        end = (_BARE_END if bare else _CLAUSE_END).search(flat, m.end())
        stop = end.start() if end else len(flat)
        if stop - m.end() <= 3:
            continue
        before, after = flat[: m.start()].rstrip(), flat[stop:]
        opens = not before or before[-1] in ";:—–(“"
        inside = not opens and before[-1] == "," and stop < len(flat) and flat[stop] == ","
        rest = after.split("; ")[0] if opens else _PARTED.split(before)[-1] + (after if bare or inside else "")
        yield Clause(flat[m.start() : stop], rest)


_PARTED = re.compile(r";\s|:\s|[,—–]\s(?:and|but|or|which|who)\s|\sand that\s")


def check(text: str, passage: Passage, role: Role) -> Iterator[Finding]:
    """Object to a claim that drops the condition under which alone its passage says it, or sets one of its own.

    Proves that the claim repeats what the condition governs and has neither a word of the condition nor any such turn;
    or that it has "unless" or "only if" where the sentence has nothing like it. A headline may leave a condition out,
    and any claim a plain "if" or "until".
    """
    if text.rstrip().endswith("?"):
        return
    stated = [c for s in passage.sentence_spans for c in clauses(s.of(passage.text))]
    own = _set_anew(text, passage, bool(stated))
    if own:
        what = f"The claim says “{own}”; the passage has nothing of that kind."
        yield passage.finding("support", text[:120], what, do="Leave the condition out.")
        return
    firm = [c for c in stated if not _PLAIN_IF.match(c.said)] if _must_tell(text, role) else []
    dropped = next((c for c in firm if _dropped(text, c)), None)
    if dropped is not None:
        what = f"The passage says this under a condition (“{dropped.said[:80]}”), which the claim leaves out."
        yield passage.finding("support", text[:120], what, do="Add the condition.")


def _must_tell(text: str, role: Role) -> bool:
    return role not in ("bottom_line", "title", "contrast") and not _LIKE.search(text)


_PLAIN_IF = re.compile(r"(?:if|until)\b", re.IGNORECASE)  # a retelling may well do without; "unless" and "without" not


def _set_anew(text: str, passage: Passage, stated: bool) -> str:
    """The condition that a claim has where its passage has none, or that is `stated` and set aside."""
    for mine, theirs in ((_ONLY_IF, _LIKE_IF), *([(_WHATEVER, _LIKE_WHATEVER)] if stated else [])):
        m = mine.search(text)
        if m is None or theirs.search(passage.sentence):
            continue
        if not (theirs.search(passage.paragraph) and _held(text[m.end() :], passage)):
            return text[m.start() : m.start() + 60].strip(" .")
    return ""


def _held(words: str, passage: Passage) -> bool:
    """Whether the paragraph has most of a condition's words."""
    own = [t.stem for t in tokens(_CLAUSE_END.split(words)[0]) if t.is_content]
    around = reach(passage.paragraph)
    return sum(s in around for s in own) * 2 > len(own)


_ONLY_IF = InAnyCase(["only if", "unless"])
_LIKE_IF = re.compile(
    r"\b(?:if|unless|until|provid\w+|(?:as|so) long|condition\w*|without|only|except\w*|otherwise|or else|absent|"
    r"subject to|once|depend\w*|pending|when\w*(?= (?:not )?\w+ (?:ha|is|are|do))|whether|any|where|before|while|"
    r"in case)\b|(?:^|[,;.]\s)should\b",
    re.IGNORECASE,
)
_WHATEVER = InAnyCase([
    "whenever", "whatever", "whether or not", "under any circumstances?", "in (?:all|any) cases?", "no matter",
    "regardless", "unconditionally",
])  # fmt: skip
_LIKE_WHATEVER = re.compile(
    r"\b(?:when\w*|any|all|every|each|no matter|regardless|irrespective|always|never|wh\w+ever|circumstance\w*|no|"
    r"unconditional\w*|whether|despite|even)\b",
    re.IGNORECASE,
)


def _dropped(text: str, clause: Clause) -> bool:
    if clause.said.lower().startswith("without") and not _DENIED.search(clause.rest):
        return False
    said = [t.stem for t in tokens(clause.said) if t.is_content][:5]
    own = [t.stem for t in tokens(text) if t.is_content and t.stem not in _frame()]
    rest, mine = reach(clause.rest), Kin(own)
    held = sum(s in rest for s in own)
    meant = reach(clause.said, loose=True)
    told = any(s in meant for s in own if s not in kin(clause.rest))  # the condition in other words
    bare = bool(said) and not told and sum(s in mine for s in said) * 3 < len(said)
    return bare and held > 0 and held * 3 >= 2 * len(own)


_DENIED = re.compile(
    r"\b(?:not|cannot|never|no|nothing|illegal|unlawful|oppos\w+|refus\w+|reject\w*)\b|n[’']t\b", re.IGNORECASE
)
_LIGHT = "way sure make take give have get put go come let keep use add also properly".split()  # noqa: SIM905


@cache
def _frame() -> frozenset[str]:
    return stems_of_frame() | {stem(w) for w in _LIGHT}


def check_condition(condition: str, passage: Passage) -> Iterator[Finding]:
    """Look for an ask's condition in its passage: as words, and with its negations.

    Proves that the condition's words stand near the ask, not that they govern it.
    """
    if normalise(condition).text.strip(" .,;") in normalise(passage.paragraph).text:
        return
    share, count, strange = held_share(condition, passage)
    if count and (share < 0.6 or any(t.folded in lexicon.words("negators") for t in tokens(condition))):
        what = f"The condition is not in the passage: {listed(strange[:3] or [condition])}."
        do = "Give the condition in the letter's words."
        yield passage.finding("support", condition, what, do=do, part="condition")
