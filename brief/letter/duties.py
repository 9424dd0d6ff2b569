"""Asking by duty: what the writers say that a body must or should do, or call vital that it do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.letter.actions import Force, Request, split_actions, tidy
from brief.letter.verbs import ACTIONS

_MUST = r"(?:must(?:n't)?|should(?:n't)?|needs? to|ought to|has to|have to|have got to)"
_VITAL = re.compile(
    r"\b[Ii]t(?:'s| is| remains| would be| will be) (?:also |therefore |now |absolutely |\w+ly |of the utmost |"
    r"of )*(?:vital|imperative|critical|crucial|essential|"
    r"incumbent|paramount|necessary|urgent|time|past time|long past time|high time|importance|(?:the|your|this|"
    r"our)[^,.;]{3,60}?(?:duty|obligation|responsibility))"
    r"(?:,? (?:for|to|in)(?! you\b)[^,;.]{3,40}?,?)? (?:that|for|upon|to|on) |"
    r"\b[Ii]t is (?:long )?past time (?:that )?"
)
_MAIN_CLAUSE = re.compile(
    r"(?:^\W*|^\W*(?:Under|In|At|For|On|By|With|After|During|Given) [^,;:.]{3,60}\s|"
    r"[,;:—–]\s*(?:and\s+|but\s+|so\s+|then\s+|therefore,?\s+)?|\s(?:and|but|so|--?)\s+|^\W*(?:While|"
    r"Although|Though)\s+|"
    r"(?<!not )(?<!never )(?<!n't )\b(?:believe|feel|think|maintain|contend|submit|convinced|clear|hold)(?: (?:\w+ly|"
    r"too|also))?,? (?:that )?|"
    r"^\W*(?:[A-Z][a-z]+ly|Therefore|Thus|Further|Furthermore|Moreover|However|So|Now|Also|And|But|First|Second|"
    r"Third|Again|"
    r"Instead|Hence|Indeed|Finally|Next|Then|At a minimum|In short|In addition|To that end|As such),?\s+)\"?$"
)
_SUBORDINATE = re.compile(
    r"\b(?:if|unless|whether|because|that|which|who|what|how|why|where|when|until|says?|said)\b[^,;:]*$", re.IGNORECASE
)


_AND_THAT = re.compile(
    r"\b(?:[Ww]e|I) (?:\w+ )?(?:believe|feel|think|urge|ask|request|recommend|insist)\b.*\band that $"
)


def _main_clause(left: str) -> bool:
    """Tell whether a subject after these words begins a main clause: not a condition, a reason or a report."""
    if _AND_THAT.search(left):
        return True
    found = _MAIN_CLAUSE.search(left)
    if not found:
        return False
    if re.search(
        r"(?<!not )(?<!never )(?<!n't )\b(?:believe|feel|think|maintain|contend|submit|convinced|clear|hold)\b",
        found.group(),
    ):
        return True
    return found.group().strip().rstrip(",")[:1] in (",", ";", ":", "—", "–") or not _SUBORDINATE.search(left)


_NEGATIVE_OPENING = re.compile(
    r"^\"?(?:Under no circumstances?|In no case|At no time|Never) (?:must|should|shall|can|may)\b"
)


ADDRESSED = re.compile(
    r"(?:the|this|your) (?:[A-Z]\w+ )?(?:administration|department|agency|agencies|company|office|commission|board|"
    r"bureau|committee|service|corps|secretary|president|administrator|"
    r"director|commissioner|attorney general|governor|chair\w*|council|court)|answers?|response|(?:a|your) (?:prompt|"
    r"timely) \w+",
    re.IGNORECASE,
)
"""The addressee's side, named by what it is: "the Department", "this Administration"."""


_BODY = (
    r"(?:[Yy]ou|[Yy]our (?:own )?[a-zA-Z]+(?: [a-zA-Z]+){0,3}|"
    r"(?:[Tt]he|[Tt]his|[Yy]our|[Oo]ur) (?:[A-Z][\w.'-]+ ){0,4}(?:[Aa]dministration|"
    r"[Dd]epartment|[Aa]gency|[Aa]gencies|[Cc]ommission|[Bb]ureau|[Bb]oard|[Cc]ommittee|[Pp]resident|"
    r"[Ss]ecretary|Attorney General|Administrator|"
    r"Director|Commissioner|Chairman|Chair|Governor|[Gg]overnment|[Nn]ation|[Ii]nternational [Cc]ommunity|Congress|"
    r"Senate|House|Court|Council|Office|Service|"
    r"Corps|[Cc]ompany|"
    r"[Aa]uthorities|[Mm]inistry|[Pp]arliament|[Mm]inister|[Pp]arties|Member States|Treasury|Pentagon|"
    r"White House|Army|Navy|United States|U\.?S\.?|Nation|Union)"
    r"(?: (?:of|for|on) (?:the )?[A-Z][\w'-]+(?:,? (?:and |of |the )?[A-Z][\w'-]+){0,4})?|"
    r"[Tt]he (?:federal government|[A-Z][A-Z.]{1,6})|[Aa]ll (?:parties|sides|states|governments|"
    r"[Mm]ember [Ss]tates|countries)|Congress|America|[A-Z][A-Z]{1,5}|U\.S\.)"
)
"""Bodies that a letter may direct to act: the addressee's side, governments, agencies."""
_ADDED = r"(?: \([^)]{2,30}\))?(?:,? (?:also|therefore|now|at the very least|[a-z]+ly),?){0,3}"
_SUBJECT = re.compile(
    rf"(?:^|(?<=[\s\"(—–-]))(?P<who>{_BODY}(?:,? (?:and|or) (?:{_BODY}|[a-z]+(?: [a-z]+){{0,3}}))?){_ADDED}\s+$"
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


_SHOULD_FORCE: dict[str, Force] = {
    "must": "demand",
    "has": "demand",
    "have": "demand",
    "need": "demand",
    "needs": "demand",
}
_NO_DUTY = re.compile(
    r"\s*(?:(?:not|never|immediately|also) )*(?:have\b|be (?:able|aware|noted|assumed|allowed to|treated as if|"
    r"viewed|seen|celebrated|"
    r"commended|applauded|remembered|held in|concerned|no surprise|clear|understood|proud)|know\b|come as|"
    r"get\b|consider themselves|agree\b|go without)"
)


_ADVISED = re.compile(
    rf"(?P<who>{_BODY}|it) would (?:do well|be (?:well[- ]advised|wise|wiser|better advised)) (?:not )?to (?=[a-z])"
)


def duties(sentence: str, names: frozenset[str]) -> Iterator[Request]:
    """Find what a body is told it must or should do, and what is called vital that it do.

    Args:
        sentence: A sentence, flattened.
        names: Words that name the addressee's side, from `named_bodies`.
    """
    if any(m in sentence for m in ("must", "should", "need", "ought", " to ")):
        yield from _told(sentence, names)
        yield from _believed(sentence)
    if "t is" in sentence or "time" in sentence or "t's" in sentence or "t remains" in sentence or "alls" in sentence:
        yield from _called_vital(sentence, names)
    yield from _forbidden(sentence)
    too = _IT_TOO.match(sentence)
    if too and too["verb"] in ACTIONS:
        begin, force = too.start("who"), _SHOULD_FORCE.get(too["modal"], "recommend")
        yield from split_actions(sentence, begin, too.end("modal") + 1, len(sentence), force, too["who"])
    if "would" in sentence and (advised := _ADVISED.search(sentence)):
        who = advised["who"].removeprefix("it")
        yield from split_actions(sentence, advised.start(), advised.end(), len(sentence), "recommend", who)
    if opening := _NEGATIVE_OPENING.match(sentence):
        yield Request(0, tidy(sentence, 0, len(sentence)), opening.end(), "demand")


# "It should also publish …": a pronoun for the body that was just told what to do.
_IT_TOO = re.compile(
    r"^\W*(?:[A-Z][a-z]+, |And |In addition, |At a minimum, )?(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he) "
    r"(?P<modal>must|should)"
    r"(?: not)? (?:also|further|immediately|instead|then|now|at once|additionally) (?P<verb>[a-z]+)\b"
)


# "You cannot allow", "Congress cannot wait": what is said not to be possible is not to be done.
_FORBIDDEN = re.compile(
    rf"(?P<who>{_BODY}(?: and (?:its|our|your) [a-z]+)?) (?:simply |just )?"
    r"(?P<act>(?:cannot|can not|can't|may not|can no longer|must no longer) "
    r"(?:simply |just |continue to )?(?:allow|permit|let|ignore|tolerate|stand (?:by|idly|aside)|turn|wait|sit|"
    r"remain silent|abandon|walk away|continue|keep|leave|accept|afford to (?:wait|delay|ignore|lose)|delay)\b)"
)


def _forbidden(sentence: str) -> Iterator[Request]:
    """Find what a body "cannot" go on doing or letting happen."""
    found = _FORBIDDEN.search(sentence) if "can" in sentence or "no" in sentence else None
    if found and _main_clause(sentence[: found.start()]):
        stop = _subordinate_end(sentence, found.start())
        yield Request(found.start(), tidy(sentence, found.start(), stop), found.start(), "demand", found["who"])


_ONLY_LEADS = re.compile(
    r"(?:,[^,:]{2,40},?)?(?: (?:also|immediately|at a minimum|take|do|consider|adopt|implement|pursue))*"
    r"(?: the following(?: \w+){0,3}| these(?: \w+){0,2})?\s*:$"
)


def _told(sentence: str, names: frozenset[str]) -> Iterator[Request]:
    """Find what a named body must or should do."""
    for modal in _MODAL.finditer(sentence):
        if _NO_DUTY.match(sentence, modal.end()):
            continue
        subject = _subject(sentence, modal.start(), names)
        if subject is None or not _main_clause(sentence[: subject.start("who")]):
            continue
        start, force = subject.start("who"), _SHOULD_FORCE.get(modal[1].split()[0].removesuffix("n't"), "recommend")
        if _ONLY_LEADS.match(sentence, modal.end()):
            yield Request(start, len(sentence), modal.end(), force, subject["who"], lead=True)
            continue
        stop = _subordinate_end(sentence, start)
        yield from split_actions(sentence, start, modal.end() + 1, stop, force, subject["who"])


def _believed(sentence: str) -> Iterator[Request]:
    """Find what the writers believe should be done, whoever is to do it, and what they say must end or be done."""
    for belief in _BELIEF.finditer(sentence):
        if not _NO_DUTY.match(sentence, belief.end()):
            start, force = belief.start("who"), _SHOULD_FORCE.get(belief["modal"].split()[0], "recommend")
            begin = belief.start() if belief["denied"] else start
            yield Request(begin, tidy(sentence, begin, len(sentence)), start, force)
    for pattern in (_MUST_BE, _SHOULD):
        for done in pattern.finditer(sentence):
            start = done.start("who")
            if pattern is _SHOULD and done["verb"] and done["verb"] not in ACTIONS:
                continue
            if not _NO_DUTY.match(sentence, done.end("modal")) and _main_clause(sentence[:start]):
                strong = done["modal"] == "must"
                stop = tidy(sentence, start, _subordinate_end(sentence, start))
                yield Request(start, stop, start, "demand" if strong else "recommend")


# What the writers believe that somebody must do, whoever it is; and what they believe that nobody should.
_BELIEF = re.compile(
    r"\b(?:I|[Ww]e) (?:(?:strongly|firmly|also|further|therefore|all|jointly|respectfully|"
    r"simply) ){0,2}(?P<denied>do not |don't )?"
    r"(?:believe|feel|think|maintain|submit)(?: (?:strongly|firmly|also))?,? (?:that )?(?P<who>(?!we\b|I\b|"
    r"our\b)[^,;:.]{2,90}?) "
    r"(?P<modal>must|should|needs? to|ought to|has to)\b"
)
_MUST_BE = re.compile(
    r"(?P<who>\b(?:[Tt]his|[Tt]hat|[Ii]t|[Tt]hese|[Ss]uch) (?:[\w'-]+ ){0,4}?)(?P<modal>must) (?:(?:not|never|"
    r"also|therefore|"
    r"now|immediately|at last) )*"
    r"(?:end|stop|cease|change|continue|be (?:an? )?(?:[\w-]+ly )?(?:\w+ )?(?:priority|ended|stopped|reversed|"
    r"rescinded|corrected|addressed|fixed|"
    r"halted|withdrawn|rejected|investigated|protected|released|restored|held|released|allowed|tolerated))\b"
)


def _subject(sentence: str, modal: int, names: frozenset[str]) -> re.Match[str] | None:
    """The body that stands right before a modal, if one does."""
    floor = max(0, modal - 110)
    found = _SUBJECT.search(sentence, floor, modal)
    if found or not names:
        return found
    found = _NAMED.search(sentence, floor, modal)
    return found if found and names & set(re.findall(r"\w+", found["who"])) else None


def _called_vital(sentence: str, names: frozenset[str]) -> Iterator[Request]:
    called = _VITAL_FOR.search(sentence)
    if called and not _KNOWN.match(sentence, called.end()):
        who = called["who"] or called["whom"]
        yield from split_actions(sentence, called.start(), called.end(), len(sentence), "urge", who)
        return
    vital = _VITAL.search(sentence)
    if vital and (_directs(sentence, vital) or sentence[vital.end() :].split(" ")[0] in names):
        yield Request(vital.start(), tidy(sentence, vital.start(), len(sentence)), vital.end(), "urge")
    elif own := _OWN_DUTY.search(sentence):
        force: Force = "urge" if "time" in own.group() else "demand"
        yield Request(own.start(), tidy(sentence, own.start(), len(sentence)), own.end(), force)


def _directs(sentence: str, vital: re.Match[str]) -> bool:
    """Tell whether what is called vital is a body's to do: it is named, or is asked for ("be included")."""
    if _STATIVE.match(sentence[vital.end() : vital.end() + 90]):
        return False
    if _BODY_FIRST.match(sentence, vital.end()):
        return True
    ours = sentence.startswith(("we ", "I ", "our "), vital.end())
    return not ours and vital.group().endswith("that ")


# "It is important that you", "it is essential for the Department to", "it is time for Congress to".
_VITAL_FOR = re.compile(
    r"\b[Ii]t(?:'s| is| remains| would be| will be) (?:also |therefore |now |long |past |well |of (?:the )?|[a-z]+ly |"
    r"utmost |great )*(?:important|importance|vital|imperative|critical|crucial|essential|incumbent|necessary|urgent|"
    rf"time)(?: that (?P<who>{_BODY}) (?=(?:[a-z]+ly |not |also |now )*(?:be|{'|'.join(sorted(ACTIONS))})\b)|"
    rf" (?:for|upon|on) (?P<whom>{_BODY}) to )"
)
_KNOWN = re.compile(r"(?:also )?(?:understands?|knows?|realizes?|has|have|is|are|remains? aware|note|remember)\b")
_STATIVE = re.compile(r"^\W*(?:[\w.'-]+ ){1,8}?(?:understands?|knows?|realizes?|has|have|is|remains? aware)\b")
_MODAL = re.compile(rf"\b(?:can and )?({_MUST})\b(?: (?:also|therefore|immediately|now)\b)?")
_BODY_FIRST = re.compile(rf"{_BODY}\b")
_OWN_DUTY = re.compile(
    r"\b(?:[Nn]ow is the time|[Tt]he time (?:has come|is now))(?: for [^,;]{3,60}?)? to |"
    r"\b[Ii]t(?:'s| is) (?:now |high |well |long )*(?:past )?time (?:for (?!that\b|this\b|these\b)[^,;]{3,60}? )?to |"
    r"\b[Ii]t (?:now |therefore )?(?:falls|is up) (?:up)?(?:on|to) (?:you|your \w+|Congress)\b[^,;]{0,60}? to |"
    rf"\b[Ii]t is (?:{_BODY})'s? (?:\w+ )?(?:duty|obligation|responsibility) to "
)


def _subordinate_end(sentence: str, at: int) -> int:
    """Return where a clause that begins the sentence with "while" or "although" ends; the sentence's end for others."""
    opening = re.match(r"\"?(?:While|Although|Though|Since|Because|Even if|Just as)\b", sentence)
    semicolon = sentence.find("; ", at)
    whole = semicolon if semicolon > 0 else len(sentence)
    main = re.search(r",\s+(?:it|we|I|the|there|this|that|these|our|you|your|no|many|some)\b", sentence[at:])
    return at + main.start() if opening and at < 40 and main else whole


# What "should be done" without saying by whom is for the reader to do.
_SHOULD = re.compile(
    r"\b(?P<who>(?:the|[Oo]ur|any|these|those|all|such|(?:(?:Mr|Ms|Mrs|Dr)\. )?(?!(?:No|We|I|It|This|That|There|"
    r"You|Your)\b)"
    r"[A-Z][\w'-]*)\b(?: (?!(?:we|I|that|which|who|is|are|was|were|has|have|had|will|would|can|means|"
    r"if)\b)[\w'-]+){0,14}?) "
    r"(?P<modal>should|must(?= (?:not |never |also |now |immediately )*be ))(?= (?:not |never |no longer |also |"
    r"only |immediately |"
    r"therefore |now |, at the very least, )*(?:be (?:\w+ly )?\w+(?:ed|en|de|ld|pt|nt|ne|wn)\b|(?P<verb>[a-z]+)\b))"
)
