"""`motesminne meetings`: list, show, correct and remove."""

from pathlib import Path
from typing import Annotated

import typer

from ingest.failure import shown
from rag.errors import CorrectionError
from rag.results import Filters, Meeting
from rag.storing.corrections import FIELDS
from ui.asked import FilterFields, to_filters
from ui.commands.noting import note
from ui.commands.options import (
    BodyOption,
    FromOption,
    JsonOption,
    KindOption,
    LibraryOption,
    PersonOption,
    ToOption,
    all_readable,
    print_json,
    settings_of_existing,
)
from ui.contracts.answers import document_json, meeting_json
from ui.guarding.audit import Deed
from ui.terminal.days import held_on
from ui.terminal.minutes import fact_lines, minutes_text

app = typer.Typer(add_completion=False, help="Lista, visa, rätta och ta bort möten.")

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Mötets id; början räcker.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FÄLT=VÄRDE",
        callback=all_readable,
        help=f"Rätta ett fält: {', '.join(FIELDS)}; utan värde: det framgår inte.",
    ),
]
UnsetOption = Annotated[
    list[str] | None,
    typer.Option("--unset", metavar="FÄLT", callback=all_readable, help="Ta tillbaka en rättelse."),
]


@app.command("list")
def list_meetings(
    *,
    body: BodyOption = None,
    person: PersonOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Lista mötena, de nyaste först."""
    from rag.assembling.assembly import build_assistant

    assistant = build_assistant(settings_of_existing(library))
    fields = FilterFields(body=body, person=person, kind=kind, **{"from": first, "to": last})
    filters = to_filters(fields, assistant.find)
    meetings = assistant.meetings(filters, copies=True)
    if as_json:
        print_json([meeting_json(meeting) for meeting in meetings])
        return
    for meeting in meetings:
        day = held_on(meeting.date)
        source = shown(Path(meeting.source)) + _note(meeting)
        typer.echo(f"{meeting.document_id[:12]}  {day:<21}  {meeting.title}  ({source})")
    if not meetings and filters != Filters():
        typer.echo("Inget möte passar alla filtren.")
    elif not meetings:
        typer.echo("Biblioteket har inga möten: läs in med «motesminne ingest MAPP».")


@app.command("show")
def show(
    meeting: IdArgument,
    *,
    text: Annotated[bool, typer.Option("--text", help="Skriv bara dokumentets text.")] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Visa vad som lästs ut ur ett möte."""
    from rag.assembling.assembly import build_assistant

    assistant = build_assistant(settings_of_existing(library))
    document = assistant.document(assistant.find(meeting))
    files = assistant.files(document.id)
    if as_json:
        print_json(document_json(document, files))
    elif text:
        typer.echo(document.text, nl=False)
    else:
        typer.echo(minutes_text(document, files))


@app.command("correct")
def correct(
    meeting: IdArgument,
    *,
    changes: SetOption = None,
    taken_back: UnsetOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Rätta det som lästs ut ur ett möte; rättelsen gäller också när filen läses in igen."""
    from rag.assembling.assembly import open_store

    corrections = dict(map(_correction, changes or ())) | dict.fromkeys(taken_back or ())
    if not corrections:
        raise CorrectionError("Ange minst en rättelse: --set FÄLT=VÄRDE eller --unset FÄLT.")
    store = open_store(settings_of_existing(library))
    found = store.library.find(meeting)
    note(store.directory, Deed.CORRECTED, [found])
    store.correct(found, corrections)
    document = store.library.document(found)
    if as_json:
        print_json(document_json(document, store.library.files(found)))
    else:
        typer.echo("\n".join(fact_lines(document.minutes)))


@app.command("remove")
def remove(
    meeting: IdArgument, *, library: LibraryOption = None, as_json: JsonOption = False
) -> None:
    """Ta bort ett möte ur biblioteket; filen det lästes från lämnas kvar."""
    from rag.assembling.assembly import open_store

    store = open_store(settings_of_existing(library))
    document = store.library.document(store.library.find(meeting))
    note(store.directory, Deed.REMOVED, [document.id])
    store.remove(document.id)
    if as_json:
        print_json({"removed": document.id, "source": document.source})
    else:
        typer.echo(f"Borttaget: {document.minutes.title} ({shown(Path(document.source))})")


def _correction(written: str) -> tuple[str, str]:
    field, equals, value = written.partition("=")
    if not equals:
        raise CorrectionError(f"Rättelsen {written!r} saknar värde: skriv den som FÄLT=VÄRDE.")
    return field.strip(), value


def _note(meeting: Meeting) -> str:
    return "; annan fil för samma möte" if meeting.answered_from else ""
