"""Waiting for an answer can be stopped."""

import time
from collections.abc import Iterator
from threading import Event

import pytest

from rag.errors import LanguageModelError
from ui.backends.awaiting import awaited


class Stopped(BaseException):
    """As what stops a run of the page is no ordinary exception."""


def stop() -> None:
    raise Stopped


def test_what_is_made_comes_in_its_order() -> None:
    assert [1, 2, 3] == list(awaited(iter([1, 2, 3]), stop))


def test_an_error_comes_after_what_was_made_before_it() -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise LanguageModelError("Modellen svarar inte.")

    values = awaited(failing(), stop)

    assert 1 == next(values)
    with pytest.raises(LanguageModelError):
        next(values)


def test_a_silent_maker_is_stopped_and_asked_for_no_more() -> None:
    release, asked = Event(), list[int]()

    def slow() -> Iterator[int]:
        for number in range(3):
            release.wait(5)
            asked.append(number)
            yield number

    started = time.monotonic()
    with pytest.raises(Stopped):
        next(awaited(slow(), stop))

    assert time.monotonic() - started < 2
    release.set()
    time.sleep(0.05)
    assert [0] == asked
