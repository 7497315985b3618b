"""How much of the machine's time its host gave to others."""

from pathlib import Path

import pytest

from eval.stolen import stolen


def test_the_share_is_of_the_time_since_the_last_look(tmp_path: Path) -> None:
    stat = tmp_path / "stat"
    stat.write_text("cpu 100 0 0 900 0 0 0 50 7 7\ncpu0 1 1", encoding="ascii")
    since = stolen(stat)

    stat.write_text("cpu 140 0 0 930 0 0 0 80 9 9\ncpu0 1 1", encoding="ascii")

    assert since() == pytest.approx(0.3)
    assert since() == pytest.approx(0)


def test_where_no_system_tells_nothing_was_stolen(tmp_path: Path) -> None:
    assert stolen(tmp_path / "stat")() == pytest.approx(0)
