"""Every page of the app for a visitor who has chosen English, on a small library."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import ROWERS
from left_swedish import left_swedish
from streamlit.testing.v1 import AppTest

import ui.app
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import language, strings
from ui.language import Language

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

IN_SWEDISH = re.compile(r'<(?P<tag>\w+)[^>]* lang="sv"[^>]*>.*?</(?P=tag)>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
PAGES = ("meetings", "register", "matters", "follow", "add", "evaluation", "status")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a filled library that no test changes."""
    folder = tmp_path_factory.mktemp("rowers")
    for name, text in ROWERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("filled") / "library")
    ingest([folder], open_store(settings), settings=settings)
    return settings.library


@pytest.fixture(autouse=True)
def _library(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(filled))
    monkeypatch.setenv("MOTESMINNE_LANGUAGE", "en")


def page(name: str) -> None:
    """Draw one page, as `ui.app` does."""
    from importlib import import_module

    from ui import language
    from ui.backends import spoken

    language.found_by(spoken.language)
    import_module(f"ui.views.{name}").show()


def shown(app: AppTest) -> Iterator[str]:
    """Yield all that the page's elements say, without what is told to be Swedish."""
    for element in app.main:
        proto = getattr(element, "proto", None)
        held = getattr(proto, "json", "")
        html = json.loads(held).get("html", "") if isinstance(held, str) and held else ""
        for drawn in (html, getattr(proto, "body", "")):
            yield TAG.sub("\n", IN_SWEDISH.sub("", str(drawn)))
        for name in ("label", "help", "placeholder", "text"):
            yield str(getattr(proto, name, ""))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_nothing_in_swedish_but_what_is_told_to_be(name: str) -> None:
    app = AppTest.from_function(page, args=(name,), default_timeout=120).run()

    assert not app.exception
    assert [] == left_swedish(shown(app))


def test_a_conversation_is_led_in_english() -> None:
    app = AppTest.from_file(str(Path(ui.app.__file__)), default_timeout=120).run()
    app.chat_input[0].set_value("What was decided about the boathouse?").run()
    app.chat_input[0].set_value("x" * 20_000).run()

    told = " ".join(shown(app))
    assert not app.exception
    assert [] == left_swedish(shown(app))
    assert "The question is 20000 characters long" in told
    assert "Searched" in told


def test_the_language_of_a_visit_is_nobody_elses() -> None:
    AppTest.from_file(str(Path(ui.app.__file__)), default_timeout=120).run()

    assert Language.SWEDISH is language.current()
    assert "Möten" == strings.MEETINGS
