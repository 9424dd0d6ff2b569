"""Sentences of letters: ends told from abbreviations, initials and citations; lines that stand alone kept alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brief.document import Span
from brief.lines import lines
from brief.searching import places_of

_CANDIDATE = re.compile(
    r"""(?P<mark>[.!?…:](?: (?<!:)[.!?…]* | (?<=[a-z]:)(?=(?:Dear|We|The|In|As|On)\s)))
    (?P<close>["'”’)\]]*)
    (?P<note>(?:\[\d{1,3}\]|(?:(?<=[a-z)][.”])|(?<=[.!?]["”])|(?<=(?:19|20)\d\d\.))\d{1,2}(?=\s+[A-Z“]))*)
    (?: \s+ | (?=["“‘(]?[A-Z][a-z]) | \Z )""",
    re.VERBOSE,
)
_NO_TOKEN = re.compile(r"[\s(\[“\"‘—–]")
_NEXT = re.compile(r"[\s\"“”‘’'(\[]*(?P<word>[^\s\"“”‘’'(\[][\w’'-]*)?")

# Abbreviations in small letters, inner points kept, last point dropped. Before a name or a thing: never an end.
_TITLES = frozenset(
    """
mr mrs ms mx dr drs messrs mme sen sens rep reps gov govs gen col lt maj capt cpt cmdr sgt cpl pvt adm hon rev fr
prof pres amb sec secs del dels atty supt insp supervisor st mt ft vs v cf e.g i.e viz ca approx
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_NUMBERED = frozenset(
    """
no nos art arts sect secs ch chs pt pts vol vols fig figs para paras p pp cl app tit div subsec subch ex exh jan feb
mar apr jun jul aug sept sep oct nov dec
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Before a number no end; else ("No. We will not.") they may be."""
_EITHER = frozenset(
    """
inc corp co cos ltd llc llp bros jr sr esq etc al dept depts div assn natl intl fed reg stat res conf supp cong rept
rep pub l con ct cir dist doc op cit ibid id ave blvd rd ste bldg apt sq pkwy hwy u.s d.c u.n u.k e.u a.m p.m ph.d
m.d j.d b.a m.a ala ariz ark calif cal colo conn del fla ga ida ill ind kan ky la md mass me mich minn miss mo mont
neb nebr nev okla ore pa tenn tex vt va wash wis wyo dak ret est rel ed eds admin
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""May end a sentence: they do if a word follows that often begins one, and never names anything."""
_STARTERS = frozenset(
    """
a additionally after all although among an and any as at because before both but by can consequently could despite
do does during each even every finally first for from further furthermore given had has have having he her here his
how however i if in instead it its last like many meanwhile moreover most much my nevertheless nor not now of on
once one only or other our over please rather recently second several she should similarly since so some such that
the their then there therefore these they third this those though through thus to today together under unfortunately
unless until we what when where whether which while who why will with without would yet you your
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_URL = re.compile(r"(?:https?://|www\.|\S+@)\S*\Z", re.IGNORECASE)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the sentences of `text[start:end]`, in order, without the white space around them.

    Together they hold every character that is not blank. A list item, a heading and a line of an address each stand
    alone; a line break inside wrapped text ends nothing; a list held together by semicolons on one line stays together.
    """
    return iter(_sentences(text, start, len(text) if end is None else end))


@lru_cache(maxsize=256)
def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    found: list[Span] = []
    begin, stop, content = -1, -1, -1
    for line in lines(text, start, end):
        if not line.wrapped:
            _split(text, begin, stop, content, found)
            begin, content = line.start, line.content
        stop = line.end
    _split(text, begin, stop, content, found)
    return tuple(found)


def _split(text: str, begin: int, stop: int, content: int, found: list[Span]) -> None:
    """Add the sentences of a stretch without inner breaks; an item's number stays with its first sentence."""
    if begin < 0:
        return
    reached = content
    for place in places_of(".!?…:", text, content, stop):
        candidate = _CANDIDATE.match(text, place, stop) if place >= reached else None
        if candidate is None:
            continue
        reached = candidate.end()
        if reached < stop and _is_end(text, candidate, begin, stop):
            cut = max(candidate.end("mark"), candidate.end("close"), candidate.end("note"))
            found.append(Span(begin, cut))
            begin = candidate.end()
    found.append(Span(begin, stop))


def _is_end(text: str, candidate: re.Match[str], begin: int, stop: int) -> bool:
    following = _NEXT.match(text, candidate.end(), stop)
    word = (following and following["word"]) or ""
    if word[:1].islower() or word[:1] in ",;:.?!…":
        return False
    mark = candidate["mark"]
    if mark != ".":
        return mark == ":" or mark[0] in "?!" or bool(word)
    at = candidate.start()
    token = text[max(begin, at - 60) : at].rpartition(" ")[2]
    token = token if token.isalnum() else _NO_TOKEN.split(token)[-1]
    spaced = candidate.end() > max(candidate.end("close"), candidate.end("note"))
    if not spaced and (_URL.search(token) or not (token[-1:].islower() or token[-1:].isdigit() or candidate["close"])):
        return False
    return _ends_after(token, word, text[at + 1 : candidate.end()])


def _is_code(low: str, word: str) -> bool:
    """Tell the letters that open a file's number: "Application No. EMW 2012-FO-03506"."""
    return low in ("no", "nos") and len(word) > 1 and word.partition("-")[0].isupper()


def _ends_after(token: str, word: str, between: str) -> bool:
    """Decide whether a single full stop after `token` and before `word` ends the sentence."""
    low = token.lower().strip("*_,")
    if not low:
        return between[:1] != ""
    if low in _TITLES:
        return False
    initial = token[-1].isupper() and (len(token) == 1 or token[-2] == "-")
    if low in _NUMBERED and not initial:
        return not (word[:1].isdigit() or word[:1] in "§#" or _is_roman(word) or _is_code(low, word))
    if initial or low in _EITHER or ("." in low and low.replace(".", "").isalpha()):
        return word.lower() in _STARTERS and (len(word) > 1 or word in "IA")
    return True


def _is_roman(word: str) -> bool:
    return bool(word) and set(word) <= set("IVXLC")
