"""Keep in the library's SQLite file what the user did to the lines of summaries.

An edit belongs to the place of a file, so that it is kept when the file there is read anew and goes
when the file is removed. The caller holds the writer's lock and opens the transaction.
"""

from rag.edits import Act, Edit
from rag.minutes import DocumentId
from rag.storing.database import Database

PLACES = "select path from location join document on document = key where id = ?"


def keep_edit(db: Database, document: DocumentId, edit: Edit) -> None:
    """Note *edit* at all places of *document*, instead of what was done to the line before."""
    db.rows(
        f"insert or replace into summary_edit select path, ?, ?, ?, ? from ({PLACES})",  # noqa: S608 - a constant
        [edit.line, edit.act, edit.text, edit.cited, document],
    )


def take_back_edit(db: Database, document: DocumentId, line: str) -> None:
    """Forget what was done to a line, which is as it was made again."""
    db.rows(
        f"delete from summary_edit where line = ? and path in ({PLACES})",  # noqa: S608 - a constant
        [line, document],
    )


def kept_edits(db: Database, document: DocumentId) -> tuple[Edit, ...]:
    """Return what was done to the lines of the summaries of *document*, one edit a line."""
    rows = db.rows(
        f"select line, act, text, cited from summary_edit where path in ({PLACES}) "  # noqa: S608 - a constant
        "order by path desc",
        [document],
    )
    by_line = {
        line: Edit(line=line, act=Act(act), text=text, cited=cited)
        for line, act, text, cited in rows
    }
    return tuple(by_line.values())
