"""What a saved comparison calls the point of one letter only: searched for again, and held against its other rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.audit import Finding, Level
from brief.audit.opposition import said
from brief.audit.silence import MENTIONED, search
from brief.audit.support import stems_of
from brief.audit.words import Kin
from brief.comparison import Comparison, Contrast, Silence
from brief.evidence import Claim, Evidence
from brief.letter.anatomy import Letter
from brief.points import ADDRESSED
from brief.verification.outcome import wrong

# A matter that scores this in the other letter is spoken of there; lower scores happen between letters of one quarrel.
_SPOKEN_OF = 0.7
_SAID_IN_FULL = 7  # words; "the Belmar Group" may well be named by a letter that is silent on what the other says of it
_OFF = 0.02  # between a score and the same search made again
_ON_TOPIC = 0.5  # of a topic's words in an ask: then the ask is on it
_MOST_OF_IT = 0.6  # of a claim's quotation; a word or two may well stand in another row


def check_silences(made: Comparison, a: Letter, b: Letter) -> Iterator[Finding]:
    """Check each "only A" and "only B": that it was searched for, that the search says so, and no other row denies it.

    Proves no more than the search: a matter that the other letter takes up in words of its own goes unseen.
    """
    if made.shared_text.verdict in ("identical", "near_duplicate"):
        return  # what one version lacks was found by laying them over each other
    left = list(enumerate(made.silences))
    for i, row in enumerate(made.contrasts):
        search_of = next((n for n, (_, s) in enumerate(left) if _is_of(s, row)), None)
        known = left.pop(search_of)[1] if search_of is not None else None
        if row.relation in ("only_a", "only_b"):
            yield from _check_row(made, row, known, f"contrasts.{i}", (a, b) if row.relation == "only_a" else (b, a))
    for i, s in left:
        yield _record(f"silences.{i}", f"The search for “{s.topic}” stands under no row of one letter only.")
    for i, s in enumerate(made.silences):
        follows = abs(s.score - MENTIONED) < _ROUNDED or (s.verdict == "mentions") == (s.score >= MENTIONED)
        if s.by == "words" and not follows:
            yield _record(f"silences.{i}", f"The verdict “{s.verdict}” does not follow from the score {s.score}.")
        if s.verdict == "silent":
            own, other = (b, a) if s.silent == "a" else (a, b)
            yield from _heard(s.topic, None, other, own, f"silences.{i}")


_ROUNDED = 0.001  # scores are given to three places


def _is_of(silence: Silence, row: Contrast) -> bool:
    """Whether a search was made for a row: searches stand in the order of the rows that they were made for."""
    silent = {"only_a": "b", "only_b": "a"}.get(row.relation)
    unclear = row.relation == "unclear" and silence.verdict == "mentions"
    return silence.topic == row.topic and (silence.silent == silent or unclear)


def _record(part: str, what: str, level: Level = "certain", source: Evidence | None = None) -> Finding:
    do = "Set the two side by side, or search anew."
    return wrong(part, what, level=level, source=source, check="silence", do=do)


def _check_row(
    made: Comparison, row: Contrast, known: Silence | None, part: str, letters: tuple[Letter, Letter]
) -> Iterator[Finding]:
    own, other = letters
    claim, name = (row.a, "B") if row.relation == "only_a" else (row.b, "A")
    if known is None:
        yield _record(part, f"That letter {name} is silent on “{row.topic}” was not searched for.")
    if claim is None:
        return
    yield from _heard(row.topic, claim, other, own, part)
    yield from _misrecorded(known, claim, row, name, part, letters) if known else ()
    paired, level = _paired(made, row, claim, name)
    if paired:
        yield _record(part, f"Letter {name} is said to be silent on “{row.topic}”; {paired}.", level)
    if claim.text.startswith(ADDRESSED):
        yield _record(
            part, f"Letter {name} has an addressee too; a row on whom one letter goes to has two sides.", "likely"
        )
    if row.aspect in ("strength", "tone"):
        yield _record(part, f"A difference in {row.aspect} has two sides; the row has one.", "likely")
    if row.aspect == "deadline" and (due := _due(claim, own)) and due in {d.purpose for d in other.deadlines}:
        yield _record(part, f"Letter {name} is said to set no such day; it has one for the same ({due}).", "likely")


def _heard(topic: str, claim: Claim | None, other: Letter, own: Letter, part: str) -> Iterator[Finding]:
    found = search(claim if claim is not None else topic, other, own)
    if found.score < _SPOKEN_OF or found.evidence is None:
        return
    named_only = claim is None and len(topic.split()) < _SAID_IN_FULL
    line = " ".join(found.evidence.quote.split())[:200]
    what = f"The other letter is said to be silent on “{topic}”, and has: “{line}”."
    yield _record(part, what, "unsure" if named_only else "likely", found.evidence)


def _misrecorded(
    known: Silence, claim: Claim, row: Contrast, name: str, part: str, letters: tuple[Letter, Letter]
) -> Iterator[Finding]:
    """Object to the record of a search that does not come to the same when it is made again for the row's words."""
    found = search(claim, letters[1], letters[0])
    if known.searched is None and found.evidence is not None:
        what = f"The search of letter {name} for “{row.topic}” is recorded without its nearest sentence."
        yield _record(part, what, "certain", found.evidence)
    elif known.by == "words" and found.score < MENTIONED:
        other = (
            found.evidence is not None and known.searched is not None and known.searched.start != found.evidence.start
        )
        if abs(found.score - known.score) >= _OFF or (other and found.score > known.score):
            again = f"{found.score}{' with another sentence' if other else ''}"
            what = f"The search of letter {name} for “{row.topic}” is recorded with {known.score}; it gives {again}."
            yield _record(part, what, "likely", found.evidence)


def _paired(made: Comparison, row: Contrast, claim: Claim, name: str) -> tuple[str, Level]:
    """Say where the comparison itself sets the same words beside the other letter's, on the row's own topic."""
    side, far = ("a", "b") if name == "B" else ("b", "a")
    for i, pair in enumerate(made.actions):
        own, other = getattr(pair, side), getattr(pair, far)
        if own is not None and other is not None and _rests_on(claim, own) and _on_topic(row.topic, other):
            level: Level = "unsure" if pair.relation == "similar" else "likely"
            return f"its ask stands beside one of letter {name} among the asks (pair {i + 1})", level
    for passage in made.shared_text.passages:
        at = getattr(passage, side)
        if at is not None and passage.same and _within(claim.evidence[:1], at):
            return "the letters share its passage word for word", "likely"
    return "", "unsure"


def _on_topic(topic: str, ask: Claim) -> bool:
    words = stems_of(topic)
    return len(words) > 1 and Kin(stems_of(said(ask))).share(words) >= _ON_TOPIC


def _rests_on(claim: Claim, other: Claim) -> bool:
    return any(_within(claim.evidence[:1], e) for e in other.evidence)


def _within(quotes: Sequence[Evidence], at: Evidence) -> bool:
    """Whether most of the first quotation lies in another, or that in it."""
    a, b = next((s for e in quotes if (s := e.span) is not None), None), at.span
    if a is None or b is None:
        return False
    return min(a.end, b.end) - max(a.start, b.start) >= _MOST_OF_IT * min(a.end - a.start, b.end - b.start)


def _due(claim: Claim, own: Letter) -> str:
    """What the day that a claim sets is for: `reply` or `action`, as the letter's deadlines have it."""
    return next((d.purpose for d in own.deadlines if any(d.evidence.meets(e) for e in claim.evidence)), "")
