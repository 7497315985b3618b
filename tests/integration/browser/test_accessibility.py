"""Every page, light, dark and narrow: axe-core finds nothing serious.

And headings lead whoever hears it from level to level, none left out.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from ui import strings
from ui.app import entries
from ui.pictures import LOOKS, Look, settle

SERIOUS = {"serious", "critical"}
WITHIN = ["arenden?arende=KS 2023/145", "arenden?amne=simhallen&vem=1"]
PATHS = [*(entry.path for entry in entries()), *WITHIN]
# The levels in the order in which they are read, also of what is drawn apart from the page.
LEVELS = """() => {
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (getComputedStyle(node).display === "none") return;
      if (/^H[1-6]$/.test(node.tagName)) found.push([Number(node.tagName[1]), node.textContent]);
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.querySelector("[data-testid=stMain]"));
  return found;
}"""


def violations(page: Page) -> list[str]:
    """Return what is wrong with a page in any of its looks."""
    return [f"{look.name}: {found}" for look in LOOKS for found in _looked_at(page, look)]


def jumps(page: Page) -> list[str]:
    """Return the headings that stand more than a level below the one before."""
    found: list[tuple[int, str]] = page.evaluate(LEVELS)
    return [text for (before, _), (level, text) in pairwise(found) if level > before + 1]


def _looked_at(page: Page, look: Look) -> Iterator[str]:
    """Yield what axe-core finds serious, the rule and where; and whether the page is too wide."""
    page.emulate_media(color_scheme=look.scheme)
    page.set_viewport_size({"width": look.width, "height": look.height})
    settle(page)
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    for rule in found:
        if rule["impact"] in SERIOUS:
            for node in rule["nodes"]:
                yield f"{rule['id']}: {node['target']} {node['html'][:160]}"
    if (width := page.evaluate("document.documentElement.scrollWidth")) > look.width:
        yield f"{width} wide"


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_serious_violation(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    settle(page)

    assert [] == jumps(page)
    assert [] == violations(page)


def test_an_answer_with_its_source_has_no_serious_violation(page: Page, address: str) -> None:
    page.goto(f"{address}/?q=Var ska den nya simhallen ligga?")
    page.locator(".cite").first.click()
    page.locator("mark").first.wait_for()
    settle(page)

    assert [] == jumps(page)
    assert [] == violations(page)


def test_a_meeting_has_no_serious_violation(page: Page, address: str) -> None:
    page.goto(f"{address}/moten")
    page.locator(".meeting").first.click()
    page.get_by_role("button", name=strings.BACK).wait_for()

    assert [] == violations(page)
    for tab in strings.TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        settle(page)
        assert (tab, []) == (tab, jumps(page))
