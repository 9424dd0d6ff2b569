"""Laws, orders and the like by their number, their short form or a popular name: patterns, each with its kind."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter

from brief.calendar_words import MONTH
from brief.letter.card import AuthorityKind
from brief.searching import any_word

_BILL = re.compile(
    any_word([
        r"H\.\s?R\.\s?\d{1,5}\b", r"HR\s?\d{1,5}\b",
        r"S(?<!U\.S)(?<!U\. S)\.\s?\d{1,5}\b",  # "549 U.S. 497" cites a case
        *(rf"{house}\s+(?:Bill|File)\s+(?:No\.\s?)?\d{{1,4}}\b" for house in ("House", "Senate", "Assembly")),
        *(rf"{bill}[\s-]?\d{{1,4}}\b" for bill in ("HB", "SB", "AB")),
    ])
)  # fmt: skip
_SPENDING = re.compile(
    r"\b(?:FY\s?'?\d{2,4}|[Ff]iscal\s[Yy]ear\s\d{4})\s(?:[A-Z][\w/-]*,?\s(?:(?:and|&)\s)?){1,8}"
    r"(?:[Aa]ppropriations?|[Aa]uthorization)\s[Bb]ill"
)
_RULE = re.compile(
    any_word([
        *(rf"{house}\s+Rule\s+(?:[IVXLC]+|\d{{1,2}})\b(?:,?\s+[Cc]lause\s+\d+(?:\([a-z0-9]+\))*)?"
          for house in ("House", "Senate")),
        r"Waters\sof\sthe\sU(?:\.S\.|nited\sStates)\s(?:\(WOTUS\)\s)?[Rr]ule\b",
    ], r"\"[A-Z][^\"]{3,70}\"\s+[Rr]ule\b")
)  # fmt: skip
_INSTRUCTION = re.compile(
    r"\b(?!The\s)(?:[A-Z][\w-]+\s){1,5}(?:Instruction|Manual|Directive|Regulation|Guidance|Memorandum)\s"
    r"\([A-Z][A-Za-z]{1,5}[ -]\d[\w.-]*\)|"
    r"\b(?:DoDI|DODI|DoDD|DAFI|AFI|DFARS|SECNAVINST)\s\d[\d.-]*\d"
)
_FORCE = re.compile(
    r"\b(?:(?:19|20)\d\d\s)?(?:Authorizations?\sfor\s(?:the\s)?Use\sof\sMilitary\sForce|AUMFs?)\b(?!\))"
)
_RESOLUTION = re.compile(
    r"\b(?:H\.|S\.)\s?(?:Con\.|J\.)?\s?Res\.\s?\d{1,4}\b|\b(?:(?:U\.?N\.?|United Nations)\s+)?(?:Security Council|"
    r"General Assembly|UNSC|UNSCR|UNGA)\s+(?:[Rr]esolutions?\s+)?\d{2,4}\b(?:\s+\(\d{4}\))?|"
    r"\bUNSCRs?\s+\d{3,4}|\b(?:(?:(?:Senate|House)\s+(?:Concurrent\s+|Joint\s+)?|[SH]\.?\s?J\.?\s))?Resolution\s+\d[\d-]*"
)
_ORDER = re.compile(
    any_word([
        *(rf"{first}xecutive [Oo]rders?\s+(?:\(E\.?O\.?\)\s+)?(?:No\.\s?|#)?\d{{4,5}}\b" for first in "Ee"),
        r"E\.?O\.?\s?\d{5}\b",
        *(rf"{whose}\sOrder\s+(?:No\.\s?)?\d[\w-]*" for whose in ("Secretarial", "Secretary's", "Administrative")),
        *(rf"{by}Proclamation\s+(?:No\.\s?)?\d{{3,5}}\b" for by in (r"Presidential\s", "")),
        *(rf"{by}\s(?:\w+\s){{0,2}}(?:Memorandum|Directive)(?:[\s-]\d+)?"
          for by in ("National Security", "Presidential")),
    ])
)  # fmt: skip
_DATED_ORDER = re.compile(
    any_word(rf"{by}\sOrder\s(?:on|of|dated|issued on)\s" for by in ("Executive", "Presidential", "Secretarial"))
    + rf"{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
)
_TITLED_ORDER = re.compile(
    r"\b(?:(?:Executive|Secretarial|Presidential)\sOrder|(?:[Pp]residential\s)?(?:Memorandum|memorandum(?=\s(?:titled|entitled)))|"
    r"Proclamation)(?:\s\d{4,5})?,?\s(?:on|titled|entitled),?\s\"[^\"]{5,140}\"|"
    r"\b(?:Executive\sOrder|(?:Presidential\s|National\sSecurity\s)?Memorandum)\son\s(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday)\b)"
    rf"(?!{MONTH}\s\d)[A-Z][\w'-]+(?:,?\s(?:(?:of|the|and|for|in|to|on|from|with|&)\s){{0,2}}[A-Z][\w'-]*){{1,18}}"
)
_REGULATION = re.compile(
    r"\b\d{1,2}\s+C\.?\s?F\.?\s?R\.?\s+(?:Part\s+|Parts\s+|§+\s*)?\d+(?:\.\d+)*(?:\([a-z0-9]+\))*|"
    r"\b\d{1,3}\s+Fed\.\s?Reg\.\s+[\d,]+|\b(?:Notice|Rev\. Proc\.|Revenue Procedure|Directive|"
    r"Bulletin|Circular)\s+(?:No\.\s?)?(?:A-\d{1,3}\b|[A-Z]?-?\d{2,4}-\d+)|\bRegulation\s+(?:[A-Z]{1,4}(?:-[A-Z]{1,3})?\b|Best\sInterest)|\bDocket\s+(?:ID|No\.?)\s+[\w-]*\d[\w-]*"
)
_SECTION_OF_RULES = re.compile(r"(?:(?<=[a-z(,] )|(?<=\())§\s*\d{1,4}\.\d{1,4}(?:\([a-z0-9]+\))*")
_EUROPEAN = re.compile(
    r"\b(?:(?:(?:Council|Commission|Delegated|Implementing)\s)*(?:Regulation|Directive|Decision)\s"
    r"(?:\((?:EU|EC|EEC)\)\s(?:No\.?\s)?\d{1,4}/\d{1,4}|\d{2,4}/\d{1,4}/(?:EU|EC|EEC)))\b|"
    r"\bArticles?\s\d{1,3}(?:\(\d+\))?(?:(?:,\s|\sand\s|\sto\s)\d{1,3})*(?:\sof\sthe)?\s(?:TFEU|TEU|ECHR|GDPR)\b"
)
_STATUTE = re.compile(
    r"\b[Ss]ections?\s+\d+\w*(?:\([a-z0-9]+\))*\s+of\s+the\s+(?:Internal Revenue\s+|Tax\s+)?Code\b|"
    r"\b\d{1,2}\s+(?:U\.\s?S\.\s?C(?:ode|\.)?|U\.?S\.?\s+Code|USC)\s*(?:§+\s*|"
    r"[Ss]ections?\s+)?\d+[a-z]*(?:-\d+)?(?:\([A-Za-z0-9]+\))*|"
    r"\b(?:Pub(?:lic|\.)\s?L(?:aw|\.)|P\.?\s?L\.?)\s?(?:No\.\s?)?\d{2,3}[-–]\d{1,3}\b"
)
_STATE_CODE = re.compile(
    r"\b(?!(?:See|Under|In|The|By|And|Of)\s)(?:[A-Z][\w'-]*\.?\s){1,4}(?:Code|Stats?\.|Statutes|Laws|L\.)"
    r"(?:,?\sAnn\.)?,?\s§{1,2}\s?\d[\w:]*(?:[.-]\d\w*)*"
    r"(?:\([A-Za-z0-9]+\))*|"
    r"\b[Aa]rticles?\s\d{1,4}(?:\(\d+\))?\sof\sthe\s(?:[A-Z][\w-]+\s){1,4}Code\b(?!\sof\b)"
)
"""A State's or another country's code by section or article: "Orle Ins. Code § 4-7(c)"."""
_ORDINAL = (
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|"
    r"Fifteenth|Nineteenth|Twenty-\w+|\d{1,2}(?:st|nd|rd|th))"
)
_AMENDMENT = re.compile(rf"\b(?:{_ORDINAL}(?:,\s+and\s+|\s+and\s+|,\s+))*{_ORDINAL}\s+Amendments?\b")
_TITLE = re.compile(
    r"\bTitle\s+(?:[IVX]+|8|10|18|32|42)\b(?!\s+of\b)|"
    r"\b[Ss]ection\s+\d+\w*\s+of\s+[Tt]itle\s+\d+(?:,?\s+(?:of\s+the\s+)?(?:United\s+States|U\.S\.)\s+Code)?"
)
# Sections so well known that their number alone names them: 47 U.S.C. 230, 50 U.S.C. 1881a, 19 U.S.C. 1862 and 2411.
_SECTION = re.compile(r"\bSection\s(?:230|702|232|301)\b(?!\s?\(|\s+of\b|\d|\.\d|-)")
_POPULAR = re.compile(
    any_word([
        r"American Rescue Plan\b(?!\s+Act)", r"Joint Comprehensive Plan of Action\b", r"Clean Power Plan\b",
        *(rf"{names}\b(?!\s+(?:[A-Z]\w+\s+){{0,6}}?Act\b)"
          for names in ("Dodd-Frank", "Magnuson-Stevens", "Glass-Steagall", "Taft-Hartley", "Hatch-Waxman")),
    ])
)  # fmt: skip
_RIGHTS = re.compile(r"(?:\b(?:(?:[Tt]axpayer|[Pp]atient)s?|\w+(?:'s|s'))\s)?\b[Bb]ill of [Rr]ights\b")
SHORT_FORMS = {
    "ACA": "affordable care act",
    "ADA": "americans with disabilities act",
    "APA": "administrative procedure act",
    "CAATSA": "countering america's adversaries through sanctions act",
    "COPPA": "children's online privacy protection act",
    "ERISA": "employee retirement income security act",
    "FACA": "federal advisory committee act",
    "FARA": "foreign agents registration act",
    "FDCA": "food drug and cosmetic act",
    "FERPA": "family educational rights and privacy act",
    "FISA": "foreign intelligence surveillance act",
    "FLSA": "fair labor standards act",
    "FOIA": "freedom of information act",
    "HIPAA": "health insurance portability and accountability act",
    "IEEPA": "international emergency economic powers act",
    "IIJA": "infrastructure investment and jobs act",
    "INA": "immigration and nationality act",
    "JCPOA": "joint comprehensive plan of action",
    "NAFTA": "north american free trade agreement",
    "NDAA": "national defense authorization act",
    "NEPA": "national environmental policy act",
    "NLRA": "national labor relations act",
    "NVRA": "national voter registration act",
    "PPACA": "patient protection and affordable care act",
    "UFLPA": "uyghur forced labor prevention act",
    "UNCLOS": "united nations convention on the law of the sea",
    "USMCA": "mexico canada agreement",
    "VAWA": "violence against women act",
}
"""Short forms that stand in letters without their name, and the name in small letters (U.S. Code, popular names)."""
_TREATIES = ("JCPOA", "NAFTA", "UNCLOS", "USMCA")
_PLAIN = (
    r"(?<![\w/-])(?:(?:FY\s?'?\d\d(?:\d\d)?|(?:Fiscal Year\s+)?20\d\d)\s+)?(?:%s)\b(?![-/]|\s+(?:[Rr]equest|"
    r"[Ee]xchange|[Mm]arketplace|plan|process|offic|enroll|coverage|insurance|subsid|certif|review|Office|regist|status|complian))"
)
_STATUTE_SHORT = re.compile(_PLAIN % "|".join(s for s in SHORT_FORMS if s not in _TREATIES))
_TREATY_SHORT = re.compile(_PLAIN % "|".join(_TREATIES))

_INSTRUCTING = (
    "Instruction", "Manual", "Directive", "Regulation", "Guidance", "Memorandum", "DoD", "DOD", "DAF", "AFI", "DFARS",
    "SECNAV",
)  # fmt: skip
_REGULATING = ("Notice", "Rev. Proc", "Revenue P", "Directive", "Regulation", "Bulletin", "Circular", "Docket")

CITES: tuple[tuple[AuthorityKind, tuple[str, ...], re.Pattern[str]], ...] = (
    ("bill", ("R.", "HR", "S.", "Bill ", "File ", "HB", "SB", "AB"), _BILL),
    ("resolution", ("Res.", "Security Council", "General Assembly", "UNSC", "UNGA", "Resolution"), _RESOLUTION),
    ("order", ("xecutive", "E.O.", "EO ", "Presidential", "National Security", "Proclam", "Order"), _ORDER),
    ("order", (" Order ",), _DATED_ORDER),
    ("order", (" Order", "emorandum ", "Proclamation"), _TITLED_ORDER),
    ("bill", ("ppropriation", "uthorization"), _SPENDING),
    ("regulation", ("C.F.R", "CFR", "Fed.", "C. F", *_REGULATING), _REGULATION),
    ("regulation", ("§",), _SECTION_OF_RULES),
    ("regulation", ("(E", "/E", "TFEU", "TEU", "ECHR", "GDPR"), _EUROPEAN),
    ("statute", ("U.S.C", "Code", "USC", "U. S", "Pub", "P.L", "PL", "P. L"), _STATUTE),
    ("statute", ("Code §", "Code, §", ". §", "Laws §", "Statutes §", "rticle"), _STATE_CODE),
    ("regulation", ("Rule", "rule"), _RULE),
    ("regulation", _INSTRUCTING, _INSTRUCTION),
    ("resolution", ("Military Force", "AUMF"), _FORCE),
    ("statute", ("Amendment",), _AMENDMENT),
    ("statute", ("Title", "title"), _TITLE),
    ("statute", ("Section 230", "Section 702", "Section 232", "Section 301"), _SECTION),
    ("statute", ("Plan", "Dodd-", "Magnuson-", "Glass-", "Taft-", "Hatch-"), _POPULAR),
    ("statute", ("ill of ",), _RIGHTS),
    ("statute", tuple(s for s in SHORT_FORMS if s not in _TREATIES), _STATUTE_SHORT),
    ("treaty", _TREATIES, _TREATY_SHORT),
)  # fmt: skip
"""Cites by kind; a pattern is tried only on a text that holds one of its keys."""
_KEYS = sorted({key for _, keys, _ in CITES for key in keys}, reverse=True)  # the longer of two that begin alike first
_CAPITALS = re.compile(
    "|".join(
        f"{first}(?:{'|'.join(re.escape(key[1:]) for key in keys)})"
        for first, keys in groupby((key for key in _KEYS if key[0].isupper()), key=itemgetter(0))
    )
)
_SMALL = tuple(key for key in _KEYS if not key[0].isupper())
_WITHIN = {key: [other for other in _KEYS if other in key] for key in _KEYS}


def keys_held(flat: str, start: int, end: int) -> frozenset[str]:
    """Return the keys of `CITES` that stand in `flat[start:end]`; one run finds all that open with a capital."""
    found = {*_CAPITALS.findall(flat, start, end), *(key for key in _SMALL if flat.find(key, start, end) >= 0)}
    return frozenset(key for one in found for key in _WITHIN[one])
