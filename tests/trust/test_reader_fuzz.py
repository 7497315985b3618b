"""No file, however damaged, stops, hangs or crashes what reads it, or goes without a clear word.

Files are taken by the same run as an ingest's, with its limits. `MOTESMINNE_FUZZ_S` says for how
many seconds damaged files are tried; what is found lies in `corpus/`, and is tried every time.
"""

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from mutants import NAMES, mutant

from ingest.files import Found
from ingest.limits import Limits
from ingest.pipeline import Run
from ingest.reading import CRASHED, Reading
from rag.minutes import Document, DocumentId

CORPUS = Path(__file__).parent / "corpus"
SECONDS = float(os.environ.get("MOTESMINNE_FUZZ_S", "2"))
LONGEST_S = 30.0
ROUND = 100

NOTHING = Found(files=(), skipped=(), failed=())

# Stands where tesseract does, that pictures are drawn for it however damaged they are.
TESSERACT = """#!/bin/sh
case "$1" in --list-langs) echo swe ;; *) cat >/dev/null; echo Protokoll ;; esac
"""


class _Nowhere:
    """Takes documents and keeps none; it is its own library, an empty one."""

    @property
    def library(self) -> Any:
        return self

    def add(self, documents: Sequence[Document]) -> None:
        self.kept = len(documents)

    def locate(self, location: str, source: str, document: DocumentId | None) -> None: ...

    def holds(self, document: DocumentId) -> bool:
        return False

    def located(self, location: str) -> None: ...

    def locations(self, beginning: str) -> tuple[str, ...]:
        return ()

    def files(self, document: DocumentId) -> tuple[str, ...]:
        return ()


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reading]:
    folder = tmp_path_factory.mktemp("program")
    program = folder / "tesseract"
    program.write_text(TESSERACT, encoding="ascii")
    program.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder), prepend=os.pathsep)
        with Reading(
            Limits(timeout_s=LONGEST_S, ocr_timeout_s=LONGEST_S, max_pages=200)
        ) as started:
            yield started


def faults(path: Path, reading: Reading) -> list[str]:
    """Take in the file at *path*; return what should not have become of it."""
    # What the reader takes is limited by itself; what other work on the machine takes is not ours.
    started = time.process_time()
    run = Run(_Nowhere(), reading, Limits().max_bytes, {})
    run.take(path)
    run.commit()
    took = time.process_time() - started
    said = [problem.message for problem in run.report(NOTHING).failed]
    faults = [line for line in said if CRASHED in line or "\n" in line or not line.endswith(".")]
    return faults + ([f"{path.name} tog {took:.0f} s"] if took >= LONGEST_S else [])


def _wrong(name: str, number: int, reading: Reading, folder: Path) -> list[str]:
    """Try a damaged file, and keep it when something is wrong with what became of it."""
    raw = mutant(name, number)
    path = folder / name
    path.write_bytes(raw)
    try:
        wrong = faults(path, reading)
    except Exception as error:  # noqa: BLE001 - any is a fault to be told
        wrong = [repr(error)]
    if wrong:
        kept = CORPUS / f"{path.stem}-{hashlib.sha256(raw).hexdigest()[:8]}{path.suffix}"
        kept.write_bytes(raw)
    return wrong


@pytest.mark.timeout(SECONDS * 2 + 300)
def test_a_damaged_file_is_read_or_refused(reading: Reading, tmp_path: Path) -> None:
    until = time.monotonic() + SECONDS
    tried: list[tuple[float, str, int]] = []
    found: list[tuple[str, int, list[str]]] = []

    def attempt(name: str, number: int) -> None:
        if (began := time.monotonic()) < until:
            if wrong := _wrong(name, number, reading, tmp_path):
                found.append((name, number, wrong))
            tried.append((time.monotonic() - began, name, number))

    # What is found is kept as it is: to shrink a number makes no smaller file.
    calm = settings(
        max_examples=ROUND,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    while time.monotonic() < until:
        seed(time.time_ns())(calm(given(st.sampled_from(NAMES), st.integers(0, 2**63))(attempt)))()
    slowest = " ".join(map(str, max(tried)))
    print(f"{len(tried)} skadade filer på {SECONDS:.0f} s; längst: {slowest}")  # noqa: T201 - shown with -s

    assert tried
    assert [] == found


@pytest.mark.parametrize("path", [pytest.param(p, id=p.name) for p in sorted(CORPUS.iterdir())])
def test_what_was_once_found_is_mended(path: Path, reading: Reading) -> None:
    assert [] == faults(path, reading)
