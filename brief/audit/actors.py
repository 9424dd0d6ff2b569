"""Who is to act: whom the passage asks, by name, by office or as "you"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from brief.audit import lexicon
from brief.audit.aliases import known_groups, same_name
from brief.audit.finding import Finding
from brief.audit.heads import addressees
from brief.audit.passage import Passage
from brief.audit.words import stem, tokens
from brief.letter.anatomy import Letter
from brief.searching import Words

_ADDRESSEE = frozenset("addressee addressees recipient recipients you your yours".split())  # noqa: SIM905
_ASKING_VERBS = Words([
    "urg", "ask", "request", "call", "press", "implor", "encourag", "direct", "instruct", "tell", "requir", "want",
    "invit", "recommend", "insist", "demand", "propos",
])  # fmt: skip
"""What `_ASKED` begins with."""
_ASKED = re.compile(
    r"\b(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|call(?:s|ed|ing)?\s+(?:up)?on|press(?:es|ed|ing)?|"
    r"implor(?:e|es|ing)|encourag(?:e|es|ed|ing)|direct(?:s|ed|ing)?|instruct(?:s|ed|ing)?|tell(?:s|ing)?|"
    r"requir(?:e|es|ed|ing)|want(?:s|ed)?|invit(?:e|es|ed|ing)|recommend(?:s|ed)?|insist(?:s|ed)?|demand(?:s|ed)?|"
    r"propos(?:e|es|ed))\s+(?:that\s+)?(?P<who>(?:[\w.’'&-]++\s+){1,8}?)(?:not\s+)?(?:to\b|(?:should|must|shall)\b|"
    r"(?=not\b)|(?=[a-z]+\b))"
)
_OUGHT = re.compile(
    r"(?<![\w.’'&-])(?P<who>(?:[\w.’'&-]++\s++){1,6})(?:should|must|shall|ought\s+to|needs?\s+to|"
    r"has\s+to)\b(?!\s+(?:not\s+)?be\b)"
)


def is_addressee(actor: str, letter: Letter) -> bool:
    """Tell whether an actor's name means the person or office written to."""
    words = {t.folded for t in tokens(actor) if t.is_word} - {"the", "of", "and", "s"}
    if not words or words & _ADDRESSEE:
        return True
    to = addressees(letter.card)
    known = {t.folded for t in tokens(to) if t.is_word}
    return bool(_groups(actor) & _groups(to)) or (words - _TITLES <= known and bool(words & known))


def _groups(words: str) -> set[int]:
    return {g for g, _, _ in known_groups(words)}


_TITLES = frozenset(
    "department administration agency secretary president administrator white house his her its their".split()  # noqa: SIM905
)


def check_actor(actor: str, passage: Passage) -> Iterator[Finding]:
    """Compare an ask's actor with whom the passage asks ("urge X to …", "X should …"); "you" is the addressee.

    Proves that the one named is asked in the passage, or at least stands there. Pronouns other than "you", and bodies
    under the addressee, are taken on trust where the passage names nobody to act.
    """
    letter = passage.letter
    if actor.lower().strip() in _PRONOUNS or is_addressee(actor, letter) or _asked_in_full(actor, passage):
        return
    asked, mine = asked_in(passage.sentence), _names_in(actor)
    words = mine or [t.folded for t in tokens(actor) if t.is_content]
    if _any_of(words, " ".join(asked)):
        return
    told = any(_names_in(w) or is_addressee(w, letter) for w in asked)  # whom it asks, by name
    if _any_of(words, passage.sentence):
        if told and not _acts(words, passage.sentence):
            yield _wrong(actor, asked[0].strip(), passage)
    elif told or not _any_of(words, passage.paragraph):
        yield _wrong(actor, asked[0].strip() if asked else "the addressee", passage)


_PRONOUNS = frozenset("he him his she her they them their it its both all we us".split())  # noqa: SIM905
_ASKING_END = re.compile(
    r"(?:\bthat|\bon|\bupon|(?:urg|ask|request|press|direct|implor|encourag|want|requir)\w*)\s+(?:for\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def _asked_in_full(actor: str, passage: Passage) -> bool:
    """Whether the actor's full name stands right after a word of asking, however long it is."""
    flat, name = " ".join(passage.sentence.split()), " ".join(actor.split())
    name = name.removeprefix("the ").removeprefix("The ")
    at = flat.find(name)
    while at >= 0:
        if _ASKING_END.search(flat, max(0, at - 40), at):
            return True
        at = flat.find(name, at + 1)
    return False


def _wrong(actor: str, asked: str, passage: Passage) -> Finding:
    what = f"The actor is given as “{actor}”; the passage turns to “{asked}”."
    return passage.finding("actors", actor, what, do="Name the one whom the passage asks.", part="actor")


@lru_cache(maxsize=32)
def asked_in(sentence: str) -> tuple[str, ...]:
    """Return whom a sentence asks to act, or says to be bound to; patterns are tried where their words stand."""
    ought = _OUGHT.finditer(sentence) if any(word in sentence for word in _BINDING) else ()
    return tuple(m["who"] for m in (*_ASKING_VERBS.finditer(_ASKED, sentence), *ought))


_BINDING = ("should", "must", "shall", "ought", "need", "has to", "has\n")


def _names_in(words: str) -> list[str]:
    return [t.folded for t in tokens(words) if t.text[0].isupper() and t.folded not in ("the", "a", "we", "i", "to")]


def _any_of(words: Sequence[str], text: str) -> bool:
    """Tell whether the weightiest word of a name stands in a text, or each of its words does as a stem."""
    own = {t.folded for t in tokens(text)}
    content = [w for w in words if w not in lexicon.words("stop")] or list(words)
    hit = [w for w in content if any(same_name(w, o) or stem(w) == stem(o) for o in own)]
    return bool(hit) and len(hit) * 2 >= len(content)


def _acts(words: Sequence[str], sentence: str) -> bool:
    """Tell whether one of the words stands right before a verb of duty or doing ("the Bureau to publish")."""
    last = re.escape(words[-1])
    return bool(
        re.search(rf"\b{last}\b[’'s]*\s+(?:to|should|must|shall|will|would|and|or|,)\b", sentence, re.IGNORECASE)
    )
