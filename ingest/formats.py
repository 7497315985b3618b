"""Tell what format a file has: its content decides, not the end of its name."""

import re
import struct
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from ingest.decode import is_text
from ingest.failure import unreadable
from ingest.source import File
from rag.errors import any_of


class Format(StrEnum):
    """A kind of file that can be read."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    IMAGE = "image"
    MAIL = "mail"
    ARCHIVE = "archive"


NAMED: Mapping[str, Format] = {
    ".txt": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".docx": Format.DOCX,
    ".odt": Format.ODT,
    ".rtf": Format.RTF,
    ".pdf": Format.PDF,
    ".eml": Format.MAIL,
    ".zip": Format.ARCHIVE,
    ".png": Format.IMAGE,
    ".jpg": Format.IMAGE,
    ".jpeg": Format.IMAGE,
    ".tif": Format.IMAGE,
    ".tiff": Format.IMAGE,
}

SUFFIXES = tuple(NAMED)
"""The endings of the files that are looked for in folders, in lower case with their dot."""

BEGINNINGS: Mapping[bytes, Format] = {
    b"%PDF-": Format.PDF,
    b"{\\rtf": Format.RTF,
    b"\x89PNG\r\n\x1a\n": Format.IMAGE,
    b"\xff\xd8\xff": Format.IMAGE,
    b"II*\0": Format.IMAGE,
    b"MM\0*": Format.IMAGE,
}

# Some programs write a mail's or a printer's lines before it; readers of PDF allow as much.
PDF_WITHIN = 1024

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# An OpenDocument file says in its first bytes what it is.
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
MIMETYPE_AT = 30

# What is in a package of Office, by a folder that only such a package has.
OFFICE: Mapping[bytes, str] = {
    b"xl/": "är ett kalkylblad; spara det som .pdf.",
    b"ppt/": "är en presentation; spara den som .pdf.",
}

# Old Office files, new ones under a password, and Outlook's messages are "compound files".
COMPOUND = b"\xd0\xcf\x11\xe0"
COMPOUNDS: Mapping[str, str] = {
    "EncryptedPackage": "är skyddad med lösenord; spara en kopia utan lösenord.",
    "__properties_version1.0": "är ett Outlook-meddelande; spara det som .eml eller .pdf.",
    "Workbook": "är ett kalkylblad; spara det som .pdf.",
    "PowerPoint Document": "är en presentation; spara den som .pdf.",
}
OLD_WORD = "är ett äldre Word-dokument; öppna det i Word och spara det som .docx."

HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
HEAD = 4096
# `Received: from …`: only mail has one of these among its first lines.
MAIL = re.compile(
    rb"(?:[!-9;-~]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n){0,50}){0,30}?"
    rb"(?:received|message-id|mime-version|return-path|delivered-to):\s",
    re.IGNORECASE,
)


def recognise(file: File) -> Format:
    """Return the format of *file*, whose bytes are not empty.

    >>> recognise(File(name="möte.docx", raw=b"%PDF-1.7 ..."))
    <Format.PDF: 'pdf'>

    Raises:
        ReadError: It is of a kind that cannot be read.
    """
    raw = file.raw
    for beginning, format_ in BEGINNINGS.items():
        if raw.startswith(beginning):
            return format_
    if raw.startswith(ZIP):
        return _packed(file)
    if raw.startswith(COMPOUND):
        raise unreadable(file.name, _compound(raw))
    if b"%PDF-" in raw[:PDF_WITHIN]:
        return Format.PDF
    return _text(file) if is_text(raw) else _promised(file)


def _text(file: File) -> Format:
    suffix = _suffix(file)
    head = file.raw[:HEAD].removeprefix(b"\xef\xbb\xbf")
    if HTML.match(head):
        return Format.HTML
    if suffix == ".eml" or MAIL.match(head):
        return Format.MAIL
    if suffix and suffix not in NAMED:
        raise unreadable(file.name, _unknown(suffix))
    return Format.HTML if NAMED.get(suffix) is Format.HTML else Format.TEXT


def _promised(file: File) -> Format:
    """Return what the name promises: that format's reader can say best what is wrong."""
    suffix = _suffix(file)
    if suffix not in NAMED:
        raise unreadable(file.name, _unknown(suffix))
    return NAMED[suffix]


def _packed(file: File) -> Format:
    """Return what a file is that is packed with zip: a document, or an archive."""
    raw = file.raw
    if raw[MIMETYPE_AT:].startswith(OPEN_DOCUMENT):
        if raw[MIMETYPE_AT + len(OPEN_DOCUMENT) :].startswith(b"text"):
            return Format.ODT
        raise unreadable(file.name, "är ett OpenDocument men ingen text; spara det som .pdf.")
    names = _directory(raw)
    if not names:
        return _promised(file)
    if b"content.xml" in names and (b"mimetype" in names or b"META-INF/manifest.xml" in names):
        return Format.ODT
    if b"[Content_Types].xml" not in names:
        return Format.ARCHIVE
    if b"word/" in names:
        return Format.DOCX
    reason = next((reason for folder, reason in OFFICE.items() if folder in names), None)
    if reason:
        raise unreadable(file.name, reason)
    return Format.ARCHIVE


def _directory(raw: bytes) -> bytes:
    """Return the list of names at the end of a zip file, without unpacking anything."""
    end = raw.rfind(b"PK\x05\x06")
    if end < 0 or len(raw) < end + 22:
        return b""
    (size,) = struct.unpack_from("<I", raw, end + 12)
    return raw[max(0, end - size) : end] or b"PK"  # an archive may be empty


def _compound(raw: bytes) -> str:
    return next(
        (reason for name, reason in COMPOUNDS.items() if name.encode("utf-16-le") in raw), OLD_WORD
    )


def _suffix(file: File) -> str:
    return PurePath(file.name).suffix.lower()


def _unknown(suffix: str) -> str:
    kind = f"har ändelsen {suffix}" if suffix else "saknar filändelse"
    return f"{kind} och kan inte läsas; spara den som {any_of(SUFFIXES)}."
