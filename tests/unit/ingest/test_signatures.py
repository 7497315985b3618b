import pytest

from ingest.parse import parse_minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ordförande      Sekreterare\n\n________      ________\n\nEva Ek      Bo Dal",
            ["Eva Ek ordförande", "Bo Dal sekreterare"],
            id="side by side",
        ),
        pytest.param(
            "Ordförande | Sekreterare\nEva Ek | Bo Dal",
            ["Eva Ek ordförande", "Bo Dal sekreterare"],
            id="cells",
        ),
        pytest.param(
            "Ordförande Sekreterare\nEva Ek Bo Dal",
            ["Eva Ek ordförande", "Bo Dal sekreterare"],
            id="one space, as PDFs have it",
        ),
        pytest.param(
            "Vid protokollet      Justeras\nEva Ek      Bo Dal      Cia Ask",
            ["Eva Ek sekreterare", "Bo Dal justerare", "Cia Ask justerare"],
            id="the last label takes the rest",
        ),
        pytest.param(
            "Justerare\n__________   __________\nBo Dal     Cia Ask",
            ["Bo Dal justerare", "Cia Ask justerare"],
            id="two below one label",
        ),
        pytest.param("Sekreterare __________ Bo Dal", ["Bo Dal sekreterare"], id="on its line"),
        pytest.param(
            "Eva Ek         Bo Dal\nOrdförande     Justerare\n\nCia Ask\nSekreterare",
            ["Eva Ek ordförande", "Bo Dal justerare", "Cia Ask sekreterare"],
            id="names above their labels",
        ),
        pytest.param("Antecknat av Eva Ek", ["Eva Ek sekreterare"], id="noted by"),
    ],
)
def test_signatures_are_read(text: str, expected: list[str]) -> None:
    minutes = parse_minutes(f"# Protokoll\n\n§ 1 Val\nBo valdes.\n\n{text}\n", file_name="x.md")

    assert expected == [f"{person.name} {' '.join(person.roles)}" for person in minutes.people]
