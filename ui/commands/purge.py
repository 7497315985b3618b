"""`motesminne purge`: remove meetings so that nothing of them is left in the library's files."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from ingest.failure import shown
from ingest.purging import Purged, purge
from rag.minutes import DocumentId
from rag.results import Meeting
from rag.storing.library import Library
from rag.upkeep.retention import cutoff, outdated
from ui.commands.noting import note
from ui.commands.options import JsonOption, LibraryOption, print_json, settings_of_existing
from ui.contracts.answers import meeting_json
from ui.guarding.audit import Deed
from ui.terminal.days import held_on

IdsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="ID", help="Mötenas id; början räcker.")
]
AgeOption = Annotated[
    str | None,
    typer.Option("--older-than", metavar="ÅLDER", help="Alla möten äldre än 7y, 18m eller 90d."),
]
YesOption = Annotated[bool, typer.Option("--yes", help="Ta bort, inte bara lista.")]

BACKUPS = "Säkerhetskopior som gjorts tidigare har kvar det borttagna."


def run(
    meetings: IdsArgument = None,
    *,
    older_than: AgeOption = None,
    yes: YesOption = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ta bort möten och allt som citerar dem; utan --yes listas de bara.

    Utan möten rensas spår av det som tidigare tagits bort eller ersatts.
    """
    from rag.assembling.assembly import open_store

    store = open_store(settings_of_existing(library))
    chosen = _chosen(store.library, meetings or [], older_than)
    ids = [meeting.document_id for meeting in chosen]
    is_wanted = yes if chosen else older_than is None
    if is_wanted:
        note(store.directory, Deed.PURGED, ids)
    done = purge(store, ids) if is_wanted else None
    if as_json:
        print_json(_json(chosen, done))
    else:
        typer.echo("\n".join(_lines(chosen, done)))


def _chosen(library: Library, prefixes: list[str], older_than: str | None) -> list[Meeting]:
    named: set[DocumentId] = {library.find(prefix) for prefix in prefixes}
    known = library.meetings(copies=True)
    if older_than:
        today = datetime.now().astimezone().date()
        named.update(m.document_id for m in outdated(known, cutoff(older_than, today)))
    return [meeting for meeting in known if meeting.document_id in named]


def _lines(chosen: list[Meeting], done: Purged | None) -> list[str]:
    lines = [_line(meeting) for meeting in chosen]
    if done is None:
        wish = "Inget är borttaget: lägg till --yes för att ta bort dem." if chosen else ""
        return [*lines, wish or "Inga möten är så gamla."]
    cleared = done.cleared
    return [
        *(f"Borttaget: {line}" for line in lines),
        *([] if lines else ["Spår av det som tagits bort eller ersatts är rensade."]),
        *([f"Frågor i samtal som citerade dem: {done.turns}"] if done.turns else []),
        *(f"Borttagen fil: {shown(name)}" for name in cleared.deleted),
        *(f"Borttagna rader i: {shown(name)}" for name in cleared.changed),
        *(f"Kvar, den innehåller andra möten: {shown(name)}" for name in cleared.left),
        *(f"Kvar utanför biblioteket: {shown(name)}" for name in done.outside),
        *([BACKUPS] if lines else []),
    ]


def _line(meeting: Meeting) -> str:
    day = held_on(meeting.date)
    source = shown(Path(meeting.source))
    return f"{meeting.document_id[:12]}  {day:<10}  {meeting.title}  ({source})"


def _json(chosen: list[Meeting], done: Purged | None) -> dict[str, object]:
    return {
        "meetings": [meeting_json(meeting) for meeting in chosen],
        "purged": done is not None,
        "turns": done.turns if done else 0,
        "deleted_files": list(done.cleared.deleted) if done else [],
        "changed_files": list(done.cleared.changed) if done else [],
        "left_files": list(done.cleared.left) if done else [],
        "files_outside": list(done.outside) if done else [],
    }
