"""Say of a value that was read how sure it is and where it stands."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from rag.minutes import Sureness
from rag.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A field of the minutes as it was read."""

    value: T
    sureness: Sureness
    span: Span | None = None
    """`None` when it is not printed in the text."""


def value_of(found: Found[T] | None) -> T | None:
    """Return what was found, without how."""
    return found.value if found else None
