"""What goes wrong, or is meant to: words that would be code, two tabs, a server that dies, a stop.

Bad files are in `test_adding`, links to removed meetings in `test_ask` and `test_meetings`.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from model_server import ModelServer, model_server
from playwright.sync_api import Page, expect
from walking import ask, confirm, drop, file, go_to, press

from eval.serving import serving
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings
from ui.pictures import settle

RUN = "window.kapad = true"
CODE = (
    f'<img src=x onerror="{RUN}"> <script>{RUN}</script> **fet** [länk](javascript:{RUN}) :red[röd]'
)
MINUTES = f"""Protokoll från styrelsemöte i Ekdals <b>badförening</b>
Datum: 2024-03-04
Närvarande: Tor <i>Ek</i>, Alva Ström

§ 1 Bryggan <b>vid</b> sjön
Bryggan är rutten. {CODE}
Beslut: Styrelsen beslutade att bygga en ny brygga i lärk. {CODE}
Tor Ek får i uppdrag att köpa virke till bryggan senast den 1 maj 2024. {CODE}
"""
QUESTION = "Vad beslutades om bryggan?"
DECIDED = "bygga en ny brygga i lärk"
WORDED = "Styrelsen beslutade att bygga en ny brygga i lärk [1]."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library whose one meeting would like to be HTML."""
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "styrelsen.txt").write_text(MINUTES, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return settings.library


@pytest.fixture
def slow_model() -> Iterator[ModelServer]:
    """Return a language model that begins to answer, and does not come to an end."""
    with model_server() as model:
        model.says(WORDED, every_s=0.01, endless=True)
        yield model


def worded_by(model: ModelServer) -> dict[str, str]:
    return {"MOTESMINNE_LLM": "openai:m", "MOTESMINNE_LLM_BASE_URL": f"{model.url}/v1"}


def is_clean(page: Page) -> bool:
    """Tell whether nothing of the words has become a part of the page."""
    made = page.locator('img[src="x"], strong:text("fet"), a[href^="javascript"], b, i:text("Ek")')
    return page.evaluate("window.kapad === undefined") and not made.count()


def title_of_dialog(page: Page) -> str:
    """Return what stands instead of Streamlit's own title, which is English."""
    title = page.get_by_role("dialog").locator("h2")
    expect(title).to_have_css("visibility", "hidden")
    return str(title.evaluate("element => getComputedStyle(element, '::after').content"))


def test_code_in_minutes_is_text_on_every_page(page: Page, address: str) -> None:
    page.goto(address)
    for title in (strings.MEETINGS, strings.REGISTER, strings.MATTERS, strings.EVALUATION):
        go_to(page, title)
        expect(page.get_by_role("heading", name=title).first).to_be_visible()
        settle(page)

        assert (title, True) == (title, is_clean(page))


def test_code_in_a_meeting_is_text_in_all_its_parts(page: Page, address: str) -> None:
    page.goto(f"{address}/moten")
    page.locator(".meeting", has_text="badförening").click()
    expect(page.locator(".meeting-head")).to_contain_text("<b>badförening</b>")
    for name in strings.TABS:
        page.get_by_role("tab", name=name).click()
        expect(page.get_by_role("tabpanel", name=name).locator(".linked").first).to_be_visible()
        assert is_clean(page)


def test_code_in_a_question_its_answer_and_its_source_is_text(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, f"{QUESTION} {CODE}")
    expect(page.locator("h2.question")).to_have_text(f"{QUESTION} {CODE}")
    page.locator("[data-open]").first.click()
    expect(page.locator(".text mark").first).to_be_visible()
    press(page, strings.ASK_SAVE)
    press(page, strings.TALKS)
    expect(page.locator(".talks > li").first).to_contain_text(QUESTION)

    assert is_clean(page)


def test_code_in_the_name_of_a_file_and_in_what_it_says_is_text(page: Page, address: str) -> None:
    name = f"<img src=x onerror={RUN.replace(' ', '')}> **fet**.txt"
    page.goto(f"{address}/lagg-till")
    drop(page, file(name, MINUTES.replace("badförening", "roddklubb")), file("x" + name, b"\0\1"))
    expect(page.get_by_text("roddklubb").first).to_be_visible()
    assert is_clean(page)

    confirm(page)

    assert is_clean(page)


def test_an_address_that_leads_nowhere_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/finns-inte")

    assert strings.NO_PAGE in title_of_dialog(page)


def test_a_link_that_cannot_be_read_says_so_and_leaves_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/?q={QUESTION}&fran=i våras")

    expect(page.get_by_role("alert")).to_contain_text("i våras")
    ask(page, QUESTION)


def test_two_tabs_of_one_conversation_do_not_write_over_each_other(
    page: Page, address: str
) -> None:
    page.goto(address)
    ask(page, QUESTION)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("h2.question")).to_have_text(QUESTION)

    ask(page, "Vad sades om bryggan?")
    other.get_by_test_id("stChatInputTextArea").fill("Vilka var närvarande?")
    other.keyboard.press("Enter")

    told = [QUESTION, "Vad sades om bryggan?", "Vilka var närvarande?"]
    expect(other.locator("h2.question")).to_have_text(told)
    page.reload()
    expect(page.locator("h2.question")).to_have_text(told)


def test_a_tab_of_its_own_has_a_conversation_of_its_own(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, QUESTION)
    other = page.context.new_page()
    other.goto(address)
    ask(other, "Vilka var närvarande?")

    expect(other.locator("h2.question")).to_have_text("Vilka var närvarande?")
    expect(page.locator("h2.question")).to_have_text(QUESTION)


def test_a_server_that_is_killed_in_mid_answer_comes_back_with_the_conversation(
    page: Page, library: Path, slow_model: ModelServer
) -> None:
    variables = worded_by(slow_model)
    with serving(library, variables=variables) as first:
        port = urlsplit(first.address).port or 0
        page.goto(first.address)
        box = page.get_by_test_id("stChatInputTextArea")
        box.fill(QUESTION)
        box.press("Enter")
        expect(page.locator(".statement", has_text=DECIDED)).to_be_visible()
        os.kill(first.process, signal.SIGKILL)
        assert strings.NO_SERVER in title_of_dialog(page)

    slow_model.says(WORDED)
    with serving(library, port=port, variables=variables):
        expect(page.get_by_role("dialog")).to_have_count(0)
        ask(page, "Vad sades om bryggan?")  # before the new server has drawn the page

        expect(page.locator("h2.question")).to_have_text([QUESTION, "Vad sades om bryggan?"])
        expect(page.get_by_role("alert")).to_have_text(strings.ASK_INTERRUPTED)
        page.locator(".turn", has_text=strings.ASK_INTERRUPTED).get_by_role("button").click()
        expect(page.locator("h2.question").last).to_have_text(QUESTION)
        expect(page.locator(".statement", has_text=DECIDED).last).to_be_visible()


def test_an_answer_is_stopped_while_it_is_written_and_kept_as_far_as_it_came(
    page: Page, library: Path, slow_model: ModelServer
) -> None:
    with serving(library, variables=worded_by(slow_model)) as served:
        page.goto(served.address)
        box = page.get_by_test_id("stChatInputTextArea")
        box.fill(QUESTION)
        box.press("Enter")
        expect(page.locator(".statement", has_text=DECIDED)).to_be_visible()
        press(page, strings.ASK_STOP)

        expect(page.locator(".turn")).to_contain_text(strings.ASK_STOPPED)
        expect(page.locator(".statement", has_text=DECIDED)).to_be_visible()
        expect(page.get_by_role("button", name=strings.ASK_STOP)).to_have_count(0)
        page.reload()
        expect(page.locator(".turn")).to_contain_text(strings.ASK_STOPPED)
