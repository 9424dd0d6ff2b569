"""How two letters differ: contrasts, asks, facts and silences, each with its sentence on both sides."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brief.drafts import AskRelation, Aspect, DiffersIn, Relation
from brief.evidence import Claim, Evidence, Value
from brief.letter.card import LetterCard, Person, Recipient
from brief.summary import Action, Checks, Provenance


class Contrast(Value):
    """One point on which the letters are set side by side; `rank` 1 weighs most."""

    topic: str
    relation: Relation
    aspect: Aspect
    a: Claim | None = None
    b: Claim | None = None
    why: str = ""
    rank: int = 0


class ActionPair(Value):
    """An ask of one letter and its counterpart in the other, if it has one."""

    relation: AskRelation
    a: Action | None = None
    b: Action | None = None
    differs_in: tuple[DiffersIn, ...] = ()


class FactPair(Value):
    """Two figures or dates said of the same thing; `values` are A's and B's as written."""

    a: Claim
    b: Claim
    quantity: str
    values: tuple[str, str]


class Edit(Value):
    """A piece of a changed passage on the way from A's text to B's: kept, cut, or added."""

    op: Literal["same", "cut", "added"]
    text: str


class Passage(Value):
    """A passage that stands in both letters; `same` if word for word; `moved` if out of order.

    Args:
        a, b: Where it stands; None on the side that lacks it, which only happens in near-duplicates.
        edits: In near-duplicates only: how A's words become B's.
    """

    a: Evidence | None = None
    b: Evidence | None = None
    same: bool = True
    moved: bool = False
    edits: tuple[Edit, ...] = ()


class SharedText(Value):
    """How much of each letter stands in the other too, in share of its words (0 to 1).

    Args:
        verdict: `unknown` where only summaries were at hand.
        changed: Of a near-duplicate: the passages that differ.
    """

    share_of_a: float = 0.0
    share_of_b: float = 0.0
    verdict: Literal["identical", "near_duplicate", "shared_passages", "none", "unknown"] = "unknown"
    passages: tuple[Passage, ...] = ()
    changed: tuple[Passage, ...] = ()


class Tone(Value):
    """The verbs of demand that each letter uses, counted ("urge": 2), and one sentence quoted for each verb."""

    a: dict[str, int] = Field(default_factory=dict)
    b: dict[str, int] = Field(default_factory=dict)
    a_quotes: tuple[Evidence, ...] = ()
    b_quotes: tuple[Evidence, ...] = ()


class CardDifferences(Value):
    """How the two letters' identities differ; `days_apart` is B's date less A's, None without both."""

    days_apart: int | None = None
    common_senders: tuple[Person, ...] = ()
    common_recipients: tuple[Recipient, ...] = ()
    same_chamber: bool | None = None
    notes: tuple[str, ...] = ()


class Silence(Value):
    """A topic of one letter, searched for in the other.

    Args:
        silent: The letter that was searched.
        searched: The nearest sentence found there, or None if the text has none; `score` is its nearness (0 to 1).
        verdict: `silent` means silent *in the text given*; `mentions` means that the topic does occur.
        by: What the verdict rests on: the program's search for `words`, or a model's `reading` of that letter alone,
            whose quotation the program found.
    """

    topic: str
    silent: Literal["a", "b"]
    searched: Evidence | None = None
    score: float = 0.0
    verdict: Literal["silent", "mentions"] = "silent"
    by: Literal["words", "reading"] = "words"
    note: str = ""


class Comparison(Value):
    """A checked comparison of letter A with letter B."""

    schema_version: str = Field(default="letterbrief/comparison.v1", alias="schema")
    a: LetterCard
    b: LetterCard
    bottom_line: Claim
    contrasts: tuple[Contrast, ...] = ()
    actions: tuple[ActionPair, ...] = ()
    facts: tuple[FactPair, ...] = ()
    tone: Tone = Tone()
    shared_text: SharedText = SharedText()
    card: CardDifferences = CardDifferences()
    silences: tuple[Silence, ...] = ()
    checks: Checks = Checks()
    provenance: Provenance = Provenance()
