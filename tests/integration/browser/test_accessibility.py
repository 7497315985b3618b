"""Every page, light, dark and narrow: axe-core finds nothing serious, nothing leaves the machine.

The page fixture itself asserts that no request left the machine.
"""

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


def violations(page: Page) -> list[str]:
    """Return what axe-core finds serious: the rule, and where."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}"
        for rule in found
        if rule["impact"] in SERIOUS
        for node in rule["nodes"]
    ]


@pytest.fixture(params=LOOKS, ids=lambda look: look.name)
def looked_at(request: pytest.FixtureRequest, page: Page) -> Page:
    """Return the empty tab with one of the looks."""
    look: Look = request.param
    page.emulate_media(color_scheme=look.scheme)
    page.set_viewport_size({"width": look.width, "height": look.height})
    return page


@pytest.mark.parametrize("path", PATHS)
def test_a_page_has_no_serious_violation(looked_at: Page, address: str, path: str) -> None:
    looked_at.goto(f"{address}/{path}")
    settle(looked_at)

    assert [] == violations(looked_at)
    assert looked_at.evaluate("document.documentElement.scrollWidth") <= (
        looked_at.viewport_size or {}
    ).get("width", 0)


def test_an_answer_with_its_source_has_no_serious_violation(looked_at: Page, address: str) -> None:
    looked_at.goto(f"{address}/?q=Var ska den nya simhallen ligga?")
    looked_at.locator(".cite").first.click()
    looked_at.locator("mark").first.wait_for()
    settle(looked_at)

    assert [] == violations(looked_at)


def test_a_meeting_has_no_serious_violation(looked_at: Page, address: str) -> None:
    looked_at.goto(f"{address}/moten")
    looked_at.locator(".meeting").first.click()
    looked_at.get_by_role("button", name=strings.BACK).wait_for()
    settle(looked_at)

    assert [] == violations(looked_at)
