import pytest

from ingest.decoration import is_decoration


@pytest.mark.parametrize(
    "line",
    ["Sida 3 (41)", "3(30)", "- 3 -", "sid. 2 av 9", "3", "Justerandes sign.", "Utdragsbestyrkande",
     "Justerandes signatur | Utdragsbestyrkande", "Ordförandes signatur", "________"],
)  # fmt: skip
def test_knows_page_numbers_and_places_for_signatures(line: str) -> None:
    assert is_decoration(line)


@pytest.mark.parametrize(
    "line",
    ["Kommunstyrelsen 3 (41)", "Sidan av saken", "Justerare: Eva Ek", "Protokoll",
     "§ 3 Justering av tid", "avstår", "justerandes" * 40 + "x"],
)  # fmt: skip
def test_keeps_what_says_something(line: str) -> None:
    assert not is_decoration(line)
