"""The waist: a filled request is answered, its form read, its content checked, and what failed is asked again once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from pathlib import Path
from typing import Any, Generic, TypeVar

from brief.drafts import Form, PatchDraft, RepairDraft
from brief.errors import (
    BadReply,
    BudgetExceeded,
    CutOff,
    Filtered,
    FormError,
    ModelRefused,
    NotRecorded,
    ProviderError,
)
from brief.exchange import Message, Provider, Reply, Request, Usage
from brief.prompt import Prompt, load, marker
from brief.schema import read_form, schema_of, schema_text

F = TypeVar("F", bound=Form)
_SENT_BACK = 2000  # characters of an unreadable answer


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a check objects to: the part of the draft ("actions.2", "bottom_line"), and why."""

    part: str
    why: str


@dataclass(frozen=True)
class Asked(Generic[F]):
    """An answer that has its form.

    Args:
        draft: The answer, after the repair round if there was one.
        request: The first request; its key names the whole exchange. reply: The last reply.
        usage: Of both rounds together, or None if no reply told.
        repaired: Parts that the repair round changed.
        withdrawn: Parts that it took back, as the first answer had them.
    """

    draft: F
    request: Request
    reply: Reply
    usage: Usage | None = None
    repaired: tuple[str, ...] = ()
    withdrawn: tuple[tuple[Fault, Mapping[str, Any]], ...] = ()


def make_request(
    task: str,
    subject: str,
    form: type[Form],
    variables: Mapping[str, str],
    provider: Provider,
    prompts: Path | None = None,
    aside: Mapping[str, str] | None = None,
) -> Request:
    """Fill the prompt of `task`: its variables, `$form` (the answer's JSON Schema) and `$marker` (fences the material).

    What is told `aside` is for answerers that work by rule: no prompt holds it.

    Raises:
        PromptError: There is no such prompt, or it has a variable without a value.
    """
    prompt = load(task, prompts)
    schema = schema_of(form)
    filled = prompt.fill({**variables, "form": schema_text(form), "marker": marker("\n".join(variables.values()))})
    return Request(
        task=task,
        subject=subject,
        model=provider.model,
        host=provider.host,
        messages=filled,
        form=form.__name__,
        schema=schema,
        prompt=prompt.name,
        prompt_sha256=prompt.sha256,
        variables={**variables, **(aside or {})},
    )


async def ask(
    provider: Provider,
    request: Request,
    form: type[F],
    check: Callable[[F], Sequence[Fault]] = lambda _: (),
    prompts: Path | None = None,
) -> Asked[F]:
    """Get an answer in `form` that `check` accepts, with at most one repair round.

    An answer that cannot be read is asked for again whole; one with faults, only in its faulty parts. What still
    fails `check` after that stays in the draft: the caller shows it as unsupported.

    Raises:
        FormError: The answer could not be read, twice.
        ProviderError: No answer, or one that was refused, filtered or cut; these are never asked again.
    """
    reply = await _complete(provider, request)
    try:
        draft = read_form(reply.text, form)
    except FormError as error:
        return await _ask_again(provider, request, reply, form, error, prompts)
    first = Asked(draft, request, reply, reply.usage)
    if reply.origin == "rules":
        return first  # rules don't change their mind
    faults = check(draft)
    return await _repair(provider, first, form, faults, prompts) if faults else first


async def _complete(provider: Provider, request: Request) -> Reply:
    """Ask, and refuse every answer that did not end by itself: what is cut, filtered or declined is no answer."""
    try:
        reply = await provider.complete(request)
    except (ProviderError, BudgetExceeded) as error:
        if request.subject not in str(error):  # among many letters, a message must say which one
            error.args = (f"{request.subject}: {error}",)
        raise
    what = f"{request.task} of {request.subject} by {reply.model}"
    if reply.finish == "length":
        raise CutOff(f"{what}: the answer hit its length limit; raise max_output_tokens or use another model")
    if reply.finish == "content_filter":
        raise Filtered(f"{what}: a content filter stopped the answer; try another model or --model extractive")
    if reply.finish == "refusal":
        raise ModelRefused(f"{what}: the model declined to answer; try another model or --model extractive")
    if not reply.text.strip():
        raise BadReply(f"{what}: the answer is empty; try again or use another model")
    return reply


async def _ask_again(
    provider: Provider, request: Request, reply: Reply, form: type[F], error: FormError, prompts: Path | None
) -> Asked[F]:
    """Ask for the whole answer again, since it could not be read; this is the repair round.

    Of the first answer only the beginning is sent back: it is of no use, and would be paid for again.
    """
    again = _follow_up(
        request, replace(reply, text=reply.text[:_SENT_BACK]), load("reform", prompts), {"error": str(error)}
    )
    second = await _complete(provider, replace(again, task=request.task))
    try:
        return Asked(read_form(second.text, form), request, second, _sum(reply.usage, second.usage))
    except FormError as twice:
        raise FormError(
            f"{request.task} of {request.subject}: {second.model} gave no readable answer in two tries ({twice}); "
            "use another model, or --model extractive"
        ) from None


async def _repair(
    provider: Provider, first: Asked[F], form: type[F], faults: Sequence[Fault], prompts: Path | None
) -> Asked[F]:
    """Send the faults back once; a repair that fails in any way leaves the first draft as it was."""
    listed = "\n".join(f"- {f.part}: {f.why}" for f in faults)
    schema = schema_of(RepairDraft)
    follow_up = _follow_up(
        first.request, first.reply, load("repair", prompts), {"faults": listed, "form": schema_text(RepairDraft)}
    )
    request = replace(follow_up, task="repair", form=RepairDraft.__name__, schema=schema)
    try:
        reply = await _complete(provider, request)
        patches = read_form(reply.text, RepairDraft).patches
    except NotRecorded:  # a replay that lacks a part must not look like a whole one
        raise
    except (FormError, ProviderError, BudgetExceeded):  # what was paid for stands, with its faults shown
        return first
    return _patched(first, form, faults, patches, reply)


def _follow_up(request: Request, reply: Reply, prompt: Prompt, variables: Mapping[str, str]) -> Request:
    said = Message("assistant", reply.text)
    return replace(request, messages=(*request.messages, said, *prompt.fill(variables)))


def _patched(
    first: Asked[F], form: type[F], faults: Sequence[Fault], patches: Sequence[PatchDraft], reply: Reply
) -> Asked[F]:
    """Apply the patches that name a faulty part; others are ignored, since nobody asked for them."""
    reasons = {f.part: f for f in faults}
    wanted = {p.part: p for p in patches if p.part in reasons}
    said = first.draft.model_dump()
    withdrawn: list[tuple[Fault, Mapping[str, Any]]] = []
    for part in sorted(wanted, key=_from_the_end, reverse=True):
        taken = _apply(said, part, wanted[part])
        if taken is not None:
            withdrawn.append((reasons[part], taken))
    draft = form.model_validate(said)
    return replace(
        first,
        draft=draft,
        reply=reply,
        usage=_sum(first.usage, reply.usage),
        repaired=tuple(sorted(wanted)),
        withdrawn=tuple(reversed(withdrawn)),
    )


def _from_the_end(part: str) -> tuple[str, int]:
    """Order parts so that taking one out of a list does not move those still to be patched."""
    name, _, number = part.partition(".")
    return name, int(number) if number.isdigit() else -1


def _apply(said: dict[str, Any], part: str, patch: PatchDraft) -> Mapping[str, Any] | None:
    """Patch one part of a dumped draft in place; return the item if it was withdrawn from its list."""
    name, _, number = part.partition(".")
    holder = said[name]
    item = holder[int(number)] if number.isdigit() else holder
    if patch.withdraw and number.isdigit():
        return dict(holder.pop(int(number)))
    if isinstance(item, dict):
        changes = patch.model_dump(exclude={"part", "withdraw"}, exclude_none=True)
        item.update({k: v for k, v in changes.items() if k in item})
    return None


def total(usages: Sequence[Usage | None]) -> Usage | None:
    """Return what several replies cost together, or None if none of them told."""
    return reduce(_sum, usages)


def _sum(a: Usage | None, b: Usage | None) -> Usage | None:
    if a is None or b is None:
        return a or b
    cost = None if a.cost is None or b.cost is None else a.cost + b.cost
    return Usage(a.prompt_tokens + b.prompt_tokens, a.completion_tokens + b.completion_tokens, cost)
