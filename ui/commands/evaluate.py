"""`motesminne eval`: run questions, compare runs and systems, hold a run against a baseline."""

import json
from pathlib import Path
from typing import Annotated

import typer

from eval.record import Run
from ui.commands import grammar, summaries
from ui.commands.options import JsonOption, LibraryOption, print_json, read_settings
from ui.commands.progress import progress_bar

app = typer.Typer(add_completion=False, help="Mät svarens kvalitet på en fil med frågor.")
app.command("grammar")(grammar.run)
app.command("summaries")(summaries.run)

FileArgument = Annotated[Path, typer.Argument(metavar="FIL", help="JSONL med frågor; se README.")]
ReportOption = Annotated[
    list[Path] | None,
    typer.Option("--report", metavar="FIL", help="Skriv rapporten som .html, .md eller .json."),
]
SetArgument = Annotated[str, typer.Argument(metavar="SAMLING", help="swequad, swefaq eller squad.")]
SetPath = Annotated[
    Path, typer.Option("--path", metavar="FIL", help="Samlingens fil, som den publicerats.")
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="ANTAL", min=1, help="Ställ bara så många frågor, jämnt spridda."
    ),
]
SkipOption = Annotated[
    bool, typer.Option("--skip-check", help="Kör även om citat i frågefilen saknas i biblioteket.")
]
RerankerOption = Annotated[
    list[str] | None,
    typer.Option("--reranker", metavar="NAMN", help="Pröva även denna omrangordnare."),
]


@app.command("run")
def run_file(
    file: FileArgument,
    *,
    report: ReportOption = None,
    skip_check: SkipOption = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ställ alla frågor i FIL och visa hur bra svaren är."""
    from eval.report import json_report, write_report
    from eval.tables import run_markdown
    from ui.commands.measuring import run_questions

    result = run_questions(file, read_settings(library), check=not skip_check)
    for path in report or []:
        write_report(result, path)
    typer.echo(json_report(result) if as_json else run_markdown(result), nl=False)
    _stop_if_failed(result)


@app.command("compare")
def compare_runs(
    before: Annotated[Path, typer.Argument(metavar="FÖRE", help="En tidigare körnings .json.")],
    after: Annotated[Path, typer.Argument(metavar="EFTER", help="En senare körnings .json.")],
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
    baseline: Annotated[Path, typer.Option("--baseline", metavar="FIL", help="Baslinjens .json.")],
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


@app.command("ablate")
def ablate(
    file: FileArgument,
    *,
    models: Annotated[
        list[str] | None,
        typer.Option(
            "--embedding-model",
            metavar="NAMN",
            help="Pröva även denna inbäddningsmodell, i ett tillfälligt bibliotek.",
        ),
    ] = None,
    rerankers: RerankerOption = None,
    skip_check: SkipOption = False,
    library: LibraryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ställ frågorna i FIL under flera inställningar: vad är varje del av sökningen värd?"""
    from eval.ablation import VARIANTS, with_model, with_reranker
    from eval.ablation import ablate as ask_variants
    from eval.dataset import load_questions
    from eval.result_tables import ablation_json, ablation_markdown

    questions = load_questions(file)
    added = (*map(with_model, models or ()), *map(with_reranker, rerankers or ()))
    with progress_bar("Frågar") as advance:
        rows = ask_variants(
            questions,
            read_settings(library),
            variants=(*VARIANTS, *added),
            check=not skip_check,
            progress=advance,
        )
    if as_json:
        print_json(ablation_json(rows))
    else:
        typer.echo(ablation_markdown(questions.name, rows), nl=False)
    _stop_if_failed(*(row.run for row in rows))


@app.command("public")
def public(
    name: SetArgument,
    *,
    path: SetPath,
    limit: LimitOption = None,
    withhold: Annotated[
        bool,
        typer.Option("--withhold", help="Fråga också utan det dokument som svarar på frågan."),
    ] = False,
    report: ReportOption = None,
    as_json: JsonOption = False,
) -> None:
    """Mät sökning, meningar och avståenden på en publik frågesamling."""
    from eval.benchmark import measure_public
    from eval.public import FORMATS, load_public
    from eval.report import write_report
    from eval.result_tables import public_json, public_markdown

    questions = load_public(name, path, limit=limit)
    with progress_bar("Frågar") as advance:
        measured = measure_public(
            questions, read_settings(None), withhold=withhold, progress=advance
        )
    for file in report or []:
        write_report(measured.run, file)
    if as_json:
        print_json(public_json(measured))
    else:
        typer.echo(public_markdown(FORMATS[name].label, measured), nl=False)
    _stop_if_failed(measured.run)


@app.command("attacks")
def attacks() -> None:
    """Pröva om order i dokument, filnamn och frågor ändrar svaren; sluta med 1 om någon gör det."""
    from eval.attacks import attacks_markdown, measure

    measured = measure(read_settings(None))
    typer.echo(attacks_markdown(measured), nl=False)
    if any(outcome.succeeded for outcomes in measured.values() for outcome in outcomes):
        raise typer.Exit(1)


@app.command("peers")
def peers(
    name: SetArgument,
    *,
    path: SetPath,
    limit: LimitOption = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="SYSTEM", help="Bara detta system; kan upprepas."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Jämför med andra system på en publik frågesamling: träffar, tid och minne."""
    from eval.peer_systems import PEERS
    from eval.peers import compare_peers
    from eval.public import FORMATS, load_public
    from eval.result_tables import peers_json, peers_markdown

    questions = load_public(name, path, limit=limit)
    chosen = only or list(PEERS)
    rows = []
    with progress_bar("Jämför") as advance:
        for row in compare_peers(questions, read_settings(None), names=chosen):
            rows.append(row)
            advance(len(rows), len(chosen))
    if as_json:
        print_json(peers_json(rows))
    else:
        typer.echo(peers_markdown(FORMATS[name].label, rows), nl=False)


def _stop_if_failed(*runs: Run) -> None:
    """End with 1 when a question could not be asked at all: its figures measure nothing."""
    results = [result for run in runs for result in run.results]
    errors = [result.error for result in results if result.error]
    if errors:
        typer.echo(
            f"{len(errors)} av {len(results)} frågor kunde inte ställas; den första: {errors[0]}",
            err=True,
        )
        raise typer.Exit(1)
