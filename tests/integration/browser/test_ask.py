"""The page Fråga: limits, sources with their pages, verdicts, and conversations that are kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from walking import ask, begin_anew, press

from eval.serving import serving
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings

SIMHALL = "Vad beslutades om ny simhall i Ekvik?"


def test_a_pdf_is_shown_as_text_and_as_its_page_with_the_words_marked(
    page: Page, address: str
) -> None:
    page.goto(address)
    ask(page, SIMHALL)
    page.locator(".origin", has_text="s. 2").locator("xpath=..").locator(".cite").first.click()
    expect(page.locator(".text mark").first).to_be_in_viewport()

    press(page, strings.SOURCE_AS_PAGE.format(page=2))

    picture = page.locator(".current img")
    expect(picture).to_be_visible()
    expect(page.locator(".current mark").first).to_be_in_viewport()
    page.wait_for_function(
        "element => element.complete && element.naturalWidth > 0", arg=picture.element_handle()
    )
    page.keyboard.press("Escape")
    expect(page.locator(".source-pane")).to_be_hidden()


def test_a_question_is_limited_by_its_words_and_by_the_form(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "Vad beslutades i kommunstyrelsen hösten 2024?")
    chip = page.locator(".turn .chip")
    expect(chip).to_have_text("hösten 2024")
    chip.get_by_role("button").click()
    expect(chip).to_have_count(0)

    page.get_by_role("button", name=strings.LIMIT_ADD).click()
    expect(page.get_by_role("button", name=strings.LIMIT_SET)).to_be_in_viewport()
    page.get_by_label(strings.LIMIT_FROM).fill("2023-13")
    press(page, strings.LIMIT_SET)
    expect(page.get_by_role("alert")).to_contain_text("2023-13")
    page.get_by_label(strings.LIMIT_FROM).fill("2023")
    page.get_by_label(strings.LIMIT_TO, exact=True).fill("2023")
    press(page, strings.LIMIT_SET)
    expect(page.locator(".chosen .chip")).to_have_text("Tid: 2023")
    ask(page, "Vad beslutades om budgeten?")

    expect(page.locator(".turn").last.locator(".chip")).to_have_text("Tid: 2023")
    expect(page.locator(".turn").last.locator(".footer")).to_contain_text("12 möten")

    link = page.locator(".turn").last.get_by_role("button", name=strings.ASK_LINK)
    page.goto(f"{address}/{link.get_attribute('data-copy-link')}")
    expect(page.locator(".turn .chip")).to_have_text("Tid: 2023")
    expect(page.locator(".turn .footer")).to_contain_text("12 möten")


def test_a_verdict_with_its_reason_survives_the_server(
    page: Page, library: Path, tmp_path: Path
) -> None:
    with serving(library) as first:
        page.goto(first.address)
        ask(page, SIMHALL)
        press(page, strings.VERDICT_BAD)
        page.get_by_label(strings.VERDICT_REASONS[2]).check()
        press(page, strings.VERDICT_SEND)
        noted = strings.VERDICT_NOTED.format(reason=strings.VERDICT_REASONS[2])
        expect(page.locator(".verdict")).to_have_text(noted)
        place = page.url.removeprefix(first.address)

    with serving(library) as second:
        page.goto(second.address + place)
        expect(page.locator("h2.question")).to_have_text(SIMHALL)
        expect(page.locator(".verdict")).to_have_text(noted)


def test_conversations_are_searched_renamed_opened_exported_and_removed(
    page: Page, address: str
) -> None:
    page.goto(address)
    ask(page, SIMHALL)
    begin_anew(page)
    ask(page, "Vem vann melodifestivalen?")

    press(page, strings.TALKS)
    talks = page.locator(".talks > li")
    expect(talks).to_have_count(2)
    page.get_by_label(strings.TALKS_SEARCH).fill("simhall")
    expect(talks.locator("visible=true")).to_have_count(1)
    shown = talks.filter(has_text="simhall")
    shown.get_by_role("button", name=strings.TALK_RENAME).click()
    shown.get_by_label(strings.TALK_NAME).fill("Badet")
    shown.get_by_role("button", name=strings.TALK_SAVE).click()
    page.locator(".talk .open", has_text="Badet").click()
    expect(page.locator("h2.question")).to_have_text(SIMHALL)

    press(page, strings.EXPORT)
    with page.expect_download() as download:
        press(page, strings.EXPORT_FORMATS["md"])
    assert f"## {SIMHALL}" in download.value.path().read_text(encoding="utf-8")
    page.keyboard.press("Escape")

    press(page, strings.TALKS)
    removal = talks.filter(has_text="Badet").locator('[data-act="remove"]')
    removal.click()
    removal.click()
    expect(talks).to_have_count(1)
    expect(page.locator(".turn")).to_have_count(0)


def test_an_answer_goes_with_its_meeting_and_a_link_to_it_says_so(
    page: Page, address: str, library: Path
) -> None:
    page.goto(address)
    ask(page, "Vad beslutades om arvodet?")  # of a meeting that no other test asks about
    page.locator(".cite").first.click()
    expect(page.locator(".text mark").first).to_be_visible()
    document = page.locator(".cite").first.get_attribute("data-open").split(":")[0]
    open_store(Settings(library=library)).remove(document)

    page.reload()
    expect(page.locator(".turn")).to_contain_text(strings.ASK_GONE)
    page.goto(f"{address}/?doc={document}&start=1&end=9")
    expect(page.locator(".source-pane")).to_contain_text(strings.SOURCE_GONE)


@pytest.mark.parametrize("path", ["", "moten", "?q=Vem+var+ordförande"])
def test_no_request_fails(page: Page, address: str, path: str) -> None:
    failed: list[str] = []
    page.on("response", lambda reply: failed.append(reply.url) if reply.status >= 400 else None)

    page.goto(f"{address}/{path}")
    expect(page.locator("h1, h2.question").first).to_be_visible()

    assert [] == failed
