"""The command `motesminne`: its subcommands, its version, and how errors leave it."""

import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, TextIO

import typer

from rag.errors import MinutesError
from ui.commands import ask, doctor, evaluate, ingest, meetings, search, serve, summarise
from ui.commands.options import LibraryOption, choose_library

app = typer.Typer(
    help="Svar och sammanfattningar ur mötesprotokoll, med källa till varje påstående.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

app.command("ingest")(ingest.run)
app.command("ask")(ask.run)
app.command("search")(search.run)
app.command("summarise")(summarise.run)
app.add_typer(meetings.app, name="meetings")
app.add_typer(evaluate.app, name="eval")
app.command("doctor")(doctor.run)
app.command("serve")(serve.run)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        typer.echo(f"motesminne {version('motesminne')}")
        raise typer.Exit


@app.callback()
def motesminne(
    *,
    library: LibraryOption = None,
    show_version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Visa versionen."),
    ] = False,
) -> None:
    """Svar och sammanfattningar ur mötesprotokoll, med källa till varje påstående."""
    choose_library(library)


def main() -> None:
    """Run the command line; an error is one sentence on standard error and exit status 1."""
    for stream in (sys.stdout, sys.stderr):
        _set_encoding(stream)
    try:
        app()
    except MinutesError as error:
        typer.echo(f"Fel: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader, such as `head`, has seen enough
        sys.exit(1)


def _set_encoding(stream: TextIO) -> None:
    """Let *stream* take any character: programs get UTF-8, a terminal what it can show.

    The bytes of a file's name that are no text become escapes, which JSON reads again.
    """
    if isinstance(stream, TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
