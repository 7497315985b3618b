"""The served app in a real browser: ask, open the source, edit a summary; offline."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from walking import ask

from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.edits import Act
from rag.settings import Settings
from ui import strings

FILLER = "\n".join(f"Punkt {n} handlade om hur stolarna ställs i ordning." for n in range(80))
MINUTES = f"""Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-03-04

§ 1 Rundan
{FILLER}

§ 2 Bryggan vid Långsjön
Bryggan är rutten. <img src="http://example.org/x.png" onerror="document.title='kapad'">
Beslut: Styrelsen beslutade att bygga en ny brygga i lärk.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small library with a long text and one that would like to be HTML."""
    folder = tmp_path_factory.mktemp("minutes")
    (folder / "styrelsen.txt").write_text(MINUTES, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return settings.library


def test_a_citation_opens_the_marked_words_and_nothing_leaves_the_machine(
    page: Page, address: str
) -> None:
    page.goto(address)
    ask(page, "Vad beslutades om bryggan?")
    statement = page.locator(".statement", has_text="bygga en ny brygga i lärk")
    statement.locator(".cite").click()

    mark = page.locator("mark")
    expect(mark).to_contain_text("beslutade att bygga en ny brygga i lärk.")
    expect(mark).to_be_in_viewport()
    assert page.title() != "kapad"


def test_the_keyboard_opens_and_closes_a_source(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "Vad beslutades om bryggan?")
    cite = page.locator(".cite").first
    cite.focus()
    expect(page.locator(".peek").first).to_be_visible()

    page.keyboard.press("Enter")
    expect(page.locator(".pane.text")).to_be_focused()
    page.get_by_role("button", name=strings.SOURCE_CLOSE).press("Enter")

    expect(page.locator(".pane")).to_have_count(0)
    expect(page.locator(".answer")).to_have_count(1)


def test_a_line_of_a_summary_shows_its_words_and_stays_struck(page: Page, address: str) -> None:
    page.goto(f"{address}/moten")
    page.locator(".meeting", has_text="badförening").click()
    line = page.locator(".lines .line", has_text="bygga en ny brygga i lärk").first
    line.locator(".statement").click()

    mark = page.locator(".text .marked").last
    expect(mark).to_contain_text("bygga en ny brygga i lärk.")
    expect(mark).to_be_in_viewport()
    line.get_by_role("button", name=strings.EDIT_ACTS[Act.STRUCK]).click()
    expect(line).to_contain_class("struck")
    page.reload()
    expect(line).to_contain_class("struck")
    page.locator(".text [data-of]", has_text="bygga en ny brygga i lärk.").last.click()
    expect(line).to_contain_class("selected")


def test_a_reloaded_page_shows_the_conversation_and_a_follow_up_can_be_undone(
    page: Page, address: str
) -> None:
    page.goto(address)
    ask(page, "Vad beslutades om bryggan?")
    expect(page.locator(".statement")).to_contain_text("bygga en ny brygga i lärk")
    ask(page, "Och när var det?")
    expect(page.locator(".interpreted")).to_contain_text("När var det (bryggan)?")

    page.reload()

    expect(page.locator("h2.question")).to_have_text(
        ["Vad beslutades om bryggan?", "Och när var det?"]
    )
    page.get_by_role("button", name=strings.ASK_AS_WRITTEN).click()
    expect(page.locator(".interpreted")).to_have_count(0)
    expect(page.locator("h2.question").last).to_have_text("Och när var det?")
