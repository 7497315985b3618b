"""`motesminne eval`: run a question file, compare two runs, hold a run against a baseline."""

import json
from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import JsonOption, LibraryOption, read_settings

app = typer.Typer(help="Mät svarens kvalitet på en fil med frågor.", no_args_is_help=True)

FileArgument = Annotated[Path, typer.Argument(help="JSONL med frågor; se README.")]
SkipOption = Annotated[
    bool, typer.Option("--skip-check", help="Kör även om citat i frågefilen saknas i biblioteket.")
]


@app.command("run")
def run_file(
    file: FileArgument,
    *,
    report: Annotated[
        list[Path] | None,
        typer.Option("--report", help="Skriv rapporten som .html, .md eller .json."),
    ] = None,
    skip_check: SkipOption = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ställ alla frågor i FILE och visa hur bra svaren är."""
    from eval.report import json_report, write_report
    from eval.tables import run_markdown
    from ui.commands.measuring import run_questions

    result = run_questions(file, read_settings(library), check=not skip_check)
    for path in report or []:
        write_report(result, path)
    typer.echo(json_report(result) if as_json else run_markdown(result), nl=False)


@app.command("compare")
def compare_runs(
    before: Annotated[Path, typer.Argument(help="En tidigare körnings .json.")],
    after: Annotated[Path, typer.Argument(help="En senare körnings .json.")],
    *,
    as_json: JsonOption = False,
) -> None:
    """Visa fråga för fråga vad som skiljer två körningar."""
    from eval.compare import compare
    from eval.record import load_run
    from eval.tables import comparison_markdown

    comparison = compare(load_run(before), load_run(after))
    if as_json:
        changes = {
            pair.before.question.id: pair.after.is_right
            for pair in comparison.pairs
            if pair.is_changed
        }
        typer.echo(json.dumps(changes, ensure_ascii=False, indent=2))
    else:
        typer.echo(comparison_markdown(comparison), nl=False)


@app.command("gate")
def gate(
    file: FileArgument,
    *,
    baseline: Annotated[Path, typer.Option("--baseline", help="Baslinjens .json.")],
    write: Annotated[
        bool, typer.Option("--write", help="Skriv en ny baslinje i stället för att jämföra.")
    ] = False,
    library: LibraryOption = None,
) -> None:
    """Sluta med 1 om något mått har fallit mer än sitt brus sedan baslinjen."""
    from eval.gate import check, write_baseline
    from eval.tables import verdict_markdown
    from ui.commands.measuring import run_questions

    result = run_questions(file, read_settings(library), check=True)
    if write:
        write_baseline(result, baseline)
        typer.echo(f"Ny baslinje: {baseline}")
        return
    verdict = check(result, baseline)
    typer.echo(verdict_markdown(verdict), nl=False)
    if not verdict.passed:
        raise typer.Exit(1)
