"""What a verification found, and how it reads as text, Markdown and JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from brief.audit import Finding
from brief.evidence import Value


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
    for found in outcome.findings:
        yield ""
        yield f"{bullet}{strong}{_SURE[found.level]}{strong} {escape(found.part)} ({found.check}): {escape(found.what)}"
        if found.source is not None and found.source.start is not None:
            page = f", page {found.source.page}" if found.source.page else ""
            near = escape(" ".join(found.source.quote.split())[:160])
            yield f"  Source, characters {found.source.start} to {found.source.end}{page}: {near}"
        yield f"  {escape(found.do)}"
    if outcome.notes:
        yield ""
        yield f"{len(outcome.notes)} further notes (what no check can tell, or the brief itself admits): see the JSON."


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
