import pytest

from rag.minutes import DocumentId, Kind
from rag.phrasing.coverage import Coverage, coverage_text, unreadable_pages
from rag.results import Meeting


@pytest.mark.parametrize(
    ("coverage", "told"),
    [
        pytest.param(Coverage(admitted=3, speaking=3), "Bygger på 3 av 3 möten.", id="all"),
        pytest.param(
            Coverage(admitted=14, speaking=12, unreadable=2),
            "Bygger på 12 av 14 möten; övriga nämner inte «båtar». "
            "2 skannade sidor kunde inte läsas.",
            id="some, pages unread",
        ),
        pytest.param(
            Coverage(admitted=1, speaking=0, unreadable=1, undated=2),
            "Inget av 1 möte nämner «båtar». 1 skannad sida kunde inte läsas. "
            "2 möten utan datum är inte med.",
            id="none, one page unread, undated left out",
        ),
        pytest.param(
            Coverage(admitted=0, speaking=0),
            "Inget möte i biblioteket passar filtren.",
            id="nothing to read",
        ),
    ],
)
def test_coverage_is_told_in_swedish(coverage: Coverage, told: str) -> None:
    assert coverage_text(coverage, "båtar") == told


@pytest.mark.parametrize(
    ("warning", "pages"),
    [
        ("Sida 4 är en bild utan läsbar text.", 1),
        ("Sidorna 1–3 och 7 är bilder utan läsbar text.", 4),
        ("Sida 1 är tolkad ur bild (OCR) och kan innehålla läsfel; jämför med originalet.", 0),
    ],
)
def test_unreadable_pages_are_counted_from_the_warnings(warning: str, pages: int) -> None:
    meeting = Meeting(
        document_id=DocumentId("a"),
        source="a.pdf",
        title="Möte",
        kind=Kind.PROTOKOLL,
        body=None,
        date=None,
        chunks=1,
        warnings=(warning,),
    )
    assert unreadable_pages([meeting]) == pages
