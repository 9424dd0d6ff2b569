"""Deadlines: the words that fix by when something is due, resolved against the letter's date, with the rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from brief.document import Document, Span
from brief.evidence import Evidence
from brief.letter.actions import FLATTEN, flattened, opens_with_action
from brief.letter.card import Deadline
from brief.letter.due import DEADLINE, MAY_LIMIT, When, is_past_month, resolve
from brief.letter.lists import paragraphs
from brief.searching import Words, any_word
from brief.text import sentences

Purpose = Literal["reply", "action"]

# What asks, in small letters: by a word of its own, which is found at once, or by somebody's asking.
_ASKS = re.compile(
    any_word([
        r"please\b", r"kindly\b", r"until\b", r"what we need\b",
        *(rf"{may} (?:you|the \w+) (?:please |kindly )?(?:let|reply|respond|answer|send|provide|confirm|lend|tell)\b"
          for may in ("could", "would", "will", "can")),
        r"unless you\b", r"if (?:we|i) (?:do not|have not)\b[^.;]{0,20}\b(?:hear|heard|receive|received)\b",
        r"would be (?:\w+ )?(?:helpful|useful|appreciated) if\b", r"must\b", r"should\b", r"urging\b",
        r"asking\b", r"requesting\b", r"demanding\b", r"calling on\b", r"set\b",
        r"you(?:r \w+)?,?\s+(?:shall|need to|are (?:hereby |respectfully )?(?:requested|asked|urged|directed))\b",
        *(rf"{being} (?:hereby |respectfully )?requested\b" for being in ("is", "are")),
        *(rf"{whose} (?:response|reply|answers?)\b" for whose in ("your", "an?", "written")),
        *(rf"{thing}\b[^.;]{{0,30}}\bdue\b" for thing in ("response", "reply", "answers?")),
        r"you have (?:only |just )?[\w()-]+ (?:business |working |calendar )?(?:hours|days|weeks)\b",
        r"deadline for your\b",
    ])
)  # fmt: skip
_OPENS_ASKING = re.compile(
    r"\W*(?:\(?\w{1,3}[.)]\s+)?(?:recommendations?(?: \w+)?: that|provide|let (?:us|me)|produce|respond|submit|reply|"
    r"answer|send|deliver|requests?|asks?|urges?|demands?|calls on|invites?)\b"
)
_ASKING = Words([
    "ask", "request", "urg", "demand", "require", "expect", "insist", "seek", "appreciate", "welcome", "implore",
    "encourage", "recommend", "petition", "pray", "call", "press", "look", "await", "grateful", "like", "write", "hope",
])  # fmt: skip
"""What must stand in a sentence for `_SOMEBODY_ASKS` to be tried."""
_SOMEBODY_ASKS = re.compile(
    r"\b(?:i|we|they|lawmakers|senators|members|congress(?:wo)?men|representatives|governors|attorneys general|group|"
    r"coalition|undersigned|petitioners|committees?|subcommittees?)\b[^.;]{0,200}?\b(?:"
    r"ask(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|require|expect|"
    r"insist(?:s|ed)?|seek|appreciate|"
    r"welcome|implore|encourage[ds]?|recommend(?:s|ed)?|call(?:s|ed|ing)? (?:up)?(?:on|for)|press|"
    r"look(?:ing)? forward|await|"
    r"grateful|like|write|hope|pray)\b|"
    r"\b(?:hereby|respectfully|formally|further|therefore) (?:requests?|asks?|urges?|demands?)\b|"
    r"\b(?:demands|requests|asks|urges) that\b|\bclients? (?:\w+ )?(?:requires?|requests?|asks?|demands?)\b|"
    r"\bwe (?:\w+ ){0,2}(?:petition|pray)\b|"
    r"\b(?:he|she) (?:has |had )?(?:also )?(?:asked|requested|urged|demanded)\b|"
    r"(?<!you )(?<!has )(?<!have )(?<!had )\b(?:requested|asked|demanded|urged)\s+(?:that|for|an?|the|[a-z])"
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|been|did|failed|required|directed|announced|said|promised|stated|set|missed|passed|"
    r"issued|received|completed|expired)\b(?!\s+(?:to\s+)?(?:be|we|you))"
)
_REPLY = re.compile(
    r"(?i)\b(?:repl(?:y|ies)|respon(?:d|ses?|ding|sive)|answers?|brief(?:ing)?|written|inform (?:us|me|my|our)|"
    r"questions|inquir(?:y|ies)|documents|updates?\b|briefed|report back|"
    r"(?:provide|produce|submit|send|share|furnish|supply|request\w*|the following)\b[^.;]{0,80}\binformation|"
    r"report to (?:us|me)|provide (?:us|me|the committee|my|our)|"
    r"explanation|hear(?:ing)? (?:back|from)|let (?:us|me) know|notify|records|confirm|status|timeline|list of)\b"
)


def deadline_phrases(text: str) -> tuple[Span, ...]:
    """Find every expression in `text` that could fix a time by which something is due, asked for or not."""
    return tuple(Span(m.start(), m.end()) for m in _matches(flattened(text), 0, len(text)))


def find_deadlines(
    document: Document, body: Sequence[Span], letter_date: date | None, letter_id: str
) -> tuple[Deadline, ...]:
    """Find the deadlines that a letter's writers set or press.

    Args:
        document: Where the letter stands.
        body: The stretches of its own text.
        letter_date: What relative expressions are counted from.
        letter_id: Goes into the evidence.

    Returns:
        The deadlines in order, each expression once; those without a resolvable date say why in `rule`.
    """
    found: dict[tuple[str, Purpose], Deadline] = {}
    flat = flattened(document.text)
    before: date | None = None
    for sentence, stretch in _asking_sentences(document.text, flat, body):
        for match in _matches(flat, sentence.start, sentence.end, stretch):
            if is_past_month(match, letter_date):
                continue
            years = frozenset() if letter_date else _years_in(flat)
            when = _resolved(match, flat[sentence.start : match.start()], letter_date, before, years)
            if when.date and letter_date and when.date < letter_date:
                slip = _slip(when.date, letter_date)
                if slip is None or _DONE.search(flat, max(0, match.start() - 20), match.start()):
                    continue
                when = slip
            before = when.date or before
            purpose: Purpose = "reply" if _REPLY.search(flat, sentence.start, sentence.end) else "action"
            deadline = _deadline(document, Span(*match.span()), when, purpose, letter_id)
            found.setdefault((deadline.date or " ".join(deadline.as_stated.lower().split()), purpose), deadline)
    return tuple(found.values())


_DONE = re.compile(r"(?:\b\w{3,}ed|\b(?:made|taken|given|built|sold|sent|paid|held))\s*$")
"""Before a day that is past: what was done by then, not what is to be done."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@lru_cache(maxsize=4)  # a document, for all of its letters
def _years_in(flat: str) -> frozenset[int]:
    return frozenset(int(year) for year in _YEAR.findall(flat))


_EVENT = re.compile(
    r"(?i)\W*((?:if|once|whenever|should|in the event)\b"
    r"(?! (?:possible|feasible|practicable|appropriate|so|you have (?:any )?questions)\b)[^,;:]*),"
)


def _resolved(
    match: re.Match[str],
    before: str,
    letter_date: date | None,
    last: date | None = None,
    years: frozenset[int] = frozenset(),
) -> When:
    """Resolve an expression; a count in a sentence that begins with a condition runs from when that comes true."""
    event = _EVENT.match(before) if match["count"] and not match["anchor"] else None
    if event:
        return When(None, f"{match.group()} from an event without a date: {' '.join(event[1].split())}")
    return resolve(match, letter_date, last, years)


def _slip(due: date, letter_date: date) -> When | None:
    """A deadline that lies before its letter by a slip of the year, as stated; None for one that is simply past."""
    days_on = (due - letter_date).days % 365
    if (letter_date - due).days > 366 or days_on > 120:
        return None
    return When(due, f"as stated, though it lies before the letter's date, {letter_date.isoformat()}")


_FULL_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\.$"
)
"""A month's name at the end of a sentence, whose stop is no sign that it is cut short."""


def _deadline(document: Document, span: Span, when: When, purpose: Purpose, letter_id: str) -> Deadline:
    if _FULL_MONTH.search(span.of(document.text)):
        span = Span(span.start, span.end - 1)
    stated = span.of(document.text)
    page = document.page_at(span.start)
    quote = Evidence(quote=stated, start=span.start, end=span.end, page=page, match="exact", letter=letter_id)
    value = when.date.isoformat() if when.date else None
    return Deadline(as_stated=stated, date=value, rule=when.rule, purpose=purpose, evidence=quote)


def stated_deadline(evidence: Evidence, around: str, letter_date: date | None) -> Deadline:
    """Resolve a deadline that somebody else found in a letter.

    Args:
        evidence: The words that state it. around: The ask that they belong to.
        letter_date: What relative expressions are counted from.
    """
    match = next(_matches(evidence.quote.translate(FLATTEN), 0, len(evidence.quote)), None)
    before = around.translate(FLATTEN).partition(evidence.quote.translate(FLATTEN))[0]
    when = _resolved(match, before, letter_date) if match else When(None, "not resolved: no rule reads these words")
    return Deadline(
        as_stated=" ".join(evidence.quote.split()),
        date=when.date.isoformat() if when.date else None,
        rule=when.rule,
        purpose="reply" if _REPLY.search(around.translate(FLATTEN)) else "action",
        evidence=evidence,
    )


def _asking_sentences(text: str, flat: str, body: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield the sentences in which something is asked, the items they lead in, and promises that they press.

    Each comes with the stretch of the body that it stands in.
    """
    limited = [span for span in body if next(_matches(flat, span.start, span.end), None)]
    pressed = bool(limited) and any(_PRESSES.search(flat, span.start, span.end) for span in body)
    for span in limited:
        led = False
        for paragraph in paragraphs(text[span.start : span.end]):
            for sentence in sentences(flat, span.start + paragraph.start, span.start + paragraph.end):
                words = flat[sentence.start : sentence.end]
                marked = _BULLETED.match(words)
                told = words[marked.end() :] if marked else words if words[:1].isupper() else ""
                asks = _asks(words.lower()) or opens_with_action(told)
                if asks or (led and not _PAST.search(words)) or (pressed and _PROMISED.search(words)):
                    yield sentence, span
                led = (asks and ":" in words) or (led and not words.startswith(("We ", "I ", "Thank")))


_BULLETED = re.compile(r"\W*(?:\(?\w{1,2}[.)]\s+)?(?:(?<=\s)|(?<=[•●▪]))(?:and )?(?=[a-z])")
"""The marker of an item that is a small imperative: "- tell them by June 3"."""


def _asks(words: str) -> bool:
    if _ASKS.search(words) or _OPENS_ASKING.match(words):
        return True
    return _ASKING.stand_in(words) and bool(_SOMEBODY_ASKS.search(words))


_PRESSES = re.compile(
    r"\b(?:stick to|meet|honor|keep|adhere to|abide by|live up to)\b[^.;]{0,40}\b(?:deadlines?|timelines?|schedule|"
    r"commitments?|promises?)\b"
)
_PROMISED = re.compile(r"\b(?:said|stated|promised|committed|pledged|announced|indicated)\b[^.;]*\b(?:would|will)\b")


# Every deadline begins with one of these words: looking for them first is several times faster.
_LIMITS = (
    *("until", "by:?", "before", "within", "in", "ahead of", "not?", "prior", "on or", "at least", "deadlines?"),
    "you have",
)
_LIMITING = Words(f"{word}(?= )" for word in (*_LIMITS, *(word[0].upper() + word[1:] for word in _LIMITS), "due"))


@lru_cache(maxsize=8)  # a letter's stretches, each looked through as a whole and then sentence by sentence
def _limiting(flat: str, start: int, end: int) -> list[int]:
    return _LIMITING.starts(flat, start, end)


def _matches(flat: str, start: int, end: int, within: Span | None = None) -> Iterator[re.Match[str]]:
    """Yield what sets a limit in `flat[start:end]`, a sentence `within` a stretch that was looked through already."""
    reached, places = start, _limiting(flat, within.start if within else start, within.end if within else end)
    for key in places[bisect_left(places, start) : bisect_left(places, end)]:
        may = key >= reached and MAY_LIMIT.match(flat, key, end)
        match = DEADLINE.match(flat, key, end) if may else None
        if match:
            reached = match.end()
            if _sets_a_limit(flat, match):
                yield match


_ENACTED = re.compile(r"\bafter\s+the\s+date\s+of|\benactment\b|\bof\s+the\s+date\s+of\s+(?!this|the letter|receipt)")
_NOT_BEFORE = re.compile(r"(?:both|introduced|enacted|born|even|years?|just|shortly|occurred|applied|filed|signed)\s*$")
_TOLD_PAST = re.compile(
    r"\b(?:was|were|been|had|(?<!us )(?<!me )(?<!to )have|has)\s+(?!(?:also )?(?:asked|demanded|requested|urged)\b)"
    r"(?:\w+ ){0,3}$"
)
_REQUIRED = re.compile(
    r"(?<!\byou are )(?<!\bbe )\b(?:required|mandated|"
    r"(?<!to )(?:requir|mandat)(?:es|ing)(?! (?:an?|your) (?:\w+ )?(?:response|reply|answer))|"
    r"(?:was|were) (?:due|supposed|to have))\b[^.;,]{0,90}$"
)
_ANOTHERS = re.compile(
    r"\b(?:(?:goals?|targets?) of|commitments? to|(?:pledge[sd]?|goals?|targets?|meant|supposed|designed|aims?|"
    r"decisions?|plans?|proposals?|intentions?|intends?|announce\w*|scheduled|slated|expected|"
    r"moves?|set) (?:\w+ )?to\b)"
    r"(?!.*\b(?:urge|ask|request|call on|please)\b)[^.;,]{0,90}$"
)
_FORESEEN = re.compile(r"\b(?:estimat\w+|project(?:ed|s)|predict\w*|forecasts?|anticipat(?:ed|es)) that [^.;]{0,60}$")
_HEARD = re.compile(
    r"\b(?:testimony|testif\w+|appear\w*|hearings?|statements?|remarks|pending|briefing|argued|argument|came)\s*$"
)
_BEFORE_A_BODY = re.compile(
    r"before\b.*\b(?:committee|subcommittee|congress|senate|house|court|commission|panel|board)\b"
)
_LAWS = re.compile(r"\b(?:statut\w+|laws?|Act|rules|Constitution\w*|regulations?|MOA|Code|procedures?)\b")
_DUTY_OF_OTHERS = re.compile(
    r"(?:^|[.;:!?]\s)(?!.*\b(?:[Yy]our?|[Pp]lease|ask|request|urge|demand|call on|[Ww]e|I|our)\b)"
    r"[^.;:!?]*\b(?:must|shall|should)\b[^.;]*$"
)
_PRESSED = re.compile(
    r"\b(?:ask|urg|request|demand|call(?:ing|ed|s)? on|must|should|[Pp]lease|need|press(?!ing concern)|implor|respon|"
    r"hope|encourag|appreciat|welcome|[Pp]rovide|[Bb]rief|expedit|complete)(?!.*\b(?:wrote|writ(?:e|es|ing))\b)[^.!?]*$"
)
_LEGAL = re.compile(
    r"(?:[.!?]\s+|^|\n)(?:Under|By|According to|Pursuant to)(?: (?:the|this|that|current|federal|state))? "
    r"(?:[A-Z]?[\w.-]+ ){0,5}?(?:laws?|statutes?|Act|Code|rule|regulations?|order),? [^.;]*$"
)
_ANSWERED = re.compile(r"\b(?:respond|reply|answer|response)\s*$")
_OF_ANOTHER = re.compile(r"^(?:starting|beginning|being|having|filing|enactment|birth|arrival|purchase)\b")
_OTHERS_ASKED = re.compile(
    r"(?<!\bI )(?<!\b[Ww]e )(?<!\b[Hh]e )(?<!\b[Ss]he )(?<!\b[Tt]hey )(?<!\b[Ll]awmakers )(?<!\b[Ss]enators )"
    r"(?<!\b[Cc]ongressmen )(?<!\b[Cc]ongresswomen )(?<!\b[Mm]embers )(?<!\b[Rr]epresentatives )(?<!\b[Gg]roup )"
    r"\b(?:has|have|had) (?:asked|urged|requested|called|demanded)\b[^.;]*$"
)
_ASKED = re.compile(r"\b(?:requested|asked)(?:\s+that)?\s*$")


def _sets_a_limit(flat: str, match: re.Match[str]) -> bool:
    """Leave out what only looks like a deadline: "issued by 2019", "in two weeks of talks", "at least 30 days"."""
    start = match.start()
    told = (
        (_REQUIRED, 100),
        (_OTHERS_ASKED, 120),
        (_ANOTHERS, 130),
        (_FORESEEN, 120),
        (None if match["limit10"] else _LEGAL, 200),
    )
    if any(pattern and pattern.search(flat, max(0, start - reach), start) for pattern, reach in told):
        return False
    if _asks_of_the_past(flat, match):
        return False
    occasion = match["event"] or match["event2"] or match["limit10"]
    alone = match.group()[0].isupper() and flat[match.end() : match.end() + 1] == "."  # "Shields. By Labor Day."
    if occasion and not alone and not _PRESSED.search(flat, max(0, start - 250), start):
        return False
    before = flat[max(0, start - 40) : start]
    if (match["count"] and not _limits(flat, match, before)) or _OWN_REPLY.search(flat, max(0, start - 90), start):
        return False
    words = match.group().lower()
    if _BEFORE_A_BODY.match(words) and _HEARD.search(before):
        return False
    if words.startswith(("before", "prior", "until")) and match["edge"] is None and _NOT_BEFORE.search(before):
        return False
    return bool(match["month11"]) or not _TOLD_PAST.search(before) or bool(_ASKED.search(before))


_ASKED_OF_THE_PAST = re.compile(
    r"(?:^|[.?!:\n]\s*|[.?!]\W)[^.?!\n]{0,40}?\b(?:[Dd]id|[Hh]ad|[Ww]as|[Ww]ere|[Hh]ow many|[Hh]ow much)\b[^.?!\n]*$"
)


def _asks_of_the_past(flat: str, match: re.Match[str]) -> bool:
    """Tell whether a question asks what was before a day: "Did the Board know of it prior to November 2030?"."""
    if not match.group().lower().startswith(("before", "prior", "by")):
        return False
    stop = next((flat[k] for k in range(match.end(), min(len(flat), match.end() + 200)) if flat[k] in ".?!\n"), "")
    return stop == "?" and bool(_ASKED_OF_THE_PAST.search(flat, max(0, match.start() - 200), match.start()))


_OWN_REPLY = re.compile(r"\b(?:leave|permission|opportunity) to [^.;,]{0,60}$")
"""Before what the senders ask to do themselves: "requests leave to reply within 15 days"."""
_OF_THEIRS = re.compile(r"\b(?:of|in|left)\b(?!.*\b(?:receipt|date|letter)\b)")
"""Behind a time that is no limit: "You have 14 days of leave"."""
_ADJECTIVE = re.compile(r"\w-(?:hour|day|week|month|year)$")


def _limits(flat: str, match: re.Match[str], before: str) -> bool:
    """Tell whether a count of days limits: "in 30 days" only behind a verb of answering, "within the next week"."""
    words = match.group().lower()
    if _ADJECTIVE.search(words) and flat[match.end() : match.end() + 2].strip().isalpha():
        return False  # "in the next five-year plan"
    if words.startswith("at least") or _ENACTED.search(flat, match.start(), match.end() + 40):
        return False
    if (
        words.startswith("in ")
        and not words.startswith(("in the next", "in the following"))
        and not _ANSWERED.search(before)
    ):
        return False
    if words.startswith("you have"):
        return match["unit"].lower()[0] in "hdw" and not _OF_THEIRS.search(words)
    reach = max(0, match.start() - 300)
    if _DUTY_OF_OTHERS.search(flat, reach, match.start()) and _LAWS.search(flat, reach, match.start()):
        return False
    if match["count"].lower() in ("the next", "the coming") and not words.startswith("within"):
        return False
    return not _OF_ANOTHER.search(match["anchor"] or "")
