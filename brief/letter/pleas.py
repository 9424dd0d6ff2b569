"""Asking without a verb of asking: pleas and polite forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from brief.letter.actions import ADVERB, SENDER, Request, own_end, split_actions, tidy
from brief.letter.complements import complement

NEGATED = re.compile(r"\b(?:not|never|n't|cannot|can't|did|didn't)\s+(?:\w+ly\s+)?$")
"""What before a verb of asking takes the asking back."""

# "We would appreciate answers", "we look forward to your response by June 3", "we renew our call for".
_POLITE = re.compile(
    SENDER
    + r"\s+"
    + ADVERB
    + r"(?:(?:write|am writing|are writing|wish|want|would like)(?: to you)?(?: today)? to )?"
    + r"(?:(?:would|will|should)\s+"
    + ADVERB
    + r"(?:appreciate|welcome|value|be (?:\w+ )?(?:grateful|thankful|"
    r"appreciative|obliged|interested|glad|pleased(?= if))(?: (?:for|if|to|in|of))?|"
    r"like (?:to (?:better |fully |further |"
    r"[a-z]+ly )?(?:know|understand|see|learn|hear|receive|have|obtain|meet|schedule|discuss with you)|"
    r"you to(?! know\b)|your|"
    r"the [A-Z]?\w+ to|an?\b|more|answers))|(?:(?:are|am) (?:(?!not\b)\w+ )?|(?<='re )|(?<='m ))(?:interested in (?:(?:"
    r"your|the) [^,;.]{0,60}?(?=(?:analysis|views|thoughts|assessment|answers|plans|perspective)\b)|"
    r"(?:\w+ly )?(?:obtaining|learning|knowing|receiving|hearing|understanding))|pushing|pressing|requesting|asking|"
    r"calling|urging|seeking|demanding|imploring|recommending|encouraging)|(?:need|want|wish) to (?:receive|obtain)|"
    r"(?:need|want) (?:you to(?! (?:know|understand|be aware|realize|hear|see)\b)|answers|"
    r"to (?:know|understand|see) (?:how|why|what|whether|that|if|when))|(?:ask|request)\b|"
    r"(?:re-?iterate|renew|repeat|reaffirm|restate|echo|am echoing|are echoing|make|"
    r"join [^,.;]{3,60} in) (?:our|my|this|the|their|a|an|his|her|that|following|one|two|"
    r"three)?\s?(?:[\w.']+\s){0,3}?(?:(?:requests?|calls?|demands?|appeals?|asks?|recommendations?)"
    r"(?= (?:for|to|that|on|upon)\b|:)|urging|asking|requesting|calling|demanding)\b)"
)
_LOOK_FORWARD = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:am|are) )?(?:\w+ )?(?:look(?:ing)? forward to|await|anticipate|appreciate)"
    r"(?= (?:\w+ ){0,6}?(?:response|reply|responses|answers?|hearing|"
    r"receiving|briefing|replies)\b.*\b(?:by|no later than|within|before|prior to)\b.*"
    r"(?:\d|(?:two|three|four|five|six|ten|fourteen|thirty|sixty) (?:\w+ )?(?:days|weeks|months)\b)|.*\bwhich should\b)"
)
_OUR_REQUEST = re.compile(
    r"\b(?:[Mm]y|[Oo]ur) (?:\w+ )?(?:request|recommendation|hope|appeal|ask|demand|plea)s? (?:is|are|to you is)\b|"
    r"\b[Ii]t is (?:therefore |also |still |[a-z]+ly )?(?:my|our) (?:\w+ )?(?:hope|request|recommendation|"
    r"expectation) that\b"
)
_REQUESTED = re.compile(
    r"\b[Ii]t would be (?:\w+ )?(?:helpful|useful|appreciated) if\b|\b[Ii]t would (?:[a-z]+ly )?(?:benefit|help|"
    r"serve|assist|reassure)[^,;:.]{0,60}? (?:for|if) you (?:to|could|would)\b|\b(?:[Yy]ou|[Yy]our [\w ]{3,40}|"
    r"[Tt]he [A-Z]\w+|[Aa] [\w ]{3,40}|(?:[Rr]espons|[Rr]epl|[Aa]nswer|[Bb]rief)\w+) (?:is|are) (?:hereby |"
    r"respectfully |also |urgently |specifically |further |kindly |"
    r"therefore |accordingly |formally )?(?:requested|urged|asked|called upon|directed)\b"
)
_PLEASE = re.compile(r"(?:^|[\s(\"])[Pp]lease,?\s+" + ADVERB + r"(?P<verb>do not|don't|(?!so\b)[a-z]+)")
_NO_PLEASE = re.compile(
    r"(?i)please\s+(?:also\s+|always\s+)?(?:be (?:specific|brief|as )|continue to (?:view|consider|count|look to|"
    r"think|call)|feel free|do not hesitate|don't hesitate|note(?= that\b| the\b|:|,|$)|"
    r"be (?:assured|advised|aware)|know|find|accept|see|click|visit|call \(?\d|keep in mind|understand that|refer|"
    r"contact|reach out|let (?:me|us|my|our)[^.]{0,40}?(?:if|should) (?:I|we|you|there|my|our|"
    r"your)\b[^.]{0,40}(?:question|help|assist|can be|further|concern|may be|need)|direct (?:any|your|all|questions|"
    r"further)|call (?:my|our|me|us)|send (?:your|any|the|a copy|all)?[^.]{0,30}(?:copy|response) (?:of|"
    r"to)[^.]{0,40}@|rest assured|remember|excuse|forgive|pardon)"
)
_COURTESY = re.compile(
    r"(?i)\b(?:if|should) (?:you|your staff|your office)[^,.]{0,60}\b(?:questions?|concerns|need|require|would like|"
    r"wish)\b|\bhesitate to\b|\bif (?:I|we|my office|our offices?) (?:can|may|could) (?:be|help|assist|provide|"
    r"offer)\b|\bquestions? (?:regarding|about|concerning) this (?:letter|request|matter)\b"
)
_OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our|undersigned|[Cc]ommittee|is|are|would be)\b")
_POLITE_KEYS = (
    "helpful if", "useful if", "t would ",
    "look forward", "looking for", "await", "anticipate", "appreciate", "welcome",
    "grateful",
    "thankful", "obliged", "glad", "pleased if", "like ", "interested in", "wish to", "pushing", "pressing",
    "requesting", "asking", "calling", "urging", "seeking",
    "demanding", "imploring", "recommending", "encouraging", "need ", "want ", "iterate", "renew", "repeat",
    "affirm", "restate", "echo", "make", "join", "requested", "urged", "asked", "called upon", "directed",
    "hope", "request", "recommendation", "plea ", "appeal",
)  # fmt: skip

_UNOWNED_KEYS = (
    "t would ", "request", "recommendation", "hope", "appeal", "ask", "demand", "plea", "expectation", "urged",
    "called upon", "directed",
)  # fmt: skip
"""What `_OUR_REQUEST` and `_REQUESTED` need; the others need a word for the writers."""


def polite_forms(sentence: str, own: bool) -> Iterator[Request]:
    """Find what is asked politely: "we would appreciate", "our request is that", "is requested".

    Args:
        sentence: A sentence, flattened.
        own: Whether `OWN` finds its writers in it.
    """
    if not own and not any(map(sentence.__contains__, _UNOWNED_KEYS)):
        return
    if not any(map(sentence.__contains__, _POLITE_KEYS)) or not _OWN_VOICE.search(sentence):
        return
    if _COURTESY.search(sentence):
        return
    for pattern in (_POLITE, _OUR_REQUEST, _REQUESTED, _LOOK_FORWARD) if own else (_OUR_REQUEST, _REQUESTED):
        found = pattern.search(sentence)
        which = found and sentence.endswith("which ", 0, found.start())  # "your answers, which we request by May 5"
        if found and not which and not NEGATED.search(sentence[: found.start()]):
            begin = 0 if pattern is _REQUESTED else found.start()
            asked = complement(sentence, found.end(), len(sentence)) if _ASKING.search(found.group()) else None
            if asked:
                yield from split_actions(sentence, begin, asked[1], len(sentence), "request", asked[0])
                return
            you = _YOU_ARE.match(sentence, found.start()) if pattern is _REQUESTED else None
            if you:
                yield from split_actions(sentence, found.start(), you.end(), len(sentence), "request", "")
                return
            bare = pattern is _REQUESTED and not found.group().endswith(" if")
            act = begin if bare else _wanted(sentence, found)
            if _LEADS.fullmatch(sentence, act):
                yield Request(begin, len(sentence), act, "request", lead=True)
                return
            yield Request(begin, tidy(sentence, begin, own_end(sentence, found.end(), len(sentence))), act, "request")
            return


_LEADS = re.compile(r"(?:(?:it )?if )?(?:[^:;,.]{2,60} (?:could|would|can|will))?(?: please| kindly| also)*\s*:")
"""What is left of a polite form that only leads in a list: "grateful if the Council would:"."""
_YOU_ARE = re.compile(r"[Yy]ou are (?:[a-z]+ )?(?:requested|urged|asked|called upon|directed) to (?=[a-z])")
_ASKING = re.compile(
    r"(?:pushing|pressing|requesting|asking|calling|urging|demanding|imploring|recommending|encouraging|requests?|"
    r"calls?|demands?|appeals?|asks?|recommendations?)$|like$| is$"
)
_SOUGHT = re.compile(
    r"(?:know|understand|see|learn|hear|receive|have|meet|schedule|discuss with you|learning|knowing|hearing)"
    r"(?: (?:how|why|what|whether|that|if|when))?$"
)
_JOINING = re.compile(
    r"\s*(?:(?:(?:it )?if )?(?:you|(?:the|your) [\w.]+) (?:could|would|can|will)\b|that\b|for\b|if\b|to\b)?\s*"
)


_PLAINLY = re.compile(r" (?:[a-z]+ ){0,2}[a-z]+ ?(?::|--|–|—) (?=[a-z])")
"""What only says what sort of a request it is: "our request is very plain: the Board must pay"."""


def _wanted(sentence: str, polite: re.Match[str]) -> int:
    """Where what is wanted begins after a polite form: "a briefing" of "we would welcome a briefing"."""
    verb = _SOUGHT.search(polite.group())
    joint = _PLAINLY.match(sentence, polite.end()) or _JOINING.match(sentence, polite.end())
    return polite.start() + verb.start() if verb else joint.end() if joint else polite.end()


_IF = re.compile(
    r"\W*((?:[Ii]f|[Uu]nless|For(?! (?:this|these|that|example)\b)|[Ww]ith (?:respect|regard) to) [^,]{3,120}, )"
)
"""What an ask holds for, said before it; without it the ask would say too much."""


def pleas(sentence: str) -> Iterator[Request]:
    """Find what is asked with "please", courtesies aside."""
    if "lease" not in sentence:
        return
    pleas = [
        m
        for m in _PLEASE.finditer(sentence)
        if not _NO_PLEASE.match(sentence, m.start() + len(m.group()) - len(m.group().lstrip(' ("')))
    ]
    if _COURTESY.search(sentence):
        return
    for plea, following in pairwise([*pleas, None]):
        assert plea is not None
        begin = plea.start() + len(plea.group()) - len(plea.group().lstrip(' ("'))
        condition = _IF.match(sentence)
        begin = condition.start(1) if condition and condition.end() == begin else begin
        act = begin if condition and condition.end() > begin and condition[1].startswith("For") else plea.start("verb")
        stop = following.start() if following else len(sentence)
        yield from split_actions(sentence, begin, act, stop, "request", "")
