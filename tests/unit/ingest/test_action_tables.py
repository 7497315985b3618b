import pytest

from ingest.action_tables import find_task_tables, table_actions
from ingest.lines import split_lines
from ingest.table_cells import cells_of

NAMES = frozenset({"eva ek", "eva", "bo dal", "bo", "cia ask", "cia"})


def rows(text: str) -> list[tuple[str, str | None, str | None]]:
    found = table_actions(find_task_tables(split_lines(text), names=NAMES))
    return [(" ".join(a.span.of(text).split()), a.who, a.due) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Moment | Ansvarig | Klart\nBoka sal | Eva Ek | 3 maj\nSe över taxan | | löpande",
            [
                ("Boka sal | Eva Ek | 3 maj", "Eva Ek", "3 maj"),
                ("Se över taxan | | löpande", None, "löpande"),
            ],
            id="bars",
        ),
        pytest.param(
            "| Vad? | Vem? | Klart? |\n|:--|:--|:--|\n| Boka sal | | |\n"
            "| Ring Bo | Cia, Eva | ASAP |",
            [("Boka sal | | |", None, None), ("Ring Bo | Cia, Eva | ASAP |", "Cia, Eva", "ASAP")],
            id="Markdown",
        ),
        pytest.param(
            "Vad|Vem|När\n---|---|---\nBoka sal|Eva|v. 12",
            [("Boka sal|Eva|v. 12", "Eva", "v. 12")],
            id="bars without spaces",
        ),
        pytest.param(
            "Vad\tVem\tNär\nBoka sal\tEva Ek\t3 maj\nKöpa grus\tBo\t",
            [("Boka sal Eva Ek 3 maj", "Eva Ek", "3 maj"), ("Köpa grus Bo", "Bo", None)],
            id="tabs",
        ),
        pytest.param(
            "Aktivitet      Ansvarig       Klart senast\nBoka sal       Eva Ek         3 maj",
            [("Boka sal Eva Ek 3 maj", "Eva Ek", "3 maj")],
            id="set apart by spaces",
        ),
        pytest.param(
            "Ansvarig | Uppgift | Deadline\nEva Ek | Boka sal | fredag",
            [("Eva Ek | Boka sal | fredag", "Eva Ek", "fredag")],
            id="who comes first",
        ),
        pytest.param(
            "Åtgärd | Ansvarig/klart\nBoka sal | Eva Ek, 3 maj",
            [("Boka sal | Eva Ek, 3 maj", "Eva Ek", "3 maj")],
            id="who and when in one column",
        ),
        pytest.param(
            "Punkt | Ansvarig | Klart datum\nBoka sal | Eva Ek | 3 maj",
            [("Boka sal | Eva Ek | 3 maj", "Eva Ek", "3 maj")],
            id="a first column with another name",
        ),
        pytest.param(
            "Nr | Åtgärd | Ansvarig | Klart | Status\n1 | Boka sal | Eva | v. 9 | Klar\n"
            "2 | Ring Bo | Cia | v. 10 |",
            [
                ("1 | Boka sal | Eva | v. 9 | Klar", "Eva", "v. 9"),
                ("2 | Ring Bo | Cia | v. 10 |", "Cia", "v. 10"),
            ],
            id="what is done is told by its row",
        ),
        pytest.param(
            "Vad ska göras? | Vem är ansvarig? | När ska det vara klart?\n"
            "Skicka enkät | Samordnaren | före jul",
            [("Skicka enkät | Samordnaren | före jul", "Samordnaren", "före jul")],
            id="questions",
        ),
        pytest.param(
            "Action item | Owner | Due date\nBoka sal | Eva Ek | 3 maj",
            [("Boka sal | Eva Ek | 3 maj", "Eva Ek", "3 maj")],
            id="English",
        ),
        pytest.param(
            "Uppgift | Deadline\nLämna in ansökan | 15 maj",
            [("Lämna in ansökan | 15 maj", None, "15 maj")],
            id="nobody",
        ),
        pytest.param(
            "Vad | Vem | När\nSe över avtalet med | Eva Ek | 3 maj\nleverantören\n"
            "Boka sal | Bo | 4 maj",
            [
                ("Se över avtalet med | Eva Ek | 3 maj leverantören", "Eva Ek", "3 maj"),
                ("Boka sal | Bo | 4 maj", "Bo", "4 maj"),
            ],
            id="a row on two lines",
        ),
        pytest.param(
            "Moment | Ansvarig | Klart\n\nBoka sal i stugan,\nmed kök\n\nEva Ek\n\n3 maj\n\n"
            "Ringa värden |  | senast fredag\n\nStäda boden\n\nBo\n\nSedan talade alla om våren.",
            [
                ("Boka sal i stugan, med kök Eva Ek 3 maj", "Eva Ek", "3 maj"),
                ("Ringa värden | | senast fredag", None, "senast fredag"),
                ("Städa boden Bo", "Bo", None),
            ],
            id="cells that became paragraphs, the empty ones lost",
        ),
        pytest.param(
            "Moment Ansvarig Klart\n\nBoka sal i stugan,\nmed kök\n\nEva Ek | 3 maj\n\n"
            "Ringa värden\nom brunnen\n\nsenast fredag",
            [
                ("Boka sal i stugan, med kök Eva Ek | 3 maj", "Eva Ek", "3 maj"),
                ("Ringa värden om brunnen senast fredag", None, "senast fredag"),
            ],
            id="a head whose columns nothing parts",
        ),
        pytest.param(
            "Vad\nVem\nNär\nBoka sal\nEva Ek\n3 maj\nKöpa grus till vägen\nBo Dal\n"
            "Ringa banken\nCia\nv. 12\nAlla tyckte att det var bra.",
            [
                ("Boka sal Eva Ek 3 maj", "Eva Ek", "3 maj"),
                ("Köpa grus till vägen Bo Dal", "Bo Dal", None),
                ("Ringa banken Cia v. 12", "Cia", "v. 12"),
            ],
            id="a cell a line",
        ),
        pytest.param("Punkt | Ansvarig\nEkonomi | Bo Dal", [], id="an agenda"),
        pytest.param(
            "Tid | Moment | Ansvarig\n09.00 | Inledning | Eva Ek", [], id="an agenda with hours"
        ),
        pytest.param("Namn | Roll | Närvarande\nEva Ek | kassör | X", [], id="attendance"),
        pytest.param(
            "Kommun | Ansvarig | Telefon\nHolmby | Eva Ek | 0300-123", [], id="a list of contacts"
        ),
        pytest.param(
            "Vad | Vem | När\n\nMötet var livligt.\n\nAlla gick hem.", [], id="only a head"
        ),
    ],
)
def test_a_table_says_what_is_to_be_done(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert expected == rows(text)


def test_a_long_line_of_spaces_and_bars_is_parted_at_once() -> None:
    line = split_lines("a" + " " * 5000 + "|" * 5000)[0]

    assert len(cells_of(line)) > 0
