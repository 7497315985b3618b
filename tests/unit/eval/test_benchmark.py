import pytest

from eval.benchmark import Benchmark, measure_public
from eval.dataset import Category, Expect, Question, QuestionSet
from eval.public import PublicSet, Text
from rag.settings import Settings

TEXTS = (
    Text("s/1.txt", "Bron över Åvik är 120 meter lång. Den målas om vart sjunde år."),
    Text("s/2.txt", "Färjan till Måsskär avgår en gång i timmen. Den tar sju bilar."),
    Text("s/3.txt", "Biblioteket i Ekdal har stängt på måndagar. Böcker lämnas i luckan."),
)


def asked(number: int, question: str, answer: str, *, text: int) -> Question:
    return Question(
        id=f"s-{number}",
        question=question,
        category=Category.FACT,
        expect=Expect.ANSWERABLE,
        evidence=((answer,),),
        documents=(TEXTS[text].name,),
    )


QUESTIONS = (
    asked(1, "Hur lång är bron över Åvik?", "120 meter", text=0),
    asked(2, "Hur ofta avgår färjan till Måsskär?", "en gång i timmen", text=1),
    Question(
        id="s-3",
        question="Vad kostar ett gymkort i Rönnhult?",
        category=Category.ABSENT,
        expect=Expect.ABSENT,
    ),
)


@pytest.fixture(scope="module")
def measured() -> Benchmark:
    questions = QuestionSet(name="samling.json", sha256="c" * 64, questions=QUESTIONS)
    return measure_public(PublicSet(texts=TEXTS, questions=questions), Settings(), withhold=True)


def test_the_text_that_answers_is_ranked(measured: Benchmark) -> None:
    assert {"hit@1", "hit@3", "hit@10", "ndcg@10"} == set(measured.retrieval)
    assert (1.0, 2) == (measured.retrieval["hit@1"].value, measured.retrieval["hit@1"].n)


def test_cited_sentences_are_held_against_the_gold_answers(measured: Benchmark) -> None:
    values = {name: figure.value for name, figure in measured.sentences.items()}

    assert values["placed@1"] <= values["sentence@1"] <= values["sentence@3"] == 1.0
    assert measured.sentences["sentence@3"].n == 2


def test_withheld_questions_and_those_without_an_answer_are_told_apart(
    measured: Benchmark,
) -> None:
    assert measured.withheld["right_refusal"].n == 2
    assert measured.unanswerable["right_refusal"].n == 1


def test_the_run_has_every_question_that_was_asked(measured: Benchmark) -> None:
    ids = [result.question.id for result in measured.run.results]

    assert ["s-1", "s-2", "s-3", "s-1-utan", "s-2-utan"] == ids


def test_without_withholding_there_is_nothing_to_say_of_it() -> None:
    questions = QuestionSet(name="samling.json", sha256="c" * 64, questions=QUESTIONS[:1])
    measured = measure_public(PublicSet(texts=TEXTS, questions=questions), Settings())

    assert ({}, {}) == (measured.withheld, measured.unanswerable)
    assert len(measured.run.results) == 1
