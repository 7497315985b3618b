"""`motesminne search`: the passages that speak most of some words."""

from pathlib import Path
from typing import Annotated

import typer

from ingest.failure import shown
from rag.errors import QuestionError
from ui.asked import FilterFields, to_filters
from ui.commands.options import (
    BodyOption,
    FromOption,
    JsonOption,
    LibraryOption,
    MeetingOption,
    PersonOption,
    ToOption,
    print_json,
    readable,
    settings_of_existing,
)
from ui.contract import hit_json


def run(
    words: Annotated[str, typer.Argument(callback=readable, help="Vad som söks.")],
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="Antal träffar.")] = 10,
    body: BodyOption = None,
    person: PersonOption = None,
    first: FromOption = None,
    last: ToOption = None,
    meeting: MeetingOption = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Sök textstycken i protokollen."""
    from rag.assembly import build_assistant

    if not words.strip():
        raise QuestionError("Sökningen är tom: skriv minst ett ord.")
    assistant = build_assistant(settings_of_existing(library))
    fields = FilterFields(body=body, person=person, meeting=meeting, **{"from": first, "to": last})
    filters = to_filters(fields, assistant.find)
    hits = assistant.search(words, filters=filters, limit=limit)
    if as_json:
        print_json([hit_json(hit) for hit in hits])
        return
    for hit in hits:
        passage = hit.passage
        where = f"{shown(Path(passage.source))}:{passage.span.start}-{passage.span.end}"
        typer.echo(f"{hit.score:.2f}  {where}\n{passage.text.strip()}\n")
    if not hits:
        typer.echo("Inga träffar.")
