"""`motesminne serve`: open the app in the browser."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import LibraryOption, read_settings


def run(
    *,
    port: Annotated[
        int, typer.Option("--port", metavar="NUMMER", min=1, max=65535, help="Porten.")
    ] = 8501,
    address: Annotated[
        str, typer.Option("--address", "--host", metavar="ADRESS", help="Adressen.")
    ] = "127.0.0.1",
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Öppna webbläsaren.")
    ] = True,
    without_sign_in: Annotated[
        bool,
        typer.Option("--without-sign-in", help="Öppna appen för alla som når adressen."),
    ] = False,
    sign_in: Annotated[
        Path | None,
        typer.Option(
            "--sign-in",
            metavar="FIL",
            help="Hur man loggar in och vem som får vad (MOTESMINNE_SIGN_IN).",
        ),
    ] = None,
    library: LibraryOption = None,
) -> None:
    """Starta appen på den egna datorn."""
    from ui.server import serve

    settings = read_settings(library)
    if without_sign_in:
        settings = settings.model_copy(update={"without_sign_in": True})
    if sign_in:
        settings = settings.model_copy(update={"sign_in": sign_in})
    raise typer.Exit(serve(settings, port=port, address=address, open_browser=browser))
