"""What a request about a letter is filled with: its card, its text, and what the release around it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.letter.anatomy import NOTHING_FOUND, Letter
from brief.letter.card import LetterCard, Person, Recipient
from brief.text import sentences


def variables(letter: Letter) -> dict[str, str]:
    """Return what the prompt is filled with: the card as found on the page, and the letter's own text."""
    card = letter.card
    return {
        "kind": kind_told(card),
        "date": card.date or "not stated",
        "from": _line([_person(p) for p in card.senders] + [card.senders_unnamed or ""]),
        "to": _line([_recipient(r) for r in card.recipients]),
        "title": card.title or "none",
        "told": _release(letter),
        "letter": letter.text,
    }


def kind_told(card: LetterCard) -> str:
    """Return the kind as the prompts know it: a text that shows no letter is given whole, as one."""
    return "full" if card.kind == "none" else card.kind


_TELLING = 6  # words of a stretch that tells something: between quotations stands only who said them
_RELEASE = 6000  # characters of a release: more than a page of it tells of other things


def _release(letter: Letter) -> str:
    """Return the release around an excerpt: it often tells what the parts quoted leave out."""
    told = "\n\n".join(_told_around(letter)) if letter.card.kind == "excerpt" else ""
    if len(told) > _RELEASE:  # half a sentence would be read as a whole one
        *whole, _ = sentences(told, 0, _RELEASE)
        told = told[: whole[-1].end if whole else _RELEASE]
    return told or "nothing"


def _told_around(letter: Letter) -> Iterator[str]:
    """Yield a release's paragraphs; a short line is one only below words that lead in a list."""
    listing = False
    for part in letter.parts:
        words = letter.document.text[part.start : part.end].strip()
        telling = part.kind == "release" and len(words.split()) >= _TELLING
        item = listing and part.kind in ("heading", "release") and any(map(str.isalpha, words))
        if telling or item:
            yield words
        listing = words.endswith(":") or (listing and not words.endswith("."))


def _line(names: Sequence[str]) -> str:
    return "; ".join(filter(None, names)) or "not stated"


def _person(person: Person) -> str:
    place = "-".join(filter(None, (person.party, person.state, person.district)))
    return person.name + (f" ({place})" if place else "") + (f", {person.role}" if person.role else "")


def _recipient(recipient: Recipient) -> str:
    return recipient.as_stated or " ".join(filter(None, (recipient.office, recipient.name)))


def aside(letter: Letter) -> dict[str, str]:
    """Return what the rules read beside the prompt's variables: no prompt holds it, so no request's key has it.

    `lead` is the beginning of the release around the letter, `found` says whether the page holds a letter at all,
    `offices` names the offices of those written to, which may stand only on the page.
    """
    told, length = [], 0
    for words in _told_around(letter):  # a long release is not read to its end for its beginning
        told.append(words)
        length += len(words) + 2
        if length > _LEAD + 2:
            break
    lead = "\n\n".join(told)
    return {
        "lead": lead if len(lead) <= _LEAD else lead[: lead.rfind(" ", 0, _LEAD) + 1],
        "found": "nothing" if NOTHING_FOUND in letter.notes else "letter",
        "offices": "; ".join(r.office for r in letter.card.recipients if r.office),
    }


_LEAD = 700  # characters of a release in which it says what the letter is for
