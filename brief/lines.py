"""Lines of a text: where a line break is only a wrap, and which lines are numbered items or headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_LINE = re.compile(r"[^\n]+")
_LINE_OF_PAGES = re.compile(r"[^\n\f]+")
_MARKER = re.compile(
    r"""(?P<indent>[ \t\xa0]*)
    (?P<marker>
        [•●◦▪■□○‣⁃∙·►➢✓\uf0b7] | [-–*+] (?=[ \t\xa0])         # a bullet; a dash only before a space
      | \[\d{1,3}\] (?=[ \t\xa0])                             # a footnote's number
      | \d{1,2}(?:\.\d{1,2}){1,3} (?: \. (?=[ \t\xa0]+\S) | (?=[ \t\xa0]+["“(]?[A-Z]) )  # 7.1 Are
      | \(? (?: \d{1,2} | [a-z] | [ivx]{1,5} | [IVX]{2,5} ) (?: \)\.? | \.\)? ) (?=[ \t\xa0]+\S)
      | \d{1,2}\. (?=[A-Z][a-z])                             # 11.Can
      | \( (?: \d{1,2} | [A-Za-z] | [ivx]{1,5} ) \) (?=\S)
      | [A-Z] (?: \) | \. (?=[^\n]{60} | [^\n]*[.?;:][ \t]*$) ) (?=[ \t\xa0]+\S)  # B. (not an initial: B. Franklin)
    )[ \t\xa0]*""",
    re.VERBOSE | re.MULTILINE,
)
_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_WORDS = re.compile(r"\S+")
_WORD_BEFORE = re.compile(r"\w+\Z")
_MARKS = ".,;:!?)\"”’'"
_STEMS = frozenset(
    """
all anti cross decision far first follow full government half hard high large law life local long low mid multi near
non one policy quasi right second self semi short single small state tax then third three time top two vice well wide
year
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""First parts of words that are written with a hyphen ("cross-border")."""
_COMPOUNDS = frozenset(
    """
by-law by-laws by-product by-products co-author co-authored co-chair co-chaired co-chairs co-founder co-operate
co-operation co-signed co-signers co-sponsor co-sponsored co-sponsors de-escalate de-escalation ex-officio ex-president
in-depth in-house in-kind in-office in-person in-service in-state inter-agency off-budget off-label off-shore off-site
on-call on-going on-line on-site on-time post-conflict post-pandemic post-trial post-war pre-clearance pre-existing
pre-pandemic pre-trial pre-war pro-choice pro-democracy pro-life re-elected re-election re-enter re-entry re-establish
re-examine re-open re-opened re-opening so-called sub-saharan trans-pacific under-resourced up-to war-torn
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words written with a hyphen whose first part more often only begins a word ("in-house", but "in-" and "clude")."""
_ENDINGS = re.compile(
    r"(?:able|ably|al|ally|ance|ate|ated|ed|ence|ent|er|ers|es|est|ful|fully|ible|ic|ing|ings|ion|ious|ist|ive|less|ly|"
    r"man|men|ment|mental|ments|ness|or|ors|ous|rant|rants|ry|sion|sions|tal|teen|ten|ter|tic|tion|tional|tions|ty|"
    r"ward|wards|yer|yers)(?![\w-])"
)
"""What only ends words: "state-" and "ment" are one."""
WIDEST_WRAP = 140
"""Lines longer than this were not broken by a typewriter, an editor or a mailer: each is a paragraph of its own."""
CENTRED = 16
"""Lines that begin this many columns in, each elsewhere, are centred."""
NARROWEST_WRAP = 45
"""Lines all shorter than this are addresses, signatures or names, one thing on each."""
_LONG, _LONGEST = 1000, 1_000_000
"""Characters of a text whose lines are kept: a sentence is read again as soon as found, a book takes too much room."""


class Line(NamedTuple):
    """A line that is not blank.

    Args:
        start, end: Where it lies, without the white space at its ends.
        indent: Columns of white space before it (a tab goes to the next multiple of 4).
        marker: The number or bullet it begins with, or None.
        content: Where its text begins after the marker.
        gap: Whether a blank line (or the text's start) stands before it.
        wrapped: Whether the break before it is only a wrap: it goes on with the sentence of the line before.
    """

    start: int
    end: int
    indent: int
    marker: str | None
    content: int
    gap: bool
    wrapped: bool


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Return the lines of `text[start:end]` that are not blank, in order."""
    stop = len(text) if end is None else end
    if start == 0 and stop == len(text) and _LONG <= stop <= _LONGEST:
        return iter(_of_document(text))
    return _lines(text, start, stop)


@lru_cache(maxsize=2)  # a document is read by its lines when it comes in, and again for its sentences
def _of_document(text: str) -> tuple[Line, ...]:
    return tuple(_lines(text, 0, len(text)))


def _lines(text: str, start: int, stop: int) -> Iterator[Line]:
    chunk: list[re.Match[str]] = []
    last = start
    pattern = _LINE_OF_PAGES if text.find("\f", start, stop) >= 0 else _LINE  # which takes four times as long
    for found in pattern.finditer(text, start, stop):
        if found[0].isspace():
            continue
        begin, end = found.span()
        if chunk and text.count("\n", last, begin + 1) != 1:
            yield from _of_chunk(text, chunk)
            chunk = []
        chunk.append(found)
        last = end
    yield from _of_chunk(text, chunk)


def is_caps(line: str) -> bool:
    """Tell whether a line is set in capitals throughout, as headings are; four letters at least."""
    return line.isupper() and sum(map(str.isalpha, line)) >= 4


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with an end mark, a colon or a semicolon, quotes and brackets after it let be."""
    return bool(_END.search(line.rstrip()))


def marker(line: str) -> tuple[str, int] | None:
    """Return the number or bullet that a line begins with, and where its text begins after it; else None."""
    mark = _MARKER.match(line)
    return (mark["marker"], mark.end()) if mark else None


def keeps_hyphen(before: str, after: str) -> bool:
    """Tell whether a hyphen at a line's end belongs to the word ("cross-border"), not only to the line.

    Args:
        before: The text up to the hyphen, or the end of it. after: The text from the next line's first word on.
    """
    word = _WORD_BEFORE.search(before[-40:])
    if not (after[:1].islower() and word and word[0].isalpha()):
        return True
    first = word[0].lower()
    if first in _STEMS:
        return not _ENDINGS.match(after)
    rest = _WORDS.match(after[:40])
    return rest is not None and f"{first}-{rest[0].rstrip(_MARKS)}" in _COMPOUNDS


def _of_chunk(text: str, chunk: list[re.Match[str]]) -> Iterator[Line]:
    """Read lines that stand together without a blank one, by the width to which they are wrapped, if they are."""
    alone = len(chunk) < 2  # no line before it that could be wrapped
    width = 0 if alone else max(len(m.group().expandtabs(4).rstrip()) for m in chunk)
    before: Line | None = None
    for found in chunk:
        line = before = _read(text, found, before, width)
        yield line


def _read(text: str, found: re.Match[str], before: Line | None, width: int) -> Line:
    raw = found.group()
    start = found.start() + len(raw) - len(raw.lstrip())
    end = found.start() + len(raw.rstrip())
    indent = len(raw[: start - found.start()].expandtabs(4))
    wrapped = before is not None and _is_wrap(text, before, start, end, width) and not _is_set(text, before, indent)
    mark = _MARKER.match(text, found.start(), end)
    if mark and wrapped and before and not _lets_begin(text, before):
        mark = None  # a number that happens to begin a wrapped line
    if mark is None:
        return Line(start, end, indent, None, start, before is None, wrapped)
    return Line(start, end, indent, mark["marker"], mark.end(), before is None, False)


def _is_set(text: str, before: Line, indent: int) -> bool:
    """Tell whether lines are set for the eye, each by itself: centred, in columns, or a rule to sign on."""
    if indent != before.indent and max(indent, before.indent) >= CENTRED:
        return True
    above = text[before.start : before.end]
    return "     " in above or not any(map(str.isalnum, above))


def _lets_begin(text: str, before: Line) -> bool:
    """Tell whether an item can begin after a full line: that line ends with a mark, or is an item ending "and"."""
    above = text[before.start : before.end]
    if _END.search(above) or above.endswith(("; and", "; or", ", and", ", or")):
        return True
    return before.marker is not None and above.endswith((",", " and", " or"))


def _is_wrap(text: str, before: Line, start: int, end: int, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on the line before it."""
    last = text[before.end - 1]
    if text[start].islower() and last not in ".!?:;":
        return True
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    word = _WORDS.match(text, start, end)
    taken = before.indent + before.end - before.start
    return taken + 1 + (word.end() - start if word else 0) > width
