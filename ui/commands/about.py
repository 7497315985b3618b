"""`motesminne about`: everything that the library holds about a person."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from rag.errors import FilterError
from rag.upkeep.about import About, Attended, Mention
from ui.commands.options import (
    JsonOption,
    LibraryOption,
    print_json,
    readable,
    settings_of_existing,
)
from ui.terminal.days import when


def run(
    person: Annotated[
        str, typer.Argument(metavar="NAMN", callback=readable, help="Personens för- och efternamn.")
    ],
    *,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Skriv allt som finns om en person: närvaro, uppgifter, meningar, samtal; i Markdown."""
    from rag.storing.database import Database
    from rag.storing.library import Library
    from rag.upkeep.about import about

    if not person.strip():
        raise FilterError("Ange personens namn.")
    settings = settings_of_existing(library)
    database = Database.open(settings.library, settings.access)
    found = about(database, Library(database), " ".join(person.split()))
    if as_json:
        print_json(asdict(found))
    else:
        typer.echo("\n".join(_markdown(found)))


def _markdown(found: About) -> Iterator[str]:
    yield f"# Uppgifter om {found.name}"
    whole = [mention for mention in found.mentions if not mention.by_surname]
    surname = [mention for mention in found.mentions if mention.by_surname]
    talks = (f"{said.question} → {_line(said.answer)}" for said in found.conversations)
    yield from _part("Närvaro", map(_attended, found.attendance))
    yield from _part("Uppgifter, yrkanden, reservationer och inlägg", map(_told, found.deeds))
    yield from _part("Meningar som nämner personen", map(_told, whole))
    yield from _part("Meningar med bara efternamnet, där personen är med", map(_told, surname))
    yield from _part("Frågor och svar i samtal", talks)
    yield from _part("Rättelser och ändrade sammanfattningar", found.notes)


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = [f"* {line}" for line in lines]
    yield from ("", f"## {title} ({len(told)})", "", *(told or ["Inget."]))


def _attended(one: Attended) -> str:
    person = one.person
    parts = (person.name, *person.roles, person.organisation, person.party, str(person.presence))
    return f"{when(one.date)}, {one.meeting}: {', '.join(filter(None, parts))}"


def _told(one: Mention) -> str:
    page = f", s. {one.page}" if one.page else ""
    item = f", {_line(one.item)}" if one.item else ""
    where = f"{when(one.date)}, {one.meeting}{item}{page}"
    return f"”{_line(one.text)}” ({where})"


def _line(text: str) -> str:
    return " ".join(text.split())
