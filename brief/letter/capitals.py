"""Letters typed in capitals throughout: their text as others write it, so that every rule reads it; offsets stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.calendar_words import MONTH, WEEKDAY
from brief.letter.places import postal
from brief.letter.vocabulary import words

_SAMPLE = 6000  # characters that are looked at
_SMALL_SHARE = 0.15  # of its letters; a letter with more small ones only has headings in capitals
_FEWEST = 80  # letters: a line or two tell nothing
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![ \t\xa0]*\n))*")
_SENTENCE = re.compile(
    r"(?:^|[.?!:][\"”’')]*\s+|\n[ \t]*(?:[•●*–-]|\(?(?:\d{1,2}|[A-Z])[.)])?[ \t]+)"
    r"[\"“‘(]*(?:[•●*–-][ \t]+|\(?(?:\d{1,2}|[A-Z])[.)][ \t]+)?[\"“‘(]*(?P<first>[^\W\d_])"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CALENDAR = re.compile(rf"(?:{MONTH}|{WEEKDAY})", re.IGNORECASE)
_NOT_MONTHS = words("may march second")
_DATED = re.compile(r"(?i)\b(?:may|march)(?= \d)")
_BODIES = words(
    """
    department congress secretary commission commissioner agency administration administrator president governor
    ministry minister senate bureau parliament council mayor committee senator director ambassador
    """
)
_INITIALS = words(
    """
    epa fda fcc ftc sec doj dod doe dhs hhs cdc cms nih va irs usda fema osha noaa nasa faa dot hud fbi cia nsa gao omb
    ice cbp eu un nato usps u.s us uk usa
    """
)
_LAW = re.compile(
    r"\bthe (?P<name>(?:[A-Za-z’'-]+,? ){1,8}?)(?:act|code|constitution|treaty|convention)\b"
    r"(?! (?:on|to|now|at once)\b)"
)
_NO_NAME = words("a an and at by for from in into of on or that the this to under upon which with act is was are be as")
_DEAR = re.compile(r"(?i)(?:my )?dear\b|to\b")


def evened(text: str) -> str:
    """Return a text typed in capitals as others write it, character for character; any other text as it is.

    Sentences begin with a capital, and so do the days and months, the offices and laws, and the names that stand in
    the letterhead or below the closing; what else is a name cannot be told from capitals alone.
    """
    if not _is_large(text):
        return text
    found = [(m.start(), m.end(), _is_running(m[0])) for m in _PARAGRAPH.finditer(text)]
    names = frozenset(w for a, b, running in found if not running for w in _names(text[a:b]))
    out, at = [], 0
    for start, end, running in found:
        piece = text[start:end]
        out += [text[at:start], _sentences(piece, names) if running else _title(piece)]
        at = end
    return "".join([*out, text[at:]])


_SMALL_LETTERS = bytes(range(97, 123))


def _is_large(text: str) -> bool:
    sample = text[:_SAMPLE]
    plain = sample[:400].encode("utf-8", "surrogatepass")
    if len(plain) - len(plain.translate(None, _SMALL_LETTERS)) > 100:  # most texts: told without a look at each letter
        return False
    if any(sum(map(str.islower, sample[:reach])) > 100 for reach in (140, 400)):
        return False
    small, large = sum(map(str.islower, sample)), sum(map(str.isupper, sample))
    return small + large >= _FEWEST and small < _SMALL_SHARE * (small + large)


def _is_running(paragraph: str) -> bool:
    """Tell whether a paragraph is running text, not lines of an address, a greeting or a signature."""
    last, count = paragraph.rstrip("\"”’') ")[-1:], len(paragraph.split())
    if _DEAR.match(paragraph) and last in ":,":
        return False
    return (last in ".?!;:" and count > 3) or count > 14 * (1 + paragraph.count("\n"))


def _lower(text: str) -> str:
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def _names(lines: str) -> Iterator[str]:
    """Yield the words of lines of an address or a signature that name somebody or somewhere."""
    for word in _WORD.findall(lines):
        low = _lower(word)
        if len(low) > 3 and low not in _BODIES and low not in _PLAIN:
            yield low


_PLAIN = words(
    """
    dear sincerely respectfully yours truly faithfully regards solidarity avenue street road suite room building floor
    honorable labor health education state energy justice defense treasury interior commerce agriculture transportation
    national local union board county city office chair chairman general member members secretary treasurer association
    workers farm house homeland security services human urban housing development affairs veterans with best thanks
    """
)


def _title(lines: str) -> str:
    """Write lines of an address as they are written: each word with a capital, but for the little ones."""
    return _WORD.sub(lambda m: _titled(lines, m), lines)


def _titled(lines: str, found: re.Match[str]) -> str:
    low = _lower(found[0])
    begins = not lines[: found.start()].rpartition("\n")[2].strip()
    if low in _NO_NAME and not begins:
        return low
    return found[0] if _is_initials(found[0], low) else found[0][0] + low[1:]


def _is_initials(word: str, low: str) -> bool:
    return low in _INITIALS or (2 <= len(word) <= 4 and not set(low) & set("aeiouy"))


def _sentences(paragraph: str, names: frozenset[str]) -> str:
    """Write running text as sentences are written."""
    text = list(_WORD.sub(lambda m: _worded(paragraph, m, names), paragraph))
    for m in _SENTENCE.finditer(paragraph):
        text[m.start("first")] = m["first"]
    plain = "".join(text)
    for m in [*_LAW.finditer(plain)]:
        for w in _WORD.finditer(m[0], m.start("name") - m.start()):
            if w[0] not in _NO_NAME or w[0] == "act":
                text[m.start() + w.start()] = text[m.start() + w.start()].upper()
    return "".join(text)


def _worded(paragraph: str, found: re.Match[str], names: frozenset[str]) -> str:
    word, low = found[0], _lower(found[0])
    following = paragraph[found.end() : found.end() + 2]
    if low == "i" or low.startswith(("i'", "i’")):
        return word[0] + low[1:]
    if len(word) == 1:
        initial = following[:1] == "." and paragraph[found.start() - 1 : found.start()] in (" ", "\n", ".", "")
        return word if initial and low not in "ap" else low
    if low in _INITIALS - {"us", "ice", "va"}:
        return word
    named = low in names or low in _BODIES or (len(low) > 3 and bool(postal(low.title())))
    if _CALENDAR.fullmatch(word) and len(low) > 2:
        named = low not in _NOT_MONTHS or bool(_DATED.match(paragraph, found.start()))
    return word[0] + low[1:] if named else low
