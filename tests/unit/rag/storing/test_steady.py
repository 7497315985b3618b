"""Reading many documents while others take them away."""

from dataclasses import dataclass, field
from typing import cast

import pytest

from rag.errors import ReplacedIndexError, UnknownMeetingError
from rag.storing.library import Library
from rag.storing.steady import TRIES, read_steadily, steadily

GONE = UnknownMeetingError.of("a1" * 32)


@dataclass
class Changing:
    """A library that others change as often as it is read."""

    revision: int = 1
    failures: list[Exception] = field(default_factory=list)
    """What reading comes upon, one after another."""
    is_changed: bool = True

    def read(self) -> str:
        if not self.failures:
            return "allt"
        self.revision += self.is_changed
        raise self.failures.pop(0)


class Reader:
    def __init__(self, library: Changing) -> None:
        self._library = cast("Library", library)
        self._changing = library

    @steadily
    def told(self, what: str, *, loud: bool = False) -> str:
        """Tell of the library."""
        return f"{self._changing.read()} {what}{'!' * loud}"


@pytest.mark.parametrize(
    "failures",
    [
        pytest.param([], id="nobody changes anything"),
        pytest.param([GONE], id="a document goes"),
        pytest.param([GONE, ReplacedIndexError("nya vektorer"), GONE], id="again and again"),
    ],
)
def test_what_goes_in_the_middle_is_not_missed(failures: list[Exception]) -> None:
    library = Changing(failures=list(failures))

    assert "allt om broar!" == Reader(library).told("om broar", loud=True)


def test_what_is_not_there_is_told_at_once() -> None:
    library = Changing(failures=[GONE, GONE], is_changed=False)

    with pytest.raises(UnknownMeetingError):
        read_steadily(cast("Library", library), library.read)
    assert 1 == len(library.failures)


def test_one_that_never_rests_is_given_up() -> None:
    library = Changing(failures=[GONE] * (TRIES + 1))

    with pytest.raises(UnknownMeetingError):
        read_steadily(cast("Library", library), library.read)
    assert 1 == len(library.failures)
