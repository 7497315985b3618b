"""`motesminne doctor`: look the library over, and mend what can be rebuilt."""

from dataclasses import asdict
from typing import Annotated

import typer

from ui.commands.options import JsonOption, LibraryOption, print_json, settings_of_existing


def run(
    *,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Bygg om ordregister och vektorer.")
    ] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Kontrollera biblioteket; sluta med 1 om något är fel."""
    from rag.assembling.assembly import open_store

    store = open_store(settings_of_existing(library))
    if rebuild:
        store.rebuild()
    findings = store.check()
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        typer.echo(f"Bibliotek: {store.directory}")
        for finding in findings:
            typer.echo(f"{'ok ' if finding.ok else 'FEL'} {finding.name}: {finding.detail}")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(1)
