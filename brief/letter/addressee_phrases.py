"""A phrase that names addressees, parted into each of them: "Secretary A of X, B of Y, and the Department of Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.letter.bodies import kept_whole, unguarded
from brief.letter.card import Recipient
from brief.letter.names import word_key
from brief.letter.offices import (
    COMPANY,
    INSTITUTIONS,
    OFFICE,
    ONE_OFFICE,
    PERSONAL,
    RANK,
    institution,
    office_and_name,
    person_only,
    recipient,
)


def phrase(words: str) -> Iterator[Recipient]:
    """Yield the addressees that a phrase names: "Secretary A of X, B, CEO of Y, and the Department of Z"."""
    leaders = _LEADERS_AT.match(words)
    if leaders:
        firms = _pieces_of(words[leaders.end() :])
        yield from (recipient(None, f"{leaders[1]} {firm}" if len(firms) == 1 else firm, firm) for firm in firms)
        return
    departments = _DEPARTMENTS.match(words)
    if departments:
        for piece in _pieces_of(words[departments.end() :].replace("Energy and Commerce", "Energy, Commerce")):
            if acronym(piece) or _OWN_BODY.search(piece):
                yield recipient(None, piece, piece)
                continue
            field = piece.removeprefix("the ")
            the = "the " if field.startswith(("Interior", "Treasury", "Navy", "Army")) else ""
            yield recipient(None, f"Department of {the}{field}", f"Department of {the}{field}")
        return
    heads = _HEADS.match(words)
    if heads:
        yield from _each_head(heads[1], words[heads.end() :])
        return
    firms = _firms(words)
    yield from (recipient(None, firm, firm) for firm in firms) if firms else _holders(list(_each(words)))


_DEPARTMENTS = re.compile(r"(?:the )?(?:U\.S\. |United States )?Departments of (?=the [A-Z]|[A-Z])")
_OWN_BODY = re.compile(r"\b(?:Agency|Administration|Bureau|Service|Office|Commission|Board)\b")
_LEADERS_AT = re.compile(r"((?:leaders|executives|officials|leadership) at) (?:the )?(?=[A-Z])")


def _pieces_of(words: str) -> list[str]:
    return [unguarded(p).strip(" ,") for p in _SPLIT.split(kept_whole(words)) if p.strip(" ,")]


def _firms(words: str) -> list[str]:
    """Return the pieces of a list of companies: none of them an office, and one a word that no person is called by."""
    pieces = _pieces_of(words)
    if len(pieces) < 3 or any(PERSONAL.search(p) and not COMPANY.fullmatch(p) for p in pieces):
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


_SPLIT = re.compile(r",?\s+(?:and|as well as)\s+(?:the\s+|to\s+(?:the\s+)?)?|,\s+(?:the\s+)?|;(?<!&amp;)\s+(?:and\s+)?")


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
    named = [b for b in bodies[1:] if person_only(b)] if _PANEL.search(bodies[0]) else []
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
        if (own_name and not own_office) or not (institution(before) or institution(piece)):
            return False  # a further person, or a company
        if ONE_OFFICE.match(piece) or (PERSONAL.search(piece) and (WHOLE.match(before) or PERSONAL.search(before))):
            return False
        return not WHOLE.match(piece) and not piece.startswith("U.S.")
    if ";" in joint:
        return False
    if not name and office and institution(before) and " " not in piece.partition(" (")[0]:
        return True  # "Bureau of Alcohol, Tobacco, …"
    if not name and office and own_name and (not own_office or RANK.fullmatch(own_office)):
        return True  # "the Secretary of Treasury, Cy Dole", "the Chief of Engineers, General A B"
    ranked = not office or RANK.fullmatch(office)
    return bool(name and ranked and own_office and not own_name)  # "Cy Dole, CEO of Corvane"


_KIND_OF_BODY = re.compile(r"(?:National|Federal|International|American|Occupational|Internal)\b")
_IN_BRACKETS = re.compile(r"\(([A-Z]{2,8})\)")


def _spelt_out(words: str) -> bool:
    """Tell whether the letters in brackets are the first letters of the words before them."""
    short = _IN_BRACKETS.search(words)
    return short is not None and short[1] == "".join(w[0] for w in words[: short.start()].split() if w[0].isupper())


def _place(words: str) -> bool:
    """Tell whether a piece is only a place, as in "Washington, D.C. Mayor"."""
    return len(words.split()) <= 2 and not PERSONAL.search(words) and not institution(words) and words.istitle()
