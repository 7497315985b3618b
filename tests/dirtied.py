"""Change a library in a process whose unused memory is full of one word, as after much reading."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from fakes import HashEmbedder
from numpy.typing import NDArray
from odd_minutes import in_bytes, odd_minutes, take

from rag.access import EVERYTHING
from rag.indexing.vectors import CHROMA
from rag.storing.database import Database
from rag.storing.store import Store

WORD = "Zyxhemligheten"
SIZES = tuple(size for power in range(5, 18) for size in (1 << power, 3 << (power - 1)))
BLOCKS = 20
PIN = 600
_kept: list[bytearray] = []
"""What stands between the blocks, so that none is handed back to the system."""


def dirty() -> None:
    """Fill memory of many sizes with the word, and give it back.

    With one arena (`MALLOC_ARENA_MAX=1`) every thread of the process is then given it.
    """
    word = WORD.encode()
    blocks = []
    for size in SIZES:
        for _ in range(BLOCKS):
            blocks.append(bytearray(word * (size // len(word) + 1)))
            _kept.append(bytearray(PIN))
    blocks.clear()


class Dirtying(HashEmbedder):
    """Fills memory each time that something is about to be written into the indexes."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        dirty()
        vectors = super().embed_passages(texts)
        dirty()
        return vectors


def change(library: Path) -> list[str]:
    """Add, remove, purge, rebuild and add again; return after which the word stood in a file."""
    odd = odd_minutes(12)
    dirty()
    store = Store(library, Database.open(library, EVERYTHING), Dirtying(), lock_timeout_s=1)
    ids = take(store, library.parent / "moten", odd[:8])
    found = [f"add {line}" for line in in_bytes(library, [WORD])]
    steps: Mapping[str, Callable[[], object]] = {
        "add more": lambda: take(store, library.parent / "moten", odd[8:]),
        "remove": lambda: store.remove(ids[odd[0].name]),
        "purge": lambda: store.purge([ids[odd[1].name]]),
        "rebuild": store.rebuild,
        "add after": lambda: take(store, library.parent / "moten", odd_minutes(3, seed=2)),
    }
    for name, step in steps.items():
        dirty()
        step()
        found += [f"{name} {line}" for line in in_bytes(library, [WORD])]
    return found


def write_without_clearing(home: Path) -> list[str]:
    """Let Chroma alone write a vector; return where the word stood then."""
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(str(home), settings=Settings(**CHROMA))
    collection = client.get_or_create_collection("vectors", embedding_function=None)
    dirty()
    collection.upsert(ids=["1"], embeddings=np.ones((1, 64), dtype=np.float32))
    return in_bytes(home, [WORD])
