"""Let a connection to the library's SQLite file see no more than an access does.

Views of the connection's own stand in place of the tables: SQLite looks for a name among them
first, so that every query is limited without being written so. An authorizer refuses whatever would
read or change a table past them; a table that nobody thought of here can not be read at all.

A view asks anew at every query which documents may be seen: what is corrected to be of another body
is gone at once. Only the spellings of the permitted names are kept, and a new one is waited for.
"""
# ruff: noqa: S608 - constants are put together

import sqlite3
from collections.abc import Mapping

from rag.access import Access

# The body that a document is of now is what counts.
SEEN_BODY = "d.body in (select body from temp.seen_body)"
OF_DOCUMENT = f"exists (select 1 from main.document d where d.key = t.document and {SEEN_BODY})"
FROM_DOCUMENT = OF_DOCUMENT.replace("t.document", "t.answered_from")
AT_PLACE = (
    "exists (select 1 from main.location l join main.document d on d.key = l.document "
    f"where l.path = t.path and {SEEN_BODY})"
)
OF_CHUNK = (
    "exists (select 1 from main.chunk c join main.document d on d.key = c.document "
    f"where c.key = t.chunk and {SEEN_BODY})"
)

# A conversation holds words of what its answers were sought among, in notes and errors too.
IS_WIDER = """
not exists (select 1 from main.turn_within w where (w.conversation, w.number) = (n.conversation,
n.number) and not exists (select 1 from json_each(w.bodies) where value not in
(select name from temp.seen_name)))
"""
CITES_OTHERS = f"""
exists (select 1 from main.turn_document c where (c.conversation, c.number) = (n.conversation,
n.number) and c.document not in (select d.id from main.document d where {SEEN_BODY}))
"""
IN_CONVERSATION = "exists (select 1 from temp.conversation c where c.id = t.conversation)"

LIMITED: Mapping[str, str] = {
    "document": SEEN_BODY.replace("d.", "t."),
    "location": OF_DOCUMENT,
    "chunk": OF_DOCUMENT,
    "vector": OF_CHUNK,
    "coarse": OF_DOCUMENT,
    "abbreviation": OF_DOCUMENT,
    "parsed": OF_DOCUMENT,
    # What is answered from a file that may not be seen is answered from itself.
    "same_meeting": f"{OF_DOCUMENT} and {FROM_DOCUMENT}",
    "correction": AT_PLACE,
    "task_mark": AT_PLACE,
    "summary_edit": AT_PLACE,
    "meta": "name in ('revision', 'generation', 'embedding', 'unbuilt', 'unscrubbed', 'library', "
    "'place', 'chroma')",
    "conversation": "not exists (select 1 from main.turn n where n.conversation = t.id "
    f"and ({IS_WIDER} or {CITES_OTHERS}))",
    "turn": IN_CONVERSATION,
    "turn_document": IN_CONVERSATION,
    "turn_within": IN_CONVERSATION,
}
"""Which rows *t* of the tables may be seen."""

VIEWS: Mapping[str, str] = {
    **{name: f"select * from main.{name} t where {rows}" for name, rows in LIMITED.items()},
    "person": f"select t.rowid as rowid, t.* from main.person t where {OF_DOCUMENT}",
    "carried_out": f"select * from main.carried_out t where {OF_DOCUMENT} "
    "union all select * from temp.carried_out_here",
    "followed": "select topic, seen from main.followed_within "
    "where bodies = (select key from temp.seen_as)",
    "spelled": "select body from main.document where body is not null group by body "
    "having casefold(body) in (select name from temp.seen_name)",
}
"""What stands in for the tables, and finds the spellings."""

BEFORE = """
pragma temp_store = memory;
create temp table seen_as (key text not null);
create temp table seen_name (name text primary key) without rowid;
create temp table seen_body (body text primary key) without rowid;
create temp table carried_out_here (document integer primary key, following text, told text);
select 1 from json_each('[]');
"""
AFTER = """
create temp trigger remember instead of insert on carried_out begin
    insert or replace into carried_out_here values (new.document, new.following, new.told);
end;
create temp trigger follow instead of insert on followed begin
    insert or ignore into followed_within values
        ((select key from seen_as), new.topic, new.seen);
end;
create temp trigger see instead of update on followed begin
    update followed_within set seen = new.seen
        where topic = old.topic and bodies = (select key from seen_as);
end;
create temp trigger unfollow instead of delete on followed begin
    delete from followed_within where topic = old.topic and bodies = (select key from seen_as);
end;
"""
REVISION = "select value from meta where name = 'revision'"
FIND_SPELLINGS = "insert or ignore into temp.seen_body select body from temp.spelled"

TRIGGERS = frozenset({"remember", "follow", "see", "unfollow"})
OWN = frozenset({"seen_body", "carried_out", "followed"})
"""What can be written of the connection's own, the views by their triggers."""
# What users keep is written past the views, into these tables by their whole names.
KEPT = frozenset({"conversation", "turn", "turn_document", "turn_within"})
FREE = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_TRANSACTION,
    }
)
WRITES = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})
# What SQLite says of a view that a statement would change.
UNCHANGEABLE = "cannot modify"
ALLOWED, REFUSED = sqlite3.SQLITE_OK, sqlite3.SQLITE_DENY


def limit(connection: sqlite3.Connection, access: Access) -> None:
    """Let *connection* see no more than *access* does, for as long as it is open."""
    connection.executescript(BEFORE)
    connection.execute("insert into temp.seen_as values (?)", [access.key])
    connection.executemany(
        "insert into temp.seen_name values (?)", [(name,) for name in access.names]
    )
    for name, query in VIEWS.items():
        connection.execute(f"create temp view {name} as {query}")
    connection.executescript(AFTER)
    connection.set_authorizer(_authorize)


def find_spellings(connection: sqlite3.Connection, since: str) -> str:
    """Let documents be seen whose body is spelled in a way that came after the revision *since*.

    Returns:
        The revision now.
    """
    revision = str(connection.execute(REVISION).fetchone())
    if revision != since:
        connection.execute(FIND_SPELLINGS)
    return revision


def is_refused(error: sqlite3.DatabaseError) -> bool:
    """Tell whether *error* says that something is beyond a limited connection."""
    code = getattr(error, "sqlite_errorcode", None)
    return code == sqlite3.SQLITE_AUTH or str(error).startswith(UNCHANGEABLE)


def _authorize(
    action: int, one: str | None, two: str | None, schema: str | None, source: str | None
) -> int:
    """Tell SQLite whether part of a statement may be run.

    Args:
        action: What it would do.
        one: The name of the table, or of the pragma.
        two: The name of the column.
        schema: `temp` for what is the connection's own, `main` for what is the library's.
        source: The view or trigger that does so; nothing when it is the statement itself.
    """
    if action in FREE:
        is_allowed = True
    elif action == sqlite3.SQLITE_READ:
        # Of what is only counted the schema is told that the statement names: none is a view's.
        is_own = schema == "temp" or (schema is None and one in VIEWS)
        is_ours = source in VIEWS or source in TRIGGERS
        is_allowed = is_own or is_ours or one in KEPT or one == "json_each"
    elif action in WRITES:
        is_own = source in TRIGGERS or (schema == "temp" and one in OWN)
        is_allowed = is_own or one in KEPT
    else:
        is_allowed = action == sqlite3.SQLITE_PRAGMA and one == "wal_checkpoint"
    return ALLOWED if is_allowed else REFUSED
