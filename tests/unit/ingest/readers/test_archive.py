import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from ingest.limits import Limits
from ingest.readers.archive import members
from ingest.source import File
from rag.errors import ReadError


def packed(*contents: tuple[str, bytes], method: int = ZIP_DEFLATED) -> File:
    buffer = BytesIO()
    with ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of two members with one name
        for name, raw in contents:
            archive.writestr(name, raw)
    return File(name="a.zip", raw=buffer.getvalue())


def test_every_file_that_can_be_read_is_a_member_with_its_place_in_its_name() -> None:
    found = members(packed(("möte.txt", b"Ett"), ("2024/mars.PDF", b"%PDF-")), Limits())

    assert [("a.zip › möte.txt", b"Ett"), ("a.zip › 2024/mars.PDF", b"%PDF-")] == [
        (file.name, file.raw) for file in found.files
    ]


def test_files_of_other_kinds_are_skipped_and_hidden_ones_not_mentioned() -> None:
    found = members(
        packed(
            ("m.txt", b"Ett"), ("bild.gif", b"GIF"), (".dold.txt", b"x"), ("__MACOSX/._m.txt", b"x")
        ),
        Limits(),
    )

    assert ["a.zip › m.txt"] == [file.name for file in found.files]
    assert ("a.zip › bild.gif",) == found.skipped


@pytest.mark.parametrize("name", ["../m.txt", "a/../../m.txt", "/etc/m.txt", "C:\\m.txt"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    found = members(packed((name, b"Ett"), ("bra.txt", b"Ett")), Limits())

    assert [f"Filen a.zip › {name} har ett namn som leder ut ur arkivet; packa det på nytt."] == [
        problem.message for problem in found.failed
    ]
    assert ["a.zip › bra.txt"] == [file.name for file in found.files]


def test_of_two_files_with_one_name_the_last_counts() -> None:
    found = members(packed(("m.txt", b"Ett"), ("m.txt", b"Nytt")), Limits())

    assert [b"Nytt"] == [file.raw for file in found.files]


def test_a_member_that_is_too_large_is_refused() -> None:
    found = members(packed(("m.txt", b"a" * 20), ("bra.txt", b"Ett")), Limits(max_bytes=10))

    assert "är 20 byte och gränsen är 10 byte" in found.failed[0].message


def test_a_member_that_is_packed_beyond_reason_is_refused() -> None:
    found = members(packed(("m.txt", bytes(10_000_001)), ("bra.txt", b"Ett")), Limits())

    assert "är orimligt hårt packad" in found.failed[0].message


def test_a_damaged_member_is_refused() -> None:
    file = packed(("m.txt", b"flagga"), ("bra.txt", b"Ett"), method=ZIP_STORED)
    raw = file.raw.replace(b"flagga", b"skadad", 1)

    found = members(File(name="a.zip", raw=raw), Limits())

    assert "a.zip › m.txt är skadad i arkivet" in found.failed[0].message
    assert ["a.zip › bra.txt"] == [member.name for member in found.files]


def test_a_name_in_utf_8_without_its_mark_is_read_right() -> None:
    file = packed(("m\u00f6te.txt", b"Ett"))
    unmarked = bytearray(file.raw)
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        unmarked[file.raw.index(header) + flags + 1] = 0

    [member] = members(File(name="a.zip", raw=bytes(unmarked)), Limits()).files

    assert "a.zip › möte.txt" == member.name


@pytest.mark.parametrize(
    ("file", "said"),
    [
        pytest.param(packed(("a.exe", b"MZ")), "innehåller inga filer att läsa", id="nothing"),
        pytest.param(
            File(name="a.zip", raw=b"PK\x03\x04 nej"), "är skadad eller inget zip", id="damaged"
        ),
        pytest.param(
            packed(*((f"{n}.txt", b"") for n in range(5_001)), method=ZIP_STORED),
            "innehåller fler än 5000 filer",
            id="too many",
        ),
    ],
)
def test_an_archive_that_cannot_be_used_is_refused(file: File, said: str) -> None:
    with pytest.raises(ReadError, match=f"Filen a.zip {said}"):
        members(file, Limits())
