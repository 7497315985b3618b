"""Say what goes, and what stays, when a meeting is removed."""

from pathlib import Path

from ingest.source import MEMBER
from rag.minutes import Document
from ui import local, strings
from ui.parsed import understood


def removal(document: Document, *, edits: int, corrections: int, uploads: Path) -> tuple[str, ...]:
    """Return sentences on what becomes of *document*, of what was done to it, and of its file.

    Args:
        document: What is to be removed.
        edits: How many lines of its summary were changed.
        corrections: How many of its fields were corrected.
        uploads: Where files that were added in the app are kept.
    """
    lost = _counted((edits, strings.EDIT_FORMS), (corrections, strings.CORRECTION_FORMS))
    held = ", ".join(understood(document))
    return (
        strings.REMOVE_TEXT.format(held=strings.REMOVE_HELD.format(held=held) if held else ""),
        *([strings.REMOVE_OWN.format(lost=lost)] if lost else []),
        _of_file(document, uploads),
    )


def _counted(*counts: tuple[int, tuple[str, str]]) -> str:
    return ", ".join(local.count(number, forms) for number, forms in counts if number)


def _of_file(document: Document, uploads: Path) -> str:
    path, member, _ = document.location.partition(MEMBER)
    if member:
        return strings.REMOVE_MEMBER.format(path=path)
    if Path(path).parent == uploads:
        return strings.REMOVE_UPLOAD.format(name=Path(path).name)
    return strings.REMOVE_FILE.format(path=path)
