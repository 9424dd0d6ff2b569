"""The office that a text gives a signer beside the name: "Chair of the Committee on Rivers, Ferries, and Tolls"."""

from __future__ import annotations

import re

from brief.letter.names import Mention

_OFFICE_ROLE = re.compile(
    r"\b(?:Co-?)?(?:Chair\w*|Ranking|Leader|Whip|Speaker|Attorneys? General|Governor|Mayor|Dean|President Pro)\b"
)
_ROLE_BEHIND = re.compile(
    r",? (?:who (?:serves as|is|chairs) )?(?:the |a )?"
    r"((?:(?:Co-?|[Vv]ice )?[Cc]hair(?:man|woman|person)?\b|Ranking Member\b|"
    r"(?:Majority|Minority|Republican|Democratic) (?:Leader|Whip)|Leader of\b|"
    r"top (?:Democrat|Republican)\b|(?:senior|ranking) (?:member|Democrat|Republican)\b|Dean\b)"
    r"(?:[^,.;()“”\n]|(?<=\bU)\.(?=S)|(?<=U\.S)\.|\n(?=[a-z])){0,90}?)"
    r"(?=,|\n| and (?:U\.S\.|Sen|Rep|Congress)|(?<!\bU)(?<!U\.S)\.)"
)


_OF_NO_PANEL = re.compile(r"Whip|Majority|Minority|Governor|Attorney|Mayor")
_COUNTRY = re.compile(r"^(?:U\.S\.?|US)\s+")
_SEAT = re.compile(r"\s*\b(?:Sens?\.|Senators?|Reps?\.|Representatives?|Congress(?:man|woman))$")


def role(text: str, one: Mention) -> str | None:
    """Return the office that the text gives a signer beside the name, as stated."""
    title = _COUNTRY.sub("", one.title)
    title = _SEAT.sub("", title)
    if named := _OFFICE_ROLE.search(title):
        panel = named.start() and not _OF_NO_PANEL.search(title)
        return _before(text, one, _PANEL_BEFORE if panel else _COMING) + title
    if one.office:
        return one.office
    paired = _PAIRED.match(text, one.end)
    if paired:
        return paired["first"] + paired["of"]
    behind = _ROLE_BEHIND.match(text, one.end)
    both = _BOTH.match(behind[1]) if behind and text[: one.start].endswith(_JOINED) else None
    if behind and both:
        return both["second"] + behind[1][both.end() :] + _rest_of_panel(text, behind)
    return behind[1] + _rest_of_panel(text, behind) if behind else None


_JOINED = (" and ", " and Senator ", " and Sen. ", " and Rep. ", " and Representative ")
_TWO = r"(?P<first>Chair(?:man|woman)?) and (?P<second>(?:Vice |Ranking |Co-)(?:Chair(?:man|woman)?|Member))"
_BOTH = re.compile(_TWO)
_PAIRED = re.compile(
    rf"(?: \([^)]*\))? and (?:[A-Z][\w.’'-]+ ){{0,4}}[A-Z][\w’'-]+(?: \([^)]*\))?, (?:the )?{_TWO}"
    r"(?P<of> of (?:the )?(?:U\.S\. )?[^,.;()\n]{3,70})(?=[,.;\n])"
)
"""Two offices told of two persons: "A and B, Chairman and Vice Chairman of the Committee"."""
_PANEL = re.compile(r"ommittee on (?:the )?[^,]*$")
_GOES_ON = re.compile(
    r"(?:, (?!(?:U\.S|Sen|Rep|Congress|and\b)))(?:[A-Z][\w’&'-]+ ?){1,4}(?:, "
    r"(?!and\b)(?:[A-Z][\w’&'-]+ ?){1,4})*,? and "
    r"(?!(?:U\.S|Sen|Rep|Congress))(?:[A-Z][\w’'-]+ ?){1,4}(?<! )|"
    r",? and (?!(?:U\.S|Sen|Rep|Congress|Ranking|Chair))(?:[A-Z][\w’'-]+ ?){1,4}(?<! )(?=[,.;])"
)

_TO_PANEL = re.compile(
    r"(?:, [A-Z][\w’&'-]+(?: [A-Z][\w’&'-]+){0,2}){1,4},? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? Committee\b"
)


def _rest_of_panel(text: str, behind: re.Match[str]) -> str:
    """Return the rest of a committee's name that has commas of its own."""
    rest = (_GOES_ON if _PANEL.search(behind[1]) else _TO_PANEL).match(text, behind.end(1))
    return rest[0].rstrip() if rest else ""


_PANEL_BEFORE = re.compile(
    r"(?:(?:[A-Z][\w’'-]*\.? )*(?:Sub)?[Cc]ommittee on (?:the )?(?:[A-Z][\w’'-]+(?:, (?:and )?| and ))*|"
    r"(?:[A-Z][\w’'-]+, )+(?:[A-Z][\w’'-]+,? )?and |(?:Senate|House) [A-Z][\w’'-]+ and |\bWays and |"
    r"\b(?:Agriculture|Banking|Commerce|Education|Energy|Environment|Finance|Health|Housing|Interior|Judiciary|Labor|"
    r"Oversight|Ports|Rivers|Science|Trade|Transportation|Veterans|Water) and )$"
)


_COMING = re.compile(
    r"(?:\b(?:incoming|outgoing|acting) |(?:(?:Senate|House) )?(?:[A-Z][\w’'-]+ )*(?:Sub)?[Cc]ommittee on (?:the )?"
    r"(?:[A-Z][\w’'-]+,? (?:and )?)+\([A-Z]+\) )$"
)


def _before(text: str, one: Mention, panel: re.Pattern[str]) -> str:
    """Return the front of a committee's name that small words part from the title ("House Committee on Rivers …")."""
    at = text.rfind(one.title, 0, one.start)
    found = panel.search(text, max(0, at - 110), at) if at > 0 else None
    return re.sub(r"^(?:To|Yester|[A-Z][a-z]{2,5})day, ", "", found[0]) if found else ""
