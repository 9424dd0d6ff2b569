"""Names that hold an "and" or commas of their own, kept whole where a list of addressees is parted."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.searching import any_word

_JOINT = re.compile(r"(?<=,)(?=\s)|(?<=\s)(?=(?:and|&)\s)")
_GUARD = "\u2060"  # a word joiner: behind a comma or before an "and" it keeps a list from being parted there

# United States Government Manual; Standing Rules of the House, X; Standing Rules of the Senate, XXV.
_NAMES = """
Health and Human Services|Housing and Urban Development|Management and Budget|Securities and Exchange Commission
Food and Drug Administration|Food and Drugs|Medicare and Medicaid Services|Medicare & Medicaid Services
Disease Control and Prevention
Oceanic and Atmospheric Administration|Citizenship and Immigration Services|Immigration and Customs Enforcement
Customs and Border Protection|Alcohol, Tobacco, Firearms and Explosives|Alcohol, Tobacco, Firearms, and Explosives
Aeronautics and Space Administration|Fish and Wildlife Service|Science and Technology Policy|Standards and Technology
Telecommunications and Information Administration|Personnel and Readiness|Acquisition and Sustainment
Research and Engineering|Pipeline and Hazardous Materials Safety|Animal and Plant Health Inspection
Cybersecurity and Infrastructure Security|Mental Health and Substance|Abuse and Mental Health|Safety and Health
Terrorism and Financial Intelligence|Population, Refugees, and Migration|Democracy, Human Rights, and Labor
Industry and Security|Economics and Statistics|Civil Rights and Civil Liberties|Elementary and Secondary Education
Parks and Recreation|Fish and Game|Natural Resources and Environment|Budget and Management|Trade and Development
Agriculture, Nutrition, and Forestry|Banking, Housing, and Urban Affairs|Commerce, Science, and Transportation
Energy and Natural Resources|Environment and Public Works|Health, Education, Labor, and Pensions
Homeland Security and Governmental Affairs|Rules and Administration|Small Business and Entrepreneurship
Education and the Workforce|Education and Labor|Energy and Commerce|Oversight and Accountability
Oversight and Government Reform|Oversight and Reform|Science, Space, and Technology|Transportation and Infrastructure
Ways and Means|Labor, Health and Human Services, and Education|Military Construction, Veterans Affairs
Consumer Information and Insurance Oversight
Chief Executive Officer and President|CEO and President|Chief and Director
"""
_FIRSTS = (
    *("[Cc]hair(?:man|woman|person)?", "[Pp]resident", "[Cc]o-[Ff]ounder", "[Ff]ounder", "[Oo]wner", "[Dd]irector"),
)
_LASTS = (
    rf"(?:(?:, | and |, and )(?:{'|'.join(_FIRSTS)}))?(?:, | and |, and | & )"
    r"(?:CEO|COO|[Cc]hief [Ee]xecutive|[Ee]xecutive [Dd]irector|[Dd]irector[- ][Gg]eneral)\b"
)
_HELD_TOGETHER = (  # "chairman, president and CEO" is one person; "the House and Senate Committees" one address
    *(letter + first[4:] + _LASTS for first in _FIRSTS for letter in first[1:3]),
    *(r"House and Senate\b", r"Senate and House\b"),
)
_KNOWN = [re.escape(n).replace(",\\ and\\ ", ",?\\ and\\ ") for n in _NAMES.replace("\n", "|").strip("|").split("|")]
_WHOLE = re.compile(any_word(_HELD_TOGETHER, *_KNOWN))
_COMPANY = re.compile(r"(?<=,)(?=\s(?:Inc|LLC|Corp|Co|Ltd|N\.A)\b\.?\s[A-Z])")
_SPELT_OUT = re.compile(r"\(([A-Z]{3,8})\)")


@lru_cache(maxsize=512)  # an addressee is cut, and what is cut off read, from the same words
def kept_whole(words: str) -> str:
    """Guard the joints inside the names of bodies: known ones, and those whose initials stand in brackets behind."""
    guarded = _COMPANY.sub(_GUARD, _WHOLE.sub(lambda m: _JOINT.sub(_GUARD, m[0]), words))
    for short in reversed(list(_SPELT_OUT.finditer(guarded))):
        start = _spelt_from(guarded, short)
        guarded = guarded[:start] + _JOINT.sub(_GUARD, guarded[start : short.start()]) + guarded[short.start() :]
    return guarded


def unguarded(words: str) -> str:
    """Return a piece as it was written."""
    return words.replace(_GUARD, "")


def whole_until(words: str) -> int:
    """Return where the last known name of a body ends, or 0: no word of it is a person's."""
    return max((m.end() for m in _WHOLE.finditer(words)), default=0)


def body_around(text: str, at: int) -> int | None:
    """Return where the known name of a body begins that holds `at` inside it, if one does."""
    reach = max(0, at - 60)
    return next((m.start() for m in _WHOLE.finditer(text, reach, at + 60) if m.start() < at < m.end()), None)


def _spelt_from(words: str, short: re.Match[str]) -> int:
    """Return where the words begin whose capitals are the initials in brackets; the bracket itself if none are."""
    initials = short[1]
    for word in reversed(list(re.finditer(r"[\w.'’-]+", words[: short.start()]))):
        if word[0][0].isupper():
            if word[0][0] != initials[-1:]:
                break
            initials = initials[:-1]
        if not initials:
            return word.start()
    return short.start()
