"""Writes the bottom line of a comparison by rule: what both letters concern, and the weightiest ask of each, whole."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from brief.deeds import kinship
from brief.drafts import BottomLineDraft, RowDraft
from brief.letter.verbs import ACTIONS
from brief.providers.extractive.matters import Item, common_matter, thing_named, with_article
from brief.words import WORD, tokens

ANSWERS = "answers wanted"
FORCE = {"demand": "presses", "request": "asks", "urge": "urges", "recommend": "encourages"}
_ENOUGH, _FEWER = 24, 16  # words of an ask in a bottom line, which has sixty; a longer one ends between its clauses
_TOLD = 32  # words of what a letter's own brief says that it does
_BOTH = 44  # words of both asks above which each is held to `_FEWER`


def bottom_line(
    rows: Sequence[RowDraft],
    items: Mapping[str, Item],
    cards: Sequence[str],
    does: Sequence[str] = ("", ""),
    readers: frozenset[str] = frozenset(),
) -> BottomLineDraft:
    """Say what they share and what each asks, in the items' own words and with the program's verbs.

    Args:
        rows, items: What is set side by side, and what each letter says.
        cards: Who writes to whom.
        does: What each letter does as its own brief says it, or "": asks that contradict each other come before it.
        readers: Tokens by which the letters call those they go to.
    """
    sides = [[i for i in items.values() if i["id"].startswith(name)] for name in "AB"]
    opposed = _opposed(rows, items)
    mains = [_told(side, says) or main_ask(side) for side, says in zip(sides, does, strict=True)]
    mains = [items[str(i)] for i in (opposed.a, opposed.b)] if opposed else mains
    row = opposed or next((r for r in rows if r.a and r.b and _of_mains(r, mains, items)), None)
    to = [card.rpartition("; to ")[2] for card in cards]
    a, b = _both_sides(mains, to)
    if not opposed:
        a, b = (_short(told) or own for told, own in zip(does, (a, b), strict=True))
    parting = _parting(row)
    asked, rest = _asked_by_both(rows, items, row, to)
    if rest is not None:
        apart = not (set(tokens(to[0])) <= set(tokens(to[1])) or set(tokens(to[1])) <= set(tokens(to[0])))
        a, b = (_besides(side, rows, whom, m, apart) for side, whom, m in zip(sides, to, rest, strict=True))
    common = kinship(mains[0], mains[1], readers)[1] if mains[0] and mains[1] and not row else frozenset[str]()
    thing = thing_named(common, [text_of(m) for m in mains if m]) if len(common) > 1 else ""
    both = _shared(rows, sides, " ".join(cards), readers, (parting or "", asked, thing, row))
    return BottomLineDraft(both=both, parting=parting, a=a, b=b)


def _of_mains(row: RowDraft, mains: Sequence[Item | None], items: Mapping[str, Item]) -> bool:
    """Whether a row sets the main asks side by side, or what says the same of its letter as the main ask does."""
    sides = zip((row.a, row.b), mains, strict=True)
    return all(m and (i == m["id"] or kinship(items[str(i)], m)[0] == "same") for i, m in sides)


def _told(side: Sequence[Item], says: str) -> Item | None:
    """The ask that a letter's own brief leads with."""
    own = [i for i in side if "strength" in i or "stance" in i]
    asks = [i for i in own if _known(i) and _known(i) in says.casefold()]
    line = {"kind": "ask", "strength": "", "text": says, "quote": says}
    alike = (i for i in own if says and kinship(line, i)[0] == "same")
    return min(asks, key=lambda i: says.casefold().index(_known(i)), default=None) or next(alike, None)


def _known(item: Item) -> str:
    return item.get("text", "")[:_KNOWN].casefold()


_SAME = "ask for the same"
_KNOWN = 30  # characters by which an ask is known again
_ALIKE, _ONE = 0.7, 0.9  # shares of the shorter ask's words in the other, in order: much the same, and the same
_SPOKEN = re.compile(r"\b(?:you|your|our|we|us|my)\b")  # words that are the letter's own mouth's
_PLURAL = {"presses": "press", "asks": "ask", "urges": "urge", "encourages": "encourage"}


def _asked_by_both(
    rows: Sequence[RowDraft], items: Mapping[str, Item], main: RowDraft | None, to: Sequence[str]
) -> tuple[str, tuple[Item, Item] | None]:
    """What both letters ask, as the rest of a sentence; and the two asks, if they are each letter's main one and one.

    Of two asks that are for the same in nearly the same words the words of both are given, in their order.
    """
    same = [r for r in rows if r.why.startswith("Both ask for it") and r.a and r.b]
    ranked = sorted(same, key=lambda r: (r is not main, -sum(float(items[str(i)]["weight"]) for i in (r.a, r.b))))
    for row in ranked:
        x, y = items[str(row.a)], items[str(row.b)]
        if not ("strength" in x and "strength" in y):
            continue
        text, share = _in_both(text_of(x), text_of(y))
        if share >= _ALIKE:
            force = {FORCE.get(i.get("strength", ""), "asks") for i in (x, y)}
            first, second = sorted((_whom(i, whom) for i, whom in zip((x, y), to, strict=True)), key=len)
            whom = second if set(tokens(first)) <= set(tokens(second)) else "their addressees"
            verb = _PLURAL[force.pop()] if len(force) == 1 else "ask"
            told = _clause(text, _ENOUGH)
            said = f"{verb} {whom} to {f'“{told}”' if _SPOKEN.search(told) else told}"
            return said, (x, y) if row is main and share >= _ONE else None
    side = re.match(r"Both are (for|against) it", main.why) if main else None
    if main and main in same:
        wanted = {_named_deed(text_of(items[str(i)])) for i in (main.a, main.b)}
        return (f"ask for {wanted.pop()}" if len(wanted) == 1 and "" not in wanted else _SAME), None
    return (f"are {side[1]} it" if side else ""), None


_DEEDS = """
a withdrawal: withdraw rescind revoke withdrawn rescinded revoked
a repeal: repeal repealed
a cancellation: cancel cancelled canceled
a halt: halt stop cease halted stopped
a suspension: suspend suspended
a pause: pause paused
passage: pass enact passed enacted
an extension: extend extended
a renewal: renew renewed
an increase: increase raise increased raised
an investigation: investigate probe investigated probed
a review: review examine scrutinize reviewed examined scrutinized
approval: approve approved
publication: publish published
a designation: designate redesignate designated redesignated
"""
_DEED = {word: n for n, _, words in (d.partition(": ") for d in _DEEDS.strip().splitlines()) for word in words.split()}


def _named_deed(text: str) -> str:
    """The noun for the first deed that an ask names, if it has one."""
    return next((_DEED[w] for w in WORD.findall(text.casefold()) if w in _DEED), "")


def _opens_with_deed(text: str) -> bool:
    words = [w for w in text.casefold().split() if not w.endswith("ly") and w != "again"]
    return words[:1] != [] and words[0] in ACTIONS and words[1:2] not in (["for"], ["of"])  # "support for a request"


def _in_both(a: str, b: str) -> tuple[str, float]:
    """The words of two texts that stand in both in one order, gaps as "…", and their share of the shorter text."""
    x, y = a.split(), b.split()
    matched = SequenceMatcher[str](None, _folded(x), _folded(y), autojunk=False).get_matching_blocks()
    blocks = [m for m in matched if m.size]
    share = sum(m.size for m in blocks) / max(1, min(len(x), len(y)))
    kept = [m for m in blocks if m.size > 1 or m.a == 0]
    pieces: list[str] = []
    at = 0
    for m in kept:
        pieces += [*(["…"] if m.a > at else []), *x[m.a : m.a + m.size]]
        at = m.a + m.size
    if kept and at < len(x) and kept[-1].b + kept[-1].size < len(y):
        pieces.append("…")
    whole = blocks and blocks[0].a == 0 and _opens_with_deed(" ".join(x[: blocks[0].size]))
    return " ".join(pieces), share if whole else 0.0


def _folded(words: Sequence[str]) -> Sequence[str]:
    return [w.casefold().strip(",;.") for w in words]


def _besides(side: Sequence[Item], rows: Sequence[RowDraft], to: str, main: Item, apart: bool) -> str:
    """What a letter asks besides what both ask: its weightiest ask that no row sets beside one of the other's.

    If it asks nothing besides, whom it writes to, where that sets the letters `apart`.
    """
    paired = {i for r in rows if r.a and r.b for i in (r.a, r.b)}
    own = [i for i in side if i["kind"] == "ask" and i.get("text") and "strength" in i and i["id"] not in paired]
    more = max(own, key=lambda i: float(i["weight"]), default=None)
    date = f"sets “{main['deadline']}”" if main.get("deadline") else ""
    also = _side(more, to, _FEWER) if more else ""
    verb, _, rest = also.partition(" ")
    return " and ".join(filter(None, (date, f"also {verb} {rest}" if rest else ""))) or (
        f"writes to {to}" if apart and to != "not named" else ""
    )


def _whom(item: Item, addressee: str) -> str:
    whom = item.get("actor", "addressee")
    return whom if whom != "addressee" else "the addressee" if addressee == "not named" else addressee


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


def _shared(
    rows: Sequence[RowDraft],
    sides: Sequence[Sequence[Item]],
    cards: str,
    readers: frozenset[str],
    told: tuple[str, str, str, RowDraft | None],
) -> str | None:
    """What both letters concern, unless it is named as what they part on or ask, what both ask, and for an answer."""
    parting, asked, thing, main = told
    about = main.topic if main and " " in main.topic and main.relation in ("agree", "differ") else thing
    about = about if all(set(tokens(about)) <= {t for i in side for t in tokens(i["quote"])} for side in sides) else ""
    matter = with_article(about, sides) if about else common_matter(sides, cards, readers)
    known = f"{parting} {asked}".casefold()
    matter = "" if matter.casefold() in known or (asked and len(asked.split()) > _FEW) else matter
    wanted = any(r.topic == ANSWERS and r.relation == "agree" for r in rows)
    answers = ("for an answer" if asked.startswith("ask for ") else "ask for an answer") if wanted else ""
    return " and ".join(filter(None, (f"concern {matter}" if matter else "", asked, answers))) or None


_FEW = 6  # words of an ask beyond which it says itself what it concerns


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
    whom = _whom(main, addressee)
    verb, text = FORCE.get(main.get("strength", ""), "asks"), _clause(text_of(main), words)
    first = text.split(" ", 1)[0]
    if main["kind"] not in ("ask", "reply") or not main.get("text"):
        return (
            f"{'asks' if main['kind'] in ('ask', 'reply', 'question') else 'writes'}: “{_clause(main['quote'], words)}”"
        )
    if first == "not":
        return f"{verb} {whom} not to {text[len(first) :].strip().removeprefix('to ')}"
    if _opens_with_deed(text) or first.endswith("ly"):
        return f"{verb} {whom} to {first.casefold()}{text[len(first) :]}"
    if _DUTY.search(text):
        return f"says that {first.casefold() if first in _ARTICLES else first}{text[len(first) :]}"
    if _WANTED.match(text):
        return f"asks {whom} {'that' if _BE.search(text) else 'for'} {first.casefold()}{text[len(first) :]}"
    return f"{verb} {whom}: “{text}”"


_STOP = re.compile(
    r"(?<!\bfor)(?<!\bof)(?<!\bto)(?<!\bin)(?<!\bon)"
    r"(?:,(?! (?:Inc|LLC|Ltd|L\.L\.C|Jr|Sr|Corp)\b)(?! (?:[\w’'-]+ ){0,3}[\w’'-]+, )(?! (?:and|or) )|;|:| --| –| —)\s"
    r"|\s(?=(?:in exchange|in order|so that|because|which|backed by|should)\b)"
    r"|\s(?=to (?:bring|ensure|prevent|help|make|enable|reduce)\b)"
)


_WHAT = re.compile(r"(?<!writes)\s(?:to|for|on|in support of)\s|:\s")  # where what is asked begins
_QUOTED = re.compile(r"“[^”]*”?")


def _short(told: str) -> str:
    """What a brief says of its letter, cut between clauses where it is long: never in the addressee or a quotation."""
    head = _WHAT.search(told, told.find(", ") if told.startswith("on ") else 0)
    if len(told.split()) <= _TOLD or head is None:
        return told
    quoted = [m.span() for m in _QUOTED.finditer(told)]
    stops = [m.start() for m in _STOP.finditer(told, head.end()) if not any(i < m.start() < j for i, j in quoted)]
    whole = [s for s in stops if len(told[head.end() : s].split()) >= 5]
    fit = [s for s in whole if len(told[:s].split()) <= _TOLD]
    return told[: max(fit) if fit else min(whole, default=None)]


def _clause(text: str, words: int) -> str:
    """The text, or of a long one its first clauses; quotation marks that a cut leaves open are closed."""
    text = text.strip().rstrip(".;,:")
    if len(text.split()) > words:
        stops = [m.start() for m in _STOP.finditer(text) if len(text[: m.start()].split()) >= 5]
        fit = [stop for stop in stops if len(text[:stop].split()) <= words]
        text = text[: max(fit) if fit else min(stops, default=None)]
    opened, closed = text.count("“"), text.count("”")
    return text + "”" * (opened - closed) if opened >= closed else text.replace("”", "")
