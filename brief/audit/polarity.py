"""Is what the source affirms affirmed, and what it denies denied: negation, turning verbs, and contraries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.words import Token, alike, stem, tokens

_REACH = 7  # words after a negator within which it governs
_LEAD_VERBS = frozenset("say writ urg ask note stat call request add argu press letter member senator they".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Governed:
    """A content word and whether it stands under a negation ("not", "never") and under a turning word ("refuse to")."""

    token: Token
    negated: bool
    turned: bool

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


@lru_cache(maxsize=4096)
def governed(text: str) -> tuple[Governed, ...]:
    """Return the content words of a text with what governs them, in order."""
    found: list[Governed] = []
    negated = turned = -99
    for i, token in enumerate(tokens(text)):
        if token.text in ";:.?!—–" or token.folded in ("but", "because"):
            negated = turned = -99
        elif is_negator(token) and not _empty_negation(text, token):
            negated = i
        elif token.is_content:
            found.append(Governed(token, i - negated <= _REACH, i - turned <= _REACH and turned != i))
        if is_turning(token):
            turned = i
    return tuple(found)


def _empty_negation(text: str, token: Token) -> bool:
    """ "No later than", "not only", "no less than", "No. 9" and "whether or not" deny nothing."""
    after = text[token.end : token.end + 12].lower().lstrip(" .")
    before = text[max(0, token.start - 12) : token.start].lower()
    return (
        after.startswith(("later than", "only", "more than", "fewer", "less", "merely", "just", "doubt"))
        or (token.folded == "no" and after[:1].isdigit())
        or before.endswith("whether or ")
    )


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


def _prefixed(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and any(long == p + short for p in ("un", "non", "dis", "in", "im", "il", "ir"))


def check(text: str, passage: Passage) -> list[Finding]:
    """Compare what stands under a negation, and look for contraries.

    Proves nothing: a sentence can be turned round in ways no list holds. It objects when a word that claim and passage
    share is denied in one and affirmed in the other, when the claim has the contrary of a word of the passage, and when
    one of them has a negation and the other nothing of that kind at all.
    """
    if not passage.evidence:
        return []
    claim, source = governed(text), governed(passage.sentence)
    quoted = governed(passage.quoted)
    return [*_contrary_words(claim, quoted, source, passage), *_denied(text, claim, source, passage)][:2]


def _contrary_words(
    claim: Sequence[Governed], quoted: Sequence[Governed], source: Sequence[Governed], passage: Passage
) -> list[Finding]:
    own = {g.token.stem for g in claim}
    given = {g.token.stem for g in source}
    for c in claim:
        if c.token.stem in given or any(_stands_for(c.token.stem, s) for s in given):
            continue
        for s in quoted:
            if not contrary(c.token.stem, s.token.stem) or s.token.stem in own or c.contrary != s.contrary:
                continue
            return [
                Finding(
                    check="polarity",
                    level="likely",
                    words=c.token.text,
                    source=passage.first,
                    what=f"The claim says “{c.token.text}” where the passage says “{s.token.text}”.",
                )
            ]
    return []


def _stands_for(a: str, b: str) -> bool:
    return a != b and alike(a, b) and not contrary(a, b)


def _denied(text: str, claim: Sequence[Governed], source: Sequence[Governed], passage: Passage) -> list[Finding]:
    claim_no = [t for t in tokens(text) if is_negator(t) and not _empty_negation(text, t)]
    source_no = [t for t in tokens(passage.sentence) if is_negator(t) and not _empty_negation(passage.sentence, t)]
    if not claim_no and not source_no:
        return []
    clash = _clash(claim, source)
    if clash is not None:
        mine, theirs = ("denies", "affirms") if clash.negated else ("affirms", "denies")
        return [
            Finding(
                check="polarity",
                level="likely",
                words=clash.token.text,
                source=passage.first,
                what=f"The claim {mine} “{clash.token.text}”, which the passage {theirs}.",
            )
        ]
    if claim_no and not source_no and not _any_contrary(passage.paragraph):
        return [
            Finding(
                check="polarity",
                level="likely",
                words=claim_no[0].text,
                source=passage.first,
                what=f"The claim has a negation (“{claim_no[0].text}”) and the passage has none.",
            )
        ]
    return []


def _any_contrary(text: str) -> bool:
    return any(is_negator(t) or is_turning(t) or t.folded.startswith(("un", "non-", "dis")) for t in tokens(text))


def _clash(claim: Sequence[Governed], source: Sequence[Governed]) -> Governed | None:
    """A word right under a negation in one of the two, and free of any in the other, with nothing to make up for it."""
    for c in claim:
        same = [s for s in source if s.token.stem == c.token.stem or _verb_alike(c.token, s.token)]
        if not same or any(s.contrary == c.contrary for s in same):
            continue
        if any(c.negated != s.negated for s in same) and not _made_up_for(c, claim, source):
            return c
    return None


def _verb_alike(a: Token, b: Token) -> bool:
    return len(a.stem) > 3 and a.stem[:5] == b.stem[:5]


def _made_up_for(c: Governed, claim: Sequence[Governed], source: Sequence[Governed]) -> bool:
    """ "Not approve" and "deny": a contrary word in one of the two accounts for the negation in the other."""
    near_c = [g for g in claim if abs(g.token.start - c.token.start) < 60]
    return any(contrary(a.token.stem, b.token.stem) for a in near_c for b in source) or any(
        is_turning(a.token) != is_turning(b.token) and a.token.stem == b.token.stem for a in near_c for b in source
    )
