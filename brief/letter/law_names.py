"""Where the name of a law, an agreement or a case begins and ends around the word that gives it away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.document import Span
from brief.letter.cites import CITES
from brief.letter.vocabulary import words

_HEAD = re.compile(
    r"\b(?P<act>Act|Amendments|Code(?: of Military Justice)?|Statute|"
    r"Bill(?=[\s,.;:)\"])(?!\s+(?:[A-Z\d]|de\b|von\b|van\b))|Clauses?|Doctrine|Rule|Resolution|Amendment|"
    r"(?:Standards?|Guidelines|Rules|Directive)(?!\s+[A-Z\d]))\b(?:\s+of\s+\d{4})?|"
    r"(?P<law>\b(?:legislation|law|Laws?)\b"
    r"(?!\s+(?:[A-Z]|enforcement\b|firms?\b|schools?\b|students?\b|professors?\b|clerks?\b)))|"
    r"\b(?P<treaty>Treaty|Conventions?|Protocol|Accords?|Charter|Covenant|Agreement|Armistice|Arrangement|Regime|"
    r"Pact|Compact|Declaration|Memorandum\s+of\s+Understanding|[Mm]emorand(?:um|"
    r"a)\s+of\s+understanding(?=\s+(?:between|with|among)\b))"
    r"\b(?:\s+of\s+\d{4})?"
)
"""The words in which the names of laws and agreements end."""
_ABOUT = re.compile(r"\s+(?:on|against|for|of|concerning|relating\s+to|between|with|among)\s+(?:the\s+)?(?=[A-Z])")
_OPEN_ENDED = ("Treaty", "Convention", "Protocol", "Declaration", "Covenant", "Charter", "Memorandum", "memorand")
VERSUS = re.compile(r"\s+vs?\.\s+(?=[A-Z])")
_SHORT = re.compile(r"[A-Z][A-Z-]{2,9}")
_TOKEN = re.compile(r"\S+")
_JOINTS = words("of the and through for on to in with against from by or a & ex rel.")
_OPENERS = """
The My Under In As And By Since Through With When While If For To On Of From Both Although Despite Given After Before
Because Pursuant Our Your This That These Its Their A An Congress Section Sections Title Article Articles Chapter
Part Secretary President Per Using Like Unlike Such Following Additionally However Is Does Did Has Was Will Would
Moreover Furthermore Thus Therefore Where How What Why Indeed Passing Enacting Implementing Invoking Violating
Enforcing Until Court's Notably Similarly Likewise Finally See Cf. Accord Citing Quoting Compare
"""
_NOT_FIRST = words(_OPENERS)
_IN_TITLES = words("My Our Your With From Through Before After Until For On")
"""Openers that also stand inside a name, behind another of its capitals: "Families First Rivers Act"."""
_ANY = (
    r"this|that|the|said|such|an?|any|new|proposed|draft|final|interim|second|annual|old|u\.?s\.?|federal|state|country|"
    r"(?:third|host) country|must|should|can|not|(?:[\w.-]+ )?administration(?:'s)?"
)
_NOT_A_NAME = re.compile(
    rf"(?:(?:{_ANY}) )*(?:act|statute|bill|code|rule|resolution)$|"
    r"(?!continuing appropriations resolution)"
    rf"(?:(?:{_ANY}|[\w.-]+(?:'s|s')|affiliation|confidentiality|user|service|privacy|policy|security|trade|peace|ceasefire|settlement|"
    r"license|cooperation|cooperative|purchase|merger|plea|loan|grant|zip|area|dress|building|internal|conduct|ethics|"
    r"bar|qr|promo|golden|subscriber|project|partnership|watershed|house|senate|farm|spending|omnibus|appropriations|"
    r"authorization|continuing|budget|joint|concurrent|dispute|conflict|simple|bipartisan|alternative) )*"
    r"(?:code|rule|treaty|(?<!farm )bill|conventions?|agreement|accords?|protocol|charter|regime|declaration|clause|"
    r"doctrine|pact|compact|amendments?|arrangement|covenant|resolution)$|"
    r"(?:internet|transfer|safety|security|treatment|testing|health|communications?|file|routing)\b.* protocol\b.*$|"
    r"declaration of (?!independence|human|principles|the rights|rights).*$|"
    r".*\b(?:disaster|emergency) declaration\b.*$|.*\b(?:must|should|can) act$|voluntary .*agreement$|"
    r".*\bresolution of disapproval$",
    re.IGNORECASE,
)
_NOT_A_LAW = re.compile(
    r"(?i)\b(?:federal|state|u\.?s\.?|american|international|criminal|immigration|martial|common|sharia|islamic|"
    r"israeli|chinese|congress|"
    r"administration|senate|house|republican|democratic|public|civil|rule|of|the|new|current|such)\b"
)


_CAPITAL_KEYS = re.compile(
    "A(?:ct|mendment|ccord|greement|rmistice|rrangement)|Bill|C(?:ode|lause|onvention|harter|ovenant|ompact|onstitution)|"
    "D(?:octrine|eclaration|irective)|Guidelines|Law|P(?:rotocol|act)|R(?:ule|egime|esolution)|Sta(?:tute|ndard)|Treaty"
)
_SMALL_KEYS = tuple(map(re.compile, ("legislation", "law", "emorand")))
"""Apart from the capitals, after which the engine leaps from capital to capital; no key begins another."""


def head_words(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the head words of names: their keys are found by plain search, far faster than one pattern for all."""
    keys = (m for keys in (_CAPITAL_KEYS, *_SMALL_KEYS) for m in keys.finditer(flat, start, end))
    for key in keys:
        head = _HEAD.match(flat, key.start() - (key[0] == "emorand"), end)
        if head and (head.start() == 0 or not flat[head.start() - 1].isalnum()):
            yield head


def _back(flat: str, floor: int, at: int) -> int:
    """Return where the run of a name's words that ends at `at` begins; `at` if there is none."""
    begin = at
    dash = flat.rfind("—", max(floor, at - 140), at) + 1
    tokens = list(_TOKEN.finditer(flat, max(floor, at - 140, dash), at))
    for place in reversed(range(len(tokens))):
        token, word = tokens[place], tokens[place].group()
        before = tokens[place - 1].group() if place else ""
        if _SHORT_FORM.fullmatch(word) and (before[:1].isupper() or before in _JOINTS):
            continue  # "the Rivers and Dams (RAD) Act"
        if word[-1] in '.?!:;)"' and not re.fullmatch(r"(?:[A-Z]\.)+", word):
            break
        if word in ("–", "-") and before[:1].isupper() and begin < at and _SIDES.match(flat, at):
            continue  # "the United States – Nord – Canada Agreement"
        if word in _JOINTS:
            opening = word == "the" and place > 0 and _opens(flat, tokens[place - 1].start())
            if opening or not _joins(word, before, flat[begin:at].strip()):
                break
            continue
        if not _may_stand_in_a_name(flat, token, before):
            break
        begin = token.start()
        if word[0] in '("':
            return begin + 1
        if word.endswith(("'s", "s'")) and _is_owner(word):
            named = _CALLED.match(flat, token.end()) and not _BODY.match(word)
            return begin if named else token.end() + 1
    return begin


def _joins(word: str, before: str, name: str) -> bool:
    """Tell whether a small word stands inside the name whose last words are `name`."""
    if _SHORT.fullmatch(name) and word not in ("in", "at"):
        return False  # "the path to citizenship for DREAM Act recipients"
    if word == "and" and _HEAD.fullmatch(before) and before != "Amendments":
        return False
    if word == "the" and (before == "of" and name.startswith("United States")):
        return True
    if word == "the" and before.endswith("ed"):
        return False  # "Introduced the Clean Rivers Act"
    return before[:1].isupper() and not (word == "the" and before in _NOT_FIRST)


def _may_stand_in_a_name(flat: str, token: re.Match[str], before: str) -> bool:
    word = token.group()
    if not re.match(r"[\"(]?[A-Z]|\d", word):
        return False
    if word in _NOT_FIRST and not (word in _IN_TITLES and _in_title(before)):
        return False
    return word[-1] != "," or _in_series(flat, word, token.end()) or bool(_FIRM.match(flat, token.end()))


_FIRM = re.compile(r"\s+(?:LLC|Inc|Corp|Co|Ltd|L\.P|N\.A)\b\.?\s+v")
_SIDES = re.compile(r"(?:[\w -]{0,30})?(?:Agreement|Treaty)\b")
_SHORT_FORM = re.compile(r"\([A-Z][\w'-]{1,15}\)")
_CALLED = re.compile(r"\s(?:Act|Law)\b")
_BODY = re.compile(
    r"(?:President|Congress|Court|Senate|House|State|Department|Agency|Administration|Government|Nation|Committee|"
    r"Secretary|Senator|Governor|America|Today|Last|This|[A-Z]{2,})"
)


def _in_title(before: str) -> bool:
    """Tell whether the word before is a capitalised word of a name, not one that opens or governs it."""
    return before[:1].isupper() and before not in _NOT_FIRST and before[-1] not in ".,;:"


def _is_owner(word: str) -> bool:
    """Tell a body that owns a law ("the Court's", "Congress's") from a word of its name ("Women's", "Children's")."""
    if word.endswith("s'"):
        return bool(re.match(r"(?:Senators|Republicans|Democrats|Representatives|States|Members|Governors)'", word))
    return not re.match(r"(?:Women|Children|Veteran|People|Worker|Farmer|Patient|Men|Consumer|Voter|Parent)'", word)


def _opens(flat: str, at: int) -> bool:
    """Tell whether a sentence begins at `at`."""
    return not flat[:at].rstrip() or flat[:at].rstrip()[-1] in ".?!:;\n" or flat[max(0, at - 2) : at].count("\n") > 0


_SERIES = re.compile(r"\s+(?:and\s+[A-Z]|[A-Z][\w'-]+,?(?:\s+[A-Z][\w'-]+){0,2},?\s+(?:and|[A-Z]))")
_BODIES = re.compile(
    r"(?:Act|Acts|Law|Laws|Code|Treaty|Agreement|Convention|Department|Administration|Court|Congress|Senate|House|Secretary|"
    r"President|Agency|Justice|State|Defense|Commission|Amendments?|[A-Z]{2,}),"
)


def _in_series(flat: str, word: str, at: int) -> bool:
    """Tell whether a comma stands inside a name ("Aid, Relief, and Security Act"), not between two names or bodies."""
    return bool(_SERIES.match(flat, at)) and not _BODIES.fullmatch(word)


def _forth(flat: str, at: int, ceiling: int) -> int:
    """Return where the run of a name's words that begins at `at` ends."""
    end = at
    for token in _TOKEN.finditer(flat, at, min(ceiling, at + 120)):
        word, dash, _ = token.group().partition("—")
        bare = re.sub(r"(?:'s)?[,.;:?!)\"\]]*$", "", word) if not re.fullmatch(r"(?:[A-Z]\.)+", word) else word
        if word in _JOINTS:
            follows = flat[token.end() : token.end() + 40].split()
            if not follows or not (follows[0][:1].isupper() or follows[0] in _JOINTS):
                break
            continue
        if not word[:1].isupper():
            break
        end = token.start() + len(bare)
        if dash:
            break
        if word[-1] == "," and _SERIES_OF_RIGHTS.match(flat, token.end()):
            continue
        if len(bare) < len(word) and not re.match(r"\s+[A-Z]", flat[token.end() :][:2] if word.endswith("'s") else ""):
            break
        if word.endswith("'s"):
            end = token.end()
    return end


_SERIES_OF_RIGHTS = re.compile(r"\s+(?:[A-Z]\w+,? ){1,2}and [A-Z]\w+ (?:Rights|Affairs|Matters|Punishment)\b")
_LEADS_UP = re.compile(
    r"(?:[\dIVXL]+(?:\([a-z0-9]+\))*|(?:House|Senate|Congress)(?=\s+the\s)|(?:[A-Z]{2,6} )?\([A-Z]{2,6}\)|"
    r"(?:[A-Z]\w+ )?[A-Z]\w+s'(?=\s\w+ Amendment)|of|the|and|for|on|to|in|with|by|a|or|FY\s?\d{2,4}|(?:House|"
    r"Senate)-passed)\s+(?=\w)"
)
_CENTURY = re.compile(r"\d+(?:st|nd|rd|th)\b")
_YEAR = re.compile(r"\s+of\s+\d{4}$")


def name_before(flat: str, floor: int, head: re.Match[str], ceiling: int) -> Span | None:
    """The full name that ends, or for agreements begins, in a head word; None if the word stands for one alone."""
    start, end = _back(flat, floor, head.start()), head.end()
    about = _ABOUT.match(flat, end, ceiling) if head["treaty"] and head["treaty"].startswith(_OPEN_ENDED) else None
    if about:
        broken = flat.find("  ", about.end(), ceiling)  # a blank line: a heading is over
        end = max(end, _forth(flat, about.end(), broken if broken >= 0 else ceiling))
    while (opening := _LEADS_UP.match(flat, start, end)) and not _CENTURY.match(flat, start):
        start = opening.end()
    if head["law"]:
        return _law(flat, start, head)
    if flat.startswith(("Jr., ", "Sr., "), start) and (named := _WHOSE.search(flat, floor, start)):
        start = named.start()
    if head["act"] == "Resolution" and _A_BODY.match(flat, end):
        return None
    count = len(flat[start:end].split())
    if (head["act"] == "Resolution" and count > 4) or (_STANDARDS.match(head[0]) and not _is_standard(flat[start:end])):
        return None
    name = _YEAR.sub("", flat[start:end])
    if head["treaty"] and _OF_A_PROGRAM.match(flat, end):
        return None
    generic = _NOT_A_NAME.match(" ".join(name.split())) and len(name) == end - start
    return None if " " not in name.strip() or generic else Span(start, end)


_WHOSE = re.compile(r"(?:(?!(?:The|Under|In|By|As)\b)[A-Z][\w.'-]* ){1,4}[A-Z][\w'-]+, \Z")
"""Whose name a law bears, before "Jr., "."""
_A_BODY = re.compile(r"\s+(?:Office|Center|Service|Board|Agency|Branch|Division|Unit|Program)\b")
_FIRM = re.compile(r",? (?:LLC|L\.L\.C\.|Inc\b\.?|Corp\b\.?|Ltd\b\.?|Co\.|N\.A\.)")
_OF_A_PROGRAM = re.compile(r"(?:\s+\([A-Z]+\))?\s+(?:Programs?|Initiative|Fund|Office|Holders?|Partners?|Team)\b")
_STANDARDS = re.compile(r"Standards?|Guidelines|Rules|Directive")
_OF_RULES = re.compile(
    r"\b(?:Emissions?|Air|Toxics?|Effluent|Fuel|Water|Pollut\w+|Safety|Copper|Diligence|Reporting|Services|Markets|Privacy|Efficiency|Limitation|Dust|Particulate|Particle|Carbon)\b"
)
_NO_STANDARD = re.compile(
    r"\b(?:Institute|Office|Bureau|Organization|Board|Committee|Division|Administration|Gold|Community)\b"
)


def _is_standard(name: str) -> bool:
    """Tell whether a name is long enough, and no body's, to be that of rules: "Effluent Limitation Guidelines"."""
    return len(name.split()) > 2 and bool(_OF_RULES.search(name)) and not _NO_STANDARD.search(name)


def _law(flat: str, start: int, head: re.Match[str]) -> Span | None:
    """A law called by a popular name: "the Leahy Law", "the Tobacco 21 legislation"."""
    named = head["law"] in ("Law", "Laws")
    end = head.end() if named else head.start()
    name = flat[start:end].rstrip()
    fits = 2 <= name.count(" ") + 1 <= (4 if named else 2)
    if not fits or _NOT_A_LAW.search(name) or any(w.islower() for w in name.split()):
        return None
    return Span(start, start + len(name))


_NOT_A_PARTY = re.compile(r"\b(?:in|to|from|on|by|with|against)\s+(?:the\s+)?")
_AND = re.compile(r"\band\s+")
_THE_COURT = re.compile(r"\s+(?:(?:U\.S\.\s+)?Supreme\s+Court|Court)$")
_SUFFIX = re.compile(
    r"(?:,\s+(?:19|20)\d\d\b)?(?:\s+for\s+(?:[Ff]iscal\s+[Yy]ears?|FY)\s?\d{2,4}(?:\s+and\s+(?:FY\s?)?\d{2,4})?)?"
    r"(?:\s+(?:of\s+)?(?:1[6-9]|20)\d\d\b)?(?:,?\s+or\s+(?:the\s+)?[\"']?(?P<or>[A-Z][A-Z-]+(?:\s[A-Z][\w-]*)?\s(?:Act|Law))[\"']?)?"
    r"(?P<brackets>\s*\((?P<short>[^()]{2,60}(?:\([^()]{1,12}\)[^()]{0,30})?)\))?"
)
_LONGEST = 40  # characters of a bracket behind a name that are shown with it
_INSIDE = re.compile(r"\(([A-Z][\w'-]+)\)\s+([A-Z]\w+)$")
_SHORT_NAME = re.compile(
    r"(?:[Tt]he |hereinafter |or )?[\"']?(?P<name>(?:[A-Z][\w&'.-]*[A-Z][\w.-]*|[A-Z][\w'-]+(?= Act\b))"
    r"(?: (?:[A-Z][\w'-]+ )?(?:Act|Rule|Treaty|Agreement|Law))?)[\"',]*"
)


def completed_name(flat: str, span: Span, ceiling: int) -> tuple[Span, tuple[str, ...]]:
    """Take in the year, the fiscal year and the short form or the number in brackets that follow a name.

    Returns:
        The longer span, and the other names that it gives for the same thing.
    """
    found = _SUFFIX.match(flat, span.end, ceiling)
    inside = _INSIDE.search(flat, span.start, span.end)
    if found is None or inside:
        return span, (f"{inside[1]} {inside[2]}",) if inside else ()
    pieces = [p.strip() for p in re.split(r"[;,]| or ", found["short"] or "") if p.strip()]
    shorts = [m["name"] for p in pieces if (m := _SHORT_NAME.fullmatch(p))]
    if found["brackets"] and not shorts and not any(pattern.match(p) for p in pieces for _, _, pattern in CITES):
        return Span(span.start, found.start("brackets")), tuple(filter(None, [found["or"]]))
    long = found["brackets"] and len(found["brackets"]) > _LONGEST
    return Span(span.start, found.start("brackets") if long else found.end()), (
        *shorts,
        *pieces,
        *filter(None, [found["or"]]),
    )


def case_name(flat: str, floor: int, versus: re.Match[str], ceiling: int) -> Span | None:
    """The parties on both sides of a "v."."""
    start, end = _back(flat, floor, versus.start()), _forth(flat, versus.end(), ceiling)
    before = _NOT_A_PARTY if flat[max(floor, start - 5) : start].rstrip()[-2:] not in ("v.", "s.") else _AND
    start += max((m.end() for m in before.finditer(flat[start : versus.start()])), default=0)
    end -= len(court.group()) if (court := _THE_COURT.search(flat[versus.end() : end])) else 0
    other = VERSUS.search(flat, versus.end(), end + 8)
    if other:
        end = versus.end() + len(re.split(r"\s+and\s+|,", flat[versus.end() : end])[0])
    if re.search(r"\b(?:Game|Bowl|Match|Series)\b", flat[start:end]):
        return None
    end = firm.end() if not other and (firm := _FIRM.match(flat, end, ceiling)) else end
    return Span(start, end) if start < versus.start() and end > versus.end() else None
