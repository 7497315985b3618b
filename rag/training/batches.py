"""Hold tokenised texts in flat arrays and draw noisy batches from them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

ENCODE_AT_ONCE = 4_096


@dataclass(frozen=True, slots=True)
class TokenLists:
    """Many lists of token numbers, end to end; list `i` is `ids[offsets[i]:offsets[i + 1]]`."""

    ids: NDArray[np.uint16]
    offsets: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.offsets) - 1


@dataclass(frozen=True, slots=True)
class Noise:
    """How a batch hides parts of its texts, so that no single word carries a pair."""

    dropout: float
    """The share of tokens left out."""
    crop: float
    """The share of texts of which only a run of tokens is kept."""
    longest: int
    """Tokens kept of a text at most."""


def tokenize(tokenizer: Tokenizer, texts: Sequence[str]) -> TokenLists:
    """Return the token numbers of *texts*."""
    parts, lengths = [], [0]
    for start in range(0, len(texts), ENCODE_AT_ONCE):
        batch = tokenizer.encode_batch_fast(
            texts[start : start + ENCODE_AT_ONCE], add_special_tokens=False
        )
        parts += [np.array(encoding.ids, dtype=np.uint16) for encoding in batch]
        lengths += [len(encoding.ids) for encoding in batch]
    return TokenLists(np.concatenate(parts), np.cumsum(lengths, dtype=np.int64))


def draw(
    lists: TokenLists, rows: NDArray[np.int64], noise: Noise, random: np.random.Generator
) -> TokenLists:
    """Return the lists *rows* with noise; each keeps one token at least if it has any."""
    starts = lists.offsets[rows]
    lengths = lists.offsets[rows + 1] - starts
    kept = np.minimum(lengths, noise.longest)
    cropped = random.random(len(rows)) < noise.crop
    share = np.where(cropped, random.uniform(0.3, 1.0, len(rows)), 1.0)
    kept = np.ceil(kept * share).astype(np.int64)
    slack = np.where(cropped, lengths - kept, 0)
    starts = starts + (random.random(len(rows)) * (slack + 1)).astype(np.int64)
    first = np.cumsum(kept) - kept
    where = np.arange(kept.sum()) - np.repeat(first - starts, kept)
    stays = random.random(len(where)) >= noise.dropout
    stays[first[kept > 0]] |= np.add.reduceat(stays, first[kept > 0]) == 0
    totals = np.concatenate([[0], np.cumsum(stays)])
    bounds = np.concatenate([first, [len(where)]])
    return TokenLists(lists.ids[where[stays]], totals[bounds])


def row_batches(
    rows: int, size: int, epochs: int, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Yield the rows of full batches, shuffled anew in each epoch."""
    for _ in range(epochs):
        order = random.permutation(rows)
        for start in range(0, rows - min(size, rows) + 1, size):
            yield order[start : start + size]
