from collections.abc import Callable, Sequence
from typing import Any

import pytest

from eval.dataset import Category, Expect, QuestionSet
from eval.runner import run
from rag.errors import DatasetError, QuestionError
from rag.minutes import Document
from rag.results import Answer, Filters

Make = Callable[..., Any]


def one(question: Any) -> QuestionSet:
    return QuestionSet(name="fragor.jsonl", sha256="b" * 64, questions=(question,))


def test_every_question_is_answered_and_scored(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    record = run(questions, clerk(30), documents=[fees])

    right = [result.is_right for result in record.results]
    assert right == [True] * 30 + [False] * 10 + [True] * 10


def test_ranks_are_scored_for_answerable_questions_alone(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    record = run(questions, clerk(30), documents=[fees])
    hits = [result.scores.get("hit@1") for result in record.results]

    assert hits == [1.0] * 30 + [0.0] * 10 + [None] * 10
    assert {1.0} == {r.scores["hit@3"] for r in record.results if "hit@3" in r.scores}


def test_what_is_in_the_library_but_not_found_lowers_the_ideal(
    make_question: Make, make_answer: Make, make_document: Make
) -> None:
    minutes = make_document("maj.txt", "Avgiften höjs.", "Avgiften sänks.")
    asked = one(make_question(evidence=(("Avgiften",),)))

    record = run(
        asked,
        lambda question, *, filters: make_answer(minutes, hits=["Avgiften höjs."]),
        documents=[minutes],
    )
    assert pytest.approx(0.613, abs=1e-3) == record.results[0].scores["ndcg@10"]


def test_a_question_that_fails_is_recorded_and_the_rest_go_on(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    good = clerk(40)

    def ask(question: str, *, filters: Filters) -> Answer:
        if question.endswith(" 3?"):
            raise QuestionError("Frågan är för lång.")
        answer: Answer = good(question, filters=filters)
        return answer

    record = run(questions, ask, documents=[fees])
    [failed] = [result for result in record.results if result.error]

    assert (failed.question.id, failed.error) == ("q3", "QuestionError: Frågan är för lång.")
    assert (failed.status, failed.scores["right"], failed.scores["hit@10"]) == (None, 0.0, 0.0)
    assert sum(result.is_right for result in record.results) == 49


def test_evidence_that_is_gone_stops_the_run_before_anything_is_asked(
    make_question: Make, fees: Document
) -> None:
    def ask(question: str, *, filters: Filters) -> Answer:
        pytest.fail("asked")

    with pytest.raises(DatasetError, match="1 citat eller dokument"):
        run(one(make_question(evidence=(("guld",),))), ask, documents=[fees])


def test_the_check_can_be_left_out(make_question: Make, make_answer: Make, fees: Document) -> None:
    asked = one(make_question(evidence=(("guld",),)))

    record = run(
        asked, lambda question, *, filters: make_answer(fees), documents=[fees], check=False
    )
    assert [result.missed for result in record.results] == [(("guld",),)]


def test_filters_reach_the_assistant(
    make_question: Make, make_answer: Make, fees: Document
) -> None:
    wanted = Filters(body="Nämnden")
    seen = []

    def ask(question: str, *, filters: Filters) -> Answer:
        seen.append(filters)
        answer: Answer = make_answer(fees)
        return answer

    run(one(make_question(filters=wanted)), ask, documents=[fees], check=False)
    assert [wanted] == seen


def test_a_follow_up_hears_the_answers_before_it(
    make_question: Make, make_answer: Make, fees: Document
) -> None:
    absent = {"expect": Expect.ABSENT, "category": Category.ABSENT, "evidence": ()}
    asked = QuestionSet(
        name="fragor.jsonl",
        sha256="c" * 64,
        questions=tuple(
            make_question(id=name, question=name, follows=before, **absent)
            for name, before in (("a", None), ("b", "a"), ("other", None), ("c", "b"))
        ),
    )
    given: dict[str, list[str]] = {}

    def ask(question: str, *, filters: Filters) -> Answer:
        answer: Answer = make_answer(fees, [fees.text.splitlines()["abco".index(question[0])]])
        return answer

    def follow_up(question: str, *, filters: Filters, earlier: Sequence[Answer]) -> Answer:
        given[question] = [said.statements[0].text.split()[2] for said in earlier]
        return ask(question, filters=filters)

    run(asked, ask, documents=[fees], follow_up=follow_up)
    assert given == {"b": ["0"], "c": ["0", "1"]}


def test_the_record_keeps_how_sure_each_answer_is(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    record = run(questions, clerk(40), documents=[fees])

    assert [result.confidence for result in record.results] == [0.9] * 40 + [0.0] * 10


def test_the_record_says_what_was_asked_of_what(
    questions: QuestionSet, clerk: Make, fees: Document, make_document: Make
) -> None:
    ask = clerk(40)
    record = run(questions, ask, documents=[fees], settings={"device": "cpu"})
    more = run(questions, ask, documents=[fees, make_document("b.txt", "Mer.")])

    assert (
        record.file,
        record.sha256,
        record.library.documents,
        record.library.chunks,
    ) == ("fragor.jsonl", "a" * 64, 1, 40)
    assert record.settings == {"device": "cpu"}
    assert {"python", "numpy"} <= record.versions.keys()
    assert record.library.fingerprint != more.library.fingerprint


def test_progress_is_told_after_each_question(
    questions: QuestionSet, clerk: Make, fees: Document
) -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    run(questions, clerk(40), documents=[fees], progress=tell)
    assert [(done, 50) for done in range(1, 51)] == told
