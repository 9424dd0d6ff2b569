"""Compares two letters by rule: labels the items and links of a compare request by verbs, direction and date."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brief.direction import direction, pulling
from brief.drafts import AskRowDraft, Aspect, BottomLineDraft, ComparisonDraft, DiffersIn, Relation, RowDraft
from brief.letter.verbs import ACTIONS, OPPOSING
from brief.words import WORD, tokens, topic_of

Item = Mapping[str, str]

OPPOSED = 0.3  # nearness from which words that pull in opposite ways make a conflict
AKIN = 0.28  # the same as AGREE, for points that play the same part (two concerns, two aims)
ANSWERS = "answers wanted"
AGREE = 0.34  # nearness from which two points of one kind say the same, if no word turns one of them round
ONE_TEXT = 0.6  # nearness from which two asks are one, whatever their verbs
SPOKEN_OF = 0.5  # nearness to the other letter from which a point is not "only" in its own


def compare(variables: Mapping[str, str]) -> ComparisonDraft:
    """Answer a compare request from its variables: `items_a`, `items_b`, `links` and `asks`, one JSON object a line."""
    items = {i["id"]: i for name in ("items_a", "items_b") for i in _lines(variables[name])}
    links = [
        _Link(items[r["a"]], items[r["b"]], float(r["near"]), r["by"], r["topic"], int(r["shared"]))
        for r in _lines(variables["links"])
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
    shared: int

    @property
    def kinds(self) -> tuple[str, ...]:
        """The parts that the two points play, sorted."""
        return tuple(sorted((self.a["kind"], self.b["kind"])))

    @property
    def opposed(self) -> bool:
        """Whether one pushes what the other holds back, by the balance of their words."""
        return direction(self.a["quote"]) * direction(self.b["quote"]) < 0

    @property
    def refused(self) -> bool:
        """Whether one ask is that a thing be done, and the other that it not be done."""
        return self.shared >= 2 and _refuses(self.a) != _refuses(self.b)

    @property
    def same_act(self) -> bool:
        """Whether two asks are for the same: near each other, and by the same verb unless they are nearly one text."""
        return self.near >= AGREE and (self.near >= ONE_TEXT or _verb(self.a) == _verb(self.b))

    @property
    def figures(self) -> tuple[str, str] | None:
        """The amounts said of one matter, if both letters give some and none is the same."""
        a, b = (_AMOUNT.findall(i["quote"]) for i in (self.a, self.b))
        return (a[0], b[0]) if self.shared >= 2 and a and b and not set(a) & set(b) else None

    def row(self, relation: Relation, aspect: Aspect, topic: str, why: str) -> RowDraft:
        """Return the row of this link."""
        return RowDraft(
            topic=topic, relation=relation, aspect=aspect, a=self.a["id"], b=self.b["id"],
            a_text=_text(self.a), b_text=_text(self.b), why=why,
        )  # fmt: skip


def _paired(link: _Link) -> Iterator[RowDraft]:
    kinds = set(link.kinds)
    if kinds == {"address"}:
        yield from _addressees(link)
    elif kinds == {"reply"}:
        yield from _replies(link)
    elif kinds == {"ask"}:
        yield from _asks(link)
    elif link.opposed and link.near >= OPPOSED and kinds <= _TAKING_SIDES:
        yield link.row("conflict", "goal", link.topic, _opposite(link))
    elif link.figures and link.near >= AKIN:
        yield link.row("conflict", "facts", link.topic, f"{{A}} gives {link.figures[0]}, {{B}} {link.figures[1]}.")
    elif link.shared >= 2 and link.near >= (AKIN if len(kinds) == 1 else AGREE):
        yield link.row("agree", "goal", link.topic, f"Both speak of “{link.topic}”.")


_TITLES = {"the", "of", "mr", "mrs", "ms", "madam", "honorable", "hon", "dear", "dr"}
_TAKING_SIDES = {"ask", "position", "aim", "offer"}  # what a letter wants; facts and fears pull no way by themselves


def _addressees(link: _Link) -> Iterator[RowDraft]:
    a, b = (_text(i).removeprefix("is addressed to ") for i in (link.a, link.b))
    x, y = ({w.casefold() for w in WORD.findall(name)} - _TITLES for name in (a, b))
    if not (x <= y or y <= x):
        yield link.row("differ", "target", "addressee", f"{{A}} goes to {a}, {{B}} to {b}.")


def _replies(link: _Link) -> Iterator[RowDraft]:
    dates = {link.a.get("deadline", ""), link.b.get("deadline", "")}
    if len(dates) > 1:
        yield link.row("differ", "deadline", "date for the answer", _dates(link.a, link.b))
    if "" not in dates or dates == {""}:
        yield link.row("agree", "goal", ANSWERS if link.by == "part" else link.topic, "Both ask for an answer.")


def _dates(a: Item, b: Item) -> str:
    sides = (("{A}", a.get("deadline")), ("{B}", b.get("deadline")))
    return "; ".join(f"{name} sets {f'“{date}”' if date else 'no date'}" for name, date in sides) + "."


def _asks(link: _Link) -> Iterator[RowDraft]:
    dates = {link.a.get("deadline", ""), link.b.get("deadline", "")}
    if link.by == "words" and link.refused:
        no, yes = ("{A}", "{B}") if _refuses(link.a) else ("{B}", "{A}")
        yield link.row("conflict", "means", link.topic, f"{yes} asks for what {no} asks not to be done.")
    elif link.by == "words" and link.opposed and link.near >= OPPOSED:
        yield link.row("conflict", "means", link.topic, _opposite(link))
    elif not link.same_act:
        yield link.row("differ", "means", _both_topics(link), _steps(link))
    elif len(dates) > 1:
        yield link.row("differ", "deadline", link.topic, f"Both ask for it; {_dates(link.a, link.b)}")
    else:
        yield link.row("agree", "goal", link.topic, f"Both ask for it: “{link.topic}”.")


_AMOUNT = re.compile(r"\$\s?\d(?:[\d,.]*\d)?(?:\s(?:thousand|million|billion))?|\b\d[\d,.]*\s?(?:%|percent)")
_NOT_TO = re.compile(r"^\W*(?:\w+\W+){0,5}?(?:not|never|against|no)\b", re.IGNORECASE)


def _refuses(item: Item) -> bool:
    """Whether an ask is that something not be done: by a negation at its head, or by its first verb (deny, halt)."""
    return (_verb(item) in OPPOSING) != bool(_NOT_TO.search(_text(item)))


def _verb(item: Item) -> str:
    """What an ask wants done: the first verb of its text that names an action."""
    return next((w for w in WORD.findall(_text(item).casefold()) if w in ACTIONS), "")


def _both_topics(link: _Link) -> str:
    """What the two points are about: the words they share, or the topic of each."""
    if link.by == "words":
        return link.topic
    return " / ".join(dict.fromkeys(i["topic"] for i in (link.a, link.b) if i["topic"])) or link.topic


def _opposite(link: _Link) -> str:
    a, b = (" and ".join(f"“{w}”" for w in pulling(i["quote"])) for i in (link.a, link.b))
    return f"{{A}} speaks of {a}, {{B}} of {b}."


def _steps(link: _Link) -> str:
    a, b = (_ASKS.get(i.get("strength", ""), "asks") for i in (link.a, link.b))
    force = f"; {{A}} {a}, {{B}} {b}" if a != b else ""
    return f"Different steps are asked for{force}."


def _text(item: Item) -> str:
    return item.get("text") or item["quote"]


def _shared(link: _Link) -> str:
    return link.topic


def _alone(item: Item) -> Iterator[RowDraft]:
    bare = len(set(tokens(item["quote"]))) < (4 if item["kind"] == "reply" else 3)  # "we ask for an answer by …"
    if bare or item["kind"] == "address" or float(item["nearest"]) >= SPOKEN_OF:
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


def _bottom_line(rows: Sequence[RowDraft], items: Mapping[str, Item], cards: Sequence[str]) -> BottomLineDraft:
    """Say what they share and what each asks, in the items' own words and with the program's verbs."""
    sides = [[i for i in items.values() if i["id"].startswith(name)] for name in "AB"]
    mains = _opposed_asks(rows, items) or [_main(side) for side in sides]
    row = next((r for r in rows if [r.a, r.b] == [m and m["id"] for m in mains]), None)
    a, b = (_side(main, card.rpartition("; to ")[2]) for main, card in zip(mains, cards, strict=True))
    return BottomLineDraft(both=_shared_by_both(rows, *sides), parting=_parting(row, mains), a=a, b=b)


def _parting(row: RowDraft | None, mains: Sequence[Item | None]) -> str | None:
    """What the main asks part on: the date if nothing else, nothing if they agree."""
    if not all(main is not None and main["kind"] == "ask" for main in mains) or (row and row.relation == "agree"):
        return None
    return "the date" if row and row.aspect == "deadline" else "what is asked"


def _opposed_asks(rows: Sequence[RowDraft], items: Mapping[str, Item]) -> list[Item | None] | None:
    """The asks that contradict each other, if two do: what a reader must know first."""
    means = (r for r in rows if r.relation == "conflict" and r.aspect == "means")
    for a, b in ((items[str(r.a)], items[str(r.b)]) for r in means):
        if "strength" in a and "strength" in b:  # whole asks, not clauses of them
            return [a, b]
    return None


def _main(items: Sequence[Item]) -> Item | None:
    rank = {"ask": 0, "reply": 1, "question": 2}
    own = [i for i in items if i["kind"] != "address"]
    return min(own, key=lambda i: (rank.get(i["kind"], 3), -float(i["weight"])), default=None)


def _shared_by_both(rows: Sequence[RowDraft], a: Sequence[Item], b: Sequence[Item]) -> str | None:
    """What both letters come back to most, and whether both want an answer."""
    said = [Counter(t for i in side for t in set(tokens(i["quote"]))) for side in (a, b)]
    weight = {t: float(min(said[0][t], said[1][t])) for t in said[0] if said[1][t]}
    topics = (topic_of(i["quote"], weight, longest=3) for i in (*a, *b))
    best = max(topics, key=lambda t: (math.fsum(weight.get(x, 0.0) for x in set(tokens(t))), -len(t), t), default="")
    answers = "ask for an answer" if any(r.topic == ANSWERS and r.relation == "agree" for r in rows) else ""
    return (
        " and ".join(filter(None, (f"speak of {best if best[:1].isupper() else f'“{best}”'}" if best else "", answers)))
        or None
    )


_ASKS = {"demand": "presses", "request": "asks", "urge": "urges", "recommend": "encourages"}
_ENOUGH = 24  # words of an ask in a bottom line; a longer one ends at a stop between its clauses


def _side(main: Item | None, addressee: str) -> str:
    if main is None:
        return "asks nothing in the text given"
    if main["kind"] != "ask":
        verb = "asks" if main["kind"] in ("reply", "question") else "writes"
        return f"{verb}: “{_clause(main['quote'])}”"
    verb = _ASKS.get(main.get("strength", ""), "asks")
    actor = main.get("actor", "addressee")
    whom = actor if actor != "addressee" else "the addressee" if addressee == "not named" else addressee
    text = _clause(_text(main))
    first = text.split(" ", 1)[0]
    if main.get("text") and (first.casefold() in ACTIONS or first == "not" or first.endswith("ly")):
        act = text if first == "not" else f"to {first.casefold()}{text[len(first) :]}"
        return f"{verb} {whom} {act}"
    return f"{verb} {whom}: “{text}”"


_STOP = re.compile(
    r"(?:,|;|:| --| –| —)\s"
    r"|\s(?=(?:in exchange|in order|so that|because|which|backed by|should)\b)"
    r"|\s(?=to (?:bring|ensure|prevent|help|make|enable|reduce)\b)"
)


def _clause(text: str) -> str:
    """The text, or of a long one its first clauses; quotation marks that a cut leaves open are closed."""
    text = text.strip().rstrip(".;,:")
    if len(text.split()) > _ENOUGH:
        stops = [m.start() for m in _STOP.finditer(text) if 5 <= len(text[: m.start()].split()) <= _ENOUGH]
        text = text[: stops[-1]] if stops else text
    opened, closed = text.count("“"), text.count("”")
    return text + "”" * (opened - closed) if opened >= closed else text.replace("”", "")
