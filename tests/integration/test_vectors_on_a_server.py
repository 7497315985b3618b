"""A library whose vectors are on Chroma's own server, and what becomes of it when that is out."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from chroma_process import ChromaProcess, chroma_process
from command_line import run
from fakes import MINUTES, HashEmbedder
from numpy.typing import NDArray

from ingest.pipeline import ingest
from ingest.purging import purge
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.assembling.parts import homes_of
from rag.errors import NoVectorsError
from rag.indexing.chroma_server import ChromaServer
from rag.indexing.exact import as_numbers
from rag.minutes import DocumentId
from rag.models.embedding import load_embedder
from rag.results import Meeting, Status
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.store import Store
from rag.topics.followed import follow, followed
from rag.upkeep.backup import back_up, restore

MARCH, MAY, NETWORK, CYCLES = MINUTES
QUESTION = "Vad beslutades om vindkraft på Stormhöjden?"
WORDS_ALONE = "Sökt bara efter orden, inte efter det som liknar dem: Chroma-servern"


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaProcess]:
    """Return a server that no test may stop for good."""
    with chroma_process(tmp_path_factory.mktemp("chroma")) as process:
        yield process


@pytest.fixture
def server(lasting: ChromaProcess) -> ChromaProcess:
    lasting.ensure()
    return lasting


@pytest.fixture
def settings(server: ChromaProcess, tmp_path: Path) -> Settings:
    """Return a library's settings by which every question asks the server."""
    return Settings(library=tmp_path / "library", chroma=server.url, exact_up_to=0)


def take(settings: Settings, folder: Path, *names: str) -> Store:
    store = open_store(settings)
    ingest([folder / name for name in names] or [folder], store, settings=settings)
    return store


def kept(settings: Settings) -> list[str]:
    """Return the names of the library's collections on the server."""
    database = Database.open(settings.library, EVERYTHING)
    return ChromaServer(settings.chroma or "").names(f"motesminne-{database.meta('library')}-")


def unsound(settings: Settings) -> list[str]:
    return [finding.name for finding in open_store(settings).check() if not finding.ok]


def test_answers_are_those_of_the_embedded_one(
    settings: Settings, minutes_folder: Path, tmp_path: Path
) -> None:
    embedded = Settings(library=tmp_path / "inbyggt", chroma=None, exact_up_to=0)
    for each in (settings, embedded):
        take(each, minutes_folder)
    served, own = build_assistant(settings), build_assistant(embedded)

    for question in (QUESTION, "medlemsavgiften", "Vem ska köpa färg?"):
        assert own.ask(question).text == served.ask(question).text
        assert [(hit.passage.text, round(hit.score, 2)) for hit in own.search(question)] == [
            (hit.passage.text, round(hit.score, 2)) for hit in served.search(question)
        ]
    assert not list(settings.library.glob("vectors*"))
    assert [] == unsound(settings)


def test_a_check_says_where_the_vectors_are(settings: Settings, minutes_folder: Path) -> None:
    store = take(settings, minutes_folder, MARCH)

    [told] = [f.detail for f in store.check() if f.name == "Vektorregister"]

    assert f"4 av 4 textstycken på Chroma-servern {settings.chroma}" == told


def test_libraries_share_a_server(settings: Settings, minutes_folder: Path, tmp_path: Path) -> None:
    other = settings.model_copy(update={"library": tmp_path / "annat"})
    take(settings, minutes_folder, MARCH)
    take(other, minutes_folder, MAY)
    open_store(settings).rebuild()
    [document] = open_store(other).library.meetings()
    purge(open_store(other), [document.document_id])

    assert [] == unsound(settings) + unsound(other)
    assert [MARCH] == [Path(m.source).name for m in build_assistant(settings).meetings()]
    assert 1 == len(kept(settings)) == len(kept(other))


def test_a_copy_of_a_library_leaves_the_vectors_of_the_other_alone(
    settings: Settings, minutes_folder: Path, tmp_path: Path
) -> None:
    take(settings, minutes_folder, MARCH)
    shutil.copytree(settings.library, tmp_path / "kopia")
    copy = settings.model_copy(update={"library": tmp_path / "kopia"})
    take(copy, minutes_folder, MAY)
    open_store(copy).rebuild()

    assert [] == unsound(copy) + unsound(settings)
    assert set(kept(copy)).isdisjoint(kept(settings))


def test_a_library_that_was_moved_keeps_its_vectors(
    settings: Settings, minutes_folder: Path, tmp_path: Path
) -> None:
    take(settings, minutes_folder, MARCH)
    before = kept(settings)
    moved = settings.model_copy(update={"library": tmp_path / "flyttat"})
    settings.library.rename(moved.library)
    take(moved, minutes_folder, MAY)

    assert before == kept(moved)
    assert [] == unsound(moved)


def test_a_backup_that_is_restored_beside_has_vectors_of_its_own(
    settings: Settings, minutes_folder: Path, tmp_path: Path
) -> None:
    take(settings, minutes_folder, MARCH)
    beside = settings.model_copy(update={"library": tmp_path / "annat"})
    back_up(settings.library, tmp_path / "kopia.zip", EVERYTHING)
    restore(open_store(beside), tmp_path / "kopia.zip")

    assert [] == unsound(beside) + unsound(settings)
    assert set(kept(beside)).isdisjoint(kept(settings))


def test_rebuilding_and_purging_leave_one_collection(
    settings: Settings, minutes_folder: Path
) -> None:
    store = take(settings, minutes_folder)
    store.rebuild()
    purge(store, [store.library.meetings()[0].document_id])

    assert [f"-{Database.open(settings.library, EVERYTHING).meta('generation')}"] == [
        name[-2:] for name in kept(settings)
    ]
    assert [] == unsound(settings)


def test_a_rebuilding_that_was_cut_off_leaves_nothing(
    settings: Settings, minutes_folder: Path
) -> None:
    store = take(settings, minutes_folder, MARCH)
    homes_of(settings, Database.open(settings.library, EVERYTHING)).make(9)
    assert 2 == len(kept(settings))

    store.note(lambda _: None)

    assert 1 == len(kept(settings))


def test_an_embedded_library_moves_to_a_server_and_back(
    settings: Settings, minutes_folder: Path
) -> None:
    embedded = settings.model_copy(update={"chroma": None})
    take(embedded, minutes_folder, MARCH)
    assistant = build_assistant(settings)

    assert WORDS_ALONE in "".join(assistant.ask(QUESTION).notes)
    take(settings, minutes_folder, MAY)
    assert [] == unsound(settings)
    assert not list(settings.library.glob("vectors*"))

    take(embedded, minutes_folder, NETWORK)
    assert [] == unsound(embedded)
    assert MAY == Path(build_assistant(embedded).search("vindkraft")[0].passage.source).name


def test_while_it_is_out_questions_are_answered_by_words_and_say_so(
    settings: Settings, server: ChromaProcess, minutes_folder: Path
) -> None:
    take(settings, minutes_folder)
    assistant = build_assistant(settings)
    whole = assistant.ask(QUESTION)
    assert not any(WORDS_ALONE in note for note in whole.notes)
    server.kill()

    answer = assistant.ask(QUESTION)

    assert Status.ANSWERED is answer.status
    assert [] == [hit for hit in answer.hits if "vectors" in hit.signals]
    [told] = [note for note in answer.notes if WORDS_ALONE in note]
    assert f"{server.url} kan inte nås" in told
    assert "starta den" in told


def test_it_recovers_by_itself(
    settings: Settings, server: ChromaProcess, minutes_folder: Path
) -> None:
    take(settings, minutes_folder)
    assistant = build_assistant(settings)
    whole = assistant.search(QUESTION)
    server.kill()
    assert assistant.ask(QUESTION).notes
    server.start()

    until = time.monotonic() + 60
    while assistant.search(QUESTION) != whole:
        assert time.monotonic() < until
        time.sleep(0.2)
    assert "" == assistant.lacking


def test_a_small_library_needs_it_for_no_question(
    settings: Settings, server: ChromaProcess, minutes_folder: Path
) -> None:
    small = settings.model_copy(update={"exact_up_to": 1000})
    take(small, minutes_folder)
    before = build_assistant(small).search(QUESTION)
    server.kill()
    assistant = build_assistant(small)

    assert before == assistant.search(QUESTION)
    assert "" == assistant.lacking


def test_one_that_hangs_is_waited_for_once(
    settings: Settings, server: ChromaProcess, minutes_folder: Path
) -> None:
    take(settings, minutes_folder)
    assistant = build_assistant(settings.model_copy(update={"chroma_timeout_s": 1.0}))
    server.freeze()
    first = assistant.ask(QUESTION)
    began = time.monotonic()
    second = assistant.ask(QUESTION)

    assert time.monotonic() - began < 1
    assert first.notes == second.notes
    assert "svarade inte inom 1 s" in first.notes[-1]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda s, f: take(s, f, MAY), id="ingest"),
        pytest.param(lambda s, f: open_store(s).remove(held(s)), id="remove"),
        pytest.param(lambda s, f: purge(open_store(s), [held(s)]), id="purge"),
        pytest.param(lambda s, f: open_store(s).correct(held(s), {"title": "Annat"}), id="correct"),
        pytest.param(lambda s, f: open_store(s).rebuild(), id="rebuild"),
    ],
)
def test_while_it_is_out_what_would_change_the_vectors_is_refused_whole(
    settings: Settings,
    server: ChromaProcess,
    minutes_folder: Path,
    change: Callable[[Settings, Path], object],
) -> None:
    take(settings, minutes_folder, MARCH)
    before = told_of(settings)
    server.kill()

    with pytest.raises(NoVectorsError, match="kan inte nås"):
        change(settings, minutes_folder)

    assert before == told_of(settings)
    server.start()
    assert [] == unsound(settings)


def held(settings: Settings) -> DocumentId:
    return open_store(settings).library.meetings()[0].document_id


def told_of(settings: Settings) -> list[Meeting]:
    return open_store(settings).library.meetings()


def test_while_it_is_out_notes_are_still_kept(
    settings: Settings, server: ChromaProcess, minutes_folder: Path
) -> None:
    take(settings, minutes_folder, MARCH)
    server.kill()

    open_store(settings).note(partial(follow, topic="vindkraft"))

    assert ["vindkraft"] == list(followed(Database.open(settings.library, EVERYTHING)))


@pytest.mark.parametrize("after", [1, 2, 3])
def test_what_is_cut_off_in_the_midst_of_an_ingest_is_mended(
    settings: Settings, server: ChromaProcess, minutes_folder: Path, after: int
) -> None:
    """The server goes while the texts are embedded, after so many documents."""
    take(settings, minutes_folder, *list(MINUTES)[:after])

    class Unlucky(HashEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            server.kill()
            return super().embed_passages(texts)

    database = Database.open(settings.library, EVERYTHING)
    homes = homes_of(settings, database, pause_s=0)
    identity = database.meta("embedding") or load_embedder(settings).identity
    unlucky = Store(settings.library, database, Unlucky(identity), lock_timeout_s=1, homes=homes)
    with pytest.raises(NoVectorsError):
        ingest([minutes_folder], unlucky, settings=settings)
    assert after == len(told_of(settings))
    server.start()

    take(settings, minutes_folder)

    assert len(MINUTES) == len(told_of(settings))
    assert [] == unsound(settings)


def test_a_server_that_was_emptied_is_told_of_and_filled(
    settings: Settings, server: ChromaProcess, minutes_folder: Path
) -> None:
    take(settings, minutes_folder, MARCH, MAY)
    assistant = build_assistant(settings)
    assert assistant.search(QUESTION)
    server.empty()

    answer = assistant.ask(QUESTION)
    assert "har inga vektorer för biblioteket" in answer.notes[-1]
    assert "doctor --rebuild" in answer.notes[-1]
    [wrong] = [finding for finding in open_store(settings).check() if not finding.ok]
    assert "har inga vektorer för biblioteket" in wrong.detail

    take(settings, minutes_folder, NETWORK)
    assert [] == unsound(settings)
    assert "vectors" in build_assistant(settings).search(QUESTION)[0].signals


def test_a_server_that_is_behind_is_filled(
    settings: Settings, server: ChromaProcess, minutes_folder: Path, tmp_path: Path
) -> None:
    """As when its files were restored from before."""
    take(settings, minutes_folder, MARCH)
    server.kill()
    shutil.copytree(server.folder, tmp_path / "before")
    server.start()
    take(settings, minutes_folder, MAY)
    server.kill()
    shutil.rmtree(server.folder)
    shutil.copytree(tmp_path / "before", server.folder)
    server.start()
    assert ["Vektorregister"] == unsound(settings)

    take(settings, minutes_folder, NETWORK)

    assert [] == unsound(settings)


def test_no_byte_of_the_server_is_left_of_vectors_when_it_is_emptied_after_a_purge(
    settings: Settings, server: ChromaProcess, minutes_folder: Path
) -> None:
    """What docs/trust.md says: deleted collections stay in the server's files until then."""
    store = take(settings, minutes_folder)
    database = Database.open(settings.library, EVERYTHING)
    [(stored,)] = database.rows("select vector from vector order by chunk limit 1")
    numbers = as_numbers(stored).astype("<f4").tobytes()[:40]
    purge(store, [meeting.document_id for meeting in store.library.meetings()])
    server.empty()
    open_store(settings).rebuild()
    server.kill()

    files = [path for path in server.folder.rglob("*") if path.is_file()]
    assert files
    assert [] == [path for path in files if numbers in path.read_bytes()]


def test_the_command_line_tells_of_an_outage(
    settings: Settings,
    server: ChromaProcess,
    minutes_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(settings.library))
    monkeypatch.setenv("MOTESMINNE_CHROMA", server.url)
    monkeypatch.setenv("MOTESMINNE_EXACT_UP_TO", "0")
    assert 0 == run("ingest", minutes_folder / MARCH, minutes_folder / MAY).status
    assert 0 == run("doctor").status
    server.kill()

    assert WORDS_ALONE in run("ask", QUESTION).out
    assert any(WORDS_ALONE in note for note in run("ask", QUESTION, "--json").json["notes"])
    searched = run("search", "vindkraft", "--json")
    assert searched.json
    assert WORDS_ALONE in searched.err
    assert WORDS_ALONE in run("summarise", "--matter", "vindkraft").out
    assert WORDS_ALONE in run("summarise", "--topic", "vindkraft").out
    for command in (["doctor"], ["ingest", minutes_folder], ["doctor", "--rebuild"]):
        ran = run(*command)
        assert 1 == ran.status
        assert "kan inte nås" in ran.out + ran.err
        assert "Traceback" not in ran.out + ran.err


@pytest.mark.parametrize("address", ["127.0.0.1:8000", "ftp://x", "http://", "x"])
def test_an_address_that_is_none_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_CHROMA", address)

    ran = run("ingest", tmp_path, "--library", tmp_path / "library")

    assert 1 == ran.status
    assert f"Inställningen MOTESMINNE_CHROMA kan inte vara '{address}'" in ran.err
