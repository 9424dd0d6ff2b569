"""Mails with older ones below: only the newest is read, the page says what is not, and the subject heads it."""

from __future__ import annotations

import pytest

import brief
from brief.letter import letters
from brief.letter.threads import older_from

HEAD = (
    "From: Devon Acht <d@trust.example>\nTo: Commissioner Holl <c@dwr.example>\nDate: Tue, 12 Sep 2023 09:14:22 -0400\n"
    "Subject: RE: Re: Culvert at Sable Creek\n\n"
)
OWN = (
    "Commissioner Holl,\n\nIt has been six weeks since your note below, and the culvert is still blocked by mud.\n\n"
    "Please have the crew clear the culvert by September 29.\n\nThanks,\n\nDevon Acht\n"
    "Director, Sable River Trust\n\n"
)
OLDER = "Dear Commissioner,\n\nI urge you to inspect the bridge at once. When was it last cleared?\n\nDevon Acht\n"
QUOTED = "> On Jul 10, 2023, at 8:02 AM, Devon Acht wrote:\n>\n" + "".join(f"> {x}\n" for x in OLDER.splitlines())
BELOW = [
    QUOTED,
    "-----Original Message-----\nFrom: Devon Acht\nSent: July 10, 2023\n\n" + OLDER,
    "Begin forwarded message:\n\nFrom: Devon Acht\n\n" + OLDER,
    "________________________________\nFrom: Devon Acht\nSent: July 10, 2023\n\n" + OLDER,
]


@pytest.mark.parametrize("below", BELOW)
def test_only_the_newest_message_is_read_and_the_page_says_so(below: str) -> None:
    summary = brief.summarize((HEAD + OWN + below).encode())

    assert [a.text for a in summary.actions] == ["have the crew clear the culvert by September 29"]
    assert summary.questions == ()
    assert any("earlier message quoted below was not read" in gap for gap in summary.gaps)
    assert summary.letter.title == "Culvert at Sable Creek"
    assert [(p.name, p.role) for p in summary.letter.senders] == [("Devon Acht", "Director, Sable River Trust")]


def test_the_note_dates_the_older_messages() -> None:
    second = QUOTED + ">> On July 3, 2023, Commissioner Holl wrote:\n>> Please be patient.\n"
    gaps = brief.summarize((HEAD + OWN + second).encode()).gaps

    assert any("2 earlier messages quoted below were not read (of July 10, 2023 and July 3, 2023)" in g for g in gaps)


def test_the_parts_of_a_thread_leave_out_nothing() -> None:
    document = brief.ingest.read((HEAD + OWN + QUOTED).encode(), name="thread.txt")
    (letter,) = letters(document)
    left = list(document.text)
    for part in letter.parts:
        left[part.start : part.end] = " " * (part.end - part.start)

    assert not "".join(left).strip()
    assert letter.parts[-1].kind == "noise"


@pytest.mark.parametrize("text", [OWN + QUOTED, HEAD + "FYI\n\n" + BELOW[1], "Dear Ada:\n\n> A quotation\n"])
def test_what_is_no_mail_or_only_hands_one_on_is_not_cut(text: str) -> None:
    assert older_from(text) is None
