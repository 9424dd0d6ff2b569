"""Two names of a passage that a claim puts in each other's place, or one in the place of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.audit.aliases import is_place
from brief.audit.capitals import Capitalised
from brief.audit.finding import Finding
from brief.audit.forms import named_in
from brief.audit.parties import (
    SIDES,
    Party,
    Slot,
    has_a_name,
    headed,
    heads,
    held_places,
    initials,
    is_date,
    may_mean_another,
    parties,
    persons_of,
    same_party,
    shared,
    sided,
)
from brief.audit.passage import Passage
from brief.audit.roles import roles
from brief.audit.words import Kin, alike, stems, stems_of_frame, tokens

_ASKING = stems("letter ask urge call press request demand write tell want")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")  # a claim's quotations are checked for themselves


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when a name of the claim stands where the passage has another name, which the claim has moved.

    A place is what a name hangs on: the verb that it does or suffers, the thing that is its own, the word before a
    preposition ("talks with …"). Proves nothing where the claim is worded so otherwise that no place is shared.
    """
    pair = next(_pairs(text, passage), None)
    if pair is not None:
        x, y = pair
        first, second = (re.sub(r"[’']s?$", "", p.words) for p in pair)
        where = f"“{first}” is on the other side" if x is y else f"“{first}” and “{second}” stand in each other's place"
        do = "Say who does what to whom as the letter does."
        yield passage.finding("actors", text[:120], f"{where} in the claim.", do=do)


def _pairs(text: str, passage: Passage) -> Iterator[tuple[Party, Party]]:
    names, persons = Capitalised(passage.text), persons_of(passage.letter.card)
    claim = parties(roles(_QUOTED.sub(" ", text), names), persons)
    for sentence in (s.of(passage.text) for s in (*passage.sentence_spans, *passage.lead_spans)):
        source = parties(roles(sentence, names), persons)
        yield from _crossed(claim, source, _close(text, sentence))
        yield from _ousted(claim, source, text, passage)


def _close(text: str, sentence: str) -> bool:
    """Tell whether a claim retells one sentence, most of its words having their like there: then order tells more."""
    words = frozenset(t.stem for t in tokens(text) if t.is_content and t.text[0].islower()) - stems_of_frame()
    near = Kin(frozenset(t.stem for t in tokens(sentence) if t.is_content))
    return len(words) > 2 and near.share(words) >= _RETOLD


_RETOLD = 0.6


def _crossed(claim: Sequence[Party], source: Sequence[Party], close: bool) -> Iterator[tuple[Party, Party]]:
    asked = any(("you" in p.keys and _asked(p)) or _asks(p) for p in claim)
    for i, x in enumerate(claim):
        xs = same_party(x, source)
        if xs is not None and x.keys.isdisjoint({"we", "you"}) and _contrary(x, xs, close):
            yield x, x
        for y in claim[i + 1 :]:
            ys = same_party(y, source)
            both = x.keys | y.keys
            if (x.keys & y.keys) & {"we", "you"} or is_date(x) != is_date(y):
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


def _swapped(x: Party, y: Party, xs: Party | None, ys: Party | None, close: bool) -> bool:
    """Tell whether one of two parties of a claim stands where the passage has the other.

    One of a kind may mean the name beside it ("Corvane … the company"): of these two only a full exchange counts.
    """
    if (ys is not None and _asked_instead(x, y, ys)) or (xs is not None and _asked_instead(y, x, xs)):
        return True
    doubtful = may_mean_another(x) != may_mean_another(y)
    if xs is not None and ys is not None:
        return xs is not ys and _turned(x, y, xs, ys, close and not doubtful)
    if doubtful:
        return False
    return (ys is not None and _taken(x, ys, y, close)) or (xs is not None and _taken(y, xs, x, close))


def _asked_instead(x: Party, y: Party, ys: Party) -> bool:
    """Tell whether x is asked in the claim, and the addressee y, whom the passage asks, stands there unasked."""
    return "you" in y.keys and _asked(ys) and _asked(x) and not _asked(y)


def _turned(x: Party, y: Party, xs: Party, ys: Party, close: bool) -> bool:
    """Tell whether x stands in y's place of the passage and y in x's; of a close retelling, whether one does."""
    there, back = shared(x.slots, ys.slots), shared(y.slots, xs.slots)
    kept, held = held_places(x, xs), held_places(y, ys)
    bare = {"", "say"} if not is_date(x) else set()
    gain = len(heads(there - kept, bare)) + len(heads(back - held, bare))
    keep = len(heads(kept - there, bare)) + len(heads(held - back, bare))
    if there - kept and back - held and gain > keep:
        return True
    return close and gain > 0 and not is_date(x) and not headed(kept) and not headed(held)


def _reversed(x: Party, y: Party, xs: Party, ys: Party) -> bool:
    """Tell whether, of signer and addressee, the claim has the one act on the other and the passage the reverse."""
    here, there = (_side(x), _side(y)), (_side(xs), _side(ys))
    if not (headed(x.slots) & headed(y.slots) and headed(xs.slots) & headed(ys.slots)):
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


def _ousted(
    claim: Sequence[Party], source: Sequence[Party], text: str, passage: Passage
) -> Iterator[tuple[Party, Party]]:
    """A name that the passage does not have, in the place of one that the claim does not have; no form of either."""
    for x in (x for x in claim if has_a_name(x) and "we" not in x.keys and not _asked(x)):
        slots = frozenset(s for s in x.slots if "you" not in x.keys or s[1] == "does")
        others = [y for y in source if has_a_name(y) and x.keys.isdisjoint(y.keys)]
        rivals = [y for y in others if _stands_for(slots, y.slots, is_place(x.words) or is_place(y.words))]
        if rivals and not named_in(x.words, passage.sentence, passage.text):
            strangers = (y for y in rivals if not named_in(y.words, text, passage.text))
            yield from ((x, y) for y in strangers if initials(x.words) != initials(y.words))


def _stands_for(slots: frozenset[Slot], other: frozenset[Slot], of_a_place: bool) -> bool:
    """Tell whether a name hangs on the very word that another does: as one who acts, or as a country or a state."""
    return any(head and (relation in SIDES or of_a_place) for head, relation in slots & other)


_OPPOSITE = {
    "from": {"to"}, "to": {"from", "by"}, "by": {"on", "against", "to"}, "on": {"by"}, "against": {"by", "for"},
    "for": {"against"}, "does": {"done"}, "done": {"does"},
}  # fmt: skip


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
    if not headed(y.slots) or headed(held_places(y, ys)):
        return False
    there = sided(frozenset(s for s in x.slots & ys.slots if s[1] != "does" or (s[0], "of") not in x.slots))
    if close:
        return bool(sided(shared(x.slots, ys.slots)))
    return bool(there) and bool(sided(y.slots - ys.slots)) and has_a_name(x)
