"""How many letters a document holds or reports, of what kind each is, and which stretches of text belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from brief.calendar_words import FULL_MONTH
from brief.document import Span
from brief.letter import marks
from brief.letter.anatomy import PartKind
from brief.letter.card import Kind
from brief.letter.lines import Paragraph
from brief.letter.parts import Places, Roles, is_release_line, joined, places
from brief.letter.quotations import Quotation
from brief.letter.scan import Stretch, closes_quotation
from brief.letter.telling import sentences_of
from brief.letter.vocabulary import words
from brief.searching import any_word, lowered

_LETTER = re.compile(
    r"\b(?<!cover )(?<!constituent )letter\b(?! (?:carriers?|of intent)\b)|"
    r"\b(?<!constituent )letters\b(?! of (?:intent|support)\b)|\b(?:wrote|writes|writing|written) to\b|\bsigned\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(rf"{_LETTER.pattern}|\b(?:wrote|penned)\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:sent|sends?|sending|led|leads?|leading|wrote|writ(?:es?|ing|ten)|penned|co-?authored|authored|signed|joined|"
    r"issued|delivered|urg\w+|call(?:ed|ing|s) (?:up)?on|preceded|followed|submitted|addressed|request\w+|"
    r"demand\w+|press\w+|"
    r"ask\w+|expressed)\b|\bstatement (?:regarding|on|about) (?:his|her|their|the|a) letter\b|[’']s letter "
    r"to [A-Z]|\bin (?:a|an|the|their|his|her) (?:[\w-]+,? ){0,3}letter\b",
    re.IGNORECASE,
)
_OFFERED = re.compile(
    any_word([
        *(rf"{word} (?:text of the )?letter" for word in ("full", "complete", "signed")),
        *(rf"{word} letter (?:is|was|can|may|will|to)" for word in ("the", "their", "copy of the", "text of the")),
        r"read the (?:\w+ )?letter", "letter (?:here|below)",
    ]) + r"\b"
)  # fmt: skip
"""Of a text in small letters."""
_PASSING = re.compile(
    r"\b(?:last (?:week|month|year|summer|fall|spring|winter)|earlier (?:this|letter|in)|"
    r"(?:previously|recently) (?:sent|wrote|led|urged|called|joined|signed|submitted|introduced|announced)|"
    r"prior letter|recently,|(?:referenc(?:ed|es|ing)|cited|pointed to|mentioned|invoked) (?:the|a|an) (?:\w+ )?letter|"
    r"(?:followed|follows|following)(?! statements?\b)(?= [^.]{0,60}\bletters?\b)|"
    rf"comes after|came after|(?:my|his|her|their|a|the) (?:recent|(?:early |late )?{FULL_MONTH}(?: \d{{4}})?) letter|"
    rf"(?:letters?|sent|wrote|writing)\b[^.;]{{0,90}}? in {FULL_MONTH}\b|"
    r"after (?:sending|leading|writing|signing|joining|receiving|urging|"
    r"(?:it|they|he|she|the [\w ]{3,30}?) (?:sent|wrote))|"
    r"has (?:also )?(?:sent|led|written|joined|signed)|had (?:sent|led|written))\b|"
    rf"^\W*(?:In (?:early |late )?(?:a )?{FULL_MONTH}(?! \d{{1,2}}(?:st|nd|rd|th)? letter to)|"
    r"In \w+ of that|Earlier|Previously|Recently|Following|Since)\b",
    re.IGNORECASE,
)
_LEAD = 4  # paragraphs: a release tells in its first ones what it is about
_ANOTHER = re.compile(
    r"\b(?:letter (?:was|is) (?:preceded|followed)|(?:an)?other letter|second letter|separate letter|"
    r"similar letter|letter of (?:his|her|their|its) own|also (?:sent|wrote|led)|followed one|"
    r"letter (?:sent|dated|written)? ?(?:on|by))\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"\([DRI]-[A-Z]|\b(?:Sen|Rep|Senator|Congress|Governor|Attorney General)")


@dataclass(frozen=True, slots=True)
class Found:
    """One letter of a document, before people and dates are read.

    Args:
        kind, body: As in `Letter`.
        release: The paragraphs that tell of it.
        salutation, letterhead, signature: Its parts, where its text stands in the document.
        title: The headline.
        headings: The page's headings.
        notes: Its footnotes.
        page: All that stands outside the letters' own text, where the page's date may stand.
    """

    kind: Kind
    body: tuple[Span, ...]
    release: tuple[Span, ...]
    salutation: Span | None = None
    letterhead: tuple[Span, ...] = ()
    signature: tuple[Span, ...] = ()
    title: str = ""
    headings: tuple[Span, ...] = field(default=())
    page: tuple[Span, ...] = ()
    notes: tuple[Span, ...] = ()


def split(
    text: str, found: list[Paragraph], roles: Roles, given: list[Stretch], quoted: list[Quotation]
) -> list[Found]:
    """Return the letters of a document, in order; none if it tells of none."""
    release = tuple(Span(p.start, p.end) for p, (kind, _) in zip(found, roles, strict=True) if kind == "release")
    headings = tuple(Span(p.start, p.end) for p, (kind, _) in zip(found, roles, strict=True) if kind == "heading")
    title = _headline(text, found, roles)
    if given:
        where = places(roles)
        return [_standing(text, found, where, s, i, release, headings, title) for i, s in enumerate(given, 1)]
    own = tuple(piece for q in quoted if q.origin == "letter" and _is_sentence(text, q) for piece in q.pieces)
    if own and len(starts := _begins(text, release, own)) > 1:
        return list(_each(text, release, own, starts, headings, title))
    if own and any(_WRITTEN.search(text, p.start, p.end) for p in (*headings, *release)):
        return [Found("excerpt", own, release, title=title, headings=headings, page=release)]
    return [
        Found("reported", body, body, title=title, headings=headings, page=release)
        for body in _reported(text, release, quoted)
    ]


def _begins(text: str, release: tuple[Span, ...], own: tuple[Span, ...]) -> list[int]:
    """Return where each letter's share of a release begins that quotes from two: the second is said to be another."""
    starts = [0]
    to = _to_whom(text, release[0])
    for p, after in zip(release[1:], [*release[2:], None], strict=False):  # a release of one paragraph has none
        quoted = any(p.start <= s.start < (after.end if after else p.end) for s in own)
        other = _to_whom(text, p)
        turns = (quoted and _turns(text, p)) or (to and other and to.isdisjoint(other))
        if turns and own[0].start < p.start:
            starts.append(p.start)
        to = other or to
    return starts


_IN_A_LETTER_TO = re.compile(
    r"In a(?:nother)? (?:\w+ )?letter (?:sent )?(?:today )?to (?P<whom>(?:Reps?\.|Sens?\.|Gov\.|[^,;:.“”\"])*)"
)


def _to_whom(text: str, p: Span) -> frozenset[str]:
    """Return the capitalised words after "In a letter to", with which a paragraph begins; none if it does not."""
    found = _IN_A_LETTER_TO.match(text, p.start, min(p.end, p.start + 200))
    return frozenset(re.findall(r"[A-Z][\w’'-]+", found["whom"])) - _OF_ANY if found else frozenset()


_OF_ANY = words(
    "Department Office Secretary Director Administrator Senator Senators Representatives Sens Reps Rep Sen House "
    "Senate Committee"
)


def _turns(text: str, p: Span) -> bool:
    """Tell whether a paragraph turns to a further letter of these days: "In a separate letter, X asked Y to …"."""
    low, stop = lowered(text), min(p.end, p.start + 160)
    if low.find(" letter", p.start, stop) < 0 and low.find("also ", p.start, stop) < 0:
        return False
    first = text[p.start : stop]
    return bool(_SEPARATE.search(first) and _NAMES.search(text, p.start, p.end) and not _PASSING.search(first))


_SEPARATE = re.compile(
    r"\b(?:another|(?:a|the) (?:second|separate|third|different)) letter\b|\bletter of (?:his|her|their|its) own\b|"
    r"\balso (?:sent|wrote|led|penned) (?:an? )?(?:\w+ )?(?:letters?|to)\b",
    re.IGNORECASE,
)


def _each(
    text: str, release: tuple[Span, ...], own: tuple[Span, ...], starts: list[int], headings: tuple[Span, ...],
    title: str,
) -> Iterator[Found]:  # fmt: skip
    """Yield the letters that a release quotes from, each with the paragraphs that tell of it."""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        about = tuple(p for p in release if start <= p.start < end)
        body = tuple(s for s in own if start <= s.start < end)
        kind: Kind = "excerpt" if body else "reported"
        yield Found(kind, body or about, about, title=title, headings=headings, page=release)


def whole(text: str, found: list[Paragraph], roles: Roles) -> list[Found]:
    """Return the running text of a document that tells of no letter as one letter: who hands it over means one."""
    body: list[Span] = []
    for k, p in enumerate(found):
        if roles[k][0] == "release" and not marks.END.match(text, p.start, p.end):
            roles[k] = ("body", 1)
            body.append(Span(p.start, p.end))
    return [Found("none", tuple(body), (), title=_headline(text, found, roles))] if body else []


def _headline(text: str, found: list[Paragraph], roles: Roles) -> str:
    """Return the headline: a heading above the first paragraph of text; "" if the page has none."""
    for p, (kind, _) in zip(found, roles, strict=True):
        if kind == "heading":
            return _LABEL.sub("", " ".join(_DATE_BEHIND.sub("", p.of(text)).split()))
        if len(p) > 130:
            break
    return ""


_LABEL = re.compile(r"^(?:(?:PRESS )?RELEASE|NEWS|ICYMI):\s*|^#+\s*")
_DATE_BEHIND = re.compile(r"\s{2,}[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}\s*$")


def _bare(text: str, p: Span) -> Span:
    """Return a paragraph without the quotation marks around it."""
    start = p.start + (text[p.start] in '“"')
    closed = text[p.end - 1] == "”" and text.count("“", start, p.end) < text.count("”", start, p.end)
    straight = text[p.end - 1] == '"' and start > p.start
    return Span(start, p.end - (closed or straight))


def _bared(text: str, own: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the paragraphs of a letter within one pair of quotation marks, without the mark that closes it."""
    end = own[-1].end
    over = closes_quotation(text[own[-1].start : end])
    return (*own[:-1], Span(own[-1].start, end - over))


def _standing(
    text: str, found: list[Paragraph], where: Places, s: Stretch, number: int, release: tuple[Span, ...],
    headings: tuple[Span, ...], title: str,
) -> Found:  # fmt: skip
    def stand(kind: PartKind) -> tuple[Span, ...]:
        return tuple(Span(found[k].start, found[k].end) for k in where.get((kind, number), ()))

    greeting = next(iter(stand("salutation")), None)
    body = joined(found, where.get(("body", number), ()))
    if greeting and text[greeting.start] in '“"':  # a letter that stands in quotation marks, paragraph by paragraph
        greeting, own = _bare(text, greeting), stand("body")
        body = _bared(text, own) if own and text[own[0].start] not in '“"' else tuple(_bare(text, p) for p in own)
    return Found(
        "excerpt" if s.partial else "full", body, release, greeting, stand("letterhead"),
        stand("signature") + stand("closing"), title, headings, release, stand("footnote"),
    )  # fmt: skip


def _is_sentence(text: str, q: Quotation) -> bool:
    """Tell whether a quotation of the letter gives at least one whole sentence of it."""
    first = text[q.start : q.end].lstrip(_UNSEEN)[:1]
    return q.end - q.start >= 60 and (first.isupper() or first in "[…." or text[q.end - 1] in ".!?")


_UNSEEN = " \u200b\u200c\u200d\u2060\ufeff"


def _reported(text: str, release: tuple[Span, ...], quoted: list[Quotation]) -> list[tuple[Span, ...]]:
    """Return, for each letter that is only told of, the paragraphs about it; none if letters are told of in passing."""
    said = [q for q in quoted if q.origin == "press"]
    listed = _listed(text, release)
    kept = [
        p for p in release
        if (p.end - p.start > 60 or p in listed) and not is_release_line(text, p) and not _mostly_said(p, said)
    ]  # fmt: skip
    lead = [i for i, p in enumerate(kept[:_LEAD]) if _tells(text, p, i == 0)]
    if not lead and not any(_OFFERED.search(lowered(text), p.start, p.end) for p in release):
        return []
    firsts = [0]
    to = _to_whom(text, kept[0]) if kept else frozenset()
    for i, p in enumerate(kept[1:], 1):
        other = _to_whom(text, p)
        if _tells_of_another(text, p) or (to and other and to.isdisjoint(other)):
            firsts.append(i)
        to = other or to
    return [tuple(kept[a:b]) for a, b in zip(firsts, [*firsts[1:], len(kept)], strict=True) if kept]


def _listed(text: str, release: tuple[Span, ...]) -> frozenset[Span]:
    """The paragraphs of a list that a sentence with a colon leads in, however short they are."""
    found: list[Span] = []
    below = False
    for p in release:
        leads = text.endswith(":", p.start, p.end)
        below = (below or leads) and p.end - p.start < _ITEM and not text.startswith(("“", '"'), p.start)
        found += [p] if below and not leads else []
        below = below or leads
    return frozenset(found)


_ITEM = 240  # characters of a paragraph that may be a list's item


def _mostly_said(p: Span, said: list[Quotation]) -> bool:
    inside = sum(q.end - q.start for q in said if p.start <= q.start < p.end)
    return inside > 0.5 * (p.end - p.start)


_OF_LATE = re.compile(r"\b(?:[Ll]ast (?:week|month)|[Ee]arlier this (?:week|month)|[Rr]ecently),?\s?")


def _tells(text: str, p: Span, first: bool) -> bool:
    """Tell whether a paragraph says that a letter is sent, other than in passing; the first one's news may be old."""
    for s in sentences_of(text, p.start, p.end):
        found = _LETTER.search(text, s.start, s.end)
        if (
            found
            and _SENT.search(text, s.start, s.end)
            and not _PASSING.search(_OF_LATE.sub("", text[s.start : s.end]) if first else text[s.start : s.end])
        ):
            return True
    return False


def nearest_report(text: str, release: tuple[Span, ...]) -> tuple[Span, str] | None:
    """Return the sentence that comes nearest to reporting a letter in a document that reports none, and what it lacks.

    Args:
        text: The document's text.
        release: Its paragraphs.
    """
    kept = [p for p in release if p.end - p.start > 60 and not is_release_line(text, p)]
    best: tuple[int, Span, str] | None = None
    for i, p in enumerate(kept):
        for s in sentences_of(text, p.start, p.end):
            if not _LETTER.search(text, s.start, s.end):
                continue
            sent, passing = _SENT.search(text, s.start, s.end), _PASSING.search(text, s.start, s.end)
            lacks = 2 * (not sent) + bool(passing)
            why = "it does not say that the letter is sent, led or signed"
            why = f"it tells of it in passing (“{' '.join(passing[0].split())}”)" if sent and passing else why
            why = why if lacks else f"it stands in paragraph {i + 1}; a report says it in its first {_LEAD}"
            if best is None or lacks < best[0]:
                best = (lacks, s, why)
    return best[1:] if best else None


def _tells_of_another(text: str, p: Span) -> bool:
    """Tell whether a paragraph turns to a further letter and says more of it than that it was sent."""
    first = text[p.start : min(p.end, p.start + 160)]
    rest = text[p.start + 160 : p.end]
    return bool(_ANOTHER.search(first) and _NAMES.search(text, p.start, p.end) and rest.count(". ") >= 1)
