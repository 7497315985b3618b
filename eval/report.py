"""Write a run as one HTML page that needs nothing else, as Markdown or as JSON."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib import resources
from pathlib import Path

from markupsafe import Markup

from eval import plots, wording
from eval.atomic import write_whole
from eval.figures import Figures, RunFigures, figures_of
from eval.measures import MEASURES
from eval.record import Result, Run, to_plain
from eval.tables import run_markdown
from rag.errors import DatasetError

# What stands at the top; the rest is in the table of all figures.
HEADLINES = (
    "right", "correct", "hit@10", "citation_precision", "support", "right_refusal", "false_refusal",
)  # fmt: skip

# What the table by category shows beside the right outcomes.
COLUMNS = ("hit@1", "hit@10", "citation_recall", "citation_precision", "support", "latency_p50")


def html_report(run: Run) -> str:
    """Return the report of *run* as a page that asks for nothing from outside."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("eval", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "value": wording.value_text,
        "interval": wording.interval_text,
        "decimal": wording.decimal,
        "bar": plots.interval_bar,
    }
    figures = figures_of(run)
    return environment.get_template("report.html.j2").render(
        run=run,
        figures=figures,
        plots=_plots(run, figures),
        measures=MEASURES,
        headlines=HEADLINES,
        columns=COLUMNS,
        wording=wording,
        kinds=sorted({result.question.category for result in run.results}),
        searchable=_searchable,
        style=_asset("report.css"),
        script=_asset("report.js"),
    )


def json_report(run: Run) -> str:
    """Return *run* as JSON, its figures first; `eval.record.load_run` reads it."""
    figures = figures_of(run)
    plain = {
        "figures": _plain(figures.overall),
        "by_category": {name: _plain(of) for name, of in figures.by_category.items()},
        **to_plain(run),
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Run], str]] = {
    ".html": html_report,
    ".md": run_markdown,
    ".json": json_report,
}


def write_report(run: Run, path: Path) -> None:
    """Write *run* to *path* in the format that its suffix names, whole or not at all."""
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise DatasetError(
            f"Rapporten {path} har en okänd filändelse; välj en av {', '.join(FORMATS)}."
        )
    write_whole(path, write(run))


def _plain(figures: Figures) -> dict[str, dict[str, float]]:
    return {name: asdict(figure) for name, figure in figures.items()}


def _plots(run: Run, figures: RunFigures) -> list[tuple[str, str, Markup]]:
    """Return each plot that the run has data for: heading, explanation, drawing."""
    drawn = []
    hits = [
        (k, figures.overall[name])
        for k in ("1", "3", "10")
        if (name := f"hit@{k}") in figures.overall
    ]
    if hits:
        said = "Andel besvarbara frågor med underlag bland de bästa träffarna, med 95 % intervall."
        drawn.append(("Hittar sökningen rätt?", said, plots.hits_plot(hits)))
    if figures.curve:
        area = wording.decimal(figures.curve.area, 3)
        said = (
            "Varje punkt är en tröskel för hur säker den bästa träffen måste vara. "
            f"Yta {area}; pricken är hur produkten svarar i dag."
        )
        plot = plots.refusal_plot(figures.curve, chosen=_chosen(figures.overall))
        drawn.append(("Avstår den när den ska?", said, plot))
    latencies = [result.latency_ms for result in run.results if result.error is None]
    if latencies:
        said = "Hur stor andel av frågorna som fått svar inom en viss tid."
        drawn.append(("Hur fort svarar den?", said, plots.latency_plot(latencies)))
    return drawn


def _chosen(figures: Figures) -> tuple[float, float] | None:
    if "false_refusal" not in figures or "right_refusal" not in figures:
        return None
    return figures["false_refusal"].value, figures["right_refusal"].value


def _searchable(result: Result) -> str:
    """Return what the filter's text box looks in."""
    question = result.question
    return " ".join((question.id, question.question, result.text, *question.documents)).lower()


def _asset(name: str) -> Markup:
    """Return a style or script of ours; nothing of a document is ever in it."""
    return Markup(resources.files("eval").joinpath("templates", name).read_text("utf-8"))  # noqa: S704
