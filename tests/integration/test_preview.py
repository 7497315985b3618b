"""What files would become, read as at an ingest and stored nowhere."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from fakes import MINUTES, writer_of

from ingest.pipeline import ingest
from ingest.preview import Incoming, Preview, Standing, previews
from rag.settings import Settings
from rag.storing.store import Store

MARCH, MAY, NETWORK, CYCLES = MINUTES


@pytest.fixture
def store(tmp_path: Path) -> Store:
    library = tmp_path / "library"
    return writer_of(library)


def look(store: Store, *paths: Path) -> list[Preview]:
    files = [Incoming(path=path, name=path.name, location=str(path)) for path in paths]
    return list(previews(files, store.library, settings=Settings(library=store.directory)))


def take(store: Store, *paths: Path) -> None:
    ingest(paths, store, settings=Settings(library=store.directory))


def standings(found: Sequence[Preview]) -> list[Standing]:
    return [preview.standing for preview in found]


def test_a_new_file_is_understood_and_not_stored(store: Store, minutes_folder: Path) -> None:
    [found] = look(store, minutes_folder / MARCH)

    [document] = found.documents
    assert Standing.NEW is found.standing
    assert document.minutes.items
    assert (MARCH, str(minutes_folder / MARCH)) == (document.source, document.location)
    assert [] == store.library.meetings()


def test_the_same_bytes_are_noticed_in_the_library_and_among_the_files(
    store: Store, minutes_folder: Path
) -> None:
    take(store, minutes_folder / MARCH)
    again, twin = minutes_folder / "igen.txt", minutes_folder / "tvilling.txt"
    shutil.copy(minutes_folder / MARCH, again)
    shutil.copy(minutes_folder / MAY, twin)

    found = look(store, again, minutes_folder / MAY, twin)

    assert [Standing.KNOWN, Standing.NEW, Standing.TWICE] == standings(found)
    [held] = store.library.meetings()
    assert held.document_id == found[0].alike[0].id
    assert found[1].documents[0].id == found[2].alike[0].id


def test_a_changed_file_tells_what_it_replaces(store: Store, minutes_folder: Path) -> None:
    path = minutes_folder / MARCH
    take(store, path)
    [before] = store.library.meetings()
    path.write_text(path.read_text("utf-8") + "\nMötet avslutades.\n", encoding="utf-8")

    [found] = look(store, path)

    assert (Standing.CHANGED, before.document_id) == (found.standing, found.alike[0].id)


def test_another_file_of_a_meeting_is_noticed(store: Store, minutes_folder: Path) -> None:
    take(store, minutes_folder / MARCH)
    other = minutes_folder / "justerat.txt"
    text = (minutes_folder / MARCH).read_text("utf-8")
    other.write_text(text + "\nJusterat.\n", encoding="utf-8")

    [found] = look(store, other)

    assert Standing.SAME_MEETING is found.standing
    assert store.library.meetings()[0].document_id == found.alike[0].id


def test_what_cannot_be_read_fails_with_the_files_own_name(store: Store, tmp_path: Path) -> None:
    program = tmp_path / "42"
    program.write_bytes(b"MZ\0\1" * 40)
    file = Incoming(path=program, name="spel.exe", location="/x/spel.exe")

    [found] = previews([file], store.library, settings=Settings(library=store.directory))

    assert Standing.FAILED is found.standing
    assert found.report.failed[0].message.startswith("Filen spel.exe har ändelsen .exe")


def test_an_archive_is_previewed_with_all_in_it(store: Store, minutes_folder: Path) -> None:
    archive = minutes_folder / "allt.zip"
    with ZipFile(archive, "w") as made:
        for name in (MARCH, MAY):
            made.write(minutes_folder / name, name)

    [found] = look(store, archive)

    assert {f"allt.zip › {MARCH}", f"allt.zip › {MAY}"} == {d.source for d in found.documents}


def test_what_was_previewed_is_not_read_again(store: Store, minutes_folder: Path) -> None:
    path = minutes_folder / MARCH
    [found] = look(store, path)
    [document] = found.documents
    told = replace(document, warnings=("Läst en enda gång.",))

    report = ingest(
        [path],
        store,
        settings=Settings(library=store.directory),
        understood={document.id: told},
    )

    assert (str(path),) == report.read
    [held] = store.library.meetings()
    assert (("Läst en enda gång.",), str(path)) == (held.warnings, held.source)
