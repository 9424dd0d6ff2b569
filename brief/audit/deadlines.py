"""Dates and deadlines of a claim against its passage, and a deadline's day reckoned again from the letter's date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brief.audit.dates import DateMention, compatible, dates, letter_date, resolve
from brief.audit.finding import Finding, Level
from brief.audit.passage import Passage
from brief.letter.card import Deadline
from brief.text import normalise


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Look for each date of the claim in its passage; a day reckoned from "within 30 days" counts as given.

    Proves that the date, as far as the claim gives it, stands in the passage or follows from it. Does not prove that
    it is the date of the same event, but objects when the passage has another date and the claim's is from elsewhere.
    """
    base = letter_date(passage.letter)
    for d in dates(text):
        other = _quoted_instead(d, passage, base) if d.day else None
        if other is not None:
            what = f"The words quoted give “{other.words}”, not “{d.words}”."
            yield passage.finding("dates", d.words, what, do="Take the date from the letter.")
        elif not (_stands(d, passage.sentence, base) or _follows(d, passage, base) or _is_letter_date(d, base)):
            yield from _elsewhere(d, passage, base)


def _elsewhere(d: DateMention, passage: Passage, base: date | None) -> Iterator[Finding]:
    """Object to a date that its sentence does not have, unless the document has it and the sentence no other."""
    rival = next((g for g in dates(passage.sentence) if bool(g.month) == bool(d.month)), None)
    document = any(_stands(d, ring, base) for ring in (passage.paragraph, passage.letter.text, passage.text))
    if document and rival is None:
        return
    level: Level = "likely" if document else "certain"
    where = "in the passage quoted" if document else "in the document"
    given = f"; the passage has “{rival.words}”" if rival else ""
    what = f"The date “{d.words}” does not stand {where}{given}."
    yield passage.finding("dates", d.words, what, level, do="Take the date from the letter.")


def _stands(d: DateMention, ring: str, base: date | None) -> bool:
    return any(compatible(d, g, base) for g in dates(ring))


def _is_letter_date(d: DateMention, base: date | None) -> bool:
    if base is None or not (d.year or d.month):
        return False
    return all(x in (None, y) for x, y in ((d.year, base.year), (d.month, base.month), (d.day, base.day)))


def _follows(d: DateMention, passage: Passage, base: date | None) -> bool:
    """Tell whether the date is the day that the passage's own expression comes to."""
    days = [*resolve(passage.sentence, base)]
    due = (x for x in passage.letter.deadlines if x.as_stated in passage.sentence)
    days += [date.fromisoformat(x.date) for x in due if x.date]
    return any(
        all(y in (None, z) for y, z in ((d.year, x.year), (d.month, x.month), (d.day, x.day), (d.weekday, x.weekday())))
        for x in days
    )


def _quoted_instead(d: DateMention, passage: Passage, base: date | None) -> DateMention | None:
    """The one other day of the claim's month that the words quoted give, if the claim's only stands around them."""
    quoted = [g for g in dates(passage.quoted) if g.day]
    of_month = [g for g in quoted if g.month == d.month]
    held = _is_letter_date(d, base) or any(compatible(d, g, base) for g in quoted)
    return of_month[0] if len(of_month) == 1 and not held else None


def check_deadline(deadline: Deadline, passage: Passage) -> Iterator[Finding]:
    """Check a deadline's words against the passage, and its day against the words.

    Proves the arithmetic from the letter's date as the card gives it; holidays are not known. An expression that fixes
    no day ("promptly") must have none.
    """
    stated, letter = deadline.as_stated, passage.letter
    words = normalise(stated).text.strip()
    if not words or (stated not in letter.document.text and words not in normalise(letter.document.text).text):
        what = f"The deadline “{stated}” does not stand in the document."
        yield passage.finding("dates", stated, what, "certain", part="deadline")
        return
    own = {d.date for d in letter.deadlines if d.as_stated == stated}
    days = {d.isoformat() for d in resolve(stated, letter_date(letter))}
    if deadline.date is not None and deadline.date not in own | days:
        due = sorted(days or {o for o in own if o})
        what = f"“{stated}” {f'comes to {due[0]}' if due else 'fixes no day'}, not to {deadline.date}."
        yield Finding(
            check="dates", level="certain" if due else "likely", words=deadline.date, part="deadline.date",
            source=deadline.evidence, what=what, do="Reckon the day from the letter's date.",
        )  # fmt: skip
