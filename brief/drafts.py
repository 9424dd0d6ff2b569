"""The form of a model's answer, per task: words and quotations only; places, dates and checks are the program's."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Strength = Literal["demand", "request", "urge", "recommend"]
Stance = Literal["supports", "opposes", "mixed", "unclear"]
Relation = Literal["agree", "differ", "conflict", "only_a", "only_b", "unclear"]
Aspect = Literal["goal", "means", "target", "strength", "deadline", "facts", "legal_basis", "tone"]
AskLabel = Literal["same", "similar", "conflict", "none"]
AskRelation = Literal["same", "similar", "conflict", "only_a", "only_b"]
DiffersIn = Literal["deadline", "strength", "addressee", "amount", "scope"]


class Form(BaseModel):
    """A strict form: nothing missing, nothing more, no types guessed, and no letter text in its errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True, allow_inf_nan=False)


class ClaimDraft(Form):
    """A statement in the model's words, and the letter's words that it rests on, verbatim."""

    text: str
    quotes: list[str]


class ActionDraft(ClaimDraft):
    """Something the letter asks somebody to do or not to do; `deadline` and `condition` in the letter's words."""

    number: str | None
    actor: str
    strength: Strength
    deadline: str | None
    condition: str | None
    topic: str


class QuestionDraft(ClaimDraft):
    """A question put to the addressee; `number` as printed ("3", "a"), `parent` the number of the question above it."""

    number: str | None
    parent: str | None
    topic: str


class PositionDraft(ClaimDraft):
    """What the senders support or oppose."""

    topic: str
    stance: Stance


class SummaryDraft(Form):
    """A model's reading of one letter."""

    title: str
    bottom_line: ClaimDraft
    actions: list[ActionDraft]
    questions: list[QuestionDraft]
    positions: list[PositionDraft]
    background: list[ClaimDraft]
    authorities: list[str]
    not_stated: list[str]


class RowDraft(Form):
    """One point on which two letters are set side by side; `a` and `b` name items ("A3", "B1"), or are null.

    In `why` the letters are called {A} and {B}.
    """

    topic: str
    relation: Relation
    aspect: Aspect
    a: str | None
    b: str | None
    a_text: str | None
    b_text: str | None
    why: str


class AskRowDraft(Form):
    """How one aligned pair of asks relates; `none` takes the pair apart."""

    a: str
    b: str
    relation: AskLabel
    differs_in: list[DiffersIn]


class BottomLineDraft(Form):
    """What a comparison comes to, in four pieces that the program joins, so that A and B can change places.

    Args:
        both: What both letters do ("press the ministry to act"), or null. parting: What they part on ("the means"),
            or null. a, b: What each does there ("asks for talks"), without its letter's name.
    """

    both: str | None
    parting: str | None
    a: str
    b: str


class ComparisonDraft(Form):
    """A model's comparison of two summaries."""

    bottom_line: BottomLineDraft
    rows: list[RowDraft]
    asks: list[AskRowDraft]


class SilenceTopicDraft(Form):
    """Whether a letter speaks of one topic, and with which of its words, verbatim; `id` as in the request ("T2")."""

    id: str
    mentions: bool
    quotes: list[str]


class SilenceDraft(Form):
    """A model's reading of one letter for topics on which it seems silent."""

    topics: list[SilenceTopicDraft]


class PatchDraft(Form):
    """A second try at one part that failed a check; null leaves a field as it was."""

    part: str
    withdraw: bool
    text: str | None
    quotes: list[str] | None
    actor: str | None
    strength: Strength | None
    stance: Stance | None
    deadline: str | None


class RepairDraft(Form):
    """The answer to a repair round: one patch for each part that failed."""

    patches: list[PatchDraft]
