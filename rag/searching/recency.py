"""Score how new meetings are."""

from collections.abc import Hashable, Mapping
from datetime import date
from typing import TypeVar

# A meeting counts half as much as one a year later.
HALF_LIFE_DAYS = 365.0

# What newness counts when it is asked for, beside the weights of the search.
ASKED_WEIGHT = 0.3

Key = TypeVar("Key", bound=Hashable)


def recency(days: Mapping[Key, date]) -> dict[Key, float]:
    """Return 1 for the newest of *days* and half as much for each year before it.

    >>> recency({"a": date(2024, 3, 4), "b": date(2023, 3, 5)})
    {'a': 1.0, 'b': 0.5}
    """
    newest = max(days.values(), default=date.min)
    return {key: 0.5 ** ((newest - day).days / HALF_LIFE_DAYS) for key, day in days.items()}
