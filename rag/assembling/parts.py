"""Wire settings into the parts that read a library; the only place that knows which ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.indexing.chroma_server import PAUSE_S, ChromaServer
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
from rag.storing.vector_homes import Folders, Homes, Served
from rag.understanding.understand import Understander

# Reading further changes no figure of docs/retrieval.md, and takes most of a question's time.
READ_BY_WORD = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """What knows no library, and can search several."""

    embedder: Embedder
    by_word: MaxSim | None
    readers: Sequence[Reader]


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


def models_of(settings: Settings) -> Models:
    """Return the models that *settings* name, whatever library they are to search."""
    embedder = NoEmbedder() if settings.words_only else load_embedder(settings)
    by_word = MaxSim(embedder) if isinstance(embedder, StaticEmbedder) else None
    return Models(embedder=embedder, by_word=by_word, readers=_readers(settings, by_word))


def parts_of(settings: Settings, models: Models | None = None) -> Parts:
    """Return the parts that read the library of *settings*; *models* are loaded unless given."""
    models = models or models_of(settings)
    database = Database.open(settings.library, settings.access)
    library = Library(database)
    indexes = Indexes(
        settings.library,
        database,
        models.embedder,
        homes=homes_of(settings, database),
        exact_up_to=settings.exact_up_to,
    )
    return Parts(
        database=database,
        library=library,
        embedder=models.embedder,
        by_word=models.by_word,
        indexes=indexes,
        search=Search(
            library,
            indexes,
            models.embedder,
            weights=settings.weights,
            readers=models.readers,
        ),
        understander=Understander(
            library, Directory(database), indexes, max_chars=settings.max_question_chars
        ),
    )


def homes_of(settings: Settings, database: Database, *, pause_s: float = PAUSE_S) -> Homes:
    """Return where the vectors of the library of *settings* are kept.

    *pause_s* is how long a server is left alone that does not answer.
    """
    if settings.chroma is None:
        return Folders(settings.library, database)
    server = ChromaServer(
        settings.chroma,
        token=settings.chroma_token,
        timeout_s=settings.chroma_timeout_s,
        pause_s=pause_s,
    )
    return Served(server, settings.library, database)


def _readers(settings: Settings, by_word: MaxSim | None) -> list[Reader]:
    """Return what reads the passages found: the tokens' comparison first, the reranker last."""
    readers = [Reader(leg="tokens", compare=by_word, top=READ_BY_WORD)] if by_word else []
    if settings.reranker:
        reranker = CrossEncoderReranker(source_of(settings.reranker, settings))
        readers.append(Reader(leg="reranker", compare=reranker, top=settings.rerank_top))
    return readers
