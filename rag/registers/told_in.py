"""Read an item of later minutes for what it may tell of earlier tasks."""

import re
from functools import cached_property, lru_cache
from itertools import pairwise

from rag.items import Item
from rag.minutes import Document
from rag.registers.cues import is_open_still, may_tell_done
from rag.registers.task import START, Task
from rag.span import Span
from rag.swedish.registration import Registration, read_registration
from rag.swedish.sentences import sentences
from rag.swedish.words import fold, words

# Uppföljning · Föregående protokoll · Att göra sedan förra mötet · Genomgång av uppdrag
FOLLOWING_UP = re.compile(
    r"\b(?:uppfölj\w*|återkoppl\w*|återrapport\w*|föregående\s(?:möte\w*|protokoll\w*"
    r"|anteckning\w*)|förra\smötet|att[\s-]göra\w*|uppdragslista\w*|beslutslogg\w*)",
    re.IGNORECASE,
)


class Sentence:
    """A sentence of later minutes, read once for all the tasks that it may be about."""

    def __init__(self, part: "Part", span: Span) -> None:
        self.part = part
        self.span = span
        self.text = span.of(part.text)
        self.near: list[Sentence] = []
        """Those beside it, where nothing but white space in a line stands between."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words of the sentence itself."""
        return frozenset(words(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the words here and beside it, as names are compared."""
        said = self.words.union(*(one.words for one in self.near))
        return frozenset(map(_as_name, said))

    @cached_property
    def around(self) -> str:
        """Return all that a task may be known by, in small letters."""
        near = (one.text for one in self.near)
        return " ".join((self.text, self.part.item.title, *near)).lower()

    @cached_property
    def is_open_still(self) -> bool:
        """Tell whether it is of something to come, in doubt or left undone."""
        return is_open_still(self.text)

    @property
    def starts(self) -> set[str]:
        """Return how the words begin that a task may be known by."""
        near = (one.words for one in self.near)
        return {word[:START] for word in self.words.union(self.part.heading, *near)}


class Part:
    """An item of later minutes, whose sentences are read when it may tell of something."""

    def __init__(self, document: Document, item: Item) -> None:
        self.text = document.text
        self.item = item
        self._area = Span(item.heading.end, item.span.end)
        said = self._area.of(self.text)
        self.words = frozenset(words(said))
        """All that stand there, in what is still to be done too."""
        self.may_tell_done = may_tell_done(said.lower())

    @cached_property
    def heading(self) -> frozenset[str]:
        """Return the words of the item's title."""
        return frozenset(words(self.item.title))

    @cached_property
    def follows_up(self) -> bool:
        """Tell whether the item is there to follow earlier ones up."""
        return FOLLOWING_UP.search(self.item.title) is not None

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Return them but for what is still to be done."""
        read = [Sentence(self, span) for span in sentences(self.text, self._area)]
        for one, other in pairwise(read):
            if "\n" not in self.text[one.span.end : other.span.start]:
                one.near.append(other)
                other.near.append(one)
        to_come = [action.span for action in self.item.actions]
        return [one for one in read if not any(map(one.span.overlaps, to_come))]

    def is_of(self, task: Task) -> bool:
        """Tell whether the item is of the matter that *task* belongs to."""
        return bool(task.registration and self._number and self._number.may_be(task.registration))

    @cached_property
    def _number(self) -> Registration | None:
        return read_registration(self.item.registration_number or "")


@lru_cache(maxsize=10_000)
def _as_name(word: str) -> str:
    """Return *word* without å, ä and ö, and in no genitive."""
    return fold(word).removesuffix("s")
