"""Hand a file on the disk to a reader, as the pipeline does."""

from pathlib import Path
from typing import Protocol

from ingest.limits import Limits
from ingest.source import File, Source


class Reader(Protocol):
    def read(self, file: File, limits: Limits) -> Source: ...


def handed(path: Path) -> File:
    """Return the file at *path* with its bytes."""
    return File(name=str(path), raw=path.read_bytes())


def read_by(reader: Reader, path: Path, limits: Limits | None = None) -> Source:
    """Return what *reader* reads at *path*."""
    return reader.read(handed(path), limits or Limits())
