"""A letter read by rule: its asks, questions, positions and reasons, in the form in which any model answers."""

from __future__ import annotations

import re

from brief.drafts import ActionDraft, ClaimDraft, QuestionDraft, SummaryDraft
from brief.letter.authorities import authority_names
from brief.letter.verbs import ACTIONS
from brief.providers.extractive.asks import Ask, condition_of, deadline_of, find_asks
from brief.providers.extractive.positions import find_background, find_positions
from brief.providers.extractive.questions import Question, find_questions
from brief.providers.extractive.reported import find_reported
from brief.providers.extractive.units import Unit, units
from brief.providers.extractive.wording import clause, shortened, topic

_SAYS = {"demand": "demand", "request": "ask", "urge": "urge", "recommend": "recommend"}
_RANK = {"demand": 3, "urge": 3, "request": 2, "recommend": 1}


def read_letter(text: str, kind: str = "full", senders: str = "", to: str = "", title: str = "") -> SummaryDraft:
    """Read a letter by rule.

    Args:
        text: The letter's own text; of a reported letter, the report's sentences about it.
        kind: full, excerpt or reported.
        senders, to: Who writes to whom, each as a line; either may be "".
        title: What the document itself says in its headline.

    Returns:
        A draft whose quotes stand letter for letter in `text`.
    """
    parts = units(text)
    asks = find_reported(parts, to) if kind == "reported" else find_asks(parts, to)
    questions = [] if kind == "reported" else find_questions(parts)
    main = _main_ask(asks, text)
    taken = {a.order for a in asks}
    return SummaryDraft(
        title=_title(main, text, senders, to, title),
        bottom_line=_bottom_line(main, asks, questions, parts, text, to, kind),
        actions=[_action(a, text) for a in asks],
        questions=[_question(q, text) for q in questions],
        positions=find_positions(parts, taken, [(a, text[a.act : a.end]) for a in asks], text),
        background=find_background(parts, taken, text),
        authorities=list(authority_names(text)),
        not_stated=_not_stated(asks, questions, text, kind),
    )


def _action(ask: Ask, text: str) -> ActionDraft:
    quote = text[ask.start : ask.end]
    action = clause(text[ask.act : ask.end])
    return ActionDraft(
        text=action,
        quotes=[quote],
        number=ask.number,
        actor=ask.actor,
        strength=ask.strength,
        deadline=deadline_of(quote),
        condition=condition_of(quote),
        topic=topic(action),
    )


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


def _main_ask(asks: list[Ask], text: str) -> Ask | None:
    """The ask that a headline would name: the first of the strongest that ask for more than an answer."""
    real = [a for a in asks if not _PROCEDURAL.search(text[a.start : a.end])] or asks
    best = max((_RANK[a.strength] for a in real), default=0)
    return next((a for a in real if _RANK[a.strength] == best), None)


_PROCEDURAL = re.compile(
    r"(?i)\b(?:answers?|respon(?:se|d|ses)|reply|briefing|questions|(?:more )?information|documents?|inquiries|"
    r"hear(?:ing)? from you|arrange for)\b"
)


def _party(line: str, default: str, plural: bool) -> tuple[str, bool]:
    """A line of names as a subject: the names if they are few, else a count of them."""
    names = [n for n in re.split(r"\s*[;\n]\s*|,\s+(?=[A-Z])|\s+and\s+", line.strip()) if n]
    if not names:
        return default, plural
    if len(names) > 2:
        return f"{names[0]} and {len(names) - 1} others", True
    return " and ".join(names), len(names) > 1


def _bottom_line(
    main: Ask | None, asks: list[Ask], questions: list[Question], parts: list[Unit], text: str, to: str, kind: str
) -> ClaimDraft:
    """Say who asks whom to do what, in the letter's own words."""
    if main is None and questions:
        quote = text[questions[0].start : questions[0].end]
        count = f"{len(questions)} questions" if len(questions) > 1 else "a question"
        return ClaimDraft(
            text=f"The senders put {count} to {_reader(to)}; the first: “{clause(quote)}”", quotes=[quote]
        )
    if main is None:
        first = next((u for u in parts if len(u.words.split()) > 6), None)
        quote = text[first.start : first.end] if first else ""
        return ClaimDraft(
            text=f"The senders write: “{clause(quote)}”" if quote else "", quotes=[quote] if quote else []
        )
    if kind == "reported":
        quote = text[main.start : main.end]
        return ClaimDraft(text=f"As reported, the senders {_frame(main, text, to)}", quotes=[quote])
    second = next((a for a in asks if a is not main and a.order == main.order), None)
    said = _frame(main, text, to)
    quotes = [text[main.start : main.end]]
    if second and second.actor == main.actor and len(said.split()) < 40:
        said += f" and to {_own(clause(text[second.act : second.end]))}"
        quotes.append(text[second.start : second.end])
    return ClaimDraft(text=f"The senders {said}.", quotes=quotes)


def _reader(to: str) -> str:
    return _party(to, "the addressee", False)[0]


def _frame(ask: Ask, text: str, to: str) -> str:
    """ "urge the President to …", with the action in quotation marks where it speaks as "we" or to "you"."""
    action = clause(text[ask.act : ask.end])
    whom = _reader(to) if ask.actor == "addressee" else ask.actor
    if _verbal(action):
        negative = re.match(r"not\s+(?:to\s+)?", action) or (
            re.search(r"\bnot\s+(?:to\s+)?$", text[ask.start : ask.act])
        )
        action = re.sub(r"^not\s+(?:to\s+)?", "", action)
        return f"{_SAYS[ask.strength]} {whom} {'not ' if negative else ''}to {_own(action)}"
    return f"{_SAYS[ask.strength]} {whom}: “{clause(text[ask.start : ask.end])}”"


def _own(action: str) -> str:
    return f"“{action}”" if re.search(r"\b(?:you|your|our|us|we|my|me|I)\b", action) else action


def _verbal(action: str) -> bool:

    return bool(re.match(rf"(?:not (?:to )?|[a-z]+ly |also )*(?:{ACTIONS}|do|be)\b", action))


def _title(main: Ask | None, text: str, senders: str, to: str, title: str) -> str:
    if main is None or not _verbal(clause(text[main.act : main.end])):
        return title
    who, plural = _party(senders, "Senders", True)
    action = shortened(clause(text[main.act : main.end]))
    verb = _SAYS[main.strength] + ("" if plural else "s")
    whom = _reader(to) if main.actor == "addressee" else main.actor
    return f"{who} {verb} {whom} to {action}"


def _not_stated(asks: list[Ask], questions: list[Question], text: str, kind: str) -> list[str]:
    gaps = []
    if not asks and not questions:
        gaps.append("No request or question was found in the letter's text.")
    if (asks or questions) and not any(deadline_of(text[a.start : a.end]) for a in asks):
        gaps.append("No deadline for a reply or an action.")
    if kind == "excerpt":
        gaps.append("Only parts of the letter stand in the source; what is absent here may stand in the full text.")
    if kind == "reported":
        gaps.append("The letter's own text is not in the source, only a report of it.")
    return gaps
