"""Choose the numbered evidence that a language model reads, within a budget of tokens."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rag.citing import Evidence
from rag.generation.orders import is_order
from rag.minutes import Document, DocumentId
from rag.phrasing.context import context
from rag.results import Answer, Citation, Passage
from rag.span import Span
from rag.swedish.sentences import sentences

Documents = Mapping[DocumentId, Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A numbered passage as the model reads it, sentence by sentence."""

    number: int
    sentences: tuple[Evidence, ...]
    """Without those that speak to a language model."""
    headings: tuple[str, ...] = ()

    @property
    def document(self) -> Document:
        """The document that it is from."""
        return self.sentences[0].document

    @property
    def text(self) -> str:
        """What the model reads of it, a sentence a line."""
        return "\n".join(sentence.text for sentence in self.sentences)

    @property
    def where(self) -> str:
        """The meeting, its day and the headings; a heading that gives orders is left out."""
        minutes = self.document.minutes
        day = minutes.date.iso if minutes.date else ""
        names = (minutes.title, minutes.body, day, *self.headings)
        return ", ".join(name for name in names if name and not is_order(name))

    @property
    def context(self) -> str:
        """The words that go with each of its sentences without being cited."""
        return context(self.document.minutes, self.headings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the model is given, and what it is not."""

    sources: tuple[Source, ...]
    offered: int
    """How many passages there were to choose from."""
    withheld: int
    """How many sentences of them speak to a language model."""


def choose(
    answer: Answer, documents: Documents, *, budget: int, cost: Callable[[Source], int]
) -> Chosen:
    """Choose among the passages behind *answer*, those that it cites first, then the best.

    Each is taken whole or left out; *cost* tells what it takes of the *budget*.
    """
    sources: list[Source] = []
    offered = withheld = 0
    for document, span, headings in _places(answer, documents):
        found = [Evidence(document, span_) for span_ in sentences(document.text, span)]
        told = tuple(sentence for sentence in found if not is_order(sentence.text))
        withheld += len(found) - len(told)
        offered += bool(told)
        if not told:
            continue
        source = Source(number=len(sources) + 1, sentences=told, headings=headings)
        if cost(source) <= budget:
            budget -= cost(source)
            sources.append(source)
    return Chosen(sources=tuple(sources), offered=offered, withheld=withheld)


def _places(
    answer: Answer, documents: Documents
) -> Iterator[tuple[Document, Span, tuple[str, ...]]]:
    """Yield the passages that the answer cites, then what it cites outside them, then the rest."""
    passages = [hit.passage for hit in answer.hits]
    cited = [passage for passage in passages if any(_holds(passage, c) for c in answer.citations)]
    outside = [c for c in answer.citations if not any(_holds(p, c) for p in passages)]
    for passage in cited:
        yield documents[passage.document_id], passage.span, passage.heading_path
    yield from _cited_alone(outside, documents)
    for passage in passages:
        if passage not in cited:
            yield documents[passage.document_id], passage.span, passage.heading_path


def _cited_alone(
    citations: Sequence[Citation], documents: Documents
) -> Iterator[tuple[Document, Span, tuple[str, ...]]]:
    for citation in citations:
        headings = (citation.item,) if citation.item else ()
        yield documents[citation.document_id], Span(citation.start, citation.end), headings


def _holds(passage: Passage, citation: Citation) -> bool:
    return passage.document_id == citation.document_id and passage.span.overlaps(
        Span(citation.start, citation.end)
    )
