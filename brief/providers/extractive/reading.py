"""A letter read by rule: its asks, questions, positions and reasons, in the form in which any model answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from brief.drafts import ActionDraft, ClaimDraft, PositionDraft, QuestionDraft, SummaryDraft
from brief.letter.capitals import evened
from brief.letter.damage import mended
from brief.letter.voicing import voiced
from brief.providers.extractive.asks import Ask, condition_of, deadline_of, find_asks
from brief.providers.extractive.background import find_background, with_event
from brief.providers.extractive.excerpts import SENDERS, adds, goes_on, is_inner, is_item, says, touches, unsaid, vague
from brief.providers.extractive.fronting import fronted, standing
from brief.providers.extractive.headline import Headline
from brief.providers.extractive.leads import of_house
from brief.providers.extractive.positions import find_positions
from brief.providers.extractive.purpose import POINTS_BACK
from brief.providers.extractive.questions import Question, find_questions, listed_questions
from brief.providers.extractive.reported import find_reported
from brief.providers.extractive.reported_lists import in_parts
from brief.providers.extractive.retelling import surnames
from brief.providers.extractive.topics import topic
from brief.providers.extractive.units import Unit, units
from brief.providers.extractive.weighing import by_weight, is_duty, leans, procedural
from brief.providers.extractive.wording import act_of, clause, is_suffered, refused
from brief.words import tokens

C = TypeVar("C", bound=ClaimDraft)


def read_letter(
    text: str,
    kind: str = "full",
    senders: str = "",
    to: str = "",
    title: str = "",
    told: str = "",
    lead: str = "",
    found: bool = True,
    offices: str = "",
) -> SummaryDraft:
    """Read a letter by rule.

    Args:
        text: The letter's own text; of a reported letter, the report's sentences about it.
        kind: full, excerpt or reported.
        senders, to: Who writes to whom, each as a line; either may be "".
        title: What the document itself says in its headline.
        told: The release around an excerpt; it is read where the excerpt's own words ask nothing, or nothing outright.
        lead: The first sentences of the release around the letter: they say what it is for.
        found: Whether the page holds a letter; a page of news asks nobody for anything.
        offices: Those of the ones written to: what is asked of their house is asked of them.

    Returns:
        A draft whose quotes stand letter for letter in `text`.
    """
    if not found and not senders and not to and (_NEWS.search(text[:_HEAD]) or not _TO_READER.search(text)):
        return _page(text, title)
    read = evened(text)
    draft = _read(read, kind, senders, to, title, lead, offices=offices)
    draft = draft if read is text else _as_printed(draft, read, text)
    if kind == "excerpt" and told:
        return _excerpt(draft, text, told, senders, to, title)
    if kind == "full" and lead and (senders or to):
        draft = fronted(draft, text, lead, f"{senders} {to}", partial(_told, senders=senders, to=to, title=title))
        return draft.model_copy(update={"background": with_event(draft.background, lead)})
    return draft


def _excerpt(draft: SummaryDraft, text: str, told: str, senders: str, to: str, title: str) -> SummaryDraft:
    """Add to what the parts quoted of a letter say (`draft`) what the release around them tells of it (`told`)."""
    outright = any(_OUTRIGHT.search(q) for a in draft.actions for q in a.quotes)
    draft = standing(draft, told[:_LEADING])
    draft = draft.model_copy(update={"background": with_event(draft.background, told[:_LEADING])})
    whole = _labelled(_with_release(draft, outright, text, told, senders, to, title))
    if ": “" in whole.bottom_line.text and not whole.bottom_line.text.startswith("As reported"):
        of_release = partial(_told, senders=senders, to=to, title=title)
        whole = fronted(whole, text, told[:_LEADING], f"{senders} {to}", of_release)
    whole = whole if whole.background else _explained(whole, told[: 2 * _LEADING], senders, title)
    if whole.questions or "?" not in told:
        return whole
    return whole.model_copy(update={"questions": [_question(q, told) for q in listed_questions(units(told))]})


def _explained(draft: SummaryDraft, told: str, senders: str, title: str) -> SummaryDraft:
    """Say why a letter was written as its release has it, where the parts quoted don't; no deeds of its senders."""
    parts, names = units(told), surnames(senders)
    other = {n for n, u in enumerate(parts) if any(name in u.words for name in (*names, "etter"))}
    found = find_background(parts, other, told, f"{draft.bottom_line.text} {title}", most=2)
    return draft.model_copy(update={"background": found})


def _with_release(
    draft: SummaryDraft, outright: bool, text: str, told: str, senders: str, to: str, title: str
) -> SummaryDraft:
    """Add to what the parts quoted ask (`outright`: in so many words) what the release around them says beside it."""
    if draft.actions or draft.questions:
        draft = _led(draft, told, senders, to, title) if outright else draft
        first = told.partition("\n\n")[0]
        if outright and ":\n" not in told and " also " not in first and not SENDERS.search(told, len(first)):
            return draft
        every, head = _told(told, senders, to, title)
        more = every
        if outright and not all(map(vague, draft.actions)):
            more = [a for a in every if is_item(a, told) or adds(a, told, text, to)]
            more += [a for a in every if a not in more and any(goes_on(b, a, told) for b in more)]
        left = list(unsaid(more, draft, to, told))
        if left and not outright and not draft.questions and left[0] == every[0]:
            # what the parts quoted hold to be right is weaker than what the release says was asked
            line = head.bottom_line(reported=True)
            return draft.model_copy(update={"bottom_line": line, "actions": [*left, *draft.actions]})
        return draft.model_copy(update={"actions": [*draft.actions, *left]})
    release = _read(told, "reported", senders, to, title, reasons=False)
    if not release.actions:  # the excerpt's own positions and reasons stand; the first line says what the letter is for
        line = release.bottom_line
        tells = line.text.startswith("As reported, ") or (_LETTER.search(line.text) and not _FRAGMENT.match(line.text))
        return draft.model_copy(update={"bottom_line": line}) if tells else draft
    return draft.model_copy(
        update={"title": release.title, "bottom_line": release.bottom_line, "actions": release.actions}
    )


def _as_printed(draft: SummaryDraft, read: str, text: str) -> SummaryDraft:
    """Return a draft whose quotes, taken from a text with other capitals, stand letter for letter in `text`."""

    def own(claim: C) -> C:
        places = [(read.find(q), q) for q in claim.quotes]
        return claim.model_copy(update={"quotes": [text[at : at + len(q)] if at >= 0 else q for at, q in places]})

    return draft.model_copy(
        update={
            "bottom_line": own(draft.bottom_line),
            "actions": [own(a) for a in draft.actions],
            "questions": [own(q) for q in draft.questions],
            "positions": [own(p) for p in draft.positions],
            "background": [own(b) for b in draft.background],
        }
    )


_OUTRIGHT = re.compile(
    r"(?i)\b(?:urg(?:e|ing)|ask(?:ing)?|request(?:ing)?|call(?:ing)? (?:up)?(?:on|for)|demand(?:ing)?|implor(?:e|ing)|"
    r"insist|appeal|encourag(?:e|ing)|recommend(?:ing)?|seek(?:ing)?|please)\b"
)
"""Asking in so many words. Parts quoted that hold it hold the letter's main ask, and the release says that again."""


def _led(draft: SummaryDraft, told: str, senders: str, to: str, title: str) -> SummaryDraft:
    """Put on top what a release says first that its letter asks, where no ask of the parts quoted touches it.

    It is said again, in the release's own words, and no ask of its own, unless the parts quoted ask nothing definite.
    """
    head = told[:_LEADING].rpartition("\n\n")[0] or told[:_LEADING]
    quoted = " ".join(q for a in draft.actions if says(a) for q in a.quotes)
    found, front = _told(head, senders, to, title)
    asked = [a for a in found if len(tokens(a.text)) > 2 and not procedural(a.quotes[0])]
    if not asked or "…" in asked[0].text or leans(asked[0].text):
        return draft
    again = touches(asked[0], quoted, to)
    if is_inner(asked[0], head) or (again and not _POINTING.search(draft.bottom_line.text)):
        return draft
    line = front.bottom_line(reported=True)
    if again:  # the release names what the letter only points to: "this proposal"
        return draft if _POINTING.search(line.text) else draft.model_copy(update={"bottom_line": line})
    more = asked if all(map(vague, draft.actions)) else []
    return draft.model_copy(update={"bottom_line": line, "actions": [*more, *draft.actions]})


_POINTING = re.compile(rf"\b(?:this|these|those) |{POINTS_BACK.pattern}")
_LEADING = 1200  # characters of a release in which it says what its letter asks
_HEAD = 600  # characters in which a page of news says that it is one
_NEWS = re.compile(
    r"\b(?:[Tt]oday|[Yy]esterday|announced|introduced|reintroduced|issued|released|delivered|applauded|celebrated|voted|"
    r"joined|secured|said|statement|remarks)\b|"
    r"\b(?:Congress(?:man|woman)|Senators?|Sen\.|Rep\.|Representative|U\.S\. Rep\w*|Chair\w*|Attorney General) [A-Z]"
)


_TO_READER = re.compile(
    r"\b(?:urg|ask|request|call on|implor|encourag|demand|beg)(?:e|ing)? (?:that )?you\b|"
    r"\b(?:I|[Ww]e) (?:am |are )?writ(?:e|ing)\b|"
    r"\b[Yy]our? (?:must|should|office|department|agency|administration|decision)\b|^\W*[Pp]lease\b|"
    r"\b(?:[Ww]e|I) (?:\w+ )?(?:urge|ask|request|call on|demand|implore)\b"
)


def _page(text: str, title: str) -> SummaryDraft:
    """Read a page that holds no letter: what it tells first; nobody is asked for anything, and nothing says why."""
    parts = units(text)
    return SummaryDraft(
        title=title,
        bottom_line=Headline(text, parts, [], [], "", "", title).bottom_line(),
        actions=[],
        questions=[],
        positions=[],
        background=[],
        authorities=[],
        not_stated=[],
    )


def _told(told: str, senders: str, to: str, title: str) -> tuple[list[ActionDraft], Headline]:
    """Return what a release says that the letter asks, the weightiest first, and what its first line is made from."""
    parts = units(told)
    found = _whole(find_reported(parts, to, alone=False), told, reported=True)
    asks = [_with_series(a, parts, told) for a in found]
    head = Headline(told, parts, asks, listed_questions(parts) if "?" in told else [], senders, to, title)
    return [
        _action(a, told, labelled=False) for a in _listed(by_weight(asks, head.main, told), parts, reported=True)
    ], head


def _listed(asks: list[Ask], units: list[Unit], reported: bool) -> list[Ask]:
    """The asks as a list has them: each thing that one of them names by itself."""
    return [a for ask in asks for a in in_parts(ask, units[ask.order], reported)]


def _whole(asks: Sequence[Ask], text: str, reported: bool, offices: str = "") -> list[Ask]:
    """Return the asks that say what is to be done, each with the one who is to do it."""
    asks = [a for a in asks if _SAYS.search(text[a.act : a.end])]
    asks = [a for a in asks if not (a.number is None and _hangs(text[a.act : a.end]))]
    asks = [a for a in asks if not _STUB.fullmatch(text, a.start, a.end)]
    asks = [_by_reader(a, text) for a in asks] if reported else asks
    return [
        replace(a, actor="addressee") if is_suffered(text[a.act : a.end]) or of_house(a.actor, offices) else a
        for a in asks
    ]


def _with_series(ask: Ask, parts: Sequence[Unit], text: str) -> Ask:
    """Give a duty the whole of its subject: of "maps, logs, and those with notes must be kept" all must be."""
    before = _ANOTHER.split(text[parts[ask.order].start : ask.start])[-1]
    joined = before.rstrip().endswith((", and", ", or")) and not _SAYS_MORE.search(before)
    if not joined or not is_duty(text[ask.start : ask.end]):
        return ask
    start = ask.start - len(before)
    return replace(ask, start=start, act=start if ask.act == ask.start else ask.act)


_ANOTHER = re.compile(r", (?:but|so|yet|while) ")
_SAYS_MORE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may|do|does|did|I|[Ww]e|you|they|it|s?he)\b|[;:]"
)


def _read(
    text: str, kind: str, senders: str, to: str, title: str, lead: str = "", reasons: bool = True, offices: str = ""
) -> SummaryDraft:
    reported = kind == "reported"
    parts = units(text if reported else voiced(mended(text), senders))
    found = find_reported(parts, to, alone=True) if reported else find_asks(parts, to)
    asks = [_with_series(a, parts, text) for a in _whole(found, text, reported, offices)]
    taken = {a.order for a in asks}
    questions = listed_questions(parts) if reported else find_questions(parts, taken)
    wanted = [(a, text[a.act : a.end]) for a in asks if a.denies is None]
    positions = find_positions(parts, taken, wanted, text, reported)
    told = taken | {
        n for n, u in enumerate(parts) if any(q in text[u.start : u.end] for p in positions for q in p.quotes)
    }
    head = Headline(text, parts, asks, questions, senders, to, title, lead)
    line = head.bottom_line(reported=reported)
    told |= {n for n, u in enumerate(parts) if any(q in text[u.start : u.end] for q in line.quotes)}
    return SummaryDraft(
        title=head.title() or title,
        bottom_line=line,
        actions=[_action(a, text) for a in _listed(by_weight(asks, head.main, text), parts, reported)],
        questions=[_question(q, text) for q in questions],
        positions=positions,
        background=_reasons(head, line, positions, told, reported) if reasons else [],
        authorities=[],  # by rule they are read with the letter, from the document itself
        not_stated=[],
    )


def _reasons(
    head: Headline, line: ClaimDraft, positions: Sequence[PositionDraft], told: set[int], reported: bool
) -> list[ClaimDraft]:
    """Say why a letter was written; first its matter, where neither the bottom line nor a position says it."""
    found = find_background(head.units, told, head.text, f"{line.text} {head.heading}")
    about, sentence = ("", "") if reported else head.matter
    said = [line.text, *(p.text for p in positions), *(r.text for r in found)]
    matter = set(tokens(about))
    if not about or any(len(matter & set(tokens(s))) > _TOLD * len(matter) for s in said):
        return found
    return [ClaimDraft(text=about[0].upper() + about[1:], quotes=[sentence]), *found][:3]


_TOLD = 0.6
"""The share of the words of a matter that tells it."""


_SAYS = re.compile(r"(?!(?:for|on|upon|that|to)\b)\b\w{2,}")
_FRAGMENT = re.compile(r"As reported: “[a-z]")
_HANGS = re.compile(r"(?:^|(?<!limited)\s)to\W*$")  # what is asked stands in the list below: "urged the firms to:"
_STUB = re.compile(
    r"(?i)more (?:must|should|needs to|can) be done\W*|"
    r"(?:please )?(?:(?:also|further|fully|briefly) )?(?:be (?:as )?(?:specific|precise|detailed|thorough)"
    r"(?: as possible)?|(?:describe|explain|elaborate|specify|clarify|detail|discuss)"
    r"(?: (?:further|fully|why|why not|how|in detail))?)\W*"
)
"""How a question before it is to be answered: "Please be specific.", "Please explain." is no ask of its own."""


def _hangs(words: str) -> bool:
    at = words.rfind("to")  # the last one alone can be the end
    return at >= 0 and bool(_HANGS.search(words, max(0, at - 1)))


_READER = frozenset(["he", "him", "she", "her", "they", "them", "it"])
_READER_TO = re.compile(r"(?:him|her|them|it)\s+to\s+")


def _by_reader(ask: Ask, text: str) -> Ask:
    """In a report, "urging him to" means the one it said the letter went to; in a letter it means somebody else."""
    pronoun = _READER_TO.match(text, ask.act, ask.end)
    if pronoun:
        return replace(ask, actor="addressee", act=pronoun.end())
    return replace(ask, actor="addressee") if ask.actor.lower() in _READER else ask


_LETTER = re.compile(r"\bletter\b(?!.{0,30}\b(?:here|below|available|read)\b)", re.IGNORECASE)


def _action(ask: Ask, text: str, *, labelled: bool = True) -> ActionDraft:
    quote = text[ask.start : ask.end]
    act = act_of(text[ask.start : ask.act], text[ask.act : ask.end])
    action = clause(quote) if act is None or (ask.actor != "addressee" and is_duty(quote)) else act
    action = _PRELUDE.sub("", action, count=1) if _PRELUDE.match(action) else action
    action = f"support for {action}" if _BACKS.search(text, max(0, ask.act - 60), ask.act) else action
    return ActionDraft(
        text=refused(action, "do not", "refrain from") if ask.denies else action,
        quotes=ask.quotes(text),
        number=ask.number,
        actor=ask.actor,
        strength=ask.strength,
        deadline=deadline_of(quote),
        condition=condition_of(quote),
        topic=_topic(action, quote) if labelled else "",
    )


def _topic(action: str, quote: str) -> str:
    return topic(action, opens=action[:1] == quote.lstrip()[:1])


def _labelled(draft: SummaryDraft) -> SummaryDraft:
    """Give the asks that are kept of a release their topics; of the many that are not, none is looked for."""
    actions = [a if a.topic else a.model_copy(update={"topic": _topic(a.text, a.quotes[0])}) for a in draft.actions]
    return draft.model_copy(update={"actions": actions})


_PRELUDE = re.compile(
    r"(?:the|an?) (?:\w+ )?(?:need|necessity) (?:(?:for|of) (?![^,;.]{3,60} to [a-z])|to )(?=\S)|"
    r"(?:should|must) (?!not\b|never\b|be\b)(?=[a-z])|"
    r"[Tt]hey (?:offer|list|outline|set out) (?=[\w ]{1,30}(?:actions|steps|recommendations|measures)\b)"
)
"""What a report puts before the thing that is asked: "the need for a lock", "should open the lock"."""
_BACKS = re.compile(r"(?:in (?:strong |full )?support of|(?:my|our) (?:strong |full )?support for)\s+$")
"""What is asked for by no verb: "we write in support of the loan"."""


def _question(question: Question, text: str) -> QuestionDraft:
    quote = text[question.start : question.end]
    return QuestionDraft(
        text=clause(quote),
        quotes=[quote],
        number=question.number,
        parent=question.parent,
        topic=topic(_plain_question(quote)),
    )


_ASKING = re.compile(
    r"^(?:(?:what|which|how|when|where|why|who|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|"
    r"many|much|steps?|your)\s+)+",
    re.IGNORECASE,
)


def _plain_question(quote: str) -> str:
    return _ASKING.sub("", quote.strip()).rstrip("?")
