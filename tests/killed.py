"""Change a library at random in a process that is killed, and tell what a library then holds."""

import hashlib
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from fakes import HashEmbedder, homes_of
from odd_minutes import Odd, odd_minutes, traces

from ingest.pipeline import ingest
from ingest.purging import purge
from rag.access import EVERYTHING
from rag.errors import LibraryError, MinutesError, UnknownMeetingError
from rag.indexing import vectors
from rag.minutes import DocumentId
from rag.searching.search import Search
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.storing.store import Store
from rag.upkeep.backup import back_up, restore

IDENTITIES = ("hash@1/64", "other@2/64")
MOST = 12
"""So many documents are kept at most, so that each round takes a second or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a library is to hold."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """By the name of the file."""
    backup: Mapping[str, str] | None = None
    """The same of the backup beside it, if there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a round happens."""

    root: Path

    @property
    def library(self) -> Path:
        return self.root / "library"

    @property
    def moten(self) -> Path:
        return self.root / "moten"

    @property
    def backup(self) -> Path:
        return self.root / "kopia.zip"

    def store(self, identity: str = "") -> Store:
        """Return a writer, with the embedding model that the library was made with."""
        database = Database.open(self.library, EVERYTHING)
        made_with = identity or database.meta("embedding", IDENTITIES[0]) or IDENTITIES[0]
        return Store(
            self.library,
            database,
            HashEmbedder(made_with),
            lock_timeout_s=30,
            homes=homes_of(database),
        )

    def named(self, store: Store, name: str) -> DocumentId:
        found = store.library.located(str(self.moten / name))
        assert found, f"{name} is not in the library"
        return found

    def take(self, store: Store, texts: Mapping[str, str]) -> None:
        """Write files and ingest them."""
        for name, text in texts.items():
            (self.moten / name).write_text(text, encoding="utf-8")
        paths = [self.moten / name for name in texts]
        report = ingest(paths, store, settings=Settings(library=self.library))
        assert not report.failed, report.failed


Step = tuple[Callable[[], object], State]


def change(root: Path, seed: int, aim: str, state: State, told: Connection) -> None:
    """Change the library until killed, every other time as is aimed at.

    Tells before and after each change what the library is to hold.
    """
    place, chance = Place(root=root), random.Random(seed)  # noqa: S311 - no secret
    number = seed * 100_000  # no other process gets to the same, which means the same minutes
    vectors.SELDOM = vectors.AT_ONCE  # so that Chroma is killed while it writes its index, too
    store = place.store()
    while True:
        name = chance.choice([*CHANGES, *[aim] * len(CHANGES)])
        prepared = CHANGES[name](place, store, state, chance, number)
        if prepared is None:
            continue
        number += 10
        act, after = prepared
        told.send((name, after))
        act()
        state = after
        told.send(("done", state))
        store = place.store() if name in {"model", "restore"} else store


def _add(place: Place, store: Store, state: State, chance: random.Random, number: int) -> Step:
    new = {one.name: one.text for one in odd_minutes(chance.randint(1, 3), seed=number)}
    after = State(texts={**state.texts, **new}, backup=state.backup)
    return lambda: place.take(store, new), after


def _replace(
    place: Place, store: Store, state: State, chance: random.Random, number: int
) -> Step | None:
    if not state.texts:
        return None
    name = chance.choice(sorted(state.texts))
    [other] = odd_minutes(1, seed=number)
    new = {name: other.text}
    return (
        lambda: place.take(store, new),
        State(texts={**state.texts, **new}, backup=state.backup),
    )


def _less(state: State, name: str) -> State:
    left = {other: text for other, text in state.texts.items() if other != name}
    return State(texts=left, backup=state.backup)


def _remove(
    place: Place,
    store: Store,
    state: State,
    chance: random.Random,
    number: int,
    *,
    act: Callable[[Store, DocumentId], object],
) -> Step | None:
    if not state.texts:
        return None
    name = chance.choice(sorted(state.texts))
    return lambda: act(store, place.named(store, name)), _less(state, name)


def _purge(
    place: Place, store: Store, state: State, chance: random.Random, number: int
) -> Step | None:
    if len(state.texts) < MOST // 2:
        return None
    gone = chance.sample(sorted(state.texts), len(state.texts) // 2)
    after = state
    for name in gone:
        after = _less(after, name)
    return lambda: purge(store, [place.named(store, name) for name in gone]), after


def _rebuild(place: Place, store: Store, state: State, *_: object) -> Step:
    return store.rebuild, state


def _model(place: Place, store: Store, state: State, *_: object) -> Step:
    now = Database.open(place.library, EVERYTHING).meta("embedding")
    other = next(identity for identity in IDENTITIES if identity != now)
    return place.store(other).rebuild, state


def _back_up(place: Place, store: Store, state: State, *_: object) -> Step:
    return (
        lambda: back_up(place.library, place.backup, EVERYTHING),
        State(texts=state.texts, backup=state.texts),
    )


def _restore(place: Place, store: Store, state: State, *_: object) -> Step | None:
    if state.backup is None:
        return None
    after = State(texts=state.backup, backup=state.backup)
    return lambda: restore(store, place.backup), after


CHANGES: Mapping[str, Callable[..., Step | None]] = {
    "add": _add,
    "replace": _replace,
    "remove": partial(_remove, act=Store.remove),
    "hide": partial(_remove, act=Store.hide),
    "purge": _purge,
    "rebuild": _rebuild,
    "model": _model,
    "backup": _back_up,
    "restore": _restore,
}


def held(library: Library) -> dict[str, str]:
    """Return what a reader sees: the texts by their files' names."""
    documents = [library.document(meeting.document_id) for meeting in library.meetings(copies=True)]
    return {Path(document.location).name: document.text for document in documents}


def ask(root: Path, stop: Event, told: Connection) -> None:
    """Read and search the library until told to stop; tell how often, and what was wrong."""
    place, wrong, rounds = Place(root=root), set[str](), 0
    while not stop.is_set():
        rounds += 1
        try:
            wrong |= set(_halves(place.store()))
        except MinutesError as error:  # that it is being restored, or had to be mended
            wrong |= {str(error)} if "doctor --rebuild" not in str(error) else set()
    told.send((rounds, sorted(wrong)))


def _halves(store: Store) -> Iterator[str]:
    """Yield what a reader should not see: other texts than were taken in, or hits without one."""
    held = store.library
    for meeting in held.meetings(copies=True):
        try:
            document = held.document(meeting.document_id)
        except UnknownMeetingError:
            continue  # it has just been removed
        if hashlib.sha256(document.text.encode()).hexdigest() != document.id:
            yield f"half a text: {document.location}"
        if not document.chunks:
            yield f"no chunks: {document.location}"
        for hit in Search(held, store._indexes, HashEmbedder(), weights={"stems": 1.0})(
            document.minutes.title, limit=5
        ):
            if not hit.passage.text:
                yield f"a hit without words: {document.location}"


def look(root: Path, gone: list[Odd], told: Connection) -> None:
    """Tell what a reader sees, what the next writer mends it to, and what is wrong then.

    Also which of what it said of itself had to be mended by `motesminne doctor --rebuild`.
    """
    place = Place(root=root)
    seen = held(Library(Database.open(place.library, EVERYTHING)))
    store = place.store()
    said = _said(store)
    if said and all("doctor --rebuild" in one for one in said):
        store.rebuild()
    texts = held(store.library)
    wrong = [one for one in said if "doctor --rebuild" not in one]
    wrong += [f"{f.name}: {f.detail}" for f in store.check() if not f.ok]
    wrong += [f"not found: {name}" for name in texts if not _is_found(place, store, name)]
    words = [word for one in gone for word in one.words]
    wrong += [f"left: {found}" for found in traces(place.library, words, grams=False)]
    wrong += [
        f"left: {path.name}"
        for path in place.library.iterdir()
        if path.name.startswith(".restoring") or path.name.endswith(".bort")
    ]
    told.send((seen, texts, wrong, said))


def _said(store: Store) -> list[str]:
    """Return what the library, at the next start, says that rebuilding is to mend."""
    try:
        store.clear()  # as the app does at its start
        return [finding.detail for finding in store.check() if not finding.ok]
    except LibraryError as error:
        return [str(error)]


def _is_found(place: Place, store: Store, name: str) -> bool:
    """Tell whether words and vectors alike lead to the document of a file."""
    database = Database.open(place.library, EVERYTHING)
    document = store.library.document(place.named(store, name))
    word = document.minutes.title.split()[2]  # "Protokoll från Xnämnden i Y"
    legs = ({"stems": 1.0}, {"vectors": 1.0})
    embedder = HashEmbedder(database.meta("embedding", IDENTITIES[0]))
    for weights in legs:
        indexes = Indexes(place.library, database, embedder, homes=homes_of(database))
        found = Search(store.library, indexes, embedder, weights=weights)(word, limit=50)
        if document.id not in {hit.passage.document_id for hit in found}:
            return False
    return True
