"""To whom a letter goes: from its inside address, its salutation, or the sentence that tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from brief.document import Span
from brief.letter import marks
from brief.letter.card import Recipient
from brief.letter.names import DEGREE, RUN, surname, word_key
from brief.letter.vocabulary import words

_OFFICE = (
    r"(?:Secretar(?:y|ies)|Attorney General|Attorneys General|Administrators?|Commissioners?|Directors?|"
    r"President(?! of the Senate)|Vice President|"
    r"Chair(?:man|woman|person|men)?s?|Ranking Member|Vice Chair|Ambassador|Governors?|Speaker|Leaders?|CEOs?|"
    r"Chief Executive(?: Officer)?s?|"
    r"COO|CFO|Chief|Prime Minister|Minister|Chancellor|Superintendent|Postmaster General|Comptroller General|"
    r"Comptroller|Inspector General|"
    r"Surgeon General|Adjutant General|Solicitor General|Register|Librarian|Architect|Treasurer|Mayor|"
    r"Chief Justice|Justice|Judge|Archivist|"
    r"(?:U\.S\. )?Trade Representative|Under ?secretary|Senators?|Sens?\.|Representatives?|Reps?\.|"
    r"Congress(?:man|woman)|Commander|General|Admiral|Colonel|Commandant|"
    r"Executive|Founder|Co-Founder|Owner|Publisher|Editor|Chancellor|Provost|Dean|Sheriff|Whip|King|Queen|"
    r"Crown Prince|Pope|Premier|Officer|Manager|Counsel|Advis[eo]r|Czar|Coordinator|Envoy|Parliamentarian|"
    r"Controller|Clerk)"
)
_ORG = frozenset(
    [
        "state",
        "treasury",
        "defense",
        "justice",
        "interior",
        "agriculture",
        "commerce",
        "labor",
        "services",
        "development",
        "transportation",
        "energy",
        "education",
        "affairs",
        "security",
        "agency",
        "administration",
        "commission",
        "bureau",
        "service",
        "board",
        "authority",
        "institute",
        "institutes",
        "health",
        "office",
        "corps",
        "council",
        "committee",
        "subcommittee",
        "department",
        "departments",
        "enforcement",
        "protection",
        "reserve",
        "intelligence",
        "investigation",
        "investigations",
        "budget",
        "prisons",
        "management",
        "company",
        "companies",
        "inc",
        "inc.",
        "corporation",
        "corp",
        "corp.",
        "bank",
        "university",
        "foundation",
        "center",
        "centers",
        "prevention",
        "control",
        "states",
        "nations",
        "house",
        "senate",
        "congress",
        "association",
        "industries",
        "group",
        "airlines",
        "force",
        "army",
        "navy",
        "marines",
        "guard",
        "communications",
        "policy",
        "trade",
        "court",
        "programs",
        "program",
        "representatives",
        "media",
        "systems",
        "technologies",
        "pharmaceuticals",
        "llc",
        "co",
        "co.",
        "ltd",
        "district",
        "system",
        "network",
        "union",
        "archives",
        "mint",
        "post",
        "postal",
        "treasury's",
        "veterans",
        "engineers",
        "land",
        "survey",
        "parks",
        "fish",
        "wildlife",
        "forest",
        "reclamation",
        "statistics",
        "patent",
        "trademark",
        "copyright",
        "library",
        "appropriations",
        "judiciary",
        "finance",
        "ways",
        "means",
        "ethics",
        "rules",
        "secretariat",
        "ministry",
        "parliament",
        "embassy",
        "government",
        "republic",
        "kingdom",
        "city",
        "county",
        "commonwealth",
    ]
)
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
_PERSON = re.compile(rf"(?:{RUN})")
_SAL_TITLE = re.compile(
    r"(?:(?:Acting|Deputy|Under|Assistant|Associate|Vice|Interim|Madam|Mister|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|"
    r"The Honorable|Hon\.|Honorable|U\.S\.|Principal|First|Lt\.?|Lieutenant|Rear|Brigadier|Major|Your)\s+)*"
    rf"(?:{_OFFICE}|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Madam|Rev\.?|Gen\.|Lt\.|Gov\.|Adm\.|Col\.|Amb\.|Excellency|"
    rf"Members?|Colleagues?|Friends?)",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    ["mr", "mrs", "ms", "dr", "mx", "madam", "mister", "hon", "honorable", "the", "sir", "your", "excellency"]
)


@dataclass(frozen=True, slots=True)
class _Found:
    name: str | None
    office: str | None
    stated: str


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
    return tuple(Recipient(name=f.name, office=f.office, as_stated=f.stated) for f in _once(found))


def _once(found: Iterable[_Found]) -> Iterator[_Found]:
    seen: list[_Found] = []
    for f in found:
        key = surname(f.name) if f.name else (f.office or "").casefold()
        if not key or any(key == (surname(s.name) if s.name else (s.office or "").casefold()) for s in seen):
            continue
        seen.append(f)
        yield f


# --- the inside address -------------------------------------------------------------------------------------------


def _inside_address(text: str, lines: Sequence[Span]) -> Iterator[_Found]:
    """Yield the addressees of an inside address: "The Honorable X", and the office lines below each."""
    name: str | None = None
    stated: list[str] = []
    offices: list[str] = []
    for line in lines:
        words = text[line.start : line.end].strip()
        honoured = marks.HONORABLE.match(words)
        if honoured:
            if name:
                yield _Found(name, ", ".join(offices) or None, ", ".join(stated))
            name, _, rest = words[honoured.end() :].partition(",")
            name = re.sub(rf"{DEGREE}+$", "", name).strip()
            rest = re.sub(r"^\s*(?:Jr|Sr|M\.?D|Ph\.?D)\.?,?", "", rest).strip()
            stated, offices = [words], [rest] if rest else []
        elif name and _office_line(words):
            stated.append(words)
            offices.append(words.rstrip(","))
        elif (
            not name
            and re.match(rf"(?:The )?(?:{_OFFICE})\b(?:,? [A-Z]|\s+of\s|$)", words)
            and len(words) < 70
            and _office_line(words)
        ):
            office, who = _office_and_name(words)
            name, stated, offices = who, [words], [office] if office else []
            if not who:
                name = None
                yield _Found(None, office, words)
    if name:
        yield _Found(name, ", ".join(offices[:3]) or None, ", ".join(stated))


def _office_line(words: str) -> bool:
    if marks.ADDRESS.match(words) or marks.DATE_LINE.match(words) or marks.SUBJECT.match(words) or len(words) > 110:
        return False
    return words[0].isupper() and not any(c.isdigit() for c in words)


def _with_names(inside: list[_Found], greeted: list[_Found]) -> list[_Found]:
    """Add those greeted whom the inside address leaves out, unless the greeting is only a title."""
    known = {surname(f.name) for f in inside if f.name}
    extra = [g for g in greeted if g.name and surname(g.name) not in known and inside and len(greeted) > len(inside)]
    return [*inside, *extra]


# --- the salutation -----------------------------------------------------------------------------------------------


def _greeted(salutation: str) -> Iterator[_Found]:
    words = re.sub(r"^(?:My )?(?:Dear|To)\b:?\s*|[\s:,;]+$", "", salutation, flags=re.IGNORECASE)
    for piece in re.split(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*", words):
        piece = piece.strip()
        if piece:
            yield _greeting(piece)


def _greeting(piece: str) -> _Found:
    found = _SAL_TITLE.match(piece)
    title = found[0].strip() if found else ""
    rest = piece[len(title) :].strip(" .") if found else piece
    plain = " ".join(w for w in title.split() if word_key(w) not in _GENERIC)
    if not rest:
        return _Found(None, plain or title or None, piece)
    if rest.startswith(("of ", "for ")):
        return _Found(None, piece, piece)
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
        return _Found(None, f"{plain} {rest}".strip(), piece)
    if not re.match(r"[A-ZÀ-Þ]", rest) or word_key(rest.split()[-1]) in _ORG:
        return _Found(None, piece, piece)
    return _Found(rest, office, piece)


def _filled(g: _Found, told: list[_Found], text: str, release: Sequence[Span]) -> _Found:
    """Complete a greeting with the full name and office that the release gives."""
    if g.name:
        for t in told:
            if t.name and surname(t.name) == surname(g.name):
                return _Found(max(t.name, g.name, key=len), t.office or g.office, g.stated)
        full = _full_name(text, release, g.name)
        return _Found(full[0] or g.name, full[1] or g.office, g.stated) if full else g
    office = (g.office or "").casefold()
    for t in told:
        if t.office and office and office.split()[-1] in t.office.casefold():
            return _Found(t.name, t.office, g.stated)
    return g


def _full_name(text: str, release: Sequence[Span], name: str) -> tuple[str, str | None] | None:
    last = re.escape(name.split()[-1])
    pattern = re.compile(rf"{RUN}\b(?<=\b{last})")
    for p in release:
        if text.find(name.split()[-1], p.start, p.end) < 0:
            continue
        for run in pattern.finditer(text, p.start, p.end):
            office, who = _office_and_name(_reach_back(text, p.start, run))
            if who and surname(who) == surname(name) and len(who.split()) > 1:
                return who, office
    return None


def _reach_back(text: str, start: int, run: re.Match[str]) -> str:
    """Return the run with the office before it: "Secretary of State Antony Blinken"."""
    before = re.compile(
        rf"(?:{_OFFICE})(?: (?:of|for)(?: the)?)? "
        rf"$"
    ).search(text, max(start, run.start() - 60), run.start())
    return text[before.start() if before else run.start() : run.end()]


# --- the release --------------------------------------------------------------------------------------------------


def _told(text: str, release: Sequence[Span]) -> list[_Found]:
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


def phrase(words: str) -> Iterator[_Found]:
    """Yield the addressees that a phrase names: "Secretary A of X, B, CEO of Y, and the Department of Z"."""
    for piece in _pieces(words):
        office, name = _office_and_name(piece)
        if name or office:
            yield _Found(name, office, piece)


_SPLIT = re.compile(r",?\s+(?:and|as well as|&)\s+(?:the\s+|to\s+(?:the\s+)?)?|,\s+(?:the\s+)?|;\s+")
_PERSONAL = re.compile(rf"(?:{_OFFICE})\b", re.IGNORECASE)


def _pieces(words: str) -> list[str]:
    """Split a phrase at commas and "and"s, but not within the name of an office or behind a person."""
    raw = _SPLIT.split(words)
    joints = [m[0] for m in _SPLIT.finditer(words)]
    out: list[str] = []
    for i, piece in enumerate(raw):
        joint = joints[i - 1] if i else ""
        if out and _belongs(out[-1], joint, piece):
            out[-1] += joint + piece
        else:
            out.append(piece)
    return [p.strip(" ,") for p in out if p.strip(" ,")]


def _belongs(before: str, joint: str, piece: str) -> bool:
    """Tell whether `piece` goes on with the addressee `before`, rather than naming another one."""
    office, name = _office_and_name(before)
    own_office, own_name = _office_and_name(piece)
    if re.match(r"(?:Jr|Sr|III?|M\.?D|Ph\.?D|Inc|LLC)\b", piece):
        return True
    if "the" in joint.split() and "and" in joint.split():
        return False
    if not name and office and own_name and not own_office and "and" not in joint and "as well" not in joint:
        return True  # "the Secretary of Treasury, Steven Mnuchin"
    if name and not office and own_office and not own_name and "and" not in joint:
        return True  # "Sundar Pichai, CEO of Google"
    if not name and "and" in joint and not _PERSONAL.search(piece):
        return not re.match(
            r"(?:U\.S\.|Department|Office|House|Senate|White)"
            r"\b",
            piece,
        )  # "Health and Human Services"
    return (
        not name
        and "and" in joint
        and bool(
            re.match(
                r"(?:Human|Urban|Budget|Wildlife|Firearms|Customs|Drug|Prevention|Border|Nutrition|Trademark|Medicaid|"
                r"Infrastructure|Technology|Space|Exchange|Ways|Means|Pensions|Labor|Forestry|Commerce|Government|"
                r"Transportation)\b",
                piece,
            )
        )
    )


def _office_and_name(piece: str) -> tuple[str | None, str | None]:
    """Cut one addressee into office and name: the name begins after the last word of an office or institution."""
    piece = re.sub(r"^(?:both|U\.S\.|US|the|then|former)\s+", "", piece.strip(" ,.")).strip()
    piece = re.sub(r"\s*\((?:[DRI]-[^)]*|[A-Z]{2}-\d+)\)", "", piece)
    tokens = list(re.finditer(r"\([^)]*\)|[^\s]+", piece))
    cut = 0
    for i, token in enumerate(tokens):
        word = token[0]
        bare = word_key(word)
        if (
            word[0] == "("
            or bare in _ORG
            or re.fullmatch(rf"{_OFFICE}", word.strip(",’'s"), re.IGNORECASE)
            or bare in _SMALL
            or word[0].islower()
        ):
            cut = i + 1
        elif bare in _GENERIC:
            cut = max(cut, i + 1)
        elif word.endswith(("’s", "'s")):
            cut = i + 1
    if cut >= len(tokens):
        return _comma_name(piece)
    name = piece[tokens[cut].start() :].strip(" ,")
    office = piece[: tokens[cut].start()].strip(" ,")
    office = " ".join(w for w in office.split() if word_key(w) not in {"mr", "mrs", "ms", "dr", "hon", "honorable"})
    words = name.split()
    if not words or len(words) > 5 or (name.isupper() and len(words) == 1):
        return (piece if _institution(piece) else None), None
    if not office and len(words) == 1:
        return piece, None
    if re.search(r"\b(?:of|for)(?: the)?$", office) and not _institution(office):
        return piece, None  # "Governor of Virginia", "the State of Texas"
    return office or None, name


_SMALL = words("of the for and to on general")


def _comma_name(piece: str) -> tuple[str | None, str | None]:
    """Read "NAME, OFFICE …" or "OFFICE, NAME"; else the piece is an office or institution without a name."""
    before, comma, after = piece.partition(",")
    if comma:
        left, right = _office_and_name(before), _office_and_name(after)
        if right[1] and left[0] and not left[1]:
            return before.strip(), right[1]
        if _person_only(before):
            return after.strip(), before.strip()
    return (piece, None) if _institution(piece) else (None, None)


def _person_only(words: str) -> bool:
    tokens = words.split()
    return (
        2 <= len(tokens) <= 4
        and all(t[0].isupper() and word_key(t) not in _ORG for t in tokens)
        and not _PERSONAL.search(words)
    )


def _institution(piece: str) -> bool:
    return (
        bool(_PERSONAL.search(piece))
        or any(word_key(w) in _ORG for w in piece.split())
        or piece.startswith("White House")
    )
