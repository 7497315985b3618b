import json
from collections.abc import Callable
from typing import Any

import pytest

from eval.ablation import Row, Variant
from eval.benchmark import Benchmark
from eval.dataset import QuestionSet
from eval.peers import PeerRow
from eval.record import Run
from eval.result_tables import (
    ablation_json,
    ablation_markdown,
    peers_json,
    peers_markdown,
    public_json,
    public_markdown,
)
from eval.runner import run
from eval.significance import Interval
from rag.minutes import Document

Make = Callable[..., Any]
HALF = Interval(value=0.5, low=0.25, high=0.75, n=40)
RANKED = dict.fromkeys(("hit@1", "hit@3", "hit@10", "ndcg@10"), HALF)


@pytest.fixture(scope="module")
def runs(questions: QuestionSet, clerk: Make, fees: Document) -> Callable[[int], Run]:
    return lambda known: run(questions, clerk(known), documents=[fees])


@pytest.fixture
def rows(runs: Callable[[int], Run]) -> list[Row]:
    return [
        Row(Variant("Allt", {}), runs(40)),
        Row(Variant("Bara n-gram", {"stem_weight": 0.0}), runs(20)),
    ]


def row(**changes: Any) -> PeerRow:
    plain: dict[str, Any] = {
        "name": "bm25",
        "label": "BM25",
        "figures": RANKED,
        "pieces": 7,
        "index_s": 1.25,
        "latency_p50_ms": 3.0,
        "latency_p95_ms": 9.5,
        "peak_mb": 80.4,
    }
    return PeerRow(**plain | changes)


def cells(line: str) -> list[str]:
    return [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in line.strip("| ").split(" | ")]


def test_an_ablation_has_a_row_for_each_variant(rows: list[Row]) -> None:
    lines = ablation_markdown("fragor.jsonl", rows).splitlines()

    assert "50 frågor, 40 stycken." in lines
    assert ["Allt", "100,0 %", "100,0 %", "100,0 %", "1,000", "100,0 %"] == cells(lines[-2])[:6]
    assert ["Bara n-gram", "50,0 %"] == cells(lines[-1])[:2]


def test_an_ablation_as_data_has_its_settings_and_every_figure(rows: list[Row]) -> None:
    second = json.loads(json.dumps(ablation_json(rows)))[1]

    assert {"stem_weight": 0.0} == second["settings"]
    assert second["figures"]["hit@1"]["value"] == 0.5


def test_a_public_set_shows_only_what_was_measured(runs: Callable[[int], Run]) -> None:
    measured = Benchmark(
        run=runs(40),
        retrieval=RANKED,
        sentences={"sentence@1": HALF, "sentence@3": HALF},
        unanswerable={},
        withheld={"refusal_area": HALF, "refusal@5": HALF},
        latency={},
    )
    text = public_markdown("SweQUAD-MC", measured).replace("\N{NO-BREAK SPACE}", " ")

    assert "| Första citerade meningen har svaret | 50,0 % | 25,0 % till 75,0 % | 40 |" in text
    assert "| Yta under avståendekurvan | 0,500 | 0,250 till 0,750 | 40 |" in text
    assert "egna frågor" not in text
    assert public_json(measured)["withheld"]["refusal@5"]["low"] == 0.25


def test_peers_stand_beside_each_other() -> None:
    text = peers_markdown("SweFAQ", [row(), row(label="Annat", peak_mb=None)])
    first, second = text.splitlines()[-2:]

    measured = ["0,500", "0,500", "0,500", "0,500", "7", "1,2 s", "3,0 ms", "9,5 ms"]
    assert ["BM25", *measured, "80 MB"] == cells(first)
    assert ["Annat", *measured, "–"] == cells(second)
    assert "40 frågor." in text


def test_peers_as_data_have_every_field() -> None:
    [plain] = json.loads(json.dumps(peers_json([row()])))

    assert (80.4, 0.5) == (plain["peak_mb"], plain["figures"]["ndcg@10"]["value"])
