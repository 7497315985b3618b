"""Keep in the library's SQLite file which tasks the user set as done or open.

A mark belongs to the place of a file, so that it is kept when the file there is read anew and goes
when the file is removed. The caller holds the writer's lock and opens the transaction.
"""

from rag.database import Database
from rag.minutes import DocumentId


def mark(db: Database, document: DocumentId, key: str, *, done: bool) -> None:
    """Note at all places of *document* that its task *key* is *done*, or open after all."""
    db.rows(
        "insert or replace into task_mark select path, ?, ? from location "
        "join document on document = document.key where id = ?",
        [key, int(done), document],
    )
    db.bump()


def marks(db: Database) -> dict[str, bool]:
    """Return the tasks whose status the user set, and whether they are done."""
    return {key: bool(done) for key, done in db.rows("select key, done from task_mark")}
