"""Where a document's letters begin and end: salutations, lead-ins, first sentences, closings, signature blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brief.document import Span
from brief.letter import marks
from brief.letter.lines import Paragraph
from brief.letter.names import in_brackets, mention
from brief.letter.vocabulary import words
from brief.searching import any_word, lowered

SHORT = 130  # characters: longer paragraphs are text, not lines of a letterhead or of a signature block
_LEAST_BODY = 120
_LETTERHEAD = 40  # lines: no letterhead with its inside address is longer


@dataclass(frozen=True, slots=True)
class Stretch:
    """The paragraphs of one letter whose text stands in the document; all numbers index the paragraphs.

    Args:
        top: First line of its letterhead, or of its salutation or body if there is none.
        salutation: Its salutation, if any.
        first, stop: Its body: paragraphs `first` to `stop`, the last not included.
        end: Where the signature block, copies and footnotes end (not included).
        partial: The document says that it gives only parts of the letter.
        annex: Where the questions or requests begin that the letter encloses behind its signatures, up to `end`.
    """

    top: int
    salutation: int | None
    first: int
    stop: int
    end: int
    partial: bool = False
    annex: int | None = None


def stretches(text: str, found: list[Paragraph]) -> list[Stretch]:
    """Return the letters whose text stands in the document, in order."""
    heads = list(_heads(text, found))
    out: list[Stretch] = []
    for i, (top, salutation, first, partial) in enumerate(heads):
        limit = heads[i + 1][0] if i + 1 < len(heads) else len(found)
        stop = _body_end(text, found, first, limit)
        if salutation is not None and text[found[salutation].start] in '“"':
            paired = text[found[first].start] in '“"'  # each paragraph has marks, or one pair holds the whole letter
            over = (
                _leaves_quotation(text, found[k - 1], found[k]) if paired else closes_quotation(found[k - 1].of(text))
                for k in range(first + 1, stop)
            )
            stop = next((k for k, left in enumerate(over, first + 1) if left), stop)
        framed = salutation is not None and stop < limit and is_closing(text, found[stop])
        framed = framed or (salutation is not None and top > 0 and is_lead_in(text, found[top - 1]))
        framed = framed or (top == 0 and salutation is not None and stop > first)  # nothing but a letter stands here
        if sum(len(p) for p in found[first:stop]) < (1 if framed else _LEAST_BODY):
            continue
        end = _block_end(text, found, stop, limit)
        annexed = _annex_end(text, found, range(first, stop), end, limit)
        out.append(Stretch(top, salutation, first, stop, annexed or end, partial, end if annexed else None))
    return out


def _heads(text: str, found: list[Paragraph]) -> Iterator[tuple[int, int | None, int, bool]]:
    """Yield where each letter begins: its top, its salutation, its first paragraph, and whether only parts follow."""
    greeted = [i for i, p in enumerate(found) if _is_salutation(text, found, i, p)]
    if greeted:
        for i in greeted:
            top = _top(text, found, i)
            yield top, i, i + 1, _announces_parts(text, found, top)
        return
    led = _led_in(text, found)
    if led is not None:
        yield led
        return
    for i, p in enumerate(found):
        if len(p) >= _LEAST_BODY and marks.OPENING.match(text, p.start, p.end):
            top = _top(text, found, i)
            yield top, None, i, _announces_parts(text, found, top)
            return


def _is_salutation(text: str, found: list[Paragraph], i: int, p: Paragraph) -> bool:
    if p.block == "noise" or len(p) > 220 or i + 1 >= len(found):
        return False
    if text[p.start] in '“"':  # a letter that stands in quotation marks, paragraph by paragraph
        greets = marks.DEAR.match(text, p.start + 1, p.end) or marks.BARE.match(text, p.start + 1, p.end)
        return text[p.end - 1] in ":," and bool(greets)
    if is_petitioned(text, p):
        return True
    if marks.salutation_end(text, p.start, p.end) != p.end:
        return False
    if marks.DEAR.match(text, p.start, p.end):
        return True
    if i + 2 < len(found) and _LADIES.match(text, p.start, p.end):
        return True
    return len(found[i + 1]) > 60 and text[found[i + 1].start] not in '“"' and _all_capitals(p.of(text))


def is_petitioned(text: str, p: Paragraph | Span) -> bool:
    """Tell whether a line says to whom a petition goes: "TO THE HONOURABLE THE SPEAKER OF THE HOUSE"."""
    if text[p.start : p.start + 3] not in ("TO ", "To "):
        return False
    return bool(marks.PETITIONED.match(text, p.start, p.end)) and any(map(text.__contains__, ("etition", "ETITION")))


_LADIES = re.compile(r"(?:Ladies and Gentlemen|Gentlemen|Sirs?|Madam)[:,]$")
_GREETED_ALONE = words(
    """
    excellency excellencie gentlemen colleague madam sir governor mayor minister commissioner secretary ambassador
    director chair chairman chairwoman councillor councilor supervisor senator premier chancellor friend
    """
)


def _all_capitals(line: str) -> bool:
    """Tell whether a line is names and offices only, as a bare salutation is ("President Roe,")."""
    said = [w for w in line.strip(" :,").split() if w[0].isalpha()]
    small = {"and", "of", "the", "for", "whom", "it", "may", "concern", "to", "on"}
    if len(said) == 1:
        return said[0].rstrip("s").casefold() in _GREETED_ALONE
    return bool(said) and all(w[0].isupper() or w in small for w in said)


def _top(text: str, found: list[Paragraph], i: int) -> int:
    """Return the first paragraph of the letterhead above paragraph `i`."""
    least = max(0, i - _LETTERHEAD)
    while i > least and _of_letterhead(text, found[i - 1]):
        i -= 1
    return i


def _of_letterhead(text: str, p: Paragraph) -> bool:
    if (
        len(p) > (3 * SHORT if marks.HONORABLE.match(text, p.start, p.end) else SHORT)
        or p.block == "noise"
        or marks.END.match(text, p.start, p.end)
    ):
        return False
    if is_lead_in(text, p) or marks.RESUMES.match(text, p.start, p.end) or _names_member(text, p):
        return False
    if len(p) > 30 and marks.HEADLINE.match(text, p.start, p.end) and not marks.ADDRESS.match(text, p.start, p.end):
        return False
    if marks.CLOSING.match(text, p.start, p.end):
        return False
    if marks.RELEASE_LINE.match(text, p.start, p.end) and not _TOWN.fullmatch(text, p.start, p.end):
        return False
    return text[p.end - 1] not in '.!?”"' or len(p) < 45 or bool(_HEAD_LINE.match(text, p.start, p.end))


_TOWN = re.compile(r"Washington,? D\.?C\.?")
"""The last line of an address; a release's dateline is printed in capitals or goes on."""
_HEAD_LINE = re.compile(rf"(?:Re|RE|Subject|SUBJECT|Ref)\s?:|{marks.HONORABLE.pattern}[^.!?]{{3,40}}, ")
"""A line of a letterhead whatever it ends with: a subject, or somebody honoured with degrees behind the name."""


def _names_member(text: str, p: Paragraph) -> bool:
    return text.find("(", p.start, p.end) >= 0 and any(mention(found) for found in in_brackets(text, p.start, p.end))


def is_lead_in(text: str, p: Paragraph) -> bool:
    """Tell whether a paragraph announces that the letter's text follows."""
    if len(p) <= 130 and marks.HEADED.match(text, p.start, p.end):
        return True
    last = max(p.start, text.rfind(". ", p.start, p.end - 20) + 2) if len(p) > 240 else p.start
    if text[p.end - 1] == "." and (
        not _STANDS_BELOW.search(lowered(text), last, p.end) or _SAID_ABOVE.search(text, max(last, p.end - 60), p.end)
    ):
        return False
    return bool(marks.LEAD_IN.match(text, last, p.end))


_SAID_ABOVE = re.compile(r"[”\"] [^“”\"]{0,50}\.$")
"""What tells of the words before it: "…,” the letter reads."."""
_STANDS_BELOW = re.compile(
    any_word([
        r"below\b", r"follow(?:s|ing)?\b",
        *(rf"{word}\b(?!.{{0,9}}\b(?:here|at)\b)" for word in ("in full", "in its entirety", "reads")),
    ])
)  # fmt: skip
"""Of a text in small letters: what a sentence that announces a letter's text says of it, but not
that it can be had elsewhere."""


def _announces_parts(text: str, found: list[Paragraph], top: int) -> bool:
    above = found[top - 1] if top else None
    return bool(
        above and is_lead_in(text, above) and marks.PARTIAL.search(text, max(above.start, above.end - 160), above.end)
    )


def _led_in(text: str, found: list[Paragraph]) -> tuple[int, int | None, int, bool] | None:
    """Find a letter without salutation, announced by a sentence such as "You can read the letter below"."""
    for i, p in enumerate(found[:-1]):
        if (text[p.end - 1] not in ".:" and len(p) > 60) or not is_lead_in(text, p):
            continue
        reach = range(i + 1, min(i + 14, len(found)))
        first = next(
            (k for k in reach if len(found[k]) > (60 if k == i + 1 and text[p.end - 1] == ":" else SHORT)), None
        )
        if first is None or not _reads_as_letter(text, found[first]):
            continue
        written = text[max(p.start, p.end - 160) : p.end]
        partial = bool(marks.PARTIAL.search(written) or _FROM_LETTER.search(written))
        return _top(text, found, first) if first > i + 1 else first, None, first, partial
    return None


_FROM_LETTER = re.compile(r"\b(?:wrote|writes?|written)\b[^\n]{0,30}$|\b[Ff]rom the(?:ir| \w+[’']s?)? ?letter\W*$")


def _reads_as_letter(text: str, p: Paragraph) -> bool:
    return p.block != "noise" and text[p.start] not in '“"' and not marks.RESUMES.match(text, p.start, p.end)


def _body_end(text: str, found: list[Paragraph], first: int, limit: int) -> int:
    """Return the paragraph with which the letter's own text is over."""
    closed = next((k for k in range(first, limit) if is_closing(text, found[k])), limit)
    over = next((k for k in range(first, closed) if marks.END.match(text, found[k].start, found[k].end)), closed)
    if closed < limit and over == closed:
        return closed
    over = next((k for k in range(first, over) if _outside(text, found[k])), over)
    return _before_names(text, found, first, over)


def _before_names(text: str, found: list[Paragraph], first: int, stop: int) -> int:
    """Return where the signers' names and offices begin that close a letter without "Sincerely"."""
    k, named = stop, False
    while k - 1 > first and _of_names(text, found[k - 1]):
        k -= 1
        named = named or bool(marks.SIGNER_OFFICE.search(text, found[k].start, found[k].end))
    alone = stop == len(found) and k < stop and text[found[k - 1].end - 1] in ".?!"  # names end the whole text
    bare = alone and bool(_PLAIN_NAME.fullmatch(text, found[k].start, found[k].end))
    return k if named or bare else stop


def _of_names(text: str, p: Paragraph) -> bool:
    """Tell whether a line may stand among signers' names: a name, an office, where they live."""
    return any(mark.match(text, p.start, p.end) for mark in (marks.SIGNER_LINE, marks.ADDRESS))


_PLAIN_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ]\.?)?(?: [A-ZÀ-Þ][\w’'-]+){1,2}")


def is_closing(text: str, p: Paragraph) -> bool:
    """Tell whether a paragraph is "Sincerely," or its like, or begins with it and goes on with names."""
    if len(p) > 60:
        return len(p) < 400 and bool(marks.CLOSING_START.match(text, p.start, p.end))
    return bool(marks.CLOSING.match(text, p.start, p.end) or marks.CLOSING_START.match(text, p.start, p.end))


def _outside(text: str, p: Paragraph) -> bool:
    """Tell whether a paragraph after a letter without closing is the release's or the page's again."""
    if _speaks_again(text, p) and not _first_person(text, p):
        return True
    if p.block == "noise" or marks.COPY.match(text, p.start, p.end):
        return True
    if len(p) < 160 and (marks.is_furniture(text, p.start, p.end) or marks.ABOUT.match(text, p.start, p.end)):
        return not marks.PAGE.match(text, p.start, p.end)
    return len(p) < 60 and text[p.start] == "[" and text[p.end - 1] == "]"


def _speaks_again(text: str, p: Paragraph) -> bool:
    """Tell whether the release speaks again with a paragraph: "Holm and Roe were joined in sending the letter by …"."""
    if marks.RESUMES.match(text, p.start, p.end):
        return True
    at = text.find(" were joined ", p.start, min(p.end, p.start + 90))
    return at >= 0 and " letter " in text[at : at + 50]


def _block_end(text: str, found: list[Paragraph], stop: int, limit: int) -> int:
    """Return where the signature block that begins at paragraph `stop` ends, with its copies and footnotes."""
    if stop >= limit or marks.END.match(text, found[stop].start, found[stop].end):
        return stop
    p = found[stop]
    named = (
        text[p.start] == "[" or marks.COPY.match(text, p.start, p.end) or marks.SIGNER_LINE.match(text, p.start, p.end)
    )
    if not is_closing(text, p) and not named:
        return stop
    for k in range(stop + 1, limit):
        p = found[k]
        if p.block == "noise" or marks.END.match(text, p.start, p.end) or _speaks_again(text, p):
            return k
        if marks.ABOUT.match(text, p.start, p.end) or is_lead_in(text, p) or is_furniture(text, p):
            return k
        if marks.ANNEX.match(text, p.start, p.end) or _FIRST_ITEM.match(text, p.start, p.end):
            return k
        listed = (
            _names_member(text, p) or _SIGNERS.match(text, p.start, p.end) or _ROSTER.fullmatch(text, p.start, p.end)
        )
        if len(p) > SHORT and not (listed or is_note(text, p) or marks.POSTSCRIPT.match(text, p.start, p.end)):
            return k
    return limit


_FIRST_ITEM = re.compile(r"\(?(?:1[.)]{1,2}|Q(?:uestion )?1[.:)])\s*\S")


def _annex_end(text: str, found: list[Paragraph], body: range, begin: int, limit: int) -> int | None:
    """Return where the annex ends that begins behind the signatures; None if none is announced or headed there."""
    if begin >= limit or not body:
        return None
    p = found[begin]
    headed = marks.ANNEX.match(text, p.start, p.end)
    if not headed and not _FIRST_ITEM.match(text, p.start, p.end):
        return None
    told = _ENCLOSES.search(lowered(text), found[body[0]].start, found[body[-1]].end)
    if not (told or (headed and headed["asks"])):
        return None
    over = next((k for k in range(begin + 1, limit) if _ends_annex(text, found[k])), limit)
    asks = any(_FIRST_ITEM.match(text, q.start, q.end) or text[q.end - 1] == "?" for q in found[begin:over])
    return over if asks else None


def _ends_annex(text: str, p: Paragraph) -> bool:
    return bool(marks.END.match(text, p.start, p.end) or marks.ABOUT.match(text, p.start, p.end)) or _outside(text, p)


_WITH_IT = ("enclosed", "attached", "accompanying", "appended", "below", "following")
_ENCLOSES = re.compile(
    any_word([
        *(rf"{word}\b[^.]{{0,40}}\b(?:questions?|requests?|list|document|letter|schedule)\b" for word in _WITH_IT),
        *(rf"{word}\b" for word in ("enclosure", "attachment", "appendix", "annex", "schedule")),
        r"questions?\b[^.]{0,30}\b(?:enclosed|attached|below)\b",
    ])
)  # fmt: skip
"""Of a text in small letters."""
_ROSTER = re.compile(
    r"(?:(?:[A-ZÀ-Þ][\w.’'-]*[ \xa0]){1,3}[A-ZÀ-Þ][\w’'-]+(?:,? "
    r"[JS]r\.)?(?:[,;]\s+(?:and\s+)?|\s+and\s+|\.?\s*$)){5,}"
)
"""Names in a row: those who sign below the first ones."""
_SIGNERS = re.compile(r"(?:[A-Z]\w+ ){0,2}(?:[Cc]o-?)?[Ss]ign(?:ers|atories|ed by)\b[^:.]{0,20}:")


def _leaves_quotation(text: str, before: Paragraph, p: Paragraph) -> bool:
    """Tell whether a letter in quotation marks is over: they are closed, and what follows has none."""
    return text[before.end - 1] in '”"' and text[p.start] not in '“"'


def closes_quotation(words: str) -> bool:
    """Tell whether a paragraph closes the marks that were opened before the greeting: it closes more than it opens."""
    return words[-1] in '”"' and (words.count("”") > words.count("“") or words.count('"') % 2 == 1)


_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|[Yy]ou|[Yy]our)\b")


def _first_person(text: str, p: Paragraph) -> bool:
    """Tell whether a paragraph speaks as the writers of a letter do, and not of the letter."""
    return not re.search(r"\bletters?\b|[“\"]", p.of(text)) and bool(_WE.search(text, p.start, p.end))


def is_furniture(text: str, p: Paragraph) -> bool:
    """Tell whether a line below a letter is the page's; rules and empty table rows are nobody's."""
    return marks.is_furniture(text, p.start, p.end) and any(map(str.isalpha, p.of(text)))


def is_note(text: str, p: Paragraph) -> bool:
    """Tell whether a paragraph below a signature is a footnote, a copy line or a list of enclosures."""
    return bool(marks.FOOTNOTE.match(text, p.start, p.end) or marks.COPY.match(text, p.start, p.end))
