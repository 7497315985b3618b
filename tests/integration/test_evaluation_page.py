"""The pages Utvärdering and Inställningar on a library of their own."""

import json
import re
import shutil
import time
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from rag.settings import Settings
from ui import strings

QUESTIONS = (
    '{"id": "a", "question": "Hur gick det med tunnelbanan till flygplatsen?",'
    ' "category": "absent", "expect": "absent"}\n'
)
PATIENCE_S = 30

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def library(shared_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = Path(shutil.copytree(shared_settings.library, tmp_path / "library"))
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(copy))
    return copy


def evaluation_page() -> None:
    from ui.views import evaluation

    evaluation.show()


def status_page() -> None:
    from ui.views import status

    status.show()


def the_page(show: Callable[[], None]) -> AppTest:
    return AppTest.from_function(show, default_timeout=60)


def shown(app: AppTest) -> str:
    """Return the text of all that the app drew itself, tags removed."""
    html = [element.proto.body for element in app.get("html")]
    linked: Sequence[Any] = app.get("bidi_component")
    html += [json.loads(element.proto.json)["html"] for element in linked]
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", " ".join(html)).split()))


def press(page: AppTest, label: str) -> AppTest:
    [button] = [button for button in page.button if button.label == label]
    return button.click().run()


def test_a_file_is_uploaded_run_reported_and_compared(library: Path) -> None:
    page = the_page(evaluation_page).run()
    assert strings.EVALUATION_NO_FILES in shown(page)
    assert strings.EVALUATION_NO_RUNS in shown(page)

    page.file_uploader[0].set_value(("egna.jsonl", QUESTIONS.encode(), "text/plain"))
    press(page, strings.EVALUATION_KEEP)
    for count in (1, 2):
        press(page, strings.EVALUATION_RUN)
        until = time.monotonic() + PATIENCE_S
        while len(page.selectbox) < 3 or len(list(library.glob("utvarderingar/*.json"))) < count:
            assert time.monotonic() < until
            time.sleep(0.05)
            page.run()
        time.sleep(1)  # no two runs have the same second, by which they are chosen
        page.run()
    assert strings.EVALUATION_NONE_WRONG in shown(page)

    [compared] = [box for box in page.selectbox if box.label == strings.EVALUATION_COMPARE]
    compared.select_index(0).run()

    assert "0 frågor blev rätt och 0 blev fel" in shown(page)
    assert not page.exception
    assert not page.error


def test_a_malformed_file_is_one_calm_sentence(library: Path) -> None:
    page = the_page(evaluation_page).run()

    page.file_uploader[0].set_value(("egna.jsonl", b"<script>", "text/plain"))
    press(page, strings.EVALUATION_KEEP)

    assert len(page.error) == 1
    assert not page.exception


def test_the_library_is_mended_and_its_room_told(library: Path) -> None:
    shutil.rmtree(library / "words")
    page = the_page(status_page).run()
    assert strings.STATUS_ADVICE in shown(page)

    press(page, strings.STATUS_REBUILD)

    assert [strings.STATUS_REBUILT] == [one.value.replace("\\", "") for one in page.success]
    assert strings.STATUS_ADVICE not in shown(page)
    assert strings.STATUS_SOUND in [one.value for one in page.markdown]
    assert strings.STATUS_PARTS_ALL in shown(page)
    assert not page.exception
