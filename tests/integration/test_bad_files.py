"""What cannot be read is one clear sentence in the report, and costs the library nothing."""

import os
import shutil
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdfium2 as pdfium
import pytest
from command_line import Motesminne, Ran, run
from fakes import writer_of
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.failure import shown
from ingest.pipeline import ingest
from rag.settings import Settings

PLAIN = "Protokoll från årsmöte\n\n§ 1 Flaggstången\nFlaggstången målas vit på Åsön.\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows har varken rör eller namn i bytes")


def _pdf(pages: int = 1, **options: Any) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, **options)
    for number in range(pages):
        canvas.drawString(100, 700, f"Protokoll {number}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _pdf_without_pages() -> bytes:
    buffer = BytesIO()
    document = pdfium.PdfDocument.new()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


def _image_bomb() -> bytes:
    """Return a PDF of a few kilobytes whose only image has 900 million pixels."""
    pixels = zlib.compress(bytes(30_000 * 30_000 // 8), 1)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</XObject<</I 5 0 R>>>>>>"
        ),
        b"<</Length 27>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
        (
            b"<</Type/XObject/Subtype/Image/Width 30000/Height 30000/ColorSpace/DeviceGray"
            b"/BitsPerComponent 1/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
        )
        % (len(pixels), pixels),
    )
    body = b"".join(b"%d 0 obj%b endobj\n" % (n, o) for n, o in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def _docx(*paragraphs: str) -> bytes:
    buffer = BytesIO()
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(buffer)
    return buffer.getvalue()


def _repacked(package: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return *package* with the member *name* changed."""
    with ZipFile(BytesIO(package)) as old:
        members = {member: old.read(member) for member in old.namelist()}
    return _zip(**{**members, name: change(members[name])})


def _zip(**members: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return buffer.getvalue()


def _locked_zip() -> bytes:
    """Return an archive whose member says that it is encrypted."""
    raw = bytearray(_zip(**{"m.txt": PLAIN.encode()}))
    raw[raw.index(b"PK\x03\x04") + 6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def _swollen(name: bytes) -> bytes:
    """Return a Word file that says that it unpacks to two gigabytes."""
    raw = bytearray(_docx("Ett"))
    entry = raw.index(name, raw.index(b"PK\x01\x02")) - 46
    raw[entry + 24 : entry + 28] = (2_000_000_000).to_bytes(4, "little")
    return bytes(raw)


BAD_FILES: dict[str, tuple[str, bytes, str]] = {
    "unknown suffix": ("bild.gif", b"GIF89a\0", "har ändelsen .gif och kan inte läsas; spara den"),
    "unknown text": ("lista.csv", b"a;b", "har ändelsen .csv och kan inte läsas; spara den"),
    "no suffix": ("protokoll", b"\0\1\2", "saknar filändelse och kan inte läsas; spara den"),
    "empty": ("tom.txt", b"", "är tom; spara den på nytt."),
    "only blanks": ("blank.md", b" \n\n", "innehåller ingen text; kontrollera"),
    "broken PDF": ("trasig.pdf", b"%PDF-1.7\ntrasig", "är skadad eller ingen PDF; hämta eller"),
    "truncated PDF": ("avbruten.pdf", _pdf()[:300], "är skadad eller ingen PDF; hämta eller"),
    "encrypted PDF": (
        "låst.pdf",
        _pdf(encrypt=StandardEncryption("hemligt", canPrint=0)),
        "är skyddad med lösenord; spara en kopia",
    ),
    "PDF without pages": ("sidlös.pdf", _pdf_without_pages(), "har inga sidor; skapa PDF:en på"),
    "long PDF": ("lång.pdf", _pdf(31), "har 31 sidor och gränsen är 30; dela upp den eller höj"),
    "PDF with a huge image": ("bomb.pdf", _image_bomb(), "läsbar text; "),
    "truncated image": ("bild.png", b"\x89PNG\r\n\x1a\n", "är skadad eller ingen bild; skanna"),
    "not a Word file": ("fel.docx", b"inte\0Word", "är skadad eller inget Word-dokument; öppna"),
    "truncated Word file": ("kort.docx", _docx("Ett")[:900], "är skadad eller inget Word-dokument"),
    "old Word file": ("äldre.docx", b"\xd0\xcf\x11\xe0" * 9, "är ett äldre Word-dokument; öppna"),
    "blank Word file": ("tomt.docx", _docx(), "innehåller ingen text; kontrollera"),
    "Word file that swells": (
        "svälld.docx",
        _swollen(b"word/document.xml"),
        "är orimligt stor uppackad (mer än 300 MB); dela upp den.",
    ),
    "broken RTF": ("trasig.rtf", b"{\\rtf1\\ansicpg99999 Hej}", "är skadad eller inget RTF-dok"),
    "broken ODT": (
        "trasig.odt",
        _zip(**{"content.xml": b"<x", "META-INF/manifest.xml": b"<x/>"}),
        "är skadad eller inget OpenDocument; öppna",
    ),
    "broken archive": ("trasigt.zip", b"PK\x03\x04 nej", "är skadad eller inget zip-arkiv; hämta"),
    "archive of nothing": ("skräp.zip", _zip(a=b"x"), "innehåller inga filer att läsa (.txt,"),
    "a program as text": ("program.txt", b"\x7fELF\0\0\0", "är ingen textfil; spara den som text"),
    "too large": ("stor.txt", b"a" * 1_000_001, "och gränsen är 1 MB; dela upp den eller höj"),
    "newline in the name": ("två\nrader.gif", b"GIF89a\0", "har ändelsen .gif"),
}

BAD_MEMBERS: dict[str, tuple[str, bytes, str, str]] = {
    "a name that leads out": (
        "ut.zip",
        _zip(**{"../../m.txt": PLAIN.encode()}),
        "ut.zip › ../../m.txt",
        "har ett namn som leder ut ur arkivet; packa det på nytt.",
    ),
    "a member that is too large": (
        "stor.zip",
        _zip(**{"m.txt": bytes(1_000_001)}),
        "stor.zip › m.txt",
        "är 1,1 MB och gränsen är 1 MB; dela upp den eller höj",
    ),
    "an encrypted member": ("låst.zip", _locked_zip(), "låst.zip › m.txt", "är skyddad med lösen"),
    "an archive in an archive in an archive": (
        "djup.zip",
        _zip(**{"2.zip": _zip(**{"3.zip": _zip(**{"m.txt": PLAIN.encode()})})}),
        "djup.zip › 2.zip › 3.zip › m.txt",
        "ligger i ett arkiv i ett arkiv; packa upp det",
    ),
}


BAD_PATHS: dict[str, tuple[str, str]] = {
    "absent": ("saknas.txt", "saknas.txt finns inte; kontrollera sökvägen."),
    "pattern without files": ("*.wpd", "*.wpd finns inte; kontrollera sökvägen."),
    "odd pattern": ("**x/*.wpd", "**x/*.wpd "),
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
        patch.setenv("MOTESMINNE_MAX_PAGES", "30")
        contents = {name: content for name, content, _ in BAD_FILES.values()}
        contents |= {name: content for name, content, _, _ in BAD_MEMBERS.values()}
        for name, content in contents.items():
            Path(name).write_bytes(content)
        Path("bra.txt").write_text(PLAIN, encoding="utf-8")
        Path("tom mapp").mkdir()
        Path("gammalt").mkdir()
        Path(os.fsdecode(b"gammalt/m\xf6te.txt")).write_text(PLAIN, encoding="utf-8")
        os.mkfifo("rör.txt")
        bad = [*contents, *(path for path, _ in BAD_PATHS.values())]
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
    ("name", "said"),
    [pytest.param(name, said, id=id_) for id_, (_, _, name, said) in BAD_MEMBERS.items()],
)
def test_a_member_that_cannot_be_read_is_reported(reported: Ran, name: str, said: str) -> None:
    assert 1 == sum(f"  Misslyckades: Filen {name} {said}" in x for x in reported.out.splitlines())


@pytest.mark.parametrize(
    "said", [pytest.param(said, id=id_) for id_, (_, said) in BAD_PATHS.items()]
)
def test_a_path_that_leads_to_no_file_is_reported(reported: Ran, said: str) -> None:
    assert 1 == sum(said in line for line in reported.out.splitlines())


def test_what_can_be_read_is_taken_in_whatever_else_failed(reported: Ran) -> None:
    first, *failures = reported.out.splitlines()

    assert (1, "") == (reported.status, reported.err)
    bad = len(BAD_FILES) + len(BAD_MEMBERS) + len(BAD_PATHS)
    assert f"1\N{NO-BREAK SPACE}inläst, {bad}\N{NO-BREAK SPACE}misslyckade" == first
    assert bad == len(failures)


def test_a_changed_file_that_became_unreadable_keeps_what_was_read(writer: Motesminne) -> None:
    Path("flagga.txt").write_text(PLAIN, encoding="utf-8")
    writer("ingest", "flagga.txt")
    Path("flagga.txt").write_bytes(b"%PDF-1.7")

    ran = writer("ingest", "flagga.txt")

    assert 1 == ran.status
    assert "är skadad eller ingen PDF" in ran.out
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
    assert (0, "1\N{NO-BREAK SPACE}inläst\n") == (ran.status, ran.out)
    assert name == answer["citations"][0]["source"]
    assert 4 == len(writer("meetings", "list").out.splitlines())


def test_text_in_latin_1_comes_out_right(writer: Motesminne) -> None:
    Path("gammal.txt").write_bytes(PLAIN.encode("latin-1"))

    ran = writer("ingest", "gammal.txt")

    assert (0, "1\N{NO-BREAK SPACE}inläst\n") == (ran.status, ran.out)
    assert "Flaggstången målas vit på Åsön." in writer("search", "flaggstången").out


RTF = rb"{\rtf1 Flaggst\'e5ngen m\'e5las vit p\'e5 \'c5s\'f6n.}"
SENTENCE = "Flaggstången målas vit på Åsön."
XXE = b"""<!DOCTYPE w:document [<!ENTITY e SYSTEM "file:///etc/hostname">]>"""
MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
PLAIN_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def _with_entity(xml: bytes) -> bytes:
    start = xml.index(b"<w:document")
    return xml[:start] + XXE + xml[start:].replace("Åsön.".encode(), "Åsön.&e;".encode())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("m.docm", _repacked(
            _docx(SENTENCE),
            "[Content_Types].xml", lambda xml: xml.replace(PLAIN_WORD, MACROS)), id="macros"),
        pytest.param("m.docx", _repacked(
            _docx(SENTENCE), "word/document.xml", _with_entity), id="outer entities"),
        pytest.param("m.html", f"<p>{SENTENCE}<script>hemligt()</script>".encode(), id="scripts"),
        pytest.param("m.pdf", _docx(SENTENCE), id="Word as PDF"),
        pytest.param("m.txt", RTF, id="RTF as text"),
        pytest.param("m.docx", PLAIN.encode("utf-16"), id="UTF-16 as Word"),
        pytest.param("m.txt", PLAIN.encode("utf-16-le"), id="UTF-16 without mark"),
        pytest.param("m", PLAIN.encode(), id="no suffix"),
        pytest.param("m.txt", PLAIN.encode() + "Bryggan på Åsön lagas.".encode("latin-1"),
                     id="two encodings"),
        pytest.param("m.zip", _zip(**{"a.txt": PLAIN.encode(), "../b.txt": b"hemligt"}),
                     id="archive with a bad member"),
    ],
)  # fmt: skip
def test_what_is_odd_but_holds_text_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    store = writer_of(tmp_path)

    report = ingest([tmp_path / name], store, settings=Settings())

    [meeting] = store.library.meetings()
    text = store.library.document(meeting.document_id).text
    assert 1 == len(report.read)
    assert "Flaggstången målas vit på Åsön." in text
    assert "hemligt" not in text
