"""Embed texts with any sentence-transformers model, by name or folder; imported on first use."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rag.errors import EmbeddingError
from rag.static_embedding import identify, unit

# A file's beginning and end tell two versions of large weights apart; all would take seconds.
FINGERPRINT_BYTES = 1 << 20

OFFLINE_VARIABLES = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


@dataclass(frozen=True, slots=True, eq=False)
class SentenceTransformerEmbedder:
    """A sentence-transformers model with the prefixes that it wants."""

    identity: str
    dimension: int
    model: Any
    query_prefix: str = ""
    passage_prefix: str = ""

    @classmethod
    def load(
        cls,
        name: str,
        *,
        query_prefix: str = "",
        passage_prefix: str = "",
        device: str = "cpu",
    ) -> "SentenceTransformerEmbedder":
        """Load a model from a folder, from the local cache, or else from its hub.

        Prefixes that are not given are taken from the model, if it names any.

        Raises:
            EmbeddingError: There is no such model, it is damaged, or the device is absent.
        """
        model = _load(name, device)
        prompts = {key: text or "" for key, text in dict(model.prompts or {}).items()}
        query = query_prefix or prompts.get("query", "")
        passage = passage_prefix or prompts.get("document") or prompts.get("passage", "")
        dimension = int(model.get_embedding_dimension())
        identity = identify(f"{_name(name)}@{_version(name, model)}", dimension, query, passage)
        return cls(identity, dimension, model, query, passage)

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
            vectors[filled] = self.model.encode(
                [texts[row] for row in filled], prompt=prefix, show_progress_bar=False
            )
        return unit(vectors)


def _load(name: str, device: str) -> Any:
    """Try what lies on this machine first, so that a model once fetched opens no connection."""
    try:
        from safetensors import SafetensorError
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EmbeddingError(
            f"Modellen {name!r} kräver paketet sentence-transformers: installera det, "
            "eller ta bort MOTESMINNE_EMBEDDING_MODEL för att använda den medföljande modellen."
        ) from error
    local = Path(name).exists() or any(os.environ.get(key) for key in OFFLINE_VARIABLES)
    attempts = (True,) if local else (True, False)
    failure: Exception | None = None
    for local_files_only in attempts:
        try:
            model = SentenceTransformer(name, device=device, local_files_only=local_files_only)
        except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
            failure = error
        else:
            return model.float() if device == "cpu" else model
    raise EmbeddingError(
        f"Språkmodellen {name!r} kan inte läsas in på enheten {device!r}: kontrollera namnet eller "
        "mappen i MOTESMINNE_EMBEDDING_MODEL, hämta modellen i förväg om datorn saknar nät, "
        "eller ta bort inställningen för att använda den medföljande modellen."
    ) from failure


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
