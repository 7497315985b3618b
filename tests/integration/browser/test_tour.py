"""The first visit: three steps, by keyboard, and never again unless it is asked for."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from rag.settings import Settings
from ui import strings
from ui.pictures import settle


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an empty library: what a new user has."""
    return Settings(library=tmp_path_factory.mktemp("new") / "library").library


@pytest.fixture
def newcomer(context: BrowserContext) -> Page:
    """Return a tab that says of no tour that it was seen."""
    return context.new_page()


def test_the_tour_is_walked_by_keyboard_and_seen_once(newcomer: Page, address: str) -> None:
    newcomer.goto(address)
    settle(newcomer)
    tour = newcomer.get_by_role("region", name=strings.TOUR_LABEL)
    for title, _ in strings.TOUR_STEPS:
        expect(tour.get_by_role("heading", name=title)).to_be_visible()
        tour.get_by_role("button").last.press("Enter")

    expect(tour).to_have_count(0)
    newcomer.reload()
    settle(newcomer)
    expect(tour).to_have_count(0)
    newcomer.goto(f"{address}/status")
    newcomer.get_by_role("button", name=strings.STATUS_TOUR).click()
    expect(tour).to_be_visible()
    newcomer.keyboard.press("Escape")
    expect(tour).to_have_count(0)


def test_the_empty_library_leads_to_adding_and_has_no_serious_violation(
    newcomer: Page, address: str
) -> None:
    newcomer.goto(address)
    settle(newcomer)
    found = Axe().run(newcomer).response["violations"]

    assert [] == [rule["id"] for rule in found if rule["impact"] in {"serious", "critical"}]
    newcomer.get_by_role("button", name=strings.TOUR_SKIP).first.click()
    newcomer.get_by_role("link", name=strings.EMPTY_BUTTON).click()
    expect(newcomer.get_by_role("heading", name=strings.ADD_TITLE)).to_be_visible()
