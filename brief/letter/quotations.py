"""Quotations in a release: where they stand, who speaks, and whether the words are the letter's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from brief.document import Span
from brief.letter.lines import Paragraph
from brief.letter.names import BRACKETED, RUN
from brief.letter.speakers import named_before, speaker_name
from brief.letter.telling import sentences_of

QuotedFrom = Literal["letter", "press"]

_SPOKE = (
    r"(?:said|saying|says|say|added|adds|continued|continues|concluded|concludes|stated|explained|explains|"
    r"noted|notes|"
    r"remarked|declared|commented|"
    r"argued|emphasized|warned|insisted|tweeted|stressed|shared|reiterated|observed|replied|responded|testified|"
    r"announced|closed|began|told)"
)
_WROTE = (
    r"(?:wrote|writes?|co-?wrote|penned|reads?|letter (?:states?|says?|stated|said|continue[sd]|conclude[sd]|"
    r"notes|noted|adds|added|explains|argues|warns))"
)
_VERB = rf"(?P<verb>(?:also |further |then |went on to )?(?:{_WROTE}|{_SPOKE}))\b"
_GROUP = (
    r"(?:the |these |both |all )?(?:(?:\w+ )?(?:group|coalition|delegation)(?: of \w+)?|"
    r"(?:\w+[ -]){0,3}(?:senators|lawmakers|members|representatives|"
    r"signers|signatories|legislators|attorneys general|congress(?:men|women|members)|letter|colleagues|duo|"
    r"pair|trio|governors|chairs|leaders)"
    r"(?: of congress)?|they)"
)
_BACK = (
    r"(?:he|she|the (?:senior |junior )?(?:senator|congressman|congresswoman|congressmember|representative|"
    r"chairman|chairwoman|chair|governor|ranking member|attorney general))"
)
_AFTER = re.compile(
    rf"[\s,—–\-…*]*(?:{_VERB}[:,]?\s+(?:in (?:the|their|his|her) letter(?: to)?,?\s+)?(?P<who>(?i:{_GROUP}|"
    rf"{_BACK})\b|[^“”\"]{{0,200}})"
    rf"|(?P<who2>(?i:{_GROUP}|{_BACK})\b|(?:{RUN}(?:,? and |, )?){{1,4}}[^“”\".]{{0,60}}?)"
    rf"\s+{_VERB.replace('verb', 'verb2')})",
)
_BEFORE = re.compile(rf"{_VERB}(?:[^.“”\"]{{0,90}})?[,:]?\s*$")
_DASH = re.compile(rf"\s*(?:[—–]|-{{1,2}})\s*(?P<who>{RUN}[^“”\"\n]{{0,160}})$")
_ACCORDING = re.compile(r"\baccording to (?P<who>[^“”\"]{3,120}?),?\s*$", re.IGNORECASE)
_MARKS = re.compile(r"[“”\"„]")
_WRITTEN = re.compile(r"\b(?:letter|wrote|writ(?:es?|ing))\b")
_LETTERLIKE = re.compile(
    r"\b(?:[Ww]e|I)(?: are)? writ(?:e|ing)\b|\bDear\b|\byour (?:agency|department|administration|office|company|"
    r"letter|leadership)\b"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in one paragraph.

    Args:
        start, end: The words between its outermost marks.
        pieces: The quoted stretches within, without marks and without "said X".
        speaker: Who says it, with title, as stated; "" if the text names nobody.
        origin: `letter` if they are words of the letter, `press` if said to the press.
        group: The speaker is a group ("the senators") or the letter itself.
    """

    start: int
    end: int
    pieces: tuple[Span, ...]
    speaker: str
    origin: QuotedFrom
    group: bool = False
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words beside a quotation tell of its speaker."""

    who: str
    verb: str
    end: int
    group: bool = False
    back: bool = False


def quoted_stretches(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches between quotation marks in one paragraph; an unclosed one runs to its end."""
    found: list[Span] = []
    opened: int | None = None
    within = 0
    for mark in _MARKS.finditer(text, start, end):
        at = mark.start()
        if _opens(text, at, start, end, opened):
            within += opened is not None
            opened = at + 1 if opened is None else opened
        elif within:
            within -= 1
        elif opened is not None:
            found.append(Span(opened, at))
            opened = None
        elif mark[0] == "”" and at - (found[-1].end if found else start) > 80:
            found.append(Span(_after_speaker(text, found[-1].end + 1 if found else start, at), at))
    if opened is not None and end - opened > 20:
        found.append(Span(opened, end))
    return [s for s in found if s.end > s.start]


def _opens(text: str, at: int, start: int, end: int, opened: int | None) -> bool:
    if text[at] in "“„":
        return True
    if text[at] == "”":
        return opened is None and at == start
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if opened is None:
        return not after.isspace()
    return before.isspace() and not after.isspace()


_SPEAKER_OVER = re.compile(
    r"[^“”]{3,90}?[a-z)](?<!Rep)(?<!Sen)(?<!Reps)(?<!Sens)(?<!Gov)(?<!Dr)(?<!Mr)(?<!Ms)\.\s+(?=[A-Z])"
)


def _after_speaker(text: str, start: int, end: int) -> int:
    """Return where quoted words begin whose opening mark is missing: after "said X.", else at the start."""
    found = _SPEAKER_OVER.match(text, start, end)
    return found.end() if found else start


def quotations(text: str, release: Iterable[tuple[int, Paragraph]]) -> Iterator[Quotation]:
    """Yield the attributed quotations of a release, in order.

    Args:
        text: The document's text.
        release: Its release paragraphs with their numbers.
    """
    last: Quotation | None = None
    previous = ""
    release = list(release)
    unmarked = not any(s.end - s.start >= _LONG for _, p in release for s in quoted_stretches(text, p.start, p.end))
    for number, paragraph in release:
        if unmarked:
            for one in _without_marks(text, paragraph, last):
                last = replace(one, paragraph=number)
                yield last
            continue
        stretches = quoted_stretches(text, paragraph.start, paragraph.end)
        if stretches:
            stated = "statement" in previous[-160:]
            for one in _of_paragraph(text, paragraph, stretches, last, previous):
                if stated and one.group and one.origin == "letter" and not _WRITTEN.search(previous):
                    continue  # a joint statement to the press, by nobody in particular
                last = replace(one, paragraph=number)
                yield last
        previous = text[max(paragraph.start, paragraph.end - 400) : paragraph.end]


def _of_paragraph(
    text: str, paragraph: Paragraph, stretches: list[Span], last: Quotation | None, previous: str
) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph: stretches with one speaker belong together."""
    group: list[Span] = []
    said: _Said | None = None
    for i, stretch in enumerate(stretches):
        left = stretches[i - 1].end + 1 if i else paragraph.start
        right = stretches[i + 1].start - 1 if i + 1 < len(stretches) else paragraph.end
        own = _attribution(text, left, stretch, right)
        if own and said and own.who and own.who != said.who and not own.back and _before_only(own, stretch):
            yield from _quotation(text, group, said, last)
            group, said = [], None
        if own or group or (i == 0 and _whole(paragraph, stretches)):
            group.append(stretch)
        said = said or own
    if group and said:
        yield from _quotation(text, group, said, last)
    elif group:
        yield from _continued(group, last, previous)


def _without_marks(text: str, paragraph: Paragraph, last: Quotation | None) -> Iterator[Quotation]:
    """Yield what is quoted in a paragraph of a page that has lost its quotation marks: "It must end, said X. We …"."""
    at = paragraph.start
    for sentence in sentences_of(text, paragraph.start, paragraph.end):
        if sentence.start < at:
            continue
        told = _told_in(text, sentence)
        if told:
            said, comma = told
            rest = _rest(text, sentence.end, paragraph.end, said.who, len(paragraph) > _FLAT)
            group = [Span(sentence.start, comma), *rest]
            at = group[-1].end
            for one in _quotation(text, group, said, last):
                last = one
                yield one


def _told_in(text: str, sentence: Span) -> tuple[_Said, int] | None:
    """Return who says a sentence without quotation marks, and where the words end: "It must end, said X."."""
    end = sentence.end - len(sentence.of(text)) + len(sentence.of(text).rstrip())
    for comma in _COMMA.finditer(text, sentence.start + 12, end):
        if not _SAYS.search(text, comma.start(), min(end, comma.start() + _SAID_REACH)):
            continue
        after = _AFTER.match(text, comma.start(), end)
        if not after or not _SAID_WHEN.match(text, after.end() - 1):
            continue
        said = _said(after["who"] or after["who2"] or "", after["verb"] or after["verb2"], after.end())
        if said and _IN_A_LETTER.search(text, comma.start(), end):
            said = replace(said, verb="wrote")
        if said:
            return said, comma.start()
    return None


_LONG = 25  # characters between quotation marks: fewer are a title or a word of somebody's
_FLAT = 1500  # characters: a paragraph so long is a page that has lost its line breaks
_SAYS = re.compile(_VERB)
_SAID_REACH = (
    400  # characters in which "…, X, chairman of the …, said" has its verb; lists of names go on for thousands
)
_COMMA = re.compile(r",\s+(?=[a-z]|[A-Z])")
_IN_A_LETTER = re.compile(
    r"\b(?:[Ii]n (?:(?:a|an|the|their|his|her|its|this|today's|today’s) (?:[\w-]+,? ){0,4}?|\w+ )letter\b|"
    r"wrote to\b)"
)
_SAID_WHEN = re.compile(
    r".?\s*(?:today|yesterday|(?:on )?[A-Z][a-z]+day|(?:in|during|at|to) (?:an?|the|their|his|her) [^.,]{4,90})?"
    r"(?<=[\w)])[.,]|[.,]"
)


def _rest(text: str, start: int, end: int, who: str, flat: bool) -> Iterator[Span]:
    """Yield what follows "said X." in its paragraph, up to where the release speaks again itself.

    Where the page has lost its line breaks (`flat`), only sentences that speak as "we" are taken.
    """
    surname = who.split()[-1] if who else ""
    stop = start
    for sentence in sentences_of(text, start, end):
        words = text[sentence.start : sentence.end]
        if re.search(r"\bletter\b|\bavailable\b|\bhere\.", words) or (surname and surname in words.split()):
            break
        if _told_in(text, sentence) or (flat and not _WE.search(words)):
            break
        stop = sentence.end
    piece = text[start:stop]
    if len(piece.strip()) > 20:
        yield Span(start + len(piece) - len(piece.lstrip()), stop - len(piece) + len(piece.rstrip()))


_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|me)\b")


def _before_only(own: _Said, stretch: Span) -> bool:
    return own.end <= stretch.start or own.end > stretch.end


def _whole(paragraph: Paragraph, stretches: list[Span]) -> bool:
    """Tell whether a paragraph is nothing but quotation."""
    inside = sum(s.end - s.start for s in stretches)
    return stretches[0].start - paragraph.start <= 2 and inside >= 0.9 * len(paragraph) - 4


def _attribution(text: str, left: int, stretch: Span, right: int) -> _Said | None:
    after = _AFTER.match(text, stretch.end + 1, right)
    if after:
        who = _FIRST_SENTENCE.split(after["who"] or after["who2"] or "", maxsplit=1)[0]
        verb = after["verb"] or after["verb2"]
        return _said(
            who, "wrote" if _WROTE_SO.match(text, after.end()) or _IN_A_LETTER.search(who) else verb, after.end()
        )
    before = _BEFORE.search(text, max(left, stretch.start - 220), max(left, stretch.start - 1))
    if before and (text[stretch.start].isupper() or stretch.start - before.end("verb") < 12):
        clause = _last_sentence(text[max(left, before.start() - 240) : before.start()])
        opening = _LETTER_FIRST.match(clause)
        verb = "wrote" if opening or _IN_A_LETTER.search(before[0]) else before["verb"]
        return _said(clause[opening.end() :] if opening else clause, verb, before.end(), before=True)
    inside = _SIGNED_INSIDE.search(text, stretch.start, stretch.end)
    if inside:
        return _said(inside["who"], "said", inside.end())
    dash = _DASH.match(text, stretch.end + 1, right)
    if dash:
        return _said(dash["who"], "said", dash.end())
    told = _ACCORDING.search(text, left, max(left, stretch.start - 1))
    return _said(told["who"], "said", told.end()) if told else None


_SIGNED_INSIDE = re.compile(
    rf"[.!?]\s*[—–-]{{1,2}}\s*(?P<who>(?:Rep|Sen|Gov|Dr|Congress(?:man|woman)|Senator)\.?\s{RUN})\W*$"
)
_FIRST_SENTENCE = re.compile(
    r"(?<=[a-z)][a-z)][.!?])(?<!Sen\.)(?<!Rep\.)(?<!Gov\.)(?<!Dr\.)(?<!Mr\.)(?<!Ms\.)(?<!Jr\.)\s+(?=[A-Z])"
)


_WROTE_SO = re.compile(r"\s*(?:,\s+)?in (?:a|an|the|their|his|her) (?:[\w-]+ ){0,3}letter\b")
_LETTER_FIRST = re.compile(r"\W*In (?:a|an|the|their|his|her|its|this|today[’']s) (?:[\w-]+ ){0,4}?letter\b[^,]*,\s*")


def _last_sentence(clause: str) -> str:
    found = sentences_of(clause, 0, len(clause))
    return found[-1].of(clause) if found else clause


def _said(who: str, verb: str, end: int, before: bool = False) -> _Said | None:
    who = who.strip(" ,\n")
    if "letter" in verb or _OF_LETTER.search(who):
        return _Said("", "wrote", end, group=True)
    back = _BACK_FIRST.match(who)
    named = speaker_name(who[back.end() :] if back else who)
    if back and not BRACKETED.search(who):
        return _Said(named, verb, end, back=not named)
    if (_PAIR_LAST.search(who) if before else _PAIR_FIRST.match(who)) and not BRACKETED.search(who):
        return _Said("", verb, end, group=True)
    group = _GROUP_LAST.search(who) if before else _GROUP_FIRST.match(who)
    if group and (before or not named):
        return _Said("", verb, end, group=True)
    return _Said(named, verb, end) if named else None


_OF_LETTER = re.compile(r"\bletter\b[^,]{0,30}$|^(?:the|their|his|her) letter\b", re.IGNORECASE)
_BACK_FIRST = re.compile(rf"{_BACK}\b", re.IGNORECASE)
_PAIR = r"[A-Z][\w’'-]+ and [A-Z][\w’'-]+"
_PAIR_FIRST = re.compile(rf"{_PAIR}\W*$")
_PAIR_LAST = re.compile(rf"(?:^|[.,]\s){_PAIR}\s*(?:also\s*)?$")
_GROUP_FIRST = re.compile(rf"{_GROUP}\b", re.IGNORECASE)
_GROUP_LAST = re.compile(rf"\b{_GROUP}\s*(?:also\s*)?$", re.IGNORECASE)
_GOES_ON = re.compile(r"continue|conclude|add|closed|went on")


def _quotation(text: str, group: list[Span], said: _Said, last: Quotation | None) -> Iterator[Quotation]:
    start, end = group[0].start, group[-1].end
    words = sum(len(text[s.start : s.end].split()) for s in group)
    if words < 4 or (words < 8 and not text[start].isupper()):
        return
    speaker = said.who or (last.speaker if said.back and last else named_before(text, start) if said.back else "")
    origin: QuotedFrom = "press"
    if "wr" in said.verb or "read" in said.verb or "penned" in said.verb or said.group:
        origin = "letter"
    elif _GOES_ON.search(said.verb) and last and (said.back or _same(speaker, last)):
        origin = last.origin
    elif _LETTERLIKE.search(text, start, end):
        origin = "letter"
    if origin == "press" and not speaker:
        return
    yield Quotation(start, end, tuple(group), speaker, origin, said.group)


def _same(speaker: str, last: Quotation) -> bool:
    return last.group or (bool(speaker) and speaker.split()[-1] in last.speaker)


_ANNOUNCES = re.compile(
    r"(?i)\b(?:below|following|these|here)\b[^.]{0,40}\b(?:excerpts?|highlights|passages|portions|quotes)\b|"
    r"\b(?:excerpts?|highlights|passages|portions) (?:from|of) the ?letter\b[^.]{0,40}\b(?:follow|below)"
)


def _continued(group: list[Span], last: Quotation | None, previous: str) -> Iterator[Quotation]:
    """Yield a paragraph that is all quotation: it goes on with the speaker before, or with one announced by a colon."""
    announced = _last_sentence(previous)
    if previous.rstrip().endswith((":", "：")) or _ANNOUNCES.search(announced):
        clause = announced
        letter = re.search(r"\b(?:wrote|writes?|text|reads?)\b|letter\b", clause)
        speaker = speaker_name(clause)
        if letter or speaker:
            yield Quotation(
                group[0].start, group[-1].end, tuple(group), speaker, "letter" if letter else "press", bool(letter)
            )
    elif last:
        yield replace(last, start=group[0].start, end=group[-1].end, pieces=tuple(group))
