"""Who signs a letter, as the release tells it, in sentences, in lists of signers, or in its headline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from brief.document import Span
from brief.letter.card import Chamber, Party
from brief.letter.members import named as known
from brief.letter.names import (
    RUN,
    TITLES,
    Mention,
    bracketed,
    chamber_of,
    in_brackets,
    mention,
    merged,
    same_person,
    together,
    uninverted,
    word_key,
)
from brief.letter.offices import INSTITUTIONS
from brief.letter.places import postal
from brief.letter.rosters import by_surname
from brief.letter.telling import ABOUT_LETTER, SIGNED_BY, sentences_of, stands_quoted, tells_of_signers
from brief.letter.titles import person_in
from brief.searching import Words, any_word, lowered

_TO = re.compile(
    r"\b(?=[LlWwSsAaMmIiRrUuCcPpDdQqBb])(?i:(?:letters?|wrote|writing|writes?|sent|sending|addressed|message|inquiry|request)"
    r"(?: (?!\w+ing\b)[\w’',]+){0,8}? to\b|"
    r"urg(?:ed|es|ing|e)|call(?:ed|ing|s)? (?:upon|on|out)|"
    r"(?:call|appeal|reach(?:ed|es|ing) out) to|ask(?:ed|ing|s)?|press(?:ed|es|ing)?|request(?:ed|ing|s)?|"
    r"demand(?:ed|ing|s)?|question(?:ed|ing)|warn(?:ed|ing)|push(?:ed|ing)|implor\w+|slam\w*|blast\w*|criticiz\w+|condemn\w*|confront\w*|"
    r"(?:led|sent|wrote)\b(?= (?:the )?(?:[\w.&’'-]+ ){0,5}?(?:Secretary|President|Attorney General|"
    r"Commissioner|Director)\b)|(?:sent|wrote)\b(?= (?:the )?(?:[\w.&’'-]+ ){0,5}?(?:Governor|Gov\.|Mayor|Speaker|"
    r"Administrator|Minister|Chair\w*)(?!\w))|"
    r"(?:met|meet(?:ing)?|work(?:ed|ing)?|cooperat\w+|coordinat\w+|consult\w*|spoke|negotiat\w+) with)\b|"
    r"(?<=\)),? (?:(?:on )?[A-Z][a-z]+day |today |this week )?to (?=(?:the )?(?:[\w.&’'-]+ ){0,5}?(?:Speaker|Leader|"
    r"Chair\w*|Secretary|President|Attorney General|Administrator|Commissioner|Director|Governor)\b)",
)
_SHORT = ("Rep", "Sen", "Gov", "Dr", "Mr", "Mrs", "Ms", "Jr", "Gen", "St")
_NO_STOP = "".join(rf"(?<!{short}\.)" for short in ("[A-Z]", *_SHORT))
_BESIDE = (
    "cooperation", "cooperate", "work", "working", "coordinate", "coordination", "meet", "meeting", "met", "consult",
    "comply", "spoke",
)  # fmt: skip
"""Before a "with" they say what those who are written to are to do, not who writes."""
_TO_ENDS = re.compile(
    any_word([
        *(word + r"\b" for word in (
            "joined by", "led by", "signed by", "co-?signed", "along with", "alongside", "joining", "joined",
            "together with", "were", "was", "are", "said", "wrote", "in addition to", "today", "Today", "WASHINGTON",
            "Washington, D",
        )),
        r"Sens\.", r"Reps\.", r"Senators\b", r"Representatives\b(?<!House of Representatives)",
        r"with\b" + "".join(rf"(?<!{before} with)" for before in _BESIDE),
    ], r";\s", rf"\.{_NO_STOP}\s", r", (?=(?:U\.S\. )?(?:Sen\b|Senator|Rep\b|Congress(?:man|woman)\b))")
)  # fmt: skip
_BETWEEN = re.compile(
    r"\s*(?:(?:,|;|&|and|of [A-Z]\w+(?: [A-Z]\w+)?|as well as|along with|together with|Jr\.?|Sr\.?|"
    r"III?)\s*)*$"
)


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
    lasts: set[str] = set()
    above: Span | None = None
    for p in paragraphs:
        if text[p.start].isdigit() and _NOTE.match(text, p.start, p.end):
            continue
        only = _only_names(text, p)
        if only and (listing or lasts or not found or (above and _announces_names(text, above))):
            found += only
            listing = True
            continue
        roster = by_surname(text, p, above)
        if roster:
            found += roster
            continue
        for s in sentences_of(text, p.start, p.end):
            if not stands_quoted(text, s, hidden) and (tells_of_signers(text, s, lasts) or _leads(text, s, found)):
                here = [m for m in _of_one_party(text, s, _signers(text, s)) if not (found and _is_of_no_state(m))]
                if here and (aside := _ASIDE_FIRST.match(text, s.start, s.end)):
                    here = [m for m in here if m.start > aside.end()]
                if not ABOUT_LETTER.search(lowered(text), s.start, s.end):  # who stood by when it was announced
                    here = [m for m in here if not _BYSTANDER.search(m.title)]
                here = _beside_members(here, found)
                if found and _IN_LETTER.match(text, s.start, s.end):
                    here = [m for m in here if not _GOVERNOR.search(m.title) or any(map(_is_governor, found))]
                found += here
                lasts |= {m.name.split()[-1] for m in here}
        listing, above = False, p
    return found


def _beside_members(here: list[Mention], found: list[Mention]) -> list[Mention]:
    """Leave out a doctor, and who is listed behind one, where Members of Congress are named: they do not co-sign."""
    seated = [m for m in (*found, *here) if m.party or m.state or m.chamber]
    doctor = next((k for k, m in enumerate(here) if m not in seated and _DOCTOR.search(m.title)), None)
    if not seated or doctor is None:
        return here
    return [m for k, m in enumerate(here) if k < doctor or m in seated]


_DOCTOR = re.compile(r"\bDr\.?$")
_NOTE = re.compile(r"\d{1,3}\s?(?:See|Id\.|Ibid|Letter (?:from|to)|https?:)")
"""A footnote, which names those who wrote other letters."""
_IN_LETTER = re.compile(r"In (?:the|this|their|his|her) letter,")
_GOVERNOR = re.compile(r"\b(?:Governor|Gov)\b")


def _is_governor(one: Mention) -> bool:
    return bool(_GOVERNOR.search(one.title))


_ASIDE_FIRST = re.compile(
    r"\W*(?:While|Although|Though|As|After|Since|Because|When|Even)\b[^\n]*?, "
    r"(?:the (?:\w+ ){0,2}?(?:senators|lawmakers|members|representatives|governors|coalition|group|delegation)|"
    r"they|s?he)\b"
)
"""A clause with which a sentence begins and that tells of others: "While X was rehired, the senators wrote …"."""
_BYSTANDER = re.compile(r"\b(?:Mayor|Dr|Council\w*|Sheriff)\b")


def _announces_names(text: str, p: Span) -> bool:
    return text[p.end - 1] == ":" or bool(SIGNED_BY.search(text, p.start, p.end))


def _leads(text: str, s: Span, found: list[Mention]) -> bool:
    """Tell whether a sentence is the release's first one to name anybody with party or state."""
    return (
        not found
        and s.end - s.start > 60
        and text.find("(", s.start, s.end) >= 0
        and any(in_brackets(text, s.start, s.end))
    )


_LONGEST_ENTRY = 110  # characters of a name in a list, with title and bracket


def _only_names(text: str, p: Span) -> list[Mention]:
    """Return the persons of a line or paragraph that is a list of names with party or state, else nothing."""
    brackets = text.count("(", p.start, p.end)
    if not brackets or brackets * _LONGEST_ENTRY < p.end - p.start:
        return []
    matches = list(in_brackets(text, p.start, p.end))
    if not matches:
        return []
    covered = sum(m.end() - m.start() for m in matches)
    if covered < 0.75 * (p.end - p.start) - 6 or matches[0].start() - p.start > 40:
        return []
    chamber: Chamber | None = None
    out = []
    for one in (uninverted(text, m) for m in map(mention, matches) if m):
        chamber = one.chamber if one.title.endswith(_SEVERAL) else None if one.title else chamber
        out.append(replace(one, chamber=one.chamber or chamber))  # "Senators A (D-MA), B (D-MN)"
    return out


def _signers(text: str, s: Span) -> list[Mention]:
    """Return the persons in one sentence, those to whom the letter goes left out."""
    zones = list(_addressed(text, s))
    may_list = any(lowered(text).find(word, s.start, s.end) >= 0 for word in ("signed", "join"))
    out = _between_titles(text, s)
    at, last, several = s.start, None, False
    for start, end, one in _runs(text, s):
        if one is None and last and text[at:start] == " of " and postal(text[start:end]):
            continue  # "Attorneys General A of Maine and B of Oregon"
        if start < at:
            continue  # the rest of a suffix
        if one is None and last and (suffix := _SUFFIX.match(text, start)):
            at = suffix.end()  # "A, Jr., B and C"
            continue
        listed = last is not None and bool(_BETWEEN.match(text[at:start]))
        listed = listed or (one is None and may_list and _opens_list(text, s, start))
        zone = bisect_right(zones, start, key=lambda z: z.start) - 1  # in order, and none overlaps another
        if zone >= 0 and start < zones[zone].end:
            one = None
        elif one is None:
            bare = sum(" " not in m.name for m in out[-3:]) > 1
            alone = listed and several and last is not None and (bare or not last.stated_more)
            one = person_in(text, start, end, listed, alone)
        if one and _NOT_HERE.search(text, max(s.start, start - 14), start):
            one = None  # "secured by the senators and the late Congressman A B"
        if one is None and listed and several and text[end : end + 1] == ",":
            at = end  # a name that cannot be read amid a list does not end it
            continue
        one = _behind_office(text, out[-1], one, Span(start, end)) if out and zone < 0 and not listed else one
        several = one is not None and (one.title.endswith(_SEVERAL) or (listed and several))
        if one and listed and last and not one.title and not one.chamber:
            one = replace(one, chamber=last.chamber)  # "Senators A (D-MA) and B (D-MN)"
        out += [one] if one else []
        last, at = one, end
    return out


def _behind_office(text: str, before: Mention, one: Mention | None, run: Span) -> Mention | None:
    """Read a name that a list goes on with behind the office of the one before: "A, Chair of X, and B (both D-OH)"."""
    if (one and (one.title or one.chamber)) or not _OFFICE_OF.fullmatch(text, before.end, run.start):
        return one
    if one:
        return replace(one, chamber=before.chamber)
    parts = run.of(text).split()
    if not 2 <= len(parts) <= 4 or not text.startswith("and ", run.start - 4) or not _GOES_ON.match(text, run.end):
        return None
    _, comma, rest = text[before.end + 2 : run.start - 6].partition(",")
    if any(word_key(w) in _OF_NOBODY for w in parts) or (comma and " and " not in rest and not _is_member(parts)):
        return None  # "the Panel on Rivers, Tolls, and Border Safety"
    return Mention(run.of(text), "", run.start, run.end, chamber=before.chamber)


def _is_member(parts: list[str]) -> bool:
    return any(parts[0].casefold() in member.first for member in known(parts[-1]))


_NOT_HERE = re.compile(r"(?:\blate|\bsupport of) $")
"""Before somebody who is dead, or who only supports what others do."""
_OF_NOBODY = INSTITUTIONS | TITLES


_OFFICE_OF = re.compile(
    r", (?:the |an? )?(?:[\w’'-]+ ){0,4}?(?:[Cc]o-|Vice )?(?:[Cc]hair\w*|[Mm]ember|Leader|Whip|Dean)\b"
    r"[^.;()“”\n]{0,110}, (?:and )?"
)
_GOES_ON = re.compile(
    r" \((?:both|all) [DRI]\b|, (?:the |an? )?(?:[\w’'-]+ ){0,2}?(?:(?:Vice |Co-)?[Cc]hair|[Mm]ember|Leader|Whip|Dean)|"
    r",? (?:today |also |jointly )?(?:sent|led|wrote|urged|joined|called|asked|introduced|pressed|demanded|requested)\b"
)


def _between_titles(text: str, s: Span) -> list[Mention]:
    """Return a person whose title and name have small words between them: "U.S. Senator and physician Ada Birch"."""
    may = any(text.find(f"{title} and ", s.start, s.end) >= 0 for title in ("or", "Sen.", "tive", "Rep.", "man"))
    found = _AND_WHAT.search(text, s.start, s.end) if may else None
    if found is None:
        return []
    title = found["title"]
    return [Mention(found["name"], title, found.start("name"), found.end("name"), chamber=chamber_of(title))]


_AND_WHAT = re.compile(
    r"\b(?P<title>(?:U\.S\. )?(?:Senator|Sen\.|Representative|Rep\.|Congress(?:man|woman))) and (?:[a-z][a-z-]+ ){1,3}"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2})(?! ?[(\[])"
)
_SIGNED_BY_NAMES = re.compile(
    r"\b(?:co-?signed|signed|joined) (?:onto )?(?:the letter )?by:?\s*"
    r"(?P<who>(?:U\.S\. )?(?:Representatives|Reps\.|Senators|Sens\.|Members(?: of Congress)?)[:,]?\s*)?$|"
    r"\b(?:joining|joined) .{3,60} (?:on|in) (?:the|this) letter (?:are|were|is|was):?\s*$|"
    r"\bmembers of the [^,.]{3,70} delegation,\s$|"
    r"\b(?:members|senators|representatives|congress(?:wo)?men|lawmakers|attorneys general|governors) "
    r"who (?:co-?)?signed (?:on to |onto )?(?:the letter )?(?:are|include|were):?\s$",
    re.IGNORECASE,
)


def _opens_list(text: str, s: Span, start: int) -> bool:
    """Tell whether a plain name opens a list of signers: "also signed by Ada Birch, Cy Dole …"."""
    low, begin = lowered(text), max(s.start, start - 110)
    may = any(low.find(word, begin, start) >= 0 for word in ("sign", "join", "member"))
    cue = _SIGNED_BY_NAMES.search(text, begin, start) if may else None
    if not cue:
        return False
    names = [
        p.split()[-1]
        for p in _SEPARATED.split(text[start : min(s.end, start + _LISTED_REACH)].rstrip(" ."))
        if p.split()
    ]
    return bool(cue["who"]) or 2 * sum(bool(known(name)) for name in names) > len(names) > 1


_LISTED_REACH = 600  # characters of a list that are looked at: enough to tell Members from organisations
_SEPARATED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_ALL_OF = re.compile(r"\((?P<how>[Aa]ll|[Bb]oth) (?P<party>[DRI])(?:-(?P<place>[A-Z][A-Za-z.]{1,12}))?\)")


def _of_one_party(text: str, s: Span, found: list[Mention]) -> list[Mention]:
    """Give the party and state of "(all D-Md.)" to those who are named before it."""
    for one in _ALL_OF.finditer(text, s.start, s.end):
        before = [m for m in found if m.start < one.start()]
        meant = before[-2:] if one["how"].lower() == "both" else before
        party: dict[str, Party] = {"D": "D", "R": "R", "I": "I"}
        found = [
            replace(m, party=m.party or party[one["party"]], state=m.state or postal(one["place"])) if m in meant else m
            for m in found
        ]
    return found


_RUN = re.compile(RUN)


def _runs(text: str, s: Span) -> Iterator[tuple[int, int, Mention | None]]:
    """Yield the capitalised runs of a sentence, with the person read from it if brackets tell party or state."""
    at = s.start
    for found in in_brackets(text, s.start, s.end):
        said = mention(found)
        said = said and uninverted(text, said)
        begins = min(found.start(), said.start) if said else found.start()
        for run in _RUN.finditer(text, at, begins):
            yield run.start(), run.end(), None
        yield begins, found.end(), said
        at = found.end()
    for run in _RUN.finditer(text, at, s.end):
        yield run.start(), run.end(), None


def _addressed(text: str, s: Span) -> Iterator[Span]:
    """Yield the stretches of a sentence that tell to whom the letter goes, or of whom something is asked."""
    at = s.start
    while found := _next_to(text, at, s.end):
        over = _TO_ENDS.search(text, found.end(), s.end)
        stop = over.start() if over else s.end
        yield Span(found.end(), stop)
        at = max(stop, found.end())


def _next_to(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first words of `text[start:end]` that lead to whom a letter goes."""
    places = _TO_WORDS.starts(lowered(text), start, end)
    behind = [m.start() + 1 for m in _CLOSED.finditer(text, max(0, start - 1), end)]
    tried = (_TO.match(text, place, end) for place in sorted([*places, *behind]))
    return next(filter(None, tried), None)


_TO_WORDS = Words([
    "letter", "wrote", "writ", "sent", "sending", "addressed", "message", "inquiry", "request", "urg", "call", "appeal",
    "reach", "ask", "press", "demand", "question", "warn", "push", "implor", "slam", "blast", "led", "met", "meet",
    "work", "cooperat", "coordinat", "consult", "spoke", "negotiat", "criticiz", "condemn", "confront",
])  # fmt: skip
_CLOSED = re.compile(r"\),? ")
"""Of a text in small letters, and of any: where `_TO` may match."""


def _is_of_no_state(one: Mention) -> bool:
    """Tell whether somebody is the Attorney General of the United States, who is written to and does not co-sign."""
    return bool(_ATTORNEY.search(one.title)) and not one.state and not one.party


_ATTORNEY = re.compile(r"^(?:U\.S\. )?(?:(?:Assistant|Deputy|Acting) )*Attorney General$")


_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|(?:Ph|Ed)\.? ?D|M\.?D|Esq|(?<=\.)D)\.?(?!\w)")
_SEVERAL = (
    "Reps.", "Reps", "Sens.", "Sens", "Representatives", "Senators", "Congressmen", "Congresswomen", "Congressmembers",
)  # fmt: skip


def introduced(text: str, paragraphs: Iterable[Span]) -> Iterator[Mention]:
    """Yield the persons whom the release names with title, party or state, whatever it says of them."""
    for p in paragraphs:
        for start, end, one in _runs(text, p):
            found = one or person_in(text, start, end, listed=False)
            if found:
                yield found


def _bracketed_in(text: str, paragraphs: Iterable[Span]) -> Iterator[Mention]:
    for p in paragraphs:
        if text.find("(", p.start, p.end) >= 0:
            yield from bracketed(text, p.start, p.end)


def completed_by(text: str, named: list[Mention], paragraphs: Iterable[Span]) -> list[Mention]:
    """Return the signers with the full name, party and state that the release gives them elsewhere."""
    if all(" " in m.name and m.stated_more for m in named):
        return named
    places = {m.surname: i for i, m in enumerate(named)}
    out = list(named)
    short = any(" " not in m.name or (not m.stated_more and known(m.name)) for m in named)
    for one in introduced(text, paragraphs) if short else _bracketed_in(text, paragraphs):
        at = places.get(one.surname)
        if (
            at is not None
            and " " in one.name
            and (one.stated_more or " " not in out[at].name or one.name.endswith(f" {out[at].name}"))
            and same_person(out[at], one)
        ):
            out[at] = together(out[at], one)
    return merged(out)
