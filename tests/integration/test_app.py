"""The app on a real, small library of invented minutes."""

import json
import re
from collections.abc import Callable, Sequence
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import ui.app
from ingest.pipeline import ingest
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.edits import Act, edit
from rag.minutes import DocumentId
from rag.results import Filters, Status
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations
from rag.storing.kept_edits import keep_edit
from rag.storing.turns import Asked
from rag.summaries import Length, lines
from ui import strings
from ui.widgets.state import Before

MINUTES = {
    "styrelsen-mars.txt": """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-03-04
Plats: Bygdegården i Ekdal

Närvarande: Ylva Ekmark (ordförande), Tor Blad, Mira Sandvall

§ 1 Val av justerare
Tor Blad utsågs att justera protokollet.

§ 2 Bryggan vid Långsjön
Bryggan är rutten och stängdes av i höstas. En ny brygga i lärk kostar 95 000 kronor.
Beslut: Styrelsen beslutade att bygga en ny brygga i lärk.
""",
    "styrelsen-juni.txt": """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-06-10

Närvarande: Ylva Ekmark (ordförande), Mira Sandvall

§ 1 Simskolan
Simskolan har fått trettio anmälningar. <b>Avgiften</b> är 300 kronor per barn.
Anmälan görs på https://ekdal.example.org/simskola.
Beslut: Styrelsen beslutade att anställa två simlärare.
""",
}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return a filled library that no test changes."""
    folder = tmp_path_factory.mktemp("minutes")
    for name, text in MINUTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return settings


@pytest.fixture
def library(shared: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(shared.library))
    return shared


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    return Settings()


@pytest.fixture
def document_id(library: Settings) -> str:
    meetings = open_store(library).library.meetings()
    return next(m.document_id for m in meetings if "mars" in m.source)


def the_app() -> AppTest:
    return AppTest.from_file(str(Path(ui.app.__file__)), default_timeout=60)


def the_page(show: Callable[[], None]) -> AppTest:
    return AppTest.from_function(show, default_timeout=60)


def meetings_page() -> None:
    from ui.views import meetings

    meetings.show()


def status_page() -> None:
    from ui.views import status

    status.show()


def shown(app: AppTest) -> str:
    """Return the text of all that the app drew itself, tags removed."""
    html = [element.proto.body for element in app.get("html")]
    linked: Sequence[Any] = app.get("bidi_component")
    html += [json.loads(element.proto.json)["html"] for element in linked]
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", " ".join(html)).split()))


def opened(app: AppTest) -> list[str]:
    """Return the places that the page's source pane is told to show."""
    panes = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    return [pane["place"] for pane in panes if pane.get("place")]


def test_a_question_gets_an_answer_with_its_place(library: Settings) -> None:
    app = the_app().run()

    app.chat_input[0].set_value("Vad beslutades om bryggan?").run()

    [turn] = app.session_state["talk"].turns
    assert turn.outcome.status is Status.ANSWERED
    assert re.search(r"att bygga en ny brygga i lärk\. \d", shown(app))
    assert not app.exception


def test_a_rerun_asks_nothing_again(library: Settings) -> None:
    app = the_app().run()
    app.chat_input[0].set_value("Vad beslutades om bryggan?").run()
    [before] = app.session_state["talk"].turns

    app.run()

    assert [before] == app.session_state["talk"].turns
    assert app.session_state["talk"].turns[0] is before


def test_an_absent_subject_is_not_found_and_says_how_much_was_searched(library: Settings) -> None:
    app = the_app().run()

    app.chat_input[0].set_value("Hur gick det med tunnelbanan till flygplatsen?").run()

    assert "Det framgår inte av protokollen." in shown(app)
    assert "Sökte igenom 2 möten" in shown(app)


def test_a_question_that_is_too_long_gets_one_sentence(library: Settings) -> None:
    app = the_app().run()

    app.chat_input[0].set_value("x" * 20_000).run()

    assert "Frågan är 20000 tecken lång" in shown(app)
    assert not app.exception


def test_an_empty_library_says_what_to_do(empty: Settings) -> None:
    app = the_app().run()

    assert f"{strings.EMPTY_TITLE} {strings.EMPTY_LEAD} {strings.EMPTY_BUTTON}" in shown(app)
    assert not app.chat_input


def test_first_questions_come_from_the_library(library: Settings) -> None:
    app = the_app().run()

    app.button[0].click().run()

    [turn] = app.session_state["talk"].turns
    assert re.match("Vad beslutades om simskolan", turn.question)


def test_a_link_asks_its_question_once(library: Settings) -> None:
    app = the_app()
    app.query_params["q"] = "Vad kostar bryggan?"

    app.run().run()

    assert [turn.question for turn in app.session_state["talk"].turns] == ["Vad kostar bryggan?"]


def test_a_link_opens_its_passage(library: Settings, document_id: str) -> None:
    app = the_app()
    app.query_params["doc"] = document_id
    app.query_params["start"] = "0"
    app.query_params["end"] = "9"

    app.run()

    assert f"{document_id}:0:9" in opened(app)


def test_a_follow_up_tells_what_it_carries_and_can_be_undone(library: Settings) -> None:
    app = the_app().run()
    app.chat_input[0].set_value("Vad beslutades om bryggan?").run()
    app.chat_input[0].set_value("Och när var det?").run()
    assert "«När var det (bryggan)?»" in shown(app)

    [undo] = [button for button in app.button if button.label == strings.ASK_AS_WRITTEN]
    undo.click().run()

    [_, turn] = app.session_state["talk"].turns
    assert ("Och när var det?", ()) == (turn.question, turn.outcome.understood.carried)
    assert strings.ASK_AS_WRITTEN not in {button.label for button in app.button}


def test_a_conversation_survives_a_reload_of_its_page(library: Settings) -> None:
    app = the_app().run()
    app.chat_input[0].set_value("Vad beslutades om bryggan?").run()

    reloaded = the_app()
    reloaded.query_params["samtal"] = app.query_params["samtal"]
    reloaded.run()
    reloaded.chat_input[0].set_value("Och när var det?").run()

    [first, second] = reloaded.session_state["talk"].turns
    assert app.session_state["talk"].turns[0].outcome.statements == first.outcome.statements
    assert second.outcome.understood.carried


def test_a_guessed_address_leads_to_no_conversation(library: Settings) -> None:
    app = the_app()
    app.query_params["samtal"] = "1"

    app.run()

    assert [] == app.session_state["talk"].turns
    assert "samtal" not in app.query_params


def test_a_conversation_survives_the_server_and_is_found_in_the_list(library: Settings) -> None:
    app = the_app().run()
    app.chat_input[0].set_value("Vad kostar bryggan?").run()
    kept = Conversations(Database.open(library.library, EVERYTHING))

    [conversation] = [c for c in kept.listed("") if c.id == app.session_state["talk"].id]

    assert ("Vad kostar bryggan?", ("Vad kostar bryggan?",)) == (
        conversation.name,
        conversation.questions,
    )
    assert [Status.ANSWERED] == [t.outcome.status for t in kept.turns(conversation.id)]


def test_a_question_is_limited_to_what_was_chosen(library: Settings, document_id: str) -> None:
    app = the_app()
    app.query_params["mote"] = document_id
    app.run()
    assert "Protokoll från styrelsemöte i Ekdals badförening, 4 mars 2024" in shown(app)

    app.chat_input[0].set_value("Vad är avgiften för simskolan?").run()

    assert "Sökte igenom 1 möte" in shown(app)


def test_a_limit_that_a_question_sets_can_be_left_out(library: Settings) -> None:
    app = the_app().run()
    app.chat_input[0].set_value("Vad beslutades i mars 2024?").run()
    [turn] = app.session_state["talk"].turns
    [limit] = turn.outcome.understood.limits
    assert f"{strings.LIMITED_TO} {limit}" in shown(app)

    app.session_state["pending"] = Asked(question=turn.question, filters=Filters(without=(limit,)))
    app.run()

    assert () == app.session_state["talk"].turns[-1].outcome.understood.limits


def test_a_new_conversation_is_empty(library: Settings) -> None:
    app = the_app().run()
    app.chat_input[0].set_value("Vad beslutades om bryggan?").run()

    next(button for button in app.button if button.label == strings.ASK_NEW).click().run()

    assert app.session_state["talk"].turns == []


def test_meetings_are_listed_and_searched(library: Settings) -> None:
    page = the_page(meetings_page).run()
    assert "10 juni 2024" in shown(page)
    assert "4 mars 2024" in shown(page)

    page.text_input[0].set_value("mars").run()

    assert "10 juni 2024" not in shown(page)
    assert "4 mars 2024" in shown(page)


def test_a_meeting_shows_summary_decisions_people_and_text(
    library: Settings, document_id: str
) -> None:
    page = the_page(meetings_page)
    page.query_params["mote"] = document_id

    page.run()

    assert list(strings.TABS) == [tab.label for tab in page.tabs]
    assert "Protokoll från styrelsemöte i Ekdals badförening" in shown(page)
    assert "att bygga en ny brygga i lärk" in shown(page)
    for tab, expected in (
        (strings.TABS[1], "Styrelsen beslutade att bygga en ny brygga i lärk."),
        (strings.TABS[3], "Ylva Ekmark"),
        (strings.TABS[-1], "Bryggan är rutten och stängdes av i höstas."),
    ):
        page.session_state["meeting-tab"] = tab
        assert expected in shown(page.run())


def test_a_summary_is_made_in_the_length_that_is_chosen(library: Settings) -> None:
    june = next(m for m in open_store(library).library.meetings() if "juni" in m.source)
    page = the_page(meetings_page)
    page.query_params["mote"] = june.document_id
    assert strings.LINKS in shown(page.run())

    page.session_state["summary-length"] = Length.SHORT
    page.run()

    assert strings.LINKS not in shown(page)
    assert not page.exception


def test_what_was_done_to_a_line_is_shown_and_taken_back(
    library: Settings, document_id: str
) -> None:
    document = DocumentId(document_id)
    made = build_assistant(library).summarise(document)
    struck = edit(made, lines(made)[-1].id, Act.STRUCK)
    open_store(library).note(partial(keep_edit, document=document, edit=struck))
    page = the_page(meetings_page)
    page.query_params["mote"] = document_id
    page.session_state["edited"] = {document: [Before(struck.line, None)]}
    page.run()
    assert strings.EDITED[Act.STRUCK] in shown(page)
    assert "1 rad struken" in shown(page)

    next(b for b in page.button if b.label == strings.SUMMARY_UNDO).click().run()

    assert strings.EDITED[Act.STRUCK] not in shown(page)
    assert () == build_assistant(library).edits(document)


def test_a_meeting_is_not_removed_before_it_is_confirmed(
    library: Settings, document_id: str
) -> None:
    page = the_page(meetings_page)
    page.query_params["mote"] = document_id
    page.run()

    next(b for b in page.button if b.label == strings.REMOVE).click().run()

    assert strings.REMOVE_YES in [button.label for button in page.button]
    assert len(open_store(library).library.meetings()) == 2


def register_page() -> None:
    from ui.views import register

    register.show()


def test_the_register_of_decisions_is_searched(library: Settings) -> None:
    page = the_page(register_page).run()
    assert "3\N{NO-BREAK SPACE}beslut, de nyaste först." in [one.value for one in page.caption]
    assert re.search("anställa två simlärare.*ny brygga i lärk", shown(page))

    page.text_input[0].set_value("lärk").run()

    assert "ny brygga i lärk" in shown(page)
    assert "simlärare" not in shown(page)


def test_a_register_without_tasks_says_so(library: Settings) -> None:
    page = the_page(register_page)
    page.session_state["register-kind"] = strings.ACTIONS

    page.run()

    assert strings.REGISTER_NONE in shown(page)
    assert not page.exception


def test_a_matter_that_no_meeting_treats_is_one_calm_sentence(library: Settings) -> None:
    page = the_page(register_page)
    page.query_params["arende"] = "KS 1999/1"

    page.run()

    assert strings.TIMELINE_NONE.format(matter="KS 1999/1") in shown(page)
    assert not page.exception


def test_the_state_of_the_library_is_told(library: Settings) -> None:
    page = the_page(status_page).run()

    assert "Möten 2" in shown(page)
    assert str(library.library) in shown(page)
    assert strings.PRIVACY_POINTS[0] in shown(page)
    assert not page.exception
