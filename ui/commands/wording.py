"""Wait for a summary while a language model words it: say how far it is, and let it be stopped."""

from collections.abc import Iterable
from typing import Annotated

import typer

from rag.settings import Settings
from rag.summaries import Summary
from ui.commands.options import readable
from ui.terminal.plain import EXTRACTIVE

NoModelOption = Annotated[
    bool, typer.Option("--no-model", help="Bara protokollets egna meningar, utan språkmodell.")
]
StyleOption = Annotated[
    str | None,
    typer.Option(
        "--style",
        metavar="STIL",
        callback=readable,
        help="Hur språkmodellen ska låta, t.ex. «för pressmeddelande» (MOTESMINNE_SUMMARY_STYLE).",
    ),
]

READING = "Språkmodellen läser …"
STOPPED = "Avbruten. Det som hann formuleras står här; resten är ordagranna utdrag."


def without_model(settings: Settings, *, no_model: bool) -> Settings:
    """Return *settings* that name no language model, if *no_model*."""
    return settings.model_copy(update={"llm": None}) if no_model else settings


def last_of(summaries: Iterable[Summary]) -> Summary:
    """Return the last of *summaries*: the whole, or when the user stops it what there is by then.

    How far it is, is told on standard error when somebody watches.
    """
    from rich.console import Console

    console = Console(stderr=True)
    states = iter(summaries)
    last = next(states)  # of the minutes' own sentences, made at once
    try:
        with console.status(READING) as status:
            for last in states:
                if console.is_terminal and last.model != EXTRACTIVE:
                    status.update(last.notes[-1])
    except KeyboardInterrupt:
        typer.echo(STOPPED, err=True)
    return last
