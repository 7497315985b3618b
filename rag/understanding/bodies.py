"""Find the body whose meetings a question speaks of, by its name, a part of it or its letters."""

import re
from collections.abc import Iterable, Iterator

from rag.swedish.words import fold, words
from rag.understanding.meeting_times import MEETING
from rag.understanding.shortforms import ShortForms

# "kommunstyrelsens senaste möte", "nätverksträffen"
OF_A_BODY = re.compile(rf"^\w{{0,3}}(?:\ (?:\w{{1,12}}\ ){{0,2}}|s?)\w{{0,9}}{MEETING}")
# "mötet i nätverket"
AT_A_BODY = re.compile(rf"{MEETING}\w{{0,5}}\ (?:i|hos|for)\ $")
# What a body's name ends with in its definite form: nätverk-et, which "nätverksträff" lacks.
DEFINITE = re.compile(r"(?:et|en|n)$")
# That ending and a genitive's s.
LONGEST_ENDING = 3
# Shorter words of a body's name are of too many others too.
TELLING = 6
WHOLE = re.compile(r"\w*")
SPEAKS_OF_MEETINGS = re.compile(MEETING)


OfBody = tuple[str, frozenset[str]]
"""A body as the library writes it, and the words of a question that mean it."""


class Bodies:
    """The bodies of one library, looked up by their names and by the words that one alone has."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = {fold(name): name for name in names}
        whole = {name.lower(): name for name in self._known.values()}
        parts = [(part, body) for name, body in whole.items() for part in set(words(name))]
        alone = {part: body for part, body in parts if len(part) >= TELLING}
        shared = {part for part, body in parts if alone.get(part, body) != body}
        named = [*whole.items(), *((p, b) for p, b in alone.items() if p not in shared)]
        self._roots = [(fold(DEFINITE.sub("", name)), name, body) for name, body in named]

    def known(self, name: str | None) -> str | None:
        """Return the body called *name*, as the library writes it."""
        return self._known.get(fold(name or ""))

    def meant(self, text: str, short_forms: ShortForms) -> OfBody | None:
        """Return the one body whose meetings *text* speaks of, and the words that say so.

        >>> Bodies(["Nätverket Ådal"]).meant("Vad sades på nätverksträffen?", ShortForms({}))[0]
        'Nätverket Ådal'
        """
        folded = fold(text)
        if not SPEAKS_OF_MEETINGS.search(folded):
            return None
        short = [
            (fold(word), word, body)
            for word in words(text)
            if (body := self.known(short_forms.long(word)))
        ]
        found = {
            body: frozenset(words(fold(name))) | said
            for root, name, body in (*self._roots, *short)
            if root in folded
            for said in _meetings_of(root, folded)
        }
        return next(iter(found.items())) if len(found) == 1 else None


def _meetings_of(root: str, folded: str) -> Iterator[frozenset[str]]:
    """Yield the words of each place where *folded* speaks of meetings of what begins so."""
    place = folded.find(root)
    while place >= 0:
        end = place + len(root)
        before, after = folded[:place], folded[end:]
        rest = WHOLE.match(after)
        ending = rest[0] if rest else ""
        is_at = AT_A_BODY.search(before) and len(ending) <= LONGEST_ENDING
        if not before[-1:].isalnum() and (is_at or OF_A_BODY.search(after)):
            yield frozenset(words(root + ending))
        place = folded.find(root, end)
