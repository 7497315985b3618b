"""Write all that a library holds to a folder of plain files that need no Mötesminne."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from rag.errors import ExportError, LibraryDamagedError
from rag.minutes import Document
from rag.storing.database import Database
from rag.storing.library import Library
from rag.upkeep.leftovers import others

DOCUMENT = TypeAdapter(Document)

# What users did, each table as a list of objects. Columns that hold JSON are told by their names.
TABLES: Mapping[str, tuple[str, ...]] = {
    "location": ("path", "source", "id"),
    "correction": ("path", "field", "value"),
    "task_mark": ("path", "key", "done"),
    "summary_edit": ("path", "line", "act", "text", "cited"),
    "followed": ("topic", "seen"),
    "conversation": ("id", "name", "changed"),
    "turn": ("conversation", "number", "asked", "answer", "problem", "gone", "verdict"),
    "turn_within": ("conversation", "number", "bodies"),
    "followed_within": ("bodies", "topic", "seen"),
}
OF_ALL = frozenset({"turn_within", "followed_within"})
"""What is not shown to whoever sees a part of the library."""
JSON = frozenset({"asked", "answer", "verdict"})
JOINS = {"location": "location join document on document = key"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written."""

    meetings: int
    files: int
    """Files of users."""
    unreadable: tuple[str, ...]
    """What SQLite's file is too damaged to tell, by id or by table."""


def export(db: Database, directory: Path, folder: Path) -> Exported:
    """Write the library in *directory* to the *folder*, which is made, and read on where damaged.

    Raises:
        ExportError: the folder has something in it, or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise ExportError(f"Mappen {folder} är inte tom: ange en ny.")
        return _export(db, directory, folder)
    except OSError as error:
        raise ExportError(
            f"Det går inte att skriva i mappen {folder} ({error.strerror}): välj en annan, eller "
            "gör plats på disken."
        ) from error


def _export(db: Database, directory: Path, folder: Path) -> Exported:
    library, unreadable, written = Library(db), list[str](), 0
    (folder / "moten").mkdir()
    for document in _ids(db, unreadable):
        try:
            _write_document(folder / "moten", library.document(document))
            written += 1
        except LibraryDamagedError:
            unreadable.append(document)
    shown = TABLES.keys() - (OF_ALL if db.access.is_limited else set())
    tables = {name: _table(db, name, unreadable) for name in TABLES if name in shown}
    _write_json(folder / "bibliotek.json", tables)
    kept = [path for path in others(directory) if _is_seen(path, db, library)]
    for path in kept:
        target = folder / "filer" / path.relative_to(directory)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return Exported(meetings=written, files=len(kept), unreadable=tuple(unreadable))


def _is_seen(path: Path, db: Database, library: Library) -> bool:
    """Tell whether a file of users, which may be of anything, is of minutes that are seen."""
    return not db.access.is_limited or library.located(str(path)) is not None


def _ids(db: Database, unreadable: list[str]) -> list[Any]:
    try:
        return [one for (one,) in db.rows("select id from document where ready = 1 order by id")]
    except LibraryDamagedError:
        unreadable.append("document")
        return []


def _write_document(folder: Path, document: Document) -> None:
    day = document.minutes.date
    name = f"{day.first.isoformat() if day else 'utan-datum'}-{document.id[:12]}"
    _write_json(folder / f"{name}.json", DOCUMENT.dump_python(document, mode="json"))
    (folder / f"{name}.txt").write_text(document.text, encoding="utf-8")


def _table(db: Database, name: str, unreadable: list[str]) -> list[dict[str, Any]]:
    columns = TABLES[name]
    try:
        rows = db.rows(f"select {', '.join(columns)} from {JOINS.get(name, name)}")  # noqa: S608 - fixed names
    except LibraryDamagedError:
        unreadable.append(name)
        return []
    return [
        {
            column: json.loads(value or "null") if column in JSON else value
            for column, value in zip(columns, row, strict=True)
        }
        for row in rows
    ]


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
