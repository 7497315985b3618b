"""Tell what a task is about: the words that a later sentence must share to be about it too."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import compress

from rag.items import Action, Item
from rag.minutes import Document
from rag.registers.cues import TICKED, past_of
from rag.swedish.matching import Subject
from rag.swedish.registration import Registration, read_registration
from rag.swedish.words import fold, is_content, stem, words

# What many tasks have in common tells none of them.
COMMON = frozenset(
    """
    fixa fixar kolla kollar titta tittar göra gör ska skall få får fick uppdrag uppdraget uppdra
    uppdrar uppdrogs ansvara ansvarar ansvarig ombeds lovade lovar återkommer återkomma återkom
    ta tar fram ser se gå går ge ger kan vill behöver måste bör upp ut in till med igen lite sen
    sedan snarast senast före innan deadline klart nästa möte mötet mötena gång träff träffen nytt
    ny nya dess eventuellt ev även också samt hos vidare frågan ärendet beslutet beslut förslag
    förslaget förslagen nämnden styrelsen kommunen föreningen gruppen underlag underlaget ärendet
    fråga frågor hjälper hjälp försöker försöka undersöker undersöka meddelar berättar tillsammans
    högst minst
    max cirka ca typ todo att-göra göra-lista uppgift åtgärd mer bra lite extra några hela bara
    """.split()
)
TIMES = frozenset(
    """
    januari februari mars april maj juni juli augusti september oktober november december måndag
    tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen vecka
    veckan veckor dag dagen idag imorgon ikväll våren hösten sommaren vintern jul kronor kr
    """.split()
)
PRONOUNS = frozenset("han hon den de vi jag hen alla nagon styrelsen".split())
# After these stands a verb, as it does where a task begins.
BEFORE_VERB = frozenset("att ska skall måste behöver kan får bör ombeds lovade vill och".split())
REPORT = re.compile(
    r"\b(?:redovis|återrapporter|rapporter|följ\w{0,3}\supp|uppfölj|utvärder|utred|återkom)",
    re.IGNORECASE,
)
# A verb tells less than what it is done with.
OF_VERBS = 0.5
SHORTEST_ROOT = 4
START = 4
LONGEST_ROOT = 6
KEY_LENGTH = 8


@dataclass(frozen=True)
class Task:
    """An action of a meeting, and what it is known by."""

    document: Document
    item: Item
    action: Action

    @cached_property
    def text(self) -> str:
        """Return the task in one line, as printed."""
        return " ".join(self.action.span.of(self.document.text).split())

    @cached_property
    def _words(self) -> list[str]:
        return words(self.text)

    @cached_property
    def key(self) -> str:
        """Return what the task is called, which no new reading of the file changes.

        It follows from the meeting's day and body and the task's own words.
        """
        minutes = self.document.minutes
        day = minutes.date.iso if minutes.date else ""
        told = "\n".join((day, fold(minutes.body or ""), " ".join(self._words)))
        return hashlib.sha256(told.encode()).hexdigest()[:KEY_LENGTH]

    @cached_property
    def registration(self) -> Registration | None:
        """Return the number of the matter that the task belongs to."""
        return read_registration(self.item.registration_number or "")

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the words of who is to do it, without å, ä and ö."""
        return frozenset(fold(word) for word in words(self.action.who or "")) - PRONOUNS

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Return the words that tell it from other tasks, each once."""
        dropped = {*self.names, *map(fold, words(self.action.due or ""))}
        return tuple(
            word
            for word in dict.fromkeys(self._words)
            if _is_telling(word) and fold(word) not in dropped
        )

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Return the telling words that stand where verbs do."""
        who = {fold(word) for word in words(self.action.who or "")}
        said = [word for word in self._words if fold(word) not in who]
        before = ["att", *said]
        return frozenset(
            word
            for previous, word in zip(before, said, strict=False)
            if previous in BEFORE_VERB and past_of(word) and word in self.telling
        )

    @cached_property
    def things(self) -> tuple[str, ...]:
        """Return the telling words that are no verbs: what the task is done with."""
        return tuple(word for word in self.telling if word not in self.verbs)

    @cached_property
    def past(self) -> frozenset[str]:
        """Return the past forms of its verbs."""
        return frozenset[str]().union(*map(past_of, self.verbs))

    @cached_property
    def subject(self) -> Subject:
        """Return its telling words, weighed, those of `things` first."""
        return Subject(self._weights)

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """Return what those words begin with, in whatever form they are printed."""
        return tuple(map(_root, self._weights))

    @cached_property
    def starts(self) -> frozenset[str]:
        """Return how the words of its things begin."""
        return frozenset(root[:START] for root in self.roots[: len(self.things)])

    def share(self, known: Sequence[bool]) -> float:
        """Return the weight of the words that are *known*, in the order of `roots`, 0 to 1."""
        weights = self._weights.values()
        return sum(compress(weights, known)) / sum(weights)

    @cached_property
    def _weights(self) -> dict[str, float]:
        verbs = (word for word in self.telling if word in self.verbs)
        return dict.fromkeys(self.things, 1.0) | dict.fromkeys(verbs, OF_VERBS)

    @cached_property
    def is_ticked(self) -> bool:
        """Tell whether its own line says that it is done."""
        return TICKED.search(self._line) is not None

    @property
    def _line(self) -> str:
        text, span = self.document.text, self.action.span
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        return text[start : end if end >= 0 else len(text)]

    @cached_property
    def is_report(self) -> bool:
        """Tell whether it is to come back to the body with something."""
        return REPORT.search(self.text) is not None


def tasks_of(document: Document) -> Iterable[Task]:
    """Yield the tasks of *document* in the order of the text, each once."""
    seen = set()
    for item in document.minutes.all_items:
        for action in item.actions:
            if action.span not in seen:
                seen.add(action.span)
                yield Task(document, item, action)


@lru_cache(maxsize=10_000)
def _is_telling(word: str) -> bool:
    return not (word in COMMON or word in TIMES or word[0].isdigit()) and is_content(word)


def _root(word: str) -> str:
    """Return the part of *word* that its inflections share."""
    root = stem(word)[:LONGEST_ROOT]
    return root if len(root) >= SHORTEST_ROOT else word
