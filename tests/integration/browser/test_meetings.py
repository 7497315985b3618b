"""A user looks for a meeting, reads what was understood of it, corrects that and removes it."""

from playwright.sync_api import Page, expect

from ui import strings

# Days of the samples, each for tests that leave the others' meetings alone.
HELD, CORRECTED, REMOVED = "15 oktober 2024", "10 oktober 2024", "12 november 2024"


def meetings(page: Page, address: str) -> None:
    page.goto(f"{address}/moten")
    page.locator(".meeting").first.wait_for()


def test_the_picture_and_its_table_choose_meetings(page: Page, address: str) -> None:
    meetings(page, address)
    expect(page.get_by_role("img", name=strings.CALENDAR_TITLE)).to_be_visible()
    page.get_by_text(strings.CALENDAR_TABLE).press("Enter")
    number = page.get_by_role("button", name="Kommunstyrelsen, 2023:")
    number.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("button", name=strings.FACETS_CLEAR)).to_be_visible()
    expect(page.locator(".meeting", has_text="2024")).to_have_count(0)
    page.locator(".meeting").first.click()
    page.get_by_role("button", name=strings.BACK).click()
    expect(page.get_by_role("button", name=strings.FACETS_CLEAR)).to_be_visible()
    page.get_by_role("button", name=strings.FACETS_CLEAR).click()
    expect(page.locator(".meeting", has_text="2024").first).to_be_visible()


def test_a_search_finds_a_meeting_by_its_day(page: Page, address: str) -> None:
    meetings(page, address)

    page.get_by_label(strings.MEETINGS_SEARCH).fill(HELD)
    page.keyboard.press("Enter")

    expect(page.locator(".meeting")).to_have_count(1)


def test_the_file_is_downloaded_as_it_was(page: Page, address: str) -> None:
    meetings(page, address)
    page.locator(".meeting", has_text=HELD).click()

    with page.expect_download() as download:
        page.get_by_role("button", name=strings.ORIGINAL, exact=True).click()

    assert download.value.path().read_bytes().startswith(b"%PDF")


def test_a_date_is_corrected_and_taken_back(page: Page, address: str) -> None:
    meetings(page, address)
    page.locator(".meeting", has_text=CORRECTED).click()
    page.get_by_role("button", name=strings.CORRECT).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(strings.FIELDS["date"]).fill("i höstas")
    dialog.get_by_role("button", name=strings.CORRECT_SAVE).click()
    expect(dialog.get_by_text("kan inte läsas: skriv det som 2024-10-11")).to_be_visible()
    dialog.get_by_label(strings.FIELDS["date"]).fill("2024-10-16")
    dialog.get_by_role("button", name=strings.CORRECT_SAVE).click()

    expect(page.locator(".meeting-head")).to_contain_text("16 oktober 2024")
    page.get_by_role("button", name=strings.CORRECT).click()
    dialog.get_by_role("button", name=strings.FIELDS["date"], exact=True).click()
    dialog.get_by_role("button", name=strings.CORRECT_SAVE).click()

    expect(page.locator(".meeting-head")).to_contain_text(CORRECTED)


def test_a_meeting_is_removed_and_its_link_says_so(page: Page, address: str) -> None:
    meetings(page, address)
    page.locator(".meeting", has_text=REMOVED).click()
    page.get_by_role("button", name=strings.REMOVE).click()
    removed = page.url
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Din egen fil rörs inte")
    dialog.get_by_role("button", name=strings.REMOVE_YES).click()

    expect(page.locator(".meeting").first).to_be_visible()
    expect(page.locator(".meeting", has_text=REMOVED)).to_have_count(0)
    page.goto(removed)
    expect(page.get_by_text(strings.MEETING_GONE)).to_be_visible()
