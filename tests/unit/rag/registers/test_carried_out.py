"""Tasks of one meeting and what the next one says, told apart."""

from collections.abc import Iterable

import pytest

from eval.temporary import make_document
from rag.registers.carried_out import Later, carried_out
from rag.registers.task import Task, tasks_of

HEAD = "# Protokoll från styrelsemöte i Åvikens roddförening\n\nDatum: {}\n\n"
MATTER = "§ 4 Bryggan\nDnr RF 2024/7\n\n"


def _task(line: str, *, matter: str = "") -> Task:
    text = HEAD.format("2024-03-04") + f"## {matter or '§ 3 Att göra'}\n\n- {line}\n"
    [task] = tasks_of(make_document("mars.md", text))
    return task


def _later(*items: str) -> list[Later]:
    days = ("2024-04-08", "2024-05-06", "2024-06-10", "2024-08-19", "2024-09-16")
    held = zip(days, items, strict=False)
    return [Later(make_document(f"{d}.md", HEAD.format(d) + f"## {item}\n")) for d, item in held]


def _told(task: Task, later: Iterable[Later]) -> str | None:
    return next((told.text for _, told in carried_out([task], later)), None)


@pytest.mark.parametrize(
    ("task", "later", "told"),
    [
        pytest.param(
            "Alva tar fram en lathund om båtvård till den 1 april",
            "§ 2 Båtvård\n\nMedlemmarna är nöjda. Lathunden om båtvård är klar.",
            "Lathunden om båtvård är klar.",
            id="a status word and both things",
        ),
        pytest.param(
            "@Bo sätter galler för fönstret",
            "§ 2 Uppföljning\n\nGallret sitter på plats. Bo svetsade det själv.",
            "Gallret sitter på plats.",
            id="one thing, under follow-up, with the name beside it",
        ),
        pytest.param(
            "Alva bokar en instruktör till rodskolan",
            "§ 2 Rodskolan\n\nAlva har bokat instruktören till rodskolan.",
            "Alva har bokat instruktören till rodskolan.",
            id="its own verb in the past",
        ),
        pytest.param(
            "Hemsidan behöver uppdateras @Bo",
            "§ 2 Övrigt\n\nHemsidan har uppdaterats.",
            "Hemsidan har uppdaterats.",
            id="one thing and its verb, at the next meeting",
        ),
        pytest.param(
            "Alva Ek fick i uppdrag att höra med hamnkontoret om en gemensam brygga är möjlig.",
            "§ 2 Bryggan\n\nAlva Ek redovisade sitt uppdrag. Hamnkontoret kan hålla i en "
            "gemensam brygga.",
            "Alva Ek redovisade sitt uppdrag.",
            id="a report on the task",
        ),
    ],
)
def test_a_task_is_done_when_later_minutes_tell_so(task: str, later: str, told: str) -> None:
    assert _told(_task(task), _later(later)) == told


@pytest.mark.parametrize(
    ("task", "later"),
    [
        pytest.param(
            "Alva tar fram en lathund om båtvård",
            "§ 2 Båtvård\n\nLathunden om båtvård är inte klar.",
            id="it is denied",
        ),
        pytest.param(
            "Alva bokar lokal för rodskolan",
            "§ 2 Årsmötet\n\nLokalen för årsmötet är bokad.",
            id="another one of the same kind",
        ),
        pytest.param(
            "Alva skickar förslaget om bryggan till nämnden",
            "§ 2 Taket\n\nFörslaget om taket har skickats till nämnden.",
            id="the same deed for another matter",
        ),
        pytest.param(
            "Alva tar fram en lathund om båtvård",
            "§ 2 Att göra\n\n- Bo bokar lokal\n- Alva tar fram en lathund om båtvård",
            id="it is still to be done",
        ),
        pytest.param("Alva fixar", "§ 2 Övrigt\n\nAllt är fixat av Alva.", id="it tells nothing"),
    ],
)
def test_a_task_stays_open_when_they_do_not(task: str, later: str) -> None:
    assert _told(_task(task), _later(later)) is None


def test_one_thing_alone_tells_nothing_many_meetings_later() -> None:
    nothing = ["§ 2 Övrigt\n\nVädret var fint i helgen."] * 4
    assert (
        _told(_task("Bo köper flaggor"), _later(*nothing, "§ 2 Övrigt\n\nFlaggor köptes.")) is None
    )


def test_a_report_is_received_under_the_same_registration_number() -> None:
    task = _task("att Alva Ek ska redovisa kostnaden senast i maj.", matter=MATTER)
    later = _later(
        "§ 9 Bryggan, uppföljning\nDnr RF/2024:00007\n\nBeslut\n\n"
        "att lägga redovisningen till handlingarna."
    )
    assert _told(task, later) == "att lägga redovisningen till handlingarna."


@pytest.mark.parametrize("line", ["Alva bokar lokal (klart)", "Alva bokar lokal – klart"])
def test_a_ticked_task_says_itself_that_it_is_done(line: str) -> None:
    assert _task(line).is_ticked


def test_the_key_of_a_task_is_the_same_wherever_it_stands_in_the_file() -> None:
    line = "Alva bokar en lokal till rodskolan"
    moved = make_document(
        "annan.md",
        HEAD.format("2024-03-04")
        + f"## § 1 Öppnande\n\nMötet öppnas.\n\n## § 9 Att göra\n\n* {line}\n",
    )
    assert [task.key for task in tasks_of(moved)] == [_task(line).key]
