from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from handed import handed, read_by
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from ingest.limits import Limits
from ingest.readers import pdf as reader
from rag.errors import ReadError

LINE = 14
LEFT = 60
TOP = 780

# More letters than a stamp has.
PROSE = [
    f"Nämnden behandlar ärende nummer {word} på dagordningen." for word in ("ett", "två", "tre")
]

Placed = tuple[float, float, str]


def prose(lines: Sequence[str]) -> list[Placed]:
    return [(LEFT, TOP - LINE * n, line) for n, line in enumerate(lines)]


def pdf(path: Path, *pages: Sequence[Placed], scans: Sequence[int] = (), **options: str) -> Path:
    """Write pages of placed lines; those numbered in *scans* have an image over the page."""
    canvas = Canvas(str(path), pagesize=A4, **options)
    image = BytesIO()
    Image.new("L", (8, 8), 200).save(image, "PNG")
    for number, page in enumerate(pages, start=1):
        if number in scans:
            canvas.drawImage(ImageReader(BytesIO(image.getvalue())), 0, 0, *A4)
        canvas.setFont("Helvetica", 11)
        for left, height, text in page:
            canvas.drawString(left, height, text)
        canvas.showPage()
    canvas.save()
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_by(reader, path, limits)
    return str(caught.value)


def ruled(path: Path, cells: Sequence[Sequence[str]], widths: Sequence[float]) -> Path:
    """Write a page with a ruled table; a newline in a cell begins a new line."""
    table = Table(cells, colWidths=widths)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    SimpleDocTemplate(str(path)).build([table])
    return path


@pytest.mark.parametrize(
    ("cells", "widths", "expected"),
    [
        pytest.param(
            [["Ledamot", "Ja", "Nej"], ["Eva Ek", "X", ""], ["Bo Bok", "", "X"]], [45, 18, 22],
            "Ledamot | Ja | Nej\nEva Ek | X\nBo Bok |  | X", id="narrow columns",
        ),
        pytest.param(
            [["Ledamot", "Ja", "Nej"], ["Eva Ek, ordförande i\nnämndens arbetsut-\nskott", "", "X"],
             ["Bo Bok", "X", ""]], [110, 30, 30],
            "Ledamot | Ja | Nej\nEva Ek, ordförande i nämndens arbetsutskott |  | X\nBo Bok | X",
            id="cell of several lines",
        ),
        pytest.param(
            [["Beslutande", "Eva Ek\nBo Bok"], ["Plats", "Ladan"]], [90, 200],
            "Beslutande | Eva Ek\nBo Bok\n\nPlats | Ladan", id="list in a cell",
        ),
    ],
)  # fmt: skip
def test_reads_a_ruled_table_row_by_row(
    tmp_path: Path, cells: Sequence[Sequence[str]], widths: Sequence[float], expected: str
) -> None:
    path = ruled(tmp_path / "m.pdf", cells, widths)

    assert expected == read_by(reader, path).text


def test_gives_each_page_its_place_in_the_text(tmp_path: Path) -> None:
    source = read_by(reader, pdf(tmp_path / "m.pdf", prose(PROSE), prose(PROSE[1:])))

    assert [(1, "\n".join(PROSE)), (2, "\n".join(PROSE[1:]))] == [
        (page.number, page.span.of(source.text)) for page in source.pages
    ]
    assert source.warnings == ()


def test_leaves_a_scanned_page_to_be_interpreted_and_reads_the_rest(tmp_path: Path) -> None:
    source = read_by(reader, pdf(tmp_path / "m.pdf", prose(PROSE), [], prose(PROSE), scans=[2]))

    assert (2,) == source.pictures
    assert [page.span.of(source.text) for page in source.pages] == [
        "\n".join(PROSE), "", "\n".join(PROSE),
    ]  # fmt: skip


def test_tells_an_empty_page_from_a_scanned_one(tmp_path: Path) -> None:
    source = read_by(reader, pdf(tmp_path / "m.pdf", prose(PROSE), []))

    assert source.warnings == ("Sida 2 saknar text; den är tom.",)


def test_leaves_a_scan_with_a_stamp_on_it_to_be_interpreted(tmp_path: Path) -> None:
    stamp = [(LEFT, 20.0, "Undertecknat 2024-03-04")]

    source = read_by(reader, pdf(tmp_path / "m.pdf", prose(PROSE), stamp, scans=[2]))

    assert (2,) == source.pictures


def test_takes_a_scan_with_its_text_for_text(tmp_path: Path) -> None:
    assert () == read_by(reader, pdf(tmp_path / "m.pdf", prose(PROSE), scans=[1])).pictures


def test_refuses_more_pages_than_the_limit(tmp_path: Path) -> None:
    path = pdf(tmp_path / "lång.pdf", *[prose(PROSE)] * 3)

    assert (
        f"Filen {path} har 3 sidor och gränsen är 2; dela upp den eller höj MOTESMINNE_MAX_PAGES."
    ) == refusal(path, Limits(max_pages=2))


def test_draws_a_page_for_interpretation(tmp_path: Path) -> None:
    path = pdf(tmp_path / "skannad.pdf", [], scans=[1])

    [drawn] = reader.pictures(handed(path), [1])

    assert drawn is not None
    assert (2481, 3508) == Image.open(BytesIO(drawn)).size


def test_refuses_empty_pages(tmp_path: Path) -> None:
    path = pdf(tmp_path / "tom.pdf", [], [])

    assert (
        f"Filen {path} innehåller bara tomma sidor; kontrollera att det är rätt fil."
    ) == refusal(path)


def test_refuses_a_protected_document(tmp_path: Path) -> None:
    path = pdf(tmp_path / "hemlig.pdf", prose(PROSE), encrypt="öppna")

    assert f"Filen {path} är skyddad med lösenord; spara en kopia utan lösenord." == refusal(path)


def test_refuses_a_document_without_pages(tmp_path: Path) -> None:
    path = tmp_path / "ingen.pdf"
    document = pdfium.PdfDocument.new()
    document.save(path)
    document.close()

    assert f"Filen {path} har inga sidor; skapa PDF:en på nytt." == refusal(path)


def test_refuses_a_damaged_document(tmp_path: Path) -> None:
    path = pdf(tmp_path / "trasig.pdf", prose(PROSE))
    path.write_bytes(path.read_bytes()[:200])

    assert (f"Filen {path} är skadad eller ingen PDF; hämta eller skapa den på nytt.") == refusal(
        path
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            [(LEFT, 700, "Eva Ek (S)"), (LEFT + 200, 700, "Bo Bok (M)"),
             (LEFT, 686, "Ida Ask (C)"), (LEFT + 200, 686, "Olle Ros (L)")],
            "Eva Ek (S) | Bo Bok (M)\nIda Ask (C) | Olle Ros (L)", id="two columns of names",
        ),
        pytest.param(
            [(LEFT, 700, "§ 4"), (LEFT + 60, 700, "Val"), (LEFT, 686, "Plats:"),
             (LEFT + 90, 686, "Ladan")],
            "§ 4 Val\nPlats: Ladan", id="tabs after marks",
        ),
        pytest.param(
            [(LEFT, 700, "Ledamot"), (200, 700, "Ja"), (250, 700, "Nej"), (310, 700, "Avstår"),
             (LEFT, 686, "Eva Ek"), (255, 686, "X"), (LEFT, 672, "Bo Bok"), (202, 672, "X"),
             (LEFT, 658, "Ida Ask"), (320, 658, "X")],
            "Ledamot | Ja | Nej | Avstår\nEva Ek |  | X\nBo Bok | X\nIda Ask |  |  | X",
            id="votes under their heads",
        ),
        pytest.param(
            [(LEFT, 700, "Parkeringsplatser"), (LEFT + 133, 700, "återvinningscentraler"),
             (LEFT + 282, 700, "förskolor")],
            "Parkeringsplatser återvinningscentraler förskolor", id="justified",
        ),
        pytest.param(
            [(LEFT, 700 - 14 * n, line) for n, line in enumerate(["Ett", "två", "tre"])]
            + [(LEFT, 648, "Nytt stycke")],
            "Ett\ntvå\ntre\n\nNytt stycke", id="paragraphs",
        ),
        pytest.param(
            [(LEFT, 700, "Kommunens arbetsmark-"), (LEFT, 686, "nad växer")],
            "Kommunens arbetsmark-\nnad växer", id="word divided between lines",
        ),
        pytest.param([(LEFT, 700, "Synligt"), (LEFT, 2000, "Utanför")], "Synligt", id="cut off"),
    ],
)  # fmt: skip
def test_sees_the_layout_of_a_page(tmp_path: Path, page: list[Placed], expected: str) -> None:
    filler = [(LEFT, 400.0, "x" * 120)]

    text = read_by(reader, pdf(tmp_path / "m.pdf", page, filler)).text

    assert expected == text.removesuffix("\n\n" + "x" * 120)
