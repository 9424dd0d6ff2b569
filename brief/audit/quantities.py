"""Reads the quantities of a text: money, percentages, measures and counts, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from brief.audit import dates
from brief.audit.units import CURRENCIES, FRACTIONS, SCALES, SHORT_SCALES, UNITS
from brief.calendar_words import NUMBERS
from brief.searching import Words, any_word, lowered, places_of

QuantityKind = Literal["money", "percent", "measure", "count"]
Bound = Literal["", "about", "least", "most"]

_WORDS = {word: float(n) for word, n in NUMBERS.items()}
_ABOUT = "about around roughly approximately nearly almost some circa approx approx. estimated close".split()  # noqa: SIM905
_LEAST = (
    "at least", "more than", "over", "no fewer than", "no less than", "not less than", "a minimum of", "exceeding",
    "in excess of", "above", "upwards of", "minimum", "greater than", "exceed", "exceeds",
)  # fmt: skip
_MOST = (
    "at most", "up to", "no more than", "not more than", "fewer than", "less than", "under", "a maximum of", "below",
    "not to exceed", "maximum", "as many as", "as much as", "short of",
)  # fmt: skip

_BOUNDS = tuple(f" {p}" for p in (*_MOST, *_LEAST))
_NOUN_END = re.compile(r"[.,;:()!?\"”—–\0]|\n\s*\n")

_ONE = "|".join([*_WORDS])
_SCALE = "|".join([*(f"{s}s?" for s in SCALES)])
_PLAIN = rf"(?:{_ONE})(?:[- ](?:{_ONE}))?"
_NUMBER = re.compile(
    rf"""(?P<currency>US\$|[$€£])?\s?
    (?:(?P<figure>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
       (?:[\s\xa0-]?(?P<scale>{_SCALE})\b|(?P<short>\s?(?:bn|tn|mn)|mm|[kKmMbB])\b)?
     |\b(?P<share>(?:{_PLAIN})[- ](?:thirds|quarters|fifths|tenths)|(?:a|one)[- ](?:third|quarter|fifth|tenth)
       |(?:one-)?half)\b
       (?:\s+(?:of\s+)?(?:(?:a|an)\s+)?(?P<ofscale>million|billion|dozen))?
     |\b(?P<words>(?:(?:an?|{_PLAIN}|{_SCALE})(?:[ -](?:and\s+)?))??(?:{_PLAIN}
       |{_SCALE})(?:[ -](?:and[ ])?(?:{_PLAIN}|{_SCALE}))*)\b)
    (?P<percent>\s?%|[ -]per\s?cent(?:age)?(?:\s+points?)?\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_DOLLARS = re.compile(r"(?<=[Uu][Ss])\$")
_FRACTION = re.compile(r"\.(?<![\w.]\.)[0-9]")
# Of a text in small letters; searched for one after the other, since what opens with one letter alone is found sooner.
_BEGINS = Words([*"0123456789", *(rf"{word}(?![a-z])" for word in (*_WORDS, *(f"{s}s?" for s in SCALES), "half"))])
_WITH_ARTICLE = re.compile(rf"a(?<=\ba)n?(?=[ -](?:third|quarter|fifth|tenth|{_SCALE})\b)")
_PARTED = ("third", "quarter", "fifth", "tenth", *SCALES)
"""What must stand in a text for `_WITH_ARTICLE` to be in it."""
_AFTER = re.compile(
    r"[\s-]+(?:(?:full|calendar|business|working|consecutive|cubic|square|metric|nautical|short|"
    r"long)[\s-]+)?(?P<unit>[A-Za-z]+)"
)
_QUALIFIER = re.compile(r"(?:business|working|cubic|square|nautical)", re.IGNORECASE)
_PART_OF = re.compile(rf"\s*(?:out\s+)?of\s+(?:(?:the|its|these|those|every)\s+)?(?:\d|(?:{_ONE})\b)", re.IGNORECASE)
_FOLLOWING = re.compile(r"[^\s.,;:()!?\"”—–]+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity read from a text.

    Args:
        kind: What it is of. value: In the unit written; of money, in whole units of the currency.
        unit: Currency, or the unit as written ("days", "cubic meters"); empty for a bare count.
        bound: `about`, at `least` or at `most`, as the words before it say.
        noun: The words after it, folded, that say what is counted (at most three).
        start, end: Where it stands in the text. words: As written.
        rounded: Whether its writing shows rounding ("$14.9 million").
    """

    kind: QuantityKind
    value: float
    unit: str
    bound: Bound
    noun: tuple[str, ...]
    start: int
    end: int
    words: str
    rounded: bool = False


@lru_cache(maxsize=64)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in order; dates, citations, numbered headings and ordinals are none."""
    starts = _starts(text)
    if not starts:
        return ()
    masked, found, done = _masked(text, starts), [], 0
    for start in starts:  # the long pattern is tried only where a figure or a number word begins
        m = _NUMBER.match(masked, start) if start >= done and masked[start] != "\0" else None
        if m is not None:
            done = m.end()
            found.append(_read(m, masked, text))
    return _sharing([q for q in found if q is not None], text)


_AND = re.compile(r"\s*(?:,|,?\s(?:and|or|to)|[-–])\s*")


def _sharing(found: list[Quantity], text: str) -> tuple[Quantity, ...]:
    """Give a bare figure the unit of the one it is listed with: "25 and 14 percent", "3 to 5 million"."""
    for i in range(len(found) - 2, -1, -1):
        one, two = found[i], found[i + 1]
        bare = one.kind == "count" and one.words[-1:].isdigit() and two.words[:1].isdigit()
        if bare and two.kind in ("percent", "measure") and _AND.fullmatch(text, one.end, two.start):
            found[i] = replace(one, kind=two.kind, unit=two.unit, noun=two.noun)
    return tuple(found)


def _starts(text: str) -> list[int]:
    low = lowered(text)
    found = [at for at in _BEGINS.starts(low) if not (at and low[at - 1] == "." and low[at].isdigit())]
    found += [*places_of("$€£", text), *(m.start() for m in _FRACTION.finditer(text))]
    found += [m.start() - 2 for m in _DOLLARS.finditer(text)] if "S$" in text or "s$" in text else []
    found += [m.start() for m in _WITH_ARTICLE.finditer(low)] if any(map(low.__contains__, _PARTED)) else []
    return sorted(found)


# A number that names is not one that counts.
_NAMING = re.compile(
    r"\b(?:Section|Sec\.|§+|Article|Art\.|Title|Chapter|Part|Rule|No\.|Nos\.|Number|Resolution|Order|Docket|Form|Annex|Table"
    r"|Figure|Question|Item|Page|p\.|Amendment|Proclamation|H\.\s?R\.|H\.?\s?(?:Con\.?\s?|J\.?\s?)?Res\.|S\.|S\.\s?Res\.|P\.L\.|Pub\.\s?L\.|Public\sLaw)"
    r"\s*(?:Nos?\.\s*)?[\dIVX]+(?:[-–.]\d+)*(?:\([\w]+\))*"
    r"|\d+\s+(?:U\.?\s?S\.?\s?C|C\.?\s?F\.?\s?R|Fed\.?\s?Reg|Stat)\.?\s*(?:§+\s*)?\d*(?:\([\w]+\))*"
    r"|\b[A-Z]{1,5}-\d+(?:-\d+)*(?:[A-Z]\b)?|\(\d{3}\)\s?\d{3}-\d{4}|\b\d+(?:st|nd|rd|th)\b|\[\d+\]"
    r"|(?m:^\s*\(?\d{1,2}[.)](?=\s))|\b\d{5}(?:-\d{4})?\b(?=\s*$)|\b\d{1,2}:\d\d\b"
)
_NAMING_LOW = re.compile(
    any_word(["section", "sub(?:section|article|title|chapter|amendment)", "article", "title", "chapter", "amendment"])
    + r"s?\s+\d+[A-Za-z]?(?:\.\d+)*(?:\(\w+\))*"
)
_DIVISIONS = ("section", "article", "title", "chapter", "amendment")
_MAY_NAME = re.compile(
    r"[A-Z0-9§(\[\np](?:(?<=[§(\[\n])|(?<=[0-9])(?<![0-9].)|(?<=p)(?=\.)"
    r"|(?<=[A-Z])(?<![A-Z][A-Z])(?=[A-Z]{0,4}-\d|(?<=A)[mnr]|(?<=C)h|(?<=D)o|(?<=F)[io]|(?<=H)\.|(?<=I)t|(?<=N)[ou]"
    r"|(?<=O)r|(?<=P)[.aru]|(?<=Q)u|(?<=R)[eu]|(?<=S)[.e]|(?<=T)[ai]))"
)
"""Where `_NAMING` may match, by its first two letters; after a line break, only what follows it."""
_NO_COUNT = re.compile(
    any_word([
        r"one\s(?:of|another|or|by)", *(rf"{w}\sone" for w in ("no", "any", "every", "some", "each", "this", "that")),
        r"at\sonce",
    ]) + r"\b"
)  # fmt: skip


def _masked(text: str, starts: Sequence[int]) -> str:
    """Blank out the numbers that count nothing, of dates, sections, headings, and "one" for somebody."""
    pieces, done = [], 0
    for begin, stop in _around(starts, len(text)):
        for start, end in sorted(_naming(text[begin:stop])):
            if begin + end > done:
                pieces += [text[done : begin + start], "\0" * (begin + end - max(begin + start, done))]
                done = begin + end
    return "".join([*pieces, text[done:]])


_BEFORE, _BEHIND = 60, 100  # characters around a number's beginning: no more is looked at to tell what it is


def _around(starts: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text that lie around some places in it."""
    begin = stop = max(0, starts[0] - _BEFORE)
    for start in starts:
        if start - _BEFORE > stop:
            yield begin, stop
            begin = start - _BEFORE
        stop = min(length, start + _BEHIND)
    yield begin, stop


def _naming(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand in a text that count nothing."""
    done = 0
    for at in (0, *(m.end() if m[0] == "\n" else m.start() for m in _MAY_NAME.finditer(text))):
        found = _NAMING.match(text, at) if at >= done else None
        if found:
            done = found.end()
            yield found.span()
    if any(map(text.__contains__, _DIVISIONS)):
        yield from (m.span() for m in _NAMING_LOW.finditer(text))
    yield from ((d.start, d.end) for d in dates.dates(text))
    if "one" in text or "once" in text:
        yield from (m.span() for m in _NO_COUNT.finditer(text))


def _read(m: re.Match[str], masked: str, text: str) -> Quantity | None:
    value = _value(m)
    if value is None or (m.end() < len(masked) and m["figure"] and masked[m.end()].isalpha()):
        return None
    after = _AFTER.match(masked, m.end())
    word = after["unit"].lower() if after else ""
    end, unit = m.end(), ""
    kind: QuantityKind = "count"
    if m["percent"]:
        kind, unit = "percent", "points" if "point" in m["percent"].lower() else "%"
    elif m["currency"]:
        kind, unit = "money", CURRENCIES[m["currency"].lower()]
    elif word in CURRENCIES and after:
        kind, unit, end = "money", CURRENCIES[word], after.end()
    elif word in UNITS and after:
        qualifier = _QUALIFIER.search(after.group())
        kind, end = "measure", after.end()
        unit = f"{qualifier.group().lower()} {word}" if qualifier else word
    start = m.start() + len(m.group()) - len(m.group().lstrip())
    if kind == "count" and _mere_word(m, word):
        return None
    bound, noun, rounded = _bound(masked, start), _noun(masked, m.end()), bool(m["scale"] or m["short"])
    return Quantity(kind, value, unit, bound, noun, start, end, text[start:end], rounded)


def _mere_word(m: re.Match[str], following: str) -> bool:
    """Tell "one" and "hundreds" that count nothing definite."""
    words = (m["words"] or "").lower()
    return (
        words in ("one", "zero")
        or bool(re.fullmatch(r"(?:hundred|thousand|million|billion|dozen)s", words))
        or (bool(m["share"]) and following in ("century", "way", "heartedly"))
    )


def _value(m: re.Match[str]) -> float | None:
    if m["figure"]:
        value = float(m["figure"].replace(",", ""))
        scale = SCALES.get((m["scale"] or "").lower().rstrip("s"))
        return value * (scale or SHORT_SCALES.get((m["short"] or "").strip().lower(), 1.0))
    if m["share"]:
        share = re.split(r"[-\s]+", m["share"].lower())
        count = _WORDS.get(share[0], 1.0) if len(share) > 1 else 1.0
        return count * FRACTIONS[share[-1]] * SCALES.get((m["ofscale"] or "").lower(), 1.0)
    return _in_words(re.split(r"[-\s]+", m["words"].lower()))


def _in_words(words: list[str]) -> float | None:
    """Add up "four hundred and ten thousand"."""
    total = current = 0.0
    for word in words:
        scale = SCALES.get(word) or SCALES.get(word.rstrip("s"))
        if scale is None:
            current += _WORDS.get(word, 0.0)
        elif scale >= 1000:
            total, current = total + (current or 1.0) * scale, 0.0
        else:
            current = (current or 1.0) * scale
    return total + current


def _bound(text: str, start: int) -> Bound:
    before = text[max(0, start - 24) : start].lower().rstrip()
    before = f" {before.lstrip('(')}"
    phrase = max((p for p in _BOUNDS if before.endswith(p)), key=len, default="").strip()
    if phrase:
        return "most" if phrase in _MOST else "least"
    last = before.split()[-1:]
    return "about" if (last and last[0].strip("(~") in _ABOUT) or before.endswith(("~", "close to")) else ""


def _noun(text: str, end: int) -> tuple[str, ...]:
    stop = _NOUN_END.search(text[end : end + 60])
    piece = text[end : end + (stop.start() if stop else 60)]
    if _PART_OF.match(piece):
        return ()  # "38 of the 41 checks": what is counted belongs to the second figure too
    return tuple(w.lower() for w in _FOLLOWING.findall(piece)[:3])


def same_value(claimed: Quantity, given: Quantity) -> bool:
    """Tell whether two quantities may be one: the same figure, or a rounding that the claim's words own up to."""
    a, b = _comparable(claimed), _comparable(given)
    if a[0] != b[0]:
        return _share_of_hundred(claimed, given) or _unit_left_out(claimed, given)
    x, y = a[1], b[1]
    if abs(x - y) <= 1e-6 * max(abs(x), abs(y), 1e-9):
        return True
    rough = not given.bound and x >= 20 and claimed.value % 10 == 0
    if claimed.bound == "least" and rough:
        return x <= y <= 1.25 * x
    if claimed.bound == "most" and rough:
        return 0.75 * x <= y <= x
    if claimed.bound == "about":
        return abs(x - y) <= 0.06 * y
    return claimed.rounded and _rounds_to(claimed, y / (x / claimed.value) if claimed.value else y)


def _rounds_to(claimed: Quantity, value: float) -> bool:
    """Tell whether `value`, cut to the figures that the claim writes, is the claim's ("14.9 million": 14,902,447)."""
    digits = re.search(r"\d[\d,]*(?:\.(\d+))?", claimed.words)
    if not digits:
        return False
    written = float(digits.group().replace(",", ""))
    unit = claimed.value / written if written else 1.0
    return abs(claimed.value - value) <= 0.5 * unit / 10.0 ** len(digits[1] or "")


def _comparable(q: Quantity) -> tuple[str, float]:
    if q.kind == "measure":
        *qualifier, word = q.unit.split()
        family, size = UNITS[word]
        return " ".join((*qualifier, family)), q.value * size
    if q.kind == "money" and q.unit == "cent":
        return "money dollar", q.value / 100
    return (f"{q.kind} {q.unit}" if q.kind == "money" or q.unit == "points" else q.kind), q.value


def _unit_left_out(a: Quantity, b: Quantity) -> bool:
    """ "71 of 90 days" and "71 days of 90": a bare figure may have its unit from another."""
    bare, other = (a, b) if a.kind == "count" else (b, a)
    return bare.kind == "count" and other.kind == "measure" and not bare.noun and bare.value == other.value


def _share_of_hundred(a: Quantity, b: Quantity) -> bool:
    """Half is fifty percent, and a third is a bit over 33."""
    kinds = {a.kind, b.kind}
    if kinds != {"percent", "count"}:
        return False
    percent, share = (a.value, b.value) if a.kind == "percent" else (b.value, a.value)
    return share < 1 and abs(percent / 100 - share) < 0.01
