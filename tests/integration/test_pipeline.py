"""Files into the library: folders, patterns, good among bad, and what is told of each."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from fakes import MINUTES, writer_of

from ingest.pipeline import Progress, Report, ingest
from rag.settings import Settings
from rag.storing.store import Store

MARCH, MAY, NETWORK, CYCLES = MINUTES


@pytest.fixture
def store(tmp_path: Path) -> Store:
    library = tmp_path / "library"
    return writer_of(library)


def take(store: Store, *paths: Path, max_file_mb: int = 100) -> Report:
    settings = Settings(library=store.directory, max_file_mb=max_file_mb)
    return ingest(paths, store, settings=settings)


def names(sources: tuple[str, ...]) -> list[str]:
    return sorted(Path(source).name for source in sources)


def test_a_folder_is_taken_with_all_in_it(store: Store, minutes_folder: Path) -> None:
    deeper = minutes_folder / "2024" / "mars"
    deeper.mkdir(parents=True)
    (minutes_folder / MARCH).rename(deeper / MARCH)

    report = take(store, minutes_folder)

    assert sorted(MINUTES) == names(report.read)
    assert str(deeper / MARCH) in report.read
    assert Report(read=report.read) == report


def test_one_file_is_taken_alone(store: Store, minutes_folder: Path) -> None:
    report = take(store, minutes_folder / MARCH)

    assert Report(read=(str(minutes_folder / MARCH),)) == report
    assert 1 == len(store.library.meetings())


def test_a_pattern_is_taken(store: Store, minutes_folder: Path) -> None:
    assert [MARCH, MAY] == names(take(store, minutes_folder / "ks-*.txt").read)


def test_a_pattern_may_be_relative_and_reach_into_folders(
    store: Store, minutes_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (minutes_folder / "norr").mkdir()
    (minutes_folder / NETWORK).rename(minutes_folder / "norr" / NETWORK)
    monkeypatch.chdir(minutes_folder)

    assert (f"norr/{NETWORK}",) == take(store, Path("**/*.md")).read


def test_a_file_named_twice_is_taken_once(store: Store, minutes_folder: Path) -> None:
    report = take(store, minutes_folder / MARCH, minutes_folder, minutes_folder / "ks-*")

    assert sorted(MINUTES) == names(report.read)
    assert len(MINUTES) == len(store.library.meetings())


def test_a_bad_file_does_not_stop_the_good_ones(store: Store, minutes_folder: Path) -> None:
    (minutes_folder / "a-tom.txt").write_text("")
    (minutes_folder / "b-skadad.pdf").write_bytes(b"%PDF-1.7 nej")
    (minutes_folder / "z-skadad.docx").write_bytes(b"PK\x03\x04 nej")

    report = take(store, minutes_folder)

    assert sorted(MINUTES) == names(report.read)
    assert ["a-tom.txt", "b-skadad.pdf", "z-skadad.docx"] == names(
        tuple(problem.source for problem in report.failed)
    )
    assert len(MINUTES) == len(store.library.meetings())


def test_a_failure_is_a_sentence_that_names_the_file(store: Store, minutes_folder: Path) -> None:
    (minutes_folder / "skadad.pdf").write_bytes(b"%PDF-1.7 nej")

    [problem] = take(store, minutes_folder / "skadad.pdf").failed

    assert "skadad.pdf" in problem.message
    assert problem.message.endswith(".")
    assert "\n" not in problem.message


def test_files_of_other_kinds_are_told_and_left(store: Store, minutes_folder: Path) -> None:
    (minutes_folder / "bild.gif").write_bytes(b"GIF89a")
    (minutes_folder / ".dold.txt").write_text("dold")

    report = take(store, minutes_folder)

    assert (str(minutes_folder / "bild.gif"),) == report.skipped
    assert len(MINUTES) == len(report.read)
    assert () == report.failed


@pytest.mark.parametrize("name", ["saknas.txt", "saknas-*.txt", "saknas/"])
def test_what_is_not_there_is_a_failure(store: Store, minutes_folder: Path, name: str) -> None:
    report = take(store, minutes_folder / name, minutes_folder / MARCH)

    [problem] = report.failed
    assert "finns inte" in problem.message
    assert [MARCH] == names(report.read)


def test_every_empty_folder_is_a_failure(store: Store, tmp_path: Path) -> None:
    folders = [tmp_path / "tom", tmp_path / "ocksa-tom"]
    for folder in folders:
        folder.mkdir()

    report = take(store, *folders)

    assert [str(folder) for folder in folders] == [problem.source for problem in report.failed]


def test_a_file_that_is_too_large_is_a_failure(store: Store, minutes_folder: Path) -> None:
    (minutes_folder / "stor.txt").write_text("Mötet öppnas.\n" * 100_000)

    report = take(store, minutes_folder, max_file_mb=1)

    assert ["stor.txt"] == names(tuple(problem.source for problem in report.failed))
    assert len(MINUTES) == len(report.read)


def test_copies_are_unchanged_and_one_meeting(store: Store, minutes_folder: Path) -> None:
    shutil.copy(minutes_folder / MARCH, minutes_folder / "kopia.txt")

    report = take(store, minutes_folder)

    assert [MARCH] == names(report.unchanged)
    assert len(MINUTES) == len(store.library.meetings())


def test_a_moved_file_is_not_read_again(store: Store, minutes_folder: Path) -> None:
    take(store, minutes_folder)
    (minutes_folder / MARCH).rename(minutes_folder / "mars.txt")

    assert sorted([MAY, NETWORK, CYCLES, "mars.txt"]) == names(
        take(store, minutes_folder).unchanged
    )


def test_more_files_than_a_batch_all_go_in(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "många"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(
            f"Protokoll\nDatum: 2024-01-01\n\n§ {number} Ärende\nBänk nummer {number} lagas.\n"
        )

    assert 40 == len(take(store, folder).read)
    assert 40 == len(store.library.meetings())
    assert all(finding.ok for finding in store.check())


def test_progress_is_told_file_by_file(store: Store, minutes_folder: Path) -> None:
    (minutes_folder / "a-tom.txt").write_text("")
    told: list[Progress] = []

    ingest([minutes_folder], store, settings=Settings(), on_progress=told.append)

    assert [(n, 5) for n in range(1, 6)] == [(step.done, step.total) for step in told]
    assert "a-tom.txt" == Path(told[0].source).name


def test_a_text_that_is_no_minutes_is_taken_too(store: Store, tmp_path: Path) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text("Hej!\n\nBryggan vid sjön behöver lagas före midsommar.\n")
    take(store, letter)

    [meeting] = store.library.meetings()
    assert meeting.chunks
    assert letter.read_text().strip() == store.library.document(meeting.document_id).text


def test_the_identity_is_that_of_the_bytes(store: Store, minutes_folder: Path) -> None:
    take(store, minutes_folder / MARCH)

    [meeting] = store.library.meetings()
    expected = hashlib.sha256((minutes_folder / MARCH).read_bytes()).hexdigest()
    assert expected == meeting.document_id


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_a_failure(store: Store, minutes_folder: Path) -> None:
    (minutes_folder / MARCH).chmod(0)

    [problem] = take(store, minutes_folder / MARCH).failed

    assert "får inte läsas" in problem.message
