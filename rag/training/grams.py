"""Tell which hash buckets a token's character n-grams fall in: related tokens share weights."""

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rag.models.static_embedding import UNKNOWN
from rag.training.tokenizer import CONTINUED

SIZES = (3, 4, 5)


def grams(token: str) -> list[str]:
    """Return the 3- to 5-grams of a word piece; `#` marks the start of a word.

    >>> grams("bok"), grams("##bok")
    (['#bo', 'bok', '#bok'], ['bok'])
    """
    if token == UNKNOWN:
        return []
    marked = token.removeprefix(CONTINUED) if token.startswith(CONTINUED) else f"#{token}"
    return [
        marked[start : start + size] for size in SIZES for start in range(len(marked) - size + 1)
    ]


def gram_buckets(
    tokens: Sequence[str], *, buckets: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the bucket numbers of all tokens, end to end, and where each token's begin.

    The last offset is the total, so token `t` has `flat[offsets[t]:offsets[t + 1]]`.
    """
    numbers = [[zlib.crc32(gram.encode()) % buckets for gram in grams(token)] for token in tokens]
    offsets = np.cumsum([0, *map(len, numbers)], dtype=np.int64)
    flat = np.array([bucket for group in numbers for bucket in group], dtype=np.int64)
    return flat, offsets
