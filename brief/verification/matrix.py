"""What a saved matrix asserts of its own: topics, stances, nearness, days, common signers, and its counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations

from brief.audit import Finding, stance
from brief.audit.opposition import said
from brief.audit.passage import Passage
from brief.audit.support import stems_of
from brief.audit.words import Kin
from brief.letter.anatomy import Letter
from brief.letter.verbs import ACTIONS
from brief.matrices import Cell, Matrix, Row
from brief.tabulating import clusters, overlaps, similarities, stance_of, standing_claims
from brief.verification.outcome import wrong
from brief.verification.record import check_counts, grounded

_ON_TOPIC = 0.5  # of a topic's words in a cell: then the cell is on it


def check_matrix(made: Matrix, letters: Mapping[str, Letter]) -> Iterator[Finding]:
    """Check what stands around the claims of a matrix; the claims themselves are checked as everywhere.

    Proves the days, the common signers, the counts, and that nearness and clusters follow from the rows; of topics and
    stances, what the words of the cells show.

    Args:
        letters: Those whose documents were found, by id.
    """
    known = {card.id for card in made.letters}
    for i, row in enumerate(made.rows):
        yield from _check_topic(row, f"rows.{i}")
        for name, times in Counter(c.letter for c in row.cells).items():
            if times > 1:
                yield wrong(f"rows.{i}", f"Letter {name} stands in {times} cells of one row.")
        for j, cell in enumerate(row.cells):
            part = f"rows.{i}.cells.{j}"
            if cell.letter not in known:
                yield wrong(part, f"There is no letter “{cell.letter}” in this matrix.")
            elif cell.letter in letters:
                yield from _check_cell(cell, row.topic, letters[cell.letter], part)
    yield from _check_timeline(made, letters)
    yield from _check_nearness(made)
    yield from check_counts(made.checks, standing_claims(made.rows))


def _check_topic(row: Row, part: str) -> Iterator[Finding]:
    """Half of a topic's words, or words that may stand for them, must be in half of its row's cells.

    A single word may name a kind of ask ("reply"), if it is no name.
    """
    words = frozenset(w for w in stems_of(row.topic) if len(w) > 2)
    claims = [c.claim for c in row.cells if c.claim is not None]
    if not claims or not words or (len(words) < 2 and row.topic.islower() and row.topic.isalpha()):
        return
    kin = [Kin(stems_of(said(c))) for c in claims]
    if sum(k.share(words) >= _ON_TOPIC for k in kin) * 2 < len(kin):
        yield wrong(part, f"Most cells of the row say nothing of “{row.topic}”.", row.topic, "likely")


def _check_cell(cell: Cell, topic: str, letter: Letter, part: str) -> Iterator[Finding]:
    """A stance must not be contradicted by the words that the cell shows for it."""
    if cell.claim is None:
        if cell.stance != "unclear":
            yield wrong(part, f"The stance is given as “{cell.stance}”, and the cell has no claim.")
        return
    claim = grounded(cell.claim, letter)
    passage = Passage.of(claim.evidence, letter)
    yield from (f.at(part) for f in stance.check(cell.stance, claim.text, passage))
    asks = claim.text.partition(" ")[0].casefold() in ACTIONS | {"not"}
    own = stance_of(claim, topic) if asks else "unclear"
    if {own, cell.stance} == {"supports", "opposes"}:
        what = f"The stance is given as “{cell.stance}”; what is asked for {own} it."
        yield wrong(f"{part}.stance", what, level="likely")


def _check_timeline(made: Matrix, letters: Mapping[str, Letter]) -> Iterator[Finding]:
    dates = {card.id: card.date for card in made.letters}
    told = Counter(e.letter for e in made.timeline if e.what == "letter")
    for i, event in enumerate(made.timeline):
        if event.letter not in dates:
            yield wrong(f"timeline.{i}", f"There is no letter “{event.letter}” in this matrix.", event.letter)
        elif event.deadline is None and event.date != dates[event.letter]:
            yield wrong(f"timeline.{i}", f"{event.date} is not the letter's date.", event.date)
        elif event.deadline is not None:
            own = letters[event.letter].deadlines if event.letter in letters else (event.deadline,)
            if event.date != event.deadline.date or not any(event.date == d.date for d in own):
                yield wrong(f"timeline.{i}", f"{event.date} is not a deadline that the letter sets.", event.date)
    for name, day in dates.items():
        if day and not told[name]:
            yield wrong("timeline", f"The letter {name} of {day} is missing.", name)


def _check_nearness(made: Matrix) -> Iterator[Finding]:
    ids = [card.id for card in made.letters]
    place = {name: n for n, name in enumerate(ids)}
    holders = [sorted({place[c.letter] for c in row.cells if c.letter in place}) for row in made.rows]
    expected = {frozenset((s.a, s.b)): s.score for s in similarities(ids, holders)}
    given = {frozenset((s.a, s.b)): s.score for s in made.similarities}
    for a, b in combinations(sorted(ids), 2):
        said, own = given.get(frozenset((a, b))), expected.get(frozenset((a, b)))
        if said != own:
            yield wrong("similarities", f"{a} and {b} are given a nearness of {said}; the rows give {own}.")
    if made.clusters != tuple(clusters(ids, made.similarities)):
        yield wrong("clusters", "The groups of letters do not follow from their nearness.")
    if made.signers != tuple(overlaps(made.letters)):
        yield wrong("signers", "The common signers are not those of the letters' cards.")
