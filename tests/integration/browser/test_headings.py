"""Headings lead whoever hears a page from level to level, none left out."""

from itertools import pairwise

from playwright.sync_api import Page

from ui import strings
from ui.app import entries
from ui.pictures import settle

WITHIN = [
    "?q=Var ska den nya simhallen ligga?",
    "arenden?arende=KS 2023/145",
    "arenden?amne=simhallen",
]
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


def jumps(page: Page) -> list[str]:
    """Return the headings that stand more than a level below the one before."""
    found: list[tuple[int, str]] = page.evaluate(LEVELS)
    return [text for (before, _), (level, text) in pairwise(found) if level > before + 1]


def test_no_page_leaves_out_a_level(page: Page, address: str) -> None:
    for path in (*(entry.path for entry in entries()), *WITHIN):
        page.goto(f"{address}/{path}")
        settle(page)

        assert (path, []) == (path, jumps(page))


def test_no_part_of_a_meeting_leaves_out_a_level(page: Page, address: str) -> None:
    page.goto(f"{address}/moten")
    page.locator(".meeting").first.click()
    page.get_by_role("button", name=strings.BACK).wait_for()
    for tab in strings.TABS:
        page.get_by_role("tab", name=tab, exact=True).click()
        settle(page)

        assert (tab, []) == (tab, jumps(page))
