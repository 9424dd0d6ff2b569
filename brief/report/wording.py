"""How people, parties, dates and places are said in a report: one style throughout."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from brief.letter.card import DateBasis, Deadline, LetterCard, Person, Recipient

_PARTIES = {"D": ("Democrat", "Democrats"), "R": ("Republican", "Republicans"), "I": ("independent", "independents")}
_TITLES = {"house": ("Rep.", "Reps."), "senate": ("Sen.", "Sens.")}
_BASIS: dict[DateBasis, str] = {"letter": "", "release": "date of the release", "page": "date of the page", "none": ""}
KIND = {
    "full": "the letter in full",
    "excerpt": "an excerpt of the letter: what is absent here may stand in the full text",
    "reported": "a report of the letter: silence here is not silence of the letter",
    "none": "no letter found in it; read as one text",
}
_NAMES_SHOWN = 6


def plain(text: str) -> str:
    """Return `text` on one line, without control, format and private characters, or halves of surrogate pairs.

    An ampersand that a page left written as its entity is one.
    """
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C")
    return re.sub(r" {2,}", " ", kept.replace("&amp;", "&")).strip()


def fragment(text: str) -> str:
    """Return `text` on one line without a quotation mark whose partner was left behind."""
    said = plain(text)
    if said.count("”") > said.count("“") and said.rstrip(".,;").endswith("”"):
        said = "".join(said.rsplit("”", 1))
    if said.count("“") > said.count("”") and said.startswith("“"):
        said = said[1:]
    if said.count('"') == 1:
        said = said.replace('"', "") if said.startswith('"') or said.rstrip(".,;").endswith('"') else said
    return said


def plural(count: int, one: str, several: str | None = None) -> str:
    """Return the count with its noun: "1 question", "7 questions"."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def long_date(iso: str | None) -> str:
    """Return an ISO date as "April 11, 2019"; what is no date stays as it is."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return plain(iso or "")
    return f"{day:%B} {day.day}, {day.year}"


def person(who: Person, title: bool = True) -> str:
    """Return a signer as "Rep. Ada Birch (D-OR-3)", or with the role of one who is no Member."""
    seat = "-".join(plain(p) for p in (who.party, who.state, who.district) if p)
    name = plain(who.name or who.as_stated) + (f" ({seat})" if seat else "")
    before = _TITLES[who.chamber][0] + " " if title and who.chamber else ""
    role = f", {plain(who.role)}" if who.role else ""
    return before + name + role


def people(card: LetterCard, shown: int = _NAMES_SHOWN) -> str:
    """Return the senders, those of one chamber together under one title; after `shown` names the rest is counted."""
    groups: list[tuple[str | None, list[Person]]] = []
    for who in card.senders[:shown]:
        if groups and groups[-1][0] == who.chamber:
            groups[-1][1].append(who)
        else:
            groups.append((who.chamber, [who]))
    said = "; ".join(_group(chamber, who) for chamber, who in groups)
    more = len(card.senders) - shown
    counted = _COUNT.match(card.senders_unnamed or "") if more > 0 else None
    if more > 0:
        said += f" and {more + int(counted[0]) if counted else more} more"
    if card.senders_unnamed and not counted:
        said += (" and " if said else "") + plain(card.senders_unnamed)
    return said or "not named"


_COUNT = re.compile(r"\d+(?= other| of | colleagues| more)")


def _group(chamber: str | None, who: list[Person]) -> str:
    if not chamber or len(who) == 1:
        return "; ".join(person(p) for p in who)
    divider = "; " if any(p.role for p in who) else ", "
    return _TITLES[chamber][1] + " " + divider.join(person(p, title=False) for p in who)


def party_split(card: LetterCard) -> str:
    """Return the parties of the named senders: "1 Democrat, 3 Republicans"."""
    counts = card.party_count
    pieces = [plural(n, *_PARTIES[p]) for p, n in (("D", counts.D), ("R", counts.R), ("I", counts.I)) if n]
    if counts.unknown and pieces:
        pieces.append(f"{counts.unknown} of unknown party")
    return ", ".join(pieces)


def recipient(to: Recipient) -> str:
    """Return an addressee as name and office ("Marisol Achterberg, Secretary of Commerce"), or as a title and a name
    where the letter has just these two ("President Roe").
    """
    pieces = [plain(p) for p in (to.name, to.office) if p]
    stated = re.sub(r"^(the )?(hon\.|honorable) ", "", plain(to.as_stated), flags=re.IGNORECASE)
    if len(pieces) == 2 and stated.casefold() == f"{pieces[1]} {pieces[0]}".casefold():
        return stated
    return ", ".join(dict.fromkeys(pieces)) or stated


def recipients(card: LetterCard, shown: int = 4) -> str:
    """Return the addressees; after `shown` the rest is counted."""
    said = "; ".join(recipient(to) for to in card.recipients[:shown])
    more = len(card.recipients) - shown
    return (said + (f" and {more} more" if more > 0 else "")) or "not stated"


def dated(card: LetterCard) -> str:
    """Return the letter's date and, if it is not the letter's own, where it comes from."""
    if not card.date:
        return "not stated"
    basis = _BASIS[card.date_basis]
    return long_date(card.date) + (f" ({basis})" if basis else "")


def due(deadline: Deadline) -> str:
    """Return a deadline with its date in front: "March 8, 2024 (“COB Friday, March 8”)"; the words only if they add."""
    day, stated = long_date(deadline.date), plain(deadline.as_stated)
    if day and day in stated:
        return day
    return f"{day} (“{stated}”)" if day else f"“{stated}”"


def resolved(deadline: Deadline) -> tuple[str, ...]:
    """Return how a deadline's date came about, if that is more than reading it."""
    rule = plain(deadline.rule)
    return (rule,) if rule and rule != "as stated" else ()


def surname(name: str) -> str:
    """Return the last word of a name, suffixes such as Jr. left aside."""
    words = [w for w in plain(name).replace(",", " ").split() if not re.fullmatch(r"(Jr|Sr|I{1,3}|IV)\.?", w)]
    return words[-1] if words else ""


def short_name(card: LetterCard) -> str:
    """Return a name for the letter in tables and columns: "Birch–Dole to Roe, 2031"."""
    target = addressee(card)
    pieces = senders_name(card) + (f" to {target}" if target else "")
    return f"{pieces}, {card.date[:4]}" if card.date else pieces


def senders_name(card: LetterCard) -> str:
    """Return the senders' surnames: "Birch–Dole", or "Stroud-Pike +3" where there are more than two."""
    names = [surname(p.name) for p in card.senders if surname(p.name)]
    if not names:
        return plain(card.id)
    return f"{names[0]} +{len(names) - 1}" if len(names) > 2 else "–".join(names)


def addressee(card: LetterCard) -> str:
    """Return the first addressee's surname, or a short form of the office ("Commerce", "the President")."""
    to = card.recipients[0] if card.recipients else None
    if to is None:
        return ""
    if to.name and surname(to.name):
        return surname(to.name)
    office = plain(to.office or to.as_stated)
    if re.match(r"(the )?president( of the united states)?$", office, re.IGNORECASE):
        return "the President"
    return re.sub(
        r"^(the )?(secretary|department|administrator|director) (of|for) (the )?", "", office, flags=re.IGNORECASE
    )


def without_stance(text: str, stance: str) -> str:
    """Take the stance from the beginning of a position ("opposes the sale"), for where it is shown beside it."""
    first, _, rest = text.partition(" ")
    return rest if first.casefold() == stance and rest else text


_CONCERN = re.compile(
    r"(?:[\w-]+,? ){0,4}?(?:concern(?:s|ed)?|alarm(?:ed)?|troubled|disturbed|disappoint(?:ed|ment)|dismayed?|outraged?|"
    r"frustrat(?:ed|ion)|worried|appalled)"
    r" (?:about|by|with|over|at|that|in|regarding|for|to (?:learn|see|hear)(?: that| of)?) (?=\S)"
)


def concern_of(text: str) -> str:
    """Return what a position is concerned about ("deeply troubled by the delay": "the delay"); "" if it is not."""
    frame = _CONCERN.match(text)
    return text[frame.end() :] if frame else ""
