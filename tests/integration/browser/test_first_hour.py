"""A user's whole first hour, as one story: from an empty library to a meeting that is removed."""

from pathlib import Path

import docx
import pytest
from playwright.sync_api import Locator, Page, expect
from walking import SAMPLES, ask, begin_anew, confirm, drop, go_to, press

from ui import strings

EKVIK = SAMPLES / "kommunstyrelsen-ekvik"
MINUTES = [
    EKVIK / name
    for name in (
        "ks-2023-03-14.pdf",
        "ks-2023-11-21.docx",
        "ks-2024-02-13.html",
        "ks-2024-10-15.pdf",
    )
]
QUESTION = "Vad beslutades om ny simhall i Ekvik?"
MATTER = "KS 2023/88"
WORDS = "att flytta byggstarten från november 2024 till den 7 april 2025"
CORRECTED, LAST = "22 november 2023", "15 oktober 2024"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that is not there yet: what a new user has."""
    return tmp_path_factory.mktemp("new") / "library"


def test_a_users_first_hour(page: Page, address: str) -> None:
    comes_to_an_empty_library(page, address)
    adds_minutes_and_sees_what_was_understood(page)
    asks(page)
    follows_up(page)
    opens_a_citation(page)
    checks_the_page_of_the_pdf(page)
    saves_the_question_as_a_test(page)
    corrects_a_date(page)
    reads_the_summary(page)
    exports_it_to_word(page)
    follows_a_matter(page)
    follows_a_subject(page)
    runs_an_evaluation(page)
    removes_a_meeting(page)
    finds_that_the_old_answer_is_gone(page)
    asks_again_and_it_is_not_cited(page)


def comes_to_an_empty_library(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name=strings.EMPTY_TITLE)).to_be_visible()
    page.get_by_role("link", name=strings.EMPTY_BUTTON).click()


def adds_minutes_and_sees_what_was_understood(page: Page) -> None:
    drop(page, *MINUTES)
    for file, understood in (
        ("ks-2023-03-14.pdf", "14 mars 2023"),
        ("ks-2023-11-21.docx", "21 november 2023"),
    ):
        line = page.get_by_role("listitem").filter(has=page.get_by_role("checkbox", name=file))
        expect(line).to_contain_text(understood)
        expect(line).to_contain_text("Kommunstyrelsen")
    confirm(page)
    expect(page.locator(".report")).to_contain_text(f"Klart: {len(MINUTES)} nya.")


def asks(page: Page) -> None:
    go_to(page, strings.ASK)
    ask(page, QUESTION)
    expect(cited(page)).to_contain_text(WORDS)


def follows_up(page: Page) -> None:
    ask(page, "Och när var det?")
    expect(page.locator(".turn").last.locator(".interpreted")).to_contain_text("simhall")


def opens_a_citation(page: Page) -> None:
    cited(page).locator(".cite").first.click()
    mark = page.locator(".text mark")
    expect(mark).to_contain_text(WORDS)
    expect(mark).to_be_in_viewport()


def checks_the_page_of_the_pdf(page: Page) -> None:
    press(page, strings.SOURCE_AS_PAGE.format(page=2))
    sheet = page.locator(".current")
    expect(sheet.locator("mark").first).to_be_in_viewport()
    is_drawn = "picture => picture.complete && picture.naturalWidth > 0"
    page.wait_for_function(is_drawn, arg=sheet.locator("img").element_handle())
    press(page, strings.SOURCE_CLOSE)


def saves_the_question_as_a_test(page: Page) -> None:
    press(page, strings.ASK_SAVE)
    expect(page.get_by_text("Sparad som testfråga")).to_be_visible()


def corrects_a_date(page: Page) -> None:
    opens_a_meeting(page, "21 november 2023")
    press(page, strings.CORRECT)
    dialog = page.get_by_role("dialog")
    dialog.get_by_label(strings.FIELDS["date"]).fill("2023-11-22")
    dialog.get_by_role("button", name=strings.CORRECT_SAVE).click()
    expect(page.locator(".meeting-head")).to_contain_text(CORRECTED)


def reads_the_summary(page: Page) -> None:
    expect(page.locator("article.summary")).to_contain_text("från 184 till 212 miljoner kronor")


def exports_it_to_word(page: Page) -> None:
    press(page, strings.EXPORT)
    with page.expect_download() as download:
        press(page, strings.EXPORT_FORMATS["docx"])
    written = docx.Document(str(download.value.path()))
    words = "\n".join(paragraph.text for paragraph in written.paragraphs)
    assert download.value.suggested_filename.endswith(".docx")
    assert "från 184 till 212 miljoner kronor" in words
    assert CORRECTED in words
    page.keyboard.press("Escape")


def follows_a_matter(page: Page) -> None:
    go_to(page, strings.MATTERS)
    page.get_by_label(strings.MATTERS_SEARCH).fill(MATTER)
    page.keyboard.press("Enter")
    page.locator(".meeting", has_text=MATTER).click()
    expect(page.locator(".stop")).to_have_count(4)
    page.locator(".stop.latest button").click()
    expect(page.locator(".text mark").first).to_contain_text("byggstarten")


def follows_a_subject(page: Page) -> None:
    go_to(page, strings.FOLLOW)
    page.get_by_label(strings.FOLLOW_SUBJECT).fill("simhallen")
    press(page, strings.FOLLOW_ADD)
    expect(page.get_by_role("heading", name="Simhallen")).to_be_visible()


def runs_an_evaluation(page: Page) -> None:
    go_to(page, strings.EVALUATION)
    press(page, strings.EVALUATION_RUN)
    expect(page.locator(".evaluation .facts")).to_be_visible()
    expect(page.locator(".evaluation")).to_contain_text(strings.EVALUATION_NONE_WRONG)


def removes_a_meeting(page: Page) -> None:
    opens_a_meeting(page, LAST)
    press(page, strings.REMOVE)
    page.get_by_role("dialog").get_by_role("button", name=strings.REMOVE_YES).click()
    expect(page.locator(".meeting")).to_have_count(len(MINUTES) - 1)


def finds_that_the_old_answer_is_gone(page: Page) -> None:
    go_to(page, strings.ASK)
    expect(page.locator(".turn").first).to_contain_text(strings.ASK_GONE)


def asks_again_and_it_is_not_cited(page: Page) -> None:
    begin_anew(page)
    ask(page, QUESTION)
    answer = page.locator(".answer")
    expect(answer).to_contain_text("från 184 till 212 miljoner kronor")
    expect(answer).to_contain_text(CORRECTED)
    expect(answer).not_to_contain_text(WORDS)
    expect(answer).not_to_contain_text(LAST)


def opens_a_meeting(page: Page, day: str) -> None:
    go_to(page, strings.MEETINGS)
    page.locator(".meeting", has_text=day).click()


def cited(page: Page) -> Locator:
    """Return the statement of the first answer that the story is about."""
    return page.locator(".turn").first.locator(".statement", has_text=WORDS)
