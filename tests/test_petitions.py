"""Petitions, lists of demands and numbered recommendations are letters with addressees, signers and asks too."""

from __future__ import annotations

import brief

PETITION = """PETITION

TO THE HONOURABLE THE SPEAKER AND MEMBERS OF THE ASSEMBLY OF KESTREL

The petition of the undersigned residents of Lower Kestrel and the villages of Anse and Tourmaline

SHEWETH:

THAT the ferry has served our villages since 1951;

THAT on 1 April 2025 the Ministry cut the winter sailings from six a day to two.

YOUR PETITIONERS THEREFORE PRAY that your Honourable House may:

(i) direct the Ministry to restore the six sailings by 1 November 2025;

(ii) require that fares be frozen for three years; and

(iii) appoint a select committee to inquire into the decision.

AND YOUR PETITIONERS, as in duty bound, will ever pray.

Name                     Village            Signature
Agnes Marl               Anse               (signed)
Piet van Aard            Tourmaline         (signed)
and 1,287 others
"""


def test_a_petition_is_a_letter_to_the_house_that_it_prays_to() -> None:
    (letter,) = brief.read(PETITION.encode(), name="petition.txt")

    assert letter.card.kind == "full"
    assert [(r.name, r.office) for r in letter.card.recipients] == [
        (None, "Speaker and Members of the Assembly of Kestrel")
    ]
    assert [p.name for p in letter.card.senders] == ["Agnes Marl", "Piet van Aard"]
    assert letter.card.senders_unnamed == "1,287 others"


def test_what_it_prays_for_is_asked_item_by_item() -> None:
    summary = brief.summarize(PETITION.encode())

    assert [(a.number, a.text, a.status) for a in summary.actions] == [
        ("i", "direct the Ministry to restore the six sailings by 1 November 2025", "supported"),
        ("ii", "require that fares be frozen for three years", "supported"),
        ("iii", "appoint a select committee to inquire into the decision", "supported"),
    ]
    assert summary.actions[0].deadline is not None


HEAD = "April 8, 2024\n\nThe Honorable Rosa Delac\nChair\n\nDear Chair Delac:\n\nA man was stabbed.\n\n"


def test_a_bare_head_in_capitals_leads_in_demands() -> None:
    text = f"{HEAD}WE DEMAND:\n\n1) Shields on every bus.\n\n2) Two guards at Ninth Street.\n\nIn unity,\nAda Birch"

    assert [(a.strength, a.text) for a in brief.summarize(text.encode()).actions] == [
        ("demand", "Shields on every bus"), ("demand", "Two guards at Ninth Street"),
    ]  # fmt: skip


def test_numbered_recommendations_are_recommended() -> None:
    text = (
        f"{HEAD}I make the following recommendations under section 23 of the Act:\n\nRecommendation 1: That the Board"
        " pay Mr. R. $4,180.\n\nRecommendation 2: That the Board write to the other tenants.\n\nSincerely,\n\nAda Birch"
    )

    assert [(a.number, a.strength, a.status) for a in brief.summarize(text.encode()).actions] == [
        ("1", "recommend", "supported"), ("2", "recommend", "supported"),
    ]  # fmt: skip
