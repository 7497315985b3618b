import os
from pathlib import Path

import pytest

from ingest.formats import Format
from ingest.read import READERS, read_source
from rag.errors import ReadError

LIMIT = 1_000_000


def refusal(path: Path, *, max_bytes: int = LIMIT) -> str:
    with pytest.raises(ReadError) as caught:
        read_source(path, max_bytes=max_bytes)
    return str(caught.value)


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("möte.txt", "", "Filen {} är tom; spara den på nytt.", id="empty"),
        pytest.param(
            "m.txt",
            " \n\n 12:15 – 13\n",
            "Filen {} innehåller ingen text; kontrollera att det är rätt fil.",
            id="no letter",
        ),
        pytest.param(
            "m.html",
            "<script>var protokoll</script>",
            "Filen {} innehåller ingen text; kontrollera att det är rätt fil.",
            id="empty page",
        ),
        pytest.param(
            "m.txt",
            b"Prot\0okoll",
            "Filen {} är ingen textfil; spara den som text i UTF-8 och försök igen.",
            id="binary",
        ),
        pytest.param(
            "m.html",
            b"<p>Prot\0okoll",
            "Filen {} är ingen textfil; spara den som text i UTF-8 och försök igen.",
            id="binary page",
        ),
        pytest.param(
            "m.docx",
            b"Ingen\0Word-fil",
            "Filen {} är skadad eller inget Word-dokument; "
            "öppna den i Word och spara den som .docx.",
            id="no Word document",
        ),
        pytest.param(
            "m.pdf",
            b"Ingen\0PDF",
            "Filen {} är skadad eller ingen PDF; hämta eller skapa den på nytt.",
            id="no PDF",
        ),
    ],
)
def test_says_in_one_sentence_why_a_file_cannot_be_read(
    tmp_path: Path, name: str, content: bytes | str, expected: str
) -> None:
    path = written(tmp_path / name, content)

    assert expected.format(path) == refusal(path)


def test_says_that_there_is_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "borta.txt"

    assert f"Filen {path} finns inte; kontrollera sökvägen." == refusal(path)


def test_says_that_a_directory_is_no_file(tmp_path: Path) -> None:
    path = tmp_path / "protokoll.pdf"
    path.mkdir()

    assert f"Filen {path} är en katalog; ange en fil." == refusal(path)


def test_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "rör.txt"
    os.mkfifo(path)

    assert f"Filen {path} är ingen vanlig fil; ange en fil." == refusal(path)


def test_names_the_limit_and_the_size_of_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = written(tmp_path / "stor.txt", "Protokoll " * 200)

    assert (
        f"Filen {path} är 2 kB och gränsen är 50 byte; "
        "dela upp den eller höj MOTESMINNE_MAX_FILE_MB."
    ) == refusal(path, max_bytes=50)


def test_reads_a_file_that_is_just_as_large_as_the_limit(tmp_path: Path) -> None:
    path = written(tmp_path / "lagom.txt", "Protokoll")

    assert read_source(path, max_bytes=9).text == "Protokoll"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read any file")
def test_says_that_a_file_may_not_be_read(tmp_path: Path) -> None:
    path = written(tmp_path / "hemlig.txt", "Protokoll")
    path.chmod(0)

    assert f"Filen {path} får inte läsas; ge dig läsrättighet till den." == refusal(path)


def test_says_that_a_name_is_too_long_to_open(tmp_path: Path) -> None:
    path = tmp_path / f"{'å' * 300}.txt"

    assert f"Filen {path} kan inte öppnas; kontrollera sökvägen." == refusal(path)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("årsmöte 3.txt", "årsmöte 3.txt", id="letters and spaces as they are"),
        pytest.param("två\nrader.txt", "två\\nrader.txt", id="newline"),
        pytest.param("röd\x1b[31m.txt", "röd\\x1b[31m.txt", id="terminal code"),
        pytest.param("latin\udce5.txt", "latin\\udce5.txt", id="no UTF-8"),
    ],
)
def test_keeps_the_message_on_one_line_whatever_the_name(
    tmp_path: Path, name: str, shown: str
) -> None:
    path = written(tmp_path / name, "")

    assert f"Filen {tmp_path / shown} är tom; spara den på nytt." == refusal(path)


@pytest.mark.parametrize("name", ["årsmöte 3.txt", "två\nrader.md", "latin\udce5.HTML"])
def test_reads_files_with_unusual_names(tmp_path: Path, name: str) -> None:
    path = written(tmp_path / name, "Protokoll")

    assert read_source(path, max_bytes=LIMIT).text == "Protokoll"


def test_returns_cleaned_text(tmp_path: Path) -> None:
    path = written(tmp_path / "m.txt", "\ufeffMo\u0308tet\u00a0öppnas  \r\n\r\n\r\n\r\nSlut\r\n")

    assert read_source(path, max_bytes=LIMIT).text == "Mötet öppnas\n\nSlut"


def test_reads_what_a_file_is_whatever_it_is_called(tmp_path: Path) -> None:
    path = written(tmp_path / "m.pdf", "<!doctype html><title>x</title><h1>Möte</h1>")

    assert "# Möte" == read_source(path, max_bytes=LIMIT).text


def test_knows_a_reader_for_every_format_that_has_text() -> None:
    assert set(Format) - {Format.ARCHIVE} == set(READERS)
