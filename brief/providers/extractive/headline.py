"""The headline and the bottom line: who asks whom to do what, in the letter's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from brief.drafts import ClaimDraft
from brief.letter.actions import opens_with_action
from brief.providers.extractive.asks import Ask, deadline_of
from brief.providers.extractive.parties import addressee, subject
from brief.providers.extractive.questions import Question
from brief.providers.extractive.topics import topic
from brief.providers.extractive.units import Unit
from brief.providers.extractive.weighing import informs, main_ask, procedural
from brief.providers.extractive.wording import act_of, clause, shortened, squeeze, trimmed

MOST_WORDS = 60
"""A bottom line is never longer."""
_SAYS = {"demand": "demand that", "request": "ask", "urge": "urge", "recommend": "recommend that"}
_RANK = {"demand": 0, "urge": 0, "request": 1, "recommend": 2}
_REGARDING = re.compile(
    r"\b(?:regarding|concerning|concerns? (?:about|over|with|regarding)|concerned (?:about|by|with|over|at)|about|"
    r"in (?:strong )?(?:support|opposition) (?:of|to)|"
    r"in response to|as to|opposition to|with respect to)\s+(?P<what>.+)"
)
_VERBS = {
    "request": "request", "ask": "ask", "seek": "seek", "sought": "seek", "demand": "demand", "urg": "urge",
    "recommend": "recommend", "encourag": "encourage", "propos": "propose", "call": "call", "insist": "insist",
    "press": "press", "push": "push",
}  # fmt: skip
_ASKING = re.compile(
    rf"\b(?P<stem>{'|'.join(_VERBS)})(?:e[sd]?|s|es|ed|ing)?\b(?P<joint>(?:\s+(?:for|on|upon|that))?)\s*(?=\W|$|\w)"
)
_WRITES = re.compile(r"\b(?:I|[Ww]e)\b.{0,20}\bwrit")
_TELLS = re.compile(r"\bletters?\b|\bwr(?:ote|ites?|iting)\b")
_HELD = re.compile(r"(?:While|Although|Though|If|When|As|Since|Because|Despite|Given|After|Before|Until|Unless)\b")
_DATELINE = re.compile(r"[A-Z][A-Za-z., ()]{2,30}?\s*(?:--|[–—-])\s*(?=[A-Z])")
_SPEAKS = re.compile(r"\b(?:you|your|yours|our|us|we|my|me|I)\b")


def by_weight(asks: list[Ask]) -> list[Ask]:
    """Put the weightiest asks first; items of one list keep their order, and answers come after actions."""
    return sorted(asks, key=lambda a: (a.number is None and _RANK[a.strength] > 1, a.order, a.start))


@dataclass(frozen=True)
class Headline:
    """What a headline is made from: the letter's text and sentences, what was found there, the parties' lines."""

    text: str
    units: list[Unit]
    asks: list[Ask]
    questions: list[Question]
    senders: str
    to: str
    heading: str = ""

    def title(self) -> str:
        """Return "X and Y urge Z to …", or "" where no ask makes one in under fifteen words."""
        main = self._main
        act = self._act(main) if main else ""
        who, many = self._who
        if main is None or not opens_with_action(act) or _ASKING.match(act) or _SPEAKS.search(act):
            if not self.questions:
                return ""
            said = f"{who} put{'' if many else 's'} {_counted(self.questions)} to {self._whom()}"
            return said if len(said.split()) < 15 else ""
        said = f"{who} {self._verb(main, many)} {self._of(main)} to"
        room = 14 - len(said.split())
        action = shortened(act, max(4, room))
        return f"{said} {action}" if len(action.split()) <= room + 4 else ""

    def bottom_line(self, reported: bool = False) -> ClaimDraft:
        """Say who asks whom to do what; with questions and no action asked, that they are to be answered."""
        main = self._main
        if main is None or (self.questions and self._inquires(main)):
            return self._inquiry(main, reported)
        who, many = self._who
        said, quotes = f"{who} {self._clause(main, many)}", [self._quote(main)]
        if reported:
            said = f"As reported, {said[0].lower() + said[1:] if said.startswith('The ') else said}"
        second = self._second(main)
        if second and opens_with_action(self._act(main)) and opens_with_action(self._act(second)):
            more = f"{said} and to {_own(self._act(second))}"
            if len(more.split()) <= MOST_WORDS - 12:
                said, quotes = more, [*quotes, self._quote(second)]
        if self.questions and len(said.split()) <= MOST_WORDS - 8:
            said += f", and put{'' if many else 's'} {_counted(self.questions)}"
        return ClaimDraft(text=said + ".", quotes=quotes)

    def _inquires(self, main: Ask) -> bool:
        """Whether the letter's chief ask is no more than its questions are: an answer, or one thing more to be told."""
        return procedural(self._quote(main)) or (len(self.questions) > 1 and informs(self._act(main)))

    def _inquiry(self, main: Ask | None, reported: bool) -> ClaimDraft:
        who, many = self._who
        reply = next((a for a in self.asks if deadline_of(self._quote(a)) and procedural(self._quote(a))), main)
        if self.questions:
            subject, rest = self._subject()
            due = deadline_of(self._quote(reply)) if reply else None
            said = f"{who} ask{'' if many else 's'} {self._whom()} to answer {_counted(self.questions)}"
            said += f" on {subject}" if subject else ""
            said += f" {squeeze(due)}" if due else ""
            quotes = [self._quote(reply)] if reply else [self.text[self.questions[0].start : self.questions[0].end]]
            return ClaimDraft(text=said + ".", quotes=quotes + rest)
        if main is not None:
            return ClaimDraft(text=f"{who} {self._clause(main, many)}.", quotes=[self._quote(main)])
        return self._opening(who, many, reported)

    def _opening(self, who: str, many: bool, reported: bool) -> ClaimDraft:
        """Where nothing is asked: what the letter says it is written for, or what the page tells of it."""
        long = [u for u in self.units if len(u.words.split()) > 6]
        first = next((u for u in long if (_TELLS if reported else _WRITES).search(u.words)), next(iter(long), None))
        if first is None:
            return ClaimDraft(text="", quotes=[])
        line = _DATELINE.match(first.words)
        quote = self.text[first.start + (line.end() if line else 0) : first.end]
        said = clause(quote) if _HELD.match(quote) else shortened(clause(quote), MOST_WORDS)
        said = said.replace("“", "‘").replace("”", "’")
        if reported:
            text = f"As reported: “{said}”."
        elif self.senders or self.to:
            text = f"{who} write{'' if many else 's'}: “{said}”."
        else:
            text = f"“{said}”."
        return ClaimDraft(text=text, quotes=[quote])

    @cached_property
    def _main(self) -> Ask | None:
        return main_ask(self.asks, self.units, self.text, self.heading)

    def _second(self, main: Ask) -> Ask | None:
        after = [a for a in self.asks if a is not main and a.actor == main.actor and a.strength == main.strength]
        return next((a for a in after if a.order == main.order), None) or next(
            (a for a in after if a.number and main.number), None
        )

    def _quote(self, ask: Ask) -> str:
        return self.text[ask.start : ask.end]

    def _act(self, ask: Ask) -> str:
        action = clause(self.text[ask.act : ask.end])
        return action[:1].lower() + action[1:] if opens_with_action(action) else action

    @cached_property
    def _who(self) -> tuple[str, bool]:
        return subject(self.senders)

    def _whom(self) -> str:
        return addressee(self.to)

    def _of(self, ask: Ask) -> str:
        return self._whom() if ask.actor == "addressee" else ask.actor

    @staticmethod
    def _verb(ask: Ask, many: bool) -> str:
        verb = {"demand": "call on", "recommend": "encourage"}.get(ask.strength, _SAYS[ask.strength])
        first, _, rest = verb.partition(" ")
        return verb if many else f"{first}s {rest}".strip()

    def _clause(self, ask: Ask, many: bool) -> str:
        """ "urge the President to …", with the action in quotation marks where it speaks as "we" or to "you"."""
        before, stated = self.text[ask.start : ask.act], clause(self.text[ask.act : ask.end])
        plain = act_of(before, stated)
        if plain is None:
            return self._written(ask, many)
        if plain != stated:
            to = "" if re.match(r"(?:not|neither) to ", plain) else "to "
            return f"{self._verb(ask, many)} {self._of(ask)} {to}{_own(trimmed(plain))}"
        action = trimmed(self._act(ask))
        if re.match(r"never\b", action):
            return f"{self._verb(ask, many)} {self._of(ask)} to {_own(action)}"
        asking = _ASKING.search(self.text, ask.start, ask.act)
        if asking and not opens_with_action(action) and action.count(" ") <= 42:
            return self._asking(asking, ask, action, many)
        negative = "not " if re.search(r"\bnot\s+(?:to\s+)?$", before) else ""
        if re.match(r"(?:do )?not\s+(?:to\s+)?", action):
            negative, action = "not ", re.sub(r"^(?:do )?not\s+(?:to\s+)?", "", action)
        if opens_with_action(action) and len(action.split()) <= 42:
            return f"{self._verb(ask, many)} {self._of(ask)} {negative}to {_own(action)}"
        return self._written(ask, many)

    def _asking(self, asking: re.Match[str], ask: Ask, action: str, many: bool) -> str:
        """ "request a briefing on … in a letter to …": the letter's own verb of asking, whatever form it has there."""
        verb = _VERBS[asking["stem"]] + ("" if many else "es" if asking["stem"] in ("press", "push") else "s")
        joint = squeeze(asking["joint"] + " " + self.text[asking.end() : ask.act])
        whom = self._whom().rstrip(",")
        said = " ".join(f"{verb} {joint} {_own(action)}".split())
        return said if whom.split()[-1] in said else f"{said} in a letter to {whom}"

    def _written(self, ask: Ask, many: bool) -> str:
        whole = trimmed(clause(self._quote(ask))).replace("“", "‘").replace("”", "’")
        of = " of" if re.match(r"the (?:\w+ )?(?:need|necessity)\b", whole) else ":"
        return f"write{'' if many else 's'} to {self._whom().rstrip(',')}{of} “{whole}”"

    def _subject(self) -> tuple[str, list[str]]:
        """What the letter says it is about, as a noun phrase, and the sentence that says so."""
        for unit in self.units[:4]:
            found = _REGARDING.search(unit.words)
            if found and re.search(r"\b(?:I|[Ww]e)\b", unit.words[: found.start()]):
                what = squeeze(self.text[unit.start + found.start("what") : unit.end])
                about = topic(what, 8)
                the = "the " if re.search(rf"\bthe (?:recent |continued )?{re.escape(about)}", what) else ""
                return the + about, [self.text[unit.start : unit.end]]
        return "", []


def _counted(questions: list[Question]) -> str:
    """Count them as the brief's own heading does: what stands under another question is part of that one."""
    own, above = 0, None
    for question in questions:
        if question.parent is None or question.parent != above:
            own, above = own + 1, question.number or question.parent
    return "a question" if own == 1 else f"{own} questions"


def _own(action: str) -> str:
    return f"“{action.replace('“', '‘').replace('”', '’')}”" if _SPEAKS.search(action) else action
