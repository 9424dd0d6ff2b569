"""Who writes to whom, as the subject and the object of a sentence."""

from __future__ import annotations

import re

_COUNTED = re.compile(r"(?:the |more than |over |nearly |about |almost |at least |some )?\d")
_UNNAMED = re.compile(rf"{_COUNTED.pattern}|(?:a|and|dozens|bipartisan)\s|others?\b", re.IGNORECASE)
_TAIL = re.compile(r"\s*[(,].*$")
_OF_HOW_MANY = re.compile(r" of “[^”]*”$")
_OFFICE = re.compile(
    r"^(?:[A-Z][a-z]+ )?(?:President|Vice President|Secretary|Attorney General|Administrator|Director|Commissioner|"
    r"Ambassador|Chair\w*|Governor|Speaker|Department|Comptroller|Postmaster|(?:Postmaster|Surgeon|Inspector|"
    r"Comptroller|Solicitor) General)(?: (?:of|for|to) .*)?$"
)
_COURTESY = re.compile(
    r"^(?:Mr\.|Madam|Ms\.) (?=[A-Z][a-z]+$)(?=President|Vice President|Speaker|Secretary|Chair)", re.IGNORECASE
)
_HEADS = r"Secretary|Director|Administrator|Chair|Commissioner|General\b|President|CEO|Leader|Speaker|Ambassador"
_BODY = re.compile(
    rf"(?:U\.S\. )?(?:[A-Z](?:(?!{_HEADS}|Mr\.|[A-Z]\. ).)*\b)?"
    r"(?:Department|Commission|Committee|Subcommittee|Office|Bureau|Agency|Board|[Aa]dministration|Corps|Service|Council|"
    rf"Authority|Association|White House|Pentagon)(?: (?:of|on|for)\b(?:(?!{_HEADS}).)*)?$"
)
_HEADS_OF = r"Secretary|Director|Administrator|Commissioner|Chair\w*|Chief|Chief Executive Officer|CEO|President"
_HEAD_OF = re.compile(
    rf"(?P<head>(?:Acting |Deputy |Under ?)?(?:{_HEADS_OF})), (?:[Tt]he )?(?P<body>(?:U\.S\. )?[A-Z].+)"
)
_HOUSE = re.compile(
    r"(?P<office>.*\b(?:of|for|to)\b.*), (?:The )?(?:U\.S\. |United States )?(?:Department|White House)\b.*"
)
_TITLE = (
    r"(?:President|Vice President|Secretary|Attorney General|Administrator|Governor|Postmaster General|Speaker|"
    r"Chair(?:man|woman)?|Ambassador|Commissioner|Director|Senator|Mayor|Superintendent|Prime Minister)"
)
_BEFORE_A_NAME = re.compile(rf"(?:Acting )?{_TITLE}")
_OF = (
    r"(?:State|Defense|War|Commerce|Energy|Labor|Education|Agriculture|Transportation|Veterans Affairs|"
    r"Homeland Security|Health and Human Services|Housing and Urban Development|"
    r"the (?:Treasury|Interior|Navy|Army|Air Force))"
)
_AND_A_NAME = re.compile(
    rf"\b(?:{_TITLE}|Director|Commissioner|Chair\w*|General|Ambassador|CEO|Leader|Secretary of {_OF}) [A-Z][\w.'-]+"
    r"(?: [A-Z][\w.,'-]+){0,3}$"
)
_STOP = re.compile(r"(?<=[a-z]{3})\.$")  # a page's full stop, none of "Jr." or "U.S."
_BRACKET = re.compile(r"\s*\([^()]*\)?$")


def subject(senders: str) -> tuple[str, bool]:
    """Return the senders as the subject of a sentence, and whether they are several.

    Args:
        senders: As on the card, parted by semicolons; a count of those without a name may end the line.
    """
    parts = [_OF_HOW_MANY.sub("", p.strip()) for p in senders.split(";") if p.strip()]
    named = [_TAIL.sub("", p) for p in parts if not _UNNAMED.match(p)]
    more = [p for p in parts if _COUNTED.match(p)]
    if not named:
        return "The senders", True
    if len(named) <= 3 and not more:
        others = ["others"] if any(_UNNAMED.match(p) for p in parts) else []
        return listed([*named, *others]), len(named) + len(others) > 1
    if more and (len(named) <= 2 or not re.match(r"(?:the )?\d", more[0])):
        return listed([*named[:2], more[0]]), True
    count = len(named) - 2 + sum(int(n) for p in more for n in re.findall(r"\d+", p)[:1])
    return f"{named[0]}, {named[1]} and {count} others", True


def addressee(to: str) -> str:
    """Return the recipients as a sentence names them."""
    named = [_called(p.strip()) for p in to.split(";") if p.strip()]
    if not named:
        return "the addressee"
    return listed(named) if len(named) <= 2 else f"{named[0].rstrip(',')} and others"


def names(words: str, whom: str) -> bool:
    """Tell whether words name an addressee: by the last word of the name, or by most of it."""
    known = {w.casefold() for w in re.findall(r"\w{3,}", words)}
    named = [w.casefold() for w in re.findall(r"\w{3,}", whom)]
    return bool(named) and (named[-1] in known or len(known & set(named)) > 2)


def listed(names: list[str]) -> str:
    """Join names as a sentence does: "X, Y and Z"; an office behind the last but one keeps its comma."""
    if len(names) == 1:
        return names[0]
    comma = "," if names[-2].endswith(",") else ""
    return f"{', '.join(n.rstrip(',') for n in names[:-1])}{comma} and {names[-1]}"


def _called(recipient: str) -> str:
    """A recipient as a sentence names them: an office alone takes its article, one after a name a comma behind it."""
    recipient = "the" + recipient[3:] if recipient.startswith("The ") else recipient
    recipient = _STOP.sub("", _BRACKET.sub("", _COURTESY.sub("", recipient)))
    name, comma, office = recipient.partition(", ")
    if comma:
        short = _short(office)
        return f"{short} {name}" if _BEFORE_A_NAME.fullmatch(short) and " " in name else f"{name}, {short},"
    alone = _OFFICE.match(recipient) and not _AND_A_NAME.search(recipient)
    return f"the {recipient}" if alone or _BODY.match(recipient) else recipient


def _short(office: str) -> str:
    """An office without the house that its own name says: "Secretary of Commerce", not "…, Department of Commerce"."""
    office = re.sub(r"^(Attorney General|President)(?:, | of the United States).*", r"\1", office)
    house, head = _HOUSE.fullmatch(office), _HEAD_OF.fullmatch(office)
    if house:
        return house["office"]
    if head and "," not in head["body"] and head["body"] != "White House":
        return f"{head['head']} of the {head['body']}"
    return office.removesuffix(", The White House").removesuffix(", White House")
