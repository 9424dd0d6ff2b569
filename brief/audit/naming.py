"""Names that stand together: a first name with its surname, an office or a body with what it is called after."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from brief.audit import lexicon
from brief.audit.aliases import known_names, same_name
from brief.audit.capitals import Mention, in_small_letters, mentions
from brief.audit.finding import Finding
from brief.audit.names import card_words, is_date_word, is_title, stands, title_group
from brief.audit.passage import Passage


def check(text: str, passage: Passage) -> list[Finding]:
    """Object to names put together that the document has only apart, and to a signer's surname with another first name.

    Proves nothing of who they are; names that the document does not have at all are told by `brief.audit.names`.
    """
    return [*_split_pairs(text, passage), *_first_names(text, passage)]


def _split_pairs(text: str, passage: Passage) -> Iterator[Finding]:
    """Names that stand together in the claim must do so somewhere in the document ("Andy Kim", not "Ro Kim")."""
    for a, b in pairwise(mentions(text)):
        between = text[a.start + len(a.word) : b.start]
        if between not in (" ", "’s ", "'s ") or not _worth_pairing(a, b, between):
            continue
        if _side_by_side(text[a.start : b.start + len(b.word)], passage):
            continue
        if not stands([a.word.lower()], passage.text) or not stands([b.word.lower()], passage.text):
            continue
        if not _together(a.word, b.word, passage.text) and not _together(a.word, b.word, card_words(passage.letter)):
            what = f"“{a.word} {b.word}”: the document has both names, but not together."
            yield passage.finding("names", f"{a.word} {b.word}", what)


def _side_by_side(words: str, passage: Passage) -> bool:
    """Whether the document or the card has the words just so: then nothing more need be looked up."""
    return any(
        (at := ring.find(words)) >= 0 and not ring[at + len(words) : at + len(words) + 1].isalnum()
        for ring in (passage.sentence, card_words(passage.letter), passage.text)
    )


def _first_names(text: str, passage: Passage) -> Iterator[Finding]:
    """A signer's or recipient's surname after another first name than the document gives ("James Schakowsky")."""
    card = passage.letter.card
    people = [p.name for p in card.senders] + [r.name for r in card.recipients if r.name]
    known: dict[str, set[str]] = {}
    for name in people:
        *first, last = name.split()
        known.setdefault(last, set()).update(first)
    for a, b in pairwise(mentions(text)):
        if text[a.end : b.start] != " " or is_title(a.word) or not known.get(b.word):
            continue
        plain = a.initial and in_small_letters(passage.text, a.word.lower())
        if (
            not plain
            and a.word not in known[b.word]
            and a.word.lower() not in lexicon.words("generic")
            and not _together(a.word, b.word, passage.text)
        ):
            others = {w for last, first in known.items() if last != b.word for w in first}
            what = f"“{a.word} {b.word}” is “{' '.join(sorted(known[b.word]))} {b.word}” in the document."
            yield passage.finding(
                "names",
                f"{a.word} {b.word}",
                what,
                "certain" if a.word in others else "unsure",
                do="Take the name from the letter.",
            )


def _worth_pairing(a: Mention, b: Mention, between: str) -> bool:
    """A name before a name, or before the head of an institution; titles before names may be added."""
    first, second = a.word.lower(), b.word.lower()
    if (
        "." in a.word
        or (a.initial and between == " ")
        or is_date_word(first)
        or is_date_word(second)
        or first in _PARTISAN
    ):
        return False
    plain = first in known_names() or is_title(a.word) or first in lexicon.words("generic")
    return not plain and (second in _HEADS or not (is_title(b.word) or second in lexicon.words("generic")))


_HEADS = lexicon.words("heads")
_PARTISAN = frozenset("democratic republican house senate federal state national".split())  # noqa: SIM905
_APART = 5  # words between two that still name one thing ("Ministry of Health of Keshara")


def _together(a: str, b: str, text: str) -> bool:
    """Tell whether two words, or their variants, stand within a few words of each other, in either order."""
    near_a = _places(a.lower(), text, same_name)
    near_b = _places(b.lower(), text, _variant)
    return any(abs(i - j) <= _APART for i in near_a for j in near_b)


def _places(word: str, text: str, alike: Callable[[str, str], bool]) -> list[int]:
    """Where a word or a variant of it stands: of a name those that begin alike, of a title any of its group."""
    index, beginnings = _word_index(text), _beginnings(text)
    group = title_group(word)
    others = lexicon.lines("titles")[group].split() if group is not None else []
    tried = {*beginnings.get(word[:4], ()), *others, *_OFFICES.get(word, ())}
    return [i for w in tried if w in index and alike(w, word) for i in index[w]]


@lru_cache(maxsize=4)
def _beginnings(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in _word_index(text):
        found.setdefault(word[:4], []).append(word)
    return found


_OFFICES = {
    "secretary": ("department",),
    "department": ("secretary",),
    "minister": ("ministry",),
    "ministry": ("minister",),
}


def _variant(word: str, of: str) -> bool:
    if same_name(word, of):
        return True
    group = title_group(of)
    return (group is not None and group == title_group(word)) or word in _OFFICES.get(of, ())


@lru_cache(maxsize=4)
def _word_index(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, word in enumerate(_WORDS.findall(text.lower().replace("’", "'"))):
        found.setdefault(word.removesuffix("'s"), []).append(i)
    return found


_WORDS = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
