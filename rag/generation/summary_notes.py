"""The Swedish sentences that tell how a summary with a language model was made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rag.generation import notes
from rag.generation.checking import Fault
from rag.generation.evidence import Chosen
from rag.generation.summary_wording import Worded
from rag.summarising.meeting import EXTRACTED

WORDED = (
    "Sammanfattningen är formulerad av språkmodellen {name}; beslut, yrkanden, röster, "
    "reservationer och uppdrag står ordagrant."
)
INSTEAD = "{reason}. Ordagranna utdrag är därför: {where}."
OTHER_DECISIONS = (
    "Språkmodellen skrev om beslut som protokollet inte har, under {where}; besluten här är "
    "protokollets egna."
)

BRIEF = "I korthet"
UNHEADED = "det som står utan rubrik"
ALL = "hela mötet"
# So many items are named, and the rest counted.
MOST_NAMED = 12


@dataclass(slots=True, kw_only=True)
class Report:
    """What happened while a summary was worded."""

    worded: list[str] = field(default_factory=list)
    """The parts that the model worded."""
    instead: dict[str, list[str]] = field(default_factory=dict)
    """Those that are extracts, by the reason."""
    struck: list[Fault] = field(default_factory=list)
    marked: list[Fault] = field(default_factory=list)
    other_decisions: list[str] = field(default_factory=list)
    """The parts in which it told of other decisions than the minutes."""
    withheld: int = 0

    def add(self, part: str, worded: Worded) -> None:
        """Take in what became of a part."""
        if worded.is_sound:
            self.worded.append(part)
            self.struck += worded.struck
            self.marked += worded.marked
        if worded.other_decisions:
            self.other_decisions.append(part)

    def fail(self, part: str, reason: str) -> None:
        """Take in why a part is extracts."""
        self.instead.setdefault(reason, []).append(part)

    def notes(self, name: str, extracted: Sequence[str]) -> tuple[str, ...]:
        """Return the notes of the summary, with those that extraction made of it."""
        if not self.worded:
            return (*extracted, *self._failed(), *self._differences())
        read = Chosen(sources=(), offered=0, withheld=self.withheld)
        return (
            WORDED.format(name=name),
            *(note for note in extracted if note != EXTRACTED),
            *notes.made(read, self.struck, self.marked),
            *self._failed(),
            *self._differences(),
        )

    def _differences(self) -> Iterator[str]:
        if self.other_decisions:
            yield OTHER_DECISIONS.format(where=_listed(self.other_decisions))

    def _failed(self) -> Iterator[str]:
        for reason, parts in self.instead.items():
            where = _listed(parts) if self.worded or len(self.instead) > 1 else ALL
            yield INSTEAD.format(reason=reason, where=where)


def _listed(parts: Sequence[str]) -> str:
    named = "; ".join(parts[:MOST_NAMED])
    more = len(parts) - MOST_NAMED
    return f"{named} och {more} till" if more > 0 else named
