"""Register, Ärenden and Bevaka in a real browser: follow a matter to its source, mark a task."""

from itertools import pairwise

from playwright.sync_api import FloatRect, Page, expect

from ui import strings
from ui.pictures import settle

MATTER = "KS 2023/145"


def boxes(page: Page, selector: str) -> list[FloatRect]:
    found = (one.bounding_box() for one in page.locator(selector).all())
    return [box for box in found if box]


def choose(page: Page, name: str) -> None:
    page.get_by_text(name, exact=True).first.click()


def test_a_step_of_a_matter_opens_its_words_with_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/arenden")
    page.get_by_label(strings.MATTERS_SEARCH).fill("dnr KS 2023-00145")
    page.keyboard.press("Enter")
    expect(page.locator(".meeting")).to_have_count(1)
    page.locator(".meeting").click()
    latest = page.locator(".stop.latest button")
    expect(latest).to_contain_text(strings.TIMELINE_LATEST)

    latest.press("Enter")

    expect(page.locator("mark").first).to_be_in_viewport()
    expect(page.locator("mark").first).to_contain_text("att avståndsgränsen")


def test_the_steps_of_a_matter_stand_apart_and_below_each_other_when_narrow(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/arenden?arende={MATTER}")
    expect(page.locator(".stop")).to_have_count(5)
    wide = boxes(page, ".stop")

    page.set_viewport_size({"width": 380, "height": 800})
    settle(page)

    narrow = boxes(page, ".stop")
    assert all(one["x"] + one["width"] <= after["x"] + 1 for one, after in pairwise(wide))
    assert all(one["y"] + one["height"] <= after["y"] + 1 for one, after in pairwise(narrow))
    assert page.evaluate("document.documentElement.scrollWidth") <= 380


def test_a_matter_is_exported(page: Page, address: str) -> None:
    page.goto(f"{address}/arenden?arende={MATTER}")
    page.get_by_role("button", name=strings.EXPORT).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=strings.EXPORT_FORMATS["md"]).click()

    assert "Ärendets gång KS 2023-145.md" == download.value.suggested_filename
    assert "skolskjuts" in download.value.path().read_text(encoding="utf-8")


def test_a_task_is_marked_and_the_keyboard_stays_where_it_was(page: Page, address: str) -> None:
    page.goto(f"{address}/register")
    choose(page, strings.ACTIONS)
    task = page.locator(".register > li").first
    task.get_by_role("button", name=strings.REGISTER_DONE).press("Enter")

    expect(task).to_contain_text(strings.REGISTER_BY_HAND)
    expect(task.get_by_role("button", name=strings.REGISTER_REOPEN)).to_be_focused()
    page.reload()
    choose(page, strings.ACTIONS)
    expect(task).to_contain_text(strings.REGISTER_BY_HAND)


def test_a_registration_number_in_the_register_leads_to_its_matter_and_back(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/register")
    page.get_by_role("textbox", name=strings.REGISTER_SEARCH).fill(MATTER)
    page.keyboard.press("Enter")
    page.locator(".matter", has_text=MATTER).first.click()
    expect(page.locator(".course")).to_be_visible()

    page.get_by_role("button", name=strings.REGISTER_BACK).click()

    expect(page.locator(".register")).to_be_visible()


def test_a_subject_is_summarised_and_followed_from_there(page: Page, address: str) -> None:
    page.goto(f"{address}/arenden")
    choose(page, strings.MATTERS_TOPIC)
    page.get_by_label(strings.TOPIC_SUBJECT).fill("feriejobb")
    page.get_by_role("button", name=strings.TOPIC_BUTTON).click()
    expect(page.locator(".coverage")).to_contain_text("Bygger på")
    page.get_by_role("button", name=strings.TOPIC_FOLLOW).click()
    expect(page.get_by_text("Du bevakar ”feriejobb”")).to_be_visible()

    page.get_by_role("link", name=strings.FOLLOW).click()

    expect(page.get_by_role("heading", name="Feriejobb")).to_be_visible()
