"""The app of whoever may see the minutes of one body draws nothing of others'."""

import json
from collections.abc import Callable

import pytest
from apart import HELD, SEEN, SUBJECT, Reader, id_of, shown
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from rag.settings import Settings
from ui.choosing import browse, suggest
from ui.sources_web import Sources, routes

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def document_id(apart: Settings) -> str:
    return id_of(Reader(apart), HELD)


@pytest.fixture(params=["all", "a part"])
def access(request: pytest.FixtureRequest, apart: Settings, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(apart.library))
    if request.param != "all":
        monkeypatch.setenv("MOTESMINNE_ACCESS", json.dumps([SEEN[0].body]))
    return str(request.param)


def the_page(show: Callable[[], None], **link: str) -> str:
    """Return all that the app would send to a browser for a page."""
    app = AppTest.from_function(show, default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    return sent(app)


def sent(app: AppTest) -> str:
    return "".join(str(element.proto) for element in (*app.main, *app.sidebar)) + str(app)


def meetings() -> None:
    from ui.views import meetings

    meetings.show()


def register() -> None:
    from ui.views import register

    register.show()


def matters() -> None:
    from ui.views import matters

    matters.show()


def follow() -> None:
    from ui.views import follow

    follow.show()


def ask() -> None:
    from ui.views import ask

    ask.show()


VIEWS = {
    "moten": meetings,
    "register": register,
    "arenden": matters,
    "bevaka": follow,
    "fraga": ask,
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_shows_what_may_be_seen(view: str, access: str) -> None:
    drawn = the_page(VIEWS[view])

    assert (access == "all") == bool(shown(drawn))


def test_a_link_to_a_meeting_shows_it_to_those_who_may_see_it(
    access: str, document_id: str
) -> None:
    drawn = the_page(meetings, mote=document_id)

    assert (access == "all") == bool(shown(drawn))


def test_a_question_in_a_link_is_answered_from_what_may_be_seen(access: str) -> None:
    drawn = the_page(ask, q=f"Vad beslutades om {SUBJECT}?")

    assert (access == "all") == bool(shown(drawn))


@pytest.mark.parametrize("part", ["", "/sidor", "/sida/1.png"])
def test_an_open_source_is_shown_to_those_who_may_see_it(
    part: str, access: str, document_id: str
) -> None:
    sources = Sources(Settings())
    with TestClient(Starlette(routes=routes(lambda: sources))) as client:
        answer = client.get(f"/kalla/{document_id}:0:10{part}")
    sources.close()

    assert (access == "all" and not part) == bool(shown(answer.text))


def test_lists_facets_and_pictures_are_of_what_may_be_seen(access: str) -> None:
    reader = Reader(Settings())
    held = reader.assistant.meetings(copies=True)
    told = [
        [browse.values(held, browse.Choice(), facet) for facet in browse.FACETS],
        suggest.suggestions(reader.library.document(meeting.document_id) for meeting in held),
        browse.chosen(held, browse.Choice(query=HELD.body[:6])),
    ]

    assert (access == "all") == bool(shown(told))
