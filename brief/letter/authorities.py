"""The laws, treaties, resolutions, orders, regulations and cases that a letter cites, each once, by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.document import Document, Span
from brief.evidence import Evidence
from brief.letter.actions import FLATTEN
from brief.letter.card import Authority, AuthorityKind

# A capitalised word of a name, with its small joints.
_CAP = r"(?:[A-Z][\w’'&-]*(?:\.(?=[A-Z]|\s[A-Z]))*[\w’'&-]*|U\.\s?S\.|U\.\s?N\.|\d{2,4}(?=\s+[A-Z]))"
_JOINT = (
    r"(?:\s+(?:of|the|and|for|on|to|in|with|against|from|by|or|a|&)(?:\s+(?:the|of|and|All))?|"
    r",(?=\s+[A-Z][\w-]+,?\s+(?:and|[A-Z])))?"
)
_NAME = rf"{_CAP}(?:{_JOINT}\s+{_CAP}){{0,11}}"
_BILL = re.compile(r"\b(?:H\.\s?R\.|HR|S\.)\s?\d{1,5}\b")
_RESOLUTION = re.compile(
    r"\b(?:H\.|S\.)\s?(?:Con\.|J\.)?\s?Res\.\s?\d{1,4}\b|\b(?:(?:U\.?N\.?|United Nations)\s+)?(?:Security Council|"
    r"General Assembly|UNSC|UNSCR|UNGA)\s+(?:[Rr]esolutions?\s+)?\d{2,4}\b(?:\s+\(\d{4}\))?|\bUNSCRs?\s+\d{3,4}"
)
_ORDER = re.compile(
    r"\bExecutive [Oo]rders?\s+(?:\(E\.?O\.?\)\s+)?(?:No\.\s?)?\d{4,5}\b|\bE\.?O\.?\s?\d{5}\b|"
    r"\b(?:National Security|Presidential)\s(?:\w+\s){0,2}(?:Memorandum|Directive)(?:[\s-]\d+)?"
)
_REGULATION = re.compile(
    r"\b\d{1,2}\s+C\.?\s?F\.?\s?R\.?\s+(?:Part\s+|Parts\s+|§+\s*)?\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|"
    r"\b\d{1,3}\s+Fed\.\s?Reg\.\s+[\d,]+"
)
_STATUTE = re.compile(
    r"\b\d{1,2}\s+(?:U\.\s?S\.\s?C(?:ode|\.)?|U\.?S\.?\s+Code|USC)\s*(?:§+\s*|"
    r"[Ss]ections?\s+)?\d+[a-z]*(?:-\d+)?(?:\([A-Za-z0-9]+\))*|\bPub(?:lic|\.)\s?L(?:aw|"
    r"\.)\s?(?:No\.\s?)?\d{2,3}[-–]\d{1,3}|\b(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|"
    r"Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|Nineteenth|Twenty-\w+) Amendments?\b"
)
_CASE = re.compile(
    r"\b[A-Z][\w.’'&-]+(?:\s+(?:(?:of|the|and|for|"
    r"ex rel\.)\s+)?[A-Z][\w.’'&-]*){0,5}?,?\s+v(?:s)?\.\s+(?:[A-Z][\w’'&-]+\.?(?:\s+(?:(?:of|the|and|"
    r"for)\s+)?[A-Z][\w.’'&-]*){0,5}?)(?=[,.;:)\s\]]|['’]s|$)"
)
_CITES: tuple[tuple[AuthorityKind, re.Pattern[str]], ...] = (
    ("bill", _BILL),
    ("resolution", _RESOLUTION),
    ("order", _ORDER),
    ("regulation", _REGULATION),
    ("statute", _STATUTE),
    ("case", _CASE),
)
_ACT = re.compile(
    rf"(?<![\w.])(?P<name>{_NAME})\s+(?:Act|Amendments|Code|Statute|Clause|Doctrine|"
    rf"Rule)\b(?:\s+of\s+\d{{4}})?(?!['’]?\s+(?:Now|Center|Fund|Blue))"
)
_HEAD = (
    r"(?:Treaty|Convention|Conventions|Protocol|Accords?|Charter|Covenant|Agreement|Armistice|Arrangement|Regime|"
    r"Pact|Compact|"
    r"Declaration|Memorand(?:um|a) of Understanding|Constitution)"
)
_ABOUT = rf"\s+(?:on|against|for|of|concerning|relating\s+to)\s+(?:the\s+)?{_NAME}"
_TREATY = re.compile(rf"(?<![\w.])(?:(?P<name>{_NAME})\s+{_HEAD}\b(?:{_ABOUT})?|{_HEAD}{_ABOUT})")
_UNDERSTANDING = re.compile(
    rf"\b(?:{_CAP}\s+)?memorand(?:um|a)\s+of\s+understanding\s+(?:between|with|"
    rf"among)\s+(?:the\s+)?{_NAME}(?:\s+and\s+(?:the\s+)?{_NAME})?"
)
_TITLE = re.compile(r"\bTitle\s+(?:[IVX]+|42)\b(?!\s+of\b)")
# Words that open a sentence or a cite before the name itself begins.
_OPENING = re.compile(
    r"^(?:(?:The|Under|In|As|And|By|Since|Through|With|When|While|If|For|To|On|Of|From|Both|Although|Despite|Given|"
    r"After|Before|Because|Pursuant|"
    r"Our|Your|This|That|These|Its|Their|A|An|Congress|Section|Sections|Title|Article|Chapter|Part|Passing|Enacting|"
    r"Implementing|Invoking|Bipartisan(?=\s+\w+\s+\w+\s+Act)|"
    r"Secretary|President|Per|Using|Like|Unlike|Landmark|Recent|Such|Violating|Following|Additionally|However|"
    r"Further|Federal(?=\s+[A-Z]\w+\s+[A-Z]\w+\s+\w+\s+Act))\b,?\s+"
    r"|(?:of|the|and|for|on|to|in|with|by|a)\s+|[\dIVXL]+(?:\([a-z0-9]+\))*\s+(?:of\s+)(?:the\s+)?|\d{1,3}\s+)+"
)
_NOT_A_NAME = re.compile(
    r"^(?:this|that|the|said|such|an?|new|proposed|draft|final|first|second|annual|affiliation|confidentiality|user|"
    r"service|privacy|policy|security|trade|"
    r"peace|ceasefire|settlement|license|cooperation|cooperative|purchase|merger|plea|loan|executive|grant|zip|area|"
    r"dress|tax|building|clean|"
    r"internal|conduct|ethics|bar|qr|promo|source|golden|nuclear|iran|biden|trump|obama|interim|u\.s\.|us|"
    r"united states|federal|state)?\s*"
    r"(?:act|code|rule|treaty|convention|agreement|accord|protocol|charter|regime|declaration|clause|doctrine|"
    r"statute|pact|compact|amendments|arrangement|covenant)$",
    re.IGNORECASE,
)
_KNOWN_BARE = re.compile(
    r"(?i)^(?:clean air act|armistice agreement|tax code|internal revenue code|u\.?s\.? constitution|"
    r"united states constitution)$"
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
    flat = document.text.translate(FLATTEN)
    for span in body:
        found += _named(flat, span.start, span.end)
    return tuple(_authority(document, span, kind, letter_id) for span, kind in _once(flat, found))


def authority_names(text: str) -> tuple[str, ...]:
    """Return the names of the authorities cited in a letter's text, each once, in order."""
    flat = text.translate(FLATTEN)
    return tuple(text[s.start : s.end] for s, _ in _once(flat, _named(flat, 0, len(text))))


def _authority(document: Document, span: Span, kind: AuthorityKind, letter_id: str) -> Authority:
    quote = span.of(document.text)
    page = document.page_at(span.start)
    evidence = Evidence(quote=quote, start=span.start, end=span.end, page=page, match="exact", letter=letter_id)
    return Authority(text=" ".join(quote.split()), kind=kind, evidence=evidence)


def _named(flat: str, start: int, end: int) -> list[tuple[Span, AuthorityKind]]:
    """Find every cite and name in a stretch; of those that overlap, the longest."""
    all_found: list[tuple[Span, AuthorityKind]] = []
    for kind, pattern in (*_CITES, ("statute", _TITLE), ("other", _UNDERSTANDING)):
        all_found += [(Span(*m.span()), kind) for m in pattern.finditer(flat, start, end)]
    for kind, pattern in (("statute", _ACT), ("treaty", _TREATY)):
        all_found += [(span, kind) for m in pattern.finditer(flat, start, end) for span in _core(flat, m)]
    kept: list[tuple[Span, AuthorityKind]] = []
    for span, kind in sorted(all_found, key=lambda f: (f[0].start - f[0].end, f[0].start)):
        if not any(span.start < k.end and k.start < span.end for k, _ in kept):
            kept.append((span, kind))
    return sorted(kept)


def _core(flat: str, match: re.Match[str]) -> Iterator[Span]:
    """Strip from a name what only leads up to it, and leave out what is no name."""
    start = match.start()
    words = match.group()
    for joint in re.finditer(
        r",\s+(?:and\s+)?(?:the\s+)?|\s+(?:under|by|in|of|and|with|to|from|for)\s+the\s+(?=[A-Z])", words
    ):
        if re.search(
            r"(?:Act|Code|Treaty|Agreement|Department|Congress|Administration|Court|President|Secretary|Agency|"
            r"Amendments?|States|Government|[A-Z]{3,})$",
            words[: joint.start()],
        ):
            start = match.start() + joint.end()
    opening = _OPENING.match(flat[start : match.end()])
    start += opening.end() if opening else 0
    name = flat[start : match.end()]
    if name[:1].isupper() or name[:1].isdigit():
        short = re.sub(r"\s+of\s+\d{4}$", "", name)
        if len(short.split()) >= 2 and (_KNOWN_BARE.match(short) or not _NOT_A_NAME.match(short)):
            yield Span(start, match.end())


def _once(flat: str, found: list[tuple[Span, AuthorityKind]]) -> list[tuple[Span, AuthorityKind]]:
    """Keep one mention of each authority: the first, unless a later one gives a fuller name of the same."""
    kept: list[tuple[Span, AuthorityKind]] = []
    for span, kind in found:
        key = _key(flat[span.start : span.end])
        if not any(_same(key, _key(flat[k.start : k.end])) for k, _ in kept):
            kept.append((span, kind))
    return kept


def _key(name: str) -> str:
    plain = re.sub(r"(?i)\bvs?\.|\bof \d{4}$|^(?:u\.\s?s\.|united states|federal)\s", " ", name)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", plain.lower()).split())


def _same(key: str, other: str) -> bool:
    return key == other or other.endswith(" " + key) or key.endswith(" " + other)
