"""The server is quiet, and hands its settings on."""

import importlib.machinery
import socket
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

import ui
from rag.errors import ServerError
from rag.settings import Settings
from ui import server


def test_the_app_reads_the_settings_the_server_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = Settings(
        library=tmp_path,
        max_file_mb=7,
        query_prefix="query: ",
        llm="openai:m",
        llm_api_key=SecretStr("hemlig"),
        llm_parameters='{"seed": 7}',
    )
    for name, value in server.environment(given).items():
        monkeypatch.setenv(name, value)

    assert given == Settings()


def test_a_taken_port_is_one_clear_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(ServerError, match=f"Porten {port} på 127.0.0.1 är upptagen"):
            server.serve(Settings(), port=port, address="127.0.0.1", open_browser=False)


ELSEWHERE = "0.0.0.0"  # noqa: S104 - what is to be refused


@pytest.mark.parametrize("address", [ELSEWHERE, "::", "192.0.2.7", "moten.gransele.example"])
def test_other_computers_are_not_let_in_without_sign_in(address: str) -> None:
    with pytest.raises(ServerError, match=rf"^Appen öppnas inte på {address}, .*--without-sign-in"):
        server.serve(Settings(), port=8501, address=address, open_browser=False)


def test_they_are_let_in_when_that_is_told() -> None:
    with socket.create_server((ELSEWHERE, 0)) as taken:
        settings = Settings(without_sign_in=True)

        with pytest.raises(ServerError, match="är upptagen"):  # so far did it come
            server.serve(
                settings, port=taken.getsockname()[1], address=ELSEWHERE, open_browser=False
            )


SIGN_IN = """
issuer = "https://login.gransele.example"
client_id = "motesminne"
address = "https://protokoll.gransele.example"
[groups.kansli]
bodies = "*"
role = "admin"
"""


def test_they_are_let_in_where_they_sign_in(tmp_path: Path) -> None:
    file = tmp_path / "inloggning.toml"
    file.write_text(SIGN_IN, encoding="utf-8")
    settings = Settings(sign_in=file, client_secret=SecretStr("hemlig"))
    with socket.create_server((ELSEWHERE, 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(ServerError, match="är upptagen"):  # so far did it come
            server.serve(settings, port=port, address=ELSEWHERE, open_browser=False)


def test_nothing_starts_where_it_is_wrong_how_they_sign_in(tmp_path: Path) -> None:
    file = tmp_path / "inloggning.toml"
    file.write_text(SIGN_IN.replace("admin", "chef"), encoding="utf-8")

    with pytest.raises(ServerError, match=r"kan groups\.kansli\.role inte vara så"):
        server.serve(Settings(sign_in=file), port=8501, address="127.0.0.1", open_browser=False)


def test_the_app_answers_under_the_name_where_they_sign_in() -> None:
    named = server.allowed_hosts(Settings(), ELSEWHERE, "protokoll.gransele.example")

    assert (*server.OWN_NAMES, "protokoll.gransele.example") == named


@pytest.mark.parametrize(
    ("address", "named", "expected"),
    [
        pytest.param("127.0.0.1", "", server.OWN_NAMES, id="this computer"),
        pytest.param("::1", "", server.OWN_NAMES, id="this computer, by IPv6"),
        pytest.param(ELSEWHERE, "", (), id="any, where the names are not known"),
        pytest.param(ELSEWHERE, "a.se, b.se", (*server.OWN_NAMES, "a.se", "b.se"), id="those told"),
        pytest.param(
            ELSEWHERE, "localhost", server.OWN_NAMES, id="this computer's, as compose has it"
        ),
    ],
)
def test_the_app_answers_under_its_own_names(
    address: str, named: str, expected: tuple[str, ...]
) -> None:
    assert expected == server.allowed_hosts(Settings(allowed_hosts=named), address)


def test_the_server_is_told_each_host() -> None:
    assert ["--server.allowedHosts=a", "--server.allowedHosts=b"] == server.command({}, "ab")[-2:]


def test_usage_statistics_are_off() -> None:
    assert "--browser.gatherUsageStats=false" in server.command(server.QUIET)


def test_no_click_waits_while_all_memory_is_looked_through() -> None:
    assert "--runner.postScriptGC=false" in server.command(server.QUIET)


def test_no_module_beside_the_app_hides_another() -> None:
    """Streamlit puts the app's folder first on the path: `ui/requests.py` would be `requests`."""
    folder = Path(ui.__file__).parent
    others = [path for path in sys.path if Path(path).resolve() not in (folder, folder.parent)]
    names = {path.stem for path in folder.glob("*.py")} - {"__init__"}

    hidden = {
        name
        for name in names
        if name in sys.stdlib_module_names
        or importlib.machinery.PathFinder.find_spec(name, others) is not None
    }

    assert set() == hidden
