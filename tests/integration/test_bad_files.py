"""What cannot be read is one clear sentence in the report, and costs the library nothing."""

import os
import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
from command_line import Motesminne, Ran, run
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.failure import shown

PLAIN = "Protokoll från årsmöte\n\n§ 1 Flaggstången\nFlaggstången målas vit på Åsön.\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows har varken rör eller namn i bytes")


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


BAD_PATHS: dict[str, tuple[str, str]] = {
    "absent": ("saknas.txt", "saknas.txt finns inte; kontrollera sökvägen."),
    "pattern without files": ("*.odt", "*.odt finns inte; kontrollera sökvägen."),
    "odd pattern": ("**x/*.odt", "**x/*.odt "),
    "below a file": ("bra.txt/mapp", "bra.txt/mapp finns inte; kontrollera"),
    "name too long": ("a" * 5_000, "aaa är ingen giltig sökväg; kontrollera den."),
    "folder without minutes": ("tom mapp", "tom mapp har inga filer att läsa (.txt, .md,"),
    "a device": ("/dev/null", "Filen /dev/null är ingen vanlig fil; ange en fil."),
    "a pipe": ("rör.txt", "Filen rör.txt är ingen vanlig fil; ange en fil."),
    "name in Latin-1": ("gammalt", r"m\udcf6te.txt har ett namn som inte är UTF-8; byt namn"),
}


@pytest.fixture(scope="module")
def reported(filled_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Ran:
    """Return what is said of all bad files and paths, with a good one among them."""
    folder = tmp_path_factory.mktemp("bad")
    shutil.copytree(filled_library, folder / "library")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("MOTESMINNE_LIBRARY", str(folder / "library"))
        patch.setenv("MOTESMINNE_MAX_FILE_MB", "1")
        for name, content, _ in BAD_FILES.values():
            Path(name).write_bytes(content)
        Path("bra.txt").write_text(PLAIN, encoding="utf-8")
        Path("tom mapp").mkdir()
        Path("gammalt").mkdir()
        Path(os.fsdecode(b"gammalt/m\xf6te.txt")).write_text(PLAIN, encoding="utf-8")
        os.mkfifo("rör.txt")
        bad = [name for name, _, _ in BAD_FILES.values()] + [path for path, _ in BAD_PATHS.values()]
        ran = run("ingest", *bad, "bra.txt")
        assert 4 == len(run("meetings", "list", "--json").json)
    return ran


@pytest.mark.parametrize(
    ("name", "said"), [pytest.param(n, said, id=id_) for id_, (n, _, said) in BAD_FILES.items()]
)
def test_a_file_that_cannot_be_read_is_reported(reported: Ran, name: str, said: str) -> None:
    start = f"  Misslyckades: Filen {shown(Path(name))} "

    assert [True] == [said in line for line in reported.out.splitlines() if line.startswith(start)]


@pytest.mark.parametrize(
    "said", [pytest.param(said, id=id_) for id_, (_, said) in BAD_PATHS.items()]
)
def test_a_path_that_leads_to_no_file_is_reported(reported: Ran, said: str) -> None:
    assert 1 == sum(said in line for line in reported.out.splitlines())


def test_what_can_be_read_is_taken_in_whatever_else_failed(reported: Ran) -> None:
    first, *failures = reported.out.splitlines()

    assert (1, "") == (reported.status, reported.err)
    assert f"1 inlästa, {len(BAD_FILES) + len(BAD_PATHS)} misslyckade" == first
    assert len(BAD_FILES) + len(BAD_PATHS) == len(failures)


def test_a_changed_file_that_became_unreadable_keeps_what_was_read(writer: Motesminne) -> None:
    Path("flagga.txt").write_text(PLAIN, encoding="utf-8")
    writer("ingest", "flagga.txt")
    Path("flagga.txt").write_bytes(b"%PDF-1.7")

    ran = writer("ingest", "flagga.txt")

    assert 1 == ran.status
    assert "är inte text utan en PDF; byt ändelsen till .pdf." in ran.out
    assert "målas vit" in writer("search", "flaggstången").out


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
