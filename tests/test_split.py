"""How many letters a page holds or tells of, of what kind each is, and which text is whose."""

from __future__ import annotations

import hashlib

import pytest

from brief.document import Block, Document
from brief.letter import letters
from brief.letter.anatomy import NOTHING_FOUND, Letter

LEDE = "WASHINGTON – Senator Ada Birch (D-MA) sent a letter to Ferry Commissioner Cy Dole about the Lower Maren ferry."
OWN = (
    "We write about the Lower Maren ferry, which has not run since January. We urge you to reopen it before the summer."
)
MORE = "The people of the valley depend on the ferry every day, and the road around the mountain is closed in winter."


def read(*paragraphs: str) -> list[Letter]:
    text = "\n\n".join(paragraphs)
    whole = (Block("paragraph", 0, len(text)),)
    return list(letters(Document("page.txt", text, hashlib.sha256(text.encode()).hexdigest(), blocks=whole)))


def test_two_letters_on_one_page_keep_their_own_text_and_addressee() -> None:
    first = ("Dear Commissioner Dole:", OWN, MORE, "Sincerely,", "Ada Birch")
    second = ("Dear Director Elm:", MORE, OWN, "Sincerely,", "Ada Birch")
    one, two = read(LEDE, *first, *second)
    assert (one.card.id, two.card.id) == ("page#1", "page#2")
    assert (one.text.startswith("We write"), two.text.startswith("The people")) == (True, True)
    assert [r.office for one in (one, two) for r in one.card.recipients] == ["Ferry Commissioner", "Director"]


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The full text of the letter is below.", "full"),
        ("The letter reads in full:", "full"),
        ("Excerpts from the letter follow:", "excerpt"),
        ("From the letter:", "excerpt"),
        ("Full text of the letter:", "full"),
        ("Read the full text of the letter:", "full"),
        ("Below is the full text of the letter.", "full"),
    ],
)
def test_what_announces_a_letter_tells_whether_it_is_whole(lead: str, kind: str) -> None:
    (letter,) = read(LEDE, lead, f"{OWN} {MORE}", MORE)
    assert letter.card.kind == kind
    assert letter.text.startswith("We write about the Lower Maren ferry")


@pytest.mark.parametrize(
    "lead", ["Read the letter in full here.", "The full letter can be found here.", "A copy is available HERE."]
)
def test_a_letter_to_be_had_elsewhere_does_not_stand_on_the_page(lead: str) -> None:
    (letter,) = read(LEDE, lead, "BACKGROUND", f"Senator Birch has worked for ferries for years. {MORE}")
    assert letter.card.kind == "reported"


def test_quoted_sentences_of_a_letter_make_an_excerpt() -> None:
    (letter,) = read(LEDE, f"“{OWN}” Birch wrote.", f"“{MORE}” said Birch.")
    assert (letter.card.kind, letter.text) == ("excerpt", OWN)
    assert [s.text for s in letter.statements] == [MORE]


def test_a_mark_that_nobody_sees_leaves_a_quotation_a_sentence() -> None:
    (letter,) = read(LEDE, f"“{OWN}” Birch wrote.", f"“\u200b\u200b{OWN.removesuffix('.')}” concluded Birch.")
    assert letter.text.count(OWN.removesuffix(".")) == 2


def test_a_release_may_be_one_paragraph() -> None:
    (letter,) = read(f"{LEDE} “{OWN}” Birch wrote in the letter.")
    assert (letter.card.kind, letter.text) == ("excerpt", OWN)


def test_a_letter_only_told_of_is_reported_with_what_is_said_of_it() -> None:
    (letter,) = read(LEDE, "The letter asks the Commissioner to publish the safety report and to reopen the ferry.")
    assert letter.card.kind == "reported"
    assert "publish the safety report" in letter.text
    assert letter.voice_at(letter.body[0].start) == "release"


def test_an_event_of_long_ago_is_not_the_date_of_the_letter() -> None:
    past = f"On March 1, 2011, a coalition of ferry companies asked the Commission for money. {MORE}"
    (letter,) = read(LEDE, f"“{OWN}” Birch wrote.", past)
    assert (letter.card.date, letter.card.date_basis) == (None, "none")


def test_what_follows_the_signature_is_not_the_letter() -> None:
    (letter,) = read("Dear Commissioner Dole:", OWN, "Sincerely,", "Ada Birch", "###", f"About Senator Birch. {MORE}")
    assert letter.text == OWN


def test_the_day_on_which_the_letter_was_sent_beats_the_releases() -> None:
    (letter,) = read("March 15, 2012", LEDE, MORE, "The letter was sent to the U.S. Board on Tuesday, March 13.")
    assert (letter.card.date, letter.card.date_basis) == ("2012-03-13", "release")


def test_a_date_below_the_salutation_is_the_letters() -> None:
    (letter,) = read(
        "August 13, 2031", LEDE, "Dear Secretary Dole,", "August 12, 2031", OWN, MORE, "Sincerely,", "Ada Birch"
    )
    assert (letter.card.date, letter.card.date_basis) == ("2031-08-12", "letter")


def test_a_dateline_may_hold_its_date_in_brackets() -> None:
    (letter,) = read(f"MAREN DC [11/18/2031] – {LEDE}", MORE)
    assert letter.card.date == "2031-11-18"


def test_who_stands_below_cc_gets_a_copy_and_does_not_sign() -> None:
    (letter,) = read(
        LEDE, "Dear Secretary Dole:", OWN, MORE, "Sincerely,", "Ada Birch", "Cc: Harbor Board", "Bo Poe, Deputy"
    )
    assert [p.name for p in letter.card.senders] == ["Ada Birch"]


def test_what_follows_a_decision_is_no_letter_told_of_in_passing() -> None:
    (letter,) = read(
        "Senator Ada Birch (D-MA) wrote to the Ferry Commission seeking an update following the decision on fares.",
        MORE,
    )
    assert letter.notes == ()


def test_a_list_of_co_signers_below_the_letter_signs_it() -> None:
    (letter,) = read(
        LEDE,
        "Dear Secretary Dole:",
        OWN,
        MORE,
        "Sincerely,",
        "Ada Birch",
        f"Current Co-Signers (9): Cy Roe, {'Al Ash Poe, ' * 12}Di Elm",
    )
    assert {"Ada Birch", "Cy Roe", "Di Elm"} <= {p.name for p in letter.card.senders}


def test_a_day_of_the_week_that_tells_what_is_stopped_is_not_the_letters() -> None:
    (letter,) = read(
        "Friday, February 15, 2013", f"Senator Birch sent a letter against the end of Saturday mail. {LEDE}", MORE
    )
    assert letter.card.date == "2013-02-15"


def test_the_letters_own_greeting_tells_whom_it_goes_to_and_a_copy_is_a_copy() -> None:
    lede = "Senator Ada Birch (D-MA) sent a letter to Secretary Cy Dole and Commissioner Di Elm about the ferry."
    (letter,) = read(lede, "Dear Secretary Dole:", OWN, MORE, "Sincerely,", "Ada Birch", "CC: The Honorable Di Elm")
    assert [r.name for r in letter.card.recipients] == ["Cy Dole"]


def test_a_letter_in_one_pair_of_quotation_marks_keeps_its_greeting_and_its_quotations() -> None:
    quoting = "The ferry's owner called the closing “a mere pause of three weeks in winter.”"
    greeting, closing = "“Dear Secretaries Roe and Elm,", "Please write to us by May 3, 2031, about the ferry.”"
    (letter,) = read(LEDE, "Read it below.", greeting, OWN, quoting, MORE, closing, "The ferry opened in 1931.")
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Roe", "Secretary"), ("Elm", "Secretary")]
    assert (letter.text[:8], letter.text[-16:]) == ("We write", "about the ferry.")
    assert quoting in letter.text


@pytest.mark.parametrize(
    "lede",
    [
        f"MAREN — Today, October 29th, 2031, Senator Birch joined her colleagues. {LEDE}",
        f"For Immediate Release Contact: Bo Ash October 29, 2031 202-555-0100 BIRCH SENDS LETTER MAREN {LEDE}",
    ],
)
def test_the_day_of_a_release_stands_in_its_first_words(lede: str) -> None:
    (letter,) = read(lede, MORE)
    assert letter.card.date == "2031-10-29"


def test_a_letter_in_quotation_marks_paragraph_by_paragraph_is_whole_without_them() -> None:
    (letter,) = read(
        LEDE,
        "Read the letter here or below:",
        "“Dear Secretary Dole:",
        f"“{OWN}",
        f"“{MORE}”",
        "Birch chairs a committee of the Senate that looks after ferries and bridges.",
    )
    assert (letter.card.kind, [r.name for r in letter.card.recipients]) == ("full", ["Cy Dole"])
    assert letter.text == f"{OWN}\n\n{MORE}"


def test_who_joined_an_earlier_letter_does_not_sign_this_one() -> None:
    earlier = "In May 2031, Birch led a letter on the gate. It was signed by Senators Cy Dole (R-CO) and Di Elm (I-VT)."
    today = "In June 2031, they set up a group. Today’s letter was co-signed by Senator Ed Fir (D-OH)."
    (letter,) = read(LEDE, MORE, earlier, today)
    assert [p.name for p in letter.card.senders] == ["Ada Birch", "Ed Fir"]


def test_a_release_that_quotes_from_two_letters_gives_each_its_own_words_and_addressee() -> None:
    first = "“The ferry must run before the summer comes and the road is closed,” she wrote."
    second = "“The bridge must be mended before the autumn comes and the river rises,” she wrote."
    turn = "In a separate letter this week, Senator Birch asked Governor Di Elm to mend the bridge."
    one, two = read(LEDE, first, turn, second)
    assert [r.name for letter in (one, two) for r in letter.card.recipients] == ["Cy Dole", "Di Elm"]
    assert ("ferry" in one.text, "bridge" in one.text, "ferry" in two.text) == (True, False, False)
    assert [s.name for s in two.card.senders] == ["Ada Birch"]
    assert two.voice_at(two.document.text.index("The ferry must")) == "third_party"


def test_an_earlier_letter_told_of_beside_a_quotation_is_no_second_letter() -> None:
    first = "“The ferry must run before the summer comes,” she wrote."
    earlier = "Last year, Senator Birch also sent a letter to Governor Di Elm. “Mend the bridge,” she wrote."
    (one,) = read(LEDE, first, earlier)
    assert [r.name for r in one.card.recipients] == ["Cy Dole"]


ENCLOSED = (
    "Questions for Ms. Orla Venn",
    "Note: begin each answer with “Yes” or “No.”",
    "1. Will you dredge?",
    "2. When?",
)


def test_questions_that_the_letter_encloses_belong_to_its_text() -> None:
    told = "We ask you to answer the enclosed questions in writing before you are confirmed."
    (letter,) = read(LEDE, "Dear Ms. Venn:", OWN, told, "Sincerely,", "Ada Birch", *ENCLOSED, "###", "About the Office")
    assert [letter.text.count(line) for line in ENCLOSED] == [1, 1, 1, 1]
    assert "About the Office" not in letter.text
    assert [p.name for p in letter.card.senders] == ["Ada Birch"]


def test_what_follows_the_signatures_unannounced_is_no_annex() -> None:
    (letter,) = read(LEDE, "Dear Ms. Venn:", OWN, MORE, "Sincerely,", "Ada Birch", "Attachment", "Why does it matter?")
    assert "matter" not in letter.text


def test_a_quotation_is_not_a_signers_who_only_has_the_speakers_surname() -> None:
    said = "“The ferry must run before the summer,” said Cora McGill Birch, President of Rivers United."
    (letter,) = read(LEDE, said)
    (statement,) = letter.statements
    assert (statement.speaker, statement.evidence.voice) == ("Cora McGill Birch", "third_party")


TOLD = "Secretary Cy Dole, Senator Ada Birch asked for care, and for the ferry of Lower Maren to run again this year."


@pytest.mark.parametrize(
    ("paragraphs", "day"),
    [
        (("March 15, 2031", LEDE, "Senator Birch's letter was sent on Tuesday, March 11."), "2031-03-11"),
        ((f"WASHINGTON, D.C. – On Tuesday, March 4, 2031, {LEDE.partition('– ')[2]}", MORE), "2031-03-04"),
        (("Birch Urges Commission to Reopen the Lower Maren Ferry     March 4, 2031", LEDE, MORE), "2031-03-04"),
        (("January 3, 2031", LEDE, "Senator Birch's letter was sent on Monday, December 30."), "2030-12-30"),
        (("March 8, 2031", f"In a March 1 letter to {TOLD}", MORE), "2031-03-01"),
        (("June 8, 2031", f"In a March 1 letter to {TOLD}", MORE), "2031-06-08"),
        (("January 3, 2031", f"In a December 30 letter to {TOLD}", MORE), "2030-12-30"),
        ((LEDE, "Effective February 1, 2031, the ferry is free to all who live on the far side of the river."), None),
    ],
)
def test_the_day_that_a_sentence_gives_the_letter_is_taken(paragraphs: tuple[str, ...], day: str | None) -> None:
    (letter,) = read(*paragraphs)
    assert letter.card.date == day


@pytest.mark.parametrize(
    ("stamp", "sent", "dated"),
    [
        ("Posted on March 8, 2031", "wrote", ("2031-03-08", "page")),
        ("March 8, 2031", "wrote", ("2031-03-08", "release")),
        ("Posted on March 8, 2031", "today wrote", ("2031-03-08", "release")),
        ("Posted on March 8, 2031", "yesterday wrote", ("2031-03-07", "release")),
        ("Posted on March 8, 2031", "on Tuesday wrote", ("2031-03-04", "release")),
    ],
)
def test_the_pages_date_is_told_from_what_the_release_says_of_the_letters(
    stamp: str, sent: str, dated: tuple[str, str]
) -> None:
    said = f"Senator Ada Birch (D-OR) {sent} to the Harbor Commission, asking it to run the ferry of Lower Maren again."
    (letter,) = read(stamp, "Birch Asks for the Lower Maren Ferry", said, MORE)
    assert (letter.card.date, letter.card.date_basis) == dated


def test_a_letter_of_ones_own_is_another_letter() -> None:
    first = (
        "On Tuesday, Sen. Ada Birch (D-OR) wrote to Secretary Cy Dole urging him to release the money for the ferry."
    )
    second = "A day later, Sen. Hal Quist (R-ME) sent Dole a letter of his own, asking that he hold it until May."
    second += " He set no day for the answer. The towns can wait, he said, until the books are open. That is all."
    one, other = read("Two letters, one ferry", first, second)

    assert [p.name for p in one.card.senders] == ["Ada Birch"]
    assert [p.name for p in other.card.senders] == ["Hal Quist"]


def test_a_date_behind_a_headline_is_none_of_its_title() -> None:
    (letter,) = read("Birch Urges Commission to Reopen the Lower Maren Ferry     March 4, 2031", LEDE, MORE)
    assert letter.card.title.endswith("Ferry")


def test_a_page_that_shows_no_letter_says_so_in_its_kind() -> None:
    (letter,) = read("The ferry of Lower Maren ran again today.", MORE)
    assert (letter.card.kind, letter.notes) == ("none", (NOTHING_FOUND,))
    assert MORE in letter.text


def test_the_first_paragraphs_letter_is_the_news_though_of_last_week() -> None:
    (letter,) = read(f"Last week, {LEDE.partition('– ')[2]}", MORE)
    assert letter.card.kind == "reported"


def test_names_in_a_row_below_the_first_signers_sign_too() -> None:
    row = "Cy Dole, Di Elm, Ed Fox, Flo Gale, Gus Holm, Ida Inge, Jo Kerr, Lee Moss, Max Noll, Nan Orde and Pat Quill"
    (letter,) = read(LEDE, "Dear Commissioner Dole:", OWN, MORE, "Sincerely,", "Ada Birch", "Bo Ash", f"{row}, {row}")
    assert len(letter.card.senders) == 13


def test_a_greeting_in_quotation_marks_needs_no_dear() -> None:
    (letter,) = read(
        LEDE, "Read it below.", "“Secretary Roe:", f"“{OWN}", f"“{MORE}", "“Sincerely,”", "The ferry is old."
    )
    assert [r.name for r in letter.card.recipients] == ["Roe"]


def test_a_biography_behind_a_lead_in_is_no_letter() -> None:
    life = "Congresswoman Ada Birch was elected to the House in 2031, and serves on the Committee on Rivers."
    (letter,) = read(LEDE, MORE, "You can read the full letter", life)
    assert letter.card.kind == "reported"


def test_members_counted_beside_those_named_are_others() -> None:
    lede = "MAREN – Senators Ada Birch (D-MA), Bo Ash (D-RI), and 6 members of Congress sent Secretary Dole a letter."
    (letter,) = read(lede, MORE)
    assert letter.card.senders_unnamed == "6 members of Congress"


def test_signers_of_an_older_letter_are_not_counted() -> None:
    older = "In February 2024, Senators Birch and Ash led 75 lawmakers in sending a letter to the Governor on ferries."
    (letter,) = read(LEDE, MORE, MORE, older)
    assert letter.card.senders_unnamed is None


def test_a_statement_on_a_letter_tells_of_the_letter() -> None:
    lede = "Congresswoman Ada Birch released the following statement regarding her letter to Secretary Cy Dole:"
    (letter,) = read(lede, f"“{MORE}”")
    assert (letter.card.kind, [r.name for r in letter.card.recipients]) == ("reported", ["Cy Dole"])
    assert [s.speaker for s in letter.statements] == ["Congresswoman Ada Birch"]


def test_the_first_to_be_written_to_comes_before_whom_later_letters_reach() -> None:
    lede = "Senator Ada Birch (D-MA) and others wrote to Secretary Cy Dole about the ferry, which has stopped."
    (letter,) = read(lede, MORE, "The senators also note that a number of letters went to the Harbor Board of Maren.")
    assert [r.name for r in letter.card.recipients] == ["Cy Dole"]


TWO_TOLD = """Birch Presses Agencies on Dredging

WASHINGTON – Senator Ada Birch (D-OR) is stepping up her work on dredging along the coast of the inner lakes.

In a letter to Reps. Tom Hale and Ida Orme, chairs of the House Subcommittee on Ports, she asked for a hearing. “The \
harbour has silted up since the storms. I ask that the Subcommittee hold a hearing on dredging in spring,” Birch wrote.

In a letter to the Acting Director of the Harbour Office, Birch urged the agency to “restore the schedule.”
"""


def test_two_letters_that_open_with_different_addressees_are_two() -> None:
    first, second = read(*TWO_TOLD.strip().split("\n\n"))
    assert [one.name for one in first.card.recipients] == ["Tom Hale", "Ida Orme"]
    assert [one.office for one in second.card.recipients] == ["Acting Director of the Harbour Office"]
    assert (first.card.kind, second.card.kind) == ("excerpt", "reported")
    assert [one.name for one in first.card.senders] == ["Ada Birch"]


def test_questions_told_to_follow_in_running_text_are_the_letters() -> None:
    asked = "Did you know of the barges before May 2030? Who ordered the barges to leave?"
    text = (
        "WASHINGTON – Senators Ada Birch (D-OR) and Tom Orme (D-WA) wrote to Secretary Cy Dorn about missing barges. "
        f"The letter contained the following questions: {asked}\n"
    )
    (letter,) = read(*text.strip().split("\n\n"))
    assert letter.card.kind == "excerpt"
    assert [span.of(text) for span in letter.body] == [asked]


def test_groups_that_wrote_are_the_letters_own_voice() -> None:
    text = (
        "PORT HALE — The Lake Alliance and 31 partner groups today sent a letter to Administrator Simone Ashe asking "
        "it to reject the permit.\n\n"
        "“The people of the Bay have been breathing others’ smoke for forty years,” the groups wrote. “We ask you "
        "to say no to this permit, and to say why.”\n"
    )
    (letter,) = read(*text.strip().split("\n\n"))
    assert letter.card.kind == "excerpt"
    assert letter.statements == ()


@pytest.mark.parametrize("closing", ["With admiration,", "Very truly yours,", "Your friend,", ""])
def test_a_text_that_is_nothing_but_a_short_letter_is_one(closing: str) -> None:
    (letter,) = read(
        "Dear Captain Quill,", "Please mend the road by June 3, 2034.", *filter(None, [closing]), "Ben Stroud"
    )
    assert letter.card.kind == "full"
    assert [one.name for one in letter.card.senders] == ["Ben Stroud"]


def test_ladies_and_gentlemen_are_greeted_and_are_nobody() -> None:
    (letter,) = read("Ladies and Gentlemen:", "Please mend the road by June 3.", "Very truly yours,", "Ben Stroud")
    assert (letter.card.kind, letter.card.recipients) == ("full", ())


def test_a_group_in_brackets_behind_a_signer_is_no_part_of_the_name() -> None:
    signed = "Ada Holm (Greens), Chair\nMona Vane (Social Democrats)"
    (letter,) = read("Dear Mr. Orde,", "We call upon your Office to switch the lamps off.", "Yours faithfully,", signed)
    assert [one.name for one in letter.card.senders] == ["Ada Holm", "Mona Vane"]
    assert [one.role for one in letter.card.senders] == ["Chair", "Social Democrats"]


@pytest.mark.parametrize(
    "told",
    [
        "Senator Ada Birch sent letters of support for all of the projects that the ferry towns were awarded today.",
        "Applicants for a post of Senator Ada Birch sent a cover letter and a resume to the Orle office.",
        "Interns of Senator Ada Birch will help with writing constituent letters, which are sent from the Orle office.",
        "Senator Ada Birch sent her thanks to each letter carrier who had to work on Sundays in the ferry towns.",
    ],
)
def test_letters_of_another_kind_are_no_letter_to_an_official(told: str) -> None:
    (letter,) = read(f"{told} The towns of the coast have waited for it for many years, and the mayors are glad of it.")

    assert letter.card.kind == "none"


def test_the_tag_of_a_quotation_announces_no_letter_below_it() -> None:
    quote = f"“{MORE}” the letter reads."
    (letter,) = read(LEDE, f"{MORE} {MORE} {quote}", f"{MORE} {MORE}", "Full text of the letter can be found here.")
    assert letter.card.kind == "excerpt"


LEDE_ONLY = "WASHINGTON – Senator Ada Birch (D-WA) sent a letter to Secretary Cy Dole."
REPORT = "MAREN – Senator Ada Birch (D-WA) spoke on the ferry of the Lower Maren, which has not run since last March."


def test_a_short_first_sentence_is_no_headline() -> None:
    (letter,) = read(
        LEDE_ONLY, "Dear Secretary Dole:", f"We urge you to open the gate. {MORE}", "Sincerely,", "Ada Birch"
    )
    assert letter.card.title.startswith("Letter from Ada Birch")
    assert (letter.card.senders[0].party, letter.card.senders[0].chamber) == ("D", "senate")


def test_a_letter_announced_and_dated_needs_no_closing_however_short() -> None:
    (letter,) = read(
        LEDE, "Full text of the letter follows:", "May 9, 2022", "Re: Gate of the Lower Maren (File No. S7-09-22).",
        "Dear Ms. Dole:", "We write to request that you open the gate.",
    )  # fmt: skip
    assert (letter.card.kind, letter.card.date, letter.card.date_basis) == ("full", "2022-05-09", "letter")


def test_a_date_run_together_with_the_address_is_the_letters() -> None:
    told = "May 9, 2022The Honorable Cy Dole Secretary Board of Gates 18 C St NW   Secretary Dole:   We are troubled."
    (letter,) = read(f"{LEDE} The text of the letter is below:", f"{told} {MORE}", "Sincerely,", "Rep. Ada Birch")
    assert (letter.card.date, letter.card.date_basis) == ("2022-05-09", "letter")


def test_anothers_letter_that_somebody_cites_is_no_letter_of_theirs() -> None:
    cited = (
        "She referenced the letter that the Millers Union sent yesterday to the Board, which raised the same concerns."
    )
    (letter,) = read(REPORT, cited, "The nominees said that they would look into it before the end of the coming year.")
    assert letter.card.kind == "none"
