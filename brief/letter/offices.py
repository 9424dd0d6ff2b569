"""Offices and institutions, and how a phrase that names addressees falls into them and their holders."""

from __future__ import annotations

import re

from brief.letter.bodies import kept_whole, whole_until
from brief.letter.card import Recipient
from brief.letter.names import cased, surname, word_key
from brief.letter.vocabulary import words

OFFICE = (
    r"(?:Secretary[- ]General|Secretar(?:y|ies)|Attorney General|Attorneys General|Administrators?|Commissioners?|"
    r"Directors?|President(?! of the Senate)|Vice President|Chair(?:man|woman|person|men)?s?|Ranking(?: Member)?|"
    r"Members?|Vice Chair|Ambassador|Governors?|Speaker|Leaders?|CEOs?|Chief Executive(?: Officer)?s?|COO|CFO|Chief|"
    r"Prime Minister|Minister|Chancellor|Superintendent|Postmaster General|Postmaster(?! General)|"
    r"Comptroller General|Comptroller|Inspector General|Surgeon General|Adjutant General|Solicitor General|"
    r"Librarian|Architect|Treasurer|Mayor|Chief Justice|Justice|Judge|Archivist|(?:U\.S\. )?Trade Representative|"
    r"Under ?secretary|Senators?|Sens?\.|Representatives?|Reps?\.|Congress(?:m[ae]n|wom[ae]n)|Commander|General|"
    r"Admiral|Colonel|Commandant|Executive|Founder|Co-Founder|Owner|Publisher|Editor|Chancellor|Provost|Sheriff|"
    r"Whip|Crown Prince|Premier|Officer|Manager|Counsel|Advis[eo]r|Czar|Coordinator|Envoy|Parliamentarian|"
    r"Controller|Clerk|Attorneys?|Physician|Sergeants?(?= at Arms)|Marshal|Trustees?|Auditor|Registrar|Dean)"
)
INSTITUTIONS = words(
    """
    state treasury defense justice interior agriculture commerce labor services development transportation energy
    education affairs security agency administration commission bureau service board authority institute
    institutes health office corps council committee subcommittee department departments enforcement protection
    reserve intelligence investigation investigations budget prisons management company companies inc inc.
    corporation corp corp. bank university foundation center centers prevention control states nations house
    senate congress association industries group airlines force army navy marines guard communications policy
    trade court programs program representatives media systems technologies pharmaceuticals llc co co. ltd
    district system network union archives mint post postal treasury's veterans engineers land survey parks fish
    wildlife arms forest reclamation statistics patent trademark copyright library appropriations judiciary finance
    ways means ethics rules secretariat ministry parliament embassy government republic kingdom city county
    commonwealth readiness sustainment leadership leaders appropriators negotiators conferees committees
    emerita emeritus command palace assembly legislature panel
    journal times tribune herald gazette laboratory laboratories hospital hospitals school schools college museum
    railway railroad society trust fund federation coalition alliance observatory clinic academy directorate tribunal
    inspectorate conference guild league chamber
    """
)
COURTESY = words("mr mrs ms dr mx madam mister hon honorable the sir your his her excellency")


_DEPARTMENTS = (
    r"(?P<the>Treasury|Interior|Navy|Army|Air Force)|State|Defense|War|Agriculture|Commerce|Labor|"
    r"Health and Human Services|Housing and Urban Development|Transportation|Energy|Education|Veterans[’']? Affairs|"
    r"Homeland Security"
)
_HEAD = re.compile(rf"(?:U\.S\. )?(?P<dept>{_DEPARTMENTS}) Secretary")
_ARTICLE = re.compile(r"\bSecretary of (?=(?:Treasury|Interior|Navy|Army|Air Force)\b)")


def recipient(name: str | None, office: str | None, stated: str) -> Recipient:
    """Return an addressee as read, the office of a department's head in its nominal form.

    The heads of the executive departments are styled "Secretary of X" (5 U.S.C. 5312).
    """
    return Recipient(
        name=cased(name.replace("&amp;", "&").strip("*_ ")) if name and len(surname(name)) > 3 else name,
        office=_nominal(office.replace("&amp;", "&")) if office else None,
        as_stated=stated,
    )


def _nominal(office: str) -> str:
    """Return "Secretary of the Interior" for "Interior Secretary" and "Secretary of Interior"."""
    head = _HEAD.fullmatch(office)
    if head:
        return f"Secretary of {'the ' if head['the'] else ''}{head['dept']}"
    return _ARTICLE.sub("Secretary of the ", office)


PERSONAL = re.compile(rf"(?:{OFFICE})\b", re.IGNORECASE)
RANK = re.compile(r"(?:(?:Lieutenant|Major|Brigadier|Vice|Rear) )?(?:General|Admiral|Colonel)")
_FILLER = re.compile(
    r"^(?:[a-z]+[’']s(?= [A-Z])|both|its|their|his|her|(?:U\.S\.|US)(?! Attorney\b(?! General))|the|then|former)\s+"
)
_SEATED = re.compile(r"\s*\((?:[DRI]-[^)]*|[A-Z]{2}-\d+)\)")
_TOKEN = re.compile(r"\([^)]*\)|[^\s]+")
_OPEN = re.compile(r"\b(?:of|for|to|(?:[Cc]ommittees?|Commission|Council) on)(?: the)?$")


def office_and_name(piece: str) -> tuple[str | None, str | None]:
    """Cut one addressee into office and name; either may be None."""
    piece = _FILLER.sub("", piece.strip(" ,.")).strip()
    piece = _DEGREES.sub("", _SEATED.sub("", piece))
    trailed = _trailed(piece)
    if trailed:
        return trailed
    amid = _NAME_AMID.fullmatch(piece) if " of " in piece or " at " in piece else None
    if amid and not any(word_key(w) in INSTITUTIONS or ONE_OFFICE.fullmatch(w) for w in amid["name"].split()):
        return f"{amid['title']} {amid['of']} {amid['body']}", amid["name"]
    if _FREE_COMMA.search(kept_whole(piece)):
        return _at_comma(piece)
    if COMPANY.fullmatch(piece):
        return piece, None
    tokens = list(_TOKEN.finditer(piece))
    cut, courteous = _cut(tokens)
    known = whole_until(piece)
    cut = max(cut, sum(t.start() < known for t in tokens))
    if cut >= len(tokens):
        plain = _without_courtesy(piece)
        return (plain if institution(plain) or _SHORT_BEHIND.search(plain) else None), None
    name = piece[tokens[cut].start() :].strip(" ,")
    office = _SEAT.sub("", _without_courtesy(piece[: tokens[cut].start()].strip(" ,")))
    count = len(name.split())
    if count == 1 and "&" in name and name.isupper():
        return piece, None  # "AT&T"
    if count > 5 or (name.isupper() and count == 1 and not courteous):
        return (piece if institution(piece) else None), None
    if not office and count == 1 and not courteous:
        return piece, None
    if _OPEN.search(office) or office.endswith(("&", "&amp;")):
        return _behind_of(piece, name, office)
    return office or None, name


_SHORT_BEHIND = re.compile(r"[a-z] \((?:[A-Z]{2,8}|[A-Z][a-z]+)\)$")
"""What a body is called for short: "Guild of Lenders (Guild)"."""
_DEGREES = re.compile(
    r",?\s+(?:M\.?P|MEP|MSP|M\.?D|Ph\.?D|J\.?D|M\.?P\.?H|D\.?V\.?M)\b\.?(?=,|$|\s*\()|\s*\((?=[^)]*$).*$"
)
_HOUSE_OF = re.compile(r"\s\((?![A-Z&]{2,}\))[A-Z][\w&-]+\)$")
_SEAT = re.compile(r"(?<=\w)(?<!Trade) (?:U\.S\. )?(?:Congress(?:man|woman)|Senator|Sen\.|Representative|Rep\.)$")
"""A seat behind another office: "Committee Chairman Congressman"."""
_JUNIOR = re.compile(r",? (?:Jr\.?|Sr\.?|III?|IV)$")
_FREE_COMMA = re.compile(r",(?!\u2060)")
_NAME_AMID = re.compile(
    rf"(?P<title>(?:[A-Z][\w.&-]* ){{0,4}}?(?:(?:{OFFICE}) and )?(?:{OFFICE})) "
    r"(?P<name>[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2}) (?P<of>(?:of|at)(?: the)?) (?P<body>[A-Z][^,]*)"
)
"""An addressee whose name stands within the office: "Administrator A B of the Food Administration"."""
_FIRMS = r"(?:Mills|Motors|Electric|Dynamics|Atomics)"
COMPANY = re.compile(rf"General {_FIRMS}(?: .*)?")
_FIRM = re.compile(rf"\bGeneral (?={_FIRMS}\b)")


def _trailed(piece: str) -> tuple[str | None, str | None] | None:
    """Read an addressee behind whose name stands a suffix, or the body in brackets, or of a firm; None if none does."""
    if "General " in piece and _FIRM.search(piece):  # a firm, and no general
        office, name = office_and_name(_FIRM.sub("General_", piece))
        return office and office.replace("_", " "), name and name.replace("_", " ")
    housed = _HOUSE_OF.search(piece)
    if housed and PERSONAL.search(piece):  # "Treasury Secretary A B (Treasury)"
        office, name = office_and_name(piece[: housed.start()])
        if name and " " in name:
            return office, name
    junior = _JUNIOR.search(piece)
    if junior is None:
        return None
    office, name = office_and_name(piece[: junior.start()])
    return office, name and f"{name}{junior[0]}"


def _cut(tokens: list[re.Match[str]]) -> tuple[int, bool]:
    """Return where the name begins, after the last word of an office or institution, and if a courtesy title is met."""
    cut, courteous = 0, False
    for i, token in enumerate(tokens):
        bare = word_key(token[0])
        if bare in COURTESY:
            cut, courteous = i + 1, True
        elif (
            token[0][0] in "(&"
            or bare in INSTITUTIONS
            or bare in _SMALL
            or token[0][0].islower()
            or ONE_OFFICE.fullmatch(token[0].strip(",’'"))
            or token[0].endswith(("’s", "'s"))
        ):
            cut = i + 1
    return cut, courteous


def _behind_of(piece: str, name: str, office: str) -> tuple[str | None, str | None]:
    """Read "Governor of Virginia" as an office, "CEO of Corvane Cy Dole" as office and name."""
    parts = name.split()
    if len(parts) < 3 or not PERSONAL.search(office):
        return piece, None
    given = 3 if len(parts) > 3 and _INITIAL.fullmatch(parts[-2]) else 2
    return f"{office} {' '.join(parts[:-given])}", " ".join(parts[-given:])


_INITIAL = re.compile(r"[A-Z]\.")


def _without_courtesy(words: str) -> str:
    return " ".join(w for w in words.split() if word_key(w) not in COURTESY - {"the"})


ONE_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_SMALL = words("of the for and to on general")


def _at_comma(piece: str) -> tuple[str | None, str | None]:
    """Read "NAME, OFFICE …" or "OFFICE, NAME"; else the piece is an office or institution without a name."""
    before, _, after = piece.partition(",")
    if person_only(before):
        return after.strip(), _without_courtesy(before)
    front, _, last = piece.rpartition(",")
    last = _RANKED.sub("", last.strip())
    if institution(front) and person_only(last):
        return front.strip(), _without_courtesy(last)
    office, name = office_and_name(before)
    if name:
        return (f"{office}, {after.strip()}" if office else after.strip()), name
    return (piece, None) if institution(piece) else (None, None)


_RANKED = re.compile(rf"^{RANK.pattern} (?=[A-Z])")


def person_only(words: str) -> bool:
    """Tell whether words are a person's name and nothing of an office or a body."""
    tokens = words.split()
    return (
        2 <= len(tokens) <= 4
        and all(t[0].isupper() and word_key(t) not in INSTITUTIONS for t in tokens)
        and not PERSONAL.search(words)
    )


def institution(piece: str) -> bool:
    """Tell whether words hold an office or the kind of a body."""
    return (
        bool(PERSONAL.search(piece))
        or any(word_key(w) in INSTITUTIONS for w in piece.split())
        or piece.startswith("White House")
    )
