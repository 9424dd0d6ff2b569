"""Offices and institutions, and how a phrase that names addressees falls into them and their holders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.letter.card import Recipient
from brief.letter.names import word_key
from brief.letter.vocabulary import words

OFFICE = (
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
    wildlife forest reclamation statistics patent trademark copyright library appropriations judiciary finance
    ways means ethics rules secretariat ministry parliament embassy government republic kingdom city county
    commonwealth
    """
)
COURTESY = words("mr mrs ms dr mx madam mister hon honorable the sir your excellency")


def recipient(name: str | None, office: str | None, stated: str) -> Recipient:
    """Return an addressee as read."""
    return Recipient(name=name, office=office, as_stated=stated)


def phrase(words: str) -> Iterator[Recipient]:
    """Yield the addressees that a phrase names: "Secretary A of X, B, CEO of Y, and the Department of Z"."""
    for piece in _pieces(words):
        office, name = office_and_name(piece)
        if name or office:
            yield recipient(name, office, piece)


_SPLIT = re.compile(r",?\s+(?:and|as well as|&)\s+(?:the\s+|to\s+(?:the\s+)?)?|,\s+(?:the\s+)?|;\s+")
_PERSONAL = re.compile(rf"(?:{OFFICE})\b", re.IGNORECASE)


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
    office, name = office_and_name(before)
    own_office, own_name = office_and_name(piece)
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


def office_and_name(piece: str) -> tuple[str | None, str | None]:
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
            or bare in INSTITUTIONS
            or re.fullmatch(rf"{OFFICE}", word.strip(",’'s"), re.IGNORECASE)
            or bare in _SMALL
            or word[0].islower()
        ):
            cut = i + 1
        elif bare in COURTESY:
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
        left, right = office_and_name(before), office_and_name(after)
        if right[1] and left[0] and not left[1]:
            return before.strip(), right[1]
        if _person_only(before):
            return after.strip(), before.strip()
    return (piece, None) if _institution(piece) else (None, None)


def _person_only(words: str) -> bool:
    tokens = words.split()
    return (
        2 <= len(tokens) <= 4
        and all(t[0].isupper() and word_key(t) not in INSTITUTIONS for t in tokens)
        and not _PERSONAL.search(words)
    )


def _institution(piece: str) -> bool:
    return (
        bool(_PERSONAL.search(piece))
        or any(word_key(w) in INSTITUTIONS for w in piece.split())
        or piece.startswith("White House")
    )
