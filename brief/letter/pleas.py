"""Asking without a verb of asking: pleas, polite forms, and duties that the writers lay on a body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from brief.letter.actions import ADVERB, SENDER, Force, Request, split_actions, tidy

NEGATED = re.compile(r"\b(?:not|never|n't|cannot|can't|did|didn't)\s+(?:\w+ly\s+)?$")
"""What before a verb of asking takes the asking back."""

# "We would appreciate answers", "we look forward to your response by June 3", "we renew our call for".
_POLITE = re.compile(
    SENDER
    + r"\s+"
    + ADVERB
    + r"(?:(?:would|will)\s+"
    + ADVERB
    + r"(?:appreciate|welcome|value|be (?:\w+ )?(?:grateful|thankful|"
    r"appreciative|obliged|interested)(?: (?:for|if|to|in))?|like (?:to (?:know|understand|see|learn|hear|receive|"
    r"have|obtain|meet|"
    r"schedule|discuss with you)|you to|your|the [A-Z]?\w+ to|an?\b|more|answers))|(?:are|"
    r"am) (?:\w+ )?(?:interested in (?:\w+ly )?(?:obtaining|"
    r"learning|knowing|receiving|hearing|understanding)|requesting|asking|calling|urging|seeking|demanding|imploring|"
    r"recommending|encouraging)|"
    r"(?:need|want) (?:you to|answers|to (?:know|understand|see) (?:how|why|what|whether|that|if|when))|(?:ask|"
    r"request)\b|"
    r"(?:re-?iterate|renew|repeat|reaffirm|restate|echo|make|join [^,.;]{3,60} in) (?:our|my|this|the|their|a|an|his|"
    r"her|that|following|one|two|three)?\s?"
    r"(?:\w+\s){0,3}?(?:requests?|calls?|demands?|appeals?|asks?|recommendations?|urging|asking|requesting|calling|"
    r"demanding)\b)"
)
_LOOK_FORWARD = re.compile(
    r"\b(?:look(?:ing)? forward to|await|expect|anticipate|appreciate)\s+(?:\w+\s){0,6}?(?:response|reply|responses|"
    r"answers?|hearing|receiving|briefing|replies)\b"
)
_OUR_REQUEST = re.compile(
    r"\b(?:[Mm]y|[Oo]ur) (?:\w+ )?(?:request|recommendation|hope|appeal|ask|demand|plea)s? (?:is|are|to you is)\b|"
    r"\b[Ii]t is (?:my|our) (?:\w+ )?(?:hope|request|recommendation|expectation) that\b"
)
_REQUESTED = re.compile(
    r"\b(?:is|are) (?:hereby |respectfully |also |urgently |specifically )?(?:requested|urged|asked|called upon|"
    r"requested to|directed)\b"
)
_PLEASE = re.compile(r"(?:^|[\s(\"])[Pp]lease,?\s+" + ADVERB + r"(?P<verb>do not|don't|[a-z]+)")
_NO_PLEASE = re.compile(
    r"(?i)please\s+(?:also\s+)?(?:feel free|do not hesitate|don't hesitate|note|be (?:assured|advised|aware)|know|"
    r"find|accept|see|click|visit|"
    r"call \(?\d|keep in mind|understand that|refer|contact|reach out|let (?:me|us|my|our)[^.]{0,40}?(?:if|"
    r"should) (?:I|we|you|there|my|our|your)\b[^.]{0,40}(?:question|help|assist|can be|further|concern|may be|need)|"
    r"direct (?:any|your|all|questions|further)|call (?:my|our|me|us)|send (?:your|any|the|a copy|"
    r"all)?[^.]{0,30}(?:copy|response) (?:of|to)[^.]{0,40}@|rest assured|remember|excuse|forgive|pardon)"
)
_COURTESY = re.compile(
    r"(?i)\b(?:if|should) (?:you|your staff|your office)[^,.]{0,60}\b(?:questions?|concerns|need|require|would like|"
    r"wish)\b|\bhesitate to\b|"
    r"\bquestions? (?:regarding|about|concerning) this (?:letter|request|matter)\b"
)
_MUST = r"(?:must|should|shall|needs? to|ought to|has to|have to|have got to)"
_VITAL = re.compile(
    r"\b[Ii]t(?:'s| is| remains| would be| will be) (?:also |therefore |now |absolutely |\w+ly |of the utmost |"
    r"of )*(?:vital|imperative|critical|crucial|essential|"
    r"incumbent|paramount|necessary|urgent|time|past time|long past time|high time|importance|(?:the|your|this|"
    r"our)[^,.;]{3,60}?(?:duty|obligation|responsibility))"
    r"(?:,? (?:for|to|in)(?! you\b)[^,;.]{3,40}?,?)? (?:that|for|upon|to|on) "
)
_BELIEVE = (
    r"(?:(?:I|[Ww]e) (?:\w+ly )?(?:believe|feel|think|maintain|agree|contend|submit|are convinced|am convinced|"
    r"hold)(?: (?:\w+ly|too|also))?,? (?:that )?)"
)
_LEADING = (
    r"(?:^|;\s+|:\s+|,\s+(?:and|but|so)\s+|[-–—]+\s*)[\"']?(?:(?:[Ww]hile|[Ii]f|[Tt]o|[Ii]n|[Aa]s|[Gg]iven|[Bb]efore|"
    r"[Aa]fter|[Rr]ather|[Ii]nstead|[Aa]t|[Uu]nder|[Ww]hen|[Uu]ntil|[Ff]or|[Bb]y|[Ww]ith|"
    r"[Bb]ecause|[Ss]ince|[Oo]n|[Uu]nless|[Dd]espite|[Aa]lthough|[Oo]nce|[Ff]rom|[Dd]uring|[Ww]hether|"
    r"[Aa]bove)\b[^;.?!]{2,240}?,\s+)?"
    r"(?:(?:[A-Z][a-z]+ly|Therefore|Thus|Further|Furthermore|Moreover|However|So|Now|Also|And|But|First|Second|Third|"
    r"Again|Instead|Hence|Indeed|Finally|Next|Simply put|At a minimum|In short|In addition),?\s+)?"
)
_NEGATIVE_OPENING = re.compile(
    r"^\"?(?:Under no circumstances?|In no case|At no time|Never|Nor) (?:must|should|shall|can|may)\b"
)


ADDRESSED = re.compile(
    r"(?:the|this|your) (?:[A-Z]\w+ )?(?:administration|department|agency|agencies|company|office|commission|board|"
    r"bureau|committee|service|corps|secretary|president|administrator|"
    r"director|commissioner|attorney general|governor|chair\w*|council|court)|answers?|response|(?:a|your) (?:prompt|"
    r"timely) \w+",
    re.IGNORECASE,
)
"""The addressee's side, named by what it is: "the Department", "this Administration"."""


def named_bodies(to: str = "") -> str:
    """Return the pattern of the bodies that a letter may direct to act: the addressee's side, governments, agencies.

    Args:
        to: The recipients, as a line.
    """
    words = {w for w in re.findall(r"[A-Z][\w&.-]{3,}", to) if w not in _TITLES}
    words |= {m[1] for w in words if (m := re.fullmatch(r"([A-Z][a-z]{3,}?)(?:i|ian|ean|an|ish|ese)", w))}
    named = "|".join(re.escape(w) for w in sorted(words))
    return (
        r"(?:[Yy]ou(?:r (?:own )?(?:[a-zA-Z]+\s?){1,4}?)?|(?:[Tt]he|[Tt]his|[Yy]our|"
        r"[Oo]ur) (?:[A-Z][\w.'-]+ )*?(?:Administration|administration|Department|department|"
        r"Agency|agency|Agencies|agencies|Commission|Bureau|Board|Committee|President|Secretary|Attorney General|"
        r"Administrator|Director|Commissioner|Chairman|Chair|"
        r"Governor|Government|government|Congress|Senate|House|Court|Council|Office|Service|Corps|Company|company|"
        r"Treasury|Pentagon|White House|Army|Navy|"
        r"[Ff]ederal [Gg]overnment|United States|U\.?S\.?|Nation|Union)(?: (?:of|for|"
        r"on) (?:the )?(?:[A-Z][\w'-]+(?:,? and |,? of |, | )?){1,5})?"
        r"|[Tt]he (?:federal government|agency|administration|company|government|[A-Z][A-Z.]{1,6})|Congress|America|"
        r"(?:[A-Z][A-Z]{1,5}|U\.S\.)(?: (?:and|or) (?:[A-Z]{2,6}|the [A-Z]\w+))?"
        + (rf"|(?:[Tt]he )?(?:{named})(?:'s)?(?: [A-Z]\w+){{0,2}}" if named else "")
        + r")"
    )


_TITLE_WORDS = """
The Honorable Secretary President Administrator Director Attorney General Commissioner Chairman Chair Chairwoman
Ambassador Governor Acting Under Assistant Deputy Chief Executive Officer Department Office United States Senator
Representative Speaker Leader Majority Minority Minister Prime Prof Messrs Madam
"""
_TITLES = frozenset(_TITLE_WORDS.split())


def polite_forms(sentence: str) -> Iterator[Request]:
    """Find what is asked politely: "we would appreciate", "our request is that", "is requested"."""
    if _COURTESY.search(sentence):
        return
    for pattern, force in ((_POLITE, "request"), (_OUR_REQUEST, "request"), (_REQUESTED, "request")):
        found = pattern.search(sentence)
        if found and not NEGATED.search(sentence[: found.start()]):
            begin = found.start() if pattern is not _REQUESTED else 0
            yield Request(begin, tidy(sentence, begin, len(sentence)), begin, force)  # type: ignore[arg-type]
            return


def pleas(sentence: str) -> Iterator[Request]:
    """Find what is asked with "please", courtesies aside."""
    pleas = [
        m
        for m in _PLEASE.finditer(sentence)
        if not _NO_PLEASE.match(sentence, m.start() + len(m.group()) - len(m.group().lstrip(' ("')))
    ]
    if _COURTESY.search(sentence):
        return
    for plea, following in pairwise([*pleas, None]):
        assert plea is not None
        begin = re.compile(r"[\s(\"]*").match(sentence, plea.start()).end()  # type: ignore[union-attr]
        stop = following.start() if following else len(sentence)
        yield from split_actions(sentence, begin, plea.start("verb"), stop, "request", "")


_SHOULD_FORCE: dict[str, Force] = {
    "must": "demand",
    "shall": "demand",
    "has": "demand",
    "have": "demand",
    "need": "demand",
    "needs": "demand",
}
_NO_DUTY = re.compile(
    r"^\s*(?:not\s+)?(?:have\b|be (?:able|aware|noted|concerned|no surprise|clear|understood|proud)|know\b|come as|"
    r"get\b|consider themselves|agree\b|go without)"
)


def duties(sentence: str, bodies: str) -> Iterator[Request]:
    """Find what a body is told it must or should do, and what is called vital that it do."""
    if re.search(rf"\b{_MUST}\b", sentence):
        for duty in _duty_pattern(bodies).finditer(sentence):
            if not _NO_DUTY.match(sentence, duty.end("modal")):
                force = _SHOULD_FORCE.get(duty["modal"].split()[0], "recommend")
                end = _subordinate_end(sentence, duty.start("who"))
                yield from split_actions(sentence, duty.start("who"), duty.end("modal") + 1, end, force, duty["who"])
    if own := re.search(rf"\b[Ii]t is (?:{bodies})'s? (?:\w+ )?(?:duty|obligation|responsibility) to ", sentence):
        yield Request(own.start(), tidy(sentence, own.start(), len(sentence)), own.end(), "demand")
    if (vital := _VITAL.search(sentence)) and re.match(rf"(?:{bodies})\b", sentence[vital.end() :]):
        yield Request(vital.start(), tidy(sentence, vital.start(), len(sentence)), vital.end(), "urge")
    if opening := _NEGATIVE_OPENING.match(sentence):
        yield Request(0, tidy(sentence, 0, len(sentence)), opening.end(), "demand")


def _subordinate_end(sentence: str, at: int) -> int:
    """Return where a clause that begins the sentence with "while" or "although" ends; the sentence's end for others."""
    opening = re.match(r"\"?(?:While|Although|Though|Since|Because|Even if|Just as)\b", sentence)
    main = re.search(r",\s+(?:it|we|I|the|there|this|that|these|our|you|your|no|many|some)\b", sentence[at:])
    return at + main.start() if opening and at < 40 and main else len(sentence)


_PATTERNS: dict[str, re.Pattern[str]] = {}


def _duty_pattern(bodies: str) -> re.Pattern[str]:
    if len(_PATTERNS) > 256:
        _PATTERNS.clear()
    if bodies not in _PATTERNS:
        _PATTERNS[bodies] = re.compile(
            rf"(?:{_LEADING}|\b){_BELIEVE}?(?P<who>{bodies}),?\s+(?:also\s+|therefore\s+|\w+ly\s+|"
            rf"at the very least,?\s+)*(?P<modal>{_MUST})(?!\s+not\s+be\s+surprised)\b(?:\s+(?:also|therefore|"
            rf"immediately|now))?"
        )
    return _PATTERNS[bodies]
