"""What a clause is about: the noun phrase in it that a reader would put on the matter as its label."""

from __future__ import annotations

import re

from brief.calendar_words import FULL_MONTH, MONTHS
from brief.letter.verbs import ACTIONS
from brief.providers.extractive.phrases import Phrase, is_body, is_date, is_name, phrases, words_of
from brief.providers.extractive.word_classes import ARTICLES, LINKS
from brief.providers.extractive.wording import squeeze
from brief.searching import Keyed

_LEADS = frozenset(["please", "to", "not", "that", "you", "also", "should", "must", "me", "us", "and", "or", "do"])
_LIGHT_WORDS = """
take make do use work provide give consider ensure continue begin list describe explain direct act reply respond tell
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_GENERAL_WORDS = """
able action actions answer answers approach assistance assurance assurances attention briefing clarification clarity
commitment concern concerns consideration copies copy country current date decision decisions description detail details
document documents effort efforts everything explanation extent fact facts families following good help idea individuals
information inquiries investigation issue issues job leadership letter list matter matters measure measures members
message messages nation number one opportunity part parties people policies policy position possible problem problems
process proposal question questions record records reply report reports request requests resources response responses
review right role situation step steps support thing things time totals update use way ways work world
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
_PLAIN_OPENERS = _GENERAL | ACTIONS | ARTICLES
_SILENT = LINKS | ARTICLES | _GENERAL | {"and"}
_SHELL = re.compile(
    r"(?:(?:the|recent|new|these|such|many|continued|press|media|public|numerous|your|its|their)\s+)*"
    r"(?:(?:reports?|fact|news|announcement|allegations?|evidence|indications?|revelations?|possibility|prospect|"
    r"potential|idea|claims?|impact|effects?)\s+that\s+|"
    r"(?:reports?|news|allegations?|evidence|indications?|revelations?|possibility|prospect|potential|idea|claims?)\s+"
    r"(?:of|about|on|indicating|suggesting)\s+)(?=\S+\s+\S)",
    re.IGNORECASE,
)
_SHELLS = Keyed(
    r"(?:report|fact|news|announcement|allegation|evidence|indication|revelation|possibility|prospect|potential|idea|"
    r"claim|impact|effect)s?\s+(?:that|of|about|on|indicating|suggesting)\s",
    (
        *("report", "fact", "news", "announcement", "allegation", "evidence", "indication", "revelation"),
        *("possibility", "prospect", "potential", "idea", "claim", "impact", "effect"),
    ),
)
_INDIRECT = re.compile(r"(?:how|whether|why)\b(?:(?! (?:and|or|but|as|in order|by|which)\b|\.(?:\s|$))[^,;:])+")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_MANNER = re.compile(r"\s+in an? (?:[\w-]+,? (?:and )?){1,4}?(?:way|manner)\b")
_WHEN = re.compile(
    r"\s+in writing\b|"
    r",?\s+\b(?:by|no later than|not later than|on or before|before|on|until)\s+(?:(?:close of business|COB|"
    r"the end of|\w+day),?\s+(?:on\s+)?)?"
    rf"(?:\d{{1,2}}\s+)?{FULL_MONTH}\b(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?|"
    r",?\s+\bwithin\s+(?:the next\s+)?[\w-]+\s+(?:business\s+|calendar\s+)?(?:days?|weeks?|months?)\b"
)
_WHEN_KEYS = ("in writing", "within", *(month.capitalize() for month in MONTHS))
"""What a clause must hold for `_WHEN` to be tried."""
_SUBORDINATE = re.compile(
    r"(?:[Uu]ntil|[Ii]f|[Ww]hen|[Ww]hile|[Tt]o|[Ii]n|[Aa]s|[Oo]nce|[Bb]efore|[Aa]fter|[Uu]nder|"
    r"[Gg]iven)\b[^,]{2,90}, (?=\w)"
)
_CAUSING = re.compile(
    r"(?i)(?:[a-z]+ly )?(?:direct|ask|instruct|order|urge|tell|require|work with|call on|press|"
    r"allow) [^,;]{3,70}? to (?=[a-z])"
)


def topic(words: str, most: int = 10, opens: bool = False) -> str:
    """Return a short noun phrase for what a clause is about, in its own words; its first words if none is found.

    Args:
        words: A clause: an action, a thing supported or opposed, a question without its question word.
        most: Words it may have; a name is not cut.
        opens: Whether the clause opens its sentence, so that the capital of its first word may be no name's.
    """
    plain = squeeze(words)
    plain = _BRACKETED.sub("", plain) if "(" in plain or "[" in plain else plain
    plain = _WHEN.sub("", plain) if any(key in plain for key in _WHEN_KEYS) else plain
    plain = _SHELL.sub("", plain, count=1) if _SHELLS.search(plain.lower()) else plain
    plain = _MANNER.sub("", plain) if "way" in plain or "manner" in plain else plain
    if asked := _INDIRECT.match(plain):
        return " ".join(_without_end(asked.group().split()[: most + 3]))
    if opens and plain.split(" ", 1)[0].lower() in _PLAIN_OPENERS:
        plain = plain[0].lower() + plain[1:]
    rest = _object(plain) or plain
    best = _telling(rest if len(rest) <= _READ else rest[:_READ].rpartition(" ")[0], most)
    return " ".join(best.within(most)) if best else " ".join(_without_end(rest.split()[:most])).strip(',.;:“”"')


_READ = 200  # characters of a clause: what it is about stands at its beginning


def _telling(clause: str, most: int) -> Phrase | None:
    """The first phrase of a clause that tells something, or the first of those that tell little."""
    best, most_said = None, -1.0
    for phrase in phrases(words_of(clause)):
        weight = _bearing(phrase, most)
        if weight > 1:
            return phrase
        if weight > most_said:
            best, most_said = phrase, weight
    return best


def _bearing(phrase: Phrase, most: int) -> float:
    """How many words of a phrase say something: general nouns, and bodies that any letter speaks of, say little."""
    words = phrase.within(most)
    said = [w for w in words if w.lower() not in _SILENT]
    if is_body(words) or (phrase.acts and is_name(words)):
        return 1
    if is_date(words):
        return 0
    links = [n for n, w in enumerate(words) if w.lower() in LINKS]
    head = words[links[0] - 1].lower() if links else ""
    whole = bool(head) and head not in _GENERAL and len(said) == 1  # "discovery of a policy"
    return max(0.0, len(said) - phrase.points + 0.4 * whole)


_OPEN = LINKS | frozenset(["a", "an", "the", "its", "their", "your", "our", "and", "or", "that", "who", "which", "is"])


def _without_end(words: list[str]) -> list[str]:
    """Drop what a phrase can't end on: a link, an article, a genitive."""
    kept = list(words)
    while kept and (kept[-1].lower() in _OPEN or kept[-1].endswith(("’s", "'s"))):
        kept.pop()
    return kept


def _object(words: str) -> str:
    """Return a clause without the verbs it opens with: "direct the State Department" is about the State Department."""
    opening = _SUBORDINATE.match(words)
    words = words[opening.end() :] if opening else words
    caused = _CAUSING.match(words)
    parts, place, light = (words[caused.end() :] if caused else words).split(" "), 0, True
    while place < len(parts) - 1:
        word = parts[place].lower().strip(',.;:“”"')
        if word in _LEADS or word.endswith("ly"):
            pass
        elif (light or parts[place - 1].endswith(",") or parts[place - 1] in ("and", "or")) and word in ACTIONS:
            light = word in _LIGHT
        else:
            break
        place += 1
    return " ".join(parts[place:])
