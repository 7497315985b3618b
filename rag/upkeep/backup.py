"""Write a library to one zip file while it is in use, and restore it from there.

The zip holds SQLite's file and the files that users gave; words and vectors are made anew.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pydantic import TypeAdapter, ValidationError

from rag.access import EVERYTHING, Access
from rag.errors import BackupError
from rag.storing.database import Database
from rag.storing.rebuilding import UNPACKED
from rag.storing.store import Store
from rag.upkeep.leftovers import others

FORMAT = 1
MANIFEST = "innehall.json"
DATABASE = "library.sqlite"
FILES = "filer/"
BLOCK = 1 << 20
# The tables that name the place of a file; in SQLite's file of another directory it is another.
PLACES = ("location", "correction", "task_mark", "summary_edit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself."""

    format: int
    library: str
    """The directory that it is of."""
    meetings: int
    digests: dict[str, str]
    """The SHA-256 of each file."""


MANIFESTS = TypeAdapter(Manifest)


def back_up(directory: Path, target: Path, access: Access) -> Manifest:
    """Write the library in *directory* to the zip file *target*, whole or not at all.

    Raises:
        AccessError: *access* is to a part of it.
        BackupError: it cannot be written there.
    """
    target = target.expanduser()
    if target.resolve().is_relative_to(directory.resolve()):
        raise BackupError(f"Filen {target} ligger i biblioteket självt: välj en annan mapp.")
    try:
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=".motesminne-") as made:
            packed = Path(made) / "kopia.zip"
            manifest = _pack(directory, Path(made) / DATABASE, packed, access)
            packed.replace(target)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or error
        raise BackupError(
            f"Säkerhetskopian {target} kan inte skrivas ({why}): kontrollera att mappen finns, att "
            "du får skriva i den och att disken inte är full."
        ) from error
    return manifest


def _pack(directory: Path, copy: Path, packed: Path, access: Access) -> Manifest:
    with closing(Database.open(directory, access)) as database:
        database.copy_to(copy)
    with closing(
        Database.open(copy.parent, EVERYTHING)
    ) as copied:  # the other one may hold more by now
        meetings = copied.value("select count(*) from document where ready = 1")
    files = {DATABASE: copy}
    for path in others(directory):
        files[FILES + path.relative_to(directory).as_posix()] = path
    with packed.open("wb") as raw, ZipFile(raw, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        digests = {name: _put(archive, name, path) for name, path in files.items()}
        manifest = Manifest(
            format=FORMAT,
            library=str(directory.resolve()),
            meetings=meetings,
            digests={name: digest for name, digest in digests.items() if digest},
        )
        archive.writestr(MANIFEST, MANIFESTS.dump_json(manifest, indent=2))
        archive.close()
        raw.flush()
        os.fsync(raw.fileno())
    return manifest


def _put(archive: ZipFile, name: str, path: Path) -> str:
    """Put a file into *archive*; return its digest, nothing when it went meanwhile."""
    digest = hashlib.sha256()
    try:
        source = path.open("rb")
    except FileNotFoundError:
        return ""
    with source, archive.open(name, "w", force_zip64=True) as packed:
        while block := source.read(BLOCK):
            digest.update(block)
            packed.write(block)
    return digest.hexdigest()


def restore(store: Store, source: Path) -> Manifest:
    """Let the library of *store* be what the backup *source* holds, and nothing else.

    Raises:
        BackupError: it is no backup, or is damaged; nothing has been changed.
        LibraryVersionError: a newer version of the program wrote it; nothing has been changed.
    """
    try:
        unpacked = Path(tempfile.mkdtemp(dir=store.directory, prefix=UNPACKED))
    except OSError as error:
        raise BackupError(_unreadable(source, error)) from error
    try:
        manifest = _unpack(source, unpacked)
        with closing(Database.open(unpacked, EVERYTHING)) as database:
            if database.value("pragma quick_check") != "ok":
                raise BackupError(_damaged(source, "databasen är inte hel"))
            _move_places(database, Path(manifest.library), store.directory.resolve())
            store.replace_all(database, lambda: _place(unpacked / FILES, store.directory))
    finally:
        shutil.rmtree(unpacked, ignore_errors=True)
    return manifest


def _unpack(source: Path, target: Path) -> Manifest:
    try:
        with ZipFile(source.expanduser()) as archive:
            manifest = MANIFESTS.validate_json(archive.read(MANIFEST))
            if manifest.format != FORMAT or DATABASE not in manifest.digests:
                raise BackupError(_damaged(source, "formatet är okänt; uppgradera programmet"))
            for name, digest in manifest.digests.items():
                _take(archive, source, name, target, digest)
    except (BadZipFile, KeyError, ValidationError, json.JSONDecodeError) as error:
        raise BackupError(_damaged(source, "den är ingen hel säkerhetskopia")) from error
    except OSError as error:
        raise BackupError(_unreadable(source, error)) from error
    return manifest


def _take(archive: ZipFile, source: Path, name: str, target: Path, digest: str) -> None:
    parts = PurePosixPath(name).parts
    if name.startswith("/") or ".." in parts or "\\" in name or ":" in name:
        raise BackupError(_damaged(source, f"filen {name!a} skulle hamna utanför biblioteket"))
    path = target.joinpath(*parts)
    path.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    with archive.open(name) as packed, path.open("wb") as file:
        while block := packed.read(BLOCK):
            found.update(block)
            file.write(block)
    if found.hexdigest() != digest:
        raise BackupError(_damaged(source, f"filen {name!a} är ändrad"))


def _unreadable(source: Path, error: OSError) -> str:
    return (
        f"Säkerhetskopian {source} kan inte läsas in ({error.strerror}): kontrollera att den "
        "finns, att du får skriva i biblioteket och att disken inte är full."
    )


def _damaged(source: Path, why: str) -> str:
    return f"Säkerhetskopian {source} kan inte användas, {why}: välj en annan."


def _move_places(database: Database, old: Path, new: Path) -> None:
    """Let files that lay in the *old* directory of the library lie in the *new* one."""
    if old == new:
        return
    start = f"{old}{os.sep}"
    with database.transaction():
        database.rows("pragma defer_foreign_keys=on")
        for table in PLACES:
            database.rows(
                f"update {table} set path = ?1 || substr(path, ?2) "  # noqa: S608 - fixed names
                "where substr(path, 1, ?3) = ?4",
                [f"{new}{os.sep}", len(start) + 1, len(start), start],
            )


def _place(unpacked: Path, directory: Path) -> None:
    """Put the files of users in *directory*, instead of those there."""
    wanted = {path.relative_to(unpacked): path for path in _files(unpacked)}
    for path in list(others(directory)):
        relative = path.relative_to(directory)
        if relative not in wanted:
            path.unlink(missing_ok=True)
    for relative, path in wanted.items():
        target = directory / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def _files(folder: Path) -> Iterable[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []
