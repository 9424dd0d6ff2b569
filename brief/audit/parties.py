"""The parties of a text: names, kinds of people and dates, each with all that it hangs on, and when two are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.audit.forms import is_title
from brief.audit.roles import Mention, common, keys_in, root
from brief.audit.words import alike
from brief.letter.card import LetterCard

Slot = tuple[str, str]
Persons = tuple[tuple[str, frozenset[str]], ...]
_TELLING = frozenset({"from", "to", "with", "against", "by", "since", "until"})  # they tell a side by themselves
SIDES = frozenset({"does", "done", "from", "to", "by", "with", "against"})
"""Relations of one who acts or is acted on."""


@dataclass(frozen=True, slots=True)
class Party:
    """A name of a text with all that it hangs on there; keys and slots as in `brief.audit.roles.Mention`.

    Signers have the key "we" too, addressees "you". `words` are its first mention, as written.
    """

    keys: frozenset[str]
    slots: frozenset[Slot]
    words: str


@lru_cache(maxsize=32)
def parties(mentions: tuple[Mention, ...], persons: Persons) -> tuple[Party, ...]:
    """Return one party for all mentions of a name; "we" are the signers and "you" the addressees."""
    found: list[Party] = []
    for m in mentions:
        keys = m.keys | {person for person, words in persons if m.keys & words}
        at = next((i for i, p in enumerate(found) if _one(p.keys, keys) in (len(p.keys), len(keys))), None)
        if at is None:
            found.append(Party(keys, m.slots, m.words))
        else:
            found[at] = Party(found[at].keys | keys, found[at].slots | m.slots, found[at].words)
    return tuple(found)


@lru_cache(maxsize=4)
def persons_of(card: LetterCard) -> Persons:
    """Return the words by which signers ("we") and addressees ("you") are known, those of both left out."""
    titles = frozenset(root(w) for p in card.senders for w in (p.role or "").lower().split() if is_title(w))
    we = keys_in("by " + " , ".join(p.name for p in card.senders)) | titles
    you = keys_in("by " + " , ".join(f"{r.name or ''} , {r.office or ''}" for r in card.recipients)) - {"united"}
    return ("we", we - you), ("you", you - we)


def is_date(party: Party) -> bool:
    """Tell whether a party is a month or a year."""
    return any(k.startswith("@") for k in party.keys)


def same_party(party: Party, among: Sequence[Party]) -> Party | None:
    """Return the party among others that a party is: the one with most keys in common."""
    best = max(among, key=lambda p: _one(p.keys, party.keys), default=None)
    return best if best is not None and _one(best.keys, party.keys) else None


def _one(a: frozenset[str], b: frozenset[str]) -> int:
    """How many keys two parties share: names, and kinds of which no two owners are named."""
    return sum(x in b or ("~" in x and any(_one_kind(x, y) for y in b if "~" in y)) for x in a)


def _one_kind(x: str, y: str) -> bool:
    (whose, kind), (other_s, other) = x.split("~"), y.split("~")
    return (not whose or not other_s or whose == other_s) and alike(kind, other)


def may_mean_another(party: Party) -> bool:
    """Tell whether a party is one of a kind, without a name: "the company"."""
    words = party.words.removesuffix("’s").removesuffix("'s")
    return all(k.startswith("~") for k in party.keys) and not words.endswith("s")


def initials(name: str) -> str:
    """Return the acronym of a name; of one that has acronyms in it, with these ("UN Rivers Council": UNRC)."""
    return "".join(w if w.isupper() else w[0] for w in name.split() if w[0].isupper())


def has_a_name(party: Party) -> bool:
    """Tell whether a party has a name of its own, not only an office, a kind or a pronoun."""
    return any("~" not in k and k[0] != "@" and k not in common() and k not in ("we", "you") for k in party.keys)


def sided(slots: frozenset[Slot]) -> set[str]:
    """Return the words on which one hangs who acts or is acted on: a shared place or topic shows no exchange."""
    return headed(frozenset(s for s in slots if s[1] in SIDES))


def shared(claimed: frozenset[Slot], given: frozenset[Slot]) -> frozenset[Slot]:
    """Return the places of a claim that are among the passage's, in like words."""
    return frozenset(slot for slot in claimed if any(_same_slot(slot, g) for g in given))


def held_places(party: Party, source: Party) -> frozenset[Slot]:
    """Return the places that a name keeps; whose it is may be who does it ("Kestria's request")."""
    loose = frozenset((head, other) for head, r in source.slots if r in _OWN for other in _OWN)
    return shared(party.slots, source.slots | loose)


_OWN = frozenset({"does", "of", "by"})


def _same_slot(a: Slot, b: Slot) -> bool:
    if a[1] != b[1] and {a[1], b[1]} != {"of", "at"}:
        return False
    return alike(a[0], b[0]) if a[0] and b[0] else a[0] == b[0] and a[1] in _TELLING


def headed(slots: frozenset[Slot]) -> set[str]:
    """Return the words hung on; that several say something, or are included, shows no exchange."""
    return heads(slots, {"", "say", "includ"})


def heads(slots: frozenset[Slot], without: set[str]) -> set[str]:
    """Return the words hung on but for some; of a bare preposition, the preposition."""
    return {head or relation for head, relation in slots if head not in without}
