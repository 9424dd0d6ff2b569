"""The ask ledger: every request and question of one or more letters, a row each, for a tracker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from brief.document import Document
from brief.evidence import Claim
from brief.report.brief import numbered_questions, strip
from brief.report.checked import footer
from brief.report.page import Point, Report, Section, keyed, label
from brief.report.places import Places
from brief.report.requests import ask
from brief.report.wording import dated, due, people, plain, plural, recipients, resolved, short_name
from brief.summary import Action, Question, Summary


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger; texts are clean of control characters, dates are ISO.

    Args:
        letter: Id. kind: `request` or `question`. number: As printed, or as counted. parent: Of a sub-question.
        due: ISO date or None; `due_as_stated` and `due_rule` say where it comes from.
        where: The ¶ or page. status: `confirmed`, `in doubt` or `not confirmed`.
    """

    letter: str
    sent_by: str
    sent_to: str
    letter_date: str | None
    kind: str
    number: str
    parent: str
    strength: str
    actor: str
    text: str
    due: str | None
    due_as_stated: str
    due_rule: str
    condition: str
    topic: str
    where: str
    quote: str
    status: str
    problems: str


_STATUS = {"supported": "confirmed", "partly": "in doubt", "unsupported": "not confirmed"}


def entries(summaries: tuple[Summary, ...], documents: Mapping[str, Document]) -> Iterator[Entry]:
    """Yield the ledger's rows: each letter's requests, then its questions, in the letter's order."""
    for summary in summaries:
        places = Places(documents, (summary.letter,))
        for count, action in enumerate(summary.actions, 1):
            yield _request(action, str(count), summary, places)
        for point, question in zip(_numbered(summary, places), summary.questions, strict=True):
            yield _question(question, point.number, summary, places)


def _numbered(summary: Summary, places: Places) -> tuple[Point, ...]:
    return numbered_questions(list(summary.questions), places, summary.letter.id)


def _entry(claim: Claim, summary: Summary, places: Places, kind: str, number: str, topic: str) -> Entry:
    card = summary.letter
    found = places.refs(claim.evidence, card.id)
    return Entry(
        letter=plain(card.id),
        sent_by=people(card),
        sent_to=recipients(card),
        letter_date=card.date,
        kind=kind,
        number=plain(number),
        parent="",
        strength="",
        actor="",
        text=plain(claim.text),
        due=None,
        due_as_stated="",
        due_rule="",
        condition="",
        topic=plain(topic),
        where=label(found),
        quote=" … ".join(plain(e.quote) for e in claim.evidence if e.match != "missing"),
        status=_STATUS[claim.status],
        problems="; ".join(plain(p) for p in claim.problems),
    )


def _request(action: Action, number: str, summary: Summary, places: Places) -> Entry:
    deadline = action.deadline
    return replace(
        _entry(action, summary, places, "request", number, action.topic),
        strength=action.strength,
        actor=plain(action.actor),
        condition=plain(action.condition or ""),
        due=deadline.date if deadline else None,
        due_as_stated=plain(deadline.as_stated) if deadline else "",
        due_rule=plain(deadline.rule) if deadline else "",
    )


def _question(question: Question, number: str, summary: Summary, places: Places) -> Entry:
    """A question is due when the reply is."""
    reply = min((d for d in summary.deadlines if d.purpose == "reply"), key=lambda d: d.date or "9999", default=None)
    return replace(
        _entry(question, summary, places, "question", number, question.topic),
        parent=plain(question.parent or ""),
        due=reply.date if reply else None,
        due_as_stated=plain(reply.as_stated) if reply else "",
        due_rule=plain(reply.rule) if reply else "",
    )


def ledger_report(summaries: tuple[Summary, ...], documents: Mapping[str, Document]) -> Report:
    """Return the ledger as a report: one section of requests, one of questions and one of deadlines per letter."""
    sections: list[Section] = []
    for n, summary in enumerate(summaries, 1):
        head = f"{short_name(summary.letter)}: " if len(summaries) > 1 else ""
        sections += _sections(summary, Places(documents, (summary.letter,)), head, n)
    cards = tuple(s.letter for s in summaries)
    first = summaries[0] if summaries else None
    report = Report(
        kind="actions",
        title=f"What is asked: {short_name(cards[0]) if len(cards) == 1 else plural(len(cards), 'letter')}",
        strip=strip(summaries[0]) if len(summaries) == 1 else tuple(_strip_row(s) for s in summaries),
        sections=tuple(s for s in sections if s.items),
        footer=footer(cards, first.provenance) if first else (),
        letters=tuple(c.id for c in cards),
        label="What is asked",
    )
    return keyed(report)


def _strip_row(summary: Summary) -> Point:
    card = summary.letter
    return Point(f"{people(card)} to {recipients(card)}, {dated(card)}", lead=short_name(card))


def _sections(summary: Summary, places: Places, head: str, n: int) -> Iterator[Section]:
    letter = summary.letter.id
    requests = tuple(ask(a, places, letter, i) for i, a in enumerate(summary.actions, 1))
    yield Section(f"asks-{n}", f"{head}Requests", requests, "numbered", units=("request", "requests"))
    yield Section(
        f"questions-{n}", f"{head}Questions", _numbered(summary, places), "numbered", units=("question", "questions")
    )
    dates = tuple(
        Point(
            due(d),
            lead=d.purpose.capitalize(),
            notes=resolved(d),
            refs=places.refs([d.evidence], letter),
        )
        for d in summary.deadlines
    )
    yield Section(f"deadlines-{n}", f"{head}Deadlines", dates, units=("deadline", "deadlines"))
