"""Checks without a model: what a claim says against the words of the letter that it rests on.

How a claim is judged (`claims.py`):

1. `Passage.of(evidence, letter)` holds the quoted words in widening rings: sentence, paragraph, letter, document.
2. A claim that repeats its quotation is only seen not to be torn from a "not"; a bottom line that carries words of its
   quotation is checked in what it puts around them; any other claim goes through every check, then its fields do.
3. A check is a function `check(text, passage)` that yields a `Finding` for each objection. Most look for a thing of the
   claim (figure, date, name, denial) in the nearest ring first and object the more surely the farther out it must look.
4. `certain` makes the claim unsupported, `likely` partly supported; `unsure` changes nothing (see `finding.py`).

To add a check: write `check` in the module whose one sentence it fits, or in a new one, yield `passage.finding(…)`, say
in its docstring what it proves and what not, and enter it in a table of `claims.py`. Words that it needs are a list in
`lexicon/`; never a rule for one letter. Then run benchmarks/tamper.py: more is caught, and nothing true objected to.

What the modules are about, from the words outward: `words`, `thesaurus`, `negation`, `quantities`, `dates`, `capitals`,
`aliases`, `forms`, `roles`, `parties` read a text; `figures`, `deadlines`, `names`, `denial`, `contraries`, `strength`
and their like compare two; `coverage` and `silence` look from the letter to the brief; `row`, `contrast`, `reason`,
`opposition` and `upshot` judge what a comparison says of two letters. Everything is deterministic.
"""

from __future__ import annotations

from brief.audit.claims import audit_claim, judge
from brief.audit.coverage import admits, coverage, missing, not_listed
from brief.audit.finding import Finding, Level, Role, status_of

__all__ = [
    "Finding",
    "Level",
    "Role",
    "admits",
    "audit_claim",
    "coverage",
    "judge",
    "missing",
    "not_listed",
    "status_of",
]
