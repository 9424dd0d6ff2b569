"""The task that makes a checked summary: a letter is put to a provider, and its answer grounded and audited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from brief.ask import Asked, Fault, ask, make_request
from brief.audit import Role, coverage, judge, not_listed
from brief.audit.dates import letter_date
from brief.blocks import SMALLEST, ask_whole, split
from brief.drafts import ActionDraft, ClaimDraft, SummaryDraft
from brief.errors import ContextExceeded
from brief.evidence import Claim
from brief.exchange import Provider, Reply, Request, Usage
from brief.ground import ground
from brief.letter.anatomy import Letter
from brief.letter.card import Authority, Deadline, LetterCard
from brief.letter.deadlines import stated_deadline
from brief.material import aside, variables
from brief.prices import characters, prompt_tokens
from brief.providers import prompt_room
from brief.providers.extractive.reading import read_letter as by_rule
from brief.summary import (
    Action,
    Checks,
    Position,
    Provenance,
    Question,
    Summary,
    UsageCount,
)
from brief.text import find_exact
from brief.version import __version__

C = TypeVar("C", bound=Claim)
D = TypeVar("D", bound=ClaimDraft)
SCHEMA = "letterbrief/summaries.v1"


async def read_letter(letter: Letter, provider: Provider, *, prompts: Path | None = None) -> Summary:
    """Summarise one letter with `provider`, and check every claim of the answer against it.

    Args:
        letter: The letter, from `brief.letter.letters`.
        provider: Who answers.
        prompts: A folder whose prompts go before the shipped ones.

    Raises:
        ProviderError, FormError, PromptError: There is no answer to check.
    """
    read = _Once(letter)

    async def block(text: str, part: str) -> Asked[SummaryDraft]:
        request = _request(letter, text, part, provider, prompts)
        return await ask(provider, request, SummaryDraft, lambda draft: _faults(read(draft)), prompts)

    asked = await ask_whole(letter.text, block, _room(letter, provider, prompts))
    return _assemble(asked, read(asked.draft), letter)


def requests_for(letter: Letter, provider: Provider, prompts: Path | None = None) -> list[Request]:
    """Return the requests with which the reading of `letter` would begin, one for each block that fits the model."""
    size = _room(letter, provider, prompts)
    blocks = [letter.text] if size is None else split(letter.text, size)
    return [_request(letter, text, f"part {n}", provider, prompts) for n, text in enumerate(blocks, 1)]


def _request(letter: Letter, text: str, part: str, provider: Provider, prompts: Path | None) -> Request:
    subject = f"{letter.id} {part}".strip()
    said = {**variables(letter), "letter": text}
    return make_request("summarize", subject, SummaryDraft, said, provider, prompts, aside(letter))


def _room(letter: Letter, provider: Provider, prompts: Path | None) -> int | None:
    """Return how many characters of the letter fit into one request, or None if the model's window is not known."""
    tokens = prompt_room(provider)
    if tokens is None:
        return None
    room = characters(tokens - prompt_tokens(_request(letter, "", "", provider, prompts))[1])
    if room < SMALLEST:
        raise ContextExceeded(
            f"{letter.id}: beside the prompt and the answer, the window of {provider.model} has no room for a letter; "
            "use a model with a larger one, or lower max_output_tokens"
        )
    return room


@dataclass(frozen=True)
class _Read:
    """A draft whose quotes are found and whose claims are judged; parts are named as in the draft."""

    bottom_line: Claim
    actions: tuple[Action, ...] = ()
    questions: tuple[Question, ...] = ()
    positions: tuple[Position, ...] = ()
    background: tuple[Claim, ...] = ()

    def claims(self) -> Iterator[tuple[str, Claim]]:
        """Yield every claim with the name of its part."""
        yield "bottom_line", self.bottom_line
        for name in ("actions", "questions", "positions", "background"):
            for i, claim in enumerate(getattr(self, name)):
                yield f"{name}.{i}", claim


def _faults(read: _Read) -> list[Fault]:
    """Return what fails, part by part, with the reason."""
    return [
        Fault(part, "; ".join(claim.problems) or "no support found in the letter")
        for part, claim in read.claims()
        if claim.status != "supported"
    ]


class _Once:
    """Checks a draft against its letter, and the same draft only once."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._done: tuple[SummaryDraft, _Read] | None = None

    def __call__(self, draft: SummaryDraft) -> _Read:
        if self._done is None or self._done[0] is not draft:
            self._done = draft, _check(draft, self._letter)
        return self._done[1]


def _check(draft: SummaryDraft, letter: Letter) -> _Read:
    return _Read(
        bottom_line=_claim(Claim, draft.bottom_line, letter, "bottom_line"),
        actions=tuple(_action(a, letter, near) for a, near in _repeated(draft.actions, letter)),
        questions=tuple(
            _claim(Question, q, letter, "question", near, number=q.number, parent=q.parent, topic=q.topic)
            for q, near in _repeated(draft.questions, letter)
        ),
        positions=tuple(
            _claim(Position, p, letter, "position", topic=p.topic, stance=p.stance) for p in draft.positions
        ),
        background=tuple(_claim(Claim, b, letter, "background") for b in draft.background),
    )


def _repeated(drafts: Sequence[D], letter: Letter) -> Iterator[tuple[D, int | None]]:
    """Yield each item with where its words are expected if an item before it has the same: at their next place."""
    places: dict[str, Iterator[int]] = {}
    for draft in drafts:
        quote = draft.quotes[0].strip() if draft.quotes else ""
        if quote in places:
            yield draft, next(places[quote], None)
        else:
            yield draft, None
            places[quote] = islice(_occurrences(quote, letter), 1, None)


def _occurrences(quote: str, letter: Letter) -> Iterator[int]:
    return (s.start for b in letter.body for s in find_exact(quote, letter.document.text, b.start, b.end))


def _claim(kind: type[C], draft: ClaimDraft, letter: Letter, role: Role, near: int | None = None, **fields: Any) -> C:
    claim = kind(text=draft.text, evidence=ground(draft.quotes, letter, near=near), **fields)
    return judge(claim, letter, role=role)


def _action(draft: ActionDraft, letter: Letter, near: int | None = None) -> Action:
    return _claim(
        Action,
        draft,
        letter,
        "action",
        near,
        number=draft.number,
        actor=draft.actor,
        strength=draft.strength,
        deadline=_deadline(draft, letter),
        condition=draft.condition,
        topic=draft.topic,
    )


def _deadline(draft: ActionDraft, letter: Letter) -> Deadline | None:
    """Return the letter's deadline that the draft quotes; the program resolves dates, never the model."""
    if not draft.deadline:
        return None
    evidence = ground([draft.deadline], letter)[0]
    known = next((d for d in letter.deadlines if d.evidence.meets(evidence)), None)
    return known or stated_deadline(evidence, " ".join(draft.quotes), letter_date(letter))


def _deadlines(actions: Sequence[Action], letter: Letter) -> tuple[Deadline, ...]:
    """The program's deadlines, and those of asks that no rule had found, in the order of the text."""
    found = list(letter.deadlines)
    for due in (a.deadline for a in actions if a.deadline):
        if due.evidence.start is not None and not any(due.evidence.meets(d.evidence) for d in found):
            found.append(due)
    return tuple(sorted(found, key=lambda d: d.evidence.start or 0))


def _assemble(asked: Asked[SummaryDraft], read: _Read, letter: Letter) -> Summary:
    """Make the summary: supported claims in their places, unsupported ones apart, and what the program itself found."""
    failed = [c for _, c in read.claims() if c.status == "unsupported" and (c.text or c.evidence)]
    failed += _withdrawn(asked, letter)
    kept = {name: _standing(getattr(read, name)) for name in ("actions", "questions", "positions", "background")}
    if asked.reply.origin != "rules":
        kept["questions"] = _numbered(kept["questions"], letter)
    bottom_line = read.bottom_line
    if bottom_line.status == "unsupported":
        bottom_line = fallback_line(kept["actions"] or kept["background"] or kept["questions"])
    authorities = _authorities(asked.draft.authorities, letter)
    due = letter.deadlines if asked.reply.origin == "rules" else _deadlines(kept["actions"], letter)
    summary = Summary(
        letter=_titled(asked, read, letter),
        bottom_line=bottom_line,
        deadlines=due,
        authorities=authorities,
        statements=letter.statements,
        gaps=gaps(letter, asked.draft.not_stated, due),
        provenance=provenance(asked.request, asked.reply, asked.usage, SCHEMA),
        **kept,
    )
    found = coverage(letter, _claims(summary), summary.deadlines)
    left = not_listed(letter, _claims(summary)[1:])  # what only the bottom line has is not listed
    return summary.model_copy(
        update={"checks": Checks.of(_claims(summary), failed, found), "gaps": (*summary.gaps, *filter(None, [left]))}
    )


def _titled(asked: Asked[SummaryDraft], read: _Read, letter: Letter) -> LetterCard:
    """Return the card under the model's headline, if it passes the checks: a page's own is often a slogan, or none."""
    if asked.reply.origin == "rules" or len(asked.draft.title.split()) < 3:
        return letter.card
    evidence = (*read.bottom_line.evidence, *(e for action in read.actions[:1] for e in action.evidence))
    title = judge(Claim(text=" ".join(asked.draft.title.split()), evidence=evidence), letter, role="title")
    return letter.card.model_copy(update={"title": title.text}) if title.status == "supported" else letter.card


def _numbered(questions: Sequence[Question], letter: Letter) -> tuple[Question, ...]:
    """Put in the numbered questions that an answer lacks, from the letter itself, where the letter has them.

    A reader who counts must find every number of the letter's list; what a model leaves out, the rules know.
    """
    rules = [q for q in by_rule(letter.text, kind=letter.card.kind).questions if q.number]
    found = [_claim(Question, q, letter, "question", number=q.number, parent=q.parent, topic=q.topic) for q in rules]
    known = [e for q in questions for e in q.evidence]
    added = [q for q in found if not any(e.meets(k) for e in q.evidence for k in known)]
    return tuple(sorted((*questions, *added), key=_place)) if added else tuple(questions)


def _place(claim: Claim) -> int:
    return next((e.start for e in claim.evidence if e.start is not None), -1)


def _standing(claims: Sequence[C]) -> tuple[C, ...]:
    return tuple(c for c in claims if c.status != "unsupported")


def _withdrawn(asked: Asked[SummaryDraft], letter: Letter) -> list[Claim]:
    """What the model took back in the repair round stays on record, apart."""
    return [
        Claim(
            text=item["text"],
            evidence=ground(item["quotes"], letter),
            problems=(f"withdrawn by the model after the check: {fault.why}",),
        )
        for fault, item in asked.withdrawn
    ]


def fallback_line(claims: Sequence[Claim]) -> Claim:
    """Return a bottom line for when the model's own failed: the first claim that stands, or that there is none."""
    if not claims:
        return Claim(text="Nothing in the text given could be confirmed as an ask.", status="partly")
    first = claims[0]
    return Claim(
        text=first.text,
        evidence=first.evidence,
        status="partly",
        problems=("the model's own bottom line failed the checks; this is the first claim that passed",),
    )


def _authorities(names: Sequence[str], letter: Letter) -> tuple[Authority, ...]:
    """The program's authorities, and those of the model's that stand in the letter and that no rule had found."""
    found = list(letter.authorities)
    for name in names:
        evidence = ground([name], letter)[0]
        stands = evidence.match in ("exact", "normalised")
        if stands and not any(evidence.meets(a.evidence) or name.casefold() in a.text.casefold() for a in found):
            found.append(Authority(text=evidence.quote, kind="other", evidence=evidence))
    return tuple(sorted(found, key=lambda a: a.evidence.start or 0))


def gaps(letter: Letter, not_stated: Sequence[str] = (), due: Sequence[Deadline] = ()) -> tuple[str, ...]:
    """Say what a reader would look for and the text does not give; the program's own findings first."""
    card = letter.card
    found = list(letter.notes)
    if card.kind == "excerpt":
        found.append("Only parts of the letter are on the page: what is absent here may stand in the full text.")
    if card.kind == "reported":
        found.append("The letter's own text is not given: silence of this report is not silence of the letter.")
    found += [f"The text speaks of “{words}” but does not list them." for words in letter.unlisted]
    if not (due or letter.deadlines):
        where = " in the parts quoted" if card.kind == "excerpt" else ""
        found.append(f"No deadline, and no date for a reply, is stated{where}.")
    if not card.senders and not card.senders_unnamed:
        found.append("No signer is named.")
    if not card.recipients:
        found.append("No addressee is named.")
    if card.date is None:
        found.append("No date is stated.")
    taken = " ".join(found).casefold()
    return (*found, *(g for g in not_stated if not _told(g, taken)))


def _told(gap: str, taken: str) -> bool:
    """Tell whether the program already said so: a model's line on deadline or signers would repeat it."""
    return any(word in gap.casefold() and word in taken for word in ("deadline", "date for", "signer", "addressee"))


def _claims(summary: Summary) -> list[Claim]:
    parts = (summary.actions, summary.questions, summary.positions, summary.background)
    return [summary.bottom_line, *(claim for part in parts for claim in part)]


def provenance(request: Request, reply: Reply, usage: Usage | None, schema: str) -> Provenance:
    """Say for the file where the answer comes from."""
    count = UsageCount(
        prompt_tokens=usage.prompt_tokens if usage else 0,
        completion_tokens=usage.completion_tokens if usage else 0,
        cost=usage.cost if usage else None,
    )
    return Provenance(
        version=__version__,
        model=reply.model,
        host=request.host,
        origin=reply.origin,
        rung=reply.rung,
        prompt=request.prompt,
        prompt_sha256=request.prompt_sha256,
        schema_version=schema,
        request_key=request.key,
        created=reply.created,
        usage=count,
    )
