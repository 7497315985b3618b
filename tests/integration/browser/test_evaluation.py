"""Running an evaluation, leaving the page in the middle, and mending the library."""

from playwright.sync_api import Page, expect

from ui import strings


def test_a_run_goes_on_when_the_page_is_left_and_is_kept(page: Page, address: str) -> None:
    page.goto(f"{address}/utvardering")
    page.get_by_role("button", name=strings.EVALUATION_RUN, exact=True).click()
    stop = page.get_by_role("button", name=strings.EVALUATION_STOP)
    expect(stop).to_be_visible()

    page.get_by_role("link", name=strings.STATUS).click()
    expect(page.get_by_role("heading", name=strings.STATUS_TITLE)).to_be_visible()
    page.get_by_role("link", name=strings.EVALUATION).click()

    expect(page.locator(".evaluation .facts")).to_be_visible(timeout=120_000)
    expect(stop).to_have_count(0)
    page.locator("summary", has_text=strings.EVALUATION_BY_CATEGORY).press("Enter")
    expect(page.get_by_role("table").first).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name=strings.EVALUATION_DOWNLOAD).click()
    assert taken.value.suggested_filename.endswith(".html")


def test_a_run_can_be_stopped(page: Page, address: str) -> None:
    page.goto(f"{address}/utvardering")
    page.get_by_role("button", name=strings.EVALUATION_RUN, exact=True).click()
    page.get_by_role("button", name=strings.EVALUATION_STOP).click()

    expect(page.get_by_text(strings.EVALUATION_STOPPED)).to_be_visible()


def test_the_library_is_mended_from_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}/status")
    page.get_by_role("button", name=strings.STATUS_REBUILD).click()

    expect(page.get_by_text(strings.STATUS_REBUILT)).to_be_visible()
    expect(page.get_by_text(strings.STATUS_SOUND)).to_be_visible()
