"""Signers, as releases name and count them and as signature blocks show them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.document import Span
from brief.ingest import read
from brief.letter import letters
from brief.letter.card import LetterCard
from brief.letter.counting import unnamed
from brief.letter.headlines import in_headline
from brief.letter.members import completed
from brief.letter.names import Mention, merged
from brief.letter.people import _TO, _next_to, in_release
from brief.letter.signatures import in_signature, more_signers


def named(*paragraphs: str) -> list[Mention]:
    """Return the signers whom these paragraphs name."""
    text, spans = _laid_out(paragraphs)
    return in_release(text, spans)


def _laid_out(paragraphs: tuple[str, ...]) -> tuple[str, list[Span]]:
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return "\n\n".join(paragraphs), spans


def test_who_writes_signs_and_to_whom_it_goes_does_not() -> None:
    people = named(
        "Senators Ada Birch (D-MA) and Bo Ash (R-TX) sent a letter to Senator Cy Dole (R-CO) asking for a hearing."
    )
    assert [(p.name, p.party, p.state, p.chamber) for p in people] == [
        ("Ada Birch", "D", "MA", "senate"),
        ("Bo Ash", "R", "TX", "senate"),
    ]


def test_a_dateline_without_its_dash_is_no_state() -> None:
    (one,) = named("WASHINGTON, DC U.S. Senator Ada Birch sent a letter to the Ferry Commission about the ferry.")
    assert (one.name, one.state, one.chamber) == ("Ada Birch", None, "senate")


def test_signers_are_listed_in_a_sentence_or_one_a_line() -> None:
    lede = "Senator Ada Birch (D-MA) led a letter to the Ferry Commission about the ferry of the Lower Maren."
    told = named(lede, "The letter was also signed by Senators Bo Ash (R-TX), Cy Dole (R-CO), and Di Elm (I-VT).")
    lines = named(lede, "The letter was signed by:", "Sen. Bo Ash (R-TX)", "Sen. Cy Dole (R-CO)", "Sen. Di Elm (I-VT)")
    assert [p.name for p in told] == [p.name for p in lines] == ["Ada Birch", "Bo Ash", "Cy Dole", "Di Elm"]


def test_those_with_whom_somebody_votes_do_not_sign() -> None:
    people = named(
        "Senator Ada Birch (D-MA) sent a letter to the Ferry Commission about the ferry of the Lower Maren.",
        "Last year, Birch introduced legislation with Senator Bo Ash (R-TX) that would pay for the ferry.",
    )
    assert [p.name for p in people] == ["Ada Birch"]


def test_signers_without_party_or_state_are_listed_too() -> None:
    lede = "Senator Ada Birch (D-MA) led a letter to the Ferry Commission about the ferry of the Lower Maren."
    told = named(lede, "The letter is also signed by Representatives: Bo Ash, Cy Dole and Di Elm.")
    assert [p.name for p in told] == ["Ada Birch", "Bo Ash", "Cy Dole", "Di Elm"]


def test_organisations_that_sign_are_no_persons() -> None:
    lede = "Senator Ada Birch (D-MA) led a letter to the Ferry Commission about the ferry of the Lower Maren."
    told = named(lede, "The letter was signed by Ferry Riders, Harbor Friends, and Maren United.")
    assert [p.name for p in told] == ["Ada Birch"]


def test_those_who_wrote_another_letter_last_week_do_not_sign_this_one() -> None:
    people = named(
        "Senator Ada Birch (D-MA) sent a letter to the Ferry Commission about the ferry of the Lower Maren.",
        "Last week, Senators Bo Ash (R-TX) and Cy Dole (D-CT) also wrote to the Commission.",
        "On March 2, 2031, Senators Di Elm (R-TX) and Ed Fir (D-CT) sent a letter to the Commission.",
    )
    assert [p.name for p in people] == ["Ada Birch"]


def test_a_bracket_for_all_gives_each_the_party_and_the_state() -> None:
    people = named(
        "Senators Ada Birch and Bo Ash (both D-Md.) and Rep. Cy Dole (R-CO) sent a letter to the Ferry Commission."
    )
    assert [(p.name, p.party, p.state) for p in people] == [
        ("Ada Birch", "D", "MD"),
        ("Bo Ash", "D", "MD"),
        ("Cy Dole", "R", "CO"),
    ]


def test_a_name_with_a_capital_inside_stands_as_printed() -> None:
    people = named("Rep. Suzan DelRoe (D-WA) and Rep. MaryAnn Poe (D-OR) sent a letter to the Ferry Commission.")
    assert [p.name for p in people] == ["Suzan DelRoe", "MaryAnn Poe"]


def test_to_whom_a_letter_goes_does_not_sign_it_though_party_and_state_are_given() -> None:
    people = named(
        "Senator Ada Birch (D-MA) sent a letter to U.S. Senate Committee on Ferries Chair Bo Ash (R-TX) and Ranking "
        "Member Cy Dole (D-CO), asking for a hearing.",
        "The letter went with Senator Di Elm (I-VT) to House Speaker Ed Fir (R-OH), urging a vote.",
    )
    assert [p.name for p in people] == ["Ada Birch", "Di Elm"]


def test_a_name_that_begins_like_a_verb_of_asking_is_a_name() -> None:
    people = named(
        "Reps. Ada Birch (D-MA), Bo Pressman (D-TX), Cy Urgelli (D-CO), and Di Elm (D-VT) sent a letter to the Board."
    )
    assert [p.name for p in people] == ["Ada Birch", "Bo Pressman", "Cy Urgelli", "Di Elm"]


def test_the_day_of_a_letter_counts_no_signers() -> None:
    text = "Birch sent the letter after a May 15 letter penned by the lawmakers, and signed it alone."
    assert unnamed(text, [Span(0, len(text))], (), []) is None


def test_degrees_and_the_mark_of_a_plural_owner_are_no_names() -> None:
    people = named("Reps. Ada Birch, P.E. (D-MA), and Bo Ash, D.P.M. (R-TX), signed Senator Cy James' letter.")
    assert [p.name for p in people] == ["Ada Birch", "Bo Ash", "Cy James"]


def test_a_delegation_whose_members_nobody_names_is_told() -> None:
    text = "The Maren delegation sent a letter to the Board."
    assert unnamed(text, [Span(0, len(text))], (), []) == "The Maren delegation"


def test_a_committees_name_is_no_part_of_its_members() -> None:
    (one,) = named(
        "Ranking Member of the Committee on Health, Work, and Pensions Bo Ash (R-TX) sent a letter to the Board."
    )
    assert one.name == "Bo Ash"


def test_a_headline_names_those_who_ask() -> None:
    headline = "Birch, Ash Urge Commission to Reopen the Ferry"
    text = f"{headline}\n\nSenator Ada Birch and Rep. Cy Ash spoke."
    assert [p.name for p in in_headline(text, [Span(0, len(headline))])] == ["Birch", "Ash"]


def test_a_headline_in_capitals_names_them_as_they_are_written_and_no_plain_noun() -> None:
    headline = "BIRCH PUSHES PORT OFFICE TO DREDGE"
    text = f"{headline}\n\nSenator Ada Birch spoke. Officials Demand Answers"
    assert [p.name for p in in_headline(text, [Span(0, len(headline))])] == ["Birch"]
    assert in_headline(text, [Span(text.index("Officials"), len(text))]) == []


@pytest.mark.parametrize(
    ("sentence", "rest"),
    [
        ("Senator Birch and 40 of her colleagues sent a letter.", "40 of her colleagues"),
        ("Six senators, led by Birch, sent a letter.", "5 others of “Six senators”"),
        ("Senator Birch joined a bipartisan group of lawmakers in a letter.", "a bipartisan group of lawmakers"),
        ("Senator Birch sent a letter.", None),
        (
            "A letter to the Commission was signed by 11 other members of Congress. Senator Birch led it.",
            "11 other members of Congress",
        ),
        ("Rep. Birch signed a letter, alongside seven House Republicans.", "seven House Republicans"),
        ("Rep. Birch led 12 Members in sending a letter.", "12 Members"),
        (
            "Rep. Birch and 50 other Republican and Democrat senators sent a letter.",
            "50 other Republican and Democrat senators",
        ),
        ("More than 30 lawmakers, led by Birch, sent a letter.", "others of “more than 30 lawmakers”"),
        ("Rep. Birch and every Democrat from Maren’s Delegation wrote.", "every Democrat from Maren’s Delegation"),
        (
            "Senators Birch and more than 70 members of the House and Senate wrote.",
            "more than 70 members of the House and Senate",
        ),
        ("“Nearly all Greens and more than 70 Tories joined to carry our bill,” Birch wrote.", None),
        ("Birch wrote asking why Lumen handed over the mail of the senator and her Green colleagues.", None),
        ("Senators Birch and Ash, all members of the Rivers Committee, wrote.", None),
        ("Birch sent a letter. Earlier this month, 47 Members of Congress sent a letter to the Board.", None),
        ("Birch sent a letter. They previously led a coalition of lawmakers in a letter to the Board.", None),
        ("Birch wrote. At the urging of Ash and a group of 45 other Members, he declared a disaster.", None),
    ],
)
def test_those_who_are_only_counted_are_told_without_counting_anybody_twice(sentence: str, rest: str | None) -> None:
    birch = Mention("Birch", "Senator", at := sentence.index("Birch"), at + 5)
    assert unnamed(sentence, [Span(0, len(sentence))], (), [birch]) == rest


@pytest.mark.parametrize(
    "block",
    [
        "Sincerely,\nAda Birch\nMember of Congress\nBo Ash\nMember of Congress",
        "Ada Birch          Bo Ash\nMember of Congress          Member of Congress",
        "Ada Birch, Bo Ash, Cy Dole",
        "/s/ Ada Birch\n/s/ Bo Ash",
        "| Ada Birch | Bo Ash |",
    ],
)
def test_a_signature_block_gives_its_names_and_no_offices(block: str) -> None:
    spans, at = [], 0
    for line in block.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    assert [p.name for p in in_signature(block, spans)][:2] == ["Ada Birch", "Bo Ash"]


@pytest.mark.parametrize(
    "line", ["Warm Regards,", "United States Senate", "cc: The Ferry Commission", "Washington, D.C."]
)
def test_what_stands_in_a_signature_block_beside_the_names_signs_nothing(line: str) -> None:
    assert in_signature(line, [Span(0, len(line))]) == []


def test_a_signature_block_may_count_signers() -> None:
    line = "Ada Birch and 12 other Members of Congress"
    assert more_signers(line, [Span(0, len(line))]) == "12 other Members of Congress"


def test_a_list_under_a_title_for_several_may_have_surnames_only() -> None:
    people = named("The letter was signed by Reps. Birch, Ash, Dole-Ray (OR), Lind, Moor, and Tarn.")
    assert [p.name for p in people] == ["Birch", "Ash", "Dole-Ray", "Lind", "Moor", "Tarn"]


def test_a_suffix_among_signers_is_nobody() -> None:
    people = named("The letter was signed by Representatives Ada Birch, Bo Ash, Jr., Cy Dole, Ed.D., and Eve Lind.")
    assert [p.name for p in people] == ["Ada Birch", "Bo Ash", "Cy Dole", "Eve Lind"]


def test_half_a_name_between_names_with_brackets_is_nobody() -> None:
    people = named("The letter was signed by Representatives Ada Birch (D-MA), Bo, Ash (R-TX) and Cy Dole (R-CO).")
    assert "Bo" not in [p.name for p in people]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Reps. Ada Holm (D-OR) and Bo Ode (D-OR) sent Maren Governor Lena P. Marsh a plea.", ["Ada Holm", "Bo Ode"]),
        (
            "Sen. Ada Holm (D-HI) led a letter to the Speaker of the House of Representatives, Mo Venn (R-LA).",
            ["Ada Holm"],
        ),
        ("Sen. Ada Holm (R-TX) sent a letter urging cooperation with Maren Governor Greg Venn.", ["Ada Holm"]),
        ("Reps. Ada Holm (D-MA) and Bo Ode (D-RI) met with Gov. Cy Poe and sent a letter.", ["Ada Holm", "Bo Ode"]),
        ("On Monday, U.S. Senator and physician Ralf Holm sent letters to the chairs.", ["Ralf Holm"]),
        ("Today, U.S. SenatorsAda Holm (D-Wis.) and Bo Ode (D-Ohio) sent a letter.", ["Ada Holm", "Bo Ode"]),
        ("Holm was joined by Developer Lela Gor, Maren Mayor Mike Span, and others as he explained it.", []),
        (
            "Cosigners of the letter are: Brown, Johnson, Davis (Mona), Smith.",
            ["Brown", "Johnson", "Mona Davis", "Smith"],
        ),
        ("The ports in the letter are: Maren, Tarn, Orrin, Lower Maren.", []),
        ("The letter specifically identifies Senators Kell and Slot, and Representatives Crow and Del.", []),
        ("The delegation's letter follows a first appeal from Governor Ada Mills.", []),
        (
            "The letter was signed by Adam, Alma (NC-12); Amo, Gabe (RI-01); Holm Ode, Bo (NJ-12).",
            ["Alma Adam", "Gabe Amo", "Bo Holm Ode"],
        ),
        ("Congresswoman Ada Birch Urges Provisional Treatment in a letter to the Governor.", ["Ada Birch"]),
        ("Senators Bo Card and Ada A. Mikul (both D-Md.) wrote a letter.", ["Bo Card", "Ada A. Mikul"]),
        ("Holm, along with Maine Senators Fein and Pad, wrote a letter.", ["Fein", "Pad"]),
        (
            "Reps. Ada Holm and Bo Ode were joined in their request by Reps. Cy Poe (R-OH) and Di Roe (D-CA).",
            ["Ada Holm", "Bo Ode", "Cy Poe", "Di Roe"],
        ),
        ("Sen. Ada Holm (R-TX) sent a letter criticizing Attorney General Mo Gar for the delay.", ["Ada Holm"]),
    ],
)
def test_who_is_written_to_or_met_or_stands_by_signs_nothing(sentence: str, names: list[str]) -> None:
    assert [m.name for m in in_release(sentence, [Span(0, len(sentence))])] == names


def test_a_surname_of_two_words_is_the_same_persons() -> None:
    text = "Senators Ada Roe (D-MD) and Cy Van Holm (D-MD) wrote a letter. Besides Senator Van Holm, one signed it."
    assert [m.name for m in merged(in_release(text, [Span(0, len(text))]))] == ["Ada Roe", "Cy Van Holm"]


_TOLD = """
sent wrote letter request urged Urging call on calling upon met with working and the a to ) (R-OH) Secretary Bell
Governor
today . , Mayor question
""".split()  # noqa: SIM905


@given(st.lists(st.sampled_from(_TOLD), max_size=12).map(" ".join), st.integers(0, 6))
def test_words_that_lead_to_an_addressee_are_found_where_a_plain_search_finds_them(text: str, start: int) -> None:
    found, plain = _next_to(text, start, len(text)), _TO.search(text, start)

    assert (found and found.span()) == (plain and plain.span())


@pytest.mark.parametrize(
    ("told", "roles"),
    [
        (
            "Senator Al Bode, Ranking Member of the Senate Health, Rivers, and Pensions Committee, sent",
            ["Ranking Member of the Senate Health, Rivers, and Pensions Committee"],
        ),
        (
            "House Committee on Tolls and Ferries Chairman Al Bode sent",
            ["House Committee on Tolls and Ferries Chairman"],
        ),
        (
            "Senators Al Bode of the Committee on Rivers, and Chairman Bo Ode sent",
            [None, "Chairman"],
        ),
    ],
)
def test_an_office_is_read_whole_however_its_committee_is_named(told: str, roles: list[str | None]) -> None:
    text = f"WASHINGTON – {told} a letter to Secretary Cy Dorn. “Please report the number of barges,” they wrote.\n"
    (letter,) = letters(read(text.encode(), name="a.txt"))
    assert [one.role for one in letter.card.senders] == roles


@pytest.mark.parametrize(
    "told",
    [
        "In their letter, the senators invoked a law by which any five members of the Committee may ask for papers.",
        "The letter asserts that six pilots were paid to change their minds.",
        "The letter urges him to speak, as a bipartisan group of Senators has moved to block the Board.",
    ],
)
def test_members_of_whom_a_letter_tells_are_not_counted_as_its_signers(told: str) -> None:
    assert unnamed(told, [Span(0, len(told))], (), []) is None


def _card(text: str) -> LetterCard:
    (letter,) = letters(read(text.encode(), name="a.txt"))
    return letter.card


def test_a_name_that_cannot_be_read_does_not_end_a_list_of_signers() -> None:
    told = (
        "WASHINGTON – Representative Ada Bode (D-RI) sent a letter to Secretary Cy Dorn about ferries. "
        "The letter was signed by Reps. Al Ode, Cori Bush, Jamaal Bowman Ed.D., Nan Roe, Senate Poe Lee, Vi Marsh."
    )

    names = [p.name for p in _card(told).senders]

    assert names == ["Ada Bode", "Al Ode", "Cori Bush", "Jamaal Bowman", "Nan Roe", "Vi Marsh"]


def test_what_is_somebodys_is_no_part_of_the_name() -> None:
    told = "Rep. Bode’s December Letter\n\nRead Rep. Bode’s December letter to Secretary Cy Dorn below, signed today."

    assert "December" not in " ".join(p.name for p in _card(told).senders)


def test_two_offices_told_of_two_persons_are_each_ones_own() -> None:
    told = (
        "WASHINGTON – Senators Al Bode (D-RI) and Bo Ode (R-MS), Chairman and Vice Chairman of the U.S. Senate Select "
        "Committee on Ferries, sent a letter to Secretary Cy Dorn. “Please report the number of barges,” they wrote."
    )

    assert [(p.name, p.role) for p in _card(told).senders] == [
        ("Al Bode", "Chairman of the U.S. Senate Select Committee on Ferries"),
        ("Bo Ode", "Vice Chairman of the U.S. Senate Select Committee on Ferries"),
    ]


def test_an_answer_is_its_signers_and_not_theirs_to_whom_it_goes() -> None:
    page = (
        "Representative Ada Bode (D-RI) announced that the Ferry Bureau will reopen the Orle pier.\n\n"
        "Rep. Bode joined Rep. Bo Ode (R-MS) in a letter that asked Director Dale for it. His answer is below:\n\n"
        "February 27, 2031\n\nThe Honorable Ada Bode\nHouse of Representatives\n\nDear Representative Bode:\n\n"
        "Thank you for your letter on the pier of Orle. The Bureau will open the pier again in May.\n\n"
        "Sincerely,\nDaniel Dale\nDirector\n"
    )

    card = _card(page)

    assert [p.name for p in card.senders] == ["Daniel Dale"]
    assert [r.name for r in card.recipients] == ["Ada Bode"]


def test_who_wrote_a_letter_that_a_footnote_cites_signs_nothing() -> None:
    told = (
        "WASHINGTON – Senator Al Bode (D-RI) sent a letter to Secretary Cy Dorn. “Please report it,” he wrote.\n\n"
        "1 See letter from Rep. Vi Marsh to the Bureau, May 3, 2030.\n"
    )

    assert [p.name for p in _card(told).senders] == ["Al Bode"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Reps. Roe, Poe, & 42 Members Write: “The towns have waited too long for the ferry of Orle.”", {"Write"}),
        ("In the letter, the senators praised the swift action of Governor Nan Marsh on the piers.", {"Nan Marsh"}),
    ],
)
def test_a_verb_and_a_governor_who_is_praised_sign_nothing(told: str, names: set[str]) -> None:
    text = f"WASHINGTON – Senator Al Bode (D-RI) sent a letter to Secretary Cy Dorn on the piers of Orle.\n\n{told}\n"

    assert names.isdisjoint(p.name for p in _card(text).senders)


def test_degrees_and_marks_within_names_do_not_break_them() -> None:
    told = (
        "WASHINGTON – Representative Ada Bode (D-RI) led the letter to Secretary Cy Dorn. It was signed by Jan Ode, "
        "Ed.D. (D-NY-16), Rick Roe, M. (R-FL) and Kai‘a Poe (D-HI-2)."
    )

    assert [p.name for p in _card(told).senders] == ["Ada Bode", "Jan Ode", "Rick Roe", "Kai‘a Poe"]


def test_two_members_on_one_line_of_a_signature_block_are_two() -> None:
    letter = "Dear Secretary Dorn:\n\nPlease mend the pier of Orle.\n\nSincerely,\nKaren Bass Donald S. Beyer, Jr.\n"

    assert [p.name for p in _card(letter).senders] == ["Karen Bass", "Donald S. Beyer, Jr."]


LEDE = "WASHINGTON – Today, Congresswoman Ada Birch (R-MI) sent a letter to the Harbor Board about the lost ferry."


@pytest.mark.parametrize(
    ("told", "chambers"),
    [
        (
            "Senators Ada Birch, Chair of the Panel on Oil, and Bo Ash (both D-OH) joined Rep. Cy Dole (D-OH) in it.",
            [("Ada Birch", "senate", "OH"), ("Bo Ash", "senate", "OH"), ("Cy Dole", "house", "OH")],
        ),
        (
            "Senators Ada Birch (D-OH), a member of it, Bo Ash (D-ME), Chair of it, and Cy Dole (D-RI) wrote to X.",
            [("Ada Birch", "senate", "OH"), ("Bo Ash", "senate", "ME"), ("Cy Dole", "senate", "RI")],
        ),
        (
            "Senators Ada Birch, Chair of the Committee on Tolls, Small Piers, and Lamp Oil, and Bo Ash wrote to X.",
            [("Ada Birch", "senate", None), ("Bo Ash", "senate", None)],
        ),
        (
            "Senator Ada Birch, Chair of the Committee on Tolls, Oil, and Lamp Safety, today led 13 others in asking.",
            [("Ada Birch", "senate", None)],
        ),
    ],
)
def test_a_list_of_signers_goes_on_behind_the_office_of_one(told: str, chambers: list[object]) -> None:
    assert [(p.name, p.chamber, p.state) for p in named(told)] == chambers


def test_who_joins_a_signer_in_what_the_letter_demands_signs_too() -> None:
    assert [
        p.name for p in named(LEDE, "Reps. Bo Ash (R-MI) and Cy Dole (R-MI) joined Birch in demanding answers.")
    ] == ["Ada Birch", "Bo Ash", "Cy Dole"]
    assert [p.name for p in named(LEDE, "In May, Rep. Bo Ash (R-MI) joined Birch in calling for a pier.")] == [
        "Ada Birch"
    ]


def test_who_is_told_of_before_the_senders_write_signs_nothing_and_has_no_seat_in_congress() -> None:
    aside = (
        "While some keepers have been rehired, along with Lamp Administrator Dr. John Larson, the senators wrote again."
    )
    assert [p.name for p in named(LEDE, aside)] == ["Ada Birch"]
    larson = Mention("John Larson", "Lamp Administrator Dr.", 0, 11)
    assert completed(larson, None, None) is None
    assert completed(replace(larson, title="Rep."), None, None)


def test_an_office_ends_where_the_next_signer_is_named() -> None:
    told = (
        "Senators Ada Birch, Chair of the Committee on Rivers, and Bo Ash, a member of it, sent a letter to the Board."
    )
    assert next(p.role for p in _card(told).senders) == "Chair of the Committee on Rivers"


def test_the_dead_author_of_a_law_signs_nothing() -> None:
    late = "The program, secured by the senator and the late Congressman Bo Ash (R-MI), is in the letter."
    assert [p.name for p in named(LEDE, late)] == ["Ada Birch"]
    backed = "With the support of Governor Cy Dole, Birch sent a letter to the Board."
    assert [p.name for p in named(LEDE, backed)] == ["Ada Birch"]


def test_two_of_one_surname_and_state_are_two_if_one_is_a_senator() -> None:
    people = named("Senators Shem Lind (D-OH), Ed Pell (D-MA), and Shona Lind (D-OH-11) sent a letter to the Board.")
    assert [(p.name, p.chamber, p.district) for p in merged(people)] == [
        ("Shem Lind", "senate", None),
        ("Ed Pell", "senate", None),
        ("Shona Lind", "house", "11"),
    ]


@pytest.mark.parametrize(
    ("told", "role", "chamber"),
    [
        ("Oversight and Accountability Chairman Ada Birch (R-KY)", "Oversight and Accountability Chairman", None),
        ("Senators, incoming Chairman Ada Birch (D-OR)", "incoming Chairman", None),
        (
            "U.S. Senate Committee on Rivers (SCR) Chairman Ada Birch",
            "Senate Committee on Rivers (SCR) Chairman",
            "senate",
        ),
        ("Ada Birch (D-OR), Chair of the House Rivers Committee,", "Chair of the House Rivers Committee", "house"),
    ],
)
def test_an_office_keeps_what_stands_before_it_and_tells_the_chamber(told: str, role: str, chamber: str | None) -> None:
    (one,) = _card(f"WASHINGTON – Today, {told} sent a letter to Secretary Cy Dorn about ferries.").senders
    assert (one.role, one.chamber) == (role, chamber)


def test_an_office_told_of_two_is_not_the_second_ones() -> None:
    both = "Rep. Ada Birch (R-AL) and Senator Bo Ash (R-OK), ranking members of the House and Senate Rivers Committees,"
    assert [p.role for p in _card(f"WASHINGTON – Today, {both} sent a letter to Secretary Dorn.").senders] == [
        None,
        None,
    ]


def test_a_title_counts_named_and_unnamed_signers_together() -> None:
    three = "Senators Ada Birch (R-AL), Bo Ash (R-OK), and Cy Dole (R-ME)"
    title = _card(f"WASHINGTON – Today, {three}, and 17 other senators sent a letter to Secretary Dorn.").title
    assert title == "Letter from Ada Birch, Bo Ash and 18 others to Dorn"


def test_words_that_a_page_has_run_together_hide_no_signer() -> None:
    told = (
        "Signers on the letter include Reps. Bo Ash (MN-01), andRuth Park (AZ-07), andSens. Dora Vale (MN),Emil Oak(VA)"
    )
    assert [p.name for p in named(f"{told}andFinn Reed (OR).")] == [
        "Bo Ash", "Ruth Park", "Dora Vale", "Emil Oak", "Finn Reed"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (
            "It is signed by Cy Roe (OH), Ada Holm (TX) Bo Poe (WI), and Di Elm (ME).",
            ["Cy Roe", "Ada Holm", "Bo Poe", "Di Elm"],
        ),
        (
            "It is signed by Cy Roe (D-OH), Bo Poe D-Vt.), and Di Elm, D- Pa., who lead it.",
            ["Cy Roe", "Bo Poe", "Di Elm"],
        ),
        (
            "Rep. Cy Roe (D-OH) sent a letter with Rep. Bo Poe (D-ME), to Secretary Al Orm and Director Dr. Di Elm.",
            ["Cy Roe", "Bo Poe"],
        ),
        ("Rep. Cy Roe (D-OH) wrote a letter on a hearing with Dr. Di Elm, Chief Adviser; and Mona Vale.", ["Cy Roe"]),
        ("Rep. Cy Roe (D-OH) sent a letter on the Silicon Crossroads Microelectronics (ME) Commons.", ["Cy Roe"]),
    ],
)
def test_marks_that_a_page_has_lost_and_officials_beside_members_make_no_signer(told: str, names: list[str]) -> None:
    assert [p.name for p in named(told)] == names


def test_a_whole_delegation_and_its_members_are_told() -> None:
    text = "The entire delegation today sent a letter to the Board."
    assert unnamed(text, [Span(0, len(text))], (), []) == "The entire delegation"
    text = "Read the full letter from the delegation that was signed."
    assert unnamed(text, [Span(0, len(text))], (), []) is None


def test_those_who_join_in_a_list_of_names_alone_have_the_title_that_opens_it() -> None:
    told = "It is signed by Senators Al Orm (R-AR), Bo Ash (R-TX), Representatives Cy Dole (R-ME), Di Elm (R-OH)."
    assert [(p.name, p.chamber) for p in named(told)] == [
        ("Al Orm", "senate"),
        ("Bo Ash", "senate"),
        ("Cy Dole", "house"),
        ("Di Elm", "house"),
    ]


def test_a_member_in_a_list_of_the_other_house_keeps_the_registers_seat() -> None:
    told = "Today, Senators Ada Birch (D-MA), Steve Cohen (D-TN) and Bo Ash (D-ME) sent a letter to Secretary Dorn."
    assert [p.chamber for p in _card(told).senders] == ["senate", "house", "senate"]


def test_joining_those_named_before_is_signing() -> None:
    told = "Joining Birch and Roe are Senators Bo Ash (R-WY), Cy Dole (R-MT), and Di Elm (R-FL)."
    assert [p.name for p in named(LEDE, told)] == ["Ada Birch", "Bo Ash", "Cy Dole", "Di Elm"]


def test_a_verb_run_together_with_a_known_surname_is_none_of_it() -> None:
    told = "MAREN – Today, Senators Ada Birch and Mark Kellydemanded answers in a letter to Secretary Cy Dorn."
    assert [p.name for p in _card(told).senders] == ["Ada Birch", "Mark Kelly"]


def test_a_councillor_who_has_written_signs() -> None:
    told = "Councillor Jane Abbot, Leader of Maren Borough Council, has written to the Secretary of State, Ilze Roe MP."
    told += " In the letter, Cllr Abbot asks her to meet the council before any decision is taken on the station."
    card = _card(told)
    assert [(p.name, p.role) for p in card.senders] == [("Jane Abbot", "Leader of Maren Borough Council")]
    assert [r.name for r in card.recipients] == ["Ilze Roe"]
