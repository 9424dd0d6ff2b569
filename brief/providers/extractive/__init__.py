"""The program's own model: answers by rule, from the letter's own sentences, with no key and no network.

How a letter is read (`reading`):

1. `units` are its sentences in their places, and `leads` tells what governs the items of a list.
2. `asks` and `questions` find what it wants (in a report `reported` and `reported_lists`), `positions` where its
   writers stand, `background` why they write; `excerpts` and `fronting` add what a release says beside its quotations.
3. `weighing` chooses the ask to know first, `headline` makes the first line of it, with `parties` as its subject and
   object; `wording` and `phrases` cut claims from the letter's own words, `topics` labels them.

How two letters are compared (`compare`): `stands` tells for from against, `matters` what both concern, and `leading`
writes the first line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from brief.drafts import RepairDraft
from brief.errors import ProviderError
from brief.exchange import Reply, Request
from brief.providers.extractive.compare import compare
from brief.providers.extractive.reading import read_letter


class Extractive:
    """A provider that works by rule: the same letter gets the same answer, always."""

    model = "extractive"
    host = "local"

    async def complete(self, request: Request) -> Reply:
        """Answer a request from its variables; a task without rules raises `ProviderError`."""
        try:
            answer = _TASKS[request.task]
        except KeyError:
            raise ProviderError(f"the extractive model has no rules for the task {request.task!r}") from None
        return Reply(answer(request.variables), self.model, origin="rules")


def _summarize(variables: Mapping[str, str]) -> str:
    return read_letter(
        variables["letter"],
        kind=variables.get("kind", "full"),
        senders=_named(variables.get("from", "")),
        to=_named(variables.get("to", "")),
        title=variables.get("title", ""),
        told=variables.get("told", ""),
        lead=variables.get("lead", ""),
        offices=variables.get("offices", ""),
        found=variables.get("found", "") != "nothing",
    ).model_dump_json()


def _named(line: str) -> str:
    """Return the names on a line of the card; one that says that none is stated has none."""
    return "" if line == "not stated" else line


def _repair(variables: Mapping[str, str]) -> str:
    """Rules don't change their mind."""
    del variables
    return RepairDraft(patches=[]).model_dump_json()


def _compare(variables: Mapping[str, str]) -> str:
    return compare(variables).model_dump_json()


_TASKS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "summarize": _summarize,
    "compare": _compare,
    "repair": _repair,
}
