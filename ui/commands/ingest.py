"""`motesminne ingest`: take files into the library, with progress and a report."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from rag.errors import ReadError
from ui.commands.options import JsonOption, LibraryOption, print_json, read_settings
from ui.commands.progress import progress_bar


def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FIL", help="Filer, mappar eller mönster.", show_default=False),
    ] = None,
    *,
    samples: Annotated[
        bool, typer.Option("--samples", help="Läs in de påhittade exempelprotokollen.")
    ] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Läs in protokoll: PDF, Word, ODT, RTF, HTML, text, bilder, e-post, zip; bara nya."""
    from ingest.files import SAMPLES
    from ingest.pipeline import ingest
    from rag.assembling.assembly import open_store
    from ui.terminal.intake import report_text

    wanted = [*(paths or []), *([SAMPLES] if samples else [])]
    if not wanted:
        raise ReadError("Ange minst en fil eller mapp, eller --samples.")
    settings = read_settings(library)
    store = open_store(settings)
    with progress_bar("Läser in") as advance:
        report = ingest(
            wanted,
            store,
            settings=settings,
            on_progress=lambda step: advance(step.done, step.total),
        )
    if as_json:
        print_json(asdict(report))
    else:
        typer.echo(report_text(report))
    if report.failed:
        raise typer.Exit(1)
