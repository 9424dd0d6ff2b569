"""Two names of a passage that a claim puts in each other's place, or one in the place of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.aliases import is_place
from brief.audit.capitals import Capitalised
from brief.audit.finding import Finding
from brief.audit.names import is_title, named_in
from brief.audit.passage import Passage
from brief.audit.roles import Mention, common, roles, root
from brief.audit.words import Kin, alike, stem, tokens
from brief.letter.card import LetterCard

Slot = tuple[str, str]
Persons = tuple[tuple[str, frozenset[str]], ...]
_TELLING = frozenset({"from", "to", "with", "against", "by", "since", "until"})  # they tell a side by themselves
_SIDES = frozenset({"does", "done", "from", "to", "by", "with", "against"})  # relations of one who acts or is acted on
_ASKING = tuple(
    stem(w) for w in ("letter", "ask", "urge", "call", "press", "request", "demand", "write", "tell", "want")
)
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
        close = _close(text, span.of(passage.text))
        pair = next(_crossed(claim, source, close), None) or _ousted(claim, source, text, passage)
        if pair is not None:
            return [_finding(*pair, text, passage)]
    return []


def _close(text: str, sentence: str) -> bool:
    """Tell whether a claim retells one sentence, most of its words having their like there: then order tells more."""
    words = frozenset(t.stem for t in tokens(text) if t.is_content and t.text[0].islower()) - _frame()
    near = Kin(frozenset(t.stem for t in tokens(sentence) if t.is_content))
    return len(words) > 2 and sum(w in near for w in words) >= _RETOLD * len(words)


_RETOLD = 0.6


@cache
def _frame() -> frozenset[str]:
    return frozenset(stem(w) for w in lexicon.words("frame"))


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


def _crossed(claim: Sequence[Party], source: Sequence[Party], close: bool) -> Iterator[tuple[Party, Party]]:
    asked = any(("you" in p.keys and _asked(p)) or _asks(p) for p in claim)
    for i, x in enumerate(claim):
        xs = _same(x, source)
        if xs is not None and x.keys.isdisjoint({"we", "you"}) and _contrary(x, xs, close):
            yield x, x
        for y in claim[i + 1 :]:
            ys = _same(y, source)
            both = x.keys | y.keys
            if (x.keys & y.keys) & {"we", "you"} or _is_date(x) != _is_date(y):
                continue
            if ("we" in both and "you" not in both) or ("you" in both and asked):
                continue  # what signers do is told in words that others may share; whom they ask may stand on the card
            if "we" in both and "you" in both:
                if _asked_back(x, y) or (xs is not None and ys is not None and _reversed(x, y, xs, ys)):
                    yield x, y
                continue
            if _swapped(x, y, xs, ys, close):
                yield x, y


def _asked(party: Party) -> bool:
    """Tell whether a claim has a party asked for something, as the addressees should be."""
    asked = [h for h, relation in party.slots if relation in ("done", "on", "to")]
    return any(alike(a, h) for a in _ASKING for h in asked if h)


def _asks(party: Party) -> bool:
    """Tell whether a claim has the signers ask for something, as they should."""
    return "we" in party.keys and any(alike(a, h) for a in _ASKING for h, relation in party.slots if relation == "does")


def _is_date(party: Party) -> bool:
    return any(k.startswith("@") for k in party.keys)


def _swapped(x: Party, y: Party, xs: Party | None, ys: Party | None, close: bool) -> bool:
    """Tell whether one of two parties of a claim stands where the passage has the other.

    One of a kind may mean the name beside it ("Corvane … the company"): of these two only a full exchange counts.
    """
    if (ys is not None and _asked_instead(x, y, ys)) or (xs is not None and _asked_instead(y, x, xs)):
        return True
    doubtful = _meant(x) != _meant(y)
    if xs is not None and ys is not None:
        return xs is not ys and _turned(x, y, xs, ys, close and not doubtful)
    if doubtful:
        return False
    return (ys is not None and _taken(x, ys, y, close)) or (xs is not None and _taken(y, xs, x, close))


def _asked_instead(x: Party, y: Party, ys: Party) -> bool:
    """Tell whether x is asked in the claim, and the addressee y, whom the passage asks, stands there unasked."""
    return "you" in y.keys and _asked(ys) and _asked(x) and not _asked(y)


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


def _turned(x: Party, y: Party, xs: Party, ys: Party, close: bool) -> bool:
    """Tell whether x stands in y's place of the passage and y in x's; of a close retelling, whether one does."""
    there, back = _shared(x.slots, ys.slots), _shared(y.slots, xs.slots)
    kept, held = _held(x, xs), _held(y, ys)
    bare = {"", "say"} if not _is_date(x) else set()
    gain = len(_heads(there - kept, bare)) + len(_heads(back - held, bare))
    keep = len(_heads(kept - there, bare)) + len(_heads(held - back, bare))
    if there - kept and back - held and gain > keep:
        return True
    return close and gain > 0 and not _is_date(x) and not _headed(kept) and not _headed(held)


def _reversed(x: Party, y: Party, xs: Party, ys: Party) -> bool:
    """Tell whether, of signer and addressee, the claim has the one act on the other and the passage the reverse."""
    here, there = (_side(x), _side(y)), (_side(xs), _side(ys))
    if not (_headed(x.slots) & _headed(y.slots) and _headed(xs.slots) & _headed(ys.slots)):
        return False  # of one doing, in the claim and in the passage
    return here == there[::-1] and {*here} == {"acts", "met"}


def _asked_back(x: Party, y: Party) -> bool:
    """Tell whether a claim has the addressees ask the signers."""
    you, we = (x, y) if "you" in x.keys else (y, x)
    asks = any(alike(a, h) for a in _ASKING for h, relation in you.slots if relation == "does" and h)
    return asks and _asked(we)


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
        others = [y for y in source if _proper(y) and x.keys.isdisjoint(y.keys)]
        rivals = [y for y in others if _stands_for(slots, y.slots, is_place(x.words) or is_place(y.words))]
        if rivals and not named_in(x.words, passage.sentence, passage.text):
            for y in rivals:
                if not named_in(y.words, text, passage.text) and _initials(x.words) != _initials(y.words):
                    return x, y
    return None


def _stands_for(slots: frozenset[Slot], other: frozenset[Slot], of_a_place: bool) -> bool:
    """Tell whether a name hangs on the very word that another does: as one who acts, or as a country or a state."""
    return any(head and (relation in _SIDES or of_a_place) for head, relation in slots & other)


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


def _contrary(x: Party, xs: Party, close: bool) -> bool:
    """Tell whether a party hangs on the same word the other way round ("money to" for "money from" it).

    Who does and to whom it is done is told apart only in a close retelling: "the people displaced" may be either.
    """
    return any(
        (close or "does" not in (relation, r))
        and alike(head, h)
        and r in _OPPOSITE.get(relation, ())
        and not _kept(head, relation, xs)
        and not _kept(h, r, x)
        for head, relation in _plain(x)
        for h, r in _plain(xs)
    )


def _kept(head: str, relation: str, party: Party) -> bool:
    return any(relation == r and h and alike(head, h) for h, r in party.slots)


def _plain(party: Party) -> Iterator[Slot]:
    """The places with a head that can be told: a word behind a name may be its own ("licenses") or its verb."""
    return ((h, r) for h, r in party.slots if h and r in _OPPOSITE and (r != "does" or (h, "of") not in party.slots))


def _taken(x: Party, ys: Party, y: Party, close: bool) -> bool:
    """Tell whether x, whom the passage's sentence does not name, stands where y does there, and y somewhere else."""
    if not _headed(y.slots) or _headed(_held(y, ys)):
        return False
    there = _sided(frozenset(s for s in x.slots & ys.slots if s[1] != "does" or (s[0], "of") not in x.slots))
    if close:
        return bool(_sided(_shared(x.slots, ys.slots)))
    return bool(there) and bool(_sided(y.slots - ys.slots)) and _proper(x)


def _sided(slots: frozenset[Slot]) -> set[str]:
    """The words on which one hangs who acts or is acted on: a shared place or topic shows no exchange."""
    return _headed(frozenset(s for s in slots if s[1] in _SIDES))


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
    """The words hung on; that several say something, or are included, shows no exchange."""
    return _heads(slots, {"", "say", "includ"})


def _heads(slots: frozenset[Slot], without: set[str]) -> set[str]:
    return {head or relation for head, relation in slots if head not in without}
