"""One action asked for, and the parting of a clause that asks for several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from brief.letter.verbs import ACTIONS
from brief.searching import any_word

Force = Literal["demand", "request", "urge", "recommend"]

FLATTEN = str.maketrans({
    "\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ",
    "‘": "'", "’": "'", "“": '"', "”": '"', "‑": "-",
})  # fmt: skip
"""One character for one: a text flattened by this table keeps its offsets."""


def flat(text: str) -> str:
    """Flatten a text by `FLATTEN`: mark by mark, for `str.translate` looks up every letter beyond ASCII."""
    for mark, plain in FLATTEN.items():
        text = text.replace(chr(mark), plain)
    return text


@lru_cache(maxsize=4)  # a document and its letter, each of which several rooms read flattened
def flattened(text: str) -> str:
    """Return a whole text flattened; a sentence of it is for `flat`, and is not kept."""
    return flat(text)


@dataclass(frozen=True, slots=True)
class Request:
    """One action asked for in a sentence.

    Args:
        start, end: The clause that states it, in characters of the sentence.
        act: Where the action itself begins ("revise the approach" of "we urge you to revise the approach").
        force: How strongly it is asked.
        actor: Who is to act, in the sentence's words; "" or "you" for the addressee.
        lead: True if it only leads in what follows ("We ask you to:").
    """

    start: int
    end: int
    act: int
    force: Force
    actor: str = ""
    lead: bool = False


_LY = r"(?!(?:app|supp|comp|rep|re|multip|f)ly\b)[a-z]+ly"
"""An adverb; "apply" and "reply" are verbs."""
ADVERB = (
    rf"(?:(?:{_LY}|also|again|therefore|thus|hereby|further|now|once|more|then|still|too|do|hence|instead|together|"
    r"both|all|each|here|today|first|next|thereby|first and foremost|at a minimum|at the very least|in particular|"
    r"as always|in turn|with respect|in the strongest (?:possible )?terms|yet|always),?\s+){0,4}"
)
SENDER = (
    r"(?:\b(?:I|[Ww]e)\b(?:'(?:m|re|d|ve))?(?:\s+all|,? the undersigned(?:\s\w+){0,4}?)?|"
    r"\b[Tt]he undersigned(?:\s\w+){0,4}?|\b[Tt]he (?:Sub)?[Cc]ommittees?|\b[Mm]y colleagues and I|"
    r"\b[Oo]ur (?:organizations|offices|coalition|groups|associations|states|delegation|"
    r"caucus))(?:,\s[^;.?!]{3,160}?,)?"
)

OWN = re.compile(
    any_word([
        r"I\b", r"We\b", r"we\b", r"undersigned\b",
        *(rf"{body}ommittees?\b" for body in ("C", "c", "SubC", "Subc", "subc")),
        *(rf"{our} (?:organizations|offices|coalition|groups|associations|states|delegation|caucus)\b"
          for our in ("Our", "our")),
    ])
)  # fmt: skip
"""What a sentence must hold for `SENDER` to be in it."""

_AND_VERB = re.compile(
    r"(?P<mark>[,;]?\s+(?:--\s*)?(?:and|as well as),?|[,;])\s+"
    r"(?P<then>then\s+|also\s+|(?:should|must)\s+(?:also\s+)?|(?:that|for) (?:you|it|they|the [A-Z]\w+)\s+)?"
    r"(?:\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})\)\s*)?(?P<to>(?:not\s+)?to\s+)?"
    r"(?P<mid>(?:when|if|unless|where) [^,]{3,60},\s+(?:to\s+)?)?"
    rf"(?P<adv>(?:{_LY}\s+|not\s+|at once\s+)*)(?P<verb>[a-z]+(?:-[a-z]+)?)\b(?!['-])"
    r"(?!\s+(?:or|of|is|was|are|were|has|have|had|in\s+order|by)\b)"
)
_NESTED = re.compile(
    r"\b(?:to|that|which|who|can|will|may|could|would|should|must|helps?|let) (?:[a-z]+ly )?(?P<verb>[a-z]+)\b"
)
# "take steps to protect wetlands, restore rivers, and enhance habitat": the series says what the steps are for.
_WITHIN = re.compile(
    r"\b(?:(?:ask|tell|press|urge|persuade|convince|pressure|encourage) [\w' ]{2,40}?|steps|actions?|measures|"
    r"efforts|promises?|pledges?|commitments?|obligations?|ability|right|mission|tools|resources|powers?|plans?|"
    r"legislation|opportunit(?:y|ies)|funding|"
    r"funds|policies|reforms|guidance|regulations|strateg(?:y|ies)|necessary|needed|possible|you can|authority|order|"
    r"so as) to (?!be\b)(?:[a-z]+ly )?[a-z]+\b[^,;]*"
)
_WITHIN_TO = re.compile(
    r"\b(?:steps|actions?|measures|efforts|activit(?:y|ies)|programs?|projects?|initiatives?|work|research|funds|funding|"
    r"resources|ability|authority|opportunit(?:y|ies)|plans?|commitments?|order|necessary|needed) to (?!be\b)[a-z]+\b"
    r"[^,;]*$"
)
_TOGETHER = re.compile(r"(?:[a-z]+ly )?work together\b")
# "regimes that break the law, empty the seas, and destroy jobs": the series says what they do.
_WHO_DO = re.compile(
    r"(?:, (?:as|because|since|so that|which) [^;]*?\b(?:would|will|could|can|may|must|is|are) [a-z]+| (?:that|"
    r"which|who) (?:would|will|could|can|may|might|must|should) (?:[a-z]+ly )?[a-z]+|s (?:that|which|"
    r"who) (?:[a-z]+ly |do not |also )?(?!(?:the|an?|this|these|it|they|we|you|he|she|are|is|was|were|has|have|had|"
    r"will|would|can|could|may|must|should|all|our|your|"
    r"their)\b)[a-z]+(?<!s)(?<!ed)(?<!ly)) [^,]*(?:, [a-z]+ [^,]*)?$"
)
_AND_NEXT = re.compile(r"\S+ and ([\w-]+)")
_QUALITIES = frozenset(["complete", "open", "secure", "clean", "clear", "direct", "separate", "correct", "appropriate"])
_OBJECT = re.compile(
    r"[a-z]+ (?:(?:up|out|down|off) )?(?:the|an?|this|that|these|those|your|our|its|their|any|all|each|[A-Z])"
)
_ARTICLE = re.compile(r"\b(?:an?|the|any|this|your|more|full|fair|free|prompt|safe)(?: \w+)?$")
_DO_SO = re.compile(
    r"do (?:so|just|the same|that|likewise)\b|"
    r"(?:take|treat|read|weigh|consider|follow|heed|adopt) (?:it|them|these|this)(?: (?:very )?[a-z]+)?\W*$"
)
"""What only says again that the action before is to be done: "review the report and take it seriously"."""
_TRAILING = re.compile(
    r"(?:,? (?:and|or),? at (?:a |the very )?(?:minimum|least)|"
    r",? and (?:immediately|also|then|to)|[,;:]|\s(?:and|or|but)|\s--|\s[–—-])+$"
)
_TRAILS = (*",;:-–—", "and", "or", "but", "minimum", "least")
"""How a text must end for `_TRAILING` to stand at its end."""
_CAUSATIVE = re.compile(
    r"^(?:\w+ly |not |to )*(?:direct|instruct|order|ask|urge|require|tell|task|press|work with|call (?:up)?on|allow|"
    r"permit)\b[^,;]*? to "
)


def split_actions(sentence: str, start: int, act: int, end: int, force: Force, actor: str) -> Iterator[Request]:
    """Part coordinated actions: "finish the review and approve the pipeline" are two."""
    number = _NUMBER.match(sentence, act, end)
    act = number.end() if number else act
    end = own_end(sentence, act, end)
    joined = sentence.find(" and", act, end) >= 0 or sentence.find("as well as", act, end) >= 0
    marks = [m for m in _AND_VERB.finditer(sentence, act, end) if _parts_actions(sentence, act, m)] if joined else []
    series = [m for m in marks if m["mark"].strip() not in {",", ";"}]
    marks = [m for m in marks if m.start() <= series[-1].start()] if series else []
    marks = [m for k, m in enumerate(marks) if not _apart(m, marks[k + 1 :])]
    marks = [
        m for m, before in zip(marks, [None, *marks], strict=False)
        if before is None or " " in sentence[before.start("verb") : m.start()].strip(" ,")
    ]  # fmt: skip  # "restore and strengthen the rules": verbs that share an object are one action
    marks = [] if _TOGETHER.match(sentence, act) else marks[: _own(sentence, act, marks)]
    begin, first = start, act
    for mark, following in zip([None, *marks], [*marks, None], strict=True):
        if mark is not None:
            begin = first = mark.start("mid") if mark["mid"] else mark.start("to") if mark["to"] else mark.start("adv")
        stop = following.start() if following else end
        act = mark.start("adv") if mark and not mark["mid"] else first
        yield Request(begin, tidy(sentence, first, stop), act, force, actor)


_NUMBER = re.compile(r"\(?(?:1|a|i)\)\s+(?=[a-z])")
_OWN_DEED = re.compile(
    r"(?<=[a-z])\.(?=(?:I|We) (?:appreciate|thank|look forward)\b)|"
    r"(?:,? and|:) (?:(?:I|[Ww]e) )?(?:(?:would |will )?(?:look forward to|"
    r"(?:praise|applaud|commend) your|thank (?:you|him|her|them|the)\b|appreciate your)|"
    r"(?:stand|remain|am|are) (?:ready|committed|grateful|available|happy|prepared)\b)"
)
"""What the writers themselves go on to say of themselves behind what they ask."""


_DEEDS = (
    "look forward",
    "praise",
    "applaud",
    "commend",
    "thank",
    "ppreciate",
    " ready",
    "committed",
    "grateful",
    "available",
    "happy",
    "prepared",
)


def own_end(sentence: str, start: int, end: int) -> int:
    """Return where what the writers say of themselves begins behind an ask, or the end if they say nothing."""
    own = _OWN_DEED.search(sentence, start, end) if any(map(sentence.__contains__, _DEEDS)) else None
    turn = sentence.find("; we ", start, end)
    return min(own.start() if own else end, turn if turn > 0 else end)


def _apart(mark: re.Match[str], rest: Sequence[re.Match[str]]) -> bool:
    """Tell whether ", to …" says what for, since the last of the series has no "to": "use it, now, to pay, and go"."""
    return mark["mark"].strip() == "," and bool(mark["to"]) and bool(rest) and " to " not in rest[-1].group()


def _own(sentence: str, act: int, marks: list[re.Match[str]]) -> int:
    """How many of the joints part actions that are asked for; the rest part what one of those is for or about."""
    at = act
    for k, mark in enumerate(marks):
        plain = not any(m["to"] for m in marks[k:])
        if _is_purpose(mark) or (plain and _WHO_DO.search(sentence, at, mark.start())):
            return k
        if plain and len(marks) - k > 1 and _WITHIN.search(sentence, at, mark.start()):
            return k
        at = mark.start("verb")
    return len(marks)


def _is_purpose(mark: re.Match[str]) -> bool:
    """Tell whether a joint says what the action before it is for: "add places, to meet the need"."""
    return bool(mark["to"]) and mark["mark"].strip() == "," and mark["verb"] in _PURPOSES


_PURPOSES = frozenset(
    ["meet", "ensure", "improve", "help", "make", "address", "allow", "enable", "prevent", "achieve", "assist", "avoid",
     "bring", "reduce", "ease", "facilitate"]
)  # fmt: skip


_SHORT = 6  # words of a subject with its verb: "the harbor bill include"


def _parts_actions(sentence: str, act: int, mark: re.Match[str]) -> bool:
    """Tell whether a joint parts two actions that are asked for, rather than two ends of one of them."""
    before, after = sentence[act : mark.start()], sentence[mark.start("verb") :]
    series = mark["mark"].startswith((",", ";"))
    if mark["verb"] not in ACTIONS or mark["verb"] == "thank" or _DO_SO.match(after):
        return False
    if _names(mark, before, after, series) or _shares(mark, before, series):
        return False
    paired = _AND_NEXT.match(after)
    if paired and paired[1] not in ACTIONS:
        return False
    if before.count(" ") < 2 or after.count(" ") < (1 if series else 2):
        return False
    if mark["to"] or mark["mid"] or series or "--" in mark["mark"]:
        return True
    caused = _CAUSATIVE.match(before)
    if mark["verb"] in _HARMS or (not caused and _LETS.search(before)):
        return False  # "control the misuse of it to spy and undermine the vote"
    return not any(n["verb"] in ACTIONS for n in _NESTED.finditer(before, caused.end() if caused else 0))


def _names(mark: re.Match[str], before: str, after: str, series: bool) -> bool:
    """Tell whether what looks like a verb behind a joint is part of a name: "brief the members and staff"."""
    verb, to = mark["verb"], bool(mark["to"])
    if verb in ("work", "help", "learn", "see", "hear") and not (series or to):
        return True
    if verb in _ALSO_NOUNS and not to and _EXAMPLES.search(before, max(0, len(before) - _EXAMPLE)):
        return True
    if verb in _MOSTLY_NOUNS and not (to or _OBJECT.match(after)):
        return True
    return verb in _QUALITIES and bool((not series and _ARTICLE.search(before)) or not _OBJECT.match(after))


def _shares(mark: re.Match[str], before: str, series: bool) -> bool:
    """Tell whether a joint stands inside an action: in an aside, between adverbs, between verbs of one object."""
    if _aside(before + mark["mark"]) or (mark["adv"] and before.endswith("ly")):
        return True
    if series:
        return False
    if mark["to"]:  # "for work to slow the flood and to mend the lock"
        return bool(_WITHIN_TO.search(before))
    short = before.count(" ") < _SHORT and not opens_with_action(before)
    return short and before.rsplit(" ", 1)[-1] in ACTIONS  # "that the bill include and fund it"


_HARMS = frozenset(
    ["destroy", "discriminate", "exploit", "injure", "interfere", "politicize", "retaliate",
     "undermine", "weaken", "weaponize"]
)  # fmt: skip
"""What nobody is asked to do."""
_LETS = re.compile(
    r"\b(?:allow|enabl|caus|forc|lead|permit|empower|tempt)(?:e|es|ing|ed|s)? [^,;]{2,60}? to [a-z]+[^,;]*$"
)
"""Letting others do what follows."""
_EXAMPLES = re.compile(r"(?:such as|including|like|namely|e\.g\.,) [^;]{1,80}$")
_EXAMPLE = 100  # characters that it takes at most
_MOSTLY_NOUNS = frozenset(
    ["air", "benefit", "comment", "design", "fire", "label", "land", "market", "place", "plan", "research", "respect",
     "staff", "state", "study", "supply", "survey", "train", "transport"]
)  # fmt: skip
_ALSO_NOUNS = frozenset(
    ["access", "benefit", "comment", "contact", "design", "feature", "finance", "fire", "focus", "fund", "guide",
     "host", "label", "land", "lead", "market", "measure", "place", "plan", "report", "research", "review", "set",
     "share", "staff", "stop", "strike", "study", "supply", "support", "survey", "target", "test", "track", "train",
     "transport", "trust", "visit", "work"]
)  # fmt: skip
"""Verbs that in a list of examples are nouns: "firms such as brokers, banks, and lead agents"."""


_DASHES = (" -", " –", "—")


def _aside(before: str) -> bool:
    """Tell whether words end inside what is put between dashes or brackets."""
    return before.count("(") > before.count(")") or sum(map(before.count, _DASHES)) % 2 == 1


def tidy(sentence: str, start: int, end: int) -> int:
    """Move the end before trailing joints and white space; a sentence's own stop stays."""
    piece = sentence[start:end].rstrip()
    piece = _TRAILING.sub("", piece).rstrip() if piece.endswith(_TRAILS) else piece
    return start + len(piece)


_ADVERBS = re.compile(rf"(?:(?:[A-Z]?{_LY}|also|at once|not to|not|please|further)\s+)*")
_FIRST_WORD = re.compile(r"([A-Za-z]+(?:-[a-z]+)?)\b(?! of\b)")


def opens_with_action(clause: str) -> bool:
    """Tell whether a clause begins, adverbs aside, with a verb of doing."""
    skipped = _ADVERBS.match(clause)
    first = _FIRST_WORD.match(clause, skipped.end() if skipped else 0)
    return bool(first) and (first[1].lower() in ACTIONS or first[1].lower() == "be")  # type: ignore[index]
