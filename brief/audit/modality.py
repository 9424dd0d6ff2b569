"""How strongly a thing is asked and how surely it is said: demand or request, must or may, consider or do."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.audit.asking import forces
from brief.audit.finding import Finding
from brief.audit.passage import Passage
from brief.audit.words import stem, tokens
from brief.drafts import Strength
from brief.letter.verbs import ACTIONS
from brief.searching import any_word, lowered

# Which words carry which strength, in small letters.
# "Call on" and "press" count as urging; an imperative item takes its lead-in's verb.
_ASKING: dict[Strength, re.Pattern[str]] = {
    "demand": re.compile(
        any_word([
            "demand(?:s|ed|ing)?", "insist(?:s|ed|ing)?", "we require", "to require", "i require",
            "require(?:s|d)? (?:you|that|the records)", "under no circumstances?", "expect you",
            "direct you", "owe(?:s)? us", "you must", "department must", "administration must", "secretary must",
        ]) + r"\b"
    ),
    "request": re.compile(
        any_word([
            "ask(?:s|ed|ing)?", "request(?:s|ed|ing)?", "please", "would (?:be grateful|appreciate|like|welcome)",
            "seek(?:s|ing)?", "grateful", "appreciate", "invite", "inquire", "petition", "kindly", "interested in",
        ]) + r"\b|\?"
    ),
    "urge": re.compile(
        any_word([
            "urg(?:e|es|ed|ing)", "call(?:s|ed|ing)? (?:up)?on", "call(?:s|ed|ing)? for", "implor(?:e|es|ed|ing)",
            r"exhort\w*", r"press(?:es|ed|ing)? (?:you|the|him|her|for|on|\w+)", "time (?:for you )?to", "strongly",
            "appeal(?:s|ing)?", "beseech", "plead", r"push(?:es|ed|ing)? (?:for|to|[\w ]{2,40} to)",
            "advocat(?:es?|ed|ing) for",
        ]) + r"\b"
    ),
    "recommend": re.compile(
        any_word([
            "recommend(?:s|ed|ing)?", "suggest(?:s|ed|ing)?", "encourag(?:e|es|ed|ing)", "advis(?:e|es|ed|ing)",
            "propos(?:e|es|ed)", "we hope", "i hope", "would do well", "opportunity for",
            *(f"{who} should" for who in ("you", "department", "administration", "secretary", "congress")),
        ]) + r"\b"
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
_CLAIM_SUGGESTS = re.compile(
    r"\b(?:suggest(?:s|ed|ing)?|propos(?:e|es|ed|ing)|invit(?:e|es|ed)|hop(?:e|es|ed) that)\b", re.IGNORECASE
)
_MAY = re.compile(
    r"\b(?:may|might|could|possibl[ey]|potential(?:ly)?|reported(?:ly)?|alleged(?:ly)?|appear(?:s|"
    r"ed)?|seem(?:s|ed)?"
    r"|perhaps|likely|suggest(?:s)?|if|whether|would|risk(?:s)?|can|concern(?:s|ed)?|fear(?:s)?|warn(?:s|ed)?|threat\w*"
    r"|ask(?:s|ed)?|question\w*|believ\w*|think|claim\w*|say|says|said|unclear|probab\w*|plan\w*|"
    r"expect\w*|should)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?:will|certainly|definitely|undoubtedly|proves?|proven|confirm(?:s|ed)?|inevitabl[ey]|clearly|always|"
    r"is certain)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|possibly|reportedly|allegedly|potentially|perhaps|appears? to|seems? to|suggests?)\b",
    re.IGNORECASE,
)
_CONSIDER = re.compile(
    r"\b(?:consider(?:ing|s|ed)?|explor(?:e|es|ing)|weigh(?:ing|s)?|evaluat(?:e|es|ing)|"
    r"review(?:ing|s)?|reconsider\w*"
    r"|stud(?:y|ies|ying)|examin(?:e|es|ing)|look(?:ing)? (?:at|into)|contemplat\w*|think|"
    r"rethink\w*|explore|assess\w*"
    r"|take up|open to|possib\w*)\b",
    re.IGNORECASE,
)
_CONSIDER_DOING = re.compile(r"\bconsider(?:ing)?\s+(?:whether\s+to\s+)?((?:\w+ly\s+)?\w+ing)\b", re.IGNORECASE)
# A bare imperative opens its clause with a verb of doing, as the reader of letters knows them.
_OPENING = re.compile(
    rf"[\s\"“(•*-]*(?:\(?\w{{1,2}}[.)]\s+)?(?:please\s+|to\s+|and\s+|or\s+|not\s+|[a-z]+ly\s+)*(?:{'|'.join(sorted(ACTIONS))})\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"[\s\"“(•*-]*(?:\(?\w{1,2}[.)]\s+)?(?:for (?:each|every|any) |"
    r"(?:(?:all|any|each|every|the|an?|complete|full|unredacted|internal|written|detailed)\s+){1,4}(?:[\w()/’'-]+\s+){0,4}?"
    r"(?:cop(?:y|ies)|records?|documents?|communications?|e-?mails?|correspondence|lists?|data|transcripts?|memoranda|"
    r"materials|numbers?|names|polic(?:y|ies)|guidance|explanations?|descriptions?|summar(?:y|ies)|breakdown|accounting|"
    r"timelines?)\b|(?:copies|documents|records|communications|correspondence) )",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(all|every|each|any|entire|none|both)\b", re.IGNORECASE)
_SOME = re.compile(r"\b(some|several|many|most|few|part of|certain|a number of|half)\b", re.IGNORECASE)


@lru_cache(maxsize=64)  # several asks stand in one sentence, and several checks look at each
def cues(text: str) -> frozenset[Strength]:
    """Return the strengths that a passage's words carry: its verbs of asking, or without any its tone."""
    low = lowered(text)
    asking = frozenset(s for s, pattern in _ASKING.items() if pattern.search(low))
    if asking == {"recommend"} and _AT_ONCE.search(low):
        return frozenset({"recommend", "demand"})
    return asking or frozenset(s for s, pattern in _TONE.items() if pattern.search(low))


def check_strength(strength: Strength, passage: Passage) -> list[Finding]:
    """Compare the strength given to an ask with the words of its passage and of the sentence that leads into it.

    Proves that such a word stands there, not that it governs this ask. Neighbouring grades ("urge" over words of
    request) are no contradiction, and nothing is said over a bare imperative; "demand" must have its own words.
    """
    if not passage.evidence or (strength != "demand" and strength in cues(passage.sentence)):
        return []
    read = forces(passage)
    if not read and not passage.lead_spans and _OPENING.match(passage.quoted):
        return []  # a bare imperative: its own verb ("Propose rules") is what is asked
    found = read or cues(passage.sentence)
    if not found or strength in found:
        return []
    if strength == "demand":
        if _FIRM.search(passage.sentence):
            return []
    elif min(abs(_RANK[s] - _RANK[strength]) for s in found) <= 1:
        return []
    said = ", ".join(s for s in _RANK if s in found) or "no verb of asking"
    what = f"The strength is given as “{strength}”, but the passage's words carry: {said}."
    return [
        passage.finding("modality", strength, what, do="Take the strength from the letter's own verb.", part="strength")
    ]


# How a report tells that a letter asks, beside the letter's own verbs of asking.
_TOLD = re.compile(
    r"\b(?:the|a) (?:\w+ )?(?:need|necessity) (?:for|to|that)\b|"
    r"\b(?:offer|list|outlin|identif|recommend|propos)\w* (?:\d+|\w+) (?:\w+ )?"
    r"(?:actions?|steps|measures|recommendations)\b|"
    r"\b(?:implor|advocat|plead)\w*\b|\bappeal(?:s|ed|ing)? (?:to|for)\b|"
    r"\b(?:press|push)(?:es|ed|ing)? (?:for|him|her|them|the|[A-Z]\w+)\b"
)


def check_asking(passage: Passage, role: str) -> list[Finding]:
    """Object to an ask whose passage asks for nothing, and to a question whose passage puts none.

    Proves that a word of asking, a question mark or an item under such a lead-in stands there; a bare imperative
    passes, since no list of verbs is whole.
    """
    if not passage.evidence or cues(passage.sentence) or forces(passage):
        return []
    if role == "action" and passage.letter.card.kind != "full" and _TOLD.search(passage.sentence):
        return []
    opens = [passage.quoted, *(s.of(passage.text) for s in passage.sentence_spans)]
    opening = bool(_PAPERS.match(passage.quoted)) or any(map(_OPENING.match, opens))
    if (role == "action" and (opening or passage.lead_spans)) or (role == "question" and passage.lead_spans):
        return []
    kind = "asks for nothing" if role == "action" else "puts no question"
    what = f"The passage {kind}: “{passage.quoted[:120]}”."
    return [
        passage.finding(
            "modality", passage.quoted[:120], what, do="Rest it on the sentence that asks, or leave it out."
        )
    ]


def check(text: str, passage: Passage) -> list[Finding]:
    """Object when a claim asks more strongly, or says more surely, than its passage.

    Proves nothing of tone beyond the listed words: demand for request, suggestion for demand, "will" for "may", a thing
    done for a thing to be considered, "all" for "some".
    """
    if not passage.evidence:
        return []
    return [
        f
        for f in (
            _demands(text, passage),
            _surer(text, passage),
            _considered(text, passage),
            _only_considered(text, passage),
            _less_firm(text, passage),
            _wider(text, passage),
        )
        if f
    ]


def _demands(text: str, passage: Passage) -> Finding | None:
    stronger = _CLAIM_DEMANDS.search(text)
    if stronger and _A_LAW.search(text, max(0, stronger.start() - 30), stronger.start()):
        stronger = None  # what an act demands is not what the letter demands
    if (
        stronger
        and "demand" not in cues(passage.paragraph)
        and stem(stronger.group().split()[0].lower()) not in {t.stem for t in passage.words}
    ):
        what = f"The claim says “{stronger.group()}”; the passage asks in milder words."
        return passage.finding("modality", stronger.group(), what)
    weaker = _CLAIM_SUGGESTS.search(text)
    found = cues(passage.paragraph) if weaker else frozenset()
    if weaker and found and "recommend" not in found and weaker.group().lower() not in passage.sentence.lower():
        what = f"The claim says “{weaker.group()}”; the passage asks in stronger words."
        return passage.finding("modality", weaker.group(), what)
    return None


def _surer(text: str, passage: Passage) -> Finding | None:
    sure, hedged = _SURE.search(text), _HEDGE.search(passage.quoted)
    if sure and hedged and not _MAY.search(text) and not _SURE.search(passage.sentence):
        what = f"The claim says “{sure.group()}” where the passage says “{hedged.group()}”."
        return passage.finding("modality", sure.group(), what)
    if hedged and not _MAY.search(text) and not sure:
        what = f"The passage hedges (“{hedged.group()}”); the claim does not."
        return passage.finding("modality", hedged.group(), what, "unsure")
    return None


def _considered(text: str, passage: Passage) -> Finding | None:
    doing = _CONSIDER_DOING.search(passage.quoted)
    if not doing or _CONSIDER.search(text):
        return None
    verb = stem(doing[1].split()[-1].lower())
    if not any(t.stem == verb for t in tokens(text)):
        return None
    what = f"The passage asks only to consider “{doing[1]}”; the claim leaves that out."
    return passage.finding("modality", doing[1], what, do="Say “consider”.")


_TO_CONSIDER = re.compile(
    r"(?:^(?:please )?|\bto )(?:consider|explore|contemplate|think about|look into|study|weigh)\b(?: whether to)? \w+",
    re.IGNORECASE,
)


def _only_considered(text: str, passage: Passage) -> Finding | None:
    """A thing asked to be done, told as one to be considered."""
    said = _TO_CONSIDER.search(text)
    if not said or _CONSIDER.search(passage.sentence) or not forces(passage):
        return None
    what = f"The claim asks only to consider it (“{said.group()}”); the passage asks for it."
    return passage.finding("modality", said.group(), what, "unsure")


_MIGHT = re.compile(r"\b(?:might|may|could)\b", re.IGNORECASE)
_MUST = re.compile(r"\b(?:must|shall)\b", re.IGNORECASE)


def _less_firm(text: str, passage: Passage) -> Finding | None:
    """ "Might" for "must"."""
    said, given = _MIGHT.search(text), _MUST.search(passage.quoted)
    if not said or not given or _MUST.search(text) or _MAY.search(passage.sentence.replace(given.group(), "")):
        return None
    what = f"The claim says “{said.group()}” where the passage says “{given.group()}”."
    return passage.finding("modality", said.group(), what)


def _wider(text: str, passage: Passage) -> Finding | None:
    for m in _ALL.finditer(text):
        noun = stem(next(iter(re.findall(r"[a-z]+", text[m.end() :].lower())), ""))
        for s in _SOME.finditer(passage.quoted):
            same = stem(next(iter(re.findall(r"[a-z]+", passage.quoted[s.end() :].lower())), ""))
            if len(noun) > 3 and noun == same and not _ALL.search(passage.quoted):
                what = f"The claim says “{m.group()}” where the passage says “{s.group()}”."
                return passage.finding("modality", m.group(), what)
    return None
