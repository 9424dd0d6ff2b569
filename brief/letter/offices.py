"""Offices and institutions, and how a phrase that names addressees falls into them and their holders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.letter.bodies import kept_whole, unguarded, whole_until
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
    journal times tribune herald gazette
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
        name=cased(name) if name and len(surname(name)) > 3 else name,
        office=_nominal(office) if office else None,
        as_stated=stated,
    )


def _nominal(office: str) -> str:
    """Return "Secretary of the Interior" for "Interior Secretary" and "Secretary of Interior"."""
    head = _HEAD.fullmatch(office)
    if head:
        return f"Secretary of {'the ' if head['the'] else ''}{head['dept']}"
    return _ARTICLE.sub("Secretary of the ", office)


def phrase(words: str) -> Iterator[Recipient]:
    """Yield the addressees that a phrase names: "Secretary A of X, B, CEO of Y, and the Department of Z"."""
    leaders = _LEADERS_AT.match(words)
    if leaders:
        firms = _pieces_of(words[leaders.end() :])
        yield from (recipient(None, f"{leaders[1]} {firm}" if len(firms) == 1 else firm, firm) for firm in firms)
        return
    heads = _HEADS.match(words)
    if heads:
        yield from _each_head(heads[1], words[heads.end() :])
        return
    firms = _firms(words)
    yield from (recipient(None, firm, firm) for firm in firms) if firms else _holders(list(_each(words)))


_LEADERS_AT = re.compile(r"((?:leaders|executives|officials|leadership) at) (?:the )?(?=[A-Z])")


def _pieces_of(words: str) -> list[str]:
    return [unguarded(p).strip(" ,") for p in _SPLIT.split(kept_whole(words)) if p.strip(" ,")]


def _firms(words: str) -> list[str]:
    """Return the pieces of a list of companies: none of them an office, and one a word that no person is called by."""
    pieces = _pieces_of(words)
    if len(pieces) < 3 or any(PERSONAL.search(p) and not _COMPANY.fullmatch(p) for p in pieces):
        return []
    plain = all(p[:1].isupper() and len(p.split()) < 5 and word_key(p.split()[-1]) not in INSTITUTIONS for p in pieces)
    return pieces if plain and any("&" in p or _CAMEL.search(p) or " " not in p for p in pieces) else []


_CAMEL = re.compile(r"\b(?!Mc|Mac|De|Di|La|Le|Fitz|Van)[A-Z][a-z]+[A-Z]")


def _each(words: str) -> Iterator[Recipient]:
    """Yield what each piece of a phrase names; a title for several ("Governors A and B") is each one's."""
    shared = ""
    for piece in _pieces(words):
        office, name = (piece, None) if acronym(piece) else office_and_name(piece)
        placed = _OF_PLACE.fullmatch(piece) if shared and not name else None
        if placed:
            office, name = f"{shared} of {placed['place']}", placed["name"]
        many = _MANY.fullmatch(office or "")
        if many:
            shared = f"{many[1] or ''}{_ONE_OF[many[2]]}"
            office = shared + (many[3] or "")
        elif office and not placed:
            shared = ""
        if name or office:
            yield recipient(name, office or shared or None, piece)


_OF_PLACE = re.compile(r"(?P<name>(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+) of (?P<place>[A-Z]\w+(?: [A-Z]\w+)?)")
_ARTICLED = re.compile(r"^the ")
_OFFICES_OF = re.compile(rf"(?P<head>(?:[A-Z]\w+ )*(?:[Cc]o-?)?(?i:{OFFICE}))(?P<of> (?:of|on|for) .+)?")


def _holders(found: list[Recipient]) -> Iterator[Recipient]:
    """Give the names that follow them to offices told of first: "the Chair and Ranking Member of X, A B and C D"."""
    head = _OFFICES_OF.fullmatch(found[0].office or "") if len(found) in (2, 3) else None
    named = [r for r in found if r.name]
    if head and head["of"] and _SEVERAL.search(head["head"]) and len(named) == 2 and found[-2].name:
        one = _SEVERAL.sub(lambda m: m[1], head["head"]) + head["of"]
        yield from (recipient(r.name, one, r.as_stated) for r in named)
        return
    if head and not head["of"] and len(found) == 3 and len(named) == 2 and not (found[0].name or found[2].office):
        rest = _OFFICES_OF.fullmatch(found[1].office or "")
        if rest and rest["of"]:
            yield recipient(found[1].name, head["head"] + rest["of"], found[1].as_stated)
            yield recipient(found[2].name, found[1].office, found[2].as_stated)
            return
    rest = _OFFICES_OF.fullmatch(found[2].office or "") if len(found) == 3 and len(named) == 2 else None
    one = _ARTICLED.sub("", found[1].office or "") if rest else ""
    if rest and rest["of"] and not found[2].name and _OFFICES_OF.fullmatch(one):  # "A and B, the Chair and Member of X"
        yield recipient(found[0].name, one + rest["of"], found[0].as_stated)
        yield recipient(found[1].name, found[2].office, found[1].as_stated)
        return
    yield from found


_ONE_OF = {
    "Chairmen": "Chairman", "Secretaries": "Secretary", "Administrators": "Administrator", "Directors": "Director",
    "Leaders": "Leader", "Commissioners": "Commissioner", "Governors": "Governor", "Chairs": "Chair",
    "Senators": "Senator", "Representatives": "Representative", "Congressmen": "Congressman",
    "Congresswomen": "Congresswoman", "Sens.": "Sen.", "Reps.": "Rep.",
}  # fmt: skip
_MANY = re.compile(rf"((?:[A-Z]\w+ )*)({'|'.join(map(re.escape, _ONE_OF))})( of [A-Z][\w ]+)?")
_SEVERAL = re.compile(r"([Cc]hair(?:wo)?|[Ll]eader|[Pp]resident|[Dd]irector|[Ss]ecretar|[Cc]ommissioner)(?:s|men|ies)$")


_ACRONYM = re.compile(r"(?!US$|GOP$|U\.S)[A-Z]{2,6}")


def acronym(words: str | None) -> bool:
    """Tell whether an addressee is a body's initials: "IRS"."""
    return bool(words and _ACRONYM.fullmatch(words))


_SPLIT = re.compile(r",?\s+(?:and|as well as)\s+(?:the\s+|to\s+(?:the\s+)?)?|,\s+(?:the\s+)?|;\s+")
PERSONAL = re.compile(rf"(?:{OFFICE})\b", re.IGNORECASE)


def _pieces(words: str) -> list[str]:
    """Split a phrase at commas and "and"s, but not within the name of an office or behind a person."""
    words = kept_whole(words)
    raw = _SPLIT.split(words)
    joints = [m[0] for m in _SPLIT.finditer(words)]
    out: list[str] = []
    for i, piece in enumerate(raw):
        joint = joints[i - 1] if i else ""
        if out and _belongs(out[-1], joint, piece):
            out[-1] += joint + piece
        else:
            out.append(piece)
    return [unguarded(p).strip(" ,") for p in out if p.strip(" ,")]


_HEADS = re.compile(
    r"(?:the )?(CEO|Chief Executive|Chief Executive Officer|President|Director|Head|Chair|Commissioner|Administrator|"
    r"Secretar|Governor)(?:s|ies) (?:of|at) (?:the )?(?=[A-Z])"
    r"(?!.*\b(?:Secretary|Director|CEO|Commissioner|Administrator|Governor)\b)",
    re.IGNORECASE,
)


def _each_head(head: str, words: str) -> Iterator[Recipient]:
    """Yield each office of a list that has one head word: "CEOs of A, B, and C"."""
    head = f"{head}y" if head.endswith("retar") else head
    bodies = [
        unguarded(piece).strip(" ,")
        for piece in re.split(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?", kept_whole(words))
        if piece.strip(" ,")
    ]
    named = [b for b in bodies[1:] if _person_only(b)] if _PANEL.search(bodies[0]) else []
    if named and len(named) == len(bodies) - 1:  # "Chairs of the Committee on Rivers, A B and C D"
        yield from (recipient(name, f"{head[0].upper()}{head[1:]} of {bodies[0]}", name) for name in named)
        return
    for body in bodies:
        yield recipient(None, f"{head[0].upper()}{head[1:]} of {body}", body)


_PANEL = re.compile(r"\b(?:Sub)?[Cc]ommittee\b|\bCommission\b|\bCaucus\b")


WHOLE = re.compile(r"(?:U\.S\.? )?(?:Department|Bureau of|Office|House|Senate|White)(?!\w)")


def _belongs(before: str, joint: str, piece: str) -> bool:
    """Tell whether `piece` goes on with the addressee `before`, rather than naming another one."""
    if re.match(r"(?:Jr|Sr|III?|M\.?D|Ph\.?D|Inc|LLC)\b", piece) or (
        ", " in joint and "and" not in joint and _place(before) and PERSONAL.search(piece)
    ):
        return True
    office, name = office_and_name(before)
    own_office, own_name = office_and_name(piece)
    if "and" in joint or "as well" in joint:
        if (name and not office and own_office) and (_spelt_out(before + " " + piece) or _KIND_OF_BODY.match(before)):
            return True  # "the National Oceanic and Atmospheric Administration (NOAA)"
        if name or "the" in joint.split() or before.isupper() or piece.isupper() or before.endswith(")"):
            return False
        if (own_name and not own_office) or not (_institution(before) or _institution(piece)):
            return False  # a further person, or a company
        if _ONE_OFFICE.match(piece) or (PERSONAL.search(piece) and (WHOLE.match(before) or PERSONAL.search(before))):
            return False
        return not WHOLE.match(piece) and not piece.startswith("U.S.")
    if ";" in joint:
        return False
    if not name and office and _institution(before) and " " not in piece.partition(" (")[0]:
        return True  # "Bureau of Alcohol, Tobacco, …"
    if not name and office and own_name and (not own_office or _RANK.fullmatch(own_office)):
        return True  # "the Secretary of Treasury, Cy Dole", "the Chief of Engineers, General A B"
    ranked = not office or _RANK.fullmatch(office)
    return bool(name and ranked and own_office and not own_name)  # "Cy Dole, CEO of Corvane"


_RANK = re.compile(r"(?:(?:Lieutenant|Major|Brigadier|Vice|Rear) )?(?:General|Admiral|Colonel)")
_KIND_OF_BODY = re.compile(r"(?:National|Federal|International|American|Occupational|Internal)\b")
_IN_BRACKETS = re.compile(r"\(([A-Z]{2,8})\)")


def _spelt_out(words: str) -> bool:
    """Tell whether the letters in brackets are the first letters of the words before them."""
    short = _IN_BRACKETS.search(words)
    return short is not None and short[1] == "".join(w[0] for w in words[: short.start()].split() if w[0].isupper())


def _place(words: str) -> bool:
    """Tell whether a piece is only a place, as in "Washington, D.C. Mayor"."""
    return len(words.split()) <= 2 and not PERSONAL.search(words) and not _institution(words) and words.istitle()


_FILLER = re.compile(r"^(?:both|its|their|his|her|(?:U\.S\.|US)(?! Attorney\b(?! General))|the|then|former)\s+")
_SEATED = re.compile(r"\s*\((?:[DRI]-[^)]*|[A-Z]{2}-\d+)\)")
_TOKEN = re.compile(r"\([^)]*\)|[^\s]+")
_OPEN = re.compile(r"\b(?:of|for|to|(?:[Cc]ommittee|Commission|Council) on)(?: the)?$")


def office_and_name(piece: str) -> tuple[str | None, str | None]:
    """Cut one addressee into office and name; either may be None."""
    piece = _FILLER.sub("", piece.strip(" ,.")).strip()
    piece = _DEGREES.sub("", _SEATED.sub("", piece))
    trailed = _trailed(piece)
    if trailed:
        return trailed
    amid = _NAME_AMID.fullmatch(piece)
    if amid and not any(word_key(w) in INSTITUTIONS or _ONE_OFFICE.fullmatch(w) for w in amid["name"].split()):
        return f"{amid['title']} {amid['of']} {amid['body']}", amid["name"]
    if _FREE_COMMA.search(kept_whole(piece)):
        return _at_comma(piece)
    if _COMPANY.fullmatch(piece):
        return piece, None
    tokens = list(_TOKEN.finditer(piece))
    cut, courteous = _cut(tokens)
    known = whole_until(piece)
    cut = max(cut, sum(t.start() < known for t in tokens))
    if cut >= len(tokens):
        plain = _without_courtesy(piece)
        return (plain if _institution(plain) else None), None
    name = piece[tokens[cut].start() :].strip(" ,")
    office = _SEAT.sub("", _without_courtesy(piece[: tokens[cut].start()].strip(" ,")))
    count = len(name.split())
    if count > 5 or (name.isupper() and count == 1 and not courteous):
        return (piece if _institution(piece) else None), None
    if not office and count == 1 and not courteous:
        return piece, None
    if _OPEN.search(office):
        return _behind_of(piece, name, office)
    return office or None, name


_DEGREES = re.compile(r",?\s+(?:M\.?D|Ph\.?D|J\.?D|M\.?P\.?H|D\.?V\.?M)\b\.?(?=,|$|\s*\()|\s*\((?=[^)]*$).*$")
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
_COMPANY = re.compile(r"General (?:Mills|Motors|Electric|Dynamics|Atomics)(?: .*)?")


def _trailed(piece: str) -> tuple[str | None, str | None] | None:
    """Read an addressee behind whose name stands a suffix, or the body in brackets; None if neither does."""
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
            or _ONE_OFFICE.fullmatch(token[0].strip(",’'"))
            or token[0].endswith(("’s", "'s"))
        ):
            cut = i + 1
    return cut, courteous


def _behind_of(piece: str, name: str, office: str) -> tuple[str | None, str | None]:
    """Read "Governor of Virginia" as an office, "CEO of Corvane Cy Dole" as office and name."""
    parts = name.split()
    if len(parts) < 3 or not PERSONAL.search(office):
        return piece, None
    return f"{office} {' '.join(parts[:-2])}", " ".join(parts[-2:])


def _without_courtesy(words: str) -> str:
    return " ".join(w for w in words.split() if word_key(w) not in COURTESY - {"the"})


_ONE_OFFICE = re.compile(OFFICE, re.IGNORECASE)
_SMALL = words("of the for and to on general")


def _at_comma(piece: str) -> tuple[str | None, str | None]:
    """Read "NAME, OFFICE …" or "OFFICE, NAME"; else the piece is an office or institution without a name."""
    before, _, after = piece.partition(",")
    if _person_only(before):
        return after.strip(), _without_courtesy(before)
    front, _, last = piece.rpartition(",")
    last = _RANKED.sub("", last.strip())
    if _institution(front) and _person_only(last):
        return front.strip(), _without_courtesy(last)
    office, name = office_and_name(before)
    if name:
        return (f"{office}, {after.strip()}" if office else after.strip()), name
    return (piece, None) if _institution(piece) else (None, None)


_RANKED = re.compile(rf"^{_RANK.pattern} (?=[A-Z])")


def _person_only(words: str) -> bool:
    tokens = words.split()
    return (
        2 <= len(tokens) <= 4
        and all(t[0].isupper() and word_key(t) not in INSTITUTIONS for t in tokens)
        and not PERSONAL.search(words)
    )


def _institution(piece: str) -> bool:
    return (
        bool(PERSONAL.search(piece))
        or any(word_key(w) in INSTITUTIONS for w in piece.split())
        or piece.startswith("White House")
    )
