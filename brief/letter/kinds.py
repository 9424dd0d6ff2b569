"""Addressees who are told of by their kind: "mayors, town clerks and school boards", "five banks — A, B, C —"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brief.document import Span
from brief.letter.addressee_phrases import phrase
from brief.letter.bodies import kept_whole, unguarded
from brief.letter.card import Recipient
from brief.letter.names import RUN
from brief.letter.offices import recipient

_KIND = (
    r"(?:mayors|presidents|juries|commissioners|governors|officials|superintendents|sheriffs|clerks|supervisors|"
    r"legislators|councils?|boards?|trustees|editors?|publishers?|ambassadors|judges|companies|manufacturers|makers|"
    r"insurers|banks|lenders|servicers|bureaus|retailers|airlines|carriers|railroads|utilities|platforms|providers|operators|firms|vendors|"
    r"contractors|executives|CEOs|organizations|associations|unions|universities|colleges|schools|hospitals|groups|"
    r"agencies|departments|offices|panels?|attorneys general|attorneys|prosecutors|chairs|"
    r"chairmen|secretaries|administrators|directors|"
    r"ministers|treasurers|auditors|regulators|producers|leagues|networks|broadcasters|studios|colleagues)\b"
)
_WORD = r"(?!(?:to|and|or|that|who|which|urging|asking|for|with|in|on|from|by|about)\b)[\w.’'&-]+(?<![a-z][a-z]\.)\s"
_ONE = rf"(?:{_WORD}){{0,6}}?{_KIND}(?: (?:at|of|from|for) (?:the )?{RUN}(?: (?:of|and|for) (?:the )?{RUN})*)?"
_TO_A_KIND = re.compile(
    rf"\b(?:letters?|wrote|written|writing)\b[^.;:“”\"]{{0,180}}?\bto (?:the )?(?=[a-z\d])"
    rf"(?P<kinds>{_ONE}(?:(?:, and |, | and ){_ONE}){{0,5}})"
    r"(?P<named>(?:[^.;“”\"—–:]{0,160}?(?:\s?[—–]\s?|, including |: )|,? "
    r"(?=[A-Z]))(?P<list>(?:the )?[A-Z][^.;“”\"—–:]{2,600}))?"
)
_AND = re.compile(r", and |, | and ")
_ENDS = re.compile(
    r",? (?:(?!(?:report|rat|broadcast|market|manufactur)ing [a-z]+s )[a-z]+ing|to|about|after|over|on|with) .*$",
    re.DOTALL,
)


_PRESSED_KIND = re.compile(
    r"\b(?:questioned|questioning|urged|urging|pressed|pressing|asked|asking|called on|"
    r"calling on|demanded answers from|wrote) "
    rf"(?:the )?(?P<kinds>(?=[a-z\d]){_ONE}),? (?P<list>[A-Z][^.;“”\"—–:]{{2,600}})"
)


def of_a_kind(text: str, paragraphs: Sequence[Span]) -> Iterator[Recipient]:
    """Yield the addressees whom a release tells of by their kind, or the names that it lists behind the kind."""
    for p in paragraphs:
        found = _TO_A_KIND.search(text, p.start, p.end) if text.find(" to ", p.start, p.end) >= 0 else None
        found = found or _PRESSED_KIND.search(text, p.start, p.end)
        if found:
            listed = list(_listed(found)) if found["list"] else []
            pieces = [re.sub(r"^the ", "", k) for k in _AND.split(found["kinds"])]
            yield from listed or (recipient(None, piece, piece) for piece in pieces)
            return


_BODIES = re.compile(
    r"(?:companies|manufacturers|makers|insurers|banks|lenders|retailers|airlines|carriers|railroads|utilities|platforms|"
    r"providers|operators|firms|vendors|contractors|organizations|associations|unions|universities|colleges|schools|"
    r"hospitals|groups|agencies|departments|offices|leagues|networks|broadcasters|studios)\b"
)


def _listed(found: re.Match[str]) -> Iterator[Recipient]:
    """Read the names behind a kind: each piece of a list of bodies is one, whatever words it is made of."""
    names = _ENDS.sub("", found["list"])
    if not _BODIES.search(found["kinds"]):
        yield from phrase(names)
        return
    for piece in re.split(r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?", kept_whole(names)):
        body = re.sub(r"^(?:[a-z-]+ )+(?=[A-Z])", "", unguarded(piece).strip(" ,"))
        if body:
            yield recipient(None, body, body)
