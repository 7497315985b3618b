"""Answer as simpler systems would, so that what is measured has something to stand beside.

All cite verbatim words, never abstain and understand nothing of the question.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rag.asks import Asks
from rag.assistant import Assistant
from rag.citing import Citations, Evidence
from rag.phrasing.phrases import answer_text
from rag.results import Answer, Filters, Hit, Searched, Status, Understood
from rag.swedish.sentences import sentences
from rag.swedish.words import words

SEARCHED = 50
SHOWN = 10
LEADING = 3
# Fewer words are a heading or a label.
FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Baseline:
    """A system that shows something of one passage."""

    assistant: Assistant
    choose: Callable[[Sequence[Hit]], Hit]
    is_whole: bool = False
    """Whether the whole passage is shown, not its leading sentences."""

    def __call__(self, question: str, *, filters: Filters) -> Answer:
        """Answer *question* from what *filters* admit."""
        hits = self.assistant.search(question, filters=filters, limit=SEARCHED)
        citations = Citations()
        statements = citations.state(self._evidence(self.choose(hits))) if hits else ()
        status = Status.ANSWERED if statements else Status.NOT_FOUND
        searched = Searched(meetings=0, chunks=0)
        return Answer(
            question=question,
            understood=Understood(asked=question, reworded=question, asks=Asks.PLAIN, subject=()),
            status=status,
            statements=statements,
            citations=citations.all(),
            hits=tuple(hits[:SHOWN]),
            missing=(),
            searched=searched,
            model="baseline",
            confidence=1.0,
            elapsed_ms=0.0,
            text=answer_text(status, statements, (), searched),
        )

    def _evidence(self, hit: Hit) -> list[Evidence]:
        document = self.assistant.document(hit.passage.document_id)
        if self.is_whole:
            return [Evidence(document, hit.passage.span)]
        item = document.item_at(hit.passage.span.start)
        said = [
            span
            for span in sentences(document.text, hit.passage.span)
            if len(words(span.of(document.text))) >= FEWEST_WORDS
            and not (item and item.heading.overlaps(span))
        ]
        return [Evidence(document, span) for span in said[:LEADING]]


def _by_words(hits: Sequence[Hit]) -> Hit:
    return max(hits, key=lambda hit: hit.signals.get("stems", 0.0))


def baselines(assistant: Assistant) -> Mapping[str, Baseline]:
    """Return the systems by their names, on the library of *assistant*."""
    return {
        "lead": Baseline(assistant, lambda hits: hits[0]),
        "passage": Baseline(assistant, lambda hits: hits[0], is_whole=True),
        "bm25": Baseline(assistant, _by_words),
    }
