"""The JSON that programs rely on; a changed key here is a broken promise."""

import json
from dataclasses import replace
from datetime import date

from rag.minutes import Document
from rag.results import ActorRow, Answer, Filters, Meeting, Statement, Support
from rag.summaries import ItemSummary, Length, Summary
from ui.contracts.answers import (
    answer_json,
    document_json,
    hit_in_context_json,
    hit_json,
    meeting_json,
    summary_json,
)


def test_an_answer_has_the_promised_keys(answer: Answer) -> None:
    assert {
        "id",
        "question",
        "understood",
        "status",
        "text",
        "statements",
        "citations",
        "hits",
        "missing",
        "searched",
        "model",
        "notes",
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
            "reason": "",
            "citations": [1],
            "carriers": [],
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
        "signals",
        "text",
    } == set(found)
    assert (1, 0.8) == (found["page"], found["score"])


def test_a_hit_in_context_tells_what_stands_around_it(answer: Answer) -> None:
    [hit] = answer.hits
    around = hit_in_context_json(replace(hit, after=hit.passage))

    span = hit.passage.span
    assert {"start": span.start, "end": span.end, "text": hit.passage.text} == around["after"]
    assert around["before"] is None
    assert {"before", "after"} == set(around) - set(hit_json(hit))


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
        length=Length.SHORT,
        items=(ItemSummary(label="§ 2 Kassan", statements=(said,), decisions=(said,)),),
        citations=answer.citations,
    )

    plain = summary_json(summary)

    assert plain == json.loads(json.dumps(plain))
    assert {
        "meeting",
        "length",
        "place",
        "present",
        "present_count",
        "absent",
        "absent_count",
        "brief",
        "items",
        "dates",
        "questions",
        "links",
        "citations",
        "model",
        "notes",
        "lines",
        "text",
    } == set(plain)
    assert ("§ 2 Kassan", []) == (plain["items"][0]["label"], plain["items"][0]["actions"])
    assert "kort" == plain["length"]
    assert ["statement", "decision"] == [line["part"] for line in plain["lines"]]
    assert "Kassan är god. [1]\nKassan är god. [1]" == plain["text"]


def test_an_answer_tells_how_its_question_was_understood(answer: Answer) -> None:
    understood = replace(
        answer.understood,
        limits=("mars 2024",),
        filters=Filters(first=date(2024, 3, 1), last=date(2024, 3, 31)),
    )

    assert answer_json(replace(answer, understood=understood))["understood"] == {
        "line": "Tolkat som: bara möten: mars 2024.",
        "text": "Vad beslutades om bryggan?",
        "asks": "decision",
        "subject": ["bryggan"],
        "filters": {"body": None, "from": "2024-03-01", "to": "2024-03-31", "meetings": []},
        "unmet": [],
        "corrected": {},
        "abbreviations": {},
        "names": [],
        "translated": False,
        "carried": [],
    }


def test_an_answer_tells_who_said_what(answer: Answer) -> None:
    said = answer.statements[0]
    row = ActorRow(actor="Eva Ek", organisation="Holmby kommun", statements=(said,))
    plain = answer_json(replace(answer, actors=(row,)))

    assert [
        {
            "actor": "Eva Ek",
            "organisation": "Holmby kommun",
            "group": False,
            "statements": plain["statements"],
        }
    ] == plain["actors"]
