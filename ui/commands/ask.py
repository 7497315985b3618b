"""`motesminne ask`: answer one question, or a file of them."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from rag.assistant import Assistant
from rag.errors import FilterError, QuestionError
from rag.results import Answer
from ui.asked import FilterFields, Request, read_questions, to_filters
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
from ui.commands.progress import progress_bar
from ui.commands.streaming import print_answer
from ui.commands.talking import talk
from ui.contracts.answers import Json, answer_json


def run(
    question: Annotated[
        str | None,
        typer.Argument(metavar="FRÅGA", callback=readable, help="Frågan.", show_default=False),
    ] = None,
    *,
    input_file: Annotated[
        Path | None,
        typer.Option("--input", metavar="FIL", help="JSONL med id, question och filters."),
    ] = None,
    output_file: Annotated[
        Path | None, typer.Option("--output", metavar="FIL", help="JSONL med svaren.")
    ] = None,
    body: BodyOption = None,
    person: PersonOption = None,
    kind: KindOption = None,
    first: FromOption = None,
    last: ToOption = None,
    meeting: MeetingOption = None,
    recent: RecentOption = False,
    question_file: Annotated[
        Path | None,
        typer.Option(
            "--save-question", metavar="FIL", help="Spara frågan och svarets belägg som testfråga."
        ),
    ] = None,
    chat: Annotated[
        bool, typer.Option("--chat", help="Samtala: en fråga per rad, även följdfrågor.")
    ] = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Svara på en fråga ur protokollen, med källor; utan fråga i en terminal börjar ett samtal."""
    from rag.assembling.assembly import build_assistant

    talks = question is None and input_file is None and (chat or sys.stdin.isatty())
    if not talks and (question is None) == (input_file is None):
        raise QuestionError("Ange antingen en fråga eller --input FIL.")
    if input_file is None and output_file is not None:
        raise QuestionError("--output hör ihop med --input: ange en fil med frågor.")
    if input_file is not None and question_file is not None:
        raise QuestionError("--save-question sparar en fråga i taget: ange den utan --input.")
    if input_file is not None and any((body, person, kind, first, last, meeting)):
        raise FilterError("Med --input står filtren i filens «filters»: flytta dem dit.")
    settings = settings_of_existing(library, recent=recent)
    assistant = build_assistant(settings)
    if input_file is not None:
        _answer_file(assistant, input_file, output_file)
        return
    fields = FilterFields(
        body=body, person=person, kind=kind, meeting=meeting, **{"from": first, "to": last}
    )
    filters = to_filters(fields, assistant.find)
    if talks:
        talk(assistant, filters)
        return
    if as_json:
        answer = assistant.ask(question or "", filters=filters)
        print_json(answer_json(answer))
    else:
        answers = assistant.ask_streaming(question or "", filters=filters)
        heading = f"{RECENT_FIRST}\n\n" if settings.recency_weight else ""
        answer = print_answer(answers, heading=heading)
    if question_file is not None:
        from eval.saving import save_question

        saved = save_question(question_file, answer, filters)
        typer.echo(f"Sparad som testfråga {saved} i {question_file}.", err=True)


def _answer_file(assistant: Assistant, input_file: Path, output_file: Path | None) -> None:
    """Answer every question of a file; one that cannot be asked does not stop the others."""
    requests = read_questions(input_file, assistant.find)
    lines = []
    answers: dict[str | int, list[Answer]] = {}
    with progress_bar("Svarar") as advance:
        for done, request in enumerate(requests, start=1):
            lines.append(_answer_request(assistant, request, answers))
            advance(done, len(requests))
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if output_file is None:
        typer.echo(text, nl=False)
    else:
        from eval.atomic import write_whole

        write_whole(output_file, text)
    failed = sum("error" in line for line in lines)
    if failed:
        typer.echo(f"{failed} av {len(lines)} frågor kunde inte ställas; se «error».", err=True)
        raise typer.Exit(1)


def _answer_request(
    assistant: Assistant, request: Request, answers: dict[str | int, list[Answer]]
) -> Json:
    """Answer *request* after the answers that it follows, and keep its own for what follows it."""
    earlier = [] if request.follows is None else answers.get(request.follows, [])
    try:
        answer = assistant.ask(request.question, filters=request.filters, earlier=earlier)
    except (QuestionError, FilterError) as error:
        return {"id": request.id, "question": request.question, "error": str(error)}
    answers[request.id] = [*earlier, answer]
    return answer_json(answer, question_id=request.id)
