"""Write ablations, public sets and peers as Markdown and as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from eval.ablation import Row
from eval.benchmark import Benchmark
from eval.figures import Figures, reckon
from eval.markdown import safe, table
from eval.measures import MEASURES
from eval.peers import PeerRow
from eval.significance import Interval
from eval.wording import (
    CHUNKS,
    NO_BREAK_SPACE,
    NOTHING,
    QUESTIONS,
    TEXTS,
    count,
    decimal,
    value_text,
)

ABLATED = (
    "hit@1", "hit@3", "hit@10", "ndcg@10", "correct", "right_refusal", "false_refusal",
    "latency_p50", "latency_p95",
)  # fmt: skip
RANKED = ("ndcg@10", "hit@1", "hit@3", "hit@10")

SENTENCES = {
    "sentence@1": "Första citerade meningen har svaret",
    "sentence@3": "En av de tre första har det",
    "placed@1": "Den första har det, i rätt text",
    "placed@3": "En av de tre första, i rätt text",
}

# Headings of a public set's parts, by the names of the fields.
PARTS = {
    "retrieval": "Sökning: texten som svarar",
    "sentences": "Meningar",
    "unanswerable": "Avståenden: samlingens egna frågor utan svar",
    "withheld": "Avståenden: dokumentet som svarar borttaget",
    "latency": "Svarstid",
}


def ablation_markdown(name: str, rows: Sequence[Row]) -> str:
    """Return one row for each variant of an ablation on the file *name*."""
    body = (
        (row.variant.label, *(_cell(measure, figures) for measure in ABLATED))
        for row, figures in _reckoned(rows)
    )
    head = ("Variant", *(MEASURES[measure].label for measure in ABLATED))
    title = f"# Delarnas värde på {safe(name)}"
    return f"{title}\n\n{_count(rows)}\n\n{table(head, body)}\n"


def ablation_json(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return each variant with its settings and all its figures."""
    return [
        {
            "variant": row.variant.label,
            "settings": dict(row.variant.changes),
            "figures": _plain(figures),
        }
        for row, figures in _reckoned(rows)
    ]


def public_markdown(label: str, measured: Benchmark) -> str:
    """Return the figures of a public set, a table for each part that was measured."""
    run = measured.run
    held = f"{count(run.library.documents, TEXTS)} ({count(run.library.chunks, CHUNKS)})"
    parts = [
        f"# {safe(label)}: {safe(run.file)}",
        f"{count(len(run.results), QUESTIONS)} till {held}.",
    ]
    for field, heading in PARTS.items():
        figures: Figures = getattr(measured, field)
        if figures:
            parts += [f"## {heading}", _figures(figures)]
    return "\n\n".join(parts) + "\n"


def public_json(measured: Benchmark) -> dict[str, Any]:
    """Return the figures of a public set, by part."""
    return {field: _plain(getattr(measured, field)) for field in PARTS}


def peers_markdown(label: str, rows: Sequence[PeerRow]) -> str:
    """Return one row for each system."""
    head = (
        "System", *(MEASURES[name].label for name in RANKED),
        "Stycken", "Indexering", "Fråga, median", "Fråga, p95", "Minne",
    )  # fmt: skip
    asked = rows[0].figures["ndcg@10"].n if rows else 0
    title = f"# Andra system på {safe(label)}"
    return f"{title}\n\n{count(asked, QUESTIONS)}.\n\n{table(head, map(_peer, rows))}\n"


def peers_json(rows: Iterable[PeerRow]) -> list[dict[str, Any]]:
    """Return every field of each row."""
    return [asdict(row) for row in rows]


def _peer(row: PeerRow) -> tuple[str, ...]:
    memory = NOTHING if row.peak_mb is None else _unit(row.peak_mb, 0, "MB")
    return (
        row.label,
        *(decimal(row.figures[name].value, 3) for name in RANKED),
        str(row.pieces),
        _unit(row.index_s, 1, "s"),
        _unit(row.latency_p50_ms, 1, "ms"),
        _unit(row.latency_p95_ms, 1, "ms"),
        memory,
    )


def _reckoned(rows: Iterable[Row]) -> Iterable[tuple[Row, Figures]]:
    return ((row, reckon(row.run.scored)) for row in rows)


def _count(rows: Sequence[Row]) -> str:
    if not rows:
        return "Inga varianter."
    run = rows[0].run
    return f"{count(len(run.results), QUESTIONS)}, {count(run.library.chunks, CHUNKS)}."


def _figures(figures: Figures) -> str:
    body = (
        (
            SENTENCES.get(name) or MEASURES[name].label,
            _value(name, figure.value),
            f"{_value(name, figure.low)} till {_value(name, figure.high)}",
            str(figure.n),
        )
        for name, figure in figures.items()
    )
    return table(("Mått", "Värde", "95 % intervall", "Frågor"), body)


def _value(name: str, value: float) -> str:
    # A mean of shares that is no share of questions is written as its literature writes it.
    if name in {"ndcg@10", "refusal_area"}:
        return decimal(value, 3)
    return value_text(MEASURES.get(name, MEASURES["right"]), value)


def _cell(name: str, figures: Figures) -> str:
    return _value(name, figures[name].value) if name in figures else NOTHING


def _plain(figures: Mapping[str, Interval]) -> dict[str, dict[str, float]]:
    return {name: asdict(figure) for name, figure in figures.items()}


def _unit(value: float, decimals: int, unit: str) -> str:
    return f"{decimal(value, decimals)}{NO_BREAK_SPACE}{unit}"
