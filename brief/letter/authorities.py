"""The laws, treaties, resolutions, orders, regulations and cases that a letter cites, each once, by its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from brief.document import Document, Span
from brief.evidence import Evidence
from brief.letter.actions import flattened
from brief.letter.card import Authority, AuthorityKind
from brief.letter.cites import CITES, SHORT_FORMS, keys_held
from brief.letter.law_names import VERSUS, case_name, completed_name, head_words, name_before
from brief.letter.telling import tells_what_is_asked


@dataclass(frozen=True, slots=True)
class _Cited:
    """One citation: where it stands, its kind, and the other names that it gives for the same thing."""

    span: Span
    kind: AuthorityKind
    also: tuple[str, ...] = ()


def find_authorities(
    document: Document, body: Sequence[Span], letter_id: str, reported: bool = False
) -> tuple[Authority, ...]:
    """Find the authorities that a letter's own text cites.

    Args:
        document: Where the letter stands.
        body: The stretches of its own text.
        letter_id: Goes into the evidence.
        reported: The body is a report about the letter: only what it says that the letter asks or says counts.

    Returns:
        Each authority once, where it is first named in full, in the order of the text.
    """
    return tuple(_authority(document, c, letter_id) for c in _cited(document.text, body, reported))


def _cited(text: str, body: Iterable[Span], reported: bool) -> list[_Cited]:
    flat = flattened(text)
    spans = [s for b in body for s in (tells_what_is_asked(text, b.start, b.end) if reported else (b,))]
    return _once(flat, [c for s in spans for c in _named(flat, s.start, s.end)])


def _authority(document: Document, cited: _Cited, letter_id: str) -> Authority:
    quote = cited.span.of(document.text)
    page = document.page_at(cited.span.start)
    evidence = Evidence(
        quote=quote, start=cited.span.start, end=cited.span.end, page=page, match="exact", letter=letter_id
    )
    return Authority(text=" ".join(quote.split()), kind=cited.kind, evidence=evidence)


def _named(flat: str, start: int, end: int) -> list[_Cited]:
    """Find every cite and name in a stretch; of those that overlap, the longest."""
    every: list[_Cited] = []
    held = keys_held(flat, start, end)
    for kind, keys, pattern in CITES:
        if not held.isdisjoint(keys):
            every += [
                _Cited(Span(*m.span("name" if "name" in pattern.groupindex else 0)), kind, _in_brackets(m[0]))
                for m in pattern.finditer(flat, start, end)
                if not _means_another(flat, m[0])
            ]
    for head in head_words(flat, start, end):
        name = name_before(flat, start, head, end)
        if name:
            every.append(_Cited(*_completed(flat, name, end, "treaty" if head["treaty"] else _kind(head[0]))))
    sued = any(flat.find(word, start, end) >= 0 for word in ("v.", "vs."))
    for versus in VERSUS.finditer(flat, start, end) if sued else ():
        case = case_name(flat, start, versus, end)
        if case:
            every.append(_Cited(case, "case", _by_initials(flat[case.start : case.end])))
    kept: list[_Cited] = []
    for one in sorted(every, key=lambda c: (c.span.start - c.span.end, c.span.start)):
        place = bisect_left(kept, one.span.start, key=lambda c: c.span.start)
        clear = place == len(kept) or one.span.end <= kept[place].span.start
        if clear and (place == 0 or kept[place - 1].span.end <= one.span.start):
            kept.insert(place, one)
    return [c for c in _joined(flat, kept) if not _is_part(flat, c)]


def _in_brackets(cite: str) -> tuple[str, ...]:
    found = _BRACKETS.search(cite)
    return (found[1],) if found else ()


_BRACKETS = re.compile(r"\(([A-Z][A-Za-z]{1,5}[ -]\d[\w.-]*)\)$")


def _by_initials(case: str) -> tuple[str, ...]:
    """Return the name by which a case is cited again when its second party is known by its initials."""
    first, _, second = re.sub(r"\s+vs?\.\s+", "\n", case, count=1).partition("\n")
    initials = "".join(w[0] for w in second.split() if w[0].isupper())
    return (f"{first} v. {initials}",) if len(initials) > 1 else ()


_RULES = ("Rule", "Standard", "Standards", "Guidelines")


def _kind(head: str) -> AuthorityKind:
    return "resolution" if head == "Resolution" else "regulation" if head in _RULES else "statute"


def _completed(flat: str, name: Span, ceiling: int, kind: AuthorityKind) -> tuple[Span, AuthorityKind, tuple[str, ...]]:
    span, also = completed_name(flat, name, ceiling)
    return span, kind, also


_NUMBERED = re.compile(r"H\.?\s?R\.|S\.|P\.?\s?L\.?|Pub")


def _joined(flat: str, kept: list[_Cited]) -> list[_Cited]:
    """Take the number beside a name as one more name of the same law: "H.R. 6120, the … Act", "… Act, P.L. 9-12"."""
    out: list[_Cited] = []
    for one in kept:
        words, between = one.span.of(flat), flat[out[-1].span.end : one.span.start] if out else ""
        numbered = bool(_NUMBERED.match(words))
        last = bool(out) and bool(_NUMBERED.match(flat, out[-1].span.start))
        if out and numbered and not last and out[-1].kind == "statute" and between == ", ":
            out[-1] = replace(out[-1], also=(*out[-1].also, words))
        elif out and last and not numbered and one.kind in ("statute", "resolution") and between in (", the ", ", "):
            number = out.pop().span.of(flat)
            out.append(replace(one, also=(*one.also, number)))
        else:
            out.append(one)
    return out


def _is_part(flat: str, cited: _Cited) -> bool:
    """Tell whether a title stands for an Act that the text names it of: "Title X of the Public Health Act"."""
    words = cited.span.of(flat)
    return words.startswith("Title ") and len(words) < 12 and _place_of(flat, f"{words} of the ") >= 0


@lru_cache(maxsize=64)  # the same few are asked for at each mention
def _place_of(flat: str, words: str) -> int:
    return flat.find(words)


_LAWFUL = re.compile(r"(?i)\b(?:acts?|agreement|law|action|treaty|sea|bill)['\"]?\s*$")


def _means_another(flat: str, cite: str) -> bool:
    """Tell whether the text itself explains a short form as something that is no law: "… Association (ACA)"."""
    short = cite.split()[-1]
    at = _place_of(flat, f"({short}") if short in SHORT_FORMS else -1
    return at >= 0 and not _LAWFUL.search(flat, max(0, at - 30), at)


def _once(flat: str, found: list[_Cited]) -> list[_Cited]:
    """Keep one mention of each authority: the first; what comes later under a shorter name is the same.

    Where the first is a short form ("the NDAA"), the first mention by name stands for it.
    """
    kept: list[tuple[_Cited, list[str]]] = []
    for one in found:
        words = flat[one.span.start : one.span.end]
        keys = [_key(_BRACKETED.split(words, maxsplit=1)[0]), *(_key(a) for a in one.also)]
        year = _year(words)
        known = next(
            (
                i
                for i, (first, k) in enumerate(kept)
                if any(_same(keys[0], other) for other in k)
                and (not year or _year(first.span.of(flat)) in (year, None))
            ),
            None,
        )
        if known is None:
            kept.append((one, keys))
        elif _is_short(flat, kept[known][0]) and not _is_short(flat, one):
            kept[known] = (one, keys)
        else:
            kept[known][1].extend(keys[1:])
    return [one for one, keys in sorted(kept, key=lambda k: k[0].span) if not _is_named_elsewhere(keys, kept)]


_BRACKETED = re.compile(r" \((?!E[UCE]C?\))")
"""A name's bracket, but not that of "Regulation (EU) 9/2031"."""


def _is_named_elsewhere(keys: list[str], kept: list[tuple[_Cited, list[str]]]) -> bool:
    """Tell whether a cite stands in brackets behind another's name somewhere: "Title VI (42 U.S.C. 2000d et seq.)"."""
    cite = keys[0]
    return bool(cite) and any(
        other[0] != cite and (also == cite or also.startswith(cite + " ")) for _, other in kept for also in other[1:]
    )


_YEAR = re.compile(r"(?i)\b(?:FY|fiscal year)\s?'?(\d{2,4})\b|Act,? (?:of )?((?:19|20)\d\d)\b")


def _year(name: str) -> str | None:
    """Return the last two figures of the year that a name gives: laws of one name and two years are two."""
    found = _YEAR.search(name)
    return (found[1] or found[2])[-2:] if found else None


def _is_short(flat: str, one: _Cited) -> bool:
    return flat[one.span.start : one.span.end].split()[-1] in SHORT_FORMS


_DROPPED = re.compile(
    r"(?i)\bvs?\.|\bof \d{4}$|,\s\d{4}$|\bfor (?:fiscal years?|fy).*$|^(?:u\.\s?s\.|united states|federal)\s"
)
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def _key(name: str) -> str:
    plain = _DROPPED.sub(" ", name).lower().replace("e.o.", "executive order").replace("'s", "s")
    plain = SHORT_FORMS.get(plain.split()[-1].upper(), plain) if plain.split() else plain
    return " ".join(_NOT_WORDS.sub(" ", plain.replace("'s", "s").replace(" of the united states", "")).split())


_PERSON = re.compile(r"[a-z]+ [a-z] [a-z]+")
"""A person, whose name a law may bear or do without: "john s mccain"."""


def _same(key: str, other: str) -> bool:
    """Tell whether a later name is short for an earlier one, or gives an earlier number in full."""
    if not key or not other:
        return False
    if (
        key == other
        or other.endswith(" " + key)
        or other.removesuffix(" act") == key.removesuffix(" act")
        or ((other[-1:].isdigit() or other[:1].isdigit()) and key.endswith(" " + other))
    ):
        return True
    if key.endswith(" " + other) and _PERSON.fullmatch(key.removesuffix(" " + other)):
        return True
    short, full = key.split(), other.split()
    return len(short) <= 3 and short[-1] == full[-1] and short[-1].isalpha() and set(short) <= set(full)
