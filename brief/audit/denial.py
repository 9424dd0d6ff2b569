"""Is denied what the source denies, and nothing else: a negation that one of the two has, or words torn from theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise, takewhile

from brief.audit import lexicon
from brief.audit.finding import Finding, Role
from brief.audit.negation import PRONOUNS, WIDER, empty_negation, foci, is_negator, is_turning
from brief.audit.passage import Passage
from brief.audit.words import Token, one_line, tokens
from brief.letter.denied_lists import ADVISED_AGAINST, NEVER, denies_below, opposes_below
from brief.letter.verbs import OPPOSING
from brief.searching import Words, lowered


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when a word that claim and passage share is denied in one and affirmed in the other.

    Or when one of them has a negation and the other nothing of that kind at all. Proves nothing: a sentence can be
    turned round in ways no list holds.
    """
    if any(map(_denies_anything, (text, passage.sentence))):
        yield from _denied(text, passage)


def _denies_anything(text: str) -> bool:
    """Whether a text has any word of denial: where none has, there is nothing to compare."""
    low = lowered(text)
    return _denials().stand_in(low) or bool(_NOT.search(low))


_NOT = re.compile(r"n[’']t\b")


@cache
def _denials() -> Words:
    return Words(rf"{word}\b" for word in sorted({*lexicon.words("negators"), *WIDER}))


def _denied(text: str, passage: Passage) -> Iterator[Finding]:
    mine, asked, doubled = foci(text), _not_in_question(text), _doubled(text)
    if asked is not None and not _any_contrary(passage.sentence):
        yield _object(asked.text, "The question has a “not”; the passage has none.", passage)
    elif doubled is not None and _doubled(passage.sentence) is None:
        what = f"The claim denies a denial (“not {doubled.text}”); the passage does not."
        yield _object(doubled.text, what, passage)
    elif mine and not _any_contrary(passage.sentence):
        yield _object(mine[0].text, f"The claim denies “{mine[0].text}”; the passage denies nothing.", passage)


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
        if under and is_negator(token) and token.folded not in PRONOUNS and not empty_negation(text, token):
            return following
    return None


def _object(words: str, what: str, passage: Passage) -> Finding:
    return passage.finding("polarity", words, what)


def _any_contrary(text: str) -> bool:
    return any(
        is_negator(t) or is_turning(t) or _ELSEWHERE.match(t.folded) or t.folded in _LIKE_DENIAL for t in tokens(text)
    )


_LIKE_DENIAL = frozenset({"hold", "freeze", "little", "minimal", "barely"})
_ELSEWHERE = re.compile(r"(?:un|non-|dis|mis|il|ir|im)\w{4,}|\w+less$|\w+free$")


_NEGATIVE_LEAD = re.compile(r"\s*(?:do\s+not|don[’']t|never|not\s+to|not(?!\s+only\b)|refrain\s+from)\b", re.IGNORECASE)


def check_ask(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when a claim asks not to do what its passage asks to do ("Do not …" over a passage that says no nowhere).

    Proves that the passage has no word of refusing. A passage that has one may refuse something else.
    """
    lead = _NEGATIVE_LEAD.match(text)
    if not lead or denied_above(passage) or (lead[0].lower().endswith("from") and "refrain" in passage.quoted.lower()):
        return
    own = {t.stem for t in tokens(text)}
    said = [t for t in tokens(passage.quoted) if t.folded in lexicon.words("refusing") or t.folded.endswith("n't")]
    if not any(t.stem not in own or is_negator(t) for t in said if not empty_negation(passage.quoted, t)):
        yield _object(text[:40], "The claim asks not to do it; the passage asks to do it.", passage)


_MODAL = r"(?:should|must|may|can|could|will|would|shall|do|does|did|is|are|was|were|has|have|had)"
_SUBJECT = r"(?:\s+[\w’'.&-]+){0,7}?"
# What stands right before the words, at the end of what comes before them in their clause.
_DENIES = re.compile(
    rf"(?:\b(?:not|never|cannot|neither|nor|no longer|refrain(?:ing)? from|instead of|rather than|without|refus\w+ to|"
    rf"{ADVISED_AGAINST}|stop|avoid)|n[’']t)(?:\s+(?:to|be|have|been|"
    rf"ever|again|[a-z]+ly))*\s*$|\b(?:{NEVER}|"
    rf"by no means|never(?: again)?|nor|neither)\b,?\s+{_MODAL}{_SUBJECT}\s*$|\b(?:no|neither|nothing|"
    rf"nobody)\b(?:\s+[\w’'-]+){{0,4}}?\s+{_MODAL}(?:\s+(?:be|have|ever|[a-z]+ly))*\s*$",
    re.IGNORECASE,
)
_MAY_DENY = re.compile("no|n['’]t|never|refrain|instead|rather|without|refus|against|stop|avoid")
_EMPTY = re.compile(r"\b(?:not only|no later than|not merely|not just|no less than|whether or not)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:—–.?!]\s|,\s(?:and|but|which|who)\s")


def check_torn(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to a claim whose words the passage has, right after words that deny them and that the claim leaves out.

    Proves that the denial stands before the words in their clause. A question asks, and denies nothing.
    """
    for before in _before(text, passage) if not text.rstrip().endswith("?") else ():
        m = _DENIES.search(before) if _MAY_DENY.search(before.lower()) else None
        if m and not _EMPTY.search(before) and not _denies(text):
            said = " ".join(m.group().split())
            what = f"The passage denies this (“{said[-80:]} …”); the claim leaves that out."
            yield passage.finding("polarity", text[:120], what, "certain", do="Give the denial with it.")
            return


def check_item(text: str, passage: Passage, role: Role) -> Iterator[Finding]:
    """Object to a claim on an item of a list that leaves out that the list's lead-in denies or opposes it.

    Proves that the lead-in does. What a thing that is opposed would do may be told as a fact, but not as an ask.
    """
    above = denied_above(passage) or (_lead(passage, opposes_below) if role in ("action", "bottom_line") else "")
    if above and not _turns_round(text, role):
        what = f"The letter lists this under “{above[-80:]}”; the claim leaves that out."
        yield passage.finding("polarity", text[:120], what, "certain", do="Give the denial with it.")


def denied_above(passage: Passage) -> str:
    """Return the lead-in of the list that the passage is an item of, if it denies what it leads in; or ""."""
    return _lead(passage, denies_below)


def _lead(passage: Passage, says: Callable[[str], bool]) -> str:
    leads = (one_line(lead.of(passage.text)) for lead in passage.lead_spans)
    return next((lead for lead in leads if says(lead)), "")


def _turns_round(text: str, role: Role) -> bool:
    """Whether a claim denies or opposes: an ask by its first words, and "do it without delay" denies none."""
    first = takewhile(lambda t: t.folded != "without", tokens(text)[:_FIRST])
    said = first if role == "action" else tokens(text)
    return any(is_negator(t) or is_turning(t) or t.folded in _STANDS or t.folded in OPPOSING for t in said)


_FIRST = 6  # words of an ask in which it says that it is one not to do a thing
_STANDS = ("oppose", "opposes", "opposing", "against")


_REFUSES = re.compile(r"\b(?:do not |don['’]t |not (?=to )|(?:to )?refrain from )", re.IGNORECASE)


def undenied(text: str) -> str:
    """Return a claim on what is not to be done as one on what the list names."""
    return _REFUSES.sub("", text, count=1)


def _denies(text: str) -> bool:
    return any(is_negator(t) or is_turning(t) or t.folded in _STANDS for t in tokens(text)[:_FIRST])


def _before(text: str, passage: Passage) -> Iterator[str]:
    """What stands before the claim's words in the clause where the passage has them."""
    wanted = one_line(text).lower()
    for span in passage.sentence_spans:
        sentence = one_line(span.of(passage.text))
        at = sentence.lower().find(wanted)
        if at > 0:
            yield _CLAUSE.split(sentence[:at])[-1]
