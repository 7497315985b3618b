"""`motesminne backup`: write the library to one file, also while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from ui import local, strings
from ui.commands.options import JsonOption, LibraryOption, print_json, settings_of_existing


def run(
    target: Annotated[Path, typer.Argument(metavar="FIL.zip", help="Dit kopian skrivs.")],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Skriv en säkerhetskopia av biblioteket, också medan det används."""
    from rag.upkeep.backup import back_up

    settings = settings_of_existing(library)
    manifest = back_up(settings.library, target, settings.access)
    files = len(manifest.digests) - 1
    if as_json:
        print_json({"backup": str(target), "meetings": manifest.meetings, "files": files})
    else:
        meetings = local.count(manifest.meetings, strings.MEETING_FORMS)
        kept = local.count(files, strings.FILE_FORMS)
        typer.echo(f"Säkerhetskopierat: {meetings} och {kept} till {target}")
