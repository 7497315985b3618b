import pytest

from ingest.parse import parse_minutes
from rag.minutes import Status

ITEM = "\n\n§ 1 Val\nBo Dal valdes.\n\n§ 2 Taxa\nTaxan höjs.\n"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("EJ JUSTERAT\nProtokoll", "a.txt", Status.UNADJUSTED, id="not adjusted"),
        pytest.param("Ojusterat protokoll", "a.txt", Status.UNADJUSTED, id="unadjusted"),
        pytest.param("Protokoll", "ks_2024-03-04_ojusterat.docx", Status.UNADJUSTED, id="name"),
        pytest.param("Protokoll", "ks-ej-justerat.pdf", Status.UNADJUSTED, id="name with hyphens"),
        pytest.param("Protokoll", "Justerat KS 4 mars.pdf", Status.ADJUSTED, id="adjusted name"),
        pytest.param("Protokollet är justerat", "a.txt", Status.ADJUSTED, id="adjusted"),
        pytest.param("Protokoll\nJusterat den 4 mars 2024", "a.txt", Status.ADJUSTED, id="dated"),
        pytest.param("Protokoll\nJusterad 2024-03-04", "a.txt", Status.ADJUSTED, id="day"),
        pytest.param("Protokoll\nJusteras den 4 mars 2024", "a.txt", None, id="to be adjusted"),
        pytest.param("Protokoll\nJusteringsdatum 2024-03-04", "a.txt", None, id="date"),
        pytest.param("Protokoll\nFöregående protokoll justerat.", "a.txt", None, id="another's"),
        pytest.param("Protokoll", "a.txt", None, id="unsaid"),
        pytest.param("Protokoll\nJusterat\n2024-03-09", "a.txt", Status.ADJUSTED, id="day below"),
    ],
)
def test_the_status_is_read(text: str, name: str, expected: Status | None) -> None:
    assert expected == parse_minutes(text + ITEM, file_name=name).status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Protokoll\nDiarienummer: RS 2024-00123", "RS 2024-00123", id="label"),
        pytest.param("Protokoll  Dnr KS 2024/12", "KS 2024/12", id="beside"),
        pytest.param("Protokoll\nDnr\n24/118", "24/118", id="below"),
        pytest.param("KS 2024/12\nProtokoll", "KS 2024/12", id="alone"),
        pytest.param("Protokoll", None, id="none: an item's is not the minutes'"),
    ],
)
def test_the_registration_number_of_the_minutes_is_read(text: str, expected: str | None) -> None:
    whole = text + "\n\n§ 1 Val Dnr KS 2023/9\nBo valdes.\n\n§ 2 Taxa\nHöjs.\n"

    assert expected == parse_minutes(whole, file_name="a.txt").registration_number
