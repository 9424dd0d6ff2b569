"""The person named in the words beside a quotation."""

from __future__ import annotations

import re

from brief.calendar_words import MONTH, WEEKDAY
from brief.letter.names import RUN, split_title

_HOLDER = re.compile(
    rf"\b(?:Gov(?:ernor|\.)|Sen(?:ator|\.)|Rep(?:resentative|\.)|Congress(?:man|woman)|Attorney General|Chair\w*|Mayor)"
    rf"\s+{RUN}"
)


def named_before(text: str, at: int) -> str:
    """Return the last person named with an office before `at`, for "the Governor said"."""
    found = [m[0] for m in _HOLDER.finditer(text, max(0, at - 2000), at)]
    return found[-1] if found else ""


def first_named(words: str) -> str:
    """Return the first person named with an office, whom a release tells of: "Senator X wrote to Y. She said this:"."""
    found = _HOLDER.search(words)
    return found[0] if found else ""


def speaker_name(who: str) -> str:
    """Return the person named in the words beside a quotation, with title, or ""; titled persons come first."""
    plain = ""
    for run in _RUNS.finditer(who):
        if _ATTRIBUTE.match(who, run.end()) and not _HOLDS.search(split_title(run[0])[0]):
            continue  # "said NRDC senior attorney A B"
        title, name = split_title(_OPENER.sub("", run[0]))
        if _OF_WHAT.search(who, 0, run.start()) and len(name.split()) > 2 and not title:
            name = " ".join(name.split()[-2:])  # "Director of Development A B"
        if not name and (behind := _TITLE_BEHIND.match(run[0])):
            title, name = "", behind[1]  # "A B President of Students for Rivers"
        if not name or name.isupper() or _NOT_WHO.match(name) or _BODY.search(name):
            continue
        if _HOLDS.search(title):
            return f"{title} {name}".strip()
        alone = run.start() == 0 and who[run.end() : run.end() + 1] in ",."
        if not plain and (title or " " in name or name == who.strip(" .,") or alone):
            plain = f"{title} {name}".strip()
    return plain


_RUNS = re.compile(RUN)
_OPENER = re.compile(r"(?:As|While|But|And|When|Today|Yesterday) ")
_ATTRIBUTE = re.compile(
    r" (?:[a-z]+ ){0,2}?(?:attorney|counsel|chief|director|manager|president|spokes\w+|advocate|analyst|founder|owner|"
    r"officer|farmer|resident|executive|chair\w*|leader|professor|reporter|correspondent)\b (?=[A-Z])"
)
_TITLE_BEHIND = re.compile(
    r"((?!(?:Vice|Deputy|Executive|Ranking|House|Senate)\b)[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][a-z’'-]+) "
    r"(?:President|Director|Chair\w*|Founder|Commissioner)$"
)
_OF_WHAT = re.compile(
    r"\b(?:Director|Secretary|President|Chair\w*|Commissioner|Head|Minister|Chief|Officer) (?:of|for) (?:the )?$"
)
_HOLDS = re.compile(
    r"\b(?:Gov|Sen|Rep|Congress|Attorney General|Chair|Mayor|Secretary|Director|President|Dr|Ranking|Leader)"
)
_BODY = re.compile(
    r"\b(?:Commission|Institute|Department|Agency|Association|Council|Act|Committee|Court|Bureau|Office|Administration|"
    r"University|Coalition|Center|Journal|Times|Post|News|Herald|Tribune|Gazette|Press|Reuters)$"
)
_NOT_WHO = re.compile(
    rf"(?:In|On|At|The|This|That|As|But|And|A|An|It|You|Your|We|Our|He|She|They|His|Her|Their|I|My|{MONTH}|{WEEKDAY})\b"
)
