"""Choose the embedding model: the shipped Swedish one, or any of sentence-transformers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rag.models.pretrained import source_of
from rag.models.static_embedding import StaticEmbedder, is_static_model
from rag.models.transformer_embedding import SentenceTransformerEmbedder
from rag.settings import Settings

SHIPPED_MODEL = Path(__file__).parent / "static_model"


class Embedder(Protocol):
    """Turn texts into unit vectors; one row for each text, a row of zeros for an empty one."""

    @property
    def identity(self) -> str:
        """Model, version, dimension and prefixes: vectors of two identities cannot be compared."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts that are to be found."""

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the vectors of texts that are searched with."""


class NoEmbedder:
    """Give every text the same empty vector: for searching with words alone."""

    identity = "inga vektorer"
    dimension = 1

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of zeros for each text."""
        return np.zeros((len(texts), self.dimension), dtype=np.float32)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a row of zeros for each text."""
        return self.embed_passages(texts)


def load_embedder(settings: Settings) -> Embedder:
    """Load the model that *settings* name, the shipped one when they name none.

    Raises:
        EmbeddingError: The model is absent or damaged.
    """
    model = settings.embedding_model or str(SHIPPED_MODEL)
    if not settings.embedding_model or is_static_model(Path(model)):
        return StaticEmbedder.load(
            Path(model),
            query_prefix=settings.query_prefix,
            passage_prefix=settings.passage_prefix,
            dimension=settings.embedding_dimension,
        )
    return SentenceTransformerEmbedder.load(
        source_of(model, settings),
        query_prefix=settings.query_prefix,
        passage_prefix=settings.passage_prefix,
        dimension=settings.embedding_dimension,
    )
