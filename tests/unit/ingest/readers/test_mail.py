from email.message import EmailMessage

import pytest

from ingest.limits import Limits
from ingest.readers.mail import members, read
from ingest.source import File


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"Subject": "Möte på Åsön", "From": "Eva Ek <eva@ekby.example>"}.items():
        message[name] = headers.pop(name, value)
    for name, value in headers.items():
        message[name] = value
    message.set_content("Hej!\n\nMötet börjar kl. 9.\n")
    return message


def filed(message: EmailMessage) -> File:
    return File(name="m.eml", raw=message.as_bytes())


def text_of(message: EmailMessage) -> str:
    return read(filed(message), Limits()).text


def test_a_mail_sent_at_no_time_there_is_is_read_without_it() -> None:
    raw = mail(Date="Mon, 04 Mar 2024 09:30:00 +0100").as_bytes()

    text = read(File(name="m.eml", raw=raw.replace(b" 09:30", b" 4294967295:30")), Limits()).text

    assert "Från: Eva Ek" in text
    assert "Skickat" not in text


def test_the_text_stands_under_its_subject_and_who_wrote_it() -> None:
    message = mail(To="bo@ekby.example", Date="Mon, 04 Mar 2024 09:30:00 +0100")

    assert (
        "# Möte på Åsön\n\n"
        "Från: Eva Ek <eva@ekby.example>\nTill: bo@ekby.example\nSkickat: 2024-03-04 09.30\n\n"
        "Hej!\n\nMötet börjar kl. 9.\n"
    ) == text_of(message)


def test_a_page_is_read_when_there_is_no_plain_text() -> None:
    message = mail()
    message.set_content("<p>Hej!<script>ut()</script><ul><li>Eva", subtype="html")

    assert text_of(message).endswith("Hej!\n\n- Eva")


def test_attachments_are_members_with_distinct_names() -> None:
    message = mail()
    for content in (b"Ett", b"Tv\xc3\xa5"):
        message.add_attachment(content, maintype="text", subtype="plain", filename="bilaga.txt")

    assert [("m.eml › bilaga.txt", b"Ett"), ("m.eml › bilaga (2).txt", "Två".encode())] == [
        (file.name, file.raw) for file in members(filed(message), Limits()).files
    ]


def test_what_cannot_be_read_is_skipped_and_pictures_in_the_text_are_not_mentioned() -> None:
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="zip", filename="a.exe")
    message.add_attachment(
        b"\x89PNG", maintype="image", subtype="png", filename="logo.png", disposition="inline"
    )

    found = members(filed(message), Limits())

    assert (("m.eml › a.exe",), ()) == (found.skipped, found.files)


def test_an_attachment_is_known_by_its_content_too() -> None:
    message = mail()
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="octet-stream")

    assert ["m.eml › bilaga"] == [f.name for f in members(filed(message), Limits()).files]


def test_a_forwarded_mail_is_a_member() -> None:
    message = mail()
    message.add_attachment(mail(Subject="Bryggan"))

    [member] = members(filed(message), Limits()).files

    assert "m.eml › Bryggan.eml" == member.name
    assert "# Bryggan" in read(member, Limits()).text


def test_an_attachment_s_folders_are_no_part_of_its_name() -> None:
    message = mail()
    message.add_attachment(b"Ett", maintype="text", subtype="plain", filename="..\\../m.txt")

    assert ["m.eml › m.txt"] == [f.name for f in members(filed(message), Limits()).files]


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"Subject: Hej\n\nHej", id="least"),
        pytest.param(b"Date: never\nContent-Type: x/;;\n\nHej", id="odd headers"),
        pytest.param(b"Content-Type: text/plain; charset=x-none\n\nHej", id="odd charset"),
        pytest.param(b"Content-Type: multipart/mixed\n\nHej", id="no boundary"),
        pytest.param(
            b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVqIQ", id="base64"
        ),
    ],
)
def test_an_odd_mail_is_read(raw: bytes) -> None:
    assert "Hej" in read(File(name="m.eml", raw=raw), Limits()).text
