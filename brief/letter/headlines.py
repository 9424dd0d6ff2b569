"""The persons with whose surnames a headline begins: "Birch Demands Answers …"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from brief.document import Span
from brief.letter.members import named as known
from brief.letter.names import Mention, cased
from brief.letter.vocabulary import PRESS_VERBS, one_of

_HEADLINE = re.compile(
    rf"(?:(?:U\.S\. )?(?:Sens?\.|Reps?\.|Senators?|Representatives?|Congress(?:man|woman|members?))\s+)?"
    rf"(?P<who>[A-Z][\w’'-]+(?:(?:, | and | & |, and )[A-Z][\w’'-]+){{0,5}}),? (?:[Ll]ead|[Ll]etter|"
    rf"{one_of(PRESS_VERBS)}s?\b)|"
    rf"(?:SENATORS? |SENS?\. |REPS?\. )?(?P<large>[A-Z][A-Z’'-]+(?:(?:, | AND | & |, AND )[A-Z][A-Z’'-]+){{0,5}}),? "
    rf"(?:LEADS?|LETTER|{one_of(PRESS_VERBS.upper())}E?S?)\b"
)


def in_headline(text: str, headings: Iterable[Span]) -> list[Mention]:
    """Return the persons with whose surnames a headline begins ("Birch Demands Answers …")."""
    for h in headings:
        found = _HEADLINE.match(text, h.start, h.end)
        if found:
            who = found.span("large" if found["large"] else "who")
            return [
                Mention(cased(m[0]), "", m.start(), m.end())
                for m in re.compile(r"[A-Z][\w’'-]+").finditer(text, *who)
                if known(m[0]) or _entitled(text, cased(m[0]))
            ]
    return []


def _entitled(text: str, last: str) -> bool:
    """Tell whether a text names somebody of this surname with a title anywhere."""
    at = text.find(last)
    while at >= 0:
        if _TITLE_BEFORE.search(text, max(0, at - 60), at):
            return True
        at = text.find(last, at + 1)
    return False


_TITLE_BEFORE = re.compile(r"\b(?:Sen|Rep|Gov|Congress|Attorney General)[\w.]*(?: [A-Z][\w.]*){0,2} $")
