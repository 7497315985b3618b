"""Load a model of sentence-transformers from this machine, or from its hub when that is allowed."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

from rag.errors import EmbeddingError, ModelError
from rag.settings import Settings

FOLDER_MARKS = (".", "/", "~")

WORDS_ONLY = "sök med bara orden så länge med MOTESMINNE_WORDS_ONLY=1"
"""What helps until the model is in order; the end of every error about a model."""


@dataclass(frozen=True, slots=True)
class _Sort:
    loader: str
    """The class of sentence-transformers that reads it."""
    called: str
    setting: str
    without: str
    """What else the user can do."""
    error: type[ModelError]


class Sort(Enum):
    """What a model is for."""

    EMBEDDING = _Sort(
        "SentenceTransformer",
        "Språkmodellen",
        "MOTESMINNE_EMBEDDING_MODEL",
        "ta bort inställningen för att använda den medföljande modellen",
        EmbeddingError,
    )
    RERANKER = _Sort(
        "CrossEncoder",
        "Omrangordnaren",
        "MOTESMINNE_RERANKER",
        "ta bort inställningen för att söka utan omrangordnare",
        ModelError,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Which model, where it runs, and how it may be fetched."""

    name: str
    """A folder, or a name that the hub knows."""
    device: str
    batch_size: int
    """How many texts it reads at a time."""
    allow_download: bool
    """Whether a model that is not on this machine may be fetched from the hub."""

    @property
    def is_folder(self) -> bool:
        """Whether the name can only be a folder's."""
        return self.name.startswith(FOLDER_MARKS) or Path(self.name).exists()


def source_of(name: str, settings: Settings) -> Source:
    """Return the source of the model *name*, to be run and fetched as *settings* say."""
    return Source(
        name=name,
        device=settings.device,
        batch_size=settings.batch_size,
        allow_download=settings.allow_download,
    )


def load_pretrained(sort: Sort, source: Source) -> Any:
    """Return the model of *source*, looked for on this machine first.

    Raises:
        ModelError: there is no such model, it is damaged, or the device is absent.
    """
    what = sort.value
    try:
        import sentence_transformers
        from transformers.utils.logging import disable_progress_bar
    except ImportError as error:
        raise what.error(
            f"{what.called} {source.name!r} kräver paketet sentence-transformers: installera "
            f"det, {what.without}, eller {WORDS_ONLY}."
        ) from error
    disable_progress_bar()  # type: ignore[no-untyped-call]
    # What they warn of on the way to an error is in the error.
    for library in ("sentence_transformers", "transformers"):
        logging.getLogger(library).setLevel(logging.ERROR)
    loader = partial(getattr(sentence_transformers, what.loader), source.name, device=source.device)
    try:
        model = _find(loader, source)
        return model.float() if source.device == "cpu" else model
    # A foreign file can be damaged in any way: tokenizers raises a bare `Exception`.
    except Exception as error:
        raise what.error(_cannot_load(sort, source, error)) from error


def _find(loader: Callable[..., Any], source: Source) -> Any:
    """Ask the hub only for what is not here, so that a model once fetched opens no connection."""
    if source.is_folder or not source.allow_download:
        return loader(local_files_only=True)
    try:
        return loader(local_files_only=True)
    except (OSError, ValueError):
        return loader(local_files_only=False)


def _cannot_load(sort: Sort, source: Source, error: Exception) -> str:
    what = sort.value
    if source.is_folder:
        check = f"kontrollera mappen i {what.setting}"
    elif source.allow_download:
        check = f"kontrollera namnet i {what.setting} och att datorn når nätet"
    else:
        check = (
            f"ange en mapp i {what.setting}, eller tillåt att modellen hämtas med "
            "MOTESMINNE_ALLOW_DOWNLOAD=1"
        )
    return (
        f"{what.called} {source.name!r} kan inte läsas in på enheten {source.device!r} "
        f"({type(error).__name__}): {check}, {what.without}, eller {WORDS_ONLY}."
    )


@contextmanager
def running(sort: Sort, source: Source) -> Iterator[None]:
    """Turn what fails while the model runs into one sentence.

    Raises:
        ModelError: the memory is too small, or the files do not fit each other.
    """
    what = sort.value
    try:
        yield
    # Out of memory is a RuntimeError; a tokenizer of another model gives an IndexError.
    except (RuntimeError, IndexError, ValueError, TypeError) as error:
        raise what.error(
            f"{what.called} {source.name!r} stannade på enheten {source.device!r} ({error}): "
            f"pröva en mindre MOTESMINNE_BATCH_SIZE, {what.without}, eller {WORDS_ONLY}."
        ) from error
