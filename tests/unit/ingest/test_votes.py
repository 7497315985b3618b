import pytest

from ingest.parse import parse_minutes

TOP = "Sammanträdesprotokoll\nKommunstyrelsen\n2024-03-04\n\n§ 1 Öppnande\nMötet öppnas.\n\n"


def votes(text: str) -> list[tuple[int | None, int | None, int | None]]:
    text = f"{TOP}§ 2 Ärende\n{text}\n"
    items = parse_minutes(text, file_name="x.txt").items
    return [(vote.yes, vote.no, vote.abstained) for item in items for vote in item.votes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Omröstningen utfaller med 24 ja-röster och 17 nej-röster, 2 avstår.",
            [(24, 17, 2)],
            id="a sentence",
        ),
        pytest.param("Omröstning\nJa: 24 Nej: 17 Avstår: 2", [(24, 17, 2)], id="labels"),
        pytest.param("Votering\nJa 7\nNej 5\nAvstår 1", [(7, 5, 1)], id="a label a line"),
        pytest.param("13 röster för\n1 röst emot\n3 neutrala", [(13, 1, 3)], id="an association"),
        pytest.param(
            "Med 11 röster mot 2 beslutar kommunstyrelsen att köpa huset.",
            [(11, 2, None)],
            id="one number against another",
        ),
        pytest.param(
            "Rösterna fördelas: fyra för köp, en emot, två avstår.", [(4, 1, 2)], id="in words"
        ),
        pytest.param(
            "Ja-röster: Eva Ek (S), Bo Dal (M) och Cia Ask (V)\nNej-röster: Dan Eng (L)",
            [(3, 1, None)],
            id="lists of names",
        ),
        pytest.param(
            "Vid omröstning avges 7 ja-röster och 5 nej-röster.\n\nAlla talade länge.\n\n"
            "Vid omröstning avges 3 ja-röster och 9 nej-röster.",
            [(7, 5, None), (3, 9, None)],
            id="two votes",
        ),
        pytest.param("Ja-röst för bifall, nej-röst för avslag.", [], id="the order of voting"),
        pytest.param("Priset gick från 3 mot 5 procent för 24 år sedan.", [], id="other numbers"),
        pytest.param("Votering begärs.", [], id="no result"),
        pytest.param(
            "Omröstning\nEva Ek (S), Bo Dal (M) och Cia Ask (C) röstar ja.\n"
            "Dan Eng (L) röstar nej.\nGun Hav (V) avstår.",
            [(3, 1, 1)],
            id="names before the vote",
        ),
        pytest.param(
            "Votering: 4 för Evas yrkande, 2 för Bos yrkande.", [], id="neither is called yes"
        ),
    ],
)
def test_the_counts_of_a_vote_are_found(
    text: str, expected: list[tuple[int | None, int | None, int | None]]
) -> None:
    assert expected == votes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "| Ledamot | Ja | Nej | Avstår |\n|---|---|---|---|\n| Eva Ek (S) | X | | |\n"
            "| Bo Dal (M) | | X | |\n| Cia Ask (V) | X | | |",
            [(2, 1, 0)],
            id="crosses",
        ),
        pytest.param(
            "Ledamot | Ja | Nej\nEva Ek (S) | X\nBo Dal (M) |  | X\n\n"
            "Ledamot | Ja | Nej\nCia Ask (V) | X\nDan Eng (L) | X",
            [(3, 1, None)],
            id="across a page, with the head repeated",
        ),
        pytest.param(
            "Ledamot | Ja | Nej | Avstår\nEva Ek (S) | X |  |\nBo Dal (M) |  | X |\n\n"
            "Cia Ask (V) |  | X |\nDan Eng (L) |  |  | X",
            [(1, 2, 1)],
            id="across a page, with all cells",
        ),
        pytest.param(
            "Ledamot | Ja | Nej\nEva Ek (S) | X\nBo Dal (M) |  | X\n\nCia Ask (V) | X",
            [],
            id="across a page where empty cells may be lost",
        ),
        pytest.param(
            "Namn                Ja   Nej   Avstår\nEva Ek (S)          X\n"
            "Bo Dal (M)               X\nCia Ask (V)                    X",
            [(1, 1, 1)],
            id="columns of spaces",
        ),
        pytest.param(
            "Ledamot | Ja | Nej\nEva Ek (S) | Ja |\nBo Dal (M) | Ja |\nCia Ask (V) | | Nej",
            [(2, 1, None)],
            id="the word itself",
        ),
        pytest.param("Ja | Nej | Avstår\n24 | 17 | 2", [(24, 17, 2)], id="sums alone"),
        pytest.param(
            "Ledamot | Ja | Nej\nEva Ek (S) | X\nBo Dal (M) | X\nSumma | 1 | 1",
            [(1, 1, None)],
            id="a row of sums is trusted",
        ),
        pytest.param(
            "Ledamot | Ja | Nej\nEva Ek (S) | X |\nBo Dal (M) | | X\n\n"
            "Med 1 ja-röst mot 1 nej-röst avgör ordförandens röst.",
            [(1, 1, None)],
            id="the table and its sentence are one vote",
        ),
        pytest.param(
            "Ledamot | Ja | Nej | Avstår\nEva Ek (S) | X\nBo Dal (M) | | X\n\n"
            "Cia Ask (V) | | X\nDan Eng (L) | X",
            [(2, 2, 0)],
            id="a page whose empty cells are kept",
        ),
    ],
)
def test_the_crosses_of_a_table_are_counted(
    text: str, expected: list[tuple[int | None, int | None, int | None]]
) -> None:
    assert expected == votes(text)
