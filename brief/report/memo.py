"""A comparison as a memo: where two letters part, what they share, ask by ask, and where one is silent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import inf

from brief.comparison import Comparison, Contrast, FactPair, Passage, Silence
from brief.document import Document
from brief.evidence import Claim, Evidence
from brief.letter.card import LetterCard
from brief.report.asked import ask_sections, numbered, overlap, shows, sure, tells_of
from brief.report.brief import doubtful
from brief.report.changes import changed
from brief.report.checked import checks_line, footer
from brief.report.page import Point, Report, Section, keyed, label
from brief.report.places import Places
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


def comparison_report(result: Comparison, documents: Mapping[str, Document]) -> Report:
    """Return the memo for a comparison; `documents` by letter id give the ¶ numbers."""
    places = Places(documents, (result.a, result.b), ((result.b.id, "B"), (result.a.id, "A")))
    sections = (
        Section("bottom-line", "Bottom line", _bottom_line(result, places), style="prose"),
        _contrasts(result, places, "part", "Where they part", _PARTING),
        *ask_sections(result, places, _showing_asks(result)),
        _facts(result, places),
        _share(result, places),
        _contrasts(result, places, "near", "Near each other, not clearly of one matter", ("unclear",)),
        _only(result, places, "a"),
        _only(result, places, "b"),
        _tone(result, places),
        changed(result, places),
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


def _contrasts(result: Comparison, places: Places, key: str, title: str, relations: tuple[str, ...]) -> Section:
    shown = [c for c in result.contrasts if c.relation in relations and _stands(c, result)]
    rows = tuple(_contrast(c, result, places) for c in sorted(shown, key=_firmness))
    return Section(key, title, rows, "table", ("", "A", "B"), units=("point", "points"), most=6 if key == "part" else 4)


def _stands(contrast: Contrast, result: Comparison) -> bool:
    """Whether a row tells what nothing else on the page does.

    The card on top names the addressees, and the asks stand in lists of their own: a row by rule on two asks that are
    for the same says the asks once more, and so does one that only shows what comes nearest to an ask.
    """
    if contrast.topic == "addressee" or not sure(contrast.a, contrast.b):
        return False
    if result.provenance.origin != "rules" or contrast.relation not in ("agree", "unclear"):
        return True
    if contrast.relation == "agree":
        return not any(p.relation in ("same", "similar") and tells_of(contrast, p) for p in result.actions)
    return any(shows(contrast, p) for p in result.actions)


def _showing_asks(result: Comparison) -> list[Contrast]:
    """The rows by rule, on where the letters part and on what is near, that show asks whole; a model's tell of them."""
    rules = result.provenance.origin == "rules"
    told = [c for c in result.contrasts if c.relation in (*_PARTING, "unclear", "agree") and _stands(c, result)]
    return [c for c in told if rules and not (c.relation == "agree" and _SPEAKING.match(c.why))]


def _share(result: Comparison, places: Places) -> Section:
    """What both say: first the passages that stand in both word for word, where the letters are not one letter."""
    same = result.shared_text.passages if result.shared_text.verdict == "shared_passages" else ()
    told = [p for p in same if p.same and p.a and p.b and _more_than_asked(p.a, result) >= _NO_STOCK]
    shown = sorted(told, key=lambda p: -len(p.a.quote if p.a else ""))[:2]
    fresh = [c for c in _each_once(result) if not any(_stands_in(c, p) for p in shown)]
    rest = result.model_copy(update={"contrasts": tuple(fresh)})
    section = _contrasts(rest, places, "share", "What they share", ("agree",))
    return replace(section, items=(*(_verbatim(p, result, places) for p in shown), *section.items))


def _each_once(result: Comparison) -> Iterable[Contrast]:
    """The rows without those that only name a matter that an earlier row names."""
    named: set[str] = set()
    for contrast in sorted(result.contrasts, key=lambda c: c.rank):
        topic = contrast.topic if _SPEAKING.match(contrast.why) else ""
        if topic not in named:
            yield contrast
        named |= {topic} if topic else set()


def _stands_in(contrast: Contrast, passage: Passage) -> bool:
    """Whether what a row says of both letters stands in a passage that both have word for word."""
    sides = ((contrast.a, passage.a), (contrast.b, passage.b))
    return all(c and e and any(overlap(e, f) for f in c.evidence) for c, e in sides)


_NO_STOCK = 10  # words of a shared passage that is no stock phrase


def _more_than_asked(found: Evidence, result: Comparison) -> int:
    """About how many words of a passage of A are no ask that both letters make: those the list of asks tells."""
    asked = {e for p in result.actions if p.relation == "same" and p.a for e in p.a.evidence}
    held = sum(len(e.quote.split()) for e in asked if overlap(e, found))
    return max(0, len(found.quote.split()) - held)


def _verbatim(passage: Passage, result: Comparison, places: Places) -> Point:
    sides = ((passage.a, result.a.id), (passage.b, result.b.id))
    cells = tuple(Point(f"“… {plain(e.quote)} …”", refs=places.refs([e], letter)) for e, letter in sides if e)
    return Point("the same words", lead="word for word", cells=cells, kind="agree")


def _firmness(contrast: Contrast) -> tuple[bool, bool, bool, int]:
    """Conflicts come before differences; of what both say, what they only share a word of comes last."""
    agree = contrast.relation == "agree"
    loose = agree and " " not in contrast.topic
    return contrast.relation == "differ", loose, agree and contrast.aspect == "facts", contrast.rank


_ALIKE = re.compile(r"Both (?:say|voice)")
_SPEAKING = re.compile(r"Both (?:speak of|ask about)")


def _contrast(contrast: Contrast, result: Comparison, places: Places) -> Point:
    lead = _RELATION[contrast.relation].format(contrast.aspect.replace("_", " "))
    if contrast.topic == "changed passage" and contrast.relation == "differ":
        lead = "reworded"
    said = _ALIKE.match(contrast.why)
    one = contrast.aspect == "facts" or _SPEAKING.match(contrast.why)
    if contrast.relation == "agree" and one and not said and result.provenance.origin == "rules":
        lead = "on one matter"  # rules see that both speak of it, not that they say the same
    cells = (_side(contrast.a, "a", result, places), _side(contrast.b, "b", result, places))
    why = (plain(contrast.why),) if contrast.why else ()
    return Point(plain(contrast.topic), lead=lead, notes=why, cells=cells, kind=contrast.relation)


def _side(claim: Claim | None, side: str, result: Comparison, places: Places) -> Point:
    """One side of a row; by rule, an ask as the lists of asks have it."""
    if claim is None:
        return Point("—", kind="none")
    card, rules = result.a if side == "a" else result.b, result.provenance.origin == "rules"
    asks = () if not rules else (ask for p in result.actions if (ask := p.a if side == "a" else p.b))
    action = next((x for x in asks if x.text == claim.text and x.evidence == claim.evidence), None)
    return numbered(action, side, result, places) if action else places.claim(claim, card.id)


def _facts(result: Comparison, places: Places) -> Section:
    rows = tuple(_fact(f, result, places) for f in result.facts if sure(f.a, f.b))
    return Section(
        "facts", "Figures and dates that disagree", rows, "table", ("", "A", "B"), units=("figure", "figures")
    )


def _fact(fact: FactPair, result: Comparison, places: Places) -> Point:
    a, b = places.claim(fact.a, result.a.id), places.claim(fact.b, result.b.id)
    cells = (replace(a, lead=plain(fact.values[0])), replace(b, lead=plain(fact.values[1])))
    return Point(plain(fact.quantity), cells=cells, kind="conflict")


def _only(result: Comparison, places: Places, side: str) -> Section:
    """List what only one letter says; that the other was searched, and what was at hand of it, is said once, on top."""
    card, other = (result.a, result.b) if side == "a" else (result.b, result.a)
    relation = f"only_{side}"
    silences = {s.topic: s for s in result.silences if s.silent != side and s.verdict == "silent"}
    rules = result.provenance.origin == "rules"  # whose rows of asks are the asks once more, in the same words
    asked = [e for p in result.actions if rules and (ask := getattr(p, side)) for e in ask.evidence]
    items = []
    for contrast in sorted(result.contrasts, key=lambda c: c.rank):
        claim = contrast.a if side == "a" else contrast.b
        if contrast.relation == relation and claim and sure(claim):
            silence = silences.pop(contrast.topic, None)
            if any(overlap(e, other) for e in claim.evidence for other in asked):  # the lists of asks say it
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
        named += [(plain(contrast.topic), c) for c in (contrast.a, contrast.b) if c and not sure(c)]
    for pair in result.actions:
        named += [("Request", c) for c in (pair.a, pair.b) if c and not sure(c)]
    for fact in result.facts:
        named += [(plain(fact.quantity), c) for c in (fact.a, fact.b) if not sure(c)]
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
