"""Nothing is reached without signing in, and no sign-in is believed that is not right."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from identity_provider import CLIENT, SECRET, Provider, User, serving_issuer
from joserfc.jwk import RSAKey
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from rag.settings import Settings
from ui import strings
from ui.gate import Gate, local_path
from ui.guarding.audit import log_folder
from ui.guarding.door import PERSON, Door, open_door

USERS = {
    "ylva": User(sub="ylva", name="Ylva Strömsund", groups=("kansli", "idrott")),
    "hasse": User(sub="hasse", name="Hasse Lindvall", groups=("idrott",)),
    "mira": User(sub="mira", name="Mira Nordin", groups=("bibliotek",)),
}
FILE = """
issuer = "{issuer}"
client_id = "motesminne"
address = "http://localhost"
{more}

[groups.kansli]
bodies = "*"
role = "admin"

[groups.idrott]
bodies = ["Idrottsnämnden"]
role = "reader"
"""


@pytest.fixture(scope="module")
def issuer() -> Iterator[Provider]:
    with serving_issuer(Provider(users=USERS)) as provider:
        yield provider


@pytest.fixture(autouse=True)
def _behaving(issuer: Provider) -> None:
    issuer.next_user, issuer.faults, issuer.algorithm = "ylva", {}, "RS256"
    issuer.signs_by, issuer.groups_in_token, issuer.tells_of = None, True, ""


def opened(issuer: Provider, folder: Path, more: str = "") -> Door:
    file = folder / "inloggning.toml"
    file.write_text(FILE.format(issuer=issuer.address, more=more), encoding="utf-8")
    return open_door(
        Settings(library=folder / "bibliotek", sign_in=file, client_secret=SecretStr(SECRET))
    )


async def _page(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"Protokoll för {request.scope[PERSON].name}")


async def _health(request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok")


async def _stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.scope[PERSON].name)
    await socket.close()


def behind(door: Door) -> TestClient:
    """Return a browser before the app that *door* leads into."""
    inside = Starlette(
        routes=[
            Route("/_stcore/health", _health),
            WebSocketRoute("/_stcore/stream", _stream),
            Route("/{path:path}", _page, methods=["GET", "PUT"]),
        ]
    )
    assert door.guard is not None
    return TestClient(Gate(inside, door, door.guard), "http://localhost", follow_redirects=False)


@pytest.fixture
def door(issuer: Provider, tmp_path: Path) -> Door:
    return opened(issuer, tmp_path)


@pytest.fixture
def browser(door: Door) -> TestClient:
    return behind(door)


PAGE = {"accept": "text/html"}


def answer_of(browser: TestClient, path: str = "/") -> str:
    """Go to *path* and from there to the issuer; return where that sends the browser back to."""
    begin = browser.get(path, headers=PAGE)
    away = urlsplit(browser.get(begin.headers["location"]).headers["location"])
    with closing(HTTPConnection(away.netloc)) as asked:  # follows nothing
        asked.request("GET", f"{away.path}?{away.query}")
        back = urlsplit(asked.getresponse().headers["location"])
    return f"{back.path}?{back.query}"


def signed_in(browser: TestClient, path: str = "/") -> TestClient:
    back = browser.get(answer_of(browser, path))
    assert 303 == back.status_code, back.text
    return browser


def test_who_signs_in_comes_to_the_page_that_was_wanted(browser: TestClient) -> None:
    back = browser.get(answer_of(browser, "/moten?mote=ab12"))

    assert (303, "/moten?mote=ab12") == (back.status_code, back.headers["location"])
    assert "Protokoll för ylva@gransele.example" == browser.get("/moten").text


@pytest.mark.parametrize(
    "path", ["/", "/kalla/ab12", "/media/ab.pdf", "/_stcore/upload_file/a/b", "/static/app.js"]
)
def test_nothing_is_reached_without_signing_in(browser: TestClient, path: str) -> None:
    reply = browser.get(path)

    assert 401 == reply.status_code
    assert strings.SESSION_OVER in reply.text


def test_no_stream_is_opened_without_signing_in(browser: TestClient) -> None:
    with (
        pytest.raises(WebSocketDisconnect),
        browser.websocket_connect("ws://localhost/_stcore/stream"),
    ):
        pass


def test_a_stream_knows_who_has_signed_in(browser: TestClient) -> None:
    with signed_in(browser).websocket_connect("ws://localhost/_stcore/stream") as stream:
        assert "ylva@gransele.example" == stream.receive_text()


def test_whether_the_server_is_well_is_told_to_all(browser: TestClient) -> None:
    assert "ok" == browser.get("/_stcore/health").text


def test_the_cookie_is_only_the_servers_to_read(browser: TestClient) -> None:
    told = browser.get(answer_of(browser)).headers.get_list("set-cookie")
    [cookie] = [one for one in told if one.startswith("motesminne=")]

    assert re.search(r"; httponly; path=/; samesite=lax$", cookie, re.IGNORECASE)
    assert "ylva" not in cookie


def test_over_https_the_cookie_is_bound_to_the_host(issuer: Provider, tmp_path: Path) -> None:
    file = tmp_path / "inloggning.toml"
    text = FILE.format(issuer=issuer.address, more="")
    file.write_text(text.replace("http://localhost", "https://p.gransele.example"), "utf-8")
    settings = Settings(library=tmp_path, sign_in=file, client_secret=SecretStr(SECRET))
    guard = open_door(settings).guard
    assert guard is not None

    assert ("__Host-motesminne", True) == (guard.cookie, guard.policy.is_secure)


def test_who_signs_out_is_out_at_once(browser: TestClient) -> None:
    signed_in(browser)
    kept = dict(browser.cookies)
    out = browser.post("/logga-ut")
    page = browser.get(out.headers["location"])
    browser.cookies.update(kept)  # as somebody who had copied the cookie would

    assert 401 == browser.get("/kalla/ab12").status_code
    assert strings.SIGNED_OUT_TITLE in page.text
    assert "/logout?post_logout_redirect_uri=http%3A%2F%2Flocalhost%2F" in page.text


def test_a_link_signs_nobody_out(browser: TestClient) -> None:
    signed_in(browser).get("/logga-ut")

    assert 200 == browser.get("/moten").status_code


@pytest.mark.parametrize(
    "more", ["session_hours = 0.00001", "idle_minutes = 0.0005"], ids=["longest", "idle"]
)
def test_a_session_that_is_over_is_over(issuer: Provider, tmp_path: Path, more: str) -> None:
    browser = signed_in(behind(opened(issuer, tmp_path, more)))
    time.sleep(0.1)

    assert 401 == browser.get("/kalla/ab12").status_code
    assert 303 == browser.get("/", headers=PAGE).status_code


FAULTS = [
    pytest.param({"nonce": "fel"}, id="the nonce of another sign-in"),
    pytest.param({"nonce": None}, id="no nonce"),
    pytest.param({"aud": "annan"}, id="for another app"),
    pytest.param({"aud": ["annan"], "azp": CLIENT}, id="for another app, through this one"),
    pytest.param({"aud": None}, id="for nobody"),
    pytest.param({"iss": "https://annan.gransele.example"}, id="by another issuer"),
    pytest.param({"exp": 1_000_000_000}, id="of long ago"),
    pytest.param({"exp": None}, id="for ever"),
    pytest.param({"iat": 32_503_680_000}, id="of the future"),
    pytest.param({"sub": None}, id="of nobody"),
    pytest.param({"sub": 7}, id="of a number"),
]


@pytest.mark.parametrize("faults", FAULTS)
def test_no_token_is_believed_that_is(
    browser: TestClient, issuer: Provider, faults: dict[str, object]
) -> None:
    issuer.faults = faults

    refused(browser, answer_of(browser))


def refused(browser: TestClient, answer: str) -> None:
    reply = browser.get(answer)

    assert 400 == reply.status_code
    assert strings.SIGN_IN_FAILED in reply.text
    assert 401 == browser.get("/kalla/ab12").status_code


def test_no_token_is_believed_that_another_signed(browser: TestClient, issuer: Provider) -> None:
    issuer.signs_by = RSAKey.generate_key(2048, {"kid": "ett"})

    refused(browser, answer_of(browser))


def test_no_token_is_believed_that_nobody_signed(browser: TestClient, issuer: Provider) -> None:
    issuer.algorithm = "none"

    refused(browser, answer_of(browser))


def test_no_answer_is_taken_that_was_not_asked_for(browser: TestClient) -> None:
    answer = urlsplit(answer_of(browser))
    code = parse_qs(answer.query)["code"][0]

    refused(browser, f"{answer.path}?code={code}&state=nagon-annans")
    refused(browser, answer.path)
    refused(browser, f"{answer.path}?error=access_denied&error_description=Nej%0AFel")


def test_no_answer_is_taken_twice(browser: TestClient) -> None:
    answer = answer_of(browser)
    browser.get(answer)
    browser.post("/logga-ut")

    refused(browser, answer)


def test_no_answer_is_taken_by_another_browser(door: Door) -> None:
    refused(behind(door), answer_of(behind(door)))


def test_the_code_is_asked_for_with_a_challenge(browser: TestClient, issuer: Provider) -> None:
    signed_in(browser)

    assert "S256" == issuer.asked[-1]["code_challenge_method"]
    assert issuer.asked[-1]["nonce"]
    assert "openid" in issuer.asked[-1]["scope"]


def test_who_is_in_no_group_is_told_so(
    browser: TestClient, issuer: Provider, door: Door, tmp_path: Path
) -> None:
    issuer.next_user = "mira"
    reply = browser.get(answer_of(browser))

    assert 403 == reply.status_code
    assert strings.NO_GROUP.format(name="mira@gransele.example") in reply.text
    assert 401 == browser.get("/kalla/ab12").status_code
    assert ["turned away"] == [line["did"] for line in log(tmp_path)]


def log(folder: Path) -> list[dict[str, str]]:
    files = sorted(log_folder(folder / "bibliotek").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def test_groups_are_asked_for_where_the_token_has_none(
    browser: TestClient, issuer: Provider, door: Door
) -> None:
    issuer.groups_in_token = False
    signed_in(browser)

    assert 200 == browser.get("/moten").status_code


def test_no_groups_of_somebody_else_are_taken(browser: TestClient, issuer: Provider) -> None:
    issuer.groups_in_token, issuer.tells_of = False, "hasse"

    refused(browser, answer_of(browser))


def test_it_is_noted_who_signs_in_and_out(browser: TestClient, tmp_path: Path) -> None:
    signed_in(browser)
    browser.post("/logga-ut")

    assert [("ylva@gransele.example", "signed in"), ("ylva@gransele.example", "signed out")] == [
        (line["who"], line["did"]) for line in log(tmp_path)
    ]


def test_a_reader_may_send_no_files(browser: TestClient, issuer: Provider) -> None:
    issuer.next_user = "hasse"
    signed_in(browser)

    assert 403 == browser.put("/_stcore/upload_file/a/b", content=b"x").status_code


def test_signing_in_too_often_has_to_wait(issuer: Provider, tmp_path: Path) -> None:
    browser = behind(opened(issuer, tmp_path, "limits = {sign_ins_per_minute = 2}"))
    replies = [browser.get("/logga-in") for _ in range(3)]

    assert [302, 302, 429] == [reply.status_code for reply in replies]
    assert "För många inloggningar på kort tid." in replies[2].text


def test_callers_behind_a_trusted_proxy_are_told_apart(issuer: Provider, tmp_path: Path) -> None:
    more = 'trusted_proxies = ["testclient"]\nlimits = {sign_ins_per_minute = 1}'
    browser = behind(opened(issuer, tmp_path, more))
    replies = [
        browser.get("/logga-in", headers={"x-forwarded-for": f"1.2.3.4, 192.0.2.{n}"})
        for n in (7, 8, 8)
    ]

    assert [302, 302, 429] == [reply.status_code for reply in replies]


def test_an_issuer_that_does_not_answer_is_a_sentence(tmp_path: Path) -> None:
    browser = behind(opened(Provider(users={}, address="http://127.0.0.1:9"), tmp_path))
    reply = browser.get("/logga-in")

    assert 502 == reply.status_code
    assert strings.SIGN_IN_UNREACHABLE in reply.text


def test_a_second_answer_of_who_is_in_already_leads_in(browser: TestClient) -> None:
    answer = answer_of(browser)
    signed_in(browser)

    assert (303, "/") == (
        (reply := browser.get(answer)).status_code,
        reply.headers["location"],
    )


@given(st.text(alphabet="/\\.:@?#a%\n\t ", max_size=12))
def test_nobody_is_led_elsewhere(wanted: str) -> None:
    led = local_path(wanted)

    assert led.startswith("/")
    assert not led.startswith(("//", "/\\"))
    assert led.isprintable()
