"""`motesminne audit`: who did what in the app."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from ui import local, strings
from ui.commands.options import JsonOption, LibraryOption, read_settings, readable
from ui.guarding.audit import Entry, Log, log_folder

DAYS = 7


def run(
    *,
    days: Annotated[
        int,
        typer.Option("--days", metavar="DAGAR", min=1, help="Så många dagar bakåt, dagens med."),
    ] = DAYS,
    who: Annotated[
        str,
        typer.Option(
            "--who", metavar="NAMN", callback=readable, help="Bara den som heter så, eller delvis."
        ),
    ] = "",
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Visa granskningsloggen: vem som frågat, öppnat, lagt till och tagit bort i appen."""
    last = datetime.now(tz=UTC).date()
    folder = log_folder(read_settings(library).library)
    if not folder.is_dir():
        typer.echo(strings.AUDIT_OFF, err=True)
    log = Log(folder, days)
    for entry in log.entries(last - timedelta(days=days - 1), last):
        if entry.is_of(who):
            typer.echo(entry.line if as_json else _line(entry))


def _line(entry: Entry) -> str:
    time = local.moment(datetime.fromisoformat(entry.time))
    told = entry.of
    if entry.meetings is not None:
        told += f" ({local.count(entry.meetings, strings.MEETING_FORMS)})"
    return f"{time}  {entry.who or '–'}  {strings.DEEDS[entry.did]}  {told}".rstrip()
