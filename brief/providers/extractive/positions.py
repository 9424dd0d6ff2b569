"""Where a letter's writers stand: what they support, oppose or are troubled by."""

from __future__ import annotations

import re

from brief.drafts import PositionDraft, Stance
from brief.letter.verbs import ACTIONS, OPPOSING, SUPPORTING
from brief.providers.extractive.asks import Ask
from brief.providers.extractive.topics import topic
from brief.providers.extractive.units import Unit
from brief.providers.extractive.word_classes import ARTICLES, FINITE
from brief.providers.extractive.wording import clause, shortened
from brief.searching import Keyed, any_word

_OURS = (
    r"[Oo]ur (?:members|organi[sz]ations?|association|office|company|coalition|union|agency|board|city|county|group)"
)
_WE = (
    rf"\b(?:I|[Ww]e|{_OURS})(?:, [^,;]{{3,80}},)?\s+"
    r"(?!(?:urge|ask|call|request|demand|hope|had|heard|once|look)\b)(?:(?!not\b|never\b|in\b)\w+\s){0,4}?"
)
_HOWEVER = r"(?:,? (?:however|therefore|in turn|too|also|as well),)?"
_WRITE = r"(?:(?:are |am )?writ(?:e|ing) (?:today )?)"
_OPPOSE = Keyed(
    r"\b(?:I|[Ww]e)\s+(?:\w+\s){0,3}?(?:cannot support|do not support|can(?:not| not) accept)\s+(?P<one>.+)|"
    + _WE
    + r"(?:opposes?|objects? to|condemn|reject|disagree with|denounce|deplore|disapprove of|(?:are|stand) opposed to|"
    rf"(?:{_WRITE}?(?:in|to express (?:our|my)|(?:with|regarding|concerning|about) (?:our|my)) )(?:\w+ )?"
    rf"(?:opposition|objections?) to){_HOWEVER}\s+(?P<of>.+)",
    ("support", "accept", "oppos", "object", "condemn", "reject", "disagree", "denounce", "deplore", "disapprove"),
)
_SUPPORT = Keyed(
    _WE + r"(?:supports?(?! (?:for|being|from|made)\b)|"
    r"applaud|commend|welcome|endorse|favor|affirm|reaffirm|stand with|"
    r"(?:are|am) (?:\w+ )?supportive of|"
    rf"(?:{_WRITE}?(?:in|to express (?:our|my)) )(?:\w+ ){{0,2}}support (?:of|for)|"
    rf"are pleased (?:that|by|with|to see))(?: and (?:appreciate|commend|applaud))?{_HOWEVER}\s+(?P<of>.+)",
    ("support", "applaud", "commend", "welcome", "endorse", "favor", "affirm", "stand with", "pleased"),
)
_CONCERN = Keyed(
    _WE + rf"(?:(?:are|am|was|were|remain|have|{_WRITE}?(?:in that spirit )?to (?:express|convey|raise|share)|express|"
    rf"{_WRITE}(?:to you )?(?:today )?(?:with|out of|regarding|concerning|about))\s+)"
    r"(?:also )?(?:writing to (?:express|convey|raise|share) )?"
    r"(?P<how>(?:(?!not\b|no\b|heard\b|been\b|raised\b|addressed\b|received\b)"
    r"[\w-]+,?\s){0,4}?"
    r"(?:concern(?:s|ed)?|alarm(?:ed)?|troubled|disturbed|disappoint(?:ed|ment)|dismayed?|outraged?|frustrat(?:ed|ion)|"
    r"worried|appalled)\s+(?P<joint>about|by|with|over|at|that|in|regarding|to (?:learn|see|hear)(?: that| of)?|for)"
    r"\s+(?P<of>.+))",
    ("concern", "alarm", "troubled", "disturbed", "disappoint", "dismay", "outrage", "frustrat", "worried", "appalled"),
)
_STANCES: tuple[tuple[Stance, Keyed], ...] = (
    ("opposes", _OPPOSE),
    ("supports", _SUPPORT),
    ("unclear", _CONCERN),
)
_LETTER = r"\b(?:letters?|wr(?:ote|iting|ites?))\b(?:(?!\b(?:that|who|which|whether)\b)[^;.]){0,160}?\b"
_TOLD: tuple[tuple[Stance, Keyed], ...] = (
    (
        "opposes",
        Keyed(
            _LETTER + r"(?:opposing|condemning|denouncing|criticizing|rejecting|objecting to|decrying|calling out|"
            r"slamming|blasting|(?:in|(?:expressing|voicing|stating) (?:\w+ ){0,3}?)(?:opposition|objections?) to)"
            r"\s+(?P<of>.+)",
            (
                "opposing",
                "condemning",
                "denouncing",
                "criticizing",
                "rejecting",
                "objecting",
                "decrying",
                "calling out",
                "slamming",
                "blasting",
                "opposition",
                "objection",
            ),
        ),
    ),
    (
        "supports",
        Keyed(
            _LETTER + r"(?:supporting (?=the |an? |[A-Z]|his |her |their )|endorsing |applauding |backing |"
            r"in (?:\w+ )?support of |(?:expressing|voicing|stating) (?:\w+ ){0,3}?support (?:of|for) )(?P<of>.+)",
            ("supporting", "endorsing", "applauding", "backing", "support "),
        ),
    ),
    (
        "unclear",
        Keyed(
            r"\b(?:express|rais|voic|outlin|shar|detail)(?:e[sd]?|ing|ed|es|s)?\s+"
            r"(?P<how>(?:(?!no\b|not\b)[\w-]+,?\s){0,4}?(?:concerns?|alarm|disappointment|outrage|frustration)\s+"
            r"(?P<joint>about|with|over|at|that|regarding|for)\s+(?P<of>.+))",
            ("concern", "alarm", "disappointment", "outrage", "frustration"),
        ),
    ),
)
"""How a report tells of a letter's stance."""
_CONCEDES = re.compile(r"\W*(?:While|Although|Though|Even though|Even as|As much as|If|When|Before|After)\b")
_NO_POSITION = re.compile(
    r"(?i)^(?:the )?following\b|^(?:that|this|it|them|him|her|these|those|neither|nothing|both|each other)\W*$|"
    r"^(?:you|(?:the )?[\w.' ]{2,40}) for (?:\w+ing|your|its|their|his|her)\b|"
    r"^(?:the |an? )?(?:many|several|multiple|various|(?:number|volume) of) (?:\w+ )?(?:reasons|concerns|issues)\b|"
    r"\b(?:your (?:\w+ ){0,2}(?:attention|consideration|time|service|leadership|work|response|reply|assistance)|"
    r"opportunity to|look forward|further engagement)\b"
)
_SAID = Keyed(
    r"""\W*["”]?,?\s*["”]?,?\s*\b(?:said|says|added|wrote|stated|continued)\s+(?=[A-Z])""",
    ("said", "says", "added", "wrote", "stated", "continued"),
)
_ENDS = re.compile(
    r",\s+but\b|,?\s+(?:and|but) (?:(?:I|we) )?(?:[a-z]+ly )?(?:object to|expect|demand)\b|"
    r",? and (?:put|restrict|ensure|protect|provide|make|take|give|keep|bring|hold|continue) (?!of\b)|"
    r",? and (?:advocating|urging|asking|calling|requesting|encouraging|pressing|demanding|seeking)\b|"
    r",?\s+(?:and|but) (?:(?:I|we) )?(?:also |therefore |thus |[a-z]+ly )?(?:agree|look|urge|ask|request|believe|hope|"
    r"encourage|thank|appreciate|support|oppose|commend|applaud|remain|stand|are|am|were|was|have|will|would|call|want|"
    r"write|wish|convey|reiterate|(?:to )?(?:inquire|urge|ask|request|express))\b"
    r"(?! (?:of|from|staff|services|systems?|to)\b)|"
    r",\s+(?:and |but |so |yet )?(?:I|we|they|he|she|there|it|this|these|those)\s+(?:\w+ly )?"
    r"(?:are|am|is|was|were|have|has|had|do|does|did|will|would|can|could|cannot|must|should|may|urge|ask|request|call|"
    r"believe|also|remain|write|know|hope|want|need|strongly|respectfully|see)\b|"
    r"(?<=[a-z])(?:,? (?:as|because|since|which|that|when|while|where))? we (?=find|have|are|know|see|must|cannot)"
)
"""Where what is supported or opposed is over: who said it, what the writers do besides, or another clause."""


def find_positions(
    units: list[Unit], taken: set[int], asked: list[tuple[Ask, str]], text: str, reported: bool = False
) -> list[PositionDraft]:
    """Find what the writers say they support, oppose or are troubled by; else what their asks are for or against.

    Args:
        units: The letter's sentences. taken: The places of those that ask.
        asked: The asks, each with its action. text: What offsets count in.
        reported: Whether a report tells of the letter: it says "a letter opposing …".
    """
    found: list[PositionDraft] = []
    for order, unit in enumerate(units):
        if order not in taken and not unit.asks_a_question and not unit.quoted:
            found += _stated(unit, text) or (_told(unit, text) if reported else [])
    sides = {p.stance for p in found} - {"unclear"}
    if not sides or sides == {"supports"}:
        implied = (p for ask, action in asked if (p := _implied(ask, action, text)))
        found += [p for p in implied if not sides or p.stance == "opposes"]
    seen: set[str] = set()
    return [p for p in found if not (p.topic.lower() in seen or seen.add(p.topic.lower()))][:5]  # type: ignore[func-returns-value]


def _stated(unit: Unit, text: str) -> list[PositionDraft]:
    if not _OWN.search(unit.words):
        return []
    conceded = _CONCEDES.match(unit.words)
    for stance, pattern in _STANCES:
        match = pattern.search(unit.words)
        if match is None or (conceded and stance != "unclear"):
            continue
        group = "one" if stance == "opposes" and match["one"] else "of"
        if group == "one" or not _NOT_SAID.search(unit.words[: match.start(group)]):
            found = _position(unit, text, stance, match, group)
            return [found] if found else []
    return []


def _told(unit: Unit, text: str) -> list[PositionDraft]:
    for stance, pattern in _TOLD:
        match = pattern.search(unit.words)
        if match:
            found = _position(unit, text, stance, match, "of")
            return [found] if found else []
    return []


def _position(unit: Unit, text: str, stance: Stance, match: re.Match[str], group: str) -> PositionDraft | None:
    """Say a position by its thing, or by its clause where a thing would not be whole."""
    of, start = match.start(group), match.start()
    of += len(frame.group()) if (frame := _FRAME.match(unit.words, of)) else 0
    over = (_ENDS.search(unit.words, of + 1), _SAID.search(unit.words, of + 1))
    end = min((m.start() for m in over if m), default=len(unit.words))
    if unit.words.startswith("such ", of) or _NO_POSITION.search(unit.words[of : min(end, of + 60)]):
        return None
    clausal = bool(_OPENS_A_CLAUSE.search(unit.words[start:of]))
    end = of + len(_whole(unit.words[of:end], clausal))
    quote = text[unit.start + start : unit.start + end]
    thing = clause(text[unit.start + of : unit.start + end])
    about = topic(thing)
    if stance == "unclear" and not clausal and about and _PLAINLY.search(about):
        return PositionDraft(text=thing, quotes=[quote], topic=about, stance="opposes")
    if stance == "unclear":
        said = clause(text[unit.start + match.start("how") : unit.start + end])
        return PositionDraft(text=said, quotes=[quote], topic=about, stance=stance) if about else None
    whole = not thing or _CLAUSE.match(thing) or clausal
    return PositionDraft(text=clause(quote) if whole else thing, quotes=[quote], topic=about, stance=stance)


# Who is concerned about a closing, a cut, a decision to close is against it.
_PLAINLY = re.compile(
    r"(?i)(?:^|\b)(?:eliminations?|terminations?|cancell?ations?|closures?|closings?|(?:roll|cut)backs?|cuts|reductions?|"
    r"withdrawals?|revocations?|repeal|removals?|layoffs?|firings?|suspensions?|abuses?|misuse|mismanagement|failures?|"
    r"refusals?|weaponization|dismantling|detention|arrests?|imprisonment|delays?|attacks?|attempts? to)\b|"
    r"\b(?:decisions?|plans?|proposals?|intent|intentions?|efforts?|announcement|move) to (?:[a-z]+ly )?"
    r"(?:eliminate|terminate|cancel|close|cut|reduce|withdraw|revoke|repeal|remove|fire|suspend|dismantle|end|rescind|weaponize|defund|freeze|pause|"
    r"abandon|halt|stop|delay|deny|block|scrap|shutter|reverse|lift|weaken|roll|shut)\b"
)
_FRAME = re.compile(r"(?:about|over|with|regarding|(?:our|my) (?:\w+ )?support (?:for|of)) ")
_DASH = re.compile(r"\s+(?:--|[–—])\s|—")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|do|did)\b")


_THAT = re.compile(r"\b(?:announcement|reports?|decision|news|fact|claims?|allegations?|statements?) that\b")


def _whole(words: str, clausal: bool) -> str:
    """Shorten what is supported or opposed where it stays whole: a clause keeps the verb behind what dashes put in."""
    short = shortened(words, 45 if clausal else 30)
    said = _THAT.search(short)
    if not clausal and (said is None or len(short) == len(words)):
        return short
    return short if _FINITE.search(_DASH.split(short)[0], said.end() if said and not clausal else 0) else words


def _implied(ask: Ask, action: str, text: str) -> PositionDraft | None:
    """The stance that an ask shows: for what it wants done, against what it wants undone."""
    verbs = list(_VERBS.finditer(action[:80]))[:4]
    negated = bool(verbs) and verbs[0].group().lower() in ("not", "never", "refrain")
    for verb in verbs:
        low = verb.group().lower()
        if low not in SUPPORTING | OPPOSING and not (low in _BEFORE_A_DEED or low.endswith("ly")):
            return None
        if low in SUPPORTING | OPPOSING and (negated or low not in _WEAK) and not _NO_THING.match(action[verb.end() :]):
            if low == "deny" and _GIVEN.search(action[verb.end() : 120]):
                return None
            against = (low in OPPOSING) != negated
            thing = action[verb.end() :].strip()
            more = next((m for m in _AND_DOES.finditer(thing) if _does(m)), None)
            thing = clause(shortened(thing[: more.start()] if more else thing, 24))
            stance: Stance = "opposes" if against else "supports"
            quote = text[ask.start : ask.end]
            about = topic(thing) if thing and not _PRONOUN.match(thing) else ""
            return PositionDraft(text=thing, quotes=[quote], topic=about, stance=stance) if about else None
    return None


_AND_DOES = re.compile(r"(?:,? and|,|;) (?:also |then |to |[a-z]+ly )*(?P<verb>[a-z-]+)(?= (?P<next>\w+))")


_PRONOUN = re.compile(r"(?i)(?:[a-z]+ing|they|you|we|he|she|us|course|up|out|down)\b|\S+$")
_GIVEN = re.compile(r" (?:an?|any|the) ")  # "deny the firm a licence": what is opposed stands last


def _does(joint: re.Match[str]) -> bool:
    """Tell a further action from a further thing: "reverse the cut and ensure support"."""
    verb = joint["verb"]
    return verb in FINITE or (verb in ACTIONS and joint["next"].lower() in ARTICLES)


_OPENS_A_CLAUSE = re.compile(r"\b(?:that|see|to (?:learn|see|hear)(?: that| of)?)\s+$")
_CLAUSE = re.compile(r"(?i)(?:that|to|by|with|how|when|what|it|they)\b")
_BEFORE_A_DEED = frozenset("not never refrain from to please also work continue help take steps act move".split())  # noqa: SIM905
_WEAK_WORDS = """
prioritize improve complete continue confirm issue sign limit advance increase expedite accelerate encourage expand
strengthen protect promote preserve safeguard sustain maintain boost implement deny restrict counter combat finish
finalize fulfill launch defend welcome embrace delay
"""
_WEAK = frozenset(_WEAK_WORDS.split())
"""Verbs for or against what they do to a thing rather than the thing: "expedite the review"."""
_NO_THING = re.compile(
    r"(?i)\s*(?:to|of|this|that|these|those|it|them|its|their|his|her|and|or|on|in|for|with|by|from|at|as|so)\b|\W*$"
)
_OWN = re.compile(any_word(["I", "We", "we", "Our", "our"]) + r"\b")
_NOT_SAID = re.compile(r"\b(?:not|never)\s+\w+\s+$|\b(?:can|could|may|what|how)\s+to\s+\w+\s+$")
_VERBS = re.compile(r"[A-Za-z-]+")
