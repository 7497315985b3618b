"""What a user does on every page, for the walks in a real browser."""

from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

import ingest
from ui import strings

SAMPLES = Path(ingest.__file__).parent / "samples"
"""The invented minutes that come with the program."""


def go_to(page: Page, title: str) -> None:
    """Choose a page in the navigation."""
    page.get_by_role("link", name=title, exact=True).click()


def press(page: Page, name: str) -> None:
    """Press the first button that is called *name*."""
    page.get_by_role("button", name=name, exact=True).first.click()


def ask(page: Page, question: str) -> None:
    """Ask a question, and wait until it has what it gets."""
    turns = page.locator(".turn").count()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill(question)
    box.press("Enter")
    page.locator(".turn").nth(turns).wait_for()


def begin_anew(page: Page) -> None:
    """Begin another conversation, and wait until the one before is not there."""
    press(page, strings.ASK_NEW)
    expect(page.locator(".turn")).to_have_count(0)


def file(name: str, content: str | bytes) -> FilePayload:
    """Return a file that is nowhere but in the browser."""
    raw = content.encode() if isinstance(content, str) else content
    return {"name": name, "mimeType": "application/octet-stream", "buffer": raw}


def drop(page: Page, *files: FilePayload | Path) -> None:
    """Drop files on the page Lägg till, all of one sort."""
    box = page.get_by_test_id("stFileUploaderDropzoneInput")
    box.set_input_files(list(files))  # type: ignore[arg-type]


def confirm(page: Page) -> None:
    """Have what was dropped stored, and wait for that."""
    page.get_by_role("button", name=strings.ADD_BUTTON).click()
    page.locator(".report").wait_for()
