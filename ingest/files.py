"""Find the files that paths, folders and patterns mean."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.failure import shown
from ingest.read import SUFFIXES

SAMPLES = Path(__file__).parent / "samples"
"""Invented minutes, for trying the product and for its tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something about one file that its owner must know; `message` is a Swedish sentence."""

    source: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files to read, in order, and what came of the rest."""

    files: tuple[Path, ...]
    skipped: tuple[str, ...]
    """Files in folders that are of another kind than those that can be read."""
    failed: tuple[Problem, ...]


def find_files(paths: Sequence[Path]) -> Found:
    """Return the files that *paths* mean: files as they are, folders with all in them, globs."""
    files: dict[Path, None] = {}
    skipped: dict[str, None] = {}
    failed: list[Problem] = []
    for path in paths:
        if not path.is_dir():
            matches = list(_matches(path))
            files.update(dict.fromkeys(matches))
            if not matches:
                failed.append(_nothing(path, "finns inte; kontrollera sökvägen"))
            continue
        for file in _walk(path, failed):
            if file.suffix.lower() in SUFFIXES:
                files[file] = None
            else:
                skipped[str(file)] = None
        if not any(file.is_relative_to(path) for file in files) and not failed:
            failed.append(_nothing(path, f"har inga filer att läsa ({', '.join(SUFFIXES)})"))
    return Found(files=tuple(files), skipped=tuple(skipped), failed=tuple(failed))


def _matches(path: Path) -> Iterator[Path]:
    """Return *path* itself, or what it matches when it is a pattern."""
    if path.exists() or not any(sign in str(path) for sign in "*?["):
        if path.exists():
            yield path
        return
    base = Path(path.anchor)
    yield from sorted(p for p in base.glob(str(path.relative_to(path.anchor))) if p.is_file())


def _walk(folder: Path, failed: list[Problem]) -> Iterator[Path]:
    """Yield the visible files in *folder*, and note the folders that may not be read."""

    def refused(error: OSError) -> None:
        failed.append(_nothing(Path(error.filename), f"kan inte läsas ({error.strerror})"))

    for parent, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _nothing(path: Path, reason: str) -> Problem:
    return Problem(source=str(path), message=f"{shown(path)} {reason}.")
