"""`motesminne eval grammar`: how well minutes are read, measured on documents read by hand."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from eval.gold import Half
from ui.commands.options import JsonOption, print_json, read_settings

HalfOption = Annotated[
    Half | None,
    typer.Option(
        "--half",
        metavar="|".join(Half),
        help="Bara den halva som läsningen rättas efter, eller den andra.",
    ),
]
MinutesOption = Annotated[
    Path | None,
    typer.Option("--minutes", metavar="MAPP", help="De protokoll i facit som inte följer med."),
]
ErrorsOption = Annotated[
    bool, typer.Option("--errors", help="Visa också vad som är fel, dokument för dokument.")
]


def run(
    *,
    half: HalfOption = None,
    minutes: MinutesOption = None,
    errors: ErrorsOption = False,
    as_json: JsonOption = False,
) -> None:
    """Mät hur rätt datum, närvarande, rubriker, beslut och uppdrag läses ur protokoll."""
    from eval.gold import load_gold
    from eval.grammar import score_files
    from eval.grammar_tables import grammar_json, grammar_markdown
    from ingest.files import SAMPLES
    from ingest.read import read_source

    gold = [document for document in load_gold() if half in {None, document.half}]
    folders = [SAMPLES, minutes] if minutes else [SAMPLES]
    read = partial(read_source, max_bytes=read_settings(None).max_file_mb * 1_000_000)
    scored = score_files(gold, folders, read=read)
    if as_json:
        print_json(grammar_json(scored))
    else:
        typer.echo(grammar_markdown(scored, errors=errors), nl=False)
