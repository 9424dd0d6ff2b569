"""Writes the bottom line of a comparison by rule: what both letters concern, and the weightiest ask of each, whole."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from brief.drafts import BottomLineDraft, RowDraft
from brief.letter.verbs import ACTIONS
from brief.words import is_common, is_silent, tokens, topic_of

Item = Mapping[str, str]

ANSWERS = "answers wanted"
FORCE = {"demand": "presses", "request": "asks", "urge": "urges", "recommend": "encourages"}
_ENOUGH, _FEWER = 24, 16  # words of an ask in a bottom line, which has sixty; a longer one ends between its clauses
_BOTH = 44  # words of both asks above which each is held to `_FEWER`


def bottom_line(rows: Sequence[RowDraft], items: Mapping[str, Item], cards: Sequence[str]) -> BottomLineDraft:
    """Say what they share and what each asks, in the items' own words and with the program's verbs."""
    sides = [[i for i in items.values() if i["id"].startswith(name)] for name in "AB"]
    opposed = _opposed(rows, items)
    mains = [items[str(i)] for i in (opposed.a, opposed.b)] if opposed else [main_ask(side) for side in sides]
    row = opposed or next((r for r in rows if [r.a, r.b] == [m and m["id"] for m in mains]), None)
    a, b = _both_sides(mains, [card.rpartition("; to ")[2] for card in cards])
    return BottomLineDraft(both=_shared(rows, sides, " ".join(cards)), parting=_parting(row), a=a, b=b)


def main_ask(items: Sequence[Item]) -> Item | None:
    """Return what a letter asks first of all: what it urges or demands, the earliest; else the weightiest ask."""
    rank = {"ask": 0, "reply": 1, "told": 2, "question": 3}
    own = [i for i in items if i["kind"] != "address"]
    pressed = [i for i in own if i["kind"] == "ask" and i.get("strength") in ("demand", "urge")]
    if pressed:
        return pressed[0]
    return min(own, key=lambda i: (rank.get(_role(i), 4), -float(i["weight"])), default=None)


def _role(item: Item) -> str:
    """The part that an item plays; an ask that a sentence only tells of, and that is no action, is `told`."""
    return "told" if item["kind"] == "ask" and "strength" not in item else item["kind"]


def text_of(item: Item) -> str:
    """Return the checked statement of an item, or its words; a position's with the side that it takes."""
    text = item.get("text") or item["quote"]
    takes = item.get("stance", "") if item["kind"] == "position" and item.get("text") else ""
    return f"{takes} {text}" if takes in ("supports", "opposes") else text


def _opposed(rows: Sequence[RowDraft], items: Mapping[str, Item]) -> RowDraft | None:
    """The row of asks that contradict each other, if two do: what a reader must know first."""
    means = (r for r in rows if r.relation == "conflict" and r.aspect == "means")
    whole = (r for r in means if all("strength" in items[str(i)] for i in (r.a, r.b)))  # not clauses of asks
    return next(whole, None)


def _parting(row: RowDraft | None) -> str | None:
    """What the main asks part on, if they are on one matter; else the asks themselves say it."""
    if row and row.relation == "differ" and row.aspect == "deadline":
        return "the date"
    if row and row.relation == "conflict" and row.topic:
        return row.topic if row.topic.startswith("the ") else f"the {row.topic}"
    return None


def _shared(rows: Sequence[RowDraft], sides: Sequence[Sequence[Item]], cards: str) -> str | None:
    """What both letters concern, and whether both want an answer."""
    name = _name(sides, cards)
    said = f"concern {name}" if name else _phrase(sides)
    answers = "ask for an answer" if any(r.topic == ANSWERS and r.relation == "agree" for r in rows) else ""
    return " and ".join(filter(None, (said, answers))) or None


def _phrase(sides: Sequence[Sequence[Item]]) -> str:
    """The words that both letters come back to most, where they have no name in common."""
    said = [Counter(t for i in side for t in set(tokens(i["quote"]))) for side in sides]
    weight = {t: float(min(said[0][t], said[1][t])) for t in said[0] if said[1][t]}
    topics = (topic_of(i["quote"], weight, longest=3) for side in sides for i in side)
    best = max(
        filter(str.islower, topics),
        key=lambda t: (math.fsum(weight.get(x, 0.0) for x in set(tokens(t))), -len(t), t),
        default="",
    )
    if best and f"the {best}" in " ".join(i["quote"] for side in sides for i in side):
        return f"concern the {best}"
    return f"speak of “{best}”" if " " in best else ""


_NAME = re.compile(r"\b(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*")


_WANTS = ("ask", "position", "aim", "offer")  # what a letter is about stands in what it wants rather than in its facts


def _name(sides: Sequence[Sequence[Item]], cards: str) -> str:
    """The name that both letters have most, by whatever of its forms; of two as common, the longer."""
    people = {w.casefold() for w in re.findall(r"\w+", cards)}
    forms: dict[frozenset[str], Counter[str]] = {}
    for name in (n for side in sides for i in side for n in _names(i["quote"])):
        words = [w.casefold().removesuffix("’s") for w in name.removeprefix("the ").split()]
        if not any(w in people or is_common(w) for w in words) and (len(words) > 1 or _stands_alone(name, sides)):
            forms.setdefault(frozenset(tokens(name)), Counter())[name] += 1
    held = [[(set(tokens(i["quote"])), 4.0 if i["kind"] in _WANTS else 1.0) for i in side] for side in sides]
    common = {key: min(math.fsum(n for said, n in side if key <= said) for side in held) for key in forms if key}
    if max(common.values(), default=0.0) <= 0:
        return ""
    best = max(common, key=lambda key: (common[key], len(key), sorted(key)))
    longer = [key for key in common if key >= best and 2 * common[key] >= common[best]]
    chosen = forms[max(longer, key=lambda key: (len(key), common[key], sorted(key)))]
    return max(chosen, key=lambda form: (not form.removeprefix("the ").isupper(), chosen[form], form))


_PART_OF = re.compile(r"\b[A-Z][\w’'-]+ (?:of|for|and) (?:the )?$")
_GOES_ON = re.compile(
    r"(?!['’]s\b)[\s-]+(?!(?:to|in|on|of|for|from|by|with|at|as|that|who|which|has|have|had|is|are|was|were|will|would|can|could"
    r"|may|must|should|shall|does|did|not|before|after|until|since|under|over|into|through|because|if|when|while)\b)\w"
)


def _stands_alone(name: str, sides: Sequence[Sequence[Item]]) -> bool:
    """Whether a single word anywhere names something by itself: not "Tribal", nor the end of a longer name."""
    found = re.compile(rf"\b{re.escape(name.removeprefix('the '))}\b")
    quotes = [" ".join(i["quote"].split()) for side in sides for i in side]
    return any(
        not _PART_OF.search(q[: m.start()]) and not _GOES_ON.match(q, m.end())
        for q in quotes
        for m in found.finditer(q)
    )


def _names(quote: str) -> Iterator[str]:
    """Yield the names in a sentence, with their article; its first word may be a capital and no part of a name."""
    text = " ".join(quote.split())
    for m in _NAME.finditer(text):
        article = "the " if m.group()[:4].casefold() == "the " else ""
        words = m.group()[len(article) :].split()
        first = not article and (m.start() == 0 or text[m.start() - 2] in ".?!:")
        yield from _without_silent(article, words[1:] if first else words)
        if first and len(words) > 1:
            yield from _without_silent("", words)


def _without_silent(article: str, words: Sequence[str]) -> Iterator[str]:
    while words and is_silent(words[0]):
        words = words[1:]
    name = " ".join(words).removesuffix("’s").removesuffix("'s").rstrip("’'-")
    if name:
        yield article + name if " " in name else name


def _both_sides(mains: Sequence[Item | None], addressees: Sequence[str]) -> list[str]:
    """What each asks: at some length, or as much shorter as the whole needs, the longer one first."""
    whole, short = (
        [_side(main, whom, words) for main, whom in zip(mains, addressees, strict=True)] for words in (_ENOUGH, _FEWER)
    )
    for i in sorted((0, 1), key=lambda i: (-len(whole[i].split()), whole[i])):
        if sum(len(t.split()) for t in whole) > _BOTH:
            whole[i] = short[i]
    return whole


_WANTED = re.compile(r"^(?:an?|the|your|their|its|all|any)\s", re.IGNORECASE)
_DUTY = re.compile(r"^[^,;:]{2,80}?\b(?:should|must|ought|needs? to)\b")
_ARTICLES = ("The", "A", "An", "Your", "Their", "Its", "All", "Any", "These", "This")
_BE = re.compile(r"\bbe \w+(?:ed|en|t|n)\b")


def _side(main: Item | None, addressee: str, words: int) -> str:
    """What one letter asks, as the rest of a sentence: "urges X to act", "asks X for it", "asks X that it be done"."""
    if main is None:
        return "asks nothing in the text given"
    whom = main.get("actor", "addressee")
    whom = whom if whom != "addressee" else "the addressee" if addressee == "not named" else addressee
    verb, text = FORCE.get(main.get("strength", ""), "asks"), _clause(text_of(main), words)
    first = text.split(" ", 1)[0]
    if main["kind"] not in ("ask", "reply") or not main.get("text"):
        return (
            f"{'asks' if main['kind'] in ('ask', 'reply', 'question') else 'writes'}: “{_clause(main['quote'], words)}”"
        )
    if first == "not":
        return f"{verb} {whom} not to {text[len(first) :].strip().removeprefix('to ')}"
    if first.casefold() in ACTIONS or first.endswith("ly"):
        return f"{verb} {whom} to {first.casefold()}{text[len(first) :]}"
    if _DUTY.search(text):
        return f"says that {first.casefold() if first in _ARTICLES else first}{text[len(first) :]}"
    if _WANTED.match(text):
        return f"asks {whom} {'that' if _BE.search(text) else 'for'} {first.casefold()}{text[len(first) :]}"
    return f"{verb} {whom}: “{text}”"


_STOP = re.compile(
    r"(?:,|;|:| --| –| —)\s"
    r"|\s(?=(?:in exchange|in order|so that|because|which|backed by|should)\b)"
    r"|\s(?=to (?:bring|ensure|prevent|help|make|enable|reduce)\b)"
)


def _clause(text: str, words: int) -> str:
    """The text, or of a long one its first clauses; quotation marks that a cut leaves open are closed."""
    text = text.strip().rstrip(".;,:")
    if len(text.split()) > words:
        stops = [m.start() for m in _STOP.finditer(text) if len(text[: m.start()].split()) >= 5]
        fit = [stop for stop in stops if len(text[:stop].split()) <= words]
        text = text[: max(fit) if fit else min(stops, default=None)]
    opened, closed = text.count("“"), text.count("”")
    return text + "”" * (opened - closed) if opened >= closed else text.replace("”", "")
