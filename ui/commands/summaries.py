"""`motesminne eval summaries`: how much of what matters the summaries tell."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from rag.summaries import Length
from ui.commands.options import JsonOption, print_json, read_settings

MinutesOption = Annotated[
    Path | None,
    typer.Option("--minutes", metavar="MAPP", help="De protokoll i facit som inte följer med."),
]
LengthOption = Annotated[
    Length, typer.Option("--length", metavar="|".join(Length), help="Sammanfattningarnas längd.")
]


def run(
    *,
    minutes: MinutesOption = None,
    length: LengthOption = Length.NORMAL,
    as_json: JsonOption = False,
) -> None:
    """Mät hur mycket av det väsentliga sammanfattningarna har, mot enklare sätt att välja."""
    from eval.summary_gold import load_expected
    from eval.summary_run import measure
    from eval.summary_tables import summary_json, summary_markdown
    from ingest.files import SAMPLES
    from ingest.read import read_source
    from rag.models.embedding import load_embedder
    from rag.summarising.meeting import Summariser
    from ui.commands.progress import progress_bar

    settings = read_settings(None)
    read = partial(read_source, max_bytes=settings.max_file_mb * 1_000_000)
    loaded = load_expected([SAMPLES, minutes] if minutes else [SAMPLES], read=read)
    summarise = partial(Summariser(load_embedder(settings)), length=length)
    measured = []
    with progress_bar("Sammanfattar") as advance:
        for one in measure(loaded.meetings, summarise):
            measured.append(one)
            advance(len(measured), len(loaded.meetings))
    if as_json:
        print_json(summary_json(measured, loaded.unread))
    else:
        typer.echo(summary_markdown(measured, loaded.unread), nl=False)
