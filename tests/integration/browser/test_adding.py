"""A user adds files: all that was understood is shown first, and nothing that is wrong is lost."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from walking import confirm, drop, file

from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings

CLUB = """Protokoll från årsmöte i Ekdals <b>skidklubb</b>
Datum: 2023-02-01

§ 1 Skidspåret
Beslut: Årsmötet beslutade att köpa en spårsläde.
"""
MANY = 300
MEGABYTE = 1_000_000
LONG_AGO = 1_700_000_000


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that is not there yet."""
    return tmp_path_factory.mktemp("new") / "library"


def minutes(n: int) -> str:
    return (
        f"Protokoll från styrelsemöte i Norrviks vägförening\nDatum: 20{n // 12:02}-{n % 12 + 1:02}"
        f"-07\n\n§ 1 Väg {n}\nBeslut: Styrelsen beslutade att lägga grus på väg {n}.\n"
    )


def meetings(library: Path) -> int:
    return len(open_store(Settings(library=library)).library.meetings(copies=True))


def test_good_and_bad_files_at_once(page: Page, address: str, library: Path) -> None:
    before = meetings(library)
    page.goto(f"{address}/lagg-till")
    program = file("spel.exe", b"MZ\0\1" * 99)
    drop(page, file("klubben.txt", CLUB), file("igen.txt", CLUB), program, file("tom.txt", ""))

    expect(page.get_by_role("heading", name="Nya möten (1)")).to_be_visible()
    expect(page.get_by_role("heading", name="Samma fil två gånger (1)")).to_be_visible()
    expect(page.get_by_text("Filen spel.exe har ändelsen .exe")).to_be_visible()
    expect(page.get_by_text("Filen tom.txt är tom")).to_be_visible()
    taken = page.get_by_role("listitem").filter(has=page.get_by_role("checkbox"))
    expect(taken).to_contain_text("1 februari 2023")
    assert before == meetings(library)

    box = page.get_by_role("checkbox", name="klubben.txt")
    box.focus()
    page.keyboard.press("Space")
    expect(box).not_to_be_checked()
    expect(page.get_by_role("button", name=strings.ADD_BUTTON)).to_be_disabled()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    confirm(page)

    expect(page.locator(".report")).to_contain_text("klubben.txt")
    assert before + 1 == meetings(library)


def test_what_was_dropped_waits_while_one_is_on_another_page(page: Page, address: str) -> None:
    page.goto(f"{address}/lagg-till")
    drop(page, file("väg.txt", minutes(2001)))
    expect(page.get_by_role("checkbox", name="väg.txt")).to_be_visible()

    page.get_by_role("link", name=strings.MEETINGS).click()
    expect(page.get_by_role("checkbox", name="väg.txt")).to_have_count(0)
    page.get_by_role("link", name=strings.ADD, exact=True).click()

    expect(page.get_by_role("checkbox", name="väg.txt")).to_be_visible()
    page.get_by_role("button", name=strings.ADD_CANCEL).click()
    expect(page.get_by_role("checkbox", name="väg.txt")).to_have_count(0)


def test_what_was_dropped_waits_through_a_reload(page: Page, address: str) -> None:
    page.goto(f"{address}/lagg-till")
    drop(page, file("väg.txt", minutes(2002)))
    expect(page.get_by_role("checkbox", name="väg.txt")).to_be_visible()

    page.reload()

    expect(page.get_by_role("checkbox", name="väg.txt")).to_be_visible()


def test_three_hundred_files_at_once(page: Page, address: str, library: Path) -> None:
    page.goto(f"{address}/lagg-till")
    before = meetings(library)
    drop(page, *(file(f"väg {n}.txt", minutes(n)) for n in range(MANY)))

    confirm(page)

    expect(page.locator(".report")).to_contain_text(f"Klart: {MANY} nya.")
    assert before + MANY == meetings(library)


def test_a_file_that_is_too_large_is_refused_in_a_sentence(
    page: Page, address: str, tmp_path: Path
) -> None:
    large = tmp_path / "stor.pdf"
    with large.open("wb") as made:
        made.truncate(200 * MEGABYTE)
    page.goto(f"{address}/lagg-till")

    drop(page, large)

    uploader = page.get_by_test_id("stFileUploader")
    expect(uploader).to_contain_text("stor.pdf")
    told = uploader.evaluate("element => getComputedStyle(element, '::after').content")
    assert strings.ADD_TOO_LARGE in told


def test_a_folder_is_watched(page: Page, address: str, tmp_path: Path, library: Path) -> None:
    for n in (1001, 1002):
        written = tmp_path / f"{n}.txt"
        written.write_text(minutes(n), encoding="utf-8")
        os.utime(written, (LONG_AGO, LONG_AGO))  # what was changed just now may not be whole
    page.goto(f"{address}/lagg-till")
    page.get_by_text(strings.WATCH_TITLE).click()
    page.get_by_label(strings.WATCH_FOLDER, exact=True).fill(str(tmp_path))
    page.get_by_role("button", name=strings.WATCH_SAVE).click()
    page.get_by_role("button", name=strings.WATCH_READ).click()

    page.get_by_role("checkbox", name="1001.txt").click()
    before = meetings(library)
    confirm(page)

    expect(page.locator(".report")).to_contain_text("1002.txt")
    expect(page.get_by_text(strings.WATCH_NO_NEWS.format(folder=tmp_path))).to_be_visible()
    assert before + 1 == meetings(library)
