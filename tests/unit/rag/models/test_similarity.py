import numpy as np
import pytest

from rag.models.embedding import load_embedder
from rag.models.similarity import MaxSim
from rag.models.static_embedding import StaticEmbedder
from rag.settings import Settings


@pytest.fixture(scope="module")
def compare() -> MaxSim:
    embedder = load_embedder(Settings())
    assert isinstance(embedder, StaticEmbedder)
    return MaxSim(embedder)


def test_a_passage_with_all_the_words_scores_one(compare: MaxSim) -> None:
    scores = compare("skolskjuts höstlov", ["Under höstlov körs ingen skolskjuts."])

    assert scores == pytest.approx([1.0], abs=1e-5)


def test_a_related_word_counts_more_than_an_unrelated_one(compare: MaxSim) -> None:
    related, unrelated = compare("skolbussen", ["Skolskjutsen ställs in.", "Ån svämmade över."])

    assert related > unrelated


def test_scores_are_the_cosines_of_summed_token_vectors(compare: MaxSim) -> None:
    embedder = load_embedder(Settings())
    question, word = embedder.embed_questions(["upphandlingen", "avtalet"])

    assert compare("upphandlingen", ["avtalet"]) == pytest.approx([question @ word], abs=1e-5)


@pytest.mark.parametrize(
    ("question", "passages"),
    [
        pytest.param("och i på", ["Ett möte."], id="only stop words"),
        pytest.param("", ["Ett möte."], id="nothing asked"),
        pytest.param("möte", ["", "…"], id="nothing said"),
        pytest.param("möte", [], id="no passages"),
    ],
)
def test_without_words_nothing_is_alike(
    compare: MaxSim, question: str, passages: list[str]
) -> None:
    assert compare(question, passages).tolist() == [0.0] * len(passages)


def test_order_and_number_of_passages_are_kept(compare: MaxSim) -> None:
    one, other = "Budgeten höjs.", "Simhallen stängs."
    alone = np.concatenate([compare("budget", [one]), compare("budget", [other])])

    assert compare("budget", [one, other]) == pytest.approx(alone, abs=1e-6)
