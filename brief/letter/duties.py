"""Asking by duty: what the writers say that a body must or should do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.letter.actions import Force, Request, split_actions, tidy
from brief.letter.verbs import ACTIONS

_MUST = r"(?:must(?:n't)?|should(?:n't)?|needs? to|ought to|has to|have to|have got to)"
_HELD = r"believe|feel|think|maintain|contend|submit|convinced|agree|clear|hold"
"""Verbs of holding something to be so, behind which a main clause of what is held begins."""
_MAIN_CLAUSE = re.compile(
    r"(?:^\W*|^\W*(?:Under|In|At|For|On|By|With|After|During|Given) [^,;:.]{3,60}\s|[,;:—–]\s*(?:and\s+|but\s+|"
    r"so\s+|then\s+|therefore,?\s+)?|\s(?:and|but|so|--?)\s+|^\W*(?:While|Although|Though)\s+|"
    rf"(?<!not )(?<!never )(?<!n't )\b(?:{_HELD})(?: (?:\w+ly|too|also))?,? (?:that )?|"
    r"(?:^\W*|, |\b(?:[Aa]nd|[Bb]ut|[Yy]et|[Ss]o) )[Aa]s (?:the |"
    r"our )?[A-Z][^,;:]{3,60}\s|^\W*(?:That|This|It)(?:'s| is) (?:exactly |precisely )?why |"
    r"\b[Tt]he (?:bottom line|point|message|answer|conclusion) is (?:that )?|"
    r"\b(?:our|my) (?:[\w-]+ )?(?:belief|view|position|opinion|conviction|"
    r"judgment) (?:is )?that |^\W*(?:[A-Z][a-z]+ly|Therefore|Thus|Further|Furthermore|Moreover|However|So|Now|Also|"
    r"And|But|First|Second|Third|Again|Instead|Hence|Indeed|Finally|Next|Then|At a minimum|In short|In addition|"
    r"To that end|As such),?\s+)\"?$"
)
_SUBORDINATE = re.compile(
    r"\b(?:if|unless|whether|because|that|which|who|what|how|why|where|when|until|says?|said)\b[^,;:]*$", re.IGNORECASE
)


_AND_THAT = re.compile(
    r"\b(?:[Ww]e|I) (?:\w+ )?(?:believe|feel|think|urge|ask|request|recommend|insist)\b.*\band that $"
)


CONCEDED = re.compile(
    r"\b(?:since|because|although|though|if|unless|whether|while(?= (?:we|I) (?:still|do|also|continue))) (?:we|I) "
    r"[^,;:]*$",
    re.IGNORECASE,
)
"""The opening of a clause in which the writers grant or suppose what they think: "since we think that"."""


_LAW_SAYS = re.compile(
    r"\b(?:[Ll]aw|Act|[Rr]ule|[Ss]tatutes?|[Rr]egulations?|[Pp]rovision|[Ss]ection(?: \w+)?|[Cc]ontract|[Aa]greement) "
    r"(?:also |clearly |already )?(?:specif|requir|stat|provid|mandat|stipulat|say|hold)[a-z]* that\b[^;:]*$"
)
"""What a law says must be done is no ask: "the Act states that if a firm fails, the Bureau must close it"."""


# "As you know, most people believe that …", "they have made it clear that …": what others think is no ask of ours.
_OTHERS_THINK = re.compile(
    r"^(?!.*\b(?:I|[Ww]e|[Ww]hy|[Oo]ur [a-z]+ is)\b.{0,40}$).*\b(?:believe|feel|think|maintain|contend|agree|hold|"
    r"convinced|made (?:it )?(?:very |abundantly )?clear)s?(?: that)? $"
)


def main_clause(left: str) -> bool:
    """Tell whether a subject after these words begins a main clause: not a condition, a reason or a report."""
    if CONCEDED.search(left) or _LAW_SAYS.search(left):
        return False
    if left.endswith("and that ") and _AND_THAT.search(left):
        return True
    found = _MAIN_CLAUSE.search(left)
    if not found or _OTHERS_THINK.search(left):
        return False
    if _OF_A_VIEW.search(found.group()):
        return True
    return found.group().strip().rstrip(",")[:1] in (",", ";", ":", "—", "–") or not _SUBORDINATE.search(left)


_OF_A_VIEW = re.compile(
    rf"(?<!not )(?<!never )(?<!n't )\b(?:{_HELD}|belief|view|position|opinion|conviction|judgment|bottom line|point|"
    r"message|answer|conclusion|why)\b"
)
_NEGATIVE_OPENING = re.compile(
    r"^\"?(?:[^;:]{3,160}, )?(?i:under no circumstances?|in no case|at no (?:time|point)|never) "
    r"(?P<modal>must|should|shall)\b|^\"?(?:Under no circumstances?|In no case|At no time|Never) (?:can|may)\b"
)


ADDRESSED = re.compile(
    r"(?:the|this|your) (?:[A-Z]\w+ )?(?:administration|department|agency|agencies|company|office|commission|board|"
    r"bureau|committee|service|corps|secretary|president|administrator|"
    r"director|commissioner|attorney general|governor|chair\w*|council|court)|answers?|response|(?:a|your) (?:prompt|"
    r"timely) \w+",
    re.IGNORECASE,
)
"""The addressee's side, named by what it is: "the Department", "this Administration"."""


BODY = (
    r"(?:(?:(?:[Bb]oth|[Ee]ach|[Aa]ll) of )?[Yy]ou|[Yy]our (?:own )?[a-zA-Z]+(?: [a-zA-Z]+){0,3}|"
    r"(?:[Tt]he|[Tt]his|[Yy]our|[Oo]ur) (?:[A-Z][\w.'-]+ ){0,4}(?:[Aa]dministration|[Dd]epartment|[Aa]gency|"
    r"[Aa]gencies|[Cc]ommission|"
    r"[Bb]ureau|[Bb]oard|[Cc]ommittee|[Pp]resident|[Ss]ecretary|Attorney General|Administrator|Director|"
    r"Commissioner|Chairman|Chair|Governor|[Gg]overnment|[Nn]ation|[Ii]nternational [Cc]ommunity|Congress|Senate|"
    r"House|Court|Council|Office|Service|Corps|[Cc]ompany|[Aa]uthorities|[Mm]inistry|[Pp]arliament|[Mm]inister|"
    r"[Pp]arties|Member States|Treasury|Pentagon|White House|Army|Navy|United States|U\.?S\.?|Nation|"
    r"Union)(?: (?:of|for|on) (?:the )?[A-Z][\w'-]+(?:,? (?:and |of |the )?[A-Z][\w'-]+){0,4})?|"
    r"[Tt]he (?:federal government|[A-Z][A-Z.]{1,6}|Do[A-Z])|[Aa]ll (?:parties|sides|states|governments|"
    r"[Mm]ember [Ss]tates|countries)|Congress|America|[A-Z][A-Z]{1,5}|Do[A-Z]|U\.S\.)"
)
"""Bodies that a letter may direct to act: the addressee's side, governments, agencies."""
_ADDED = (
    r"(?: \([^)]{2,30}\))?(?:, (?:in|with|along|together|working|as|at|under|by) [^,;:.]{3,80},)?"
    r"(?:,? (?:also|therefore|now|at the very least|[a-z]+ly),?){0,3}"
)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[\s\"(—–-]))(?P<who>{BODY}(?:,? (?:and|or) (?:{BODY}|(?!we\b)[a-z]+(?: [a-z]+){{0,3}}))?){_ADDED}\s+$"
)
_NAMED = re.compile(
    r"(?:^|(?<=[\s\"(—–-]))(?P<who>(?:[Tt]he )?[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,3}(?: (?:and|or) [A-Z][\w&.'-]*)?)"
    + _ADDED
    + r"\s+$"
)


def named_bodies(to: str = "") -> frozenset[str]:
    """Return the words by which a letter may name its addressee's side when it says what that must do.

    Args:
        to: The recipients, as a line.
    """
    words = {w for w in re.findall(r"[A-Z][\w&-]{3,}", to) if w not in _TITLES}
    return frozenset(
        words | {m[1] for w in words if (m := re.fullmatch(r"([A-Z][a-z]{3,}?)(?:i|ian|ean|an|ish|ese)", w))}
    )


_TITLE_WORDS = """
The Honorable Secretary President Administrator Director Attorney General Commissioner Chairman Chair Chairwoman
Ambassador Governor Acting Under Assistant Deputy Chief Executive Officer Department Office United States Senator
Representative Speaker Leader Majority Minority Minister Prime Prof Messrs Madam
"""
_TITLES = frozenset(_TITLE_WORDS.split())


FORCES: dict[str, Force] = {
    "must": "demand",
    "has": "demand",
    "have": "demand",
    "need": "demand",
    "needs": "demand",
}
NO_DUTY = re.compile(
    r"\s*(?:(?:not|never|immediately|also) )*(?:first\b|have\b(?! (?:the|an?|access|full|more|no|equal|every)\b)|"
    r"be (?:read as|construed|misconstrued|interpreted as|confused|mistaken|able|aware|noted|assumed|treated as if|"
    r"viewed|seen|celebrated|commended|applauded|remembered|held in|concerned|no surprise|clear|understood|"
    r"proud)|know\b|come as|(?:always )?come first|get\b|consider themselves|agree\b|want\b|feel\b|expect\b|go without)"
)


_ADVISING = ("would do well", "would be well", "would be wise", "would be better")
_ADVISED = re.compile(
    rf"(?P<who>{BODY}|it) would (?:do well|be (?:well[- ]advised|wise|wiser|better advised)) (?:not )?to (?=[a-z])"
)


MODALS = ("must", "should", "need", "ought to", "has to", "have to", "have got to")
"""What a sentence must hold to say what somebody must or should do."""


_DARING = re.compile(r"If you (?:really |truly )?(?:want|wish|would like) to [^,;]{2,120}, (?:then )?you should\b")
"""What the reader is dared to do: "if you want to change the law, you should run for office"."""


def duties(sentence: str, names: frozenset[str]) -> Iterator[Request]:
    """Find what a body is told it must or should do.

    Args:
        sentence: A sentence, flattened.
        names: Words that name the addressee's side, from `named_bodies`.
    """
    modal = any(map(sentence.__contains__, MODALS))
    if modal and not (sentence.startswith("If you") and _DARING.match(sentence)):
        yield from _told(sentence, names)
    yield from _forbidden(sentence)
    too = _IT_TOO.match(sentence) if modal else None
    if too and too["verb"] in ACTIONS:
        begin, force = too.start("who"), FORCES.get(too["modal"], "recommend")
        yield from split_actions(sentence, begin, too.end("modal") + 1, len(sentence), force, too["who"])
    if any(map(sentence.__contains__, _ADVISING)) and (advised := _ADVISED.search(sentence)):
        who = advised["who"].removeprefix("it")
        yield from split_actions(sentence, advised.start(), advised.end(), len(sentence), "recommend", who)
    low = sentence.lower()
    if ("never " in low or " no " in low) and (opening := _NEGATIVE_OPENING.match(sentence)):
        yield Request(0, tidy(sentence, 0, len(sentence)), opening.end(), "demand")


# "It should also publish …": a pronoun for the body that was just told what to do.
_IT_TOO = re.compile(
    r"^\W*(?:[A-Z][a-z]+, |And |In addition, |At a minimum, )?(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he) (?P<modal>must|"
    r"should)(?: not)? (?:also|further|immediately|instead|then|now|at once|additionally) (?P<verb>[a-z]+)\b"
)


# "You cannot allow", "Congress cannot wait": what is said not to be possible is not to be done.
_FORBIDDEN = re.compile(
    rf"(?P<who>(?!(?:[Tt]he|[Oo]ur) [Nn]ation\b|America\b|[Oo]ur [Cc]ountry\b){BODY}(?: and (?:its|our|"
    rf"your) [a-z]+)?) (?:simply |just )?"
    r"(?P<act>(?:cannot|can not|can't|may not|can no longer|must no longer) "
    r"(?:simply |just |continue to )?(?:allow|permit|let|ignore|tolerate|stand (?:by|idly|aside)|turn|wait|sit|"
    r"remain silent|abandon|walk away|continue|keep (?=[a-z]+ing)|leave|accept|afford to (?:wait|delay|ignore|"
    r"lose)|delay)\b)"
)


_DENIALS = ("cannot", "can not", "can't", "may not", "no longer")


def _forbidden(sentence: str) -> Iterator[Request]:
    """Find what a body "cannot" go on doing or letting happen."""
    found = _FORBIDDEN.search(sentence) if any(map(sentence.__contains__, _DENIALS)) else None
    if found and main_clause(sentence[: found.start()]):
        stop = subordinate_end(sentence, found.start())
        yield Request(found.start(), tidy(sentence, found.start(), stop), found.start(), "demand", found["who"])


_ONLY_LEADS = re.compile(
    r"(?:,[^,:]{2,40},?)?(?: (?:also|immediately|at a minimum|take|do|consider|adopt|implement|pursue))*"
    r"(?: the following(?: \w+){0,3}| these(?: \w+){0,2})?\s*:$"
)


def _told(sentence: str, names: frozenset[str]) -> Iterator[Request]:
    """Find what a named body must or should do."""
    for modal in _MODAL.finditer(sentence):
        if NO_DUTY.match(sentence, modal.end()):
            continue
        subject = _subject(sentence, modal.start(), names)
        if subject is None or not main_clause(sentence[: subject.start("who")]):
            continue
        start, force = subject.start("who"), FORCES.get(modal[1].split()[0].removesuffix("n't"), "recommend")
        if _ONLY_LEADS.match(sentence, modal.end()):
            yield Request(start, len(sentence), modal.end(), force, subject["who"], lead=True)
            continue
        stop = subordinate_end(sentence, start)
        yield from split_actions(sentence, start, modal.end() + 1, stop, force, subject["who"])


def _subject(sentence: str, modal: int, names: frozenset[str]) -> re.Match[str] | None:
    """The body that stands right before a modal, if one does."""
    floor = max(0, modal - 110)
    found = _SUBJECT.search(sentence, floor, modal)
    if found or not names:
        return found
    found = _NAMED.search(sentence, floor, modal)
    return found if found and names & set(re.findall(r"\w+", found["who"])) else None


_MODAL = re.compile(rf"\b(?:can and )?({_MUST})\b(?: (?:also|therefore|immediately|now)\b)?")


_SUBORDINATING = re.compile(r"\"?(?:While|Although|Though|Since|Because|Even if|Just as)\b")
_MAIN_AGAIN = re.compile(r",\s+(?:it|we|I|the|there|this|that|these|our|you|your|no|many|some)\b")
_OPENING_REACH = 40  # characters of a sentence within which its opening clause has its subject


def subordinate_end(sentence: str, at: int) -> int:
    """Return where a clause that begins the sentence with "while" or "although" ends; the sentence's end for others."""
    main = _MAIN_AGAIN.search(sentence, at) if at < _OPENING_REACH and _SUBORDINATING.match(sentence) else None
    semicolon = _SEMICOLON.search(sentence, at)
    return main.start() if main else semicolon.start() if semicolon else len(sentence)


_SEMICOLON = re.compile(r"; (?!(?:and |or )?\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\) )")
"""A semicolon that ends a clause; before a number it parts the things that the clause names."""
