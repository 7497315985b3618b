"""What cannot be read or asked is one clear sentence, and costs the library nothing."""

import os
import sqlite3
from contextlib import closing
from io import BytesIO
from pathlib import Path

import docx
import pytest
from command_line import Motesminne, Ran, run
from filelock import FileLock
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.failure import shown
from rag.database import SCHEMA_VERSION

PLAIN = "Protokoll från årsmöte\n\n§ 1 Flaggstången\nFlaggstången målas vit på Åsön.\n"
QUESTION = "Vad kostar ett nytt plåttak?"


def _encrypted_pdf() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("hemligt", canPrint=0))
    canvas.drawString(100, 700, "Protokoll")
    canvas.save()
    return buffer.getvalue()


def _blank_docx() -> bytes:
    buffer = BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


BAD_FILES: dict[str, tuple[str, bytes, str]] = {
    "unknown suffix": ("bild.png", b"\x89PNG", "har ändelsen .png och kan inte läsas; spara den"),
    "no suffix": ("protokoll", PLAIN.encode(), "saknar filändelse och kan inte läsas; spara den"),
    "empty": ("tom.txt", b"", "är tom; spara den på nytt."),
    "only blanks": ("blank.md", b" \n\n", "innehåller ingen text; kontrollera"),
    "broken PDF": ("trasig.pdf", b"%PDF-1.7\ntrasig", "är skadad eller ingen PDF; hämta eller"),
    "encrypted PDF": ("låst.pdf", _encrypted_pdf(), "är skyddad med lösenord; spara en kopia"),
    "not a Word file": ("fel.docx", b"inte Word", "är skadad eller inget Word-dokument; öppna"),
    "old Word file": ("äldre.docx", b"\xd0\xcf\x11\xe0" * 9, "är ett äldre Word-dokument; öppna"),
    "blank Word file": ("tomt.docx", _blank_docx(), "innehåller ingen text; kontrollera"),
    "a program as text": ("program.txt", b"\x7fELF\0\0\0", "är ingen textfil; spara den som text"),
    "too large": ("stor.txt", b"a" * 1_000_001, "och gränsen är 1 MB; dela upp den eller höj"),
    "newline in the name": ("två\nrader.png", b"\x89PNG", "har ändelsen .png"),
}


@pytest.mark.parametrize(
    ("name", "content", "said"), [pytest.param(*case, id=id_) for id_, case in BAD_FILES.items()]
)
def test_a_file_that_cannot_be_read_is_reported_and_loses_nothing(
    writer: Motesminne, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, said: str
) -> None:
    monkeypatch.setenv("MOTESMINNE_MAX_FILE_MB", "1")
    Path(name).write_bytes(content)
    Path("bra.txt").write_text(PLAIN, encoding="utf-8")

    ran = writer("ingest", name, "bra.txt")

    first, failure = ran.out.splitlines()
    assert 1 == ran.status
    assert "1 inlästa, 1 misslyckade" == first
    assert failure.startswith(f"  Misslyckades: Filen {shown(Path(name))} ")
    assert said in failure
    assert "" == ran.err
    assert 4 == len(writer("meetings", "list", "--json").json)


def test_a_changed_file_that_became_unreadable_keeps_what_was_read(writer: Motesminne) -> None:
    Path("flagga.txt").write_text(PLAIN, encoding="utf-8")
    writer("ingest", "flagga.txt")
    Path("flagga.txt").write_bytes(b"%PDF-1.7")

    ran = writer("ingest", "flagga.txt")

    assert 1 == ran.status
    assert "är inte text utan en PDF; byt ändelsen till .pdf." in ran.out
    assert "målas vit" in writer("search", "flaggstången").out


BAD_PATHS: dict[str, tuple[str, str]] = {
    "absent": ("saknas.txt", "saknas.txt finns inte; kontrollera sökvägen."),
    "pattern without files": ("*.pdf", "*.pdf finns inte; kontrollera sökvägen."),
    "odd pattern": ("**.md", "**.md är ingen giltig sökväg; kontrollera den."),
    "below a file": ("styrelsen-mars.txt/mapp", "mars.txt/mapp finns inte; kontrollera"),
    "name too long": ("a" * 5_000, "aaa är ingen giltig sökväg; kontrollera den."),
    "folder without minutes": ("tom mapp", "tom mapp har inga filer att läsa (.txt, .md,"),
    "a device": ("/dev/null", "Filen /dev/null är ingen vanlig fil; ange en fil."),
    "a pipe": ("rör.txt", "Filen rör.txt är ingen vanlig fil; ange en fil."),
    "name in Latin-1": ("gammalt", r"m\udcf6te.txt har ett namn som inte är UTF-8; byt namn"),
}


@pytest.mark.skipif(os.name == "nt", reason="Windows har varken rör eller namn i bytes")
@pytest.mark.parametrize(
    ("path", "said"), [pytest.param(*case, id=id_) for id_, case in BAD_PATHS.items()]
)
def test_a_path_that_leads_to_no_file_is_reported(writer: Motesminne, path: str, said: str) -> None:
    Path("tom mapp").mkdir()
    os.mkfifo("rör.txt")
    Path("gammalt").mkdir()
    Path(os.fsdecode(b"gammalt/m\xf6te.txt")).write_text(PLAIN, encoding="utf-8")

    ran = writer("ingest", path)

    assert (1, "") == (ran.status, ran.err)
    assert ran.out.startswith("1 misslyckade\n  Misslyckades: ")
    assert said in ran.out
    assert 3 == len(writer("meetings", "list", "--json").json)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root får läsa alla mappar"
)
def test_a_folder_without_rights_is_reported(writer: Motesminne) -> None:
    Path("stängd").mkdir(mode=0)

    ran = writer("ingest", ".")

    assert 1 == ran.status
    assert "stängd kan inte läsas" in ran.out


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("möte på Åsön.txt", id="å"),
        pytest.param("två\nrader.txt", id="newline"),
        pytest.param(" - 'citat' \"[1]\" *.md", id="signs"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows tillåter inte sådana namn")
def test_a_file_of_any_name_is_read_and_cited(writer: Motesminne, name: str) -> None:
    Path(name).write_text(PLAIN, encoding="utf-8")

    ran = writer("ingest", "--", name)

    answer = writer("ask", "Vad målas vit?", "--json").json
    assert (0, "1 inlästa\n") == (ran.status, ran.out)
    assert name == answer["citations"][0]["source"]
    assert 4 == len(writer("meetings", "list").out.splitlines())


def test_text_in_latin_1_comes_out_right(writer: Motesminne) -> None:
    Path("gammal.txt").write_bytes(PLAIN.encode("latin-1"))

    ran = writer("ingest", "gammal.txt")

    assert (0, "1 inlästa\n") == (ran.status, ran.out)
    assert "Flaggstången målas vit på Åsön." in writer("search", "flaggstången").out


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


@pytest.mark.parametrize("file", ["words/meta.json", "vectors/chroma.sqlite3"])
def test_a_damaged_index_is_named_and_can_be_rebuilt(
    writer: Motesminne, tmp_path: Path, file: str
) -> None:
    (tmp_path / "library" / file).write_text("trasig", encoding="utf-8")
    Path("flagga.txt").write_text(PLAIN, encoding="utf-8")

    for arguments in (["ask", QUESTION], ["ingest", "flagga.txt"]):
        _assert_refused(writer(*arguments), "bygg om det med «motesminne doctor --rebuild»")

    assert 0 == writer("doctor", "--rebuild").status
    assert "answered" == writer("ask", QUESTION, "--json").json["status"]
    assert ["flagga.txt"] == writer("ingest", "flagga.txt", "--json").json["read"]


@pytest.mark.parametrize("arguments", [["ask", QUESTION], ["ingest", "."], ["meetings", "list"]])
def test_a_library_where_none_can_be_is_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "fil").touch()

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "fil" / "bibliotek"))
        ran = run(*arguments)

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith(
        f"Fel: Biblioteket i {tmp_path / 'fil' / 'bibliotek'} kan inte öppnas"
    )


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
