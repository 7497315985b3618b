"""What the load is measured by: clients that ask while one writes, and the table of that."""

from pathlib import Path

from eval.load import Borne, Load, Took, asked, bear
from eval.load_bench import tables


def test_clients_ask_and_one_writes_until_the_time_is_over(tmp_path: Path) -> None:
    library = tmp_path / "library"
    load = Load(clients=3, seconds=2.5, pause_s=(0.1, 0.2), write_pause_s=0.1)

    borne = bear(library, asked(["badhusets öppettider i Lövåsa"]), tmp_path, load)

    assert [] == borne.errors
    assert len(borne.questions) > load.clients
    assert borne.changes
    assert borne.memory
    assert len(borne.memory) == len(borne.stolen)


def test_the_table_tells_of_each_third_and_what_it_comes_to() -> None:
    borne = Borne(
        seconds=3.0,
        questions=[Took(0.5, 40.0, 20.0), Took(1.5, 60.0, 30.0), Took(2.5, 80.0, 40.0)],
        changes=[Took(1.2, 300.0, 100.0)],
        memory=[(0.5, 100.0), (1.5, 200.0), (2.5, 210.0)],
        stolen=[(1.0, 0.01), (2.0, 0.0), (9.0, 0.29)],
        errors=["UnknownMeetingError('bort')"],
        cpu_s=0.15,
    )

    told = tables(borne).replace("\N{NO-BREAK SPACE}", " ")

    assert "| andra | 1 | 60 ms | 60 ms | 60 ms | 60 ms | 30 ms | 1 | 300 ms | 200 MB |" in told
    assert (
        "| hela tiden | 3 | 60 ms | 78 ms | 80 ms | 80 ms | 39 ms | 1 | 300 ms | 170 MB |" in told
    )
    assert "Fel: 1 (mål: 0). p95: 78 ms (mål: 500 ms)." in told
    assert "mot den andra: 1,050 (mål: 1,05). Processorns arbete: 50 ms per fråga" in told
    assert "Värden tog 10,0 % av maskinens tid" in told
    assert told.endswith("UnknownMeetingError('bort')")


def test_who_asked_while_the_host_took_the_time_is_told_of_apart() -> None:
    borne = Borne(
        seconds=40.0,
        questions=[Took(2.0, 40.0, 20.0), Took(20.0, 900.0, 30.0), Took(24.0, 800.0, 30.0)],
        changes=[],
        memory=[],
        stolen=[(2.0, 0.0), (21.5, 0.4), (39.0, 0.02)],
        errors=[],
        cpu_s=0.1,
    )

    told = tables(borne).replace("\N{NO-BREAK SPACE}", " ")

    assert "Värden tog 14,0 % av maskinens tid" in told
    assert "p95 bland de 1 frågor under vilka den tog högst 2 %: 40 ms." in told
