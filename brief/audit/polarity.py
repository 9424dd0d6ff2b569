"""Is what the source affirms affirmed, and what it denies denied: negation, turning verbs, and contraries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from brief.audit import lexicon
from brief.audit.finding import Finding, Level
from brief.audit.passage import Passage
from brief.audit.words import Token, alike, stem, stems_of_frame, tokens
from brief.searching import any_word, lowered

_REACH = 7  # words after a negator within which it governs
_NEAR = 4  # words after a turning word within which it does
_LEAD_VERBS = frozenset("say writ urg ask note stat call request add argu press letter member senator they".split())  # noqa: SIM905


class Governed(NamedTuple):
    """A content word and whether it stands under a negation ("not", "never") and under a turning word ("refuse to")."""

    token: Token
    negated: bool
    turned: bool
    minimal: bool = False  # "little harm"

    @property
    def contrary(self) -> bool:
        """Whether the two together turn it round."""
        return self.negated != self.turned


def is_negator(token: Token) -> bool:
    """Tell "not", "never", "no", and what ends in "n't"."""
    return token.folded in lexicon.words("negators") or token.folded.endswith("n't")


def is_turning(token: Token) -> bool:
    """Tell a word that turns what it governs into its contrary: "refuse", "block", "instead", "unless"."""
    return token.folded in lexicon.words("turning")


@lru_cache(maxsize=64)
def governed(text: str) -> tuple[Governed, ...]:
    """Return the content words of a text with what governs them, in order."""
    found: list[Governed] = []
    negators, turning = lexicon.words("negators"), lexicon.words("turning")
    negated = turned = minimal = -99
    for i, token in enumerate(tokens(text)):
        folded = token.folded
        if token.text in ";:.?!—–" or folded in ("but", "because"):
            negated = turned = -99
        elif (folded in negators or folded.endswith("n't")) and not empty_negation(text, token):
            negated = i
        elif token.is_content:
            turns = i - turned <= _NEAR and turned != i
            found.append(Governed(token, i - negated <= _REACH, turns, i - minimal <= 2))
        if folded in turning:
            turned = i
        minimal = i if folded in _MINIMAL else minimal
    return tuple(found)


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


@cache
def _contraries() -> dict[str, frozenset[str]]:
    pairs: dict[str, set[str]] = {}
    for line in lexicon.lines("antonyms"):
        for pair in line.split():
            a, b = (stem(w) for w in pair.split(":"))
            pairs.setdefault(a, set()).add(b)
            pairs.setdefault(b, set()).add(a)
    return {k: frozenset(v) for k, v in pairs.items()}


def contrary(a: str, b: str) -> bool:
    """Tell whether two stems are listed as contraries."""
    return b in _contraries().get(a, ()) or _prefixed(a, b)


_MINIMAL = frozenset({"little", "minimal", "less", "scant"})
_PREFIXES = frozenset({"un", "non", "dis", "in", "im", "il", "ir"})


def _prefixed(a: str, b: str) -> bool:
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) >= 4 and long.endswith(short) and long.removesuffix(short) in _PREFIXES


def check(text: str, passage: Passage) -> list[Finding]:
    """Compare what stands under a negation, and look for contraries.

    Proves nothing: a sentence can be turned round in ways no list holds. It objects when a word that claim and passage
    share is denied in one and affirmed in the other, and when one of them has a negation and the other nothing of that
    kind at all.
    """
    if not passage.evidence:
        return []
    return check_denial(text, passage)


def check_denial(text: str, passage: Passage) -> list[Finding]:
    """Compare only what is denied: all there is to compare for a claim that stands in its own quotation."""
    if not passage.evidence or not any(map(_denies_anything, (text, passage.sentence))):
        return []
    return _denied(text, governed(text), governed(passage.sentence), passage)[:2]


def _denies_anything(text: str) -> bool:
    """Whether a text has any word of denial: where none has, there is nothing to compare."""
    return bool(_any_denial().search(lowered(text)))


@cache
def _any_denial() -> re.Pattern[str]:
    return re.compile(any_word(sorted({*lexicon.words("negators"), *_WIDER})) + r"\b|n[’']t\b")


def _denied(text: str, claim: Sequence[Governed], source: Sequence[Governed], passage: Passage) -> list[Finding]:
    mine, theirs = foci(text), foci(passage.sentence)
    clash = _clash(mine, claim, source)
    if clash is None and not any(is_negator(t) or t.stem in _refusing() for t in tokens(text)):
        clash = _clash(foci(passage.quoted, wide=True), source, claim)
    if clash is not None:
        denies, affirms = ("claim", "passage") if clash in mine else ("passage", "claim")
        return [_object(clash.text, f"The {denies} denies “{clash.text}”, which the {affirms} affirms.", passage)]
    asked = _not_in_question(text)
    if asked is not None and not _any_contrary(passage.sentence):
        return [_object(asked.text, "The question has a “not”; the passage has none.", passage)]
    doubled = _doubled(text)
    if doubled is not None and _doubled(passage.sentence) is None:
        return [
            _object(doubled.text, f"The claim denies a denial (“not {doubled.text}”); the passage does not.", passage)
        ]
    if mine and not _any_contrary(passage.sentence):
        return [_object(mine[0].text, f"The claim denies “{mine[0].text}”; the passage denies nothing.", passage)]
    lost = [t for t in theirs if t in foci(passage.quoted)] or foci(passage.quoted)
    if lost and not _any_contrary(text) and not any(_contraries().get(g.token.stem) for g in claim):
        what = f"The passage denies “{lost[0].text}”; the claim denies nothing."
        return [_object(lost[0].text, what, passage, "unsure")]
    return []


def _not_in_question(text: str) -> Token | None:
    """The "not" of a question, wherever it stands in it; "whether or not" and "if not" deny nothing."""
    if not text.rstrip().endswith("?") or re.search(r"\b(?:or|if|why) not\b", text, re.IGNORECASE):
        return None
    return next((t for t in tokens(text) if t.folded == "not" or t.folded.endswith("n't")), None)


def _doubled(text: str) -> Token | None:
    """A word of denial right under a "not": "not unable", "not against", "not worthless"."""
    every = tokens(text)
    for token, following in pairwise(every):
        under = following.folded in ("against", "unable", "impossible") or _ELSEWHERE.match(following.folded)
        if under and is_negator(token) and token.folded not in _PRONOUNS and not empty_negation(text, token):
            return following
    return None


def _object(words: str, what: str, passage: Passage, level: Level = "likely") -> Finding:
    return passage.finding("polarity", words, what, level)


@lru_cache(maxsize=64)
def foci(text: str, wide: bool = False) -> tuple[Token, ...]:
    """Return the words that the negations of a text deny first: the content word right after "not", "never", "n't".

    "Not a treaty", "not all" and "nothing" set off a thing rather than deny a doing, and have none. `wide` counts
    "without", "against" and "refrain" as negations.
    """
    every = tokens(text)
    found = []
    for i, token in enumerate(every):
        denies = (is_negator(token) and token.folded not in _PRONOUNS) or (wide and token.folded in _WIDER)
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


_PRONOUNS = frozenset({"none", "nobody", "nothing", "neither", "nor", "nowhere", "without"})
_WIDER = frozenset({"without", "against", "refrain"})
_SETS_OFF = frozenset(
    {"a", "an", "the", "all", "in", "on", "by", "for", "at", "from", "with", "every", "everyone", "that"}
)


def _any_contrary(text: str) -> bool:
    return any(
        is_negator(t) or is_turning(t) or _ELSEWHERE.match(t.folded) or t.folded in _LIKE_DENIAL for t in tokens(text)
    )


_LIKE_DENIAL = frozenset({"hold", "freeze", "little", "minimal", "barely"})
_ELSEWHERE = re.compile(r"(?:un|non-|dis|mis|il|ir|im)\w{4,}|\w+less$|\w+free$")


def _clash(foci_of: Sequence[Token], own: Sequence[Governed], other: Sequence[Governed]) -> Token | None:
    """A word that one text denies outright and the other affirms, with nothing there to make up for the denial."""
    for focus in foci_of:
        here = next((g for g in own if g.token.start == focus.start and g.token.text == focus.text), None)
        same = [g for g in other if g.token.stem == focus.stem] or [g for g in other if _same_doing(g.token, focus)]
        both_ways = any(g.token.stem == focus.stem and not g.negated and not g.turned for g in own)
        if not same or both_ways or (here is not None and here.turned):
            continue
        exact = same[0].token.stem == focus.stem
        if all(not g.negated and not g.turned for g in same) and (exact or not _made_up_for(focus, same, other)):
            return focus
    return None


def _same_doing(a: Token, b: Token) -> bool:
    told = a.stem in stems_of_frame() or a.stem == "think"  # "they think that it is not considered"
    return not told and alike(a.stem, b.stem) and not contrary(a.stem, b.stem) and a.text[0].islower()


def _made_up_for(focus: Token, same: Sequence[Governed], other: Sequence[Governed]) -> bool:
    """A contrary of the denied word ("deny"), or a turning word before it, accounts for the negation."""
    near = [g for g in other if any(0 <= s.token.start - g.token.start < 30 for s in same)]
    return any(contrary(focus.stem, g.token.stem) or is_turning(g.token) for g in near)


@cache
def _refusing() -> frozenset[str]:
    return frozenset(stem(w) for w in lexicon.words("refusing"))


_NEGATIVE_LEAD = re.compile(r"\s*(?:do\s+not|don[’']t|never|not\s+to|not(?!\s+only\b)|refrain\s+from)\b", re.IGNORECASE)


def check_ask(text: str, passage: Passage) -> list[Finding]:
    """Object when a claim asks not to do what its passage asks to do ("Do not …" over a passage that says no nowhere).

    Proves that the passage has no word of refusing. A passage that has one may refuse something else.
    """
    if not passage.evidence or not _NEGATIVE_LEAD.match(text):
        return []
    own = {t.stem for t in tokens(text)}
    said = [t for t in tokens(passage.quoted) if t.folded in lexicon.words("refusing") or t.folded.endswith("n't")]
    if any(t.stem not in own or is_negator(t) for t in said if not empty_negation(passage.quoted, t)):
        return []
    return [_object(text[:40], "The claim asks not to do it; the passage asks to do it.", passage)]


_UP = re.compile(
    r"\b(?:up(?! to\b)|rise[sn]?|rose|rising|increas\w*|grow(?:s|n|ing)?|grew|higher|climb\w*|doubl\w+|gain(?:s|ed)?|"
    r"more than before)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:down|fall(?:s|en|ing)?|fell|lower(?:s|ed|ing)?|decreas\w*|declin\w*|drop(?:s|ped|ping)?|reduc\w*|"
    r"shr[aiu]nk\w*|cut|sunk|"
    r"halv\w+|los[ts]\w*|fewer)\b",
    re.IGNORECASE,
)


_BESIDE = 5  # words of content to either side of a word of rising or falling


def _beside(text: str, word: re.Match[str]) -> set[str]:
    """The stems around a word: what it is that rises or falls."""
    every = [t for t in tokens(text) if t.is_content]
    before = [t.stem for t in every if t.end <= word.start()][-_BESIDE:]
    return {*before, *[t.stem for t in every if t.start >= word.end()][:_BESIDE]}


def check_trend(text: str, passage: Passage) -> list[Finding]:
    """Object when the claim has only words of rising and the passage only words of falling, or the other way round."""
    mine, theirs = (
        (bool(_UP.search(text)), bool(_DOWN.search(text))),
        (
            bool(_UP.search(passage.sentence)),
            bool(_DOWN.search(passage.sentence)),
        ),
    )
    if not passage.evidence or mine[0] == mine[1] or theirs != (mine[1], mine[0]):
        return []
    word = (_UP if mine[0] else _DOWN).search(text)
    there = (_DOWN if mine[0] else _UP).search(passage.sentence)
    assert word is not None
    assert there is not None
    if not _beside(text, word) & _beside(passage.sentence, there):
        return []  # what rises is not what falls
    return [
        _object(word.group(), f"The claim says “{word.group()}” where the passage says “{there.group()}”.", passage)
    ]
