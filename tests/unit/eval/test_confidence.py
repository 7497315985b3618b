import numpy as np
import pytest

from eval.confidence import Asked, calibration_error, held_out, train


def asked(rows: int, *, seed: int = 1) -> Asked:
    """Return questions whose first sign tells whether they are answered; the last does not."""
    random = np.random.default_rng(seed)
    answerable = random.random(rows) < 0.5
    telling = answerable + random.normal(0, 0.5, rows)
    return Asked(
        signs=np.column_stack([telling, random.normal(size=rows)]),
        answerable=answerable,
        elsewhere=np.zeros(rows, dtype=bool),
        part=np.arange(rows) % 4,
    )


def test_what_tells_gets_the_weight() -> None:
    model = train([asked(400), asked(100, seed=2)])

    assert model.weights[0] > 5 * abs(model.weights[1])


def test_those_answered_elsewhere_train_nothing() -> None:
    plain = asked(200)
    odd = Asked(
        signs=np.vstack([plain.signs, np.full((50, 2), 9.0)]),
        answerable=np.append(plain.answerable, np.zeros(50, dtype=bool)),
        elsewhere=np.append(plain.elsewhere, np.ones(50, dtype=bool)),
        part=np.append(plain.part, np.zeros(50, dtype=int)),
    )

    assert train([plain]).weights == pytest.approx(train([odd]).weights)


def test_a_set_counts_as_much_however_often_its_questions_are_asked() -> None:
    few, many = asked(100), asked(300, seed=2)
    twice = Asked(*(np.concatenate([column, column]) for column in (
        many.signs, many.answerable, many.elsewhere, many.part
    )))  # fmt: skip

    assert train([few, many]).weights == pytest.approx(train([few, twice]).weights, rel=0.02)


def test_held_out_questions_are_told_apart() -> None:
    sets = {"ett": asked(200), "två": asked(200, seed=2)}

    sure = held_out(sets, "ett")

    right = sets["ett"].answerable
    assert sure[right].mean() > sure[~right].mean() + 0.4


@pytest.mark.parametrize(
    ("sure", "answerable", "expected"),
    [
        pytest.param([0.5, 0.5], [True, False], 0.0, id="half sure and half right"),
        pytest.param([1.0, 1.0], [False, False], 1.0, id="sure and never right"),
        pytest.param([0.9, 0.1], [True, False], 0.1, id="not sure enough"),
    ],
)
def test_calibration_is_held_against_what_came_true(
    sure: list[float], answerable: list[bool], expected: float
) -> None:
    assert calibration_error(np.array(sure), np.array(answerable)) == pytest.approx(expected)
