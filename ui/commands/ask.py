"""`motesminne ask`: answer one question, or a file of them."""

import json
from pathlib import Path
from typing import Annotated

import typer

from rag.assistant import Assistant
from rag.errors import FilterError, QuestionError
from ui.asked import FilterFields, Request, read_questions, to_filters
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
from ui.commands.progress import progress_bar
from ui.contract import Json, answer_json
from ui.plain import answer_text


def run(
    question: Annotated[
        str | None, typer.Argument(callback=readable, help="Frågan.", show_default=False)
    ] = None,
    *,
    input_file: Annotated[
        Path | None, typer.Option("--input", help="JSONL med id, question och filters.")
    ] = None,
    output_file: Annotated[Path | None, typer.Option("--output", help="JSONL med svaren.")] = None,
    body: BodyOption = None,
    person: PersonOption = None,
    first: FromOption = None,
    last: ToOption = None,
    meeting: MeetingOption = None,
    question_file: Annotated[
        Path | None,
        typer.Option(
            "--save-question", metavar="FIL", help="Spara frågan och svarets belägg som testfråga."
        ),
    ] = None,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Svara på en fråga ur protokollen, med källor."""
    from rag.assembly import build_assistant

    if (question is None) == (input_file is None):
        raise QuestionError("Ange antingen en fråga eller --input FIL.")
    if input_file is None and output_file is not None:
        raise QuestionError("--output hör ihop med --input: ange en fil med frågor.")
    if input_file is not None and question_file is not None:
        raise QuestionError("--save-question sparar en fråga i taget: ange den utan --input.")
    if input_file is not None and any((body, person, first, last, meeting)):
        raise FilterError("Med --input står filtren i filens «filters»: flytta dem dit.")
    assistant = build_assistant(settings_of_existing(library))
    if input_file is not None:
        _answer_file(assistant, input_file, output_file)
        return
    fields = FilterFields(body=body, person=person, meeting=meeting, **{"from": first, "to": last})
    filters = to_filters(fields, assistant.find)
    answer = assistant.ask(question or "", filters=filters)
    if as_json:
        print_json(answer_json(answer))
    else:
        typer.echo(answer_text(answer))
    if question_file is not None:
        from eval.saving import save_question

        saved = save_question(question_file, answer, filters)
        typer.echo(f"Sparad som testfråga {saved} i {question_file}.", err=True)


def _answer_file(assistant: Assistant, input_file: Path, output_file: Path | None) -> None:
    """Answer every question of a file; one that cannot be asked does not stop the others."""
    requests = read_questions(input_file, assistant.find)
    lines = []
    with progress_bar("Svarar") as advance:
        for done, request in enumerate(requests, start=1):
            lines.append(_answer_request(assistant, request))
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


def _answer_request(assistant: Assistant, request: Request) -> Json:
    try:
        answer = assistant.ask(request.question, filters=request.filters)
    except (QuestionError, FilterError) as error:
        return {"id": request.id, "question": request.question, "error": str(error)}
    return answer_json(answer, question_id=request.id)
