"""`motesminne watch`: take in what is new in a folder, from time to time, until stopped."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rag.errors import ReadError
from ui.commands.options import JsonOption, LibraryOption, print_json, read_settings

INTERVAL_S = 30.0
SHORTEST_S = 1.0

NONE_WATCHED = "Ange vilken mapp som ska bevakas: motesminne watch MAPP."


def run(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="MAPP", help="Mappen; utan den bevakas samma som sist.", show_default=False
        ),
    ] = None,
    *,
    interval: Annotated[
        float,
        typer.Option("--interval", min=SHORTEST_S, metavar="SEKUNDER", help="Hur ofta det ses."),
    ] = INTERVAL_S,
    once: Annotated[bool, typer.Option("--once", help="Se efter en gång och sluta.")] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Läs in nya och ändrade filer i en mapp tills du avbryter; det som tas bort där blir kvar."""
    from ingest.watch import stamps, taken, watch
    from rag.assembling.assembly import open_store
    from ui.terminal.intake import report_text

    settings = read_settings(library)
    store = open_store(settings)
    wanted = folder or Path(store.library.watched().folder)
    if not wanted.name:
        raise ReadError(NONE_WATCHED)
    stamps(wanted)
    watch(store, wanted)
    typer.echo(f"Bevakar {wanted.absolute()}; avbryt med Ctrl-C.", err=True)
    for report in taken(store, settings=settings, interval_s=None if once else interval):
        if as_json:
            print_json(asdict(report))
        else:
            typer.echo(report_text(report))
