"""Choose the format in which something is written."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from rag.errors import ExportError, any_of


class Format(StrEnum):
    """How something can be written; the values are those of `--format`."""

    TEXT = "text"
    MARKDOWN = "md"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


BINARY = frozenset({Format.DOCX, Format.PDF, Format.XLSX})
"""Those that a terminal cannot show."""

SUFFIXES = {
    ".txt": Format.TEXT,
    **{f".{kind}": kind for kind in Format if kind is not Format.TEXT},
    ".markdown": Format.MARKDOWN,
    ".htm": Format.HTML,
}


def chosen_format(asked: str | None, target: Path | None, among: Sequence[Format]) -> Format:
    """Return the format that is *asked* for, or that *target*'s name tells, or the first *among*.

    Raises:
        ExportError: it is none of those *among*, or a name whose ending tells none.
    """
    if asked is not None:
        return _known(asked.casefold(), among)
    if target is None or str(target) == "-":
        return among[0]
    if target.suffix.lower() in SUFFIXES:
        return _known(SUFFIXES[target.suffix.lower()], among)
    raise ExportError(
        f"Formatet framgår inte av filnamnet {target.name!r}: ange --format "
        f"{any_of(among)}, eller ett namn som slutar på {any_of(_suffixes(among))}."
    )


def _known(name: str, among: Sequence[Format]) -> Format:
    if name not in list(among):
        raise ExportError(f"Formatet {str(name)!r} kan inte skrivas här: välj {any_of(among)}.")
    return Format(name)


def _suffixes(among: Sequence[Format]) -> list[str]:
    return [next(suffix for suffix, kind in SUFFIXES.items() if kind is known) for known in among]
