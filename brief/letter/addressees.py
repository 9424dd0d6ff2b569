"""To whom a letter goes: from its inside address, its salutation, or the sentence that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.document import Span
from brief.letter import marks
from brief.letter.bodies import body_around
from brief.letter.card import Recipient
from brief.letter.names import RUN, folded, spaced, surname
from brief.letter.offices import OFFICE, PERSONAL, acronym, office_and_name, phrase
from brief.letter.offices import recipient as _found
from brief.letter.telling import of_this_letter

_STOP = re.compile(
    r"\b(?:(?!including)[a-z]+ing|[a-z]+ed|wrote|about|on (?!behalf)|that|which|who|where|when|why|how|if|after|"
    r"over|ahead|"
    r"before|as|"
    r"from|against|because|due|since|amid|under|by|to (?!the\b|(?:sub)?committee\b)[a-z]+|"
    r"signed|led|joined|co-?signed|along with|"
    r"alongside|"
    r"an? (?:\w+ ){0,2}letter|in (?:an|which|order|advance|light|the wake|support|response|opposition|reference|"
    r"regards?|favor|defense|"
    r"protest)|"
    r"with (?:his|her|their|an?|the|concerns?|questions?)|for (?!the\b)[a-z]+|"
    r"were|was|is|are|has|have|had|will|would|should|must|immediately|once again|again|formally|directly|today|"
    r"yesterday|this (?:week|morning|afternoon)|last (?:week|month)|January|February|March|April|May \d|June|"
    r"July|August|"
    r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b"
    r"|[;:“”\"]|\.(?=\s+[A-Z][a-z]|\s*$)",
)
_TOLD = (
    re.compile(
        r"\b(?:letters?|correspondence|inquir(?:y|ies)|memo|message)\b(?:[^.;:“”\"]{0,180}?)\b(?:addressed |"
        r"directed |written |sent |today |this week |(?:on|last) \w+day )?"
        r"(?<!related )(?<!relating )(?<!regard )(?<!relation )(?<!response )(?<!respect )(?<!due )(?<!access )"
        r"(?<!according )"
        r"to(?: the)? (?=(?:[A-Z]|both|heads|"
        r"leaders|congressional|senior|top|(?:full |sub)?committee|then-))"
    ),
    re.compile(
        r"\b(?:wrote|written|writing|writes|write|wrote a letter|sent|addressed)(?: again| today|"
        r" directly)* to(?: the)? (?=(?:[A-Z]|both|heads|leaders|senior|top))"
    ),
    re.compile(
        r"\b(?:sent|sends|sending|wrote|delivered) (?:the )?(?=(?:[\w.&’'-]+ ){0,5}?(?:Secretary|President|"
        r"Attorney General|Director|Administrator|Commissioner|Governor|Ambassador|Speaker|"
        r"Chair\w*)\b[^;]{0,120}?\ban? (?:\w+ ){0,2}letter)"
    ),
    re.compile(
        r"\b(?:urg(?:ed|es|ing|e)|call(?:ed|ing|s)? (?:upon|on|out)|"
        r"(?:call|request|appeal|reach(?:ed|es|ing) out) to|ask(?:ed|ing|s)|press(?:ed|es|ing)|request(?:ed|"
        r"ing|s)?(?: that)?|demand(?:ed|ing|s)?(?: that| answers from| an explanation from)?|"
        r"question(?:ed|ing)|warn(?:ed|ing)|"
        r"implor(?:ed|ing)|"
        r"push(?:ed|ing)|encourag(?:ed|ing)|call(?:ed|ing|s)? for|answers from|information from|"
        r"response from|explanations? from|clarification from|documents from|records from) (?:the )?(?=[A-Z])"
    ),
)


def recipients(
    text: str, salutation: Span | None, letterhead: Sequence[Span], release: Sequence[Span]
) -> tuple[Recipient, ...]:
    """Return the addressees of one letter.

    Args:
        text: The document's text.
        salutation: Where the salutation stands, if the letter's text has one.
        letterhead: The lines above it, among them the inside address.
        release: The paragraphs that tell of the letter.
    """
    inside = list(_inside_address(text, letterhead))
    greeted = list(_greeted(text[salutation.start : salutation.end])) if salutation else []
    if not inside and not greeted:
        return tuple(_once(_told(text, release)))
    inside = [_titled_by(r, greeted) for r in inside]
    known = {word for r in inside if r.name for word in folded(r.name).split()}
    missing = [g for g in greeted if g.name and surname(g.name) not in known] if inside else greeted
    told = _told(text, release) if missing else []
    return tuple(_once([*inside, *(_filled(g, told, text, letterhead, release) for g in missing)]))


def also_told(text: str, release: Sequence[Span], copies: Sequence[Span]) -> Iterator[Recipient]:
    """Yield those to whom the release says the letter went as well, where the letter lists them among its copies."""
    listed = " ".join(text[p.start : p.end] for p in copies)
    for one in _told(text, release) if listed else ():
        if one.name and one.name.split()[-1] in listed:
            yield one


_BODY = re.compile(r"\b(?:Department|House|Office|Bureau) of (?:the )?\w+")


def _titled_by(one: Recipient, greeted: Sequence[Recipient]) -> Recipient:
    """Give an addressee whose address names an institution only the title with which the letter greets them."""
    if not one.name or (one.office and PERSONAL.search(_BODY.sub("", one.office))):
        return one
    title = next((g.office for g in greeted if g.name and surname(g.name) == surname(one.name)), None)
    return _found(one.name, ", ".join(filter(None, [title, one.office])) or None, one.as_stated)


def _once(found: Sequence[Recipient]) -> Iterator[Recipient]:
    """Leave out whom an earlier entry names already, and offices without a name that a named one holds."""
    seen: set[str] = set()
    held = [f.office.casefold() for f in found if f.name and f.office]
    for f in found:
        office = (f.office or "").casefold()
        key = surname(f.name) if f.name else office
        if key and key not in seen and (f.name or not any(h.startswith(office) for h in held)):
            seen.add(key)
            yield f


_OFFICE_FIRST = re.compile(rf"(?:The )?(?:{OFFICE})\b(?:,? [A-Z]|\s+of\s|$)")
_OFFICE_INSIDE = re.compile(
    rf"(?<=\s)(?:(?:Majority|Minority|Acting|Deputy|Vice|Under|Assistant|Ranking)\s+)?(?:{OFFICE})\b"
)
_DEAR = re.compile(r"^(?:My )?(?:Dear|To)\b:?\s*|[\s:,;]+$", re.IGNORECASE)
_AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*")


# --- the inside address -------------------------------------------------------------------------------------------


def _inside_address(text: str, lines: Sequence[Span]) -> Iterator[Recipient]:
    """Yield the addressees of an inside address: "The Honorable X", and the office lines below each."""
    held: list[str] = []  # the name of the addressee that is being read, and the lines of the office
    beside = False
    for line in lines:
        stated = text[line.start : line.end].strip()
        if marks.COPY.match(stated):
            if held:
                break  # who stands below gets a copy
            continue  # the end of another letter
        honoured = marks.HONORABLE.match(stated)
        beside = (beside and not honoured) or len(_BESIDE.split(stated)) > 1
        if beside:  # two addresses in columns: their offices stand mixed on the lines below
            yield from _addressee(held)
            held = []
            for name in _BESIDE.split(stated) if honoured else ():
                yield _found(marks.HONORABLE.sub("", name).strip(" ,") or None, None, stated)
        elif honoured:
            yield from _addressee(held)
            name, _, rest = _STREET.split(spaced(stated[honoured.end() :]))[0].partition(",")
            suffix = _JUNIOR.match(rest)
            name += f", {suffix[1]}" if suffix else ""
            rest = re.sub(r"^\s*(?:[JS]r|M\.?D|Ph\.?D)\.?,?", "", rest).strip()
            rest = _DEGREES.sub("", rest.strip())
            name, title = _name_and_title(_LEARNED.sub("", marks.HONORABLE.sub("", name)).strip())
            held = [name, *filter(None, [title, rest])]
        elif held and _office_line(stated):
            held.append(stated.rstrip(","))
        elif not held and _names_office(stated):
            office, holder = office_and_name(stated)
            held = [holder, *filter(None, [office])] if holder else []
            if not holder:
                yield _found(None, office, stated)
    yield from _addressee(held)


_BESIDE = re.compile(r"(?<=\w)[ ,]+(?=The Hon(?:orable|\.) [A-Z])")
_DEGREES = re.compile(r"^(?:(?:M\.?D|MPH|M\.?P\.?H|Ph\.?D|J\.?D|MBA|DrPH)\b\.?,?\s*)+")
_STREET = re.compile(r",?\s+(?=\d|Room\b|P\.O|Washington,? D\.?C|N\.W)")
_LEARNED = re.compile(r",?\s+(?:M\.?D|Ph\.?D|Esq)\b\.?$")
_JUNIOR = re.compile(r"\s*([JS]r\.?)(?:,|\s*$)")


def _office(lines: Sequence[str]) -> str | None:
    """Join the lines of an office, cut where a street or a city begins that has lost its line break."""
    kept = (" ".join(_STREET.split(" " + line)[0].split()) for line in lines)
    return ", ".join(_HOUSED.sub(r"\1, ", line) for line in kept if line) or None


_HOUSED = re.compile(
    r"^((?:[A-Z][a-z]+ )?(?:Secretary|General|Director|Commissioner|Administrator)(?: of (?:the )?[A-Z]\w+)?) "
    r"(?=(?:U\.S\. |United States )?Department of\b)"
)
"""An office and the department behind it, where the line break between them was lost."""


def _name_and_title(stated: str) -> tuple[str, str]:
    """Cut "Michael Regan Administrator", where a line break was lost, into name and office."""
    office = _OFFICE_INSIDE.search(stated, 4)
    return (stated[: office.start()].strip(), _STREET.split(stated[office.start() :])[0]) if office else (stated, "")


def _addressee(held: list[str]) -> Iterator[Recipient]:
    if held and len(held[0].split()) <= 5:
        yield _found(" ".join(held[0].split()), _office(held[1:4]), ", ".join(held))


def _names_office(stated: str) -> bool:
    begins = _OFFICE_FIRST.match(stated)
    return bool(begins) and len(stated) < 70 and _office_line(stated)


def _office_line(stated: str) -> bool:
    if marks.ADDRESS.match(stated) or marks.DATE_LINE.match(stated) or marks.SUBJECT.match(stated) or len(stated) > 110:
        return False
    return stated[0].isupper() and not any(c.isdigit() for c in stated)


def _in_letterhead(text: str, lines: Sequence[Span], last: str) -> Recipient | None:
    """Find the full name and office of somebody greeted by surname in an address without "The Honorable"."""
    for i, line in enumerate(lines):
        stated = text[line.start : line.end].strip()
        name, _, rest = stated.partition(",")
        if last not in name.casefold() or len(name) > 60 or surname(name) != last:
            continue
        offices = [_DEGREES.sub("", rest.strip())]
        for below in lines[i + 1 : i + 3]:
            words = text[below.start : below.end].strip()
            if not _office_line(words):
                break
            offices.append(words.rstrip(","))
        office, full = office_and_name(name)
        offices = [*filter(None, [office]), *offices]
        return _found(full or name, _office(offices), stated)
    return None


# --- the salutation -----------------------------------------------------------------------------------------------


_SINGULAR = {"ies": "y", "men": "man", "ors": "or", "ers": "er"}
_PLURAL = re.compile(r"(?:(?<=[a-z])ies|(?<=Chair)men|(?<=[a-z])ors|(?<=[a-z])ers)$")


def _greeted(salutation: str) -> Iterator[Recipient]:
    words = _DEAR.sub("", salutation)
    before: Recipient | None = None
    for piece in filter(None, map(str.strip, _AND.split(words))):
        one = _greeting(piece)
        if before and before.name and before.office and not one.name and " " not in piece and piece.istitle():
            one = _found(piece, before.office, piece)  # "Secretaries Mayorkas and Su"
        plural = _PLURAL.search(one.office or "") if " and " in words or "," in words else None
        one = (
            _found(one.name, (one.office or "")[: plural.start()] + _SINGULAR[plural[0]], one.as_stated)
            if plural
            else one
        )
        yield one
        before = one


def _greeting(piece: str) -> Recipient:
    office, name = office_and_name(piece)
    return _found(name, office if name or office else piece, piece)


def _filled(
    g: Recipient, told: list[Recipient], text: str, letterhead: Sequence[Span], release: Sequence[Span]
) -> Recipient:
    """Complete a greeting with the full name and office that the address or the release gives."""
    if not g.name:
        office = (g.office or "").casefold()
        same = next((t for t in told if t.office and office and office.split()[-1] in t.office.casefold()), None)
        return _found(same.name, same.office, g.as_stated) if same else g
    found = [_in_letterhead(text, letterhead, surname(g.name))]
    found += [t for t in told if t.name and surname(t.name) == surname(g.name)]
    found += [_full_name(text, release, g.name)] if not any(f and f.name and " " in f.name for f in found) else []
    best = next((f for f in found if f and f.name and " " in f.name), None) or next(filter(None, found), None)
    return _found(best.name, best.office or g.office, g.as_stated) if best else g


def _full_name(text: str, release: Sequence[Span], name: str) -> Recipient | None:
    for p in release:
        for run in _runs_to(text, p, name.split()[-1]):
            office, who = office_and_name(_reach_back(text, p.start, run))
            if who and surname(who) == surname(name) and len(who.split()) > 1:
                return _found(who, office, run[0])
    return None


_RUN_TO = re.compile(rf"{RUN}\Z")
_OFFICE_BEFORE = re.compile(rf"(?:{OFFICE})(?: (?:of|for)(?: the)?)? $")


def _runs_to(text: str, p: Span, last: str) -> Iterator[re.Match[str]]:
    """Yield the capitalised runs of a paragraph that end with the word `last`."""
    at, begin = text.find(last, p.start, p.end), p.start
    while at >= 0:
        end = at + len(last)
        cut = (at > 0 and text[at - 1].isalnum()) or text[end : end + 1].isalnum()
        if not cut and (run := _RUN_TO.search(text, begin, end)):
            yield run
            begin = end
        at = text.find(last, end, p.end)


def _reach_back(text: str, start: int, run: re.Match[str]) -> str:
    """Return the run with the office before it: "Secretary of State Antony Blinken"."""
    body = body_around(text, run.start())
    if body is not None and body >= start:
        return text[body : run.end()]
    before = _OFFICE_BEFORE.search(text, max(start, run.start() - 60), run.start())
    return text[before.start() if before else run.start() : run.end()]


# --- the release --------------------------------------------------------------------------------------------------


def _told(text: str, release: Sequence[Span]) -> list[Recipient]:
    """Return the addressees that the release tells of, from the first sentence that tells of any.

    A body named by its initials only ("urged the FDA"), a leadership or an administration counts where nobody is
    named.
    """
    present = of_this_letter(text, release)
    return _told_in(text, present) or (_told_in(text, release) if len(present) < len(release) else [])


def _told_in(text: str, release: Sequence[Span]) -> list[Recipient]:
    vague: list[Recipient] = []
    initials = True
    for pattern in _TOLD:
        for p in release:
            for cue in pattern.finditer(text, p.start, p.end):
                if _A_BILL.match(text, cue.end()):
                    continue
                found = [r for r in phrase(_addressee_phrase(text, cue.end(), p.end)) if not _of_no_body(r)]
                if not all(_is_vague(r) for r in found) and (initials or any(r.name for r in found)):
                    return found
                vague = vague or found
                initials = all(acronym(r.office) for r in vague)
    return vague


_A_BILL = re.compile(r"(?:FY|Fiscal [Yy]ear)\s?\d|(?:[A-Z]\w+ ){1,6}(?:Act|Bill)\b(?! [A-Z])")


def _is_vague(one: Recipient) -> bool:
    return one.name is None and bool(acronym(one.office) or _VAGUE.search(one.office or ""))


_VAGUE = re.compile(r"(?i)\b(?:leadership|leaders|administration)$")


_ADJECTIVE = re.compile(
    r"(?:[A-Z][a-z]+(?:ian|ean|ese|ish|eral|ican)|Cuban|German|Afghan|Texan|Alaskan)s?|[a-z ]+|\W*\d+\W*|\w+[’']"
)


def _of_no_body(one: Recipient) -> bool:
    """Tell whether what was cut from a sentence names nobody: the adjective of a further noun, or a mere plural."""
    return (one.name is None and bool(_ADJECTIVE.fullmatch(one.office or ""))) or (one.office or "").endswith(
        ("’s", "'s")
    )


def _addressee_phrase(text: str, start: int, end: int) -> str:
    """Return the words that name the addressees: up to where the sentence goes on with what is asked."""
    stop = min(end, start + 420)
    over = _over(text, start, stop)
    over = next((m.start() for m in _LOWER.finditer(text, start + 1, over) if not _OF_OFFICE.fullmatch(m[0])), over)
    named = text[start:over].strip(" ,\n")
    if _VERB.match(text, over) or (_JOINED.match(text, over) and "," in named and " " not in named.rpartition(", ")[2]):
        # "In a letter to A, B requested …": B is who writes
        named = named.rpartition(",")[0] or named
    return re.sub(r"(?:[\s,]+(?:in|on|of|to|with|for|at|and|the|its|their|his|her))+$", "", named)


_LOWER = re.compile(r"(?<=\s)[a-z][a-z’'-]+(?=[\s,.]|$)")
_OF_OFFICE = re.compile(
    rf"(?:{OFFICE})|of|the|for|and|on|to|in|at|both|as|well|de|del|la|van|von|der|its|their|his|her|all|other|including|"
    r"heads?|leaders(?:hip)?|congressional|senior|top|officials?|members?|executives?|acting|deputy|assistant|general|"
    r"board|committee|state|federal|house|senate|department|agency|administration|attorneys?|companies|company|"
    r"president|vice|interim|former|national|security|director|companies|secretaries|chiefs?|chairs?|appropriators|"
    r"negotiators|conferees|governor|ranking|majority|minority|trade|representative|service|office",
    re.IGNORECASE,
)
_JOINED = re.compile(r"along with|alongside|joined by|together with")
_VERB = re.compile(
    r"(?!dated|signed|co-?signed|led|joined)(?:[a-z]+ed|wrote|writes?|argues?|says?|notes?|emphasi[sz]es?|explains?|is|are|has|have|will)\b"
)


def _over(text: str, start: int, stop: int) -> int:
    for found in _STOP.finditer(text, start, stop):
        if found[0] == "." and re.search(
            r"\b(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Jr|Sr|St|Lt|Hon|Inc|Corp|Co|"
            r"[A-Z])$",
            text[start : found.start()],
        ):
            continue
        if found[0] == "on " and re.search(
            r"(?:Committee|Subcommittee|Council|Commission) "
            r"$",
            text[start : found.start()],
        ):
            continue
        return found.start()
    return stop
