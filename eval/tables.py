"""Write runs, comparisons and verdicts as Markdown."""

from collections.abc import Iterable, Sequence

from eval.compare import Change, Comparison, Pair
from eval.figures import Figures, figures_of
from eval.gate import Verdict
from eval.markdown import safe, table
from eval.measures import MEASURES
from eval.record import Result, Run
from eval.wording import (
    CATEGORIES,
    CHUNKS,
    NOTHING,
    QUESTIONS,
    change_text,
    count,
    interval_text,
    outcome_text,
    stamp,
    value_text,
)

# What a table by category has room for.
BY_CATEGORY = ("right", "hit@1", "hit@10", "citation_precision", "support", "latency_p50")


def run_markdown(run: Run) -> str:
    """Return the figures of *run*, in all and by category, and the questions that went wrong."""
    figures = figures_of(run)
    wrong = [result for result in run.results if not result.is_right]
    parts = [
        f"# Utvärdering av {safe(run.file)}",
        f"{_extent(run)}, {stamp(run.created)}.",
        _overall(figures.overall),
        "## Per kategori",
        table(
            ("Kategori", "Frågor", *(MEASURES[name].label for name in BY_CATEGORY)),
            (
                (CATEGORIES[category], str(of_category["right"].n), *_cells(of_category))
                for category, of_category in figures.by_category.items()
            ),
        ),
        f"## Fel utfall ({len(wrong)})",
        _wrong(wrong) if wrong else "Inga.",
    ]
    return "\n\n".join(parts) + "\n"


def _extent(run: Run) -> str:
    """Return how many questions were asked, of how much."""
    return f"{count(len(run.results), QUESTIONS)}, {count(run.library.chunks, CHUNKS)}"


def comparison_markdown(comparison: Comparison) -> str:
    """Return what changed between the two runs."""
    other_library = "Körningarna frågade olika bibliotek; en del av skillnaden kan bero på det."
    parts = [
        f"# Jämförelse på {safe(comparison.before.file)}",
        f"Före: {stamp(comparison.before.created)}. Efter: {stamp(comparison.after.created)}.",
        *([] if comparison.same_library else [other_library]),
        _changes(comparison.changes),
        f"## Blev rätt ({len(comparison.gained)})",
        _pairs(comparison.gained),
        f"## Blev fel ({len(comparison.lost)})",
        _pairs(comparison.lost),
    ]
    return "\n\n".join(parts) + "\n"


def verdict_markdown(verdict: Verdict) -> str:
    """Return what the gate found, the figures that fell first named."""
    failed = ", ".join(change.measure.label for change in verdict.failed)
    said = f"Underkänt: sämre än bruset tillåter i {failed}." if failed else "Godkänt."
    parts = [said, _changes(verdict.changes)]
    if verdict.lost:
        parts.append(f"Blev fel: {', '.join(map(safe, verdict.lost))}.")
    if verdict.gained:
        parts.append(f"Blev rätt: {', '.join(map(safe, verdict.gained))}.")
    return "\n\n".join(parts) + "\n"


def _overall(figures: Figures) -> str:
    return table(
        ("Mått", "Värde", "95 % intervall", "Frågor"),
        (
            (
                MEASURES[name].label,
                value_text(MEASURES[name], figure.value),
                interval_text(MEASURES[name], figure),
                str(figure.n),
            )
            for name, figure in figures.items()
        ),
    )


def _cells(figures: Figures) -> list[str]:
    return [
        value_text(MEASURES[name], figures[name].value) if name in figures else NOTHING
        for name in BY_CATEGORY
    ]


def _wrong(results: Iterable[Result]) -> str:
    return table(
        ("Id", "Fråga", "Utfall", "Saknas"),
        (
            (
                result.question.id,
                result.question.question,
                outcome_text(result),
                result.error or "; ".join(" … ".join(group) for group in result.missed),
            )
            for result in results
        ),
    )


def _changes(changes: Iterable[Change]) -> str:
    return table(
        ("Mått", "Före", "Efter", "Skillnad", "Brus", ""),
        (
            (
                change.measure.label,
                value_text(change.measure, change.before),
                value_text(change.measure, change.after),
                change_text(change.measure, change.difference.value),
                value_text(change.measure, change.noise),
                "sämre" if change.is_worse else "bättre" if change.is_better else "",
            )
            for change in changes
        ),
    )


def _pairs(pairs: Sequence[Pair]) -> str:
    if not pairs:
        return "Inga."
    return table(
        ("Id", "Fråga", "Före", "Efter"),
        (
            (
                pair.after.question.id,
                pair.after.question.question,
                outcome_text(pair.before),
                outcome_text(pair.after),
            )
            for pair in pairs
        ),
    )
