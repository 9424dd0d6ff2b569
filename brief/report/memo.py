"""A comparison as a memo: where two letters part, what they share, ask by ask, and where one is silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import inf

from brief.comparison import ActionPair, Comparison, Contrast, FactPair, Passage, Silence
from brief.document import Document
from brief.evidence import Claim, Evidence
from brief.letter.card import LetterCard
from brief.report.brief import doubtful
from brief.report.checked import checks_line, footer
from brief.report.page import Point, Report, Section, keyed, label
from brief.report.places import Places
from brief.report.requests import ask
from brief.report.trimming import clip
from brief.report.wording import (
    KIND,
    dated,
    fragment,
    party_split,
    people,
    plain,
    plural,
    recipients,
    senders_name,
    short_name,
)
from brief.summary import Action
from brief.words import tokens

# The worth of a section's first item, of its second, and the loss from there on: every part keeps its head longest.
_WORTH = {
    "part": (inf, 98.5, 1.5),
    "changed": (99.5, 98.0, 2.0),
    "asks": (99.0, 95.0, 2.0),
    "alone": (98.0, 91.0, 2.0),
    "facts": (97.5, 94.0, 3.0),
    "only-a": (97.0, 80.0, 4.0),
    "only-b": (97.0, 80.0, 4.0),
    "share": (96.0, 86.0, 5.0),
    "doubts": (93.0, 84.0, 1.0),
    "near": (82.0, 70.0, 4.0),
    "tone": (83.0, 82.0, 1.0),
    "text": (68.0, 65.0, 3.0),
}
_PARTING = ("conflict", "differ")
_RELATION = {
    "agree": "agree on {}",
    "differ": "differ in {}",
    "conflict": "conflict of {}",
    "unclear": "unclear",
    "only_a": "only A",
    "only_b": "only B",
}
_TEXT = {"full": "", "excerpt": "the excerpt of ", "reported": "the report of ", "none": "the text of "}
_ASKS = {"same": "same ask", "similar": "similar ask", "conflict": "conflict", "only_a": "only A", "only_b": "only B"}


def comparison_report(result: Comparison, documents: Mapping[str, Document]) -> Report:
    """Return the memo for a comparison; `documents` by letter id give the ¶ numbers."""
    places = Places(documents, (result.a, result.b), ((result.b.id, "B"), (result.a.id, "A")))
    sections = (
        Section("bottom-line", "Bottom line", _bottom_line(result, places), style="prose"),
        _contrasts(result, places, "part", "Where they part", _PARTING),
        *_asks(result, places),
        _facts(result, places),
        _share(result, places),
        _contrasts(result, places, "near", "Near each other, not clearly of one matter", ("unclear",)),
        _only(result, places, "a"),
        _only(result, places, "b"),
        _tone(result, places),
        _changed(result, places),
        _shared(result),
        _unsure(result, places),
    )
    report = Report(
        kind="comparison",
        title=f"How they differ: {short_name(result.a)} and {short_name(result.b)}",
        columns=("", f"A · {senders_name(result.a)}", f"B · {senders_name(result.b)}"),
        strip=tuple(_strip(result)),
        sections=tuple(_ranked(s) for s in sections if s.items),
        checks=checks_line(result.checks),
        footer=footer((result.a, result.b), result.provenance),
        letters=(result.a.id, result.b.id),
        label=f"{short_name(result.a)} / {short_name(result.b)}",
    )
    return keyed(report)


def _strip(result: Comparison) -> Iterable[Point]:
    a, b = result.a, result.b
    apart = result.card.days_apart
    later = f" · {plural(abs(apart), 'day')} {'later' if apart > 0 else 'earlier'}" if apart else ""
    yield _row("From", *(" · ".join(p for p in (people(c, 4), party_split(c)) if p) for c in (a, b)))
    yield _row("To", recipients(a), recipients(b))
    yield _row("Date", dated(a), dated(b) + later)
    yield _row("Text at hand", KIND[a.kind], KIND[b.kind])


def _row(lead: str, a: str, b: str) -> Point:
    return Point("", lead=lead, cells=(Point(a), Point(b)))


def _bottom_line(result: Comparison, places: Places) -> tuple[Point, ...]:
    point = places.claim(result.bottom_line)
    return (point,) if point.text else ()


def _sure(*claims: Claim | None) -> bool:
    return all(c is None or c.status == "supported" for c in claims)


def _contrasts(result: Comparison, places: Places, key: str, title: str, relations: tuple[str, ...]) -> Section:
    told = [c for c in result.contrasts if c.topic != "addressee"]  # the card on top says it
    shown = [c for c in told if c.relation in relations and _sure(c.a, c.b)]
    rows = tuple(_contrast(c, result, places) for c in sorted(shown, key=_firmness))
    return Section(key, title, rows, "table", ("", "A", "B"), units=("point", "points"), most=6 if key == "part" else 4)


def _share(result: Comparison, places: Places) -> Section:
    """What both say: first the passages that stand in both word for word, where the letters are not one letter."""
    section = _contrasts(result, places, "share", "What they share", ("agree",))
    shared = result.shared_text
    same = shared.passages if shared.verdict == "shared_passages" else ()
    told = [p for p in same if p.same and p.a and p.b and len(p.a.quote.split()) >= _TELLING]
    rows = tuple(_verbatim(p, result, places) for p in sorted(told, key=lambda p: -len(p.a.quote if p.a else ""))[:2])
    return replace(section, items=(*rows, *section.items))


_TELLING = 10  # words of a shared passage that is no stock phrase


def _verbatim(passage: Passage, result: Comparison, places: Places) -> Point:
    sides = ((passage.a, result.a.id), (passage.b, result.b.id))
    cells = tuple(Point(f"“… {plain(e.quote)} …”", refs=places.refs([e], letter)) for e, letter in sides if e)
    return Point("the same words", lead="word for word", cells=cells, kind="agree")


def _firmness(contrast: Contrast) -> tuple[bool, bool, bool, int]:
    """Conflicts come before differences; of what both say, what they only share a word of comes last."""
    agree = contrast.relation == "agree"
    loose = agree and " " not in contrast.topic
    return contrast.relation == "differ", loose, agree and contrast.aspect == "facts", contrast.rank


def _contrast(contrast: Contrast, result: Comparison, places: Places) -> Point:
    lead = _RELATION[contrast.relation].format(contrast.aspect.replace("_", " "))
    if contrast.topic == "changed passage" and contrast.relation == "differ":
        lead = "reworded"
    if contrast.relation == "agree" and contrast.aspect == "facts" and result.provenance.origin == "rules":
        lead = "on one matter"  # rules see that both speak of it, not that they say the same
    cells = (_side(contrast.a, result.a, places), _side(contrast.b, result.b, places))
    why = (plain(contrast.why),) if contrast.why else ()
    return Point(plain(contrast.topic), lead=lead, notes=why, cells=cells, kind=contrast.relation)


def _side(claim: Claim | None, card: LetterCard, places: Places) -> Point:
    return places.claim(claim, card.id) if claim else Point("—", kind="none")


def _facts(result: Comparison, places: Places) -> Section:
    rows = tuple(_fact(f, result, places) for f in result.facts if _sure(f.a, f.b))
    return Section(
        "facts", "Figures and dates that disagree", rows, "table", ("", "A", "B"), units=("figure", "figures")
    )


def _fact(fact: FactPair, result: Comparison, places: Places) -> Point:
    a, b = places.claim(fact.a, result.a.id), places.claim(fact.b, result.b.id)
    cells = (replace(a, lead=plain(fact.values[0])), replace(b, lead=plain(fact.values[1])))
    return Point(plain(fact.quantity), cells=cells, kind="conflict")


def _asks(result: Comparison, places: Places) -> tuple[Section, Section]:
    """Return the pairs as a table, and the asks without a counterpart as a list, a line each."""
    numbers = {side: _numbers(result.actions, side) for side in ("a", "b")}
    sure = sorted((p for p in result.actions if _sure(p.a, p.b)), key=lambda p: _order(p, numbers))
    rows = tuple(_pair(p, result, places, numbers) for p in sure if p.a and p.b)
    met = [a for p in sure if p.a and p.b for a in (p.a, p.b)]
    alone = tuple(_alone(p, result, places, numbers) for p in sure if not (p.a and p.b) and not _repeats(p, met))
    return (
        Section("asks", "Ask by ask", rows, "table", ("", "A", "B"), units=("pair of asks", "pairs of asks"), most=6),
        Section("alone", "Asks without a counterpart", alone, units=("ask", "asks")),
    )


def _repeats(pair: ActionPair, met: Sequence[Action]) -> bool:
    """Whether an ask says no more than one of its own letter that has its counterpart: "urge … again"."""
    ask = pair.a or pair.b
    words = set(tokens(ask.text)) if ask else set()
    letter = {e.letter for e in ask.evidence} if ask else set()
    own = (a for a in met if letter & {e.letter for e in a.evidence})
    return len(words) > _TELLING and any(words <= set(tokens(a.text)) for a in own)


_TELLING = 2  # words: one or two that stand in another ask may ask for something else


def _alone(pair: ActionPair, result: Comparison, places: Places, numbers: dict[str, dict[Action, int]]) -> Point:
    if pair.a:
        return replace(_ask(pair.a, "A", numbers["a"], result.a, places), kind="only_a")
    return replace(_ask(pair.b, "B", numbers["b"], result.b, places), kind="only_b")


def _numbers(pairs: Iterable[ActionPair], side: str) -> dict[Action, int]:
    """Number one letter's asks in the order in which they stand in it."""
    actions = [a for p in pairs if (a := p.a if side == "a" else p.b)]
    return {a: n for n, a in enumerate(sorted(actions, key=_first_offset), 1)}


def _first_offset(action: Action) -> int:
    return min((e.start for e in action.evidence if e.start is not None), default=0)


def _order(pair: ActionPair, numbers: dict[str, dict[Action, int]]) -> tuple[str, int]:
    """Pairs before single asks, A's before B's, each in the order of the letter."""
    number = numbers["a"][pair.a] if pair.a else numbers["b"][pair.b] if pair.b else 0
    return (pair.relation if pair.relation.startswith("only") else "", number)


def _pair(pair: ActionPair, result: Comparison, places: Places, numbers: dict[str, dict[Action, int]]) -> Point:
    a = _ask(pair.a, "A", numbers["a"], result.a, places)
    b = _ask(pair.b, "B", numbers["b"], result.b, places)
    differs = (f"differs in {', '.join(pair.differs_in)}",) if pair.differs_in else ()
    return Point(_ASKS[pair.relation], notes=differs, cells=(a, b), kind=pair.relation)


def _ask(action: Action | None, side: str, numbers: dict[Action, int], card: LetterCard, places: Places) -> Point:
    if action is None:
        return Point("no counterpart", kind="none")
    return replace(ask(action, places, card.id, 0, rule=False), number=f"{side}{numbers[action]}")


def _only(result: Comparison, places: Places, side: str) -> Section:
    """List what only one letter says; that the other was searched, and what was at hand of it, is said once, on top."""
    card, other = (result.a, result.b) if side == "a" else (result.b, result.a)
    relation = f"only_{side}"
    silences = {s.topic: s for s in result.silences if s.silent != side}
    rules = result.provenance.origin == "rules"  # whose rows of asks are the asks once more, in the same words
    asked = [e for p in result.actions if rules and (ask := getattr(p, side)) for e in ask.evidence]
    items = []
    for contrast in sorted(result.contrasts, key=lambda c: c.rank):
        claim = contrast.a if side == "a" else contrast.b
        if contrast.relation == relation and claim and _sure(claim):
            silence = silences.pop(contrast.topic, None)
            if any(_overlap(e, other) for e in claim.evidence for other in asked):  # the lists of asks say it
                continue
            point = replace(places.claim(claim, card.id), lead=plain(contrast.topic), kind=relation)
            items.append(replace(point, notes=_mentioned(silence), more=_searched(silence, other, places)))
    items += [_silence(s, other, places, relation) for s in silences.values()]
    title = f"Only in {_TEXT[card.kind]}{side.upper()}"
    searched = f" ({_TEXT[other.kind]}{'B' if side == 'a' else 'A'} was searched)"
    return Section(f"only-{side}", title + searched, tuple(items), units=("point", "points"), most=4)


def _silence(silence: Silence, other: LetterCard, places: Places, relation: str) -> Point:
    refs = places.refs([silence.searched] if silence.searched else [], other.id)
    kept = refs if silence.verdict == "mentions" else ()
    more = _searched(silence, other, places)
    return Point(plain(silence.topic), notes=_mentioned(silence), more=more, refs=kept, kind=relation)


def _mentioned(silence: Silence | None) -> tuple[str, ...]:
    return (f"{silence.silent.upper()} mentions it",) if silence and silence.verdict == "mentions" else ()


def _searched(silence: Silence | None, other: LetterCard, places: Places) -> tuple[str, ...]:
    """Say what came nearest in the other letter when it was searched."""
    if silence is None:
        return ()
    return (f"nearest in {silence.silent.upper()}: {_nearest(silence.searched, other, places)}",)


def _nearest(found: Evidence | None, other: LetterCard, places: Places) -> str:
    if found is None or not found.quote.strip():
        return "nothing"
    where = label((places.ref(found, other.id),))
    return f"“{clip(fragment(found.quote), 90)}”" + (f" {where}" if where else "")


def _tone(result: Comparison, places: Places) -> Section:
    tone = result.tone
    if not (tone.a or tone.b):
        return Section("tone", "Tone")
    cells = (
        Point(_verbs(tone.a), refs=places.refs(tone.a_quotes, result.a.id)),
        Point(_verbs(tone.b), refs=places.refs(tone.b_quotes, result.b.id)),
    )
    row = Point("Verbs of demand", cells=cells, kind="tone")
    return Section("tone", "Tone", (row,), "table", ("", "A", "B"), units=("row on tone", "rows on tone"))


def _verbs(counted: Mapping[str, int]) -> str:
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"“{plain(verb)}”" + (f" × {n}" if n > 1 else "") for verb, n in ranked) or "none"


def _changed(result: Comparison, places: Places) -> Section:
    """Set what differs between near-duplicates side by side, but for what the contrasts have shown already."""
    shown = {_place(e) for c in result.contrasts for claim in (c.a, c.b) if claim for e in claim.evidence}
    fresh = [p for p in result.shared_text.changed if not {_place(e) for e in (p.a, p.b) if e} <= shown]
    rows = tuple(_change(p, result, places) for p in fresh)
    return Section(
        "changed", "What changed in the text", rows, "table", ("", "A", "B"), units=("change", "changes"), most=8
    )


def _overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two passages of one letter have more than half of the shorter in common."""
    if None in (one.start, one.end, other.start, other.end) or one.letter != other.letter:
        return False
    (a, b), (c, d) = ((e.start or 0, e.end or 0) for e in (one, other))
    return 2 * (min(b, d) - max(a, c)) > min(b - a, d - c)


def _place(evidence: Evidence) -> tuple[str, int | None, int | None]:
    return evidence.letter, evidence.start, evidence.end


def _change(passage: Passage, result: Comparison, places: Places) -> Point:
    sides = ((passage.a, "cut", result.a.id), (passage.b, "added", result.b.id))
    cells = tuple(
        Point(_reading(found, passage, op), refs=places.refs([found], letter))
        if found
        else Point("not there", kind="none")
        for found, op, letter in sides
    )
    what = "Reworded" if passage.a and passage.b else "Only A" if passage.a else "Only B"
    kind = "differ" if passage.a and passage.b else "only_a" if passage.a else "only_b"
    return Point(what, lead="moved" if passage.moved else "", cells=cells, kind=kind)


def _reading(found: Evidence, passage: Passage, op: str) -> str:
    """Return one side's wording: its own words in full, of the words in common those next to a change."""
    if not passage.edits:
        return plain(found.quote)
    pieces = [
        plain(e.text) if e.op != "same" else _around(plain(e.text)) for e in passage.edits if e.op in ("same", op)
    ]
    return " ".join(p for p in pieces if p)


def _around(text: str, near: int = 45) -> str:
    if len(text) <= 2 * near:
        return text
    return f"{text[:near].rsplit(' ', 1)[0]} … {text[-near:].split(' ', 1)[-1]}"


def _shared(result: Comparison) -> Section:
    shared, card = result.shared_text, result.card
    items = []
    if shared.verdict not in ("none", "unknown"):
        said = f"{shared.share_of_a:.0%} of A’s words and {shared.share_of_b:.0%} of B’s stand in both"
        passages = plural(len(shared.passages), "shared passage")
        moved = sum(p.moved for p in shared.passages)
        more = f", {moved} moved" if moved else ""
        items.append(Point(f"{said}: {passages}{more}", lead=shared.verdict.replace("_", " ").capitalize()))
    if card.common_senders:
        items.append(Point(", ".join(plain(p.name) for p in card.common_senders), lead="Signed both"))
    items += [Point(plain(n)) for n in card.notes]
    return Section("text", "Shared text and signers", tuple(items), units=("note", "notes"))


def _unsure(result: Comparison, places: Places) -> Section:
    named: list[tuple[str, Claim]] = []
    for contrast in result.contrasts:
        named += [(plain(contrast.topic), c) for c in (contrast.a, contrast.b) if c and not _sure(c)]
    for pair in result.actions:
        named += [("Request", c) for c in (pair.a, pair.b) if c and not _sure(c)]
    for fact in result.facts:
        named += [(plain(fact.quantity), c) for c in (fact.a, fact.b) if not _sure(c)]
    shown = {c.text for _, c in named} | {result.bottom_line.text}
    named += [("Claim", c) for c in result.checks.unsupported if c.text not in shown]
    return doubtful(named, places)


def _ranked(section: Section) -> Section:
    if section.key not in _WORTH:
        return section
    first, second, loss = _WORTH[section.key]
    seen: Counter[str] = Counter()
    items = []
    for item in section.items:
        place = seen[item.kind if section.key == "alone" else ""]  # A's asks and B's are treated alike
        seen[item.kind if section.key == "alone" else ""] += 1
        items.append(replace(item, keep=max(0.0, second - loss * (place - 1)) if place else first))
    return replace(section, items=tuple(items))
