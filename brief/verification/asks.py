"""The asks of a saved comparison: how each pair relates, in what it differs, and that none is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brief.audit import Finding, Level
from brief.audit.finding import Check
from brief.audit.opposition import opposed, overlap, pulls_apart, refuses, said, same_matter, shared
from brief.comparing import differences, standing_claims
from brief.comparison import ActionPair, Comparison
from brief.document import overlap as meets
from brief.evidence import Claim
from brief.summary import Action
from brief.verification.outcome import wrong

_LITTLE = 0.15  # of the shorter ask's words in the other: less is no one matter
_OBJECT = 1  # content words that a refusal must share with what the other letter asks for


def check_asks(made: Comparison) -> Iterator[Finding]:
    """Compare what each pair of asks is called with the two asks: their matter, direction, day, force and amount.

    Proves the days, strengths and amounts as the asks' own fields have them; of their matter, only what words show.
    """
    for i, pair in enumerate(made.actions):
        if pair.a is None or pair.b is None:
            continue
        what = _misnamed(pair.relation, pair.a, pair.b)
        if what:
            yield _object(f"actions.{i}.relation", what, "likely", "polarity")
        yield from _check_differences(pair, pair.a, pair.b, _one_addressee(made), f"actions.{i}.differs_in")


def _object(part: str, what: str, level: Level, check: Check = "record", words: str = "") -> Finding:
    return wrong(part, what, words, level, check=check, do="Set the two asks side by side again.")


def _misnamed(relation: str, a: Action, b: Action) -> str:
    apart = opposed(a, b) or _turned(a, b)
    if relation == "same" and apart:
        return f"The two asks are called the same, and push opposite ways: {apart}."
    if relation == "same" and max(overlap(said(a), said(b))) < _LITTLE:
        return "The two asks are called the same, and share no matter."
    if relation == "conflict" and same_matter(a, b):
        return "The two asks are said to conflict, and are for the same."
    if relation == "conflict" and not apart and not pulls_apart(a, b):
        return "The two asks are said to conflict; nothing in them is opposed."
    return ""


def _turned(a: Action, b: Action) -> str:
    """Say that one of two asks on one matter is that a thing not be done."""
    turned = refuses(a.text) != refuses(b.text) and shared(said(a), said(b)) >= _OBJECT
    return "one is that a thing not be done" if turned else ""


def _check_differences(pair: ActionPair, a: Action, b: Action, one_addressee: bool, part: str) -> Iterator[Finding]:
    plain = set(differences(a, b))
    for kind in sorted(plain - set(pair.differs_in)):
        yield _object(part, f"The two asks differ in {kind}, which is not told.", "certain", words=kind)
    told = {"deadline", "strength", "amount"} | ({"addressee"} if one_addressee else set())
    for kind in sorted(set(pair.differs_in) & told - plain):
        yield _object(part, f"The two asks are said to differ in {kind}, and have the same.", "certain", words=kind)


def _one_addressee(made: Comparison) -> bool:
    """Whether both letters go to the same people, as the comparison of their cards has it."""
    return bool(made.card.common_recipients) and len(made.a.recipients) == len(made.b.recipients) == len(
        made.card.common_recipients
    )


def lacks_claims(made: Comparison) -> bool:
    """Tell whether a comparison has fewer claims than its check line counted when it was made."""
    return len(standing_claims(made)) < made.checks.claims - len(made.checks.unsupported)


def check_left_out(made: Comparison, side: str, known: Sequence[Action]) -> Iterator[Finding]:
    """Name the asks of a letter that stand in no pair: of the claims that are missing, the likely ones.

    Args:
        side: "a" or "b". known: The asks that the rules read; a model may have read others, or taken two as one.
    """
    claims: list[Claim] = [c for pair in made.actions if (c := getattr(pair, side)) is not None]
    spans = [s for c in claims for s in c.spans]
    for ask in known:
        if ask.spans and not meets(ask.spans[0], spans):
            what = f"Claims are missing; this ask of letter {side.upper()} stands in no pair: “{ask.text[:120]}”."
            do = "Put it back, alone or beside its counterpart."
            yield wrong("actions", what, ask.text[:120], "likely", ask.evidence[0], check="coverage", do=do)
