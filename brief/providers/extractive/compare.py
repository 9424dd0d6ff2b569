"""Compares two letters by rule: labels the items and links of a compare request by verbs, direction and date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brief.deeds import Kinship
from brief.direction import pull
from brief.drafts import AskRowDraft, Aspect, ComparisonDraft, DiffersIn, RowDraft
from brief.providers.extractive.leading import ANSWERS, FORCE, bottom_line, text_of
from brief.providers.extractive.linked import AGREE, ONE_TEXT, REFUSES, Link, tells
from brief.providers.extractive.matters import Item, thing_named
from brief.providers.extractive.stands import stand
from brief.words import WORD, rarity, tokens, topic_of

SIDED = 0.2  # nearness from which being for and being against, in so many words, are of one matter
_Weights = Mapping[str, float]
OPPOSED = 0.3  # nearness from which words that pull in opposite ways make a conflict
AKIN = 0.28  # the same as AGREE, for points that play the same part (two concerns, two aims)
SAME = "Both ask for it."
SAID = "Both say it of “{}”, nearly word for word."
VERBATIM = 0.95  # nearness from which two sentences are one
SPOKEN_OF = 0.4  # nearness to the other letter from which a point is not "only" in its own


def compare(variables: Mapping[str, str]) -> ComparisonDraft:
    """Answer a compare request from its variables: `items_a`, `items_b`, `links` and `asks`, one JSON object a line.

    `more`, which no prompt holds, gives further pairs of what both letters want.
    """
    items: dict[str, Item] = {i["id"]: i for name in ("items_a", "items_b") for i in _lines(variables[name])}
    telling = rarity(tokens(i["quote"]) for i in items.values())
    readers = frozenset(variables.get("readers", "").split())
    links, more = (
        [
            Link(
                items[r["a"]], items[r["b"]], float(r["near"]), r["by"], r["topic"], int(r["shared"]), telling, readers
            )
            for r in _lines(variables.get(name, ""))
        ]
        for name in ("links", "more")
    )
    wanted = _wanted([*links, *more], _echoes(items.values()))
    rows = [row for _, row in wanted]
    rows += [row for link in links if not link.wants for row in _paired(link)]
    rows += _mains_apart(links, rows) if not any(link.own == 2 for link, _ in wanted) else []
    told = {i for row in rows for i in (row.a, row.b) if row.relation != "unclear"}
    foreign = _foreign(items.values(), telling, readers)
    rows += [row for i in items.values() if i["id"] not in told for row in _alone(i, foreign[i["id"][0]])]
    asks = [_ask(link, row) for link, row in wanted if all("strength" in i for i in (link.a, link.b))]
    placed = {(r.a, r.b) for r in asks}
    asks += [
        AskRowDraft(a=r["a"], b=r["b"], relation="none", differs_in=[])
        for r in _lines(variables["asks"])
        if (r["a"], r["b"]) not in placed
    ]
    does = (variables.get("does_a", ""), variables.get("does_b", ""))
    line = bottom_line(rows, items, (variables["a"], variables["b"]), does, readers)
    return ComparisonDraft(bottom_line=line, rows=rows, asks=asks)


def _mains_apart(links: Sequence[Link], rows: Sequence[RowDraft]) -> list[RowDraft]:
    """Set the main asks side by side of letters that contradict each other: they part there too."""
    placed = {i for row in rows for i in (row.a, row.b)}
    mains = (link for link in links if link.by == "part" and set(link.kinds) == {"ask"} and link.own)
    free = [link for link in mains if not {link.a["id"], link.b["id"]} & placed]
    against = any(row.relation == "conflict" and row.aspect == "goal" for row in rows)
    return [
        k.row("differ", "means", k.topic, f"Different steps are asked for{_force(k)}.") for k in free[:1] if against
    ]


def _echoes(items: Iterable[Item]) -> frozenset[str]:
    """The asks that a sentence only tells of and that the letter's own asks say already."""
    asks = [i for i in items if i["kind"] == "ask"]
    own = [i for i in asks if "strength" in i]
    return frozenset(
        i["id"] for i in asks if "strength" not in i
        for o in own if o["id"][0] == i["id"][0] and (o["quote"] in i["quote"] or text_of(o) in i["quote"])
    )  # fmt: skip


def _wanted(links: Sequence[Link], echoes: frozenset[str]) -> list[tuple[Link, RowDraft]]:
    """Set what both want side by side: first what is for the same or the contrary, then what only touches one thing.

    Each ask stands in one such row; what says nothing but what another ask of its letter says stands in none.
    """
    found = [(link, *link.kin) for link in links if link.wants and not {link.a["id"], link.b["id"]} & echoes]
    ranked = sorted(
        (f for f in found if f[1]),
        key=lambda f: (_ORDER[f[1]], -f[0].own, -f[0].near, *sorted((f[0].a["quote"], f[0].b["quote"]))),
    )
    taken: set[str] = set()
    out = []
    for link, kin, common in ranked:
        if not {link.a["id"], link.b["id"]} & taken:
            taken |= {link.a["id"], link.b["id"]}
            out.append((link, _want(link, kin, common)))
    return out


_ORDER: Mapping[Kinship, int] = {"contrary": 0, "same": 1, "akin": 2, "touching": 3}


def _lines(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _paired(link: Link) -> Iterator[RowDraft]:
    kinds = set(link.kinds)
    if kinds == {"address"}:
        yield from _addressees(link)
    elif kinds == {"reply"}:
        yield from _replies(link)
    elif link.sided and link.near >= SIDED and kinds <= _TAKING_SIDES:
        no, yes = ("{A}", "{B}") if stand(link.a) < 0 else ("{B}", "{A}")
        yield link.row("conflict", "goal", link.topic, f"{yes} is for it, {no} is against it.")
    elif link.opposed and link.near >= OPPOSED and kinds <= _TAKING_SIDES:
        yield link.row("conflict", "goal", link.topic, _opposite(link))
    elif link.refused:
        no, yes = ("{A}", "{B}") if REFUSES.search(link.a["quote"]) else ("{B}", "{A}")
        yield link.row("conflict", "means", link.topic, f"{yes} asks for what {no} says will not be done.")
    elif link.figures and link.near >= AKIN:
        yield link.row("conflict", "facts", link.topic, f"{{A}} gives {link.figures[0]}, {{B}} {link.figures[1]}.")
    elif link.shared >= 2 and link.near >= (AKIN if len(kinds) == 1 else AGREE) and link.common:
        aspect: Aspect = "goal" if kinds <= _TAKING_SIDES and " " in link.common[0] else "facts"
        asked = kinds == {"question"}
        if tells(link.common[0]) or (asked and len(link.common) > 1):  # a lone word in common is no matter
            why = SAID.format(link.common[0]) if link.near >= VERBATIM else _both_have(link.common, asked)
            yield link.row("agree", aspect, link.common[0], link.stated or why)


def _both_have(phrases: Sequence[str], asked: bool) -> str:
    """Say what both letters name, or ask about."""
    return f"Both ask about {' and '.join(f'“{p}”' for p in phrases)}." if asked else f"Both speak of “{phrases[0]}”."


_TITLES = {"the", "of", "mr", "mrs", "ms", "madam", "honorable", "hon", "dear", "dr"}
_TAKING_SIDES = {"ask", "position", "aim", "offer"}  # what a letter wants; facts and fears pull no way by themselves


def _addressees(link: Link) -> Iterator[RowDraft]:
    a, b = (text_of(i).removeprefix("is addressed to ") for i in (link.a, link.b))
    x, y = ({w.casefold() for w in WORD.findall(name)} - _TITLES for name in (a, b))
    if not (x <= y or y <= x):
        yield link.row("differ", "target", "addressee", f"{{A}} goes to {a}, {{B}} to {b}.")


def _replies(link: Link) -> Iterator[RowDraft]:
    dates = {_day(i.get("deadline", "")) for i in (link.a, link.b)}
    if len(dates) > 1:
        yield link.row("differ", "deadline", "date for the answer", _dates(link.a, link.b))
    if "" not in dates or dates == {""}:
        yield link.row("agree", "goal", ANSWERS, "Both ask for an answer.")


_DAY = re.compile(
    r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})\b(?:,? (\d{4}))?", re.IGNORECASE
)


def _day(deadline: str) -> str:
    """A deadline as its day, where it names one: "by Sept. 1, 2024" and "no later than September 1, 2024" are one."""
    found = _DAY.search(deadline)
    return " ".join(filter(None, found.groups())).casefold() if found else deadline


def _dates(a: Item, b: Item) -> str:
    sides = (("{A}", a.get("deadline")), ("{B}", b.get("deadline")))
    return "; ".join(f"{name} sets {f'“{date}”' if date else 'no date'}" for name, date in sides) + "."


def _want(link: Link, kin: Kinship, common: frozenset[str]) -> RowDraft:
    """The row of two asks that are kin."""
    dates = {_day(i.get("deadline", "")) for i in (link.a, link.b)}
    topic = _thing(link, common)
    if kin == "contrary":
        no, yes = ("{A}", "{B}") if stand(link.a) < 0 else ("{B}", "{A}")
        if "position" in link.kinds:
            return link.row("conflict", "goal", topic, f"{yes} is for it, {no} is against it.")
        return link.row("conflict", "means", topic, f"{yes} asks for what {no} asks not to be done.")
    if kin == "same" and "position" in link.kinds:
        return link.row("agree", "goal", topic, f"Both are {_side(link)} it.")
    if kin == "same" and len(dates) > 1:
        return link.row("differ", "deadline", topic, f"Both ask for it; {_dates(link.a, link.b)}")
    if kin == "same":
        return link.row("agree", "goal", topic, SAME)
    if kin == "akin":
        return link.row("differ", "means", topic, f"Both are {_side(link)} it, by different steps{_force(link)}.")
    return link.row("differ", "means", topic, f"Both requests touch “{topic}”, by different steps{_force(link)}.")


def _side(link: Link) -> str:
    return "against" if stand(link.a) < 0 else "for"


def _thing(link: Link, common: frozenset[str]) -> str:
    """The thing that both asks name, in the words of one that tell it best."""
    named = [p for p in link.common if " " in p and (not common or common & set(tokens(p)))]
    return named[0] if named else thing_named(common, [text_of(i) for i in (link.a, link.b)]) or link.topic


def _opposite(link: Link) -> str:
    return f"{{A}}: “{pull(link.a['quote'])}”; {{B}}: “{pull(link.b['quote'])}”."


def _force(link: Link) -> str:
    """In what force two requests differ, for the end of a sentence."""
    a, b = (FORCE.get(i.get("strength", ""), "asks") for i in (link.a, link.b))
    return f"; {{A}} {a}, {{B}} {b}" if a != b else ""


def _alone(item: Item, foreign: _Weights) -> Iterator[RowDraft]:
    """The row of a point that the other letter lacks; `foreign` says how much words tell of what only this one says."""
    bare = len(set(tokens(item["quote"]))) < (4 if item["kind"] == "reply" else 3)  # "we ask for an answer by …"
    if bare or not item["topic"] or item["kind"] == "address" or float(item["nearest"]) >= SPOKEN_OF:
        return
    in_a, text = item["id"].startswith("A"), text_of(item)
    yield RowDraft(
        topic=topic_of(item["quote"], foreign) or item["topic"],
        relation="only_a" if in_a else "only_b",
        aspect="means" if item["kind"] == "ask" else "facts",
        a=item["id"] if in_a else None,
        b=None if in_a else item["id"],
        a_text=text if in_a else None,
        b_text=None if in_a else text,
        why="",
    )


_HELD = 0.15  # what a word that the other letter has too tells of what only one says


def _foreign(items: Iterable[Item], telling: _Weights, readers: frozenset[str]) -> dict[str, _Weights]:
    """For each letter, how much words tell of what only it says: little where the other has them, none for readers."""
    held: dict[str, set[str]] = {"A": set(), "B": set()}
    for item in items:
        held[item["id"][0]] |= set(tokens(item["quote"]))
    return {
        side: {w: n * (_HELD if w in held[other] else 1.0) for w, n in telling.items() if w not in readers}
        for side, other in (("A", "B"), ("B", "A"))
    }


def _ask(link: Link, row: RowDraft) -> AskRowDraft:
    """How two asks of a row stand to each other in the list of asks."""
    a, b = link.a, link.b
    differs: list[DiffersIn] = [n for n in ("deadline", "strength") if a.get(n) != b.get(n)]
    if row.relation == "conflict":
        return AskRowDraft(a=a["id"], b=b["id"], relation="conflict", differs_in=differs)
    same = link.near >= ONE_TEXT and row.aspect != "means"
    return AskRowDraft(
        a=a["id"],
        b=b["id"],
        relation="same" if same else "similar",
        differs_in=differs if same else [*differs, "scope"],
    )
