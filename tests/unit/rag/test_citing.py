from datetime import date

from fakes import document, item, span_of
from hypothesis import given
from hypothesis import strategies as st

from rag.citing import Citations, Evidence
from rag.minutes import MeetingDate
from rag.results import Carrier, Support
from rag.span import Span

TEXT = """§ 1. Bryggan
Bryggan är rutten.
Styrelsen beslutar att
bygga en ny.

§ 2. Kassan
Kassan är god. Bryggan är rutten.
"""
DAY = date(2024, 3, 4)
MINUTES = document(
    TEXT,
    title="Styrelsemöte i mars",
    day=MeetingDate(first=DAY, last=DAY),
    items=[
        item(TEXT, "§ 1. Bryggan", until="§ 2. Kassan"),
        item(TEXT, "§ 2. Kassan"),
    ],
)


def evidence(part: str) -> Evidence:
    return Evidence(MINUTES, span_of(TEXT, part))


def test_a_statement_is_the_cited_words_in_one_line() -> None:
    [statement] = Citations().state([evidence("Styrelsen beslutar att\nbygga en ny.")])

    assert "Styrelsen beslutar att bygga en ny." == statement.text
    assert Support.SUPPORTED is statement.support


def test_a_citation_tells_where_its_words_stand() -> None:
    citations = Citations()
    citations.state([evidence("Kassan är god.")])

    [citation] = citations.all()

    assert ("Styrelsemöte i mars", "2024-03-04") == (citation.meeting, citation.date)
    assert ("§ 2 Kassan", None) == (citation.item, citation.page)
    assert "Kassan är god." == citation.quote == TEXT[citation.start : citation.end]


def test_a_verbatim_statement_is_carried_by_its_whole_quote() -> None:
    citations = Citations()
    [statement] = citations.state([evidence("Kassan är god.")])

    assert (Carrier(citation=1, span=span_of(TEXT, "Kassan är god.")),) == statement.carriers
    assert "" == statement.reason


def test_a_reworded_statement_is_carried_by_the_words_it_stands_for() -> None:
    citations = Citations()
    citations.state([evidence("§ 1. Bryggan")])
    number = citations.number(evidence("Styrelsen beslutar att\nbygga en ny."))

    carriers = citations.carriers("Styrelsen bygger nytt.", [number])

    assert {2} == {carrier.citation for carrier in carriers}
    assert "Styrelsen" in [carrier.span.of(TEXT) for carrier in carriers]


def test_citations_are_numbered_from_one_as_they_come() -> None:
    citations = Citations()
    first = citations.state([evidence("Kassan är god."), evidence("bygga en ny.")])
    second = citations.state([evidence("§ 1. Bryggan")])

    assert [(1,), (2,), (3,)] == [statement.citations for statement in (*first, *second)]
    assert [1, 2, 3] == [citation.n for citation in citations.all()]


def test_one_place_has_one_number() -> None:
    citations = Citations()
    [first] = citations.state([evidence("Kassan är god.")])
    [again] = citations.state([evidence("Kassan är god."), evidence("Kassan är god.")])

    assert (1,) == first.citations == again.citations
    assert 1 == len(citations.all())


def test_the_same_words_in_two_places_are_said_once_with_both() -> None:
    last = TEXT.rindex("Bryggan är rutten.")
    twice = [evidence("Bryggan är rutten."), Evidence(MINUTES, Span(last, last + 18))]

    [statement] = Citations().state(twice)

    assert "Bryggan är rutten." == statement.text
    assert (1, 2) == statement.citations


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
    lambda ends: Span(min(ends), max(ends))
)


@given(st.lists(SPANS, max_size=8))
def test_every_statement_is_cited_and_every_citation_used(spans: list[Span]) -> None:
    citations = Citations()
    statements = citations.state(Evidence(MINUTES, span) for span in spans)

    used = {number for statement in statements for number in statement.citations}

    assert used == {citation.n for citation in citations.all()}
    assert all(statement.citations and statement.text for statement in statements)
    assert all(statement.support is Support.SUPPORTED for statement in statements)


@given(st.lists(SPANS, max_size=8))
def test_a_quote_is_exactly_its_place(spans: list[Span]) -> None:
    citations = Citations()
    citations.state(Evidence(MINUTES, span) for span in spans)

    assert all(cited.quote == TEXT[cited.start : cited.end] for cited in citations.all())
    assert list(range(1, len(citations.all()) + 1)) == [cited.n for cited in citations.all()]
