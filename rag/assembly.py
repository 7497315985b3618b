"""Wire settings into the parts; the only place that knows which ones."""

from dataclasses import dataclass

from rag.across import Across
from rag.answer import Answerer
from rag.assistant import Assistant
from rag.database import Database
from rag.directory import Directory
from rag.embedding import Embedder, NoEmbedder, load_embedder
from rag.generation.generator import Generator
from rag.generation.limits import Limits
from rag.generation.model import load_model
from rag.generation.pieces import Model
from rag.generation.summary_asking import Allowance
from rag.generation.summary_writing import SummaryWriter
from rag.generation.wording import Wording
from rag.indexes import Indexes
from rag.library import Library
from rag.pretrained import source_of
from rag.registers.register import Registers
from rag.reranking import CrossEncoderReranker
from rag.search import Reader, Search
from rag.settings import Settings
from rag.similarity import Cosine, MaxSim
from rag.static_embedding import StaticEmbedder
from rag.store import Store
from rag.summarising.meeting import Summariser
from rag.understanding.understand import Understander

# Reading further changes no figure of docs/retrieval.md, and takes most of a question's time.
READ_BY_WORD = 30


def build_assistant(settings: Settings, *, model: Model | None = None) -> Assistant:
    """Return an assistant that reads the library of *settings*.

    *model* words its answers in place of the language model that *settings* name, if they do.
    """
    model = model or (load_model(settings) if settings.llm else None)
    parts = _parts(settings)
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


def build_across(settings: Settings) -> Across:
    """Return what tells of many meetings of the library of *settings* together."""
    parts = _parts(settings)
    return Across(parts.library, parts.database, parts.indexes, parts.search, parts.understander)


def open_registers(settings: Settings) -> Registers:
    """Return the decisions and tasks of the library of *settings*; loads no model."""
    database = Database.open(settings.library)
    return Registers(Library(database), database)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What reads one library."""

    database: Database
    library: Library
    embedder: Embedder
    by_word: MaxSim | None
    indexes: Indexes
    search: Search
    understander: Understander


def _parts(settings: Settings) -> _Parts:
    database = Database.open(settings.library)
    embedder = NoEmbedder() if settings.words_only else load_embedder(settings)
    library = Library(database)
    indexes = Indexes(settings.library, database, embedder, exact_up_to=settings.exact_up_to)
    by_word = MaxSim(embedder) if isinstance(embedder, StaticEmbedder) else None
    return _Parts(
        database=database,
        library=library,
        embedder=embedder,
        by_word=by_word,
        indexes=indexes,
        search=Search(
            library,
            indexes,
            embedder,
            weights=settings.weights,
            readers=_readers(settings, by_word),
        ),
        understander=Understander(
            library, Directory(database), indexes, max_chars=settings.max_question_chars
        ),
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


def _readers(settings: Settings, by_word: MaxSim | None) -> list[Reader]:
    """Return what reads the passages found: the tokens' comparison first, the reranker last."""
    readers = [Reader(leg="tokens", compare=by_word, top=READ_BY_WORD)] if by_word else []
    if settings.reranker:
        reranker = CrossEncoderReranker(source_of(settings.reranker, settings))
        readers.append(Reader(leg="reranker", compare=reranker, top=settings.rerank_top))
    return readers


def open_store(settings: Settings) -> Store:
    """Return the writer of the library of *settings*."""
    return Store(
        settings.library,
        Database.open(settings.library),
        load_embedder(settings),
        lock_timeout_s=settings.lock_timeout_s,
    )
