"""Keep in the library's SQLite file which subjects the user follows, and what they have seen.

What was seen is the newest document at the time: documents are numbered as they are taken in. The
caller holds the writer's lock and opens the transaction.
"""

from rag.minutes import DocumentId
from rag.storing.database import Database

NEWEST = "select ifnull(max(key), 0) from document where ready = 1"


def follow(db: Database, topic: str) -> None:
    """Follow *topic* from the documents that are taken in after this."""
    db.rows(f"insert or ignore into followed select ?, ({NEWEST})", [topic])


def unfollow(db: Database, topic: str) -> None:
    """Follow *topic* no longer."""
    db.rows("delete from followed where topic = ?", [topic])


def seen(db: Database, topic: str) -> None:
    """Note that the user has seen all that there is of *topic*."""
    db.rows(f"update followed set seen = ({NEWEST}) where topic = ?", [topic])  # noqa: S608 - a constant


def followed(db: Database) -> dict[str, int]:
    """Return the subjects that are followed, with the key of the newest document seen."""
    return dict(db.rows("select topic, seen from followed order by topic"))


def taken_in_after(db: Database, key: int) -> list[DocumentId]:
    """Return the documents that were taken in after the one with *key*."""
    rows = db.rows("select id from document where ready = 1 and key > ? order by key", [key])
    return [DocumentId(id_) for (id_,) in rows]
