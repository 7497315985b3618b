"""The browser fetches open sources beside Streamlit: texts, pages, and why there are none."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.minutes import DocumentId
from rag.settings import Settings
from ui import strings
from ui.sources_web import Sources, routes

LINES = (
    "Protokoll från styrelsemöte i Ekdals badförening",
    "Datum: 2024-03-04",
    "§ 1 Bryggan vid Långsjön",
    "Bryggan är <b>rutten</b> och stängdes av i höstas.",
    "Beslut: Styrelsen beslutade att bygga en ny brygga i lärk.",
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("minutes")
    canvas = Canvas(str(folder / "styrelsen.pdf"))
    for number, line in enumerate(LINES):
        canvas.drawString(60, 780 - 30 * number, line)
    canvas.save()
    (folder / "om.txt").write_text("\n".join(LINES).replace("03-04", "06-10"), encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return settings


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[TestClient]:
    sources = Sources(settings)
    with TestClient(Starlette(routes=routes(lambda: sources))) as client:
        yield client
    sources.close()


@pytest.fixture
def pdf(settings: Settings) -> str:
    return _place(settings, ".pdf")


@pytest.fixture
def txt(settings: Settings) -> str:
    return _place(settings, ".txt")


def _place(settings: Settings, ending: str) -> str:
    library = open_store(settings).library
    meeting = next(one for one in library.meetings() if one.source.endswith(ending))
    text = library.document(DocumentId(meeting.document_id)).text
    start = text.index("att bygga")
    return f"{meeting.document_id}:{start}:{start + len('att bygga en ny brygga i lärk.')}"


def test_a_text_is_shown_with_its_passage_marked_and_its_html_as_text(
    client: TestClient, txt: str
) -> None:
    reply = client.get(f"/kalla/{txt}")

    assert "<mark>att bygga en ny brygga i lärk.</mark>" in reply.text
    assert "&lt;b&gt;rutten&lt;/b&gt;" in reply.text
    assert "no-store" == reply.headers["cache-control"]


def test_a_pdf_has_its_pages_with_the_words_boxed_and_each_as_a_picture(
    client: TestClient, pdf: str
) -> None:
    pages = client.get(f"/kalla/{pdf}/sidor").text
    picture = client.get(f"/kalla/{pdf.split(':', maxsplit=1)[0]}/sida/1.png")

    assert 1 == pages.count("<mark")
    assert f"kalla/{pdf.split(':', maxsplit=1)[0]}/sida/1.png" in pages
    assert (200, "image/png") == (picture.status_code, picture.headers["content-type"])
    assert picture.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        pytest.param(hashlib.sha256(b"borttaget").hexdigest(), strings.SOURCE_GONE, id="removed"),
        pytest.param("<script>", strings.BROKEN_LINK, id="no place"),
    ],
)
def test_a_link_to_nothing_says_so(client: TestClient, place: str, sentence: str) -> None:
    for path in (f"/kalla/{place}", f"/kalla/{place}/sidor"):
        assert sentence in client.get(path).text
    assert 404 == client.get(f"/kalla/{place}/sida/1.png").status_code


def test_pages_of_a_file_that_is_gone_or_no_pdf_are_missing(
    client: TestClient, pdf: str, txt: str, settings: Settings
) -> None:
    document = open_store(settings).library.document(DocumentId(pdf.split(":", maxsplit=1)[0]))
    Path(document.location).rename(f"{document.location}.bort")
    try:
        assert strings.SOURCE_NO_FILE in client.get(f"/kalla/{pdf}/sidor").text
    finally:
        Path(f"{document.location}.bort").rename(document.location)

    assert strings.SOURCE_NO_FILE in client.get(f"/kalla/{txt}/sidor").text
    assert 404 == client.get(f"/kalla/{pdf.split(':', maxsplit=1)[0]}/sida/99.png").status_code
