import pytest

from ingest.parse import parse_minutes

TOP = "Protokoll\n\nNärvarande: Eva Ek, Emil Ask\n\n§ 1 Öppnande\nMötet öppnas.\n\n"


def reservations(text: str) -> list[tuple[str, ...]]:
    text = f"{TOP}§ 2 Ärende\n{text}\n"
    items = parse_minutes(text, file_name="x.txt").items
    return [reservation.who for item in items for reservation in item.reservations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mot beslutet reserverar sig Bo Dal (S), Cia von Berg (V) till förmån för avslag.",
            [("Bo Dal", "Cia von Berg")],
            id="against the decision",
        ),
        pytest.param(
            "Bo Dal (S) och Cia Berg (V) reserverar sig skriftligt mot beslutet.",
            [("Bo Dal", "Cia Berg")],
            id="names first",
        ),
        pytest.param("Emil reserverade sig.", [("Emil",)], id="a first name known"),
        pytest.param(
            "Reservation\nBo Dal (S)\nCia Berg (V)", [("Bo Dal", "Cia Berg")], id="a list of names"
        ),
        pytest.param("Reservation: Bo Dal (S)", [("Bo Dal",)], id="on the heading's line"),
        pytest.param(
            "Följande ledamöter reserverar sig mot beslutet:\n- Bo Dal (S)\n- Cia Berg (V)",
            [("Bo Dal", "Cia Berg")],
            id="a list after a sentence",
        ),
        pytest.param(
            "Samtliga ledamöter från Moderaterna och Centerpartiet reserverar sig mot beslutet.",
            [("Moderaterna", "Centerpartiet")],
            id="parties",
        ),
        pytest.param(
            "SD-gruppen reserverar sig mot beslutet.", [("SD-gruppen",)], id="a party's group"
        ),
        pytest.param("Bo Dal (S) lämnar en skriftlig reservation.", [("Bo Dal",)], id="handed in"),
        pytest.param(
            "Reservation anmäls av Bo Dal (S) och Cia Berg (V).",
            [("Bo Dal", "Cia Berg")],
            id="notified",
        ),
        pytest.param("Ingen reserverade sig mot beslutet.", [], id="nobody"),
        pytest.param("Nämnden reserverar 2 000 kr till cyklar.", [], id="money"),
        pytest.param(
            "Emil Ask anmälde avvikande mening.", [("Emil Ask",)], id="a dissenting opinion"
        ),
        pytest.param(
            "Reservation från Bo Dal (S)\nVi ville något annat.", [("Bo Dal",)], id="in the heading"
        ),
    ],
)
def test_those_who_dissent_are_found(text: str, expected: list[tuple[str, ...]]) -> None:
    assert expected == reservations(text)
