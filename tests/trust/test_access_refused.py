"""A limited access can only read, and reads nothing past what stands in for the tables."""

from collections.abc import Callable, Mapping
from functools import partial

import pytest
from apart import ACCESS, SEEN, Reader, dump, id_of

from rag.access import PART
from rag.edits import Act, Edit
from rag.errors import AccessError
from rag.minutes import DocumentId
from rag.registers.marks import mark
from rag.settings import Settings
from rag.storing.database import Database
from rag.storing.kept_edits import keep_edit
from rag.storing.limiting import VIEWS
from rag.upkeep.backup import back_up


@pytest.fixture(scope="module")
def part(apart: Settings) -> Reader:
    return Reader(apart.seen_by(ACCESS))


CHANGES: Mapping[str, Callable[[Reader, DocumentId], object]] = {
    "add": lambda r, d: r.store.add([r.library.document(d)]),
    "locate": lambda r, _: r.store.locate("/x", "x", None),
    "correct": lambda r, d: r.store.correct(d, {"title": "Ny"}),
    "remove": lambda r, d: r.store.remove(d),
    "purge": lambda r, d: r.store.purge([d]),
    "rebuild": lambda r, _: r.store.rebuild(),
    "check": lambda r, _: r.store.check(),
    "mark a task": lambda r, d: r.store.note(partial(mark, document=d, key="a", done=True)),
    "edit a summary": lambda r, d: r.store.note(
        partial(keep_edit, document=d, edit=Edit(line="a", act=Act.STRUCK))
    ),
    "the manifest": lambda r, _: r.store.note(lambda db: db.set_meta("revision", "9")),
    "back up": lambda r, _: back_up(
        r.settings.library, r.settings.library.parent / "kopia.zip", r.settings.access
    ),
    "copy the file": lambda r, _: r.database.copy_to(r.settings.library.parent / "kopia"),
    "a table past the views": lambda r, _: r.database.rows("select text from main.document"),
    "a count past the views": lambda r, _: r.database.value("select count(*) from main.chunk"),
    "another's subjects": lambda r, _: r.database.rows("select * from main.followed_within"),
    "SQLite's own table": lambda r, _: r.database.rows("select * from sqlite_master"),
    "another file": lambda r, _: r.database.rows("attach ? as beside", [str(r.database.path)]),
    "a pragma": lambda r, _: r.database.rows("pragma writable_schema=on"),
    "the views": lambda r, _: r.database.rows("drop view temp.document"),
    "the spellings": lambda r, _: r.database.rows("vacuum"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_part_can_only_be_read(change: str, part: Reader) -> None:
    document, before = id_of(part, SEEN[0]), dump(part.settings)

    with pytest.raises(AccessError) as refused:
        CHANGES[change](part, document)

    assert PART == str(refused.value)
    assert before == dump(part.settings)


def test_every_table_has_a_view_or_cannot_be_read(part: Reader, apart: Settings) -> None:
    whole = Reader(apart).database
    for (table,) in whole.rows("select name from sqlite_master where type = 'table'"):
        if table in VIEWS:
            told = [row[1] for row in whole.rows(f"pragma table_info({table})")]
            seen_of = part.database.rows(f"select * from {table} limit 0")  # noqa: S608 - the schema's own
            columns = [one[0] for one in _description(part.database, table)]
            assert (told, []) == ([name for name in columns if name != "rowid"], seen_of)
        elif not table.startswith("sqlite_"):
            with pytest.raises(AccessError):
                part.database.rows(f"select * from {table}")  # noqa: S608 - the schema's own


def _description(database: Database, view: str) -> list[tuple[str, ...]]:
    found = database._connection.execute(f"select * from {view}")  # noqa: S608 - the schema's own
    return list(found.description)
