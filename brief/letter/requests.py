"""The grammar of asking: the clauses of a sentence in which its writers ask, urge or demand that something be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from brief.letter.actions import ADVERB, OWN, SENDER, Force, Request, own_end, split_actions, tidy
from brief.letter.appeals import appeals
from brief.letter.complements import complement
from brief.letter.duties import duties
from brief.letter.norms import norms
from brief.letter.pleas import NEGATED, pleas, polite_forms
from brief.letter.verbs import ACTIONS
from brief.letter.vital import called_vital
from brief.searching import any_word

_AUXILIARY = (
    r"(?:(?:would|must|can|can only|do|should|may|are|am)\s+)?"
    + ADVERB
    + r"(?:(?:would\s+)?(?:also\s+)?(?:like|want|wish|"
    r"need|have|feel compelled|feel obliged|are compelled|compelled|continue|are pleased|are forced|come|join|ready|"
    r"intend|take this opportunity)(?:\s+(?:together|today|now|also|once again))?\s+to\s+)?"
)
_BY_FORCE: dict[Force, str] = {
    "demand": "demand insist require expect direct order",
    "request": "ask request seek invite petition",
    "urge": "urge call implore beseech beg exhort plead press appeal entreat challenge push caution warn",
    "recommend": "recommend encourage suggest propose advise advocate hope trust",
}
_FORCES: dict[str, Force] = {verb: force for force, verbs in _BY_FORCE.items() for verb in verbs.split()}
_STRONGLY = re.compile(
    r"\b(?:strongly|strenuously|emphatically|vigorously|forcefully|fervently)\s+(?:encourage|recommend)"
)
# What must follow a verb of asking for it to ask; the rest of the verbs ask whatever follows.
_NEEDS = {
    "seek": re.compile(
        r"\s+(?:\w+\s+){0,3}?(?:answers?|information|clarification|clarity|responses?|explanations?|assurances?|"
        r"details?|documents?|records|your|an? (?:update|briefing|meeting|commitment)|insight|guidance)\b"
    ),
    "expect": re.compile(
        r"(?:,? and insist)?,?\s+(?:you|that|your|the [\w' -]{2,50}? to\b|an? |answers|full|prompt|nothing less|"
        r"(?:regular|timely|detailed|continued|immediate|swift) [a-z]+|"
        r"[\w' -]{3,60}? to be (?:[a-z]+ly )?(?:included|provided|answered|published|released|addressed|completed)\b|"
        r"[A-Z][\w.]*(?: and [^,;.]{3,60}?)? (?:to|will)\b)"
    ),
    "require": re.compile(
        r"\s+(?:you|that you|your|answers|a (?:response|full)|an? (?:explanation|answer)|the (?:records|documents|"
        r"production))"
    ),
    "hope": re.compile(
        r"(?! (?:that )?you (?:will |would |can )?(?:also )?(?:enjoy|experience|agree|find|share|"
        r"have a)\b)(?:\s+(?:that\s+)?(?:you|your|the [A-Z]|both |all (?:parties|sides))"
        r"[^,;]*?\b(?:will|would|can|could)\b|\s+to (?:see|"
        r"receive|have|hear)|"
        r"[^.;]*\b(?:your (?:\w+ )?(?:approval|support|consideration)|favorabl[ey]|(?:be|is|are) (?:approved|"
        r"granted|given))\b|\s+that (?:in|as|with|at|during|before|after|when) [^,;]{3,60}, you [a-z]+|"
        r"\s+(?:that )?(?:in|as|with|at|during|before|after|when) [^,;.]{3,60},? you (?:will|would|can)\b|"
        r"\s+(?:that\s+)?you (?:[a-z]+ly )?(?:give|take|consider|join|act|make|continue|support)\b)"
    ),
    "trust": re.compile(r"\s+(?:that\s+)?you(?:r [A-Z]?\w+)? will\b"),
    "caution": re.compile(r"\s+(?:you|the [A-Z]\w+) (?:against|not to|to)\b"),
    "warn": re.compile(r"\s+(?:you|the [A-Z]\w+) (?:against|not to)\b"),
    "order": re.compile(r"\s+you\b"),
    "direct": re.compile(r"\s+(?:you\b|that you\b|the [A-Z][\w ]*? to )"),
    "press": re.compile(r"\s+(?:you|the [A-Z]\w+|for|on you)\b"),
    "push": re.compile(r"\s+(?:you|the [A-Z]\w+|for)\b"),
    "challenge": re.compile(r"\s+(?:you|the [A-Z]\w+|Congress) to\b"),
    "invite": re.compile(r"\s+(?:you|the [A-Z]\w+|your)\b"),
    "advise": re.compile(r"\s+(?:you(?! of\b| that\b)|that you|against|the [A-Z])"),
    "suggest": re.compile(
        r"\s+(?:that\s+)?(?:you|the [A-Z]|your|it would be)|\s+(?:the following|a |an )|"
        r"\s+\w+ing\b|\s+that\b[^,;]*?\b(?:be|should)\b"
    ),
    "propose": re.compile(r"\s+(?:that\b|the following|to |a |an |\w+ing\b)"),
    "ask": re.compile(
        r":|,?\s+(?!ourselves|myself|questions\b|these questions\b|(?:a great deal|much|a lot|too much|so much|little|"
        r"nothing)\b)"
    ),
    "appeal": re.compile(r"\s+(?:for\b|to\b(?=[^;]*\b(?:to|for|that)\b))"),
    "plead": re.compile(r"\s+(?:with|for)\b"),
    "call": re.compile(r"\s+(?:up)?(?:on|for)\b"),
    "advocate": re.compile(r"\s+(?:for|that)\b"),
}
_VERB = re.compile(rf"({any_word(_FORCES)})\b(?!['-])")
_DIRECT = re.compile(SENDER + r"\s+" + ADVERB + _AUXILIARY + ADVERB + r"$")
_INFINITIVE = re.compile(
    SENDER + r"\s.{0,40}?\b(?:writ(?:e|ing)|wrote today|join|joining|rise|reach(?:ing)? out|send(?:ing)? this letter|"
    r"submit(?:ting)?|stand|come|like|want|wish|respond(?:ing)?)\b.*?\b(?:to|and|,)\s+" + ADVERB + r"$"
)
_COORDINATED = re.compile(r"(?:\band|\bbut|,|;|\bas well as|--|–|—)\s+(?:to\s+|would\s+|must\s+)?" + ADVERB + r"$")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)\b")
_NOT_ASKING = re.compile(
    r"(?:\b(?:information|documents?|questions?|data|materials?|records|what|which|whom|that the|if|when|whenever|"
    r"whether|than|before|until|unless|reforms|answers?|response) (?:that )?$)"
)


_GUESSING = re.compile(r"\b(?:would|might|could|can|can only|should) $")
# "a fee, which we urge you to drop"
_RELATIVE = re.compile(r"\b[\w'-]+s?,? (?:which|whom) $|\b(?!that\b|(?:reason|ground)s\b)[a-z]+s that $")
_TO_ACT = re.compile(r" (?:(?:up)?on )?(?:you|your [a-z]+|the [A-Z][\w ]{1,40}?|Congress) (?:not )?to [a-z]")


def find_requests(sentence: str, bodies: frozenset[str] | None = None, asked: bool = False) -> list[Request]:
    """Find the actions that one sentence of a letter asks for.

    Args:
        sentence: A sentence, flattened by `FLATTEN`.
        bodies: Words that name the addressee's side, from `named_bodies`; None leaves "must" and "should" aside.
        asked: True if the sentence stands in a list that is asked for, so that a bare imperative asks too.
    """
    found = _distinct(_all_requests(sentence, bodies, asked))
    found = (_conditioned(sentence, r) for r in found)
    return list(found) if sentence.endswith((".", "!", "?", ";", '"')) else [_unclipped(sentence, r) for r in found]


_CONDITION = re.compile(
    r"\W*(?P<on>(?:If|Unless|Until|Should (?:you|it|the|this|any)|In the event|As long as|Provided) [^;:]{3,200}), "
    r"(?:then |and )?"
)


def _conditioned(sentence: str, request: Request) -> Request:
    """Take in the condition that stands right before a request: "If the tables prove wrong, they must be withdrawn"."""
    condition = _CONDITION.fullmatch(sentence, 0, request.start) if request.start else None
    if not condition:
        return request
    start = condition.start("on")
    return replace(request, start=start, act=start if request.act == request.start else request.act)


def _all_requests(sentence: str, bodies: frozenset[str] | None, asked: bool) -> Iterator[Request]:
    own = bool(OWN.search(sentence))  # most sentences don't name their writers: what needs that is then not tried
    if own:
        yield from _performatives(sentence)
    yield from _resolving(sentence)
    if own:
        yield from _participles(sentence)
    yield from polite_forms(sentence, own)
    yield from pleas(sentence)
    if asked and (match := _IMPERATIVE.match(sentence)) and match["verb"].lower() in ACTIONS:
        yield from split_actions(sentence, match.start("verb"), match.start("verb"), len(sentence), "request", "")
    if bodies is not None:
        yield from duties(sentence, bodies)
        yield from norms(sentence)
        yield from called_vital(sentence, bodies)
    yield from appeals(sentence, own)


_DANGLING = re.compile(
    r"(?:,?\s+(?:including|such as|namely|that|which|to|with|by|for|of|on|in|from|as|the|and|whether|how|should|must|"
    r"will|are|is))+\s*:?$"
)


_TOLD = re.compile(r"\W*(?:let|tell|inform|advise|show|send|give) (?:me|us)(?: know)?:")
_SAYS = re.compile(r"\W*\w+\W+\w")
"""An action of more than its verb; the object of a lone one stands below: "please provide:"."""


def _unclipped(sentence: str, request: Request) -> Request:
    """Cut the words that only join a request to the list below it; what is left of a bare lead-in asks nothing."""
    bare = _TOLD.match(sentence, request.act) or _PARTY_ONLY.match(sentence, request.act)
    unsaid = bare or not _SAYS.match(sentence, request.act)
    if sentence.endswith(":") and request.end >= len(sentence) - 1 and unsaid:
        return replace(request, end=len(sentence), lead=True)
    loose = _DANGLING.search(sentence, request.act)
    if not loose or request.lead or loose.start() > request.end:
        return request
    short = sentence.count(" ", request.act, loose.start()) < 2 or loose.group().endswith(("should:", "must:", "to:"))
    return replace(request, end=len(sentence) if short else loose.start(), lead=short)


_IMPERATIVE = re.compile(
    r"^\W{0,3}(?:[A-Z][a-z]+ly,? |(?:First|Second|Third|Fourth|Fifth|Next|Last),? |[Aa]nd |Also,? |Further,? |Then,? |"
    r"Do not |Not |(?:If|For|When|In|With (?:respect|regard) to|Regarding) [^,]{2,120}, )?(?!(?:[Tt]hank|"
    r"[Ss]ee)\b)(?P<verb>[A-Za-z]+(?:-[a-z]+)?)\b(?!['-])(?! (?:of|is|was|are|"
    r"were|has|have)\b)(?=(?:\s+\S+){2})"
)


def _distinct(requests: Iterator[Request]) -> Iterator[Request]:
    """Keep the first reading of each stretch; a later one that overlaps it says the same thing another way."""
    taken: list[Request] = []
    for request in requests:
        says = request.lead or request.act < request.end
        if says and not any(request.act < t.end and t.act < request.end for t in taken):
            taken.append(request)
    yield from sorted(taken, key=lambda r: r.start)


_ASKED_OF = re.compile(r",?\s+(?:you|that|the|your|for|on|upon|all|both|an?|information|answers|Congress|[A-Z])\b")
_SENDER = re.compile(SENDER)
_JOINT = re.compile(rf"(?:,|;)?\s+(?:and|but)?\s*(?:{SENDER})[^,;]{{0,60}}$|[,;]?\s+(?:and|but)\s+(?:to\s+)?{ADVERB}$")


_THIRD = {verb + "s": force for verb, force in _FORCES.items()}
_BODIES = ("ommittee", "ndersigned", "ssembly", "oalition", "elegation", "aucus", "ssociation")
_RESOLVES = re.compile(rf"\W*{ADVERB}(?:{'|'.join(_THIRD)})\b")
_ITS_OWN = re.compile(
    r"(?:^\W*|\b(?:[Tt]he|[Tt]his) (?:(?:Sub)?[Cc]ommittee|undersigned|Assembly|[Cc]oalition|[Dd]elegation|[Cc]aucus|"
    r"[Aa]ssociation),?\s+)" + ADVERB + rf"(?P<verb>{'|'.join(_THIRD)})\b(?= (?:that|the|you|on|upon|for|your|an?|"
    r"all|any|answers|copies|documents|records|information|"
    r"[A-Z]))"
)


def _resolving(sentence: str) -> Iterator[Request]:
    """Find what a body asks that speaks of itself in the third person: "the Committee requests that …"."""
    if not (any(map(sentence.__contains__, _BODIES)) or _RESOLVES.match(sentence)):
        return
    for verb in _ITS_OWN.finditer(sentence):
        start = verb.start() + len(verb.group()) - len(verb.group().lstrip())
        yield from _complement(sentence, start, verb, len(sentence), _THIRD[verb["verb"]])


_PARTICIPLES = "seeking requesting urging asking calling demanding imploring recommending encouraging"
_STEMS = {p: p[:-3] if p[:-3] in _FORCES else p[:-3] + "e" for p in _PARTICIPLES.split()}
_STEM_OF = {**_STEMS, "for": "seek"}
_PARTICIPLE = re.compile(
    rf"\b(?:I|[Ww]e)\b[^.;:]{{0,30}}?\b(?:writ(?:e|ing)|join|submit(?:ting)?|"
    r"send(?:ing)? this letter)\b[^.;]{0,200}?(?<!when )(?<!while )(?<!after )(?<!before )(?<!by )(?<!of )"
    rf"(?P<verb>{'|'.join(_STEMS)}|for(?= (?:[a-z]+ ){{0,2}}?(?:answers|information|clarification|clarity|details|"
    r"guidance|assurances?|update|briefing|explanation)\b))\b"
)


_OTHERS_LETTER = re.compile(r"\b(?:letter|request|resolution|petition|bill)s? (?:from|by|of|sent by) [^,;]{3,90}$")


def _participles(sentence: str) -> Iterator[Request]:
    """Find what is asked in the manner of "we write to you as members, seeking answers about …"."""
    verb = _PARTICIPLE.search(sentence) if any(map(sentence.__contains__, _STEM_OF)) else None
    if verb and not _OTHERS_LETTER.search(sentence, 0, verb.start("verb")):
        stem = _STEM_OF[verb["verb"]]
        if stem not in _NEEDS or _NEEDS[stem].match(sentence, verb.end()):
            start = verb.start() if verb["verb"] == "for" else verb.start("verb")
            yield from _complement(sentence, start, verb, len(sentence), _FORCES[stem])


def _performatives(sentence: str) -> Iterator[Request]:
    verbs = [m for m in _VERB.finditer(sentence) if _asks(sentence, m)]
    for verb, following in pairwise([*verbs, None]):
        assert verb is not None
        start = _clause_start(sentence, verb.start())
        end = _own_end(sentence, verb.end(), following.start() if following else len(sentence))
        force = "urge" if _STRONGLY.search(sentence, max(0, verb.start() - 14), verb.end()) else _FORCES[verb[1]]
        if _RELATIVE.search(sentence, max(0, start - _READ_BACK), start):
            # "questions that we urge you to answer": the thing stands before
            start = sentence.rfind("; ", 0, start) + 2 if "; " in sentence[:start] else 0
            yield Request(start, tidy(sentence, start, end), start, force)
            continue
        yield from _complement(sentence, start, verb, end, force)


_READ_BACK = 2000  # characters before a verb of asking: what runs on for longer is no sentence


def _asks(sentence: str, verb: re.Match[str]) -> bool:
    """Tell whether a verb of asking is said by the writers, now, and of what is to come."""
    need = _NEEDS.get(verb[1])
    if (need and not need.match(sentence, verb.end())) or sentence.startswith(" nothing", verb.end()):
        return False
    left = sentence[max(0, verb.start() - _READ_BACK) : verb.start()]
    if (
        NEGATED.search(left)
        or _UNASKED.search(left)
        or (verb[1] == "expect" and _GUESSING.search(left))
        or (not _FIRST_PERSON.search(left) and not _DIRECT.search(left))
    ):
        return False
    if _BEFORE_NOW.search(left):
        return False
    if direct := _DIRECT.search(left):
        said = left[: direct.start()]
        return not _NOT_ASKING.search(said) or bool(_RELATIVE.search(said) and _TO_ACT.match(sentence, verb.end()))
    if _INFINITIVE.search(left):
        return not _OTHERS_EFFORT.search(left)
    if verb[1] in _ALSO_DEEDS and _TO_ANOTHER.search(left):  # "you to raise his case and advocate for him"
        return False
    return bool(_COORDINATED.search(left)) and bool(_ASKED_OF.match(sentence, verb.end()))


_ALSO_DEEDS = frozenset(["advocate", "push", "press", "plead", "appeal"])
"""What somebody else may be asked to do."""
_TO_ANOTHER = re.compile(r"\b(?:urge|ask|request|call (?:up)?on|encourage|implore)\b[^;]*? to [a-z]+\b[^;]*$")


# "We write against your efforts to encourage dams": what another does is no ask of ours.
_OTHERS_EFFORT = re.compile(
    r"\b(?:your|their|his|her|its|the|[\w]+'s) (?:[\w'-]+ ){0,3}?(?:efforts?|attempts?|actions?|plans?|proposals?|"
    r"decisions?|ability|authority|power|policies|policy|tools?|programs?|push|moves?|failure|refusal|commitment) to "
    r"(?:(?:[a-z]+ly )?[a-z]+ [^,;:]{2,90} and )?(?:[a-z]+ly )?$"
)
# "In May we wrote to the Board to warn of it and to request that …": what the writers did on another day.
_BEFORE_NOW = re.compile(
    r"\b(?:I|[Ww]e) (?:[a-z]+ly )?(?:wrote(?! today)|sent|met|spoke|led|testified|introduced)\b"
    r"(?![^;]*\b(?:today|now|again|I|[Ww]e)\b)[^;]*$"
)
_UNASKED = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:do|did) not|don't|am not|are not|aren't) (?:write|writing|come|"
    r"seek)\w*\b[^,;]*$"
)


def _clause_start(sentence: str, at: int) -> int:
    """Where the clause of a verb of asking begins: at its subject, or at the verb where that shares a subject."""
    back = max(0, at - _READ_BACK)
    direct = _DIRECT.search(sentence, back, at)
    if direct:
        return direct.start()
    subjects = [m.start() for m in _SENDER.finditer(sentence, back, at)]
    near = bool(subjects) and at - subjects[-1] < 60 and "," not in sentence[subjects[-1] : at]
    return subjects[-1] if near else at


def _own_end(sentence: str, start: int, end: int) -> int:
    """Cut the words that only join a request to the next one."""
    if end == len(sentence):
        return end
    subjects = list(_JOINT.finditer(sentence[start:end]))
    return start + subjects[0].start() if subjects else end


_LEAD_ONLY = re.compile(
    r"^\W*(?:to|that you|that|you to)?\s*(?:\w+ ){0,3}?(?:take|taking|do|doing|consider|implement|adopt|"
    r"adopting|implementing|pursue|make|making)?\s*(?:(?:the|"
    r"these|those|all of the|each of the|at least the|any of the)\s+)?"
    r"(?:\w+ ){0,2}?(?:following|following \w+|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|"
    r"\d+) (?:\w+ ){0,2}?(?:things|steps|actions|measures|recommendations))(?: (?:\w+ ){0,3}(?:things|steps?|"
    r"actions?|measures|recommendations|reforms|policies|points|changes|priorities|requests|commitments|"
    r"items))?[^.]{0,40}:?\W*$"
)


_QUESTIONS = re.compile(r"question|answer|respon|inquir|information|clarif")
_OPEN_END = re.compile(r"(?:.*\bto|\s*that(?: [\w']+){1,12}|.*\bthat you)\s*:$")
_COUNTED = re.compile(
    r"\s*(?:for |you (?:for |to do )?)?(?:only |just )?(?:one|two|three|four|five|six|several|a few) (?:\w+ )?"
    r"(?:things?|steps?|actions?|favou?rs?|commitments?)(?: (?:of|from) (?:you|your \w+))?[.:]"
)
_PARTY_ONLY = re.compile(
    r"\s*(?:on |upon |to |that )?(?:you|(?:the |this |your |all )?(?:(?:[A-Z][\w.'-]*|[Gg]overnments?|"
    r"[Aa]dministration|"
    r"[Aa]uthorities|[Pp]arties|[Cc]ompany|[Dd]epartment|[Aa]gency|of|and|the) ?){1,9}):$"
)
_OF_SOMEBODY = frozenset(["petition", "urge", "implore", "beseech", "beg", "exhort", "call"])
_PARTY_ALONE = re.compile(r"\s*(?:on |upon )?(?:you|(?:the )?[A-Z][\w.'-]*(?: (?:of|and|the|[A-Z][\w.'-]*)){0,8})[.!]?")
_THING = re.compile(r"\s+(?:(?:for|on|that)\b,?\s+)?")


def _only_leads(sentence: str, start: int, act: int, end: int) -> bool:
    """Tell whether a request says nothing yet: "we call on you to:", "we ask you to do three things:"."""
    body = sentence[start:end].rstrip()
    if _COUNTED.fullmatch(body):
        return True
    if not body.endswith(":") or _QUESTIONS.search(body):
        return False
    if body.count(" ") <= 3 or _PARTY_ONLY.match(body) or _LEAD_ONLY.match(sentence[act:end]):
        return True
    return act == start and bool(_OPEN_END.match(body))


def _complement(sentence: str, start: int, verb: re.Match[str], end: int, force: Force) -> Iterator[Request]:
    """Read what is asked after one verb of asking: actions of somebody, a thing, or only the list that follows."""
    found = complement(sentence, verb.end(), end)
    if _only_leads(sentence, verb.end(), found[1] if found else verb.end(), end):
        yield Request(start, end, verb.end(), force, found[0] if found else "", lead=True)
    elif found is None and verb[1] in _OF_SOMEBODY and _PARTY_ALONE.fullmatch(sentence, verb.end(), end):
        return  # "We hereby petition the Authority."
    elif found is None:
        thing = _THING.match(sentence, verb.end())
        act, stop = thing.end() if thing else verb.end(), tidy(sentence, start, own_end(sentence, verb.end(), end))
        if stop > act:
            yield Request(start, stop, act, force)
    else:
        yield from split_actions(sentence, start, found[1], end, force, found[0])
