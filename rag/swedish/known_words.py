"""Tell the words of Swedish from slips of the keyboard, by the stems that its public texts use.

The stems are kept as hashes, sorted: half a megabyte, looked up in microseconds.
`rag.training.known_words` writes the file.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rag.swedish.words import stem

FILE = Path(__file__).parent / "vocabulary" / "known_stems.npy"

Hashes = NDArray[np.uint32]


def is_known(word: str) -> bool:
    """Tell whether a lower-case *word*, in some inflection, is one that public texts use.

    >>> is_known("kommunerna"), is_known("komunernna")
    (True, False)
    """
    known, asked = _known(), np.uint32(_hash(word))
    place = int(np.searchsorted(known, asked))
    return place < len(known) and bool(known[place] == asked)


def hashes(words: Iterable[str]) -> Hashes:
    """Return what the file holds for *words*: the hashes of their stems, sorted, (stems,)."""
    return np.array(sorted({_hash(word) for word in words}), dtype=np.uint32)


def _hash(word: str) -> int:
    return crc32(stem(word).encode())


@cache
def _known() -> Hashes:
    return np.asarray(np.load(FILE), dtype=np.uint32)
