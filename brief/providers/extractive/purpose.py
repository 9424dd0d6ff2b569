"""What a letter is about and why it was written, as its own sentences say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from brief.providers.extractive.topics import topic
from brief.providers.extractive.units import Unit
from brief.providers.extractive.wording import clause, shortened, squeeze
from brief.searching import Words, any_word
from brief.words import tokens

MOST_WORDS = 60
"""A bottom line is never longer."""
_REGARDING = re.compile(
    any_word([
        "regarding", "concerning", "about", "in response to", "as to", "with respect to",
        *(f"{on}(?:support|opposition) (?:of|to|for)" for on in ("in (?:strong )?", "strong ")),
        "support (?:of|to|for)", "opposition (?:of|to|for)", "objections? to", "object to", "opposed to",
        *(f"{felt} (?:about|over|with|regarding|at|by|in)" for felt in (
            "concerns?", "concerned", "disappointment", "disappointed", "alarm", "alarmed", "dismay", "dismayed",
            "outrage", "frustration", "troubled", "disturbed", "appalled",
        )),
    ]) + r"\s+(?P<what>.+)"
)  # fmt: skip
_WRITES = re.compile(r"\b(?:I|[Ww]e)\b.{0,20}\bwrit")
_TELLS = re.compile(r"\bletters?\b|\bwr(?:ote|ites?|iting)\b")
_HELD = re.compile(r"(?:While|Although|Though|If|When|As|Since|Because|Despite|Given|After|Before|Until|Unless)\b")
_DATELINE = re.compile(
    r"(?:[(\[]?[A-Z][A-Za-z., ()\]/’']{2,40}?(?:\s*(?:--|[–—])\s*|\s*-\s+)(?=[A-Z])|"
    r"[A-Z]{4,}(?:, [A-Z.]+)? (?=(?:U\.S\. )?(?:Sen|Rep|Congress)))?"
    r"(?:(?:Today|Yesterday|This (?:week|morning|afternoon)),? (?=[A-Z\d])"
    r"(?:[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?, (?:\d{4}, )?)?)?"
)
_WRITES_OF = re.compile(
    r"\b(?:I|[Ww]e)\b(?:, [^,;]{3,80},)? (?:(?:am|are) (?:\w+ )?(?:pleased|proud|glad|happy|honou?red|delighted) to |"
    r"am |are )?(?:\w+ )?writ(?:e|ing)\b(?: to you| you)?(?: today)?,? "
    r"(?P<of>(?:to|about|regarding|concerning|with|in|on|for|out of|because|as|seeking|expressing|urging|asking)\b.+)"
)
_HOW = re.compile(r"(?:how|whether|why|what|when)\b")
_ROSTER = 110  # words from which on a sentence only lists names
_SEEN = 40  # sentences looked at: what a letter is for stands at its beginning
_EARLY = 12  # sentences in which a letter says what it is for
_LEANING = re.compile(
    r"\W*(?:If|This|That|These|Those|It|They|He|She|However|But|And|Yet|Such|As such|Therefore|Thus|"
    r"As (?:you|we) (?:\w+ )?(?:know|aware)|As noted)\b"
)
_MINDED = re.compile(r"^(?:(?:the|our|my|strong|an?|and|,) )*(?:opposition to|support (?:for|of)),? ")
_SENTENCE = re.compile(r"[A-Z\d\"(\[](?=(?:[^|]*?\b[a-z]+\b){2})[^|]*$")
_MINDS = re.compile(r"\b(?:I|[Ww]e)\b.{0,40}\b(?:concern|support|oppose|alarm|disappoint|outrage|object|condemn)")
_NO_NEWS = Words([
    *(rf"{words}\b" for words in ("click here", "full (?:text|letter)", "is available", "media contact", "cosigners?")),
    r"can be (?:found|read|viewed)\b",
    *(rf"{said}\W*$" for said in ("wrote", "said", "continued", "stated", "reads?", "follows", "including")),
    r"letter (?:was|is) (?:also )?(?:co-?)?(?:led|signed|authored|sent|joined|endorsed|supported) by\b",
    r"join(?:ed|ing) (?:him|her|them|\w+) (?:in|on) (?:signing |sending )?(?:the|this) letter\b",
])  # fmt: skip
"""Of a sentence in small letters: it tells where the letter is found, or who signs it, and no news."""
_SAYS_SO = re.compile(r"\b(?:I|[Ww]e)\b|\bletters?\b|\bwr(?:ote|iting)\b")


def purpose_of(units: Sequence[Unit], text: str, reported: bool, letter: bool, lead: str) -> str:
    """Return the sentence that says why a letter was written; of a page that holds none, what it tells first.

    Args:
        units: The sentences. text: What their offsets count in. reported: Whether a report tells of the letter.
        letter: Whether there is a letter at all. lead: The first sentences of the release around it, or "".
    """
    whole = (u for u in units[:_SEEN] if _SENTENCE.match(u.words))
    news = (u for u in whole if 6 < len(u.words.split()) <= _ROSTER and not _NO_NEWS.stand_in(u.words.lower()))
    long = list(islice(news, _EARLY)) or [u for u in units[:_SEEN] if u.words.count(" ") > 5] or list(units[:1])
    patterns = (_TELLS,) if reported else (_WRITES, _MINDS) if letter else ()
    early = [u for u in long[:_EARLY] if not _LEANING.match(u.words)] or long[:1]
    said = next((u for p in patterns for u in early if p.search(u.words)), None)
    about = frozenset(tokens(lead))
    first = said or max(early, key=lambda u: len(about.intersection(tokens(u.words))) if about else 0, default=None)
    if first is None:
        return ""
    return text[first.start + dateline(first.words) : first.end]


def dateline(words: str) -> int:
    """Return how many characters of a sentence only say where and that today it was written."""
    head = words[:_DATED]
    may = "–" in head or "—" in head or "-" in head or head[:4].isupper() or words.startswith(_DAYS)
    found = _DATELINE.match(words) if may else None
    return found.end() if found else 0


_DATED = 48  # characters that hold a dateline
_DAYS = ("Today", "Yesterday", "This ")


def written_of(sentence: str) -> str:
    """Return what a sentence says its letter is written for: "to express our concern" of "we write to express …"."""
    found = _WRITES_OF.search(squeeze(sentence))
    return found["of"] if found else ""


def subject_of(units: Sequence[Unit], text: str) -> tuple[str, str]:
    """Return what a letter says it is about, as a noun phrase, and the sentence that says so; both may be ""."""
    for unit in units[:4]:
        found = _REGARDING.search(unit.words)
        if found and _SAYS_SO.search(unit.words[: found.start()]):
            what = _MINDED.sub("", squeeze(text[unit.start + found.start("what") : unit.end]))
            bare = _BRACKETED.sub("", what)
            about = _whole(what) or _with_article(topic(bare, 8), bare)
            if about and not _HOW.match(about):
                return about, text[unit.start : unit.end]
    return "", ""


SPEAKS = re.compile(r"\b(?:you|your|yours|our|us|we|my|me|I)\b")
"""Words of the letter's own person, or to its reader."""


POINTS_BACK = re.compile(
    r"\b(?:this|these) (?:concern|issue|matter|problem|request|decision|proposal|situation|effort|rule|plan)s?\b|"
    r"\bthe following\b|\bthe (?:proposed |planned |potential )?(?:bank|deal|company|rule|proposal|merger|transaction|"
    r"provision|project|expansion|acquisition)\W*$"
)
"""What a line without its letter leaves open."""


def own_words(action: str) -> str:
    """Put an action in quotation marks that speaks in the letter's own person, or to its reader."""
    if SPEAKS.search(action):
        return f"“{action.replace('“', '‘').replace('”', '’')}”"
    return action if "“" in action or '"' in action else _LOADED.sub(r"“\g<0>”", action)


_LOADED = re.compile(
    r"\b(?:nefarious|cruel|shameful|disgraceful|reckless|heinous|rogue|rotten|egregious|outrageous|radical|woke|despicable|"
    r"deplorable|draconian|burdensome|unlawful|disastrous|misguided|ill-advised|ill-conceived|short-sighted|corrupt|brazen|"
    r"blatant|unconscionable|inhumane|senseless|unjust|far-left|far-right|tyrannical|hypocritical|vile|barbaric|"
    r"(?:dangerous and )?(?:deeply )?harmful(?= (?:rules?|polic|sanctions|decisions?|cuts|proposals?|regulat)))\b"
)
"""A letter's judgement of what it speaks of: in the tool's own line it stands between quotation marks."""


SHORT = 8  # words of a matter behind which a date still belongs to the answer


def tells_of_itself(about: str, sentence: str) -> bool:
    """Tell whether a subject, as its sentence has it, is long enough to be news: "the decision to close the lock"."""
    whole = about.count(" ") >= SHORT and about.partition(" ")[2] in squeeze(sentence)
    return whole and not SPEAKS.search(about) and not _NO_EVENT.match(about)


_NO_EVENT = re.compile(
    r"(?:\w+ ){1,4}?(?:importance|need|role|efforts?|issues?|matter|status|opportunity|value|work|support|system|"
    r"program)\b"
)
"""A matter that is no news: "the critical importance of …"."""


def stands_before(about: str) -> bool:
    """Tell whether a subject can open a line ("On the night toll, …"): whole, in nobody's person, pointing nowhere."""
    loose = _CLIPPED.search(about) or SPEAKS.search(about) or _POINTING.search(about)
    return about.count(" ") > 1 and not loose


_CLIPPED = re.compile(
    r"[a-z]\d|\b(?:reporting|reports?|news|recent|new|proposed|ongoing|other|"
    r"\w+-(?:term|based|related|scale|wide|year|level|owned|free))$|\b(?:reporting|reports)(?! (?:that|of)) "
)
_POINTING = re.compile(r"\b(?:this|these|those|such)\b")
_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_AND_ASKS = re.compile(
    r",? and (?:(?:to|also|I|we|respectfully|strongly|in|with|on) |"
    r"(?:urge|ask|request|call|expect|demand|express|write|seek|inquire|learn|highlight|convey|are|am|have|remain|urging|asking)\b)|"
    r", (?:we|I|our|which|who|where|as|since|while|but|also)\b| because\b|[;:]"
)
_A_THING = re.compile(
    r"(?:[Tt]he|[Yy]our|[Ii]ts|[Tt]heir|reports|allegations|an?|recent|[A-Z][\w.]+(?: [A-Z]\w+)*['’]s?) (?=\S+ \S)"
)
_LONGEST = 30  # words before the senders of a sentence


def _whole(what: str) -> str:
    """The thing with all that is said of it, where that is short enough to open a sentence with; else ""."""
    thing = clause(_AND_ASKS.split(what)[0])
    opening = _A_THING.match(thing)
    whole = thing.count("(") == thing.count(")") and what[: len(thing)].count("(") == what[: len(thing)].count(")")
    if opening is None or not whole or len(thing.split()) > _LONGEST:
        return ""
    return re.sub(r"^[Yy]our\b", "the", thing)


_BEFORE = re.compile(
    r"(?:\b(the|your|its|their|his|her|our|this|these|those|an?)|[\w)](?:['’]s|s['’])(?: \([A-Z]+\))?) "
    r"(?:[\w-]+ ){0,2}[“\"]?$"
)


def _with_article(about: str, what: str) -> str:
    """Put a topic's article back: "the recent decision to …" has lost it; "" for a word that says nothing alone."""
    at = what.find(about)
    if _GOES_ON.match(what, max(0, at) + len(about)):
        return ""
    before = _BEFORE.search(what[: max(0, at)])
    if before is None:
        lone = " " not in about and about.islower()
        return about if at == 0 and not lone else ""
    if before[1] in ("a", "an"):
        return f"{'an' if re.match('[aeiou]', about) else 'a'} {about}"
    return about if about.endswith("s") and before[1] in ("our", "these", "those") else f"the {about}"


_GOES_ON = re.compile(
    r",\s(?=\d|(?!(?:which|who|and|or|but|as|because|including|where|while|so|such|since)\b)[a-z]+ [a-z])"
)
"""A comma within a thing: a date without its year, "short-term, limited leases"."""


def quoted(sentence: str) -> str:
    """Return a sentence as it stands between quotation marks, cut where it stays whole."""
    said = clause(sentence) if _HELD.match(sentence) else shortened(clause(sentence), MOST_WORDS)
    return said.replace("“", "‘").replace("”", "’")
