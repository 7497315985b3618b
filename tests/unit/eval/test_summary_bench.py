"""How fast a long protokoll is summarised."""

import pytest

from eval.summary_bench import WORDS_A_PAGE, long_minutes, main
from eval.temporary import make_document


def test_the_items_of_long_minutes_are_numbered_through() -> None:
    items = make_document("protokoll.md", long_minutes(2)).minutes.items

    assert [f"§ {n}" for n in range(1, len(items) + 1)] == [item.number for item in items]
    assert len(long_minutes(2).split()) >= 2 * WORDS_A_PAGE


def test_every_length_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--pages", "2"])

    told = capsys.readouterr().out
    assert all(length in told for length in ("kort", "normal", "lång"))
