"""`motesminne restore`: let the library be what a backup holds."""

from pathlib import Path
from typing import Annotated

import typer

from rag.errors import BackupError, LibraryDamagedError
from rag.settings import Settings
from rag.storing.store import Store
from ui import local, strings
from ui.commands.options import JsonOption, LibraryOption, print_json, read_settings


def run(
    source: Annotated[Path, typer.Argument(metavar="FIL.zip", help="En säkerhetskopia.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Ersätt det som finns i biblioteket.")] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Återställ biblioteket från en säkerhetskopia; det som finns där ersätts."""
    from rag.upkeep.backup import restore

    store = _open(read_settings(library), yes=yes)
    present = len(store.library.meetings(copies=True))
    if present and not yes:
        raise BackupError(
            f"Biblioteket i {store.directory} har redan "
            f"{local.count(present, strings.MEETING_FORMS)}: lägg till --yes för att ersätta det."
        )
    manifest = restore(store, source)
    if as_json:
        print_json({"restored": str(source), "meetings": manifest.meetings})
    else:
        meetings = local.count(manifest.meetings, strings.MEETING_FORMS)
        typer.echo(f"Återställt: {meetings} i {store.directory}")


def _open(settings: Settings, *, yes: bool) -> Store:
    """Open the library; a damaged one is put aside when all of it is to be replaced."""
    from rag.assembling.assembly import open_store
    from rag.upkeep.leftovers import set_aside

    try:
        store = open_store(settings)
        store.library.meetings(copies=True)
    except LibraryDamagedError:
        if not yes:
            raise
        aside = set_aside(settings.library)
        typer.echo(f"Den skadade databasen ligger kvar som {aside}", err=True)
        store = open_store(settings)
    return store
