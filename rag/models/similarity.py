"""Compare a question with texts by the meanings of their words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from sys import intern

import numpy as np
from numpy.typing import NDArray

from rag.models.embedding import Embedder
from rag.models.products import products
from rag.models.static_embedding import StaticEmbedder, unit
from rag.swedish.words import is_content, words

Vectors = NDArray[np.float32]

Compare = Callable[[str, Sequence[str]], Vectors]
"""Return for a question and n texts how alike each text is to it, 0 to 1, (n,)."""

# Splitting a word into tokens costs more than all else, and few words are new.
WORDS_KEPT = 300_000
# Dividing a text into words costs as much as comparing them, and good passages are found again.
TEXTS_KEPT = 8_192


class Cosine:
    """Compare by the cosine of whole texts, with any *embedder*."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def __call__(self, question: str, texts: Sequence[str]) -> Vectors:
        """Return the cosine of each text with the question; a negative one counts as none."""
        cosines = (
            self._embedder.embed_passages(texts) @ self._embedder.embed_questions([question])[0]
        )
        return np.asarray(cosines.clip(min=0), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _Word:
    tokens: list[int]
    vector_length: float


class MaxSim:
    """Compare word by word: each of the question's with the nearest of the text's.

    The late interaction of ColBERT (Khattab & Zaharia 2020) on static vectors: a word's vector is
    the sum of its tokens' and does not depend on its neighbours, so nothing need be stored for it.
    """

    def __init__(self, embedder: StaticEmbedder) -> None:
        self._embedder = embedder
        self._words: dict[str, _Word] = {}

    def __call__(self, question: str, texts: Sequence[str]) -> Vectors:
        """Return for each text the mean of its best cosines with the question's words, (n,).

        A word weighs as the square of its vector's length: training makes common ones short.
        """
        asked = [word for word in dict.fromkeys(words(question)) if is_content(word)]
        weights = np.array([word.vector_length**2 for word in self._look_up(asked)])
        said = [_distinct(text) for text in texts]
        known = list(dict.fromkeys(chain.from_iterable(said)))
        alike = np.zeros(len(texts), dtype=np.float32)
        if not weights.any() or not known:
            return alike
        place = {word: index for index, word in enumerate(known)}
        places = [place[word] for own in said for word in own]
        filled = [row for row, own in enumerate(said) if own]
        starts = np.cumsum([0, *(len(said[row]) for row in filled[:-1])])
        best = np.maximum.reduceat(self._cosines(asked, known)[places], starts, axis=0)
        alike[filled] = best.clip(min=0) @ (weights / weights.sum())
        return alike

    def _cosines(self, asked: Sequence[str], known: Sequence[str]) -> Vectors:
        """Return the cosine of each word known with each word asked, (known, asked)."""
        table = self._embedder.table
        questions = unit(
            np.stack([table[word.tokens].sum(axis=0) for word in self._look_up(asked)])
        )
        found = self._look_up(known)
        tokens, places = np.unique([t for word in found for t in word.tokens], return_inverse=True)
        starts = np.cumsum([0, *(len(word.tokens) for word in found[:-1])])
        alike = products(table, questions.T, rows=tokens)
        summed = np.add.reduceat(alike[places], starts, axis=0)
        lengths = np.array([word.vector_length or 1.0 for word in found], dtype=np.float32)
        return np.asarray(summed / lengths[:, None], dtype=np.float32)

    def _look_up(self, vocabulary: Sequence[str]) -> list[_Word]:
        """Return the words, splitting those not met before into tokens."""
        if len(self._words) > WORDS_KEPT:
            self._words.clear()
        if new := [word for word in vocabulary if word not in self._words]:
            self._words |= zip(new, self._split(new), strict=True)
        return [self._words[word] for word in vocabulary]

    def _split(self, new: Sequence[str]) -> Iterator[_Word]:
        """Yield what each of *new* is made of; all in one text, since each call costs."""
        encoding = self._embedder.tokenizer.encode(" ".join(new), add_special_tokens=False)
        word_starts = np.cumsum([0, *(len(word) + 1 for word in new[:-1])])
        token_starts = [start for start, _ in encoding.offsets]
        ends = np.searchsorted(token_starts, [*word_starts[1:], np.inf]).tolist()
        table = self._embedder.table
        vectors = np.vstack([table[encoding.ids], np.zeros((1, table.shape[1]), table.dtype)])
        sums = np.add.reduceat(vectors, [0, *ends[:-1]])
        lengths = np.linalg.norm(sums, axis=1).tolist()
        for start, end, length in zip([0, *ends[:-1]], ends, lengths, strict=True):
            yield _Word(encoding.ids[start:end], length if end > start else 0.0)


@lru_cache(TEXTS_KEPT)
def _distinct(text: str) -> tuple[str, ...]:
    return tuple(map(intern, dict.fromkeys(words(text))))
