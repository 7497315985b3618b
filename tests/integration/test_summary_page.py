"""The summary in the app, worded by a language model when the user asks for it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from model_server import ModelServer, model_server
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings
from rag.summaries import Length
from ui import strings

LEAK = "Taket på båthuset läcker sedan i höstas."
MINUTES = f"""Lövåsa båtklubb
Protokoll styrelsemöte 2024-04-10

§ 1 Båthusets tak
{LEAK} Två båtar har blivit vattenskadade under vintern.
Ett nytt plåttak kostar 95 000 kronor enligt Takbolaget i Tallmora. Cilla Nordhage menade att
klubben bör söka bidrag från kommunen. Birger Tallsten var orolig för att bidraget dröjer.

Styrelsen beslutade att lägga ett nytt plåttak på båthuset.

§ 2 Sommarlägret
Sommarlägret hade 42 deltagare förra året. Flera föräldrar önskar att lägret blir en vecka
längre. Köket på lägergården renoveras och blir klart i juni.
"""

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def running() -> Iterator[ModelServer]:
    with model_server() as server:
        yield server


@pytest.fixture
def page(running: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the page of one meeting, with a language model at hand."""
    file = tmp_path / "klubben.txt"
    file.write_text(MINUTES, encoding="utf-8")
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("MOTESMINNE_LLM", "openai:provmodell")
    monkeypatch.setenv("MOTESMINNE_LLM_BASE_URL", f"{running.url}/v1")
    store = open_store(Settings())
    ingest([file], store, settings=Settings())
    [meeting] = store.library.meetings()
    running.says(LEAK)
    running.asked.clear()
    page = AppTest.from_function(meetings_page, default_timeout=60)
    page.query_params["mote"] = meeting.document_id
    page.session_state["summary-length"] = Length.LONG
    return page.run()


def meetings_page() -> None:
    from ui.views import meetings

    meetings.show()


def shown(page: AppTest) -> str:
    html = " ".join(json.loads(one.proto.json)["html"] for one in page.get("bidi_component"))
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", html).split()))


def click(page: AppTest, label: str) -> None:
    next(button for button in page.button if button.label == label).click().run()


def test_no_model_is_asked_before_the_user_wants_it(page: AppTest, running: ModelServer) -> None:
    assert [] == running.asked
    assert "provmodell" not in shown(page)


def test_a_worded_summary_says_so_until_it_is_made_anew(page: AppTest) -> None:
    click(page, strings.WORDING_START)
    assert "formulerad av språkmodellen openai:provmodell" in shown(page)

    click(page, strings.SUMMARY_ANEW)

    assert "provmodell" not in shown(page)
    assert not page.exception


def test_the_style_is_told_to_the_model(page: AppTest, running: ModelServer) -> None:
    page.text_input(key="summary-style").set_value("för pressmeddelande").run()
    click(page, strings.WORDING_START)

    assert any("för pressmeddelande" in str(body) for body in running.asked)
