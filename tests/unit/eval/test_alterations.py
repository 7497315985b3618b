import pytest

from eval.alterations import Corpus, Kind, alter, corpus_of

CORPUS = Corpus(names=("Eva Dal", "Bo Ek", "Ängby", "Lindvik"), actors=("Lindvik", "Eva Dal"))


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        pytest.param(Kind.NUMBER, "Avgiften höjs till 2 100 kronor.", id="amount"),
        pytest.param(Kind.NUMBER, "Mötet köper tre cyklar.", id="number word"),
        pytest.param(Kind.DATE, "Mötet hålls 2024-03-04.", id="date in digits"),
        pytest.param(Kind.DATE, "Mötet hålls den 4 mars.", id="date in words"),
        pytest.param(Kind.NAME, "Mötet väljer Siv Holm till kassör.", id="name"),
        pytest.param(Kind.NEGATION, "Avgiften höjs inte.", id="denial taken out"),
        pytest.param(Kind.NEGATION, "Avgiften är hög.", id="denial put in"),
        pytest.param(Kind.QUANTIFIER, "Flera kommuner vill höja avgiften.", id="quantifier"),
        pytest.param(Kind.DECISION, "Nämnden avslår ansökan.", id="outcome"),
        pytest.param(Kind.ACTOR, "Bo Ek föreslår en höjning.", id="actor"),
        pytest.param(Kind.MODALITY, "Nämnden föreslår en höjning.", id="modality"),
    ],
)
def test_one_thing_is_altered_the_same_for_each_seed(kind: Kind, sentence: str) -> None:
    altered = alter(kind, sentence, CORPUS, seed=1)

    assert altered not in {None, sentence}
    assert altered == alter(kind, sentence, CORPUS, seed=1)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.NEGATION])
def test_what_is_not_there_is_not_altered(kind: Kind) -> None:
    assert alter(kind, "det regnade mest hela", Corpus(names=(), actors=()), seed=1) in {
        None,
        "det regnade mest halva",
        "det regnade mest delar av",
    }


def test_names_and_actors_are_taken_from_the_other_sentences() -> None:
    corpus = corpus_of(["Lindvik vill pröva modellen.", "Sedan berättade Eva Dal om Ängby."])

    assert Corpus(names=("Eva Dal", "Ängby"), actors=("Lindvik",)) == corpus
