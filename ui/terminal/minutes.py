"""Write parsed minutes as plain text, for a person at a terminal to judge them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ingest.failure import shown
from rag.items import Item
from rag.minutes import Document, Minutes, Person
from rag.results import Meeting
from ui import strings
from ui.parsed import contents, facts, person_details
from ui.terminal.plain import labelled


def minutes_text(document: Document, files: Sequence[Meeting]) -> str:
    """Return all that was read out of *document*, one of the *files* of its meeting."""
    minutes = document.minutes
    lines = [*fact_lines(minutes), f"Fil: {shown(Path(document.source))}", f"Id: {document.id}"]
    lines += _files(document, files)
    for presence, title in strings.PRESENCES.items():
        people = [person for person in minutes.people if person.presence is presence]
        if people:
            lines += ["", f"{title} ({len(people)})", *(f"  {_person(one)}" for one in people)]
    if minutes.items:
        lines += ["", f"Punkter ({len(minutes.items)})"]
    for item in minutes.items:
        number = f" [{item.registration_number}]" if item.registration_number else ""
        lines.append(f"{'  ' * item.level}{item.label}{number}")
        lines += _contents(document, item)
    if minutes.unheaded:
        lines += ["", "Punkter: inga, texten har inga rubriker"]
        lines += _contents(document, minutes.unheaded)
    if minutes.abbreviations:
        lines += ["", "Förkortningar", *(f"  {a.short} = {a.long}" for a in minutes.abbreviations)]
    return "\n".join([*lines, *(f"Varning: {warning}" for warning in document.warnings)])


def fact_lines(minutes: Minutes) -> list[str]:
    """Return each field with how sure it is, and last the names of those that were not found."""
    known = [fact for fact in facts(minutes) if fact.value or fact.sure]
    absent = [fact.name.lower() for fact in facts(minutes) if not (fact.value or fact.sure)]
    lines = [
        f"{fact.name}: {fact.value or strings.BLANK}" + (f" [{fact.sure}]" if fact.sure else "")
        for fact in known
    ]
    return [*lines, f"Framgår inte: {', '.join(absent)}"] if absent else lines


def _files(document: Document, files: Sequence[Meeting]) -> Iterator[str]:
    for number, file in enumerate(files if len(files) > 1 else ()):
        this = " (den här filen)" if file.document_id == document.id else ""
        used = ", som svaren hämtas ur" if number == 0 else ""
        yield f"Samma möte: {shown(Path(file.source))}{this}{used}"


def _person(person: Person) -> str:
    party = f" ({person.party})" if person.party else ""
    return ", ".join((f"{person.name}{party}", *person_details(person)))


def _contents(document: Document, item: Item) -> Iterator[str]:
    indent = "  " * (item.level + 1)
    for content in contents(item):
        label = f"{content.title} ({content.note})" if content.note else content.title
        quote = " ".join(content.span.of(document.text).split())
        yield indent + labelled(label, quote)
