from pathlib import Path

import pytest

from eval.ablation import VARIANTS, ablate, only, with_model
from eval.dataset import Category, Expect, Question, QuestionSet
from eval.temporary import fill, make_document
from rag.errors import DatasetError
from rag.models.embedding import SHIPPED_MODEL
from rag.settings import Settings

FERRY = "Färjan till Måsskär avgår en gång i timmen. Den tar sju bilar."
BRIDGE = "Bron över Åvik är 120 meter lång. Den målas om vart sjunde år."


def ask_about(quote: str) -> QuestionSet:
    question = Question(
        id="q1",
        question="Hur ofta avgår färjan till Måsskär?",
        category=Category.FACT,
        expect=Expect.ANSWERABLE,
        evidence=((quote,),),
    )
    return QuestionSet(name="fragor.jsonl", sha256="d" * 64, questions=(question,))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(library=tmp_path_factory.mktemp("ablation") / "library")
    fill([make_document("1.txt", FERRY), make_document("2.txt", BRIDGE)], settings)
    return settings


def test_every_variant_answers_the_same_questions(library: Settings) -> None:
    rows = ablate(ask_about("en gång i timmen"), library)

    assert [variant.label for variant in VARIANTS] == [row.variant.label for row in rows]
    assert {1} == {len(row.run.results) for row in rows}


@pytest.mark.parametrize(
    ("legs", "on"),
    [
        pytest.param(("stem",), {"stems"}, id="stems"),
        pytest.param(("stem", "ngram"), {"stems", "ngrams"}, id="words"),
    ],
)
def test_the_legs_of_a_variant_are_the_only_ones_on(
    legs: tuple[str, ...], on: set[str], library: Settings
) -> None:
    varied = library.model_copy(update=only(*legs))

    assert on == {leg for leg, weight in varied.weights.items() if weight}


def test_another_model_is_tried_in_a_library_of_its_own(library: Settings) -> None:
    [row] = ablate(
        ask_about("en gång i timmen"), library, variants=[with_model(str(SHIPPED_MODEL))]
    )

    assert 1.0 == row.run.results[0].scores["hit@1"]
    assert str(library.library) != row.run.settings["library"]
    assert not Path(str(row.run.settings["library"])).exists()


def test_missing_evidence_stops_it(library: Settings) -> None:
    with pytest.raises(DatasetError, match="två gånger i timmen"):
        ablate(ask_about("två gånger i timmen"), library)
