"""Links and clicks lead to places."""

import pytest

from rag.errors import FilterError
from rag.minutes import DocumentId
from rag.span import Span
from ui.drawing.cited import place
from ui.place import Place

ID = "0f" * 32


@pytest.mark.parametrize(
    ("written", "span"),
    [
        pytest.param(place(ID), Span(0, 0), id="document"),
        pytest.param(place(ID, 4, 9), Span(4, 9), id="passage"),
        pytest.param(place(ID, 9, 4), Span(9, 9), id="end before start"),
    ],
)
def test_what_is_written_is_read(written: str, span: Span) -> None:
    assert Place(document_id=DocumentId(ID), span=span) == Place.parse(written)


def test_the_words_that_carry_a_statement_are_read() -> None:
    words = (Span(4, 6), Span(7, 9))

    assert words == Place.parse(place(ID, 3, 12, words=words)).words


@pytest.mark.parametrize(
    "written",
    [
        "",
        "../etc/passwd",
        f"{ID}:1",
        f"{ID}:-1:2",
        f"{ID}:1:x",
        "<script>",
        f"{ID}:1:2\n",
        f"{ID}:1:2:3",
        f"{ID}:1:2:3-",
    ],
)
def test_other_links_are_refused_in_one_sentence(written: str) -> None:
    with pytest.raises(FilterError, match="Länken pekar inte"):
        Place.parse(written)
