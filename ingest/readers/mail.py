"""Read an e-mail: its text as a document, and its attachments as documents of their own."""

from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser

from ingest.decode import decode, is_text
from ingest.failure import unreadable
from ingest.formats import BEGINNINGS, SUFFIXES
from ingest.limits import Limits
from ingest.members import Members, distinct
from ingest.pages import PARAGRAPH
from ingest.readers.html import page_text
from ingest.readers.layout import heading
from ingest.source import MEMBER, File, Source

DAMAGED = "är skadad eller inget e-postmeddelande; spara det på nytt."
TOO_MANY = "har fler än {} bilagor; spara dem för sig."

MOST_ATTACHMENTS = 500

# What the mail says of itself; its date is called `Skickat`, for it is not the meeting's.
FIELDS = {"From": "Från", "To": "Till", "Cc": "Kopia"}

# What the email package raises for headers and parts that no mail has.
DAMAGE = (
    MessageError,
    LookupError,
    ArithmeticError,
    ValueError,
    TypeError,
    AttributeError,
    RecursionError,
)


def read(file: File, limits: Limits) -> Source:
    """Return who wrote to whom about what, and the text."""
    try:
        message = _parsed(file)
        parts = [_title(message), _head(message), _body(message)]
    except DAMAGE as error:
        raise unreadable(file.name, DAMAGED) from error
    return Source(text=PARAGRAPH.join(filter(None, parts)))


def members(file: File, limits: Limits) -> Members:
    """Return the attachments of kinds that are read; pictures within the text are none."""
    try:
        found = list(_attachments(_parsed(file)))
    except DAMAGE as error:
        raise unreadable(file.name, DAMAGED) from error
    if len(found) > MOST_ATTACHMENTS:
        raise unreadable(file.name, TOO_MANY.format(MOST_ATTACHMENTS))
    wanted: dict[str, bytes] = {}
    skipped: list[str] = []
    for name, raw in found:
        if name.lower().endswith(SUFFIXES) or raw.startswith(tuple(BEGINNINGS)):
            wanted[distinct(name, wanted)] = raw
        else:
            skipped.append(f"{file.name}{MEMBER}{name}")
    return Members(
        files=tuple(file.member(name, raw) for name, raw in wanted.items() if raw),
        skipped=tuple(skipped),
    )


def _parsed(file: File) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(file.raw)


def _title(message: EmailMessage) -> str:
    subject = " ".join(str(message["Subject"] or "").split())
    return heading(subject, level=1).text if subject else ""


def _head(message: EmailMessage) -> str:
    lines = [
        f"{label}: {' '.join(str(message[field]).split())}"
        for field, label in FIELDS.items()
        if message[field]
    ]
    if sent := _sent(message):
        lines.append(f"Skickat: {sent:%Y-%m-%d %H.%M}")
    return "\n".join(lines)


def _sent(message: EmailMessage) -> datetime | None:
    try:
        sent = message["Date"]
    except OverflowError:  # an hour that no integer holds
        return None
    return sent.datetime if sent is not None else None


def _body(message: EmailMessage) -> str:
    """Return the text, or whatever text stands where a damaged mail should have one."""
    body = message.get_body(preferencelist=("plain", "html"))
    part = message if body is None else body
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not is_text(raw):
        return ""
    text = _decoded(raw, part.get_content_charset())
    return page_text(text) if part.get_content_subtype() == "html" else text


def _decoded(raw: bytes, charset: str | None) -> str:
    try:
        return raw.decode(charset or "utf-8")
    except (LookupError, ValueError):  # an unknown charset, or a wrong one
        return decode(raw)


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each attachment."""
    for part in message.iter_attachments():
        inline = part.get_content_disposition() == "inline" or "Content-ID" in part
        if part.get_content_maintype() == "image" and inline:
            continue
        if part.get_content_type() == "message/rfc822":
            forwarded = part.get_content()
            subject = " ".join(str(forwarded["Subject"] or "meddelande").split())
            yield f"{_plain(subject)}.eml", forwarded.as_bytes()
        else:
            content = part.get_payload(decode=True)
            yield (
                _plain(part.get_filename() or "bilaga"),
                content if isinstance(content, bytes) else b"",
            )


def _plain(name: str) -> str:
    """Return *name* as that of a file, without folders."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].strip() or "bilaga"
