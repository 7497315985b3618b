"""`motesminne meetings`: list, show and remove."""

from pathlib import Path
from typing import Annotated

import typer

from ingest.failure import shown
from rag.minutes import Document, Person, Presence
from ui.asked import FilterFields, to_filters
from ui.commands.options import (
    BodyOption,
    FromOption,
    JsonOption,
    LibraryOption,
    PersonOption,
    ToOption,
    print_json,
    settings_of_existing,
)
from ui.contract import document_json, meeting_json
from ui.plain import labelled

app = typer.Typer(help="Lista, visa och ta bort möten.", no_args_is_help=True)

IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Mötets id; början räcker.")]

PRESENCE = {
    Presence.PRESENT: "Närvarande",
    Presence.ABSENT: "Frånvarande",
    Presence.INVITED: "Inbjudna",
    Presence.SUMMONED: "Kallade",
}


@app.command("list")
def list_meetings(
    *,
    body: BodyOption = None,
    person: PersonOption = None,
    first: FromOption = None,
    last: ToOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Lista mötena, de nyaste först."""
    from rag.assembly import build_assistant

    assistant = build_assistant(settings_of_existing(library))
    fields = FilterFields(body=body, person=person, **{"from": first, "to": last})
    meetings = assistant.meetings(to_filters(fields, assistant.find))
    if as_json:
        print_json([meeting_json(meeting) for meeting in meetings])
        return
    for meeting in meetings:
        day = meeting.date.iso if meeting.date else "utan datum"
        source = shown(Path(meeting.source))
        typer.echo(f"{meeting.document_id[:12]}  {day:<21}  {meeting.title}  ({source})")
    if not meetings:
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
    from rag.assembly import build_assistant

    assistant = build_assistant(settings_of_existing(library))
    document = assistant.document(assistant.find(meeting))
    if as_json:
        print_json(document_json(document))
    elif text:
        typer.echo(document.text, nl=False)
    else:
        typer.echo("\n".join(_lines(document)))


@app.command("remove")
def remove(
    meeting: IdArgument, *, library: LibraryOption = None, as_json: JsonOption = False
) -> None:
    """Ta bort ett möte ur biblioteket; filen det lästes från lämnas kvar."""
    from rag.assembly import open_store

    store = open_store(settings_of_existing(library))
    document = store.library.document(store.library.find(meeting))
    store.remove(document.id)
    if as_json:
        print_json({"removed": document.id, "source": document.source})
    else:
        typer.echo(f"Borttaget: {document.minutes.title} ({shown(Path(document.source))})")


def _lines(document: Document) -> list[str]:
    minutes = document.minutes
    fields = {
        "Titel": minutes.title,
        "Sort": str(minutes.kind),
        "Organ": minutes.body,
        "Organisation": minutes.organisation,
        "Datum": _day(document),
        "Tid": minutes.time,
        "Plats": minutes.place,
        "Fil": shown(Path(document.source)),
        "Id": document.id,
    }
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    for presence, label in PRESENCE.items():
        people = [_person(p) for p in minutes.people if p.presence is presence]
        if people:
            lines += ["", label, *(f"  {person}" for person in people)]
    if minutes.items:
        lines += ["", "Punkter"]
    for item in minutes.items:
        lines.append(f"{'  ' * item.level}{item.label}")
        for label, found in (("Beslut", item.decisions), ("Att göra", item.actions)):
            quotes = (" ".join(f.span.of(document.text).split()) for f in found)
            lines += [f"{'  ' * item.level}  {labelled(label, quote)}" for quote in quotes]
    return [*lines, *(f"Varning: {warning}" for warning in document.warnings)]


def _day(document: Document) -> str | None:
    day = document.minutes.date
    if day is None:
        return None
    return day.iso + (" (delvis härlett)" if day.inferred else "")


def _person(person: Person) -> str:
    party = f"({person.party})" if person.party else None
    replaces = f"ersätter {person.replaces}" if person.replaces else None
    name = " ".join(filter(None, (person.name, party)))
    return ", ".join(filter(None, (name, person.organisation, *person.roles, replaces)))
