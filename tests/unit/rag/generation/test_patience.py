"""A reply is waited for only so long."""

from collections.abc import Iterator
from threading import Event
from time import monotonic, sleep

import pytest

from rag.errors import LanguageModelError
from rag.generation.patience import patiently
from rag.generation.pieces import Piece


def wait(source: Iterator[Piece], *, first_s: float = 5, total_s: float = 5) -> list[str]:
    limits = {"first_s": first_s, "total_s": total_s}
    return [p.text for p in patiently(lambda: source, name="m", most_chars=100, **limits)]


def slowly(*waits: float) -> Iterator[Piece]:
    for number, seconds in enumerate(waits):
        sleep(seconds)
        yield Piece(str(number))


def test_all_pieces_come_in_order() -> None:
    assert ["0", "1", "2"] == wait(slowly(0, 0, 0))


@pytest.mark.parametrize(
    ("waits", "first_s", "total_s", "said"),
    [
        pytest.param((1,), 0.05, 5, "började inte svara inom 0.05 sekunder", id="first"),
        pytest.param((0, 1), 5, 0.05, "blev inte klar inom 0.05 sekunder", id="total"),
        pytest.param((1,), 5, 0.05, "började inte svara", id="total before first"),
    ],
)
def test_nobody_waits_longer_than_the_limits(
    waits: tuple[float, ...], first_s: float, total_s: float, said: str
) -> None:
    start = monotonic()

    with pytest.raises(LanguageModelError, match=said):
        wait(slowly(*waits), first_s=first_s, total_s=total_s)

    assert monotonic() - start < 0.8


def test_a_model_that_never_stops_is_left() -> None:
    def endless() -> Iterator[Piece]:
        while True:
            yield Piece("och så vidare ")

    with pytest.raises(LanguageModelError, match="utan att bli klar"):
        wait(endless())


def test_an_error_comes_after_what_was_written() -> None:
    def breaking() -> Iterator[Piece]:
        yield Piece("Taket")
        raise LanguageModelError("Trasig")

    found = patiently(breaking, name="m", first_s=5, total_s=5, most_chars=9)

    assert Piece("Taket") == next(found)
    with pytest.raises(LanguageModelError, match="Trasig"):
        next(found)


def test_the_source_is_closed_when_nobody_reads_on() -> None:
    closed = Event()

    def source() -> Iterator[Piece]:
        try:
            while True:
                yield Piece("")
        finally:
            closed.set()

    found = patiently(source, name="m", first_s=5, total_s=5, most_chars=9)
    next(found)
    found.close()

    assert closed.wait(timeout=5)
