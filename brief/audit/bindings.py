"""Which words of names a document binds together: an office with its field and its holder, a body with its name."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from brief.audit import lexicon
from brief.audit.aliases import is_place, known_groups, known_names
from brief.audit.capitals import Mention, in_small_letters, mentions
from brief.audit.finding import Finding
from brief.audit.forms import is_date_word, is_title, stands, title_group
from brief.audit.heads import card_words
from brief.audit.passage import Passage
from brief.audit.roles import root
from brief.audit.words import ends_of
from brief.letter.card import LetterCard

_WORD = re.compile(r"[^\W\d_][\w’'-]*(?:\.(?=\w))?|[^\w\s]")
_JOINING = frozenset("of the for a an de la von van".split())  # noqa: SIM905
_QUALIFIERS = frozenset("under deputy assistant prime vice chief ranking attorney inspector".split())  # noqa: SIM905
_FAR = 6  # names between two words of one string of names ("Secretary, U.S. Department of Commerce")
_LINKS = {" ": "", " of ": "of", " of the ": "of", " for ": "of", " for the ": "of"}
_OWNED = ("’s ", "'s ")
_BODIES = {"secretary": "department", "minister": "ministry", "administrator": "administration"}
Bindings = Mapping[str, Set[str]]


@dataclass(frozen=True, slots=True)
class Bound:
    """Of each word of a name: the words of one string of names with it, and of those the ones with no comma between."""

    wide: Bindings
    narrow: Bindings


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to two words of names put together that the document binds to others, or has only apart.

    Proves that the document has both words, each in other company ("Secretary of Commerce", "Belmar Group" for
    "Secretary of Belmar"), or gives a signer's surname another first name. Does not know who holds an office that the
    document does not tell of; names that it does not have at all are told by `brief.audit.names`.
    """
    card = passage.letter.card
    rings, known = (passage.text, card_words(passage.letter)), _first_by_surname(card)
    covered = [(s, e) for _, s, e in known_groups(text)]
    for a, b in pairwise(mentions(text)):
        between, words = text[a.start + len(a.word) : b.start], text[a.start : b.start + len(b.word)]
        link = _LINKS.get(between)
        if (link is None and between not in _OWNED) or any(any(ends_of(ring, words)) for ring in rings):
            continue  # as the document has them: most are
        bound = _bound_in(passage.text, card)
        yield from _first_names(a, b, known, bound, passage) if between == " " else ()
        known_together = any(s <= a.start and b.start < e for s, e in covered)
        bound_to_others = link is not None and not known_together and _wrong(a, b, link, bound)
        if bound_to_others or _apart(a, b, between, bound, passage):
            what = f"“{words}”: the document has these words, but not together."
            do = "Name the person, the office or the body as the letter does."
            yield passage.finding("names", words, what, do=do)


def _apart(a: Mention, b: Mention, between: str, bound: Bound, passage: Passage) -> bool:
    """Tell whether names stand together that do so nowhere in the document ("Andy Kim", not "Ro Kim")."""
    if (between != " " and between not in _OWNED) or not _worth_pairing(a, b, between):
        return False
    both = all(stands([m.word.lower()], passage.text) for m in (a, b))
    return both and not _together(_key(a.word), _key(b.word), bound.wide)


def _wrong(a: Mention, b: Mention, link: str, bound: Bound) -> bool:
    """Tell whether the document has both words of a pair in other company only."""
    first, second = _key(a.word), _key(b.word)
    kinds = _kind(a.word), _kind(b.word)
    together = _together(first, second, bound.wide)
    if kinds == ("title", "proper") and not link and any(w.startswith("#") for w in bound.narrow.get(second, ())):
        return not together  # a title that the letter never gives
    if first == second or first not in bound.wide or second not in bound.wide or together:
        return kinds == ("proper", "proper") and not link and _other_names(a, b, bound)
    if _is_short(a.word, bound.wide[second]) or _is_short(b.word, bound.wide[first]):
        return False
    with_first, with_second = bound.wide[first], bound.wide[second]
    if link:  # "Secretary of Belmar", where the letter has a Secretary of something else
        return kinds in (("title", "proper"), ("title", "head")) and any(not _is_office(w) for w in with_first)
    if kinds == ("title", "proper"):  # an office before the name of one who has another, or of a body
        return any(_is_office(w) or _is_head(w) for w in with_second)
    if kinds[1] in ("title", "head") and kinds[0] == "proper":
        return not _of_a_place(a.word) and any(not _is_office(w) for w in with_second)
    if kinds == ("proper", "proper"):
        holder = any(_is_office(w) for w in with_second)  # a name before one who holds an office is his own
        return (holder and not a.initial and not _of_a_place(a.word)) or _other_names(a, b, bound)
    return kinds in _NEVER_FREE


_NEVER_FREE = {
    ("qualifier", "proper"), ("qualifier", "head"), ("title", "head"), ("head", "proper"), ("head", "head")
}  # fmt: skip


def _is_short(word: str, others: Collection[str]) -> bool:
    """Tell whether a word is an acronym, or the beginning of a word that the document has in its place ("Fed")."""
    return (word.isupper() and len(word) < 7) or any(k.startswith(word.lower()) for k in others if len(word) > 2)


def _other_names(a: Mention, b: Mention, bound: Bound) -> bool:
    """Tell whether two names that stand together nowhere each stand in a longer name of their own."""
    first, second = bound.narrow.get(_key(a.word)), bound.narrow.get(_key(b.word))
    if not first or not second or _of_a_place(a.word) or _of_a_place(b.word) or a.initial:
        return False
    return not _together(_key(a.word), _key(b.word), bound.narrow)


def _together(first: str, second: str, bound: Bindings) -> bool:
    """Tell whether two words stand in one name, or the body of one (its secretary's department) does."""
    ones, others = (first, *_offices_like(first)), (second, *_offices_like(second))
    return any(y in bound.get(x, ()) for x in ones for y in others)


@lru_cache(maxsize=4096)
def _kind(word: str) -> str:
    folded = word.lower().rstrip(".")
    if folded in _QUALIFIERS:
        return "qualifier"
    if is_title(folded):
        return "title"
    if folded in lexicon.words("heads"):
        return "head"
    plain = folded in lexicon.words("generic") or folded in lexicon.words("stop") or is_date_word(folded)
    return "other" if plain or len(folded) < 3 or "." in word else "proper"


def _of_a_place(word: str) -> bool:
    """A state, or an adjective of a country: who is called by it need not be called so in the letter."""
    folded = word.lower()
    adjective = root(folded) != folded and folded.endswith(("n", "ns"))
    return adjective or is_place(word)


@lru_cache(maxsize=4096)
def _key(word: str) -> str:
    group = title_group(word)
    return f"#{group}" if group is not None else root(word.lower().replace("’", "'").removesuffix("'s").rstrip("."))


def _is_office(key: str) -> bool:
    return key.startswith("#") or key in _QUALIFIERS


def _is_head(key: str) -> bool:
    return key in lexicon.words("heads")


def _offices_like(key: str) -> Iterator[str]:
    """A department for its secretary, and the other way round."""
    for office, body in _BODIES.items():
        if key == _key(office):
            yield body
        elif key == body:
            yield _key(office)


@lru_cache(maxsize=4)
def _bound_in(text: str, card: LetterCard) -> Bound:
    """Read what a document's text and a letter's card bind together; the text once for all of its letters."""
    own, head = _bound_by(text), _bound_by(*_heads(card))
    return Bound(_union(own.wide, head.wide), _union(own.narrow, head.narrow))


def _union(many: Bindings, few: Bindings) -> Bindings:
    both = {key: many.get(key, frozenset()) | words for key, words in few.items()}
    return ChainMap(both, many)  # type: ignore[arg-type]  # a view of both, which nobody changes


def _heads(card: LetterCard) -> tuple[str, str]:
    """The persons and offices of a card, as two texts."""
    people = " ; ".join(f"{p.name} {_chamber(p.chamber)} {p.role or ''} ; {p.as_stated}" for p in card.senders)
    to = " ; ".join(f"{r.name or ''}, {r.office or ''} ; {r.as_stated}" for r in card.recipients)
    return people, to


@lru_cache(maxsize=8)
def _bound_by(*texts: str) -> Bound:
    """Read what some texts bind together, each by itself."""
    wide: dict[str, set[str]] = {}
    narrow: dict[str, set[str]] = {}
    for text in texts:
        _bind(text, wide, narrow)
    return Bound(wide, narrow)


def _chamber(chamber: str | None) -> str:
    return {"senate": "Senator", "house": "Representative"}.get(chamber or "", "")


def _bind(text: str, wide: dict[str, set[str]], narrow: dict[str, set[str]]) -> None:
    """Add what one text binds: the words of each string of capitalised words, joined by "of", commas and the like."""
    string: list[str] = []
    since = 0  # where in the string the last comma or "and" stands
    for word in _WORD.findall(text):
        if word[0].isupper():
            key = _key(word.rstrip("."))
            for d, others in ((wide, string[-_FAR:]), (narrow, string[since:][-_FAR:])):
                d.setdefault(key, set()).update(others)
                for other in others:
                    d.setdefault(other, set()).add(key)
            string.append(key)
        elif not string:
            continue
        elif word in (",", "and"):
            since = len(string)
        elif word not in _JOINING and word not in ".’'&-":
            string.clear()
            since = 0


def _first_names(
    a: Mention, b: Mention, known: Mapping[str, Set[str]], bound: Bound, passage: Passage
) -> Iterator[Finding]:
    """A signer's or recipient's surname after another one's first name ("James Schakowsky")."""
    own = known.get(b.word)
    if not own or a.word in own or is_title(a.word) or a.word.lower() in lexicon.words("generic"):
        return
    plain = a.initial and in_small_letters(passage.text, a.word.lower())
    others = any(a.word in first for last, first in known.items() if last != b.word)
    if others and not plain and not _together(_key(a.word), _key(b.word), bound.wide):
        what = f"“{a.word} {b.word}” is “{' '.join(sorted(own))} {b.word}” in the document."
        yield passage.finding("names", f"{a.word} {b.word}", what, "certain", do="Take the name from the letter.")


def _first_by_surname(card: LetterCard) -> dict[str, set[str]]:
    """The first names of a card's people under their surnames."""
    known: dict[str, set[str]] = {}
    for name in (*(p.name for p in card.senders), *(r.name for r in card.recipients if r.name)):
        *first, last = name.split()
        known.setdefault(last, set()).update(first)
    return known


def _worth_pairing(a: Mention, b: Mention, between: str) -> bool:
    """A name before a name, or before the head of an institution; titles before names may be added."""
    first, second = a.word.lower(), b.word.lower()
    if "." in a.word or (a.initial and between == " ") or first in _PARTISAN or any(map(is_date_word, (first, second))):
        return False
    generic = lexicon.words("generic")
    plain = first in known_names() or is_title(a.word) or first in generic
    return not plain and (second in _INSTITUTIONS or not (is_title(b.word) or second in generic))


_INSTITUTIONS = lexicon.words("heads")
_PARTISAN = frozenset("democratic republican house senate federal state national".split())  # noqa: SIM905
