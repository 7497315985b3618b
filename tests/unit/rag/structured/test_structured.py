"""Questions whose answers stand in the parsed minutes, each with the truth."""

from pathlib import Path

import pytest

from eval.temporary import make_document, temporary_library
from ingest.pipeline import ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.results import Answer, Status, Support
from rag.settings import Settings
from rag.structured import convened as meetings_held
from rag.structured.attribution import said_in


def rows(answer: Answer) -> dict[str, list[str]]:
    """Return what the answer attributes to each, as far as it says who."""
    return {row.actor: [said.text for said in row.statements] for row in answer.actors if row.actor}


def told(answer: Answer) -> list[str]:
    return [statement.text for statement in answer.statements]


HIGH = "Bäckinge kommun ansåg att avgiften till reningsverket är för hög."
BUILT = "Alva Rydmark berättade att Lövåsa har byggt ut reningsverket i Sjövik."
SHARE = "Tallmora kommun kan tänka sig att dela på kostnaden."
PERMIT = "Länsverket påpekade att tillståndet löper ut nästa år."
WANTED = "Flera kommuner ville bygga fiskvägar förbi dammarna."
WHO_PAYS = "En kommun undrade vem som betalar."
GRANT = "Alla medlemmar tyckte att förbundet ska söka bidrag till fiskvägarna."
FIRST = "Birger Tallsten berättade att Bäckinge har byggt den första fiskvägen."
DEAR = "Lövåsa kommun tyckte att fiskvägarna är dyra."
LENDS = "Bäckinge kommun lånar ut flytvästar vid badplatserna."
NEW = "Några kommuner har fått nya flytvästar."
NO = "Folke Granmo (M) yrkar avslag på förslaget."
YES = "Gunvor Silfver (V) yrkar bifall till förslaget."
AGAINST = "Folke Granmo (M) reserverar sig mot beslutet."
VOTE = "Med 6 ja-röster mot 3 nej-röster bifaller kulturnämnden förslaget om dansbanan."
TABLED = "att bordlägga ärendet om dansbanan till nästa sammanträde"
GRANTED = "att bevilja 80 000 kronor till dansbanan"
MONDAYS = "att stänga biblioteket på måndagar"
SATURDAYS = "att utöka öppettiderna på lördagar med två timmar"
FEE = "att sänka musikskolans avgift till 400 kronor per termin"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(
            "Vad sa kommunerna om reningsverket?",
            {"Alva Rydmark": [BUILT], "Bäckinge kommun": [HIGH], "Tallmora kommun": [SHARE]},
            id="municipalities and their representatives alone",
        ),
        pytest.param(
            "Vad tyckte deltagarna om reningsverket?",
            {
                "Alva Rydmark": [BUILT],
                "Bäckinge kommun": [HIGH],
                "Länsverket": [PERMIT],
                "Tallmora kommun": [SHARE],
            },
            id="all who took part",
        ),
        pytest.param(
            "Vad sa myndigheterna om reningsverket?", {"Länsverket": [PERMIT]}, id="authorities"
        ),
        pytest.param(
            "Vad sa kommunerna om flytvästar?",
            {"Bäckinge kommun": [LENDS], "Några kommuner": [NEW]},
            id="what they do, and a group",
        ),
        pytest.param(
            "Vad sa Bäckinge om reningsverket?",
            {"Bäckinge kommun": [HIGH]},
            id="one named in short",
        ),
        pytest.param(
            "Vad tyckte Länsverket om reningsverket?", {"Länsverket": [PERMIT]}, id="one named"
        ),
        pytest.param(
            "Vad sa Lövåsa om fiskvägarna?", {"Lövåsa kommun": [DEAR]}, id="one of several meetings"
        ),
        pytest.param(
            "Vad sa Lövåsa om reningsverket?",
            {"Alva Rydmark": [BUILT]},
            id="by its representative",
        ),
        pytest.param(
            "Vad sa Birger Tallsten om fiskvägar?", {"Birger Tallsten": [FIRST]}, id="a person"
        ),
        pytest.param("Vad sa Birger om fiskvägar?", {"Birger Tallsten": [FIRST]}, id="first name"),
        pytest.param(
            "Vad yrkade Folke Granmo om dansbanan?",
            {"Folke Granmo": [NO, AGAINST]},
            id="a member's proposals and reservations",
        ),
        pytest.param(
            "Vad tyckte Moderaterna om dansbanan?",
            {"Folke Granmo": [NO, AGAINST]},
            id="a party by its members",
        ),
        pytest.param(
            "Vad ville Vänsterpartiet om dansbanan?",
            {"Gunvor Silfver": [YES]},
            id="another party",
        ),
        pytest.param(
            "Vad tyckte partierna om dansbanan?",
            {"Folke Granmo": [NO, AGAINST], "Gunvor Silfver": [YES]},
            id="all parties",
        ),
        pytest.param(
            "vad sa kommunerna om reningsverket",
            {"Alva Rydmark": [BUILT], "Bäckinge kommun": [HIGH], "Tallmora kommun": [SHARE]},
            id="without capitals or question mark",
        ),
        pytest.param(
            "What did the municipalities say about reningsverket?",
            {"Alva Rydmark": [BUILT], "Bäckinge kommun": [HIGH], "Tallmora kommun": [SHARE]},
            id="in English",
        ),
    ],
)
def test_tells_what_each_actor_said(
    question: str, expected: dict[str, list[str]], asked_library: Assistant
) -> None:
    assert expected == rows(asked_library.ask(question))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Vilka reserverade sig mot dansbanan?", [AGAINST], id="reservation"),
        pytest.param("Vem reserverade sig mot beslutet om dansbanan?", [AGAINST], id="one"),
        pytest.param("Vilka var emot dansbanan?", [AGAINST], id="against"),
        pytest.param("Hur gick omröstningen om dansbanan?", [VOTE, NO, YES], id="vote"),
        pytest.param("Hur röstade nämnden om dansbanan?", [VOTE, NO, YES], id="voted"),
        pytest.param("Hur många röstade för dansbanan?", [VOTE], id="counts alone"),
        pytest.param("Hur många röster fick dansbanan?", [VOTE], id="votes counted"),
        pytest.param("Vad är det senaste beslutet om dansbanan?", [GRANTED], id="latest"),
        pytest.param("Hur slutade ärendet om dansbanan?", [GRANTED], id="how it ended"),
        pytest.param(
            "Vad blev det slutliga beslutet i KN 2024/17?", [GRANTED], id="by registration number"
        ),
        pytest.param(
            "Vad är det senaste beslutet om bibliotekets öppettider?",
            [MONDAYS, SATURDAYS],
            id="all points of the latest decision",
        ),
        pytest.param(
            "Vilka beslut har fattats om dansbanan?", [TABLED, GRANTED], id="all, oldest first"
        ),
        pytest.param("Lista alla beslut om musikskolan", [FEE], id="list"),
        pytest.param(
            "Vilka beslut fattades om biblioteket 2024?", [MONDAYS, SATURDAYS], id="in a year"
        ),
        pytest.param("Vilka beslut fattades om dansbanan i maj 2024?", [GRANTED], id="in a month"),
        pytest.param(
            "När är nästa möte i Vattenförbundet Ljungån?",
            ["Nästa möte hålls den 13 mars 2025 i Lövåsa."],
            id="next meeting, by the newest minutes",
        ),
        pytest.param(
            "När är nästa möte?",
            ["Nästa möte hålls den 13 mars 2025 i Lövåsa."],
            id="next meeting of any body",
        ),
        pytest.param(
            "När hölls kulturnämndens sammanträde i februari 2024?",
            [
                "Sammanträdesdatum: 2024-02-12",
                "Plats och tid: Stadshuset i Lövåsa, kl. 13.00–15.30",
            ],
            id="when",
        ),
        pytest.param(
            "Var hölls medlemsmötet i mars 2024?", ["Plats: Bygdegården i Tallmora"], id="where"
        ),
        pytest.param(
            "När och var hölls medlemsmötet i september 2024?",
            ["Tid: 19 september 2024, kl. 13.00–15.00", "Plats: Folkets hus i Bäckinge"],
            id="when and where",
        ),
    ],
)
def test_reads_the_answer_out_of_the_parsed_minutes(
    question: str, expected: list[str], asked_library: Assistant
) -> None:
    assert expected == told(asked_library.ask(question))


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Vad sa kommunerna om rymdraketer?", id="not spoken of"),
        pytest.param("Vilka beslut fattades om rymdraketer?", id="no such decision"),
        pytest.param("Vad är det senaste beslutet om rymdraketer?", id="no such matter"),
    ],
)
def test_finds_nothing_of_what_no_minutes_tell(question: str, asked_library: Assistant) -> None:
    answer = asked_library.ask(question)

    assert (Status.NOT_FOUND, (), ()) == (answer.status, answer.statements, answer.actors)


@pytest.mark.parametrize(
    "question",
    ["Hur gick omröstningen om rymdraketer?", "Vilka reserverade sig mot rymdraketer?"],
)
def test_no_other_matter_answers_wholly(question: str, asked_library: Assistant) -> None:
    answer = asked_library.ask(question)

    assert answer.status is not Status.ANSWERED


def test_a_matter_without_a_vote_is_not_answered_by_another_ones(asked_library: Assistant) -> None:
    assert VOTE not in told(asked_library.ask("Hur gick omröstningen om bibliotekets öppettider?"))


def test_a_matter_without_reservations_has_none(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vilka reserverade sig mot musikskolans avgift?")

    assert AGAINST not in told(answer)


def test_what_is_attributed_to_no_one_stands_apart(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vad sa kommunerna om fiskvägar?")
    [apart] = [row for row in answer.actors if row.actor is None]

    assert {
        "Flera kommuner": [WANTED],
        "En kommun": [WHO_PAYS],
        "Alla medlemmar": [GRANT],
        "Birger Tallsten": [FIRST],
        "Lövåsa kommun": [DEAR],
    } == rows(answer)
    assert ["Fiskvägarna beräknas kosta två miljoner kronor."] == [
        said.text for said in apart.statements
    ]
    assert "Utan angiven talare:" in answer.text


def test_those_who_attended_and_said_nothing_are_told_when_all_are_asked_for(
    asked_library: Assistant,
) -> None:
    answer = asked_library.ask("Vad sa var och en om flytvästar?")

    assert {"Lövåsa kommun", "Tallmora kommun", "Länsverket"} == {
        row.actor for row in answer.actors if not row.statements
    }
    assert "Tallmora kommun: tog inte upp det, enligt protokollet" in answer.text


def test_no_one_is_called_silent_when_all_of_them_spoke(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vad tyckte alla medlemmar om fiskvägarna?")

    assert [] == [row.actor for row in answer.actors if not row.statements]


def test_the_silent_are_not_told_unless_asked_for(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vad sa kommunerna om flytvästar?")

    assert all(row.statements for row in answer.actors)


def test_a_representative_is_shown_with_the_organisation(asked_library: Assistant) -> None:
    [row] = asked_library.ask("Vad sa Birger Tallsten om fiskvägar?").actors

    assert ("Birger Tallsten", "Bäckinge kommun", False) == (
        row.actor,
        row.organisation,
        row.is_group,
    )


def test_who_did_it_is_told_in_part_when_minutes_name_a_group_alone(
    asked_library: Assistant,
) -> None:
    answer = asked_library.ask("Vilken kommun undrade vem som betalar?")

    assert (Status.PARTIAL, ["En kommun"]) == (answer.status, [row.actor for row in answer.actors])
    assert "Protokollet namnger inte vem." in answer.notes


def test_a_list_of_decisions_tells_how_many_they_are(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vilka beslut har fattats om dansbanan?")

    assert answer.notes == ("2 beslut om dansbanan, från 2 möten.",)


@pytest.mark.parametrize(
    "question",
    [
        "Vad sa kommunerna om reningsverket?",
        "Vilka beslut har fattats om dansbanan?",
        "Hur gick omröstningen om dansbanan?",
        "När är nästa möte?",
    ],
)
def test_every_statement_is_cited_word_for_word(question: str, asked_library: Assistant) -> None:
    answer = asked_library.ask(question)
    quotes = {citation.n: " ".join(citation.quote.split()) for citation in answer.citations}

    assert all(statement.support is Support.SUPPORTED for statement in answer.statements)
    assert told(answer) == [quotes[statement.citations[0]] for statement in answer.statements]


def test_rows_hold_the_statements_of_the_answer(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vad tyckte partierna om dansbanan?")

    assert set(answer.statements) == {said for row in answer.actors for said in row.statements}


HELD_SINCE = """Minnesanteckningar från styrgruppen i Holmby

Tid: {day}

1. Bryggan
Bryggan är lagad.

{announced}
"""


def test_a_meeting_that_has_been_held_since_is_not_the_next(tmp_path: Path) -> None:
    announced = "2. Nästa möte\nNästa möte hålls den 9 oktober 2024.\n"
    minutes = tmp_path / "minutes"
    minutes.mkdir()
    (minutes / "a.txt").write_text(HELD_SINCE.format(day="4 september 2024", announced=announced))
    (minutes / "b.txt").write_text(HELD_SINCE.format(day="9 oktober 2024", announced=""))
    settings = Settings(library=tmp_path / "library")
    ingest([minutes], open_store(settings), settings=settings)

    answer = build_assistant(settings).ask("När är nästa möte?")

    assert not answer.is_list


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param(
            "Vilka punkter togs upp på mötet den 14 mars 2024?",
            ["1. Reningsverket i Sjövik", "2. Fiskvägar", "3. Flytvästar", "4. Nästa möte"],
            id="headings",
        ),
        pytest.param(
            "Sammanfatta mötet den 14 mars 2024",
            [BUILT, HIGH, SHARE, WANTED, LENDS],
            id="what is essential",
        ),
        pytest.param(
            "Vad pratade man om på medlemsmötet den 14 mars 2024?",
            [BUILT, HIGH, SHARE, WANTED, LENDS],
            id="spoken of",
        ),
    ],
)
def test_one_whole_meeting_is_told_item_by_item(
    asked_library: Assistant, question: str, expected: list[str]
) -> None:
    answer = asked_library.ask(question)

    assert expected == [text for text in told(answer) if text in expected]
    assert "motesminne summarise" in " ".join(answer.notes)


def test_all_who_attended_are_listed_when_a_group_is_asked_for(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vilka kommuner deltog på mötet den 14 mars 2024?")

    assert "Cilla Nordhage, Tallmora kommun" in told(answer)
    assert "Alva Rydmark, Lövåsa kommun" in told(answer)


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        pytest.param("Enligt Holmby är avgiften för hög.", "Holmby", id="at its beginning"),
        pytest.param("Avgiften är för hög, enligt Holmby.", "Holmby", id="at its end"),
        pytest.param("Enligt planen är avgiften för hög.", None, id="no one who attended"),
    ],
)
def test_who_it_is_according_to_has_said_it(sentence: str, actor: str | None) -> None:
    text = f"""Minnesanteckningar från medlemsmöte

Tid: 14 mars 2024

Närvarande:
Alva Rydmark, Holmby
Birger Tallsten, Sjövik

1. Avgiften
{sentence}

2. Nästa möte
Nästa möte hålls i juni.
"""
    minutes = make_document("avgift.txt", text)
    item, _ = minutes.minutes.items

    assert ([actor] if actor else []) == [
        one.name for said in said_in(minutes, item) for one in said.actors
    ]


def test_what_is_no_decision_is_not_told_as_one() -> None:
    text = """Protokoll från styrelsemöte i Åvikens roddförening
Datum: 2024-03-04

§ 1 Kaffet
Valborg bjuder på kaffe i båthuset efter varje träning i juni.
"""
    with temporary_library([make_document("rodd.txt", text)], Settings()) as settings:
        answer = build_assistant(settings).ask("Vad beslutades om kaffet i båthuset?")

    assert Status.PARTIAL is answer.status
    assert any("Inget beslut om detta" in note for note in answer.notes)


def test_all_decisions_of_a_period_are_listed_without_a_subject(asked_library: Assistant) -> None:
    answer = asked_library.ask("Vilka beslut fattades under 2024?")

    assert [TABLED, MONDAYS, SATURDAYS] == told(answer)[:3]
    assert {GRANTED, FEE} <= set(told(answer))
    assert any("beslut (2024), från 2 möten." in note for note in answer.notes)


SPRING, AUTUMN = "Tid: 14 mars 2024, kl. 9.00–12.00", "Tid: 19 september 2024, kl. 13.00–15.00"
FEBRUARY, MAY = "Sammanträdesdatum: 2024-02-12", "Sammanträdesdatum: 2024-05-20"


@pytest.mark.parametrize(
    ("question", "expected", "note"),
    [
        pytest.param(
            "Hur många möten hölls 2024?", [AUTUMN, MAY, SPRING, FEBRUARY], "4 möten", id="count"
        ),
        pytest.param(
            "Hur ofta har kulturnämnden träffats?", [MAY, FEBRUARY], "2 möten", id="of a body"
        ),
        pytest.param("Vilka medlemsmöten hölls 2024?", [AUTUMN, SPRING], "2 möten", id="by name"),
        pytest.param("Vilka möten hölls i maj 2024?", [MAY], "1 möte i", id="of a month"),
        pytest.param("När träffades kulturnämnden senast?", [MAY], "", id="the last"),
        pytest.param(
            "How many meetings were held in 2024?",
            [AUTUMN, MAY, SPRING, FEBRUARY],
            "4 möten",
            id="in English",
        ),
    ],
)
def test_the_meetings_that_were_held_are_listed_by_their_days(
    asked_library: Assistant, question: str, expected: list[str], note: str
) -> None:
    answer = asked_library.ask(question)

    assert expected == told(answer)
    assert note in " ".join(answer.notes)


@pytest.mark.parametrize(
    "question", ["Hur många möten hölls 1987?", "Hur många möten handlade om rymdraketer?"]
)
def test_no_other_meetings_are_counted(asked_library: Assistant, question: str) -> None:
    answer = asked_library.ask(question)

    assert not {SPRING, AUTUMN, FEBRUARY, MAY} & set(told(answer))
    assert not any("möten i biblioteket" in note for note in answer.notes)


def test_a_meeting_whose_day_is_not_in_its_text_is_listed_by_its_title() -> None:
    text = "Styrelsemöte i Åvikens roddförening\n\n§ 1 Kaffet\nValborg bjuder på kaffe.\n"
    with temporary_library([make_document("mote-2024-03-04.txt", text)], Settings()) as settings:
        answer = build_assistant(settings).ask("Hur många möten hölls 2024?")

    assert ["Styrelsemöte i Åvikens roddförening"] == told(answer)


def test_of_very_many_meetings_the_latest_are_listed(
    asked_library: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meetings_held, "MOST", 3)

    answer = asked_library.ask("Hur många möten hölls 2024?")

    assert [AUTUMN, MAY, SPRING] == told(answer)
    assert any("4 möten i biblioteket (2024); här är de 3 senaste" in n for n in answer.notes)


def test_the_tasks_of_one_person_are_those_that_name_them() -> None:
    text = """Protokoll från styrelsemöte i Åvikens roddförening
Datum: 2024-03-04

Närvarande: Frans Ekmark (ordförande), Tor Blad

§ 1 Båtarna
@Frans lagar årorna
@Tor hämtar flytvästar från Måsskär

§ 2 Kaffet
@Tor köper kaffe
"""
    with temporary_library([make_document("rodd.txt", text)], Settings()) as settings:
        answer = build_assistant(settings).ask("Vilka uppdrag fick Frans?")

    assert ["@Frans lagar årorna"] == told(answer)


def test_a_matter_is_told_step_by_step_whatever_each_meeting_calls_it(
    asked_library: Assistant,
) -> None:
    by_number = asked_library.ask("Hur har ärendet KN 2024/17 gått, steg för steg?")
    by_subject = asked_library.ask("Vad har hänt i frågan om dansbanan?")

    assert [TABLED, GRANTED] == [text for text in told(by_number) if text.startswith("att ")]
    assert [TABLED, GRANTED] == [text for text in told(by_subject) if text.startswith("att ")]
    assert any("på 2 möten" in note for note in by_number.notes)
    assert Status.ANSWERED is by_number.status


def test_how_something_changed_is_told_from_every_meeting(asked_library: Assistant) -> None:
    answer = asked_library.ask("Hur har fiskvägarna utvecklats?")

    assert ["2024-03-14", "2024-09-19"] == sorted({one.date or "" for one in answer.citations})


def test_a_first_name_in_the_list_is_the_person_asked_for() -> None:
    absent = """Styrelsemöte i Åvikens roddförening
Datum: 2024-03-04

Närvarande: Tor Blad, Valborg Sjö
Frånvarande: Frans (magsjuk)

§ 1 Kaffet
Valborg bjuder på kaffe.
"""
    present = absent.replace("2024-03-04", "2024-05-06").replace("Frans (magsjuk)", "Tor Blad")
    present = present.replace("Tor Blad, Valborg", "Frans Ekmark, Valborg")
    files = [make_document("mars.txt", absent), make_document("maj.txt", present)]
    with temporary_library(files, Settings()) as settings:
        answer = build_assistant(settings).ask("Var Frans Ekmark med på mötet i mars 2024?")

    assert ["Frans (magsjuk)"] == told(answer)


def test_a_year_in_a_heading_is_not_what_a_sentence_of_another_year_tells() -> None:
    text = """Protokoll från styrelsemöte i Åvikens roddförening
Datum: 2023-11-04

§ 1 Budget 2024 och plan 2025
Medlemsavgiften för 2024 ska vara 250 kronor.
"""
    with temporary_library([make_document("rodd.txt", text)], Settings()) as settings:
        answer = build_assistant(settings).ask("Vad blev medlemsavgiften för 2025?")

    assert Status.PARTIAL is answer.status
    assert "2025" in answer.missing


def test_who_attended_is_nothing_said_of_the_place_they_are_from() -> None:
    text = """Minnesanteckningar från nätverksträff
Datum: 2023-11-04

Närvarande:
Alva Rydmark, Holmby
Birger Tallsten, Sjövik

1. Resultatet
Alla deltagare var nöjda med mässan. Nästa mässa planeras till hösten.
"""
    with temporary_library([make_document("traff.txt", text)], Settings()) as settings:
        answer = build_assistant(settings).ask("Vad sades om Sjövik?")

    assert Status.NOT_FOUND is answer.status
