"""What the command line pays for at every question."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "package", ["rag.generation.generator", "rag.summarising.meeting", "chromadb"]
)
def test_a_plain_question_does_without(package: str) -> None:
    program = f"import sys, rag.assembling.assembly; sys.exit({package!r} in sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], check=False)  # noqa: S603

    assert done.returncode == 0
