"""The app and the command line show what a language model worded, and why it did not."""

import re
from collections.abc import Iterator
from html import unescape
from json import loads
from pathlib import Path

import pytest
from command_line import ROWERS, run
from model_server import ModelServer, model_server
from streamlit.testing.v1 import AppTest

import ui.app
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings

QUESTION = "Vad kostar ett nytt plåttak?"
PRICE = "Ett nytt plåttak kostar 95 000 kronor"
LEAK = "Taket på båthuset läcker sedan i höstas"
LIES = (
    "Ett nytt plåttak kostar 59 000 kronor",
    "Taket läcker inte",
    "Styrelsen avslog förslaget om ett nytt plåttak",
    "Taket på klubbstugan läcker sedan i höstas",
    "Kommunen betalar hela taket",
)
STATEMENT = re.compile(r'<p class="statement">.*?</p>', re.DOTALL)
REPLY = "Ett nytt plåttak på båthuset kostar 95 000 kronor [1]. Taket är av guld [1]."

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("minutes")
    for name, text in ROWERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return settings.library


@pytest.fixture(scope="module")
def running() -> Iterator[ModelServer]:
    with model_server() as server:
        yield server


@pytest.fixture
def server(running: ModelServer, library: Path, monkeypatch: pytest.MonkeyPatch) -> ModelServer:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(library))
    monkeypatch.setenv("MOTESMINNE_LLM", "openai:provmodell")
    monkeypatch.setenv("MOTESMINNE_LLM_BASE_URL", f"{running.url}/v1")
    running.says(REPLY)
    return running


def asked() -> AppTest:
    app = AppTest.from_file(str(Path(ui.app.__file__)), default_timeout=60).run()
    return app.chat_input[0].set_value(QUESTION).run()


def html(app: AppTest) -> str:
    return " ".join(loads(e.proto.json)["html"] for e in app.get("bidi_component"))


def words(markup: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", markup).split()))


def shown(app: AppTest) -> str:
    return words(html(app))


def test_the_app_shows_the_models_answer_and_its_name(server: ModelServer) -> None:
    app = asked()

    assert not app.exception
    assert "95 000 kronor." in shown(app)
    assert "formulerat av openai:provmodell" in shown(app)
    assert "En mening från språkmodellen ströks" in shown(app)
    assert "guld" not in shown(app)


def test_the_app_shows_each_answer_once(server: ModelServer) -> None:
    assert 1 == shown(asked()).count("formulerat av")


def test_the_app_says_why_extracts_stand(server: ModelServer) -> None:
    server.says(status=429)

    app = asked()

    assert not app.exception
    assert "har för mycket att göra" in shown(app)
    assert "ordagranna utdrag" in shown(app)


def test_the_command_line_shows_the_models_name(server: ModelServer) -> None:
    ran = run("ask", QUESTION)

    assert 0 == ran.status
    assert "Formulerat av språkmodellen openai:provmodell; källorna är ordagranna." in ran.out
    assert "guld" not in ran.out


def test_the_command_line_says_why_extracts_stand(server: ModelServer) -> None:
    server.says(status=404)

    ran = run("ask", QUESTION)

    assert 0 == ran.status
    assert "har ingen sådan modell" in ran.out
    assert "Svaret är därför ordagranna utdrag." in ran.out


def test_what_a_model_wrote_before_it_failed_is_taken_back(server: ModelServer) -> None:
    server.says(f"{LEAK} [1]. {PRICE} [1]", closes=True)

    ran = run("ask", QUESTION)

    written, _, instead = ran.out.partition("Det som hann skrivas gäller inte.")
    assert f"{LEAK}. [1]" in written
    assert "Svaret är därför ordagranna utdrag." in instead


def test_a_model_that_lies_in_every_second_sentence_is_not_shown_as_supported(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.says(" ".join(f"{lie} [1]. {PRICE} [1]." for lie in LIES))

    monkeypatch.setenv("MOTESMINNE_LLM_UNSUPPORTED", "mark")
    drawn = html(asked())
    printed = run("ask", QUESTION).out

    for lie in LIES:
        [paragraph] = [p for p in STATEMENT.findall(drawn) if lie in words(p)]
        assert 'class="support"' in paragraph
        [line] = [line for line in printed.splitlines() if line.startswith(f"{lie}. ")]
        assert "belagt: " in line, printed
    [paragraph] = [p for p in STATEMENT.findall(drawn) if PRICE in words(p)]
    assert 'class="support"' not in paragraph


def test_lies_are_not_shown_at_all_unless_the_setting_says_so(server: ModelServer) -> None:
    server.says(" ".join(f"{lie} [1]. {PRICE} [1]." for lie in LIES))

    seen = shown(asked()) + run("ask", QUESTION).out

    assert PRICE in seen
    assert [] == [lie for lie in LIES if lie in seen]


def test_programs_get_the_model_and_the_notes(server: ModelServer) -> None:
    answer = run("ask", QUESTION, "--json").json

    assert "openai:provmodell" == answer["model"]
    assert 1 == len(answer["notes"])


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        pytest.param("MOTESMINNE_LLM", "llama", "skriv sort och modell", id="model"),
        pytest.param("MOTESMINNE_LLM_PARAMETERS", "[1]", "kan inte vara", id="parameters"),
        pytest.param("MOTESMINNE_LLM_PARAMETERS", "{1", "kan inte vara", id="no JSON"),
    ],
)
def test_wrong_settings_are_one_clear_sentence(
    server: ModelServer, monkeypatch: pytest.MonkeyPatch, name: str, value: str, sentence: str
) -> None:
    monkeypatch.setenv(name, value)

    ran = run("ask", QUESTION)

    assert 0 != ran.status
    assert name in ran.err
    assert sentence in ran.err
