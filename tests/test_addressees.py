"""Addressees: from the inside address, the salutation, or the sentence that tells of the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.document import Span
from brief.ingest import read
from brief.letter import letters
from brief.letter.addressees import recipients
from brief.letter.told import _CUES, _TOLD, _found_at


def told(sentence: str) -> list[tuple[str | None, str | None]]:
    """Return the addressees that one sentence of a release tells of."""
    return [(r.name, r.office) for r in recipients(sentence, None, (), [Span(0, len(sentence))])]


def addressed(block: str, greeting: str) -> list[tuple[str | None, str | None]]:
    """Return the addressees of a letter with this inside address and salutation."""
    text = f"{block}\n{greeting}"
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(Span(at, at + len(line)))
        at += len(line) + 1
    return [(r.name, r.office) for r in recipients(text, lines[-1], lines[:-1], ())]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They sent a letter to Energy Secretary Ada Birch.", [("Ada Birch", "Secretary of Energy")]),
        ("They sent a letter to Interior Secretary Ada Birch.", [("Ada Birch", "Secretary of the Interior")]),
        ("Read the full letter to the U.S. Attorney HERE.", [(None, "U.S. Attorney")]),
        (
            "She sent a letter to the U.S. Attorney for Maren, Ada Birch, asking him to look into it.",
            [("Ada Birch", "U.S. Attorney for Maren")],
        ),
        (
            "He sent letters to the chairs of the Committee on Ferries (CF) and Committee on Bridges.",
            [(None, "Chair of Committee on Ferries (CF)"), (None, "Chair of Committee on Bridges")],
        ),
        (
            "They signed a letter to the Chair and Ranking Member of the Committee on Ferries, Ada Birch and Cy Dole.",
            [
                ("Ada Birch", "Chair of the Committee on Ferries"),
                ("Cy Dole", "Ranking Member of the Committee on Ferries"),
            ],
        ),
        (
            "They wrote to the co-chairs of the Joint Committee on Ferry Reform, Ada Birch and Cy Dole, urging care.",
            [
                ("Ada Birch", "co-chair of the Joint Committee on Ferry Reform"),
                ("Cy Dole", "co-chair of the Joint Committee on Ferry Reform"),
            ],
        ),
        (
            "They wrote to Governors Ada Birch of Maren and Cy Dole of Tarn about the ferry.",
            [("Ada Birch", "Governor of Maren"), ("Cy Dole", "Governor of Tarn")],
        ),
        (
            "15 lawmakers signed a letter to Lumen chairman, president and CEO, Ada Birch, about the ferry.",
            [("Ada Birch", "Lumen chairman, president and CEO")],
        ),
        (
            "He delivered a letter today to sheriffs, town clerks, and school boards across the valley.",
            [(None, "sheriffs"), (None, "town clerks"), (None, "school boards")],
        ),
        (
            "They wrote to three ferry operators—Lumen Lines, the Tarn Ferry Company, and Maren United—asking why.",
            [(None, "Lumen Lines"), (None, "Tarn Ferry Company"), (None, "Maren United")],
        ),
        (
            "She wrote a letter to the editor of the Maren Valley Journal.",
            [(None, "editor of the Maren Valley Journal")],
        ),
        (
            "She led a letter with Reps. Di E. Elm (MA-01), Bo Ash (MA-02) and 29 colleagues to President Cy Dole.",
            [("Cy Dole", "President")],
        ),
        (
            "Deputy Advisor Ada Birch is asked for papers. In a letter to Birch, she wrote.",
            [("Ada Birch", "Deputy Advisor")],
        ),
        (
            "He sent letters to A&R Lines, TarnTow, Lumen Ferries, and Orrin demanding answers.",
            [(None, "A&R Lines"), (None, "TarnTow"), (None, "Lumen Ferries"), (None, "Orrin")],
        ),
        (
            "They questioned giant ferry operators Lumen, Maren Tow, and Orrin.",
            [(None, "Lumen"), (None, "Maren Tow"), (None, "Orrin")],
        ),
        (
            "He sent a letter to Ferry Committee Chairwoman Ada Birch and ranking member Cy Dole requesting care.",
            [("Ada Birch", "Ferry Committee Chairwoman"), ("Cy Dole", "ranking member")],
        ),
        ("He wrote Chairman Congressman Ada Birch urging care.", [("Ada Birch", "Chairman")]),
        ("They wrote Secretary of State Ada Birch requesting care.", [("Ada Birch", "Secretary of State")]),
        (
            "They sent a letter today to the Chief of Engineers, Lieutenant General Ada Birch, urging care.",
            [("Ada Birch", "Chief of Engineers")],
        ),
        (
            "They wrote to United Nations Secretary-General Ada Birch.",
            [("Ada Birch", "United Nations Secretary-General")],
        ),
        (
            "They wrote to Health, Education, Labor and Pensions Committee Ranking Member Ada Birch.",
            [("Ada Birch", "Health, Education, Labor and Pensions Committee Ranking Member")],
        ),
        (
            "In a letter to Ada Birch, Senators Cy Dole and Di Elm, and Congressman Ed Fox asked for care.",
            [("Ada Birch", None)],
        ),
        (
            "In a letter to the Secretaries of the Army and Navy, she asked for care.",
            [(None, "Secretary of the Army"), (None, "Secretary of the Navy")],
        ),
        ("He wrote the Harbor Revenue Service expressing concern.", [(None, "Harbor Revenue Service")]),
        ("He sent a letter to the nonpartisan Ferry Budget Office.", [(None, "Ferry Budget Office")]),
        ("He sent a letter to Trade Representative Ada Birch.", [("Ada Birch", "Trade Representative")]),
        ("He pressed Treasury Secretary Ada Birch (Treasury) to act.", [("Ada Birch", "Secretary of the Treasury")]),
        (
            "He sent a letter criticizing Attorney General Ada Birch for the Department's failure to act.",
            [("Ada Birch", "Attorney General")],
        ),
        (
            "She sent letters to leaders at Lumen, Maren Tow, and Orrin.",
            [(None, "Lumen"), (None, "Maren Tow"), (None, "Orrin")],
        ),
        ("He wrote to the Maren General Assembly.", [(None, "Maren General Assembly")]),
        ("He wrote to the FHB and its Ferry Panel (FP) about it.", [(None, "FHB"), (None, "Ferry Panel (FP)")]),
        (
            "He called on Postmaster General DeMoy to act. In a letter to DeMoy, he asked why.",
            [("DeMoy", "Postmaster General")],
        ),
        ("They wrote to Lumen CEO Ada Birch.", [("Ada Birch", "Lumen CEO")]),
        (
            "They requested that Attorney General Ada Birch investigate the sinking.",
            [("Ada Birch", "Attorney General")],
        ),
        ("They sent a letter to Speaker Ada Birch earlier this spring.", [("Ada Birch", "Speaker")]),
        ("Their letter to the Ferry Commission exposes false claims.", [(None, "Ferry Commission")]),
        (
            "In a letter to Commissioner Cy Dole, Reps. Birch and Ash argue that it is late.",
            [("Cy Dole", "Commissioner")],
        ),
        ("They urged American owners of ferries to wait.", []),
        ("They wrote to Lumen, Inc. President and CEO Ada Birch.", [("Ada Birch", "Lumen, Inc. President and CEO")]),
        (
            "They wrote to Postal Service (USPS) Postmaster Ada Birch.",
            [("Ada Birch", "Postal Service (USPS) Postmaster")],
        ),
        (
            "They wrote to Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF) Director Ada Birch.",
            [("Ada Birch", "Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF) Director")],
        ),
        (
            "They wrote to Administrator Ada Birch of the Ferry Administration.",
            [("Ada Birch", "Administrator of the Ferry Administration")],
        ),
        ("They wrote to Chairman and CEO Ada Birch of Lumen.", [("Ada Birch", "Chairman and CEO of Lumen")]),
        ("They wrote to Ferry Commissioner Ada Birch, M.D., on it.", [("Ada Birch", "Ferry Commissioner")]),
        (
            "They sent a letter to Ferry Secretary Ada Birch (letter attached) on it.",
            [("Ada Birch", "Ferry Secretary")],
        ),
        ("They requested the FY 2031 Agriculture, Rural Development, and Food Appropriations Act.", []),
        ("They asked Governor Bill Birch to act.", [("Bill Birch", "Governor")]),
        (
            "They wrote to the Birch Administration. The letter urges Trade Commissioner Kay Tee to open the gate.",
            [("Kay Tee", "Trade Commissioner")],
        ),
        (
            "They urged the FMC. They asked the Ferry and Marine Commission (FMC) too.",
            [(None, "Ferry and Marine Commission (FMC)")],
        ),
        ("They urged House leadership to vote.", [(None, "House leadership")]),
        (
            "They wrote to the heads of the Ferry Board and the Tide Bureau.",
            [(None, "Head of Ferry Board"), (None, "Head of Tide Bureau")],
        ),
        ("They sent a letter calling out President Ada Birch for the sinking.", [("Ada Birch", "President")]),
        ("They led a letter with colleagues related to the Ferry Board’s Pontoon initiative.", []),
        (
            "They led a group in demanding an explanation from the Ferry Board and Bureau of Tides for the sinking.",
            [(None, "Ferry Board"), (None, "Bureau of Tides")],
        ),
        (
            "They wrote to Ada Birch, Chair of the Ferry and Harbor Board (FHB).",
            [("Ada Birch", "Chair of the Ferry and Harbor Board (FHB)")],
        ),
        (
            "They wrote to Office of Management and Budget (OMB) Director Ada Birch.",
            [("Ada Birch", "Office of Management and Budget (OMB) Director")],
        ),
        (
            "They wrote to Maren President and CEO Ada Birch and Lumen CEO Cy Dole.",
            [("Ada Birch", "Maren President and CEO"), ("Cy Dole", "Lumen CEO")],
        ),
        (
            "They wrote to the CEOs of Lumen, Maren, and General Mills.",
            [(None, "CEO of Lumen"), (None, "CEO of Maren"), (None, "CEO of General Mills")],
        ),
        ("They wrote to Chairmen Ada Birch and Cy Dole.", [("Ada Birch", "Chairman"), ("Cy Dole", "Chairman")]),
        ("They wrote to Lumen, Maren, and Orrin.", [(None, "Lumen"), (None, "Maren"), (None, "Orrin")]),
        (
            "They sent a letter to committee Chairman Ann Poe (R-IL) and to committee Ranking Member Bo Roe (D-CA).",
            [("Ann Poe", "committee Chairman"), ("Bo Roe", "committee Ranking Member")],
        ),
        (
            "In a letter to Energy Secretary Ada Birch, Dole, along with two colleagues, said so.",
            [("Ada Birch", "Secretary of Energy")],
        ),
        (
            "Sam Holm (R-OH) and Bo Roe (R-TX) spoke. In a letter to the President, Holm, Roe, and 8 others asked him.",
            [(None, "President")],
        ),
        (
            "He sent a letter to Dr. Ada Birch, former director of the Maren Marine Laboratory, to get answers.",
            [("Ada Birch", "former director of the Maren Marine Laboratory")],
        ),
        (
            "They wrote to the U.S. Departments of the Interior (DOI) and Agriculture (USDA), asking why.",
            [(None, "Department of the Interior (DOI)"), (None, "Department of Agriculture (USDA)")],
        ),
        (
            "He thanked Governor Harrow. On Friday, he wrote to the Governor asking for a special session.",
            [("Harrow", "Governor")],
        ),
        (
            "She will send a letter to the Board of Gates. He sent a letter to the president yesterday asking him.",
            [(None, "President")],
        ),
        ("They slammed the Maren Lending (Maren) for its suit.", [(None, "Maren Lending (Maren)")]),
        (
            "They sent a letter to the Gate Foundation, a maker of gates, urging it to stop.",
            [(None, "Gate Foundation")],
        ),
        (
            "They sent a letter to leaders of the Ferry Board, the port and others.",
            [(None, "leaders of the Ferry Board")],
        ),
    ],
)
def test_a_sentence_names_its_addressees_and_nothing_of_what_is_asked(
    sentence: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert told(sentence)[: max(1, len(expected))] == expected


@pytest.mark.parametrize(
    ("block", "greeting", "expected"),
    [
        (
            "The Honorable Ada Birch\nAdministrator\nFerry Administration\n12 Elm Street\nMaren, OR 97001",
            "Dear Administrator Birch:",
            [("Ada Birch", "Administrator, Ferry Administration")],
        ),
        (
            "The Honorable Ada Birch, Jr.\nSecretary of Treasury\nThe Honorable Cy Dole\nChairman",
            "Dear Secretary Birch and Chairman Dole:",
            [("Ada Birch, Jr.", "Secretary of the Treasury"), ("Cy Dole", "Chairman")],
        ),
        (
            "Ada Birch\nChief Executive Officer\nLumen Ferries",
            "Dear Ms. Birch:",
            [("Ada Birch", "Chief Executive Officer, Lumen Ferries")],
        ),
        ("March 3, 2020", "Dear Secretaries Birch and Dole:", [("Birch", "Secretary"), ("Dole", "Secretary")]),
        ("March 3, 2020", "Dear Mr. President:", [(None, "President")]),
        (
            "The Honorable Ada Birch\nFerry Administration",
            "Dear Director Birch:",
            [("Ada Birch", "Director, Ferry Administration")],
        ),
        (
            "The Honorable Ada Birch\nSenate Majority Leader",
            "Dear Leader Birch:",
            [("Ada Birch", "Senate Majority Leader")],
        ),
        (
            "The Honorable Ada BirchSecretary\nDepartment of Ferries",
            "Dear Secretary Birch:",
            [("Ada Birch", "Secretary, Department of Ferries")],
        ),
    ],
)
def test_an_inside_address_gives_names_with_their_offices(
    block: str, greeting: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert addressed(block, greeting) == expected


def test_whom_an_earlier_letter_went_to_is_no_addressee() -> None:
    paragraphs = [
        "Senators Birch and Dole urged the FMC to open the gate.",
        "Birch has worked on the gate for years.",
        "In May 2031, Birch sent a letter to Harbor Secretary Cy Elm about the gate.",
        "Nobody has answered; they asked the Ferry and Marine Commission (FMC) again.",
    ]
    text, spans, at = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 1
    assert [r.office for r in recipients(text, None, (), spans)] == ["Ferry and Marine Commission (FMC)"]


def test_two_addresses_side_by_side_give_two_names() -> None:
    block = "The Honorable Ada Birch The Honorable Cy Dole\nSpeaker Majority Leader\nHouse Senate"
    assert addressed(block, "Dear Speaker Birch and Leader Dole:") == [("Ada Birch", "Speaker"), ("Cy Dole", "Leader")]


def test_a_docket_behind_the_mark_of_attention_is_nobody() -> None:
    head = "Bureau of River Safety\nAttn: Docket 31-07"
    body = "Dear Sir or Madam:\n\nPlease open the lock.\n\nSincerely,\n\nAda Birch"
    (letter,) = letters(read(f"June 3, 2031\n\n{head}\n\n{body}".encode(), name="letter.txt"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [(None, "Bureau of River Safety")]


def test_a_name_with_office_and_body_behind_to_is_one_addressee() -> None:
    head = "MEMORANDUM\n\nTO: Ines Okafor, Chair, Harbor Commission\nFROM: Ada Birch\nDATE: June 3, 2031\nRE: Lock 9"
    text = f"{head}\n\nWe ask the Commission to open the lock. Please tell us when you will.\n\nAda Birch"
    (letter,) = letters(read(text.encode(), name="letter.txt"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Ines Okafor", "Chair, Harbor Commission")]


def test_addresses_side_by_side_are_read_column_by_column() -> None:
    rows = [
        ("The Honorable Ines Okafor", "The Honorable Cy Dole"),
        ("Chair", "Secretary"),
        ("Harbor Commission", "U.S. Department of Commerce"),
        ("Port Ellery, OR 97000", "Washington, DC 20230"),
    ]
    head = "\n".join(f"{left:40}{right}" for left, right in rows)
    body = "Dear Chair Okafor and Secretary Dole:\n\nPlease open the lock.\n\nSincerely,\n\nAda Birch"
    (letter,) = letters(read(f"June 3, 2031\n\n{head}\n\n{body}".encode(), name="letter.txt"))

    assert [(r.name, r.office, r.as_stated) for r in letter.card.recipients] == [
        ("Ines Okafor", "Chair, Harbor Commission", "Ines Okafor, Chair, Harbor Commission"),
        ("Cy Dole", "Secretary, U.S. Department of Commerce", "Cy Dole, Secretary, U.S. Department of Commerce"),
    ]


def test_a_greeting_is_completed_by_what_the_release_tells() -> None:
    text = "They sent a letter to Ferry Administrator Ada Birch today.\nDear Administrator Birch:"
    cut = text.index("\n")
    (one,) = recipients(text, Span(cut + 1, len(text)), (), [Span(0, cut)])
    assert (one.name, one.office, one.as_stated) == ("Ada Birch", "Ferry Administrator", "Administrator Birch")


@pytest.mark.parametrize(
    ("block", "greeting", "expected"),
    [
        (
            "The Honorable Ann Roe The Honorable Lee N.Dow\nSpeaker Leader",
            "Dear Speaker Roe and Leader Dow:",
            [("Ann Roe", "Speaker"), ("Lee N. Dow", "Leader")],
        ),
        (
            "Jo Shell Gus Zenk\nChief Executive Officer President",
            "Dear Mr. Shell and Mr. Zenk:",
            [("Jo Shell", None), ("Gus Zenk", None)],
        ),
        (
            "Chairman Noll Ashe\nCommittee on Rivers\nChairwoman Ida Penn\nSubcommittee on Dams",
            "Dear Chairs:",
            [("Noll Ashe", "Chairman, Committee on Rivers"), ("Ida Penn", "Chairwoman, Subcommittee on Dams")],
        ),
        (
            "President and CEO\nJim Kenn\nMaren Lines\n5 Pier Street\nPresident\nBo Dams\nTarn Ferries",
            "Dear President Kenn and President Dams,",
            [("Jim Kenn", "President and CEO, Maren Lines"), ("Bo Dams", "President, Tarn Ferries")],
        ),
        (
            "Acting Director Paul Moss, III\nHarbor Office",
            "Dear Acting Director Moss:",
            [("Paul Moss, III", "Acting Director, Harbor Office")],
        ),
        ("", "Dear Speaker Emerita Roe and Speaker Dow:", [("Roe", "Speaker Emerita"), ("Dow", "Speaker")]),
        (
            "",
            "Dear Commissioner Roe and Members of the Board of Governors:",
            [("Roe", "Commissioner"), (None, "Members of the Board of Governors")],
        ),
        ("", "Your Honors:", []),
        (
            "May 3, 2031\nPatrick Roe\nPostmaster General & Chief Officer\nMail Service\n5 Pier Street",
            "Dear Postmaster General:",
            [("Patrick Roe", "Postmaster General & Chief Officer, Mail Service")],
        ),
        (
            "Lieutenant General Mo Loh\nDirector, Air Guard",
            "Dear Lieutenant General Loh,",
            [("Mo Loh", "Lieutenant General, Director, Air Guard")],
        ),
    ],
)
def test_addresses_beside_and_below_one_another_are_told_apart(
    block: str, greeting: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert addressed(block, greeting) == expected


_RELEASE = """
letter letters wrote writing sent sending urged urging called on called upon for requested asked pressed demanding that
answers from records from to the Secretary Bell Bureau of Rivers and a an memo inquiry , . today condemned criticizing
""".split()  # noqa: SIM905


@given(st.lists(st.sampled_from(_RELEASE), max_size=14).map(" ".join))
def test_cues_are_found_where_a_plain_search_finds_them(text: str) -> None:
    starts = _CUES.starts(text)

    for pattern in _TOLD:
        found = [m.span() for m in _found_at(pattern, text, starts, len(text))]
        assert found == [m.span() for m in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("Secretary Vane of the Department of Ferries", [("Vane", "Secretary of the Department of Ferries")]),
        ("Park Director Cy “Skip” Dole III after the storm", [("Cy “Skip” Dole III", "Park Director")]),
        ("General Al Bode, Chief of the Ferry Bureau", [("Al Bode", "General, Chief of the Ferry Bureau")]),
        (
            "Senator Al Bode (D-RI) and Cy Dole (R-MS), the Chairman and Ranking Member of the Committee on Ports",
            [
                ("Al Bode", "Chairman of the Committee on Ports"),
                ("Cy Dole", "Ranking Member of the Committee on Ports"),
            ],
        ),
    ],
)
def test_names_amid_and_before_their_offices_are_read(
    named: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert told(f"Today, Senator Ada Holm sent a letter to {named}.") == expected


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (
            "wrote Special Inspector General for Ferry Repair Cy D. Dole today",
            ("Cy D. Dole", "Special Inspector General for Ferry Repair"),
        ),
        ("sent a letter to the agency's Acting Commissioner, Nan Roe, on piers", ("Nan Roe", "Acting Commissioner")),
        (
            "led 48 members in urging the leadership of the Committees on Ports to act",
            (None, "leadership of the Committees on Ports"),
        ),
    ],
)
def test_offices_that_begin_in_small_letters_or_end_in_a_full_name_are_addressees(
    sent: str, expected: tuple[str | None, str]
) -> None:
    assert told(f"Today, Senator Ada Holm {sent}.") == [expected]


def test_a_plea_sent_to_an_official_tells_the_addressee() -> None:
    sent = "Today, Representatives Ada Holm and Ben Stroud sent Oregon Governor Lena P. Marsh a plea to save the mill."
    assert told(sent) == [("Lena P. Marsh", "Oregon Governor")]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "The Honorable Gina Roe The Honorable Cy Dole\nSecretary Director\n\nDear Secretary Roe and Director Dole:",
            [("Gina Roe", "Gina Roe"), ("Cy Dole", "Cy Dole")],
        ),
        (
            "Mr. Jeff Roe Mr. Cy Dole\nPresident\n\nDear Mr. Roe,",
            [("Jeff Roe", "Jeff Roe"), ("Cy Dole", "Cy Dole")],
        ),
    ],
)
def test_names_in_two_columns_are_each_stated_alone(head: str, expected: list[tuple[str, str]]) -> None:
    text = f"May 3, 2031\n\n{head}\n\nPlease mend the pier of Orle. We wait for it.\n\nSincerely,\nAda Holm\n"
    (letter,) = letters(read(text.encode(), name="a.txt"))

    assert [(r.name, r.as_stated) for r in letter.card.recipients] == expected


def test_addressees_told_of_with_the_one_who_is_greeted_are_addressees_too() -> None:
    text = (
        "WASHINGTON – Senator Ada Holm (D-RI) sent a letter to President Al Bode, Secretary of Ports Cy Dole, and "
        "Trade Secretary Nan Roe urging them to mend the pier of Orle.\n\nThe full text of the letter is below:\n\n"
        "Dear President Bode:\n\nPlease mend the pier of Orle. We wait for it.\n\nSincerely,\nAda Holm\n"
    )
    (letter,) = letters(read(text.encode(), name="a.txt"))

    assert [r.name for r in letter.card.recipients] == ["Al Bode", "Cy Dole", "Nan Roe"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("the Board’s Director Cy Dole – was led by her", [("Cy Dole", "Board’s Director")]),
        ("Ports Secretary Cy Dole — calls for a new pier", [("Cy Dole", "Ports Secretary")]),
    ],
)
def test_a_dash_ends_the_words_for_an_addressee(named: str, expected: list[tuple[str, str]]) -> None:
    assert [r[0] for r in told(f"The letter – which was addressed to {named}.")] == [expected[0][0]]


def test_an_addressee_does_not_run_over_a_full_stop() -> None:
    sent = (
        "Senator Ada Holm led a letter demanding the Department of Ports and the Department of Mills to protect young "
        "Learners. The agencies had dropped it."
    )
    assert told(sent) == [(None, "Department of Ports"), (None, "Department of Mills")]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("sent over 82,000 letters to Avonans in 2031.", []),
        ("told of it in a letter to top IRS and Mint officials. I was glad.", [(None, "top IRS and Mint officials")]),
        (
            "questioned three vendors Delta, Thomas Rowers, and Geo Maps with concerns that they may be unsafe.",
            [(None, "Delta"), (None, "Thomas Rowers"), (None, "Geo Maps")],
        ),
    ],
)
def test_what_follows_an_addressee_is_no_part_of_it(sent: str, expected: list[tuple[str | None, str]]) -> None:
    assert [r for r in told(f"Today, Senator Ada Holm {sent}") if r[0] or "Avonans" not in (r[1] or "")] == expected


def test_a_field_of_a_head_or_a_heading_tells_the_addressee_that_a_greeting_leaves_open() -> None:
    field = "To: The Board of Trustees, Maren Valley School District\nFrom: Maren Teachers\nRe: Class sizes"
    assert addressed(field, "Dear Trustees:") == [(None, "Board of Trustees, Maren Valley School District")]
    dated = "May 2, 2031\nTo: Ada Birch, Minister for Rivers"
    assert addressed(dated, "Dear Minister,") == [("Ada Birch", "Minister for Rivers")]
    heading = "Open letter to Governor Ada Birch on salt"
    assert [(r.name, r.office) for r in recipients(heading, None, (), (), (), [Span(0, len(heading))])] == [
        ("Ada Birch", "Governor")
    ]


def test_a_salutation_may_name_persons_with_their_offices() -> None:
    said = "To Mr. Cy Dole, CEO of Skyway; Ms. Di Elm, CEO of Maren Air; and Mr. Bo Ash, President and CEO of Polar:"
    assert addressed("May 2, 2031", said) == [
        ("Cy Dole", "CEO of Skyway"),
        ("Di Elm", "CEO of Maren Air"),
        ("Bo Ash", "President and CEO of Polar"),
    ]


def test_offices_on_a_line_above_the_names_are_nobody_else() -> None:
    head = "Secretary of Gates Attorney General\nThe Honorable Ada Birch\nThe Honorable Cy Dole"
    assert [name for name, _ in addressed(head, "Dear Secretary Birch and Attorney General Dole:")] == [
        "Ada Birch",
        "Cy Dole",
    ]


def test_an_ampersand_as_a_page_writes_it_ends_no_office() -> None:
    assert told("They sent a letter to Deputy Secretary for Rivers &amp; Lakes Dan Marsh asking why.") == [
        ("Dan Marsh", "Deputy Secretary for Rivers & Lakes")
    ]


def test_a_president_greeted_without_a_name_is_the_one_of_the_address() -> None:
    assert addressed("The Honorable Ada R. Birch\nThe White House", "Dear Madam President,") == [
        ("Ada R. Birch", "President, The White House")
    ]


def test_the_town_below_an_address_does_not_end_it() -> None:
    head = "The Honorable Wade Pruitt\n\nSecretary of Gates\n\nWashington, DC\n\nDear Secretary Pruitt:\n\n"
    text = f"{head}We urge you to open the gate of the Lower Maren before the winter.\n\nSincerely,\n\nAda Birch\n"
    (letter,) = letters(read(text.encode(), name="a.txt"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Wade Pruitt", "Secretary of Gates")]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (
            "sent letters to loan servicers Maren Lending (ML) and Orrin regarding fees.",
            [(None, "Maren Lending (ML)"), (None, "Orrin")],
        ),
        (
            "sent letters to Lumen, Maren and AT&T. The letters ask why.",
            [(None, n) for n in ("Lumen", "Maren", "AT&T")],
        ),
        ("sent letters to AT&T, demanding answers.", [(None, "AT&T")]),
        ("wrote to the CEO of General Dynamics seeking answers.", [(None, "CEO of General Dynamics")]),
        ("was heard. Writing to the Director of Ports, she asked why.", [(None, "Director of Ports")]),
        ("has joined others to press the Department of Ports about its use.", [(None, "Department of Ports")]),
        (
            "sent a letter to the chairs of the Maren Legislature’s committees on energy, urging speed.",
            [(None, "Chair of Maren Legislature’s committees")],
        ),
    ],
)
def test_bodies_of_a_kind_and_firms_are_addressees(sent: str, expected: list[tuple[str | None, str]]) -> None:
    assert told(f"Today, Senator Ada Holm {sent}")[: len(expected)] == expected


def test_a_greeting_of_several_by_one_office_greets_those_whom_the_release_names() -> None:
    lede = "Rep. Ada Holm sent a letter to EPA Administrator Cy Dole and NOAA Administrator Di Elm on the gate."
    text = f"{lede}\n\nDear Administrators,\n\nWe urge you to open the gate.\n\nSincerely,\n\nAda Holm\n"
    (letter,) = letters(read(text.encode(), name="a.txt"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [
        ("Cy Dole", "EPA Administrator"),
        ("Di Elm", "NOAA Administrator"),
    ]


def test_each_of_a_list_of_surnames_is_greeted_with_the_title_that_opens_it() -> None:
    said = "Dear Senators Boxer, McCaskill, and DeLauro:"
    assert addressed("May 2, 2031", said) == [("Boxer", "Senator"), ("McCaskill", "Senator"), ("DeLauro", "Senator")]


def test_a_surname_greeted_is_completed_with_the_whole_of_the_office() -> None:
    lede = "Holm asked for funds. They wrote so in a request to Office of Gates and Budget (OGB) Director Cy Dole."
    text = f"{lede}\n\nDear Director Dole:\n\nWe urge you to open the gate.\n\nSincerely,\n\nAda Holm\n"
    (letter,) = letters(read(text.encode(), name="a.txt"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [
        ("Cy Dole", "Office of Gates and Budget (OGB) Director")
    ]


@pytest.mark.parametrize(
    ("lede", "greeting", "office"),
    [
        ("Rep. Ada Holm called on the Bureau of Dams (BOD) to act.", "Director Dole", "Director, Bureau of Dams (BOD)"),
        ("Rep. Ada Holm sent a letter to the Court of Appeals.", "Chief Judge Dole", "Chief Judge, Court of Appeals"),
        (
            "Rep. Ada Holm wrote to the Director of the Bureau of Dams.",
            "Director Dole",
            "Director of the Bureau of Dams",
        ),
        ("Rep. Ada Holm wrote to President Orm.", "Director Dole", "Director"),
    ],
)
def test_an_office_greeted_alone_gets_the_body_to_which_the_release_says_it_goes(
    lede: str, greeting: str, office: str
) -> None:
    text = f"MAREN – {lede}\n\nDear {greeting}:\n\nWe urge you to open the gate.\n\nSincerely,\n\nAda Holm\n"
    (letter,) = letters(read(text.encode(), name="a.txt"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Dole", office)]


def test_towns_below_a_street_and_copies_are_no_part_of_an_office() -> None:
    head = "Ms. Dana Orlov\n\nChief Executive Officer\n\nMaren Air Ltd.\n\n12 Quay Street\n\nPort Maren"
    assert addressed(head, "Dear Ms. Orlov,") == [("Dana Orlov", "Chief Executive Officer, Maren Air Ltd.")]
    text = "To: Ms Ilze Kalvane, Commissioner for Health\nCc: Mr Jan Novak, Director-General\n\nDear Commissioner,\n\n"
    text += "We ask the Commission to buy lamps before the winter comes.\n\nYours sincerely,\n\nAda Holm\n"
    (letter,) = letters(read(text.encode(), name="a.txt"))
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Ilze Kalvane", "Commissioner for Health")]


def test_a_line_that_begins_with_to_names_the_board_without_a_greeting() -> None:
    line = "To the members of the Maren County Board of Education"
    assert [r.office for r in recipients(line, None, [Span(0, len(line))], ())] == [line.removeprefix("To the ")]
