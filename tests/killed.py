"""Change a library at random in a process that is killed, and tell what a library then holds."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from fakes import HashEmbedder
from odd_minutes import Odd, odd_minutes, traces

from ingest.pipeline import ingest
from ingest.purging import purge
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
        database = Database.open(self.library)
        made_with = identity or database.meta("embedding", IDENTITIES[0]) or IDENTITIES[0]
        return Store(self.library, database, HashEmbedder(made_with), lock_timeout_s=30)

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


def change(root: Path, seed: int, state: State, told: Connection) -> None:
    """Change the library until killed; tell what it is to hold before and after each change."""
    place, chance, number = Place(root=root), random.Random(seed), seed * 1000  # noqa: S311 - no secret
    store = place.store()
    while True:
        number += 10
        name = chance.choice(list(CHANGES))
        prepared = CHANGES[name](place, store, state, chance, number)
        if prepared is None:
            continue
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
    place: Place, store: Store, state: State, chance: random.Random, number: int
) -> Step | None:
    if not state.texts:
        return None
    name = chance.choice(sorted(state.texts))
    return lambda: store.remove(place.named(store, name)), _less(state, name)


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
    now = Database.open(place.library).meta("embedding")
    other = next(identity for identity in IDENTITIES if identity != now)
    return place.store(other).rebuild, state


def _back_up(place: Place, store: Store, state: State, *_: object) -> Step:
    return (
        lambda: back_up(place.library, place.backup),
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
    "remove": _remove,
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


def look(root: Path, gone: list[Odd], told: Connection) -> None:
    """Tell what a reader sees, what the next writer mends it to, and what is wrong then."""
    place = Place(root=root)
    seen = held(Library(Database.open(place.library)))
    store = place.store()
    with store.writing():
        pass
    texts = held(store.library)
    wrong = [f"{f.name}: {f.detail}" for f in store.check() if not f.ok]
    wrong += [f"not found: {name}" for name in texts if not _is_found(place, store, name)]
    words = [word for one in gone for word in one.words]
    wrong += [f"left: {found}" for found in traces(place.library, words, grams=False)]
    wrong += [
        f"left: {path.name}"
        for path in place.library.iterdir()
        if path.name.startswith(".restoring") or path.name.endswith(".bort")
    ]
    told.send((seen, texts, wrong))


def _is_found(place: Place, store: Store, name: str) -> bool:
    """Tell whether words and vectors alike lead to the document of a file."""
    database = Database.open(place.library)
    document = store.library.document(place.named(store, name))
    word = document.minutes.title.split()[2]  # "Protokoll från Xnämnden i Y"
    legs = ({"stems": 1.0}, {"vectors": 1.0})
    embedder = HashEmbedder(database.meta("embedding", IDENTITIES[0]))
    for weights in legs:
        indexes = Indexes(place.library, database, embedder)
        found = Search(store.library, indexes, embedder, weights=weights)(word, limit=50)
        if document.id not in {hit.passage.document_id for hit in found}:
            return False
    return True
