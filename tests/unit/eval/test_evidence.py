import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.evidence import Coverage, Evidence, Place, cover, is_relevant, names_document, places_of

A, B, C = ("alfa",), ("beta", "gamma"), ("delta",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("först beta, sedan gamma", True, id="all strings"),
        pytest.param("bara beta", False, id="one string"),
        pytest.param("beta\n  gamma", True, id="across a line end"),
        pytest.param("Beta gamma", False, id="another case"),
    ],
)
def test_a_group_must_stand_whole_in_one_passage(text: str, *, expected: bool) -> None:
    [place] = places_of([("a.md", text)])

    assert expected == place.holds(B)


def test_white_space_in_a_quote_is_one_space() -> None:
    [place] = places_of([("a.md", "avgiften blir\n300\N{NO-BREAK SPACE}kronor")])

    assert place.holds(("blir  300 kronor",))


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        pytest.param([(A, B)], Coverage(found=(A,), missed=(B,)), id="one of two groups"),
        pytest.param([(A, B), (A,)], Coverage(found=(A,), missed=()), id="an alternative suffices"),
        pytest.param([(B,), (C,)], Coverage(found=(), missed=(B,)), id="the first of equals"),
        pytest.param([], Coverage(found=(), missed=()), id="nothing required"),
    ],
)
def test_the_way_that_is_covered_best_counts(ways: list[Evidence], expected: Coverage) -> None:
    places = places_of([("a.md", "alfa"), ("a.md", "beta"), ("a.md", "gamma")])

    assert expected == cover(places, ways, ())


def test_evidence_counts_only_in_the_documents_that_the_question_names() -> None:
    places = places_of([("prov/a.md", "alfa")])

    assert [is_relevant(places[0], [(A,)], [name]) for name in ("a.md", "b.md")] == [True, False]


@pytest.mark.parametrize(
    ("source", "suffix", "expected"),
    [
        pytest.param("prov/styrelsen/a.md", "styrelsen/a.md", True, id="a folder"),
        pytest.param("a.md", "a.md", True, id="the whole path"),
        pytest.param("prov/extra.md", "a.md", False, id="half a name"),
        pytest.param("prov\\styrelsen\\a.md", "styrelsen/a.md", True, id="backslashes"),
        pytest.param("prov/mo\u0308te.md", "m\u00f6te.md", True, id="decomposed letters"),
    ],
)
def test_a_document_is_named_by_the_end_of_its_path(
    source: str, suffix: str, *, expected: bool
) -> None:
    assert expected == names_document(source, [suffix])


@given(st.lists(st.text(alphabet="ab \n", min_size=1), max_size=4), st.text(alphabet="ab \n"))
def test_more_passages_never_cover_less(texts: list[str], more: str) -> None:
    ways: list[Evidence] = [(("a a",), ("b",)), (("ab",),)]
    places = [Place("x.md", text) for text in texts]
    fewer = cover(places, ways, ()).share

    assert 0.0 <= fewer <= cover([*places, Place("x.md", more)], ways, ()).share <= 1.0
