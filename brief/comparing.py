"""The task that compares two letters: their checked points are aligned, put to a provider, and its rows checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from brief.ask import Asked, ask, make_request, total
from brief.bottomline import bottom_line, predicate
from brief.comparison import ActionPair, CardDifferences, Comparison, Contrast, Passage, SharedText, Silence
from brief.drafts import AskLabel, AskRowDraft, ComparisonDraft, DiffersIn, Relation, RowDraft
from brief.evidence import Claim, Evidence
from brief.exchange import Provider
from brief.letter.anatomy import Letter
from brief.pairs import Pair, Side
from brief.points import Point
from brief.ranking import Ranked, choose
from brief.reading import provenance
from brief.rows import faults, named, names_items, row_fault, row_findings, sound, worded
from brief.sharing import shared_text
from brief.sides import card_differences, facts, legal_basis, tone
from brief.silences import Tested, as_printed, read_for, searched
from brief.summary import Action, Checks, Summary, by_program

SCHEMA = "letterbrief/comparison.v1"
ALONE = 6  # words in a row that one version has and the other has not, from which they are a point of its own


async def compare_summaries(
    a: Summary,
    b: Summary,
    provider: Provider,
    *,
    letters: tuple[Letter, Letter] | None = None,
    prompts: Path | None = None,
) -> Comparison:
    """Compare two letters by their summaries, and check every row of the answer.

    Args:
        a, b: Checked summaries; the request holds their claims with quotations, never a letter's text as such.
        provider: Who answers. Letters that are one and the same are told by the program alone.
        letters: The letters of `a` and `b`, for sentences that no claim covers, for shared text and for silences.
        prompts: A folder whose prompts go before the shipped ones.

    Raises:
        ProviderError, FormError, PromptError: There is no answer to check.
    """
    pair = Pair.of(a, b, letters)
    shared = _shared(a, b, letters)
    if shared.verdict in ("identical", "near_duplicate"):
        return _same_letter(pair, shared)
    does = {"does_a": predicate(pair.first.summary), "does_b": predicate(pair.second.summary)}
    aside = {**does, **pair.aside()}
    subject = f"{_name(pair.first)}--{_name(pair.second)}"
    request = make_request("compare", subject, ComparisonDraft, pair.variables(), provider, prompts, aside)
    asked = await ask(provider, request, ComparisonDraft, lambda draft: faults(draft, pair), prompts)
    rows = [sound(row, pair) for row in asked.draft.rows if names_items(row, pair)]
    tested = searched(rows, pair)
    if asked.reply.origin != "rules":
        tested = await read_for(rows, tested, pair, provider, prompts)
    return assemble(asked, pair, shared, rows, tested)


def _name(side: Side) -> str:
    return side.summary.letter.id


def _shared(a: Summary, b: Summary, letters: tuple[Letter, Letter] | None) -> SharedText:
    if letters is not None:
        return shared_text(*letters)
    one = a.letter.source.sha256 == b.letter.source.sha256 and a.letter.source.index == b.letter.source.index
    return SharedText(share_of_a=1.0, share_of_b=1.0, verdict="identical") if one else SharedText()


def assemble(
    asked: Asked[ComparisonDraft], pair: Pair, shared: SharedText, named: Sequence[RowDraft], tested: Tested
) -> Comparison:
    """Make the comparison from an answer: its `named` rows ranked, with their silences, and every ask placed once."""
    silences, rules = list(tested.silences), asked.reply.origin == "rules"
    if not rules:  # rules print the items' own words
        silences = [as_printed(s, _printed(row, pair), pair) for row, s in zip(named, silences, strict=True)]
    rows = list(zip(named, silences, strict=True))
    failed = [claim for row in asked.draft.rows for claim in _failed(row, pair, rules)]
    chosen = choose([_ranked(i, row, silence, pair) for i, (row, silence) in enumerate(rows)])
    contrasts = tuple(_contrast(rows[r.place], pair, rank) for rank, r in enumerate(chosen, start=1))
    shown = tuple(_oriented(s, pair) for r in chosen if (s := rows[r.place][1]) is not None)
    line, failed_line = bottom_line(asked.draft.bottom_line, asked.draft.rows, contrasts, pair, rules=rules)
    comparison = _frame(
        pair,
        shared,
        bottom_line=line,
        contrasts=contrasts,
        actions=tuple(_action_pairs(asked.draft.asks, pair)),
        silences=shown,
        provenance=provenance(asked.request, asked.reply, total([asked.usage, tested.usage]), SCHEMA),
    )
    return comparison.model_copy(update={"checks": Checks.of(standing_claims(comparison), [*failed, *failed_line])})


def _frame(pair: Pair, shared: SharedText, **told: object) -> Comparison:
    """What the program tells of two letters by itself, with what else is `told`."""
    a, b = pair.sides
    letters = (a.letter, b.letter) if a.letter and b.letter else None
    return Comparison.model_validate(
        {
            "a": a.summary.letter,
            "b": b.summary.letter,
            "facts": facts(a.points, b.points),
            "tone": tone(a.summary, b.summary, letters),
            "shared_text": shared,
            "card": _card_differences(a.summary, b.summary),
            **told,
        }
    )


def _card_differences(a: Summary, b: Summary) -> CardDifferences:
    found = card_differences(a.letter, b.letter)
    return found.model_copy(update={"notes": (*found.notes, *legal_basis(a, b))})


def _oriented(silence: Silence, pair: Pair) -> Silence:
    if not pair.swapped:
        return silence
    return silence.model_copy(update={"silent": "b" if silence.silent == "a" else "a"})


def _ranked(place: int, row: RowDraft, silence: Silence | None, pair: Pair) -> Ranked:
    relation = "unclear" if silence is not None and silence.verdict == "mentions" else row.relation
    return Ranked(place, relation, pair.by_id.get(row.a or ""), pair.by_id.get(row.b or ""))


def _contrast(told: tuple[RowDraft, Silence | None], pair: Pair, rank: int) -> Contrast:
    row, silence = told
    turned = pair.turned_row(row)
    mentioned = silence is not None and silence.verdict == "mentions"
    nearest = silence.searched if silence is not None and mentioned else None
    a, b = _claim(turned.a, turned.a_text, pair), _claim(turned.b, turned.b_text, pair)
    if nearest is not None:  # not "only": what comes nearest is shown beside it
        a, b = a or _said_near(nearest), b or _said_near(nearest)
    return Contrast(
        topic=row.topic or "; ".join(pair.topic(pair.by_id[i]) for i in (row.a, row.b) if i),
        relation="unclear" if mentioned else turned.relation,
        aspect=row.aspect,
        a=a,
        b=b,
        why=_MENTIONED[silence.by] if silence is not None and mentioned else named(turned.why),
        rank=rank,
    )


_MENTIONED = {
    "words": "The other letter has a sentence near it; whether it speaks of the same is not clear.",
    "reading": "The other letter, read for it, speaks of it too; how the two relate is not clear.",
}


def _said_near(evidence: Evidence) -> Claim:
    return Claim(text=" ".join(evidence.quote.split()), evidence=(evidence,), status="supported")


def _claim(item: str | None, text: str | None, pair: Pair) -> Claim | None:
    return worded(item, text, pair) if item is not None else None


def _printed(row: RowDraft, pair: Pair) -> Claim | None:
    """The claim of a row of one letter only, as it will be shown."""
    return _claim(row.a, row.a_text, pair) or _claim(row.b, row.b_text, pair)


def _failed(row: RowDraft, pair: Pair, rules: bool) -> Iterator[Claim]:
    """What failed of a row: the whole of it if it names no items, else its words, relation, kind or reason."""
    why = row_fault(row, pair)
    if why:
        text = " / ".join(filter(None, (row.topic, row.a_text, row.b_text)))
        yield Claim(text=text, status="unsupported", problems=(why,))
    if not rules and names_items(row, pair):
        turned = pair.turned_row(row)
        for f in row_findings(turned, pair):
            said = {"relation": turned.relation, "aspect": turned.aspect}.get(f.part, named(turned.why))
            yield Claim(text=f"{row.topic}: {said}", status="unsupported", problems=(f.what,))


def _action_pairs(rows: Sequence[AskRowDraft], pair: Pair) -> Iterator[ActionPair]:
    """Yield every ask of both letters once: in pairs as the model or else the program sees them, the rest alone."""
    a, b = pair.sides
    placed: set[str] = set()
    for first, second, label in _ask_pairs(rows, pair):
        if not {first.id, second.id} & placed:
            placed |= {first.id, second.id}
            left, right = (second, first) if pair.swapped else (first, second)
            x, y = _action(left, a), _action(right, b)
            differs = tuple(dict.fromkeys([*differences(x, y), *(d for d in _seen(label) if d not in _PLAIN)]))
            same = pair.near(first, second) == 1.0 and not differs
            relation: AskLabel = label.relation if label else "same" if same else "similar"
            yield ActionPair(relation=relation, a=x, b=y, differs_in=differs)
    yield from (ActionPair(relation="only_a", a=_action(p, a)) for p in a.asks if p.id not in placed)
    yield from (ActionPair(relation="only_b", b=_action(p, b)) for p in b.asks if p.id not in placed)


def _ask_pairs(rows: Sequence[AskRowDraft], pair: Pair) -> Iterator[tuple[Point, Point, AskRowDraft | None]]:
    """Yield the model's pairs of asks, then the program's that it neither labels nor takes apart."""
    a, b = ({p.id: p for p in side.asks} for side in (pair.first, pair.second))
    yield from ((a[r.a], b[r.b], r) for r in rows if r.a in a and r.b in b and r.relation != "none")
    named = {(r.a, r.b) for r in rows}
    yield from ((link.a, link.b, None) for link in pair.ask_links if (link.a.id, link.b.id) not in named)


def _action(point: Point, side: Side) -> Action:
    assert point.action is not None
    return side.summary.actions[point.action]


_PLAIN: frozenset[DiffersIn] = frozenset(
    {"deadline", "strength", "amount"}
)  # what the asks' own fields tell, whoever looks


def _seen(label: AskRowDraft | None) -> Sequence[DiffersIn]:
    return label.differs_in if label else ()


def differences(a: Action, b: Action) -> Iterator[DiffersIn]:
    """Yield what a program can tell apart in two asks for the same: deadline, strength, addressee, amount."""
    dates = [x.deadline.date or x.deadline.as_stated if x.deadline else None for x in (a, b)]
    if dates[0] != dates[1]:
        yield "deadline"
    if a.strength != b.strength:
        yield "strength"
    if a.actor.casefold() != b.actor.casefold():
        yield "addressee"
    if _amounts(a) != _amounts(b):
        yield "amount"


_AMOUNT = re.compile(r"\$\s?\d[\d,.]*(?:\s(?:million|billion))?|\d[\d,.]*\s?(?:%|percent)", re.IGNORECASE)


def _amounts(action: Action) -> frozenset[str]:
    return frozenset(m.group().replace(",", "") for e in action.evidence for m in _AMOUNT.finditer(e.quote))


def _same_letter(pair: Pair, shared: SharedText) -> Comparison:
    """Two copies or versions of one letter: no contrasts but the changed passages, and no model asked."""
    comparison = _frame(
        pair,
        shared,
        bottom_line=same_letter_line(shared),
        contrasts=changed_passages(shared),
        actions=tuple(_action_pairs((), pair)),
        provenance=by_program((pair.first.summary, pair.second.summary), SCHEMA),
    )
    return comparison.model_copy(update={"facts": (), "checks": Checks.of(standing_claims(comparison))})


def same_letter_line(shared: SharedText) -> Claim:
    """Return the bottom line of two copies or versions of one letter."""
    many = len(shared.changed)
    text = (
        "The same letter, word for word."
        if shared.verdict == "identical"
        else f"The same letter in two versions; {many} passage{'s differ' if many != 1 else ' differs'}."
    )
    evidence = tuple(e for p in shared.passages[:1] for e in (p.a, p.b) if e)
    return Claim(text=text, evidence=evidence, status="supported")


def changed_passages(shared: SharedText) -> tuple[Contrast, ...]:
    """Return the rows of two versions of one letter: the passages that were changed, in order."""
    return tuple(_changed(p, n) for n, p in enumerate(shared.changed, start=1))


def _changed(passage: Passage, rank: int) -> Contrast:
    """A changed passage as a row: a stretch only put in, or only taken out, stands in one letter alone.

    A few words put into a sentence, or taken out of it, are a rewording: both letters have the sentence.
    """
    words = {op: sum(len(e.text.split()) for e in passage.edits if e.op == op) for op in ("cut", "added")}
    alone = max(words.values()) >= ALONE
    a = _said_of(passage.a) if words["cut"] or not alone else None
    b = _said_of(passage.b) if words["added"] or not alone else None
    relation: Relation = "differ" if a and b else "only_a" if a else "only_b"
    said = {op: " … ".join(e.text for e in passage.edits if e.op == op) for op in ("cut", "added")}
    why = "; ".join(f"{n} has “{said[op]}”" for n, op in (("A", "cut"), ("B", "added")) if said[op] and a and b)
    return Contrast(
        topic="changed passage", relation=relation, aspect="facts", a=a, b=b, why=why and f"{why}.", rank=rank
    )


def _said_of(evidence: Evidence | None) -> Claim | None:
    return _said_near(evidence) if evidence else None


def standing_claims(comparison: Comparison) -> list[Claim]:
    """Return the claims of a comparison: its bottom line, the sides of its contrasts, and every ask."""
    rows: list[Contrast | ActionPair] = [*comparison.contrasts, *comparison.actions]
    return [comparison.bottom_line, *(x for r in rows for x in (r.a, r.b) if x is not None)]
