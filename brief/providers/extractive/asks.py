"""What a letter asks, sentence by sentence and item by item: strength, actor, condition and deadline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from brief.drafts import Strength
from brief.letter.actions import Request, opens_with_action
from brief.letter.deadlines import deadline_phrases
from brief.letter.duties import ADDRESSED, named_bodies
from brief.letter.requests import find_requests
from brief.providers.extractive.units import Unit, squeezed


@dataclass(frozen=True, slots=True)
class Ask:
    """One action the letter asks for.

    Args:
        start, end: The clause that states it, in characters of the letter's text; `act` where the action begins.
        number: Of the item it stands in, as printed.
        actor: "addressee", or who is named. order: Its unit's place.
    """

    start: int
    end: int
    act: int
    strength: Strength
    actor: str
    number: str | None
    order: int


@dataclass
class _Lead:
    """A sentence that leads in a list, while the list lasts."""

    strength: Strength
    actor: str
    questions: bool
    paragraph: int
    marked: bool = False
    wants: bool = False
    seen: int = -1
    reached: int = -1
    series: bool = False
    questioned: frozenset[int] = frozenset()

    def takes(self, unit: Unit) -> bool:
        """Tell whether a paragraph without a marker is an item: an imperative, or one of a series with semicolons."""
        first, self.seen = unit.paragraph != self.seen, unit.paragraph
        ends = unit.words.endswith((";", "; and", "; or", ", and", ","))
        named = _PAPERS.match(unit.words) or (self.wants and _is_noun_phrase(unit.words))
        taken = first and bool(ends or self.series or opens_with_action(unit.words) or named)
        self.series = ends
        return taken


_QUESTIONS = re.compile(r"(?i)\b(?:questions?|inquiries|answers?|respond to the following|know the following)\b")
_OBJECTS = re.compile(
    r"(?i)\b(?:provide|produce|submit|supply|furnish|send|share|information|documents?|materials|records)\b"
)
_CLOSES = re.compile(
    r"^(?:\"?(?:We|I|Thank|Sincerely|If you|As always|In closing|In conclusion|Finally,? we|Should you|"
    r"Please (?:contact|do not|feel|provide your|respond|reply)|The undersigned|Your (?:prompt|timely|immediate))\b)"
)
_PAPERS = re.compile(
    r"\W*(?:All|Any|Unredacted|Each|Every|An?|The|Copies|Documents|Records|Complete|Full|"
    r"Detailed)\b(?: [\w-]+){0,4}? ?(?:documents?|records?|drafts?|copy|copies|communications?|lists?|files?|"
    r"memoranda|correspondence|reports?|information|materials?|statements?|data|explanation|description|accounting|"
    r"breakdown|timeline|summary|update|number)\b"
)
_NOUN_ITEM = re.compile(
    r"^\W*(?:[Aa]ll|[Aa]ny(?: and all)?|[Aa]n?|[Tt]he|[Cc]opies|[Dd]ocuments?|[Rr]ecords|[Dd]etails|[Ii]nformation|"
    r"[Ww]hether|[Hh]ow|[Ww]hat|[Ww]hen|[Ww]hy|[A-Z]\w+)\b"
)


_DETAILS = re.compile(
    r"\W*(?:Additional|Further|Specific|More|Written|Any|All|An?|The) (?:other |relevant )?(?:details?|information|"
    r"analys[ie]s|evidence|assessments?|estimates?|names|dates|amounts?|number) (?:of|on|about|regarding|concerning|"
    r"for|related)\b"
)
_FINITE = re.compile(
    r"\b(?:(?P<joint>how|that|which|who|whether|what|when|where|if|why)|is|are|was|were|has|have|had|will|would|"
    r"must|should|can|may|continues?|remains?|we|I)\b"
)


def _is_noun_phrase(words: str) -> bool:
    """Tell whether a paragraph names a thing, as the items of a list do: it has no verb but in a clause within it."""
    if words.endswith(":"):
        return False
    if _DETAILS.match(words):
        return True
    finite = _FINITE.search(words)
    return bool(_NOUN_ITEM.match(words)) and (finite is None or bool(finite["joint"]))


def find_asks(units: list[Unit], to: str = "") -> list[Ask]:
    """Find what the writers of a letter ask for, each action once, in order.

    Args:
        units: The letter's sentences.
        to: The recipients as a line, so that their side is known when it is named.
    """
    bodies = named_bodies(to) | _proper_names(units)
    lead: _Lead | None = None
    asks: list[Ask] = []
    inside = -1
    questioned = frozenset(u.item.start for u in units if u.item and u.asks_a_question)
    for order, unit in enumerate(units):
        if unit.start < inside:
            continue
        runs = _runs_into_list(unit, units[order + 1 : order + 2])
        if runs and _HANGS.search(unit.words):
            inside = _end_of_items(units[order + 1 :], unit)
            asks += [replace(_ask(unit, order, r, to), end=inside) for r in _said(unit, bodies, unit.opens)][-1:]
            continue
        unit = replace(unit, words=unit.words + ":") if runs else unit
        if lead and not _governs(lead, unit):
            lead = None
        if lead and (unit.item or unit.paragraph > lead.paragraph):
            lead.questioned = questioned
            lead.marked = lead.marked or unit.item is not None
            asks += _listed(unit, order, lead, bodies, to)
        elif not unit.quoted and (not unit.asks_a_question or _PLEADS.match(unit.words)):
            said = _said(unit, bodies, unit.opens or (lead is not None and not lead.questions))
            asks += [_ask(unit, order, r, to) for r in said if not r.lead or deadline_of(unit.words)]
            asks += _going_on(unit, order, asks) if not said else []
        if unit.leads_in and _ENTITIES.search(unit.words):
            inside = _end_of_names(units[order + 1 :], unit)
        elif unit.leads_in and (lead is None or unit.item is None):
            lead = _lead(unit, bodies, to) or lead
    return _first_of_all(_outermost(asks), units)


def _first_of_all(asks: list[Ask], units: list[Unit]) -> list[Ask]:
    """Leave out words of support where the letter asks for anything else."""
    own = [ask for ask in asks if not _BACKS.search(units[ask.order].words[: ask.act - units[ask.order].start])]
    return own or asks


_BACKS = re.compile(r"\b(?:I|[Ww]e)\b[^.;:]*\bsupport (?:(?:of|for) )?$")
_INNER_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?!s? [a-z]+ (?:must|should))")
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


_QUOTED = re.compile(r'"[^"]*"')


_HANGS = re.compile(r"\b(?:until|unless|if|when|where|while|because|which|who|that either|provided that|after|before)$")


def _end_of_items(units: list[Unit], above: Unit) -> int:
    """Where the items that finish a sentence end: those of the first one's level, below the item it stands in."""
    first = units[0].item
    end = units[0].end
    for unit in units:
        if unit.item is None or first is None or unit.item.level < first.level or unit.item == above.item:
            break
        end = unit.end
    return end


def _end_of_names(units: list[Unit], above: Unit) -> int:
    """Where a list ends that only names whom or what an item speaks of."""
    end = above.end
    level = above.item.level if above.item else 0
    if units and units[0].item and units[0].item.level > level:
        return _end_of_items(units, above)
    for unit in units:
        if unit.leads_in or (unit.item is None) != (units[0].item is None):
            break
        end = unit.end
        if not unit.words.endswith((";", "; and", "; or", ",", ", and", ", or")):
            break
    return end


# "We urge you to be open. This includes telling the towns what is planned."
_GOES_ON = re.compile(
    r"\W*(?:This|That) (?:also )?(?:includes|means|entails|involves) (?:[a-z]+ly |"
    r"but is not limited to )*(?:\w+ing|steps|measures|actions|efforts)\b"
)


def _going_on(unit: Unit, order: int, asks: list[Ask]) -> list[Ask]:
    """What a sentence adds to the ask that was just made: "This includes telling the towns"."""
    if not asks or asks[-1].order != order - 1 or not _GOES_ON.match(unit.words):
        return []
    return [replace(asks[-1], start=unit.start, end=unit.end, act=unit.start, order=order)]


_PLEADS = re.compile(r"\W*[Pp]lease,? (?!could|can|would|will)\w+")


def _runs_into_list(unit: Unit, following: list[Unit]) -> bool:
    """Tell whether a sentence goes on in the items below it: "we demand that the company (a) … (b) …"."""
    return bool(following) and following[0].opens and not following[0].quoted and unit.words[-1:] not in ".?!;:,"


def _said(unit: Unit, bodies: frozenset[str] | None, asked: bool = False) -> list[Request]:
    """The requests of a sentence that are its writers' own: none that stands inside a quotation of somebody else."""
    words, places = squeezed(unit.words) if "  " in unit.words else (unit.words, None)
    found = find_requests(words, bodies, asked)
    if places:
        found = [
            replace(r, start=places[r.start], end=places[r.end - 1] + 1 if r.end else 0, act=places[r.act])
            for r in found
        ]
    quotes = [m.span() for m in _QUOTED.finditer(unit.words)] if '"' in unit.words else []
    whole = unit.words.startswith('"')
    return [r for r in found if whole or not any(a < r.start and r.act < b for a, b in quotes)]


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


_WORDS = re.compile(r"[A-Za-z]{3,}")
_NOT_NAMES = frozenset(["united", "states", "department", "secretary", "honorable", "office", "president"])


def actor_of(named: str, to: str) -> str:
    """Tell who is to act: "addressee" for the reader of the letter and their house, else as named."""
    words = {w.lower() for w in _WORDS.findall(named)} - {"the", "and"}
    if not named.strip() or words & {"you", "your"} or ADDRESSED.fullmatch(named.strip()):
        return "addressee"
    known = {w.lower() for w in _WORDS.findall(to)} - _NOT_NAMES
    return "addressee" if words & known else named.strip()


_ENTITIES = re.compile(
    r"\bfollowing (?:[\w/-]+ ){0,3}?(?:entities|terms|words|categories|names|products|persons|people|individuals|"
    r"agencies|companies|organizations|offices|officials|members|cities|countries|states|parties|recipients|topics|"
    r"dates)\b|\bfor each of the following\b"
)


_ACTIONS_BELOW = re.compile(
    r"^(?!.*\b(?:has|have|had|took|taken|made|identified|found|did|was|were)\b).*\b(?:following|these|several|some|"
    r"\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ ){0,2}?(?:actions|steps|measures|recommendations|"
    r"reforms|changes|policies|priorities|requests|things)\b[^.]{0,170}[.:]$"
)


_REASONS = re.compile(
    r"\b(?:reasons|benefits|advantages|strengths|facts|findings|examples|because|capabilities|assets)\b[^:]{0,60}:$"
)


def _lead(unit: Unit, bodies: frozenset[str] | None, to: str) -> _Lead | None:
    if _REASONS.search(unit.words):
        return None
    requests = find_requests(unit.words, bodies)
    asked = requests[-1] if requests else None
    questions = bool(_QUESTIONS.search(unit.words))
    if asked is None and not questions:
        return _Lead("recommend", "addressee", False, unit.paragraph) if _ACTIONS_BELOW.match(unit.words) else None
    strength: Strength = asked.force if asked else "request"
    actor = actor_of(asked.actor, to) if asked else "addressee"
    return _Lead(strength, actor, questions, unit.paragraph, wants=bool(_OBJECTS.search(unit.words)))


def _governs(lead: _Lead, unit: Unit) -> bool:
    """Tell whether the list that `lead` announced still goes on at `unit`."""
    if unit.item or unit.paragraph in (lead.paragraph, lead.reached):
        return True
    lead.reached = unit.paragraph
    return not (lead.marked or _CLOSES.match(unit.words))


def _listed(unit: Unit, order: int, lead: _Lead, bodies: frozenset[str] | None, to: str) -> list[Ask]:
    """The asks of one sentence of a list: the whole item where actions are listed, else what the sentence asks."""
    if unit.asks_a_question and not _PLEADS.match(unit.words):
        return []
    asks_below = unit.item is not None and unit.item.start in lead.questioned
    if lead.questions or asks_below or not (unit.opens or unit.item is None):
        if unit.opens and unit.item and not asks_below and _PAPERS.match(unit.words):
            return [Ask(unit.start, unit.item.end, unit.start, lead.strength, lead.actor, unit.item.number, order)]
        own = _said(unit, bodies if not (lead.questions and unit.item) else None, asked=True)
        return [_ask(unit, order, r, to) for r in own if not r.lead]
    if unit.item is None and not lead.takes(unit):
        return [_ask(unit, order, r, to) for r in _said(unit, bodies) if not r.lead]
    end = unit.item.end if unit.item else unit.end
    number = unit.item.number if unit.item else None
    return [Ask(unit.start, end, unit.start, lead.strength, lead.actor, number, order)]


_CONDITION = re.compile(
    r"(?:^|,\s|\s)((?:[Ii]f|[Uu]nless|[Pp]rovided that|[Ss]hould (?:you|the \w+)|[Ii]n the event that)\b"
    r"(?:[^,.;:]|\.(?=\w|\s[a-z])){4,160})"
)


def condition_of(words: str) -> str | None:
    """Return the condition that a clause sets for what it asks, in its own words."""
    found = _CONDITION.search(words)
    return found[1].strip() if found else None


def deadline_of(words: str) -> str | None:
    """Return the words of a clause that fix by when, if it has any."""
    found = deadline_phrases(words)
    return found[0].of(words) if found else None
