"""The headline and the bottom line: who asks whom to do what, in the letter's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brief.drafts import ClaimDraft
from brief.letter.actions import opens_with_action
from brief.providers.extractive.asks import Ask, deadline_of
from brief.providers.extractive.questions import Question
from brief.providers.extractive.units import Unit
from brief.providers.extractive.wording import clause, deed, shortened, squeeze, topic

MOST_WORDS = 60
"""A bottom line is never longer."""
_SAYS = {"demand": "demand that", "request": "ask", "urge": "urge", "recommend": "recommend that"}
_RANK = {"demand": 0, "urge": 0, "request": 1, "recommend": 2}
_PROCEDURAL = re.compile(
    r"(?i)\b(?:answers?|respon(?:se|d|ses|ding)|reply|briefing|questions|information|documents?|inquir(?:y|ies)|"
    r"hear(?:ing)? from you|arrange for|like to (?:know|understand)|follow-up)\b"
)
_OFFICE = re.compile(
    r"^(?:[A-Z][a-z]+ )?(?:President|Vice President|Secretary|Attorney General|Administrator|Director|Commissioner|"
    r"Ambassador|Chair\w*|Governor|Speaker|Department|Comptroller|Postmaster|(?:Postmaster|Surgeon|Inspector|"
    r"Comptroller|Solicitor) General)(?: (?:of|for|to) .*)?$"
)
_REGARDING = re.compile(
    r"\b(?:regarding|concerning|concerns? (?:about|over|with|regarding)|concerned (?:about|by|with|over|at)|about|"
    r"in (?:strong )?(?:support|opposition) (?:of|to)|"
    r"in response to|as to|opposition to|with respect to)\s+(?P<what>.+)"
)
_ASKING = re.compile(
    r"(?:request|ask|seek|demand|urge|recommend|encourage|propose|call|insist)\b(?:\s+(?:for|on))?\s*(?=\W|$|\w)"
)
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

    def title(self) -> str:
        """Return "X and Y urge Z to …", or "" where no ask makes one in under fifteen words."""
        main = self._main()
        who, many = self._who()
        if (
            main is None
            or not opens_with_action(self._act(main))
            or _ASKING.match(self._act(main))
            or _SPEAKS.search(self._act(main))
        ):
            if not self.questions:
                return ""
            said = f"{who} put{'' if many else 's'} {_counted(self.questions)} to {self._whom()}"
            return said if len(said.split()) < 15 else ""
        said = f"{who} {self._verb(main, many)} {self._of(main)} to"
        room = 14 - len(said.split())
        action = shortened(self._act(main), max(4, room))
        return f"{said} {action}" if len(action.split()) <= room + 4 else ""

    def bottom_line(self, reported: bool = False) -> ClaimDraft:
        """Say who asks whom to do what; with questions and no action asked, that they are to be answered."""
        main = self._main()
        if main is None or (self.questions and _PROCEDURAL.search(self._quote(main))):
            return self._inquiry(main)
        who, many = self._who()
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

    def _inquiry(self, main: Ask | None) -> ClaimDraft:
        who, many = self._who()
        reply = next((a for a in self.asks if deadline_of(self._quote(a)) and _PROCEDURAL.search(self._quote(a))), main)
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
        long = [u for u in self.units if len(u.words.split()) > 6]
        first = next(
            (u for u in long if re.search(r"\b(?:I|[Ww]e)\b.{0,20}\bwrit", u.words)), long[0] if long else None
        )
        quote = self.text[first.start : first.end] if first else ""
        said = shortened(clause(quote), 40)
        return ClaimDraft(
            text=f"{who} write{'' if many else 's'}: “{said}”." if quote else "", quotes=[quote] if quote else []
        )

    def _main(self) -> Ask | None:
        """The ask a headline would name: the first of the strongest that ask for more than an answer."""
        real = [a for a in self.asks if not _PROCEDURAL.search(self._quote(a))] or self.asks
        ours = [a for a in real if a.actor == "addressee"] or real
        verbal = [a for a in ours if opens_with_action(self._act(a)) and a.strength != "recommend"] or ours
        return min(verbal, key=lambda a: (is_duty(self._quote(a)), _RANK[a.strength], a.start), default=None)

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

    def _who(self) -> tuple[str, bool]:
        """The senders as a subject, and whether they are several."""
        parts = [p.strip() for p in self.senders.split(";") if p.strip()]
        named = [
            re.sub(r"\s*[(,].*$", "", p)
            for p in parts
            if not re.match(r"(?:the )?\d|(?:a|other|and|dozens|bipartisan)\s", p, re.IGNORECASE)
        ]
        more = [p for p in parts if re.match(r"(?:the )?\d", p)]
        if not named:
            return "The senders", True
        if len(named) <= 3 and not more:
            return _listed(named), len(named) > 1
        if more and len(named) <= 2:
            return _listed([*named, more[0]]), True
        count = len(named) + sum(int(n) for p in more for n in re.findall(r"\d+", p)[:1])
        return f"{count} senders led by {named[0]}", True

    def _whom(self) -> str:
        named = [_called(p.strip()) for p in self.to.split(";") if p.strip()]
        if not named:
            return "the addressee"
        return _listed(named) if len(named) <= 2 else f"{named[0]} and others"

    def _of(self, ask: Ask) -> str:
        return self._whom() if ask.actor == "addressee" else ask.actor

    @staticmethod
    def _verb(ask: Ask, many: bool) -> str:
        verb = {"demand": "call on", "recommend": "encourage"}.get(ask.strength, _SAYS[ask.strength])
        first, _, rest = verb.partition(" ")
        return verb if many else f"{first}s {rest}".strip()

    def _clause(self, ask: Ask, many: bool) -> str:
        """ "urge the President to …", with the action in quotation marks where it speaks as "we" or to "you"."""
        stated = clause(self.text[ask.act : ask.end])
        plain = deed(stated)
        if plain != stated:
            to = "" if plain.startswith("not to ") else "to "
            return f"{self._verb(ask, many)} {self._of(ask)} {to}{_own(shortened(plain, 36))}"
        action = shortened(self._act(ask), 36)
        asking = _ASKING.search(self.text, ask.start, ask.act)
        if asking and not opens_with_action(action) and action.count(" ") <= 42:
            verb, _, joint = squeeze(self.text[asking.start() : ask.act]).partition(" ")
            said = f"{verb}{'' if many else 's'} {joint}".strip()
            return f"{said} {_own(action)} in a letter to {self._whom().rstrip(',')}"
        negative = "not " if re.search(r"\bnot\s+(?:to\s+)?$", self.text[ask.start : ask.act]) else ""
        if re.match(r"not\s+(?:to\s+)?", action):
            negative, action = "not ", re.sub(r"^not\s+(?:to\s+)?", "", action)
        if opens_with_action(action) and len(action.split()) <= 42:
            return f"{self._verb(ask, many)} {self._of(ask)} {negative}to {_own(action)}"
        whole = shortened(clause(self._quote(ask)), 36)
        if len(whole.split()) > 42:
            return f"{self._verb(ask, many)} {self._of(ask)} to act on {topic(action)}"
        return f"write{'' if many else 's'} to {self._whom().rstrip(',')}: “{whole}”"

    def _subject(self) -> tuple[str, list[str]]:
        """What the letter says it is about, as a noun phrase, and the sentence that says so."""
        for unit in self.units[:4]:
            found = _REGARDING.search(unit.words)
            if found and re.search(r"\b(?:I|[Ww]e)\b", unit.words[: found.start()]):
                about = topic(self.text[unit.start + found.start("what") : unit.end], 8)
                return about, [self.text[unit.start : unit.end]]
        return "", []


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _called(recipient: str) -> str:
    """A recipient as a sentence names them: an office alone takes its article."""
    recipient = "the" + recipient[3:] if recipient.startswith("The ") else recipient
    recipient = re.sub(
        r"^(?:Mr\.|Madam|Ms\.) (?=[A-Z][a-z]+$)(?=President|Vice President|Speaker|Secretary|Chair)", "", recipient
    )
    recipient += "," if "," in recipient else ""
    return f"the {recipient}" if _OFFICE.match(recipient) and not re.match(r"President [A-Z]", recipient) else recipient


_DUTY = re.compile(r"(?!(?:I|[Ww]e|[Pp]lease)\b)(?:\S+\s+){1,9}?(?:must|should|needs? to|ought)\b")


def is_duty(quote: str) -> bool:
    """Tell what a body must do from what the senders ask in their own person."""
    return bool(_DUTY.match(quote))


def _counted(questions: list[Question]) -> str:
    return "a question" if len(questions) == 1 else f"{len(questions)} questions"


def _own(action: str) -> str:
    return f"“{action.replace('“', '‘').replace('”', '’')}”" if _SPEAKS.search(action) else action
