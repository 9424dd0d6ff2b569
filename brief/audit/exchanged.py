"""Two names of a passage that a claim puts in each other's place, or one in the place of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.audit.finding import Finding
from brief.audit.names import always_capitalised, is_title
from brief.audit.passage import Passage
from brief.audit.roles import Mention, roles, root
from brief.audit.words import alike
from brief.letter.card import LetterCard

Slot = tuple[str, str]
_TELLING = frozenset({"from", "to", "with", "against", "by"})  # prepositions that tell a side by themselves


@dataclass(frozen=True, slots=True)
class Party:
    """A name of a text with all that it hangs on there."""

    keys: frozenset[str]
    slots: frozenset[Slot]


def check(text: str, passage: Passage) -> list[Finding]:
    """Object when a name of the claim stands where the passage has another name, which the claim has moved.

    A place is what a name hangs on: the verb that it does or suffers, the thing that is its own, the word before a
    preposition ("talks with …"). Proves nothing where the claim is worded so otherwise that no place is shared.
    """
    if not passage.evidence:
        return []
    names = always_capitalised(passage.text)
    claim = _parties(roles(text, names), passage.letter.card)
    if len(claim) < 2:
        return []
    for span in (*passage.sentence_spans, *passage.lead_spans):
        source = _parties(roles(span.of(passage.text), names), passage.letter.card)
        pair = next(_crossed(claim, source), None)
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
def _parties(mentions: tuple[Mention, ...], card: LetterCard) -> tuple[Party, ...]:
    """One party for all mentions of a name; "we" are the signers and "you" the addressees."""
    found: list[Party] = []
    for m in mentions:
        keys = m.keys | {person for person, words in _persons(card) if m.keys & words}
        at = next((i for i, p in enumerate(found) if p.keys & keys), None)
        if at is None:
            found.append(Party(keys, m.slots))
        else:
            found[at] = Party(found[at].keys | keys, found[at].slots | m.slots)
    return tuple(found)


@lru_cache(maxsize=4)
def _persons(card: LetterCard) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words by which signers ("we") and addressees ("you") are known, those of both left out."""
    titles = frozenset(root(w) for p in card.senders for w in (p.role or "").lower().split() if is_title(w))
    we = _known(" , ".join(p.name for p in card.senders)) | titles
    you = _known(" , ".join(f"{r.name or ''} , {r.office or ''}" for r in card.recipients))
    return ("we", we - you), ("you", you - we)


def _known(words: str) -> frozenset[str]:
    return frozenset(k for m in roles(f"by {words}", frozenset()) for k in m.keys)


def _crossed(claim: Sequence[Party], source: Sequence[Party]) -> Iterator[tuple[Party, Party]]:
    for i, x in enumerate(claim):
        for y in claim[i + 1 :]:
            xs, ys = _same(x, source), _same(y, source)
            both = x.keys | y.keys
            if "we" in both and "you" in both and xs is not None and ys is not None and _reversed(x, y, xs, ys):
                yield x, y
            if "we" in both and "you" not in both:
                continue  # what signers do is told with words of telling, which others may share
            if xs is not None and ys is not None and xs is not ys:
                if _turned(x, y, xs, ys):
                    yield x, y
            elif (ys is not None and _taken(x, ys, y)) or (xs is not None and _taken(y, xs, x)):
                yield x, y


def _same(party: Party, among: Sequence[Party]) -> Party | None:
    return next((p for p in among if p.keys & party.keys), None)


def _turned(x: Party, y: Party, xs: Party, ys: Party) -> bool:
    """Tell whether x stands in y's place of the passage and y in x's, or one does and neither keeps a place."""
    there, back = _shared(x.slots, ys.slots), _shared(y.slots, xs.slots)
    kept, held = _held(x, xs), _held(y, ys)
    gain = len(_headed(there - kept)) + len(_headed(back - held))
    keep = len(_headed(kept - there)) + len(_headed(held - back))
    if there - kept and back - held and gain > keep:
        return True
    return gain > 0 and not _headed(kept) and not _headed(held)


def _reversed(x: Party, y: Party, xs: Party, ys: Party) -> bool:
    """Tell whether, of signer and addressee, the claim has the one act on the other and the passage the reverse."""
    here, there = (_side(x), _side(y)), (_side(xs), _side(ys))
    return here == there[::-1] and {*here} == {"acts", "met"}


def _side(party: Party) -> str:
    """Whether a name only acts, is only acted on or met with, or neither can be said."""
    acts = any(r == "does" for _, r in party.slots)
    met = any(r in ("done", "to", "with", "against") for _, r in party.slots)
    return "acts" if acts and not met else "met" if met and not acts else ""


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
    if a[1] != b[1]:
        return False
    return alike(a[0], b[0]) if a[0] and b[0] else a[0] == b[0] and a[1] in _TELLING


def _headed(slots: frozenset[Slot]) -> set[str]:
    return {head for head, _ in slots if head}
