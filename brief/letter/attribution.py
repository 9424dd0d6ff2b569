"""What the words beside a quotation tell: who says it, and whether in a letter or to the press."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from brief.document import Span
from brief.letter.names import BRACKETED, RUN
from brief.letter.speakers import speaker_name
from brief.letter.telling import sentences_of
from brief.searching import Words

_SPOKE = (
    r"(?:said|saying|says|say|states|added|adds|continued|continues|concluded|concludes|stated|explained|explains|"
    r"noted|notes|remarked|declared|commented|"
    r"argued|emphasized|warned|insisted|tweeted|stressed|shared|reiterated|observed|replied|responded|testified|"
    r"announced|closed|began|told|put it)"
)
_WROTE = (
    r"(?:wrote|writes?|co-?wrote|penned|reads?|letter (?:states?|says?|stated|said|continue[sd]|conclude[sd]|"
    r"notes|noted|adds|added|explains|argues|warns))"
)
SAID = re.compile(rf"(?:{_WROTE[3:-1]}|{_SPOKE[3:-1]})\b")
"""A verb that tells who says or writes something; only that there is one."""
SAYING = Words(
    rf"{word}\b"
    for word in (
        *_SPOKE[3:-1].split("|"),
        *_WROTE[3 : _WROTE.index("|letter")].split("|"),
        _WROTE[_WROTE.index("letter") : -1],
    )
)
"""The same verbs, for the places where they stand in a sentence."""
VERB = rf"(?P<verb>(?:also |further |then |went on to )?(?:{_WROTE}|{_SPOKE}))\b"
_GROUP = (
    r"(?:the |these |both |all )?(?:(?:\w+ )?(?:group|coalition|delegation)(?: of \w+)?|"
    r"(?:\w+[ -]){0,3}(?:senators|lawmakers|members|representatives|"
    r"signers|signatories|sponsors|legislators|attorneys general|congress(?:men|women|members)|letter|colleagues|duo|"
    r"pair|trio|governors|chairs|leaders|groups|organi[sz]ations|advocates|mayors|associations|unions)"
    r"(?: of congress)?|they)"
)
_BACK = (
    r"(?:he|she|the (?:senior |junior )?(?:senator|congressman|congresswoman|congressmember|representative|"
    r"chairman|chairwoman|chair|governor|ranking member|attorney general))"
)
AFTER = re.compile(
    rf"[\s,—–\-…*]*(?:{VERB}[:,]?\s+(?:in (?:the|their|his|her) letter(?: to)?,?\s+)?(?P<who>(?i:{_GROUP}|"
    rf"{_BACK})\b|[^“”\"]{{0,200}})"
    rf"|(?P<who2>(?i:{_GROUP}|{_BACK})\b|(?:{RUN}(?:,? and |, )?){{1,4}}[^“”\".]{{0,60}}?)"
    rf"\s+{VERB.replace('verb', 'verb2')})",
)
_BEFORE = re.compile(rf"{VERB}(?:[^.“”\"]{{0,90}})?[,:]?\s*$")
_DASH = re.compile(rf"\s*(?:[—–]|-{{1,2}})\s*(?P<who>{RUN}[^“”\"\n]{{0,160}})$")
_ACCORDING = re.compile(r"\baccording to (?P<who>[^“”\"]{3,120}?),?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What the words beside a quotation tell of its speaker."""

    who: str
    verb: str
    end: int
    group: bool = False
    back: bool = False
    to_press: bool = False


IN_A_LETTER = re.compile(
    r"\b(?:[Ii]n (?:(?:a|an|the|their|his|her|its|this|today's|today’s) (?:[\w-]+,? ){0,4}?|\w+ )letter\b|wrote to\b)"
)


def attribution(text: str, left: int, stretch: Span, right: int) -> Said | None:
    """Return what stands beside a quotation on who says it; `left` and `right` bound where it is looked for."""
    after = AFTER.match(text, stretch.end + 1, right)
    if after and not (text[stretch.end - 1] in ".!?" and _TELLS_ON.match(text, after.end())):
        who = _FIRST_SENTENCE.split(after["who"] or after["who2"] or "", maxsplit=1)[0]
        verb = after["verb"] or after["verb2"]
        written = _WROTE_SO.match(text, after.end()) or IN_A_LETTER.search(who)
        said = said_by(who, "wrote" if written else verb, after.end())
        stated = said and said.group and (_STATED.search(who) or _STATED.match(text, after.end()))
        return replace(said, to_press=True) if said and stated else said
    reach = max(left, stretch.start - 220), max(left, stretch.start - 1)
    before = _BEFORE.search(text, *reach) if SAYING.stand_in(text, *reach) else None
    if before and (text[stretch.start].isupper() or stretch.start - before.end("verb") < 12):
        clause = last_sentence(text[max(left, before.start() - 240) : before.start()])
        opening = _LETTER_FIRST.match(clause)
        verb = "wrote" if opening or IN_A_LETTER.search(before[0]) else before["verb"]
        said = said_by(clause[opening.end() :] if opening else clause, verb, before.end(), before=True)
        stated = said and said.group and (_REACTS.match(clause) or _STATED.search(before[0]))
        return replace(said, to_press=True) if said and stated else said
    heads = _HEADS.fullmatch(text, left, max(left, stretch.start - 1))
    if heads and (left == 0 or text[left - 1] == "\n"):
        return said_by(heads["who"], "said", stretch.start - 1)
    inside = _SIGNED_INSIDE.search(text, stretch.start, stretch.end)
    if inside:
        return said_by(inside["who"], "said", inside.end())
    dash = _DASH.match(text, stretch.end + 1, right)
    if dash:
        return said_by(dash["who"], "said", dash.end())
    told = _ACCORDING.search(text, left, max(left, stretch.start - 1))
    return said_by(told["who"], "said", told.end()) if told else None


_TELLS_ON = re.compile(r"\s+that\b")
"""Behind a quotation that is over: "…” Birch noted that" tells of something else."""
_STATED = re.compile(r"[^.“”\"]{0,40}\bin (?:an?|the|their|this) (?:\w+ ){0,3}statement\b")
_REACTS = re.compile(
    r"\W*(?:(?:In|After|Following|Upon|Responding to|Reacting to) (?:response|reaction|"
    r"the (?:\w+ ){0,3}(?:announcement|news|decision|ruling))\b|In (?:an?|the|their) (?:\w+ ){0,3}statement\b)"
)


_HEADS = re.compile(rf"(?P<who>{RUN}, [^:“”\".]{{4,120}}):\s*")
"""A name with an office and a colon, before what they say: "Ada Birch, Director of the Harbor Board: “…”"."""
_SIGNED_INSIDE = re.compile(
    rf"[.!?]\s*[—–-]{{1,2}}\s*(?P<who>(?:Rep|Sen|Gov|Dr|Congress(?:man|woman)|Senator)\.?\s{RUN})\W*$"
)
_FIRST_SENTENCE = re.compile(
    r"(?<=[a-z)][a-z)][.!?])(?<!Sen\.)(?<!Rep\.)(?<!Gov\.)(?<!Dr\.)(?<!Mr\.)(?<!Ms\.)(?<!Jr\.)\s+(?=[A-Z])"
)


_WROTE_SO = re.compile(r"\s*(?:,\s+)?in (?:a|an|the|their|his|her) (?:[\w-]+,? ){0,3}letter\b")
_LETTER_FIRST = re.compile(r"\W*In (?:a|an|the|their|his|her|its|this|today[’']s) (?:[\w-]+,? ){0,4}?letter\b[^,]*,\s*")


def last_sentence(clause: str) -> str:
    """Return the last sentence of some words."""
    found = sentences_of(clause, 0, len(clause))
    return found[-1].of(clause) if found else clause


def said_by(who: str, verb: str, end: int, before: bool = False) -> Said | None:
    """Read the words beside a quotation: a person, somebody named before, or a group; None if they name nobody."""
    who = who.strip(" ,\n")
    if "letter" in verb or _OF_LETTER.search(who):
        return Said("", "wrote", end, group=True)
    back = _BACK_FIRST.match(who)
    named = speaker_name(who[back.end() :] if back else who)
    if back and not BRACKETED.search(who):
        return Said(named, verb, end, back=not named)
    if (_PAIR_LAST.search(who) if before else _PAIR_FIRST.match(who)) and not BRACKETED.search(who):
        return Said("", verb, end, group=True)
    if before and _ITS_BODY.search(who):
        return None  # "In a paper of the Office for Night Travel, the Office said"
    group = _GROUP_LAST.search(who) if before else _GROUP_FIRST.match(who)
    if group and _PROPER.search(who, 0, group.end()):
        return None  # "the Merle Ferry Owners Coalition"
    if group and (before or not named):
        return Said("", verb, end, group=True)
    return Said(named, verb, end) if named else None


_ITS_BODY = re.compile(
    r",\s+the (?:[A-Z]\w+ )*(?:Office|Department|Agency|Board|Bureau|Commission|Court|Committee|Council|Company|Report|"
    r"Administration|Service|Authority|Institute|Foundation)$"
)
_OF_LETTER = re.compile(r"\bletter\b[^,]{0,30}$|^(?:the|their|his|her) letter\b", re.IGNORECASE)
_BACK_FIRST = re.compile(rf"{_BACK}\b", re.IGNORECASE)
_PAIR = r"[A-Z][\w’'-]+ and [A-Z][\w’'-]+"
_PAIR_FIRST = re.compile(rf"{_PAIR}\W*$")
_PAIR_LAST = re.compile(rf"(?:^|[.,]\s){_PAIR}\s*(?:also\s*)?$")
_GROUP_FIRST = re.compile(rf"{_GROUP}\b", re.IGNORECASE)
_PROPER = re.compile(
    r"[A-Z]\w+ (?:[A-Z]\w+ )*(?:Coalition|Group|Delegation|Members|Leaders|Governors|Groups|Organi[sz]ations|"
    r"Advocates|Mayors|Associations|Unions)\s*$"
)
_GROUP_LAST = re.compile(rf"\b{_GROUP}\s*(?:also\s*)?$", re.IGNORECASE)
