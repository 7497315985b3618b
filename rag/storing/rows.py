"""Make values of the rows that the library reads from SQLite."""

import json

from rag.minutes import Chunk, ChunkKey, ChunkKind, DocumentId, Kind
from rag.phrasing.context import surroundings
from rag.results import Meeting, Passage
from rag.span import Span
from rag.storing.amendments import DATE
from rag.storing.database import Row
from rag.storing.records import STRINGS

# A document may lie at several paths; the first is shown.
SOURCE = "(select source from location where document = d.key order by path limit 1)"

MEETING = f"""
d.id, {SOURCE}, d.title, d.kind, d.body, d.date, d.warnings,
(select count(*) from chunk where document = d.key),
(select id from document where key =
    (select answered_from from same_meeting where document = d.key))
"""  # noqa: S608 - a constant

CHUNK = "start, end, kind, heading_path, page"
CHUNKS = f"""
(select json_group_array(json_array({CHUNK})) from
    (select {CHUNK} from chunk where document = d.key order by key))
"""  # noqa: S608 - a constant

PASSAGE = f"""
c.key, d.id, {SOURCE}, c.start, c.end, c.kind, c.heading_path, c.page,
substr(d.text, c.start + 1, c.end - c.start), d.title, d.body, d.date
"""


def meeting_of(row: Row) -> Meeting:
    """Return the meeting in brief that a row of `MEETING` tells of."""
    document, source, title, kind, body, day, warnings, chunks, answered_from = row
    return Meeting(
        document_id=DocumentId(document),
        source=source,
        title=title,
        kind=Kind(kind),
        body=body,
        date=DATE.validate_json(day),
        warnings=STRINGS.validate_json(warnings),
        chunks=chunks,
        answered_from=answered_from and DocumentId(answered_from),
    )


def chunk_of(row: Row) -> Chunk:
    """Return the chunk that a row of `CHUNK` tells of."""
    start, end, kind, path, page = row
    return Chunk(
        span=Span(start, end),
        kind=ChunkKind(kind),
        heading_path=tuple(json.loads(path)),
        page=page,
    )


def passage_of(row: Row) -> Passage:
    """Return the passage that a row of `PASSAGE` tells of."""
    key, document, source, start, end, kind, path, page, text, title, body, day = row
    headings = tuple(json.loads(path))
    return Passage(
        key=ChunkKey(key),
        document_id=DocumentId(document),
        source=source,
        span=Span(start, end),
        kind=ChunkKind(kind),
        heading_path=headings,
        page=page,
        text=text,
        around=surroundings(title, body, DATE.validate_json(day), *headings),
    )
