"""Checks saved results again, part by part: summaries, comparisons, matrices."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from brief.audit import Finding, Role, audit_claim, status_of
from brief.comparison import ActionPair, Comparison, Contrast, FactPair
from brief.errors import NotFound, UnknownFormat
from brief.evidence import Claim, Status
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard
from brief.matrices import Matrix
from brief.points import ADDRESSED
from brief.summary import Summaries, Summary
from brief.verification.asks import check_asks, check_left_out, lacks_claims
from brief.verification.comparisons import check_pair, check_rows
from brief.verification.lines import check_line
from brief.verification.lists import check_lists
from brief.verification.matrix import check_matrix
from brief.verification.outcome import SourceState, Verification, wrong
from brief.verification.record import (
    check_authorities,
    check_card,
    check_deadlines,
    check_evidence,
    check_side,
    check_statements,
    grounded,
)
from brief.verification.remaking import asks_by_rule, check_remade
from brief.verification.silences import check_silences
from brief.verification.sources import Shelf

Result = Summary | Summaries | Comparison | Matrix
_SCHEMAS: dict[str, type[Summaries] | type[Comparison] | type[Matrix]] = {
    "letterbrief/summaries.v1": Summaries,
    "letterbrief/comparison.v1": Comparison,
    "letterbrief/matrix.v1": Matrix,
}


def load(path: Path) -> Result:
    """Read a saved result.

    Raises:
        NotFound: There is no such file.
        UnknownFormat: It is no JSON, or not a result of this program.
    """
    try:
        raw: Any = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise NotFound(f"{path}: no such file") from None
    except (ValueError, RecursionError) as error:
        raise UnknownFormat(f"{path}: not JSON ({error}); give what --format json wrote") from None
    schema = raw.get("schema") if isinstance(raw, dict) else None
    kind = _SCHEMAS.get(str(schema)) or (
        Summary if isinstance(raw, dict) and "bottom_line" in raw and "actions" in raw else None
    )
    if kind is None:
        raise UnknownFormat(f"{path}: no result of this program (schema {schema!r}); give what --format json wrote")
    try:
        return kind.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(p) for p in first["loc"])
        raise UnknownFormat(f"{path}: {where}: {first['msg']}; the file is not as it was written") from None


class _Tally:
    """Gathers what is found, and the status of each claim."""

    def __init__(self, remake: bool) -> None:
        self.remake = remake
        self.statuses: Counter[Status] = Counter()
        self.findings: list[Finding] = []
        self.notes: list[Finding] = []
        self.states: dict[str, SourceState] = {}

    def add(self, found: Sequence[Finding] | Iterator[Finding], admitted: Sequence[str] = ()) -> None:
        """Take findings; what the checks cannot tell, and doubts that the brief admits, are notes."""
        for f in found:
            note = f.level == "unsure" or (f.level == "likely" and f.what in admitted)
            (self.notes if note else self.findings).append(f)

    def claim(self, claim: Claim, letter: Letter, part: str, role: Role | None, changed: bool) -> None:
        """Check a claim and its record."""
        admitted = claim.problems if claim.status != "supported" else ()
        for i, e in enumerate(claim.evidence):
            self.add(check_evidence(e, letter, f"{part}.evidence.{i}", changed))
        found = [f.at(part) for f in audit_claim(grounded(claim, letter), letter, role=role)]
        self.statuses[status_of(found)] += 1
        self.add(found, admitted)
        if claim.status == "unsupported":
            self.add([wrong(part, "An unsupported claim stands among the others.", claim.text)])

    def wrong(self, found: Sequence[Finding]) -> None:
        """Take what is wrong with a claim that needs no further check."""
        self.statuses["unsupported"] += 1
        self.add(found)

    def outcome(self, kind: str) -> Verification:
        """Return what was gathered, each finding once."""
        return Verification(
            kind=kind,
            sources=tuple(self.states.values()),
            claims=self.statuses.total(),
            supported=self.statuses["supported"],
            partly=self.statuses["partly"],
            unsupported=self.statuses["unsupported"],
            findings=tuple(dict.fromkeys(self.findings)),
            notes=tuple(dict.fromkeys(self.notes)),
        )


def check_result(result: Result, shelf: Shelf, *, remake: bool = True) -> Verification:
    """Check a result against the documents on the shelf.

    Args:
        result: What was saved.
        shelf: Where the documents are.
        remake: Whether a result of the rules is made again too, and compared.

    Raises:
        NotFound: None of its documents is there.
    """
    tally = _Tally(remake)
    if isinstance(result, Comparison):
        _check_comparison(result, shelf, tally)
        return _found(tally, "comparison")
    if isinstance(result, Matrix):
        _check_matrix(result, shelf, tally)
        return _found(tally, "matrix")
    summaries = result.summaries if isinstance(result, Summaries) else (result,)
    for i, summary in enumerate(summaries):
        _check_summary(summary, shelf, tally, f"summaries.{i}." if len(summaries) > 1 else "")
    return _found(tally, "summaries")


def _found(tally: _Tally, kind: str) -> Verification:
    if tally.states and all(s.state == "missing" for s in tally.states.values()):
        names = ", ".join(s.name for s in tally.states.values())
        raise NotFound(
            f"{names}: not among the sources given (looked for by SHA-256 and by name); name the file or its folder"
        )
    return tally.outcome(kind)


def _letter(card: LetterCard, shelf: Shelf, tally: _Tally, part: str) -> tuple[Letter | None, bool]:
    state, letter = shelf.letter(card)
    tally.states[f"{card.source.sha256}{card.source.name}"] = state
    if letter is None and state.state != "missing":
        tally.add([wrong(part, f"The document no longer holds letter {card.source.index}.")])
    if letter is not None:
        tally.add(check_card(card, letter, part))
    return letter, state.state == "changed"


def parts_of(summary: Summary) -> Iterator[tuple[str, Claim, Role]]:
    """Yield each claim of a summary with its part and role."""
    yield "bottom_line", summary.bottom_line, "bottom_line"
    lists: tuple[tuple[str, Sequence[Claim], Role], ...] = (
        ("actions", summary.actions, "action"),
        ("questions", summary.questions, "question"),
        ("positions", summary.positions, "position"),
        ("background", summary.background, "background"),
    )
    for name, claims, role in lists:
        for i, claim in enumerate(claims):
            yield f"{name}.{i}", claim, role


def _check_summary(summary: Summary, shelf: Shelf, tally: _Tally, prefix: str) -> None:
    letter, changed = _letter(summary.letter, shelf, tally, f"{prefix}letter")
    if letter is None:
        return
    claims = [(part, claim, role) for part, claim, role in parts_of(summary)]
    for part, claim, role in claims:
        tally.claim(claim, letter, prefix + part, role, changed)
    if tally.remake:
        tally.add(check_remade(summary, [letter], changed, prefix))
    for found in (
        check_deadlines(summary.deadlines, letter),
        check_authorities(summary.authorities, letter),
        check_statements(summary.statements, letter),
        check_lists(summary, [c for _, c, _ in claims], letter),
    ):
        tally.add(f.model_copy(update={"part": prefix + f.part}) for f in found)


def _check_comparison(made: Comparison, shelf: Shelf, tally: _Tally) -> None:
    sides = {"a": _letter(made.a, shelf, tally, "a"), "b": _letter(made.b, shelf, tally, "b")}
    for name in ("contrasts", "actions", "facts"):
        for i, row in enumerate(getattr(made, name)):
            _check_sides(row, f"{name}.{i}", sides, tally)
    (a, changed_a), (b, changed_b) = sides["a"], sides["b"]
    tally.add(check_asks(made))
    tally.add(check_rows(made, (a, b) if a and b else None))
    for i, silence in enumerate(made.silences):
        letter = sides[silence.silent][0]
        if silence.searched is not None and letter is not None:
            tally.add(check_evidence(silence.searched, letter, f"silences.{i}.searched"))
    if a is not None and b is not None:
        tally.add(check_pair(made, a, b))
        tally.add(check_silences(made, a, b))
        tally.add(check_line(made, a, b))
        if lacks_claims(made):
            tally.add(f for side, x in (("a", a), ("b", b)) for f in check_left_out(made, side, asks_by_rule(x)))
        if tally.remake:
            tally.add(check_remade(made, [a, b], changed_a or changed_b))


def _check_sides(
    row: Contrast | ActionPair | FactPair, part: str, sides: Mapping[str, tuple[Letter | None, bool]], tally: _Tally
) -> None:
    """Check the claim of each side against its own letter only; one of the other letter's words needs no more."""
    for side, far in (("a", "b"), ("b", "a")):
        claim, (letter, changed), other = getattr(row, side), sides[side], sides[far][0]
        if claim is None or letter is None:
            continue
        crossed = list(check_side(claim, letter, other, f"{part}.{side}")) if other is not None else []
        if crossed:
            tally.wrong(crossed)
            continue
        addressed = claim.text.startswith(ADDRESSED)  # a letter's address may stand in the release about it
        role: Role | None = "contrast" if part.startswith("contrasts") and not addressed else None
        tally.claim(claim, letter, f"{part}.{side}", role, changed)


def _check_matrix(made: Matrix, shelf: Shelf, tally: _Tally) -> None:
    letters = {card.id: _letter(card, shelf, tally, f"letters.{i}") for i, card in enumerate(made.letters)}
    for i, row in enumerate(made.rows):
        for j, cell in enumerate(row.cells):
            letter, changed = letters.get(cell.letter, (None, False))
            if cell.claim is not None and letter is not None:
                tally.claim(cell.claim, letter, f"rows.{i}.cells.{j}", None, changed)
    found = {name: letter for name, (letter, _) in letters.items() if letter is not None}
    tally.add(check_matrix(made, found))
    if tally.remake and len(found) == len(made.letters):
        tally.add(check_remade(made, [found[card.id] for card in made.letters], any(c for _, c in letters.values())))
