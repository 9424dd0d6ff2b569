"""What a check has to say: what, where in the brief, where in the source, how sure, and what to do.

A finding changes a claim's status (`likely`, `certain`) only if it names a contradiction in the passage: another
figure, date or name, the denial, the contrary word, the other party, another's voice; or if the word is a figure, a
date, a citation or a name new to the whole document. A check that only finds a word, a clause or a condition absent
says nothing; one that finds a name, a reason or an item elsewhere or nowhere, and cannot tell whether that is wrong, is
`unsure`: a note for those who read the JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from brief.evidence import Evidence, Status, Value

Check = Literal[
    "quotes",
    "figures",
    "dates",
    "names",
    "citations",
    "polarity",
    "modality",
    "actors",
    "voice",
    "support",
    "silence",
    "coverage",
    "card",
    "record",
]
# `certain`: the source contradicts it, or holds nothing of it. `likely`: it should be looked at before it is passed on.
# `unsure`: the check cannot tell; it changes no status.
Level = Literal["certain", "likely", "unsure"]
COMPARE = "Compare the sentence with the source and correct it."
Role = Literal["bottom_line", "action", "question", "position", "background", "contrast", "title", "sentence"]


class Finding(Value):
    """One objection to one part of a brief.

    Args:
        check: The family of checks that raised it.
        what: One sentence, with the words of the brief and of the source that don't go together.
        level: How sure, in words; deliberately no number.
        part: Where in the brief ("actions.2", "letter.date"); counts from 0, as in the JSON.
        words: The words of the brief that it is about.
        source: Where in the source to look, if there is such a place.
        do: What to do about it.
    """

    check: Check
    what: str
    level: Level = "likely"
    part: str = ""
    words: str = ""
    source: Evidence | None = None
    do: str = COMPARE

    def at(self, part: str) -> Finding:
        """Return the same finding, placed at `part` of the brief (before a field that it already names)."""
        return self.model_copy(update={"part": f"{part}.{self.part}" if self.part else part})


def status_of(findings: Iterable[Finding]) -> Status:
    """Return what the findings leave of a claim: a contradiction fails it, a doubt makes it `partly`."""
    levels = {f.level for f in findings}
    if "certain" in levels:
        return "unsupported"
    return "partly" if "likely" in levels else "supported"
