"""A visitor chooses English, and finds every page in it, while others have theirs in Swedish.

What stands in the minutes is told to be Swedish, and is not looked at.
"""

import re
from collections.abc import Iterator

import pytest
from left_swedish import left_swedish
from playwright.sync_api import Browser, Page, expect
from walking import go_to, press

from eval.serving import TOUR_SEEN
from ui import strings
from ui.app import entries
from ui.language import COOKIE, NAMES, Language, told
from ui.pictures import settle

QUESTION = "Where will the new swimming hall be?"
WITHIN = [f"?q={QUESTION}", "arenden?arende=KS 2023/145", "arenden?amne=simhallen&vem=1"]
# All that is seen or told of a page, also in what is drawn apart from it; but not the words of
# the minutes, nor what leads to them.
SHOWN = """() => {
  const found = [document.title];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return void found.push(node.data.trim());
    if (node.nodeType === Node.ELEMENT_NODE) {
      const style = getComputedStyle(node);
      if (style.display === "none" || style.visibility === "hidden") return;
      if (node.matches("script, style, noscript, [lang=sv]")) return;
      for (const name of ["title", "placeholder", "alt", "aria-label"])
        if (!node.matches("[data-open]")) found.push(node.getAttribute(name) ?? "");
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return found.filter(Boolean);
}"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Let the tests' own words be those that the page has."""
    with told(Language.ENGLISH):
        yield


@pytest.fixture
def english(page: Page, address: str) -> Page:
    """Return an empty tab whose visitor has chosen English."""
    page.context.add_cookies([{"name": COOKIE, "value": Language.ENGLISH, "url": address}])
    return page


@pytest.mark.parametrize("path", [*(entry.path for entry in entries()), *WITHIN])
def test_a_page_is_english_but_for_the_words_of_the_minutes(
    english: Page, address: str, path: str
) -> None:
    english.goto(f"{address}/{path}")
    settle(english)

    expect(english.locator("html")).to_have_attribute("lang", "en")
    assert [] == left_swedish(english.evaluate(SHOWN))


def test_a_meeting_is_english_but_for_its_words(english: Page, address: str) -> None:
    english.goto(f"{address}/moten")
    english.locator(".meeting").first.click()
    english.get_by_role("button", name=strings.BACK).wait_for()
    for tab in strings.TABS:
        english.get_by_role("tab", name=tab, exact=True).click()
        settle(english)

        assert [] == left_swedish(english.evaluate(SHOWN))


def test_an_open_source_is_english_but_for_its_words(english: Page, address: str) -> None:
    english.goto(f"{address}/?q={QUESTION}")
    english.locator(".cite").first.click()
    english.locator("mark").first.wait_for()

    expect(english.get_by_role("heading", name=strings.SOURCE)).to_be_visible()
    expect(english.locator(".document")).to_have_attribute("lang", "sv")
    assert [] == left_swedish(english.evaluate(SHOWN))


def test_a_meeting_can_be_corrected_in_english(english: Page, address: str) -> None:
    english.goto(f"{address}/moten")
    english.locator(".meeting").first.click()
    press(english, strings.CORRECT)
    english.get_by_label(strings.FIELDS["date"]).fill("2024-13-01")
    press(english, strings.CORRECT_SAVE)

    expect(english.get_by_text(re.compile("The date '2024-13-01' cannot be read"))).to_be_visible()


def test_who_chooses_english_has_it_and_another_browser_its_own(
    page: Page, browser: Browser, address: str
) -> None:
    page.goto(f"{address}/status")
    page.get_by_role("link", name=NAMES[Language.ENGLISH]).click()
    expect(page.get_by_role("heading", name=strings.STATUS_TITLE, exact=True)).to_be_visible()
    go_to(page, strings.MEETINGS)
    context = browser.new_context()
    other = context.new_page()
    other.add_init_script(TOUR_SEEN)
    other.goto(f"{address}/moten")

    expect(page.get_by_role("heading", name="Meetings", exact=True)).to_be_visible()
    expect(other.get_by_role("heading", name="Möten", exact=True)).to_be_visible()
    expect(other.locator("html")).to_have_attribute("lang", "sv")
    context.close()


def test_the_look_chosen_holds_on_every_page(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")

    for path in ("utseende/dark", "moten"):
        page.goto(f"{address}/{path}")
        settle(page)
        colour = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
        assert "rgb(21, 25, 27)" == colour
