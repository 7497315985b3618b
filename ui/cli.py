"""The command `motesminne`: its subcommands, its version, and how errors leave it."""

import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any, TextIO

import typer
from typer.main import get_command

from rag.errors import MinutesError
from ui.commands.options import LibraryOption, choose_library
from ui.terminal.helping import Group, swedish

PROGRAM = "motesminne"

# Each subcommand's module; only the one that is asked for is imported.
COMMANDS = {
    "ingest": "ui.commands.ingest",
    "watch": "ui.commands.watch",
    "ask": "ui.commands.ask",
    "search": "ui.commands.search",
    "summarise": "ui.commands.summarise",
    "register": "ui.commands.register",
    "new": "ui.commands.new",
    "follow": "ui.commands.follow",
    "meetings": "ui.commands.meetings",
    "purge": "ui.commands.purge",
    "about": "ui.commands.about",
    "export": "ui.commands.export",
    "backup": "ui.commands.backup",
    "restore": "ui.commands.restore",
    "audit": "ui.commands.audit",
    "eval": "ui.commands.evaluate",
    "doctor": "ui.commands.doctor",
    "serve": "ui.commands.serve",
}

# What typer ends with at Ctrl-C, as shells do.
INTERRUPTED = 130


class _Subcommands(Group):
    """The subcommands of `COMMANDS`, each imported when it is looked up."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes | {"commands": dict.fromkeys(COMMANDS)})

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the subcommand called *cmd_name*; `None` when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name])
        if hasattr(module, "app"):
            module.app.info.name = cmd_name
            return get_command(swedish(module.app))
        single = typer.Typer(add_completion=False)
        single.command(cmd_name)(module.run)
        return get_command(swedish(single))


app = typer.Typer(
    cls=_Subcommands,
    help="Svar och sammanfattningar ur mötesprotokoll, med källa till varje påstående.",
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        from importlib.metadata import version

        typer.echo(f"{PROGRAM} {version(PROGRAM)}")
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
        status = app(prog_name=PROGRAM, standalone_mode=False)
    except typer.TyperException as error:
        _tell_misuse(error)
        sys.exit(error.exit_code)
    except MinutesError as error:
        typer.echo(f"Fel: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader, such as `head`, has seen enough
        sys.exit(1)
    except typer.Abort:
        status = INTERRUPTED  # what is read from has ended
    if status == INTERRUPTED:
        typer.echo("\nAvbrutet.", err=True)
    sys.exit(status)


def _tell_misuse(error: typer.TyperException) -> None:
    """Tell what is wrong with how the command was written, and where that is explained."""
    from ui.terminal.misuse import advice, told

    typer.echo(f"Fel: {told(error.format_message())}\n{advice(error, PROGRAM)}", err=True)


def _set_encoding(stream: TextIO) -> None:
    """Let *stream* take any character: programs get UTF-8, a terminal what it can show.

    The bytes of a file's name that are no text become escapes, which JSON reads again.
    """
    if isinstance(stream, TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
