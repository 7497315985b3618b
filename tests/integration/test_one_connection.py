"""Many threads ask over one connection at once, as those of a server do."""

import subprocess
import sys
from pathlib import Path

import pytest

# In a process of its own: threads that wait for each other here would be waited for by everyone.
PROGRAM = """
import sys, threading, time
from pathlib import Path
from rag.access import Access, EVERYTHING
from rag.storing.database import Database

directory, access = Path(sys.argv[1]), Access.of(sys.argv[2])
rows = [(str(number), f"Nämnd {number % 50}") for number in range(500)]
Database.open(directory, EVERYTHING).each(
    "insert into document (id, ready, text, pages, warnings, minutes, title, kind, body) "
    "values (?, 1, '', '', '', '', '', '', ?)", rows)
database, end = Database.open(directory, access), time.monotonic() + 1
ASKED = "select count(*) from document where id <> ? and body in (select body from document " \\
    "group by body having casefold(body) = casefold(?))"

def ask():
    while time.monotonic() < end:
        assert 10 == database.value(ASKED, ["", "NÄMND 3"])
        database.rows(f"select id from document where {time.monotonic_ns()} = 0 or id = ?", [""])

threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads:
    thread.start()
"""


@pytest.mark.parametrize(
    "access", [pytest.param("", id="all"), pytest.param('["Nämnd 3"]', id="part")]
)
def test_many_threads_share_a_connection(access: str, tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, tmp_path, access],
        check=False,
        timeout=60,
        capture_output=True,
    )

    assert (0, b"") == (done.returncode, done.stderr)
