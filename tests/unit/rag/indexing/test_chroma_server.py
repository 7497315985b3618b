"""What a Chroma server that fails is told of as, without a Chroma."""

import json
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest
from pydantic import SecretStr

from rag.errors import NoVectorsError, ReplacedIndexError
from rag.indexing.chroma_server import ChromaServer

GONE = '{"error": "NotFoundError", "message": "Collection [x] does not exist"}'
FOUND = '{"id": "abc"}'


@dataclass
class Fake:
    """A server that answers all that is asked alike."""

    url: str = ""
    status: int = 200
    says: str = FOUND
    silent: bool = False
    let_go: Event = field(default_factory=Event)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Method, path and `Authorization` of each request."""


@pytest.fixture
def fake() -> Iterator[Fake]:
    answering = Fake()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told = self.headers.get("Authorization", "")
            answering.asked.append((self.command, self.path, told))
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if answering.silent:
                answering.let_go.wait(10)
                return
            self.send_response(answering.status)
            self.end_headers()
            self.wfile.write(answering.says.encode())

        do_POST = do_DELETE = do_GET  # noqa: N815 - as http.server calls them

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        answering.url = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield answering
        answering.let_go.set()
        server.shutdown()


@pytest.mark.parametrize(
    ("status", "says", "told"),
    [
        pytest.param(404, "<html>Not found</html>", r"svarar inte som Chroma 1 \(404\)", id="web"),
        pytest.param(404, '{"detail": "Not Found"}', r"Chroma 1 \(404\)", id="an older Chroma"),
        pytest.param(
            410,
            '{"error": "Unimplemented", "message": "Use\\n/v3"}',
            r"\(410: Use /v3\): se efter vilken version",
            id="a newer Chroma",
        ),
        pytest.param(200, "welcome", r"svarar inte som Chroma 1", id="no JSON"),
        pytest.param(500, '{"error": "x", "message": "trasigt"}', "500: trasigt", id="a fault"),
        pytest.param(401, "{}", "släpper inte in .*MOTESMINNE_CHROMA_TOKEN", id="no token"),
        pytest.param(403, "null", "släpper inte in", id="the wrong token"),
        pytest.param(302, "{}", r"\(302\)", id="elsewhere"),
    ],
)
def test_what_is_no_chroma_is_told_of(fake: Fake, status: int, says: str, told: str) -> None:
    fake.status, fake.says = status, says

    with pytest.raises(NoVectorsError, match=told) as raised:
        ChromaServer(fake.url).find("x")

    assert str(raised.value).startswith(f"Chroma-servern {fake.url} ")
    assert str(raised.value).endswith("MOTESMINNE_CHROMA.")


def test_a_collection_that_is_not_there_is_none(fake: Fake) -> None:
    fake.status, fake.says = 404, GONE

    assert ChromaServer(fake.url).find("x") is None


def test_a_collection_that_went_is_told_from_a_server_that_did(fake: Fake) -> None:
    collection = ChromaServer(fake.url).find("x")
    fake.status, fake.says = 404, GONE

    assert collection is not None
    with pytest.raises(ReplacedIndexError):
        collection.count()


def test_nobody_waits_longer_than_was_said(fake: Fake) -> None:
    fake.silent = True
    began = time.monotonic()

    with pytest.raises(NoVectorsError, match=r"svarade inte inom 0\.2 s"):
        ChromaServer(fake.url, timeout_s=0.2).find("x")

    assert time.monotonic() - began < 5


def test_after_a_failure_it_is_left_alone_for_a_while_and_then_asked_again(fake: Fake) -> None:
    fake.status = 500
    server = ChromaServer(fake.url, pause_s=2)
    for _ in range(3):
        with pytest.raises(NoVectorsError, match="500"):
            server.find("x")
    assert 1 == len(fake.asked)
    assert "500" in server.outage

    fake.status = 200
    until = time.monotonic() + 60
    while server.outage and time.monotonic() < until:
        time.sleep(0.05)

    assert server.find("x")


def test_a_writer_does_not_leave_it_alone(fake: Fake) -> None:
    fake.status = 500
    server = ChromaServer(fake.url, pause_s=0)
    for _ in range(2):
        with pytest.raises(NoVectorsError):
            server.find("x")

    assert 2 == len(fake.asked)


def test_the_token_is_sent_and_never_told(fake: Fake, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    fake.status = 403
    server = ChromaServer(fake.url, token=SecretStr("hemlig-nyckel"))

    with pytest.raises(NoVectorsError) as raised:
        server.find("x")

    assert "Bearer hemlig-nyckel" == fake.asked[0][2]
    assert "hemlig" not in str(raised.value) + caplog.text + repr(server) + repr(vars(server))


def test_a_password_in_the_address_is_sent_and_never_told(
    fake: Fake, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server = ChromaServer(fake.url.replace("://", "://alva:hemligt@"))
    fake.status = 500

    with pytest.raises(NoVectorsError) as raised:
        server.find("x")

    assert fake.asked[0][2].startswith("Basic ")
    assert "hemligt" not in str(raised.value) + caplog.text + repr(vars(server))
    assert server.name in str(raised.value)


def test_a_path_in_the_address_goes_first(fake: Fake) -> None:
    ChromaServer(f"{fake.url}/vektorer").find("x")

    assert fake.asked[0][1].startswith("/vektorer/api/v2/")


def test_no_proxy_of_the_environment_is_asked(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")

    assert ChromaServer(fake.url).find("x")


def test_names_are_listed_page_by_page(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"a-{number}" for number in range(250)]

    class Paged(ChromaServer):
        def send(self, method: str, path: str, body: object = None, *, wait_s: float = 0) -> object:
            before = int(path.rpartition("=")[2])
            fake.says = json.dumps([{"name": name} for name in names[before : before + 100]])
            return super().send(method, path, body, wait_s=wait_s)

    assert names == Paged(fake.url).names("a-")
    assert 4 == len(fake.asked)
