"""The headline and the bottom line: who asks whom to do what, in the letter's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from brief.drafts import ClaimDraft
from brief.letter.actions import opens_with_action
from brief.providers.extractive.asks import Ask, deadline_of
from brief.providers.extractive.parties import addressee, names, subject
from brief.providers.extractive.purpose import (
    MOST_WORDS,
    POINTS_BACK,
    SHORT,
    SPEAKS,
    own_words,
    purpose_of,
    quoted,
    stands_before,
    subject_of,
    tells_of_itself,
    written_of,
)
from brief.providers.extractive.questions import Question, counted
from brief.providers.extractive.retelling import ASKING, asking_verb, retold, third
from brief.providers.extractive.units import Unit
from brief.providers.extractive.weighing import empty, informs, is_duty, leans, main_ask, procedural, side_leads
from brief.providers.extractive.wording import (
    BODY_ACTS,
    TO_BE,
    act_of,
    clause,
    refused,
    shortened,
    squeeze,
    trimmed,
    without_hanging,
)
from brief.words import tokens

_SAYS = {"demand": "demand that", "request": "ask", "urge": "urge", "recommend": "recommend that"}
_THING = re.compile(
    r"(?:An?|The|All|Any|Each|Every|Copies|Documents|Details|Information|Records|Communications|Data|Descriptions?) "
    r"(?!(?:of )?[^.]{0,80}\b(?:must|should|shall|needs?|has to|have to)\b)"
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|must|should|can|could|may|does|did|be|we|you|it)\b")
_FIRST = 6  # sentences in which a report tells what its letter is for
_IT_IS_THAT = re.compile(r"\b[Ii]t (?:is|remains)\b[^,;]{3,60} that $")
_YOU_TO = re.compile(r"\byou (?:[a-z]+ly |not |again )*to\s+$")  # a verb of no list follows
_OURS = re.compile(r"\b(?:our|my) ")
_POINTS = re.compile(
    r"\W*(?:(?:This|These|That|Those|It|They|Such|He|She)\b|"
    r"(?:it|they|this|these|that|those) (?:must|should|needs?|ought)\b)"
)
_STAND = re.compile(r"\b(?:support|opposition|oppose|concerns?|alarm|objections?)\b")
_ANSWERS = re.compile(r"(?i)\b(?:questions?|answers?|respon\w+|repl(?:y|ies)|inquir\w+|following|information|above)\b")
_OF_A_QUESTION = 28  # words of a question that may stand for all
_AND_WE = re.compile(
    r",? and (?:I|we) (?:also |again |strongly |respectfully )?(?!(?:can|could|may|will|all)\b)[a-z]+\b"
)
_PLEASE = re.compile(r"^(?:[Pp]lease,? |also |again |once again )+")
_NOT_ONLY = re.compile(r"(?:not (?:to )?)?(?:only|just|merely|simply)\b")
_BARE = re.compile(
    r"\b(?:the|your) (?:[\w’'-]+ )?(?:guidance|rules?|decisions?|proposal|plans?|policy|policies|order|measure|"
    r"matter|issue|request|legislation|merger|deal|bill|situation|funding|program|process|nomination|application|directive)\W*$|"
    r"\bany (?:\w+ )?decisions?\b"
)
_HE_DOES = re.compile(r"(?:he|she|they|it|the (?:[A-Z]\w+ ?)+) (?!(?:is|was|are|were|has|have)\b)[a-z]+\b(?<!ed)(?<!s)")
_AND_TELLS = re.compile(
    r",? and (?:[\w ]{3,30}, )?(?:he|she|they) |"
    r",? and (?:(?:expressing|raising|warning|voicing|noting|criticizing|citing|highlighting|"
    r"pledging|promising|vowing|offering) |"
    r"(?:stood|said|was|were|noted|warned|expressed|told|called|wrote|led|joined|raised|criticized) (?!by\b))"
)


@dataclass(frozen=True)
class Headline:
    """What a headline is made from: the letter's text and sentences, what was found there, the parties' lines, and what
    the page says of it in its headline and in the first sentences of its release."""

    text: str
    units: list[Unit]
    asks: list[Ask]
    questions: list[Question]
    senders: str
    to: str
    heading: str = ""
    lead: str = ""

    def title(self) -> str:
        """Return "X and Y urge Z to …", or "" where no ask makes one in under fifteen words."""
        main = self.main
        act = self._act(main) if main else ""
        who, many = self._who
        if main is None or not opens_with_action(act) or ASKING.match(act) or SPEAKS.search(act):
            if not self.questions:
                return ""
            said = f"{who} put{'' if many else 's'} {counted(self.questions)} to {self._whom()}"
            return said if len(said.split()) < 15 else ""
        said = f"{who} {self._verb(main, many)} {self._of(main)} to"
        room = 14 - len(said.split())
        action = shortened(act, max(4, room))
        return f"{said} {action}" if len(action.split()) <= room + 4 else ""

    def bottom_line(self, reported: bool = False) -> ClaimDraft:
        """Say who asks whom to do what; with questions and no action asked, that they are to be answered."""
        line = self._line(reported)
        return line.model_copy(update={"text": line.text[:1].upper() + line.text[1:]})

    def _line(self, reported: bool) -> ClaimDraft:
        main = self.main
        if main is None:
            return self._inquiry(None) if self.questions else self._opening(reported)
        if not reported and self._gives_way(main):
            return self._inquiry(main) if self.questions else self._opening(reported)
        said = self._inquiry(main) if self._inquires(main) else self._asked(main, reported)
        if not reported:
            return said
        little = said.text.startswith("“") or POINTS_BACK.search(said.text) or empty(self._act(main))
        if little and self.senders and (told := self._retold()):
            return told
        text = said.text[0].lower() + said.text[1:] if re.match(r"(?:The|On) ", said.text) else said.text
        if not text.startswith("As reported"):
            text = f"As reported{':' if text.startswith('“') else ','} {text}"
        return said.model_copy(update={"text": text})

    def _gives_way(self, main: Ask) -> bool:
        """Whether a letter tells better what it is for than its chief ask does: "this must end", "seize the day"."""
        quote = self._quote(main)
        points, duty = bool(_POINTS.match(quote)), is_duty(quote)
        sides = any("support " in u.words or "opposition " in u.words for u in self.units[:3])
        if not points and not duty and (self.questions or not sides):
            return False
        of = written_of(self._purpose(False))
        if points or duty:
            return bool(of) and (points or bool(_STAND.search(of)))
        return side_leads(of, self._act(main))

    def _asked(self, main: Ask, reported: bool) -> ClaimDraft:
        _, many = self._who
        second, joint = self._second(main)
        if second and second.order == main.order and second.act < main.act:  # the letter's own order
            fits = self._act(main).count(" ") + self._act(second).count(" ") < MOST_WORDS // 2
            main, second = (second, main) if fits or not leans(self._act(second)) else (main, None)
        said, quotes = self._clause(main, reported), main.quotes(self.text)
        if not said and len(self._quote(main).split()) + 3 > len(self.units[main.order].words.split()):
            return self._opening(reported)
        if not said:
            sentence = self.text[self.units[main.order].start : self.units[main.order].end]
            return ClaimDraft(text=f"“{quoted(sentence)}”.", quotes=[sentence])
        act = self._act(main)
        about, sentence = self._subject
        matter, vague = set(tokens(about)), leans(act) or bool(_BARE.search(act))
        if (
            vague
            and stands_before(about)
            and sentence != self.text[self.units[main.order].start : self.units[main.order].end]
            and not matter <= set(tokens(said))
        ):
            said, quotes = f"On {about}, {said}", [*quotes, sentence]
        if second and opens_with_action(act) and opens_with_action(self._act(second)):
            more = f"{said}{',' * (' and ' in act)} {joint} to {own_words(trimmed(self._act(second)))}"
            if len(more.split()) <= MOST_WORDS - 6:
                said, quotes = more, [*quotes, self._quote(second)]
                beside = (a for a in self.asks if a.order == main.order == second.order and a.end > second.end)
                said += ", and more" * any(a.actor == main.actor for a in beside)
        if self.questions and len(said.split()) <= MOST_WORDS - 8:
            dated = self._reply is not None and bool(_ANSWERS.search(self._quote(self._reply)))
            due = deadline_of(self._quote(self._reply)) if self._reply and dated else None
            due = None if due and squeeze(due) in said else due
            said += f", and put{'' if many else 's'} {counted(self.questions)}"
            said += f" to answer {squeeze(due)}" if due else ""
            quotes += [self._quote(self._reply)] if self._reply and due else []
        return ClaimDraft(text=said + ".", quotes=quotes)

    def _inquires(self, main: Ask) -> bool:
        """Whether the letter's chief ask is no more than its questions are: an answer, or one thing more to be told."""
        if not self.questions:
            return False
        quote, several = self._quote(main), len(self.questions) > 1
        return procedural(quote) or (
            several and (informs(self._act(main)) or (self._reply is not None and is_duty(quote)))
        )

    def _inquiry(self, main: Ask | None) -> ClaimDraft:
        who, many = self._who
        reply = self._reply or main
        about, sentence = self._subject
        due = deadline_of(self._quote(reply)) if reply else None
        said = f"{who} ask{'' if many else 's'} {self._whom()} to answer {counted(self.questions)}"
        first = self.text[self.questions[0].start : self.questions[0].end]
        by, on = f" {squeeze(due)}" if due else "", f" on {about}" if about else ""
        said += on + by if not by or about.count(" ") < SHORT else f"{by},{on}"
        said += "" if about or len(first.split()) > _OF_A_QUESTION else f", the first being “{quoted(first)}”"
        answers = reply is not None and (reply is self._reply or procedural(self._quote(reply)))
        quotes = [self._quote(reply)] if reply and answers else []
        quotes += [] if quotes and about else [first]
        return ClaimDraft(text=said + ".", quotes=quotes + ([sentence] if sentence else []))

    @property
    def _reply(self) -> Ask | None:
        """The ask for an answer that has a date, if there is one."""
        return next((a for a in self.asks if procedural(self._quote(a)) and deadline_of(self._quote(a))), None)

    def _opening(self, reported: bool) -> ClaimDraft:
        """Where nothing is asked: where its writers stand, what it says it is written for, or what the page tells."""
        who, many = self._who
        told = self._retold() if reported and self.senders else None
        if told:
            return told
        quote = self._purpose(reported)
        if not quote:
            return ClaimDraft(text="", quotes=[])
        of = "" if reported else written_of(quote)
        if of and (self.senders or self.to):
            what = trimmed(clause(of))
            to = f" to {self._whom()}" if self.to else ""
            return ClaimDraft(text=f"{who} write{'' if many else 's'}{to} {own_words(what)}.", quotes=[quote])
        said = quoted(quote)
        if reported:
            text = f"As reported: “{said}”."
        elif self.senders or self.to:
            text = f"{who} write{'' if many else 's'}: “{said}”."
        else:
            text = f"“{said}”."
        return ClaimDraft(text=text, quotes=[quote])

    def _purpose(self, reported: bool) -> str:
        return purpose_of(self.units, self.text, reported, bool(self.senders or self.to), self.lead)

    def _retold(self) -> ClaimDraft | None:
        """What a report's first sentences say that the letter expresses, raises, supports, or is written for."""
        who, many = self._who
        for unit in self.units[:_FIRST]:
            sentence = self.text[unit.start : unit.end]
            verb, of = retold(sentence, self.senders)
            rest = own_words(trimmed(clause(of)))
            if verb == "write" and self.to:
                said = f"{who} write{'' if many else 's'} to {self._whom().rstrip(',')} {rest}"
            elif verb:
                said = f"{who}{self._in_a_letter()} {verb if many else third(verb)} {rest}"
            if verb and len(rest.split()) > 2:
                return ClaimDraft(text=f"As reported, {said}.", quotes=[sentence])
        return None

    @cached_property
    def main(self) -> Ask | None:
        """The ask that the bottom line names."""
        asks = [a for a in self.asks if a.denies is None] or self.asks
        if len(asks) < 2:
            return asks[0] if asks else None
        return main_ask(asks, self.units, self.text, self.heading, self.lead, lambda: bool(self._subject[0]))

    def _second(self, main: Ask) -> tuple[Ask | None, str]:
        """What is asked in the same breath, or at the next number, or for an answer by a date; and what joins it."""
        plain = (a for a in self.asks if a is not main and a.denies is main.denies is None)
        own = [a for a in plain if a.actor == main.actor and not self._same(a, main)]
        beside = [
            a
            for a in own
            if a.strength == main.strength
            and not (empty(self._act(a)) if a.order == main.order else leans(self._act(a)))
        ]
        second = next((a for a in beside if a.order == main.order), None)
        second = second or next((a for a in beside if a.number and main.number), None)
        if second is None and not self.questions and self._reply in own:
            second = self._reply
        if second is None:
            return None, ""
        between = self.text[min(main.end, second.end) : max(main.act, second.act)]
        return second, "or" if second.order == main.order and re.match(r"[\s,;]*or\b", between) else "and"

    def _same(self, one: Ask, other: Ask) -> bool:
        """Whether one ask says no more than another."""
        few, many = sorted((set(tokens(self._act(a))) for a in (one, other)), key=len)
        return len(few & many) >= 0.8 * len(few)

    def _quote(self, ask: Ask) -> str:
        return self.text[ask.start : ask.end]

    def _act(self, ask: Ask) -> str:
        action = _PLEASE.sub("", _AND_WE.split(clause(self.text[ask.act : ask.end]))[0]).rstrip("… ")
        return action[:1].lower() + action[1:] if opens_with_action(action) else action

    @cached_property
    def _who(self) -> tuple[str, bool]:
        return subject(self.senders)

    def _whom(self) -> str:
        return addressee(self.to)

    def _of(self, ask: Ask) -> str:
        return self._whom() if ask.actor == "addressee" else _OURS.sub("their ", re.sub(r"^The ", "the ", ask.actor))

    @staticmethod
    def _verb(ask: Ask, many: bool) -> str:
        verb = {"demand": "call on", "recommend": "encourage"}.get(ask.strength, _SAYS[ask.strength])
        first, _, rest = verb.partition(" ")
        return verb if many else f"{first}s {rest}".strip()

    def _clause(self, ask: Ask, reported: bool) -> str:
        """ "They urge the President to …", with the action in quotation marks where it speaks as "we" or to "you"."""
        many = self._who[1]
        before = self.text[ask.start : ask.act]
        stated = _PLEASE.sub("", _AND_WE.split(clause(self.text[ask.act : ask.end]))[0])
        plain = act_of(before, stated)
        if plain is None:
            return self._written(ask, reported)
        if _IT_IS_THAT.search(before):
            verb = _SAYS[ask.strength].split()[0] + "s" * (not many)
            return f"{self._who[0]}{self._in_a_letter(stated)} {verb} that {own_words(trimmed(stated))}"
        urges = f"{self._subject_of(ask)} {self._verb(ask, many)} {self._of(ask)}"
        if ask.denies:
            return f"{urges} {own_words(refused(trimmed(self._act(ask)), 'not to', 'to refrain from'))}"
        if plain != stated:
            to = "" if re.match(r"(?:not|neither) to ", plain) else "to "
            return f"{urges} {to}{own_words(trimmed(plain))}"
        action = trimmed(self._act(ask))
        if re.match(r"never\b", action):
            return f"{urges} to {own_words(action)}"
        asking = ASKING.search(self.text, ask.start, ask.act)
        if asking and not opens_with_action(action) and not _YOU_TO.search(before) and action.count(" ") <= 42:
            return self._asking(asking, ask, action)
        action = _AND_TELLS.split(action)[0] if reported else action
        if _NOT_ONLY.match(action):
            return f"{urges} to {'' if action.startswith('not') else 'not '}{own_words(action)}"
        negative = "not " if re.search(r"\bnot\s+(?:to\s+)?$", before) else ""
        if re.match(r"(?:do )?not\s+(?:to\s+)?", action):
            negative, action = "not ", re.sub(r"^(?:do )?not\s+(?:to\s+)?", "", action)
        action = without_hanging(action)
        if (opens_with_action(action) or _YOU_TO.search(before)) and len(action.split()) <= 42:
            return f"{urges} {negative}to {own_words(action)}"
        return self._written(ask, reported)

    def _subject_of(self, ask: Ask) -> str:
        """The senders as a subject; with the letter's addressee where another is to act."""
        who, _ = self._who
        return who if ask.actor == "addressee" or not self.to else f"{who}{self._in_a_letter(self._of(ask))}"

    def _in_a_letter(self, beside: str = "") -> str:
        """ ", in a letter to Secretary Roe,", unless the words beside it name the addressee already."""
        whom = self._whom().rstrip(",")
        told = names(beside, whom) and not SPEAKS.search(beside)
        return f", in a letter to {whom}," if self.to and not told else ""

    def _asking(self, asking: re.Match[str], ask: Ask, action: str) -> str:
        """ "request a briefing on …": the letter's own verb of asking, whatever form it has there."""
        who, many = self._who
        joint = squeeze(asking["joint"] + " " + self.text[asking.end() : ask.act])
        that = "that" if not joint and _HE_DOES.match(action) else ""
        said = " ".join(f"{asking_verb(asking, many)} {joint} {that} {own_words(_AND_TELLS.split(action)[0])}".split())
        said = said.replace(" ,", ",")
        return f"{who}{self._in_a_letter(said)} {said}"

    def _written(self, ask: Ask, reported: bool) -> str:
        who, many = self._who
        whole = trimmed(clause(self._quote(ask))).replace("“", "‘").replace("”", "’")
        if asking := ASKING.match(whole):  # "seeking information on …"
            rest = squeeze(whole[asking.start("joint") :])
            return f"{who}{self._in_a_letter(rest)} {asking_verb(asking, many)} {rest}"
        if ask.act == ask.start and _THING.match(whole) and not BODY_ACTS.match(whole):
            return f"{who} ask{'' if many else 's'} {self._whom()} for {own_words(whole[0].lower() + whole[1:])}"
        if reported:
            if re.match(r"the (?:\w+ )?(?:need|necessity) ", whole):
                return f"{who}{self._in_a_letter(whole)} {'point' if many else 'points'} to {whole}"
            told = re.match(r"[a-z]+ed ", whole)  # "reiterated the need for …"
            return f"{who}{self._in_a_letter(whole)} {whole}" if told else ""
        bare = TO_BE.match(whole) or BODY_ACTS.match(whole) or not _FINITE.search(whole)
        if self.units[ask.order].item and ask.act == ask.start and bare:
            return self._wanted(ask, whole)
        to = f" to {self._whom().rstrip(',')}" if self.to else ""
        if of := written_of(self._quote(ask)):
            to = f" to {self._whom()}" if self.to else ""
            return f"{who} write{'' if many else 's'}{to} {own_words(trimmed(clause(of)))}"
        joint = " of" if re.match(r"the (?:\w+ )?(?:need|necessity)\b", whole) else ":"
        return f"{who} write{'' if many else 's'}{to}{joint} “{whole}”"

    def _wanted(self, ask: Ask, item: str) -> str:
        """ "demand two more nurses of the Board", "recommend to the Board that the rule be deleted": a list's items."""
        who, many = self._who
        verb, joint = {"demand": ("demand", "of "), "recommend": ("recommend", "to ")}.get(ask.strength, ("ask", ""))
        whom = f" {joint}{self._whom()}" if self.to or not joint else ""
        item = "the" + item[3:] if item.startswith("The ") else item
        thing = f"that {item}" if TO_BE.match(item) or BODY_ACTS.match(item) else item if joint else f"for {item}"
        return f"{who} {verb}{'' if many else 's'}{whom} {own_words(thing)}"

    @property
    def matter(self) -> tuple[str, str]:
        """What the letter says it is about, at some length, and the sentence that says so."""
        about, sentence = self._subject
        return (about, sentence) if tells_of_itself(about, sentence) else ("", "")

    @cached_property
    def _subject(self) -> tuple[str, str]:
        return subject_of(self.units, self.text)
