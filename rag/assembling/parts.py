"""Wire settings into the parts that read a library; the only place that knows which ones."""

from dataclasses import dataclass

from rag.models.embedding import Embedder, NoEmbedder, load_embedder
from rag.models.pretrained import source_of
from rag.models.reranking import CrossEncoderReranker
from rag.models.similarity import MaxSim
from rag.models.static_embedding import StaticEmbedder
from rag.searching.search import Reader, Search
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.directory import Directory
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.understanding.understand import Understander

# Reading further changes no figure of docs/retrieval.md, and takes most of a question's time.
READ_BY_WORD = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What reads one library."""

    database: Database
    library: Library
    embedder: Embedder
    by_word: MaxSim | None
    indexes: Indexes
    search: Search
    understander: Understander


def parts_of(settings: Settings) -> Parts:
    """Return the parts that read the library of *settings*."""
    database = Database.open(settings.library)
    embedder = NoEmbedder() if settings.words_only else load_embedder(settings)
    library = Library(database)
    indexes = Indexes(settings.library, database, embedder, exact_up_to=settings.exact_up_to)
    by_word = MaxSim(embedder) if isinstance(embedder, StaticEmbedder) else None
    return Parts(
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


def _readers(settings: Settings, by_word: MaxSim | None) -> list[Reader]:
    """Return what reads the passages found: the tokens' comparison first, the reranker last."""
    readers = [Reader(leg="tokens", compare=by_word, top=READ_BY_WORD)] if by_word else []
    if settings.reranker:
        reranker = CrossEncoderReranker(source_of(settings.reranker, settings))
        readers.append(Reader(leg="reranker", compare=reranker, top=settings.rerank_top))
    return readers
