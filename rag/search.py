"""Find the passages that speak of a question, by words and by vectors."""

from rag.embedding import Embedder
from rag.fusion import fuse, lexical_scores
from rag.indexes import Indexes
from rag.library import Library
from rag.results import Filters, Hit

# How deep each leg looks; chunks below this in every leg are never among the ten best.
CANDIDATES = 50


class Search:
    """Ask words and vectors, and fuse what they say."""

    def __init__(self, library: Library, indexes: Indexes, embedder: Embedder) -> None:
        self._library = library
        self._indexes = indexes
        self._embedder = embedder

    def __call__(
        self, question: str, *, filters: Filters | None = None, limit: int = 10
    ) -> list[Hit]:
        """Return the *limit* best passages for *question* among what *filters* admit."""
        documents = self._library.keys(filters or Filters())
        if documents == []:
            return []
        depth = max(CANDIDATES, limit)
        by_words = self._indexes.words.rank(question, limit=depth, documents=documents)
        lexical = lexical_scores(by_words["stems"], by_words["ngrams"])
        vector = self._embedder.embed_questions([question])[0]
        vectors = self._indexes.vectors
        cosines = vectors.rank(vector, limit=depth, documents=documents)
        cosines |= vectors.cosines(vector, [key for key in lexical if key not in cosines])
        fused = fuse(lexical, cosines)
        best = sorted(fused, key=lambda key: (-fused[key], key))[:depth]
        passages = self._library.passages(best)
        return [
            Hit(
                passage=passages[key],
                score=fused[key],
                signals={"words": lexical.get(key, 0.0), "vectors": cosines.get(key, 0.0)},
            )
            for key in best
            if key in passages
        ][:limit]
