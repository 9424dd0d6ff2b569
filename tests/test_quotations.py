"""Quotations of a release: who speaks, and whether the words are the letter's or said to the press."""

from __future__ import annotations

import pytest

from brief.letter.lines import Paragraph
from brief.letter.quotations import Quotation, quotations, quoted_stretches
from brief.letter.speakers import speaker_name

SAID = "The ferry is how people of the valley get to work"


def found(*paragraphs: str) -> list[Quotation]:
    """Return the quotations of these release paragraphs."""
    text, release, at = "\n\n".join(paragraphs), [], 0
    for number, paragraph in enumerate(paragraphs):
        release.append((number, Paragraph(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return list(quotations(text, release))


@pytest.mark.parametrize(
    ("paragraph", "speaker", "origin"),
    [
        (f"“{SAID},” said Senator Ada Birch.", "Senator Ada Birch", "press"),
        (f"“{SAID},” said Rep. Birch. Rep. Dole agreed.", "Rep. Birch", "press"),
        (f"“{SAID},” Birch said today.", "Birch", "press"),
        (f"Senator Ada Birch said, “{SAID}.”", "Senator Ada Birch", "press"),
        (f"“{SAID}.” — Ada Birch, Mayor of Maren", "Ada Birch", "press"),
        (f"“{SAID},” said Maren Director of Harbors Ada Birch.", "Ada Birch", "press"),
        (f"“{SAID},” said Birch. A copy of the letter is below.", "Birch", "press"),
        (f"“{SAID},” the senators wrote.", "", "letter"),
        (f"“{SAID},” the letter reads.", "", "letter"),
        (f"“{SAID},” wrote Senator Ada Birch.", "Senator Ada Birch", "letter"),
        (f"“{SAID},” Birch said in a letter to the Harbor Board.", "Birch", "letter"),
        (f"In a letter to Secretary Ann Main, Birch, along with Rep. Bo Dole (MA-02), said, “{SAID}.”", "", "letter"),
        (f"In May, Rep. Birch proposed a ban on Grand Ferry Theory, saying: “{SAID}.”", "Rep. Birch", "press"),
        (f"“{SAID},” said Birch and Dole.", "", "letter"),
        (f"Birch and Dole said, “{SAID}.”", "", "letter"),
        (f"“{SAID}. – Rep. Birch”", "Rep. Birch", "press"),
        (f"“{SAID},” Birch told the board.", "Birch", "press"),
        ("“We write to ask you why the ferry does not run,” said Senator Birch.", "Senator Birch", "letter"),
    ],
)  # fmt: skip
def test_the_words_beside_a_quotation_tell_who_speaks_and_where(paragraph: str, speaker: str, origin: str) -> None:
    (one,) = found(paragraph)
    assert one.origin == origin
    assert not speaker or one.speaker == speaker


def test_a_quotation_interrupted_by_its_speaker_is_one() -> None:
    (one,) = found(f"“{SAID},” said Senator Birch. “It should run again before the summer.”")
    assert [len(one.pieces), one.speaker] == [2, "Senator Birch"]


def test_a_second_speaker_in_the_paragraph_is_told_apart() -> None:
    paragraph = (
        f"“{SAID},” said Senator Birch. Senator Dole said, “It has not run since the winter, and nobody says why.”"
    )
    assert [one.speaker for one in found(paragraph)] == ["Senator Birch", "Senator Dole"]


def test_a_further_paragraph_of_nothing_but_quotation_goes_on_with_the_speaker() -> None:
    first, second = found(f"“{SAID},” said Senator Birch.", "“It has not run since the winter, and nobody says why.”")
    assert (first.speaker, second.speaker, second.paragraph) == ("Senator Birch", "Senator Birch", 1)


def test_who_goes_on_speaking_keeps_what_is_quoted() -> None:
    _, more = found(
        f"“{SAID},” the senators wrote.", "“It has not run since the winter, and nobody says why,” they continued."
    )
    assert more.origin == "letter"


def test_words_in_quotation_marks_without_a_speaker_are_no_statement() -> None:
    assert found("The bill is known as the “Lower Maren Ferry and Weir Act” among those who drafted it.") == []
    assert found("He called the ferry “a joke,” and left it at that.") == []


def test_stretches_lie_between_their_marks_and_an_unclosed_one_ends_with_its_paragraph() -> None:
    text = "“One two,” he said. “Three four five six seven eight"
    assert [text[s.start : s.end] for s in quoted_stretches(text, 0, len(text))] == [
        "One two,",
        "Three four five six seven eight",
    ]


@pytest.mark.parametrize("lead", ["Below are excerpts from the letter.", "From theletter:"])
def test_paragraphs_under_an_announcement_are_the_letters_though_only_the_last_is_closed(lead: str) -> None:
    first, second = found(lead, f"“{SAID}.", f"“And {SAID}.”")
    assert [first.origin, second.origin] == ["letter", "letter"]


def test_a_page_without_quotation_marks_gives_each_attributed_sentence_its_speaker() -> None:
    line = (
        "The ferry must run, said Mayor Ada Birch. We all depend on it.  "
        "Birch will meet the board on Friday. It is our lifeline, Bo Dole said in a letter to the Harbor Board."
    )
    assert [(one.speaker, one.origin) for one in found(line)] == [("Mayor Ada Birch", "press"), ("Bo Dole", "letter")]


def test_on_a_page_in_one_line_a_quotation_ends_where_nobody_says_we_any_more() -> None:
    said = "The ferry must run, said Ada Birch. We of the valley all depend on it."
    (one,) = found(f"{said} Trains leave at noon. {'Nothing else is known of the trains. ' * 50}")
    text = f"{said} Trains"
    assert text[one.start : one.end] == said


def test_a_quotation_may_hold_others_in_the_same_marks() -> None:
    (one,) = found(f'"{SAID} under a law that bans "any stop of the ferry" on the river," said Ada Birch.')
    assert one.speaker == "Ada Birch"
    assert f'{SAID} under a law that bans "any stop'.startswith(SAID)
    assert one.end - one.start > len(SAID) + 50


def test_a_joint_statement_is_no_letters_and_what_it_goes_on_with_neither() -> None:
    stated = f"“{SAID},” said the senators in a joint statement."
    assert found(stated, f"“{SAID},” the senators continued.") == []
    assert found(f"In response to the announcement, the senators said, “{SAID}.”") == []


def test_an_open_quotation_is_whose_the_next_paragraph_names() -> None:
    one, two = found(f"“{SAID}.", f"“{SAID} again,” the senators wrote.")
    assert (one.origin, two.origin) == ("letter", "letter")
    assert (one.paragraph, two.paragraph) == (0, 1)


def test_paragraphs_without_marks_between_an_opening_and_a_closing_one_are_quoted() -> None:
    quoted = found(f"Senator Birch said, “{SAID}.”", "From the letter:", f"“{SAID}.", f"{SAID}.", f"{SAID}.”")
    assert [one.origin for one in quoted] == ["press", "letter", "letter", "letter"]


def test_a_heading_announces_what_the_letter_says() -> None:
    text = f"From the letter…\n\n“{SAID}.”"
    release = [(1, Paragraph(text.index("“"), len(text)))]
    (one,) = quotations(text, release, {0: Paragraph(0, 16)})
    assert one.origin == "letter"


def test_a_statement_announced_by_a_colon_needs_no_marks() -> None:
    quoted = found(
        f"“{SAID},” the senators wrote.", "Rep. Ada Birch had the following to say:", f"{SAID}.", f"{SAID} again.",
        "Rep. Cy Dole said:", f"{SAID} once more.", "The full text of the letter is below.",
    )  # fmt: skip
    assert [one.speaker for one in quoted[1:]] == ["Rep. Ada Birch", "Rep. Ada Birch", "Rep. Cy Dole"]


def test_a_statement_without_marks_that_nothing_ends_is_one_paragraph() -> None:
    wrote = f"“{SAID},” the senators wrote."
    quoted = found(wrote, "Rep. Ada Birch said:", f"{SAID}.", "The ferry opened in the spring of 1931, long ago.")
    assert [one.origin for one in quoted] == ["letter", "press"]


def test_she_who_released_a_statement_is_the_one_told_of_first() -> None:
    told = "Senator Ada Birch wrote to Secretary Cy Dole. In response, she released the following statement:"
    (one,) = found(told, f"“{SAID}.”")
    assert (one.speaker, one.origin) == ("Senator Ada Birch", "press")


def test_what_follows_the_senators_wrote_needs_no_marks() -> None:
    (one,) = found(f"The Senators wrote, {SAID}. It must run again.")
    assert (one.origin, one.end - one.start) == ("letter", len(SAID) + len(". It must run again."))


def test_a_fragment_woven_into_a_sentence_is_no_statement() -> None:
    assert found("Dr. Birch testified that “the ferry has not and does not now take any of our lorries.”") == []


@pytest.mark.parametrize(
    ("who", "speaker"),
    [("Ada Birch President of Students for Rivers", "Ada Birch"), ("You", ""), ("the Maren Valley Journal", "")],
)
def test_a_title_behind_a_name_is_none_of_it_and_a_paper_is_nobody(who: str, speaker: str) -> None:
    assert speaker_name(who) == speaker


@pytest.mark.parametrize(
    ("tag", "speaker"),
    [
        ("said Mona, the girl who was cheated by the firm before it closed.", "Mona"),
        ("said Cicil, author of the Ferry Act.", "Cicil"),
        ("Holm, who chairs the Ferry Panel, told reporters Tuesday.", "Holm"),
        ("said FEMA's Individual Assistance chief Ada Holm.", "Ada Holm"),
        ("said MRDC senior attorney Ada Holm.", "Ada Holm"),
        ("said Senator Jim Justice.", "Senator Jim Justice"),
    ],
)
def test_the_name_beside_the_verb_wins_over_every_other(tag: str, speaker: str) -> None:
    before, one = found(f"“{SAID},” said Senator Ada Birch.", f"“{SAID},” {tag} “It must run again.”")
    assert (before.speaker, one.speaker) == ("Senator Ada Birch", speaker)


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        (f"Ada Holm, Director of Ferries First: “{SAID}.”", "Ada Holm"),
        (f"As Senator Holm put it: “{SAID}.”", "Senator Holm"),
    ],
)
def test_a_name_before_a_colon_speaks(paragraph: str, speaker: str) -> None:
    assert [one.speaker for one in found(paragraph)] == [speaker]


def test_a_body_that_is_called_a_coalition_does_not_speak_as_the_letter() -> None:
    assert found(f"The Merle Ferry Owners Coalition said: “{SAID}.”") == []


def test_a_sentence_behind_a_closed_quotation_tells_of_something_else() -> None:
    told = "The minister asked them to “wait a month until the ferry runs again.” Birch noted "
    text = f"{told}that it is late. “{SAID},” Birch said."
    assert [one.end - one.start for one in found(text)] == [len(SAID) + 1]


def test_a_paragraph_that_names_its_speaker_and_leaves_its_quotation_open_is_that_speakers() -> None:
    long = f"{SAID}, for whom the boat that comes at seven in the morning is the only way to work"
    first = f"“{long}. {long}. {long},” the senators wrote. “{long}. {long}."
    assert [one.group for one in found(first, f"“{SAID}.", f"“{SAID}.”")] == [True, True, True]


def test_a_body_that_says_something_is_not_who_its_name_seems_to_name() -> None:
    assert found(f"In a March paper of the Office for Rider Rights on Travel, the Office said “{SAID}.”") == []
