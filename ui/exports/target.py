"""Write a finished export to its file, whole or not at all, or to standard output."""

import os
import sys
import tempfile
from pathlib import Path

from ingest.failure import shown
from rag.errors import ExportError

STANDARD_OUTPUT = "-"


def check(target: Path | None) -> None:
    """See that *target* can be written, before what is to stand there is made.

    Raises:
        ExportError: its folder is missing, it is a folder, or it is write-protected.
    """
    if target is not None and str(target) != STANDARD_OUTPUT:
        _check_file(target.expanduser())


def check_terminal(target: Path | None) -> None:
    """See that what is no text is not to be shown in a terminal.

    Raises:
        ExportError: it is.
    """
    if (target is None or str(target) == STANDARD_OUTPUT) and sys.stdout.isatty():
        raise ExportError("Formatet kan inte visas i terminalen: ange en fil med -o.")


def deliver(content: str | bytes, target: Path | None) -> None:
    """Write *content* to the file *target*, or to standard output when that is none or `-`.

    Raises:
        ExportError: the file cannot be written, or the content is nothing for a terminal.
    """
    if target is not None and str(target) != STANDARD_OUTPUT:
        write_whole(target, content.encode() if isinstance(content, str) else content)
    elif isinstance(content, str):
        sys.stdout.write(content)
    else:
        check_terminal(target)
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path*; a reader sees the old file or the new one, never half.

    Raises:
        ExportError: it cannot be written, and is as it was before.
    """
    path = path.expanduser()
    _check_file(path)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device is no file to replace
        else:
            _replace(path.resolve(), data)  # a link stays a link
    except OSError as error:
        raise ExportError(
            f"Filen {shown(path)} kan inte skrivas ({error.strerror}): stäng den om den är öppen "
            "i ett annat program, eller välj en annan fil."
        ) from error


def _check_file(path: Path) -> None:
    try:
        problem = _problem(path)
    except OSError as error:  # such as a name that is too long
        problem = f"{error.strerror}; välj en annan fil"
    if problem:
        raise ExportError(f"Filen {shown(path)} kan inte skrivas: {problem}.")


def _problem(path: Path) -> str | None:
    """Say why *path* cannot be written, of what can be seen beforehand."""
    if path.is_dir():
        return "det är en mapp; ange också ett filnamn"
    if not path.parent.is_dir():
        return f"mappen {shown(path.parent)} finns inte; skapa den eller välj en annan"
    if path.exists() and not os.access(path, os.W_OK):
        return "den är skrivskyddad; välj en annan fil"
    if not os.access(path.parent, os.W_OK):
        return f"det är inte tillåtet i mappen {shown(path.parent)}; välj en annan"
    return None


def _replace(path: Path, data: bytes) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".motesminne-")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(mode)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
