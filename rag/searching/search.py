"""Find the passages that speak of a question, by words and by vectors."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from rag.errors import LibraryError, NoVectorsError
from rag.minutes import ChunkKey, DocumentKey
from rag.models.embedding import Embedder
from rag.models.similarity import Compare
from rag.results import Filters, Hit, Passage
from rag.searching.fusion import Scores, fuse, share_of_best
from rag.searching.recency import recency
from rag.searching.spread import asks_of_several, spread
from rag.storing.filtering import require_known
from rag.storing.indexes import Indexes
from rag.storing.library import Library

# How deep each leg looks; chunks below this in every leg are never among the ten best.
CANDIDATES = 50

WORDS_ALONE = "Sökt bara efter orden, inte efter det som liknar dem:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A leg that reads the passages that the legs before it rank best."""

    leg: str
    compare: Compare
    top: int | None = None
    """How many it reads; `None` for all candidates."""


class Search:
    """Ask words and vectors, let readers read the best passages, and fuse what they all say."""

    def __init__(
        self,
        library: Library,
        indexes: Indexes,
        embedder: Embedder,
        *,
        weights: Mapping[str, float],
        readers: Sequence[Reader] = (),
    ) -> None:
        self._library = library
        self._indexes = indexes
        self._embedder = embedder
        self._weights = {leg: weight for leg, weight in weights.items() if weight}
        self._readers = [reader for reader in readers if reader.leg in self._weights]

    def __call__(
        self,
        question: str,
        *,
        filters: Filters | None = None,
        limit: int = 10,
        neighbours: bool = False,
    ) -> list[Hit]:
        """Return the *limit* best passages for *question* among what *filters* admit.

        Raises:
            FilterError: they admit nothing, since no meeting has that body or person.
        """
        filters = filters or Filters()
        documents = self._library.keys(filters)
        if documents == []:
            require_known(filters, self._library)
            return []
        depth = max(CANDIDATES, limit)
        legs = self._legs(question, documents, depth=depth)
        if documents is None:
            legs = self._answering(legs)
        passages = self._library.passages(list(self._ranked(legs))[:depth])
        if "recency" in self._weights:
            legs["recency"] = self._recency(passages)
        for reader in self._readers:
            read = [key for key in list(self._ranked(legs))[: reader.top] if key in passages]
            compared = reader.compare(question, [passages[key].indexed for key in read])
            legs[reader.leg] = dict(zip(read, map(float, compared), strict=True))
        if not any(legs.values()):
            self._indexes.require_words(self._library.searched(Filters()).chunks)
        hits = self._hits(legs, passages)
        if len(filters.meetings) != 1 and asks_of_several(question):
            hits = spread(hits)
        return self._with_neighbours(hits[:limit]) if neighbours else hits[:limit]

    def _answering(self, legs: Mapping[str, Scores]) -> dict[str, Scores]:
        """Return *legs* without the chunks that another file of the same meeting answers for."""
        copies = self._library.copies(list({key for scores in legs.values() for key in scores}))
        return {
            leg: {key: score for key, score in scores.items() if key not in copies}
            for leg, scores in legs.items()
        }

    @property
    def lacking(self) -> str:
        """What was not searched just now, and why: a Swedish sentence; empty when all was."""
        outage = self._indexes.outage if "vectors" in self._weights else ""
        return outage and f"{WORDS_ALONE} {outage}"

    def _ranked(self, legs: Mapping[str, Scores]) -> Scores:
        """Return the fused scores, the best first."""
        scores = fuse(legs, self._weights)
        return dict(sorted(scores.items(), key=lambda scored: (-scored[1], scored[0])))

    def _hits(self, legs: Mapping[str, Scores], passages: Mapping[ChunkKey, Passage]) -> list[Hit]:
        return [
            Hit(
                passage=passages[key],
                score=score,
                signals={leg: found.get(key, 0.0) for leg, found in legs.items()},
            )
            for key, score in self._ranked(legs).items()
            if key in passages
        ]

    def _recency(self, passages: Mapping[ChunkKey, Passage]) -> dict[ChunkKey, float]:
        """Return how new each passage's meeting is, beside the newest of them."""
        held = {passage.document_id for passage in passages.values()}
        meetings = self._library.meetings(Filters(meetings=tuple(held))) if held else []
        newness = recency({m.document_id: m.date.last for m in meetings if m.date})
        return {key: newness.get(p.document_id, 0.0) for key, p in passages.items()}

    def _with_neighbours(self, hits: Sequence[Hit]) -> list[Hit]:
        """Return *hits* with the chunks beside them in the same item; keys follow each other."""
        beside = [ChunkKey(hit.passage.key + step) for hit in hits for step in (-1, 1)]
        found = self._library.passages(beside)

        def neighbour(passage: Passage, step: int) -> Passage | None:
            other = found.get(ChunkKey(passage.key + step))
            return other if other and _place(other) == _place(passage) else None

        return [
            replace(hit, before=neighbour(hit.passage, -1), after=neighbour(hit.passage, 1))
            for hit in hits
        ]

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
            with suppress(NoVectorsError):  # which `lacking` tells
                legs["vectors"] = self._nearest(question, documents, found, depth=depth)
        return legs

    def _nearest(
        self,
        question: str,
        documents: Sequence[DocumentKey] | None,
        others: set[ChunkKey],
        *,
        depth: int,
    ) -> Scores:
        vector = self._embedder.embed_questions([question])[0]
        try:
            return self._cosines(vector, documents, others, depth=depth)
        except NoVectorsError:
            raise
        except LibraryError:  # they were replaced, or kept for a moment by who writes
            self._indexes.reopen()
            return self._cosines(vector, documents, others, depth=depth)

    def _cosines(
        self,
        vector: NDArray[np.float32],
        documents: Sequence[DocumentKey] | None,
        others: set[ChunkKey],
        *,
        depth: int,
    ) -> Scores:
        """Return the cosines of the *depth* nearest chunks and of *others*, none below 0."""
        nearest = self._indexes.nearest
        cosines = nearest.rank(vector, limit=depth, documents=documents)
        cosines |= nearest.cosines(vector, list(others - cosines.keys()))
        return {key: max(0.0, cosine) for key, cosine in cosines.items()}


def _place(passage: Passage) -> tuple[object, ...]:
    return passage.document_id, passage.kind, passage.heading_path
