from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats import Format, recognise
from ingest.source import File
from rag.errors import ReadError


def packed(*names: str, mimetype: str = "") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
COMPOUND = b"\xd0\xcf\x11\xe0" + bytes(60)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(b"%PDF-1.7", Format.PDF, id="PDF"),
        pytest.param(b"X-Printer: 3\n%PDF-1.4", Format.PDF, id="PDF after a line"),
        pytest.param(b"{\\rtf1 Hej}", Format.RTF, id="RTF"),
        pytest.param(b"\x89PNG\r\n\x1a\n", Format.IMAGE, id="PNG"),
        pytest.param(b"\xff\xd8\xff\xe0", Format.IMAGE, id="JPEG"),
        pytest.param(b"II*\0", Format.IMAGE, id="TIFF"),
        pytest.param(b"<!DOCTYPE html><p>", Format.HTML, id="HTML"),
        pytest.param(b"\xef\xbb\xbf\n<html lang=sv>", Format.HTML, id="HTML with mark"),
        pytest.param(b"<?xml version='1.0'?>\n<html>", Format.HTML, id="XHTML"),
        pytest.param(
            b"Subject: x\nReceived: from a\n by b\n\nHej", Format.MAIL, id="mail"
        ),
        pytest.param(b"Datum: 2024-03-04\nPlats: Ladan\n", Format.TEXT, id="labels"),
        pytest.param("Möte".encode("utf-16-le"), Format.TEXT, id="UTF-16 without mark"),
        pytest.param(
            packed("[Content_Types].xml", "word/document.xml"), Format.DOCX, id="Word"
        ),
        pytest.param(packed(mimetype=f"{OPEN_DOCUMENT}text"), Format.ODT, id="OpenDocument"),
        pytest.param(
            packed("META-INF/manifest.xml", "content.xml"), Format.ODT, id="repacked OpenDocument"
        ),
        pytest.param(packed("word/möte.docx"), Format.ARCHIVE, id="archive"),
        pytest.param(packed(), Format.ARCHIVE, id="empty archive"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["m.txt", "m.pdf", "m"])
def test_the_content_decides(name: str, raw: bytes, expected: Format) -> None:
    assert expected is recognise(File(name=name, raw=raw))


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        pytest.param("m.html", b"<p>Hej", Format.HTML, id="a part of a page"),
        pytest.param("m.EML", b"Subject: Hej\n\nHej", Format.MAIL, id="a short mail"),
        pytest.param("m.pdf", b"\0\1\2", Format.PDF, id="damaged"),
        pytest.param("m.docx", b"PK\x03\x04\0", Format.DOCX, id="truncated"),
        pytest.param("arkiv.zip › mapp/m.htm", b"<p>Hej", Format.HTML, id="member"),
    ],
)
def test_the_name_decides_where_the_content_does_not(
    name: str, raw: bytes, expected: Format
) -> None:
    assert expected is recognise(File(name=name, raw=raw))


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        pytest.param(
            "m.xyz", b"Protokoll", "har ändelsen .xyz och kan inte läsas; spara", id="xyz"
        ),
        pytest.param("m", b"\0\1", "saknar filändelse och kan inte läsas; spara den", id="none"),
        pytest.param("m.doc", COMPOUND, "är ett äldre Word-dokument", id="old Word"),
        pytest.param(
            "m.docx",
            COMPOUND + "EncryptedPackage".encode("utf-16-le"),
            "är skyddad med lösenord",
            id="encrypted Word",
        ),
        pytest.param(
            "m.msg",
            COMPOUND + "__properties_version1.0".encode("utf-16-le"),
            "är ett Outlook-meddelande",
            id="Outlook",
        ),
        pytest.param(
            "m.docx", packed("[Content_Types].xml", "xl/a.xml"), "är ett kalkylblad", id="Excel"
        ),
        pytest.param(
            "m.docx",
            packed("[Content_Types].xml", "ppt/a.xml"),
            "är en presentation",
            id="PowerPoint",
        ),
        pytest.param(
            "m.odt",
            packed(mimetype=f"{OPEN_DOCUMENT}spreadsheet"),
            "är ett OpenDocument men ingen text",
            id="Calc",
        ),
    ],
)
def test_says_what_cannot_be_read(name: str, raw: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=f"Filen {name} {said}"):
        recognise(File(name=name, raw=raw))


# Old Office files are refused by name, in the table above.
ANY_BYTES = st.binary(min_size=1).filter(lambda raw: not raw.startswith(COMPOUND[:4]))


@given(ANY_BYTES, st.sampled_from(["m.txt", "m.pdf", "m.zip", "m.docx"]))
def test_any_bytes_under_a_known_name_have_a_format(raw: bytes, name: str) -> None:
    assert recognise(File(name=name, raw=raw)) in Format
