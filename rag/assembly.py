"""Wire settings into what answers, summarises and writes."""

from rag.answer import Answerer
from rag.assistant import Assistant
from rag.database import Database
from rag.embedding import load_embedder
from rag.generation.generator import Generator
from rag.generation.limits import Limits
from rag.generation.model import load_model
from rag.generation.pieces import Model
from rag.generation.summary_asking import Allowance
from rag.generation.summary_writing import SummaryWriter
from rag.generation.wording import Wording
from rag.library import Library
from rag.parts import parts_of
from rag.settings import Settings
from rag.similarity import Cosine
from rag.store import Store
from rag.summarising.meeting import Summariser


def build_assistant(settings: Settings, *, model: Model | None = None) -> Assistant:
    """Return an assistant that reads the library of *settings*.

    *model* words its answers in place of the language model that *settings* name, if they do.
    """
    model = model or (load_model(settings) if settings.llm else None)
    parts = parts_of(settings)
    return Assistant(
        parts.library,
        parts.search,
        Answerer(
            parts.library,
            parts.indexes,
            parts.search,
            parts.by_word or Cosine(parts.embedder),
        ),
        Summariser(parts.embedder),
        parts.understander,
        generator=_generator(model, settings, parts.library) if model else None,
        writer=_summary_writer(model, settings) if model else None,
    )


def _generator(model: Model, settings: Settings, library: Library) -> Generator:
    """Return what words the answers with *model*."""
    limits = _limits(settings)
    keep = settings.llm_unsupported == "mark"
    return Generator(
        model=model,
        limits=limits,
        word=Wording(model, limits, library.document, keep_unsupported=keep),
        completes=settings.llm_rewrite_follow_ups,
        widens=settings.llm_widen_search,
    )


def _summary_writer(model: Model, settings: Settings) -> SummaryWriter:
    """Return what words summaries with *model*."""
    return SummaryWriter(
        model,
        _limits(settings),
        Allowance(calls=settings.summary_calls, total_s=settings.summary_timeout_s),
        keep_unsupported=settings.llm_unsupported == "mark",
        style=settings.summary_style,
    )


def _limits(settings: Settings) -> Limits:
    return Limits(
        first_word_s=settings.llm_first_word_s,
        reply_s=settings.llm_timeout_s,
        context_tokens=settings.llm_context_tokens,
        output_tokens=settings.llm_output_tokens,
        most_calls=settings.llm_most_calls,
    )


def open_store(settings: Settings) -> Store:
    """Return the writer of the library of *settings*."""
    return Store(
        settings.library,
        Database.open(settings.library),
        load_embedder(settings),
        lock_timeout_s=settings.lock_timeout_s,
    )
