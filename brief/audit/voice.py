"""Whose words are they: a press quotation, a reporter's sentence or a quoted document is not the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brief.audit.finding import Finding, Level, Role
from brief.audit.passage import Passage, paragraph_at
from brief.evidence import Evidence
from brief.letter.anatomy import Letter

_WHOSE = {
    "sender": "a signer's words to the press",
    "release": "the release's or reporter's words",
    "third_party": "somebody else's words",
    "letter": "the letter's words",
}
_LETTER_ONLY: frozenset[Role] = frozenset({"action", "question", "position", "bottom_line", "contrast"})


def check(passage: Passage, role: Role, *, reported: bool = False) -> Iterator[Finding]:
    """Object when what is said to be the letter's rests on words that are not the letter's.

    Args:
        passage: What a claim rests on. role: What the claim is in the brief.
        reported: Whether the claim says of itself that it is as reported: a release's words are fair evidence for it.

    Proves that the passage lies outside (or inside) the letter's own text as the program split the document; a letter
    that is only reported has no text of its own, and its report counts.
    """
    letter = passage.letter
    foreign = [e for e in passage.evidence if _is_foreign(e, letter, reported)] if role != "title" else []
    all_foreign = len(foreign) == len(passage.evidence)
    level: Level = "unsure" if role not in _LETTER_ONLY else "certain" if all_foreign else "likely"
    if all(_opens_quoted(e, letter) for e in foreign):
        level = "unsure"  # a letter that a release gives in quotation marks, paragraph by paragraph
    for e in foreign:
        what = f"“{e.quote[:90]}” stands outside the letter: {_WHOSE[letter.voice_at(e.start or 0)]}."
        do = "Rest it on the letter's own sentence, or say whose words they are."
        yield Finding(check="voice", level=level, words=e.quote, source=e, what=what, do=do)


def _is_foreign(evidence: Evidence, letter: Letter, reported: bool) -> bool:
    """Whether words are not the letter's; what a release tells of one that it only quotes from is fair evidence."""
    at = evidence.start or 0
    voice, kind = letter.voice_at(at), letter.card.kind
    told = (kind == "reported" and any(at in s for s in letter.body)) or (
        voice == "release" and (reported or kind == "excerpt")
    )
    return voice != "letter" and not told


def _opens_quoted(evidence: Evidence, letter: Letter) -> bool:
    """Whether the paragraph of a quotation is one long quotation that names no speaker."""
    around = paragraph_at(letter.document, evidence.start or 0)
    said = around.of(letter.document.text).strip()
    return said[:1] in '“"' and not _SPEAKS.search(said)


_SPEAKS = re.compile(r"[”\"],?\s+(?:\w+\s+){0,6}?(?:said|says|added|stated|continued|concluded)\b|\bsaid\s+[A-Z]")
