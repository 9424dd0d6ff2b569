"""The memo of two letters read by rule: nothing is told twice."""

from __future__ import annotations

from collections import Counter

import brief
from brief.report.memo import comparison_report
from brief.report.page import Point, Report

HEAD = "January 9, 2024\n\nThe Honorable Iva Roth\nHarbour Commissioner\n\nDear Commissioner Roth:\n\n"
END = "\n\nSincerely,\n\n{}\nMember of Congress\n"
LOG = "We urge you to publish the inspection log of the night ferry without delay."
PILOT = "We ask that you hire a second harbour pilot for the eastern channel before the winter."
MILL = "The old mill at Sarn burned down in March, and forty families lost their work at the looms."


def letter(name: str, *sentences: str) -> bytes:
    return (HEAD + "\n\n".join(sentences) + END.format(name)).encode()


def memo(a: bytes, b: bytes) -> Report:
    letters = [brief.read(raw, name=f"{name}.txt")[0] for name, raw in (("first", a), ("second", b))]
    result = brief.compare(*letters, model="extractive")
    return comparison_report(result, {x.id: x.document for x in letters})


def section(report: Report, key: str) -> tuple[Point, ...]:
    return next((s.items for s in report.sections if s.key == key), ())


def test_each_ask_stands_in_one_part_of_the_memo() -> None:
    report = memo(
        letter("Ada Holm", LOG, PILOT, MILL),
        letter("Bo Lind", LOG, "We urge you to lower the fares on the night ferry for islanders.", "Fares rose again."),
    )
    told = Counter(p.number for s in report.sections for i in s.items for p in i.everywhere() if p.number)

    assert told == {"A1": 1, "A2": 1, "B1": 1, "B2": 1}
    assert [i.kind for i in section(report, "asks")] == ["same"]
    assert not any("inspection log" in c.text for i in section(report, "share") for c in i.cells)


def test_what_only_one_letter_says_is_not_said_to_be_mentioned_by_the_other() -> None:
    report = memo(
        letter("Ada Holm", LOG, "The night ferry ran without lights on four nights in March, and the crew was afraid."),
        letter("Bo Lind", PILOT, "Crews were afraid when the night ferry ran without lights, on four nights in March."),
    )
    alone = (*section(report, "only-a"), *section(report, "only-b"))

    assert not any("mentions it" in note for point in alone for note in point.notes)


def test_a_row_within_a_passage_that_both_have_word_for_word_is_not_told_again() -> None:
    shared = "The night ferry ran without lights on four nights in March, and its crew feared for the islanders aboard."
    report = memo(letter("Ada Holm", PILOT, shared, MILL), letter("Bo Lind", LOG, shared, "Fares rose in April."))

    assert [i.lead for i in section(report, "share")] == ["word for word"]


def line(report: Report) -> str:
    return " ".join(i.text for i in section(report, "bottom-line"))


def test_what_both_ask_stands_in_the_bottom_line_and_what_one_asks_besides() -> None:
    report = memo(letter("Ada Holm", LOG, PILOT), letter("Bo Lind", LOG))

    assert line(report).startswith("Both letters urge Iva Roth to publish the inspection log of the night")
    assert "The Holm letter (A) also asks Iva Roth to hire" in line(report)
    assert "Lind" not in line(report)


def test_one_deed_on_one_thing_in_other_words_is_one_ask() -> None:
    report = memo(
        letter("Ada Holm", "We urge you to withdraw the proposed mill rules, which will force weirs to close.", PILOT),
        letter("Bo Lind", "We ask that you rescind the unlawful Clean Mill Plan.", "Quickly withdraw this proposal."),
    )

    assert "ask for a withdrawal" in line(report)
    assert [i.kind for i in section(report, "asks")] == ["similar"]
    assert [i.number for i in section(report, "alone")] == ["A2"]
    assert section(report, "part") == ()


def test_opposite_deeds_on_one_thing_are_the_conflict_that_comes_first() -> None:
    report = memo(
        letter("Ada Holm", "We urge you to extend harbour leave to Norlandian sailors.", PILOT),
        letter("Bo Lind", "We call on you to end the leave programme for Norlandian and Tullian sailors.", MILL),
    )

    assert line(report).startswith("They part on")
    assert [i.kind for i in section(report, "part")] == ["conflict"]


def test_asks_with_nothing_in_common_stand_in_no_relation() -> None:
    report = memo(
        letter("Ada Holm", "We urge you to rescind the proposal, which would make lines tell of the weather at sea."),
        letter("Bo Lind", "We ask that you finalize, as proposed, rules on the burglary training of mill watchmen."),
    )

    assert section(report, "part") == section(report, "asks") == section(report, "share") == ()
    assert {i.number for i in section(report, "alone")} == {"A1", "B1"}


def test_an_ask_against_an_evil_does_not_contradict_one_that_names_it() -> None:
    report = memo(
        letter("Ada Holm", "We ask that you use the funds to prevent further spread of the harbour fever."),
        letter("Bo Lind", "We urge you to finalize a harbour fever vaccine policy for sailors."),
    )

    assert "conflict" not in [i.kind for s in report.sections for i in s.items]


def test_what_only_one_says_is_named_by_what_the_other_lacks() -> None:
    report = memo(
        letter("Ada Holm", "The night ferry recall by Halvek Dairy hurt the islands.", LOG, PILOT),
        letter("Bo Lind", "The night ferry recall by Halvek Dairy led to strict lamp inspections at Sarn.", MILL),
    )
    leads = [i.lead for s in ("only-a", "only-b") for i in section(report, s)]

    assert not any("Halvek" in lead for lead in leads)
