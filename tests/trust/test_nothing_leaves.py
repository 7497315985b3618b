"""No process of ours asks for anybody outside this machine, whatever command it runs.

Every process starts under `guard/sitecustomize.py`, which refuses and notes what it asks for.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from tiny_models import write_embedder
from websockets.sync.client import connect

import ingest
from eval.serving import serving

# Under the guard nobody is reached, not even a Chroma server on this machine.
pytestmark = pytest.mark.embedded

GUARD = Path(__file__).parent / "guard"
ROOT = GUARD.parents[2]
SAMPLES = Path(ingest.__file__).parent / "samples"
GATE = ROOT / "eval" / "data" / "gate.jsonl"

# What is set in a user's shell, and would have some of our libraries ask and tell.
TEMPTING = {
    "ANONYMIZED_TELEMETRY": "True",
    "CHROMA_ANONYMIZED_TELEMETRY": "True",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "true",
    "HF_HUB_OFFLINE": "0",
    "HF_HUB_DISABLE_TELEMETRY": "0",
    "LANGSMITH_TRACING": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_API_KEY": "lsv2_påhittad",
}

ONE_PROCESS = """
import json, sys
from ui.cli import main

for line in sys.stdin:
    sys.argv = ["motesminne", *json.loads(line)]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Starts programs under the guard, and knows what they tried."""

    noted: Path
    library: Path

    def run(self, *command: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        """Run a Python program to its end."""
        return subprocess.run(  # noqa: S603 - our own scripts
            [sys.executable, *command],
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def commands(self, *commands: tuple[object, ...]) -> None:
        """Run `motesminne` with each of the lists of arguments, in one process."""
        lines = "".join(f"{json.dumps([str(a) for a in command])}\n" for command in commands)
        ran = self.run("-c", ONE_PROCESS, given=lines)
        assert (0, "") == (ran.returncode, ran.stderr)

    @property
    def tried(self) -> list[str]:
        """Each attempt to reach somebody."""
        lines = self.noted.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line != "seccomp"]


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Watched:
    noted = tmp_path / "försök.txt"
    noted.touch()
    library = tmp_path / "library"
    ours = {
        "PYTHONPATH": os.pathsep.join([str(GUARD), str(ROOT)]),
        "MOTESMINNE_TEST_NOTED": str(noted),
        "MOTESMINNE_LIBRARY": str(library),
    }
    for name, value in (TEMPTING | ours).items():
        monkeypatch.setenv(name, value)
    return Watched(noted=noted, library=library)


def test_the_guard_notices_who_asks(watched: Watched) -> None:
    ran = watched.run("-c", "import urllib.request as r; r.urlopen('http://minutes.example')")

    assert 1 == ran.returncode
    assert ["minutes.example" in line for line in watched.tried] == [True]


@pytest.mark.skipif(sys.platform != "linux", reason="the system's own guard is Linux's")
def test_the_guard_ends_what_goes_past_python(watched: Watched) -> None:
    """A library in C or Rust connects without telling Python."""
    native = "import ctypes; ctypes.CDLL(None).connect(0, b'', 0)"

    assert 0 > watched.run("-c", native).returncode


def test_what_reads_files_reaches_not_even_this_machine() -> None:
    script = (
        "import socket, sys; from ingest.worker import refuse_network; "
        "sys.addaudithook(refuse_network); socket.create_connection(('127.0.0.1', 9))"
    )
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert "PermissionError: socket." in ran.stderr


def test_files_are_read_asked_and_summarised_without_asking_anybody(
    watched: Watched, minutes_folder: Path
) -> None:
    paper = SAMPLES / "samordningsforbundet-ljusan" / "minnesanteckningar-hosten-2024.pdf"

    watched.commands(
        ("ingest", minutes_folder, paper),
        ("ask", "Vad beslutades om skolskjuts?"),
        ("search", "skolskjuts", "--json"),
        ("summarise", "--topic", "skolskjuts"),
        ("doctor",),
    )

    assert [] == watched.tried


@pytest.mark.slow
def test_nor_is_anybody_asked_for_all_samples_and_measurements(watched: Watched) -> None:
    watched.commands(
        ("ingest", "--samples"),
        ("ask", "Vad sa kommunerna om ESF?"),
        ("ask", "Vem ersatte Elenor?"),
        ("summarise", "--topic", "skolskjuts"),
        ("register", "decisions"),
        ("eval", "run", GATE, "--report", watched.noted.parent / "mätt.html"),
    )

    assert [] == watched.tried


@pytest.mark.slow
def test_nor_with_a_model_of_sentence_transformers(
    watched: Watched, minutes_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = write_embedder(watched.noted.parent / "modell")
    monkeypatch.setenv("MOTESMINNE_EMBEDDING_MODEL", str(model))

    watched.commands(("ingest", minutes_folder), ("ask", "Vad beslutades om skolskjuts?"))

    assert [] == watched.tried


@pytest.mark.slow
def test_the_app_is_served_without_asking_anybody(watched: Watched, minutes_folder: Path) -> None:
    watched.commands(("ingest", minutes_folder))

    with serving(watched.library) as served:
        told = _opened(served.address.replace("http://", "ws://"))

    assert "Mötesminne" in told
    assert [] == watched.tried


def _opened(address: str) -> str:
    """Open the app's first page as a browser does; return what it was sent until all was."""
    told = ""
    with connect(f"{address}/_stcore/stream", compression=None) as page:
        page.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        while True:
            message = ForwardMsg.FromString(page.recv(timeout=60, decode=False))
            told += str(message.delta) + str(message.navigation) + str(message.page_config_changed)
            if message.WhichOneof("type") == "script_finished":
                assert ForwardMsg.FINISHED_SUCCESSFULLY == message.script_finished
                return told
