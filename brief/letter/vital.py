"""Asking by need: what the writers call vital, due or overdue, or a body's duty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.letter.actions import Force, Request, own_end, split_actions, tidy
from brief.letter.duties import BODY
from brief.letter.verbs import ACTIONS

_IT_IS = (
    r"\b(?:[Ii]t(?:'s| is| remains| becomes| has become| would be| will be)|(?:[Ww]e|I) (?:\w+ly )?(?:believe|think|"
    r"feel|find|see|view|regard|consider|deem) it(?: is| to be| as)?)"
)
_ADJECTIVES = r"important|importance|vital|imperative|critical|crucial|essential|incumbent|paramount|necessary|urgent"
_HOW = r"(?:also |therefore |now |long |past |well |of (?:the )?|[a-z]+ly |utmost |great |more |than ever |equally )*"
_VITAL = re.compile(
    _IT_IS + r" " + _HOW + rf"(?:{_ADJECTIVES}|time|high time|(?:the|your|this|our)[^,.;]{{0,60}}? "
    r"(?:duty|obligation|responsibility))(?: than ever)?(?: and [a-z]+)?(?:(?:,? (?:(?:for|in|under|at)(?! you\b)"
    r"[^,;.]{3,60}?|to (?:me|us|(?:our|the|my|all|every|each|those)\b[^,;.]{2,90}?)),?|"
    r", (?:however|therefore|then),)? (?:that|for|upon|to|on) |"
    r" (?=(?:any|the|this|these|those|all) ))|\b[Ii]t(?:'s|"
    r" is) (?:(?:long )?past |high |now |well past )?time (?:that |(?=the |your |you |this |our |[A-Z]))"
)
# "It is important that you", "it is essential for the Department to", "it is time for Congress to".
_VITAL_FOR = re.compile(
    _IT_IS + r" " + _HOW + rf"(?:{_ADJECTIVES}|time|in [^,;.]{{3,50}}? interests?(?:, however,)?)(?: than ever)?"
    rf"(?:(?: that)? (?P<who>{BODY}) (?=(?:[a-z]+ly |not |also |now |again )*(?:be|continues? to|"
    rf"{'|'.join(sorted(ACTIONS))})\b)| (?:for|upon|on) (?P<whom>{BODY}) to )"
)
_KNOWN = re.compile(
    r"(?:also |\w+ly )*(?:understands?|knows?|realizes?|has|have|is|are|remains? aware|remains|note|remember)\b"
)
_BODY_FIRST = re.compile(rf"{BODY}\b")
_OWN_DUTY = re.compile(
    r"\b(?:[Nn]ow is the time|[Tt]he time (?:has come|is now))(?: for [^,;]{3,60}?)? to |"
    r"\b[Ii]t(?:'s| is) (?:now |high |well |long )*(?:past )?time (?:for (?!that\b|this\b|these\b)[^,;]{3,60}? )?to |"
    r"\b[Ii]t (?:now |therefore )?(?:falls|is up) (?:up)?(?:on|to) (?:you|your \w+|Congress)\b[^,;]{0,60}? to |"
    rf"\b[Ii]t is (?:{BODY}|[Yy]our)(?:'s)? (?:\w+ ){{0,2}}?(?:duty|obligation|responsibility|"
    rf"job)(?: as [^,;:.]{{3,60}}?)? to (?!oversee)"
)
# "We believe it is important to keep the towns in your mind": an action that touches the reader.
# "It is imperative to prioritize the lock", whoever is to: "important" is said of what is so.
_TO_ACT = re.compile(
    _IT_IS + r" " + _HOW + r"(?:imperative|critical|crucial|essential|vital|paramount|urgent) to (?=(?P<verb>[a-z]+)\b)"
)
_TO_MIND = frozenset(["note", "recognize", "remember", "acknowledge", "recall", "see", "know", "say", "respect"])
_GRANTED = re.compile(r"\W*(?:While|Although|Though|Because|Since)\b")
_YOURS = re.compile(_IT_IS + r" " + _HOW + rf"(?:{_ADJECTIVES}) to (?=(?P<verb>[a-z]+)\b)(?=[^,;:]*\byour?\b)")
_OTHERS_VIEW = re.compile(r"\b(?:consensus|agreement|view|opinion|recognition)\b[^,;:.]{0,60}? that $")
_OBLIGED = re.compile(
    r"\b(?:[Ww]e|I) (?:\w+ly )?(?:believe|feel|think|maintain) (?:that )?(?P<who>[^,;:.]{2,60}?) (?:has|have) "
    r"(?:an?|the) (?:\w+ ){0,2}?(?:obligation|duty|responsibility) to (?=(?P<verb>[a-z]+)\b)"
)
# "This underscores the need for the Bureau to act", "the urgent need to award a contract".
_NEED_FOR = re.compile(rf"(?<!no )\b(?:need|necessity) for (?P<who>{BODY}) to (?=(?P<verb>[a-z]+)\b)")
# "We cannot stress enough the need to award a contract", "we bring to your attention our need for it".
_STRESSED = re.compile(
    r"\b(?:[Ww]e|I) [^.;:]{0,60}?\b(?:stress|emphasi[sz]e|underscore|underline|reiterate|highlight|express|"
    r"bring to your attention|(?:draw|call) (?:your )?attention to)(?: \w+)? (?:our|the) (?:\w+,? ){0,3}?"
    r"(?:need|necessity|urgency) (?:to|for|of) (?!you\b)"
)
# "The Bureau owes the public an explanation", "you owe it to the families to act".
_OWES = re.compile(
    r"(?P<who>\b(?:[Yy]ou|(?!We\b|I\b)(?:[Tt]he )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}|"
    r"[Tt]he (?:[Aa]dministration|[Dd]epartment|[Aa]gency|[Bb]ureau|[Cc]ommission|company)))"
    r"(?: (?:also|now|still))? owes? (?:it to )?[^,;:.]{3,60}? (?:an?|the|some|full|complete|clear|to)\b [^,;.]*"
)
_OWED = re.compile(
    r"\b(?:accounting|explanations?|answers?|apolog(?:y|ies)|clarity|response|plan|transparency|truth|owes? it to)\b"
)
_NO_EXCUSE = re.compile(
    r"\b[Tt]here(?: is|'s| can be| should be| must be) no (?:\w+ )?(?:excuse|reason|justification) "
    r"(?:for (?:not \w+ing|fail\w+|further|any|delay\w*|continu\w+|waiting|inaction)|not to)\b|"
    r"\b[Tt]here (?:can|should|must) be no (?:more |further )?(?:delays?|excuses?)\b|"
    r"\b[Tt]here (?:should|must|needs? to|ought to) be (?:(?!no\b|nothing\b)[a-z]+|clear|full|greater|robust)\b"
)
# "Immediate action is needed to mend the lock"
_IS_NEEDED = re.compile(
    r"(?:^\W*|[,;] |\b[Aa]nd )(?P<whole>(?i:immediate|urgent|swift|quick|prompt|decisive|bold|further|more|stronger|"
    r"an? [a-z]+) (?:[a-z]+ )?(?:actions?|work|steps|measures|effort|response|investigation|review|intervention)"
    r"(?: by [^,;.]{3,50}?)? (?:is|are) (?:now |[a-z]+ly )?(?:needed|required|necessary|warranted|called for) to "
    r"(?=[a-z]))"
)


_IT = (" it ", "t is", "time", "It", "t's")
_DUE = (
    "mportan", "vital", "imperative", "critical", "crucial", "essential", "incumbent", "paramount", "necessary",
    "urgent", "time", "duty", "obligation", "responsibility", "interest", "falls", "is up", "job",
)  # fmt: skip
"""What a sentence must hold, of both, for anything in it to be called vital or due."""


_NEEDED = ("needed to ", "required to ", "necessary to ", "warranted to ", "called for to ")
_NEEDS = (" need", "necessity", "urgency")
_STRESSING = ("stress", "emphasi", "underscore", "underline", "reiterate", "highlight", "express", "attention")


def called_vital(sentence: str, names: frozenset[str]) -> Iterator[Request]:
    """Find what is called vital or due that somebody do.

    Args:
        sentence: A sentence, flattened.
        names: Words that name the addressee's side, from `duties.named_bodies`.
    """
    if any(map(sentence.__contains__, _DUE)) and any(map(sentence.__contains__, _IT)):
        yield from _vital(sentence, names)
    if " need for " in sentence and (need := _NEED_FOR.search(sentence)) and need["verb"] in ACTIONS:
        yield from split_actions(sentence, 0, need.end(), len(sentence), "urge", need["who"])
    if (
        any(map(sentence.__contains__, _NEEDS))
        and any(map(sentence.__contains__, _STRESSING))
        and (stressed := _STRESSED.search(sentence))
    ):
        yield Request(stressed.start(), tidy(sentence, 0, len(sentence)), stressed.end(), "urge")
    bound = "ty to " in sentence or "obligation to " in sentence  # a duty, a responsibility
    if bound and (obliged := _OBLIGED.search(sentence)) and obliged["verb"] in ACTIONS:
        who = obliged["who"]
        yield from split_actions(sentence, obliged.start("who"), obliged.end(), len(sentence), "recommend", who)
    if " owe" in sentence and (owes := _OWES.search(sentence)) and _OWED.search(owes.group()):
        stop = len(sentence) if owes.end() >= len(sentence) - 1 else owes.end()
        yield Request(owes.start(), tidy(sentence, owes.start(), stop), owes.start(), "demand", owes["who"])
    if any(map(sentence.__contains__, _NEEDED)) and (needed := _IS_NEEDED.search(sentence)):
        start = needed.start("whole")
        yield Request(start, tidy(sentence, start, len(sentence)), start, "urge")
    if "here " in sentence and (none := _NO_EXCUSE.search(sentence)):
        yield Request(none.start(), tidy(sentence, 0, len(sentence)), none.start(), "urge")


def _vital(sentence: str, names: frozenset[str]) -> Iterator[Request]:
    called = _VITAL_FOR.search(sentence)
    if called and not _KNOWN.match(sentence, called.end()):
        who = called["who"] or called["whom"]
        yield from split_actions(sentence, called.start(), called.end(), len(sentence), "urge", who)
        return
    vital = None if called else _VITAL.search(sentence)
    if vital and _directs(sentence, vital, names):
        act = vital.end() + len("you ") * sentence.startswith("you ", vital.end())
        yield Request(vital.start(), tidy(sentence, vital.start(), own_end(sentence, act, len(sentence))), act, "urge")
    elif (to := _TO_ACT.search(sentence)) and to["verb"] in ACTIONS - _TO_MIND and not _GRANTED.match(sentence):
        yield Request(
            to.start(), tidy(sentence, to.start(), own_end(sentence, to.end(), len(sentence))), to.end(), "urge"
        )
    elif (yours := _YOURS.search(sentence)) and yours["verb"] in ACTIONS:
        yield Request(yours.start(), tidy(sentence, yours.start(), len(sentence)), yours.end(), "urge")
    elif (own := _OWN_DUTY.search(sentence)) and not _OTHERS_VIEW.search(sentence, 0, own.start()):
        force: Force = "urge" if "time" in own.group() else "demand"
        yield Request(own.start(), tidy(sentence, own.start(), len(sentence)), own.end(), force)


_WE_DO = re.compile(r"we (?:all )?continue to (?!see\b|hear\b|learn\b|face\b|know\b|be\b)[a-z]+\b")
"""What is to go on with those who write: "it is critical that we continue to fund the lock"."""
_DUTY = re.compile(r"\b(?:duty|obligation|responsibility)\b")


def _directs(sentence: str, vital: re.Match[str], names: frozenset[str]) -> bool:
    """Tell whether what is called vital is a body's to do: it is named, or is asked for ("be included")."""
    if _DUTY.search(vital.group()) and not vital.group().endswith(
        ("to ", "that ")
    ):  # "the guild's duty under its charter"
        return False
    asked = _asked_for(sentence[vital.end() : vital.end() + 260])
    if asked is False:
        return False
    own = sentence.startswith(("we ", "I "), vital.end()) and not _WE_DO.match(sentence, vital.end())
    ours = own or (not asked and sentence.startswith("our ", vital.end()))
    if "mportan" in vital.group():  # "it is important that …" mostly says what is so
        return bool(asked) and not own and vital.group().endswith("that ")
    if _BODY_FIRST.match(sentence, vital.end()) or sentence[vital.end() :].split(" ")[0] in names:
        return True
    bare = bool(asked) and not vital.group().endswith(("for ", "upon ", "to ", "on "))
    return not ours and (vital.group().endswith("that ") or bare)


_STATES = frozenset(
    ["understand", "understands", "know", "knows", "realize", "realizes", "has", "have", "had", "can", "may", "will",
     "could", "remains", "continues", "was", "were", "does", "do", "is", "are", "works"]
)  # fmt: skip
_DONE = frozenset(["heard", "met", "kept", "held", "told", "put", "set", "led", "built", "sent", "paid", "cut", "left"])
_BESIDE = frozenset(["not", "well", "also", "being", "further"])
_LINKS = frozenset(
    ["the", "a", "an", "of", "for", "to", "and", "or", "its", "their", "our", "your", "in", "on", "by", "with", "from",
     "all", "any", "this", "these", "those", "such"]
)  # fmt: skip


def _asked_for(clause: str) -> bool | None:
    """Tell what a clause says of its subject by its first verb: action (True), state (False), neither (None)."""
    words = re.findall(r"[\w'-]+", clause)
    for place, word in enumerate(words[1:], 1):
        rest = [w for w in words[place + 1 : place + 6] if w not in _BESIDE and not w.endswith("ly")]
        if word in ("is", "are"):
            return bool(rest) and (rest[0].endswith(("ed", "en", "wn", "de", "ght")) or rest[0] in _DONE)
        if word in _STATES:
            return False
        if word == "be" and rest[:1] in (["aware"], ["able"], ["sure"], ["clear"]):
            return False
        if word in ("be", "must", "should") or (word in ACTIONS and words[place - 1] not in _LINKS):
            return True
    return None
