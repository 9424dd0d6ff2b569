"""Quotations on a page that has lost its quotation marks: "It must end, said X. We …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from brief.document import Span
from brief.letter.attribution import AFTER, IN_A_LETTER, SAYING, Said, last_sentence, said_by
from brief.letter.lines import Paragraph
from brief.letter.speakers import first_named, named_before, speaker_name
from brief.letter.telling import sentences_of


def told_without_marks(text: str, paragraph: Paragraph) -> Iterator[tuple[list[Span], Said]]:
    """Yield the stretches of a paragraph that it gives as somebody's words without marks, and who says them."""
    at = paragraph.start
    flat = len(paragraph) > _FLAT
    for sentence in sentences_of(text, paragraph.start, paragraph.end):
        if sentence.start < at:
            continue
        questions = _questions(text, Span(sentence.start, paragraph.end)) if "questions" in sentence.of(text) else None
        if questions:
            yield [questions], Said("", "wrote", questions.end, group=True)
            return
        told = _told_in(text, sentence)
        if told:
            said, comma = told
            group = [Span(sentence.start, comma), *_rest(text, sentence.end, paragraph.end, said.who, flat)]
            at = group[-1].end
            yield group, said
            continue
        wrote = None if flat else written_first(text, Span(sentence.start, paragraph.end))
        if wrote:
            yield wrote
            return


_FOLLOWING = re.compile(
    r"(?:The|Their|His|Her) letter (?:\w+ )?(?:contain|pose|include|ask|raise)(?:s|ed|d) "
    r"(?:the following|these|several|a number of)(?: \w+)? questions[^.:;]{0,80}:\s*(?=[A-Z\d])"
)


def _questions(text: str, words: Span) -> Span | None:
    """Return the questions that follow "The letter contained the following questions:" in running text."""
    leads = _FOLLOWING.match(text, words.start, words.end)
    end = 0
    for one in sentences_of(text, leads.end(), words.end) if leads else ():
        if not one.of(text).rstrip().endswith("?"):
            break
        end = one.start + len(one.of(text).rstrip())
    return Span(leads.end(), end) if leads and end else None


def written_first(text: str, words: Span) -> tuple[list[Span], Said] | None:
    """Return what follows "The Senators wrote," without marks, up to where the release speaks again."""
    wrote = _WROTE_FIRST.match(text, words.start, words.end)
    if wrote is None:
        return None
    rest = list(_rest(text, wrote.end(), words.end, "", flat=False))
    return (rest, Said("", "wrote", wrote.end(), group=True)) if rest else None


def said_below(text: str, release: Sequence[tuple[int, Paragraph]]) -> dict[int, str]:
    """Return by number the paragraphs without marks that stand below "Senator X had this to say:", and who speaks.

    They go on to the next line that announces something; where nothing ends them, only the first one is taken.
    """
    out: dict[int, str] = {}
    for i, (number, p) in enumerate(release):
        announced = _announced_speaker(text, p)
        if not announced:
            continue
        run: list[int] = []
        ended = False
        for k, below in release[i + 1 :]:
            ended = k != number + len(run) + 1 or _ends_statement(text, below, announced)
            if ended:
                break
            run.append(k)
        out.update(dict.fromkeys(run if ended else run[:1], announced))
    return out


def _announced_speaker(text: str, p: Paragraph) -> str:
    """Return who is said to speak below a paragraph that ends with a colon: "Rep. X issued this statement:"."""
    if len(p) > _INTRODUCES or text[p.end - 1] != ":" or not _SAYS_BELOW.search(text, max(p.start, p.end - 120), p.end):
        return ""
    clause = last_sentence(p.of(text))
    return speaker_name(clause) or first_named(p.of(text)) or named_before(text, p.start)


_INTRODUCES = 500  # characters: a longer paragraph announces no statement
_SAYS_BELOW = re.compile(
    r"\b(?:said|says|stated|added|commented)(?: today)?:$|\bto say\b[^.]{0,60}:$|"
    r"\bstatements?\b(?:(?!\bletter reads)[^.]){0,100}:$"
)


def _ends_statement(text: str, p: Paragraph, speaker: str) -> bool:
    words = p.of(text)
    return (
        words[0] in '“"#[(•-*'
        or words[-1] in ":#"
        or len(words) < _LEAST
        or speaker.split()[-1] in words
        or bool(_OF_LETTER.search(words))
    )


_LEAST = 40  # characters: a shorter line is a heading or the page's
_OF_LETTER = re.compile(r"\b(?:text of the|full|read the|see the|the|their|copy of the) letter\b")


_WROTE_FIRST = re.compile(
    r"(?:The|These|Their|His|Her) (?:\w+ ){0,3}?"
    r"(?:[Ss]enators|[Ll]awmakers|[Mm]embers|[Rr]epresentatives|[Ll]etter|group) "
    r"(?:wrote|writes?|reads|states|stated|(?:also )?continue[sd]|concludes?d?|adds|added), (?=[A-Z])"
)


def _told_in(text: str, sentence: Span) -> tuple[Said, int] | None:
    """Return who says a sentence without quotation marks, and where the words end: "It must end, said X."."""
    end = sentence.end - len(sentence.of(text)) + len(sentence.of(text).rstrip())
    verbs = SAYING.starts(text, sentence.start, end)
    for comma in _COMMA.finditer(text, sentence.start + 12, verbs[-1] + 1) if verbs else ():
        if not any(0 < verb - comma.start() < _SAID_REACH for verb in verbs):
            continue
        after = AFTER.match(text, comma.start(), end)
        if not after or _NOBODY.match(after["who"] or "") or not _SAID_WHEN.match(text, after.end() - 1):
            continue
        said = said_by(after["who"] or after["who2"] or "", after["verb"] or after["verb2"], after.end())
        if said and IN_A_LETTER.search(text, comma.start(), end):
            said = replace(said, verb="wrote")
        if said:
            return said, comma.start()
    return None


_NOBODY = re.compile(r"(?!(?:the|these|both|all|a|an|former|co-|he|she|they|lead)\b)[a-z]")
"""How words begin behind a verb of saying that name no speaker: "the decision, announced earlier today, to …"."""
_FLAT = 1500  # characters: a paragraph so long is a page that has lost its line breaks
_SAID_REACH = 400  # characters in which "…, X, chairman of it, said" has its verb; lists of names go on for thousands
_COMMA = re.compile(r",\s+(?=[a-z]|[A-Z])")
_SAID_WHEN = re.compile(
    r".?\s*(?:today|yesterday|(?:on )?[A-Z][a-z]+day|(?:in|during|at|to) (?:an?|the|their|his|her) [^.,]{4,90}|"
    r"to [A-Z](?:[^.,]|(?<=[A-Z])\.){3,150})?"
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
