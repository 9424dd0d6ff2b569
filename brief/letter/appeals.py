"""Asking in other words: by hope, need, standing or a named plea, in the passive, and by a bare imperative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.letter.actions import ADVERB, SENDER, Force, Request, opens_with_action, split_actions, tidy
from brief.letter.complements import complement
from brief.letter.verbs import ACTIONS

_YOU = (
    r"(?:you|your [a-z]\w+(?: \w+)?|(?:the|this) [A-Z][\w.'-]*(?: (?:of |for |and |the )*[A-Z][\w.'-]*){0,5}|Congress)"
)
"""Somebody who is asked, in few words: "you", "your office", "the Bureau of Rivers"."""

# "We trust that the Bureau will", "we are confident you will", "we look to you to", "we need your help".
_RELYING = re.compile(
    SENDER
    + r"\s+"
    + ADVERB
    + r"(?:(?:trust|(?:am|are|remain) "
    + ADVERB
    + rf"(?:hopeful|confident|optimistic|certain))(?:,? that)?,? "
    rf"(?:(?:once|when|if|as|after|upon|in|with|given) [^,;.]{{3,90}}, )?(?=(?!Congress){_YOU} will\b)|"
    rf"(?:look to|rely on|depend on|turn to|(?:am|are) (?:looking to|counting on|relying on|depending on|turning to)|"
    rf"count on) (?={_YOU} (?:for|to)\b)|(?:want|would (?:like|want|prefer)) "
    rf"(?={_YOU} to\b(?! (?:know|understand|be aware|realize|hear|see)\b))|"
    rf"need (?={_YOU} to\b)|need (?=(?:the|these|this|those|our|"
    rf"all) [^,;.]{{3,60}}? to be (?:[a-z]+ly )?[a-z]+(?:ed|en)\b)|need (?=(?:the |this )?(?:your|Congress's|"
    rf"Administration's) (?:\w+ )?(?:help|support|leadership|assistance|commitment|action)\b)|"
    rf"will (?:continue to )?(?:ask|urge|press|expect|call (?:up)?on|insist)(?= (?:that )?{_YOU}\b))"
)
_RELYING_KEYS = (
    "trust", "hopeful", "confident", "optimistic", "certain", "look", "rely", "depend", "turn", "count", "want ",
    "would ", "need ", "will ask", "will urge", "will press", "will expect", "will call", "will insist",
    "will continue",
)  # fmt: skip
"""What a sentence must hold for `_RELYING` to be tried."""
_YOU_WILL = re.compile(rf"{_YOU} will (?:not )?")
_UNITED = re.compile(
    SENDER + r"\s.{0,60}?\b(?:united|join(?:ed)?|stand|together|one|voices?)\b[^.;:]{0,80}? (?:in|by) " + ADVERB +
    r"(?P<verb>urging|asking|requesting|calling|demanding|imploring|recommending|encouraging|beseeching)\b"
)  # fmt: skip
_LETTING = re.compile(
    r"\b(?:[Ll]et (?:me|us)|[Aa]llow (?:me|us) to|[Pp]ermit (?:me|us) to|[Mm]ay (?:I|we)) " + ADVERB +
    r"(?P<verb>urge|ask|request|suggest|recommend|encourage|implore|appeal|propose)\b"
)  # fmt: skip
# Those who write, in the third person: "the residents of Pell ask you", "the Coalition for the River urges you".
_OURSELVES = re.compile(
    r"(?:^|, )(?:[Tt]he|[Tt]hese|[Oo]ur) (?:[\w.'&-]+ ){0,3}?(?:undersigned|residents|people|members|families|workers|"
    r"citizens|constituents|communit(?:y|ies)|coalition|[Cc]oalition|organizations?|[Aa]ssociation|[Aa]lliance|"
    r"[Cc]ouncil|[Cc]aucus|[Dd]elegation|states|veterans|farmers|taxpayers|[Ss]ociety|[Ff]ederation)\b"
    r"(?: (?:of|for|in|on|from) [^,;:.]{2,70}?)?,? " + ADVERB +
    r"(?P<verb>ask|urge|implore|beseech|request|call (?:up)?on|encourage|appeal to)s? (?=(?:that )?(?:you|your)\b)"
)  # fmt: skip
# States and counsel write of themselves so: "the Attorneys General urge the Commission to reject it".
_OFFICIALS = re.compile(
    r"(?:^|, )[Tt]he (?:Attorneys General|(?:undersigned )?States|[Ss]ignatories|[Cc]ommenters|"
    r"[Pp]etitioners),? " + ADVERB +
    r"(?P<verb>ask|urge|implore|request|call (?:up)?on|encourage|recommend)s? (?=(?:that|you|your|the|[A-Z]))"
)  # fmt: skip
_LONG = re.compile(r"\b(?:[Ww]e|I) have long (?P<verb>called (?:for|(?:up)?on)|urged|pressed|advocated for)(?= )")
_BACKING = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:am|are) writing to |write to )?(?:(?:also|further|fully|strongly|"
    r"wholeheartedly) )*support (?=(?:(?:his|her|their|its|the|this|"
    r"[A-Z][\w.]*'s|(?:[Tt]he )?[A-Z][\w. ]{2,60}?'s?) (?:\w+ ){0,3}?(?:request|application|nomination|petition) "
    r"(?:for|to|of)\b|\$\d))"
)
# "We write with one urgent request: that you put off the vote"
_WITH_REQUEST = re.compile(
    r"\b(?:I|[Ww]e) [^.;:]{0,40}?\b(?:with|make|have|submit|present) (?:an?|one|this|the following) (?:\w+ ){0,3}?"
    r"(?P<verb>request|plea|appeal|demand|recommendation)(?: of you)?(?= (?:that|for|to)\b)"
)
_WISE = re.compile(
    r"\b[Ii]t would (?:also |therefore )?be (?:most |more |only )?(?:wise|prudent|advisable|appropriate|best|"
    r"better|right) "
    r"(?:for (?:you|the [A-Z]\w+|Congress) )?to (?=(?P<verb>[a-z]+)\b)"
)
_WONDERING = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:am|are|was|were) )?(?P<verb>wonder)(?:ing)? (?:if|whether) (?:you|your \w+) (?:could|would|"
    r"might) (?=[a-z])"
)
_REMINDING = re.compile(
    r"\b(?:I|[Ww]e) (?:\w+ ){0,2}(?P<verb>remind) you (?:of your (?:\w+ ){0,2}(?:duty|obligation|responsibility) to|to|"
    r"that you (?:must|are (?:required|obliged|obligated) to)) (?=[a-z])"
)
_NAMED_LEAD = re.compile(
    r"\b(?:[Oo]ur|[Mm]y|[Tt]he following|[Tt]hese) (?:\w+ ){0,2}?(?P<verb>demand|request|ask|recommendation|call|plea)s"
    r"(?: (?:are|include)(?: [\w]+){0,4})?:$"
)
_IMPERSONAL = re.compile(
    r"\b[Ii]t is (?:[a-z]+ly |therefore |hereby |also )*(?P<verb>requested|asked|urged|recommended|suggested|proposed) "
    r"(?=that\b)"
)
_APPRECIATED = re.compile(
    r"(?:^|, )(?P<whole>(?:[Yy]our|[Aa]n?|[Aa]ny|[Tt]he) (?P<thing>[^,;:.]{3,160}?) (?:would|will) be (?:\w+ly |most |"
    r"very |much |so )*(?:appreciated|welcomed?|helpful|of great help)\b[^;]*?"
    r"(?=,? (?:as|since|because|given|and (?:we|I))\b|;|$))"
)
_WELCOME = ("appreciated", "welcome", "helpful", "of great help")
_BARE_COURTESY = re.compile(
    r"(?:[a-z]+,? (?:and )?)*?(?:attention|consideration|cooperation|time|efforts?|assistance|response|reply)"
    r"(?: (?:to|of|on|in|with|regarding|about) (?:this|these|our|my|the) (?:\w+ ){0,2}?(?:requests?|matters?|issues?|"
    r"letter|concerns?|inquir\w+|appeal))?$"
)
# "Our request is simple: open the lock", "I write with one request: open the lock".
_NAMED_PLEA = re.compile(
    r"\b(?:[Oo]ur|[Mm]y|[Tt]his|an?|one|[Tt]he) (?:\w+ ){0,2}?(?:request|ask|plea|message|demand|appeal|"
    r"recommendation|call|advice|hope)s?(?: to [^,;:.]{2,40}?)?(?: (?:is|are|remains?)(?: [\w']+){0,4}?)?\s?"
    r"(?::|--|–|—) ?(?:please )?"
)
# A letter of support recommends what it supports: "We write in support of the town's application".
_SUPPORTING = re.compile(
    r"\b(?:I|[Ww]e) (?:write|am writing|are writing|am pleased to write|would like|wish|want)\b[^.;:]{0,60}?"
    r"\b(?:in|to (?:express|offer|convey|voice|lend)) (?:(?:my|our) )?(?:(?:strong(?:est)?|full|enthusiastic|"
    r"wholehearted|unequivocal|continued) )?support (?:of|for) (?=[^.;:]{0,160}?\b(?:application|nomination|"
    r"(?:grant|funding) (?:request|proposal)|request)\b)"
)
_NEED = re.compile(
    r"\b[Tt]here (?:is|remains) (?:an? |the )?(?:\w+,? ){0,2}?(?:urgent|pressing|critical|dire|immediate|desperate|"
    r"clear|compelling|great) need (?:now )?(?P<who>for (?:you|[Cc]ongress|your \w+|the [A-Z][^,;:.]{2,60}?) )?to "
    r"(?=[a-z])"
)
_DO_NOT = re.compile(
    r"^\W*(?:And |But |So |Again, |Therefore, |Simply put, )?"
    r"(?P<act>(?:Do not|do not|Don't) (?!misunderstand|mistake|misread|get me wrong|think)[a-z]+)\b"
)
_KINDLY = re.compile(r"(?:^\W*|,\s+|\band )(?P<act>[Kk]indly (?P<verb>[a-z]+))\b")
_TELL = re.compile(
    r"^\W*(?:[A-Z][a-z]+ly, |Also, |And )?(?:[Ii]f (?:at all )?possible, )?"
    r"(?P<act>(?:Let|let) (?:us|me|my (?:office|staff)|our \w+) know|"
    r"(?:[Tt]ell|[Ss]end|[Gg]ive|[Ss]how|[Hh]elp) (?:us|me)\b)(?= )"
)
_BARE = re.compile(
    r"^(?:(?:First|Second|Third|Fourth|Fifth|Finally|Lastly|Next|Then|And|Therefore|Instead|(?:Mr|Madam|Mr\.|"
    r"Ms\.) [A-Z]\w+),? |If [^,]{2,100}, )?(?P<verb>[A-Za-z]+(?:-[a-z]+)?) (?=(?:the|with|no|against|this|"
    r"these|those|our|your|their|its|all|every|us|them|him|her|an?|for (?:the|an?|all|our|your))\b (?:\S+ ?){1})"
)
_NOT_BIDDING = frozenset(
    ["let", "consider", "take", "look", "see", "recall", "note", "remember", "add", "read", "recount", "say", "put",
     "picture", "imagine", "compare", "allow", "enter", "fast", "issue", "witness", "label", "like", "welcome",
     "forgive", "thank", "excuse", "give", "permit", "bear", "count", "base", "visit", "sign", "join"]
)  # fmt: skip
"""Verbs with which a sentence that opens bids nobody do anything: "Consider the case of …", "See the annex"."""
_OWN_FORCE: dict[str, Force] = {"urg": "urge", "imp": "urge", "cal": "urge", "bes": "urge", "dem": "demand",
                                "rec": "recommend", "enc": "recommend", "sug": "recommend", "pro": "recommend",
                                "app": "urge"}  # fmt: skip
_DENIED = re.compile(r"\b(?:not|never|no longer|n't|nor)\b[^,;]{0,20}$")


def appeals(sentence: str, own: bool) -> Iterator[Request]:
    """Find what is asked without a verb of asking that the writers say in their own person.

    Args:
        sentence: A sentence, flattened.
        own: Whether `OWN` finds its writers in it.
    """
    if own:
        yield from _relying(sentence)
    yield from _worded(sentence, own)
    yield from _wanting(sentence)
    yield from _bidding(sentence)


def _relying(sentence: str) -> Iterator[Request]:
    """Find "we trust the Bureau will act", "we look to you to act", "we need your help"."""
    found = _RELYING.search(sentence) if any(map(sentence.__contains__, _RELYING_KEYS)) else None
    if not found or _DENIED.search(sentence[: found.start()]):
        return
    will = _YOU_WILL.match(sentence, found.end())
    if will:
        if not re.match(r"(?:[a-z]+ly |also )*(?:be|find|understand|know|have|see|help)\b", sentence[will.end() :]):
            yield from split_actions(sentence, found.start(), will.end(), len(sentence), "recommend", _who(will))
        return
    force: Force = "urge" if "urge" in found.group() or "press" in found.group() else "request"
    yield from _asked(sentence, found.start(), found.end(), force)


def _who(will: re.Match[str]) -> str:
    return will.group().split(" will")[0]


def _worded(sentence: str, own: bool) -> Iterator[Request]:
    """Find a verb of asking in other dress: "let me urge you", "united in urging", "it is requested that"."""
    lead = _NAMED_LEAD.search(sentence) if sentence.endswith(":") else None
    if lead:
        force = _OWN_FORCE.get(lead["verb"][:3], "request")
        yield Request(lead.start(), len(sentence), len(sentence), force, lead=True)
    if " have long " in sentence and (called := _LONG.search(sentence)):
        yield from _asked(sentence, called.start(), called.end(), "urge")
    if "support " in sentence and (backed := _BACKING.search(sentence)):
        yield Request(backed.start(), tidy(sentence, 0, len(sentence)), backed.end(), "recommend")
    if "t would " in sentence and (wise := _WISE.search(sentence)) and wise["verb"] in ACTIONS:
        yield from split_actions(sentence, wise.start(), wise.end(), len(sentence), "recommend", "")
    for key, pattern in (("wonder", _WONDERING), ("remind you", _REMINDING)):
        polite = pattern.search(sentence) if key in sentence else None
        if polite:
            yield from split_actions(sentence, polite.start(), polite.end(), len(sentence), "request", "")
    for keys, pattern in _DRESSED if own else _OTHERS_DRESSED:
        found = pattern.search(sentence) if any(map(sentence.__contains__, keys)) else None
        if found and not _DENIED.search(sentence[: found.start("verb")]):
            start = found.start() + (2 if found.group().startswith(", ") else 0)
            yield from _asked(sentence, start, found.end(), _OWN_FORCE.get(found["verb"][:3], "request"))


_DRESSED = (
    (("urging", "asking", "requesting", "calling", "demanding", "imploring", "recommending", "encouraging",
      "beseeching"),
     _UNITED),
    (("et me", "et us", "llow me", "llow us", "ermit me", "ermit us", "ay I", "ay we"), _LETTING),
    ((" you",), _OURSELVES),
    (("Attorneys General", "States", "ignatories", "ommenters", "etitioners"), _OFFICIALS),
    (("t is ",), _IMPERSONAL),
    ((" request", " plea", " appeal", " demand", " recommendation"), _WITH_REQUEST),
)  # fmt: skip
"""Other dresses of verbs of asking; a pattern is tried only on a sentence that holds one of its keys."""
_OTHERS_DRESSED = tuple(dress for dress in _DRESSED if dress[1] not in (_UNITED, _WITH_REQUEST))


def _asked(sentence: str, start: int, end: int, force: Force) -> Iterator[Request]:
    """Read what is asked after the words of asking: actions, or a thing."""
    asked = complement(sentence, end, len(sentence))
    if asked:
        yield from split_actions(sentence, start, asked[1], len(sentence), force, asked[0])
    elif (stop := tidy(sentence, start, len(sentence))) > end:
        yield Request(start, stop, end + len(sentence[end:]) - len(sentence[end:].lstrip()), force)


def _wanting(sentence: str) -> Iterator[Request]:
    """Find "your support would be appreciated", "our request is simple: …", "there is an urgent need to …"."""
    found = _APPRECIATED.search(sentence) if any(map(sentence.__contains__, _WELCOME)) else None
    if found and not _BARE_COURTESY.fullmatch(found["thing"]):
        start = found.start("whole")
        yield Request(start, tidy(sentence, start, found.end("whole")), start, "request")
    if "What " in sentence and (needed := _WHAT_WE_NEED.match(sentence)):
        yield Request(needed.start("we"), tidy(sentence, 0, len(sentence)), needed.end(), "request")
    plea = _NAMED_PLEA.search(sentence) if any(map(sentence.__contains__, (":", "--", "–", "—"))) else None
    if plea and _SENT.search(sentence, 0, plea.start()):  # "send the towns a strong message: go on"
        plea = None
    if plea and plea.end() < len(sentence) and opens_with_action(sentence[plea.end() :]):
        yield from split_actions(sentence, plea.start(), plea.end(), len(sentence), "request", "")
    if "support " in sentence and (supported := _SUPPORTING.search(sentence)):
        yield Request(supported.start(), tidy(sentence, 0, len(sentence)), supported.end(), "recommend")
    need = _NEED.search(sentence) if " need " in sentence else None
    if need and sentence[need.end() :].split(" ")[0].strip(",.") in ACTIONS:
        who = (need["who"] or "for").removeprefix("for").strip()
        yield from split_actions(sentence, need.start(), need.end(), len(sentence), "urge", who)


_WHAT_WE_NEED = re.compile(
    r"\W*(?P<we>What (?:we|I|our \w+) (?:really |now |also |most )?(?:needs?|wants?|asks?(?: for)?|seeks?)"
    r"(?: (?:from|of) [^,;:.]{2,40}?)?(?: now)? (?:is|are) )(?=(?:an?|the|for|that|your|\$|\d|more|no)\b)"
)
"""What writers name as their want: "what we need from the State is the other half"."""
_SENT = re.compile(r"\b(?:send|sends|sent|sending) [^,;:]{0,40}$")


def _bidding(sentence: str) -> Iterator[Request]:
    """Find bare imperatives: "Do not open the lock.", "Kindly send it.", "Tell us when.", "Open the lock."."""
    if not sentence.rstrip("\"' ").endswith((".", "!")):
        return
    kindly = _KINDLY.search(sentence) if "indly" in sentence else None
    found = _DO_NOT.match(sentence) or (kindly if kindly and kindly["verb"] in ACTIONS else None)
    found = found or _TELL.match(sentence)
    if found and not re.search(r"\bhesitate\b|\b(?:if|should) (?:you|I|we)\b[^.]*\b(?:question|help|need)", sentence):
        yield from split_actions(sentence, found.start("act"), found.start("act"), len(sentence), "request", "")
        return
    bare = _BARE.match(sentence)
    if bare and bare["verb"].lower() in ACTIONS - _NOT_BIDDING:
        yield from split_actions(sentence, bare.start("verb"), bare.start("verb"), len(sentence), "request", "")
