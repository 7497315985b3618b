import pytest

from ingest.parse import parse_minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("§ 1 Taxa Dnr KS 2023/145\nText.\n", "KS 2023/145", id="in the heading"),
        pytest.param("§ 1 Taxa\nKS/2023:145\nText.\n", "KS/2023:145", id="below, colon"),
        pytest.param("§ 1 Taxa\nDnr: 2023-00145\nText.\n", "2023-00145", id="no letters"),
        pytest.param("§ 1 Taxa (SBN 2023-145)\nText.\n", "SBN 2023-145", id="brackets"),
        pytest.param("§ 1 Ärendenummer SLK-2023-00123\nTaxa\nText.\n", "SLK-2023-00123", id="long"),
        pytest.param("§ 1 Taxa\nText om läget i kommunen.\n", None, id="none"),
    ],
)
def test_the_registration_number_is_found(text: str, expected: str | None) -> None:
    (item,) = parse_minutes(text, file_name="x.txt").items

    assert (expected, "Taxa") == (item.registration_number, item.title)


def test_an_item_holds_the_deeper_ones_that_follow() -> None:
    text = "§ 8 Val\nText.\n§ 8.1 Ordförande\nEva.\n§ 9 Slut\nInget.\n"
    val, chair, end = parse_minutes(text, file_name="x.txt").items

    assert (1, 2, 1) == (val.level, chair.level, end.level)
    assert val.span.end == chair.span.end == end.span.start
    assert "§ 8 Val" == val.heading.of(text)
