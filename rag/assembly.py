"""Wire settings into the parts; the only place that knows which ones."""

from rag.answer import Answerer
from rag.assistant import Assistant
from rag.database import Database
from rag.directory import Directory
from rag.embedding import NoEmbedder, load_embedder
from rag.generation.generator import Generator
from rag.generation.limits import Limits
from rag.generation.model import load_model
from rag.generation.pieces import Model
from rag.generation.wording import Wording
from rag.indexes import Indexes
from rag.library import Library
from rag.pretrained import source_of
from rag.reranking import CrossEncoderReranker
from rag.search import Reader, Search
from rag.settings import Settings
from rag.similarity import Cosine, MaxSim
from rag.static_embedding import StaticEmbedder
from rag.store import Store
from rag.summary import Summariser
from rag.understanding.understand import Understander

# Reading further changes no figure of docs/retrieval.md, and takes most of a question's time.
READ_BY_WORD = 30


def build_assistant(settings: Settings, *, model: Model | None = None) -> Assistant:
    """Return an assistant that reads the library of *settings*.

    *model* words its answers in place of the language model that *settings* name, if they do.
    """
    model = model or (load_model(settings) if settings.llm else None)
    database = Database.open(settings.library)
    embedder = NoEmbedder() if settings.words_only else load_embedder(settings)
    library = Library(database)
    indexes = Indexes(settings.library, database, embedder, exact_up_to=settings.exact_up_to)
    by_word = MaxSim(embedder) if isinstance(embedder, StaticEmbedder) else None
    readers = _readers(settings, by_word)
    search = Search(library, indexes, embedder, weights=settings.weights, readers=readers)
    return Assistant(
        library,
        search,
        Answerer(library, indexes, search, by_word or Cosine(embedder)),
        Summariser(embedder),
        Understander(library, Directory(database), indexes, max_chars=settings.max_question_chars),
        generator=_generator(model, settings, library) if model else None,
    )


def _generator(model: Model, settings: Settings, library: Library) -> Generator:
    """Return what words the answers with *model*."""
    limits = Limits(
        first_word_s=settings.llm_first_word_s,
        reply_s=settings.llm_timeout_s,
        context_tokens=settings.llm_context_tokens,
        output_tokens=settings.llm_output_tokens,
        most_calls=settings.llm_most_calls,
    )
    keep = settings.llm_unsupported == "mark"
    return Generator(
        model=model,
        limits=limits,
        word=Wording(model, limits, library.document, keep_unsupported=keep),
        completes=settings.llm_rewrite_follow_ups,
        widens=settings.llm_widen_search,
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
