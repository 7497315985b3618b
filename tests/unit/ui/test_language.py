"""Each visitor is told things in the language chosen, and nobody in another's."""

from collections.abc import Iterator
from threading import Thread

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui import choices, language, strings
from ui.language import COOKIE, Language, told
from ui.speaking import Speaking


def _page(request: Request) -> PlainTextResponse:
    return PlainTextResponse(strings.MEETINGS)


@pytest.fixture
def client() -> Iterator[TestClient]:
    routes = [Route("/status", _page), *choices.ROUTES]
    app = Starlette(routes=routes, middleware=[Middleware(Speaking)])
    with TestClient(app) as client:
        yield client


def test_nobody_has_chosen_swedish() -> None:
    assert Language.SWEDISH is language.current()
    assert "Möten" == strings.MEETINGS


def test_what_is_told_in_a_language_ends() -> None:
    with told(Language.ENGLISH):
        assert "Meetings" == strings.MEETINGS
    assert "Möten" == strings.MEETINGS


def test_another_thread_is_not_told_in_it() -> None:
    heard: list[str] = []
    with told(Language.ENGLISH):
        other = Thread(target=lambda: heard.append(strings.MEETINGS))
        other.start()
        other.join()

    assert ["Möten"] == heard


def test_an_unknown_text_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = strings.NO_SUCH_TEXT  # type: ignore[attr-defined]


def test_the_language_chosen_is_kept_in_the_browser(client: TestClient) -> None:
    assert "Möten" == client.get("/status").text

    assert "Meetings" == client.get("/sprak/en").text
    assert "Meetings" == client.get("/status").text
    assert "Möten" == client.get("/sprak/sv").text


@pytest.mark.parametrize("path", ["/sprak/xx", "/utseende/rosa"])
def test_what_cannot_be_chosen_changes_nothing(client: TestClient, path: str) -> None:
    assert "Möten" == client.get(path).text
    assert {} == dict(client.cookies)


def test_the_look_chosen_is_kept_in_the_browser(client: TestClient) -> None:
    client.get("/utseende/dark")

    assert "dark" == choices.LOOK.of(client.cookies)


@pytest.mark.parametrize(
    ("cookies", "expected"),
    [
        pytest.param({}, Language.ENGLISH, id="the setting"),
        pytest.param({COOKIE: "sv"}, Language.SWEDISH, id="the browser's"),
        pytest.param({COOKIE: "xx"}, Language.ENGLISH, id="one that is not spoken"),
    ],
)
def test_the_setting_holds_for_those_who_have_not_chosen(
    cookies: dict[str, str], expected: Language
) -> None:
    assert expected is language.chosen(cookies, "en")
