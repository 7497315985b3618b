"""Wire settings into what answers, summarises and writes.

What a plain question does without is imported when it is first needed: the command line starts anew
for each.
"""

from collections.abc import Callable, Sequence

from rag.answering.answer import Answerer
from rag.assembling.parts import Models, homes_of, parts_of
from rag.assistant import Assistant
from rag.generation.pieces import Model
from rag.minutes import Document
from rag.models.embedding import Embedder, load_embedder
from rag.models.similarity import Cosine
from rag.settings import Settings
from rag.span import Span
from rag.storing.database import Database
from rag.storing.library import Library
from rag.storing.store import Store
from rag.summaries import Length, Summary
from rag.writers import AnswerWriter, Summarise, SummaryWriter


def build_assistant(
    settings: Settings, *, model: Model | None = None, models: Models | None = None
) -> Assistant:
    """Return an assistant that reads the library of *settings*, as far as they let one see.

    *model* words its answers in place of the language model that *settings* name, if they do;
    *models* are used in place of those that they name for searching.
    """
    parts = parts_of(settings, models)
    generator, writer = _writers(settings, parts.library, model)
    return Assistant(
        parts.library,
        parts.search,
        Answerer(
            parts.library,
            parts.indexes,
            parts.search,
            parts.by_word or Cosine(parts.embedder),
            _essence(parts.embedder),
        ),
        _summariser(parts.embedder),
        parts.understander,
        generator=generator,
        writer=writer,
    )


def _writers(
    settings: Settings, library: Library, model: Model | None
) -> tuple[AnswerWriter, SummaryWriter] | tuple[None, None]:
    if model is None and not settings.llm:
        return None, None
    from rag.assembling.worded_assembly import writers

    return writers(settings, library, model)


def _summariser(embedder: Embedder) -> Summarise:
    def summarise(document: Document, *, length: Length = Length.NORMAL) -> Summary:
        from rag.summarising.meeting import Summariser

        return Summariser(embedder)(document, length=length)

    return summarise


def _essence(embedder: Embedder) -> Callable[[Document], Sequence[Span]]:
    def essence(document: Document) -> Sequence[Span]:
        from rag.summarising.meeting import Summariser

        return Summariser(embedder).essence(document)

    return essence


def open_store(settings: Settings) -> Store:
    """Return the writer of the library of *settings*."""
    database = Database.open(settings.library, settings.access)
    return Store(
        settings.library,
        database,
        load_embedder(settings),
        lock_timeout_s=settings.lock_timeout_s,
        homes=homes_of(settings, database, pause_s=0),
    )
