"""Compares two letters by rule: labels the items and links of a compare request by verbs, direction and date."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from brief.amounts import AMOUNT, beside, is_yearly
from brief.direction import direction, pull
from brief.drafts import AskRowDraft, Aspect, ComparisonDraft, DiffersIn, Relation, RowDraft
from brief.providers.extractive.leading import ANSWERS, FORCE, bottom_line, text_of
from brief.providers.extractive.matters import Item
from brief.providers.extractive.stands import contradict, deed, refuses, stand
from brief.words import WORD, rarity, senses, shared_phrases, tokens

SIDED = 0.2  # nearness from which being for and being against, in so many words, are of one matter
OPPOSED = 0.3  # nearness from which words that pull in opposite ways make a conflict
AKIN = 0.28  # the same as AGREE, for points that play the same part (two concerns, two aims)
AGREE = 0.34  # nearness from which two points of one kind say the same, if no word turns one of them round
MUCH = 0.6  # share of the shorter one's words in the other from which on two asks for one deed are one ask
ONE_TEXT = 0.6  # nearness from which two asks are one, whatever their verbs
SPOKEN_OF = 0.4  # nearness to the other letter from which a point is not "only" in its own


def compare(variables: Mapping[str, str]) -> ComparisonDraft:
    """Answer a compare request from its variables: `items_a`, `items_b`, `links` and `asks`, one JSON object a line."""
    items: dict[str, Item] = {i["id"]: i for name in ("items_a", "items_b") for i in _lines(variables[name])}
    telling = rarity(tokens(i["quote"]) for i in items.values())
    links = [
        _Link(items[r["a"]], items[r["b"]], float(r["near"]), r["by"], r["topic"], int(r["shared"]), telling)
        for r in _lines(variables["links"])
    ]
    rows = _once([row for link in links for row in _paired(link)])
    told = {i for row in rows for i in (row.a, row.b) if row.relation != "unclear"}
    rows += [row for i in items.values() if i["id"] not in told for row in _alone(i)]
    paired = [(items[r["a"]], items[r["b"]], float(r["near"])) for r in _lines(variables["asks"])]
    paired += [(link.a, link.b, link.near) for link in links if any(_same_ask(r) for r in _paired(link))]
    asks = [_ask(*pair) for pair in paired]
    does = (variables.get("does_a", ""), variables.get("does_b", ""))
    readers = frozenset(variables.get("readers", "").split())
    line = bottom_line(rows, items, (variables["a"], variables["b"]), does, readers)
    return ComparisonDraft(bottom_line=line, rows=rows, asks=asks)


def _once(rows: Sequence[RowDraft]) -> list[RowDraft]:
    """Tell once that two asks are for the same, and no more that one of them wants other steps."""
    agreed: set[str | None] = set()
    kept: list[RowDraft] = []
    for row in sorted(rows, key=lambda r: _same_ask(r) is False):
        again = {row.a, row.b} <= agreed if _same_ask(row) else {row.a, row.b} & agreed
        if _same_ask(row):
            agreed |= {row.a, row.b}
        if not again or (row.relation, row.aspect) not in (("agree", "goal"), ("differ", "means")):
            kept.append(row)
    return kept


def _same_ask(row: RowDraft) -> bool:
    return row.relation == "agree" and row.why == "Both ask for it."


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
    telling: Mapping[str, float]

    @property
    def common(self) -> tuple[str, ...]:
        """The phrases of the first point that the second has too, the most telling first: at most two."""
        return shared_phrases(self.a["quote"], self.b["quote"], self.telling)[:2]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The parts that the two points play, sorted."""
        return tuple(sorted((self.a["kind"], self.b["kind"])))

    @property
    def opposed(self) -> bool:
        """Whether one pushes what the other holds back, by the balance of their words and on a thing that both name."""
        a, b = self.a["quote"], self.b["quote"]
        return direction(a) * direction(b) < 0 and _of_one_thing(pull(a), pull(b))

    @property
    def refused(self) -> bool:
        """Whether one ask is that something be done with a thing, and the other that it not be done with it."""
        return self.shared >= 2 and contradict(self.a, self.b)

    @property
    def sided(self) -> bool:
        """Whether one letter is for what the other is against, both in so many words."""
        return self.shared >= 2 and stand(self.a) * stand(self.b) < 0

    @property
    def same_act(self) -> bool:
        """Whether two asks are for the same: the same deed on a matter near enough, or nearly one text."""
        if deed(self.a) != deed(self.b):
            return self.near >= ONE_TEXT
        said = min(len(set(tokens(text_of(i)))) for i in (self.a, self.b))
        return self.near >= AGREE or (self.near >= AKIN and self.shared >= 2) or self.shared >= max(3, MUCH * said)

    @property
    def on_one(self) -> bool:
        """Whether the link's topic is one of both points, by its last word, and not of the first alone."""
        head = tokens(self.topic)[-1:]
        return self.by == "words" and all(set(head) & set(tokens(i["quote"])) for i in (self.a, self.b))

    @property
    def figures(self) -> tuple[str, str] | None:
        """The amounts said of one matter, if both letters give some and none is the same."""
        quotes = (self.a["quote"], self.b["quote"])
        a, b = ([m.group() for m in AMOUNT.finditer(q)] for q in quotes)
        if not a or not b or set(a) & set(b):
            return None
        (x, y), (yearly, each) = map(beside, quotes), map(is_yearly, quotes)
        return (a[0], b[0]) if x & y and yearly == each else None

    def row(self, relation: Relation, aspect: Aspect, topic: str, why: str) -> RowDraft:
        """Return the row of this link."""
        return RowDraft(
            topic=topic, relation=relation, aspect=aspect, a=self.a["id"], b=self.b["id"],
            a_text=text_of(self.a), b_text=text_of(self.b), why=why,
        )  # fmt: skip


def _paired(link: _Link) -> Iterator[RowDraft]:
    kinds = set(link.kinds)
    if kinds == {"address"}:
        yield from _addressees(link)
    elif kinds == {"reply"}:
        yield from _replies(link)
    elif kinds == {"ask"}:
        yield from _asks(link)
    elif link.sided and link.near >= SIDED and kinds <= _TAKING_SIDES:
        no, yes = ("{A}", "{B}") if stand(link.a) < 0 else ("{B}", "{A}")
        yield link.row("conflict", "goal", link.topic, f"{yes} is for it, {no} is against it.")
    elif link.opposed and link.near >= OPPOSED and kinds <= _TAKING_SIDES:
        yield link.row("conflict", "goal", link.topic, _opposite(link))
    elif link.figures and link.near >= AKIN:
        yield link.row("conflict", "facts", link.topic, f"{{A}} gives {link.figures[0]}, {{B}} {link.figures[1]}.")
    elif link.shared >= 2 and link.near >= (AKIN if len(kinds) == 1 else AGREE) and link.common:
        aspect: Aspect = "goal" if kinds <= _TAKING_SIDES and " " in link.common[0] else "facts"
        yield link.row("agree", aspect, link.common[0], _both_have(link.common))


def _both_have(phrases: Sequence[str]) -> str:
    """Say what both letters name; lone words tell less, and are given as words."""
    if " " in phrases[0]:
        return f"Both speak of “{phrases[0]}”."
    return f"Words in both: {', '.join(f'“{p}”' for p in phrases)}."


def _of_one_thing(a: str, b: str) -> bool:
    """Whether two clauses name one thing, or touch the same two senses, as "bank" and "business" touch money."""
    return bool(set(tokens(a)) & set(tokens(b))) or len(set(senses(a)) & set(senses(b))) >= 2


_TITLES = {"the", "of", "mr", "mrs", "ms", "madam", "honorable", "hon", "dear", "dr"}
_TAKING_SIDES = {"ask", "position", "aim", "offer"}  # what a letter wants; facts and fears pull no way by themselves


def _addressees(link: _Link) -> Iterator[RowDraft]:
    a, b = (text_of(i).removeprefix("is addressed to ") for i in (link.a, link.b))
    x, y = ({w.casefold() for w in WORD.findall(name)} - _TITLES for name in (a, b))
    if not (x <= y or y <= x):
        yield link.row("differ", "target", "addressee", f"{{A}} goes to {a}, {{B}} to {b}.")


def _replies(link: _Link) -> Iterator[RowDraft]:
    dates = {link.a.get("deadline", ""), link.b.get("deadline", "")}
    if len(dates) > 1:
        yield link.row("differ", "deadline", "date for the answer", _dates(link.a, link.b))
    if "" not in dates or dates == {""}:
        yield link.row("agree", "goal", ANSWERS, "Both ask for an answer.")


def _dates(a: Item, b: Item) -> str:
    sides = (("{A}", a.get("deadline")), ("{B}", b.get("deadline")))
    return "; ".join(f"{name} sets {f'“{date}”' if date else 'no date'}" for name, date in sides) + "."


def _asks(link: _Link) -> Iterator[RowDraft]:
    dates = {link.a.get("deadline", ""), link.b.get("deadline", "")}
    if link.refused:
        no, yes = ("{A}", "{B}") if refuses(link.a) else ("{B}", "{A}")
        yield link.row("conflict", "means", link.topic, f"{yes} asks for what {no} asks not to be done.")
    elif link.by == "words" and link.opposed and link.near >= OPPOSED:
        yield link.row("conflict", "means", link.topic, _opposite(link))
    elif not link.same_act:
        if link.by == "part" and not link.shared:
            return
        yield link.row("differ", "means", _both_topics(link), _steps(link))
    elif len(dates) > 1:
        yield link.row("differ", "deadline", link.topic, f"Both ask for it; {_dates(link.a, link.b)}")
    else:
        named = [p for p in link.common if " " in p]
        yield link.row("agree", "goal", (named or [link.topic])[0], "Both ask for it.")


def _both_topics(link: _Link) -> str:
    """What the two points are about: the words they share, or the topic of each."""
    if link.on_one:
        return link.topic
    return " / ".join(dict.fromkeys(i["topic"] for i in (link.a, link.b) if i["topic"])) or link.topic


def _opposite(link: _Link) -> str:
    return f"{{A}}: “{pull(link.a['quote'])}”; {{B}}: “{pull(link.b['quote'])}”."


def _steps(link: _Link) -> str:
    """Say in what two requests for different things differ: what they concern, and their force."""
    a, b = (FORCE.get(i.get("strength", ""), "asks") for i in (link.a, link.b))
    force = f"; {{A}} {a}, {{B}} {b}" if a != b else ""
    if link.on_one:
        return f"Both requests touch “{link.topic}”, by different steps{force}."
    x, y = link.a["topic"], link.b["topic"]
    return (
        f"{{A}}’s request concerns “{x}”, {{B}}’s “{y}”{force}."
        if x and y
        else f"Different steps are asked for{force}."
    )


def _alone(item: Item) -> Iterator[RowDraft]:
    bare = len(set(tokens(item["quote"]))) < (4 if item["kind"] == "reply" else 3)  # "we ask for an answer by …"
    if bare or not item["topic"] or item["kind"] == "address" or float(item["nearest"]) >= SPOKEN_OF:
        return
    in_a, text = item["id"].startswith("A"), text_of(item)
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
    if contradict(a, b) or direction(a["quote"]) * direction(b["quote"]) < 0:
        return AskRowDraft(a=a["id"], b=b["id"], relation="conflict", differs_in=differs)
    if near < 0.6:
        differs.append("scope")
    return AskRowDraft(a=a["id"], b=b["id"], relation="same" if near >= 0.6 else "similar", differs_in=differs)
