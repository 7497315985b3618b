"""What understands questions about the meetings of three bodies."""

from pathlib import Path

import pytest
from fakes import HashEmbedder
from three_bodies import DOCUMENTS, TODAY, Ask

from rag.access import EVERYTHING
from rag.results import Filters, Understood
from rag.storing.database import Database
from rag.storing.directory import Directory
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.storing.store import Store
from rag.understanding.understand import Understander


@pytest.fixture(scope="session")
def understander(tmp_path_factory: pytest.TempPathFactory) -> Understander:
    folder: Path = tmp_path_factory.mktemp("understanding")
    database = Database.open(folder, EVERYTHING)
    embedder = HashEmbedder()
    store = Store(folder, database, embedder, lock_timeout_s=1)
    with store.writing():
        store.add(DOCUMENTS)
    indexes = Indexes(folder, database, embedder)
    return Understander(Library(database), Directory(database), indexes, max_chars=300)


@pytest.fixture
def ask(understander: Understander) -> Ask:
    def ask(question: str, filters: Filters | None = None) -> Understood:
        return understander(question, filters, today=TODAY)

    return ask
