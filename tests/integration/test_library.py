"""The library on real SQLite, tantivy and Chroma: what goes in, what stays, what is mended."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from fakes import MINUTES, HashEmbedder, homes_of, writer_of
from numpy.typing import NDArray

from ingest.pipeline import Report, ingest
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.errors import EmbeddingError, LibraryError, LibraryLockedError
from rag.indexing.lexical import Row, WordIndex
from rag.minutes import DocumentId, DocumentKey
from rag.phrasing.context import index_text
from rag.results import Filters, Hit, Status
from rag.searching.search import Search
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.storing.store import Store

MARCH, MAY, NETWORK, CYCLES = MINUTES


class CrashingEmbedder(HashEmbedder):
    """Fails, as when the power goes, once it has been told to."""

    crashes = False

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.crashes:
            raise KeyboardInterrupt
        return super().embed_passages(texts)


@dataclass
class Desk:
    """A library, a folder of minutes, and those who write and read them."""

    library: Path
    folder: Path
    embedder: CrashingEmbedder

    def store(self, embedder: HashEmbedder | None = None) -> Store:
        """Return a new writer."""
        return writer_of(self.library, embedder or self.embedder)

    def search(self, embedder: HashEmbedder | None = None, *, exact_up_to: int = 0) -> Search:
        """Return a new reader, of Chroma unless *exact_up_to* says otherwise."""
        embedder = embedder or self.embedder
        database = Database.open(self.library, EVERYTHING)
        indexes = Indexes(
            self.library, database, embedder, homes=homes_of(database), exact_up_to=exact_up_to
        )
        return Search(Library(database), indexes, embedder, weights=Settings().weights)

    def take(self, *names: str, store: Store | None = None) -> Report:
        """Ingest files of the folder; all when none is named."""
        paths = [self.folder / name for name in names] or [self.folder]
        return ingest(paths, store or self.store(), settings=Settings(library=self.library))

    def write(self, name: str, text: str) -> Path:
        """Write a file into the folder."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def unsound(self) -> list[str]:
        """Return what a new writer's check finds wrong."""
        return [finding.name for finding in self.store().check() if not finding.ok]


@pytest.fixture
def desk(tmp_path: Path, minutes_folder: Path) -> Desk:
    return Desk(tmp_path / "library", minutes_folder, CrashingEmbedder())


def sources(hits: list[Hit]) -> list[str]:
    return [Path(hit.passage.source).name for hit in hits]


def says(hits: list[Hit], words: str) -> bool:
    return any(words in hit.passage.text for hit in hits)


def test_what_was_added_is_found_by_its_words(desk: Desk) -> None:
    desk.take()
    search = desk.search()

    assert MAY == sources(search("vindkraftverken på Stormhöjden"))[0]
    assert CYCLES == sources(search("medlemsavgift"))[0]
    assert NETWORK == sources(search("sprakpraktik"))[0]
    assert [] == desk.unsound()


def test_a_hit_is_exactly_its_place_in_the_text(desk: Desk) -> None:
    desk.take()

    for hit in desk.search()("badhusets öppettider"):
        name = Path(hit.passage.source).name
        assert hit.passage.span.of(MINUTES[name]) == hit.passage.text


def test_hits_come_best_first_with_scores_that_are_shares(desk: Desk) -> None:
    desk.take()
    scores = [hit.score for hit in desk.search()("badhusets öppettider", limit=20)]

    assert sorted(scores, reverse=True) == scores
    assert all(0 <= score <= 1 + 1e-6 for score in scores)


def test_a_search_keeps_to_its_filters_and_limit(desk: Desk) -> None:
    desk.take()
    search = desk.search()

    only = search("badhusets öppettider", filters=Filters(person="Kvist"))
    assert {CYCLES} == set(sources(only))
    assert 2 == len(search("badhusets öppettider", limit=2))
    assert [] == search(
        "badhusets öppettider", filters=Filters(person="Kvist", body="Kommunstyrelsen")
    )


def test_an_empty_library_is_searched_in_vain(desk: Desk) -> None:
    assert [] == desk.search()("badhuset")
    assert [] == desk.unsound()


def test_the_same_files_again_cost_nothing(desk: Desk) -> None:
    desk.take()
    embedded, before = list(desk.embedder.embedded), sizes(desk.library)

    report = desk.take()

    assert sorted(MINUTES) == sorted(Path(name).name for name in report.unchanged)
    assert embedded == desk.embedder.embedded
    assert before == sizes(desk.library)


def sizes(library: Path) -> dict[str, int]:
    """Return the size of every file; SQLite's own scratch files come and go."""
    return {
        str(path.relative_to(library)): path.stat().st_size
        for path in library.rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm", ".lock"))
    }


def test_a_changed_file_takes_the_place_of_the_earlier(desk: Desk) -> None:
    desk.take()
    search = desk.search()
    assert says(search("föräldrar tidigare tur"), "Flera föräldrar")
    desk.write(MARCH, MINUTES[MARCH].replace("Flera föräldrar", "Nio vårdnadshavare"))

    report = desk.take()

    assert [MARCH] == [Path(name).name for name in report.replaced]
    assert says(search("vårdnadshavare tidigare tur"), "Nio vårdnadshavare")
    assert not says(search("föräldrar tidigare tur", limit=50), "Flera föräldrar")
    assert len(MINUTES) == len(desk.store().library.meetings())
    assert [] == desk.unsound()


def test_readers_see_the_old_version_until_the_new_one_is_whole(desk: Desk) -> None:
    desk.take()
    search, seen = desk.search(), list[bool]()
    embed = desk.embedder.embed_passages

    class Watching(HashEmbedder):
        def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            seen.append(says(search("föräldrar tidigare tur"), "Flera föräldrar"))
            return embed(texts)

    desk.write(MARCH, MINUTES[MARCH].replace("Flera föräldrar", "Nio vårdnadshavare"))
    desk.take(MARCH, store=desk.store(Watching()))

    assert [True] == seen
    assert not says(search("föräldrar tidigare tur", limit=50), "Flera föräldrar")


def test_the_same_bytes_at_two_paths_are_one_meeting(desk: Desk) -> None:
    desk.write("kopia.txt", MINUTES[MARCH])
    desk.take(MARCH, "kopia.txt")
    store = desk.store()
    assert 1 == len(store.library.meetings())

    desk.write(MARCH, MINUTES[MAY])
    desk.take(MARCH)
    assert 2 == len(store.library.meetings())

    desk.write("kopia.txt", MINUTES[MAY])
    desk.take("kopia.txt")
    [left] = store.library.meetings()
    assert says(desk.search()("Stormhöjden"), "Stormhöjden")
    assert store.library.located(str(desk.folder / MARCH)) == left.document_id
    assert [] == desk.unsound()


def test_a_removed_meeting_is_found_no_more(desk: Desk) -> None:
    desk.take()
    store = desk.store()
    store.remove(located(desk, MAY))

    assert MAY not in sources(desk.search()("vindkraftverken på Stormhöjden", limit=50))
    assert len(MINUTES) - 1 == len(store.library.meetings())
    assert [] == desk.unsound()


def test_a_hidden_meeting_is_seen_no_more_while_others_are_taken_in(desk: Desk) -> None:
    desk.take(MARCH, MAY)
    store = desk.store()
    store.hide(located(desk, MAY))
    desk.take(NETWORK)

    assert MAY not in sources(desk.search()("vindkraftverken på Stormhöjden", limit=50))
    assert 2 == len(store.library.meetings())
    assert not store.is_cleared

    store.clear()
    store.clear()

    assert [] == desk.unsound()


def test_clearing_that_was_cut_off_is_finished_by_the_next_writer(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.take()
    store = desk.store()
    store.hide(located(desk, MAY))
    with monkeypatch.context() as patch:
        patch.setattr(WordIndex, "replace", _cut_off)
        with pytest.raises(KeyboardInterrupt):
            store.clear()

    with desk.store().writing():
        pass

    assert desk.store().is_cleared
    assert [] == desk.unsound()


def _cut_off(index: WordIndex, rows: Iterable[Row]) -> None:
    raise KeyboardInterrupt


def located(desk: Desk, name: str) -> DocumentId:
    found = desk.store().library.located(str(desk.folder / name))
    assert found is not None
    return found


def test_nothing_of_a_removed_meeting_stays_in_any_file(desk: Desk) -> None:
    desk.take()
    desk.store().remove(located(desk, MAY))

    lingering = [
        path.name
        for path in desk.library.rglob("*")
        if path.is_file() and "Stormhöjden".encode() in path.read_bytes()
    ]

    assert [] == lingering


def test_a_removed_meetings_words_are_gone_from_the_word_index(desk: Desk) -> None:
    desk.take()
    desk.store().remove(located(desk, MAY))

    words = Indexes(desk.library, Database.open(desk.library, EVERYTHING), desk.embedder).words
    rarity = words.rarity(["stormhöjden", "xylofon"])

    assert rarity["xylofon"] == rarity["stormhöjden"]


def test_a_removed_meeting_can_be_taken_in_again(desk: Desk) -> None:
    desk.take()
    desk.store().remove(located(desk, MAY))

    assert [str(desk.folder / MAY)] == list(desk.take().read)
    assert MAY == sources(desk.search()("vindkraftverken på Stormhöjden"))[0]
    assert [] == desk.unsound()


def test_removing_what_is_not_there_changes_nothing(desk: Desk) -> None:
    desk.take(MARCH)
    desk.store().remove(DocumentId("0" * 64))

    assert 1 == len(desk.store().library.meetings())


def crash(desk: Desk, *names: str) -> None:
    """Take files in, and let the power go after the words are written and before the vectors."""
    desk.embedder.crashes = True
    with pytest.raises(KeyboardInterrupt):
        desk.take(*names)
    desk.embedder.crashes = False


def test_after_a_crash_readers_see_nothing_of_what_was_underway(desk: Desk) -> None:
    desk.take(MARCH)
    crash(desk, MAY)

    assert {MARCH} == set(sources(desk.search()("vindkraftverken på Stormhöjden")))
    assert 1 == len(desk.store().library.meetings())


def test_after_a_crash_the_next_write_mends_the_library(desk: Desk) -> None:
    desk.take(MARCH)
    crash(desk, MAY)
    assert ["Ordregister"] == desk.unsound()

    desk.take(CYCLES)

    assert [] == desk.unsound()
    assert MAY not in sources(desk.search()("vindkraftverken på Stormhöjden", limit=50))


def test_after_a_crash_the_same_file_goes_in(desk: Desk) -> None:
    crash(desk)

    assert len(MINUTES) == len(desk.take().read)
    assert MAY == sources(desk.search()("vindkraftverken på Stormhöjden"))[0]
    assert [] == desk.unsound()


def test_a_crash_while_replacing_keeps_the_earlier_version(desk: Desk) -> None:
    desk.take()
    desk.write(MARCH, MINUTES[MARCH].replace("Flera föräldrar", "Nio vårdnadshavare"))
    crash(desk)

    hits = desk.search()("föräldrar tidigare tur")
    assert says(hits, "Flera föräldrar")
    assert not says(hits, "Nio vårdnadshavare")


def test_the_writer_that_crashed_may_go_on(desk: Desk) -> None:
    store = desk.store()
    desk.embedder.crashes = True
    with pytest.raises(KeyboardInterrupt):
        desk.take(MARCH, store=store)
    desk.embedder.crashes = False

    assert [str(desk.folder / MARCH)] == list(desk.take(MARCH, store=store).read)
    assert [] == desk.unsound()


def test_only_one_program_writes_at_a_time(desk: Desk) -> None:
    desk.take(MARCH)

    with elsewhere(HOLD, desk.library / ".lock") as holder:
        assert holder.stdout
        assert "held\n" == holder.stdout.readline()
        with pytest.raises(LibraryLockedError, match=r"skrivs just nu av .* vänta tills det är"):
            desk.take(MAY)
        holder.communicate()

    assert 1 == len(desk.store().library.meetings())


HOLD = """
import sys
from filelock import FileLock

with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
WRITE = """
import sys
from pathlib import Path
from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.settings import Settings

settings = Settings(library=Path(sys.argv[1]))
ingest([Path(sys.argv[2])], open_store(settings), settings=settings)
"""


def elsewhere(script: str, *arguments: Path) -> subprocess.Popen[str]:
    """Run *script* in a process of its own; it ends when it is left."""
    return subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_two_writers_in_one_program_take_turns(desk: Desk) -> None:
    with desk.store().writing(), pytest.raises(LibraryLockedError, match="skrivs just nu av"):
        desk.take(MARCH)


def test_an_open_reader_sees_what_another_program_writes(desk: Desk) -> None:
    settings = Settings(library=desk.library)
    ingest([desk.folder / MARCH], open_store(settings), settings=settings)
    assistant = build_assistant(settings)
    assert {MARCH} == set(sources(assistant.search("vindkraft på Stormhöjden")))

    with elsewhere(WRITE, desk.library, desk.folder / MAY) as writer:
        assert 0 == writer.wait(60)

    assert MAY == sources(assistant.search("vindkraft på Stormhöjden"))[0]
    answer = assistant.ask("Vad beslutades om vindkraft på Stormhöjden?")
    assert answer.status is not Status.NOT_FOUND
    assert any("avstyrka" in cited.quote for cited in answer.citations)


def test_writers_of_one_program_see_each_others_work(desk: Desk) -> None:
    one, other, search = desk.store(), desk.store(), desk.search()
    desk.take(MARCH, store=one)
    assert says(search("skolskjuts"), "Skolskjuts")
    desk.take(MAY, store=other)
    assert says(search("vindkraft"), "Vindkraft")
    desk.take(CYCLES, store=one)
    assert says(search("verkstaden"), "Verkstaden")
    other.remove(located(desk, MARCH))
    assert not says(search("skolskjuts", limit=50), "Skolskjuts")

    assert [] == [
        finding.name for store in (one, other) for finding in store.check() if not finding.ok
    ]


def test_writing_never_disturbs_those_who_read_at_the_same_time(desk: Desk) -> None:
    desk.take()
    search, done = desk.search(), threading.Event()

    def read() -> set[str]:
        best = set[str]()
        while not done.is_set():
            best.add(sources(search("vindkraftverken på Stormhöjden"))[0])
        return best

    with ThreadPoolExecutor(3) as readers:
        reading = [readers.submit(read) for _ in range(3)]
        try:
            for number in range(4):
                desk.write(f"ny-{number}.txt", f"Protokoll\n\n§ {number} Bänk\nEn bänk lagas.\n")
                desk.take(f"ny-{number}.txt")
            desk.store().remove(located(desk, "ny-0.txt"))
            desk.store().rebuild()
        finally:
            done.set()

    assert [{MAY}] * 3 == [future.result() for future in reading]


OTHER = HashEmbedder("other@2/64")


def test_another_embedding_model_is_refused_with_advice(desk: Desk) -> None:
    desk.take(MARCH)
    message = r"byggt med .*hash@1/64.* är other@2/64.*doctor --rebuild"

    with pytest.raises(EmbeddingError, match=message):
        desk.search(OTHER)("skolskjuts")
    with pytest.raises(EmbeddingError, match=message):
        desk.take(MAY, store=desk.store(OTHER))


def test_rebuilding_takes_another_embedding_model_into_use(desk: Desk) -> None:
    desk.take()
    desk.store(OTHER).rebuild()

    assert MAY == sources(desk.search(OTHER)("vindkraftverken på Stormhöjden"))[0]
    assert all(finding.ok for finding in desk.store(OTHER).check())
    with pytest.raises(EmbeddingError):
        desk.search()("skolskjuts")


def test_after_a_crash_rebuilding_may_take_another_model_into_use(desk: Desk) -> None:
    desk.take(MARCH)
    crash(desk, MAY)
    desk.store(OTHER).rebuild()

    assert all(finding.ok for finding in desk.store(OTHER).check())


def damage_words(library: Path) -> None:
    for path in (library / "words").iterdir():
        path.write_bytes(b"skadad")


def damage_vectors(library: Path) -> None:
    (library / "vectors" / "chroma.sqlite3").write_bytes(b"skadad" * 999)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda library: shutil.rmtree(library / "words"), id="words deleted"),
        pytest.param(
            lambda library: shutil.rmtree(library / "vectors"),
            id="vectors deleted",
            marks=pytest.mark.embedded,
        ),
        pytest.param(damage_words, id="words damaged"),
        pytest.param(damage_vectors, id="vectors damaged", marks=pytest.mark.embedded),
    ],
)
def test_rebuilding_mends_what_is_deleted_or_damaged(
    desk: Desk, damage: Callable[[Path], None]
) -> None:
    desk.take()
    damage(desk.library)

    desk.store().rebuild()

    assert MAY == sources(desk.search()("vindkraftverken på Stormhöjden"))[0]
    assert [] == desk.unsound()


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        pytest.param("words", "Ordregister", id="words"),
        pytest.param("vectors", "Vektorregister", id="vectors", marks=pytest.mark.embedded),
    ],
)
def test_a_check_tells_which_index_is_gone_and_what_mends_it(
    desk: Desk, folder: str, name: str
) -> None:
    desk.take(MARCH)
    shutil.rmtree(desk.library / folder)

    [wrong] = [finding for finding in desk.store().check() if not finding.ok]

    assert name == wrong.name
    assert "0 av 4 textstycken: bygg om med «motesminne doctor --rebuild»" == wrong.detail


@pytest.mark.parametrize("folder", ["words", pytest.param("vectors", marks=pytest.mark.embedded)])
def test_one_index_alone_still_finds(desk: Desk, folder: str) -> None:
    desk.take()
    shutil.rmtree(desk.library / folder)

    assert MAY == sources(desk.search()("vindkraftverken på Stormhöjden"))[0]


def test_damaged_words_are_an_error_with_advice(desk: Desk) -> None:
    desk.take(MARCH)
    damage_words(desk.library)

    with pytest.raises(LibraryError, match=r"kan inte öppnas .*doctor --rebuild"):
        desk.search()("skolskjuts")


@pytest.mark.embedded
def test_damaged_vectors_stop_the_writer_and_not_the_readers_of_a_small_library(desk: Desk) -> None:
    desk.take(MARCH)
    damage_vectors(desk.library)

    assert [MARCH] == sources(desk.search(exact_up_to=9)("skolskjuts"))[:1]
    for use in (lambda: desk.search()("skolskjuts"), lambda: desk.take(MAY)):
        with pytest.raises(LibraryError, match=r"kan inte öppnas .*doctor --rebuild"):
            use()


def test_a_writer_that_has_rebuilt_goes_on_writing(desk: Desk) -> None:
    store, search = desk.store(), desk.search()
    desk.take(MARCH, store=store)
    store.rebuild()
    store.rebuild()
    desk.take(MAY, store=store)

    assert MAY == sources(search("vindkraftverken på Stormhöjden"))[0]
    assert [] == desk.unsound()


def test_rebuilding_after_a_crash_in_rebuilding_leaves_no_ghosts(desk: Desk) -> None:
    desk.take()
    store = desk.store()
    store.rebuild()
    desk.embedder.crashes = True
    with pytest.raises(KeyboardInterrupt):
        store.rebuild()
    desk.embedder.crashes = False
    desk.store().remove(located(desk, MAY))
    desk.store().rebuild()

    assert [] == desk.unsound()


def test_a_passage_is_compared_with_what_it_is_indexed_with(desk: Desk) -> None:
    desk.take(MARCH)
    passage = desk.search()("skolskjuts")[0].passage

    [document] = desk.store().library.keyed_documents()
    indexed = [index_text(document[1], chunk) for chunk in document[1].chunks]
    assert passage.indexed in indexed
    assert passage.heading_path[-1] in passage.around


def test_a_filter_may_admit_more_documents_than_sqlite_takes_values(desk: Desk) -> None:
    desk.take(MARCH, MAY)
    vectors = homes_of(Database.open(desk.library, EVERYTHING)).open(1)
    [question] = HashEmbedder().embed_questions(["skolskjuts"])

    [nearest] = vectors.rank(question, limit=1)
    many = [DocumentKey(key) for key in range(40_000)]
    assert [nearest] == list(vectors.rank(question, limit=1, documents=many))


def test_chroma_finds_what_comparing_with_every_vector_finds(desk: Desk) -> None:
    settings = Settings(library=desk.library)
    ingest([desk.folder], open_store(settings), settings=settings)
    exact = build_assistant(settings)
    indexed = build_assistant(Settings(library=desk.library, exact_up_to=0))

    for question in ("vindkraft på Stormhöjden", "medlemsavgiften", "Vem ska köpa färg?"):
        assert [hit.passage for hit in exact.search(question)] == [
            hit.passage for hit in indexed.search(question)
        ]
