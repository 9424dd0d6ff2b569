"""Who signs a letter: from the release's sentences, its lists of signers, and the signature block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from brief.document import Span
from brief.letter.card import Person
from brief.letter.names import BRACKETED, DEGREE, RUN, Mention, chamber_of, mention, split_title, surname, word_key
from brief.letter.vocabulary import words

_ABBREVIATED = re.compile(
    r"(?:\b(?:Sens?|Reps?|Mrs?|Ms|Dr|Gov|Hon|St|Ste|Lt|Col|Gen|Del|Jr|Sr|No|vs?|Inc|Co|Corp|Ala|Ariz|Ark|Calif|"
    r"Colo|Conn|Del|Fla|"
    r"Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|"
    r"W\.Va|Cong|"
    r"Jan|Feb|Aug|Sept?|Oct|Nov|Dec|et al|approx|Rev|Messrs)|\b[A-Z]|\.[A-Za-z])\.$"
)
_BREAK = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"(])|[.!?]”(?=[A-Z“])")

_PEOPLE = re.compile(
    r"\b(?:sens?|senators?|reps?|representatives?|congress(?:man|woman|men|women|members?|person)|delegates?|"
    r"attorneys? general|governors?|gov|"
    r"chair(?:man|woman|men|person)?s?|ranking members?|leader|speaker|members?|whip|dr)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"\b(?:letters?|sign(?:ed|ing|ers?|ator(?:y|ies)|atures)?|co-?sign\w*|co-?le(?:d|ads?)|join(?:ed|ing|s)?|"
    r"led|leads?|leading|along with|alongside|"
    r"wrote|writ(?:es?|ing)|penned|authored|urg(?:ed|es|ing)|call(?:ed|ing|s)? (?:on|for)|request(?:s|ed|ing)?|"
    r"asking|asked|demand(?:s|ed|ing)|"
    r"press(?:ed|es|ing)|sent|sends?|sending|slam\w*|blast\w*|rais(?:ed|ing)|express(?:ed|ing)|question(?:ed|ing))\b",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"\b(?:introduc(?:ed|ing)|legislation|bill|resolution|cosponsor\w*|co-sponsor\w*|voted|vote|sponsor(?:ed)?|"
    r"previously|earlier this|last (?:year|month|week)|hearing|"
    r"amendment|reintroduced|passed)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\b(?:letter|sign(?:ed|ers|atories)|co-?sign\w*)\b", re.IGNORECASE)
_SIGNED_BY = re.compile(
    r"\b(?:(?:co-?)?(?:sign|led|lead|author)\w*|joined|joining|supported) by\b|\balso (?:signed|signing|joining|"
    r"joined)\b|\b(?:co-?)?sign(?:ers|atories|ed)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:(?:letters?|wrote|writing|writes?|sent|sending|addressed|message|inquiry|"
    r"request)\b(?:(?! with )[^.,;()]){0,40}? to\b|"
    r"urg(?:ed|es|ing|e)|call(?:ed|ing|s)? (?:up)?on|ask(?:ed|ing|s)?|press(?:ed|es|ing)?|request(?:ed|ing|s)?|"
    r"demand(?:ed|ing|s)?|question(?:ed|ing)|warn(?:ed|ing)|push(?:ed|ing)|implor\w+|slam\w*|blast\w*|(?:led|"
    r"sent|wrote) (?=Secretary|President|Attorney))\b",
    re.IGNORECASE,
)
_TO_ENDS = re.compile(
    r"\b(?:with|joined by|led by|signed by|co-?signed|along with|alongside|joining|joined|together with|were|"
    r"was|are|said|wrote|in addition to)\b|[.;]\s|\bSens\.|\bReps\.|\bSenators\b|\bRepresentatives\b",
)
_BETWEEN = re.compile(r"\s*(?:,|;|and|&|as well as|along with|together with|\s|Jr\.?|Sr\.?|III?)*\s*$")
_NOT_A_NAME = words(
    """
    congress committee subcommittee caucus senate house office department agency administration united states
    american america washington act law bill court party national federal republican democratic republicans
    democrats press release letter trump biden obama bush administration's covid security service center
    university company inc corporation the a an this that these those we our i in on at for by as and of to with
    member members senator senators representative representatives u.s district ranking chairman chairwoman
    commission board association council institute coalition union state states
    """
)


def sentences_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a release paragraph; "Sen.", "U.S." and "(R-Wis.)" end none."""
    at = start
    for found in _BREAK.finditer(text, start, end):
        if text[found.start()] == "." and _ABBREVIATED.search(text, max(at, found.start() - 12), found.start() + 1):
            continue
        yield Span(at, found.end())
        at = found.end()
    if at < end:
        yield Span(at, end)


@dataclass(frozen=True, slots=True)
class Signers:
    """The senders found so far, and the words that count those not named."""

    people: tuple[Person, ...]
    counted: tuple[str, ...] = ()


def in_release(text: str, paragraphs: Iterable[Span], quoted: Iterable[Span] = ()) -> list[Mention]:
    """Return the persons whom the release names as signers, in order of first mention.

    Args:
        text: The document's text.
        paragraphs: The release's paragraphs (of a post on several letters: those on one of them).
        quoted: The quotations within, where nobody is looked for.
    """
    hidden = list(quoted)
    found: list[Mention] = []
    listing = False
    led = False
    for p in paragraphs:
        only = _only_names(text, p)
        if only and (listing or led or not found):
            found += only
            listing = True
            continue
        here: list[Mention] = []
        for s in sentences_of(text, p.start, p.end):
            if any(h.start <= s.start < h.end for h in hidden) and not _outside_quote(text, s, hidden):
                continue
            if _tells_of_signers(text, s, led):
                here += _signers(text, s)
                led = led or bool(here)
        found += here
        listing = bool(_SIGNED_BY.search(text, p.start, p.end)) or text[p.end - 1] == ":"
    return found


def _outside_quote(text: str, s: Span, hidden: list[Span]) -> bool:
    h = next(h for h in hidden if h.start <= s.start < h.end)
    return h.end < s.end and bool(BRACKETED.search(text, h.end, s.end)) and bool(_LETTER.search(text, h.end, s.end))


def _only_names(text: str, p: Span) -> list[Mention]:
    """Return the persons of a line or paragraph that is a list of names with party or state, else nothing."""
    matches = list(BRACKETED.finditer(text, p.start, p.end))
    if not matches:
        return []
    covered = sum(m.end() - m.start() for m in matches)
    if covered < 0.75 * (p.end - p.start) - 6 or matches[0].start() - p.start > 40:
        return []
    return [m for m in map(mention, matches) if m]


def _tells_of_signers(text: str, s: Span, led: bool) -> bool:
    if not _SIGNS.search(text, s.start, s.end):
        return False
    if _PASSING.search(text, s.start, s.end) and not _LETTER.search(text, s.start, s.end):
        return False
    return not led or bool(_LETTER.search(text, s.start, s.end) or _SIGNED_BY.search(text, s.start, s.end))


def _signers(text: str, s: Span) -> list[Mention]:
    """Return the persons in one sentence, those to whom the letter goes left out."""
    zones = list(_addressed(text, s))
    out: list[Mention] = []
    matches = {m.start(): m for m in BRACKETED.finditer(text, s.start, s.end)}
    at = s.start
    listed = False
    for run in _runs(text, s, matches):
        start, end, one = run
        if any(z.start <= start < z.end for z in zones):
            listed = False
            at = end
            continue
        if one is None:
            one = _titled(text, start, end, listed and bool(_BETWEEN.match(text[at:start])))
        if one:
            out.append(one)
        listed = one is not None
        at = end
    return out


def _runs(text: str, s: Span, matches: dict[int, re.Match[str]]) -> Iterator[tuple[int, int, Mention | None]]:
    """Yield the capitalised runs of a sentence, with the person read from it if brackets tell party or state."""
    at = s.start
    pattern = re.compile(RUN)
    starts = sorted(matches)
    for start in [*starts, s.end]:
        for run in pattern.finditer(text, at, start):
            yield run.start(), run.end(), None
        if start < s.end:
            yield start, matches[start].end(), mention(matches[start])
            at = matches[start].end()


def _addressed(text: str, s: Span) -> Iterator[Span]:
    """Yield the stretches of a sentence that tell to whom the letter goes, or of whom something is asked."""
    at = s.start
    while found := _TO.search(text, at, s.end):
        over = _TO_ENDS.search(text, found.end(), s.end)
        stop = over.start() if over else s.end
        yield Span(found.end(), stop)
        at = max(stop, found.end())


def _titled(text: str, start: int, end: int, listed: bool) -> Mention | None:
    """Read a run without brackets: a person if a legislator's title stands before it or in the list it goes on."""
    title, name = split_title(text[start:end])
    name = re.sub(r"[’']s$", "", name)
    words = name.split()
    if not words or len(words) > 5 or any(word_key(w) in _NOT_A_NAME for w in words) or not words[-1][0].isupper():
        return None
    if name.isupper() and len(words) == 1:
        return None
    titled = bool(_PEOPLE.search(title))
    if not titled and not (listed and not title and len(words) > 1):
        return None
    at = start + text[start:end].rindex(words[0])
    return Mention(name, title, at, at + len(name), chamber=chamber_of(title))


_COLUMNS = re.compile(r"[ \xa0]{2,}|\t+|[ ]*[|_]+[ ]*")
_NAME_LINE = re.compile(
    rf"(?:(?:The )?Hon(?:orable|\.)\s+|(?:U\.S\. )?(?:Senators?|Sens?\.|Rep(?:resentative|\.)|Congress(?:man|"
    rf"woman)|Dr\.|Governor|Attorney General)\s+|/?s/\s*)?"
    rf"(?P<name>{RUN}){DEGREE}*(?:\s*[,(\[].{{0,60}})?$"
)


def in_signature(text: str, lines: Iterable[Span]) -> list[Mention]:
    """Return the persons who sign in a signature block, columns and comma lists included."""
    out: list[Mention] = []
    for line in lines:
        at = line.start
        for cell in _COLUMNS.split(text[line.start : line.end]):
            where = text.index(cell, at) if cell else at
            out += _signature(text, where, where + len(cell))
            at = where + len(cell)
    return out


def _signature(text: str, start: int, end: int) -> Iterator[Mention]:
    cell = text[start:end].strip(" ,;")
    start = text.index(cell, start) if cell else start
    bracketed = [m for m in map(mention, BRACKETED.finditer(text, start, end)) if m]
    if bracketed:
        yield from bracketed
        return
    if cell.count(",") >= 2 or (" and " in cell and len(cell) > 30):
        yield from _comma_list(text, start, cell)
        return
    found = _NAME_LINE.match(cell)
    if found and _is_name(found["name"]):
        at = start + found.start("name")
        title, name = split_title(found["name"])
        yield Mention(name, title, at + len(found["name"]) - len(name), at + len(found["name"]))


def _comma_list(text: str, start: int, cell: str) -> Iterator[Mention]:
    for piece in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", cell):
        found = _NAME_LINE.match(piece.strip())
        if found and _is_name(found["name"]):
            at = text.index(piece, start)
            yield Mention(split_title(found["name"])[1], "", at, at + len(piece))


def _is_name(run: str) -> bool:
    title, name = split_title(run)
    words = name.split()
    return (
        2 <= len(words) <= 5
        and not any(word_key(w) in _NOT_A_NAME for w in words)
        and (not title or not _office_only(title))
    )


def _office_only(title: str) -> bool:
    return bool(re.search(r"\b(?:Committee|Subcommittee|Caucus)\b", title))


def merged(mentions: Iterable[Mention]) -> list[Mention]:
    """Return each person once, in order, with all that the mentions together tell of them."""
    out: list[Mention] = []
    for one in mentions:
        place = next((i for i, other in enumerate(out) if _same(one, other)), None)
        if place is None:
            out.append(one)
        else:
            out[place] = _together(out[place], one)
    return out


def _same(a: Mention, b: Mention) -> bool:
    if a.surname != b.surname:
        # "Van Hollen" beside "Chris Van Hollen", "Garcia Hernandez" beside "Garcia": the same only by surname
        return False
    first_a, first_b = a.name.split()[0].casefold(), b.name.split()[0].casefold()
    if len(a.name.split()) == 1 or len(b.name.split()) == 1:
        return True
    if a.state and b.state and a.state != b.state:
        return False
    return first_a[0] == first_b[0] or (a.state is not None and a.state == b.state and a.district == b.district)


def _together(a: Mention, b: Mention) -> Mention:
    full, other = (
        (b, a)
        if len(b.name.split()) > len(a.name.split()) or (b.end - b.start - len(b.name) > a.end - a.start - len(a.name))
        else (a, b)
    )
    return replace(
        full,
        title=full.title or other.title,
        party=full.party or other.party,
        state=full.state or other.state,
        district=full.district or other.district,
        chamber=full.chamber or other.chamber,
    )


def surnames(people: Iterable[Person]) -> frozenset[str]:
    """Return the surnames of the senders, in lower case."""
    return frozenset(surname(p.name) for p in people)
