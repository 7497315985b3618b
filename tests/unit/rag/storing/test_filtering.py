import pytest

from rag.assistant import Assistant
from rag.errors import FilterError
from rag.minutes import Kind
from rag.results import Filters
from rag.storing.filtering import nearest

NAMES = ["Byggnadsnämnden", "Kommunstyrelsen", "Nätverket Arbete", "Elvira Stenhed", "Tor Blad"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param("byggnämden", "Byggnadsnämnden", id="misspelt"),
        pytest.param("kommunstyrelse", "Kommunstyrelsen", id="without its ending"),
        pytest.param("NATVERKET", "Nätverket Arbete", id="a part, without diacritics"),
        pytest.param("Elvida", "Elvira Stenhed", id="a first name"),
        pytest.param("Tor Blatt", "Tor Blad", id="a whole name"),
    ],
)
def test_the_nearest_name_comes_first(asked: str, expected: str) -> None:
    assert expected == nearest(asked, NAMES)[0]


def test_what_is_like_nothing_has_no_nearest_name() -> None:
    assert [] == nearest("xyzzy", NAMES)


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        pytest.param(
            Filters(body="kommunstyrelse"),
            "Inget möte i biblioteket är av organet 'kommunstyrelse': menade du «Kommunstyrelsen»",
            id="body",
        ),
        pytest.param(
            Filters(person="Elvida"),
            "Ingen närvarolista i biblioteket har 'Elvida': menade du .*«Elvira Stenhed»",
            id="person",
        ),
        pytest.param(Filters(body="xyzzy"), "där finns till exempel «", id="nothing like it"),
        pytest.param(
            Filters(body="kommunstyrelsen", person="Elvida"), "Elvira Stenhed", id="one of two"
        ),
    ],
)
@pytest.mark.parametrize("method", ["ask", "search"])
def test_an_unknown_name_is_said_and_never_left_out(
    assistant: Assistant, method: str, filters: Filters, said: str
) -> None:
    with pytest.raises(FilterError, match=said):
        getattr(assistant, method)("Vad beslutades om badhuset?", filters=filters)
    with pytest.raises(FilterError, match=said):
        assistant.meetings(filters)


def test_known_names_that_never_met_find_nothing(assistant: Assistant) -> None:
    filters = Filters(body="Kommunstyrelsen", person="Elvira")

    assert [] == assistant.search("badhuset", filters=filters)
    assert [] == assistant.meetings(filters)


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_admits_its_meetings_and_no_others(assistant: Assistant, kind: Kind) -> None:
    expected = {m.document_id for m in assistant.meetings() if m.kind is kind}

    found = assistant.search("kommunen badhuset avgift", filters=Filters(kind=kind), limit=1000)

    assert expected == {m.document_id for m in assistant.meetings(Filters(kind=kind))}
    assert expected >= {hit.passage.document_id for hit in found}
    assert bool(expected) == bool(found)
