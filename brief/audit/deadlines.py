"""Dates and deadlines of a claim against its passage, and a deadline's day reckoned again from the letter's date."""

from __future__ import annotations

from datetime import date

from brief.audit.dates import DateMention, compatible, dates, letter_date, resolve
from brief.audit.finding import Finding, Level
from brief.audit.passage import Passage
from brief.letter.anatomy import Letter
from brief.letter.card import Deadline
from brief.text import normalise


def check(text: str, passage: Passage) -> list[Finding]:
    """Look for each date of the claim in its passage; a day reckoned from "within 30 days" counts as given.

    Proves that the date, as far as the claim gives it, stands in the passage or follows from it. Does not prove that
    it is the date of the same event, but objects when the passage has another date and the claim's is from elsewhere.
    """
    return [f for d in dates(text) if (f := _check(d, passage)) is not None]


def _check(d: DateMention, passage: Passage) -> Finding | None:
    base = letter_date(passage.letter)
    near = dates(passage.sentence)
    if d.day and (other := _quoted_instead(d, passage, base)) is not None:
        return other
    if any(compatible(d, g, base) for g in near) or _follows(d, passage, base) or _is_letter_date(d, base):
        return None
    rival = next((g for g in near if bool(g.month) == bool(d.month)), None)
    paragraph = any(compatible(d, g, base) for g in dates(passage.paragraph))
    if paragraph and rival is None:
        return None
    elsewhere = paragraph or any(compatible(d, g, base) for g in dates(passage.letter.text))
    if elsewhere and rival is None:
        return None
    document = elsewhere or any(compatible(d, g, base) for g in dates(passage.text))
    level: Level = "certain" if not document else "likely" if rival else "unsure"
    where = "in the passage quoted" if document else "in the document"
    given = f"; the passage has “{rival.words}”" if rival else ""
    what = f"The date “{d.words}” does not stand {where}{given}."
    return passage.finding("dates", d.words, what, level, do="Take the date from the letter.")


def _is_letter_date(d: DateMention, base: date | None) -> bool:
    if base is None or not (d.year or d.month):
        return False
    return all(x in (None, y) for x, y in ((d.year, base.year), (d.month, base.month), (d.day, base.day)))


def _follows(d: DateMention, passage: Passage, base: date | None) -> bool:
    """Tell whether the date is the day that the passage's own expression comes to."""
    own = (*passage.letter.deadlines,)
    days = [*resolve(passage.sentence, base)]
    days += [date.fromisoformat(x.date) for x in own if x.date and x.as_stated in passage.sentence]
    return any(
        (d.year in (None, x.year))
        and (d.month in (None, x.month))
        and (d.day in (None, x.day))
        and (d.weekday in (None, x.weekday()))
        for x in days
    )


def _quoted_instead(d: DateMention, passage: Passage, base: date | None) -> Finding | None:
    """Object when the words quoted give another day of the claim's month, and the claim's only stands around them."""
    quoted = [g for g in dates(passage.quoted) if g.day]
    if _is_letter_date(d, base) or any(compatible(d, g, base) for g in quoted):
        return None
    other = next((g for g in quoted if g.month == d.month), None)
    if other is None or len([g for g in quoted if g.month == d.month]) > 1:
        return None
    what = f"The words quoted give “{other.words}”, not “{d.words}”."
    return passage.finding("dates", d.words, what, do="Take the date from the letter.")


def check_deadline(deadline: Deadline, passage: Passage) -> list[Finding]:
    """Check a deadline's words against the passage, and its day against the words.

    Proves the arithmetic from the letter's date as the card gives it; holidays are not known. An expression that fixes
    no day ("promptly") must have none.
    """
    letter = passage.letter
    words = normalise(deadline.as_stated).text.strip()
    stands = deadline.as_stated in letter.document.text or words in normalise(letter.document.text).text
    if not words or not stands:
        what = f"The deadline “{deadline.as_stated}” does not stand in the document."
        return [passage.finding("dates", deadline.as_stated, what, "certain", part="deadline")]
    findings = []
    ring = normalise(passage.paragraph).text
    if passage.evidence and words not in ring and words not in normalise(deadline.evidence.quote).text:
        findings.append(
            Finding(
                check="dates",
                level="unsure",
                words=deadline.as_stated,
                part="deadline",
                what=f"The deadline “{deadline.as_stated}” stands in another passage.",
            )
        )
    return findings + _check_day(deadline, letter)


def _check_day(deadline: Deadline, letter: Letter) -> list[Finding]:
    own = {d.date for d in letter.deadlines if d.as_stated == deadline.as_stated}
    days = {d.isoformat() for d in resolve(deadline.as_stated, letter_date(letter))}
    if deadline.date is None or deadline.date in own or deadline.date in days:
        return []
    due = sorted(days or {o for o in own if o})
    level: Level = "certain" if due else "likely"
    comes = f"comes to {due[0]}" if due else "fixes no day"
    return [
        Finding(
            check="dates",
            level=level,
            words=deadline.date,
            part="deadline.date",
            source=deadline.evidence,
            what=f"“{deadline.as_stated}” {comes}, not to {deadline.date}.",
            do="Reckon the day from the letter's date.",
        )
    ]
