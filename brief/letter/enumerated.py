"""What a sentence enumerates within itself: "we request: (1) the log; (2) the map; and (3) the names"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from brief.letter.actions import Request, opens_with_action, tidy

_MARK = re.compile(r"(?:(?<=[\s:;,])|^)\(?(?P<number>\d{1,2}|[a-h]|[ivx]{1,4})\)\s+(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_CHOICE = re.compile(r"\bor(?:,? at (?:the very )?least)?,?\s*$")
_THINGS = re.compile(
    r"(?i)\b(?:request|provide|produce|submit|supply|furnish|send|share|give|following|information|documents?|records|"
    r"answers?|details|explain|describe|address|identify|papers|whether|how|why|tell)\b[^:]*:?$"
)
"""Words before a series of things wanted."""
_LEAST = 2  # words of an item; "(i) processed, (ii) granted" are the ends of one question


def numbered(sentence: str) -> list[re.Match[str]]:
    """Return the marks of a series that begins at 1, (a) or (i) and goes on one by one; fewer than two are none."""
    if ") " not in sentence:
        return []
    for series in (tuple(map(str, range(1, 31))), tuple("abcdefgh"), _ROMAN):
        run: list[re.Match[str]] = []
        for mark in _MARK.finditer(sentence):
            if len(run) < len(series) and mark["number"] == series[len(run)]:
                run.append(mark)
        if len(run) > 1:
            return run
    return []


def part(sentence: str, request: Request, marks: Sequence[re.Match[str]]) -> Iterator[tuple[Request, str | None]]:
    """Part a request at the marks within it; yields each piece with its number, the words that lead in with None.

    Args:
        sentence: The sentence, flattened.
        request: One of its requests.
        marks: The sentence's marks, from `numbered`.
    """
    inside = [m for m in marks if request.start <= m.start() < request.end]
    begun = bool(inside) and inside[0].start() < request.act  # "should (1) open the lock; and (2) …"
    ends = [m.start() for m in inside[1:]] + [request.end]
    pieces = [(m, tidy(sentence, m.end(), stop)) for m, stop in zip(inside, ends, strict=False)]
    apart = any(m.start() < request.act for m in inside[1:]) or (begun and not _opens(sentence, inside[0], request))
    if apart or len(pieces) < 2 or not all(_stands(sentence, m, stop) for m, stop in pieces):
        yield request, _number(sentence, request, marks)
        return
    lead = sentence[request.start : inside[0].start()].rstrip()
    if not (begun or _THINGS.search(lead) or opens_with_action(sentence[inside[0].end() :])):  # "its rules: (1) one"
        yield request, None
        return
    if begun:
        yield replace(request, end=pieces[0][1]), inside[0]["number"]
        pieces, inside = pieces[1:], inside[1:]
        lead = ":"
    elif lead.endswith(":") and sentence.count(" ", request.act, inside[0].start()) > 1:
        yield replace(request, end=request.start + len(lead)), None
    for k, (mark, stop) in enumerate(pieces):
        start = mark.end() if k or lead.endswith(":") else request.start
        yield replace(request, start=start, act=mark.end(), end=stop), mark["number"]


def _stands(sentence: str, mark: re.Match[str], stop: int) -> bool:
    return len(sentence[mark.end() : stop].split()) >= _LEAST and not _CHOICE.search(sentence, 0, mark.start())


def _number(sentence: str, request: Request, marks: Sequence[re.Match[str]]) -> str | None:
    """The number that stands right before an action: "to (1) open the lock", "(2) to seal it"."""
    return next((m["number"] for m in marks if _opens(sentence, m, request)), None)


def _opens(sentence: str, mark: re.Match[str], request: Request) -> bool:
    return mark.end() <= request.act and sentence[mark.end() : request.act].strip() in ("", "to")
