from dataclasses import replace

import pytest

from eval.agreement import Tally
from eval.gold import Half
from eval.grammar import DateRead, Field, Score, Scored
from eval.grammar_tables import date_figures, figures, grammar_json, grammar_markdown

NONE = Tally(matched=0, missed=(), extra=(), lost=())
SCORE = Score(
    file="möte_1.md",
    half=Half.TUNE,
    date=DateRead(expected="2024-03-04", found="2024-03-05", inferred=False),
    fields=dict.fromkeys(Field, NONE)
    | {Field.DECISIONS: Tally(matched=3, missed=("att laga *bryggan*",), extra=("hej",), lost=())},
)
SCORED = Scored(scores=(SCORE,), unscored=("b.md finns inte.",))


def test_figures_rest_on_all_readings_together() -> None:
    other = Tally(matched=1, missed=("a", "b", "c", "d"), extra=(), lost=())
    scores = [SCORE, replace(SCORE, fields={Field.DECISIONS: other})]

    measured = figures(scores, Field.DECISIONS)

    assert [4 / 5, 4 / 9, 8 / 14] == pytest.approx([figure.value for figure in measured.values()])
    assert measured["F1"].low <= 8 / 14 <= measured["F1"].high


def test_the_silently_wrong_dates_are_a_share() -> None:
    right = replace(SCORE, date=replace(SCORE.date, found="2024-03-04"))
    measured = date_figures([SCORE, right])

    assert {"Rätt": 0.5, "Tyst fel": 0.5} == {name: f.value for name, f in measured.items()}


@pytest.mark.parametrize(
    "line",
    [
        "## Halvan att rätta efter: 1 dokument",
        "| Datum rätt | – | – | 0,000 | 0,000–0,000 | 0,98 | 1 | 1 | 0 |",
        "| Närvarande | – | – | – | ––– | 0,95 | 0 | 0 | 0 |",
        "| Beslut | 0,750 | 0,750 | 0,750 | 0,750–0,750 | 0,90 | 4 | 4 | 3 |",
        "Datum som är fel utan att vara märkta som osäkra: 1,000 (möte\\_1.md).",
        "- b.md finns inte.",
    ],
)
def test_the_table_says_how_well_each_field_is_read(line: str) -> None:
    assert line in grammar_markdown(SCORED).splitlines()


def test_errors_are_listed_when_wanted() -> None:
    listed = set(grammar_markdown(SCORED, errors=True).splitlines())

    assert {
        "- Datum: 2024-03-04, läst 2024-03-05",
        "- Beslut, missad: att laga \\*bryggan\\*",
        "- Beslut, för mycket: hej",
    } == listed - set(grammar_markdown(SCORED).splitlines()) - {"### möte\\_1.md"}


def test_lost_annotations_are_named() -> None:
    lost = replace(NONE, missed=("tecken 3–9",), lost=("tecken 3–9",))
    scored = Scored(
        scores=(replace(SCORE, fields={**SCORE.fields, Field.ACTIONS: lost}),), unscored=()
    )

    assert "- möte\\_1.md: tecken 3–9" in grammar_markdown(scored).splitlines()


def test_json_has_figures_and_documents() -> None:
    measured = grammar_json(SCORED)

    assert 0.75 == measured["halves"]["tune"]["decisions"]["F1"]["value"]
    assert ("hej",) == measured["documents"][0]["fields"]["decisions"]["extra"]
