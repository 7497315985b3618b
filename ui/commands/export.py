"""`motesminne export`: the whole library as plain files."""

from pathlib import Path
from typing import Annotated

import typer

from ui import local, strings
from ui.commands.options import JsonOption, LibraryOption, print_json, settings_of_existing


def run(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="En ny eller tom mapp.")],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Skriv hela biblioteket till en mapp: möten som JSON och text, samtal, rättelser, filer."""
    from rag.storing.database import Database
    from rag.upkeep.export import export

    settings = settings_of_existing(library)
    done = export(
        Database.open(settings.library, settings.access), settings.library, folder.expanduser()
    )
    if as_json:
        print_json(
            {
                "folder": str(folder),
                "meetings": done.meetings,
                "files": done.files,
                "unreadable": list(done.unreadable),
            }
        )
    else:
        meetings = local.count(done.meetings, strings.MEETING_FORMS)
        files = local.count(done.files, strings.FILE_FORMS)
        typer.echo(f"Exporterat: {meetings} och {files} till {folder}")
        for what in done.unreadable:
            typer.echo(f"Kan inte läsas, databasen är skadad: {what}")
    if done.unreadable:
        raise typer.Exit(1)
