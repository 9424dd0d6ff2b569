"""What a clause is about: a noun phrase in its own words, as far as can be told without a grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from brief.calendar_words import MONTHS
from brief.letter.verbs import ACTIONS
from brief.providers.extractive.wording import squeeze

_ENDS_A_NOUN = """
that which who whom whose to in on at by for from with without under over during before after into about against
between among as because if when while where how why whether and or but so than is are was were be been being has
have had will would can could should must may might do does did not no including such pursuant regarding concerning
related through until within upon per we you i they it us them me he she him her there concern relate bear
via amid despite onto across throughout behind beyond instead rather once then am yet currently
"""
_STOP = frozenset(_ENDS_A_NOUN.split())
_NO_NOUN = """
a an the this that these those its their your our my his any all each every some both such following more additional
further immediately swiftly quickly promptly specifically seriously fully please also expeditiously timely prompt
full complete detailed one two three four five six seven eight nine ten twelve twenty several multiple many
necessary appropriate immediate own other out up off down back recent continued
"""
_SKIP = frozenset(_NO_NOUN.split())
_ARTICLES = frozenset("a an the its their his her our your my this these those".split())  # noqa: SIM905
_LINKS = frozenset("of for on in to into against between from about with by over toward towards".split())  # noqa: SIM905
_LEADS = frozenset(["please", "to", "not", "that", "you", "also", "should", "must", "me", "us"])
_LIGHT_WORDS = """
take make do use work provide give consider ensure continue begin list describe explain direct act reply respond tell
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_MEASURES = frozenset(
    ["extent", "number", "lack", "series", "use", "range", "variety", "set", "kind", "type", "types", "amount", "all"]
)
_NOUN_ING_WORDS = """
funding housing training spending hearing briefing building meeting banking financing licensing ruling planning
testing manufacturing engineering marketing reporting rulemaking drilling
"""
_NOUNS_IN_ING = frozenset(_NOUN_ING_WORDS.split())
_GENERAL_WORDS = """
answer answers response responses reply documents document information record records message messages list copy
copies letter report reports details steps step action actions part matter matters way ways date time request requests
fact facts decision decisions policy policies measure measures effort efforts resources issue issues concern concerns
problem problems parties members people individuals work able current process approach position question questions
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
_SHELL = re.compile(
    r"(?:(?:the|recent|these|such|many|continued|press|media|public|numerous|your|its|their)\s+)*"
    r"(?:reports?|fact|news|announcement|allegations?|evidence|indications?|revelations?|possibility|prospect|potential|"
    r"idea|claims?|impact|effects?)\s+(?:that|of|about|on)\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_SHELLS = re.compile(
    "report|fact|news|announcement|allegation|evidence|indication|revelation|possibility|prospect|potential|idea|"
    "claim|impact|effect"
)
_INDIRECT = re.compile(r"(?:how|whether|why)\b(?:(?! (?:and|or|but|as|in order|by|which)\b|\.(?:\s|$))[^,;:])+")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_WHEN = re.compile(
    r"\s+in writing\b|"
    r",?\s+\b(?:by|no later than|not later than|on or before|before|on|until)\s+(?:(?:close of business|COB|"
    r"the end of|\w+day),?\s+(?:on\s+)?)?"
    r"(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b(?:\s+\d{1,2})?(?:,?\s+\d{4})?|"
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
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}[,']*")
_WORD = re.compile(r"[\w$%][\w.,$%&'’/-]*")


def topic(words: str, most: int = 7) -> str:
    """Return a short noun phrase for what a clause is about, in its own words; its first words if none is found.

    Args:
        words: A clause: an action, a thing supported or opposed, a question without its question word.
        most: Words it may have; a name is not cut.
    """
    plain = squeeze(words)
    plain = _BRACKETED.sub("", plain) if "(" in plain or "[" in plain else plain
    plain = _WHEN.sub("", plain) if any(key in plain for key in _WHEN_KEYS) else plain
    plain = _SHELL.sub("", plain, count=1) if _SHELLS.search(plain.lower()) else plain
    if asked := _INDIRECT.match(plain):
        return " ".join(_without_end(asked.group().split()[: most + 3]))
    rest = _object(plain) or plain
    phrases = [run for run in _noun_phrases(rest, most) if run]
    best = next((p for p in phrases if _bearing(p) > 1), None) or next((p for p in phrases if _bearing(p)), None)
    return _phrase(best, plain) if best else " ".join(_without_end(rest.split()[:most])).strip(',.;:“”"')


def _bearing(phrase: list[str]) -> int:
    """How many words of a phrase say something: a lone general noun says nothing."""
    said = [w for w in phrase if w.lower() not in _LINKS | _ARTICLES]
    lone = len(said) == 1 and (said[0].lower() in _GENERAL or re.fullmatch(r"[a-z]+ed", said[0]))
    return 0 if lone else len(said)


@dataclass
class _Run:
    """A noun phrase while it is read: its words, and a link ("of the") that counts once a noun follows."""

    most: int
    words: list[str] = field(default_factory=list)
    link: list[str] = field(default_factory=list)
    linked: int = 0

    def links(self, low: str) -> bool:
        """Take in a preposition or the article after one, if another noun may follow."""
        opens = low in _LINKS and bool(self.words) and not self.link and self.linked < 2
        if opens or (self.link and low in _ARTICLES):
            self.link.append(low)
        return opens or (low in _ARTICLES and bool(self.link))

    def takes(self, word: str) -> bool:
        """Take in a noun, or an adjective before one, unless the phrase has its words."""
        name = word[:1].isupper() and bool(self.words) and (self.words[-1][:1].isupper() or self.link == ["of"])
        if len(self.words) + len(self.link) >= self.most and not name:
            return False
        self.linked += bool(self.link)
        self.words += [*self.link, word]
        self.link = []
        return True


def _noun_phrases(text: str, most: int) -> Iterator[list[str]]:
    """Yield the runs of words that can be noun phrases, in order; some may be empty."""
    run = _Run(most)
    for word, after, pauses in _words(text):
        low = word.lower()
        if low == "of" and len(run.words) == 1 and run.words[0].lower() in _MEASURES:
            run = _Run(most)
        elif not (low == "to" and after.lower() in ACTIONS) and run.links(low):
            continue
        elif low in _STOP or low in _SKIP or word.endswith("ly"):
            yield _without_end(run.words)
            run = _Run(most)
        elif _is_verb(word, after, run) or not run.takes(word):
            yield _without_end(run.words)
            run = _Run(most)
            if _opens_noun(low):
                run.takes(word)
        if pauses:
            yield _without_end(run.words)
            run = _Run(most)
    yield _without_end(run.words)


def _words(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each word with the one after it, and whether a comma or stop parts them."""
    found = [m.group() for m in _WORD.finditer(text)]
    for word, after in zip(found, [*found, ""][1:], strict=True):
        bare = word.rstrip(",'") if _INITIALS.fullmatch(word) else word.rstrip(".,'")
        yield bare, after, word[-1] in ",." and "." not in bare


def _is_verb(word: str, after: str, run: _Run) -> bool:
    """Tell a verb from a noun by its form and place: "stored the files", "action hinders the effort", "failing"."""
    low = word.lower()
    if not run.words:
        return not _opens_noun(low)
    if low.endswith("ing") and low not in _NOUNS_IN_ING:
        return not run.link
    if low.endswith("ed") and not run.link:
        return True
    governs = after.lower() in _ARTICLES | _SKIP or after.endswith("ly")
    return (low in ACTIONS and after == "to") or (low.endswith("s") and low[:-1] in ACTIONS and governs)


def _without_end(words: list[str]) -> list[str]:
    """Drop what a phrase can't end on: a link, an article, a genitive."""
    kept = list(words)
    while kept and (kept[-1].lower() in _LINKS | _ARTICLES | _STOP or kept[-1].endswith(("’s", "'s"))):
        kept.pop()
    return kept


def _opens_noun(word: str) -> bool:
    """Tell whether a word may open a noun phrase: no verb, no figure, no participle that governs what follows."""
    if word == "of" or word in ACTIONS or word[0].isdigit():
        return False
    return not word.endswith("ing") or word in _NOUNS_IN_ING


def _phrase(run: list[str], plain: str) -> str:
    """Join the words of a topic; a capital that only a clause's first word has goes."""
    lone = len(run) > 1 and plain.startswith(run[0]) and run[0][1:].isalpha() and run[0][1:].islower()
    if lone and run[1].islower():
        run = [run[0].lower(), *run[1:]]
    return " ".join(run).rstrip("’'")


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
        elif light and word in ACTIONS:
            light = word in _LIGHT
        else:
            break
        place += 1
    return " ".join(parts[place:])
