import pytest

from ingest.deciders import decides
from ingest.parse import parse_minutes

ANNUAL = "Protokoll från årsmöte\n\nNärvarande: Eva Ek, Bo Dal\n\n"
TOP = "Sammanträdesprotokoll\nKommunstyrelsen\n2024-03-04\n\n"


def decided(text: str, *, top: str = TOP) -> list[str]:
    """Return the decisions of a paragraph whose text is *text*."""
    text = f"{top}§ 1 Öppnande\nMötet öppnas.\n\n§ 2 Ärende\n{text}\n"
    minutes = parse_minutes(text, file_name="x.txt")
    return [decision.span.of(text) for item in minutes.items for decision in item.decisions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kommunstyrelsens beslut\nKommunstyrelsen beslutar\natt anta planen,\n"
            "att sända den på samråd, samt\natt ge Eva i uppdrag att återkomma.\n\n"
            "Ärendebeskrivning\nPlanen godkändes av nämnden 2023.",
            [
                "att anta planen,",
                "att sända den på samråd, samt",
                "att ge Eva i uppdrag att återkomma.",
            ],
            id="att-clauses",
        ),
        pytest.param(
            "Beslut\n1. Planen antas.\n2. Taxan höjs till\n"
            "   trehundra kronor.\n\nYrkanden\nBo yrkar avslag.",
            ["Planen antas.", "Taxan höjs till\n   trehundra kronor."],
            id="numbered points",
        ),
        pytest.param(
            "Beslut\nKommunstyrelsen lägger informationen till handlingarna.\n\n"
            "Reservation\nBo reserverar sig.",
            ["Kommunstyrelsen lägger informationen till handlingarna."],
            id="a sentence",
        ),
        pytest.param("Förslag: höj avgiften.\n\nBeslut: bifall", ["Beslut: bifall"], id="bifall"),
        pytest.param(
            "Beslut: att köpa en cykel för högst 500 kr. Emil reserverar sig.",
            ["att köpa en cykel för högst 500 kr."],
            id="an att-clause after the label",
        ),
        pytest.param(
            "Beslut: att köpa kaffe,\natt köpa te.\n@Eva handlar",
            ["att köpa kaffe,", "att köpa te."],
            id="clauses go on below the label",
        ),
        pytest.param(
            "Eva berättar. Mötet beslutar att höja avgiften.",
            ["Mötet beslutar att höja avgiften."],
            id="a sentence in the text",
        ),
        pytest.param(
            "Styrelsen beslutade enhälligt att höja avgiften.",
            ["Styrelsen beslutade enhälligt att höja avgiften."],
            id="past tense",
        ),
        pytest.param(
            "Mötet beslutar\natt höja avgiften\natt sänka hyran\n\nSedan talade alla.",
            ["att höja avgiften", "att sänka hyran"],
            id="a lead in the text",
        ),
        pytest.param(
            "Mötet beslutar enligt förslaget\n\nSedan talade alla.",
            ["Mötet beslutar enligt förslaget"],
            id="a lead that says all",
        ),
        pytest.param(
            "Mötet nominerar och väljer Bo Dal.",
            ["Mötet nominerar och väljer Bo Dal."],
            id="two verbs",
        ),
        pytest.param(
            "Till justerare valdes Bo Dal.", ["Till justerare valdes Bo Dal."], id="chosen"
        ),
        pytest.param("Dagordningen godkändes.", ["Dagordningen godkändes."], id="passive"),
        pytest.param(
            "Protokollet lades till handlingarna.",
            ["Protokollet lades till handlingarna."],
            id="filed",
        ),
        pytest.param(
            "Mötet beslutar att höja avgiften, att sänka hyran och att Bo köper te.",
            ["Mötet beslutar att höja avgiften", "att sänka hyran", "att Bo köper te."],
            id="clauses in one sentence",
        ),
        pytest.param(
            "Kommunstyrelsen\nBESLUTAR\natt fastställa taxan",
            ["att fastställa taxan"],
            id="capitals",
        ),
        pytest.param(
            "att utse Eva Ek till justerare", ["att utse Eva Ek till justerare"], id="no lead"
        ),
        pytest.param("Nämnden föreslår\natt utse Eva Ek till ombud", [], id="another lead"),
        pytest.param(
            "Mötet enades om att ses i maj.", ["Mötet enades om att ses i maj."], id="agreed"
        ),
        pytest.param(
            "Styrelsen lägger rapporten till handlingarna.",
            ["Styrelsen lägger rapporten till handlingarna."],
            id="a verb in two parts",
        ),
        pytest.param(
            "Interpellationen anses därmed besvarad.",
            ["Interpellationen anses därmed besvarad."],
            id="considered",
        ),
        pytest.param(
            "Avgiften fastställs till 20 kr, om man är ny.",
            ["Avgiften fastställs till 20 kr, om man är ny."],
            id="a condition in the decision",
        ),
        pytest.param(
            "Mötet anses vara stadgeenligt utlyst.",
            ["Mötet anses vara stadgeenligt utlyst."],
            id="summoned",
        ),
        pytest.param(
            "Eva Ek blir kassör med 12 för, 1 avstår.",
            ["Eva Ek blir kassör med 12 för, 1 avstår."],
            id="elected",
        ),
        pytest.param("Budgeten fastställs av nämnden i november.", [], id="later"),
        pytest.param("Kostnaden antas bli högre.", [], id="assumed"),
        pytest.param("Omröstning\nFöljande voteringsordning godkänns:", [], id="how to vote"),
        pytest.param(
            "Kommunstyrelsen föreslår kommunfullmäktige besluta", [], id="a proposal in the text"
        ),
        pytest.param(
            "Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt anta budgeten.",
            ["att anta budgeten."],
            id="a proposal as the decision",
        ),
        pytest.param(
            "Förslag till beslut\natt anta planen.\n\nBeslut\natt återremittera ärendet.",
            ["att återremittera ärendet."],
            id="what was only proposed",
        ),
        pytest.param(
            "Eva föreslog att mötet beslutar att höja avgiften.", [], id="somebody's proposal"
        ),
        pytest.param("Kommunstyrelsen har fattat beslut om en strategi.", [], id="earlier"),
        pytest.param(
            "Kommunstyrelsen beslutade den 3 mars 2023 att utreda frågan.", [], id="dated"
        ),
        pytest.param("Regeringen beslutade att höja bidraget.", [], id="another body"),
        pytest.param("Lagen antogs av riksdagen.", [], id="by another body"),
        pytest.param("Om styrelsen beslutar att köpa måste taket lagas.", [], id="condition"),
        pytest.param(
            "Beslut\natt avslå motionen.\n\nReservation\nMot beslutet reserverar sig Bo Dal.",
            ["att avslå motionen."],
            id="reservation",
        ),
        pytest.param(
            "Socialnämndens beslut\natt tillstyrka ansökan.\n\nBeslut\natt bevilja den.",
            ["att bevilja den."],
            id="another body's heading",
        ),
        pytest.param(
            "Kommunstyrelsens beslut för egen del\n1. Planen tas fram.",
            ["Planen tas fram."],
            id="for itself",
        ),
        pytest.param(
            "Beslut\nEnligt förvaltningens förslag:\n1. Planen antas.\n2. Taxan höjs.",
            ["Planen antas.", "Taxan höjs."],
            id="as proposed, in points",
        ),
        pytest.param(
            "Kommunstyrelsen beslutar följande.\n1. Planen antas.\n2. Beslutet justeras genast.",
            ["Planen antas.", "Beslutet justeras genast."],
            id="as follows",
        ),
        pytest.param(
            "Ansökan beviljades för perioden 1 mars 2024 - 28 februari 2025.",
            ["Ansökan beviljades för perioden 1 mars 2024 - 28 februari 2025."],
            id="a time that it holds for",
        ),
        pytest.param("Ansökan beviljades den 3 mars 2023.", [], id="told of the past"),
        pytest.param(
            "Dagordningen godkändes med tillägg av en punkt om taxan.",
            ["Dagordningen godkändes med tillägg av en punkt om taxan."],
            id="with something added",
        ),
        pytest.param("Planen antogs av regionen.", [], id="by others"),
        pytest.param(
            "**Kommunstyrelsen beslutade**\n**att** höja taxan.",
            ["**att** höja taxan."],
            id="emphasised",
        ),
        pytest.param(
            "Kommunstyrelsen beslutade att höja taxan, samt\natt låta Bo följa upp den.",
            ["Kommunstyrelsen beslutade att höja taxan, samt", "att låta Bo följa upp den."],
            id="a clause on the next line",
        ),
        pytest.param(
            "Beslut                 Kommunstyrelsen beslutar att bordlägga\n"
            "                       ärendet.\n\nSammanfattning         Planen antogs 2020.",
            ["Kommunstyrelsen beslutar att bordlägga\n                       ärendet."],
            id="headings in a column",
        ),
        pytest.param(
            "Oförändrat arvode, att fördela inom styrelsen, beslutades.",
            ["Oförändrat arvode, att fördela inom styrelsen, beslutades."],
            id="decided last",
        ),
        pytest.param(
            "Beslöts att hyra ett förråd.", ["Beslöts att hyra ett förråd."], id="beslöts"
        ),
        pytest.param(
            "Parterna är överens om att stänga i juli.",
            ["Parterna är överens om att stänga i juli."],
            id="agreed by two sides",
        ),
    ],
)
def test_only_what_the_meeting_decided_is_a_decision(text: str, expected: list[str]) -> None:
    assert expected == decided(text)


@pytest.mark.parametrize(
    "words",
    [
        "Vi ställer in vårfesten.",
        "Vi flyttar städdagen till den 4 maj.",
        "Styrelsen tackar nej till erbjudandet.",
        "Enhälligt beslut att höja avgiften.",
        "Styrelsen fattade beslut att höja avgiften.",
        "Beslut togs att höja avgiften.",
        "Dagordningen godkänd.",
        "Protokollet godkänt och lagt till handlingarna.",
        "Frågan skjuts upp till nästa möte.",
        "Ansvarsfrihet gavs styrelsen.",
        "Stämman gav styrelsen ansvarsfrihet.",
        "Styrelsen får mandat att teckna avtal.",
        "Att justera protokollet valdes Bo Dal.",
        "Mötet ansåg sig behörigen utlyst.",
        "Motionen bifalles.",
        "Förslaget gick igenom.",
        "Bifall.",
        "Beslutspunkt: Avgiften höjs.",
        "Beslut 1: avslag",
        "Avgiften fastställs till 20 kr, och till 0 kr för den som varit med tidigare.",
        "Medlemmarna röstade för att höja avgiften.",
    ],
)
def test_a_sentence_decides_in_many_ways(words: str) -> None:
    assert [words] == [one for one in decided(words, top=ANNUAL) if one in words]


@pytest.mark.parametrize(
    "words",
    [
        "Vi flyttar ofta på bänkarna.",
        "Kanske ställer vi in festen.",
        "Ska vi ställa in festen?",
        "Vi väljer oftast det billigaste.",
        "Beslut fattas i juni.",
        "Kommunen tackar nej till bidraget.",
        "Protokollet godkänt 2023.",
        "Vi kör bilen varje dag.",
        "Alla var överens om att dagen var trevlig.",
    ],
)
def test_or_not_at_all(words: str) -> None:
    assert decided(words, top=ANNUAL) == []


def test_another_bodys_decisions_are_not_those_of_a_network() -> None:
    text = "Kommunstyrelsen beslutade att anta en strategi. Nätverket beslutade att ses i maj."

    assert ["Nätverket beslutade att ses i maj."] == decided(
        text, top="Minnesanteckningar\nBibliotekens nätverk\n\n"
    )


@pytest.mark.parametrize(
    ("who", "body"), [("Mötet", None), ("Kommunstyrelsen", "Kommunstyrelsen"), ("Vi", "Holmby")]
)
def test_the_meeting_decides_or_the_body_that_met(who: str, body: str | None) -> None:
    assert decides(who, body)


@pytest.mark.parametrize(
    ("who", "body"), [("Regeringen", "Kommunstyrelsen"), ("Kommunstyrelsen", None)]
)
def test_others_do_not_decide(who: str, body: str | None) -> None:
    assert not decides(who, body)
