"""`motesminne ingest`: take files into the library, with progress and a report."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ingest.files import SAMPLES
from ingest.pipeline import Report, ingest
from ui.commands.options import JsonOption, LibraryOption, print_json, read_settings
from ui.commands.progress import progress_bar


def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Filer, mappar eller mönster.", show_default=False)
    ] = None,
    *,
    samples: Annotated[
        bool, typer.Option("--samples", help="Läs in de påhittade exempelprotokollen.")
    ] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Läs in protokoll (.txt .md .html .docx .pdf); oförändrade filer hoppas över."""
    from rag.assembly import open_store

    wanted = [*(paths or []), *([SAMPLES] if samples else [])]
    if not wanted:
        raise typer.BadParameter("Ange minst en fil eller mapp, eller --samples.")
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
        typer.echo(_text(report))
    if report.failed:
        raise typer.Exit(1)


def _text(report: Report) -> str:
    counts = {
        "inlästa": len(report.read),
        "oförändrade": len(report.unchanged),
        "ersatta": len(report.replaced),
        "misslyckade": len(report.failed),
        "överhoppade av annan sort": len(report.skipped),
    }
    lines = [", ".join(f"{count} {what}" for what, count in counts.items() if count)]
    lines += [f"  Misslyckades: {problem.message}" for problem in report.failed]
    lines += [f"  Varning: {problem.source}: {problem.message}" for problem in report.warnings]
    return "\n".join(lines)
