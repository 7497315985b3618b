"""Formats are chosen by name, and files are written whole or not at all."""

import io
import sys
from pathlib import Path

import pytest

from rag.errors import ExportError
from ui.exports.formats import Format, chosen_format
from ui.exports.target import check, deliver, write_whole

AMONG = (Format.TEXT, Format.MARKDOWN, Format.DOCX, Format.HTML, Format.PDF, Format.JSON)


@pytest.mark.parametrize(
    ("asked", "target", "expected"),
    [
        pytest.param(None, None, Format.TEXT, id="neither"),
        pytest.param(None, Path("-"), Format.TEXT, id="standard output"),
        pytest.param(None, Path("a.b/möte.DOCX"), Format.DOCX, id="ending"),
        pytest.param(None, Path("möte.htm"), Format.HTML, id="short ending"),
        pytest.param("PDF", Path("möte.docx"), Format.PDF, id="name wins"),
        pytest.param("md", None, Format.MARKDOWN, id="name alone"),
    ],
)
def test_the_format_is_asked_for_or_told_by_the_file(
    asked: str | None, target: Path | None, expected: Format
) -> None:
    assert expected is chosen_format(asked, target, AMONG)


@pytest.mark.parametrize(
    ("asked", "target", "message"),
    [
        pytest.param("odt", None, "'odt' kan inte skrivas här: välj text, md, docx", id="unknown"),
        pytest.param(None, Path("a.csv"), "'csv' kan inte skrivas här", id="not for this"),
        pytest.param(None, Path("a.doc"), "framgår inte av filnamnet 'a.doc'", id="ending"),
        pytest.param(None, Path("a"), "slutar på .txt, .md, .docx, .html", id="no ending"),
    ],
)
def test_another_format_is_refused_in_a_sentence(
    asked: str | None, target: Path | None, message: str
) -> None:
    with pytest.raises(ExportError, match=message):
        chosen_format(asked, target, AMONG)


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "möte.md"
    file.write_text("gammalt")
    file.chmod(0o600)

    deliver("nytt å\n", file)

    assert b"nytt \xc3\xa5\n" == file.read_bytes()
    assert 0o600 == file.stat().st_mode & 0o777
    assert [file] == list(tmp_path.iterdir())


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("gammalt")
    link.symlink_to(file)

    write_whole(link, b"nytt")

    assert link.is_symlink()
    assert b"nytt" == file.read_bytes()


def test_a_device_is_written_to(tmp_path: Path) -> None:
    write_whole(Path("/dev/null"), b"x")

    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("finns-inte/a.md", "finns inte; skapa den", id="no folder"),
        pytest.param(".", "det är en mapp", id="folder"),
        pytest.param("fil/a.md", "finns inte", id="file as folder"),
        pytest.param("a" * 300 + ".md", "välj en annan fil", id="name too long"),
        pytest.param("två\nrader/a.md", r"två\\nrader", id="line break"),
    ],
)
def test_a_file_that_cannot_be_written_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "fil").write_text("x")

    with pytest.raises(ExportError, match=message) as raised:
        deliver(b"x", tmp_path / name)

    assert "\n" not in str(raised.value)
    assert ["fil"] == [path.name for path in tmp_path.iterdir()]


def test_a_folder_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="mapp"):
        check(tmp_path)
    check(None)
    check(Path("-"))
    check(tmp_path / "a.md")


def test_text_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    deliver("rad\n", Path("-"))

    assert "rad\n" == capsys.readouterr().out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_no_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())

    with pytest.raises(ExportError, match="ange en fil med -o"):
        deliver(b"%PDF", None)


def test_a_pipe_gets_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", piped)

    deliver(b"%PDF", None)

    assert b"%PDF" == piped.buffer.getvalue()
