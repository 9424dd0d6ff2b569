"""The bottom line of a saved comparison, against both letters and the rows that stand under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from brief.audit import Finding, upshot
from brief.audit.coverage import questions_of
from brief.audit.row import Row
from brief.comparison import Comparison
from brief.letter.anatomy import Letter
from brief.rows import unsaid
from brief.sentences import sentences
from brief.verification.outcome import wrong

_CALLED = re.compile(r"\bthe (?P<names>[^\W\d_][\w’'–-]+) letter \((?P<side>[AB])\)")
_OWN_WORDS = "A B Both They Letters Only Neither"  # what a bottom line may have that no letter does


def check_line(made: Comparison, a: Letter, b: Letter) -> Iterator[Finding]:
    """Check the bottom line: its names and figures, whose letter is whose, each clause, and what it counts.

    Of two versions of one letter nothing parts the two, so that only names, figures and counts are looked at.
    """
    line = made.bottom_line.text
    known = " ".join([a.document.text, b.document.text, made.a.model_dump_json(), made.b.model_dump_json(), _OWN_WORDS])
    strange = unsaid(line, known)
    if strange and made.shared_text.verdict not in ("identical", "near_duplicate"):
        yield _wrong(f"The bottom line has what neither document says: {', '.join(strange)}.")
    for m in _CALLED.finditer(line):
        card = made.a if m["side"] == "A" else made.b
        signers = {p.name.split()[-1] for p in card.senders if p.name.split()}
        if signers and not any(m["names"].startswith(n) or n in m["names"] for n in signers):
            yield _wrong(f"“{m['names']}” are not the signers of letter {m['side']}.", m["names"])
    yield from upshot.check(line, pair_of(made, a, b), counts_of(made, a, b))


def _wrong(what: str, words: str = "") -> Finding:
    return wrong("bottom_line", what, words, do="Write the bottom line anew from the rows.")


def pair_of(made: Comparison, a: Letter, b: Letter) -> upshot.Pair:
    """Return what the two letters and their comparison say, as the checks read it."""
    rows = [Row(r.topic, r.relation, r.aspect, r.a, r.b, r.why) for r in made.contrasts]
    return upshot.Pair(_side(made, "a", a), _side(made, "b", b), rows)


def _side(made: Comparison, name: str, letter: Letter) -> upshot.Side:
    text = letter.document.text
    said = [s.of(text) for b in letter.body for s in sentences(text, b.start, b.end)]
    claims = [c for r in (*made.contrasts, *made.actions) if (c := getattr(r, name)) is not None]
    told = [(c.text, c.quoted) for c in claims]
    return upshot.Side.of(said, told, letter.card)


_OF_BOTH = ("same", "similar", "conflict")


def counts_of(made: Comparison, a: Letter, b: Letter) -> Mapping[str, frozenset[int]]:
    """Return what of the comparison may be counted, with the numbers that it bears out."""
    asks = [p.relation for p in made.actions]
    of_a, of_b = (sum(getattr(p, side) is not None for p in made.actions) for side in "ab")
    of_both = {asks.count("same"), asks.count("same") + asks.count("similar"), sum(r in _OF_BOTH for r in asks)}
    kinds = {asks.count(r) for r in set(asks)} | of_both
    rows = [c.relation for c in made.contrasts]
    questions = [len(questions_of(x)) for x in (a, b)]
    due = [len(x.deadlines) for x in (a, b)]
    return {
        "asks": frozenset({of_a, of_b, of_a + of_b, len(asks), *kinds}),
        "shared asks": frozenset(of_both),
        "questions": frozenset({*questions, sum(questions)}),
        "deadlines": frozenset({*due, sum(due)}),
        "rows": frozenset({len(rows), *(rows.count(r) for r in set(rows)), len(rows) - rows.count("agree")}),
    }
