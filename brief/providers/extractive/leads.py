"""Sentences that lead in a list: what governs the items below them, and where the list ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from brief.document import Span
from brief.drafts import Strength
from brief.letter.actions import opens_with_action
from brief.letter.denied_lists import denies_below
from brief.letter.duties import ADDRESSED
from brief.letter.requests import find_requests
from brief.providers.extractive.units import Unit


@dataclass
class Lead:
    """A sentence that leads in a list, while the list lasts.

    Args:
        strength, actor: How strongly, and of whom, the items are asked.
        questions: It leads in questions; wants: it asks for things, so that an item may be a bare noun phrase.
        paragraph: Its place; `reached` and `seen` the last paragraphs found to be governed and looked at.
        level: The nesting of its first item; an item above that is of another list.
        marked: An item with a marker was seen; series: the last item ended as one of a series.
        questioned: Where the items begin that hold a question; asking: the paragraphs that hold one.
        denies: Where it stands, if it asks not to do what the items name ("We urge you not to:").
    """

    strength: Strength
    actor: str
    questions: bool
    paragraph: int
    marked: bool = False
    wants: bool = False
    seen: int = -1
    reached: int = -1
    level: int = 0
    series: bool = False
    questioned: frozenset[int] = frozenset()
    asking: frozenset[int] = frozenset()
    denies: Span | None = None

    def takes(self, unit: Unit) -> bool:
        """Tell whether a paragraph without a marker is an item: an imperative, or one of a series with semicolons."""
        first, self.seen = unit.paragraph != self.seen, unit.paragraph
        ends = unit.words.endswith((";", "; and", "; or", ", and", ","))
        things = self.wants and unit.paragraph not in self.asking  # there it only leads up to the question
        named = PAPERS.match(unit.words) or (things and names_a_thing(unit.words))
        goes_on = self.series and not _TELLS.search(unit.words)
        taken = first and bool(ends or goes_on or opens_with_action(unit.words) or named)
        self.series = ends
        return taken


_QUESTIONS = re.compile(r"(?i)\b(?:questions?|inquiries|answers?|respond to the following|know the following)\b")
_OBJECTS = re.compile(
    r"(?i)\b(?:provide|produce|submit|supply|furnish|send|share|information|documents?|materials|records|determine|examine|"
    r"explain|describe|identify|clarify)\b"
)
_CLOSES = re.compile(
    r"^(?:\"?(?:We|I|Thank|Sincerely|If you|As always|In closing|In conclusion|Finally,? we|Should you|"
    r"Please (?:contact|do not|feel|provide your|respond|reply)|The undersigned|Your (?:prompt|timely|immediate))\b)"
)
PAPERS = re.compile(
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
    r"\b(?:(?P<joint>[Hh]ow|[Ww]hether|[Ww]hat|[Ww]hy|[Ww]hen|that|which|who|whether|what|when|where|if|why)|is|are|was|were|has|have|had|will|would|"
    r"must|should|can|may|continues?|remains?|we|I)\b"
)


_FOR_EXAMPLE = re.compile(r"\b(?:including|such as|not limited to)(?:,? but (?:is |are )?not limited to)?:$")
"""The end of an item that names a thing and then, below it, parts of the thing."""


def names_a_thing(words: str) -> bool:
    """Tell whether a paragraph names a thing, as the items of a list do: it has no verb but in a clause within it."""
    if words.endswith(":") and not _FOR_EXAMPLE.search(words):
        return False
    if _DETAILS.match(words):
        return True
    finite = _FINITE.search(words)
    return bool(_NOUN_ITEM.match(words)) and (finite is None or bool(finite["joint"]))


_TELLS = re.compile(
    r"^[A-Z][\w ]{3,50}? (?:has|have|had|is|are|was|were) (?:become|been|a|the|very|increasingly|\w+ed)\b[^;]*\.$"
)
"""A sentence that tells what is so, where items say what to do."""
_WORDS = re.compile(r"[A-Za-z]{3,}")
_NOT_NAMES = frozenset(["united", "states", "department", "secretary", "honorable", "office", "president"])


def actor_of(named: str, to: str) -> str:
    """Tell who is to act: "addressee" for the reader of the letter and their house, else as named."""
    words = {w.lower() for w in _WORDS.findall(named)} - {"the", "and"}
    if not named.strip() or words & {"you", "your"} or ADDRESSED.fullmatch(named.strip()):
        return "addressee"
    known = {w.lower() for w in _WORDS.findall(to)} - _NOT_NAMES
    return "addressee" if words & known else named.strip()


_GENERAL = frozenset(
    ["the", "and", "its", "for", "department", "agency", "bureau", "office", "commission", "administration", "national",
     "federal", "united", "states", "american", "secretary", "administrator", "director", "committee", "board",
     "service", "council", "leadership"]
)  # fmt: skip
"""Words that many a house has in its name."""


def of_house(named: str, offices: str) -> bool:
    """Tell whether who is named is the house of the one addressee, as the office shows: "CISA" of its director.

    Args:
        named: Who is to act, in the letter's words. offices: Of those written to; two houses are told apart by name.
    """
    own = {w.lower() for w in _WORDS.findall(named)} - _GENERAL
    return ";" not in offices and bool(own) and own <= {w.lower() for w in _WORDS.findall(offices)}


ENTITIES = re.compile(
    r"\bfollowing (?:[\w/-]+ ){0,3}?(?:entities|terms|words|categories|names|products|persons|people|individuals|"
    r"agencies|companies|organizations|offices|officials|members|cities|countries|states|parties|recipients|topics|"
    r"dates)\b|\bfor each of the following\b|"
    r"\b(?:for|about|regarding|at|in) the following (?!(?:\w+ )?(?:questions|requests|items|documents|records|topics|"
    r"steps|actions|points|issues|matters|concerns|inquiries|reasons|ways|terms|materials|details)\b)"
    r"(?:[\w/-]+ ){0,2}[a-z]+s[.:]$"
)


_ACTIONS_BELOW = re.compile(
    r"^(?!.*\b(?:has|have|had|took|taken|made|identified|found|did|was|were)\b).*\b(?:following|these|several|some|"
    r"\d+|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ ){0,2}?(?:actions|steps|measures|recommendations|"
    r"reforms|changes|policies|priorities|requests|things)\b[^.]{0,170}[.:]$"
)


_TO_AGREE = re.compile(
    r"(?P<who>(?:[Tt]he |[Yy]our )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,4}|[Yy]our? ?[a-z]*) (?P<modal>should|must) "
    r"(?:[a-z]+ ){1,3}to:$"
)
"""Who is to agree, or commit, to the items below: "the League should agree to:"."""


_REASONS = re.compile(
    r"\b(?:reasons|benefits|advantages|strengths|facts|findings|examples|because|capabilities|assets)\b[^:]{0,60}:$"
)


_WANTED_BELOW = re.compile(
    r"\b(?:I|[Ww]e|[Oo]ur (?:clients?|members)) (?:[a-z]+ ){0,2}?(?:need|require|want|seek|would like)s? "
    r"(?:[\w-]+ ){0,4}?(?:the following|these)\b[^.]{0,80}:$|"
    r"\b(?:I|[Ww]e|[Oo]ur (?:clients?|members)) (?:[a-z]+ ){0,2}?(?:require|instruct|demand|want|need)s? (?:of )?"
    r"(?:the |that )?[A-Z][^:]{0,80}:$|\b[Kk]indly (?:also )?[a-z]+\b[^.:]{0,60}:$|"
    r"\b(?:[Cc]ould|[Ww]ould|[Cc]an|[Ww]ill) you(?: please| kindly| also)*(?: (?:tell|send|give) (?:us|me))?:$"
)
"""What leads in a list of things wanted with no verb of asking: "We still need the following:", "Could you please:"."""


def lead_of(unit: Unit, bodies: frozenset[str] | None, to: str) -> Lead | None:
    """Read what a sentence that announces a list asks of its items, or return None if it asks nothing.

    Args:
        unit: The sentence.
        bodies: Words that name the addressee's side; None leaves "must" and "should" aside.
        to: The recipients as a line.
    """
    if _REASONS.search(unit.words):
        return None
    words = unit.words.capitalize() if unit.words.isupper() else unit.words
    requests = find_requests(words, bodies)
    asked = requests[-1] if requests else None
    questions = bool(_QUESTIONS.search(unit.words))
    if asked is None and _WANTED_BELOW.search(unit.words):
        return Lead("request", "addressee", questions, unit.paragraph, wants=True)
    if asked is None and words.endswith("to:") and (duty := _TO_AGREE.search(words)):
        return Lead(
            "demand" if duty["modal"] == "must" else "recommend", actor_of(duty["who"], to), False, unit.paragraph
        )
    denies = Span(unit.start, unit.end) if denies_below(words) else None
    if asked is None and denies and words.startswith(("Do not", "Don’t", "Don't")):
        return Lead("request", "addressee", False, unit.paragraph, denies=denies)
    if asked is None and not questions:
        return Lead("recommend", "addressee", False, unit.paragraph) if _ACTIONS_BELOW.match(unit.words) else None
    strength: Strength = asked.force if asked else "request"
    actor = actor_of(asked.actor, to) if asked else "addressee"
    return Lead(strength, actor, questions, unit.paragraph, wants=bool(_OBJECTS.search(unit.words)), denies=denies)


def governs(lead: Lead, unit: Unit) -> bool:
    """Tell whether the list that `lead` announced still goes on at `unit`."""
    if unit.item:
        lead.level = lead.level or unit.item.level
        return unit.item.level >= lead.level  # "II. …" above the list of letters goes on with what stood before it
    if unit.paragraph in (lead.paragraph, lead.reached):
        return True
    lead.reached = unit.paragraph
    return not (lead.marked or _CLOSES.match(unit.words))


def end_of_items(units: list[Unit], above: Unit) -> int:
    """Where the items that finish a sentence end: those of the first one's level, below the item it stands in."""
    first = units[0].item
    end = units[0].end
    for unit in units:
        if unit.item is None or first is None or unit.item.level < first.level or unit.item == above.item:
            break
        end = unit.end
    return end


_NAME = 5  # words of a paragraph that is but a name


def end_of_names(units: list[Unit], above: Unit) -> int:
    """Where a list ends that only names whom or what an item speaks of."""
    end = above.end
    level = above.item.level if above.item else 0
    if units and units[0].item and units[0].item.level > level:
        return end_of_items(units, above)
    for unit in units:
        if unit.leads_in or (unit.item is None) != (units[0].item is None):
            break
        end = unit.end
        bare = unit.words.count(" ") < _NAME and unit.words[-1:] not in ".?!" and unit.words[:1].isupper()
        if not bare and not unit.words.endswith((";", "; and", "; or", ",", ", and", ", or")):
            break
    return end
