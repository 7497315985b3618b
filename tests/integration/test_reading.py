"""Reading happens in a process of its own, which is stopped when it takes too much."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.formats import Format
from ingest.limits import MEGABYTE, Limits
from ingest.parse import parse_minutes
from ingest.reading import Reading
from ingest.source import File
from rag.errors import ReadError


def paper(text: str = "Flaggan hissas.") -> File:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    canvas.drawString(100, 700, text)
    canvas.save()
    return File(name="möte.pdf", raw=buffer.getvalue())


def heavy_archive() -> File:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(10):
            archive.writestr(f"{number}.txt", bytes(9 * MEGABYTE))
    return File(name="arkiv.zip", raw=buffer.getvalue())


@pytest.fixture(scope="module")
def reading() -> Iterator[Reading]:
    with Reading(Limits()) as started:
        yield started


def test_a_file_is_read(reading: Reading) -> None:
    assert "Flaggan hissas." == reading.read(paper(), Format.PDF).text


def test_the_process_is_kept_for_the_next_file(reading: Reading) -> None:
    reading.read(paper(), Format.PDF)
    process = reading._process
    reading.read(paper("Bryggan lagas."), Format.PDF)

    assert process is not None
    assert process is reading._process


def test_why_a_file_cannot_be_read_is_told(reading: Reading) -> None:
    with pytest.raises(ReadError, match=r"möte\.pdf är skadad eller ingen PDF"):
        reading.read(File(name="möte.pdf", raw=b"%PDF-1.7 nej"), Format.PDF)


def test_text_needs_no_process() -> None:
    with Reading(Limits(timeout_s=0.001)) as reading:
        assert "Hej" == reading.read(File(name="a.txt", raw=b"Hej"), Format.TEXT).text
        assert reading._process is None


def test_what_takes_too_long_is_stopped_and_the_next_file_is_read() -> None:
    with Reading(Limits(timeout_s=0.001)) as reading:
        with pytest.raises(ReadError, match=r"möte\.pdf tog mer än 0 s att läsa och avbröts;"):
            reading.read(paper(), Format.PDF)
        reading._limits = Limits()

        assert "Flaggan hissas." == reading.read(paper(), Format.PDF).text


def test_what_takes_too_much_memory_is_refused_and_the_next_file_is_read() -> None:
    with Reading(Limits(memory_bytes=100 * MEGABYTE)) as reading:
        with pytest.raises(ReadError, match=r"arkiv\.zip kräver mer än 100 MB minne att läsa;"):
            reading.unpack(heavy_archive(), Format.ARCHIVE)

        assert "Flaggan hissas." == reading.read(paper(), Format.PDF).text


def test_a_reader_that_crashes_costs_one_file() -> None:
    with Reading(Limits()) as reading:
        reading.read(paper(), Format.PDF)
        assert reading._process is not None
        reading._process.kill()
        reading._process.wait()

        with pytest.raises(ReadError, match=r"möte\.pdf kunde inte läsas, läsaren avbröts;"):
            reading.read(paper(), Format.PDF)
        assert "Flaggan hissas." == reading.read(paper(), Format.PDF).text


def test_what_a_text_says_is_told_by_the_process_too(reading: Reading) -> None:
    text = "Årsmöte\n\n§ 1 Flaggan\nFlaggan hissas."

    assert parse_minutes(text, file_name="möte.txt") == reading.parse("a.zip › möte.txt", text)


def test_a_text_that_takes_too_long_to_tell_is_refused() -> None:
    with (
        Reading(Limits(timeout_s=0.001)) as reading,
        pytest.raises(ReadError, match=r"möte\.txt tog mer än 0 s att läsa"),
    ):
        reading.parse("möte.txt", "§ 1 Flaggan\nFlaggan hissas.\n" * 10_000)


def test_nothing_is_left_running() -> None:
    with Reading(Limits()) as reading:
        reading.read(paper(), Format.PDF)
        process = reading._process

    assert process is not None
    assert process.poll() is not None
