"""Let an uploaded file that only has the name of an earlier one lie beside it."""

from dataclasses import replace
from pathlib import Path

from ingest.members import distinct
from ingest.preview import Preview, Standing
from rag.minutes import Document
from rag.storing.foreseen import of_same_meeting


def settled(line: Preview, folder: Path) -> Preview:
    """Return *line* with its place in *folder*, which is not that of a file of other minutes."""
    at = Path(line.incoming.location)
    if line.standing is not Standing.CHANGED or at.parent != folder or _is_update(line):
        return line
    beside = folder / distinct(at.name, [path.name for path in folder.iterdir()])
    return replace(
        line,
        standing=Standing.NEW,
        alike=(),
        incoming=replace(line.incoming, location=str(beside)),
    )


def _is_update(line: Preview) -> bool:
    """Tell whether a file is of the meeting of the one with its name, or of no dated meeting."""
    return any(
        _named(new) == _named(old) or bool(of_same_meeting(new, [old]))
        for new in line.documents
        for old in line.alike
    )


def _named(document: Document) -> tuple[object, ...]:
    minutes = document.minutes
    return minutes.date and minutes.date.first, minutes.body, minutes.title
