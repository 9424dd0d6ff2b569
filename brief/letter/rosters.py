"""Rosters of signers by surname only: "Cosigners of the letter are: Abel, Cruz, Davis (Mona), Holmes Reed"."""

from __future__ import annotations

import re

from brief.document import Span
from brief.letter.members import named as known
from brief.letter.names import Mention
from brief.searching import lowered

_HEAD = re.compile(
    r"[^.:;“”\"]{0,90}?\b(?i:(?:co-?)?sign(?:ers|atories|atures|ees)|co-?sponsors|joined by|"
    r"(?:co-?)?signed (?:onto |on to )?(?:the |this )?(?:letter )?by|"
    r"(?:co-?)?sign(?:ed|ing)(?: on| onto)? (?:the|this) letter)\b[^.:;“”\"]{0,80}?"
    r"(?::|\b(?:are|is|were|include[sd]?|by)\b:?)"
    r"\s*(?:(?:Reps|Sens)\.|Representatives|Senators|Members)?:?\s*"
)
_ENTRY = re.compile(
    r"(?:and\s+|&\s*)?(?P<last>(?:(?:van|von|de|del|la|der|di)\s)*[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)"
    r"(?:\s?\((?P<first>[A-Z][\w.’' -]{1,20})\))?[\s*.]*$"
)
_PARTED = re.compile(r"[,;|\n]+\s*(?:and\s+)?|\s+and\s+")
_LEAST = 4  # names: fewer are told of in a sentence


def by_surname(text: str, p: Span, above: Span | None) -> list[Mention]:
    """Return the signers whom a paragraph lists by surname under a heading for signers, most of them Members.

    Args:
        text: The document's text.
        p: The paragraph.
        above: The one above it, which may be the heading.
    """
    if sum(text.count(mark, p.start, p.end) for mark in ",;\n") < _LEAST - 1:
        return []
    low, reach = lowered(text), min(p.end, p.start + 130)
    heads = any(low.find(word, p.start, reach) >= 0 for word in ("sign", "joined by", "sponsors"))
    head = _HEAD.match(text, p.start, p.end) if heads else None
    if head is None and not (above and above.end - above.start < 160 and _HEAD.fullmatch(text, above.start, above.end)):
        return []
    out: list[Mention] = []
    at = head.end() if head else p.start
    for piece in filter(None, map(str.strip, _PARTED.split(text[at : p.end]))):
        entry = _ENTRY.match(piece)
        if entry is None:
            return []
        start = text.index(piece, at)
        name = f"{entry['first'] or ''} {entry['last']}".strip()
        out.append(Mention(name, "", start + entry.start("last"), start + entry.end("last")))
        at = start + len(piece)
    members = sum(bool(known(text[m.start : m.end]) or known(m.surname)) for m in out)
    return out if len(out) >= _LEAST and 2 * members >= len(out) else []
