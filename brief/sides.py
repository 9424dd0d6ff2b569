"""What a program can tell of two letters side by side without a model: cards, tone, and figures that disagree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product

from rapidfuzz import fuzz

from brief.align import Nearness
from brief.amounts import beside, other_names
from brief.comparison import CardDifferences, FactPair, Tone
from brief.document import Span
from brief.evidence import Evidence
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard, Person, Recipient
from brief.points import Point
from brief.summary import Summary
from brief.text import sentences
from brief.words import WORD, stem, tokens

# Verbs of demand from strong to weak, as the labels of strength group them.
_VERBS = {
    "demand": r"demand(?:s|ed|ing)?", "insist": r"insist(?:s|ed|ing)?", "must": r"must", "require": r"require(?:s|d)?",
    "call on": r"call(?:s|ed|ing)? (?:up)?on", "urge": r"urg(?:e|es|ed|ing)", "ask": r"ask(?:s|ed|ing)?",
    "request": r"request(?:s|ed|ing)?", "seek": r"seek(?:s|ing)?", "please": r"please", "should": r"should",
    "encourage": r"encourag(?:e|es|ed|ing)", "recommend": r"recommend(?:s|ed|ing)?", "hope": r"hope(?:s|d)?",
}  # fmt: skip
_DEMAND = re.compile(
    r"\b(?:" + "|".join(f"(?P<v{i}>{p})" for i, p in enumerate(_VERBS.values())) + r")\b", re.IGNORECASE
)


def tone(a: Summary, b: Summary, letters: tuple[Letter, Letter] | None) -> Tone:
    """Count the verbs of demand in the sentences that hold each letter's asks."""
    left, right = (list(_asking(s, letters[k] if letters else None)) for k, s in enumerate((a, b)))
    return Tone(a=_verbs(left), b=_verbs(right), a_quotes=_quoted(left), b_quotes=_quoted(right))


def _asking(summary: Summary, letter: Letter | None) -> Iterator[Evidence]:
    """The sentences that the asks stand in, each once; the quotations themselves where the letter is not at hand."""
    seen: set[tuple[int | None, int | None]] = set()
    for evidence in (e for action in summary.actions for e in action.evidence if e.start is not None):
        whole = _sentence(evidence, letter) if letter else evidence
        if (whole.start, whole.end) not in seen:
            seen.add((whole.start, whole.end))
            yield whole


def _sentence(evidence: Evidence, letter: Letter) -> Evidence:
    text, at = letter.document.text, evidence.start or 0
    around = next((s for s in letter.body if at in s), Span(at, evidence.end or at))
    span = next((s for s in sentences(text, around.start, around.end) if at in s), None)
    return (
        evidence.model_copy(update={"quote": span.of(text), "start": span.start, "end": span.end}) if span else evidence
    )


def _verb(found: re.Match[str]) -> str:
    return list(_VERBS)[int((found.lastgroup or "v0")[1:])]


def _verbs(asking: Sequence[Evidence]) -> dict[str, int]:
    count = Counter(_verb(m) for e in asking for m in _DEMAND.finditer(e.quote))
    return {verb: count[verb] for verb in _VERBS if count[verb]}


def _quoted(asking: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The first sentence for each verb, in the order of the verbs, none twice."""
    first: dict[str, Evidence] = {}
    for evidence in asking:
        for found in _DEMAND.finditer(evidence.quote):
            first.setdefault(_verb(found), evidence)
    return tuple(dict.fromkeys(first[v] for v in _VERBS if v in first))


SAME_NAME = 95.0  # rapidfuzz ratio of the sets of words from which two names are of one law


def card_differences(a: LetterCard, b: LetterCard) -> CardDifferences:
    """Say how far apart the letters are in time, whom they have in common, and what kind of text each is."""
    chambers = [{p.chamber for p in card.senders if p.chamber} for card in (a, b)]
    return CardDifferences(
        days_apart=(date.fromisoformat(b.date) - date.fromisoformat(a.date)).days if a.date and b.date else None,
        common_senders=tuple(p for p in a.senders if any(same_person(p, q) for q in b.senders)),
        common_recipients=tuple(r for r in a.recipients if any(_same_recipient(r, q) for q in b.recipients)),
        same_chamber=chambers[0] == chambers[1] if all(chambers) else None,
        notes=(*_notes("A", a), *_notes("B", b)),
    )


def legal_basis(a: Summary, b: Summary) -> Iterator[str]:
    """Say which laws, treaties and orders both letters cite, and which only one does, in the text given."""
    left, right = ([x.text for x in s.authorities] for s in (a, b))
    both = [x for x in left if any(_same_authority(x, y) for y in right)]
    alone = (
        [x for x in left if not any(_same_authority(x, y) for y in right)],
        [y for y in right if not any(_same_authority(x, y) for x in left)],
    )
    for who, cited in (("Both cite", both), ("Only A cites", alone[0]), ("Only B cites", alone[1])):
        if cited:
            yield f"{who}: {'; '.join(dict.fromkeys(cited))}."


def _same_authority(a: str, b: str) -> bool:
    """Tell whether two names are of one law: the same words in any order, or one name within the other."""
    return fuzz.token_set_ratio(a.casefold(), b.casefold()) >= SAME_NAME


def same_person(a: Person, b: Person) -> bool:
    """Tell whether two names are one signer: the same surname and first letter, and no state that contradicts."""
    x, y = (WORD.findall(p.name.casefold()) for p in (a, b))
    if not x or not y or x[-1] != y[-1] or x[0][0] != y[0][0]:
        return False
    return not (a.state and b.state and a.state != b.state)


def _same_recipient(a: Recipient, b: Recipient) -> bool:
    if a.name and b.name:
        return WORD.findall(a.name.casefold())[-1:] == WORD.findall(b.name.casefold())[-1:]
    x, y = ({stem(w.casefold()) for w in WORD.findall(r.office or r.as_stated)} - {"the", "of", "and"} for r in (a, b))
    return bool(x & y) and (x <= y or y <= x)


def _notes(name: str, card: LetterCard) -> Iterator[str]:
    if card.kind == "reported":
        yield f"{name} is a report of a letter: what it does not tell is not silence of the letter."
    elif card.kind == "excerpt":
        yield f"{name} is an excerpt: what is absent may stand in the letter."
    elif card.kind == "none":
        yield f"{name} shows no letter: its whole text was read as one."


_FIGURE = re.compile(
    r"(?P<money>\$\s?\d(?:[\d,.]*\d)?(?:\s(?:thousand|million|billion|trillion))?)"
    r"|(?P<share>\d[\d,.]*(?:\s?%|\s(?:percent|per cent)\b))"
    r"|(?P<count>(?<![\w-])\d[\d,]*(?:\.\d+)?)(?P<scale>\s(?:thousand|million|billion))?[\s-](?P<noun>[a-z]{4,})",
    re.IGNORECASE,
)
SAME_THING = 0.28  # nearness from which two sentences are held to be about one thing
SHARED = 2  # topic words that they must share besides: a common sense ("cost") is not yet one thing
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?$|\b(?:section|title|article|no\.)\s+$",
    re.IGNORECASE,
)
_YEARS = range(1900, 2100)


def facts(a: Sequence[Point], b: Sequence[Point]) -> tuple[FactPair, ...]:
    """Pair figures of one unit that two sentences on one thing give differently; a sentence stands in one pair at most.

    A pair is a place to look, not a finding: both sentences may be right, of different times or parts.
    """
    near = Nearness(a, b)
    left, right = ([(p, f) for p in points if not p.part and (f := _figures(p))] for points in (a, b))
    scored = [(near(x, y), x, y, f, g) for (x, f), (y, g) in product(left, right) if f.keys() & g.keys()]
    alike = [s for s in scored if s[0] >= SAME_THING and len(set(s[1].words) & set(s[2].words)) >= SHARED]
    taken: set[str] = set()
    out = []
    for _, x, y, f, g in sorted(alike, key=lambda s: (-s[0], *sorted((s[1].quote, s[2].quote)))):
        if not {x.id, y.id} & taken:
            taken |= {x.id, y.id}
            out += [
                FactPair(a=x.claim, b=y.claim, quantity=_counted(unit, f[unit][0]), values=(f[unit][0], g[unit][0]))
                for unit in sorted(f.keys() & g.keys())
                if not {_plain(v) for v in f[unit]} & {_plain(v) for v in g[unit]} and _of_one_thing(unit, x, y)
            ]
    return tuple(out)


_SUMS = ("money", "percent")  # units that sums of anything have; other figures are of what they count


def _of_one_thing(unit: str, x: Point, y: Point) -> bool:
    if unit not in _SUMS:
        return True
    return bool(beside(x.quote) & beside(y.quote)) and not other_names(x.quote, y.quote)


def _counted(unit: str, value: str) -> str:
    """What is counted, as the letter has it: the last word of "38 ferries"."""
    return unit if unit in _SUMS else re.split(r"[\s-]", value)[-1].casefold()


def _figures(point: Point) -> dict[str, list[str]]:
    """The figures of a sentence by unit: money, percent, or the thing counted; dates and section numbers are none."""
    found: dict[str, list[str]] = {}
    for m in _FIGURE.finditer(point.quote):
        said = " ".join(m.group().split())
        if m["money"] or m["share"]:
            found.setdefault(_SUMS[0] if m["money"] else _SUMS[1], []).append(said)
        elif tokens(m["noun"]) and not _MONTH.search(point.quote[: m.start()]) and not _is_year(m):
            found.setdefault(stem(m["noun"].casefold()), []).append(said)
    return found


def _is_year(found: re.Match[str]) -> bool:
    count = found["count"]
    return count.isdigit() and int(count) in _YEARS and not found["scale"]


def _plain(value: str) -> str:
    return re.sub(r"[\s,]|\.$", "", value.casefold()).replace("percent", "%")


def parties(people: Iterable[Person]) -> str:
    """Return the parties of the named senders, "2 D, 1 R", or "" where none is known."""
    count = Counter(p.party for p in people if p.party)
    return ", ".join(f"{n} {party}" for party, n in sorted(count.items()))
