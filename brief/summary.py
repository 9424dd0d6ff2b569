"""The checked summary of one letter: the result that briefs, lists and comparisons are made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from pydantic import Field

from brief.drafts import Stance, Strength
from brief.evidence import Claim, Value
from brief.letter.card import Authority, Deadline, LetterCard, Statement
from brief.version import __version__


class Action(Claim):
    """Something the letter asks somebody to do, or not to do.

    Args:
        number: The item's number as printed, if it stands in a numbered list.
        actor: Who is to act ("addressee", or as named).
    """

    number: str | None = None
    actor: str = "addressee"
    strength: Strength = "request"
    deadline: Deadline | None = None
    condition: str | None = None
    topic: str = ""


class Question(Claim):
    """A question that the letter puts to its addressee; `parent` is the number of the question it belongs to."""

    number: str | None = None
    parent: str | None = None
    topic: str = ""


class Numbered(Protocol):
    """What stands in a letter's list of questions: its own number, and that of the one it stands under."""

    @property
    def number(self) -> str | None:
        """As printed."""

    @property
    def parent(self) -> str | None:
        """As printed."""


def own_questions(questions: Iterable[Numbered]) -> int:
    """Count the questions that stand by themselves: those right below the one that they belong to are parts of it."""
    own, above = 0, None
    for question in questions:
        if question.parent is None or question.parent != above:
            own, above = own + 1, question.number or question.parent
    return own


class Position(Claim):
    """What the senders support or oppose."""

    topic: str = ""
    stance: Stance = "unclear"


class QuoteCounts(Value):
    """How the quotations were found."""

    exact: int = 0
    normalised: int = 0
    fuzzy: int = 0
    missing: int = 0


class Covered(Value):
    """How many of the source's items the brief has."""

    found: int = 0
    total: int = 0


class Coverage(Value):
    """What the letter has, and how much of it stands in the brief."""

    questions: Covered = Covered()
    numbered_items: Covered = Covered()
    deadlines: Covered = Covered()
    figures: Covered = Covered()


class Checks(Value):
    """What the checks found; the claims in `unsupported` stand nowhere else in the result."""

    claims: int = 0
    supported: int = 0
    partly: int = 0
    unsupported: tuple[Claim, ...] = ()
    quotes: QuoteCounts = QuoteCounts()
    coverage: Coverage = Coverage()

    @classmethod
    def of(cls, standing: Sequence[Claim], failed: Sequence[Claim] = (), coverage: Coverage | None = None) -> Checks:
        """Count what the checks found over all claims, standing and failed."""
        found = Counter[str](e.match for c in (*standing, *failed) for e in c.evidence)
        return cls(
            claims=len(standing) + len(failed),
            supported=sum(c.status == "supported" for c in standing),
            partly=sum(c.status == "partly" for c in standing),
            unsupported=tuple(failed),
            quotes=QuoteCounts(**found),
            coverage=coverage or Coverage(),
        )


class UsageCount(Value):
    """Tokens as the endpoint counted them, and dollars where the price is known."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None


class Provenance(Value):
    """Where the result comes from, for the file.

    Args:
        host: Who ran the model; `local` for the rules. rung: How the answer's form was imposed.
        origin: `live`, `cache`, `recorded`, `written` or `rules`.
        prompt: Name and version; `prompt_sha256` of its file. schema_version: Printed as `schema`.
        created: ISO time of the model's answer; empty where it has none, so that equal input gives equal bytes.
        reviewer: Who read it, once somebody has.
    """

    tool: str = "letterbrief"
    version: str = ""
    model: str = "extractive"
    host: str = "local"
    origin: str = "rules"
    rung: str = ""
    prompt: str = ""
    prompt_sha256: str = ""
    schema_version: str = Field(default="", alias="schema")
    request_key: str = ""
    created: str = ""
    usage: UsageCount = UsageCount()
    reviewer: str | None = None


class Summary(Value):
    """What one letter asks, of whom, by when and why, each claim with its evidence."""

    letter: LetterCard
    bottom_line: Claim
    actions: tuple[Action, ...] = ()
    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    background: tuple[Claim, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    authorities: tuple[Authority, ...] = ()
    statements: tuple[Statement, ...] = ()
    gaps: tuple[str, ...] = ()
    checks: Checks = Checks()
    provenance: Provenance = Provenance()


def by_program(summaries: Sequence[Summary], schema: str) -> Provenance:
    """Return the provenance of what the program makes of summaries by itself: no model, but the origin of theirs.

    Only what rests on the rules' readings alone can be made again as it was.
    """
    origins = dict.fromkeys(s.provenance.origin for s in summaries)
    origin = next((o for o in origins if o != "rules"), "rules")
    return Provenance(version=__version__, model="none", origin=origin, schema_version=schema)


class Summaries(Value):
    """What `brief summarize --format json` prints."""

    schema_version: str = Field(default="letterbrief/summaries.v1", alias="schema")
    summaries: tuple[Summary, ...] = ()
