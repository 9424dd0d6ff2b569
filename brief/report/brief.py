"""A summary as a page: who asks whom for what, by when and why, and what was checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from math import inf

from brief.document import Document
from brief.evidence import Claim
from brief.letter.card import Deadline, LetterCard
from brief.report.checked import checks_line, footer
from brief.report.page import Point, Report, Section, keyed
from brief.report.places import Places
from brief.report.requests import listed
from brief.report.wording import (
    KIND,
    concern_of,
    dated,
    due,
    fragment,
    long_date,
    party_split,
    people,
    person,
    plain,
    plural,
    recipients,
    short_name,
    without_stance,
)
from brief.summary import Position, Question, Summary

# What stays longest on a page that is too full: the worth of a section's first item, of its second, and the loss from
# there on. Every part keeps its head before any keeps its tail.
_WORTH = {
    "asks": (100.0, 98.5, 1.5),
    "questions": (99.0, 94.0, 1.2),
    "why": (97.0, 78.0, 6.0),
    "gaps": (95.0, 76.0, 4.0),
    "doubts": (96.0, 88.0, 1.0),
    "positions": (93.0, 74.0, 6.0),
    "authorities": (64.0, 61.0, 3.0),
    "statements": (58.0, 52.0, 6.0),
    "signers": (45.0, 44.5, 0.5),
}
_SHOWN_SIGNERS = 6


def brief_report(summary: Summary, documents: Mapping[str, Document]) -> Report:
    """Return the page for one letter; `documents` by letter id give the ¶ numbers."""
    card = summary.letter
    places = Places(documents, (card,))
    sections = (
        _bottom_line(summary, places),
        _asks(summary, places),
        _questions(summary, places),
        Section("why", "Why now", _plain_claims(summary.background, places, card), units=("reason", "reasons")),
        _positions(summary, places),
        _authorities(summary, places),
        _statements(summary, places),
        _signers(card),
        Section("gaps", "Not stated", tuple(Point(plain(g)) for g in summary.gaps), units=("gap", "gaps")),
        doubts(summary, places),
    )
    report = Report(
        kind="brief",
        title=_title(card),
        strip=strip(summary),
        sections=tuple(_ranked(s) for s in sections if s.items),
        checks=checks_line(summary.checks),
        footer=footer((card,), summary.provenance),
        letters=(card.id,),
        label=short_name(card),
    )
    return keyed(report)


def _title(card: LetterCard) -> str:
    """Return the headline; where the program made it from the card, its date is said as everywhere on the page."""
    title = plain(card.title)
    title = short_name(card) if not title or _OF_THE_PAGE.match(title) else title
    title = "A page that holds no letter" if card.kind == "none" and title in ("Letter", card.id) else title
    return (
        f"{title.removesuffix(card.date)}{long_date(card.date)}" if card.date and title.endswith(card.date) else title
    )


_OF_THE_PAGE = re.compile(
    r"(?i)(?:click ?here|watch|read|view|download|text of|full (?:text|letter)|photos?|videos?)\b.*"
    r"(?:here|video|letter|pdf|below)\W*$"
)
"""A line of the page itself that stands where a headline does."""


def strip(summary: Summary) -> tuple[Point, ...]:
    """Return the head of the page: from, to, date, response due, source."""
    card = summary.letter
    source = f"{plain(card.source.name)} · {KIND[card.kind]}"
    return (
        Point(people(card), lead="From", notes=tuple(n for n in (party_split(card), _register_note(card)) if n)),
        Point(recipients(card), lead="To"),
        Point(dated(card), lead="Date"),
        Point(response_due(summary.deadlines), lead="Response due"),
        Point(source, lead="Source"),
    )


def response_due(deadlines: tuple[Deadline, ...]) -> str:
    """Return the deadline for the reply, the earliest first if there are several; or that there is none."""
    replies = sorted((d for d in deadlines if d.purpose == "reply"), key=lambda d: d.date or "9999")
    if not replies:
        return "none stated"
    said = [due(d) + ("" if d.date else "; no date") for d in replies[:2]]
    return "; ".join(dict.fromkeys(said))


def _register_note(card: LetterCard) -> str:
    completed = any(p.source == "gazetteer" and p.party for p in card.senders)
    return "parties from the Members’ register" if completed else ""


def _bottom_line(summary: Summary, places: Places) -> Section:
    point = places.claim(summary.bottom_line, summary.letter.id)
    if summary.letter.kind == "none" and point.text.startswith("“"):
        point = replace(point, lead="No letter was found on this page; it begins with")
    return Section("bottom-line", "Bottom line", (point,) if point.text else (), style="prose")


def _asks(summary: Summary, places: Places) -> Section:
    sure = [a for a in summary.actions if a.status == "supported"]
    items = listed(sure, places, summary.letter.id)
    return Section("asks", "What it asks", items, "numbered", units=("request", "requests"))


def _questions(summary: Summary, places: Places) -> Section:
    sure = [q for q in summary.questions if q.status == "supported"]
    items = numbered_questions(sure, places, summary.letter.id)
    nested = sum(bool(item.level) for item in items)
    count = f"{len(items) - nested}" + (f", with {plural(nested, 'sub-question')}" if nested else "")
    return Section("questions", f"Questions to answer ({count})", items, "numbered", units=("question", "questions"))


def numbered_questions(questions: list[Question], places: Places, letter: str) -> tuple[Point, ...]:
    """Return the questions as points, numbered as printed, or counted where the letter has no numbers.

    One whose item is itself no question ("6. List the data. Where is it kept?") stands for its item, under its number.
    """
    items, above = [], ""
    for count, question in enumerate(questions, 1):
        number, parent = plain(question.number or ""), plain(question.parent or "")
        nested = bool(parent) and parent == above
        if parent.isdigit() and number.isdigit():
            number = f"{parent}.{number}"
        elif not nested:
            number = f"{parent}{number}" or str(count)  # "3a": its item is no question
        above = above if nested else (question.number or question.parent or "")
        items.append(replace(places.claim(question, letter), number=number, level=int(nested)))
    return tuple(items)


def _plain_claims(claims: tuple[Claim, ...], places: Places, card: LetterCard) -> tuple[Point, ...]:
    sure = [c for c in claims if c.status == "supported"]
    return tuple(replace(places.claim(c, card.id), lead=_said_where(c, card)) for c in sure)


def _said_where(claim: Claim, card: LetterCard) -> str:
    """Name the release where it says what the letter's own text at hand does not."""
    told = card.kind in ("full", "excerpt") and bool(claim.evidence)
    return "The release says" if told and all(e.voice == "release" for e in claim.evidence) else ""


def _positions(summary: Summary, places: Places) -> Section:
    asked = {e.quote for a in summary.actions if a.status == "supported" for e in a.evidence}
    sure = [p for p in summary.positions if p.status == "supported" and not _said_by(p, asked)]
    items = tuple(_position(p, places.claim(p, summary.letter.id)) for p in sure)
    return Section("positions", "Positions", items, units=("position", "positions"))


def _position(position: Position, point: Point) -> Point:
    """Lead with the stance, and say it once; where it is unclear but a concern is said, with that."""
    text = without_stance(point.text, position.stance)
    thing = concern_of(text) if position.stance == "unclear" else ""
    return replace(
        point, text=thing or text, lead="Concern" if thing else position.stance.capitalize(), kind=position.stance
    )


def _said_by(position: Position, asked: Collection[str]) -> bool:
    """Tell whether an ask on the page says a position already: it rests on the ask's own words."""
    return bool(position.evidence) and all(e.quote in asked for e in position.evidence)


def _authorities(summary: Summary, places: Places) -> Section:
    items = tuple(Point(plain(a.text), refs=places.refs([a.evidence], summary.letter.id)) for a in summary.authorities)
    return Section("authorities", "Authorities cited", items, "inline", units=("authority", "authorities"))


def _statements(summary: Summary, places: Places) -> Section:
    items = tuple(
        Point(
            f"“{plain(s.text).strip('“”')}”", lead=plain(s.speaker), refs=places.refs([s.evidence], summary.letter.id)
        )
        for s in summary.statements
    )
    return Section("statements", "Said in the release, not in the letter", items, units=("statement", "statements"))


def _signers(card: LetterCard) -> Section:
    """List the signers only where the strip could not name them all."""
    listed = card.senders if len(card.senders) > _SHOWN_SIGNERS else ()
    items = tuple(Point(person(p)) for p in listed)
    return Section("signers", f"Signers ({len(card.senders)})", items, "inline", units=("signer", "signers"))


def doubts(summary: Summary, places: Places) -> Section:
    """Return what is not confirmed, apart from the rest: claims with a doubt, then claims with nothing found."""
    named: list[tuple[str, Claim]] = [
        *((f"Request {i}", a) for i, a in enumerate(summary.actions, 1)),
        *((f"Question {plain(q.number or '')}".strip(), q) for q in summary.questions),
        *(("Position", p) for p in summary.positions),
        *(("Background", b) for b in summary.background),
    ]
    unsure = [(name, c) for name, c in named if c.status != "supported"]
    shown = {c.text for _, c in unsure} | {summary.bottom_line.text}
    unsure += [("Claim", c) for c in summary.checks.unsupported if c.text not in shown]
    return doubtful(unsure, places, summary.letter.id)


def doubtful(unsure: list[tuple[str, Claim]], places: Places, letter: str = "") -> Section:
    """Return the section of what must not be relied on unread, each claim under what it was meant to be."""
    once = {fragment(c.text): (name, c) for name, c in reversed(unsure)}
    points = [(name, places.claim(c, letter)) for name, c in reversed(once.values())]
    ordered = sorted(points, key=lambda x: x[1].mark == "unsupported")
    items = tuple(replace(p, lead=name, kind=p.mark) for name, p in ordered)
    return Section("doubts", "Not confirmed: check before use", items, units=("doubtful claim", "doubtful claims"))


def _ranked(section: Section) -> Section:
    """Give each item its worth on a full page; the head of the list of asks never goes."""
    if section.key not in _WORTH:
        return section
    first, second, loss = _WORTH[section.key]
    worth = [inf if section.key == "asks" else first, *(max(0.0, second - loss * i) for i in range(len(section.items)))]
    items = tuple(replace(item, keep=keep) for item, keep in zip(section.items, worth, strict=False))
    return replace(section, items=items)
