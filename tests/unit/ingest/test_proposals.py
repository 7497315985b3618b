import pytest

from ingest.parse import parse_minutes

TOP = "Sammanträdesprotokoll\nKommunstyrelsen\n2024-03-04\n\n§ 1 Öppnande\nMötet öppnas.\n\n"


def proposals(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    text = f"{TOP}§ 2 Ärende\n{text}\n"
    items = parse_minutes(text, file_name="x.txt").items
    return [(p.span.of(text), p.who, p.outcome) for item in items for p in item.proposals]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Yrkanden\nEva Ek (S) och Bo von Dal (M) yrkar bifall till förslaget.\n"
            "Cia Ask (V) yrkar avslag.",
            [
                (
                    "Eva Ek (S) och Bo von Dal (M) yrkar bifall till förslaget.",
                    ("Eva Ek", "Bo von Dal"),
                    "bifall",
                ),
                ("Cia Ask (V) yrkar avslag.", ("Cia Ask",), "avslag"),
            ],
            id="moved by people",
        ),
        pytest.param(
            "Med instämmande av Cia Ask (V) yrkar Bo Dal (M) återremiss.",
            [
                (
                    "Med instämmande av Cia Ask (V) yrkar Bo Dal (M) återremiss.",
                    ("Bo Dal",),
                    "återremiss",
                )
            ],
            id="in another order",
        ),
        pytest.param(
            "Bo Dal (M) föreslår att ärendet bordläggs.",
            [("Bo Dal (M) föreslår att ärendet bordläggs.", ("Bo Dal",), "bordläggning")],
            id="proposed by a person",
        ),
        pytest.param(
            "Eva Ek (S) yrkar\n- bifall till punkt 1\n- avslag på punkt 2",
            [
                ("bifall till punkt 1", ("Eva Ek",), "bifall"),
                ("avslag på punkt 2", ("Eva Ek",), "avslag"),
            ],
            id="points after a lead",
        ),
        pytest.param(
            "Arbetsutskottets förslag till beslut\natt anta planen\natt avsätta 100 kr\n\n"
            "Beslut\nKommunstyrelsen beslutar\natt anta planen",
            [
                ("att anta planen", ("Arbetsutskottet",), None),
                ("att avsätta 100 kr", ("Arbetsutskottet",), None),
            ],
            id="a body's proposal under its heading",
        ),
        pytest.param(
            "Förvaltningen föreslår kommunstyrelsen besluta\natt avslå motionen.",
            [("att avslå motionen.", ("Förvaltningen",), "avslag")],
            id="a body's clauses after a lead",
        ),
        pytest.param(
            "Förslag 1: att höja avgiften.\nFörslag 2: att sänka den.\nBeslut: bifall",
            [
                ("Förslag 1: att höja avgiften.", (), None),
                ("Förslag 2: att sänka den.", (), None),
            ],
            id="labelled, by nobody",
        ),
        pytest.param(
            "Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt anta budgeten.",
            [],
            id="what the body itself decides to propose",
        ),
        pytest.param("Flera kommuner föreslog fler möten.", [], id="a group only says so"),
        pytest.param("Eva Ek har hört att kommunen föreslår 100 kr.", [], id="told"),
        pytest.param(
            "Propositionsordning\nOrdföranden finner bifall till Eva Eks yrkande.",
            [],
            id="what the chair finds",
        ),
        pytest.param(
            "*Eva Ek yrkar:*\n**att** stryka § 5",
            [("**att** stryka § 5", ("Eva Ek",), None)],
            id="emphasised lead and clause",
        ),
    ],
)
def test_what_was_moved_is_found_with_who_and_for_what(
    text: str, expected: list[tuple[str, tuple[str, ...], str | None]]
) -> None:
    assert expected == proposals(text)
