"""Find the passages that speak of a question, by words and by vectors."""

from collections.abc import Mapping, Sequence

from rag.embedding import Embedder
from rag.errors import ReplacedIndexError
from rag.fusion import Scores, fuse, share_of_best
from rag.indexes import Indexes
from rag.library import Library
from rag.minutes import ChunkKey, DocumentKey
from rag.results import Filters, Hit
from rag.similarity import Compare

# How deep each leg looks; chunks below this in every leg are never among the ten best.
CANDIDATES = 50


class Search:
    """Ask words and vectors, and fuse what they say."""

    def __init__(
        self,
        library: Library,
        indexes: Indexes,
        embedder: Embedder,
        *,
        weights: Mapping[str, float],
        compare: Compare | None = None,
    ) -> None:
        self._library = library
        self._indexes = indexes
        self._embedder = embedder
        self._compare = compare
        self._weights = {leg: weight for leg, weight in weights.items() if weight}

    def __call__(
        self, question: str, *, filters: Filters | None = None, limit: int = 10
    ) -> list[Hit]:
        """Return the *limit* best passages for *question* among what *filters* admit."""
        documents = self._library.keys(filters or Filters())
        if documents == []:
            return []
        depth = max(CANDIDATES, limit)
        legs = self._legs(question, documents, depth=depth)
        passages = self._library.passages(_best(fuse(legs, self._weights))[:depth])
        if self._compare and "tokens" in self._weights:
            texts = [passage.text for passage in passages.values()]
            compared = self._compare(question, texts)
            legs["tokens"] = dict(zip(passages, map(float, compared), strict=True))
        fused = fuse(legs, self._weights)
        if not fused:
            self._indexes.require_words(self._library.searched(Filters()).chunks)
        return [
            Hit(
                passage=passages[key],
                score=fused[key],
                signals={leg: scores.get(key, 0.0) for leg, scores in legs.items()},
            )
            for key in _best(fused)
            if key in passages
        ][:limit]

    def _legs(
        self, question: str, documents: Sequence[DocumentKey] | None, *, depth: int
    ) -> dict[str, Scores]:
        """Return each leg's scores, 0 to 1, of the candidates of all legs."""
        ranked = self._indexes.words.rank(question, limit=depth, documents=documents)
        legs: dict[str, Scores] = {
            leg: share_of_best(scores) for leg, scores in ranked.items() if leg in self._weights
        }
        if "vectors" in self._weights:
            # Asked before the vectors are opened: what is published is in them, what another
            # program is just adding may not be.
            found = self._library.published([key for scores in legs.values() for key in scores])
            try:
                legs["vectors"] = self._cosines(question, documents, found, depth=depth)
            except ReplacedIndexError:  # their successor is in place by now
                self._indexes.reopen()
                legs["vectors"] = self._cosines(question, documents, found, depth=depth)
        return legs

    def _cosines(
        self,
        question: str,
        documents: Sequence[DocumentKey] | None,
        others: set[ChunkKey],
        *,
        depth: int,
    ) -> Scores:
        """Return the cosines of the *depth* nearest chunks and of *others*, none below 0."""
        vector = self._embedder.embed_questions([question])[0]
        nearest = self._indexes.nearest
        cosines = nearest.rank(vector, limit=depth, documents=documents)
        cosines |= nearest.cosines(vector, list(others - cosines.keys()))
        return {key: max(0.0, cosine) for key, cosine in cosines.items()}


def _best(scores: Scores) -> list[ChunkKey]:
    return sorted(scores, key=lambda key: (-scores[key], key))
