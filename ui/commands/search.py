"""`motesminne search`: the passages that speak most of some words."""

from pathlib import Path
from typing import Annotated

import typer

from ingest.failure import shown
from rag.errors import QuestionError
from rag.results import Hit
from ui.asked import FilterFields, to_filters
from ui.commands.options import (
    RECENT_FIRST,
    BodyOption,
    FromOption,
    JsonOption,
    KindOption,
    LibraryOption,
    MeetingOption,
    PersonOption,
    RecentOption,
    ToOption,
    print_json,
    readable,
    settings_of_existing,
)
from ui.contracts.answers import hit_in_context_json, hit_json
from ui.local import decimal

LimitOption = Annotated[
    int, typer.Option("--limit", metavar="ANTAL", min=1, max=1000, help="Antal träffar.")
]


def run(
    words: Annotated[str, typer.Argument(metavar="ORD", callback=readable, help="Vad som söks.")],
    *,
    limit: LimitOption = 10,
    body: BodyOption = None,
    person: PersonOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    meeting: MeetingOption = None,
    recent: RecentOption = False,
    context: Annotated[
        bool, typer.Option("--context", help="Visa också styckena före och efter i samma punkt.")
    ] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Sök textstycken i protokollen."""
    from rag.assembling.assembly import build_assistant

    if not words.strip():
        raise QuestionError("Sökningen är tom: skriv minst ett ord.")
    settings = settings_of_existing(library, recent=recent)
    assistant = build_assistant(settings)
    fields = FilterFields(
        body=body, person=person, kind=kind, meeting=meeting, **{"from": first, "to": last}
    )
    filters = to_filters(fields, assistant.find)
    hits = assistant.search(words, filters=filters, limit=limit, neighbours=context)
    if assistant.lacking:
        typer.echo(assistant.lacking, err=True)
    if as_json:
        print_json(list(map(hit_in_context_json if context else hit_json, hits)))
        return
    if settings.recency_weight:
        typer.echo(f"{RECENT_FIRST}\n")
    for hit in hits:
        typer.echo(_text(hit))
    if not hits:
        typer.echo("Inga träffar.")


def _text(hit: Hit) -> str:
    passage = hit.passage
    where = f"{shown(Path(passage.source))}:{passage.span.start}-{passage.span.end}"
    texts = [part.text.strip() for part in (hit.before, passage, hit.after) if part]
    return "\n".join([f"{decimal(hit.score, 2)}  {where}", *texts, ""])
