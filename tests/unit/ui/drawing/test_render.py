"""Answers and citations as HTML."""

import re
from dataclasses import replace
from datetime import date

import pytest

from rag.minutes import MeetingDate
from rag.results import Answer, Carrier, Citation, Meeting, Status, Support
from rag.span import Span
from ui.drawing import cited, render
from ui.parsed import meeting_date

HOSTILE = '<script>alert("1")</script><img src=x onerror=alert(1)>'
ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;"


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_an_answer_shows_status_place_statement_and_how_it_was_made(
    answer: Answer, meeting: Meeting
) -> None:
    html = render.answer(answer, {meeting.document_id: meeting})

    assert shown(html) == (
        "Besvarad Styrelsen för Ekdals badförening · 4 mars 2024 · § 2 Bryggan vid Långsjön · s. 1 "
        "Styrelsen beslutar att bygga en ny. 1 "
        "Sökte igenom 1 möte (3 textavsnitt) · ordagranna utdrag · 0,01 s"
    )


def test_a_citation_leads_to_its_characters(answer: Answer, citation: Citation) -> None:
    html = render.answer(answer, {})

    target = f'data-open="{citation.document_id}:{citation.start}:{citation.end}"'
    assert target in html


def test_a_source_is_listed_when_the_statement_is_not_its_quote(answer: Answer) -> None:
    [statement] = answer.statements
    reworded = replace(answer, statements=(replace(statement, text="En ny brygga byggs."),))

    html = render.answer(reworded, {})

    assert "Källor 1 Styrelsen" in shown(html)
    assert "”Styrelsen beslutar att bygga en ny.”" in shown(html)


def test_an_answer_that_was_not_found_shows_the_nearest_passages(
    answer: Answer, meeting: Meeting
) -> None:
    empty = replace(answer, status=Status.NOT_FOUND, statements=(), citations=())

    html = render.answer(empty, {meeting.document_id: meeting})

    assert shown(html) == (
        "Hittades inte Det framgår inte av protokollen. Närmaste avsnitt "
        "Styrelsen för Ekdals badförening · 4 mars 2024 · § 2 Bryggan vid Långsjön "
        "”Bryggan är rutten.” Sökte igenom 1 möte (3 textavsnitt)."
    )


def test_an_answer_says_how_its_question_was_understood(answer: Answer) -> None:
    understood = replace(answer.understood, abbreviations={"FK": "Försäkringskassan"})

    assert "Tolkat som: FK = Försäkringskassan." in shown(
        render.answer(replace(answer, understood=understood), {})
    )


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        pytest.param(("budget", "2025"), "Det som citeras nämner inte: budget, 2025.", id="words"),
        pytest.param((), "Protokollen svarar bara delvis på frågan.", id="no words"),
    ],
)
def test_a_partial_answer_says_what_is_missing(
    answer: Answer, missing: tuple[str, ...], expected: str
) -> None:
    html = render.answer(replace(answer, status=Status.PARTIAL, missing=missing), {})

    assert expected in shown(html)


@pytest.mark.parametrize(
    ("count", "length", "expected"),
    [
        pytest.param(5, 20, "entries", id="many short"),
        pytest.param(4, 20, "sentences", id="few short"),
        pytest.param(5, 90, "sentences", id="many long"),
    ],
)
def test_many_short_statements_stand_in_columns(
    answer: Answer, count: int, length: int, expected: str
) -> None:
    [statement] = answer.statements
    listed = replace(answer, statements=(replace(statement, text="x" * length),) * count)

    assert f'class="{expected}"' in render.answer(listed, {})


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        pytest.param(Support.SUPPORTED, False, id="supported"),
        pytest.param(Support.PARTLY, True, id="partly"),
        pytest.param(Support.UNSUPPORTED, True, id="unsupported"),
    ],
)
def test_a_statement_is_marked_unless_wholly_supported(
    answer: Answer, support: Support, *, expected: bool
) -> None:
    [statement] = answer.statements

    html = cited.statement(replace(statement, support=support), {})

    assert expected == ('class="support"' in html)


def test_a_mark_of_support_tells_its_reason_when_pointed_at(answer: Answer) -> None:
    [statement] = answer.statements
    doubted = replace(statement, support=Support.PARTLY, reason="Talet 3 <står> inte där.")

    html = cited.statement(doubted, {})

    assert 'data-quote="Talet 3 &lt;står&gt; inte där."' in html
    assert 'aria-label="delvis belagt: Talet 3 &lt;står&gt; inte där."' in html


def test_marks_of_support_are_explained_once(answer: Answer) -> None:
    [statement] = answer.statements
    doubted = tuple(
        replace(statement, text=said, support=Support.PARTLY) for said in ("Ett.", "Två.")
    )

    html = render.answer(replace(answer, statements=doubted), {})

    assert 1 == html.count("Delvis belagt: källan säger")
    assert 0 == html.count("Inte belagt:")


def test_a_supported_answer_explains_no_marks(answer: Answer) -> None:
    assert "elagt:" not in render.answer(answer, {})


def test_a_citation_leads_to_the_words_that_carry_the_statement(answer: Answer) -> None:
    [citation], [statement] = answer.citations, answer.statements
    words = Span(citation.start, citation.start + 9)
    carried = replace(statement, carriers=(Carrier(citation=1, span=words),))

    html = render.answer(replace(answer, statements=(carried,)), {})

    assert f':{citation.end}:{words.start}-{words.end}"' in html


def test_what_minutes_file_names_and_questions_say_is_never_html(
    answer: Answer, citation: Citation, meeting: Meeting
) -> None:
    [hit] = answer.hits
    [statement] = answer.statements
    cited = replace(citation, meeting=HOSTILE, item=HOSTILE, quote=HOSTILE)
    passage = replace(hit.passage, source=HOSTILE, text=HOSTILE, heading_path=(HOSTILE,))
    hostile = replace(
        answer,
        status=Status.PARTIAL,
        statements=(replace(statement, text=HOSTILE),),
        citations=(cited,),
        hits=(replace(hit, passage=passage),),
        missing=(HOSTILE,),
        model=HOSTILE,
    )
    known = {meeting.document_id: replace(meeting, title=HOSTILE)}

    drawn = (
        render.question(HOSTILE)
        + render.answer(hostile, known)
        + render.answer(replace(hostile, status=Status.NOT_FOUND), known)
    )

    assert "<script" not in drawn
    assert "<img" not in drawn
    assert ESCAPED in drawn


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        pytest.param((2024, 3, 4), (2024, 3, 4), "4 mars 2024", id="day"),
        pytest.param((2024, 9, 1), (2024, 11, 30), "hösten 2024", id="season"),
        pytest.param((2024, 8, 1), (2024, 12, 31), "höstterminen 2024", id="term"),
        pytest.param((2024, 2, 1), (2024, 2, 29), "februari 2024", id="month"),
        pytest.param((2024, 1, 1), (2024, 12, 31), "2024", id="year"),
        pytest.param((2024, 3, 4), (2024, 3, 6), "4–6 mars 2024", id="days"),
        pytest.param((2024, 9, 3), (2024, 11, 28), "3 sept.–28 nov. 2024", id="interval"),
        pytest.param((2023, 12, 1), (2024, 2, 29), "1 dec. 2023–29 feb. 2024", id="winter"),
    ],
)
def test_dates_are_written_as_in_swedish_prose(
    first: tuple[int, int, int], last: tuple[int, int, int], expected: str
) -> None:
    assert expected == meeting_date(MeetingDate(first=date(*first), last=date(*last)))


def test_a_meeting_without_a_date_says_so() -> None:
    assert meeting_date(None) == "odaterat"


def test_what_an_answer_lacks_is_said_before_what_it_has(answer: Answer) -> None:
    partial = replace(answer, status=Status.PARTIAL, missing=("kostnaden",))

    html = shown(render.answer(partial, {}))

    assert html.index("nämner inte: kostnaden") < html.index("Styrelsen beslutar")


def test_why_nothing_was_found_is_said_before_the_nearest_passages(answer: Answer) -> None:
    understood = replace(answer.understood, unmet=("3 maj 1987",))
    why = "Inget möte i biblioteket stämmer med: 3 maj 1987."
    empty = replace(
        answer, status=Status.NOT_FOUND, statements=(), understood=understood, notes=(why,)
    )

    html = shown(render.answer(empty, {}))

    assert html.startswith(f"Hittades inte Det framgår inte av protokollen. {why}")
