"""What of a letter the brief has: questions, numbered items, deadlines, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brief.audit.figures import figures_of
from brief.audit.finding import Finding
from brief.audit.passage import Passage, sentences_over
from brief.audit.quantities import Quantity, quantities, same_value
from brief.document import Span, overlap
from brief.evidence import Claim, Evidence
from brief.letter.anatomy import Letter
from brief.letter.card import Deadline
from brief.letter.lists import Item, find_items
from brief.letter.rhetoric import RHETORICAL
from brief.searching import any_word, lowered
from brief.summary import Action, Coverage, Covered, Question
from brief.text import normalise

_RHETORICAL_REACH = 400
_LEAST_LETTERS = 5  # a "?" alone is no question


def coverage(letter: Letter, claims: Iterable[Claim], deadlines: Sequence[Deadline] = ()) -> Coverage:
    """Count what of the letter's questions, numbered items, deadlines and figures the claims have.

    A thing is found if a claim's evidence shares a character with it, or, for figures, if a claim names the figure. A
    letter's rhetorical questions count only where a list or a lead-in marks them as questions to answer, or the claims
    have them as such.
    """
    every = tuple(claims)
    spans = _spans(every)
    due = [*(d for c in every if isinstance(c, Action) and (d := c.deadline)), *deadlines]
    figures = figures_of(letter)
    return Coverage(
        questions=_share(_to_answer(letter, every), spans),
        numbered_items=_share([_item_span(letter, i) for i in items_of(letter)], spans),
        deadlines=Covered(found=sum(_has(d, due, every) for d in letter.deadlines), total=len(letter.deadlines)),
        figures=Covered(found=_figures_found(letter, figures, spans, every), total=len(figures)),
    )


def _spans(claims: Iterable[Claim]) -> list[Span]:
    """Where the evidence of some claims stands."""
    return [s for c in claims for s in c.spans]


def _to_answer(letter: Letter, claims: Sequence[Claim]) -> list[Span]:
    """The letter's questions, and what else the claims give as its questions."""
    marked = questions_of(letter)
    listed = (_spans([c])[:1] for c in claims if isinstance(c, Question))
    return [*marked, *(s for one in listed for s in one if not overlap(s, marked))]


def _figures_found(letter: Letter, figures: Sequence[Quantity], spans: Sequence[Span], claims: Sequence[Claim]) -> int:
    """Count the figures that stand in some evidence; only the others are looked for in the claims' own words."""
    rest = [q for q in figures if not overlap(letter.in_document(q.start, q.end), spans)]
    said = [q for c in claims for q in quantities(c.text)] if rest else ()
    return len(figures) - sum(not any(same_value(s, q) for s in said) for q in rest)


def _share(things: Sequence[Span], spans: Sequence[Span]) -> Covered:
    return Covered(found=sum(overlap(t, spans) for t in things), total=len(things))


def _has(deadline: Deadline, due: Sequence[Deadline], claims: Sequence[Claim]) -> bool:
    stated = deadline.as_stated
    return any(d.as_stated == stated for d in due) or any(stated.lower() in c.text.lower() for c in claims)


def missing(letter: Letter, claims: Iterable[Claim]) -> list[Finding]:
    """List the numbered items and the questions of the letter that no claim rests on, and numbers given twice.

    Proves that the brief points at each item, not that it says what the item says.
    """
    every = tuple(claims)
    spans = _spans(every)
    said = {_squeezed(e.quote) for c in every for e in c.evidence}
    items = [(i.number or "", _item_span(letter, i)) for i in items_of(letter)]
    found = [_lacks(f"Item {number}", span, letter) for number, span in items if not overlap(span, spans)]
    questions = [q for q in questions_of(letter) if not overlap(q, spans)]
    questions += [q for q in _beside(letter, every) if q not in questions and not overlap(q, spans)]
    questions = [q for q in questions if _squeezed(_of(letter, q)) not in said]  # put twice in the same words
    return found + [_lacks("A question", q, letter) for q in questions if not _within(q, found)]


NOT_LISTED = "Numbered in the letter and not listed above: "
"""How a brief admits that it leaves out items of the letter's lists."""
_HEADING = re.compile(r"[IVX]+|[A-Z]")
_SAYS = 5  # words of an item that says something; fewer only head what follows


def not_listed(letter: Letter, claims: Iterable[Claim]) -> str | None:
    """Return the sentence with which a brief admits the numbered items that it leaves out, or None."""
    spans = _spans(tuple(claims))
    left = [i for i in items_of(letter) if not overlap(_item_span(letter, i), spans)]
    numbers = [
        i.number for i in left
        if i.number and not _HEADING.fullmatch(i.number) and len(letter.text[i.start : i.end].split()) >= _SAYS
    ]  # fmt: skip
    return f"{NOT_LISTED}{', '.join(numbers)}." if numbers else None


def admits(gaps: Iterable[str], finding: Finding) -> bool:
    """Tell whether a brief says itself that it leaves out the item that a finding misses."""
    number = finding.what.removeprefix("Item ").partition(" ")[0]
    told = (gap.removeprefix(NOT_LISTED).rstrip(".").split(", ") for gap in gaps if gap.startswith(NOT_LISTED))
    return finding.what.startswith("Item ") and any(number in numbers for numbers in told)


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _of(letter: Letter, span: Span) -> str:
    return span.of(letter.document.text)


def _beside(letter: Letter, claims: Sequence[Claim]) -> list[Span]:
    """The questions that stand right before or after one that the brief has as a question: they are put together."""
    spans = _spans(c for c in claims if isinstance(c, Question))
    text = letter.document.text
    found = []
    for body in letter.body if spans else ():
        run = [s for s in sentences_over(text, body) if s.start >= body.start]
        puts = [_puts(s.of(text)) for s in run]
        had_here = [put and overlap(s, spans) for s, put in zip(run, puts, strict=True)]
        for n, put in enumerate(puts):
            if put and (had_here[n - 1 : n] == [True] or had_here[n + 1 : n + 2] == [True]):
                found.append(run[n])
    return found


def _puts(words: str) -> bool:
    """Tell whether a sentence is a question that somebody is meant to answer."""
    return words.rstrip("\"”’') ]").endswith("?") and not RHETORICAL.match(words)


def _within(span: Span, found: Sequence[Finding]) -> bool:
    """Tell whether a span lies in an item that is already told to be missing."""
    return overlap(span, (s for f in found if f.source is not None and (s := f.source.span) is not None))


def _lacks(what: str, span: Span, letter: Letter) -> Finding:
    quote = span.of(letter.document.text)
    words = " ".join(quote.split())
    return Finding(
        check="coverage", level="certain", part="questions" if "?" in words else "actions", words=words[:120],
        source=Evidence(quote=quote, start=span.start, end=span.end, match="exact", letter=letter.id),
        what=f"{what} of the letter is not in the brief: “{words[:100]}”.", do="Add it.",
    )  # fmt: skip


def items_of(letter: Letter) -> tuple[Item, ...]:
    """Return the letter's numbered and lettered items; their offsets count in `Letter.text`.

    An item that only leads into those under it ("2. With respect to the gates:") is none.
    """
    every = find_items(letter.text)
    parents = {i.parent for i in every if i.parent}
    own = (i for i in every if i.number and i.end > i.start)
    return tuple(i for i in own if i.number not in parents or not letter.text[i.start : i.end].rstrip().endswith(":"))


def _item_span(letter: Letter, item: Item) -> Span:
    """The item's place in the document."""
    return letter.in_document(item.start, item.end)


def questions_of(letter: Letter) -> list[Span]:
    """Return the letter's questions: those in list items, and those after a lead-in that asks for answers."""
    text = letter.document.text
    if "?" not in letter.text:
        return []
    items = [_item_span(letter, i) for i in find_items(letter.text)]
    lead = [m.start() for b in letter.body for m in _ASKS_ANSWERS.finditer(lowered(text), b.start, b.end)]
    found = []
    for body in letter.body:
        for s in sentences_over(text, body):
            if not text[s.start : s.end].rstrip("\"”’') ]").endswith("?") or s.start < body.start:
                continue
            inside = any(i.start - 8 <= s.start < i.end for i in items)
            marked = inside or any(0 < s.start - at < _RHETORICAL_REACH for at in lead)
            if marked and sum(c.isalpha() for c in text[s.start : s.end]) >= _LEAST_LETTERS:
                found.append(s)
    return found


_ASKS_ANSWERS = re.compile(
    any_word([
        "following questions", "these questions", "questions below", "answers? to", "questions:", "respond to",
        "written answers", "answer the",
    ]) + r"\b"
)  # fmt: skip


def check_number(number: str | None, passage: Passage) -> Iterator[Finding]:
    """Object when a number given as printed is not that of the item the passage stands in.

    Proves the number where the program finds the list; where it finds none, a number objects to nothing.
    """
    inside = _items_at(passage) if number is not None else []
    if number is None or not inside or _bare(number) in _opened(passage):
        return
    printed = {_bare(x) for i in inside for x in (i.number, i.parent, f"{i.parent or ''}{i.number}") if x}
    if _bare(number) not in printed:  # an ask with parts may have its stem's
        what = f"The number is given as “{number}”; the letter prints “{inside[0].marker.strip()}”."
        yield passage.finding("coverage", number, what, do="Give the number as printed.", part="number")


def check_parent(number: str | None, parent: str | None, passage: Passage) -> Iterator[Finding]:
    """Object when a question is put under another item than the one that it stands under in the letter.

    Proves the place where the program finds the list; a second question within an item has that item as its parent.
    """
    inside = _items_at(passage) if parent is not None else []
    if parent is None or not inside:
        return
    allowed = {_bare(x) for i in inside for x in (i.parent, i.number, f"{i.parent or ''}{i.number or ''}") if x}
    if _bare(parent) not in allowed or (number and _bare(parent) == _bare(number)):
        what = f"The question is put under “{parent}”, and stands under “{inside[0].parent or inside[0].number}”."
        do = "Give the number of the item that it stands under."
        yield passage.finding("coverage", parent, what, do=do, part="parent")


def _items_at(passage: Passage) -> list[Item]:
    """The items in which a passage stands."""
    letter = passage.letter
    return [i for i in items_of(letter) if overlap(_item_span(letter, i), passage.spans)]


def _opened(passage: Passage) -> set[str]:
    """The numbers of the items with which a passage begins, those that only lead in the items below them too."""
    starts = {s.start for s in passage.spans}
    items = find_items(passage.letter.text)
    return {_bare(i.number) for i in items if i.number and _item_span(passage.letter, i).start in starts}


def _bare(number: str) -> str:
    return re.sub(r"[^a-z0-9]", "", normalise(number).text)
