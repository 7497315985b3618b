"""The JSON that programs rely on; a changed key here is a broken promise."""

import json

from rag.minutes import Document
from rag.results import Answer, ItemSummary, Meeting, Statement, Summary, Support
from ui.contract import answer_json, document_json, hit_json, meeting_json, summary_json


def test_an_answer_has_the_promised_keys(answer: Answer) -> None:
    assert {
        "id",
        "question",
        "status",
        "text",
        "statements",
        "citations",
        "hits",
        "missing",
        "searched",
        "model",
        "elapsed_ms",
    } <= set(answer_json(answer))


def test_an_answers_citations_tell_their_places(answer: Answer) -> None:
    [found] = answer_json(answer)["citations"]

    assert {
        "n",
        "document_id",
        "source",
        "meeting",
        "date",
        "item",
        "page",
        "start",
        "end",
        "quote",
    } == set(found)


def test_an_answers_statements_refer_to_its_citations(answer: Answer) -> None:
    plain = answer_json(answer)

    assert [
        {
            "text": "Styrelsen beslutar att bygga en ny.",
            "support": "supported",
            "citations": [1],
        }
    ] == plain["statements"]
    assert [1] == [cited["n"] for cited in plain["citations"]]


def test_a_batch_carries_the_questions_id(answer: Answer) -> None:
    assert "q7" == answer_json(answer, question_id="q7")["id"]


def test_a_hit_tells_its_place_and_words(answer: Answer) -> None:
    found = hit_json(answer.hits[0])

    assert {
        "document_id",
        "source",
        "start",
        "end",
        "page",
        "headings",
        "score",
        "text",
    } == set(found)
    assert (1, 0.8) == (found["page"], found["score"])


def test_a_meetings_date_is_iso_and_says_whether_it_was_inferred(meeting: Meeting) -> None:
    plain = meeting_json(meeting)

    assert ("2024-03-04", False, "protokoll") == (
        plain["date"],
        plain["date_inferred"],
        plain["kind"],
    )


def test_all_spans_of_a_document_lie_in_its_text(document: Document) -> None:
    plain = document_json(document)

    first = plain["items"][1]["decisions"][0]["span"]
    assert "Styrelsen beslutar att bygga en ny." == plain["text"][first["start"] : first["end"]]
    assert ["§ 1", "§ 2"] == [item["number"] for item in plain["items"]]


def test_everything_is_json(answer: Answer, meeting: Meeting, document: Document) -> None:
    for plain in (answer_json(answer), meeting_json(meeting), document_json(document)):
        assert plain == json.loads(json.dumps(plain))


def test_a_summary_has_its_parts(answer: Answer, meeting: Meeting) -> None:
    said = Statement(text="Kassan är god.", support=Support.SUPPORTED, citations=(1,))
    summary = Summary(
        meeting=meeting,
        place=None,
        attendance=(said,),
        items=(ItemSummary(label="§ 2 Kassan", statements=(said,), decisions=(said,)),),
        dates=(),
        citations=answer.citations,
    )

    plain = summary_json(summary)

    assert plain == json.loads(json.dumps(plain))
    assert {"meeting", "place", "attendance", "items", "dates", "citations", "text"} == set(plain)
    assert ("§ 2 Kassan", []) == (plain["items"][0]["label"], plain["items"][0]["actions"])
    assert "Kassan är god. [1]" == plain["text"]
