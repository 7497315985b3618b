"""The pages Möten and Lägg till on a small library of invented minutes."""

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings

MINUTES = {
    "badet.txt": """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-03-04

§ 1 Bryggan vid Långsjön
Beslut: Styrelsen beslutade att bygga en ny brygga i lärk.
""",
    "skidan.txt": """Protokoll från årsmöte i Ekdals skidklubb
Datum: 2023-02-01

§ 1 Skidspåret
Beslut: Årsmötet beslutade att köpa en spårsläde.
""",
    "laget.txt": """Protokoll från styrelsemöte i Norrviks vägförening
Datum: 2023-05-08

§ 1 Grusvägen
Beslut: Styrelsen beslutade att lägga nytt grus på vägen till Norrvik.
""",
}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    return Settings()


@pytest.fixture
def library(settings: Settings, tmp_path: Path) -> Settings:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for name, text in MINUTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    ingest([folder], open_store(settings), settings=settings)
    return settings


@pytest.fixture
def bath(library: Settings) -> str:
    meetings = open_store(library).library.meetings()
    return next(m.document_id for m in meetings if "badet" in m.source)


def meetings_page() -> None:
    from ui.views import meetings

    meetings.show()


def add_page() -> None:
    from ui.views import add

    add.show()


def the_page(show: Callable[[], None], **parameters: str) -> AppTest:
    page = AppTest.from_function(show, default_timeout=60)
    for name, value in parameters.items():
        page.query_params[name] = value
    return page.run()


def shown(page: AppTest) -> str:
    """Return the text of all that the page drew itself, tags removed."""
    html = [element.proto.body for element in page.get("html")]
    linked: Sequence[Any] = page.get("bidi_component")
    html += [json.loads(element.proto.json).get("html", "") for element in linked]
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", " ".join(html)).split()))


def wait_for(page: AppTest, words: str) -> None:
    """Draw the page until what goes on in the background has come to *words*."""
    for _ in range(200):
        if words in shown(page):
            return
        time.sleep(0.05)
        page.run()
    pytest.fail(f"{words} in {shown(page)}")


def labelled(elements: Iterable[Any], label: str) -> Any:
    return next(element for element in elements if element.label == label)


def test_the_list_is_limited_by_its_facets_and_cleared(library: Settings) -> None:
    page = the_page(meetings_page)
    assert strings.CALENDAR_TABLE in shown(page)

    labelled(page.selectbox, strings.FACETS["year"]).set_value("2023").run()

    assert "skidklubb" in shown(page)
    assert "badförening" not in shown(page)
    assert strings.FACETS["month"] in [box.label for box in page.selectbox]
    labelled(page.selectbox, strings.FACETS["month"]).set_value("2023-05").run()
    assert "skidklubb" not in shown(page)
    labelled(page.button, strings.FACETS_CLEAR).click().run()
    assert "badförening" in shown(page)
    assert not page.exception


def test_a_search_that_finds_nothing_says_so(library: Settings) -> None:
    page = the_page(meetings_page)

    labelled(page.text_input, strings.MEETINGS_SEARCH).set_value("tunnelbanan").run()

    assert strings.MEETINGS_NONE in shown(page)


def test_removing_tells_what_goes_first(library: Settings, bath: str) -> None:
    page = the_page(meetings_page, mote=bath)

    labelled(page.button, strings.REMOVE).click().run()

    assert "1 punkt, 1 beslut" in shown(page)
    assert "Din egen fil rörs inte:" in shown(page)
    assert 3 == len(open_store(library).library.meetings())


def test_a_link_to_a_removed_meeting_is_one_calm_sentence(library: Settings) -> None:
    page = the_page(meetings_page, mote="ab" * 32)

    assert strings.MEETING_GONE in shown(page)
    assert not page.error


def test_dropped_files_are_shown_before_they_are_stored(settings: Settings) -> None:
    page = the_page(add_page)
    files = [(name, text.encode(), "text/plain") for name, text in MINUTES.items()]
    page.file_uploader[0].set_value([*files, ("tom.txt", b"", "text/plain")]).run()

    wait_for(page, "Nya möten (3)")
    assert "Kunde inte läsas (1) tom.txt Filen tom.txt är tom" in shown(page)
    assert [] == open_store(settings).library.meetings()

    labelled(page.button, strings.ADD_BUTTON).click().run()

    wait_for(page, "Klart: 3 nya.")
    assert 3 == len(open_store(settings).library.meetings())
    assert not page.exception


@pytest.fixture
def _own_machine() -> Iterator[None]:
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield
    config.set_option("server.address", before)


def test_who_comes_from_another_machine_chooses_no_folder(settings: Settings) -> None:
    assert [] == list(the_page(add_page).text_input)


@pytest.mark.usefixtures("_own_machine")
def test_a_folder_that_is_not_there_is_one_sentence(settings: Settings, tmp_path: Path) -> None:
    page = the_page(add_page)

    labelled(page.text_input, strings.WATCH_FOLDER).set_value(str(tmp_path / "borta"))
    labelled(page.button, strings.WATCH_SAVE).click().run()

    assert 1 == len(page.error)
    assert not page.exception
