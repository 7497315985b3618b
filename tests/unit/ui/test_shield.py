"""Only requests for the app's own hosts are answered, and browsers are told what pages may do."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit import config

from ui.shield import HEADERS, Shield


def _told(request: Request) -> PlainTextResponse:
    return PlainTextResponse("Protokoll", headers={"Content-Security-Policy": "default-src 'none'"})


@pytest.fixture
def client() -> Iterator[TestClient]:
    before = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", ["localhost", "127.0.0.1", "::1"])
    app = Starlette(routes=[Route("/", _told)], middleware=[Middleware(Shield)])
    yield TestClient(app)
    config.set_option("server.allowedHosts", before)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:8501"])
def test_the_apps_own_hosts_are_answered(client: TestClient, host: str) -> None:
    assert (200, "Protokoll") == _asked(client, host)


@pytest.mark.parametrize("host", ["gransele.example", "127.0.0.1.gransele.example", "a@localhost"])
def test_other_hosts_are_turned_away(client: TestClient, host: str) -> None:
    status, text = _asked(client, host)

    assert 421 == status
    assert "Protokoll" not in text


def test_headers_are_added_but_never_weakened(client: TestClient) -> None:
    answer = client.get("/", headers={"host": "localhost"})

    assert "default-src 'none'" == answer.headers["Content-Security-Policy"]
    assert set() == {name.lower() for name in HEADERS} - set(answer.headers)


def _asked(client: TestClient, host: str) -> tuple[int, str]:
    answer = client.get("/", headers={"host": host})
    return answer.status_code, answer.text
