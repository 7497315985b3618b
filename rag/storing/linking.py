"""Note in the library's SQLite file which documents are files of one and the same meeting.

The links of a day follow from the documents of that day alone: whoever adds, removes or corrects
one calls `compare_again` for its day, and `relink` once the change is made.
"""

import json
from collections.abc import Iterable

from rag.minutes import DocumentKey, Status
from rag.storing.database import Database, Row
from rag.storing.same_meeting import MeetingFile, meetings_of

FILES = """
select key, last, length(text), body, json_extract(minutes, '$.organisation'),
    json_extract(minutes, '$.time'), json_extract(minutes, '$.status'),
    (select json_group_array(json_extract(value, '$.number'))
        from json_each(minutes, '$.items')),
    json_array_length(pages),
    exists(select 1 from json_each(pages) where json_extract(value, '$.ocr'))
from document where first = ? and ready = 1
"""
# Those who attend are the same from one meeting to the next: what comes after them counts.
SAID = """
select substr(text, 1 + coalesce(json_extract(minutes, '$.items[0].span.start'),
    json_extract(minutes, '$.unheaded.span.start'), 0)) from document where key = ?
"""
SEVERAL = "select count(*) > 1 from document where first = ? and ready = 1"


def compare_again(db: Database, documents: Iterable[DocumentKey]) -> None:
    """Note that *documents* are coming or going, or are another day's from now on."""
    db.each(
        "insert or ignore into unlinked select first from document where key = ? and first is not "
        "null",
        [(key,) for key in documents],
    )


def relink(db: Database) -> None:
    """Link anew the documents of the days noted, in the caller's transaction."""
    days = [day for (day,) in db.rows("select day from unlinked")]
    for day in days:
        db.rows(
            "delete from same_meeting where document in (select key from document where first = ?)",
            [day],
        )
        if db.value(SEVERAL, [day]):
            _link(db, day)
    if days:
        db.rows("delete from unlinked")
        db.bump()


def _link(db: Database, day: str) -> None:
    def read(file: MeetingFile) -> str:
        return str(db.value(SAID, [file.key]))

    by_last: dict[str, list[MeetingFile]] = {}
    for row in db.rows(FILES, [day]):
        by_last.setdefault(row[1], []).append(_file(row))
    for files in by_last.values():
        for best, *others in meetings_of(files, read):
            db.each(
                "insert into same_meeting values (?, ?)", [(file.key, best.key) for file in others]
            )


def _file(row: Row) -> MeetingFile:
    key, _, size, body, organisation, time, status, numbers, pages, is_ocr = row
    paragraphs = (number for number in json.loads(numbers) if number)
    return MeetingFile(
        key=DocumentKey(key),
        size=size,
        body=body,
        organisation=organisation,
        time=time,
        status=Status(status) if status else None,
        paragraphs=frozenset(number for number in paragraphs if "§" in number),
        has_pages=pages > 0,
        is_ocr=bool(is_ocr),
    )
