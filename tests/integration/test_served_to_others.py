"""The server lets people in by their groups, on an address that others reach, and keeps secrets."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest
from command_line import run
from identity_provider import SECRET, Provider, User, serving_issuer

from eval.serving import SERVE
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings

USERS = {
    "tova": User(sub="tova", name="Tova Lindhem", groups=("idrott",)),
    "hedda": User(sub="hedda", name="Hedda Forslund", groups=("kultur",)),
}
SPORT, CULTURE = "Idrottsnämnden i Gransele", "Kulturnämnden i Gransele"
MINUTES = "{body}\nProtokoll {day}\n\n§ 1 Taket\nBeslut: Nämnden beslutade att laga taket.\n"
POLICY = """
issuer = "{issuer}"
client_id = "motesminne"
address = "http://127.0.0.1:{port}"
[groups.idrott]
bodies = ["Idrottsnämnden i Gransele"]
role = "editor"
[groups.kultur]
bodies = ["Kulturnämnden i Gransele"]
role = "reader"
"""
ALL_ADDRESSES = "0.0.0.0"  # noqa: S104 - where people sign in, others may reach it
CODE = "kod-for-ingen-4711"
BOOT_S, GLANCE_S, STOP_S = 90.0, 0.2, 30.0


@dataclass(frozen=True, kw_only=True)
class Running:
    """A server that others reach."""

    address: str
    folder: Path
    """Where its library, its log and what it says lie."""

    @property
    def library(self) -> Path:
        return self.folder / "bibliotek"

    def of(self, body: str) -> str:
        """Return the id of a body's meeting."""
        held = open_store(Settings(library=self.library)).library.meetings()
        return next(str(one.document_id) for one in held if one.body == body)


@pytest.fixture(scope="module")
def issuer() -> Iterator[Provider]:
    with serving_issuer(Provider(users=USERS)) as provider:
        yield provider


@pytest.fixture(scope="module")
def server(issuer: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("served")
    minutes = tmp_path_factory.mktemp("minutes")
    for name, body, day in (("a", SPORT, "2024-03-04"), ("b", CULTURE, "2024-04-08")):
        text = MINUTES.format(body=body, day=day)
        (minutes / f"{name}.txt").write_text(text, encoding="utf-8")
    settings = Settings(library=folder / "bibliotek", words_only=True)
    ingest([minutes], open_store(settings), settings=settings)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    policy = tmp_path_factory.mktemp("policy") / "inloggning.toml"
    policy.write_text(POLICY.format(issuer=issuer.address, port=port), encoding="utf-8")
    running = Running(address=f"http://127.0.0.1:{port}", folder=folder)
    options = ["--port", str(port), "--host", ALL_ADDRESSES, "--sign-in", str(policy)]
    with (
        (folder / "utskrift.txt").open("wb") as said,
        subprocess.Popen(  # noqa: S603 - our own
            [sys.executable, "-c", SERVE, "serve", "--no-browser", *options],
            env=os.environ
            | {"MOTESMINNE_LIBRARY": str(running.library), "MOTESMINNE_CLIENT_SECRET": SECRET},
            stdout=said,
            stderr=said,
        ) as process,
    ):
        try:
            _wait_for(running.address)
            yield running
        finally:
            process.terminate()
            process.wait(STOP_S)


def _wait_for(address: str) -> None:
    for _ in range(int(BOOT_S / GLANCE_S)):
        if status(build_opener(), f"{address}/_stcore/health") == 200:
            return
        time.sleep(GLANCE_S)
    raise TimeoutError(address)


def status(browser: OpenerDirector, address: str, **headers: str) -> int:
    """Return what is answered when a browser wants a page at *address*; 0 when nothing is."""
    request = Request(address, headers={"Accept": "text/html"} | headers)  # noqa: S310
    try:
        with browser.open(request) as reply:
            return int(reply.status)
    except HTTPError as error:
        with error:
            return error.code
    except URLError:
        return 0


def signed_in(server: Running, issuer: Provider, who: str) -> tuple[OpenerDirector, CookieJar]:
    """Return a browser in which *who* has signed in."""
    issuer.next_user = who
    kept = CookieJar()
    browser = build_opener(HTTPCookieProcessor(kept))
    assert 200 == status(browser, f"{server.address}/moten")
    return browser, kept


@pytest.mark.parametrize(
    ("who", "own", "others"), [("tova", SPORT, CULTURE), ("hedda", CULTURE, SPORT)]
)
def test_sources_are_shown_to_those_of_the_body(
    server: Running, issuer: Provider, who: str, own: str, others: str
) -> None:
    browser, _ = signed_in(server, issuer, who)

    assert 200 == status(browser, f"{server.address}/kalla/{server.of(own)}")
    assert [404] * 3 == [
        status(browser, f"{server.address}/kalla/{server.of(others)}{end}")
        for end in ("", "/sidor", "/sida/1.png")
    ]


@pytest.mark.parametrize(
    "path", ["/_stcore/host-config", "/_stcore/metrics", "/media/a.pdf", "/static/a.js"]
)
def test_nothing_beside_the_pages_is_for_others(server: Running, path: str) -> None:
    assert 401 == status(build_opener(), f"{server.address}{path}", Accept="*/*")


def test_another_host_is_turned_away(server: Running) -> None:
    assert 421 == status(build_opener(), server.address, Host="gransele.example")


def test_no_secret_is_said_or_kept(server: Running, issuer: Provider) -> None:
    _, kept = signed_in(server, issuer, "tova")
    issuer.faults = {"nonce": "fel"}
    assert 400 == status(build_opener(HTTPCookieProcessor()), server.address)
    issuer.faults = {}
    assert 400 == status(build_opener(), f"{server.address}/logga-in/svar?code={CODE}&state=fel")
    cookies = [str(one.value) for one in kept if "motesminne" in one.name]
    hidden = [SECRET, CODE, *issuer.tokens, *cookies]
    written = [path for path in server.folder.rglob("*") if path.is_file()]

    assert len(hidden) > 3
    assert [] == [p for p in written for one in hidden if one.encode() in p.read_bytes()]
    assert "invalid_claim" in (server.folder / "utskrift.txt").read_text("utf-8")


def test_the_log_is_shown_in_the_terminal(
    server: Running, issuer: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, _ = signed_in(server, issuer, "hedda")
    status(browser, f"{server.address}/kalla/{server.of(CULTURE)}")
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(server.library))
    shown = run("audit", "--who", "hedda").out
    lines = run("audit", "--json").out.splitlines()

    assert f"hedda@gransele.example  {strings.DEEDS['signed in']}" in shown
    assert f"{strings.DEEDS['opened']}  {server.of(CULTURE)}" in shown
    assert "tova" not in shown
    assert all(line.startswith('{"time": "') for line in lines)
