"""What cannot be asked, and a library that cannot be used, is one sentence; nothing is lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from command_line import Motesminne, Ran, run
from filelock import FileLock

from rag.storing.schema import SCHEMA_VERSION

PLAIN = "Protokoll från årsmöte\n\n§ 1 Flaggstången\nFlaggstången målas vit på Åsön.\n"
QUESTION = "Vad kostar ett nytt plåttak?"

BAD_QUESTIONS: dict[str, tuple[list[str], str]] = {
    "empty": (["ask", ""], "Frågan är tom: skriv vad du vill veta"),
    "blanks": (["ask", " \n"], "Frågan är tom: skriv vad du vill veta"),
    "20,000 characters": (["ask", "ö" * 20_000], "Frågan är 20000 tecken lång och får vara högst"),
    "bytes that are no text": (["ask", "r\udce4kor?"], r"Texten 'r\udce4kor?' har tecken som inte"),
    "empty search": (["search", " "], "Sökningen är tom: skriv minst ett ord."),
    "bad from": (["ask", QUESTION, "--from", "i går"], "Datumet 'i går' kan inte läsas: skriv det"),
    "no such day": (["ask", QUESTION, "--to", "2024-02-30"], "Datumet '2024-02-30' kan inte"),
    "bad month": (["search", "tak", "--from", "2024-13"], "Datumet '2024-13' kan inte läsas"),
    "unknown meeting": (["ask", QUESTION, "--meeting", "zz"], "Inget möte i biblioteket har ett"),
}


@pytest.mark.parametrize(
    ("arguments", "said"), [pytest.param(*case, id=id_) for id_, case in BAD_QUESTIONS.items()]
)
def test_what_cannot_be_asked_is_one_sentence(
    reader: Motesminne, arguments: list[str], said: str
) -> None:
    ran = reader(*arguments)

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith(f"Fel: {said}")
    assert 1 == ran.err.count("\n")


def test_a_library_of_a_newer_version_is_left_as_it_is(writer: Motesminne, tmp_path: Path) -> None:
    _set_version(tmp_path / "library", 999)

    for arguments in (["ask", QUESTION], ["ingest", "."], ["doctor", "--rebuild"]):
        _assert_refused(writer(*arguments), "är skrivet av en nyare version av Mötesminne")

    _set_version(tmp_path / "library", SCHEMA_VERSION)
    assert 3 == len(writer("meetings", "list", "--json").json)


def test_a_file_that_is_no_library_is_left_as_it_is(
    writer: Motesminne, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "annat" / "library.sqlite"
    file.parent.mkdir()
    file.write_bytes(b"Kassabok 2024. " * 100)
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(file.parent))

    for arguments in (["ask", QUESTION], ["ingest", "."], ["doctor", "--rebuild"]):
        _assert_refused(writer(*arguments), "kan inte öppnas (file is not a database)")

    assert b"Kassabok 2024. " * 100 == file.read_bytes()


@pytest.mark.embedded  # a copy of a library has all indexes made anew on a server
@pytest.mark.parametrize(
    ("file", "commands"),
    [
        pytest.param("words/meta.json", (["ask", QUESTION], ["ingest", "flagga.txt"]), id="words"),
        # A small library is asked without Chroma.
        pytest.param("vectors/chroma.sqlite3", (["ingest", "flagga.txt"],), id="vectors"),
    ],
)
def test_a_damaged_index_is_named_and_can_be_rebuilt(
    writer: Motesminne, tmp_path: Path, file: str, commands: tuple[list[str], ...]
) -> None:
    (tmp_path / "library" / file).write_text("trasig", encoding="utf-8")
    Path("flagga.txt").write_text(PLAIN, encoding="utf-8")

    for arguments in commands:
        _assert_refused(writer(*arguments), "bygg om det med «motesminne doctor --rebuild»")

    assert 1 == writer("doctor").status
    assert 0 == writer("doctor", "--rebuild").status
    assert "answered" == writer("ask", QUESTION, "--json").json["status"]
    assert ["flagga.txt"] == writer("ingest", "flagga.txt", "--json").json["read"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["ingest", "."], "Biblioteket i {} kan inte öppnas", id="ingest"),
        pytest.param(["ask", QUESTION], "Det finns inget bibliotek i {}: läs in", id="ask"),
        pytest.param(["meetings", "list"], "Det finns inget bibliotek i {}: läs in", id="list"),
    ],
)
def test_a_library_where_none_can_be_is_one_sentence(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "fil").touch()

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "fil" / "bibliotek"))
        ran = run(*arguments)

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith("Fel: " + said.format(tmp_path / "fil" / "bibliotek"))


def test_a_second_writer_is_told_to_wait(
    writer: Motesminne, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LOCK_TIMEOUT_S", "0.05")

    with FileLock(tmp_path / "library" / ".lock"):
        ran = writer("ingest", ".")

    assert (1, "") == (ran.status, ran.out)
    assert "skrivs just nu av ett annat program" in ran.err


def test_a_setting_that_cannot_be_is_named(
    reader: Motesminne, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_MAX_FILE_MB", "stor")

    ran = reader("ask", QUESTION)

    assert 1 == ran.status
    assert ran.err.startswith("Fel: Inställningen MOTESMINNE_MAX_FILE_MB kan inte vara 'stor'")


def test_a_stray_env_file_steers_nothing(
    reader: Motesminne, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("CHROMA_API_IMPL=x\nMOTESMINNE_LIBRARY=/x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert 0 == reader("ask", QUESTION).status


def _set_version(library: Path, version: int) -> None:
    with closing(sqlite3.connect(library / "library.sqlite")) as database:
        database.execute(f"pragma user_version = {version}")


def _assert_refused(ran: Ran, said: str) -> None:
    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith("Fel: ")
    assert said in ran.err
    assert 1 == ran.err.count("\n")
