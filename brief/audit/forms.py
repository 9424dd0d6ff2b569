"""Under which forms a name may stand: its words, a short form, an acronym; and which titles stand for one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.aliases import expansions, introduced_with, known_groups, same_name
from brief.audit.capitals import Mention, mentions

_PARTS = re.compile(r"[-’']")
_RUN = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:of|the|for|and|on)\s+){0,2}[A-Z][\w’'-]*)+")


def is_date_word(folded: str) -> bool:
    """Tell whether a folded word names a month or a day."""
    return folded in lexicon.words("calendar")


def is_plain(folded: str) -> bool:
    """Tell whether a capitalised word names no one by itself."""
    generic = folded in lexicon.words("generic") or folded in lexicon.words("stop")
    return len(folded) < 2 or generic or is_date_word(folded) or is_title(folded)


def forms_of(m: Mention, text: str, document: str) -> list[str]:
    """The forms under which a name may stand in the source: itself, its short form, its full form."""
    word = m.word.lower()
    forms = [word]
    if "-" in word and all(stands([p], document) for p in word.split("-") if len(p) > 2):
        forms += [p for p in word.split("-") if len(p) > 3]  # "Roe-Dole" of two names, not another's double name
    for long, short in introduced_with(m.word, document):
        if word == short or long in text.lower():
            forms += long, short
    if m.word.isupper() and 2 <= len(m.word) <= 7:
        forms += expansions(m.word, document)
    states = lexicon.table("states")
    if m.word in states:
        forms.append(states[m.word].replace("_", " "))
    run = run_of(m, text)
    if len(run) > 2:
        forms.append("".join(w[0] for w in run if w[0].isupper()).lower())
        headed = run[-1].lower() not in ("state", "states") and stands([word], document)
        forms += ["#head " + run[-1].lower()] if headed else []
    return forms


def named_in(words: str, ring: str, document: str) -> bool:
    """Tell whether a ring has a name under one of its forms: its words, a short form, an acronym, a country's city."""
    groups = {g for g, _, _ in known_groups(words)}
    if any(g in groups for g, _, _ in known_groups(ring)):
        return True
    padded = f"x {words}"
    own = [m for m in mentions(padded) if not is_plain(m.word.lower())]
    return any(stands(forms_of(m, padded, document), ring) for m in own)


def run_of(m: Mention, text: str) -> list[str]:
    """The capitalised words that stand together with a mention: "International River Commission"."""
    for run in _RUN.finditer(text):
        if run.start() <= m.start < run.end():
            return [w for w in run.group().split() if w[0].isupper()]
    return [m.word]


def stands(forms: Sequence[str], ring: str) -> bool:
    """Tell whether one of the forms of a name stands in a ring."""
    words = names_in(ring)
    if not words.isdisjoint(forms):
        return True
    folded = ring.lower().replace("’", "'")
    for form in forms:
        if form.startswith("#head "):
            if f"the {form[6:]}" in folded:  # "the Commission" for a commission named in full
                return True
        elif " " in form:
            if form.replace("’", "'") in folded:
                return True
        elif any(same_name(form, w) for w in words):
            return True
    return False


@lru_cache(maxsize=32)
def names_in(ring: str) -> frozenset[str]:
    """The capitalised words of a ring, folded; of a hyphenated name its parts too."""
    found: set[str] = set()
    for m in mentions(ring):
        found.add(m.word.lower())
        if not m.word.isalnum():
            found.update(p.lower() for p in _PARTS.split(m.word) if len(p) > 2)
    return frozenset(found)


def title_group(word: str) -> int | None:
    """Return the number of the group of titles that a word belongs to, if it is one."""
    return _titles().get(word.lower().rstrip("."))


@cache
def _titles() -> dict[str, int]:
    return {word.rstrip("."): i for i, line in enumerate(lexicon.lines("titles")) for word in line.split()}


def is_title(word: str) -> bool:
    """Tell whether a word is a title or a rank."""
    return title_group(word) is not None
