"""Put the same questions to this product and to others, each in a process of its own."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from pydantic import TypeAdapter

from eval.figures import Figures
from eval.memory import peak_mb
from eval.passages import PIECES, score_texts
from eval.peer_systems import PEERS, System
from eval.public import PublicSet
from eval.significance import interval, percentile
from rag.errors import DatasetError, MinutesError
from rag.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRow:
    """What one system came to."""

    name: str
    label: str
    figures: Figures
    pieces: int
    index_s: float
    """From texts in memory to the first question."""
    latency_p50_ms: float
    latency_p95_ms: float
    peak_mb: float | None
    """The most memory that its process held, libraries and model included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a measuring process is asked for."""

    name: str
    public: PublicSet
    settings: Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What it says: a row, or why there is none."""

    row: PeerRow | None = None
    problem: str = ""


REQUEST = TypeAdapter(Request)
REPLY = TypeAdapter(Reply)


def compare_peers(
    public: PublicSet, settings: Settings, *, names: Sequence[str] = tuple(PEERS)
) -> Iterator[PeerRow]:
    """Yield what each of the systems called *names* makes of *public*, as it is measured.

    Raises:
        DatasetError: a name is unknown.
        MinutesError: a system cannot be measured, most often because a package is not installed.
    """
    unknown = [name for name in names if name not in PEERS]
    if unknown:
        raise DatasetError(f"Systemet {unknown[0]!r} är okänt; välj bland {', '.join(PEERS)}.")
    for name in names:
        reply = _ask_process(Request(name=name, public=public, settings=settings))
        if reply.row is None:
            raise MinutesError(reply.problem)
        yield reply.row


def _ask_process(request: Request) -> Reply:
    """Measure in a new process, which has loaded nothing of what the others need."""
    with TemporaryDirectory(prefix="motesminne-") as folder:
        asked, replied = Path(folder) / "request.json", Path(folder) / "reply.json"
        asked.write_bytes(REQUEST.dump_json(request))
        # -P: what lies in the folder where the user happens to be is not our code.
        command = [sys.executable, "-P", "-m", "eval.peer_process", str(asked), str(replied)]
        ended = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")  # noqa: S603 - our own module
        if replied.exists():
            return REPLY.validate_json(replied.read_bytes())
    last = (ended.stderr.splitlines() or ["inget felmeddelande"])[-1]
    return Reply(
        problem=f"Mätningen av {PEERS[request.name].label} avbröts ({last}); "
        "pröva med färre frågor, eller mät utan det systemet med --only."
    )


def measure_peer(name: str, public: PublicSet, settings: Settings) -> PeerRow:
    """Measure one system in this very process."""
    system = PEERS[name].make(settings)
    answerable = [question for question in public.questions.questions if question.documents]
    asked = [question.question for question in answerable]
    with TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True) as folder:
        started = time.perf_counter()
        pieces = system.index(public.texts, Path(folder))
        index_s = time.perf_counter() - started
        system.rank(asked[0], limit=PIECES)  # what loads on first use loads now
        timed = [_timed(system, question) for question in asked]
    times = np.array([milliseconds for _, milliseconds in timed])
    half, most = (interval(percentile(times, share), len(times)).value for share in (0.50, 0.95))
    return PeerRow(
        name=name,
        label=PEERS[name].label,
        figures=score_texts((f for f, _ in timed), [q.documents[0] for q in answerable]),
        pieces=pieces,
        index_s=index_s,
        latency_p50_ms=half,
        latency_p95_ms=most,
        peak_mb=peak_mb(),
    )


def _timed(system: System, question: str) -> tuple[list[str], float]:
    started = time.perf_counter()
    found = system.rank(question, limit=PIECES)
    return found, (time.perf_counter() - started) * 1_000
