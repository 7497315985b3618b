"""Hold a conversation at the command line: a question a line, follow-ups among them."""

import sys

import typer

from rag.assistant import Assistant
from rag.errors import MinutesError
from rag.results import Answer, Filters
from ui.commands.streaming import print_answer

HELP = (
    "Ställ frågor om mötena, också följdfrågor som «och när var det?». Börja med = för att fråga "
    "precis som du skriver; en tom rad avslutar."
)
AS_WRITTEN = "="
PROMPT = "\n? "


def talk(assistant: Assistant, filters: Filters) -> None:
    """Answer the questions of standard input until a line is empty; none leaves the machine."""
    typer.echo(HELP, err=True)
    answers: list[Answer] = []
    while question := _next_line():
        earlier = [] if question.startswith(AS_WRITTEN) else answers
        try:
            asked = question.removeprefix(AS_WRITTEN)
            answer = print_answer(assistant.ask_streaming(asked, filters=filters, earlier=earlier))
        except MinutesError as error:
            typer.echo(str(error), err=True)
            continue
        answers.append(answer)


def _next_line() -> str:
    typer.echo(PROMPT, nl=False, err=True)
    return sys.stdin.readline().strip()
