"""Persons as a text names them: titles, names, and the party, state and district in brackets behind them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from brief.letter.card import Chamber, Party
from brief.letter.places import postal
from brief.letter.vocabulary import words
from brief.searching import places_of

GAP = r"[ \t\xa0]+"
_CAPITAL = (  # the capital first, so that the engine goes from capital to capital
    r"[A-ZÀ-ÖØ-Þ](?:(?<=[A-Z])\.(?:[A-Z]\.){0,2}|"
    r"(?=[a-z]{1,3}\.)(?:(?<=S)(?:ens?|te?|r)|(?<=R)eps?|(?<=M)(?:rs?|s)|(?<=D)(?:r|el)|(?<=G)(?:ov|en)|(?<=H)on|(?<=L)t|"
    r"(?<=C)(?:ol|ong)|(?<=W)m|(?<=J)r)\.|(?:[A-Za-z]++|[\w’'\-]|‘(?=[a-z]))*+)"
)
_NICK = r"(?:[\"“(‘'](?![DRI]-)[A-Z][^\W\d_]*(?:[.\- ][^\W\d_]{0,12}){0,2}[\"”)’'])"
_PARTICLE = r"(?:de|del|de la|de las|la|van|von|van der|der|da|dos|di|al|el|bin|ben)"
RUN = rf"{_CAPITAL}(?:{GAP}(?:{_PARTICLE}{GAP})?(?:{_CAPITAL}|{_NICK}))*"
"""A run of capitalised words: a name, with what titles and offices stand before it."""

DEGREE = (
    r"(?:,?[ \xa0]+(?:Jr|Sr|II|III|IV|M\.?D|MD|Ph\.?D|PhD|Esq|DDS|D\.?D\.?S|O\.?D|R\.?N|P\.E|D\.?P\.?M|D\.?V\.?M|"
    r"D\.O|C\.?P\.A|M\.?P\.?H|J\.D|Pharm\.?D|Ed\.?D|M)\b\.?)"
)
_PARTY = r"(?:Democrat|Republican|Independent|Dem|Rep|Ind|[DRI])"
_BRACKET = (
    rf"[(\[][ ]?(?:(?P<party>{_PARTY})\b\.?[ ]?(?:[-–—,/|:][ ]?|[ ]))?(?P<place>[A-Z][A-Za-z.’' ]{{1,22}}?\.?)?"
    rf"(?:[ ,\-–—/]*(?P<district>\d{{1,2}}|AL|At[- ]Large)(?:st|nd|rd|th)?)?(?:[-–—,/][ ]?(?P<after>[DRI]))?[ ]?[)\]]"
)
_COMMA = r",[ ](?P<party2>[DRI])-[ ]?(?P<place2>[A-Z][A-Za-z.]{1,5}\b\.?)(?:-(?P<district2>\d{1,2}))?"
BRACKETED = re.compile(rf"(?P<run>{RUN})(?P<degree>{DEGREE}*),?[ \xa0\n]{{0,2}}(?:{_BRACKET}|{_COMMA})")

_COMMA_BEFORE_PARTY = re.compile(r", [DRI]-")
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]")
_PARTICLES = frozenset(["de", "del", "la", "las", "van", "von", "der", "da", "dos", "di", "al", "el", "bin", "ben"])
_NICK_REACH = 16  # characters behind a small word within a nickname, in which the mark that closes it stands
_CLOSING_MARKS = frozenset("\"”)’'")

TITLES = words(
    """
    accountability acting administration administrator affairs agency alderman along alongside ambassador appropriations
    army assemblyman assemblymember assemblywoman attorney budget caucus ceo chair chairman chairmen chairperson chairs
    chairwoman cllr co- co-chair co-chairs co-leads coalition cochair cochairs col colleague colleagues commerce
    commissioner
    committee competition conference congress congressional congressman congressmember congressmembers congressmen
    congressperson congresswoman congresswomen consumer council councillor councilman councilmember councilwoman del
    delegate delegates delegation democrat democrats department deputy director dr emerita emeritus energy
    entrepreneurship finance force forestry former freshman friday general gov governor hon honorable house however
    infrastructure intelligence investigations joining judge judiciary justice labor lead leader lt m.c majority mayor
    means member members minister minority monday mr mrs ms navy oversight pensions policy president prime pro prof
    professor ranking reform rep representative representatives reps republican republicans resources retired rev
    reverend saturday secretary sen senate senator senators sens services speaker subcommittee sunday supervisor task
    technology tempore thursday today transportation tuesday u.s us vice washington wednesday whip workforce works
    yesterday
    """
)
"""What may stand before a name in one run of capitals and is no part of it: titles, seats, committees' last words."""
_SENATE = words("sen sens senator senators")
_HOUSE = words(
    """
    rep reps representative representatives congressman congresswoman congressmen congresswomen delegate del
    congressperson congressmember
    """
)
_AGENCIES = words(
    """
    affairs administration agency department office service services authority act programs pact union council caucus
    association coalition alliance network fund center institute foundation university college commission board bureau
    company corporation technologies microelectronics systems hub
    """
)
_PARTIES: dict[str, Party] = {"d": "D", "r": "R", "i": "I"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a text.

    Args:
        name: Without title. title: What stands before the name within the same run of capitals ("U.S. Sen.").
        start, end: Characters of the text from the name to the closing bracket.
        party, state, district, chamber: As stated there.
        office: As a signature block gives it beside or below the name.
    """

    name: str
    title: str
    start: int
    end: int
    party: Party | None = None
    state: str | None = None
    district: str | None = None
    chamber: Chamber | None = None
    office: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name, folded, suffixes left out."""
        return surname(self.name)

    @property
    def stated_more(self) -> bool:
        """The brackets behind the name tell party, state or district."""
        return self.end - self.start > len(self.name)


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """Return a name without accents, dots and case, so that spellings can be compared."""
    if name.isascii():
        return _MARKS.sub("", name).casefold() if not name.isalpha() else name.casefold()
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in plain if c.isalnum() or c in " '-").casefold()


_MARKS = re.compile(r"[^\w '-]+")


def names_person(stated: str, name: str) -> bool:
    """Tell whether somebody as named in a sentence ("Rep. Ada Holm", "Holm") can be the person called `name`."""
    said = split_title(stated)[1] or stated
    if surname(said) != surname(name):
        return False
    first = folded(said).split()[0]
    return len(said.split()) < 2 or any(word[0] == first[0] for word in re.findall(r"[^\W\d_]+", folded(name))[:-1])


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """Return the last word of `name`, folded, suffixes ("Jr.") left out."""
    parts = folded(name).split()
    while len(parts) > 1 and parts[-1] in _SUFFIXES:
        parts.pop()
    return parts[-1] if parts else ""


_SUFFIXES = words("jr sr ii iii iv md phd esq mp mep msp mla mpp kc qc cbe obe frs")


_PRINTED_LARGE = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ROMAN = re.compile(r"[IVX]+")
_VOWEL = re.compile(r".?[AEIOUYÀ-ÖØ-Ý]")


@lru_cache(maxsize=4096)
def cased(name: str) -> str:
    """Return a name printed in capitals as it is written elsewhere: "McDONALD" as "McDonald", "O'NEIL" as "O'Neil".

    Initials ("JB"), Roman numbers and suffixes stay; so do names that are not in capitals.
    """
    large = name.replace("Mc", "MC").isupper()
    return _PRINTED_LARGE.sub(lambda word: _smaller(word[0], large), name)


def _smaller(word: str, large: bool) -> str:
    """Return one word of a name with its first letters large only; `large`: the whole name is in capitals."""
    prefix = "Mc" if word.startswith(("Mc", "MC")) and word[2:].isupper() and len(word) > 4 else ""
    if prefix:
        return prefix + word[2:].title()
    if word in ("JR", "SR"):
        return word.title()
    initials = len(word) < 3 and (word.endswith("J") or not _VOWEL.match(word))
    if not word.isupper() or len(word) < (2 if large else 4) or initials or _ROMAN.fullmatch(word):
        return word
    return "".join(part if part in "’'" else part.capitalize() for part in re.split("([’'])", word))


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """Return a word of a title in the form that `TITLES` holds: lower case, no dots but inner ones."""
    return word.strip(".,’'\"“”()").casefold()


_WORD = re.compile(r"\S+")


@lru_cache(maxsize=4096)
def split_title(run: str) -> tuple[str, str]:
    """Cut a run of capitals after its last title word: ("U.S. Sen.", "Ada Birch")."""
    pieces = list(_WORD.finditer(run))
    cut = 0
    for i, piece in enumerate(pieces):
        if word_key(piece[0]) in TITLES or piece[0].endswith(("’s", "'s", "s’")):
            cut = i + 1
    if cut == len(pieces) > 1 and _NAME_TOO.fullmatch(pieces[-1][0]) and word_key(pieces[-2][0]) not in TITLES:
        cut = max((i + 1 for i, piece in enumerate(pieces[:-1]) if word_key(piece[0]) in TITLES), default=0)
    at = pieces[cut].start() if cut < len(pieces) else len(run)
    glued = _TITLE_GLUED.match(run, at)
    at = glued.end() if glued else at
    return run[:at].strip(), run[at:].strip()


_NAME_TOO = re.compile(r"Justice|Judge|Dean|Marshall?|Bishop|Price")
"""Titles that are surnames as well: behind a given name they are one."""
_TITLE_GLUED = re.compile(
    r"(?:Senators?|Representatives?|Congress(?:man|woman|men|women)|Sens?\.|Reps?\.)(?=[A-Z][a-z])"
)
"""A title that a page has run together with the name behind it: "SenatorsAda Birch"."""


@lru_cache(maxsize=1024)
def chamber_of(title: str) -> Chamber | None:
    """Return the chamber that a title tells of, if it tells of one."""
    words = {word_key(w) for w in title.split()}
    if words & _SENATE:
        return "senate"
    return "house" if words & _HOUSE else None


def _tidy_district(stated: str | None) -> str | None:
    return stated.lstrip("0") or "0" if stated and stated.isdigit() else stated and "At-Large"


def mention(found: re.Match[str]) -> Mention | None:
    """Read one match of `BRACKETED`; None if the brackets hold neither a party nor a state, or no name is left."""
    g = found.groupdict()
    stated = g["party"] or g["after"] or g["party2"]
    party = _PARTIES[stated[0].casefold()] if stated else None
    place, district = g["place"] or g["place2"], g["district"] or g["district2"]
    state = postal(place)
    title, name = split_title(found["run"])
    if stated == "I" and not place:
        return None  # "(I)" counts a list
    if not (state or party) or not name[:1].isupper():
        return None
    if not party and word_key(name.split()[-1]) in _AGENCIES:
        return None  # "Veterans Affairs (VA)"
    start = found.start("run") + found["run"].rindex(name)
    chamber = chamber_of(title) or ("house" if district else None)
    name = with_suffix(name if " " in name else spaced(name), found["degree"])
    return Mention(name, title, start, found.end(), party, state, _tidy_district(district), chamber)


_GLUED = re.compile(
    r"(?<=\b[A-Z]\.)(?=[A-Z][a-z])|(?<=[a-z]{2})(?<!Mac)(?<!Des)(?<!Fitz)(?<!Del)(?<!Van)(?<!Von)(?<!Ver)(?<!Dal)(?=[A-Z])"
)


def spaced(name: str) -> str:
    """Part words that a page has run together: "AdaBirch"."""
    return _GLUED.sub(" ", name)


def with_suffix(name: str, behind: str) -> str:
    """Return a name with the "Jr." or "III" behind it, which belongs to it as "M.D." does not."""
    kept = _SUFFIX.match(behind)
    return name + kept[0].rstrip() if kept else name


_SUFFIX = re.compile(r"(?:,?[ \xa0]+(?:M\.?D|Ph\.?D)\b\.?)?,?[ \xa0]+(?:[JS]r\b\.?|III?\b|IV\b)")


_LAST_FIRST = re.compile(r"(?:^|[;:\n]\s?|\bby\s|\band\s)(?P<last>(?:[A-ZÀ-Þ][\w’'-]+[ ]?){1,3}),\s$")


def uninverted(text: str, one: Mention) -> Mention:
    """Return somebody listed by surname first ("Birch, Ada (OR-3); Dole, Cy (ME-1)") by the name in its order."""
    if text[max(0, one.start - 2) : max(0, one.start - 1)] != ",":
        return one
    if text[one.end : one.end + 1] != ";" and text[max(0, one.start - 40) : one.start].count(";") == 0:
        return one
    last = _LAST_FIRST.search(text, max(0, one.start - 40), one.start)
    return replace(one, name=f"{one.name} {last['last'].strip()}", start=last.start("last")) if last else one


def in_brackets(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what `BRACKETED` finds in `text[start:end]`: tried only at capitals in the run before a bracket.

    Most capitals of a text open no name, and few names have a bracket: so a name is looked for backward from its own.
    """
    at = start
    commas = (m.start() for m in _COMMA_BEFORE_PARTY.finditer(text, start, end))
    for bracket in sorted((*places_of("([", text, start, end), *commas)):
        if bracket < at:
            continue
        first = _run_before(text, at, bracket)
        tried = (BRACKETED.match(text, m.start(), end) for m in _CAPITALS.finditer(text, first, bracket))
        found = next(filter(None, tried), None)
        if found:
            inner = _INNER.search(found["run"]) if ") " in found["run"] else None
            before = BRACKETED.match(text, found.start(), found.start() + inner.end()) if inner else None
            if inner and before and postal(inner[1]):  # "Ada Holm (TX) Bo Roe (WI)": a comma is missing
                yield before
                found = BRACKETED.match(text, before.end() + 1, end) or found
            yield found
        at = found.end() if found else bracket


_INNER = re.compile(r"[a-z] \(([A-Z]{2})\)(?= (?!Secretary|Admin|Director|Commissioner|Chair|Under|Deputy)[A-Z])")


def _run_before(text: str, start: int, end: int) -> int:
    """Return from where on a run of capitals may stand right before `end`: behind the last small word of the text."""
    at = end
    while (space := text.rfind(" ", start, at)) >= 0:
        word = text[space + 1 : at]
        small = word.isalpha() and word.islower() and word not in _PARTICLES
        if small and _CLOSING_MARKS.isdisjoint(text[at : at + _NICK_REACH]):
            return at
        at = space
    return start


def bracketed(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Yield the persons in `text[start:end]` who are named with party or state behind them, in order."""
    for found in in_brackets(text, start, len(text) if end is None else end):
        said = mention(found)
        if said:
            yield said


def merged(mentions: Iterable[Mention]) -> list[Mention]:
    """Return each person once, in order, with all that the mentions together tell of them."""
    out: list[Mention] = []
    places: dict[str, list[int]] = {}
    for one in mentions:
        namesakes = places.setdefault(one.surname, [])
        place = next((i for i in namesakes if same_person(one, out[i])), None)
        if place is None:
            namesakes.append(len(out))
            out.append(one)
        else:
            out[place] = together(out[place], one)
    return out


def same_person(a: Mention, b: Mention) -> bool:
    """Tell whether two mentions with one surname mean one person."""
    first_a, first_b = a.name.split()[0].casefold(), b.name.split()[0].casefold()
    if len(a.name.split()) == 1 or len(b.name.split()) == 1 or _is_tail(a.name, b.name) or _is_tail(b.name, a.name):
        return True
    if a.state and b.state and a.state != b.state:
        return False
    alike = first_a.startswith(first_b) or first_b.startswith(first_a)
    if a.chamber and b.chamber and a.chamber != b.chamber and not alike:
        return False
    return first_a[0] == first_b[0] or (a.state is not None and a.state == b.state and a.district == b.district)


def _is_tail(name: str, other: str) -> bool:
    """Tell whether a name is the surname of more than one word of another ("Van Holm" of "Cy Van Holm")."""
    return other.endswith(" " + name) and " " in name


def together(a: Mention, b: Mention) -> Mention:
    """Return the fuller of two mentions of one person, with what only the other tells."""
    if a.name.isupper() != b.name.isupper():
        a, b = (b, a) if a.name.isupper() else (a, b)
        return replace(
            a, party=a.party or b.party, state=a.state or b.state, district=a.district or b.district,
            office=a.office or b.office,
        )  # fmt: skip
    fuller = len(b.name.split()) > len(a.name.split()) or (b.stated_more and not a.stated_more)
    full, other = (b, a) if fuller else (a, b)
    return replace(
        full,
        title=other.title if other.title.startswith(full.title) else full.title,  # "Governor of Oregon", not "Governor"
        party=full.party or other.party,
        state=full.state or other.state,
        district=full.district or other.district,
        chamber=full.chamber or other.chamber,
        office=full.office or other.office,
    )
