"""What a comparison asserts of its own: relations, sides, silences, counts, the bottom line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from brief.audit import Finding, contrast
from brief.audit.row import Row
from brief.audit.support import stems_of
from brief.comparing import changed_passages, same_letter_line, standing_claims
from brief.comparison import ActionPair, Comparison, Contrast, SharedText
from brief.evidence import Claim
from brief.letter.anatomy import Letter
from brief.points import ADDRESSED
from brief.rows import unsaid
from brief.sharing import shared_text
from brief.sides import card_differences, tone
from brief.summary import Action, Summary
from brief.text import normalise
from brief.verification.outcome import wrong
from brief.verification.record import check_counts


def check_rows(made: Comparison, letters: tuple[Letter, Letter] | None = None) -> Iterator[Finding]:
    """A relation says which sides have a claim; each ask stands once; a fact's values stand in its quotations."""
    pairs: tuple[tuple[str, Sequence[Contrast | ActionPair]], ...] = (
        ("contrasts", made.contrasts),
        ("actions", made.actions),
    )
    for name, rows in pairs:
        for i, row in enumerate(rows):
            has = (row.a is not None, row.b is not None)
            wants = {"only_a": (True, False), "only_b": (False, True)}.get(row.relation, (True, True))
            if has != wants and row.relation != "unclear":
                yield wrong(f"{name}.{i}", f"The relation is “{row.relation}”, which the two sides don't show.")
    for side in ("a", "b"):
        asked = Counter(p.model_dump_json() for row in made.actions if (p := getattr(row, side)) is not None)
        if asked and max(asked.values()) > 1:
            yield wrong("actions", f"An ask of letter {side.upper()} stands in more than one pair.")
    for i, fact in enumerate(made.facts):
        for value, claim in zip(fact.values, (fact.a, fact.b), strict=True):
            if not any(normalise(value).text in normalise(e.quote).text for e in claim.evidence):
                what = f"“{value}” does not stand in the sentence it is taken from."
                yield wrong(f"facts.{i}", what, value, check="figures", do="Take it from the sentence.")
    yield from _check_addressees(made)
    yield from _check_relations(made, letters)
    yield from check_counts(made.checks, standing_claims(made))


_WORD = re.compile(r"\b[A-Z][\w’'-]+")


def _check_addressees(made: Comparison) -> Iterator[Finding]:
    """Whom a letter is said to be addressed to must be among its recipients, by every name and title given."""
    for i, row in enumerate(made.contrasts):
        for side, claim, card in (("a", row.a, made.a), ("b", row.b, made.b)):
            if claim is None or not claim.text.startswith(ADDRESSED):
                continue
            known = " ".join(f"{r.as_stated} {r.name or ''} {r.office or ''}" for r in card.recipients).casefold()
            strange = [w for w in _WORD.findall(claim.text) if w.casefold() not in known]
            if strange:
                what = f"The letter is not addressed to anybody called {', '.join(f'“{w}”' for w in strange)}."
                yield wrong(f"contrasts.{i}.{side}", what, words=claim.text)


def _check_relations(made: Comparison, letters: tuple[Letter, Letter] | None) -> Iterator[Finding]:
    """What each row says of its two claims, and that its reason has no name or figure of its own."""
    words = (stems_of(letters[0].text), stems_of(letters[1].text)) if letters else (frozenset[str](), frozenset[str]())
    for i, row in enumerate(made.contrasts):
        said = Row(row.topic, row.relation, row.aspect, row.a, row.b, row.why, words)
        yield from (f.at(f"contrasts.{i}") for f in contrast.check(said))
        known = " ".join([said.words, made.a.model_dump_json(), made.b.model_dump_json()])
        strange = unsaid(row.why, known + " A B") if row.why else []
        if strange:
            what = f"The reason has what neither side says: {', '.join(strange)}."
            yield wrong(f"contrasts.{i}.why", what, level="likely")


def check_pair(made: Comparison, a: Letter, b: Letter) -> Iterator[Finding]:
    """What the program works out of two letters by itself is worked out again."""
    apart = card_differences(made.a, made.b)
    notes = made.card.notes[: len(apart.notes)]  # those on laws, after them, need the summaries
    if made.card.model_copy(update={"notes": notes}) != apart:
        yield wrong("card", "How the two cards differ does not follow from the cards.")
    shared = shared_text(a, b)
    told = made.shared_text
    if (shared.verdict, shared.share_of_a, shared.share_of_b) != (told.verdict, told.share_of_a, told.share_of_b):
        yield wrong("shared_text", "How much text the letters share is not what the documents give.")
    if shared.verdict in ("identical", "near_duplicate"):
        yield from _check_versions(made, shared)
    again = tone(_asks(made, "a"), _asks(made, "b"), (a, b))
    if (again.a, again.b) != (made.tone.a, made.tone.b):
        fewer = sum(again.a.values()) + sum(again.b.values()) < sum(made.tone.a.values()) + sum(made.tone.b.values())
        what = "; an ask may have been left out" if fewer else ""
        yield wrong("tone", f"The verbs of demand are not those of the sentences that the asks stand in{what}.")
        if fewer:
            what = "The asks have fewer verbs of demand than were counted: one may be left out."
            yield wrong("actions", what, level="likely")


def _check_versions(made: Comparison, shared: SharedText) -> Iterator[Finding]:
    """Of two versions of one letter the program tells all by itself: the line, and the passages that were changed."""
    if made.bottom_line.text != same_letter_line(shared).text:
        yield wrong("bottom_line", f"The documents give: “{same_letter_line(shared).text}”")
    expected = changed_passages(shared)
    if len(made.contrasts) != len(expected):
        yield wrong("contrasts", f"{len(expected)} passages differ; {len(made.contrasts)} are given.")
    for i, (told, own) in enumerate(zip(made.contrasts, expected, strict=False)):
        if told != own:
            yield wrong(f"contrasts.{i}", "This is not how the two versions of the passage differ.")


def _asks(made: Comparison, side: str) -> Summary:
    """As much of a letter's summary as its comparison keeps: every ask stands in one pair."""
    asks: tuple[Action, ...] = tuple(x for p in made.actions if (x := getattr(p, side)) is not None)
    card = made.a if side == "a" else made.b
    return Summary(letter=card, bottom_line=Claim(text=""), actions=asks)
