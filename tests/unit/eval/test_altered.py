from pathlib import Path
from statistics import mean

import pytest

from eval.altered import cases_table, judge, pairs_table
from eval.grounding_cases import (
    REPHRASED,
    SHORTENED,
    VERBATIM,
    WRITTEN,
    all_cases,
    true_sentences,
    written_cases,
)
from ingest.files import SAMPLES

MINUTES = """# Minnesanteckningar

Bo Ek föreslår att avgiften höjs till 300 kronor, eftersom hyran har stigit.
Alla kommuner tyckte att förslaget (från i höstas) är rimligt.
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    file = tmp_path / "möte.md"
    file.write_text(MINUTES, encoding="utf-8")
    return file


def test_sentences_come_with_their_neighbours(minutes: Path) -> None:
    first, second = true_sentences([minutes])

    assert second.text in first.around
    assert first.text in second.around


def test_on_one_folder_of_samples_the_figures_hold() -> None:
    said = true_sentences([SAMPLES / "cykelkoket-navet"])
    judged = judge(all_cases(said, seed=1))
    altered = [one.right for one in judged if not one.case.faithful]
    verbatim = [one.right for one in judged if one.case.kind == VERBATIM]
    reworded = [one.right for one in judged if one.case.kind in {SHORTENED, REPHRASED, WRITTEN}]

    assert mean(altered) >= 0.95
    assert mean(verbatim) == 1
    assert mean(reworded) >= 0.85


def test_each_kind_has_its_row(minutes: Path) -> None:
    judged = judge(all_cases(true_sentences([minutes]), seed=1))

    assert {"ändrade meningar", "tal", "modalitet", VERBATIM, SHORTENED, WRITTEN} <= {
        line.split(" | ")[0].strip("| ") for line in cases_table(judged).splitlines()
    }


def test_paraphrases_say_something_else_than_their_quotes() -> None:
    cases = list(written_cases())

    assert len(cases) >= 150
    assert [] == [case for case in cases if case.statement in case.quote]


def test_pairs_are_counted_by_label(tmp_path: Path) -> None:
    pairs = tmp_path / "par.jsonl"
    pairs.write_text(
        '{"premise": "Taxan höjs.", "hypothesis": "Taxan höjs inte.", "label": "contradiction"}\n',
        encoding="utf-8",
    )

    assert "| contradiction | 1 | 0,000 | 0,000 | 1,000 |" in pairs_table(pairs)
