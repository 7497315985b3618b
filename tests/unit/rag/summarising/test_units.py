import pytest

from rag.minutes import Chunk, Document, DocumentId, Kind, Minutes
from rag.summarising.units import topics


def said(text: str) -> list[str]:
    """Return the units of a text without items."""
    document = Document(
        id=DocumentId("a"),
        source="a.txt",
        location="/a.txt",
        text=text,
        minutes=Minutes(kind=Kind.NOTES, title="Möte"),
        chunks=tuple[Chunk, ...](),
    )
    return [unit.span.of(text) for topic in topics(document) for unit in topic.units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Alva Berg ledde mötet. Hon är vikarie till maj. Kassan är god i år.",
            ["Alva Berg ledde mötet. Hon är vikarie till maj.", "Kassan är god i år."],
            id="a person told by a pronoun",
        ),
        pytest.param(
            "Avtalet löper ut i december. Det nya avtalet är billigare.",
            ["Avtalet löper ut i december.", "Det nya avtalet är billigare."],
            id="an article is no pronoun",
        ),
        pytest.param(
            "Bron är klar till våren.\n\nDetta sades i pausen.",
            ["Bron är klar till våren.", "Detta sades i pausen."],
            id="another paragraph",
        ),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_goes_with_it(
    text: str, expected: list[str]
) -> None:
    assert expected == said(text)
