import pytest

from ingest.parse import parse_minutes

TOP = "Protokoll\n\nNärvarande: Eva Ek, Bo Dal, Cia Ask\n\n"


def actions(text: str) -> list[tuple[str, str | None, str | None]]:
    text = f"{TOP}1. Öppnande\nMötet öppnas.\n\n2. Ärende\n{text}\n\n3. Slut\nMötet slutar.\n"
    minutes = parse_minutes(text, file_name="x.txt")
    return [(a.span.of(text), a.who, a.due) for item in minutes.items for a in item.actions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "- @Eva fixar på hemsidan", [("@Eva fixar på hemsidan", "Eva", None)], id="mention"
        ),
        pytest.param(
            "- Affisch @Eva, bild innan fredag @Bo",
            [("Affisch @Eva, bild innan fredag @Bo", "Eva, Bo", "innan fredag")],
            id="two mentions",
        ),
        pytest.param("Skriv till anna@exempel.se.", [], id="an address"),
        pytest.param(
            "Att göra:\n- Eva skickar kallelsen senast den 28 februari\n"
            "- Boka lokal (Bo)\n- Köp kaffe",
            [
                ("Eva skickar kallelsen senast den 28 februari", "Eva", "senast den 28 februari"),
                ("Boka lokal (Bo)", "Bo", None),
                ("Köp kaffe", None, None),
            ],
            id="a list of things to do",
        ),
        pytest.param(
            "Kommundirektören får i uppdrag att utreda frågan till nästa möte.",
            [
                (
                    "Kommundirektören får i uppdrag att utreda frågan till nästa möte.",
                    "Kommundirektören",
                    "till nästa möte",
                )
            ],
            id="assigned",
        ),
        pytest.param(
            "Nätverket ombeds boka dagen.",
            [("Nätverket ombeds boka dagen.", "Nätverket", None)],
            id="asked",
        ),
        pytest.param(
            "Under hösten ombeds nätverket boka dagen.",
            [("Under hösten ombeds nätverket boka dagen.", "nätverket", "Under hösten")],
            id="asked, in another order",
        ),
        pytest.param(
            "Mötet beslutar att uppdra åt kansliet att ta fram ett förslag.",
            [("Mötet beslutar att uppdra åt kansliet att ta fram ett förslag.", "kansliet", None)],
            id="given",
        ),
        pytest.param(
            "Bo ringer Holmby kommun om lokalen.",
            [("Bo ringer Holmby kommun om lokalen.", "Bo", None)],
            id="somebody present takes it on",
        ),
        pytest.param("Sven ringer ofta till Holmby.", [], id="somebody else"),
        pytest.param(
            "Uppdrag: Cia Ask tar fram en mall senast den 29/9.",
            [("Uppdrag: Cia Ask tar fram en mall senast den 29/9.", "Cia Ask", "senast den 29/9")],
            id="after a label",
        ),
        pytest.param("Bo berättar om resan till Holmby.", [], id="told"),
    ],
)
def test_what_is_to_be_done_is_found(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert expected == actions(text)
