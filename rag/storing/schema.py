"""Say in SQL how the library's file is laid out, and how an older one becomes so."""

from collections.abc import Mapping

SCHEMA_VERSION = 7
# Of two processes that open an empty library at once, the second finds the tables made.
SCHEMA = """
create table if not exists meta (name text primary key, value text not null) without rowid;
create table if not exists document (
    key integer primary key autoincrement,
    id text not null unique,
    ready integer not null default 0,
    text text not null,
    pages text not null,
    warnings text not null,
    minutes text not null,
    title text not null,
    kind text not null,
    body text,
    date text,
    first text,
    last text
);
create index if not exists document_filters on document (body, ready, kind, first, last);
create index if not exists document_days on document (first, last, ready, kind, body);
create table if not exists location (
    path text primary key,
    source text not null,
    document integer not null references document on delete cascade
) without rowid;
create index if not exists location_document on location (document);
create table if not exists chunk (
    key integer primary key autoincrement,
    document integer not null references document on delete cascade,
    start integer not null,
    end integer not null,
    kind text not null,
    heading_path text not null,
    page integer
);
create index if not exists chunk_document on chunk (document);
create table if not exists vector (
    chunk integer primary key references chunk on delete cascade,
    vector blob not null
);
create table if not exists coarse (
    document integer primary key references document on delete cascade,
    vectors blob not null
);
create table if not exists person (
    document integer not null references document on delete cascade,
    searchable text not null,
    person text not null
);
create index if not exists person_document on person (document);
create index if not exists person_searchable on person (searchable, document);
create table if not exists abbreviation (
    document integer not null references document on delete cascade,
    short text not null,
    long text not null,
    primary key (document, short, long)
) without rowid;
create table if not exists doomed (document integer primary key);
create table if not exists correction (
    path text not null references location on delete cascade,
    field text not null,
    value text not null,
    primary key (path, field)
) without rowid;
create table if not exists task_mark (
    path text not null references location on delete cascade,
    key text not null,
    done integer not null,
    primary key (path, key)
) without rowid;
create table if not exists carried_out (
    document integer primary key references document on delete cascade,
    following text not null,
    told text not null
);
create table if not exists summary_edit (
    path text not null references location on delete cascade,
    line text not null,
    act text not null,
    text text not null,
    cited text not null,
    primary key (path, line)
) without rowid;
create table if not exists followed (topic text primary key, seen integer not null) without rowid;
create table if not exists followed_within (
    bodies text not null,
    topic text not null,
    seen integer not null,
    primary key (bodies, topic)
) without rowid;
create table if not exists conversation (
    id text primary key,
    visitor text not null,
    name text not null,
    changed text not null
) without rowid;
create index if not exists conversation_visitor on conversation (visitor, changed);
create table if not exists turn (
    conversation text not null references conversation on delete cascade,
    number integer not null,
    asked text not null,
    answer text,
    problem text not null,
    gone integer not null default 0,
    verdict text,
    primary key (conversation, number)
) without rowid;
create table if not exists turn_document (
    document text not null,
    conversation text not null,
    number integer not null,
    primary key (document, conversation, number),
    foreign key (conversation, number) references turn on delete cascade
) without rowid;
create index if not exists turn_document_turn on turn_document (conversation, number);
create table if not exists turn_within (
    conversation text not null,
    number integer not null,
    bodies text not null,
    primary key (conversation, number),
    foreign key (conversation, number) references turn on delete cascade
) without rowid;
create trigger if not exists forget_answers before delete on document begin
    update turn set answer = null, gone = 1 where (conversation, number) in
        (select conversation, number from turn_document where document = old.id);
    delete from turn_document where document = old.id;
end;
create table if not exists parsed (
    document integer primary key references document on delete cascade,
    minutes text not null
);
create table if not exists stale (
    document integer primary key references document on delete cascade
);
create table if not exists same_meeting (
    document integer primary key references document on delete cascade,
    answered_from integer not null references document on delete cascade
);
create index if not exists same_meeting_answered_from on same_meeting (answered_from);
create table if not exists unlinked (day text primary key) without rowid;
"""

# What takes a library to a version from the one before it, after SCHEMA has added what is new.
UPGRADES: Mapping[int, str] = {
    2: "insert or ignore into coarse select c.document, coarse(c.key, v.vector) "
    "from vector v join chunk c on c.key = v.chunk group by c.document;",
    3: "insert or ignore into abbreviation select d.key, json_extract(a.value, '$.short'), "
    "json_extract(a.value, '$.long') from document d, json_each(d.minutes, '$.abbreviations') a;",
    4: "insert or ignore into unlinked select first from document where first is not null;",
    # The first version kept no vectors here. Up to 6, files of vectors could hold what had been in
    # memory: the next writer makes them anew.
    7: "insert or ignore into meta select 'unbuilt', '1' where exists "
    "(select 1 from chunk where key not in (select chunk from vector)); "
    "insert or ignore into meta select 'unscrubbed', '1' where exists (select 1 from document);",
}
