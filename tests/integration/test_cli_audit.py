"""The command line shows who did what, when it was there and then, and to how much."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from command_line import run

from ui import local
from ui.guarding.audit import Deed, Log, log_folder
from ui.guarding.person import Person


def test_the_log_is_told_as_swedish_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path))
    log = Log(log_folder(tmp_path), days=7)
    for meetings in (1, 2345):
        log.note(Person(id="1", name="Ylva Ekmark", grants=()), Deed.ASKED, "decision", meetings)
    today = datetime.now(tz=UTC).date()
    entry, _ = log.entries(today, today)
    at = local.moment(datetime.fromisoformat(entry.time))

    first, second = run("audit").out.splitlines()

    assert first.startswith(f"{at}  Ylva Ekmark  ")
    assert first.endswith(" (1\N{NO-BREAK SPACE}möte)")
    assert second.endswith(" (2\N{NO-BREAK SPACE}345\N{NO-BREAK SPACE}möten)")
