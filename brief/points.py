"""The points of a letter that a comparison may rest on: its checked claims, and sentences of its own that weigh."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice, pairwise

from brief.document import Span, overlap
from brief.evidence import Claim
from brief.kinds import (
    ABOUT_LETTER,
    AWAITED,
    COURTESY,
    FIGURE,
    LEAD_IN,
    REPLY,
    SENT,
    TELLS,
    TOLD_ASK,
    TURN,
    Kind,
    kind_of,
)
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard
from brief.summary import Action, Position, Question, Summary
from brief.text import find_exact, sentences
from brief.words import nearness, senses, tokens

LONGEST = 60  # words of one point's quotation: a long sentence; above it the clauses stand for themselves
FEW = 12  # points below which a text is cut finer, so that each thing that a short text asks can be set against another
LIST = 50  # words up to which questions on one matter are one point
RELATED = 0.1  # nearness from which two questions in a row are on one matter
MENTIONS = 20  # places of an addressee's name among which the sentence on the sending is looked for
ADDRESSED = "is addressed to"  # opens the point that tells whom a letter goes to
SHORTEST = 6  # words of a sentence that can be a point
_BASE: Mapping[Kind, float] = {
    "ask": 9.0,
    "reply": 6.0,
    "question": 5.0,
    "offer": 3.0,
    "concern": 4.0,
    "aim": 4.0,
    "position": 4.5,
    "fact": 2.5,
    "address": 3.0,
}


@dataclass(frozen=True)
class Point:
    """One thing that a letter says, with the place where it says it.

    Args:
        id: Its name in a request: the letter's side and a number ("A3").
        kind: What it does: asks for action (`ask`) or for an answer (`reply`), puts a question, offers, voices a
            concern, names an aim, takes a position, states a fact, tells whom the letter is addressed to.
        claim: The statement and its evidence.
        weight: How much it matters to a reader who compares, from 0 upward.
        strength, stance, deadline, actor: As in the summary's own claims, where it has them.
        action: Its place among the summary's actions, or None.
        part: Whether it is only a clause of another point.
    """

    id: str
    kind: Kind
    claim: Claim
    weight: float = 0.0
    topic: str = ""
    strength: str | None = None
    stance: str | None = None
    deadline: str | None = None
    actor: str | None = None
    action: int | None = None
    part: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The stems of the words that carry its topic."""
        return tokens(self._said)

    @cached_property
    def meant(self) -> frozenset[str]:
        """Those stems and senses as a set: most pairs of points share none, and are told apart at once."""
        return frozenset((*self.words, *self.senses))

    @cached_property
    def senses(self) -> tuple[str, ...]:
        """The senses that it touches, however worded ("~talk", "~pressure")."""
        return senses(self._said)

    @property
    def _said(self) -> str:
        return self.quote if self.quote == self.claim.text else f"{self.topic} {self.claim.text} {self.quote}"

    @cached_property
    def quote(self) -> str:
        """Its words in the letter, or the statement itself if none were found."""
        return " ".join(e.quote for e in self.claim.evidence if e.match != "missing") or self.claim.text

    @property
    def span(self) -> Span | None:
        """Where its first quotation stands, or None if none was found."""
        return next(iter(self.claim.spans), None)

    @cached_property
    def start(self) -> int:
        """Where it stands in the document, or 0 if it was not found."""
        return self.span.start if self.span else 0


_OFFICES = frozenset(tokens("agency department administration office board commission committee secretary minister"))


def readers_of(card: LetterCard) -> frozenset[str]:
    """Return the words by which a letter calls those it goes to: any ask may hold them, so they tell no topic."""
    called = (f"{r.name or ''} {r.office or ''}" for r in card.recipients)
    return _OFFICES.union(*map(tokens, called))


def points(summary: Summary, letter: Letter | None = None) -> tuple[Point, ...]:
    """Return the points of one letter in the order of its text, numbered from 1.

    Args:
        summary: Its checked claims; unsupported ones stand nowhere in it and so never become points.
        letter: With it, sentences of its own that no claim covers become points too, each with its place; and of a
            text with few points, the clauses of its long ones.
    """
    found = _grouped(_distinct(_claimed(summary)))
    if letter is not None:
        found += _sentence_points(letter, [s for p in found for s in p.claim.spans])
        found += [*_address(letter), *_told(letter)]
        found += [part for p in found for part in _finer(p, letter)] if len(found) < FEW else []
    in_order = sorted(_weighed(found), key=lambda p: (p.start, p.part, p.claim.text))
    return tuple(replace(p, id=str(n)) for n, p in enumerate(in_order, start=1))


def _distinct(found: Iterable[Point]) -> list[Point]:
    """Leave out a claim whose words an earlier claim already quotes, and one that only introduces the letter."""
    kept: list[Point] = []
    for point in found:
        again = point.action is None and any(
            _within(a, b) for a in point.claim.spans[:1] for p in kept for b in p.claim.spans[:1]
        )
        if not (again or (point.kind not in ("ask", "reply") and ABOUT_LETTER.search(point.quote))):
            kept.append(point)
    return kept


def _grouped(found: Sequence[Point]) -> list[Point]:
    """Join questions that follow each other on one matter: a list of twenty questions has far fewer points."""
    out: list[Point] = []
    for point in found:
        if out and out[-1].kind == point.kind == "question" and _one_matter(out[-1], point):
            first = out.pop()
            evidence = first.claim.evidence + point.claim.evidence
            joined = first.claim.model_copy(
                update={"text": f"{first.claim.text} {point.claim.text}", "evidence": evidence}
            )
            point = replace(first, claim=joined)
        out.append(point)
    return out


def _one_matter(a: Point, b: Point) -> bool:
    return len(f"{a.quote} {b.quote}".split()) <= LIST and nearness(a.words, b.words, {}) >= RELATED


def _within(a: Span, b: Span) -> bool:
    """Tell whether most of the shorter span lies in the other."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return common > 0.6 * min(a.end - a.start, b.end - b.start)


def _claimed(summary: Summary) -> Iterator[Point]:
    for i, action in enumerate(summary.actions):
        yield _of_action(i, action, bool(summary.questions))
    for question in summary.questions:
        yield Point("", "question", _plain(question), topic=question.topic)
    for position in summary.positions:
        kind = kind_of(_quoted(position))
        yield Point(
            "", "position" if kind == "fact" else kind, _plain(position), topic=position.topic, stance=position.stance
        )
    for claim in summary.background:
        yield Point("", kind_of(_quoted(claim)), _plain(claim))


def _of_action(i: int, action: Action, has_questions: bool) -> Point:
    deadline = action.deadline.as_stated if action.deadline else None
    kind: Kind = "reply" if REPLY.search(_quoted(action)) and (has_questions or deadline) else "ask"
    return Point(
        "",
        kind,
        _plain(action),
        topic=action.topic,
        strength=action.strength,
        deadline=deadline,
        actor=action.actor,
        action=i,
    )


def _plain(claim: Claim) -> Claim:
    return Claim(text=claim.text, evidence=claim.evidence, status=claim.status, problems=claim.problems)


def _quoted(claim: Claim | Question | Position) -> str:
    return next((e.quote for e in claim.evidence if e.match != "missing"), claim.text)


def _sentence_points(letter: Letter, taken: Sequence[Span]) -> Iterator[Point]:
    for span in passages(letter):
        words = span.of(letter.document.text)
        if LEAD_IN.search(words):
            kind: Kind | None = "reply" if REPLY.search(words) else None
        elif COURTESY.match(words):
            kind = "reply" if AWAITED.search(words) else None
        else:
            kind = None if ABOUT_LETTER.search(words) else kind_of(words)
        if kind and not overlap(span, taken) and len(words.split()) >= SHORTEST:
            yield _located(letter, span, kind)


def _address(letter: Letter) -> Iterator[Point]:
    """Yield whom the letter is addressed to, with the sentence or the line that says so."""
    text = letter.document.text
    for recipient in letter.card.recipients[:1]:
        stated = recipient.as_stated or recipient.name or recipient.office or ""
        found = [_around(text, span) for span in islice(find_exact(stated, text), MENTIONS)]
        telling = [s for s in found if SENT.search(s.of(text))]
        for span in (telling or found)[:1]:
            point = _located(letter, span, "address")
            yield replace(
                point, claim=point.claim.model_copy(update={"text": f"{ADDRESSED} {' '.join(stated.split())}"})
            )


def _told(letter: Letter) -> Iterator[Point]:
    """Yield what a release tells of a letter that it gives only in parts; the voice says that it is the release's."""
    if letter.card.kind != "excerpt":
        return
    text = letter.document.text
    for part in letter.parts:
        for span in sentences(text, part.start, part.end) if part.kind == "release" else ():
            words = span.of(text)
            if TELLS.search(words) and not SENT.search(words) and len(words.split()) <= LONGEST:
                yield _located(letter, span, "ask" if TOLD_ASK.search(words) else kind_of(words))


def _around(text: str, span: Span) -> Span:
    """The sentence around a span, of a long one its part up to the span, or the span itself where it stands apart."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    found = sentences(text, start, end if end >= 0 else len(text))
    whole = next((s for s in found if span.start in s), span)
    return whole if len(whole.of(text).split()) <= LONGEST else Span(whole.start, max(whole.start + 1, span.end))


def _located(letter: Letter, span: Span, kind: Kind, *, part: bool = False) -> Point:
    quote = letter.evidence_at(span)
    return Point("", kind, Claim(text=" ".join(quote.quote.split()), evidence=(quote,), status="supported"), part=part)


# Where a compound ask falls apart: "adopt X, backed by Y and Z" is three things that another letter may want or not.
_JOINT = re.compile(
    r"[,;]?\s+(?:and|as well as|or)\s+|[,;]\s+|\s+(?=(?:in exchange|in cooperation|backed by|before|in order to)\b)"
)


def _finer(point: Point, letter: Letter) -> Iterator[Point]:
    """Yield the clauses of a long point that could stand in a row of their own."""
    for span in point.claim.spans[:1]:
        text = letter.document.text
        stops = [span.start, *(m.end() for m in _JOINT.finditer(text, span.start, span.end)), span.end]
        pieces = [_trimmed(text, Span(a, b)) for a, b in pairwise(stops)]
        long = [p for p in pieces if len(p.of(text).split()) >= 4 and len(tokens(p.of(text))) >= 3]
        if len(long) > 1:
            yield from (_located(letter, p, point.kind, part=True) for p in long)


def _trimmed(text: str, span: Span) -> Span:
    words = _JOINT_END.sub("", span.of(text))
    return Span(span.start, span.start + len(words.rstrip(" ,;\n")))


_JOINT_END = re.compile(r"[,;]?\s+(?:and|as well as|or)\s+$")


def passages(letter: Letter) -> Iterator[Span]:
    """Yield the letter's sentences, those longer than `LONGEST` words cut at their inner stops."""
    text = letter.document.text
    for stretch in letter.body:
        for sentence in sentences(text, stretch.start, stretch.end):
            yield from _clauses(text, sentence)


_INNER = re.compile(r"(?:;|—| – | -- |,(?= (?:and|but|while|yet|which|as well as)\b))\s+")


def _clauses(text: str, span: Span) -> Iterator[Span]:
    if len(span.of(text).split()) <= LONGEST:
        yield span
        return
    middle = (span.start + span.end) // 2
    stops = list(_INNER.finditer(text, span.start, span.end))
    if not stops:
        yield span
        return
    stop = min(stops, key=lambda m: abs(m.start() - middle))
    yield from _clauses(text, Span(span.start, stop.start()))
    yield from _clauses(text, Span(stop.end(), span.end))


def _weighed(found: Sequence[Point]) -> list[Point]:
    said = Counter(token for p in found if not p.part for token in set(p.words))
    return [replace(p, weight=round(_weight(p, said), 3)) for p in found]


def _weight(point: Point, said: Mapping[str, int]) -> float:
    """Asks before questions before what surrounds them; then what the letter comes back to, figures, and turns."""
    words = set(point.words)
    weight = _BASE[point.kind] - (3.0 if point.part else 0.0)
    weight += {"demand": 1.5, "urge": 1.0, "request": 0.5}.get(point.strength or "", 0.0)
    weight += 1.0 if point.deadline else 0.0
    weight += 0.7 if FIGURE.search(point.quote) else 0.0
    weight += 0.5 if TURN.search(point.quote) else 0.0
    weight += min(1.5, 0.15 * sum(said[w] > 1 for w in words))
    weight -= 4.0 if COURTESY.match(point.quote) else 0.0
    return weight - (1.5 if len(words) < 4 else 0.0)
