"""A backup made in use, restored anywhere, answers as the library did."""

import hashlib
import json
import shutil
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import run
from fakes import MINUTES, HashEmbedder, writer_of
from odd_minutes import odd_minutes, take, traces

from eval.dataset import load_questions
from ingest.files import SAMPLES
from ingest.pipeline import ingest
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.errors import BackupError, LibraryError, LibraryVersionError
from rag.results import Answer
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.store import Store
from rag.upkeep.backup import Manifest, back_up, restore

QUESTIONS = (
    "Vad beslutades om skolskjuts?",
    "Vem var frånvarande den 4 mars 2024?",
    "Vad sägs om vindkraftverken på Stormhöjden?",
    "Vad kostar en månresa?",
)
GATE = Path(__file__).parents[2] / "eval" / "data" / "gate.jsonl"


def answers(settings: Settings, questions: Iterable[str]) -> list[Answer]:
    """Return the answers without what differs from one run to the next."""
    assistant = build_assistant(settings)
    return [replace(assistant.ask(question), elapsed_ms=0.0, hits=()) for question in questions]


def hits(settings: Settings, questions: Iterable[str]) -> list[list[tuple[str, int, float]]]:
    assistant = build_assistant(settings)
    return [
        [(h.passage.document_id, h.passage.span.start, h.score) for h in assistant.search(question)]
        for question in questions
    ]


def restored(tmp_path: Path, backup: Path) -> Settings:
    settings = Settings(library=tmp_path / "annan" / "plats")
    restore(open_store(settings), backup)
    return settings


def test_what_is_restored_answers_as_before(shared_settings: Settings, tmp_path: Path) -> None:
    manifest = back_up(shared_settings.library, tmp_path / "kopia.zip", EVERYTHING)
    settings = restored(tmp_path, tmp_path / "kopia.zip")

    assert len(MINUTES) == manifest.meetings
    assert answers(shared_settings, QUESTIONS) == answers(settings, QUESTIONS)
    assert hits(shared_settings, QUESTIONS) == hits(settings, QUESTIONS)
    assert all(finding.ok for finding in open_store(settings).check())
    assert [] == [p.name for p in settings.library.iterdir() if p.name.startswith(".restoring")]


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_samples_restored_answer_every_gate_question_as_before(tmp_path: Path) -> None:
    made = Settings(library=tmp_path / "library")
    ingest([SAMPLES], open_store(made), settings=made)
    back_up(made.library, tmp_path / "kopia.zip", EVERYTHING)
    settings = restored(tmp_path, tmp_path / "kopia.zip")
    questions = [question.question for question in load_questions(GATE).questions]

    assert len(questions) > 20
    assert answers(made, questions) == answers(settings, questions)
    assert hits(made, questions) == hits(settings, questions)


def store_of(library: Path) -> Store:
    return writer_of(library, lock_timeout_s=5)


def test_restoring_takes_back_all_that_was_done_since(tmp_path: Path) -> None:
    library, odd = tmp_path / "library", odd_minutes(5)
    uploads = library / "uploads"
    take(store_of(library), uploads, odd[:3])
    back_up(library, tmp_path / "kopia.zip", EVERYTHING)
    reader = store_of(library)
    before = reader.library.meetings()
    store_of(library).remove(before[0].document_id)
    take(store_of(library), uploads, odd[3:])

    restore(store_of(library), tmp_path / "kopia.zip")

    assert before == reader.library.meetings()
    assert {one.name for one in odd[:3]} == {path.name for path in uploads.iterdir()}
    assert all(finding.ok for finding in reader.check())
    take(store_of(library), uploads, odd[4:])
    assert all(finding.ok for finding in reader.check())
    assert 4 == len(reader.library.meetings())


def test_restoring_that_is_cut_off_leaves_nothing_of_what_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, [kept, gone] = tmp_path / "library", odd_minutes(2)
    take(store_of(library), library / "uploads", [kept])
    back_up(library, tmp_path / "kopia.zip", EVERYTHING)
    documents = take(store_of(library), library / "uploads", [gone])
    store_of(library).hide(documents[gone.name])
    reader = store_of(library)  # whoever has it open keeps SQLite from emptying its log

    def cut_off(_: Store) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Store, "_rebuild", cut_off)
    with pytest.raises(KeyboardInterrupt):
        restore(store_of(library), tmp_path / "kopia.zip")
    monkeypatch.undo()
    store_of(library).clear()

    assert [kept.name] == [Path(one.source).name for one in reader.library.meetings()]
    assert [] == traces(library, gone.words)


def test_uploaded_files_keep_their_place_in_another_directory(tmp_path: Path) -> None:
    [one] = odd_minutes(1)
    library, elsewhere = tmp_path / "library", tmp_path / "annan"
    [document] = take(store_of(library), library / "uploads", [one]).values()
    store_of(library).correct(document, {"place": "Ladan"})
    back_up(library, tmp_path / "kopia.zip", EVERYTHING)

    restore(store_of(elsewhere), tmp_path / "kopia.zip")

    found = store_of(elsewhere).library
    assert [str(elsewhere / "uploads" / one.name)] == found.locations("")
    assert one.text == (elsewhere / "uploads" / one.name).read_text(encoding="utf-8")
    assert "Ladan" == found.document(document).minutes.place


def test_a_backup_is_whole_while_another_writes(tmp_path: Path) -> None:
    library, odd = tmp_path / "library", odd_minutes(12)
    take(store_of(library), tmp_path / "moten", odd[:2])
    done = threading.Event()

    def write() -> None:
        for one in odd[2:]:
            take(store_of(library), tmp_path / "moten", [one])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    made: list[Manifest] = []
    while not done.is_set() and len(made) < 4:
        made.append(back_up(library, tmp_path / f"kopia-{len(made)}.zip", EVERYTHING))
    writer.join()

    for number, manifest in enumerate(made):
        store = store_of(tmp_path / f"annan-{number}")
        restore(store, tmp_path / f"kopia-{number}.zip")
        assert manifest.meetings == len(store.library.meetings())
        assert all(finding.ok for finding in store.check())


def test_a_restoring_that_was_cut_off_is_finished_by_the_next_writer(tmp_path: Path) -> None:
    library, odd = tmp_path / "library", odd_minutes(4)
    take(store_of(library), tmp_path / "moten", odd[:2])
    back_up(library, tmp_path / "kopia.zip", EVERYTHING)
    take(store_of(library), tmp_path / "moten", odd[2:])

    class Cut(Store):
        def _rebuild(self, *, embed: bool = False) -> None:
            raise KeyboardInterrupt

    cut = Cut(library, Database.open(library, EVERYTHING), HashEmbedder(), lock_timeout_s=1)
    with pytest.raises(KeyboardInterrupt):
        restore(cut, tmp_path / "kopia.zip")
    with pytest.raises(LibraryError, match="håller på att återställas"):
        build_assistant(Settings(library=library, words_only=True)).search(odd[0].words[0])

    store = store_of(library)
    with store.writing():
        pass
    assert 2 == len(store.library.meetings())
    assert all(finding.ok for finding in store.check())


def damage_bytes(backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 64] = b"x" * 64
    backup.write_bytes(bytes(content))


def no_backup(backup: Path) -> None:
    backup.write_text("inte en zip")


def another_zip(backup: Path) -> None:
    with ZipFile(backup, "w") as archive:
        archive.writestr("protokoll.txt", "§ 1")


def escaping(backup: Path) -> None:
    with ZipFile(backup) as archive:
        manifest = archive.read("innehall.json").decode()
        database = archive.read("library.sqlite")
    changed = manifest.replace('"digests":{', '"digests":{"../ute.txt":"0",')
    changed = changed.replace('"digests": {', '"digests": {"../ute.txt":"0",')
    with ZipFile(backup, "w") as archive:
        archive.writestr("innehall.json", changed)
        archive.writestr("library.sqlite", database)
        archive.writestr("../ute.txt", "ute")


@pytest.mark.parametrize("damage", [damage_bytes, no_backup, another_zip, escaping, Path.unlink])
def test_what_is_no_whole_backup_changes_nothing(tmp_path: Path, damage: object) -> None:
    library, backup, odd = tmp_path / "library", tmp_path / "kopia.zip", odd_minutes(3)
    take(store_of(library), tmp_path / "moten", odd[:2])
    back_up(library, backup, EVERYTHING)
    assert callable(damage)
    damage(backup)

    with pytest.raises(BackupError, match=r"Säkerhetskopian .* kan inte"):
        restore(store_of(library), backup)

    assert 2 == len(store_of(library).library.meetings())
    assert not (tmp_path / "ute.txt").exists()
    assert all(finding.ok for finding in store_of(library).check())


def made_newer(backup: Path) -> None:
    """Let the library in *backup* be one that a later version of the program wrote."""
    file = backup.with_name("nyare.sqlite")
    with ZipFile(backup) as archive:
        manifest = json.loads(archive.read("innehall.json"))
        file.write_bytes(archive.read("library.sqlite"))
    with closing(sqlite3.connect(file)) as database:
        database.execute("pragma user_version=999")
    manifest["digests"]["library.sqlite"] = hashlib.sha256(file.read_bytes()).hexdigest()
    with ZipFile(backup, "w") as archive:
        archive.writestr("innehall.json", json.dumps(manifest))
        archive.write(file, "library.sqlite")


def test_a_newer_version_is_neither_backed_up_nor_restored(tmp_path: Path) -> None:
    library, copy = tmp_path / "library", tmp_path / "kopia.zip"
    take(store_of(library), tmp_path / "moten", odd_minutes(1))
    back_up(library, copy, EVERYTHING)
    made_newer(copy)
    Database.open(library, EVERYTHING).rows("pragma user_version=999")

    with pytest.raises(LibraryVersionError):
        back_up(library, tmp_path / "annan.zip", EVERYTHING)
    with pytest.raises(LibraryVersionError, match="uppgradera programmet"):
        restore(store_of(tmp_path / "annan"), copy)
    assert [] == store_of(tmp_path / "annan").library.meetings()


def test_the_commands_back_up_and_restore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, backup = tmp_path / "library", tmp_path / "kopia.zip"
    settings = Settings(library=library)
    take(open_store(settings), tmp_path / "moten", odd_minutes(2))
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(library))

    made = run("backup", backup)
    assert (
        0,
        f"Säkerhetskopierat: 2\N{NO-BREAK SPACE}möten och 0\N{NO-BREAK SPACE}filer till {backup}\n",
    ) == (made.status, made.out)
    assert "har redan 2\N{NO-BREAK SPACE}möten: lägg till --yes" in run("restore", backup).err
    damaged = bytearray((library / "library.sqlite").read_bytes())
    damaged[:4096] = b"skadad" * 682 + b"skad"
    (library / "skadad").write_bytes(bytes(damaged))
    (library / "skadad").replace(library / "library.sqlite")  # what was opened before keeps its own
    for log in ("-wal", "-shm"):
        (library / f"library.sqlite{log}").unlink(missing_ok=True)
    assert "är skadad" in run("meetings", "list").err

    ran = run("restore", backup, "--yes")

    assert (0, f"Återställt: 2\N{NO-BREAK SPACE}möten i {library}\n") == (ran.status, ran.out)
    assert f"ligger kvar som {tmp_path / 'library-skadad.sqlite'}" in ran.err
    assert 0 == run("doctor").status
    assert "ligger i biblioteket självt" in run("backup", library / "kopia.zip").err
    shutil.rmtree(library)
    assert 1 == run("backup", backup).status
