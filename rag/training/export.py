"""Write a table of token vectors as a sentence-transformers folder, small enough to ship.

A value takes one byte: `embeddings` holds the 255 values that a byte can stand for, `mapping` the
byte of each place in the table, and `weights` each row's scale. Sentence-transformers (6.2) joins
the three to a plain table of floats when it loads the folder, and so does
`rag.models.static_embedding`.
"""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save
from tokenizers import Tokenizer

from rag.models.static_embedding import (
    LENGTHS,
    MODULES_FILE,
    PLACES,
    TOKENIZER_FILE,
    UNKNOWN,
    VALUES,
    WEIGHTS_FILE,
)

# A byte stands for -1, -126/127 … 126/127, 1 times its row's scale.
STEPS = 127

MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "", "type": "sentence_transformers.models.Normalize"},
]
CONFIG = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def export(folder: Path, tokenizer: Tokenizer, table: NDArray[np.float32]) -> None:
    """Write the model's files to *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    table = table.copy()
    table[tokenizer.token_to_id(UNKNOWN)] = 0  # what is unknown must not draw texts together
    (folder / TOKENIZER_FILE).write_text(tokenizer.to_str(), encoding="utf-8")
    (folder / WEIGHTS_FILE).write_bytes(save(compact(table)))
    _write_json(folder / MODULES_FILE, MODULES)
    _write_json(folder / "config_sentence_transformers.json", CONFIG)


def compact(table: NDArray[np.float32]) -> dict[str, NDArray[np.generic]]:
    """Return the table's three parts; row `t` is about `embeddings[mapping[t]] * weights[t]`."""
    scale = np.abs(table).max(axis=1)
    steps = np.rint(table / np.where(scale > 0, scale, 1)[:, None] * STEPS)
    # Cosines do not change with the scale of all rows: let the mean row have length one.
    length = np.linalg.norm(table, axis=1).mean() or 1.0
    return {
        VALUES: (np.arange(-STEPS, STEPS + 1) / STEPS).astype(np.float32),
        PLACES: (steps + STEPS).astype(np.uint8),
        LENGTHS: (scale / length).astype(np.float32),
    }


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
