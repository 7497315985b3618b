"""Embed texts with any sentence-transformers model, by name or folder; imported on first use."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.models.pretrained import Sort, Source, load_pretrained, running
from rag.models.static_embedding import identify, kept_dimension, unit

# A file's beginning and end tell two versions of large weights apart; all would take seconds.
FINGERPRINT_BYTES = 1 << 20

# The E5 models were trained with these words before each text, but most of them do not say so in
# their files; without them they search worse, and nothing tells.
E5 = re.compile(r"\be5-(?:small|base|large)(?!.*instruct)", re.IGNORECASE)
E5_PREFIXES = ("query: ", "passage: ")


@dataclass(frozen=True, slots=True, eq=False)
class SentenceTransformerEmbedder:
    """A sentence-transformers model with the prefixes that it wants."""

    identity: str
    dimension: int
    model: Any
    source: Source
    query_prefix: str = ""
    passage_prefix: str = ""

    @classmethod
    def load(
        cls,
        source: Source,
        *,
        query_prefix: str = "",
        passage_prefix: str = "",
        dimension: int | None = None,
    ) -> "SentenceTransformerEmbedder":
        """Load the model of *source*.

        Prefixes that are not given are those that the model was trained with, if it is known.

        Raises:
            EmbeddingError: There is no such model, it is damaged, the device is absent, or its
                vectors have fewer than *dimension* numbers.
        """
        name, model = source.name, load_pretrained(Sort.EMBEDDING, source)
        query, passage = trained_prefixes(name, model.prompts or {})
        query, passage = query_prefix or query, passage_prefix or passage
        kept = kept_dimension(name, int(model.get_embedding_dimension()), dimension)
        identity = identify(f"{_name(name)}@{_version(name, model)}", kept, query, passage)
        return cls(identity, kept, model, source, query, passage)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit vector for each text that is to be found."""
        return self._embed(texts, self.passage_prefix)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a unit vector for each text that is searched with."""
        return self._embed(texts, self.query_prefix)

    def _embed(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [row for row, text in enumerate(texts) if text.strip()]
        if filled:
            with running(Sort.EMBEDDING, self.source):
                whole = self.model.encode(
                    [texts[row] for row in filled],
                    prompt=prefix,
                    batch_size=self.source.batch_size,
                    show_progress_bar=False,
                )
            vectors[filled] = whole[:, : self.dimension]
        return unit(vectors)


def trained_prefixes(name: str, prompts: Mapping[str, str | None]) -> tuple[str, str]:
    """Return what a model wants before questions and passages, by its own prompts or its name.

    >>> trained_prefixes("intfloat/multilingual-e5-small", {})
    ('query: ', 'passage: ')
    """
    query = prompts.get("query") or ""
    passage = prompts.get("document") or prompts.get("passage") or ""
    if not query and not passage and E5.search(name):
        return E5_PREFIXES
    return query, passage


def _name(name: str) -> str:
    return Path(name).resolve().name if Path(name).exists() else name


def _version(name: str, model: Any) -> str:
    """Return a fingerprint of a folder's files, or the revision that came from the hub."""
    folder = Path(name)
    if not folder.is_dir():
        config = getattr(getattr(model[0], "auto_model", None), "config", None)
        return str(getattr(config, "_commit_hash", None) or "main")[:12]
    version = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        size = file.stat().st_size
        version.update(f"{file.relative_to(folder).as_posix()} {size}".encode())
        with file.open("rb") as content:
            version.update(content.read(FINGERPRINT_BYTES))
            content.seek(max(0, size - FINGERPRINT_BYTES))
            version.update(content.read())
    return version.hexdigest()[:12]
