"""Asking by norm: what the writers say that a thing, or whoever it falls to, must or should do or have done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from brief.letter.actions import Request, split_actions, tidy
from brief.letter.duties import BODY, CONCEDED, FORCES, MODALS, NO_DUTY, main_clause, subordinate_end
from brief.letter.verbs import ACTIONS
from brief.searching import any_word

_MODAL = re.compile(any_word(["must", "should", "ought to", "needs? to", "has to", "have to"]) + r"\b")
_REACH = 190
"""Characters before a modal within which its subject begins."""
_NO_SUBJECT = (
    r"(?:We|I|You|There|What|Who|Which|How|Why|Should|Must|If|When|While|Because|Unless|Although|Though|Since|As|"
    r"Before|After|Until|Where|Whether|For|In|On|At|By|With|To|From|Under|Given|And|But|Or|So|Not|Nor|Yet|Of)"
)
# A subject begins with what tells a noun or stands for one; a bare plural only where a clause opens.
_FIRST = re.compile(
    r"(?:(?<=[\s(\"\[—–])|^)(?:(?:the|our|any|th(?:is|at|ese|ose)|all|such|an?|its|their|both|it|he|she|they)(?=\s)|"
    r"(?:much )?more(?= $)|"
    r"(?!(?:including|regarding|concerning|according|following|depending|being|having|during|going|moving|(?:no|"
    r"any|some|every)thing)\b)"
    r"[a-z]+ing(?=\s)|(?<=, )[a-z]{4,}s(?= (?:on|of|in|to|for|from)\s| $)|"
    rf"(?:Mr|Ms|Mrs|Dr)\. |(?!{_NO_SUBJECT}\b)[A-Z][\w'&.-]*(?=\s))"
)
_BARRED = re.compile(
    r"[,;:]|\b(?:we|I|you|that|which|who|what|how|why|where|whom|whose|is|are|was|were|has|have|had|will|would|"
    r"can|could|may|means?|if|when|while|because|unless|whether|since|believes?|say|says|said|there)\b"
)
_ASIDE = re.compile(
    r",? \([^)]{2,40}\)|, (?:in (?:our|my) (?:view|opinion|judgment)|however|therefore|then),|"
    r", (?:including|such as|like|as well as|especially|particularly|with|along with|together with) [^;:.]{2,90}?,"
)
_PRONOUN = re.compile(r"(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he)$")
_DOING = re.compile(r" [a-z]+ing\b(?! (?:a|an) )")
_NOW = re.compile(r" now\b")
_EACH = re.compile(r"(?:No|Every|Each)\b")
_ALWAYS = re.compile(r"(?:Every|Each) (?:single )?(?:day|hour|minute|moment|second|life|child|dollar|American|one)\b")
_DENIED = re.compile(r"\b(?:not|never|no longer)\b")
_POINTER = re.compile(r"(?:[Tt]his|[Tt]hat|[Tt]hese|[Tt]hose|[Ss]uch)$")
_SKIPPED = re.compile(
    r"\s+(?:(?:not|never|no longer|also|only|always|therefore|now|then|instead|all|both|each|again|too|once again|"
    r"at last|[a-z]+ly and [a-z]+ly|[a-z]+ly|, at the very least,|, at a minimum,|at a minimum) )*"
    r"(?P<verb>[a-z]+(?:-[a-z]+)?)\b"
)
_DONE_TO = re.compile(
    r" (?:[a-z]+ly |more |better |further |also |now |well )*(?:[a-z-]+(?:ed|en|de|ld|pt|nt|ne|wn|put|cut|ght|"
    r"set)\b|(?:held|part|paid|bound|found|dealt with|met|left|read|made)\b|(?:an?|the|our|your|its|"
    r"one) (?:[\w-]+ ){0,3}?(?:priority|priorities|"
    r"requirement|focus|goal|aim|prerequisite|condition|part|matter)\b|subject to\b|free (?:of|from|to)\b|"
    r"consistent with\b|central to\b|next\b|at the (?:center|core|heart) of\b|more \w+|"
    r"open to\b|available\b|transparent\b|to [a-z]+\b)"
)
_NO_STATE = re.compile(
    r" (?:[a-z]+ly )*(?:stressed|emphasized|mentioned|pointed|recalled|said|added|different|evident|apparent|ashamed|"
    r"alarmed|encouraged by|pleased|grateful|patient|confident|outraged|reminded|surprised|made clear)\b"
)
_TELLS = re.compile(
    r"(?:bolster|suffice|yield|come as|give \w+ (?:\w+ )?pause|serve as an? (?:[\w-]+ )*(?:call|cry|reminder|"
    r"warning|lesson|example|signal)|send a|come first|lead (?:your|the|us|them|all|every) [^,;:]{2,40}? to|"
    r"bring (?:us|them|people) together|remind|concern|worry|trouble|alarm|go without saying)\b"
)
"""What a fact should do to its reader is no ask."""
# What a thing does that is not an action: "the report should cover", "the rule should apply".
_THINGS_DO = frozenset(
    ["cover", "reflect", "contain", "apply", "remain", "occur", "happen", "last", "stop", "cease", "depend", "rest",
     "go", "involve", "mirror", "match", "exceed", "receive", "begin", "end", "change", "entail", "count", "represent"]
)  # fmt: skip
_TURNS = frozenset(["end", "stop", "cease", "change", "continue", "happen", "improve"])
"""What anything may be said to have to do."""
_PEOPLE = re.compile(
    r"(?i)\b(?:people|families|patients|workers|farmers|ranchers|veterans|students|children|parents|Americans|"
    r"residents|citizens|taxpayers|consumers|applicants|borrowers|women|men|individuals|constituents|customers|"
    r"passengers|employees|seniors|miners|victims|survivors|refugees|immigrants|participants|beneficiaries|"
    r"businesses|communities|owners|one|someone|anyone|everyone|woman|man|child|person|American|soldiers|travelers|"
    r"voters|users|drivers|teachers|nurses|doctors|providers|householders?|members|servicemembers|girls|boys|kids|"
    r"nobody|mothers)(?: and [a-z]+)?$"
)
_ABSTRACT = re.compile(
    r"(?!(?i:the|this|that|these|those|our|any|all|such|it|an?|your|its|their|both)\b)[A-Z]?[a-z]+ [a-z]+$"
)
_OF_WHAT = re.compile(r" (?:of|in|for|with|from|at|on|across|to|under|who|that)\b")
_BARE = re.compile(r"(?!(?:The|This|That|These|Those|Our|Any|All|Such|[Ii]t)\b)[A-Z]?[a-z-]+$|(?:[Tt]hey|[Ss]?[Hh]e)$")
_BY_LAW = re.compile(r"^\W*(?:Under|By law|According to|Per|Pursuant to|Currently|In order (?:to|for)|Today)\b")
# What the writers believe that somebody must do, whoever it is; and what they believe that nobody should.
_BELIEF = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:strongly|firmly|also|further|therefore|all|jointly|respectfully|"
    r"simply) ){0,2}(?P<denied>do not |don't )?"
    r"(?:believe|feel|think|maintain|submit)(?: (?:strongly|firmly|also))?,? (?:that )?(?P<who>(?!we\b|I\b|"
    r"our\b)[^,;:.]{2,90}?(?:, (?:including|such as|like) [^;:.]{2,60}?,)?)(?<! we)(?<! they)(?<! you)(?<! the)(?<! a) "
    r"(?P<modal>must|should|needs? to|ought to|has to)\b"
)
# "The rule is unsound and should be withdrawn": the second thing said of one subject.
_AND_SHOULD = re.compile(
    r",? (?:and|but|yet)(?: (?:therefore|thus|so|also|hence|accordingly))? (?P<modal>should|must)(?= (?:not |never |"
    r"now |immediately |[a-z]+ly )*be (?:[a-z]+ly )*[a-z-]+(?:ed|en|ld|pt|nt|ne|wn|ut)\b)"
)
# "It is clear the Bureau has lost their trust and must set out how to win it back"
_AND_MUST = re.compile(
    rf"\W*(?:It is clear (?:that )?|Therefore, |As such, )?(?P<who>{BODY}) (?:has|have|is|are) (?:[^,;:]|, )*?,? and "
    r"(?P<modal>must|should) (?:now |also |immediately )?(?P<verb>[a-z]+)\b"
)
# "We believe ferries should be a source of growth": what a thing is to be to everybody is no ask.
_A_MAXIM = re.compile(r" (?:always |never |not )?be an? (?:source|matter|right|privilege|sign|symbol|given|choice)\b")
_CLAUSE = re.compile(r"(?:^|.*[;:])\W*(?:[A-Z][a-z]+ly, |[A-Z][a-z]+, |As such, |And |But )?")
_NOT_MAIN = re.compile(r"\b(?:that|which|who|if|when|because|whether|unless|where|while|what|how|why|we|I)\b")


# A subject with a clause of its own: "Anything that harms the river must be stopped".
_WITH_CLAUSE = re.compile(
    r"^\W*(?:[A-Z][a-z]+ly, )?(?P<who>(?!.*\b(?:shows?|says?|said|suggests?|finds?|found|thinks?|believes?|reports?|"
    r"reveals?|indicates?|argues?|tells?) that\b)(?:Any\w*|All|Those|Every\w*|[A-Z][a-z]+(?:ing|"
    r"s)) [^,;:]{0,90}?(?:that|which|who) [^;:]{3,120}?)[ —–-]$"
)


# "a pact, which should include the fishers of both towns"
_WHICH = re.compile(
    r"\b(?P<who>(?:an?|the|any|our|this|your) [^,;:.]{3,80}?), which (?P<modal>should) (?=(?:also |"
    r"not )?(?:include|be [a-z]+(?:ed|en)|cover|contain|take|allow|provide|ensure)\b)"
)


# "These failures cannot be repeated", "this cannot go on": what is said not to be possible is not to be.
_CANNOT = re.compile(
    r"(?P<who>\b(?:[Tt]h(?:is|at|ese|ose|e)|[Ss]uch|[Oo]ur)(?: [\w'-]+){0,8}?) (?:cannot|can not|can't|can no longer) "
    r"(?:continue(?=[.,;!]| [–—-])|go on|be (?:allowed|permitted|tolerated|ignored|repeated|overlooked|delayed|left|"
    r"abandoned))\b"
)


_POINTS_BACK = re.compile(r"(?:[Tt]his|[Tt]hat) \w+ ?\w* be (?:allowed|permitted|tolerated)")
"""What only says of the matter before that it is bad: "That cannot be allowed to happen"."""


def norms(sentence: str) -> Iterator[Request]:
    """Find what is said that a thing or anybody must or should do, in the writers' own main clauses.

    Args:
        sentence: A sentence, flattened.
    """
    if ("cannot" in sentence or "can no" in sentence or "can't" in sentence) and (stop := _CANNOT.search(sentence)):
        start = stop.start()
        if main_clause(sentence[:start]) and not _POINTS_BACK.fullmatch(stop.group()):
            yield Request(start, tidy(sentence, 0, len(sentence)), start, "demand")
    found = _MODAL.finditer(sentence) if any(map(sentence.__contains__, MODALS)) else ()
    modals = [m for m in found if not NO_DUTY.match(sentence, m.end())]
    if not modals:
        return
    for belief in _BELIEF.finditer(sentence) if any(map(sentence.__contains__, _BELIEFS)) else ():
        if _A_MAXIM.match(sentence, belief.end()):
            continue
        if not NO_DUTY.match(sentence, belief.end()) and not CONCEDED.search(sentence, 0, belief.start("who")):
            start, force = belief.start("who"), FORCES.get(belief["modal"].split()[0], "recommend")
            begin = belief.start() if belief["denied"] else start
            yield Request(begin, tidy(sentence, begin, len(sentence)), start, force)
    for modal in modals:
        yield from _held(sentence, modal)
    if which := _WHICH.search(sentence):
        force = FORCES.get(which["modal"], "recommend")
        yield Request(which.start("who"), tidy(sentence, 0, len(sentence)), which.start("who"), force)
    yield from _second(sentence)


# Members who write to those who lead their chamber: "we must make the credit permanent, and we must do it now".
_SHARED = re.compile(
    r"\b(?P<who>[Ww]e) (?:can and )?(?:must|need to) (?:also |now |therefore )?(?P<verb>include|make|pass|enact|extend|"
    r"fund|provide|reauthorize|prioritize|renew|restore|approve|reject|oppose|repeal|protect|"
    r"invest|support|reinstate|ensure|keep|end|stop|increase|address|act|secure|do it)\b"
)


def shared(sentence: str) -> Iterator[Request]:
    """Find what those who write say that they and the addressee, who sit in one chamber, must do together.

    Args:
        sentence: A sentence, flattened.
    """
    if "e must " not in sentence and "e need to " not in sentence:
        return
    for ours, following in pairwise([*_SHARED.finditer(sentence), None]):
        if ours and main_clause(sentence[: ours.start()]):
            stop = following.start() if following else len(sentence)
            yield Request(ours.start(), tidy(sentence, ours.start(), stop), ours.start("verb"), "demand")


_MAXIM = re.compile(
    r"(?!(?:The|This|That|These|Those|Our|Your|Its|His|Her|Their|It|They|He|She|Such)\b)[A-Z][a-z]+ [a-z]+s are\b"
)
"""What is said of all of a kind: "Counterfeit stamps are harmful and must be stopped"."""


_BELIEFS = ("believe", "feel", "think", "maintain", "submit")
_JOINED = re.compile(r" (?:and|but|yet) (?:\w+ )?(?:must|should)\b")


def _second(sentence: str) -> Iterator[Request]:
    """Read the second thing that is said of a subject: "the rule is unsound and should be withdrawn"."""
    if " and must " not in sentence and " and should " not in sentence and not _JOINED.search(sentence):
        return
    if (act := _AND_MUST.match(sentence)) and act["verb"] in ACTIONS:
        start, force = act.start("who"), FORCES.get(act["modal"], "recommend")
        yield from split_actions(sentence, start, act.end("modal") + 1, len(sentence), force, act["who"])
    elif second := _AND_SHOULD.search(sentence):
        clause = _CLAUSE.match(sentence, 0, second.start())
        start = clause.end() if clause else 0
        if not _MAXIM.match(sentence, start) and not _NOT_MAIN.search(
            sentence[start : second.start()].lower().replace(" i ", " I ")
        ):
            force = FORCES.get(second["modal"], "recommend")
            yield Request(start, tidy(sentence, start, len(sentence)), start, force)


def _held(sentence: str, modal: re.Match[str]) -> Iterator[Request]:
    """Read one modal: "the order should always allow input", "this must end"."""
    at = modal.start() - (8 if sentence.startswith("can and ", modal.start() - 8) else 0)  # "it can and should"
    start = _subject(sentence, at)
    verb = _SKIPPED.match(sentence, modal.end())
    if start is None and (whole := _WITH_CLAUSE.match(sentence, 0, at)) and verb and verb["verb"] == "be":
        start = whole.start("who")
    if start is None or verb is None:
        return
    who, strong = sentence[start:at].strip(), FORCES.get(modal.group().split()[0], "recommend")
    if (
        _CONTACT.search(who)
        or _is_rule(sentence, who, modal)
        or _OTHERS_SAY.match(sentence)
        or not _asked_of(sentence, who, modal.group(), verb)
    ):
        return
    stop = subordinate_end(sentence, start)
    allowed = _LET.match(sentence, verb.end()) if verb["verb"] == "be" else None
    if allowed and not re.match(r"[A-Za-z]+ing\b", who):  # "Sowing late should be encouraged to increase the yield"
        # who is to let it be so is not said: the first action is told with what it is said of
        for part in split_actions(sentence, start, allowed.end(), stop, strong, ""):
            yield replace(part, act=start) if part.start == start else part
    elif verb["verb"] in ACTIONS and _ORGANISED.search(who):
        yield from split_actions(sentence, start, modal.end() + 1, stop, strong, who)
    else:
        yield Request(start, tidy(sentence, start, stop), start, strong)


_LET = re.compile(
    r" (?:[a-z]+ly )*(?:permitted|allowed|required|directed|instructed|encouraged|authorized|empowered|enabled|free|"
    r"obliged|obligated|able|asked|told) to "
)
_ORGANISED = re.compile(
    r"\b(?:airlines?|banks?|companies|platforms?|agencies|regulators?|universit(?:y|ies)|schools?|hospitals?|"
    r"manufacturers?|utilit(?:y|ies)|officials|leaders|governments|authorities|lawmakers|policymakers|states?|"
    r"airports?|firms?|industry|operators?|carriers?|railroads?|insurers?|contractors?|allies|leadership|league|"
    r"team|staff|employers?|corporations?|regime|prosecutors?|courts?|inspectors?|legislature|appropriators)$"
)
"""The last word of a subject that can act, so that what it is to do may be parted."""


# "Mending the gates, raising the weir, and closing the ford should be …": a series of doings is one subject.
_DOINGS = re.compile(
    r"\W*(?:[A-Z][a-z]+ly, )?(?P<who>[A-Z][a-z]+ing [^,;:]+(?:, [a-z]+ing [^,;:]+)*,? and [a-z]+ing [^,;:]+) $"
)


# "The lock, the weir, and the dam must be mended": each of the series is of the subject.
_ENUMERATED = re.compile(
    r"\W*(?:[A-Z][a-z]+ly, |As such, |In addition, )?"
    r"(?P<who>(?:[Tt]he|[Oo]ur|[Tt]h[eo]se|[Aa]ll|[Aa]ny|[A-Z][\w'&.()-]*) [^,;:.]{3,90}, (?:[^,;:.]{3,90}, ){0,5}"
    r"(?:and|as well as) (?:the|our|these|all|any|[A-Z][\w'&.-]*) [^,;:.]{2,90})$"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|we|it|they|that|which|who|comes?|goes|[a-z]+ed|"
    r"[a-z]+s(?= (?:the|an?|to|its|their)\b))\b"
)


def _subject(sentence: str, modal: int) -> int | None:
    """Where the subject before a modal begins, or None if it is no noun phrase that opens a main clause."""
    floor = max(0, modal - _REACH)
    aside = next((m for m in _ASIDE.finditer(sentence, floor, modal) if m.end() >= modal - 1), None)
    end = aside.start() if aside else modal
    bars = [m.end() for m in _BARRED.finditer(sentence, floor, end)]
    if series := _DOINGS.match(sentence, 0, end):
        return series.start("who")
    every = _ENUMERATED.match(sentence, 0, end) if sentence.rfind(", and ", 0, end) > 0 else None
    if every and not _FINITE.search(every["who"]):
        return every.start("who")
    for first in _FIRST.finditer(sentence, max([floor, *bars]), end):
        if main_clause(sentence[: first.start()]) and not _JOINED_NOUN.search(sentence, 0, first.start()):
            return first.start()
    return None


_JOINED_NOUN = re.compile(r"\b[a-z]{3,}(?:s|ing) and $")
"""The first of two nouns that are one subject: "householders and their families"."""


_DATED = re.compile(r"\bby (?:[A-Z][a-z]+ \d|the end of)")


def _is_rule(sentence: str, who: str, modal: re.Match[str]) -> bool:
    """Tell a rule told from one asked for: "Crews must be trained by May 3", "guards include, but should not be …"."""
    return who.endswith("include, but") or bool(_PEOPLE.search(who) and _DATED.search(sentence, modal.end()))


_OTHERS_SAY = re.compile(r"\W*(?:According to|In the words of|As [^,]{3,60} (?:said|stated|wrote|noted|found)\b)")
_CONTACT = re.compile(r"\w (?:it|they|he|she|we|you|I)$")
"""A clause joined without a word: "the help it needs to go on"."""


def _is_denied(verb: re.Match[str]) -> bool:
    return bool(_DENIED.search(verb.group())) and " only " not in verb.group()


def _asked_of(sentence: str, who: str, modal: str, verb: re.Match[str]) -> bool:
    """Tell whether what is said of a subject is asked for, rather than a burden, a state or a maxim."""
    word, weak = verb["verb"], modal in ("should", "ought to")
    pronoun, people = bool(_PRONOUN.match(who)), bool(_PEOPLE.search(_OF_WHAT.split(who)[0]))
    if word == "be":
        denied = bool(_DENIED.search(verb.group()) or _EACH.match(who))
        if weak and _ORGANISED.search(who) and _DOING.match(sentence, verb.end()):
            return True
        good = _DONE_TO.match(sentence, verb.end()) and not _NO_STATE.match(sentence, verb.end())
        burden = modal == "must" and bool(_NOW.match(verb.group()))
        return bool(good) and not (people and (denied or burden)) and not _ALWAYS.match(who)
    if modal == "must" and " only " in verb.group():  # "an application must only name the mill": so the rule is
        return False
    if who.startswith("No ") or _TELLS.match(sentence, verb.start("verb")):  # "No town should pay for another's lock"
        return False
    if _POINTER.match(who):
        return word in _TURNS or word == "include" or (weak and word == "occur")
    if weak and word == "have":
        return not people and not pronoun and who.split()[0].lower() not in ("no", "every", "each", "all")
    if weak:
        done = word in ACTIONS or (word in _THINGS_DO and not pronoun)
        return (_is_denied(verb) and not (people or pronoun)) or (done and not (people and word not in ACTIONS))
    if word in _TURNS:
        return True
    if (
        modal not in ("must", "needs to")
        or people
        or _BARE.match(who)
        or (_ABSTRACT.match(who) and not _ORGANISED.search(who))
        or _BY_LAW.match(sentence)
    ):
        return False
    return word in ACTIONS
