"""A saved brief is proved against its sources again, and so is a memo in plain words."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sample import LETTERS

import brief
from brief.cli.main import main
from brief.comparison import Comparison
from brief.summary import Summaries
from brief.verification import verify, verify_text
from brief.verification.outcome import as_markdown, as_text

SOURCE = LETTERS / "stroud-to-commerce.txt"
OTHER = LETTERS / "ngo-coalition-to-commerce.md"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """What `brief summarize --format json` prints of the sample letter, as if a model had made it."""
    summary = brief.summarize(SOURCE, model="extractive")
    summary = summary.model_copy(update={"provenance": summary.provenance.model_copy(update={"origin": "recorded"})})
    return Summaries(summaries=(summary,)).model_dump(mode="json", by_alias=True)


def saved(tmp_path: Path, result: dict[str, Any]) -> Path:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result), encoding="utf-8")
    return path


def test_an_untouched_brief_stands(tmp_path: Path, made: dict[str, Any]) -> None:
    outcome = verify(saved(tmp_path, made), [SOURCE])
    assert outcome.passed
    assert outcome.claims > 10
    assert "it stands" in as_text(outcome)


def change(made: dict[str, Any], edit: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    again: dict[str, Any] = json.loads(json.dumps(made))
    edit(again["summaries"][0])
    return again


def asked(summary: dict[str, Any], words: str) -> dict[str, Any]:
    """The ask that rests on these words."""
    return next(a for a in summary["actions"] if words in a["evidence"][0]["quote"])


@pytest.mark.parametrize(
    ("part", "edit"),
    [
        ("letter.date", lambda s: s["letter"].update(date="2024-02-24")),
        ("letter.senders.1", lambda s: s["letter"]["senders"][1].update(name="Barnaby Holt")),
        ("letter.senders", lambda s: s["letter"]["senders"].pop()),
        ("letter.recipients", lambda s: s["letter"]["recipients"][0].update(name="Barnaby Holt")),
        ("letter.party_count", lambda s: s["letter"]["party_count"].update(D=9)),
        ("actions.", lambda s: asked(s, "not to issue").update(text="issue all of the twelve licenses")),
        ("actions.", lambda s: asked(s, "not to issue").update(strength="demand")),
        ("actions.", lambda s: s["actions"][0].update(text="issue all of the twelve licenses")),
        ("questions", lambda s: s["questions"].pop(2)),
        (
            "background.0.evidence.0",
            lambda s: s["background"][0]["evidence"][0].update(quote="It never happened at all."),
        ),
        ("background.0.evidence.0", lambda s: s["background"][0]["evidence"][0].update(start=3, end=30)),
        ("background.0.evidence.0", lambda s: s["background"][0]["evidence"][0].update(letter="another")),
        ("deadlines.0", lambda s: s["deadlines"][0].update(date="2024-03-09")),
        ("deadlines", lambda s: s["deadlines"].clear()),
        ("authorities.0", lambda s: s["authorities"][0].update(text="Mill Act of 1901")),
        ("checks.coverage", lambda s: s["checks"]["coverage"]["figures"].update(found=99)),
        ("checks", lambda s: s["checks"].update(supported=99)),
        ("background.0", lambda s: s["background"][0].update(status="unsupported", problems=[])),
    ],
)
def test_every_falsified_part_is_told(tmp_path: Path, made: dict[str, Any], part: str, edit: Any) -> None:
    outcome = verify(saved(tmp_path, change(made, edit)), [SOURCE])
    assert not outcome.passed
    told = [f.part for f in outcome.findings]
    assert any(t.startswith(part) for t in told), told


def test_a_brief_of_the_rules_is_made_again_and_compared() -> None:
    summary = brief.summarize(SOURCE, model="extractive")
    assert verify(summary, [SOURCE]).passed
    changed = summary.model_copy(update={"gaps": (*summary.gaps, "The letter names no river.")})
    assert [f.part for f in verify(changed, [SOURCE]).findings] == ["gaps"]


def test_sources_are_known_by_their_hash_whatever_their_name(tmp_path: Path, made: dict[str, Any]) -> None:
    folder = tmp_path / "archive" / "deep"
    folder.mkdir(parents=True)
    shutil.copy(SOURCE, folder / "renamed.txt")
    outcome = verify(saved(tmp_path, made), [tmp_path / "archive"])
    assert outcome.passed
    assert outcome.sources[0].path == str(folder / "renamed.txt")


def test_a_changed_source_is_told(tmp_path: Path, made: dict[str, Any]) -> None:
    changed = tmp_path / SOURCE.name
    changed.write_text(SOURCE.read_text(encoding="utf-8").replace("twelve", "eleven"), encoding="utf-8")
    outcome = verify(saved(tmp_path, made), [changed])
    assert outcome.sources[0].state == "changed"
    assert not outcome.passed
    assert "CHANGED" in as_text(outcome)


def test_a_source_that_is_not_there_is_an_error(tmp_path: Path, made: dict[str, Any]) -> None:
    with pytest.raises(brief.BriefError, match=r"stroud-to-commerce\.txt: not among the sources"):
        verify(saved(tmp_path, made), [OTHER])


@pytest.mark.parametrize(
    "content", ["{", "[1]", '{"schema": "letterbrief/summaries.v9"}', '{"schema": "letterbrief/matrix.v1", "x": 1}']
)
def test_what_is_no_result_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(brief.BriefError, match=r"odd\.json"):
        verify(path, [SOURCE])


def test_comparisons_and_matrices_are_verified() -> None:
    comparison = brief.compare(SOURCE, OTHER, model="extractive")
    assert verify(comparison, [SOURCE, OTHER]).passed
    turned = comparison.model_copy(update={"a": comparison.b, "b": comparison.a})
    assert not verify(turned, [SOURCE, OTHER]).passed
    matrix = brief.matrix([SOURCE, OTHER], model="extractive")
    assert verify(matrix, [SOURCE, OTHER]).passed


@pytest.mark.parametrize(
    ("part", "edit"),
    [
        ("bottom_line", lambda c: c["bottom_line"].update(text="A asks Norvania for $77 million; B does not.")),
        ("contrasts.0", lambda c: c["contrasts"][0].update(relation="only_a", b=None)),
        ("contrasts.0.why", lambda c: c["contrasts"][0].update(why="Because Norvania paid $77 million.")),
        ("checks", lambda c: c["contrasts"].pop()),
        ("tone", lambda c: c["tone"]["a"].update(demand=9)),
        ("card", lambda c: c["card"].update(days_apart=3)),
        ("shared_text", lambda c: c["shared_text"].update(share_of_a=0.9)),
        ("actions", lambda c: c["actions"].append(c["actions"][0])),
    ],
)
def test_what_a_comparison_asserts_itself_is_checked(part: str, edit: Any) -> None:
    made = brief.compare(SOURCE, OTHER, model="extractive").model_dump(mode="json", by_alias=True)
    made["provenance"]["origin"] = "recorded"  # else it would be made again and compared
    assert verify(Comparison.model_validate(made), [SOURCE, OTHER]).passed
    edit(made)
    told = [f.part for f in verify(Comparison.model_validate(made), [SOURCE, OTHER]).findings]
    assert any(t.startswith(part) for t in told), told


def test_an_ask_under_the_other_letter_is_told() -> None:
    comparison = brief.compare(SOURCE, OTHER, model="extractive")
    pairs = [p.model_copy(update={"a": p.b, "b": p.a}) for p in comparison.actions]
    outcome = verify(comparison.model_copy(update={"actions": tuple(pairs)}), [SOURCE, OTHER])
    assert len([f for f in outcome.findings if f.part.startswith("actions.")]) >= len(pairs)


MEMO = """# Memo on the Halvek letter

The senators urge Commerce **not** to issue any of the twelve licenses. They note that 38 of 41 checks "passed".

- They ask for answers by March 8.
- {line}
"""


@pytest.mark.parametrize(
    ("line", "check"),
    [
        ("The twelve applications are worth $483 million with spare parts.", "figures"),
        ("Article 9 of the Sarn Waters Accord promises Keshara 180 cubic meters per second.", "citations"),
        ("The letter says “the delta can wait until spring”.", "quotes"),
        ("Ambassador Pettigrew announced the presumption of approval on January 9.", "names"),
        ("The weather at the lighthouse was lovely all spring.", "support"),
    ],
)
def test_a_memo_is_checked_sentence_by_sentence(line: str, check: str) -> None:
    outcome = verify_text(MEMO.format(line=line), [SOURCE])
    assert {f.part.split(".")[1] for f in outcome.findings} == {"4"}, outcome.findings
    assert check in {f.check for f in outcome.findings}


def test_a_true_memo_stands() -> None:
    outcome = verify_text(MEMO.format(line="They ask that all records on the January 9 notice be preserved."), [SOURCE])
    assert outcome.passed, outcome.findings
    assert outcome.claims == 4


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (
            "The senators request that the January 9 notice be withdrawn.",
            "They request that the notice not be withdrawn.",
        ),
        ("They ask for answers by March 8.", "They ask for answers by April 8."),
        ("They urge the Secretary not to grant the licenses.", "They urge the Secretary to grant the licenses."),
    ],
)
def test_a_memo_in_its_writers_own_words_is_held_to_the_right_sentences(true: str, false: str) -> None:
    assert verify_text(true, [SOURCE]).passed, verify_text(true, [SOURCE]).findings
    assert not verify_text(false, [SOURCE]).passed


def test_the_findings_on_a_sentence_stand_together_under_its_words() -> None:
    outcome = verify_text(
        "The 15 licenses, worth $999 million, go to Norvania. They ask for answers by March 8.", [SOURCE]
    )
    assert len([f for f in outcome.findings if f.part == "sentence.1"]) > 1
    lines = as_text(outcome).splitlines()
    heads = [line for line in lines if "sentence 1: “The 15 licenses, worth $999 million, go to Norvania.”" in line]
    assert len(heads) == 1
    assert "sentence 2" not in as_text(outcome)
    assert outcome.sentences[1] == "They ask for answers by March 8."


def test_an_empty_memo_is_an_error() -> None:
    with pytest.raises(brief.BriefError, match="no sentence"):
        verify_text("# Title\n", [SOURCE])


def test_the_command_exits_with_seven_when_something_is_not_borne_out(
    tmp_path: Path, made: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    good = saved(tmp_path, made)
    assert main(["verify", str(good), str(SOURCE)]) == 0
    bad = tmp_path / "bad.json"
    bad.write_text(
        json.dumps(change(made, lambda s: s["actions"][0].update(text="issue 14 licenses"))), encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["verify", str(bad), str(SOURCE), "-f", "json"]) == 7
    printed = json.loads(capsys.readouterr().out)
    assert printed["schema"] == "letterbrief/verification.v1"
    assert printed["findings"][0]["part"] == "actions.0"
    assert main(["verify", str(bad), str(SOURCE), "-o", str(tmp_path / "r.md")]) == 7
    assert (tmp_path / "r.md").read_text(encoding="utf-8").startswith("# Verification of the summaries")
    assert main(["verify"]) == 2
    memo = tmp_path / "memo.md"
    memo.write_text(MEMO.format(line="The applications are worth $999 million."), encoding="utf-8")
    assert main(["verify", "--text", str(memo), str(SOURCE)]) == 7


def test_words_of_a_brief_cannot_break_the_report(tmp_path: Path, made: dict[str, Any]) -> None:
    evil = change(made, lambda s: s["background"][0].update(text="\x1b[31m 999 licenses <script> [x](http://e) | **"))
    outcome = verify(saved(tmp_path, evil), [SOURCE])
    assert "\x1b" not in as_text(outcome)
    assert "<script>" not in as_markdown(outcome).replace("\\<", "")


LISTED = "May 6, 2024\n\nDear Governor Lund:\n\n{}\n\nSincerely,\n\nAda Birch\n"


def test_a_question_put_twice_in_the_same_words_is_had_once(tmp_path: Path) -> None:
    again = "Has the State asked for tents? If so, by whom and when?\n\nHas it asked for beds? If so, by whom and when?"
    source = tmp_path / "letter.txt"
    source.write_text(LISTED.format(f"Please answer the following questions:\n\n{again}"), encoding="utf-8")

    assert brief.verify(brief.summarize(source), [source]).findings == ()


def test_a_brief_that_says_which_items_it_leaves_out_stands(tmp_path: Path) -> None:
    source = tmp_path / "letter.txt"
    facts = "1. The river rose to its highest mark.\n\n2. The bridge at Anse fell in.\n\n3. The road was cut in two."
    source.write_text(LISTED.format(f"We tell you what we saw.\n\n{facts}\n\nPlease send tents."), encoding="utf-8")
    summary = brief.summarize(source)

    assert "Numbered in the letter and not listed above: " in " ".join(summary.gaps)
    assert brief.verify(summary, [source]).findings == ()


def test_deleting_a_numbered_ask_is_told_and_so_is_deleting_the_line_that_admits_it(tmp_path: Path) -> None:
    source = tmp_path / "letter.txt"
    facts = "1. The river rose to its highest mark.\n\n2. The bridge at Anse fell in.\n\n3. Was the road cut in two?"
    asks = (
        "We ask you to:\n\n1. send forty tents to Anse;\n\n2. rebuild the bridge at Anse; and\n\n3. pay for the road."
    )
    source.write_text(LISTED.format(f"We tell you what we saw.\n\n{facts}\n\n{asks}"), encoding="utf-8")
    made = json.loads(brief.render(brief.summarize(source), "json"))
    made["summaries"][0]["provenance"]["origin"] = "recorded"  # not made again and compared
    without = change(made, lambda s: s["actions"].pop(1))
    counted = change(without, lambda s: s["checks"].update(claims=s["checks"]["claims"] - 1))
    silent = change(counted, lambda s: s.update(gaps=[g for g in s["gaps"] if not g.startswith("Numbered")]))

    assert verify(saved(tmp_path, made), [source]).findings == ()
    told = verify(saved(tmp_path, without), [source]).findings
    assert any(f.check == "coverage" and "rebuild the bridge" in f.what for f in told)
    for changed in (without, counted, silent):
        found = verify(saved(tmp_path, changed), [source]).findings
        assert any("no longer says: “Numbered in the letter and not listed above: 1, 2, 2.”" in f.what for f in found)
