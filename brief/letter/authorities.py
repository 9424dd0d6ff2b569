"""The laws, treaties, resolutions, orders, regulations and cases that a letter cites, each once, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.document import Document, Span
from brief.evidence import Evidence
from brief.letter.actions import flattened
from brief.letter.card import Authority, AuthorityKind

_HEAD = re.compile(
    r"\b(?P<act>Act|Amendments|Code|Statute|Bill(?=[\s,.;:)])(?!\s+[A-Z])|Clause|Doctrine|Rule|"
    r"Amendment)\b(?:\s+of\s+\d{4})?|"
    r"(?P<law>\b(?:legislation|law|Law)\b)|"
    r"\b(?P<treaty>Treaty|Conventions?|Protocol|Accords?|Charter|Covenant|Agreement|Armistice|Arrangement|Regime|"
    r"Pact|Compact|"
    r"Declaration|Memorandum\s+of\s+Understanding|Constitution|[Mm]emorand(?:um|"
    r"a)\s+of\s+understanding(?=\s+(?:between|with|among)\b))"
    r"\b(?:\s+of\s+\d{4})?"
)
"""The words in which the names of laws and agreements end."""
_ABOUT = re.compile(r"\s+(?:on|against|for|of|concerning|relating\s+to|between|with|among)\s+(?:the\s+)?(?=[A-Z])")
_OPEN_ENDED = ("Treaty", "Convention", "Protocol", "Declaration", "Covenant", "Charter", "Memorandum", "memorand")
_VERSUS = re.compile(r"\s+vs?\.\s+(?=[A-Z])")
_SHORT = re.compile(r"[A-Z][A-Z-]{2,9}")
_TOKEN = re.compile(r"\S+")
_JOINTS = frozenset(
    ["of", "the", "and", "for", "on", "to", "in", "with", "against", "from", "by", "or", "a", "&", "ex", "rel."]
)
_OPENERS = """
The Under In As And By Since Through With When While If For To On Of From Both Although Despite Given After Before
Because Pursuant Our Your This That These Its Their A An Congress Section Sections Title Article Articles Chapter
Part Secretary President Per Using Like Unlike Such Following Additionally However Is Does Did Has Was Will Would
Moreover Furthermore Thus Therefore Where How What Why Indeed Passing Enacting Implementing Invoking Violating
Enforcing Until Court's Notably Similarly Likewise Finally First Second
"""
_NOT_FIRST = frozenset(_OPENERS.split())
_BILL = re.compile(r"\b(?:H\.\s?R\.|HR|S\.)\s?\d{1,5}\b")
_RESOLUTION = re.compile(
    r"\b(?:H\.|S\.)\s?(?:Con\.|J\.)?\s?Res\.\s?\d{1,4}\b|\b(?:(?:U\.?N\.?|United Nations)\s+)?(?:Security Council|"
    r"General Assembly|UNSC|UNSCR|UNGA)\s+(?:[Rr]esolutions?\s+)?\d{2,4}\b(?:\s+\(\d{4}\))?|"
    r"\bUNSCRs?\s+\d{3,4}|\b(?:(?:Senate|House)\s+(?:Concurrent\s+|Joint\s+)?)?Resolution\s+\d[\d-]*"
)
_ORDER = re.compile(
    r"\bExecutive [Oo]rders?\s+(?:\(E\.?O\.?\)\s+)?(?:No\.\s?)?\d{4,5}\b|\bE\.?O\.?\s?\d{5}\b|"
    r"\b(?:National Security|Presidential)\s(?:\w+\s){0,2}(?:Memorandum|Directive)(?:[\s-]\d+)?"
)
_REGULATION = re.compile(
    r"\b\d{1,2}\s+C\.?\s?F\.?\s?R\.?\s+(?:Part\s+|Parts\s+|§+\s*)?\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|"
    r"\b\d{1,3}\s+Fed\.\s?Reg\.\s+[\d,]+|\b(?:Notice|Rev\. Proc\.|Revenue Procedure|Directive|"
    r"Bulletin)\s+\d{2,4}-\d+|\bDocket\s+(?:ID|No\.?)\s+[\w-]*\d[\w-]*"
)
_STATUTE = re.compile(
    r"\b[Ss]ections?\s+\d+\w*(?:\([a-z0-9]+\))*\s+of\s+the\s+(?:Internal Revenue\s+|Tax\s+)?Code\b|"
    r"\b\d{1,2}\s+(?:U\.\s?S\.\s?C(?:ode|\.)?|U\.?S\.?\s+Code|USC)\s*(?:§+\s*|"
    r"[Ss]ections?\s+)?\d+[a-z]*(?:-\d+)?(?:\([A-Za-z0-9]+\))*|\bPub(?:lic|\.)\s?L(?:aw|"
    r"\.)\s?(?:No\.\s?)?\d{2,3}[-–]\d{1,3}|\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|"
    r"Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|Nineteenth|Twenty-\w+) Amendments?\b"
)
_TITLE = re.compile(
    r"\bTitle\s+(?:[IVX]+|42)\b(?!\s+of\b)|"
    r"\b[Ss]ection\s+\d+\w*\s+of\s+[Tt]itle\s+\d+(?:,?\s+(?:of\s+the\s+)?(?:United\s+States|U\.S\.)\s+Code)?|"
    r"\bAmerican Rescue Plan\b(?!\s+Act)"
)
_CITES: tuple[tuple[AuthorityKind, tuple[str, ...], re.Pattern[str]], ...] = (
    ("bill", ("R.", "HR", "S."), _BILL),
    ("resolution", ("Res.", "Security Council", "General Assembly", "UNSC", "UNGA", "Resolution"), _RESOLUTION),
    ("order", ("Executive", "E.O.", "EO ", "Presidential", "National Security"), _ORDER),
    ("regulation", ("C.F.R", "CFR", "Fed.", "C. F", "Notice", "Rev", "Directive", "Bulletin", "Docket"), _REGULATION),
    ("statute", ("U.S.C", "Code", "USC", "U. S", "Pub", "Amendment"), _STATUTE),
    ("statute", ("Title", "title", "American Rescue"), _TITLE),
)
"""Cites by kind; a pattern is tried only on a text that holds one of its keys."""
_NOT_A_NAME = re.compile(
    r"(?:(?:this|that|the|said|such|an?|new|proposed|draft|final|interim|second|annual|affiliation|confidentiality|"
    r"user|service|"
    r"privacy|policy|security|trade|peace|ceasefire|settlement|license|cooperation|cooperative|purchase|merger|plea|"
    r"loan|grant|zip|"
    r"(?:major )?disaster|emergency|area|dress|building|internal|conduct|ethics|bar|qr|promo|golden|u\.?s\.?|federal|"
    r"state|country|(?:third|host) country|"
    r"(?:[\w.-]+ )?administration(?:'s)?|[\w.-]+(?:'s|s')) )*"
    r"(?:act|code|rule|treaty|bill|conventions?|agreement|accords?|protocol|charter|regime|declaration|clause|doctrine|"
    r"statute|pact|compact|"
    r"amendments?|arrangement|covenant)$",
    re.IGNORECASE,
)
_NOT_A_LAW = re.compile(
    r"(?i)\b(?:federal|state|u\.?s\.?|american|international|criminal|immigration|martial|common|sharia|islamic|"
    r"israeli|chinese|congress|"
    r"administration|senate|house|republican|democratic|public|civil|rule|of|the|new|current|such)\b"
)


def find_authorities(document: Document, body: Sequence[Span], letter_id: str) -> tuple[Authority, ...]:
    """Find the authorities that a letter's own text cites.

    Args:
        document: Where the letter stands.
        body: The stretches of its own text.
        letter_id: Goes into the evidence.

    Returns:
        Each authority once, where it is first named in full, in the order of the text.
    """
    found: list[tuple[Span, AuthorityKind]] = []
    flat = flattened(document.text)
    for span in body:
        found += _named(flat, span.start, span.end)
    return tuple(_authority(document, span, kind, letter_id) for span, kind in _once(flat, found))


def authority_names(text: str) -> tuple[str, ...]:
    """Return the names of the authorities cited in a letter's text, each once, in order."""
    flat = flattened(text)
    return tuple(text[s.start : s.end] for s, _ in _once(flat, _named(flat, 0, len(text))))


def _authority(document: Document, span: Span, kind: AuthorityKind, letter_id: str) -> Authority:
    quote = span.of(document.text)
    page = document.page_at(span.start)
    evidence = Evidence(quote=quote, start=span.start, end=span.end, page=page, match="exact", letter=letter_id)
    return Authority(text=" ".join(quote.split()), kind=kind, evidence=evidence)


def _named(flat: str, start: int, end: int) -> list[tuple[Span, AuthorityKind]]:
    """Find every cite and name in a stretch; of those that overlap, the longest."""
    every: list[tuple[Span, AuthorityKind]] = []
    for kind, keys, pattern in _CITES:
        if any(flat.find(key, start, end) >= 0 for key in keys):
            every += [(Span(*m.span()), kind) for m in pattern.finditer(flat, start, end)]
    for head in _heads(flat, start, end):
        name = _name_before(flat, start, head, end)
        if name:
            every.append((name, "treaty" if head["treaty"] else "statute"))
    for versus in _VERSUS.finditer(flat, start, end):
        case = _case(flat, start, versus, end)
        if case:
            every.append((case, "case"))
    kept: list[tuple[Span, AuthorityKind]] = []
    for span, found in sorted(every, key=lambda f: (f[0].start - f[0].end, f[0].start)):
        if not any(span.start < k.end and k.start < span.end for k, _ in kept):
            kept.append((span, found))
    return [f for f in sorted(kept) if not _beside_a_name(flat, f[0], kept)]


_HEAD_KEYS = (
    "Act", "Code", "Amendment", "Statute", "Bill", "Clause", "Doctrine", "Rule", "legislation", "law", "Law", "Treaty",
    "Convention", "Protocol", "Accord", "Charter", "Covenant", "Agreement", "Armistice", "Arrangement",
    "Regime", "Pact", "Compact", "Declaration", "emorand", "Constitution",
)  # fmt: skip


def _heads(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the head words of names: found by plain search, which is far faster here than one pattern for all."""
    for key in _HEAD_KEYS:
        at = flat.find(key, start, end)
        while at >= 0:
            head = _HEAD.match(flat, at - 1 if key == "emorand" else at, end)
            if head and (head.start() == 0 or not flat[head.start() - 1].isalnum()):
                yield head
            at = flat.find(key, at + len(key), end)


def _beside_a_name(flat: str, span: Span, kept: list[tuple[Span, AuthorityKind]]) -> bool:
    """Tell whether a cite only stands in brackets behind the name of the same law: "the … Act (H.R. 6120)"."""
    return any(k.end < span.start <= k.end + 3 and flat[k.end : span.start].strip() == "(" for k, _ in kept)


def _back(flat: str, floor: int, at: int) -> int:
    """Return where the run of a name's words that ends at `at` begins; `at` if there is none."""
    begin = at
    tokens = list(_TOKEN.finditer(flat, max(floor, at - 140), at))
    for place in reversed(range(len(tokens))):
        word = tokens[place].group()
        before = tokens[place - 1].group() if place else ""
        if word[-1] in ".?!:;)" and not re.fullmatch(r"(?:[A-Z]\.)+", word):
            break
        if word in _JOINTS:
            if _SHORT.fullmatch(flat[begin:at].strip()):  # "the path to citizenship for DREAM Act recipients"
                break
            if not before[:1].isupper() or (
                word == "the" and (before in _NOT_FIRST or _opens(flat, tokens[place - 1].start()))
            ):
                break
        elif (
            not re.match(r"[\"(]?[A-Z]|\d", word)
            or word in _NOT_FIRST
            or (word[-1] == "," and not _in_series(flat, word, tokens[place].end()))
        ):
            break
        else:
            begin = tokens[place].start()
            if word[0] in '("':
                return begin + 1
            if word.endswith(("'s", "s'")) and _is_owner(word):
                return tokens[place].end() + 1
    return begin


def _is_owner(word: str) -> bool:
    """Tell a body that owns a law ("the Court's", "Congress's") from a word of its name ("Women's", "Children's")."""
    return not re.match(
        r"(?:Women|Children|Veteran|People|Worker|Farmer|Patient|Men|Consumer|Voter|Parent|Servicemember)", word
    )


def _opens(flat: str, at: int) -> bool:
    """Tell whether a sentence begins at `at`."""
    return not flat[:at].rstrip() or flat[:at].rstrip()[-1] in ".?!:;\n" or flat[max(0, at - 2) : at].count("\n") > 0


_SERIES = re.compile(r"\s+(?:and\s+[A-Z]|[A-Z][\w'-]+,?(?:\s+[A-Z][\w'-]+){0,2},?\s+(?:and|[A-Z]))")
_BODIES = re.compile(
    r"(?:Act|Acts|Code|Treaty|Agreement|Convention|Department|Administration|Court|Congress|Senate|House|Secretary|"
    r"President|Agency|"
    r"Justice|State|Defense|Commission|Amendments?|[A-Z]{2,}),"
)


def _in_series(flat: str, word: str, at: int) -> bool:
    """Tell whether a comma stands inside a name ("Aid, Relief, and Security Act"), not between two names or bodies."""
    return bool(_SERIES.match(flat, at)) and not _BODIES.fullmatch(word)


def _forth(flat: str, at: int, ceiling: int) -> int:
    """Return where the run of a name's words that begins at `at` ends."""
    end = at
    for token in _TOKEN.finditer(flat, at, min(ceiling, at + 120)):
        word = token.group()
        bare = re.sub(r"(?:'s)?[,.;:?!)\"\]]*$", "", word) if not re.fullmatch(r"(?:[A-Z]\.)+", word) else word
        if word in _JOINTS:
            follows = flat[token.end() : token.end() + 40].split()
            if not follows or not (follows[0][:1].isupper() or follows[0] in _JOINTS):
                break
            continue
        if not word[:1].isupper():
            break
        end = token.start() + len(bare)
        if len(bare) < len(word) and not re.match(r"\s+[A-Z]", flat[token.end() :][:2] if word.endswith("'s") else ""):
            break
        if word.endswith("'s"):
            end = token.end()
    return end


_LEADS_UP = re.compile(
    r"(?:[\dIVXL]+(?:\([a-z0-9]+\))*|of|the|and|for|on|to|in|with|by|a|or|FY\s?\d{2,4}|(?:House|"
    r"Senate)-passed)\s+(?=\w)"
)
_CENTURY = re.compile(r"\d+(?:st|nd|rd|th)\b")
_YEAR = re.compile(r"\s+of\s+\d{4}$")


def _name_before(flat: str, floor: int, head: re.Match[str], ceiling: int) -> Span | None:
    """The full name that ends, or for agreements begins, in a head word; None if the word stands for one alone."""
    start, end = _back(flat, floor, head.start()), head.end()
    about = _ABOUT.match(flat, end, ceiling) if head["treaty"] and head["treaty"].startswith(_OPEN_ENDED) else None
    if about:
        end = max(end, _forth(flat, about.end(), ceiling))
    while (opening := _LEADS_UP.match(flat, start, end)) and not _CENTURY.match(flat, start):
        start = opening.end()
    if head["law"]:
        return _law(flat, start, head)
    words = _YEAR.sub("", flat[start:end]).split()
    return None if len(words) < 2 or _NOT_A_NAME.match(" ".join(words)) else Span(start, end)


def _law(flat: str, start: int, head: re.Match[str]) -> Span | None:
    """A law called by a popular name: "the Leahy Law", "the Tobacco 21 legislation"."""
    end = head.end() if head["law"] == "Law" else head.start()
    name = flat[start:end].rstrip()
    if _NOT_A_LAW.search(name) or not 2 <= name.count(" ") + 1 <= (4 if head["law"] == "Law" else 2):
        return None
    return Span(start, start + len(name))


def _case(flat: str, floor: int, versus: re.Match[str], ceiling: int) -> Span | None:
    """The parties on both sides of a "v."."""
    start, end = _back(flat, floor, versus.start()), _forth(flat, versus.end(), ceiling)
    other = _VERSUS.search(flat, versus.end(), end + 8)
    if other:
        end = versus.end() + len(re.split(r"\s+and\s+|,", flat[versus.end() : end])[0])
    if re.search(r"\b(?:Game|Bowl|Match|Series)\b", flat[start:end]):
        return None
    return Span(start, end) if start < versus.start() and end > versus.end() else None


def _once(flat: str, found: list[tuple[Span, AuthorityKind]]) -> list[tuple[Span, AuthorityKind]]:
    """Keep one mention of each authority: the first; what comes later under a shorter name is the same."""
    kept: list[tuple[Span, AuthorityKind]] = []
    for span, kind in found:
        key = _key(flat[span.start : span.end])
        if not any(_same(key, _key(flat[k.start : k.end])) for k, _ in kept):
            kept.append((span, kind))
    return kept


_DROPPED = re.compile(r"(?i)\bvs?\.|\bof \d{4}$|^(?:u\.\s?s\.|united states|federal)\s")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")


def _key(name: str) -> str:
    plain = _DROPPED.sub(" ", name).lower().replace("e.o.", "executive order")
    return " ".join(_NOT_WORDS.sub(" ", plain).split())


def _same(key: str, other: str) -> bool:
    """Tell whether a later name is short for an earlier one, or gives an earlier number in full."""
    if key == other or other.endswith(" " + key) or (other[-1:].isdigit() and key.endswith(" " + other)):
        return True
    short, full = key.split(), other.split()
    return len(short) <= 3 and short[-1] == full[-1] and short[-1].isalpha() and set(short) <= set(full)
