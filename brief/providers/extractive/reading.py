"""A letter read by rule: its asks, questions, positions and reasons, in the form in which any model answers."""

from __future__ import annotations

import re

from brief.drafts import ActionDraft, QuestionDraft, SummaryDraft
from brief.letter.authorities import authority_names
from brief.providers.extractive.asks import Ask, condition_of, deadline_of, find_asks
from brief.providers.extractive.headline import Headline, by_weight, is_duty
from brief.providers.extractive.positions import find_background, find_positions
from brief.providers.extractive.questions import Question, find_questions
from brief.providers.extractive.reported import find_reported
from brief.providers.extractive.units import units
from brief.providers.extractive.wording import clause, deed, topic


def read_letter(text: str, kind: str = "full", senders: str = "", to: str = "", title: str = "") -> SummaryDraft:
    """Read a letter by rule.

    Args:
        text: The letter's own text; of a reported letter, the report's sentences about it.
        kind: full, excerpt or reported.
        senders, to: Who writes to whom, each as a line; either may be "".
        title: What the document itself says in its headline.

    Returns:
        A draft whose quotes stand letter for letter in `text`.
    """
    parts = units(text)
    asks = find_reported(parts, to) if kind == "reported" else find_asks(parts, to)
    taken = {a.order for a in asks}
    questions = [] if kind == "reported" else find_questions(parts, taken)
    head = Headline(text, parts, asks, questions, senders, to)
    return SummaryDraft(
        title=head.title() or title,
        bottom_line=head.bottom_line(reported=kind == "reported"),
        actions=[_action(a, text) for a in by_weight(asks)],
        questions=[_question(q, text) for q in questions],
        positions=find_positions(parts, taken, [(a, text[a.act : a.end]) for a in asks], text),
        background=find_background(parts, taken, text),
        authorities=list(authority_names(text)),
        not_stated=[],
    )


def _action(ask: Ask, text: str) -> ActionDraft:
    quote = text[ask.start : ask.end]
    action = clause(quote) if ask.actor != "addressee" and is_duty(quote) else deed(text[ask.act : ask.end])
    return ActionDraft(
        text=action,
        quotes=[quote],
        number=ask.number,
        actor=ask.actor,
        strength=ask.strength,
        deadline=deadline_of(quote),
        condition=condition_of(quote),
        topic=topic(action),
    )


def _question(question: Question, text: str) -> QuestionDraft:
    quote = text[question.start : question.end]
    return QuestionDraft(
        text=clause(quote),
        quotes=[quote],
        number=question.number,
        parent=question.parent,
        topic=topic(_plain_question(quote)),
    )


_ASKING = re.compile(
    r"^(?:(?:what|which|how|when|where|why|who|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|"
    r"many|much|steps?|your)\s+)+",
    re.IGNORECASE,
)


def _plain_question(quote: str) -> str:
    return _ASKING.sub("", quote.strip()).rstrip("?")
