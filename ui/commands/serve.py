"""`motesminne serve`: open the app in the browser."""

from typing import Annotated

import typer

from ui.commands.options import LibraryOption, read_settings


def run(
    *,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Porten.")] = 8501,
    address: Annotated[str, typer.Option("--address", help="Adressen.")] = "127.0.0.1",
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Öppna webbläsaren.")
    ] = True,
    library: LibraryOption = None,
) -> None:
    """Starta appen på den egna datorn."""
    from ui.server import serve

    raise typer.Exit(
        serve(read_settings(library), port=port, address=address, open_browser=browser)
    )
