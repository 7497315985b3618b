import pytest

from ingest.attendance import find_attendance
from ingest.lines import split_lines
from rag.minutes import Presence


def listed(text: str) -> list[str]:
    """Return everybody as `presence name`, and what else is known, for comparison."""
    return [
        " ".join(
            filter(
                None,
                (
                    person.presence.value,
                    person.name,
                    f"<{person.organisation}>" if person.organisation else "",
                    f"({person.party})" if person.party else "",
                    *person.roles,
                    f"för {person.replaces}" if person.replaces else "",
                ),
            )
        )
        for person in find_attendance(split_lines(text)).people
    ]


NOTES = """Minnesanteckningar

NÄRVARANDE

Eva Ek, Holmby
Disa Fors Lind, Sjövik, ersätts av Ulf Rask
Cia Ask, GR

EJ NÄRVARANDE

Bo Dal, Lundeby
Representant, Norra By

INBJUDNA/FÖREDRAGANDE

Sten Alm, SKR

1. Inledning

Alla hälsas välkomna.
"""

MUNICIPAL = """Sammanträdesprotokoll
Kommunstyrelsen
Plats och tid Kommunhuset, Stora salen, kl. 13.00–15.30
Beslutande Eva Ek (S), ordförande
Bo Dal (M), vice ordförande, §§ 51–58
Tjänstgörande ersättare Cia Ask (V) ersätter Disa Fors (V)
Ersättare Ulf Rask (C)
Övriga närvarande Sten Alm, kommundirektör
Utses att justera Bo Dal
Paragrafer §§ 51–60

§ 51 Val av justerare
Bo Dal utses.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            NOTES,
            [
                "present Eva Ek <Holmby>",
                "absent Disa Fors Lind <Sjövik>",
                "present Ulf Rask <Sjövik> för Disa Fors Lind",
                "present Cia Ask <GR>",
                "absent Bo Dal <Lundeby>",
                "absent Representant <Norra By>",
                "invited Sten Alm <SKR> föredragande",
            ],
            id="one a line with organisations",
        ),
        pytest.param(
            MUNICIPAL,
            [
                "present Eva Ek (S) ordförande",
                "present Bo Dal (M) vice ordförande justerare",
                "present Cia Ask (V) tjänstgörande ersättare för Disa Fors",
                "absent Disa Fors",
                "present Ulf Rask (C) ersättare",
                "present Sten Alm kommundirektör",
            ],
            id="first page of a municipal protokoll",
        ),
        pytest.param(
            "## Närvarande\n- Eva Ek (ordförande)\n- Bo\n\n## Mötets öppnande\nKlockan 12.\n",
            ["present Eva Ek ordförande", "present Bo"],
            id="bullets",
        ),
        pytest.param(
            "Närvarande: Eva Ek, Bo Dal och Cia Ask\n\n1. Öppnande\n",
            ["present Eva Ek", "present Bo Dal", "present Cia Ask"],
            id="commas on one line",
        ),
        pytest.param(
            "Närvarande: Eva, Bo, Cia\nFrånvarande: Ulf (sjuk)\n",
            ["present Eva", "present Bo", "present Cia", "absent Ulf"],
            id="first names",
        ),
        pytest.param(
            "##Närvarande\nEva Ek, Bo Dal, Cia Ask Ulf Rask\n",
            ["present Eva Ek", "present Bo Dal", "present Cia Ask", "present Ulf Rask"],
            id="a forgotten comma",
        ),
        pytest.param(
            "Närvarande: Eva Ek, ordförande, Bo Dal, sekreterare, Cia Ask\n",
            ["present Eva Ek ordförande", "present Bo Dal sekreterare", "present Cia Ask"],
            id="commas between names and roles",
        ),
        pytest.param(
            "Närvarande: Eva Ek, Holmby, Bo Dal, Sjövik\n",
            ["present Eva Ek <Holmby>", "present Bo Dal <Sjövik>"],
            id="names and places take turns",
        ),
        pytest.param(
            "Närvarande: Eva Ek, Holmby kommun; Bo Dal, Region Sjövik\n",
            ["present Eva Ek <Holmby kommun>", "present Bo Dal <Region Sjövik>"],
            id="semicolons",
        ),
        pytest.param(
            "Närvarande:\nHolmby: Eva Ek, Bo Dal\nSjövik: Cia Ask\n",
            ["present Eva Ek <Holmby>", "present Bo Dal <Holmby>", "present Cia Ask <Sjövik>"],
            id="organisation before its people",
        ),
        pytest.param(
            "Närvarande: Eva Ek, Bo Dal, Cia\nAsk, Ulf Rask\n\n1. Öppnande\n",
            ["present Eva Ek", "present Bo Dal", "present Cia Ask", "present Ulf Rask"],
            id="a name parted by a line end",
        ),
        pytest.param(
            "Namn | Roll | Närvarande\nEva Ek | ordförande | X\nBo Dal | ledamot | \n",
            ["present Eva Ek ordförande", "absent Bo Dal ledamot"],
            id="table with crosses",
        ),
        pytest.param(
            "| Ledamot | Närvarande | Frånvarande |\n|---|---|---|\n"
            "| Eva Ek (S) | x | |\n| Bo Dal (M) | | x |\n",
            ["present Eva Ek (S)", "absent Bo Dal (M)"],
            id="markdown table",
        ),
        pytest.param(
            "Beslutande | Parti | Anmärkning\nEva Ek | S | ordförande\n"
            "Bo Dal | M | ersätter Cia Ask (M)\n",
            ["present Eva Ek (S) ordförande", "present Bo Dal (M) för Cia Ask", "absent Cia Ask"],
            id="table headed by the list's own name",
        ),
        pytest.param(
            "Beslutande | Ledamöter\nEva Ek (S), ordförande\nBo Dal (M)\n"
            "Ersättare | Cia Ask (V)\nUlf Rask (C)\n",
            [
                "present Eva Ek (S) ordförande ledamot",
                "present Bo Dal (M) ledamot",
                "present Cia Ask (V) ersättare",
                "present Ulf Rask (C) ersättare",
            ],
            id="cells with lines",
        ),
        pytest.param(
            "Beslutande\nEva Ek (S) Bo Dal (M)\nCia Ask (V)\n",
            ["present Eva Ek (S)", "present Bo Dal (M)", "present Cia Ask (V)"],
            id="two columns",
        ),
        pytest.param(
            "Ledamöter Närvarande\nEva Ek X, mötesordförande § 94 - § 106\n"
            "Bo Dal anmält förhinder\nSuppleanter\nCia Ask X\n\n§ 94 Mötet öppnas\n",
            [
                "present Eva Ek mötesordförande ledamot",
                "absent Bo Dal ledamot",
                "present Cia Ask suppleant",
            ],
            id="crosses without a table",
        ),
        pytest.param(
            "1. Kallade: Eva Ek, Bo Dal\n2. Närvarande: Eva Ek\n3. Öppnande\n",
            ["summoned Eva Ek", "summoned Bo Dal", "present Eva Ek"],
            id="numbered lists of people",
        ),
        pytest.param(
            "Närvarande: Eva Ek, Bo Dal\n\n1. Val\n- Mötesordförande: Eva\n- Kassör: Bo\n2. Slut\n",
            ["present Eva Ek mötesordförande", "present Bo Dal"],
            id="who leads the meeting",
        ),
        pytest.param(
            "# Protokoll\n\n1. Öppnande\nMötet öppnas.\n\nVid protokollet:\n\n__________\n"
            "Eva Ek\n\nJusteras:\n\n__________\nBo Dal\n",
            ["present Eva Ek sekreterare", "present Bo Dal justerare"],
            id="signatures",
        ),
        pytest.param(
            "Närvarande ledamöter\nEva Ek (S) ordförande     Bo Dal (M)\n"
            "Cia Ask (C)     Dan Lind (V)\n",
            [
                "present Eva Ek (S) ordförande ledamot",
                "present Bo Dal (M) ledamot",
                "present Cia Ask (C) ledamot",
                "present Dan Lind (V) ledamot",
            ],
            id="two columns",
        ),
        pytest.param(
            "Övriga närvarande: miljöchef Eva Ek, Bo Dal från Holmby kommun, Cia Ask (CA)\n",
            ["present Eva Ek miljöchef", "present Bo Dal <Holmby kommun>", "present Cia Ask"],
            id="title, from an organisation, initials",
        ),
        pytest.param(
            "Närvarande: 12 personer enligt lista\n\n1. Öppnande\n", [], id="nobody named"
        ),
        pytest.param("Eva Ek och Bo Dal var närvarande när huset brann.\n", [], id="prose"),
        pytest.param(
            "Tjänstemän\nStadsdirektör Eva Ek, avdelningschef Bo Dal samt sekreterare Cia Ask.\n",
            [
                "present Eva Ek stadsdirektör tjänsteman",
                "present Bo Dal avdelningschef tjänsteman",
                "present Cia Ask sekreterare tjänsteman",
            ],
            id="titles before names on one line",
        ),
        pytest.param(
            "Övriga: Kårordförande Eva Ek, talman Bo Dal\n",
            ["present Eva Ek kårordförande", "present Bo Dal talman"],
            id="titles before names after a label",
        ),
        pytest.param(
            "Beslutande\nEva Ek (S)          ordförande\nBo Dal (KD)          för Ulf Rask (KD)\n"
            "Cia Ask (V)          ersätter Gun Hav (V)\n",
            [
                "present Eva Ek (S) ordförande",
                "present Bo Dal (KD) för Ulf Rask",
                "absent Ulf Rask",
                "present Cia Ask (V) för Gun Hav",
                "absent Gun Hav",
            ],
            id="substitution in a column of its own",
        ),
        pytest.param(
            "Närvarande: Eva Ek (ordförande), Bo Dal, tjänstgör för Ulf Rask, "
            "Cia Ask (kamrer, §§ 7-8)\n",
            [
                "present Eva Ek ordförande",
                "present Bo Dal för Ulf Rask",
                "absent Ulf Rask",
                "present Cia Ask kamrer",
            ],
            id="substitution and brackets on one line",
        ),
        pytest.param(
            "Beslutande | Ledamöter: Eva Ek (S), Bo Dal (M). "
            "Tjänstgörande ersättare: Cia Ask (S) ersätter Ulf Rask (S)\n",
            [
                "present Eva Ek (S) ledamot",
                "present Bo Dal (M) ledamot",
                "present Cia Ask (S) tjänstgörande ersättare för Ulf Rask",
                "absent Ulf Rask",
            ],
            id="lists within a line",
        ),
        pytest.param(
            "Närvarande: Eva Ek (S), Holmby, ordf., Bo Dal (M), Ekvik, Cia Ask (C), Sjövik\n",
            [
                "present Eva Ek <Holmby> (S) ordförande",
                "present Bo Dal <Ekvik> (M)",
                "present Cia Ask <Sjövik> (C)",
            ],
            id="places between names on one line",
        ),
        pytest.param(
            "För arbetsgivaren\nEva Ek, förvaltningschef\n\nFör arbetstagarna\nBo Dal, Vision\n"
            "Anmält förhinder\nUlf Rask, Kommunal\n",
            [
                "present Eva Ek förvaltningschef",
                "present Bo Dal <Vision>",
                "absent Ulf Rask <Kommunal>",
            ],
            id="the two sides of a working place",
        ),
        pytest.param(
            "Från förvaltningen\nEva Ek, regiondirektör\n",
            ["present Eva Ek regiondirektör"],
            id="from the offices",
        ),
        pytest.param(
            "Deltagande i beslutet:\nEva Ek (S), ordförande\n",
            ["present Eva Ek (S) ordförande"],
            id="those who decide",
        ),
        pytest.param(
            "På plats: Eva, Bo, Cia\nKunde inte: Ulf\n",
            ["present Eva", "present Bo", "present Cia", "absent Ulf"],
            id="everyday words",
        ),
    ],
)
def test_people_are_found(text: str, expected: list[str]) -> None:
    assert expected == listed(text)


def test_brackets_hold_an_organisation_where_nobody_has_a_known_party() -> None:
    assert ["present Eva Ek <GR>", "present Bo Dal <SKR>"] == listed(
        "Närvarande:\nEva Ek (GR)\nBo Dal (SKR)\n"
    )


def test_the_span_reaches_from_the_first_heading_to_the_last_name() -> None:
    span = find_attendance(split_lines(NOTES)).span

    assert span is not None
    assert span.of(NOTES).startswith("NÄRVARANDE")
    assert span.of(NOTES).endswith("Sten Alm, SKR")


def test_every_entry_is_quoted_as_printed() -> None:
    people = find_attendance(split_lines(NOTES)).people

    assert "Disa Fors Lind, Sjövik, ersätts av Ulf Rask" == people[1].span.of(NOTES)
    assert Presence.ABSENT is people[1].presence


def test_those_elected_at_the_end_are_not_those_who_signed() -> None:
    text = "Närvarande: Eva Ek, Bo Dal\n\n1. Öppnande\n2. Slut\nValda:\nOrdförande Cia Ask\n"

    assert ["present Eva Ek", "present Bo Dal"] == listed(text)


def test_one_replaced_for_an_item_only_was_there() -> None:
    text = "Beslutande\nBo Dal (M)\nErsättare\nEva Ek (M) för Bo Dal (M) § 102\n"

    assert ["present Bo Dal (M)", "present Eva Ek (M) ersättare för Bo Dal"] == listed(text)
