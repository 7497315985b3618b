"""Find the files that paths, folders and patterns mean."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ingest.failure import Problem, shown
from ingest.formats import SUFFIXES

SAMPLES = Path(__file__).parent / "samples"
"""Invented minutes, for trying the product and for its tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files to read, in order, and what came of the rest."""

    files: tuple[Path, ...]
    skipped: tuple[str, ...]
    """Files in folders that are of another kind than those that can be read."""
    failed: tuple[Problem, ...]


def find_files(paths: Sequence[Path]) -> Found:
    """Return the files that *paths* mean: files as they are, folders with all in them, globs."""
    found = [_find(path) for path in paths]
    files = dict.fromkeys(chain.from_iterable(part.files for part in found))
    unnamed = [file for file in files if not _has_text_name(file)]
    return Found(
        files=tuple(file for file in files if file not in unnamed),
        skipped=tuple(dict.fromkeys(chain.from_iterable(part.skipped for part in found))),
        failed=(
            *chain.from_iterable(part.failed for part in found),
            *(
                _problem(file, "har ett namn som inte är UTF-8; byt namn på den")
                for file in unnamed
            ),
        ),
    )


def _find(path: Path) -> Found:
    try:
        return _in_folder(path) if path.is_dir() else _matches(path)
    except (OSError, ValueError):  # a name of a thousand letters, a pattern such as `**.md`
        return _nothing(path, "är ingen giltig sökväg; kontrollera den")


def _in_folder(folder: Path) -> Found:
    """Return the visible files in *folder*, and the folders in it that may not be read."""
    failed: list[Problem] = []
    visible = list(_walk(folder, failed))
    files = tuple(file for file in visible if file.suffix.lower() in SUFFIXES)
    if not files and not failed:
        return _nothing(folder, f"har inga filer att läsa ({', '.join(SUFFIXES)})")
    skipped = tuple(shown(file) for file in visible if file.suffix.lower() not in SUFFIXES)
    return Found(files=files, skipped=skipped, failed=tuple(failed))


def _matches(path: Path) -> Found:
    """Return *path* itself, or what it matches when it is a pattern."""
    files = [path] if path.exists() else []
    if not files and any(sign in str(path) for sign in "*?["):
        base = Path(path.anchor)
        matches = base.glob(str(path.relative_to(path.anchor)))
        files = sorted(match for match in matches if match.is_file())
    if not files:
        return _nothing(path, "finns inte; kontrollera sökvägen")
    return Found(files=tuple(files), skipped=(), failed=())


def _walk(folder: Path, failed: list[Problem]) -> Iterator[Path]:
    """Yield the visible files in *folder*, and note the folders that may not be read."""

    def refused(error: OSError) -> None:
        failed.append(
            _problem(
                Path(error.filename),
                f"kan inte läsas ({error.strerror}): kontrollera läsrättigheten",
            )
        )

    for parent, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith("."))


def _has_text_name(file: Path) -> bool:
    """Tell whether *file*'s name can be stored and shown; an old archive's Latin-1 cannot."""
    try:
        str(file).encode()
    except UnicodeEncodeError:
        return False
    return True


def _nothing(path: Path, reason: str) -> Found:
    return Found(files=(), skipped=(), failed=(_problem(path, reason),))


def _problem(path: Path, reason: str) -> Problem:
    return Problem(source=shown(path), message=f"{shown(path)} {reason}.")
