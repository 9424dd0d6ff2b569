"""How strongly a thing is asked: by the grammar of asks, and by the words that carry a strength."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from brief.audit.finding import Finding, Role
from brief.audit.passage import Passage
from brief.audit.words import stem
from brief.document import Span
from brief.drafts import Strength
from brief.letter.actions import Request, flat
from brief.letter.duties import named_bodies
from brief.letter.hearsay import tells_of_asking
from brief.letter.requests import find_requests
from brief.letter.verbs import ACTIONS
from brief.letter.voicing import voiced
from brief.searching import InAnyCase, Words, lowered

_LEVELS = 3  # lists within lists that are climbed to the sentence that asks
_NAMES = re.compile(r"\b[A-Z][a-z]{3,}\b")


def forces(passage: Passage) -> frozenset[Strength]:
    """Return the strengths of the asks on which the evidence touches; of a list item, of what leads into the list.

    Empty where the grammar of asking finds none; that a passage asks for nothing is for `modality` to say.
    """
    own = frozenset(r.force for s in passage.sentence_spans for r in _touched(s, passage))
    return own | _led(passage) if passage.lead_spans else own


def _touched(sentence: Span, passage: Passage) -> list[Request]:
    every = _requests(sentence.of(passage.text), _bodies(passage))
    spans = [(s.start - sentence.start, s.end - sentence.start) for s in passage.spans]
    return [r for r in every if any(r.act < end and start < r.end for start, end in spans)]


def _led(passage: Passage) -> frozenset[Strength]:
    for lead in passage.lead_spans:
        for span in passage.chain(lead, _LEVELS):
            found = _requests(span.of(passage.text), _bodies(passage))
            if found:
                return frozenset({found[-1].force})
    return frozenset()


@lru_cache(maxsize=64)
def _requests(sentence: str, bodies: frozenset[str]) -> tuple[Request, ...]:
    names = bodies | frozenset(_NAMES.findall(sentence))
    return tuple(find_requests(flat(voiced(sentence)), names))


def requests_in(sentence: str) -> tuple[Request, ...]:
    """Return what the writers of a letter ask in a sentence of it, whoever is to act."""
    return _requests(sentence, frozenset())


def _bodies(passage: Passage) -> frozenset[str]:
    return _named(" ".join([r.as_stated for r in passage.letter.card.recipients]))


@lru_cache(maxsize=8)
def _named(to: str) -> frozenset[str]:
    return named_bodies(to)


# Which words carry which strength, in small letters.
# "Call on" and "press" count as urging; an imperative item takes its lead-in's verb.
_ASKING: dict[Strength, Words] = {
    "demand": Words(
        rf"{word}\b" for word in (
            "demand(?:s|ed|ing)?", "insist(?:s|ed|ing)?", "we require", "to require", "i require",
            "require(?:s|d)? (?:you|that|the records)", "under no circumstances?", "expect you",
            "direct you", "owe(?:s)? us", "you must", "department must", "administration must", "secretary must",
        )
    ),
    "request": Words(
        rf"{word}\b" for word in (
            "ask(?:s|ed|ing)?", "request(?:s|ed|ing)?", "please", "would (?:be grateful|appreciate|like|welcome)",
            "seek(?:s|ing)?", "grateful", "appreciate", "invit(?:e|es|ed|ing)", "inquire", "petition", "kindly",
            "interested in",
        )
    ),
    "urge": Words(
        rf"{word}\b" for word in (
            "urg(?:e|es|ed|ing)", "call(?:s|ed|ing)? (?:up)?on", "call(?:s|ed|ing)? for", "implor(?:e|es|ed|ing)",
            r"exhort\w*", r"press(?:es|ed|ing)? (?:you|the|him|her|for|on|\w+)", "time (?:for you )?to", "strongly",
            "appeal(?:s|ing)?", "beseech", "plead", r"push(?:es|ed|ing)? (?:for|to|[\w .()’'-]{2,60} to)",
            "advocat(?:es?|ed|ing) for",
        )
    ),
    "recommend": Words(
        rf"{word}\b" for word in (
            "recommend(?:s|ed|ing)?", "suggest(?:s|ed|ing)?", "encourag(?:e|es|ed|ing)", "advis(?:e|es|ed|ing)",
            "propos(?:e|es|ed)", "we hope", "i hope", "would do well", "opportunity for",
            *(f"{who} should" for who in ("you", "department", "administration", "secretary", "congress")),
        )
    ),
}  # fmt: skip
# Words that carry a strength where no verb of asking does.
_TONE: dict[Strength, re.Pattern[str]] = {
    "demand": re.compile(
        r"\b(?:must|shall|require[sd]?|immediately|at once|without delay|no later than|have to|needs? to|expects?|"
        r"no time)\b",
    ),
    "request": re.compile(r"\b(?:if you (?:would|could)|would you|could you)\b"),
    "urge": re.compile(r"\b(?:crucial|imperative|vital|urgent\w*|time to|need for|necessary)\b"),
    "recommend": re.compile(r"\b(?:should|ought|consider|need to|vital|essential|critical|warrants?)\b"),
}
_FIRM = re.compile(r"\b(?:must|shall|without delay|immediately|at once|required? (?:to|by law))\b", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b(?:without delay|immediately|at once)\b", re.IGNORECASE)
_RANK: dict[Strength, int] = {"recommend": 1, "request": 2, "urge": 3, "demand": 4}
_CLAIM_DEMANDS = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|order(?:s|ed)? (?:the|him|her|them|[A-Z][a-z]+ to))\b", re.IGNORECASE
)
_A_LAW = re.compile(
    r"\b(?:Act|law|statute|rules?|regulations?|Accord|treaty|order|policy|plan)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_CLAIM_SUGGESTS = InAnyCase(
    ["suggest(?:s|ed|ing)?", "propos(?:e|es|ed|ing)", "invit(?:e|es|ed)", "hop(?:e|es|ed) that"]
)
# A bare imperative opens its clause with a verb of doing, as the reader of letters knows them.
_OPENING = re.compile(
    r"[\s\"“(•*-]*(?:\(?\w{1,2}[.)]\s+)?(?:please\s+|to\s+|and\s+|or\s+|not\s+|(?!(?:app|comp|re|rep|supp)ly\b)[a-z]+ly\s+)*"
    r"(?P<verb>[a-z]+(?:-[a-z]+)*)\b",
    re.IGNORECASE,
)


def _opens(words: str) -> bool:
    opening = _OPENING.match(words)
    return opening is not None and not ACTIONS.isdisjoint(
        (opening["verb"].lower(), opening["verb"].lower().split("-")[0])
    )


_NAMED = re.compile(r"\W*(?:Recommendation|Demand|Request) ?#?\d{1,2}[.:)]")
"""An item that says itself what it is."""
_INTERROGATIVE = re.compile(
    r"[\s\"“(•*-]*(?:\(?\w{1,2}[.)]\s+)?(?:what|why|how|when|where|who|whether|which)\b", re.IGNORECASE
)
_PAPERS = re.compile(
    r"[\s\"“(•*-]*(?:\(?\w{1,2}[.)]\s+)?(?:for (?:each|every|any) |"
    r"(?:(?:all|any|each|every|the|an?|complete|full|unredacted|internal|written|detailed)\s+){1,4}(?:[\w()/’'-]+\s+){0,4}?"
    r"(?:cop(?:y|ies)|records?|documents?|communications?|e-?mails?|correspondence|lists?|data|transcripts?|memoranda|"
    r"materials|numbers?|names|polic(?:y|ies)|guidance|explanations?|descriptions?|summar(?:y|ies)|breakdown|accounting|"
    r"timelines?)\b|(?:copies|documents|records|communications|correspondence) )",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)  # several asks stand in one sentence, and several checks look at each
def cues(text: str) -> frozenset[Strength]:
    """Return the strengths that a passage's words carry: its verbs of asking, or without any its tone."""
    low = lowered(text)
    asking = frozenset(s for s, words in _ASKING.items() if words.stand_in(low) or (s == "request" and "?" in low))
    if asking == {"recommend"} and _AT_ONCE.search(low):
        return frozenset({"recommend", "demand"})
    return asking or frozenset(s for s, pattern in _TONE.items() if pattern.search(low))


def check_strength(strength: Strength, passage: Passage) -> Iterator[Finding]:
    """Compare the strength given to an ask with the words of its passage and of the sentence that leads into it.

    Proves that such a word stands there, not that it governs this ask. Neighbouring grades ("urge" over words of
    request) are no contradiction, and nothing is said over a bare imperative; "demand" must have its own words.
    """
    if strength != "demand" and strength in cues(passage.sentence):
        return
    read = forces(passage)
    if not read and not passage.lead_spans and _opens(passage.quoted):
        return  # a bare imperative: its own verb ("Propose rules") is what is asked
    found = read or cues(passage.sentence)
    if found and strength not in found and not _near(strength, found, passage.sentence):
        said = ", ".join(s for s in _RANK if s in found)
        what = f"The strength is given as “{strength}”, but the passage's words carry: {said}."
        do = "Take the strength from the letter's own verb."
        yield passage.finding("modality", strength, what, do=do, part="strength")


def _near(strength: Strength, found: Collection[Strength], sentence: str) -> bool:
    """Whether a strength is a neighbour of one found; a demand only if the sentence has a firm word."""
    if strength == "demand":
        return bool(_FIRM.search(sentence))
    return any(abs(_RANK[s] - _RANK[strength]) <= 1 for s in found)


def check_asking(passage: Passage, role: Role) -> Iterator[Finding]:
    """Object to an ask whose passage asks for nothing, and to a question whose passage puts none.

    Proves that a word of asking, a question mark or an item under such a lead-in stands there; a bare imperative
    passes, since no list of verbs is whole.
    """
    if cues(passage.sentence) or forces(passage) or passage.lead_spans:
        return
    if role == "action":
        opens = [passage.quoted, *(s.of(passage.text) for s in passage.sentence_spans)]
        told = passage.letter.card.kind in ("excerpt", "reported") and tells_of_asking(passage.sentence)
        if (
            told
            or _INTERROGATIVE.match(passage.quoted)
            or _PAPERS.match(passage.quoted)
            or any(map(_opens, opens))
            or any(map(_NAMED.match, opens))
        ):
            return
    words = passage.quoted[:120]
    what = f"The passage {'asks for nothing' if role == 'action' else 'puts no question'}: “{words}”."
    yield passage.finding("modality", words, what, do="Rest it on the sentence that asks, or leave it out.")


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when a claim says "demands" where the passage asks in milder words, or "suggests" where in stronger."""
    said = _CLAIM_DEMANDS.search(text)
    if said and not _A_LAW.search(text, max(0, said.start() - 30), said.start()):
        verb = stem(said.group().split()[0].lower())
        if "demand" not in cues(passage.paragraph) and all(t.stem != verb for t in passage.words):
            what = f"The claim says “{said.group()}”; the passage asks in milder words."
            yield passage.finding("modality", said.group(), what)
            return
    said = _CLAIM_SUGGESTS.search(text)
    if said and said.group().lower() not in passage.sentence.lower():
        found = cues(passage.paragraph)
        if found and "recommend" not in found:
            what = f"The claim says “{said.group()}”; the passage asks in stronger words."
            yield passage.finding("modality", said.group(), what)
