import pytest

from ingest.parse import parse_minutes


def outline(text: str) -> list[str]:
    """Return the items' labels, indented by level."""
    items = parse_minutes(text, file_name="x.md").items
    return ["  " * (item.level - 1) + item.label for item in items]


PROSE = "Nämnden gick igenom läget och tog del av en lägesrapport från förvaltningen om arbetet.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Protokoll\n\n§ 94 Detaljplan för Lunden\nDnr KS 2023/145\n\n"
            "Beslut\natt anta planen.\n\n"
            "Ärendebeskrivning\nPlanen har varit utställd.\n\n§95 Taxa\nBeslut\nBifall.\n"
            "§ 96 – Motion om cykelväg\nTexten.\n",
            ["§ 94 Detaljplan för Lunden", "§ 95 Taxa", "§ 96 Motion om cykelväg"],
            id="paragraphs",
        ),
        pytest.param(
            "Protokoll\n\n1 §\nÖppnande\nMötet öppnas.\n\n2 § Upprop\nUpprop enligt\n"
            "4 § reglementet sker.\n\n3 §     RS 2024-0012\nBudget\nBudgeten antas.\n",
            ["§ 1 Öppnande", "§ 2 Upprop", "§ 3 Budget"],
            id="the number before the sign",
        ),
        pytest.param(
            "KF § 266\n\nVal av justerare\n\nBeslut\n\natt utse Eva.\n\n________\n\n"
            "KF § 267 Dnr KS 02-820 107\n\nBildning av bolag\n\nBeslut\n\natt bilda bolag.\n",
            ["§ 266 Val av justerare", "§ 267 Bildning av bolag"],
            id="the title stands below",
        ),
        pytest.param(
            "§ 12\nDnr KS 2024/7\nSkolskjuts\n\nBeslut\nBifall.\n\n§ 13\n"
            "Dnr KS 2024/8\nTaxa\nText.\n",
            ["§ 12 Skolskjuts", "§ 13 Taxa"],
            id="the registration number stands between",
        ),
        pytest.param(
            "§ 94 Detaljplan för fastigheten Lunden 3:14 med flera i Östra Holmby och\n"
            "norra Sjövik, beslut om granskning\n\nText.\n§ 95 Taxa\nText.\n",
            [
                (
                    "§ 94 Detaljplan för fastigheten Lunden 3:14 med flera i Östra Holmby och "
                    "norra Sjövik, beslut om granskning"
                ),
                "§ 95 Taxa",
            ],
            id="a title on two lines",
        ),
        pytest.param(
            "Ärendelista\n§ 1 Val av justerare ........ 3\n§ 2 Taxa ........ 4\n"
            "§ 3 Övrigt ........ 5\n\n§ 1 Val av justerare\nEva utses.\n§ 2 Taxa\nBifall.\n"
            "§ 3 Övrigt\nInget.\n",
            ["§ 1 Val av justerare", "§ 2 Taxa", "§ 3 Övrigt"],
            id="table of contents with page numbers",
        ),
        pytest.param(
            "§ 1 Val av justerare\n§ 2 Taxa\n§ 3 Övrigt\n\n" + PROSE + "§ 1 Val av justerare\n"
            "Eva utses.\n\n§ 2 Taxa\nBifall.\n\n§ 3 Övrigt\nInget.\n",
            ["§ 1 Val av justerare", "§ 2 Taxa", "§ 3 Övrigt"],
            id="table of contents without them",
        ),
        pytest.param(
            "§ 7 Taxa\nText på första sidan.\n§ 7 forts.\n"
            "Text på nästa sida.\n§ 8 Övrigt\nInget.\n",
            ["§ 7 Taxa", "§ 8 Övrigt"],
            id="a paragraph that goes on",
        ),
        pytest.param(
            "§ 7 Taxa\nÄrendet behandlades enligt\n"
            "§ 45 i reglementet och\n§ 3 stadgan.\n§ 8 Slut\nInget.\n",
            ["§ 7 Taxa", "§ 8 Slut"],
            id="references are no headings",
        ),
        pytest.param(
            "§ 8 Val\nText.\n§ 8.1 Ordförande\nEva.\n§ 8.2 Kassör\nBo.\n§ 9 Slut\nInget.\n",
            ["§ 8 Val", "  § 8.1 Ordförande", "  § 8.2 Kassör", "§ 9 Slut"],
            id="paragraphs within paragraphs",
        ),
        pytest.param(
            "# Protokoll\n\n## § 3 Val av justerare\n\nEva.\n\n### Beslut\n\nBifall.\n\n"
            "## Paragraf 4 Taxa\n\nText.\n",
            ["§ 3 Val av justerare", "§ 4 Taxa"],
            id="markdown paragraphs",
        ),
        pytest.param(
            "Minnesanteckningar\n\n1. Inledning\n\nAlla hälsas.\n\n2. Läget i Holmby\n\n1. Alfa\n"
            "2. Beta\n3. Gamma\n\n3. Övrigt\n\nInget.\n",
            ["1 Inledning", "2 Läget i Holmby", "3 Övrigt"],
            id="numbered, with a list inside",
        ),
        pytest.param(
            "1. Öppnande\nMötet öppnas.\n2. Val\na. Ordförande\nEva valdes.\nb. Sekreterare\n"
            "Bo valdes.\n3. Slut\nMötet slutar.\n",
            ["1 Öppnande", "2 Val", "  2 a Ordförande", "  2 b Sekreterare", "3 Slut"],
            id="letters under numbers",
        ),
        pytest.param(
            "Punkt 1: Öppnande\nText.\nPunkt 2: Budget\nText.\nPunkt 3: Slut\nText.\n",
            ["1 Öppnande", "2 Budget", "3 Slut"],
            id="the word punkt",
        ),
        pytest.param(
            "1. Öppnande\nText.\n2. Budget\nText.\n2.1 Intäkter\nText.\n"
            "2.2 Kostnader\nText.\n3. Slut\n",
            ["1 Öppnande", "2 Budget", "  2.1 Intäkter", "  2.2 Kostnader", "3 Slut"],
            id="decimal numbers",
        ),
        pytest.param(
            "Dagordning\n1. Öppnande\n2. Budget\n3. Slut\n\n1. Öppnande\n"
            + PROSE
            + "2. Budget\n"
            + PROSE
            + "3. Slut\n"
            + PROSE,
            ["1 Öppnande", "2 Budget", "3 Slut"],
            id="an agenda first",
        ),
        pytest.param(
            "#Mötesprotokoll\n##Kodklubben\n##2017-02-01\n\n##Närvarande\nEva Ek, Bo Dal\n\n"
            "##Mötets öppnande\n12:15\n\n##Förråd\nText.\n\n###Nycklar\n"
            "Text.\n\n##Nästa möte\nTisdag.\n",
            ["Mötets öppnande", "Förråd", "  Nycklar", "Nästa möte"],
            id="markdown",
        ),
        pytest.param(
            "# Styrelsemöte Tuvan\n\n## 1. Budget\n\n### Förslag\n\n"
            "Höj.\n\n### Beslut\n\nBifall.\n\n"
            "## 2. Slut\n\nText.\n",
            ["1 Budget", "2 Slut"],
            id="numbered markdown with fixed headings inside",
        ),
        pytest.param(
            "# Möte\n\n## Diskussion\n\nText.\n\n## Beslut\n\natt köpa kaffe.\n",
            ["Diskussion", "Beslut"],
            id="nothing but fixed headings",
        ),
        pytest.param(
            "Anteckningar\n\nEKONOMI\n\n" + PROSE + "\nPERSONAL\n\n" + PROSE,
            ["EKONOMI", "PERSONAL"],
            id="capitals",
        ),
        pytest.param(
            "Anteckningar\n\n**Ekonomi**\n\n" + PROSE + "\n**Personal**\n\n" + PROSE,
            ["Ekonomi", "Personal"],
            id="emphasis",
        ),
        pytest.param(
            "Anteckningar från möte\n\nEkonomin i stort\n\n"
            + PROSE
            + "\nPersonal och lokaler\n\n"
            + PROSE,
            ["Ekonomin i stort", "Personal och lokaler"],
            id="short lines",
        ),
        pytest.param(
            "Anteckningar\n\nTid: Hösten 2024\n\nNärvarande:\n\nEva Ek, Holmby\nBo Dal, Sjövik\n\n"
            + PROSE
            + "\n"
            + PROSE,
            [],
            id="paragraphs only",
        ),
        pytest.param(
            "1. Öppnande\nText.\n2. Slut\nText.\n3. Underskrifter\nText.\nBilaga A\nBudget.\n",
            ["1 Öppnande", "2 Slut", "3 Underskrifter", "Bilaga A"],
            id="appendix",
        ),
    ],
)
def test_the_headings_of_items_are_found(text: str, expected: list[str]) -> None:
    assert expected == outline(text)
