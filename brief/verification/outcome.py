"""What a verification found, and how it reads as text, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from pydantic import Field

from brief.audit import Finding, Level
from brief.audit.finding import Check
from brief.evidence import Evidence, Value


def wrong(
    part: str,
    what: str,
    words: str = "",
    level: Level = "certain",
    source: Evidence | None = None,
    *,
    check: Check = "record",
    do: str = "Make it anew from the document.",
) -> Finding:
    """Return an objection to what a saved result says of its document or of itself; arguments as in `Finding`."""
    return Finding(check=check, part=part, what=what, words=words, level=level, source=source, do=do)


class SourceState(Value):
    """One document that the brief rests on: found as it was, found changed, or not found."""

    name: str
    sha256: str
    state: Literal["found", "changed", "missing"]
    path: str | None = None


class Verification(Value):
    """The outcome of a verification.

    Args:
        kind: What was checked: `summaries`, `comparison`, `matrix` or `text`.
        sources: The documents, and whether they are what they were.
        claims: How many claims (of a text: sentences) were checked; `supported`, `partly`, `unsupported` of them now.
        findings: What is wrong, and `notes` what the checks could not tell or the brief itself already admits.
        sentences: Of a text, its sentences as they were read; `sentence.3` is the third.
    """

    schema_version: str = Field(default="letterbrief/verification.v1", alias="schema")
    kind: str
    sources: tuple[SourceState, ...] = ()
    claims: int = 0
    supported: int = 0
    partly: int = 0
    unsupported: int = 0
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()
    sentences: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong and every source is the one that it was made from."""
        return not self.findings and all(s.state == "found" for s in self.sources)


_SURE = {"certain": "wrong", "likely": "doubtful", "unsure": "cannot tell"}


def as_text(outcome: Verification) -> str:
    """Lay the outcome out for a terminal or a log: one finding a paragraph."""
    return "\n".join(_lines(outcome, "", "")) + "\n"


def as_markdown(outcome: Verification) -> str:
    """Lay the outcome out as Markdown; words of the brief and the letter are escaped."""
    return "\n".join(_lines(outcome, "**", "- ")) + "\n"


def _lines(outcome: Verification, strong: str, bullet: str) -> Iterator[str]:
    escape = _escaped if strong else _plain
    yield f"{'# ' if strong else ''}Verification of the {outcome.kind}: {_verdict(outcome)}"
    yield ""
    for s in outcome.sources:
        yield f"{bullet}Source {escape(s.name)}: {_STATES[s.state]}"
    yield ""
    yield (
        f"{outcome.claims} claims checked: {outcome.supported} supported, {outcome.partly} in doubt, "
        f"{outcome.unsupported} unsupported."
    )
    for part, group in groupby(outcome.findings, key=lambda f: f.part):
        together = tuple(group)
        yield ""
        if not outcome.sentences:
            for found in together:
                sure = f"{strong}{_SURE[found.level]}{strong}"
                yield f"{bullet}{sure} {escape(part)} ({found.check}): {escape(found.what)}"
                yield from _pointed(found, escape)
            continue
        gravest = min((f.level for f in together), key=tuple(_SURE).index)
        yield f"{bullet}{strong}{_SURE[gravest]}{strong} {escape(_named(part, outcome.sentences))}"
        for found in together:
            yield f"  {escape(found.what)} ({found.check})"
        yield from _pointed(together[0], escape)
    if outcome.notes:
        yield ""
        notes = f"{len(outcome.notes)} further note{'s' if len(outcome.notes) > 1 else ''}"
        yield f"{notes} (what no check can tell, or the brief itself admits): see the JSON."


def _named(part: str, sentences: Sequence[str]) -> str:
    """A sentence by its own words: `sentence 3: “The mill …”`."""
    number = int(part.split(".")[1]) if part.startswith("sentence.") else 0
    return f"sentence {number}: “{_cut(sentences[number - 1])}”" if 0 < number <= len(sentences) else part


def _pointed(found: Finding, escape: Callable[[str], str]) -> Iterator[str]:
    """Where to look in the source, and what to do."""
    if found.source is not None and found.source.start is not None:
        page = f", page {found.source.page}" if found.source.page else ""
        near = escape(_cut(" ".join(found.source.quote.split())))
        yield f"  Source, characters {found.source.start} to {found.source.end}{page}: {near}"
    yield f"  {escape(found.do)}"


def _cut(words: str) -> str:
    """The beginning of a text, cut between words."""
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:')} …"


_LONGEST = 160
_STATES = {
    "found": "found, unchanged",
    "changed": "CHANGED since the brief was made (another SHA-256)",
    "missing": "not found",
}


def _verdict(outcome: Verification) -> str:
    if outcome.passed:
        return "it stands"
    changed = any(s.state != "found" for s in outcome.sources)
    wrong = len(outcome.findings)
    said = f"{wrong} {'finding' if wrong == 1 else 'findings'}" if wrong else "nothing wrong found"
    return f"{said}, and not every source is the one it was made from" if changed else said


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|!" else c for c in _plain(text))
