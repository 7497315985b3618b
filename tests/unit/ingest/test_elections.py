import pytest

from ingest.parse import parse_minutes


def elected(title: str, text: str) -> list[str]:
    text = f"Protokoll\n\n§ 1 Öppnande\nMötet öppnas.\n\n§ 2 {title}\n{text}\n"
    minutes = parse_minutes(text, file_name="x.txt")
    return [decision.span.of(text) for item in minutes.items for decision in item.decisions]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Ordförande 1 år: Eva Ek (omval)", id="for a time"),
        pytest.param("Ordförande: Eva Ek", id="a label"),
        pytest.param("Ledamöter 2 år: Bo Dal (nyval), Cia Ask (omval)", id="several"),
        pytest.param("Omval av Eva Ek och Bo Dal på två år.", id="elected again"),
        pytest.param("Eva Ek, nyval, 2 år", id="the name first"),
        pytest.param("Eva Ek blir ny kassör.", id="becomes"),
        pytest.param("Vald: Eva Ek", id="elected"),
        pytest.param("Kassör – Eva Ek, 2 år", id="a role before a dash"),
        pytest.param("Eva Ek och Bo Dal", id="only names"),
    ],
)
def test_who_is_elected_is_a_decision(line: str) -> None:
    assert [line] == elected("Val av styrelse", line)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        pytest.param("Val", "Valberedning: vakant", id="nobody"),
        pytest.param("Val", "Valberedningen föreslår: omval av Eva Ek", id="proposed"),
        pytest.param("Val av kassör", "Nominerade är\nEva Ek", id="a candidate"),
        pytest.param("Val av kassör", "Eva Ek presenterar sig.", id="presents herself"),
        pytest.param("Rapporter", "Eva Ek", id="a name in another item"),
        pytest.param("Rapporter", "Ordförande: Eva Ek var på kurs.", id="no election"),
    ],
)
def test_what_elects_nobody_is_no_decision(title: str, line: str) -> None:
    assert [] == elected(title, line)
