"""What a comparison asserts of its own: relations, sides, silences, counts, the bottom line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from brief.audit import Finding, Level, contrast
from brief.audit.silence import MENTIONED, search
from brief.audit.support import stems_of
from brief.audit.words import alike
from brief.comparison import ActionPair, Comparison, Contrast
from brief.evidence import Claim
from brief.letter.anatomy import Letter
from brief.rows import unsaid
from brief.sharing import shared_text
from brief.sides import card_differences, tone
from brief.summary import Action, Summary
from brief.text import normalise

# A matter that scores this in the other letter is spoken of there; lower scores happen between letters of one quarrel.
_SPOKEN_OF = 0.7
_SAID_IN_FULL = 7  # words; "the Belmar Group" may well be named by a letter that is silent on what the other says of it
_MUCH = 0.4  # of a clause's words in its own letter: then it may well be where it belongs
_OTHERS = 0.25  # by so much more of a clause's words must be the other letter's for it to be on the wrong side


def _record(part: str, what: str, level: Level = "certain", words: str = "") -> Finding:
    return Finding(check="record", part=part, what=what, words=words, level=level, do="Make the comparison anew.")


def check_rows(made: Comparison, letters: tuple[Letter, Letter] | None = None) -> Iterator[Finding]:
    """A relation says which sides have a claim; each ask stands once; a fact's values stand in its quotations."""
    pairs: tuple[tuple[str, Sequence[Contrast | ActionPair]], ...] = (
        ("contrasts", made.contrasts),
        ("actions", made.actions),
    )
    for name, rows in pairs:
        for i, row in enumerate(rows):
            has = (row.a is not None, row.b is not None)
            wants = {"only_a": (True, False), "only_b": (False, True)}.get(row.relation, (True, True))
            if has != wants and row.relation != "unclear":
                yield _record(f"{name}.{i}", f"The relation is “{row.relation}”, which the two sides don't show.")
    for side in ("a", "b"):
        asked = Counter(p.model_dump_json() for row in made.actions if (p := getattr(row, side)) is not None)
        if asked and max(asked.values()) > 1:
            yield _record("actions", f"An ask of letter {side.upper()} stands in more than one pair.")
    for i, fact in enumerate(made.facts):
        for value, claim in zip(fact.values, (fact.a, fact.b), strict=True):
            if not any(normalise(value).text in normalise(e.quote).text for e in claim.evidence):
                yield Finding(
                    check="figures", part=f"facts.{i}", level="certain", words=value,
                    what=f"“{value}” does not stand in the sentence it is taken from.", do="Take it from the sentence.",
                )  # fmt: skip
    yield from _check_relations(made, letters)
    yield from _check_claims(made)


def _check_relations(made: Comparison, letters: tuple[Letter, Letter] | None) -> Iterator[Finding]:
    """What each row says of its two claims, and that its reason has no name or figure of its own."""
    words = (stems_of(letters[0].text), stems_of(letters[1].text)) if letters else (frozenset[str](), frozenset[str]())
    for i, row in enumerate(made.contrasts):
        said = contrast.Row(row.topic, row.relation, row.aspect, row.a, row.b, row.why, words)
        yield from (f.at(f"contrasts.{i}") for f in contrast.check(said))
        known = " ".join([said.words, *_cards(made)])
        strange = unsaid(row.why, known + " A B") if row.why else []
        if strange:
            yield _record(
                f"contrasts.{i}.why", f"The reason has what neither side says: {', '.join(strange)}.", "likely"
            )
    for i, pair in enumerate(made.actions):
        if pair.a is not None and pair.b is not None and pair.relation == "same" and not _overlap(pair.a, pair.b):
            yield _record(f"actions.{i}", "The two asks are called the same and share no matter.", "likely")


def _cards(made: Comparison) -> list[str]:
    return [c.model_dump_json() for c in (made.a, made.b)]


def _overlap(a: Claim, b: Claim) -> float:
    """The share of the shorter claim's words that the other has, or a word that may stand for it."""
    mine, theirs = sorted((stems_of(a.text), stems_of(b.text)), key=len)
    return sum(any(s == t or alike(s, t) for t in theirs) for s in mine) / max(1, len(mine))


def _check_claims(made: Comparison) -> Iterator[Finding]:
    """The check line counts the bottom line, the contrasts' sides, and what failed."""
    standing = [made.bottom_line, *(x for c in made.contrasts for x in (c.a, c.b) if x is not None)]
    said, counted = made.checks.claims, len(standing) + len(made.checks.unsupported)
    if said != counted:
        yield _record("checks", f"The check line counts {said} claims; there are {counted}.")


def check_pair(made: Comparison, a: Letter, b: Letter) -> Iterator[Finding]:
    """What the program works out of two letters by itself is worked out again."""
    apart = card_differences(made.a, made.b)
    notes = made.card.notes[: len(apart.notes)]  # those on laws, after them, need the summaries
    if made.card.model_copy(update={"notes": notes}) != apart:
        yield _record("card", "How the two cards differ does not follow from the cards.")
    shared = shared_text(a, b)
    told = made.shared_text
    if (shared.verdict, shared.share_of_a, shared.share_of_b) != (told.verdict, told.share_of_a, told.share_of_b):
        yield _record("shared_text", "How much text the letters share is not what the documents give.")
    again = tone(_asks(made, "a"), _asks(made, "b"), (a, b))
    if (again.a, again.b) != (made.tone.a, made.tone.b):
        fewer = sum(again.a.values()) + sum(again.b.values()) < sum(made.tone.a.values()) + sum(made.tone.b.values())
        what = "; an ask may have been left out" if fewer else ""
        yield _record("tone", f"The verbs of demand are not those of the sentences that the asks stand in{what}.")
        if fewer:
            yield _record(
                "actions", "The asks have fewer verbs of demand than were counted: one may be left out.", "likely"
            )
    yield from _check_silences(made, a, b)
    yield from _check_line(made, a, b)


def _asks(made: Comparison, side: str) -> Summary:
    """As much of a letter's summary as its comparison keeps: every ask stands in one pair."""
    asks: tuple[Action, ...] = tuple(x for p in made.actions if (x := getattr(p, side)) is not None)
    card = made.a if side == "a" else made.b
    return Summary(letter=card, bottom_line=Claim(text=""), actions=asks)


def _check_silences(made: Comparison, a: Letter, b: Letter) -> Iterator[Finding]:
    searched = {(s.topic, s.silent) for s in made.silences}
    for i, row in enumerate(made.contrasts):
        if row.relation not in ("only_a", "only_b"):
            continue
        silent = "b" if row.relation == "only_a" else "a"
        if (row.topic, silent) not in searched:
            yield _record(
                f"contrasts.{i}", f"That letter {silent.upper()} is silent on “{row.topic}” was not searched for."
            )
        claim, other, own = (row.a, b, a) if silent == "b" else (row.b, a, b)
        if claim is not None:
            yield from _heard(row.topic, claim, other, own, f"contrasts.{i}")
    for i, s in enumerate(made.silences):
        other, own = (a, b) if s.silent == "a" else (b, a)
        if s.by == "words" and (s.verdict == "mentions") != (s.score >= MENTIONED):
            yield _record(f"silences.{i}", f"The verdict “{s.verdict}” does not follow from the score {s.score}.")
        if s.verdict == "silent":
            yield from _heard(s.topic, None, other, own, f"silences.{i}")


def _heard(topic: str, claim: Claim | None, other: Letter, own: Letter, part: str) -> Iterator[Finding]:
    found = search(claim if claim is not None else topic, other, own)
    if found.score < _SPOKEN_OF or found.evidence is None:
        return
    named_only = claim is None and len(topic.split()) < _SAID_IN_FULL
    line = " ".join(found.evidence.quote.split())[:200]
    yield Finding(
        check="silence", part=part, level="unsure" if named_only else "likely", words=topic, source=found.evidence,
        what=f"The other letter is said to be silent on “{topic}”, and has: “{line}”.", do="Set the two side by side.",
    )  # fmt: skip


_CLAUSE = re.compile(r"\(?\b(?P<side>[AB])\)?(?:, as reported,)?[:\s]\s*(?P<said>.+?)(?=;\s|\.\s|\.$|$)", re.DOTALL)


_CALLED = re.compile(r"\bthe (?P<names>[^\W\d_][\w’'–-]+) letter \((?P<side>[AB])\)")


def _check_line(made: Comparison, a: Letter, b: Letter) -> Iterator[Finding]:
    """Look for the bottom line's names and figures in both letters, and for each side's clause in its own letter.

    Proves no more than that the words are of that letter; a clause whose words are about as much the other's passes.
    """
    line = made.bottom_line.text
    known = " ".join([a.document.text, b.document.text, *_cards(made), "A B Both They Letters"])
    strange = unsaid(line, known)
    if strange:
        yield _record("bottom_line", f"The bottom line has what neither document says: {', '.join(strange)}.")
    for m in _CALLED.finditer(line):
        card = made.a if m["side"] == "A" else made.b
        signers = {p.name.split()[-1] for p in card.senders if p.name.split()}
        if signers and not any(m["names"].startswith(n) or n in m["names"] for n in signers):
            yield _record("bottom_line", f"“{m['names']}” are not the signers of letter {m['side']}.", words=m["names"])
    for m in _CLAUSE.finditer(line) if made.shared_text.verdict == "none" else ():
        own, other = (a, b) if m["side"] == "A" else (b, a)
        words = stems_of(m["said"])
        mine, theirs = (_share(words, x) for x in (own, other))
        if len(words) >= 3 and theirs - mine >= _OTHERS and mine < _MUCH:
            what = f"“{m['said'].strip()[:120]}” is said of letter {m['side']}; its words are the other's."
            yield _record("bottom_line", what, "likely", m["said"])


def _share(words: frozenset[str], letter: Letter) -> float:
    held = stems_of(letter.text)
    return sum(w in held for w in words) / max(1, len(words))
