"""Two names of a passage that a claim puts in each other's place, or one in the place of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.audit.capitals import Capitalised
from brief.audit.finding import Finding
from brief.audit.names import is_title, named_in
from brief.audit.passage import Passage
from brief.audit.roles import Mention, common, roles, root
from brief.audit.words import alike, stem
from brief.letter.card import LetterCard

Slot = tuple[str, str]
Persons = tuple[tuple[str, frozenset[str]], ...]
_TELLING = frozenset({"from", "to", "with", "against", "by", "since", "until"})  # they tell a side by themselves
_ASKING = tuple(stem(w) for w in ("ask", "urge", "call", "press", "request", "demand", "write", "tell", "want"))
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")  # a claim's quotations are checked for themselves


@dataclass(frozen=True, slots=True)
class Party:
    """A name of a text with all that it hangs on there."""

    keys: frozenset[str]
    slots: frozenset[Slot]
    words: str


def check(text: str, passage: Passage) -> list[Finding]:
    """Object when a name of the claim stands where the passage has another name, which the claim has moved.

    A place is what a name hangs on: the verb that it does or suffers, the thing that is its own, the word before a
    preposition ("talks with …"). Proves nothing where the claim is worded so otherwise that no place is shared.
    """
    if not passage.evidence:
        return []
    names = Capitalised(passage.text)
    persons = _persons(passage.letter.card)
    claim = _parties(roles(_QUOTED.sub(" ", text), names), persons)
    for span in (*passage.sentence_spans, *passage.lead_spans):
        source = _parties(roles(span.of(passage.text), names), persons)
        pair = next(_crossed(claim, source), None) or _ousted(claim, source, text, passage)
        if pair is not None:
            return [_finding(*pair, text, passage)]
    return []


def _finding(x: Party, y: Party, text: str, passage: Passage) -> Finding:
    first, second = (" ".join(sorted(p.keys)).title() for p in (x, y))
    return Finding(
        check="actors", level="likely", words=text[:120], source=passage.first,
        what=f"“{first}” and “{second}” stand in each other's place in the claim.",
        do="Say who does what to whom as the letter does.",
    )  # fmt: skip


@lru_cache(maxsize=32)
def _parties(mentions: tuple[Mention, ...], persons: Persons) -> tuple[Party, ...]:
    """One party for all mentions of a name; "we" are the signers and "you" the addressees."""
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
def _persons(card: LetterCard) -> Persons:
    """The words by which signers ("we") and addressees ("you") are known, those of both left out."""
    titles = frozenset(root(w) for p in card.senders for w in (p.role or "").lower().split() if is_title(w))
    we = _known(" , ".join(p.name for p in card.senders)) | titles
    you = _known(" , ".join(f"{r.name or ''} , {r.office or ''}" for r in card.recipients)) - {"united"}
    return ("we", we - you), ("you", you - we)


def _known(words: str) -> frozenset[str]:
    return frozenset(k for m in roles(f"by {words}", frozenset()) for k in m.keys)


def _crossed(claim: Sequence[Party], source: Sequence[Party]) -> Iterator[tuple[Party, Party]]:
    asked = any(_asked(p) for p in claim)
    for i, x in enumerate(claim):
        xs = _same(x, source)
        if xs is not None and _contrary(x, xs):
            yield x, x
        for y in claim[i + 1 :]:
            ys = _same(y, source)
            both = x.keys | y.keys
            if (x.keys & y.keys) & {"we", "you"} or _is_date(x) != _is_date(y):
                continue
            if "we" in both and "you" in both and xs is not None and ys is not None and _reversed(x, y, xs, ys):
                yield x, y
            if ("we" in both and "you" not in both) or ("you" in both and asked):
                continue  # what signers do is told in words that others may share; whom they ask may stand on the card
            if _swapped(x, y, xs, ys):
                yield x, y


def _asked(party: Party) -> bool:
    """Tell whether a claim has the addressees asked, as they should be."""
    asked = [h for h, relation in party.slots if relation in ("done", "on", "to")]
    return "you" in party.keys and any(alike(a, h) for a in _ASKING for h in asked if h)


def _is_date(party: Party) -> bool:
    return any(k.startswith("@") for k in party.keys)


def _swapped(x: Party, y: Party, xs: Party | None, ys: Party | None) -> bool:
    """Tell whether one of two parties of a claim stands where the passage has the other.

    One of a kind may mean the name beside it ("Corvane … the company"): of these two only a full exchange counts.
    """
    doubtful = _meant(x) != _meant(y)
    if xs is not None and ys is not None:
        return xs is not ys and _turned(x, y, xs, ys, doubtful)
    if doubtful:
        return False
    return (ys is not None and _taken(x, ys, y)) or (xs is not None and _taken(y, xs, x))


def _same(party: Party, among: Sequence[Party]) -> Party | None:
    """The party of a passage that a claim's is: the one with most keys in common."""
    best = max(among, key=lambda p: _one(p.keys, party.keys), default=None)
    return best if best is not None and _one(best.keys, party.keys) else None


def _one(a: frozenset[str], b: frozenset[str]) -> int:
    """How many keys two parties share: names, and kinds of which no two owners are named."""
    return sum(x in b or ("~" in x and any(_one_kind(x, y) for y in b if "~" in y)) for x in a)


def _one_kind(x: str, y: str) -> bool:
    (whose, kind), (other_s, other) = x.split("~"), y.split("~")
    return (not whose or not other_s or whose == other_s) and alike(kind, other)


def _meant(party: Party) -> bool:
    """Tell whether a party is one of a kind, without a name: "the company"."""
    words = party.words.removesuffix("’s").removesuffix("'s")
    return all(k.startswith("~") for k in party.keys) and not words.endswith("s")


def _turned(x: Party, y: Party, xs: Party, ys: Party, doubtful: bool) -> bool:
    """Tell whether x stands in y's place of the passage and y in x's, or one does and neither keeps a place."""
    there, back = _shared(x.slots, ys.slots), _shared(y.slots, xs.slots)
    kept, held = _held(x, xs), _held(y, ys)
    bare = {"", "say"} if not _is_date(x) else set()
    gain = len(_heads(there - kept, bare)) + len(_heads(back - held, bare))
    keep = len(_heads(kept - there, bare)) + len(_heads(held - back, bare))
    if there - kept and back - held and gain > keep:
        return True
    return gain > 0 and not _is_date(x) and not doubtful and not _headed(kept) and not _headed(held)


def _reversed(x: Party, y: Party, xs: Party, ys: Party) -> bool:
    """Tell whether, of signer and addressee, the claim has the one act on the other and the passage the reverse."""
    here, there = (_side(x), _side(y)), (_side(xs), _side(ys))
    return here == there[::-1] and {*here} == {"acts", "met"}


def _side(party: Party) -> str:
    """Whether a name only acts, is only acted on or met with, or neither can be said."""
    acts = any(r == "does" for _, r in party.slots)
    met = any(r in ("done", "to", "with", "against") for _, r in party.slots)
    return "acts" if acts and not met else "met" if met and not acts else ""


def _ousted(claim: Sequence[Party], source: Sequence[Party], text: str, passage: Passage) -> tuple[Party, Party] | None:
    """A name that the passage does not have, in the place of one that the claim does not have; no form of either."""
    strangers = [x for x in claim if _proper(x) and "we" not in x.keys and not _asked(x)]
    for x in strangers:
        slots = frozenset(s for s in x.slots if "you" not in x.keys or s[1] == "does")
        rivals = [
            y for y in source if _proper(y) and not (x.keys & y.keys) and any(h for h, _ in _shared(slots, y.slots))
        ]
        if rivals and not named_in(x.words, passage.sentence, passage.text):
            for y in rivals:
                if not named_in(y.words, text, passage.text) and _initials(x.words) != _initials(y.words):
                    return x, y
    return None


def _initials(name: str) -> str:
    """The acronym of a name; of one that has acronyms in it, with these ("UN Rivers Council": UNRC)."""
    return "".join(w if w.isupper() else w[0] for w in name.split() if w[0].isupper())


def _proper(party: Party) -> bool:
    """Tell whether a party has a name of its own, not only an office, a kind or a pronoun."""
    return any("~" not in k and k[0] != "@" and k not in common() and k not in ("we", "you") for k in party.keys)


_OPPOSITE = {
    "from": {"to"},
    "to": {"from", "by"},
    "by": {"on", "against", "to"},
    "on": {"by"},
    "against": {"by", "for"},
}
_OPPOSITE |= {"for": {"against"}, "does": {"done"}, "done": {"does"}}


def _contrary(x: Party, xs: Party) -> bool:
    """Tell whether a party hangs on the same word the other way round ("money to" for "money from" it)."""
    return any(
        alike(head, h) and r in _OPPOSITE.get(relation, ()) and not _kept(head, relation, xs) and not _kept(h, r, x)
        for head, relation in _plain(x)
        for h, r in _plain(xs)
    )


def _kept(head: str, relation: str, party: Party) -> bool:
    return any(relation == r and h and alike(head, h) for h, r in party.slots)


def _plain(party: Party) -> Iterator[Slot]:
    """The places with a head that can be told: a word behind a name may be its own ("licenses") or its verb."""
    return ((h, r) for h, r in party.slots if h and r in _OPPOSITE and (r != "does" or (h, "of") not in party.slots))


def _taken(x: Party, ys: Party, y: Party) -> bool:
    """Tell whether x, whom the passage's sentence does not name, stands in the place that y has there and left."""
    there = _shared(x.slots, ys.slots)
    return bool(_headed(there)) and not _headed(_held(y, ys))


def _shared(claimed: frozenset[Slot], given: frozenset[Slot]) -> frozenset[Slot]:
    """The places of a claim that are among the passage's, in like words."""
    return frozenset(slot for slot in claimed if any(_same_slot(slot, g) for g in given))


def _held(party: Party, source: Party) -> frozenset[Slot]:
    """The places that a name keeps; whose a thing is may be who does it ("Kestria's request": Kestria requests)."""
    loose = frozenset((head, other) for head, r in source.slots if r in _OWN for other in _OWN)
    return _shared(party.slots, source.slots | loose)


_OWN = frozenset({"does", "of", "by"})


def _same_slot(a: Slot, b: Slot) -> bool:
    if a[1] != b[1] and {a[1], b[1]} != {"of", "at"}:
        return False
    return alike(a[0], b[0]) if a[0] and b[0] else a[0] == b[0] and a[1] in _TELLING


def _headed(slots: frozenset[Slot]) -> set[str]:
    """The words hung on; that several say something shows no exchange."""
    return _heads(slots, {"", "say"})


def _heads(slots: frozenset[Slot], without: set[str]) -> set[str]:
    return {head or relation for head, relation in slots if head not in without}
