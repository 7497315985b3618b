from pathlib import Path

import pytest
from handed import read_by

from ingest.readers import text

MINUTES = "Närvarande: Åsa Ek och Örjan Bök\nMötet öppnas kl. 9"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(MINUTES.encode("utf-8"), id="UTF-8"),
        pytest.param(MINUTES.encode("utf-8-sig"), id="UTF-8 with mark"),
        pytest.param(MINUTES.encode("utf-16"), id="UTF-16 with mark"),
        pytest.param(b"\xfe\xff" + MINUTES.encode("utf-16-be"), id="UTF-16 big-endian"),
        pytest.param(MINUTES.encode("latin-1"), id="Latin-1"),
        pytest.param(MINUTES.encode("cp1252"), id="Windows"),
    ],
)
def test_reads_swedish_in_every_usual_encoding(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "m.txt"
    path.write_bytes(raw)

    assert read_by(text, path).text == MINUTES


def test_reads_the_signs_that_only_windows_has(tmp_path: Path) -> None:
    path = tmp_path / "m.txt"
    path.write_bytes("”Höj avgiften” – 5 €".encode("cp1252"))

    assert read_by(text, path).text == "”Höj avgiften” – 5 €"


def test_warns_of_damage_in_utf_8_and_keeps_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "m.txt"
    path.write_bytes("Mötet öppnas på kvällen ".encode() + b"\xc3 igen")

    source = read_by(text, path)

    assert source.text == "Mötet öppnas på kvällen \ufffd igen"
    assert source.warnings == (
        "1 tecken kunde inte läsas och visas som \ufffd; spara filen i UTF-8.",
    )


def test_reads_a_line_that_was_pasted_in_an_older_encoding(tmp_path: Path) -> None:
    path = tmp_path / "m.txt"
    path.write_bytes("Mötet öppnas på Åsön.\n".encode() + "§ 2 Bänken målas\n".encode("latin-1"))

    assert "Mötet öppnas på Åsön.\n§ 2 Bänken målas\n" == read_by(text, path).text


def test_keeps_markdown_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "m.md"
    path.write_text("# Möte\n\n- Bo\n  - Eva\n\n| a | b |\n", encoding="utf-8")

    assert read_by(text, path).text == "# Möte\n\n- Bo\n  - Eva\n\n| a | b |\n"
