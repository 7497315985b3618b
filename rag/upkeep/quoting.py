"""Find in JSON what quotes a document, so that it can go when the document goes."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

WORD = re.compile(r"\w+")
# So many words in a row that stand in no other document are no chance; a short decision is few.
RUN = 3

Run = tuple[str, ...]


def runs(text: str) -> Iterator[Run]:
    """Yield every `RUN` words in a row of *text*.

    >>> list(runs("En bänk ställs ut."))
    [('en', 'bänk', 'ställs'), ('bänk', 'ställs', 'ut')]
    """
    words = WORD.findall(text.casefold())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


@dataclass(frozen=True, slots=True)
class Traces:
    """What tells a document: its names, and the runs of words that only it has."""

    names: frozenset[str]
    """Its id, its source and location, and the name of its file."""
    runs: frozenset[Run]

    def without(self, texts: Iterable[str]) -> "Traces":
        """Return these without what stands in other documents' *texts* too."""
        left = set(self.runs)
        for text in texts:
            left.difference_update(runs(text))
        return Traces(self.names, frozenset(left))

    def are_in(self, value: Any) -> bool:
        """Tell whether a JSON *value* names the document or quotes it."""
        if isinstance(value, str):
            return value in self.names or not self.runs.isdisjoint(runs(value))
        if isinstance(value, dict):
            return any(map(self.are_in, (*value, *value.values())))
        return isinstance(value, list) and any(map(self.are_in, value))

    def are_in_file(self, content: str) -> bool:
        """Tell the same of a file's *content*, JSON or not."""
        try:
            return self.are_in(json.loads(content))
        except ValueError:
            return self.are_in(content)

    def left_of(self, lines: str) -> str:
        """Return those of *lines*, each a JSON value, that neither name nor quote it."""
        kept = (line for line in lines.splitlines(keepends=True) if not self.are_in_file(line))
        return "".join(kept)
