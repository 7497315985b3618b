"""Embed texts as the mean of their tokens' vectors: numpy and a tokenizer, no torch."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from tokenizers import Tokenizer

from rag.errors import EmbeddingError
from rag.models.pretrained import WORDS_ONLY

UNKNOWN = "[UNK]"

MODULES_FILE = "modules.json"
TOKENIZER_FILE = "tokenizer.json"
WEIGHTS_FILE = "model.safetensors"

# What sentence-transformers calls its plain table, and the parts of its compact one:
# row `t` is `embeddings[mapping[t]] * weights[t]`.
TABLE = "embedding.weight"
VALUES, PLACES, LENGTHS = "embeddings", "mapping", "weights"

ROWS_AT_A_TIME = 500

STATIC_MODULES = (["StaticEmbedding"], ["StaticEmbedding", "Normalize"])


@dataclass(frozen=True, slots=True, eq=False)
class StaticEmbedder:
    """A tokenizer and one vector for each of its tokens."""

    identity: str
    tokenizer: Tokenizer
    table: NDArray[np.float32]
    query_prefix: str = ""
    passage_prefix: str = ""

    @classmethod
    def load(
        cls,
        folder: Path,
        *,
        query_prefix: str = "",
        passage_prefix: str = "",
        dimension: int | None = None,
    ) -> "StaticEmbedder":
        """Read a sentence-transformers folder that holds a static embedding.

        Raises:
            EmbeddingError: A file is absent or damaged, or has fewer than *dimension* numbers.
        """
        vocabulary, weights = _read(folder, TOKENIZER_FILE), _read(folder, WEIGHTS_FILE)
        try:
            tokenizer = Tokenizer.from_buffer(vocabulary)
            table = _table(load_tensors(weights))
            rows, full = table.shape
        except (ValueError, KeyError, IndexError, SafetensorError) as error:
            raise _damaged(folder) from error
        if rows < tokenizer.get_vocab_size():
            raise _damaged(folder)
        tokenizer.no_padding()
        tokenizer.no_truncation()
        unknown = tokenizer.token_to_id(UNKNOWN)
        if unknown is not None:
            table[unknown] = 0  # what the model does not know must not draw texts together
        table = np.ascontiguousarray(table[:, : kept_dimension(folder.name, full, dimension)])
        model = f"{folder.resolve().name}@{_digest(weights, vocabulary)}"
        identity = identify(model, table.shape[1], query_prefix, passage_prefix)
        return cls(identity, tokenizer, table, query_prefix, passage_prefix)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self.table.shape[1])

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit vector for each text that is to be found."""
        return self._embed(texts, self.passage_prefix)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit vector for each text that is searched with."""
        return self._embed(texts, self.query_prefix)

    def token_vectors(self, text: str) -> NDArray[np.float32]:
        """Return the vector of each known token, in order; a longer vector is a rarer token."""
        ids = np.array(self.tokenizer.encode(text, add_special_tokens=False).ids, dtype=np.int64)
        vectors = self.table[ids]
        return vectors[vectors.any(axis=1)]

    def _embed(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        prefixed = [prefix + text if text.strip() else "" for text in texts]
        encodings = self.tokenizer.encode_batch_fast(prefixed, add_special_tokens=False)
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, encoding in enumerate(encodings):
            sums[row] = self.table[np.array(encoding.ids, dtype=np.int64)].sum(axis=0)
        return unit(sums)


def identify(model: str, dimension: int, query_prefix: str, passage_prefix: str) -> str:
    """Return the name under which a model's vectors are kept.

    >>> identify("e5@1a2b", 384, "query: ", "passage: ")
    'e5@1a2b/384/query: |passage: '
    """
    prefixes = f"/{query_prefix}|{passage_prefix}" if query_prefix or passage_prefix else ""
    return f"{model}/{dimension}{prefixes}"


def kept_dimension(model: str, full: int, wanted: int | None) -> int:
    """Return how many of a vector's *full* numbers are kept.

    Raises:
        EmbeddingError: more are *wanted* than there are.

    >>> kept_dimension("e5", 384, None), kept_dimension("e5", 384, 128)
    (384, 128)
    """
    if wanted is not None and wanted > full:
        raise EmbeddingError(
            f"Språkmodellen {model!r} ger {full} tal per text, färre än "
            f"MOTESMINNE_EMBEDDING_DIMENSION={wanted}: sänk eller ta bort den inställningen."
        )
    return wanted or full


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the rows of *vectors* at length one; a row of zeros stays."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def is_static_model(folder: Path) -> bool:
    """Tell whether *folder* holds a static embedding, normalised or not, and nothing more."""
    try:
        modules = json.loads((folder / MODULES_FILE).read_bytes())
        kinds = [str(module["type"]).rsplit(".", 1)[-1] for module in modules]
    except (OSError, ValueError, TypeError, KeyError):
        return False
    return kinds in STATIC_MODULES


def _table(tensors: Mapping[str, NDArray[np.generic]]) -> NDArray[np.float32]:
    if TABLE in tensors:
        return tensors[TABLE].astype(np.float32)
    values = tensors[VALUES].astype(np.float32)
    if PLACES in tensors:
        values = _looked_up(values, tensors[PLACES])
    if LENGTHS in tensors:
        values *= tensors[LENGTHS].astype(np.float32)[:, None]
    return values


def _looked_up(values: NDArray[np.float32], places: NDArray[np.generic]) -> NDArray[np.float32]:
    """Return the *values* at *places*; a few rows at a time, since places are eight bytes each."""
    table = np.empty(places.shape + values.shape[1:], dtype=np.float32)
    for start in range(0, len(places), ROWS_AT_A_TIME):
        rows = slice(start, start + ROWS_AT_A_TIME)
        table[rows] = values[places[rows].astype(np.intp)]
    return table


def _digest(*contents: bytes) -> str:
    version = hashlib.sha256()
    for content in contents:
        version.update(content)
    return version.hexdigest()[:12]


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise EmbeddingError(
            f"Filen {name!r} i språkmodellen {str(folder)!r} saknas eller kan inte läsas: "
            "installera om Mötesminne, ange en annan modell i MOTESMINNE_EMBEDDING_MODEL, "
            f"eller {WORDS_ONLY}."
        ) from error


def _damaged(folder: Path) -> EmbeddingError:
    return EmbeddingError(
        f"Språkmodellen {str(folder)!r} är skadad: installera om Mötesminne, ange en annan "
        f"modell i MOTESMINNE_EMBEDDING_MODEL, eller {WORDS_ONLY}."
    )
