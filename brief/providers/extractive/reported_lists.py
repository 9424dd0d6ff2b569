"""The lists of a report: what stands below "they ask the Board to:" and "the options they propose include:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from brief.letter.actions import opens_with_action
from brief.providers.extractive.asks import Ask
from brief.providers.extractive.leads import names_a_thing
from brief.providers.extractive.units import Unit

OPTIONS = re.compile(
    r"^[^.:]*\b(?i:options|recommendations|proposals|steps|actions|reforms|changes|requests|demands|measures)\b"
    r"[^.:]{0,90}\b(?:proposed|recommended|suggested|outlined|requested|urged|sought|called for)\b[^.:]{0,60}:$"
)


_JOINT = re.compile(
    r"(?P<joint>,? (?:and|as well as) |, )(?:for )?(?=(?P<deed>an? (?:[\w-]+ ){0,2}?(?:\w+(?:tion|sion|ment|ing)|"
    r"end|halt|ban|review|study|return|report|list|plan|pause|update|inquiry|probe|audit|response|freeze|repeal|stay|delay|copy)"
    r"\b)|(?:an?|the|any|all|more|full|new|better|answers|information|"
    r"details|(?:additional|further|greater|immediate|robust|adequate|sufficient|clear|prompt|equal|stable|[a-z]+ed))"
    r" [a-z])"
)
_THING = re.compile(r"an? |answers |information |documents |records |details |copies |the ")
_COMPLEMENT = re.compile(r" (?:of|for|on|to|in|into|from|with|through|by|under|about|that|regarding|against) ")
_TOLD_OF = re.compile(
    r"\b(?:is(?! [A-Z])|are|was|were|has|have|had|will|would|could|should|can|may|which|who|"
    r"because|while|as|so|including)\b|[;:]"
)


def in_parts(ask: Ask, unit: Unit, reported: bool) -> list[Ask]:
    """Part an ask for several things: "they request money for a study, more boats for the crews, and …".

    A letter's own (not `reported`) is parted only where semicolons part it: "send a list of A; a list of B; and …".
    """
    words, act, end = unit.words, ask.act - unit.start, ask.end - unit.start
    if not reported or ";" in words[act:end]:
        joints = list(_SEMICOLON.finditer(words, act, end)) if ";" in words[act:end] else []
        one = words[act : joints[0].start()] if joints else ""
        alike = ":" not in one and all(m["head"] in one for m in joints)  # each is another of the same
        return _split(ask, unit, joints) if len(joints) > 1 and alike and joints[-1]["last"] else [ask]
    joints = [] if opens_with_action(words[act:end]) else list(_JOINT.finditer(words, act, end))
    first = next((k for k, m in enumerate(joints) if m["joint"] != ", "), None)  # the series ends there
    two = first == 0 and joints[0]["deed"] and _THING.match(words, act)
    if first is None or not (first or two):
        return [ask]
    joints = joints[: first + 1]
    edges = list(pairwise([act, *(m.end() for m in joints), end]))
    if not all(_COMPLEMENT.search(words, a, b) and not _TOLD_OF.search(words, a, b) for a, b in edges):
        return [ask]  # they share what is said of them
    return _split(ask, unit, joints)


_SEMICOLON = re.compile(r"; (?P<last>(?:and|as well as) )?(?=(?P<head>(?:an?|the|any|all|each|copies of) [a-z]+ ))")


def _split(ask: Ask, unit: Unit, joints: list[re.Match[str]]) -> list[Ask]:
    begins = [ask.start, *(unit.start + m.end() for m in joints)]
    stops = [*(unit.start + m.start() for m in joints), ask.end]
    return [replace(ask, start=a, act=max(a, ask.act), end=stop) for a, stop in zip(begins, stops, strict=True)]


def with_items(lead: Ask, units: list[Unit]) -> list[Ask]:
    """An ask and the items below it; "options that the members propose include:" asks nothing but these."""
    items = list(_items(lead, units))
    words = units[lead.order].words
    return items if items and (OPTIONS.search(words) or _OFFERS.search(words)) else [lead, *items]


_OFFERS = re.compile(r"\b(?:suggest|offer|outline|list|propose|recommend)(?:s|ed)? the following\b[^.:]{0,60}:$")


def _items(lead: Ask, units: list[Unit]) -> Iterator[Ask]:
    """The items of a list that a report's sentence leads in: "they demand answers on:"."""
    if not units[lead.order].words.endswith(":") or lead.end < units[lead.order].end - _JOINED:
        return
    series = True
    for order, unit in enumerate(units[lead.order + 1 :], lead.order + 1):
        if unit.asks_a_question or unit.words.startswith('"'):
            return
        bare = unit.item is None and _may_be_item(unit)
        if not (unit.item or series or bare):
            return
        series = unit.words.endswith((";", "; and", "; or", ",", ", and", "; and,", ", and,"))
        if not (unit.item or series or bare or order > lead.order + 1):
            return
        number = unit.item.number if unit.item else None
        if unit.item is None or unit.opens:
            end = unit.item.end if unit.item else unit.end
            yield replace(lead, start=unit.start, end=end, act=unit.start, number=number, order=order)


_JOINED = 20
"""Characters of the joint between what is asked and its list: " and immediately:", ", including:"."""


def _may_be_item(unit: Unit) -> bool:
    """Tell whether a line without a mark may be a list's: it says what to do, or names a thing."""
    if _LINK.search(unit.words):
        return False
    named = _NAMED.match(unit.words) and names_a_thing(unit.words)
    return bool(named) or opens_with_action(unit.words) or bool(_DOING.match(unit.words))


_LINK = re.compile(r"\b(?i:here|below|letter|click|download)\W*$")
_NAMED = re.compile(
    r"\W*(?:The(?= [a-z])(?! (?:lawmakers|senators|members|letter|delegation|group|coalition|bipartisan)\b)|An?|All|"
    r"Any|Each|Every|Full|Details?|Information|Copies|Documents?|Records|Whether|How|What|Why|When)\b"
)
_DOING = re.compile(r"\W*(?:[A-Z][a-z]+ly )?[A-Z]?[a-z]+ing (?!to\b|is\b|was\b|by\b)[a-z]")
