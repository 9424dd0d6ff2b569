"""Whom a release says that a letter goes to: the sentences that tell of it, and the names they give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.document import Span
from brief.letter.addressee_phrases import acronym, phrase
from brief.letter.bodies import body_around
from brief.letter.card import Recipient
from brief.letter.kinds import of_a_kind
from brief.letter.names import RUN, surname
from brief.letter.offices import OFFICE, PERSONAL, office_and_name
from brief.letter.offices import recipient as _found
from brief.letter.telling import of_this_letter
from brief.searching import Words

_STOP = re.compile(
    r"\b(?:(?!including|ranking)[a-z]+ing|[a-z]+ed|wrote|about|on (?!behalf)|that|which|"
    r"who|where|when|why|how|if|after|over|ahead|before|as|"
    r"from|against|because|due|since|amid|under|by|to (?!the\b|(?:sub)?committee\b)[a-z]+|"
    r"signed|led|joined|co-?signed|along with|alongside|"
    r"an? (?:\w+ ){0,2}(?:letter|plea|appeal|petition)|in (?:an|which|order|advance|light|the "
    r"wake|support|response|opposition|reference|regards?|favor|defense|protest)|"
    r"with (?:his|her|their|an?|the|concerns?|questions?)|for (?!the\b)[a-z]+|"
    r"were|was|is|are|has|have|had|will|would|should|must|immediately|once again|again|formally|directly|today|"
    r"yesterday|HERE|this (?:week|morning|afternoon)|last (?:week|month)|January|February|March|April|May \d|June|"
    r"July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b"
    r"|[:“”\"]|;(?<!&amp;)|\s[–—]+(?=\s)|\.(?=\s+(?:[A-Z][a-z]|[IA]\s)|\s*$)",
)
_LEADING = (
    r"(?:agency|department|company|commission|city|state|committee|bureau)[’']s |attorney general\b|"
    r"(?:president|governor|mayor|prime minister)(?=[,.]| (?:yesterday|today|last|this|on|[a-z]+ing)\b)|"
    r"both|heads|leaders|congressional|senior|top|(?:full |sub)?committee|then-|"
    r"(?:co-?)?chair(?:s|men|man|woman|person)? (?:of|and)|CEOs|"
    r"(?:ranking members?|chief executives?|presidents?|directors?|editors?|board|members|secretar(?:y|ies)|"
    r"commissioners?|trustees|administrators?|heads?|leadership|leaders) of"
)
"""What the words begin with that name an addressee, if not with a capital."""
_RUNS_ON = r"(?:[^.;:“”\"\n]|(?<=[ (.-][A-Z])\.|(?<=Sen)\.|(?<=Rep)\.|(?<=Sens)\.|(?<=Reps)\.|(?<=Jr)\.|(?<=Dr)\.)"
"""A character of a sentence: no stop but those of initials and titles."""
_TOLD = (
    re.compile(
        r"\b(?:letters?|correspondence|inquir(?:y|ies)|memo|message)\b(?:[^.;:“”\"]{0,180}?)\b(?:addressed |"
        r"directed |written |sent |today |this week |(?:on|last) \w+day )?"
        r"(?<!related )(?<!relating )(?<!regard )(?<!relation )(?<!response )(?<!respect )(?<!due )(?<!access )"
        r"(?<!according )"
        rf"to(?: the)? (?:(?:non|bi)partisan |independent |newly[- ]\w+ |outgoing |incoming |acting (?=[a-z]))?"
        rf"(?=(?:[A-Z]|{_LEADING}))"
    ),
    re.compile(
        rf"\bletters? (?:(?:along )?with|alongside|(?:co-?)?(?:signed|led) by|joined by) {_RUNS_ON}{{0,700}}?"
        r"(?:\)|[A-Z][\w’'-]+|colleagues|members|lawmakers|senators|representatives|others) to(?: the)? (?=[A-Z])"
    ),
    re.compile(
        r"\b(?:wrote|written|[Ww]riting|writes|write|wrote a letter|sent|addressed)(?: again| today|"
        rf" directly)* to(?: the)? (?=(?:[A-Z]|{_LEADING}))"
    ),
    re.compile(
        r"\b(?:sent|sends|sending|wrote|delivered) (?:the )?(?=(?:[\w.&’'-]+ ){0,5}?(?:Secretary|President|"
        r"Attorney General|Director|Administrator|Commissioner|Governor|Ambassador|Speaker|"
        r"Chair\w*)\b[^;]{0,120}?\ban? (?:\w+ ){0,2}(?:letter|plea|request|appeal|petition))"
    ),
    re.compile(
        r"\bwrote (?:the )?(?=(?:[A-Z][\w.&’'-]*,? (?:of |for |the |and )*){0,5}?(?:Secretary|"
        r"President|Attorney General|Director|Inspector General|Comptroller General|Superintendent|"
        r"Administrator|Commissioner|Governor|Ambassador|Speaker|Chair\w*|Leader|Minister|Mayor)\b)"
    ),
    re.compile(
        r"\bwrote the (?!(?:[A-Z]\w+ )?(?:Senators|Members|Lawmakers|Representatives|"
        r"Governors)\b)(?=[A-Z]\w+ (?:[A-Z]|of |for ))"
    ),
    re.compile(
        r"\b(?:urg(?:ed|es|ing|e)|call(?:ed|ing|s)? (?:upon|on|out)|"
        r"(?:call|request|appeal|reach(?:ed|es|ing) out) to|ask(?:ed|ing|s)|press(?:ed|es|ing)?|request(?:ed|"
        r"ing|s)?(?: that)?|demand(?:ed|ing|s)?(?: that| answers from| an explanation from)?|"
        r"question(?:ed|ing)|warn(?:ed|ing)|"
        r"implor(?:ed|ing)|criticiz(?:ed|ing)|condemn(?:ed|ing)|slamm(?:ed|ing)|blast(?:ed|ing)|confront(?:ed|ing)|"
        r"push(?:ed|ing)|encourag(?:ed|ing)|call(?:ed|ing|s)? for|answers from|information from|"
        r"response from|explanations? from|clarification from|documents from|records from) (?:the )?"
        r"(?=[A-Z]|(?:leadership|leaders|heads) of (?:the )?[A-Z])"
    ),
)


def told(text: str, release: Sequence[Span]) -> list[Recipient]:
    """Return the addressees that the release tells of, from the first sentence that tells of any.

    A body named by its initials only ("urged the FDA"), a leadership or an administration counts where nobody is
    named, and so do addressees of a kind ("mayors and county clerks"). A surname is completed from the release.
    """
    present = of_this_letter(text, release)
    late = [p for p in release if _OF_LATE.match(text, p.start, p.end) and p not in present]
    found = _told_in(text, present, late) or _told_in(text, release)
    return [in_full(text, release, one) for one in found]


def in_full(text: str, release: Sequence[Span], one: Recipient) -> Recipient:
    """Give somebody told of by surname only ("wrote to Bell"), or as "the Governor", what the release tells of them."""
    last = one.name or one.office or ""
    if not one.name and last.casefold().removeprefix("the ") in _HEADS_OF:
        return _holder(text, release, one)
    if not _ONE_NAME.fullmatch(last) or last.endswith(("s", "ion", "ment")):
        return one
    known = full_name(text, release, last) or (None if one.name else full_name(text, release, last, titled=True))
    return _found(known.name, one.office if one.name else known.office, one.as_stated) if known else one


_HEADS_OF = frozenset(["president", "governor", "mayor", "prime minister", "speaker"])


def _holder(text: str, release: Sequence[Span], one: Recipient) -> Recipient:
    """Give "the Governor" the name with which the release speaks of one, if it speaks of no other."""
    office = (one.office or "").title().removeprefix("The ")
    named = re.compile(rf"(?:(?<![A-Za-z-] )|\b(?!former|vice|deputy|late|acting|then)[a-z]+ ){office} (?P<name>{RUN})")
    found = {m["name"] for p in release for m in named.finditer(text, p.start, p.end)}
    names = {n.removesuffix("’s").removesuffix("'s") for n in found}
    if len({surname(n) for n in names}) == 1:
        return _found(max(names, key=len), office, one.as_stated)
    return one if (one.office or "")[:1].isupper() else _found(None, office, office)


_ONE_NAME = re.compile(r"[A-Z](?:[a-z’'-]|(?<=[a-z’'])[A-Z])+")
_OF_LATE = re.compile(r"Last (?:week|month)\b")
"""How a paragraph begins whose letter may be the one that a page tells of, though it is not of today."""


def _told_in(text: str, release: Sequence[Span], late: Sequence[Span] = ()) -> list[Recipient]:
    vague: list[Recipient] = []
    initials = True
    for cue, end in _cues(text, release, late):
        if cue.re is _TOLD[-1] and not vague:
            vague = list(of_a_kind(text, release[:_LEAD]))
            if vague:
                return vague
        if _A_BILL.match(text, cue.end()) or _NOT_SENT.search(text, max(0, cue.start() - 160), cue.start()):
            continue
        found = [r for r in phrase(_addressee_phrase(text, cue.end(), end)) if not _of_no_body(r)]
        if not all(_is_vague(r) for r in found) and (initials or any(r.name for r in found)):
            return found
        vague = vague or found
        initials = all(acronym(r.office) for r in vague)
    return vague or list(of_a_kind(text, release[:_LEAD]))


def _cues(text: str, release: Sequence[Span], late: Sequence[Span]) -> Iterator[tuple[re.Match[str], int]]:
    """Yield what may lead to an addressee, and where its paragraph ends: who is written to, then who is asked."""
    places = [(p, _CUES.starts(text, p.start, p.end)) for p in (*release, *late)]
    for p, starts in places:
        for pattern in _TOLD[:-1]:
            yield from ((cue, p.end) for cue in _found_at(pattern, text, starts, p.end))
    for p, starts in places[: len(release)]:
        yield from ((cue, p.end) for cue in _found_at(_TOLD[-1], text, starts, p.end))


_CUES = Words([
    "letter", "correspondence", "inquir", "memo", "message", "wrote", "writ", "Writ", "sent", "sends", "sending",
    "addressed", "delivered", "urg", "call", "request", "appeal", "reach", "ask", "press", "demand", "question", "warn",
    "implor", "criticiz", "condemn", "slamm", "blast", "confront", "push", "encourag", "answers", "information",
    "response", "explanation", "clarification", "documents", "records",
])  # fmt: skip
"""What the patterns of `_TOLD` begin with."""


def _found_at(pattern: re.Pattern[str], text: str, starts: Sequence[int], end: int) -> Iterator[re.Match[str]]:
    """Yield where a pattern stands that can only begin at some places; no match overlaps the one before."""
    reached = 0
    for start in starts:
        found = pattern.match(text, start, end) if start >= reached else None
        if found:
            reached = found.end()
            yield found


_LEAD = 3  # paragraphs: the first ones tell to whom the letter goes


_NOT_SENT = re.compile(
    r"(?:\b(?:will|plans? to|intends? to) (?:\w+ )?(?:send|write|lead|ask|urge|join|continue)\b|"
    r"\b(?:referenc|cit|mention)(?:ed|ing) the |"
    r"(?:[.!?]|^)\W*Last (?:year|month|fall|spring|summer|winter),)[^.!?]*$"
)
"""What stands before a letter that is not sent yet, is another's, or was sent long ago."""
_A_BILL = re.compile(r"(?:FY|Fiscal [Yy]ear)\s?\d|(?:[A-Z]\w+ ){1,6}(?:Act|Bill)\b(?! [A-Z])")


def _is_vague(one: Recipient) -> bool:
    return one.name is None and bool(acronym(one.office) or _VAGUE.search(one.office or ""))


_VAGUE = re.compile(r"(?i)\b(?:leadership|leaders|administration)$")


_ADJECTIVE = re.compile(
    r"(?:[A-Z][a-z]+(?:ian|ean|ese|ish|eral|ican|elan|ccan|rean|betan)|Cuban|German|Afghan|"
    r"Texan|Alaskan)s?|[a-z ]+|\W*\d+\W*|\w+[’']"
)


def _of_no_body(one: Recipient) -> bool:
    """Tell whether what was cut from a sentence names nobody: the adjective of a further noun, or a mere plural."""
    if one.name and not one.name[0].isalpha():
        return True  # "letters to constituents in 2031"
    if not one.name and one.office in _HEADS_OF:
        return False
    if one.name in ("Republicans", "Democrats"):
        return True
    return (one.name is None and bool(_ADJECTIVE.fullmatch(one.office or ""))) or (one.office or "").endswith(
        ("’s", "'s")
    )


def _addressee_phrase(text: str, start: int, end: int) -> str:
    """Return the words that name the addressees: up to where the sentence goes on with what is asked."""
    stop = min(end, start + 420)
    over = _over(text, start, stop)
    over = next((m.start() for m in _LOWER.finditer(text, start + 1, over) if not _OF_OFFICE.fullmatch(m[0])), over)
    named = text[start:over].strip(" ,\n")
    if _VERB.match(text, over) or (_JOINED.match(text, over) and "," in named and " " not in named.rpartition(", ")[2]):
        # "In a letter to A, B requested …": B is who writes
        named = named if text[over - 2] == "," else named.rpartition(",")[0] or named
    blamed = next((m for m in _FOR_WHAT.finditer(named) if not PERSONAL.search(m[0])), None)
    named = named[: blamed.end()] if blamed else named
    if _INVERTED.search(text, max(0, start - 160), start):
        senders = _SUBJECT.search(named) or next((m for m in _SURNAME.finditer(named) if _seated(text, m[1])), None)
        named = named[: senders.start()] if senders else named
    return re.sub(r"(?:[\s,]+(?:in|on|of|to|with|for|at|and|an?|the|both|its|their|his|her))+$", "", named)


_FOR_WHAT = re.compile(r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+(?= for (?:the|its|his|her|their)\b)")
"""A name behind which stands what its bearer is blamed or thanked for."""
_INVERTED = re.compile(
    r"(?:^|[.!?–—-]\s|\n|[A-Z]{3}[\s)]+)In (?:an?|the|their|his|her) (?:[\w-]+,? ){0,3}letter\b[^.!?]*$"
)
_SUBJECT = re.compile(
    r",? (?:U\.S\. )?(?:Senators?|Sens?\.|Reps?\.|Representatives?|Congress(?:man|woman|members?)) [A-Z]"
)
"""Who writes, behind the addressees of "In a letter to A, Senators B and C asked …"."""
_SURNAME = re.compile(r",(?: and)? ([A-Z][\w’'-]+)(?=,| and |$)")


def _seated(text: str, last: str) -> bool:
    """Tell whether a text names somebody of this surname with a party or a seat in brackets."""
    at = text.find(f"{last} (")
    return at >= 0 and bool(_SEAT.match(text, at + len(last) + 1))


_SEAT = re.compile(r"\((?:both |all )?(?:[DRI]-|[A-Z]{2}-\d)")
_LOWER = re.compile(r"(?<=\s)[a-z][a-z’'-]+(?=[\s,.]|$)")
_OF_OFFICE = re.compile(
    rf"(?:{OFFICE})|of|the|for|and|on|to|in|at|both|as|well|de|del|la|van|von|der|its|their|his|her|all|other|including|"
    r"heads?|leaders(?:hip)?|congressional|senior|top|officials?|members?|executives?|acting|deputy|assistant|general|"
    r"board|(?:sub)?committees?|state|federal|house|senate|department|agency|administration|attorneys?|companies|company|"
    r"president|vice|interim|former|national|security|director|companies|secretaries|chiefs?|chairs?|appropriators|"
    r"negotiators|conferees|governor|ranking|majority|minority|trade|representative|service|office",
    re.IGNORECASE,
)
_JOINED = re.compile(r"along with|alongside|joined by|together with")
_VERB = re.compile(
    r"(?!dated|signed|co-?signed|led|joined)(?:[a-z]+ed|wrote|writes?|argues?|says?|notes?|emphasi[sz]es?|explains?|asks?|urges?|calls?|requests?|demands?|"
    r"cites?|raises?|press(?:es)?|warns?|questions?|is|are|has|have|will)\b"
)


_NICKNAME = re.compile(r"[“\"][A-Z][a-z]+[”\"] [A-Z]")
_NICKNAMED = re.compile(r" [“\"][A-Z][a-z]+\Z")


_SHORT = re.compile(r"(?<!&)\b(?:Mr|Mrs|Ms|Dr|Gen|Gov|Sens?|Reps?|Jr|Sr|St|Lt|Hon|Inc|Corp|Co|[A-Z])\Z")
_PANEL = re.compile(r"(?:(?:Sub)?[Cc]ommittees?|Council|Commission) \Z")


def _over(text: str, start: int, stop: int) -> int:
    """Return where the words for an addressee are over: not at "Jr.", a nickname in marks or "Committee on"."""
    for found in _STOP.finditer(text, start, stop):
        mark, at = found[0], found.start()
        if mark == ".":
            within = _SHORT.search(text, start, at)
        elif mark in '“”"':
            within = _NICKNAME.match(text, at) or _NICKNAMED.search(text, start, at)
        else:
            within = _PANEL.search(text, start, at) if mark == "on " else None
        if not within:
            return at
    return stop


def full_name(text: str, release: Sequence[Span], name: str, titled: bool = False) -> Recipient | None:
    """Return somebody known by surname as the release names them in full, or (`titled`) with an office only."""
    for p in release[:_FURTHEST]:
        for run in _runs_to(text, p, name.split()[-1]):
            office, who = office_and_name(_reach_back(text, p.start, run))
            if who and surname(who) == surname(name) and (len(who.split()) > 1 or (titled and office)):
                return _found(who, office, run[0])
    return None


_FURTHEST = 400  # paragraphs of a release; what is longer is a book of letters, and names each near its own
_RUN_TO = re.compile(rf"{RUN}\Z")
_OFFICE_BEFORE = re.compile(
    rf"(?:(?:{OFFICE})(?: (?:of|for)(?: the)?)?|"
    r"(?:[A-Z][\w.]* ){0,2}(?:Board|Department|Bureau|Office|Council|Commission|Ministry) (?:of|on|for)(?: the)?) $"
)


def _runs_to(text: str, p: Span, last: str) -> Iterator[re.Match[str]]:
    """Yield the capitalised runs of a paragraph that end with the word `last`."""
    at, begin = text.find(last, p.start, p.end), p.start
    while at >= 0:
        end = at + len(last)
        cut = (at > 0 and text[at - 1].isalnum()) or text[end : end + 1].isalnum()
        if not cut and (run := _RUN_TO.search(text, begin, end)):
            yield run
            begin = end
        at = text.find(last, end, p.end)


def _reach_back(text: str, start: int, run: re.Match[str]) -> str:
    """Return the run with the office before it: "Secretary of State Cy Dole"."""
    body = body_around(text, run.start())
    begin = body if body is not None and body >= start else run.start()
    before = _OFFICE_BEFORE.search(text, max(start, begin - 60), begin)
    return text[before.start() if before else begin : run.end()]
