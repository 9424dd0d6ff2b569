"""Which laws, treaties, orders and cases a letter cites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.document import Document, Span
from brief.letter.authorities import find_authorities


def names(text: str, reported: bool = False) -> list[str]:
    found = find_authorities(Document("x", text, ""), [Span(0, len(text))], "x", reported)
    return [authority.evidence.quote for authority in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the Clean Rivers Act, the Bureau decides.", ["Clean Rivers Act"]),
        ("The Ada B. Roe, Jr., Ferries and Recreation Act says so.", ["Ada B. Roe, Jr., Ferries and Recreation Act"]),
        ("The All-river Dam Resolution Office (ADRO) may hear it under Regulation V-K.", ["Regulation V-K"]),
        ("A court held so in Maren v. Lumen Boats, LLC, 3:21-cv-00011.", ["Maren v. Lumen Boats, LLC"]),
        (
            "Regulation (EU) 2031/123, Regulation (EC) No 19/2006 and Articles 35 and 36 TFEU apply.",
            ["Regulation (EU) 2031/123", "Regulation (EC) No 19/2006", "Articles 35 and 36 TFEU"],
        ),
        ("It would breach the Fair Ferries Act, Orl. Stat. § 8-101.", ["Fair Ferries Act", "Orl. Stat. § 8-101"]),
        ("See Orle Ins. Code § 44-7(c) and Orle Gen. Laws § 5.", ["Orle Ins. Code § 44-7(c)", "Orle Gen. Laws § 5"]),
        ("This is contrary to section 9 of the Ferries Act 2010.", ["Ferries Act 2010"]),
        ("They were charged under Article 347 of the Criminal Code.", ["Article 347 of the Criminal Code"]),
        ("The word in § 393.82(c) is too broad; see 49 C.F.R. § 393.82(c).", ["§ 393.82(c)"]),
        ("1. Veto House Bill 2214. See Roe v. Lock Board.", ["House Bill 2214", "Roe v. Lock Board"]),
        ("It passed in the Senate the U.S. Innovation and Ferry Act.", ["U.S. Innovation and Ferry Act"]),
        ("The Agency’s (ELA) Lead and Copper Rule is old.", ["Lead and Copper Rule"]),
        ("This breaks Avonan Fishers’ First Amendment rights.", ["First Amendment"]),
        ("Ferry Treaty with Orm\n\nOn behalf of 212 firms, I write.", ["Ferry Treaty with Orm"]),
        ("Section 6 of the Strategic Membranes Control Act authorizes it.", ["Strategic Membranes Control Act"]),
        ("The Rivers and Harbors Act of 1899 is older.", ["Rivers and Harbors Act of 1899"]),
        ("Article 7 of the Sarn Waters Accord promises it.", ["Sarn Waters Accord"]),
        ("The Convention on the Law of the Sea applies.", ["Convention on the Law of the Sea"]),
        ("See 50 U.S.C. 9931(c)(2) and 15 C.F.R. 730.7.", ["50 U.S.C. 9931(c)(2)", "15 C.F.R. 730.7"]),
        (
            "The Downstream Waters Security Act (H.R. 6120) would bar it.",
            ["Downstream Waters Security Act (H.R. 6120)"],
        ),
        ("We support H.R. 6120 and S. 88.", ["H.R. 6120", "S. 88"]),
        ("In Halvek v. Women’s Water League, the Court agreed.", ["Halvek v. Women’s Water League"]),
        ("Executive Order 14997 extends it.", ["Executive Order 14997"]),
        ("UN Security Council Resolution 2270 forbids it.", ["UN Security Council Resolution 2270"]),
        ("The Sarn Waters Act helps. The Waters Act and the Act again.", ["Sarn Waters Act"]),
        ("The Relief, Rivers, and Dams Act helps.", ["Relief, Rivers, and Dams Act"]),
        (
            "The Clean Dams Act, Clean Rivers Act, and Fish Passage Act.",
            ["Clean Dams Act", "Clean Rivers Act", "Fish Passage Act"],
        ),
        ("Senate Resolution 94 and Section 3134 of the Code.", ["Senate Resolution 94", "Section 3134 of the Code"]),
        (
            "The path for DREAM Act students; the House-passed FY 2022 Dams Authorization Act.",
            ["DREAM Act", "Dams Authorization Act"],
        ),
        (
            "The Ryan Dale River Safety Act is law. The Ryan Dale Act works; so does the Dale Act.",
            ["Ryan Dale River Safety Act"],
        ),
        ("The Bipartisan Rivers Law pays; the rule of Law holds.", ["Bipartisan Rivers Law"]),
        (
            "Executive Order 14063 and E.O. 14063; Resolution 2231 and UNSC Resolution 2231.",
            ["Executive Order 14063", "Resolution 2231"],
        ),
        (
            "The Aid, Relief, and River Security Act (CARRS Act) pays; the CARRS Act ends.",
            ["Aid, Relief, and River Security Act (CARRS Act)"],
        ),
        ("The Rivers and Dams (RAD) Act pays, as does the RAD Act.", ["Rivers and Dams (RAD) Act"]),
        (
            "The Privacy Act of 1974 and the Orland Water Privacy Act.",
            ["Privacy Act of 1974", "Orland Water Privacy Act"],
        ),
        ("The Rivers Authorization Act for Fiscal Year 2031 pays.", ["Rivers Authorization Act for Fiscal Year 2031"]),
        ("The Dams Appropriations Act, 2031 (P.L. 131-2) pays.", ["Dams Appropriations Act, 2031 (P.L. 131-2)"]),
        ("H.R. 6120, the Downstream Waters Act, is a bill.", ["Downstream Waters Act"]),
        (
            "It breaches the Constitution and the 13th and 14th Amendments.",
            ["13th and 14th Amendments"],
        ),
        ("The Presidential Order on August 1, 2031 did so.", ["Presidential Order on August 1, 2031"]),
        ("Secretarial Order 3399 and Proclamation 7751.", ["Secretarial Order 3399", "Proclamation 7751"]),
        ("Under the FY31 NDAA, FOIA, and Section 230.", ["FY31 NDAA", "FOIA", "Section 230"]),
        ("Under FOIA. The Freedom of Information Act (FOIA) says so.", ["Freedom of Information Act (FOIA)"]),
        (
            "The Families First Rivers Act and the Save Our Dams Act.",
            ["Families First Rivers Act", "Save Our Dams Act"],
        ),
        ("Halla’s Act is law, and the President’s Act is not.", ["Halla’s Act"]),
        (
            "In Orr v. Dale and Halvek v. Orr, as Tom Orr in Orr v. Main.",
            ["Orr v. Dale", "Halvek v. Orr", "Orr v. Main"],
        ),
        ("The War Rivers Resolution binds; the Continuing Resolution ends.", ["War Rivers Resolution"]),
        ("The Tides Act, P.L. 131-9, and P.L. 131-2, the Dams Act, pay.", ["Tides Act", "Dams Act"]),
        ("The Harbor Plan Act is law; the Harbor Plan Act of 2031 pays.", ["Harbor Plan Act"]),
        ("Regulation QRS shapes it, and Regulation of boats does not.", ["Regulation QRS"]),
        (
            "The FY 2031 Rivers and Dams-VA appropriations bill pays.",
            ["FY 2031 Rivers and Dams-VA appropriations bill"],
        ),
        ("The Stop Rust Act, or SR Act, and the SR Act again.", ["Stop Rust Act, or SR Act"]),
        ("The Norland – Sarn – Velmora Agreement opens it.", ["Norland – Sarn – Velmora Agreement"]),
        ("In East Bay v. Harbor Control Board; East Bay v. HCB too.", ["East Bay v. Harbor Control Board"]),
        ("The Tide Emissions Standards and the National Institute of Standards.", ["Tide Emissions Standards"]),
        ("The Takings and Due Process Clauses forbid it.", ["Takings and Due Process Clauses"]),
        (
            "Executive Order on Promoting Tides in the Delta, and the",
            ["Executive Order on Promoting Tides in the Delta"],
        ),
        ("Required by law, the Sarn Poverty Law Center says so.", []),
        ("The Rowers' Rights Act and the Senators' Border Act.", ["Rowers' Rights Act", "Border Act"]),
        (
            "The Fiscal Year 2031 Tides Act; the Tides Act for Fiscal Year 2029; the Tides Act.",
            ["Fiscal Year 2031 Tides Act", "Tides Act for Fiscal Year 2029"],
        ),
        ("A Major Disaster Declaration for Maren County.", []),
        (
            "It breaks P.L. 132-175, the Continuing Appropriations Resolution. P.L. 132-175 says so.",
            ["Continuing Appropriations Resolution"],
        ),
        ("Title X pays. Title X of the Public Ferry Act says so.", ["Public Ferry Act"]),
        (
            "OMB Circular No. A-199, the Lead and Tide Safety Rules.",
            ["Circular No. A-199", "Lead and Tide Safety Rules"],
        ),
        ("The Tide Due Diligence Directive; the Leahy Laws.", ["Tide Due Diligence Directive", "Leahy Laws"]),
        (
            "The Norland Water Law, Tide Security Law, or Sarn Reef Law.",
            ["Norland Water Law", "Tide Security Law", "Sarn Reef Law"],
        ),
        ("House Bill 12 and SB 8 would.", ["House Bill 12", "SB 8"]),
        ("A Major Disaster Declaration; Congress Must Act; the Dale Law Review.", []),
        ("Under House Rule IX, clause 3(g), he may act.", ["House Rule IX, clause 3(g)"]),
        ("The “Waters of the Marches” rule is new.", ["“Waters of the Marches” rule"]),
        (
            "The Strategic Ferry Instruction (DAFI 99-503) and DAFI 99-503.",
            ["Strategic Ferry Instruction (DAFI 99-503)"],
        ),
        ("People held under Title 8 wait.", ["Title 8"]),
        ("As in Maren v. EPA, 549 U.S. 497 (2007), it is.", ["Maren v. EPA"]),
        ("The Ferry Police County law enforcement came.", []),
        ("The Sarn Protocol (SP) Program and the Internet Protocol (IP).", []),
        ("A Declaration of Dissent was signed.", []),
        (
            "It binds Sarn—including the International Covenant on Ferries, Social and Tidal Rights—now.",
            ["International Covenant on Ferries, Social and Tidal Rights"],
        ),
        ("The Powering Norland through Tides Act.", ["Powering Norland through Tides Act"]),
        ("The First Tide Act and the Second Tow Act.", ["First Tide Act", "Second Tow Act"]),
        ("As in Acet Health, LLC v. Norland.", ["Acet Health, LLC v. Norland"]),
        ("The 2001 AUMF.", ["2001 AUMF"]),
        (
            "The 1964 Rowing Act bars it (42 U.S.C. 2999d et seq.). The Rowing Act (42 U.S.C. 2999d et seq.) is old.",
            ["Rowing Act"],
        ),
        ("The Tides Act; later the Ada B. Holm Tides Act.", ["Tides Act"]),
        ("The Army vs. Navy Game was played.", []),
        ("We ask you to act. The agreement failed, and so did this Treaty.", []),
    ],
)
def test_names_each_authority_once_by_its_own_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@given(st.text(alphabet="AaBv. ,()'’Act12\n—“", max_size=400))
def test_what_is_cited_stands_where_it_is_said_to_stand(text: str) -> None:
    document = Document("x", text, "")

    for found in find_authorities(document, [Span(0, len(text))], "x"):
        assert text[found.evidence.start : found.evidence.end] == found.evidence.quote


def test_a_long_run_of_capitalised_words_is_read_in_linear_time() -> None:
    text = "Department of Ports, Department of Weirs and Other Lesser Agencies " * 2000

    assert names(text) == []


def test_of_a_report_only_what_it_says_the_letter_asks_counts() -> None:
    report = (
        "Rep. Ada Orr urged the Bureau to apply the Clean Rivers Act. The House passed the Dams Act in May. "
        "“The Tides Act would help,” said Orr."
    )

    assert names(report, reported=True) == ["Clean Rivers Act"]
