"""What a page shows, in which order, and what goes first when it must be shorter."""

from __future__ import annotations

from dataclasses import replace

import invented
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.comparison import Edit, Passage
from brief.evidence import Claim
from brief.letter.card import Deadline, LetterCard, Person, Recipient, Source
from brief.renderers import render
from brief.report import Point, Ref, Report, Section, entries, fitted, in_parts, label, reports, trimmed
from brief.report.brief import numbered_questions
from brief.report.places import Places
from brief.report.trimming import Step, clip, steps
from brief.report.wording import fragment, long_date, people, person, plain, short_name, surname
from brief.summary import Question

DOCS = invented.DOCUMENTS


def page(view: str = "brief") -> Report:
    (report,) = reports(invented.stroud(), DOCS, view)
    return report


def section(report: Report, key: str) -> Section:
    return next(s for s in report.sections if s.key == key)


def test_a_brief_has_its_parts_in_the_order_of_reading() -> None:
    assert [p.lead for p in page().strip] == ["From", "To", "Date", "Response due", "Source"]
    assert [s.key for s in page().sections] == [
        "bottom-line", "asks", "questions", "why", "positions", "authorities", "gaps", "doubts",
    ]  # fmt: skip


def test_an_ask_shows_its_strength_its_deadline_and_its_paragraph() -> None:
    third = section(page(), "asks").items[2]

    assert (third.lead, third.number) == ("Request", "3")
    assert third.due == "by March 8, 2024 (“no later than COB Friday, March 8”)"
    assert label(third.refs) == f"¶{invented.STROUD.paragraph_at(third.refs[0].start or 0)}"


def test_questions_keep_their_numbers_and_nesting() -> None:
    questions = section(page(), "questions")

    assert questions.title == "Questions to answer (5, with 2 sub-questions)"
    assert [(q.tag, q.level) for q in questions.items] == [
        ("1.", 0), ("2.", 0), ("(a)", 1), ("(b)", 1), ("3.", 0), ("4.", 0), ("5.", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["opposes the export of membranes", "the export of membranes"])
def test_a_position_says_its_stance_once(text: str) -> None:
    taken = invented.stroud().positions[0].model_copy(update={"text": text})
    (report,) = reports(invented.stroud().model_copy(update={"positions": (taken,)}), DOCS)
    (item,) = section(report, "positions").items

    assert (item.lead, item.text) == ("Opposes", "the export of membranes")


def test_a_sub_question_with_a_bare_number_takes_its_parents_too() -> None:
    first = invented.stroud().questions[0]
    nested = (first, first.model_copy(update={"number": "1", "parent": "1"}))
    (report,) = reports(invented.stroud().model_copy(update={"questions": nested}), DOCS)

    assert [q.tag for q in section(report, "questions").items] == ["1.", "1.1"]


def test_doubtful_claims_stand_apart_and_marked() -> None:
    doubts = section(page(), "doubts").items

    assert [d.mark for d in doubts] == ["partly", "unsupported"]
    assert all(p.mark == "" for s in page().sections if s.key != "doubts" for p in s.items)


def test_the_verification_line_is_computed_from_the_checks() -> None:
    assert page().checks == (
        "Checked: 13 of 15 claims found in the text · 1 in doubt · 1 not found · "
        "16 of 19 quotations word for word, 2 but for punctuation or spacing, 1 not found · "
        "questions 7 of 7 · figures and dates 4 of 5"
    )


def test_the_footer_says_who_wrote_it() -> None:
    (by_rule,) = reports(invented.ferreday(), DOCS)

    assert page().footer[1:] == (
        "letterbrief 0.1.0 · model gpt-5.1 at api.example.org · summarize@v1 · November 21, 2026",
        "AI-assisted; reviewed by ________________",
    )
    assert by_rule.footer[2] == "Made by rule, no model; reviewed by ________________"


def test_parties_from_the_register_are_said_to_be() -> None:
    (report,) = reports(invented.ferreday(), DOCS)

    assert report.strip[0].text == "Reps. Lucian Ferreday (D-OR-3), Paloma Quill (D-CA-17)"
    assert report.strip[0].notes == ("2 Democrats", "parties from the Members’ register")


def test_an_annex_leaves_nothing_out_and_quotes_all_evidence() -> None:
    annex = page("annex")

    assert steps(annex) == [] or all(s.limit for s in steps(annex))
    assert "“We also ask that you preserve all records" in section(annex, "asks").items[3].notes[-1]


def test_a_memo_gives_every_ask_once_with_its_side() -> None:
    (memo,) = reports(invented.comparison(), DOCS)
    tags = [c.tag for row in section(memo, "asks").items for c in row.cells if c.tag]
    tags += [item.tag for item in section(memo, "alone").items]

    assert sorted(tags) == ["A1", "A2", "A3", "A4", "B1", "B2"]
    assert label(section(memo, "bottom-line").items[0].refs) == "A ¶11, B ¶23"


def test_a_memo_says_how_a_silence_was_searched() -> None:
    (memo,) = reports(invented.comparison(), DOCS)

    assert section(memo, "only-b").title == "Only in B (A was searched)"
    assert section(memo, "only-b").items[0].more == ("nearest in A: “Of 41 post-shipment checks” ¶7",)
    assert section(memo, "only-a").items[0].more == ("nearest in B: nothing",)


def test_a_changed_passage_is_shown_once() -> None:
    result = invented.comparison()
    first = result.contrasts[0]
    assert first.a
    assert first.b
    known = Passage(a=first.a.evidence[0], b=first.b.evidence[0], same=False)
    new = Passage(
        a=invented.quoted(invented.STROUD, "Nor is the river a side issue.", result.a.id),
        same=False,
        edits=(Edit(op="same", text="Nor"), Edit(op="cut", text="is the river a side issue.")),
    )
    shared = result.shared_text.model_copy(update={"changed": (known, new)})
    (memo,) = reports(result.model_copy(update={"shared_text": shared}), DOCS)
    (row,) = section(memo, "changed").items

    assert (row.text, [c.text for c in row.cells]) == ("Only A", ["Nor is the river a side issue.", "not there"])


def test_a_conflict_stands_before_what_weighs_more() -> None:
    result = invented.comparison()
    both = next(c for c in result.contrasts if c.a and c.b)
    kinds = (("differ", 1), ("conflict", 2))
    rows = tuple(both.model_copy(update={"relation": relation, "rank": rank}) for relation, rank in kinds)
    (memo,) = reports(result.model_copy(update={"contrasts": rows}), DOCS)

    assert [i.kind for i in section(memo, "part").items] == ["conflict", "differ"]


def test_what_is_only_near_stands_apart_from_where_the_letters_part() -> None:
    result = invented.comparison()
    row = next(c for c in result.contrasts if c.a and c.b).model_copy(update={"relation": "unclear"})
    (memo,) = reports(result.model_copy(update={"contrasts": (row,)}), DOCS)

    assert [s.key for s in memo.sections if s.key in ("part", "near")] == ["near"]


@pytest.mark.parametrize(("origin", "lead"), [("rules", "on one matter"), ("model", "agree on facts")])
def test_rules_do_not_say_that_two_sentences_agree_on_facts(origin: str, lead: str) -> None:
    result = invented.comparison()
    both = next(c for c in result.contrasts if c.a and c.b)
    rows = tuple(
        both.model_copy(update={"relation": "agree", "aspect": "facts", "topic": topic, "rank": rank})
        for rank, topic in enumerate(("membranes", "twelve licenses"), 1)
    )
    made = result.provenance.model_copy(update={"origin": origin})
    (memo,) = reports(result.model_copy(update={"contrasts": rows, "provenance": made}), DOCS)
    shown = section(memo, "share").items

    assert [(i.text, i.lead) for i in shown] == [("twelve licenses", lead), ("membranes", lead)]


def test_passages_that_stand_in_both_are_shown_first() -> None:
    result = invented.comparison()
    first = next(c for c in result.contrasts if c.a and c.b)
    assert first.a
    assert first.b
    words = "We write about twelve licenses that the Department means to issue"
    quotes = [c.evidence[0].model_copy(update={"quote": words}) for c in (first.a, first.b)]
    passage = Passage(a=quotes[0], b=quotes[1], same=True)
    shared = result.shared_text.model_copy(update={"verdict": "shared_passages", "passages": (passage,)})
    (memo,) = reports(result.model_copy(update={"shared_text": shared}), DOCS)
    row = section(memo, "share").items[0]

    assert (row.lead, [c.text for c in row.cells]) == ("word for word", [f"“… {words} …”"] * 2)


def test_an_ask_put_again_is_not_said_to_have_no_counterpart() -> None:
    result = invented.comparison()
    met = next(p for p in result.actions if p.a and p.b)
    again = met.model_copy(update={"b": None, "relation": "only_a", "differs_in": ()})
    (memo,) = reports(result.model_copy(update={"actions": (met, again)}), DOCS)

    assert "alone" not in [s.key for s in memo.sections]


def test_a_memo_in_short_treats_both_letters_alike() -> None:
    (memo,) = reports(invented.comparison(), DOCS)
    kept = [i.tag for s in trimmed(memo, len(steps(memo)) - 6).sections if s.key == "alone" for i in s.items]

    assert kept[:1] + kept[-1:] == ["A2", "B2"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("cut off by “law” and “order”", "cut off by “law” and “order”"),
        ("cut off its currency”", "cut off its currency"),
        ("“cut off its currency", "cut off its currency"),
        ('provided for under law."', "provided for under law."),
        ('a 12" pipe', 'a 12" pipe'),
    ],
)
def test_a_fragment_has_no_quotation_mark_without_its_partner(words: str, said: str) -> None:
    assert fragment(words) == said


def test_a_condition_is_said_once() -> None:
    summary = invented.stroud()
    asks = (
        summary.actions[0].model_copy(update={"text": "Act, if the gauge falls.", "condition": "if the gauge falls"}),
        summary.actions[1].model_copy(update={"condition": "the gauge falls"}),
        summary.actions[1].model_copy(update={"condition": "If you do not intend to act"}),
        summary.actions[1].model_copy(update={"text": "Act if she will not.", "condition": "If you do not"}),
    )
    (report,) = reports(summary.model_copy(update={"actions": asks}), DOCS)

    assert [a.notes for a in section(report, "asks").items] == [
        (),
        ("if: the gauge falls",),
        ("If you do not intend to act",),
        (),
    ]


def test_a_doubtful_contrast_is_not_shown_among_the_facts() -> None:
    result = invented.comparison()
    first = result.contrasts[0]
    doubtful = Claim(text="The licenses are void.", status="unsupported", problems=("no such words",))
    result = result.model_copy(update={"contrasts": (first.model_copy(update={"b": doubtful}), *result.contrasts[1:])})
    (memo,) = reports(result, DOCS)

    assert [row.text for row in section(memo, "part").items] == ["Inspections"]
    assert section(memo, "doubts").items[0].text == "The licenses are void."


def test_whom_each_letter_goes_to_stands_in_its_card_and_in_no_row() -> None:
    result = invented.comparison()
    one = next(c for c in result.contrasts if c.a and c.b).model_copy(
        update={"topic": "addressee", "relation": "differ", "aspect": "target"}
    )
    (memo,) = reports(result.model_copy(update={"contrasts": (*result.contrasts, one)}), DOCS)

    assert section(memo, "part") == section(reports(result, DOCS)[0], "part")


def test_a_matrix_of_many_letters_shows_signs_and_a_list_of_letters() -> None:
    (few,) = reports(invented.matrix(2), DOCS)
    (many,) = reports(invented.matrix(9), DOCS)

    assert section(few, "positions").style == "table"
    assert section(many, "positions").style == "grid"
    assert [p.number for p in section(many, "letters").items] == [str(n) for n in range(1, 10)]
    assert [c.kind for c in section(many, "positions").items[1].cells] == ["opposes", *["silent"] * 8]


def test_the_ledger_has_every_request_and_question_with_typed_dates() -> None:
    rows = list(entries((invented.stroud(),), DOCS))

    assert [r.kind for r in rows].count("request") == 4
    assert [r.number for r in rows if r.kind == "question"] == ["1", "2", "a", "b", "3", "4", "5"]
    assert {r.due for r in rows if r.kind == "question"} == {"2024-03-08"}


def test_keys_are_unique() -> None:
    (memo,) = reports(invented.comparison(), DOCS)
    for report in (page(), memo):
        keys = [p.key for p in report.points()]
        assert len(keys) == len(set(keys))


# --- trimming


def test_trimming_says_what_went() -> None:
    order = steps(page())
    short = trimmed(page(), len(order))

    assert section(short, "asks").items[0].number == "1"
    assert "+3 requests, +7 questions" in short.omission
    assert short.omission.endswith("texts ending in … are shortened")


def test_the_least_important_goes_first() -> None:
    gone = [page().sections[s.section].key for s in steps(page()) if s.section is not None]

    assert gone[0] == "authorities"
    assert gone.index("gaps") < gone.index("why")
    assert gone[-1] == "questions"  # the first question; the first ask never goes


def test_every_part_keeps_its_head_before_any_keeps_its_tail() -> None:
    order = [(s.section, s.item) for s in steps(page()) if s.section is not None]
    heads = [place for place in order if place[1] == 0]
    questions = [s.key for s in page().sections].index("questions")

    assert order.index((questions, 1)) < min(order.index(h) for h in heads if page().sections[h[0]].key == "why")


def test_a_question_of_an_item_that_is_none_stands_for_its_item() -> None:
    whose = [(None, "5"), (None, "6"), (None, "6"), ("a", "7"), ("7", None), ("2", "7")]
    questions = [Question(text="Whose?", number=n, parent=p) for n, p in [("5", None), *whose]]
    card = invented.stroud().letter
    points = numbered_questions(questions, Places(DOCS, (card,)), card.id)

    assert [(p.number, p.level) for p in points] == [
        ("5", 0), ("", 1), ("6", 0), ("", 1), ("7a", 0), ("7", 0), ("7.2", 1),
    ]  # fmt: skip


def test_a_question_under_one_that_went_goes_with_it() -> None:
    report = page()
    place = next(n for n, s in enumerate(report.sections) if s.key == "questions")
    parents = [i for i, item in enumerate(report.sections[place].items) if not item.level]
    nested = next(i for i, item in enumerate(report.sections[place].items) if item.level)
    above = max(i for i in parents if i < nested)

    short = section(trimmed(report, 1, [Step(0, place, above)]), "questions")

    assert len(short.items) < len(report.sections[place].items) - 1
    assert report.sections[place].items[nested] not in short.items


@given(st.integers(0, 60))
def test_what_is_kept_and_what_went_add_up(count: int) -> None:
    short = trimmed(page(), count)
    kept = sum(len(s.items) for s in short.sections)

    assert kept + sum(n for n, _ in short.left_out) == sum(len(s.items) for s in page().sections)


@given(st.integers(6, 24))
def test_fitting_finds_a_form_that_fits_and_is_as_long_as_can_be(room: int) -> None:
    def size(report: Report) -> int:
        return sum(len(s.items) for s in report.sections)

    form = fitted(page(), lambda r: size(r) <= room)

    assert size(form) == min(room, size(page()))


def test_what_fits_is_left_alone() -> None:
    assert fitted(page(), lambda r: True) is not None
    assert fitted(page(), lambda r: True).omission == ""


@given(st.text(), st.integers(2, 50))
def test_clipped_text_is_short_and_ends_in_an_ellipsis(text: str, limit: int) -> None:
    short = clip(text, limit)

    assert len(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


# --- wording


@pytest.mark.parametrize(
    ("hostile", "said"),
    [("a\x1b[31mb", "a[31mb"), ("a\u202eb", "ab"), ("a\r\nb\tc", "a b c"), ("\ud800x", "x"), ("a\U000e0041b", "ab")],
)
def test_control_characters_are_taken_out(hostile: str, said: str) -> None:
    assert plain(hostile) == said


def test_people_are_said_in_one_style() -> None:
    def who(name: str, **more: object) -> Person:
        return Person(name=name, as_stated=name, **more)  # type: ignore[arg-type]

    card = LetterCard(
        id="x", kind="full", title="", source=Source(name="x", sha256=""), senders_unnamed="40 of her colleagues",
        senders=(
            who("Ann Oak", party="D", state="MA", chamber="senate"),
            who("Bo Elm Jr.", party="R", state="TX", chamber="senate"),
            who("Cy Ash", party="R", state="CA", district="40", chamber="house", role="Chairwoman"),
            who("Di Yew", role="Director"),
        ),
        recipients=(Recipient(office="Secretary of the Treasury"),), date="2024-02-30",
    )  # fmt: skip

    assert people(card) == (
        "Sens. Ann Oak (D-MA), Bo Elm Jr. (R-TX); Rep. Cy Ash (R-CA-40), Chairwoman; Di Yew, Director"
        " and 40 of her colleagues"
    )
    assert person(card.senders[1]) == "Sen. Bo Elm Jr. (R-TX)"
    assert short_name(card) == "Oak +3 to Treasury, 2024"
    assert surname("Bo Elm, Jr.") == "Elm"
    assert long_date(card.date) == "2024-02-30"


@pytest.mark.parametrize(("paragraphs", "said"), [((3,), "¶3"), ((3, 4, 5, 9), "¶3–5, 9"), ((2, 2), "¶2"), ((), "")])
def test_paragraphs_are_said_as_ranges(paragraphs: tuple[int, ...], said: str) -> None:
    assert label(tuple(Ref("x", "q", 0, 1, paragraph=p) for p in paragraphs)) == said


def test_a_reply_without_a_date_is_said_to_have_none() -> None:
    prompt = Deadline(as_stated="a prompt reply", purpose="reply", evidence=invented._stroud("urge")[0])
    (report,) = reports(invented.ferreday().model_copy(update={"deadlines": (prompt,)}), DOCS)

    assert report.strip[3].text == "“a prompt reply”; no date"


def test_a_summary_with_nothing_in_it_is_still_a_page() -> None:
    card = LetterCard(id="x", kind="reported", title="", source=Source(name="x.txt", sha256=""))
    empty = invented.ferreday().model_copy(
        update={
            "letter": card, "bottom_line": Claim(text=""), "actions": (), "positions": (), "authorities": (),
            "statements": (), "gaps": (),
        }
    )  # fmt: skip
    (report,) = reports(empty, {})

    assert report.title == "x"
    assert report.sections == ()
    assert replace(report.strip[1], key="") == Point("not stated", lead="To")


def test_many_letters_are_counted_by_topic_and_stand_before_the_list_of_letters() -> None:
    (page,) = reports(invented.matrix(30), {})
    stands = next(s for s in page.sections if s.key == "stands")

    assert [s.key for s in page.sections][:4] == ["stands", "clusters", "letters", "positions"]
    assert [(row.text, *(c.text for c in row.cells)) for row in stands.items] == [
        ("Licenses", "29 letters: 2–30", "1", "—"),
        ("Records", "—", "1", "—"),
    ]
    assert page.sections[1].items[1].text == "29 letters: 2–30"
    shown = str(render(invented.matrix(30), "terminal"))
    assert "Licenses" in shown
    assert "POSITIONS BY LETTER" not in shown, "thirty columns have no room on a page"
    assert "29 letters: 2–30" in shown


def test_on_paper_the_signs_of_many_letters_are_set_in_parts_and_none_is_lost() -> None:
    (annex,) = reports(invented.matrix(30), {}, "annex")
    parts = [s for s in in_parts(annex).sections if s.key == "positions"]

    assert [s.title for s in parts] == ["Positions by letter: 1–24", "Positions by letter: 25–30"]
    assert [[len(row.cells) for row in s.items] for s in parts] == [[24, 24], [6]], "a row of silence has no room"
    (few,) = reports(invented.matrix(20), {}, "annex")
    assert in_parts(few) == few


@pytest.mark.parametrize("width", [60, 100])
def test_a_narrow_terminal_has_every_letter_of_the_matrix(width: int) -> None:
    shown = str(render(invented.matrix(20), "terminal", width=width))

    grid = shown.partition("POSITIONS BY LETTER\n")[2].splitlines()
    signs = [c for line in grid if line.startswith("Licenses") for c in line.split()[1:]]
    assert signs == ["−", *"+" * 19]
