"""To whom a letter goes: from its inside address, its salutation, or the sentence that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brief.document import Span
from brief.letter import marks
from brief.letter.card import Recipient
from brief.letter.names import DEGREE, RUN, surname, word_key
from brief.letter.offices import COURTESY, INSTITUTIONS, OFFICE, office_and_name, phrase
from brief.letter.offices import recipient as _found

_STOP = re.compile(
    r"\b(?:urging|calling|asking|requesting|demanding|expressing|regarding|about|concerning|raising|outlining|"
    r"opposing|seeking|supporting|on (?!behalf)|"
    r"that|which|after|in (?:support|response|opposition|which|an|order|advance|light|reference|regard|regards|"
    r"favor|defense|protest|the wake)|to (?:request|urge|express|demand|ask|call|raise|support|"
    r"oppose|seek|address|inquire|ensure|highlight|[a-z]+)|over|following|condemning|pressing|pushing|warning|"
    r"highlighting|inquiring|criticizing|encouraging|questioning|today|yesterday|this (?:week|morning|afternoon)|"
    r"last week|with (?:his|her|their|a|the|concerns?|questions?)|detailing|advocating|objecting|slamming|"
    r"blasting|applauding|thanking|commending|stating|noting|citing|insisting|"
    r"imploring|stressing|explaining|saying|signed|led|joined|co-?signed|along with|alongside|by|for (?:his|her|"
    r"their|an?|more|answers|information|failing)|who|where|when|ahead|before|as|from|against|if|why|how|"
    r"because|because|due|since|amid|under|"
    r"were|was|is|are|has|have|had|will|would|should|must|immediately|once again|again|formally|directly|"
    r"January|February|March|April|May \d|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday)\b"
    r"|[;:“”\"]|\.(?=\s+[A-Z][a-z]|\s*$)",
)
_TOLD = (
    re.compile(
        r"\b(?:letters?|correspondence|inquir(?:y|ies)|memo|message)\b(?:[^.;:“”\"]{0,90}?)\b(?:addressed |"
        r"directed |written |sent |today |this week |(?:on|last) \w+day )?to(?: the)? (?=(?:[A-Z]|both|heads|"
        r"leaders|congressional|senior|top))"
    ),
    re.compile(
        r"\b(?:wrote|written|writing|writes|write|wrote a letter|sent|addressed)(?: again| today|"
        r" directly)* to(?: the)? (?=[A-Z])"
    ),
    re.compile(
        r"\b(?:sent|sends|sending|wrote|delivered) (?:the )?(?=(?:\w+ ){0,4}?(?:Secretary|President|"
        r"Attorney General|Director|Administrator|Commissioner|Governor|Ambassador|Speaker|"
        r"Chair\w*)\b[^.]{0,120}\bletter)"
    ),
    re.compile(
        r"\b(?:urg(?:ed|es|ing|e)|call(?:ed|ing|s)? (?:up)?on|ask(?:ed|ing|s)|press(?:ed|es|ing)|request(?:ed|"
        r"ing|s)?(?: that)?|demand(?:ed|ing|s)?(?: that| answers from)?|question(?:ed|ing)|warn(?:ed|ing)|"
        r"implor(?:ed|ing)|"
        r"push(?:ed|ing)|encourag(?:ed|ing)|answers from|information from|response from) (?:the )?(?=[A-Z])"
    ),
)
_SAL_TITLE = re.compile(
    r"(?:(?:Acting|Deputy|Under|Assistant|Associate|Vice|Interim|Madam|Mister|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|"
    r"The Honorable|Hon\.|Honorable|U\.S\.|Principal|First|Lt\.?|Lieutenant|Rear|Brigadier|Major|Your)\s+)*"
    rf"(?:{OFFICE}|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Madam|Rev\.?|Gen\.|Lt\.|Gov\.|Adm\.|Col\.|Amb\.|Excellency|"
    rf"Members?|Colleagues?|Friends?)",
    re.IGNORECASE,
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
    told = _told(text, release)
    if inside:
        found = _with_names(inside, greeted)
    elif greeted:
        found = [_filled(g, told, text, release) for g in greeted]
    else:
        found = told
    return tuple(_once(found))


def _once(found: Iterable[Recipient]) -> Iterator[Recipient]:
    seen: list[Recipient] = []
    for f in found:
        key = surname(f.name) if f.name else (f.office or "").casefold()
        if not key or any(key == (surname(s.name) if s.name else (s.office or "").casefold()) for s in seen):
            continue
        seen.append(f)
        yield f


# --- the inside address -------------------------------------------------------------------------------------------


def _inside_address(text: str, lines: Sequence[Span]) -> Iterator[Recipient]:
    """Yield the addressees of an inside address: "The Honorable X", and the office lines below each."""
    name: str | None = None
    stated: list[str] = []
    offices: list[str] = []
    for line in lines:
        words = text[line.start : line.end].strip()
        honoured = marks.HONORABLE.match(words)
        if honoured:
            if name:
                yield _found(name, ", ".join(offices) or None, ", ".join(stated))
            name, _, rest = words[honoured.end() :].partition(",")
            name = re.sub(rf"{DEGREE}+$", "", name).strip()
            rest = re.sub(r"^\s*(?:Jr|Sr|M\.?D|Ph\.?D)\.?,?", "", rest).strip()
            stated, offices = [words], [rest] if rest else []
        elif name and _office_line(words):
            stated.append(words)
            offices.append(words.rstrip(","))
        elif (
            not name
            and re.match(rf"(?:The )?(?:{OFFICE})\b(?:,? [A-Z]|\s+of\s|$)", words)
            and len(words) < 70
            and _office_line(words)
        ):
            office, who = office_and_name(words)
            name, stated, offices = who, [words], [office] if office else []
            if not who:
                name = None
                yield _found(None, office, words)
    if name:
        yield _found(name, ", ".join(offices[:3]) or None, ", ".join(stated))


def _office_line(words: str) -> bool:
    if marks.ADDRESS.match(words) or marks.DATE_LINE.match(words) or marks.SUBJECT.match(words) or len(words) > 110:
        return False
    return words[0].isupper() and not any(c.isdigit() for c in words)


def _with_names(inside: list[Recipient], greeted: list[Recipient]) -> list[Recipient]:
    """Add those greeted whom the inside address leaves out, unless the greeting is only a title."""
    known = {surname(f.name) for f in inside if f.name}
    extra = [g for g in greeted if g.name and surname(g.name) not in known and inside and len(greeted) > len(inside)]
    return [*inside, *extra]


# --- the salutation -----------------------------------------------------------------------------------------------


def _greeted(salutation: str) -> Iterator[Recipient]:
    words = re.sub(r"^(?:My )?(?:Dear|To)\b:?\s*|[\s:,;]+$", "", salutation, flags=re.IGNORECASE)
    for piece in re.split(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*", words):
        piece = piece.strip()
        if piece:
            yield _greeting(piece)


def _greeting(piece: str) -> Recipient:
    found = _SAL_TITLE.match(piece)
    title = found[0].strip() if found else ""
    rest = piece[len(title) :].strip(" .") if found else piece
    plain = " ".join(w for w in title.split() if word_key(w) not in COURTESY)
    if not rest:
        return _found(None, plain or title or None, piece)
    if rest.startswith(("of ", "for ")):
        return _found(None, piece, piece)
    office = plain or None
    if rest in {
        "President",
        "Secretary",
        "Speaker",
        "Chairman",
        "Chairwoman",
        "Chair",
        "Administrator",
        "Commissioner",
        "Director",
        "Leader",
        "Ambassador",
        "Attorney General",
    }:
        return _found(None, f"{plain} {rest}".strip(), piece)
    if not re.match(r"[A-ZÀ-Þ]", rest) or word_key(rest.split()[-1]) in INSTITUTIONS:
        return _found(None, piece, piece)
    return _found(rest, office, piece)


def _filled(g: Recipient, told: list[Recipient], text: str, release: Sequence[Span]) -> Recipient:
    """Complete a greeting with the full name and office that the release gives."""
    if g.name:
        for t in told:
            if t.name and surname(t.name) == surname(g.name):
                return _found(max(t.name, g.name, key=len), t.office or g.office, g.as_stated)
        full = _full_name(text, release, g.name)
        return _found(full[0] or g.name, full[1] or g.office, g.as_stated) if full else g
    office = (g.office or "").casefold()
    for t in told:
        if t.office and office and office.split()[-1] in t.office.casefold():
            return _found(t.name, t.office, g.as_stated)
    return g


def _full_name(text: str, release: Sequence[Span], name: str) -> tuple[str, str | None] | None:
    last = re.escape(name.split()[-1])
    pattern = re.compile(rf"{RUN}\b(?<=\b{last})")
    for p in release:
        if text.find(name.split()[-1], p.start, p.end) < 0:
            continue
        for run in pattern.finditer(text, p.start, p.end):
            office, who = office_and_name(_reach_back(text, p.start, run))
            if who and surname(who) == surname(name) and len(who.split()) > 1:
                return who, office
    return None


def _reach_back(text: str, start: int, run: re.Match[str]) -> str:
    """Return the run with the office before it: "Secretary of State Antony Blinken"."""
    before = re.compile(
        rf"(?:{OFFICE})(?: (?:of|for)(?: the)?)? "
        rf"$"
    ).search(text, max(start, run.start() - 60), run.start())
    return text[before.start() if before else run.start() : run.end()]


# --- the release --------------------------------------------------------------------------------------------------


def _told(text: str, release: Sequence[Span]) -> list[Recipient]:
    """Return the addressees that the release tells of, from the first sentence that tells of any."""
    for pattern in _TOLD:
        for p in release:
            for cue in pattern.finditer(text, p.start, p.end):
                found = list(phrase(_addressee_phrase(text, cue.end(), p.end)))
                if found:
                    return found
    return []


def _addressee_phrase(text: str, start: int, end: int) -> str:
    stop = min(end, start + 420)
    over = _over(text, start, stop)
    return text[start:over].strip(" ,\n")


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
