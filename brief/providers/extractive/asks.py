"""What a letter asks, sentence by sentence and item by item: strength, actor, condition and deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from brief.document import Span
from brief.drafts import Strength
from brief.letter.actions import Request, opens_with_action
from brief.letter.deadlines import deadline_phrases
from brief.letter.denied_lists import opposes_below
from brief.letter.duties import named_bodies
from brief.letter.enumerated import numbered, part
from brief.letter.norms import shared
from brief.letter.requests import find_requests
from brief.providers.extractive.leads import (
    ENTITIES,
    PAPERS,
    Lead,
    actor_of,
    end_of_items,
    end_of_names,
    governs,
    lead_of,
)
from brief.providers.extractive.units import Unit, squeezed
from brief.searching import Keyed


@dataclass(frozen=True, slots=True)
class Ask:
    """One action the letter asks for.

    Args:
        start, end: The clause that states it, in characters of the letter's text; `act` where the action begins.
        number: Of the item it stands in, as printed.
        actor: "addressee", or who is named. order: Its unit's place.
        denies: Where the lead-in stands that asks *not* to do it, if one does.
    """

    start: int
    end: int
    act: int
    strength: Strength
    actor: str
    number: str | None
    order: int
    denies: Span | None = None

    def quotes(self, text: str) -> list[str]:
        """Return the words that state it, and those that deny it."""
        own = text[self.start : self.end]
        return [own, self.denies.of(text)] if self.denies else [own]


def find_asks(units: list[Unit], to: str = "") -> list[Ask]:
    """Find what the writers of a letter ask for, each action once, in order.

    Args:
        units: The letter's sentences.
        to: The recipients as a line, so that their side is known when it is named.
    """
    return _Finder(units, to).find()


class _Finder:
    """Reads a letter from sentence to sentence, and keeps what leads in the list that it is in."""

    def __init__(self, units: list[Unit], to: str) -> None:
        self.units = units
        self.to = to
        self.bodies = named_bodies(to) | _proper_names(units)
        self.peers = bool(_PEERS.search(to))
        self.questioned = frozenset(u.item.start for u in units if u.item and u.asks_a_question)
        self.asking = frozenset(u.paragraph for u in units if u.asks_a_question)
        self.asks: list[Ask] = []
        self.lead: Lead | None = None
        self.inside = -1  # where what was read in one piece ends
        self.tells = False  # whether the list is one of what somebody does

    def find(self) -> list[Ask]:
        """Return the asks, each action once, in order."""
        for order, unit in enumerate(self.units):
            if unit.start >= self.inside:
                self._read(unit, order)
        return _first_of_all(_outermost(_without_denials(self.asks)), self.units)

    def _read(self, unit: Unit, order: int) -> None:
        following = self.units[order + 1 : order + 2]
        runs = _runs_into_list(unit, following)
        opposed = unit.leads_in and following and following[0].item and opposes_below(unit.words)
        if opposed or (runs and _HANGS.search(unit.words)):
            self.inside = end_of_items(self.units[order + 1 :], unit)  # what the items say is not asked by itself
            said = _said(unit, self.bodies, unit.opens)[-1:]
            self.asks += [replace(_ask(unit, order, r, self.to), end=self.inside) for r in said]
            return
        unit = replace(unit, words=unit.words + ":") if runs else unit
        if self.lead and not governs(self.lead, unit):
            self.lead = None
        if self.lead and (unit.item or unit.paragraph > self.lead.paragraph):
            self._listed(unit, order, self.lead)
        elif not unit.quoted and (not unit.asks_a_question or _PLEADS.match(unit.words)):
            self._plain(unit, order)
        if unit.leads_in and ENTITIES.search(unit.words):
            self.inside = end_of_names(self.units[order + 1 :], unit)
        elif unit.leads_in and (self.lead is None or unit.item is None):
            self.lead = _within(self.lead, lead_of(unit, self.bodies, self.to), following)

    def _listed(self, unit: Unit, order: int, lead: Lead) -> None:
        """Take what a sentence below a lead-in asks, or all of an item whose parts follow."""
        lead.questioned, lead.asking = self.questioned, self.asking
        lead.marked = lead.marked or unit.item is not None
        parts = _parts_end(self.units, order) if unit.opens and not lead.questions else None
        if parts is None:
            self.asks += _listed(unit, order, lead, self.bodies, self.to)
        else:
            self.asks.append(_whole(unit, order, lead, parts))
            self.inside = parts or self.inside

    def _plain(self, unit: Unit, order: int) -> None:
        """Take what a sentence asks in its own words, or goes on with."""
        if unit.item is None:
            self.tells = unit.leads_in and bool(_TELLS_LIST.search(unit.words))
        asked = unit.opens or (self.lead is not None and not self.lead.questions)
        said = _said(unit, self.bodies, asked and not self.tells)
        said = [r for r in said if r.act > 1] if self.tells and unit.opens else said  # no imperative asks there
        said = said or list(shared(unit.words) if self.peers else ())
        self.asks += _parted(unit, order, [r for r in said if not r.lead or deadline_of(unit.words)], self.to)
        self.asks += _going_on(unit, order, self.asks) if not said else []


def _without_denials(asks: list[Ask]) -> list[Ask]:
    """Leave out the end of a lead-in that denies its items ("take none of the following steps"): they say it each."""
    leads = {a.denies for a in asks if a.denies}
    return [a for a in asks if a.denies or not any(s.start <= a.start < s.end <= a.end + 1 for s in leads)]


def _within(above: Lead | None, own: Lead | None, following: list[Unit]) -> Lead | None:
    """The lead that governs what follows: one among questions that more questions follow leads in questions too."""
    if above and own and above.questions and any(u.asks_a_question for u in following):
        own.questions = True
    return own or above


def _parts_end(units: list[Unit], order: int) -> int | None:
    """Return where the parts of an item end that says nothing without them: "all papers between us and: (a) X"."""
    unit, below = units[order], units[order + 1 : order + 2]
    level = unit.item.level if unit.item else 0
    if not below or below[0].item is None or below[0].item.level <= level or not _needs_parts(unit.words):
        return None
    end = below[0].end
    for nested in units[order + 1 :]:
        if nested.item is None or nested.item.level <= level:
            break
        if "?" in nested.words or (nested.opens and opens_with_action(nested.words)):
            return None  # each part asks for itself
        end = nested.end
    return end


def _needs_parts(words: str) -> bool:
    """Tell a stem that its parts finish ("any letter sent to:") from one that names a thing ("a list, including:")."""
    return words[-1:] not in ":;,.?!" or bool(_UNFINISHED.search(words) or _SCOPE.match(words))


_SCOPE = re.compile(
    r"\W*(?:For|Of|With (?:respect|regard)|As (?:to|for)|In|On|Regarding|Concerning|About|At|If|Wh(?:ere|en))\b"
)
_UNFINISHED = re.compile(
    r"\b(?:of|to|for|with|by|between|from|in|on|at|about|concerning|regarding|"
    r"that|which|who|whom|whose|is|are|was|were|the|an?|any|and|or|either|both|whether|if|when|where)\W*$"
)


def _whole(unit: Unit, order: int, lead: Lead, end: int) -> Ask:
    number = unit.item.number if unit.item else None
    return Ask(unit.start, end, unit.start, lead.strength, lead.actor, number, order, lead.denies)


_TELLS_LIST = re.compile(
    r"\b(?<!you )(?<!Department )(?<!Bureau )(?:cannot|can not|can't|can no longer|able to|unable to)\b[^.]{0,60}:$|"
    r"\b(?:[Ii]t|[Tt]his|[Tt]hey|(?:[Bb]ill|Act|plan|rule|proposal|measure|legislation|amendment|agreement|program|law)s?)"
    r" (?:[a-z]+ ){0,2}?(?:would|will)(?: also)?:$"
)
"""What leads in things that are so, or may be, and not what is asked for: "members cannot:", "it would also:"."""
_PEERS = re.compile(
    r"\b(?:Speaker|Leader|Congressional [Ll]eadership|(?:House|Senate) (?:and Senate )?[Ll]eadership|"
    r"(?:Chair\w*|Ranking Member)\b[^;]*\b(?:Committee|Subcommittee|Appropriations)|"
    r"(?:Committee|Subcommittee|Appropriations) (?:Chair|Ranking)\w*)\b"
)
"""Recipients who sit in a chamber with those who write."""


def _first_of_all(asks: list[Ask], units: list[Unit]) -> list[Ask]:
    """Leave out words of support where the letter asks for anything else."""
    own = [ask for ask in asks if not _backs(units[ask.order].words[: ask.act - units[ask.order].start])]
    return own if any(ask.strength != "recommend" for ask in own) else asks


def _backs(before: str) -> bool:
    return before.endswith(("support ", "support of ", "support for ")) and bool(_BACKS.search(before))


_BACKS = re.compile(r"\b(?:I|[Ww]e)\b[^.;:]*\bsupport (?:(?:of|for) )?$")
_INNER_NAME = re.compile(r"[A-Z](?<=[a-z,] [A-Z])[a-z]{3,}\b(?!s? [a-z]+ (?:must|should))")  # capitals are few
_CALENDAR = """
January February March April June July August September October November December Monday Tuesday Wednesday Thursday
Friday
Saturday Sunday American Americans Members Member
"""
_NO_NAMES = frozenset(_CALENDAR.split())


def _proper_names(units: list[Unit]) -> frozenset[str]:
    """The words that the letter capitalises inside its sentences: countries, companies, bodies."""
    return frozenset(name for unit in units for name in _INNER_NAME.findall(unit.words)) - _NO_NAMES


def _outermost(asks: list[Ask]) -> list[Ask]:
    """Drop what is said within an item that is an ask as a whole."""
    kept: list[Ask] = []
    for ask in asks:
        if ask.end > ask.start and not any(k.start <= ask.start and ask.end <= k.end for k in kept[-3:]):
            kept.append(ask)
    return kept


_QUOTED = re.compile(r'"[^"]*"|(?<=[,:] )"[^"]*$')


_HANGS = re.compile(r"\b(?:until|unless|if|when|where|while|because|which|who|that either|provided that|after|before)$")


# "We urge you to be open. This includes telling the towns what is planned."
_GOES_ON = re.compile(
    r"\W*(?:This|That) (?:also )?(?:includes|means|entails|involves) (?:[a-z]+ly |"
    r"but is not limited to )*(?:\w+ing|steps|measures|actions|efforts)\b"
)


_INCLUDES = re.compile(r"\W*\w+ (?:also )?\w+ (?:but is not limited to )?")


def _going_on(unit: Unit, order: int, asks: list[Ask]) -> list[Ask]:
    """What a sentence adds to the ask that was just made: "This includes telling the towns"."""
    if not asks or asks[-1].order != order - 1 or not _GOES_ON.match(unit.words):
        return []
    act = unit.start + _INCLUDES.match(unit.words).end()  # type: ignore[union-attr]  # both begin alike
    return [replace(asks[-1], start=unit.start, end=unit.end, act=act, order=order)]


_PLEADS = re.compile(r"\W*[Pp]lease,? (?!could|can|would|will)\w+")


_GO_ON = ("; and", ", and", "; or", ", or", "; and/or")


def _runs_into_list(unit: Unit, following: list[Unit]) -> bool:
    """Tell whether a sentence goes on in the items below it: "we demand that the company (a) … (b) …"."""
    if not following or following[0].quoted or not (following[0].opens and following[0].item):
        return False
    beside = unit.item is not None and following[0].item.level <= unit.item.level
    return not beside and unit.words[-1:] not in ".?!;:," and not unit.words.endswith(_GO_ON)


def _said(unit: Unit, bodies: frozenset[str] | None, asked: bool = False) -> list[Request]:
    """The requests of a sentence that are its writers' own: none that stands inside a quotation of somebody else."""
    words, places = squeezed(unit.words) if "  " in unit.words else (unit.words, None)
    found = find_requests(words, bodies, asked)
    if places:
        found = [
            replace(r, start=places[r.start], end=places[r.end - 1] + 1 if r.end else 0, act=places[r.act])
            for r in found
        ]
    if '"' in unit.words:
        found = [_untagged(unit.words, r) for r in found]
    quotes = [m.span() for m in _QUOTED.finditer(unit.words)] if '"' in unit.words else []
    whole = unit.words.startswith('"')
    return [r for r in found if whole or not any(a < r.start and r.act < b for a, b in quotes)]


_TAG = re.compile(
    r'[,.]?"\s*,?\s*(?:(?:they|s?he|[Tt]he [a-z]+|[A-Z][\w. ]{2,40}) (?:\w+ )?)?(?:said|says|wrote|'
    r"writes?|added|continued|concluded|stated)\b"
)


def _untagged(words: str, request: Request) -> Request:
    """Cut who said it off what is asked: "mend the locks," they wrote."""
    tag = _TAG.search(words, request.act, request.end)
    return replace(request, end=tag.start()) if tag else request


def _ask(unit: Unit, order: int, request: Request, to: str) -> Ask:
    number = unit.item.number if unit.item else None
    return Ask(
        unit.start + request.start,
        unit.start + request.end,
        unit.start + request.act,
        request.force,
        actor_of(request.actor, to),
        number,
        order,
    )


def _parted(unit: Unit, order: int, said: list[Request], to: str) -> list[Ask]:
    """The asks of a sentence, an item of its own for each thing it numbers: "we request (1) the log; (2) the map"."""
    marks = numbered(unit.words) if said and unit.item is None else []
    if not marks:
        return [_ask(unit, order, r, to) for r in said]
    pieces = [piece for r in said for piece in part(unit.words, r, marks)]
    return [replace(_ask(unit, order, r, to), number=number) for r, number in pieces]


_ANY = re.compile(r"\W*(?:Any|All|An?|Each|Every|Copies|Records|Documents) (?!of\b)[a-z]")


_HEADING = 7  # words of an item that only heads a question: "3. The gauge at Hale:"
_NO_ASK = re.compile(
    r"\W*(?:(?:on|by|at|in|under|from|for|with|to) (?:what|which|whom|whose)\b|"
    r"(?:I|we) (?:[a-z]+ ){0,3}?(?:thank|appreciate|commend|applaud|look forward)\b|thank you\b|"
    r"(?:how|why|when|where|who)(?:[,;] (?:and|or))?\W*$|(?:(?:take|do|provide) )?(?:the )?following:$)",
    re.IGNORECASE,
)
"""An item that is a question, whatever it ends with, or that only leads in those below it."""


def _listed(unit: Unit, order: int, lead: Lead, bodies: frozenset[str] | None, to: str) -> list[Ask]:
    """The asks of one sentence of a list: the whole item where actions are listed, else what the sentence asks."""
    if (unit.asks_a_question and not _PLEADS.match(unit.words)) or (unit.opens and _NO_ASK.match(unit.words)):
        return []
    asks_below = unit.item is not None and unit.item.start in lead.questioned
    if lead.questions or asks_below or not (unit.opens or unit.item is None):
        named = PAPERS.match(unit.words) or (asks_below and lead.wants and _ANY.match(unit.words))
        if unit.opens and unit.item and named and not (asks_below and lead.questions):
            stop = unit.end if asks_below else unit.item.end
            return [Ask(unit.start, stop, unit.start, lead.strength, lead.actor, unit.item.number, order, lead.denies)]
        own = _said(unit, bodies if not (lead.questions and unit.item) else None, asked=True)
        return _parted(unit, order, [r for r in own if not r.lead], to)
    if unit.item is None and not lead.takes(unit):
        return _parted(unit, order, [r for r in _said(unit, bodies) if not r.lead], to)
    if (
        unit.item
        and unit.words.endswith(":")
        and unit.words.count(" ") < _HEADING
        and not opens_with_action(unit.words)
    ):
        return []
    end = unit.item.end if unit.item else unit.end
    number = unit.item.number if unit.item else None
    return [Ask(unit.start, end, unit.start, lead.strength, lead.actor, number, order, lead.denies)]


_CONDITION = Keyed(
    r"(?:^|,\s|\s)((?:[Ii]f(?! you (?:could|would|can)\b)|[Uu]nless|[Pp]rovided that|[Ss]hould (?:you|the \w+)|"
    r"[Ii]n the event that)\b"
    r"(?:[^,.;:]|\.(?=\w|\s[a-z])){4,160})",
    ("if", "If", "nless", "rovided that", "hould", "n the event that"),
)


def condition_of(words: str) -> str | None:
    """Return the condition that a clause sets for what it asks, in its own words."""
    found = _CONDITION.search(words)
    return found[1].strip() if found else None


def deadline_of(words: str) -> str | None:
    """Return the words of a clause that fix by when, if it has any: none of the condition that it sets."""
    condition = _CONDITION.search(words)
    inside = range(*condition.span(1)) if condition else range(0)
    found = [s for s in deadline_phrases(words) if s.start not in inside]
    return found[0].of(words) if found else None
