"""A link to an answer carries the question and all that limited it."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.asks import Asks
from rag.errors import FilterError
from rag.minutes import DocumentId, Kind
from rag.results import Filters, Understood
from rag.storing.turns import Asked
from ui.choosing import question_link

WORDS = st.text(min_size=1, max_size=30).filter(str.strip)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2000, 1, 1))
LATER = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 1, 1))
FILTERS = st.builds(
    Filters,
    body=st.none() | WORDS,
    person=st.none() | WORDS,
    kind=st.none() | st.sampled_from(Kind),
    meetings=st.lists(st.sampled_from("ab12 cd34 ef56".split()).map(DocumentId)).map(tuple),
    first=st.none() | DAYS,
    last=st.none() | LATER,
    without=st.lists(WORDS).map(tuple),
)


@given(question=WORDS, filters=FILTERS)
def test_what_is_written_is_read_again(question: str, filters: Filters) -> None:
    asked = Asked(question=question, filters=filters)

    assert asked == question_link.read(parse_qs(question_link.write(asked)))


def test_an_address_that_asks_nothing_limits_nothing() -> None:
    assert Asked(question="") == question_link.read({"doc": ["ab12"]})


def test_a_year_written_by_hand_is_all_of_it() -> None:
    limits = question_link.read({"fran": ["2023"], "till": ["2023"]}).filters

    assert (date(2023, 1, 1), date(2023, 12, 31)) == (limits.first, limits.last)


@pytest.mark.parametrize("name", ["fran", "till", "sort"])
def test_what_cannot_be_read_is_told(name: str) -> None:
    with pytest.raises(FilterError, match="i våras"):
        question_link.read({name: ["i våras"]})


def test_a_follow_up_is_linked_to_in_words_that_stand_alone() -> None:
    asked = Asked(question="Vem reserverade sig?", filters=Filters(body="Styrelsen"))
    meeting = DocumentId("ab12")
    understood = Understood(
        asked=asked.question,
        reworded="Vem reserverade sig (bryggan)?",
        asks=Asks.PLAIN,
        subject=("bryggan",),
        filters=Filters(meetings=(meeting,)),
        carried=("bryggan",),
    )

    assert (
        Asked(
            question="Vem reserverade sig (bryggan)?",
            filters=Filters(body="Styrelsen", meetings=(meeting,)),
        )
    ) == question_link.alone(asked, understood)
