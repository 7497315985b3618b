"""Write a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from rag.errors import DatasetError


def write_whole(path: Path, text: str) -> None:
    """Write *text* to *path*; a reader sees the old file or the new one, never half."""
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            dir=path.parent,
            prefix=f".{path.name}.",
            encoding="utf-8",
            newline="\n",
            delete=False,
        ) as unfinished:
            try:
                unfinished.write(text)
                unfinished.flush()
                os.fsync(unfinished.fileno())
            except BaseException:
                unfinished.close()
                Path(unfinished.name).unlink()
                raise
        _publish(Path(unfinished.name), path)
    except OSError as error:
        raise DatasetError(
            f"{path} kan inte skrivas ({error.strerror}); kontrollera mappen och dess rättigheter."
        ) from error


def _publish(unfinished: Path, path: Path) -> None:
    try:
        unfinished.chmod(0o644)
        unfinished.replace(path)
    except OSError:
        unfinished.unlink()
        raise
