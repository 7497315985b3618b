"""What the app's benchmark asks, and how it writes what it measured."""

from eval.app_bench import Waited, _row, questions


def test_each_user_asks_questions_of_its_own_and_the_same_every_time() -> None:
    asked = questions(3, 5)

    assert asked == questions(3, 5)
    assert [5, 5, 5] == [len(set(own)) for own in asked]
    assert len({tuple(own) for own in asked}) == 3


def test_a_row_tells_median_95th_percentile_longest_and_goal() -> None:
    waited = Waited(what="Allt", milliseconds=[100.0] * 19 + [2000.0], goal=300)

    assert ("Allt", "20", "100 ms", "195 ms", "2000 ms", "300 ms") == tuple(
        cell.replace("\N{NO-BREAK SPACE}", " ") for cell in _row(waited)
    )
