"""Turn the bytes of a file into a cleaned `Source`, by the reader of its format."""

import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ingest.clean import clean
from ingest.failure import too_large, unreadable
from ingest.formats import Format, recognise
from ingest.interpret import interpret
from ingest.limits import Limits
from ingest.source import File, Source

# Modules, not functions: a reader's library loads only when such a file turns up.
READERS: Mapping[Format, str] = {
    Format.TEXT: "ingest.readers.text",
    Format.HTML: "ingest.readers.html",
    Format.DOCX: "ingest.readers.docx",
    Format.ODT: "ingest.readers.odt",
    Format.RTF: "ingest.readers.rtf",
    Format.PDF: "ingest.readers.pdf",
    Format.IMAGE: "ingest.readers.image",
    Format.MAIL: "ingest.readers.mail",
}

LETTER = re.compile(r"[^\W\d_]")


class Reader(Protocol):
    """A module that reads one format."""

    def read(self, file: File, limits: Limits) -> Source:
        """Return the text of the file, as found; raise `ReadError` when there is none."""


def read_source(path: Path, *, max_bytes: int) -> Source:
    """Return the cleaned text of the file at *path*, read in this process.

    Raises:
        ReadError: The file is absent, too large, of an unknown kind, damaged, protected or
            without text; the message names it and says what to do.
    """
    file = load(path, max_bytes=max_bytes)
    return read_file(file, recognise(file), Limits(max_bytes=max_bytes))


def load(path: Path, *, max_bytes: int, name: str = "") -> File:
    """Return the bytes of the file at *path*, called by its path or by *name*.

    Raises:
        ReadError: It is absent, no file, too large or empty, or may not be read.
    """
    name = name or str(path)
    try:
        if path.is_dir():
            raise unreadable(name, "är en katalog; ange en fil.")
        if not path.exists():
            raise unreadable(name, "finns inte; kontrollera sökvägen.")
        if not path.is_file():  # a pipe has no end
            raise unreadable(name, "är ingen vanlig fil; ange en fil.")
        if path.stat().st_size > max_bytes:
            raise too_large(name, path.stat().st_size, max_bytes)
        raw = path.read_bytes()
    except PermissionError as error:
        raise unreadable(name, "får inte läsas; ge dig läsrättighet till den.") from error
    except OSError as error:
        raise unreadable(name, "kan inte öppnas; kontrollera sökvägen.") from error
    if not raw:
        raise unreadable(name, "är tom; spara den på nytt.")
    return File(name=name, raw=raw)


def read_file(file: File, format_: Format, limits: Limits) -> Source:
    """Return the cleaned text of *file*.

    Raises:
        ReadError: It is damaged, protected or without text.
    """
    return finish(file, format_, draft(file, format_, limits), limits)


def draft(file: File, format_: Format, limits: Limits) -> Source:
    """Return what can be read of *file* without interpreting pictures."""
    return cast("Reader", import_module(READERS[format_])).read(file, limits)


def finish(file: File, format_: Format, source: Source, limits: Limits) -> Source:
    """Interpret the pictures in *source*, where possible, and clean it."""
    cleaned = clean(interpret(file, format_, source, limits))
    if not LETTER.search(cleaned.text):
        raise unreadable(file.name, "innehåller ingen text; kontrollera att det är rätt fil.")
    return cleaned
