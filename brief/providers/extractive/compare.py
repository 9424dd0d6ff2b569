"""Compares two letters by rule: labels the items and links of a compare request by verbs, direction and date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brief.direction import direction
from brief.drafts import AskRowDraft, Aspect, BottomLineDraft, ComparisonDraft, DiffersIn, Relation, RowDraft

Item = Mapping[str, str]

OPPOSED = 0.3  # nearness from which words that pull in opposite ways make a conflict
AKIN = 0.28  # the same as AGREE, for points that play the same part (two concerns, two aims)
ANSWERS = "answers wanted"
AGREE = 0.34  # nearness from which two points of one kind say the same, if no word turns one of them round
FAR = 0.15  # nearness to the other letter below which a point's topic is held to be its letter's own
SPOKEN_OF = 0.5  # nearness to the other letter from which a point is not "only" in its own


def compare(variables: Mapping[str, str]) -> ComparisonDraft:
    """Answer a compare request from its variables: `items_a`, `items_b`, `links` and `asks`, one JSON object a line."""
    items = {i["id"]: i for name in ("items_a", "items_b") for i in _lines(variables[name])}
    links = [
        _Link(items[r["a"]], items[r["b"]], float(r["near"]), r["by"], r["topic"]) for r in _lines(variables["links"])
    ]
    rows = [row for link in links for row in _paired(link)]
    told = {i for row in rows for i in (row.a, row.b) if row.relation != "unclear"}
    rows += [row for i in items.values() if i["id"] not in told for row in _alone(i)]
    asks = [_ask(items[r["a"]], items[r["b"]], float(r["near"])) for r in _lines(variables["asks"])]
    return ComparisonDraft(
        bottom_line=_bottom_line(rows, items, (variables["a"], variables["b"])), rows=rows, asks=asks
    )


def _lines(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


@dataclass(frozen=True, slots=True)
class _Link:
    a: Item
    b: Item
    near: float
    by: str
    topic: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """The parts that the two points play, sorted."""
        return tuple(sorted((self.a["kind"], self.b["kind"])))

    @property
    def opposed(self) -> bool:
        """Whether one pushes what the other holds back, by the balance of their words."""
        return direction(self.a["quote"]) * direction(self.b["quote"]) < 0

    def row(self, relation: Relation, aspect: Aspect, topic: str, why: str) -> RowDraft:
        """Return the row of this link."""
        return RowDraft(
            topic=topic, relation=relation, aspect=aspect, a=self.a["id"], b=self.b["id"],
            a_text=_text(self.a), b_text=_text(self.b), why=why,
        )  # fmt: skip


def _paired(link: _Link) -> Iterator[RowDraft]:
    kinds = set(link.kinds)
    if kinds == {"reply"}:
        yield from _replies(link)
    elif kinds == {"ask"}:
        yield _asks(link)
    elif link.opposed and link.near >= OPPOSED:
        yield link.row("conflict", "goal", _shared(link), "{A} and {B} judge the same matter in opposite ways.")
    elif link.near >= AGREE or (len(kinds) == 1 and link.near >= AKIN):
        yield link.row("agree", "goal", _shared(link), "Both speak of it in the same sense.")
    elif link.by == "part" and "concern" in kinds:
        yield link.row("differ", "target", "what is wrong", "{A} and {B} each find fault with something else.")


def _replies(link: _Link) -> Iterator[RowDraft]:
    yield link.row("agree", "goal", ANSWERS, "Both ask for an answer.")
    if link.a.get("deadline", "") != link.b.get("deadline", ""):
        yield link.row("differ", "deadline", "date for the answer", _dates(link.a, link.b))


def _dates(a: Item, b: Item) -> str:
    return (
        "; ".join(
            f"{name} sets {'“' + i['deadline'] + '”' if i.get('deadline') else 'no date'}"
            for name, i in (("{A}", a), ("{B}", b))
        )
        + "."
    )


def _asks(link: _Link) -> RowDraft:
    if link.opposed:
        return link.row("conflict", "means", _shared(link), "{A} asks for what {B} would stop, or the reverse.")
    if link.near >= AGREE:
        return link.row("agree", "goal", _shared(link), "Both ask for it.")
    return link.row(
        "differ",
        "means",
        "what is asked" if link.by == "part" else _shared(link),
        "{A} and {B} ask for different steps.",
    )


def _text(item: Item) -> str:
    return item.get("text") or item["quote"]


def _shared(link: _Link) -> str:
    return link.topic


def _alone(item: Item) -> Iterator[RowDraft]:
    if float(item["nearest"]) >= SPOKEN_OF:
        return
    in_a, text = item["id"].startswith("A"), _text(item)
    yield RowDraft(
        topic=item["topic"],
        relation="only_a" if in_a else "only_b",
        aspect="means" if item["kind"] == "ask" else "facts",
        a=item["id"] if in_a else None,
        b=None if in_a else item["id"],
        a_text=text if in_a else None,
        b_text=None if in_a else text,
        why="",
    )


def _ask(a: Item, b: Item, near: float) -> AskRowDraft:
    differs: list[DiffersIn] = []
    if a.get("deadline") != b.get("deadline"):
        differs.append("deadline")
    if a.get("strength") != b.get("strength"):
        differs.append("strength")
    if direction(a["quote"]) * direction(b["quote"]) < 0:
        return AskRowDraft(a=a["id"], b=b["id"], relation="conflict", differs_in=differs)
    if near < 0.6:
        differs.append("scope")
    return AskRowDraft(a=a["id"], b=b["id"], relation="same" if near >= 0.6 else "similar", differs_in=differs)


def _bottom_line(rows: Sequence[RowDraft], items: Mapping[str, Item], cards: tuple[str, str]) -> BottomLineDraft:
    """Say what they share and what each asks, in the items' own words and with the program's verbs."""
    mains = [_main(name, items) for name in "AB"]
    return BottomLineDraft(
        both=_shared_by_both(rows),
        parting=_parting(rows, mains),
        a=_side("A", mains[0], cards[0], items),
        b=_side("B", mains[1], cards[1], items),
    )


def _main(name: str, items: Mapping[str, Item]) -> Item | None:
    own = [i for i in items.values() if i["id"].startswith(name)]
    rank = {"ask": 0, "reply": 1, "question": 2}
    return min(own, key=lambda i: (rank.get(i["kind"], 3), -float(i["weight"])), default=None)


def _shared_by_both(rows: Sequence[RowDraft]) -> str | None:
    topics = list(dict.fromkeys(r.topic for r in rows if r.relation == "agree" and r.topic))
    if ANSWERS in topics:
        rest = [t for t in topics if t != ANSWERS][:1]
        return "ask for an answer" + (f" and speak of {rest[0]}" if rest else "")
    return f"speak of {' and of '.join(topics[:2])}" if topics else None


def _parting(rows: Sequence[RowDraft], mains: Sequence[Item | None]) -> str | None:
    conflict = next((r.topic for r in rows if r.relation == "conflict" and " " in r.topic), None)
    return conflict or ("what is asked" if all(m is not None and m["kind"] == "ask" for m in mains) else None)


_ASKS = {"demand": "presses", "request": "asks", "urge": "urges", "recommend": "encourages"}
_ENOUGH = 26  # words of an ask in a bottom line; a longer one ends at its first inner stop after half of them


def _side(name: str, main: Item | None, card: str, items: Mapping[str, Item]) -> str:
    if main is None:
        return "asks nothing in the text given"
    said = _asked(main, card.rpartition("; to ")[2]) if main["kind"] == "ask" else _said(main)
    alone = _alone_topic(name, main, items)
    return said + (f", and alone speaks of “{alone}”" if alone else "")


def _alone_topic(name: str, main: Item, items: Mapping[str, Item]) -> str | None:
    """The topic of the weightiest point that the other letter has nothing near to, if it has a name of some words."""
    others = [i for i in items.values() if i["id"].startswith(name) and i is not main and " " in i["topic"]]
    silent = [i for i in others if float(i["nearest"]) < FAR and i["topic"].casefold() not in main["quote"].casefold()]
    return max(silent, key=lambda i: float(i["weight"]), default={"topic": None})["topic"]


def _asked(item: Item, addressee: str) -> str:
    verb = _ASKS[item.get("strength", "request")]
    actor = item.get("actor", "addressee")
    whom = actor if actor != "addressee" else "the addressee" if addressee == "not named" else addressee
    text = _short(_text(item))
    return f"{verb} {whom} to {text}" if item.get("text") and text[:1].islower() else f"{verb} {whom}: “{text}”"


def _said(item: Item) -> str:
    return f"{'asks' if item['kind'] in ('reply', 'question') else 'writes'}: “{_short(item['quote'])}”"


def _short(text: str) -> str:
    text = text.strip().rstrip(".;,:")
    if len(text.split()) > _ENOUGH:
        stop = re.search(r"(?:,|;| --| –| —|\.)\s", text[len(text) // 4 :])
        at = stop.start() + len(text) // 4 if stop else len(text)
        text = text[:at] if len(text[:at].split()) <= _ENOUGH else " ".join(text.split()[:_ENOUGH]) + " …"
    return (
        text + "”" * (text.count("“") - text.count("”"))
        if text.count("“") >= text.count("”")
        else text.replace("”", "")
    )
