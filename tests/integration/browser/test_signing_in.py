"""People of different groups sign in: each sees their own bodies' minutes, on every way to them."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from identity_provider import SECRET, Provider, User, serving_issuer
from playwright.sync_api import Page, expect
from walking import ask, confirm, drop, file, go_to, press

from eval.serving import serving
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings
from ui import strings
from ui.guarding.audit import log_folder

USERS = {
    "tova": User(sub="tova", name="Tova Lindhem", groups=("idrott",)),
    "hedda": User(sub="hedda", name="Hedda Forslund", groups=("kultur",)),
    "arvid": User(sub="arvid", name="Arvid Skog", groups=("kansli", "idrott")),
    "mira": User(sub="mira", name="Mira Nordin", groups=("annat",)),
}
FILE = """
issuer = "{issuer}"
client_id = "motesminne"
address = "http://127.0.0.1:{port}"
session_hours = {hours}

[groups.idrott]
bodies = ["Idrottsnämnden i Gransele"]
role = "editor"

[groups.kultur]
bodies = ["Kulturnämnden i Gransele"]
role = "reader"

[groups.kansli]
bodies = "*"
role = "admin"
"""
SPORT = """Idrottsnämnden i Gransele
Protokoll {day}

Närvarande: Tova Lindhem, Arvid Skog

§ 1 Ishallen
Ishallen i Norrvik får ett nytt kylaggregat.
Beslut: Idrottsnämnden beslutade att köpa ett kylaggregat för 900 000 kronor.
"""
CULTURE = """Kulturnämnden i Gransele
Protokoll {day}

Närvarande: Hedda Forslund

§ 1 Bokbussen
Bokbussen ersätts av en lådcykel.
Beslut: Kulturnämnden beslutade att sälja bokbussen för 40 000 kronor.
"""
BUS, RINK = "Vad beslutades om bokbussen?", "Vad beslutades om ishallen?"
BRIEF_HOURS = 20 / 3600  # long enough to come in, on a machine however busy


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with a meeting of each of two bodies."""
    minutes = tmp_path_factory.mktemp("minutes")
    (minutes / "ishallen.txt").write_text(SPORT.format(day="2024-03-04"), encoding="utf-8")
    (minutes / "bokbussen.txt").write_text(CULTURE.format(day="2024-04-08"), encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("two") / "bibliotek")
    ingest([minutes], open_store(settings), settings=settings)
    return settings.library


@pytest.fixture(scope="module")
def issuer() -> Iterator[Provider]:
    with serving_issuer(Provider(users=USERS)) as provider:
        yield provider


@contextmanager
def opened(library: Path, issuer: Provider, *, hours: float = 8) -> Iterator[str]:
    """Serve *library* to who signs in; sessions last so many *hours*."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    policy = library.with_name(f"inloggning-{port}.toml")
    policy.write_text(FILE.format(issuer=issuer.address, port=port, hours=hours), encoding="utf-8")
    variables = {"MOTESMINNE_SIGN_IN": str(policy), "MOTESMINNE_CLIENT_SECRET": SECRET}
    with serving(library, port=port, variables=variables) as served:
        yield served.address


@pytest.fixture(scope="module")
def address(library: Path, issuer: Provider) -> Iterator[str]:
    with opened(library, issuer) as served:
        yield served


def came_in(page: Page, address: str, who: str, path: str = "/") -> Page:
    """Go to a page, be sent to the issuer, sign in as *who*, and be sent back there."""
    page.goto(f"{address}{path}")
    page.get_by_role("link", name=who, exact=True).click()
    page.locator(".account").wait_for()
    return page


def of(library: Path, body: str) -> str:
    """Return the id of the first meeting of a body."""
    held = open_store(Settings(library=library)).library.meetings()
    return next(str(one.document_id) for one in held if body in (one.body or ""))


def status(page: Page, path: str) -> int:
    """Return what the server answers when the page asks for *path*."""
    told: int = page.evaluate("async (path) => (await fetch(path)).status", path)
    return told


def test_who_signs_in_is_led_to_the_page_that_was_wanted(page: Page, address: str) -> None:
    came_in(page, address, "tova", "/moten")

    expect(page.get_by_role("heading", name=strings.MEETINGS_TITLE)).to_be_visible()
    expect(page.locator(".account")).to_contain_text("Inloggad som tova@gransele.example")


def test_each_sees_the_minutes_of_their_bodies_and_no_others(
    page: Page, address: str, library: Path
) -> None:
    came_in(page, address, "hedda", "/moten")
    expect(page.locator(".meeting")).to_have_count(1)
    expect(page.locator("body")).to_contain_text("Kulturnämnden")
    expect(page.locator("body")).not_to_contain_text("Idrottsnämnden")

    go_to(page, strings.ASK)
    ask(page, BUS)
    expect(page.locator(".turn").last).to_contain_text("sälja bokbussen")
    ask(page, RINK)
    expect(page.locator(".turn").last).to_contain_text(strings.NOT_FOUND)
    expect(page.locator("body")).not_to_contain_text("kylaggregat")


def test_no_address_leads_to_the_minutes_of_others(page: Page, address: str, library: Path) -> None:
    own, others = of(library, "Kulturnämnden"), of(library, "Idrottsnämnden")
    came_in(page, address, "hedda")

    assert 200 == status(page, f"/kalla/{own}")
    assert [404] * 3 == [
        status(page, f"/kalla/{others}{end}") for end in ("", "/sidor", "/sida/1.png")
    ]
    page.goto(f"{address}/moten?mote={others}")
    expect(page.locator("body")).to_contain_text(strings.MEETING_GONE)
    page.goto(f"{address}/?doc={others}&start=0&end=9")
    expect(page.locator(".source-pane")).to_contain_text(strings.SOURCE_GONE)
    page.goto(f"{address}/register")
    expect(page.locator(".register")).to_contain_text("sälja bokbussen")
    expect(page.locator("body")).not_to_contain_text("kylaggregat")


def test_a_reader_has_no_pages_and_buttons_of_others(page: Page, address: str) -> None:
    came_in(page, address, "hedda", "/moten")
    page.locator(".meeting").first.click()
    page.get_by_role("button", name=strings.BACK).wait_for()
    page.locator(".summary").wait_for()

    told = " ".join(page.get_by_test_id("stTopNavLink").all_inner_texts())
    assert strings.ASK in told
    assert not any(name in told for name in (strings.ADD, strings.EVALUATION, strings.AUDIT))
    for name in (strings.CORRECT, strings.REMOVE, strings.SUMMARY_UNDO):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    page.goto(f"{address}/lagg-till")
    expect(page.get_by_test_id("stFileUploader")).to_have_count(0)


def test_an_editor_adds_minutes_of_their_own_body_only(
    page: Page, address: str, library: Path
) -> None:
    came_in(page, address, "tova", "/lagg-till")
    drop(
        page,
        file("egna.txt", SPORT.format(day="2024-09-02")),
        file("andras.txt", CULTURE.format(day="2024-09-09")),
        file("bokbussen.txt", CULTURE.format(day="2024-04-08")),
    )
    told = strings.ADD_OTHERS.format(body="Kulturnämnden i Gransele")
    expect(page.get_by_text(told)).to_have_count(1)
    expect(page.get_by_text(strings.ADD_OTHERS_KNOWN)).to_have_count(1)
    confirm(page)

    days = [
        one.date.iso for one in open_store(Settings(library=library)).library.meetings() if one.date
    ]
    assert sorted(days) == ["2024-03-04", "2024-04-08", "2024-09-02"]


def test_who_signs_out_is_out_in_every_tab(page: Page, address: str, library: Path) -> None:
    came_in(page, address, "hedda", "/moten")
    other = page.context.new_page()
    other.goto(f"{address}/moten")
    other.locator(".meeting").first.wait_for()

    press(page, strings.SIGN_OUT)
    expect(page.get_by_role("heading", name=strings.SIGNED_OUT_TITLE)).to_be_visible()
    other.locator(".meeting").first.click()

    expect(other.locator("body")).to_contain_text(strings.SESSION_OVER)
    assert 401 == status(other, f"/kalla/{of(library, 'Kulturnämnden')}")
    page.goto(address)
    expect(page.get_by_role("link", name="hedda")).to_be_visible()


def test_who_signs_in_after_another_sees_nothing_of_theirs(page: Page, address: str) -> None:
    came_in(page, address, "hedda")
    ask(page, BUS)
    talk = page.url
    press(page, strings.SIGN_OUT)
    page.get_by_role("heading", name=strings.SIGNED_OUT_TITLE).wait_for()
    came_in(page, address, "tova", talk.removeprefix(address))

    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("okbussen")


def test_who_is_in_no_group_sees_a_sentence(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="mira", exact=True).click()

    expect(page.get_by_role("heading", name=strings.NO_GROUP_TITLE)).to_be_visible()
    assert 401 == status(page, "/kalla/ab12")


def test_a_session_that_is_over_leads_to_signing_in(
    page: Page, issuer: Provider, library: Path
) -> None:
    with opened(library, issuer, hours=BRIEF_HOURS) as served:
        came_in(page, served, "hedda", "/moten")
        page.locator(".meeting").first.wait_for()
        while status(page, "/kalla/ab12") != 401:
            page.wait_for_timeout(500)
        page.locator(".meeting").first.click()

        expect(page.locator("body")).to_contain_text(strings.SESSION_OVER)
        page.reload()
        expect(page.get_by_role("link", name="hedda", exact=True)).to_be_visible()


def test_an_administrator_sees_who_did_what(page: Page, address: str, library: Path) -> None:
    came_in(page, address, "arvid")
    ask(page, RINK)
    page.goto(f"{address}/logg")
    rows = page.locator("table.log tbody tr")

    expect(rows.filter(has_text="arvid@gransele.example").first).to_be_visible()
    expect(rows.filter(has_text=strings.DEEDS["asked"]).first).to_be_visible()
    noted = "".join(file.read_text("utf-8") for file in log_folder(library).glob("*.jsonl"))
    assert "ishallen" not in noted.casefold()


def test_no_secret_is_in_the_log_or_the_library(
    page: Page, address: str, issuer: Provider, library: Path
) -> None:
    came_in(page, address, "arvid")
    ask(page, RINK)
    cookies = [one.get("value", "") for one in page.context.cookies(address)]
    hidden = [SECRET, *issuer.tokens, *(value for value in cookies if len(value) > 20)]
    written = [p for p in library.parent.rglob("*") if p.is_file() and p.suffix != ".toml"]

    assert [] == [path for path in written for one in hidden if one.encode() in path.read_bytes()]
