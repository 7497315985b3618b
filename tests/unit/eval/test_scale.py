from pathlib import Path

from eval.scale import PARTS, _answered, _asked_row, _indexed, _recalled
from eval.scale_measures import Asked, Built
from eval.scale_recall import Recalled


def test_a_row_of_questions_tells_how_much_slower_a_larger_library_is() -> None:
    small = Asked("organ", 0.03, 2.0, 4.0, 9.0, 2.0, 3.0)
    large = Asked("organ", 0.03, 3.0, 8.0, 9.0, 3.0, 6.0)

    cells = ["100000", "organ", "3 %", "3,0 ms", "8,0 ms", "9,0 ms", "3,0 ms", "6,0 ms", "2,0×"]
    assert cells == list(_asked_row(100_000, large, small))


def test_a_row_of_answers_tells_the_goal_where_there_is_one() -> None:
    row = Asked("alla slag", 1.0, 50.0, 90.0, 100.0, 40.0, 80.0)

    cells = ["3000", "alla slag", "50,0 ms", "90,0 ms", "100,0 ms", "40,0 ms", "80,0 ms", "150 ms"]
    assert cells == list(_answered(3_000, row))
    assert "" == _answered(5_000, row)[-1]


def test_a_row_of_indexing_tells_the_rate_and_the_size_of_each_part(tmp_path: Path) -> None:
    for part in PARTS:
        (tmp_path / part).write_bytes(b"0" * 2_000_000)

    row = _indexed(Built(3_000, 200, 2.0, 3.0, None), tmp_path)

    assert ["3000", "200", "1500", "1000", "–", "2 MB", "2 MB", "2 MB"] == list(row)


def test_recall_has_a_row_for_each_share_of_the_documents() -> None:
    rows = list(_recalled(Recalled("vår", 10_000, 5.0, [(1.0, 0.9991, 2.0), (0.1, 1.0, 9.5)])))

    assert [
        ["10000", "vår", "2000/s", "100 %", "0,9991", "2,0 ms"],
        ["10000", "vår", "2000/s", "10 %", "1,0000", "9,5 ms"],
    ] == [list(row) for row in rows]
