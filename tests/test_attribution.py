"""A comparison's own prose is taken apart by which letter each clause speaks of."""

from __future__ import annotations

import pytest

from brief.audit.attribution import clauses


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A wants talks, B a finding.", [("a", "wants talks"), ("b", "a finding")]),
        ("What A asks for, B asks the Board not to do.", [("a", "asks for"), ("b", "asks the Board not to do")]),
        ("A: ships feed it; B: holding them back does.", [("a", "ships feed it"), ("b", "holding them back does")]),
        ("Both letters press the Board and ask for an answer.", [("both", "press the Board and ask for an answer")]),
        ("They want the ferry kept. They part on the means.", [("both", "want the ferry kept")]),
        (
            "They part on the weir: the Doe–Roe letter (A), as reported, urges Mr. Holt to open it; letter B does not.",
            [("a", "urges Mr. Holt to open it")],
        ),
        ("Only letter A takes up the fares.", [("only_a", "takes up the fares")]),
        ("B alone asks for the log.", [("only_b", "asks for the log")]),
        ("A’s request concerns “the log”, B’s “fares”.", [("a", "request concerns “the log”"), ("b", "“fares”")]),
        ("Both ask for it: “Only A knows the log”.", [("both", "ask for it: “Only A knows the log”")]),
        ("A measured release of water is asked for.", []),
    ],
)  # fmt: skip
def test_each_clause_goes_to_the_letter_it_speaks_of(text: str, said: list[tuple[str, str]]) -> None:
    assert [(c.who, c.text) for c in clauses(text) if c.text] == said


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("A does not ask for the log.", "a", "ask for the log"),
        ("Letter B never names a day.", "b", "names a day"),
        ("Neither letter would close the weir.", "neither", "would close the weir"),
    ],
)
def test_what_a_letter_is_said_not_to_do_is_marked(text: str, who: str, words: str) -> None:
    (clause,) = clauses(text)
    assert (clause.who, clause.text, clause.denied) == (who, words, True)
