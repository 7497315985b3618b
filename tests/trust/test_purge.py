"""What is removed is in no byte of the library's directory afterwards."""

import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

import pytest
from command_line import run
from fakes import HashEmbedder, homes_of, writer_of
from odd_minutes import Odd, in_bytes, odd_minutes, take, traces

from eval.saving import FILE_NAME, save_question
from ingest.pipeline import ingest
from ingest.purging import purge
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.errors import LibraryError
from rag.results import Answer
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations
from rag.storing.store import Store
from rag.storing.turns import Asked, Turn, Verdict


@dataclass
class Shelf:
    """A library whose minutes were uploaded in the app, and asked about."""

    library: Path

    @property
    def uploads(self) -> Path:
        return self.library / "uploads"

    def store(self) -> Store:
        return writer_of(self.library, lock_timeout_s=1)

    def conversations(self) -> Conversations:
        return Conversations(Database.open(self.library, EVERYTHING))

    def ask(self, one: Odd, conversation: str) -> Answer:
        """Ask what only *one* answers, keep the answer, judge it, and save it as a test."""
        settings = Settings(library=self.library, words_only=True)
        answer = build_assistant(settings).ask(one.question)
        turn = Turn(
            asked=Asked(question=one.question),
            outcome=answer,
            verdict=Verdict(is_good=False, reason=f"{one.words[11]} lagades aldrig"),
        )
        self.conversations().put(conversation, "besökare", 0, turn)
        save_question(self.library / FILE_NAME, answer)
        return answer

    def keep_run(self, one: Odd, answer: Answer) -> None:
        """Keep an evaluation's run that quotes *one*."""
        runs = self.library / "utvarderingar"
        runs.mkdir(exist_ok=True)
        record = {"answers": [{"question": one.question, "text": answer.text}]}
        (runs / f"20260101-{one.words[0].lower()[:2]}.json").write_text(json.dumps(record))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "library")


def fill(shelf: Shelf, count: int) -> list[Odd]:
    odd = odd_minutes(count)
    take(shelf.store(), shelf.uploads, odd)
    return odd


def words_of(odd: Sequence[Odd]) -> list[str]:
    return [word for one in odd for word in one.words]


def ids_of(shelf: Shelf, odd: Sequence[Odd]) -> list[str]:
    library = shelf.store().library
    return [str(library.located(str(shelf.uploads / one.name))) for one in odd]


def purge_all(shelf: Shelf, odd: Sequence[Odd]) -> None:
    store = shelf.store()
    located = [store.library.located(str(shelf.uploads / one.name)) for one in odd]
    purge(store, [one for one in located if one])


def test_the_words_looked_for_are_there_before(shelf: Shelf) -> None:
    [one, *_] = fill(shelf, 3)

    assert set(one.words) <= {found.split(": ")[-1] for found in in_bytes(shelf.library, one.words)}


def test_nothing_of_what_is_purged_is_in_any_byte(shelf: Shelf) -> None:
    odd = fill(shelf, 6)
    for number, one in enumerate(odd):
        shelf.keep_run(one, shelf.ask(one, f"samtal-{number}"))
    gone, kept = odd[::2], odd[1::2]

    purge_all(shelf, gone)

    assert [] == traces(shelf.library, words_of(gone))
    assert all(traces(shelf.library, [one.words[11]]) for one in kept)
    assert 3 == len((shelf.library / FILE_NAME).read_text(encoding="utf-8").splitlines())
    assert 3 == len(list((shelf.library / "utvarderingar").glob("*.json")))
    assert ["samtal-1", "samtal-3", "samtal-5"] == sorted(
        talk.id for talk in shelf.conversations().listed("besökare")
    )
    assert all(finding.ok for finding in shelf.store().check())


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_nothing_of_many_purged_is_in_any_byte(shelf: Shelf) -> None:
    odd = fill(shelf, 120)
    for number, one in enumerate(odd[:20]):
        shelf.ask(one, f"samtal-{number}")
    gone = [one for number, one in enumerate(odd) if number % 2 == 0]
    half = len(gone) // 2

    for one in gone[:4]:
        purge_all(shelf, [one])
    purge_all(shelf, gone[4:half])
    assert [] == traces(shelf.library, words_of(gone[:half]))
    purge_all(shelf, gone[half:])

    assert 60 == len(gone)
    assert [] == traces(shelf.library, words_of(gone))
    assert all(finding.ok for finding in shelf.store().check())


def test_removing_leaves_no_byte_either(shelf: Shelf) -> None:
    odd = odd_minutes(24)
    store = shelf.store()
    ids = take(store, shelf.library.parent / "moten", odd)
    for one in odd[::2]:
        store.remove(ids[one.name])

    assert [] == traces(shelf.library, words_of(odd[::2]))
    assert all(finding.ok for finding in shelf.store().check())


def test_what_was_hidden_leaves_no_byte_when_it_is_cleared_later(shelf: Shelf) -> None:
    odd, store = odd_minutes(16), shelf.store()
    ids = take(store, shelf.library.parent / "moten", odd[:12])
    for one in odd[:12:3]:
        store.hide(ids[one.name])
    assert [] != traces(shelf.library, words_of(odd[:12:3]))
    store.hide(take(shelf.store(), shelf.library.parent / "moten", odd[12:])[odd[13].name])
    assert ["Borttaget"] == [finding.name for finding in store.check() if not finding.ok]

    store.clear()

    gone = [*odd[:12:3], odd[13]]
    assert [] == traces(shelf.library, words_of(gone))
    assert len(odd) - len(gone) == len(store.library.meetings())
    assert all(finding.ok for finding in store.check())


def test_purging_nothing_clears_what_was_hidden(shelf: Shelf) -> None:
    [one, *_] = odd = odd_minutes(4)
    store = shelf.store()
    store.hide(take(store, shelf.uploads, odd)[one.name])
    (shelf.uploads / one.name).unlink()

    purge(shelf.store(), [])

    assert [] == traces(shelf.library, words_of([one]))


def test_purging_nothing_clears_what_was_replaced(shelf: Shelf) -> None:
    [before, after, *others] = odd_minutes(6)
    take(shelf.store(), shelf.uploads, [before, *others])
    (shelf.uploads / before.name).write_text(after.text, encoding="utf-8")
    ingest([shelf.uploads], shelf.store(), settings=Settings(library=shelf.library))
    old = before.words[:12]  # the last is the file's name

    assert [] != traces(shelf.library, old)
    purge(shelf.store(), [])

    assert [] == traces(shelf.library, old)


def test_a_purge_that_was_cut_off_is_done_by_the_next_writer(shelf: Shelf) -> None:
    odd = fill(shelf, 3)

    class Cut(Store):
        def _rebuild(self, *, embed: bool = False) -> None:
            raise KeyboardInterrupt

    database = Database.open(shelf.library, EVERYTHING)
    homes = homes_of(database)
    cut = Cut(shelf.library, database, HashEmbedder(), lock_timeout_s=1, homes=homes)
    library = cut.library
    with pytest.raises(KeyboardInterrupt):
        purge(cut, [library.find(ids_of(shelf, odd)[0])])
    [ill] = [finding for finding in shelf.store().check() if finding.name == "Borttaget"]
    assert (False, True) == (ill.ok, "motesminne purge" in ill.detail)

    with shelf.store().writing():
        pass

    assert [] == traces(shelf.library, odd[0].words)
    assert all(finding.ok for finding in shelf.store().check())


def test_whoever_still_reads_is_told_of(shelf: Shelf) -> None:
    odd = fill(shelf, 2)
    with closing(sqlite3.connect(shelf.library / "library.sqlite")) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from document").fetchall()
        store = shelf.store()
        store._db._connection.execute("pragma busy_timeout=50")
        with pytest.raises(LibraryError, match=r"kör «motesminne purge»"):
            purge(store, [store.library.find(ids_of(shelf, odd)[0])])
    purge(shelf.store(), [])

    assert [] == traces(shelf.library, odd[0].words)


def test_an_archive_with_other_meetings_is_left_and_told_of(shelf: Shelf) -> None:
    first, second = odd_minutes(2)
    shelf.uploads.mkdir(parents=True)
    archive = shelf.uploads / "alla.zip"
    with ZipFile(archive, "w") as file:
        for one in (first, second):
            file.writestr(one.name, one.text)
    store = shelf.store()
    ingest([archive], store, settings=Settings(library=shelf.library))
    ids = [meeting.document_id for meeting in store.library.meetings()]

    assert ("uploads/alla.zip",) == purge(store, ids[:1]).cleared.left
    assert archive.exists()
    assert ("uploads/alla.zip",) == purge(store, ids[1:]).cleared.deleted
    assert [] == traces(shelf.library, words_of([first, second]))


def test_the_command_lists_first_and_removes_when_told(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(shelf.library))
    folder = shelf.library.parent / "moten"
    odd = odd_minutes(3)
    take(open_store(Settings(library=shelf.library)), folder, odd)

    listed = run("purge", "--older-than", "7y")
    assert 0 == listed.status
    assert "Inget är borttaget: lägg till --yes" in listed.out
    assert 3 == len(run("meetings", "list", "--json").json)

    removed = run("purge", "--older-than", "7 år", "--yes")
    assert (0, 3) == (removed.status, removed.out.count("Borttaget: "))
    assert f"Kvar utanför biblioteket: {folder / odd[0].name}" in removed.out
    assert [] == run("meetings", "list", "--json").json
    assert "Inga möten är så gamla." in run("purge", "--older-than", "7y").out
    shutil.rmtree(folder)
    assert "Spår av det som tagits bort" in run("purge").out
