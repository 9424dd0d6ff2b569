"""Two letters made ready to be compared: in an order of their own, with their points numbered, aligned and listed."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product

from brief.align import Link, Nearness, align, align_asks
from brief.audit.support import stems_of
from brief.drafts import Relation, RowDraft
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard, Recipient
from brief.material import kind_told
from brief.points import Point, points, readers_of
from brief.summary import Summary
from brief.words import rarity, tokens, topic_of

MOST_POINTS = 400  # points of one letter that are looked at; a letter has under 100, a book that is given as one more
WANTS = ("ask", "position", "aim", "offer")  # kinds of points in which a letter says what it wants
MOST = 40  # points of one letter in a request: what a model can hold and a reader follow


@dataclass(frozen=True)
class Side:
    """One letter of a pair: `name` is "A" or "B", `points` all that it says, weightiest ones in `items`."""

    name: str
    summary: Summary
    letter: Letter | None
    points: tuple[Point, ...]

    @classmethod
    def of(cls, name: str, summary: Summary, letter: Letter | None) -> Side:
        """Number the points of a letter for its side of the pair."""
        found = [replace(p, id=f"{name}{p.id}") for p in points(summary, letter)]
        kept = {p.id for p in sorted(found, key=_rank)[:MOST_POINTS]}
        return cls(name, summary, letter, tuple(p for p in found if p.id in kept))

    @cached_property
    def items(self) -> tuple[Point, ...]:
        """The points that go into the request: every ask, and the weightiest others, in the order of the text."""
        ranked = sorted(self.points, key=_rank)
        asks = sum(p.action is not None for p in ranked)
        kept = {p.id for p in ranked[: max(MOST, asks)]}
        return tuple(p for p in self.points if p.id in kept)

    @cached_property
    def said(self) -> Mapping[str, int]:
        """In how many of its points each topic word stands."""
        return Counter(w for p in self.points for w in set(p.words))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all that its points quote, as the audit cuts them."""
        return frozenset(w for p in self.points for w in stems_of(p.quote))

    @property
    def asks(self) -> tuple[Point, ...]:
        """The points that are the summary's actions."""
        return tuple(p for p in self.points if p.action is not None)


@dataclass(frozen=True)
class Pair:
    """Two letters in the order of their own dates and names, whichever the caller named first.

    So `compare(a, b)` and `compare(b, a)` put one and the same request, and their results mirror each other.

    Args:
        swapped: Whether the caller's A is the second here; `turned` gives a draft in the caller's order.
    """

    first: Side
    second: Side
    swapped: bool

    @classmethod
    def of(cls, a: Summary, b: Summary, letters: tuple[Letter, Letter] | None) -> Pair:
        """Put two summaries into their own order."""
        sides = [(a, letters[0] if letters else None), (b, letters[1] if letters else None)]
        swapped = b.letter.order < a.letter.order
        (x, m), (y, n) = reversed(sides) if swapped else sides
        return cls(Side.of("A", x, m), Side.of("B", y, n), swapped)

    @cached_property
    def near(self) -> Nearness:
        """How near two points are, weighed by the words of both letters."""
        return Nearness(self.first.points, self.second.points)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Points set side by side."""
        return align(self.first.items, self.second.items)

    @cached_property
    def more_links(self) -> tuple[Link, ...]:
        """What both want, two and two, beyond `links`, where each point stands in one pair: rules look at them all."""
        known = {(link.a.id, link.b.id) for link in self.links}
        wanted = product(*([p for p in side.items if p.kind in WANTS] for side in (self.first, self.second)))
        scored = ((self._near(p, q), p, q) for p, q in wanted if (p.id, q.id) not in known)
        return tuple(Link(p, q, near, "words") for near, p, q in scored if near > 0)

    @cached_property
    def ask_links(self) -> tuple[Link, ...]:
        """Asks of one letter with their counterparts in the other."""
        return align_asks(self.first.asks, self.second.asks)

    @cached_property
    def by_id(self) -> Mapping[str, Point]:
        """Every point of both letters by its id."""
        return {p.id: p for p in (*self.first.points, *self.second.points)}

    @property
    def sides(self) -> tuple[Side, Side]:
        """The caller's A and the caller's B."""
        return (self.second, self.first) if self.swapped else (self.first, self.second)

    def side_of(self, item: str) -> Side:
        """Return the side that an item belongs to."""
        return self.first if item.startswith(self.first.name) else self.second

    def nearest(self, point: Point) -> tuple[Point | None, float]:
        """Return the point of the other letter that comes nearest, and how near it comes."""
        other = self.second if point.id.startswith("A") else self.first
        scored = ((self._near(point, q), q) for q in other.points if q.kind != "address")
        score, best = max(scored, key=lambda s: (s[0], s[1].weight, -s[1].start), default=(0.0, None))
        return best, score

    def _near(self, a: Point, b: Point) -> float:
        """Nearness, worked out once for the two ways in which a pair of points is asked about."""
        key = (a.id, b.id) if a.id < b.id else (b.id, a.id)
        if key not in self._known:
            self._known[key] = self.near(a, b)
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[str, str], float]:
        return {}

    @cached_property
    def _rare(self) -> Mapping[str, float]:
        return rarity(p.words for p in (*self.first.points, *self.second.points))

    @cached_property
    def _telling(self) -> Mapping[str, Mapping[str, float]]:
        """How much a word tells of a side's topics: rare over both letters, and said more than once in its own."""
        return {
            side.name: {w: self._rare[w] * (1 + math.log(n)) for w, n in side.said.items()}
            for side in (self.first, self.second)
        }

    @cached_property
    def readers(self) -> frozenset[str]:
        """The words by which the two letters call those they go to: every ask of them may hold these."""
        return readers_of(self.first.summary.letter) | readers_of(self.second.summary.letter)

    def topic(self, point: Point) -> str:
        """Return a point's topic: the summary's, or the words of its sentence that tell most."""
        plain = dict.fromkeys(point.words, 1.0)
        telling = self._telling[self.side_of(point.id).name]
        return (
            self._drafted(point)
            or topic_of(point.quote, self._matter(point, telling))
            or point.topic
            or topic_of(point.quote, plain)
        )

    def _drafted(self, point: Point) -> str:
        """The summary's topic, unless rules made it and it names who is to act."""
        rules = self.side_of(point.id).summary.provenance.origin == "rules"
        return "" if rules else point.topic

    def _matter(self, point: Point, telling: Mapping[str, float]) -> Mapping[str, float]:
        """What words tell, without those that only call who is asked."""
        asked = self.readers | frozenset(tokens(point.actor or ""))
        return {w: n for w, n in telling.items() if w not in asked}

    def common_topic(self, a: Point, b: Point) -> str:
        """Return the words of `a` that it shares with `b` and that tell most, or `a`'s topic."""
        both = set(a.words) & set(b.words)
        telling = {w: n * (1.0 if w in both else 0.15) for w, n in self._telling["A"].items()}
        return topic_of(a.quote, self._matter(a, telling)) or self.topic(a)

    def variables(self) -> dict[str, str]:
        """Return what the prompt is filled with: cards, items and links, one JSON object a line; no letter's text."""
        return {
            "a": _card(self.first.summary.letter),
            "b": _card(self.second.summary.letter),
            "items_a": _lines(self._item(p) for p in self.first.items),
            "items_b": _lines(self._item(p) for p in self.second.items),
            "links": _lines(self._link(link) for link in self.links),
            "asks": _lines(self._link(link) for link in self.ask_links),
        }

    def aside(self) -> dict[str, str]:
        """Return what only rules read: it stands in no prompt, so no request's key has it."""
        return {"more": _lines(self._link(link) for link in self.more_links), "readers": " ".join(sorted(self.readers))}

    def _item(self, point: Point) -> dict[str, object]:
        said = {
            "id": point.id, "kind": point.kind, "topic": self.topic(point), "quote": " ".join(point.quote.split()),
            "text": point.claim.text if point.claim.text != point.quote else "", "strength": point.strength,
            "actor": point.actor, "deadline": point.deadline, "stance": point.stance,
            "weight": round(point.weight, 1), "nearest": round(self.nearest(point)[1], 2),
        }  # fmt: skip
        return {k: v for k, v in said.items() if v not in (None, "") or k == "topic"}

    def _link(self, link: Link) -> dict[str, object]:
        return {
            "a": link.a.id, "b": link.b.id, "near": round(link.near, 2), "by": link.by,
            "topic": self.common_topic(link.a, link.b),
            "shared": len((set(link.a.words) & set(link.b.words)) - self.readers),
        }  # fmt: skip

    def turned_row(self, row: RowDraft) -> RowDraft:
        """Return a row in the caller's order; the names of its items stay those of the request."""
        if not self.swapped:
            return row
        return RowDraft(
            topic=row.topic, relation=_TURNED.get(row.relation, row.relation), aspect=row.aspect,
            a=row.b, b=row.a, a_text=row.b_text, b_text=row.a_text,
            why=_IN_TURN.sub(r"\2; \1.", row.why.replace("{A}", "\0").replace("{B}", "{A}").replace("\0", "{B}")),
        )  # fmt: skip


_IN_TURN = re.compile(r"^(\{B\}:? [^;{}]+); (\{A\}:? [^;{}]+)\.$")  # A is named first, whichever letter was first


def _rank(point: Point) -> tuple[bool, float, int, str]:
    return (point.action is None, -point.weight, point.start, point.claim.text)


_TURNED: Mapping[Relation, Relation] = {"only_a": "only_b", "only_b": "only_a"}


def _card(card: LetterCard) -> str:
    senders = "; ".join(p.as_stated for p in card.senders[:6]) or "not named"
    more = f" and {len(card.senders) - 6} more" if len(card.senders) > 6 else ""
    recipients = " and ".join(map(_addressee, card.recipients)) or "not named"
    return f"{kind_told(card)} letter, {card.date or 'no date'}; from {senders}{more}; to {recipients}"


def _addressee(recipient: Recipient) -> str:
    if recipient.name and len(recipient.as_stated.split()) <= 3:
        return recipient.as_stated
    office = (recipient.office or "").removeprefix("The ").removeprefix("the ")
    return recipient.name or (f"the {office}" if office else recipient.as_stated)


def _lines(values: Iterable[Mapping[str, object]]) -> str:
    return "\n".join(json.dumps(v, ensure_ascii=False) for v in values)
