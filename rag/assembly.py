"""Wire settings into the parts; the only place that knows which ones."""

from rag.answer import Answerer
from rag.assistant import Assistant
from rag.database import Database
from rag.embedding import load_embedder
from rag.indexes import Indexes
from rag.library import Library
from rag.search import Search
from rag.settings import Settings
from rag.similarity import Cosine, MaxSim
from rag.static_embedding import StaticEmbedder
from rag.store import Store
from rag.summary import Summariser


def build_assistant(settings: Settings) -> Assistant:
    """Return an assistant that reads the library of *settings*."""
    database = Database.open(settings.library)
    embedder = load_embedder(settings)
    library = Library(database)
    indexes = Indexes(settings.library, database, embedder, exact_up_to=settings.exact_up_to)
    by_word = MaxSim(embedder) if isinstance(embedder, StaticEmbedder) else None
    search = Search(library, indexes, embedder, weights=settings.weights, compare=by_word)
    return Assistant(
        library,
        search,
        Answerer(library, indexes, search, by_word or Cosine(embedder)),
        Summariser(embedder),
        max_question_chars=settings.max_question_chars,
    )


def open_store(settings: Settings) -> Store:
    """Return the writer of the library of *settings*."""
    return Store(
        settings.library,
        Database.open(settings.library),
        load_embedder(settings),
        lock_timeout_s=settings.lock_timeout_s,
    )
