"""As what signers sign: one name a line, in columns, in tables; the house of the letterhead."""

from __future__ import annotations

import pytest

import brief


def signed(block: str, head: str = "", to: str = "Secretary of Rivers") -> list[tuple[str, str | None]]:
    """The names and roles of a letter with this signature block."""
    address = f"The Honorable Ilse Farr\n{to}\n\n"
    text = f"{head}May 6, 2024\n\n{address}Dear Secretary Farr:\n\nPlease open the lock.\n\nSincerely,\n\n{block}\n"
    (letter,) = brief.read(text.encode(), name="letter.txt")
    return [(p.name, p.role) for p in letter.card.senders]


def test_a_name_with_its_title_a_line_takes_nothing_of_the_next_line() -> None:
    assert signed("Thomas Achter, Chair\nLourdes Pined, Vice Chair\nWes Hollow, Commissioner") == [
        ("Thomas Achter", "Chair"), ("Lourdes Pined", "Vice Chair"), ("Wes Hollow", "Commissioner"),
    ]  # fmt: skip


def test_the_house_below_two_officers_in_columns_is_no_third_signer() -> None:
    columns = "Pio Tarrant              Gwen Ash\nPresident                Counsel\n" + "Ellery Fishing Guild     " * 2
    assert signed(columns) == [
        ("Pio Tarrant", "President, Ellery Fishing Guild"),
        ("Gwen Ash", "Counsel, Ellery Fishing Guild"),
    ]


def test_who_signs_with_a_name_and_an_address_alone_is_found() -> None:
    text = "Dear Secretary Farr,\n\nPlease open the lock. I asked twice before.\n\nSam Ortiz\n14 Bay Street\nEllery\n"
    (letter,) = brief.read(text.encode(), name="letter.txt")
    assert [p.name for p in letter.card.senders] == ["Sam Ortiz"]
    assert "Bay Street" not in letter.text


def test_the_town_behind_a_mayors_name_is_no_signer() -> None:
    lines = "Mayor Gwen Ash, Ellery, OR\nMayor Luis Ortega, Santa Brisa, CA"
    assert [name for name, _ in signed(lines)] == ["Gwen Ash", "Luis Ortega"]


def test_a_footnote_below_the_block_is_no_title() -> None:
    block = "Wilma Croft, Chair\nOscar Bellwe, Ranking Member\n\n[1] See Lottery Reform Act of 2020, ch. 9."

    assert signed(block) == [("Wilma Croft", "Chair"), ("Oscar Bellwe", "Ranking Member")]


def test_titles_below_names_in_columns_belong_to_their_column() -> None:
    block = (
        "Teresa Okon                          Daniel J. Farr\n"
        "Attorney General of Westmark         Attorney General of Arden\n\n"
        "Lucia Brandt\n"
        "Attorney General of Calder"
    )

    assert signed(block) == [
        ("Teresa Okon", "Attorney General of Westmark"),
        ("Daniel J. Farr", "Attorney General of Arden"),
        ("Lucia Brandt", "Attorney General of Calder"),
    ]


def test_the_house_stands_below_the_office_or_on_the_paper() -> None:
    assert signed("Joan Brightwell\nPresident\nFamilies for Safer Rivers") == [
        ("Joan Brightwell", "President, Families for Safer Rivers")
    ]
    assert signed("/s/ Harold T. Minch\nHarold T. Minch\nVice President, Safety", head="Corvell Freight LLC\n\n") == [
        ("Harold T. Minch", "Vice President, Safety, Corvell Freight LLC")
    ]
    assert signed("Angela Dreyf\nMayor", head="CITY OF HARROW\nOffice of the Mayor\n\n") == [
        ("Angela Dreyf", "Mayor, City of Harrow")
    ]


def test_an_office_that_tells_its_house_gets_no_other() -> None:
    assert signed("Ada Birch\nDirector, Sable River Trust", head="Council of Rivers\n\n") == [
        ("Ada Birch", "Director, Sable River Trust")
    ]
    assert signed("Ada Birch\nClerk of the County", head="Council of Rivers\n\n") == [
        ("Ada Birch", "Clerk of the County")
    ]


def test_the_addressees_house_is_not_the_signers() -> None:
    assert signed("Ada Birch\nDirector", head="Bureau of Rivers\n\n", to="Director, Bureau of Rivers") == [
        ("Ada Birch", "Director")
    ]


def test_a_group_in_brackets_is_told() -> None:
    assert signed("Marta Oliveir (S&D, Portugal)\nJan de Groot (Renew, Netherlands)") == [
        ("Marta Oliveir", "S&D, Portugal"), ("Jan de Groot", "Renew, Netherlands"),
    ]  # fmt: skip


def test_a_seat_in_congress_is_no_office() -> None:
    assert signed("Harriet Boon            Miguel A. Sant\nUnited States Senator   United States Senator") == [
        ("Harriet Boon", None), ("Miguel A. Sant", None),
    ]  # fmt: skip


def test_a_table_with_bodies_tells_for_whom_somebody_signs() -> None:
    block = "| Organization | Signed by |\n|---|---|\n| Rivers Wide | Ada Birch, Director |\n| Clean Wells | Cy Dole |"

    assert signed(block) == [("Ada Birch", "Director, Rivers Wide"), ("Cy Dole", "Clean Wells")]


JOINT = "We, the undersigned 4 civil society groups, write about the lock.\n\nPlease open the lock.\n\nSincerely,\n\n"


def test_where_organisations_sign_each_line_is_one() -> None:
    block = "Amnesty for All – Sorvan\nFriends of the Steppe\nWomen of Qash (in exile)\nAda Birch, Director, Open Cells"
    text = f"May 6, 2024\n\nDear Minister Farr:\n\n{JOINT}{block}\n\ncc: The Mission of Sorvan\n"
    (letter,) = brief.read(text.encode(), name="letter.txt")

    assert [p.name for p in letter.card.senders] == [
        "Amnesty for All – Sorvan", "Friends of the Steppe", "Women of Qash (in exile)", "Ada Birch",
    ]  # fmt: skip


def test_where_persons_sign_other_lines_are_none() -> None:
    assert signed("Ada Birch\nFriends of the Steppe") == [("Ada Birch", None)]


def test_members_of_other_parliaments_sign_as_such_and_their_posts_are_nobody() -> None:
    lines = (
        "Oliver Tamm MP (Nethercombe)\nLib Dem Rivers Spokesperson\n\nDr Imran Sayeed MP, Chair of the Lock Committee"
    )
    assert signed(lines) == [("Oliver Tamm", "MP, Nethercombe"), ("Imran Sayeed", "MP, Chair of the Lock Committee")]


def test_who_signs_for_houses_of_their_own_does_not_sign_for_the_letterheads() -> None:
    lines = "Ada Birch, Mayor\nCy Dole, Mayor of Upper Halse\nDi Elm, Village President, Eddington"
    assert [role for _, role in signed(lines, head="CITY OF LOWER HALSE\n\n")] == [
        "Mayor", "Mayor of Upper Halse", "Village President, Eddington"
    ]  # fmt: skip


def test_organisations_above_the_first_person_sign_too() -> None:
    lines = "Ferries First\nRiders\u2019 Action Network\nFair Locks Alliance\nProfessor Edwin Crale, Merrow University"
    assert [name for name, _ in signed(lines)] == [
        "Ferries First", "Riders\u2019 Action Network", "Fair Locks Alliance", "Edwin Crale"
    ]  # fmt: skip


def test_a_heading_in_markdown_and_a_bold_date_are_read_without_their_marks() -> None:
    head = "# Open letter to Governor Lund\n\n**May 6, 2024**\n\n"
    text = f"{head}We ask you to open the lock of the Lower Maren.\n\nSincerely,\n\n**Ada Birch**\n"
    (letter,) = brief.read(text.encode(), name="letter.md")
    assert letter.card.date == "2024-05-06"
    assert [(r.name, r.office) for r in letter.card.recipients] == [("Lund", "Governor")]
    assert [p.name for p in letter.card.senders] == ["Ada Birch"]


@pytest.mark.parametrize(
    ("block", "roles"),
    [
        ("Ada Birch\nCHAIR OF THE BOARD", ["Chair of the Board"]),  # printed in capitals
        ("Ada Birch\nCHAIR, A RIVER’S TRUST", ["Chair, a River’s Trust"]),
        ("Ada Birch\nCEO", ["CEO"]),  # a short word in capitals is an acronym
        ("Ada Birch\nGovernor\nState of Oregon", ["Governor of Oregon"]),
        ("Ada Birch\nDirector\nState of Oregon", ["Director, State of Oregon"]),
        ("Governor Ada Birch\nGovernor of Oregon", ["Governor"]),  # the title before the name is said once
        ("Ada Birch\nDirector\n14 County Road", ["Director"]),  # an address, not a house
        ("Ada Birch\nDirector\ncc: The Rivers Trust", ["Director"]),  # to whom a copy goes
        ("Ada Birch\ncc: Director of Rivers", [None]),
        ("Ada Birch\nDirector\nProfessor Cy Dole", ["Director", None]),  # the next signer
        ("Ada Birch, Jr., Vice Chair", ["Vice Chair"]),
        ("Ada Birch, River Trust", ["River Trust"]),
        ("Ada Birch, 14 Bay Street", [None]),
        (f"Ada Birch\nDirector of {'a very long house of rivers and of locks, ' * 4}", [None]),
        ("Ada Birch               Cy Dole\n                        Director", [None, "Director"]),  # its own column
        ("Ada Birch               Cy Dole\nDirector", ["Director", None]),
        ("| Signed by | Town |\n|---|---|\n| Ada Birch, Director | Pell |", ["Director"]),  # no column of bodies
    ],
)
def test_an_office_is_what_stands_beside_or_below_its_holder(block: str, roles: list[str | None]) -> None:
    assert [role for _, role in signed(block)] == roles


@pytest.mark.parametrize(
    "line",
    [
        "www.openlocks.org",
        "Solo",
        "friends of the lock",
        "and 40 others",
        "On behalf of them all",
        "Member of Congress",
    ],
)
def test_what_names_no_organisation_is_none_among_those_that_sign(line: str) -> None:
    block = f"Friends of the Steppe\n{line}\nRiver Network      Open Cells Inc."
    text = f"May 6, 2024\n\nDear Minister Farr:\n\n{JOINT}{block}\n"
    (letter,) = brief.read(text.encode(), name="letter.txt")

    assert [p.name for p in letter.card.senders] == ["Friends of the Steppe", "River Network", "Open Cells Inc."]


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("Ferries First\nRiver Network\nFair Locks Alliance\nAda Birch, Director", 4),
        ("Ferries First\nDirector, Fair Locks Alliance\nAda Birch, Director", 2),  # a post is no organisation
        ("Ada Birch, Director\nRiver Network\nFair Locks Alliance", 1),  # below her, they are hers
    ],
)
def test_organisations_sign_where_two_stand_above_the_first_person(block: str, names: int) -> None:
    text = f"May 6, 2024\n\nDear Minister Farr:\n\nPlease open the lock.\n\nSincerely,\n\n{block}\n"
    (letter,) = brief.read(text.encode(), name="letter.txt")

    assert len(letter.card.senders) == names
