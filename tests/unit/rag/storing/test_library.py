from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from rag.access import EVERYTHING
from rag.errors import UnknownMeetingError
from rag.items import Item
from rag.minutes import (
    Chunk,
    ChunkKey,
    ChunkKind,
    Document,
    DocumentId,
    Kind,
    MeetingDate,
    Minutes,
    Person,
    Presence,
)
from rag.results import Filters
from rag.span import Page, Span
from rag.storing import documents, records
from rag.storing.amendments import correct
from rag.storing.database import Database
from rag.storing.library import Library

TEXT = "§ 1 Bryggan\nBryggan är rutten. \N{GRINNING FACE}\n§ 2 Kassan\nKassan är god."
KASSAN = TEXT.index("§ 2")


def held(first: str, last: str | None = None) -> MeetingDate:
    return MeetingDate(first=date.fromisoformat(first), last=date.fromisoformat(last or first))


def person(name: str, *, organisation: str | None = None, replaces: str | None = None) -> Person:
    return Person(
        name=name,
        presence=Presence.PRESENT,
        span=Span(0, 3),
        organisation=organisation,
        replaces=replaces,
    )


def meeting(
    id: str,  # noqa: A002 - as the field is called
    *,
    body: str | None = None,
    day: MeetingDate | None = None,
    people: tuple[Person, ...] = (),
) -> Document:
    return Document(
        id=DocumentId(id),
        source=f"moten/{id}.txt",
        location=f"/srv/moten/{id}.txt",
        text=TEXT,
        pages=(Page(number=1, span=Span(0, KASSAN)), Page(number=2, span=Span(KASSAN, len(TEXT)))),
        warnings=("Sida 3 saknar text.",),
        minutes=Minutes(
            kind=Kind.PROTOKOLL,
            title=f"Möte {id}",
            body=body,
            date=day,
            people=people,
            items=(Item(span=Span(0, KASSAN), heading=Span(0, 11), title="Bryggan", number="§ 1"),),
        ),
        chunks=(
            Chunk(span=Span(0, KASSAN), kind=ChunkKind.ITEM, heading_path=("§ 1 Bryggan",), page=1),
            Chunk(span=Span(KASSAN, len(TEXT)), kind=ChunkKind.TEXT, page=2),
        ),
    )


SPRING = meeting(
    "aa11",
    body="Ådalens Byggnadsnämnd",
    day=held("2024-03-04"),
    people=(
        person("Åsa Ekmark", organisation="Lövåsa kommun"),
        person("Tor Blad", replaces="Mira Sandvall"),
    ),
)
AUTUMN = meeting("aa22", body="Nätverket", day=held("2024-09-01", "2024-11-30"))
EARLIER = meeting("bb33", body="Nätverket", day=held("2023-10-02"), people=(person("Åsa Ekmark"),))
UNDATED = meeting("cc44")
ALL = (SPRING, AUTUMN, EARLIER, UNDATED)

Publish = Callable[..., None]


@pytest.fixture
def database(tmp_path: Path) -> Database:
    return Database.open(tmp_path, EVERYTHING)


@pytest.fixture
def publish(database: Database) -> Publish:
    def publish(*documents: Document) -> None:
        with database.transaction():
            keys = [records.insert_pending(database, one)[0] for one in documents]
            records.publish(database, keys)
            for one in documents:
                records.locate(database, location=one.location, source=one.source, document=one.id)

    return publish


@pytest.fixture
def library(database: Database, publish: Publish) -> Library:
    publish(*ALL)
    return Library(database)


@pytest.mark.parametrize("document", [pytest.param(d, id=d.id) for d in ALL])
def test_a_document_comes_back_as_it_went_in(library: Library, document: Document) -> None:
    assert document == library.document(document.id)


def test_a_document_is_read_once_until_it_is_itself_changed(
    library: Library, database: Database, publish: Publish
) -> None:
    found = library.document(SPRING.id)

    publish(meeting("dd55"))
    correct(database, AUTUMN.id, {"title": "Extra möte"})
    assert found is library.document(SPRING.id)

    correct(database, SPRING.id, {"title": "Vårmöte"})
    assert "Vårmöte" == library.document(SPRING.id).minutes.title


def test_those_asked_for_last_are_kept_as_far_as_there_is_room(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST_CHARACTERS", 2 * len(TEXT))
    spring, autumn = library.document(SPRING.id), library.document(AUTUMN.id)

    assert spring is library.document(SPRING.id)
    library.document(EARLIER.id)

    assert spring is library.document(SPRING.id)
    assert autumn is not library.document(AUTUMN.id)


def test_a_file_that_has_moved_is_named_as_it_is_now(library: Library, database: Database) -> None:
    library.document(SPRING.id)

    with database.transaction():
        records.locate(database, location=SPRING.location, source="", document=None)
        records.locate(database, location="/srv/nytt.txt", source="nytt.txt", document=SPRING.id)
        database.bump()

    assert "nytt.txt" == library.document(SPRING.id).source


def test_a_document_that_is_not_there_is_an_error_with_advice(library: Library) -> None:
    with pytest.raises(UnknownMeetingError, match=r"Mötet zz finns inte.*meetings list"):
        library.document(DocumentId("zz"))


def test_meetings_come_newest_first_and_undated_last(library: Library) -> None:
    assert ["aa22", "aa11", "bb33", "cc44"] == [found.document_id for found in library.meetings()]


def test_a_meeting_in_brief_says_what_the_document_says(library: Library) -> None:
    [found] = library.meetings(Filters(meetings=(SPRING.id,)))

    assert (SPRING.source, SPRING.minutes.title, Kind.PROTOKOLL) == (
        found.source,
        found.title,
        found.kind,
    )
    assert (SPRING.minutes.date, 2, SPRING.warnings) == (found.date, found.chunks, found.warnings)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(), "aa11 aa22 bb33 cc44", id="none"),
        pytest.param(Filters(body="Nätverket"), "aa22 bb33", id="body"),
        pytest.param(Filters(body="ådalens byggnadsnämnd"), "aa11", id="body in another case"),
        pytest.param(Filters(body="byggnadsnämnd"), "", id="no part of a body"),
        pytest.param(Filters(person="ekmark"), "aa11 bb33", id="part of a name"),
        pytest.param(Filters(person="ÅSA"), "aa11 bb33", id="a name in another case"),
        pytest.param(Filters(person="asa ekmark"), "aa11 bb33", id="a name typed without å"),
        pytest.param(Filters(person="Lövåsa"), "aa11", id="a person's organisation"),
        pytest.param(Filters(person="Mira Sandvall"), "aa11", id="who was substituted for"),
        pytest.param(Filters(person="%"), "", id="no wildcards"),
        pytest.param(Filters(meetings=(AUTUMN.id, UNDATED.id)), "aa22 cc44", id="meetings"),
        pytest.param(Filters(first=date(2024, 3, 4)), "aa11 aa22", id="from a day"),
        pytest.param(Filters(last=date(2024, 3, 3)), "bb33", id="to a day"),
        pytest.param(
            Filters(first=date(2024, 10, 10), last=date(2024, 10, 10)), "aa22", id="in a season"
        ),
        pytest.param(Filters(body="Nätverket", last=date(2023, 12, 31)), "bb33", id="two at once"),
        pytest.param(Filters(body="'; drop table document; --"), "", id="no SQL"),
    ],
)
def test_filters_admit(library: Library, filters: Filters, expected: str) -> None:
    found = library.meetings(filters)

    assert expected.split() == sorted(m.document_id for m in found)
    assert (len(found), 2 * len(found)) == (
        library.searched(filters).meetings,
        library.searched(filters).chunks,
    )
    assert filters == Filters() or len(library.keys(filters) or ()) == len(found)


def test_no_filter_needs_no_list_of_documents(library: Library) -> None:
    assert library.keys(Filters()) is None


@pytest.mark.parametrize("prefix", ["aa1", "AA11", "b", "cc44"])
def test_a_meeting_is_found_by_the_beginning_of_its_id(library: Library, prefix: str) -> None:
    assert library.find(prefix).startswith(prefix.lower())


@pytest.mark.parametrize(
    ("prefix", "message"),
    [
        pytest.param("aa", "Flera möten .*'aa'", id="several"),
        pytest.param("zz", "Inget möte .*'zz'", id="none"),
        pytest.param("", "möten", id="nothing"),
        pytest.param("%", "Inget möte", id="no wildcards"),
    ],
)
def test_an_id_must_mean_one_meeting(library: Library, prefix: str, message: str) -> None:
    with pytest.raises(UnknownMeetingError, match=message):
        library.find(prefix)


def test_passages_are_the_characters_of_their_spans(library: Library) -> None:
    first, second = library.passages([ChunkKey(1), ChunkKey(2)]).values()

    assert (TEXT[:KASSAN], TEXT[KASSAN:]) == (first.text, second.text)
    assert (("§ 1 Bryggan",), 1, ChunkKind.ITEM) == (first.heading_path, first.page, first.kind)


def test_people_are_found_by_what_their_entry_says(library: Library) -> None:
    found = library.people(Filters(), named="ekmark")

    assert [(SPRING.id, "Åsa Ekmark"), (EARLIER.id, "Åsa Ekmark")] == [
        (document, one.name) for document, one in found
    ]


def test_a_pending_document_is_invisible(database: Database) -> None:
    with database.transaction():
        records.insert_pending(database, SPRING)
    library = Library(database)

    assert [] == library.meetings()
    assert not library.holds(SPRING.id)
    assert {} == library.passages([ChunkKey(1)])
    with pytest.raises(UnknownMeetingError):
        library.document(SPRING.id)


def test_what_is_pending_after_a_crash_is_doomed(database: Database, publish: Publish) -> None:
    publish(AUTUMN)
    with database.transaction():
        key, _, _ = records.insert_pending(database, SPRING)
        records.discard_pending(database)

    assert [key] == records.doomed(database)
    assert [AUTUMN.id] == [found.document_id for found in Library(database).meetings()]


def test_a_removed_document_leaves_nothing_but_its_key(
    database: Database, publish: Publish
) -> None:
    publish(SPRING, AUTUMN)
    with database.transaction():
        records.remove(database, SPRING.id)
        records.forget(database, records.doomed(database))

    assert [] == records.doomed(database)
    assert [2] == [row[0] for row in database.rows("select distinct document from chunk")]
    assert [] == database.rows("select * from person")


def test_keys_are_never_used_again(database: Database, publish: Publish) -> None:
    publish(SPRING)
    with database.transaction():
        records.remove(database, SPRING.id)
    publish(AUTUMN)

    assert [(2,)] == database.rows("select key from document")
    assert [(3,), (4,)] == database.rows("select key from chunk order by key")


def test_a_document_at_two_paths_stays_until_both_are_gone(
    database: Database, publish: Publish
) -> None:
    publish(SPRING)
    library = Library(database)

    def move(location: str, document: Document) -> None:
        with database.transaction():
            records.locate(database, location=location, source="b.txt", document=document.id)
            records.discard_unlocated(database)

    move("/srv/kopia.txt", SPRING)
    assert SPRING.id == library.located("/srv/kopia.txt") == library.located(SPRING.location)
    publish(AUTUMN)
    move(SPRING.location, AUTUMN)
    assert library.holds(SPRING.id)
    move("/srv/kopia.txt", AUTUMN)
    assert not library.holds(SPRING.id)


def test_every_document_is_listed_with_its_keys(library: Library) -> None:
    found = list(library.keyed_documents())

    assert {document.id for document in ALL} == {document.id for _, document, _ in found}
    assert all(len(keys) == len(document.chunks) for _, document, keys in found)
