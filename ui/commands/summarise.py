"""`motesminne summarise`: one meeting in brief."""

from typing import Annotated

import typer

from ui.commands.options import JsonOption, LibraryOption, print_json, settings_of_existing
from ui.contract import summary_json


def run(
    meeting: Annotated[str, typer.Argument(metavar="ID", help="Mötets id; början räcker.")],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Sammanfatta ett möte, med källa till varje rad."""
    from rag.assembly import build_assistant

    assistant = build_assistant(settings_of_existing(library))
    summary = assistant.summarise(assistant.find(meeting))
    if as_json:
        print_json(summary_json(summary))
    else:
        from ui.plain import summary_text

        typer.echo(summary_text(summary))
