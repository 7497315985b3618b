"""Keep in the library's SQLite file what users corrected of the minutes in it.

A correction belongs to the place of a file, so that it is kept when the file there changes. What
was read in the text stays beside the corrected minutes; words and vectors of what was corrected
are stale until they are made anew. The caller holds the writer's lock and opens the transaction.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from pydantic import TypeAdapter

from rag.errors import UnknownMeetingError
from rag.minutes import DocumentId, DocumentKey, MeetingDate, Minutes
from rag.storing.corrections import corrected
from rag.storing.database import Database, Value
from rag.storing.linking import compare_again, relink

MINUTES = TypeAdapter(Minutes)
DATE = TypeAdapter(MeetingDate | None)

# The columns that hold minutes: the whole, and what is looked up by.
FIELDS = "minutes, title, kind, body, date, first, last"

PLACES = "select path from location join document on document = key where id = ? order by path"


def fields_of(minutes: Minutes) -> list[Value]:
    """Return the values of `FIELDS`."""
    day = minutes.date
    return [
        MINUTES.dump_json(minutes).decode(),
        minutes.title,
        minutes.kind,
        minutes.body,
        DATE.dump_json(day).decode(),
        day.first.isoformat() if day else None,
        day.last.isoformat() if day else None,
    ]


def correct(db: Database, document: DocumentId, corrections: Mapping[str, str | None]) -> None:
    """Note at all places of *document* what the user wrote for fields; `None` takes it back."""
    for field, written in corrections.items():
        if written is None:
            db.rows(
                f"delete from correction where field = ? and path in ({PLACES})",  # noqa: S608 - a constant
                [field, document],
            )
        else:
            db.insert(
                f"insert or replace into correction select path, ?, ? from ({PLACES})",  # noqa: S608 - a constant
                [field, written, document],
            )
    settle(db, document)
    relink(db)


def settle(db: Database, document: DocumentId) -> None:
    """Let *document* say what is corrected at any of its places, and forget what no longer is."""
    places = [path for (path,) in db.rows(PLACES, [document])]
    corrections = corrections_at(db, places)
    rows = db.rows(
        "select d.key, d.minutes, p.minutes from document d left join parsed p "
        "on p.document = d.key where id = ?",
        [document],
    )
    if not rows:
        raise UnknownMeetingError.of(document)
    [(key, current, before)] = rows
    if not corrections and before is None:
        return
    db.each(
        "insert or ignore into correction values (?, ?, ?)",
        [(path, *correction) for path in places for correction in corrections.items()],
    )
    parsed = MINUTES.validate_json(before or current)
    minutes = corrected(parsed, corrections)
    if minutes != MINUTES.validate_json(current):
        _change(db, DocumentKey(key), minutes)
    keep_parsed(db, key, parsed if corrections else None)


def corrections_at(db: Database, places: Sequence[str]) -> dict[str, str]:
    """Return what was written for each field; that of the first place, should they differ."""
    rows = db.rows(
        "select field, value from correction where path in (select value from json_each(?)) "
        "order by path desc",
        [json.dumps(places)],
    )
    return dict(rows)


def _change(db: Database, key: DocumentKey, minutes: Minutes) -> None:
    compare_again(db, [key])
    db.rows(
        f"update document set ({FIELDS}) = (?, ?, ?, ?, ?, ?, ?) where key = ?",  # noqa: S608 - a constant
        [*fields_of(minutes), key],
    )
    compare_again(db, [key])
    db.insert("insert or ignore into stale values (?)", [key])
    db.bump()


def keep_parsed(db: Database, key: int, minutes: Minutes | None) -> None:
    """Keep what was read in the text for when the corrections are taken back, while there are."""
    db.rows("delete from parsed where document = ?", [key])
    if minutes:
        db.insert("insert into parsed values (?, ?)", [key, MINUTES.dump_json(minutes).decode()])


def stale(db: Database) -> list[DocumentKey]:
    """Return the corrected documents that words and vectors must take in anew."""
    return [DocumentKey(key) for (key,) in db.rows("select document from stale")]


def refreshed(db: Database, keys: Iterable[DocumentKey]) -> None:
    """Note that words and vectors have taken in *keys* anew."""
    db.each("delete from stale where document = ?", [(key,) for key in keys])
    db.bump()
