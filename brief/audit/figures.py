"""Figures of a claim against the figures of its passage: value, kind, unit, magnitude, bound, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from brief.audit.dates import dates, days_of, letter_date
from brief.audit.finding import Finding, Level
from brief.audit.passage import Passage
from brief.audit.quantities import Quantity, quantities, same_value
from brief.audit.words import alike, stem, stems
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard

_ITEM = re.compile(r"(?m)^\s*(?:[-*•·◦▪]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])\s")
_FEW = 9  # so many a writer sees at a glance ("the two companies" for two that are named)
_SMALL_COUNT = 12  # up to here writers count things that the source only lists ("two agencies", "five steps")
_OF_NO_WEIGHT = frozenset("of the and to in or a for that its their more other such new".split())  # noqa: SIM905


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Look for each figure of the claim in its passage, then in the letter.

    Proves that a figure of that value, kind and unit stands where the claim points. Does not prove that it is said of
    the same thing, but objects when another figure of the passage is the one that counts what the claim counts.
    """
    for q in quantities(text):
        found = _check(q, passage)
        if found is not None:
            yield found


def _check(q: Quantity, passage: Passage) -> Finding | None:
    near = quantities(passage.sentence)
    same = [g for g in near if same_value(q, g)]
    others = quantities(passage.letter.card.senders_unnamed or "")
    if any(same_value(q, u) and q.noun[:1] == u.noun[:1] for u in others):
        return None  # "13 others", as the card counts them
    signing = _signing(q, passage.letter.card)
    if signing and not any(_counts_the_same(q, g) for g in same):
        return None if q.value in signing else _miscounted(q, passage)
    if same:
        return _exchanged(q, same, near)
    rival = _rival(q, near)
    wider = [g for g in quantities(passage.paragraph) if same_value(q, g)]
    if rival is None and any(_counts_the_same(q, g) for g in wider):
        return None
    in_letter = [g for g in quantities(passage.letter.text) if same_value(q, g)]
    if in_letter or wider:
        return _elsewhere(q, rival)
    if (q.kind == "count" and rival is None and q.value in _listed(passage)) or _worked_out(q, near, passage):
        return None
    return _nowhere(q, rival, passage)


def _worked_out(q: Quantity, near: Sequence[Quantity], passage: Passage) -> bool:
    """Tell whether the figure follows from two of the passage: a share ("half" for 19 of 38), or days between dates."""
    if q.kind in ("count", "percent") and (share := q.value / 100 if q.kind == "percent" else q.value) < 1:
        counts = [g.value for g in near if g.kind == "count" and g.value >= 1]
        if q.bound and any(g.kind == "percent" and _leans(q.bound, g.value / 100, share) for g in near):
            return True
        return any(abs(a / b - share) < 0.006 for a in counts for b in counts if a < b)
    if q.kind != "measure" or not q.unit.rstrip("s").endswith(("day", "week", "month")):
        return False
    days = q.value * {"day": 1, "week": 7, "month": 30.4}[q.unit.split()[-1].rstrip("s")]
    given = days_of(dates(passage.paragraph), letter_date(passage.letter))
    return any(abs(abs((a - b).days) - days) <= 0.1 * days for a in given for b in given)


def _leans(bound: str, given: float, said: float) -> bool:
    """ "More than half" for 56 percent, "nearly a third" for 32."""
    return {"least": 0 <= given - said <= 0.12, "most": 0 <= said - given <= 0.12}.get(bound, abs(given - said) <= 0.05)


def _elsewhere(q: Quantity, rival: Quantity | None) -> Finding | None:
    if rival is None:
        return None
    given = f"elsewhere in the letter; the passage has “{rival.words}”"
    what = f"“{q.words}” does not stand in the passage quoted, but {given}."
    return Finding(check="figures", words=q.words, what=what)


def _nowhere(q: Quantity, rival: Quantity | None, passage: Passage) -> Finding | None:
    if q.kind == "count" and rival is None and (1 < q.value <= _FEW or _near_a_list(q, passage)):
        return None  # counted by the writer, of what the letter only lists
    anywhere = any(same_value(q, g) for g in quantities(passage.text))
    small = q.kind == "count" and q.value <= _SMALL_COUNT
    if rival is not None:
        what = f"“{q.words}” is not what the passage says: it has “{rival.words}”."
    elif anywhere:
        what = f"“{q.words}” stands in the document, but not in the letter."
    else:
        what = f"“{q.words}” stands nowhere in the document."
    level: Level = "likely" if anywhere or (small and rival is None) else "certain"
    return passage.finding("figures", q.words, what, level, do="Take the figure from the letter.")


def _miscounted(q: Quantity, passage: Passage) -> Finding:
    what = f"“{q.words} {q.noun[0]}”: so many have not signed."
    return passage.finding("figures", q.words, what, do="Count those who sign.")


def _near_a_list(q: Quantity, passage: Passage) -> bool:
    """Tell whether the claim counts questions or requests, about as many as the letter's text seems to have."""
    asked = any(stem(w) in _ASKED for w in q.noun)
    return asked and any(abs(q.value - n) <= max(1, 0.4 * n) for n in _sizes(passage.letter.text) if n)


_SIGNING, _OTHERS = stems("sender signer signatory"), stems("others")
_ASKED = stems("question request ask item step demand measure")


def _exchanged(q: Quantity, same: Sequence[Quantity], near: Sequence[Quantity]) -> Finding | None:
    """Object when the passage gives what the claim counts another figure ("41 closed" for "of 41, 38 were closed")."""
    if not _nouns(q) or any(_counts_the_same(q, g) or not _nouns(g) for g in same):
        return None
    others = (g for g in near if g.kind == q.kind and not same_value(q, g))
    other = next((g for g in others if _counts_the_same(q, g, first=1)), None)
    if other is None:
        return None
    what = f"“{q.words} {' '.join(q.noun)}”: the passage gives this as “{other.words}”."
    return Finding(check="figures", words=q.words, what=what)


def _rival(q: Quantity, near: Sequence[Quantity]) -> Quantity | None:
    """The figure of the passage that the claim's may stand for: of one kind, or counting the same."""
    by_noun = next((g for g in near if _counts_the_same(q, g) and not same_value(q, g)), None)
    if by_noun or q.kind == "count":
        return by_noun
    return next((g for g in near if g.kind == q.kind or g.value == q.value), None)


def _nouns(q: Quantity) -> list[str]:
    return [stem(w) for w in q.noun if w not in _OF_NO_WEIGHT and w.isalpha()]


def _counts_the_same(a: Quantity, b: Quantity, first: int = 2) -> bool:
    if a.kind != b.kind:
        return False
    mine, theirs = _nouns(a)[:first], _nouns(b)[:first]
    if not mine or not theirs:
        return a.kind in ("money", "percent") and not mine and not theirs
    return any(alike(x, y) for x in mine for y in theirs)


def _listed(passage: Passage) -> set[float]:
    """How many there are of what a letter lists: signers, recipients, items, questions, names in a row."""
    card = passage.letter.card
    party = card.party_count
    counts = [*_signers(card), *_besides(card), len(card.recipients), party.D, party.R, party.I]
    return {float(c) for c in (*counts, *_sizes(passage.letter.text), *_in_a_row(passage.sentence)) if c}


def _signing(q: Quantity, card: LetterCard) -> set[float]:
    """How many a figure may count that counts signers, or "others" besides those named; empty if it counts none."""
    if q.kind != "count" or _SIGNING.isdisjoint(_nouns(q)[:1]):
        others = q.kind == "count" and card.senders and not _OTHERS.isdisjoint(_nouns(q)[:1])
        return _besides(card) if others else set()
    return _signers(card)


def _signers(card: LetterCard) -> set[float]:
    """How many have signed, as far as names and "40 of her colleagues" tell."""
    unnamed = [q.value for q in quantities(card.senders_unnamed or "")]
    named = len(card.senders)
    vague = range(named, named + 4) if card.senders_unnamed and not unnamed else ()
    return {float(named), *(u + n for u in unnamed for n in (0, 1, 2, named)), *map(float, vague)}


def _besides(card: LetterCard) -> set[float]:
    """How many have signed besides the first few ("Doe, Roe and 18 others")."""
    unnamed = [q.value for q in quantities(card.senders_unnamed or "")][:1]
    whole = {u + len(card.senders) for u in unnamed} if unnamed else _signers(card)
    return {*unnamed, *(w - k for w in whole for k in (1, 2, 3) if w > k)}


@lru_cache(maxsize=4)
def _sizes(text: str) -> frozenset[int]:
    """The length of each list in a text, and the number of its questions."""
    sizes, run, last = {text.count("?")}, 0, 0
    for m in _ITEM.finditer(text):
        run = run + 1 if text.count("\n\n", last, m.start()) <= 2 or run == 0 else 1
        sizes.add(run)
        last = m.end()
    top = len(re.findall(r"(?m)^\s*\(?\d{1,2}[.)]\s", text))
    return frozenset({*sizes, top})


def _in_a_row(text: str) -> set[int]:
    """How many members the enumerations of a sentence have ("A, B and C": 3)."""
    return {
        part.count(",") + 2 - len(re.findall(r",\s+(?:and|or)\b", part))
        for part in re.split(r"[.;:\n]", text)
        if re.search(r"\b(?:and|or)\b", part)
    }


def figures_of(letter: Letter) -> tuple[Quantity, ...]:
    """The money, percentages and figures of a letter's own text: what a brief should not lose."""
    found = quantities(letter.text)
    return tuple(q for q in found if q.kind in ("money", "percent") or (q.words[0].isdigit() and q.kind != "measure"))
