"""The parts of a document: which paragraph is page noise, release, heading, or which part of which letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from brief.document import Span
from brief.letter import marks
from brief.letter.anatomy import Part, PartKind
from brief.letter.lines import Paragraph
from brief.letter.names import BRACKETED
from brief.letter.quotations import Quotation
from brief.letter.scan import Stretch, is_closing

_SENTENCE = 90  # characters: a paragraph so long is text, not a heading or a line of a menu

Roles = list[tuple[PartKind, int]]
"""For each paragraph its role, and the number of the letter it belongs to (0: none)."""
Places = Mapping[tuple[PartKind, int], Sequence[int]]
"""For each role, the numbers of the paragraphs that have it, in order."""


def roles(text: str, found: list[Paragraph], letters: list[Stretch]) -> Roles:
    """Give each paragraph its role."""
    out: Roles = [("release", 0)] * len(found)
    taken = set()
    for number, letter in enumerate(letters, 1):
        copied = False
        for k in range(letter.top, letter.end):
            role = _role_in_letter(text, found[k], k, letter)
            copied = copied or role == "cc"  # who stands below "cc:" gets a copy and signs nothing
            out[k] = ("cc" if copied and role == "signature" else role, number)
            taken.add(k)
        _page_heads(text, found, letter, number, out)
    _surroundings(text, found, taken, out)
    return out


def _page_heads(text: str, found: list[Paragraph], letter: Stretch, number: int, out: Roles) -> None:
    """Take the heads of later pages ("The Honorable X / May 3, 2022 / Page 2") out of the letter's text."""
    head = {found[k].of(text) for k in range(letter.top, letter.first)}
    for k in range(letter.first, letter.end):
        if not marks.PAGE.match(text, found[k].start, found[k].end):
            continue
        out[k] = ("noise", number)
        for above in (k - 1, k - 2):
            if above >= letter.first and (
                found[above].of(text) in head or (out[above + 1][0] == "noise" and _repeats(text, found[above], head))
            ):
                out[above] = ("noise", number)


def _repeats(text: str, p: Paragraph, head: set[str]) -> bool:
    return len(p) < 70 and any(p.of(text).strip(" .,") in line for line in head)


def _role_in_letter(text: str, p: Paragraph, k: int, letter: Stretch) -> PartKind:
    if p.block == "noise":
        return "noise"
    if letter.annex is not None and k >= letter.annex:
        return "footnote" if marks.FOOTNOTE.match(text, p.start, p.end) else "body"
    if k > letter.stop and marks.POSTSCRIPT.match(text, p.start, p.end):
        return "body"
    if k == letter.salutation:
        return "salutation"
    if k < letter.first:
        return "letterhead"
    if k < letter.stop:
        return "body"
    if k == letter.stop and (is_closing(text, p) or text[p.end - 1] == ","):
        return "closing"
    if marks.COPY.match(text, p.start, p.end):
        return "cc"
    return "footnote" if marks.FOOTNOTE.match(text, p.start, p.end) else "signature"


def _surroundings(text: str, found: list[Paragraph], taken: set[int], out: Roles) -> None:
    """Tell noise and headings from the release, before, between and after the letters."""
    outside = [k for k in range(len(found)) if k not in taken]
    content = [k for k in outside if _is_text(text, found[k])]
    begins = min([*content[:1], *sorted(taken)[:1]], default=0)
    last = max([*content[-1:], *sorted(taken)[-1:]], default=len(found))
    headline = _headline(text, found, begins)
    over = False
    for k in outside:
        p = found[k]
        over = over or (k > begins and bool(marks.ABOUT.match(text, p.start, p.end)))
        if over or p.block == "noise" or _is_noise(text, p, k, headline, begins, last):
            out[k] = ("noise", 0)
        elif (k in (headline, headline - 1) and k < begins and not is_release_line(text, p)) or (
            k > begins and _is_heading(text, p)
        ):
            out[k] = ("heading", 0)


def _is_text(text: str, p: Paragraph) -> bool:
    if p.block == "noise":
        return False
    if text[p.end - 1] == "." and len(p) < _SENTENCE and _LEDE.match(text, p.start, p.end):
        return True
    return len(p) >= _SENTENCE and (text[p.end - 1] in '.!?”":' or len(p) >= 2 * _SENTENCE)


_LEDE = re.compile(r"[A-Z][A-Za-z.,]*(?: [A-Z][A-Za-z.,]*){0,4}\s?[–—-]{1,2}\s?(?:U\.S|[A-Z][a-z]+\.?,? )")
"""A place and a dash, with which a release's first sentence begins, however short."""


def is_release_line(text: str, p: Paragraph | Span) -> bool:
    """Tell whether a line is a date, a contact, a trail of links or a label of the release."""
    length = p.end - p.start
    if length < 160 and (marks.reached(text, p.start, p.end) or marks.TRAIL.match(text, p.start, p.end)):
        return True
    labelled = length < 60 and marks.RELEASE_LINE.match(text, p.start, p.end)
    return bool(labelled or (length < _SENTENCE + 40 and marks.DATE_LINE.match(text, p.start, p.end)))


def _headline(text: str, found: list[Paragraph], begins: int) -> int:
    """Return the paragraph that is the page's headline: the last line with at least four words above its text."""
    for k in range(begins - 1, -1, -1):
        p = found[k]
        if is_release_line(text, p) or marks.is_furniture(text, p.start, p.end):
            continue
        if len(p.of(text).split()) >= 4:
            return k
    return -1


def _is_noise(text: str, p: Paragraph, k: int, headline: int, begins: int, last: int) -> bool:
    furniture = len(p) < 160 and marks.is_furniture(text, p.start, p.end)
    if furniture and marks.TRAIL.match(text, p.start, p.end):
        return True  # "Share this: Twitter | Print" is a trail of links, but none that leads to the release
    if is_release_line(text, p):
        return False
    if furniture:
        return True
    if k < begins:
        return k < headline - 1 or (headline < 0) or (k != headline and len(p.of(text).split()) < 4)
    return k > last and text[p.end - 1] not in '.!?”"' and not marks.END.match(text, p.start, p.end)


def _is_heading(text: str, p: Paragraph) -> bool:
    """Tell whether a short paragraph between others is a heading; a line that names a signer is none."""
    if BRACKETED.match(text, p.start, p.end):
        return False
    return len(p) < _SENTENCE and text[p.end - 1] not in '.!?,;:”"' and p.of(text)[0].isupper() and " " in p.of(text)


def mark_reported(found: list[Paragraph], given: Roles, bodies: list[tuple[Span, ...]]) -> None:
    """Give the paragraphs that tell of a letter without its text to that letter, as its body."""
    for number, body in enumerate(bodies, 1):
        starts = {s.start for s in body}
        for k, p in enumerate(found) if starts else ():
            if p.start in starts:
                given[k] = ("body", number)


def parts(found: list[Paragraph], given: Roles, quoted: list[Quotation], starts: Sequence[int]) -> tuple[Part, ...]:
    """Return the parts of the document: its paragraphs, cut where a release paragraph quotes.

    Args:
        found, given: The paragraphs and their roles.
        quoted: The quotations of the release.
        starts: Where the release begins to tell of each letter that it gives in quotations; none if their text stands.
    """
    by_paragraph: dict[int, list[Quotation]] = {}
    for one in quoted:
        by_paragraph.setdefault(one.paragraph, []).append(one)
    out: list[Part] = []
    for k, p in enumerate(found):
        kind, letter = given[k]
        if kind == "release" and k in by_paragraph:
            out += _quoting(p, by_paragraph[k], bisect_right(starts, p.start))
        else:
            out.append(Part(kind, p.start, p.end, letter))
    return tuple(out)


def _quoting(p: Paragraph, quoted: list[Quotation], letter: int) -> list[Part]:
    """Cut one release paragraph into what it says and what it quotes."""
    out, at = [], p.start
    for one in quoted:
        for piece in one.pieces:
            if piece.start > at:
                out.append(Part("release", at, piece.start))
            kind: PartKind = "statement" if one.origin == "press" else "body"
            out.append(Part(kind, piece.start, piece.end, letter if kind == "body" else 0, one.speaker or None))
            at = piece.end
    if at < p.end:
        out.append(Part("release", at, p.end))
    return out


def places(given: Roles) -> Places:
    """Return, for each role that a paragraph has, the numbers of those that have it, in order."""
    found: defaultdict[tuple[PartKind, int], list[int]] = defaultdict(list)
    for k, role in enumerate(given):
        found[role].append(k)
    return found


def joined(found: list[Paragraph], numbers: Sequence[int]) -> tuple[Span, ...]:
    """Return the stretches that some paragraphs cover, neighbours joined."""
    out: list[Span] = []
    for before, k in zip([None, *numbers], numbers, strict=False):
        if before is not None and k == before + 1:
            out[-1] = Span(out[-1].start, found[k].end)
        else:
            out.append(Span(found[k].start, found[k].end))
    return tuple(out)
