"""Mails: header lines, the better of two bodies, attachments named, bad mails survived."""

from __future__ import annotations

import random
from email.message import EmailMessage

import pytest

from brief.document import Document
from brief.errors import InputError, UnknownFormat
from brief.ingest import read
from brief.letter import letters

LETTER = "Dear Secretary Lee:\n\nWe urge you to act at once.\n\n1. Why not before?\n2. When?\n\nSincerely,\nBo Day\n"


def mail(plain: str | None = LETTER, page: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Bo Dáy <bo@example.org>"
    message["To"] = "ann@example.org"
    message["Date"] = "Mon, 04 Mar 2024 10:00:00 +0000"
    message["Subject"] = "Rivers – our letter"
    message["Message-ID"] = "<1@example.org>"
    if plain is not None:
        message.set_content(plain, charset="iso-8859-1")
    if page is not None:
        message.add_alternative(page, subtype="html") if plain is not None else message.set_content(
            page, subtype="html"
        )
    return message


def texts(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def test_header_lines_stand_before_the_body() -> None:
    document = read(mail().as_bytes(), name="x.txt")

    assert document.media_type == "message/rfc822"
    assert texts(document) == [
        "From: Bo Dáy <bo@example.org>", "To: ann@example.org", "Date: Mon, 04 Mar 2024 10:00:00 +0000",
        "Subject: Rivers – our letter", "Dear Secretary Lee:", "We urge you to act at once.", "1. Why not before?",
        "2. When?", "Sincerely,\nBo Day",
    ]  # fmt: skip


def test_the_html_body_is_read_where_the_plain_one_only_points_to_it() -> None:
    page = "<p>Dear Secretary Lee:</p><p>We urge you to act.</p><ol><li>Why?</li><li>When?</li></ol>"

    assert texts(read(mail("View it in a browser.", page * 3).as_bytes()))[4:7] == [
        "Dear Secretary Lee:", "We urge you to act.", "1. Why?"
    ]  # fmt: skip
    assert texts(read(mail(None, page).as_bytes()))[4] == "Dear Secretary Lee:"
    assert texts(read(mail(LETTER, page).as_bytes()))[6] == "1. Why not before?"


def test_attachments_are_named_not_dropped_in_silence() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="the letter.pdf")

    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="all.zip")

    damaged, other = read(message.as_bytes()).warnings
    assert damaged.startswith("an attachment was not read: the letter.pdf: is a damaged PDF (")
    assert other.startswith("an attachment was not read: all.zip: give the letter as text, ")


ENCLOSED = """March 4, 2024

The Honorable Ann Lee
Secretary of Rivers

Dear Secretary Lee:

We urge you to open the weir by May 1, 2024.

> "It is shut," wrote the warden.

Sincerely,

Cy Holm
"""


def test_what_a_mail_encloses_is_read_below_it_and_what_it_quotes_is_not() -> None:
    cover = (
        f"Dear Secretary Lee:\n\nPlease find enclosed the letter of our club. {'We stay at your disposal. ' * 6}\n\n"
        "Sincerely,\n\nBo Day\n\nOn Fri, Mar 1, 2024 at 9:12 AM Ann Lee wrote:\n> Please send it. Please hurry.\n"
    )
    message = mail(cover)
    message.add_attachment(ENCLOSED.encode(), maintype="text", subtype="plain", filename="the letter.txt")
    document = read(message.as_bytes(), name="mail.eml")
    first, second = letters(document)

    assert document.warnings == ("attachment the letter.txt was read with it, below the mail's text",)
    assert "[Attachment: the letter.txt]" in texts(document)
    assert [p.name for one in (first, second) for p in one.card.senders] == ["Bo Day", "Cy Holm"]
    assert (second.card.date, second.card.kind) == ("2024-03-04", "full")
    assert "We urge you to open the weir" in second.text
    assert "wrote the warden" in second.text, "a quotation in what is enclosed is no older mail"
    assert not any("Please send it" in one.text for one in (first, second))


def test_a_mail_that_only_hands_a_letter_on_gives_that_letter() -> None:
    message = mail("See attached.\n\nSent from my iPhone\n")
    message.add_attachment(ENCLOSED.encode(), maintype="text", subtype="plain", filename="the letter.txt")
    (only,) = letters(read(message.as_bytes(), name="mail.eml"))

    assert [p.name for p in only.card.senders] == ["Cy Holm"]
    assert only.card.title == "Rivers – our letter"


def test_a_saved_web_archive_is_read_as_its_page() -> None:
    archive = (
        b"From: <Saved by Blink>\r\nSubject: Page\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><h1>Caf=C3=A9</h1><p>We write.</p>\r\n"
        b"--B\r\nContent-Type: image/png\r\nContent-Location: a.png\r\n\r\nxx\r\n--B--\r\n"
    )
    document = read(archive, name="page.mhtml")

    assert texts(document) == ["Café", "We write."]
    assert document.warnings == ()


def test_a_memo_that_begins_with_to_and_from_is_no_mail() -> None:
    memo = b"TO: Secretary Lee\nFROM: Bo Day\nDATE: March 4, 2024\n\nWe urge you to act.\n"

    assert read(memo).media_type == "text/plain"


def test_mails_nested_beyond_all_sense_are_a_named_error() -> None:
    deep = b"From: a@b\nMIME-Version: 1.0\n"
    for n in range(101):
        deep += b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)

    with pytest.raises(UnknownFormat, match=r"deep\.eml: cannot be taken apart"):
        read(deep, name="deep.eml")


def test_a_damaged_mail_is_a_document_or_a_named_error() -> None:
    whole = mail(LETTER, "<p>Dear Secretary Lee</p>").as_bytes()
    dice = random.Random(7)
    read_ones = 0
    for _ in range(80):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.choice(b'\n\r:;="<>@?\xff\0 (')
        try:
            read_ones += bool(read(bytes(data), name="x.eml").text)
        except InputError as error:
            assert "x.eml" in str(error)  # noqa: PT017 - either outcome is right

    assert read_ones > 50
