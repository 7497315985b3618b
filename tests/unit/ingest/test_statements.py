import pytest

from ingest.parse import parse_minutes

TOP = (
    "Minnesanteckningar\n\nNÄRVARANDE\nAnna Ask, Ekvik\nBo Dal, Holmby\nCia Ek, Ljusåförbundet\n\n"
    "1. Inledning\n\nAlla hälsades välkomna.\n\n"
)


def statements(text: str) -> list[tuple[str, bool]]:
    text = f"{TOP}2. Läget\n\n{text}\n"
    items = parse_minutes(text, file_name="x.txt").items
    return [(s.speaker, s.is_group) for item in items for s in item.statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Flera kommuner föreslog fler möten.", ("Flera kommuner", True), id="several"),
        pytest.param("Alla medlemmar ansåg att det går bra.", ("Alla medlemmar", True), id="all"),
        pytest.param("En kommun lyfte frågan om resor.", ("En kommun", True), id="one, unnamed"),
        pytest.param(
            "Två av de mindre kommunerna tyckte att avgiften är hög.",
            ("Två av de mindre kommunerna", True),
            id="a part of a group",
        ),
        pytest.param("Kommunerna upplever att kön växer.", ("Kommunerna", True), id="a plural"),
        pytest.param("Alla tyckte att det var bra.", ("Alla", True), id="a word alone"),
        pytest.param(
            "Anna Ask, Ekvik, berättade att kön växer.", ("Anna Ask", False), id="with organisation"
        ),
        pytest.param(
            "Skolchef Eva Berg (S) uppger att bussen går.", ("Eva Berg", False), id="with title"
        ),
        pytest.param(
            "Bo Dal, som nyss börjat, undrade om resorna.", ("Bo Dal", False), id="an aside"
        ),
        pytest.param("Bo påpekade att bussen är sen.", ("Bo", False), id="a first name known"),
        pytest.param(
            "Anna Ask och Bo Dal ansåg att det räcker.", ("Anna Ask och Bo Dal", False), id="two"
        ),
        pytest.param("Holmby och Ekvik ville vänta.", ("Holmby och Ekvik", False), id="places"),
        pytest.param("Förbundet menar att det är bra.", ("Förbundet", False), id="an organisation"),
        pytest.param(
            "Holmby kommun ansåg att avgiften är rimlig.", ("Holmby kommun", False), id="a name"
        ),
        pytest.param(
            "Därefter berättade Anna Ask, Ekvik, om kön.", ("Anna Ask", False), id="inverted"
        ),
        pytest.param(
            "Vid mötet lyfte flera kommuner frågan om resor.", ("flera kommuner", True), id="group"
        ),
        pytest.param("Det är för dyrt, menade Anna Ask.", ("Anna Ask", False), id="said last"),
        pytest.param("Anna Ask: Vi har tre nya lokaler.", ("Anna Ask", False), id="a colon"),
        pytest.param("Elevrådet önskar mer frukt.", ("Elevrådet", False), id="a council"),
        pytest.param("Bo Dal påtalar vikten av en plan.", ("Bo Dal", False), id="points out"),
        pytest.param(
            "Protokollsanteckning, Vision:\nKartan är inte tillräckligt noga ritad.",
            ("Vision", False),
            id="whose note the heading says",
        ),
        pytest.param(
            "Särskilt uttalande\nCia Ek anmäler ett särskilt uttalande enligt följande.\n"
            "Det är bra att kön nu krymper.",
            ("Cia Ek", False),
            id="a special statement",
        ),
    ],
)
def test_a_statement_has_its_speaker_as_printed(text: str, expected: tuple[str, bool]) -> None:
    assert [expected] == statements(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rapporten menar allvar.", id="a thing"),
        pytest.param("Det framhölls att kön växer.", id="nobody"),
        pytest.param("När kommunerna tycker att det räcker slutar vi.", id="a condition"),
        pytest.param("Anna Ask förklarar mötet öppnat.", id="a formality"),
        pytest.param("Hon är tillbaka och tackade Bo Dal.", id="whom somebody thanks"),
        pytest.param("Mötet beslutar att tro på Anna Ask.", id="a decision"),
        pytest.param("Bo Dal reserverar sig och anser att det är fel.", id="a reservation"),
        pytest.param("Ekvik har tre nya lokaler: alla är stora nog för oss.", id="no speech"),
    ],
)
def test_other_sentences_state_nothing(text: str) -> None:
    assert [] == statements(text)


def test_a_note_is_said_by_the_one_who_hands_it_in() -> None:
    text = "Protokollsanteckning\nAnna Ask (S) lämnar följande protokollsanteckning:\nKön är lång."

    assert [("Anna Ask", False)] == statements(text)


def test_notes_without_headings_hold_statements_too() -> None:
    text = (
        "Minnesanteckningar\n\nNärvarande:\nAnna Ask, Ekvik\nBo Dal, Holmby\n\n"
        "Mötet handlade om läget i länet och om hur kön till lokalerna har vuxit under hösten.\n\n"
        "Flera kommuner föreslog fler möten. Bo Dal skickar en inbjudan senast den 3 maj.\n"
    )
    unheaded = parse_minutes(text, file_name="x.txt").unheaded

    assert unheaded is not None
    assert ["Flera kommuner"] == [statement.speaker for statement in unheaded.statements]
    assert ["Bo Dal"] == [action.who for action in unheaded.actions]
