"""What a limited access shows, keeps and refuses; that nothing gets around it."""

import random
import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from apart import (
    ACCESS,
    HELD,
    MEETINGS,
    SEEN,
    SUBJECT,
    VISITOR,
    Reader,
    dump,
    id_of,
    minutes_of,
    shown,
)

from ingest.pipeline import ingest
from rag.access import EVERYTHING, Access
from rag.assembling.assembly import open_store
from rag.registers.marks import marks
from rag.results import Filters, Status
from rag.settings import Settings
from rag.storing.turns import Asked, Gone, Interrupted, Turn, Verdict
from rag.topics.followed import follow, followed, seen, unfollow

ROOT = Path(__file__).parents[2]
GONE = Gone()
ALIKE = Access(frozenset({SEEN[0].body.lower()}))
"""What shows the same as `ACCESS`."""


@pytest.fixture(scope="module")
def part(apart: Settings) -> Reader:
    return Reader(apart.seen_by(ACCESS))


@pytest.fixture
def library(apart: Settings, tmp_path: Path) -> Settings:
    """Return the same for a test to change."""
    shutil.copytree(apart.library, tmp_path / "library")
    return Settings(library=tmp_path / "library")


def test_all_counts_are_of_what_is_seen(part: Reader) -> None:
    answer = part.assistant.ask("Vad sägs om flygplatsen?")

    assert MEETINGS == answer.searched.meetings == part.library.searched(Filters()).meetings
    assert f"{MEETINGS} möten genomsöktes" in answer.text
    assert MEETINGS == part.registers.decisions(Filters()).meetings
    assert MEETINGS == part.registers.actions(Filters(), today=date(2024, 6, 1)).meetings
    assert MEETINGS == len(part.assistant.meetings())


def test_a_part_is_answered_from_as_wholly_as_ever(part: Reader) -> None:
    for held in SEEN:
        answer = part.assistant.ask(f"Vad beslutades om {held.words['subject']}?")

        assert Status.ANSWERED is answer.status
        assert held.words["mended"] in answer.text
        assert 20 >= len(part.assistant.search("nästa möte", limit=20)) >= MEETINGS


@pytest.mark.parametrize(
    ("access", "meetings"),
    [
        pytest.param(EVERYTHING, 3 * MEETINGS, id="all"),
        pytest.param(ACCESS, MEETINGS, id="one body, in capitals"),
        pytest.param(Access(ACCESS.bodies | {HELD.body}), 2 * MEETINGS, id="two"),  # type: ignore[operator]
        pytest.param(Access(frozenset()), 0, id="none"),
        pytest.param(Access(frozenset({"", "%", "*", SEEN[0].body[:-1]})), 0, id="no such body"),
        pytest.param(Access(frozenset({"x') or ('1'='1"})), 0, id="no name but SQL"),
    ],
)
def test_an_access_shows_the_bodies_that_it_names(
    apart: Settings, access: Access, meetings: int
) -> None:
    assert meetings == len(Reader(apart.seen_by(access)).library.meetings())


def test_minutes_of_no_known_body_are_seen_by_those_who_see_all(library: Settings) -> None:
    document = id_of(Reader(library), SEEN[0])
    open_store(library).correct(document, {"body": ""})

    assert MEETINGS - 1 == len(Reader(library.seen_by(ACCESS)).library.meetings())
    assert [] == Reader(library.seen_by(Access(frozenset({"", "None"})))).library.meetings()
    assert Reader(library).library.holds(document)


def test_what_is_corrected_to_be_of_another_body_is_gone_at_once(library: Settings) -> None:
    reader, store = Reader(library.seen_by(ACCESS)), open_store(library)
    subject = SEEN[0].words["subject"]
    document, answer = id_of(reader, SEEN[0]), reader.assistant.ask(f"Vad beslutades om {subject}?")
    reader.talks.put("a", VISITOR, 0, Turn(asked=Asked(question="Vad?"), outcome=answer))
    before = len(reader.talks.turns("a")), len(reader.talks.listed(VISITOR))

    store.correct(document, {"body": HELD.body})

    assert (1, 1) == before
    assert not reader.library.holds(document)
    assert document not in [h.passage.document_id for h in reader.assistant.search(subject)]
    assert ([], []) == (reader.talks.turns("a"), reader.talks.listed(VISITOR))


def test_a_name_spelled_anew_is_seen_at_once(library: Settings) -> None:
    reader, store = Reader(library.seen_by(ACCESS)), open_store(library)
    document = id_of(reader, SEEN[0])
    question = f"Vad beslutades om {SEEN[0].words['subject']}?"

    store.correct(document, {"body": SEEN[0].body.swapcase()})
    answer = reader.assistant.ask(question)
    reader.talks.put("a", VISITOR, 0, Turn(asked=Asked(question=question), outcome=answer))

    assert document in [citation.document_id for citation in answer.citations]
    assert 1 == len(reader.talks.turns("a"))


def test_minutes_answered_from_a_file_that_is_not_seen_are_answered_from_themselves(
    tmp_path: Path,
) -> None:
    chance, library = random.Random(3), Settings(library=tmp_path / "library")  # noqa: S311 - no secret
    [held, *_] = minutes_of(5, chance=chance)
    said = "".join(f"\n{word} talade om {word}vägen." for word in held.words.values())
    nameless = held.text.replace(held.body, "mötet") + said
    for name, text in (("a.txt", held.text + said), ("b.txt", nameless + 9 * " Klart.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    ingest([tmp_path / "a.txt", tmp_path / "b.txt"], open_store(library), settings=library)
    [whole] = Reader(library).library.meetings()
    reader = Reader(library.seen_by(Access(frozenset({held.body}))))

    [one] = reader.library.meetings()

    assert (held.body, None) == (one.body, one.answered_from)
    assert [one] == reader.library.files(one.document_id)
    assert whole.document_id != one.document_id, "the longest file is the nameless one"


def test_what_one_asked_within_a_part_is_kept_for_those_who_see_as_much(library: Settings) -> None:
    reader, both = Reader(library.seen_by(ACCESS)), Access(frozenset({SEEN[0].body, HELD.body}))
    others = [library.seen_by(Access(frozenset({HELD.body}))), library.seen_by(Access(frozenset()))]
    asked = Asked(question="Vem är ordförande?")
    for number in range(2):
        outcome = reader.assistant.ask(asked.question)
        reader.talks.put("a", VISITOR, number, Turn(asked=asked, outcome=outcome))
    reader.talks.put("a", VISITOR, 1, Turn(asked=asked, outcome=Interrupted()))
    reader.talks.judge("a", 0, Verdict(is_good=True))

    for settings in (library, library.seen_by(both), reader.settings):
        assert 2 == len(Reader(settings).talks.turns("a"))
        assert Verdict(is_good=True) == Reader(settings).talks.turns("a")[0].verdict
    for settings in others:
        assert [] == Reader(settings).talks.turns("a")

    reader.talks.rename("a", VISITOR, "Ordföranden")
    assert ["Ordföranden"] == [one.name for one in reader.talks.listed(VISITOR)]
    reader.talks.drop("a", 1)
    assert 1 == len(reader.talks.turns("a"))
    reader.talks.remove("a", VISITOR)
    assert [] == reader.talks.listed(VISITOR)


def test_a_conversation_that_goes_on_among_more_is_not_shown_to_those_who_see_less(
    library: Settings,
) -> None:
    reader, turn = Reader(library.seen_by(ACCESS)), Turn(asked=Asked(question="Vem?"), outcome=GONE)
    reader.talks.put("a", VISITOR, 0, turn)

    Reader(library).talks.put("a", VISITOR, 1, turn)

    assert ([], []) == (reader.talks.turns("a"), reader.talks.listed(VISITOR))


def test_subjects_are_followed_by_all_who_see_the_same(library: Settings) -> None:
    one, same = (Reader(library.seen_by(access)) for access in (ACCESS, ALIKE))
    other = Reader(library.seen_by(Access(frozenset({HELD.body}))))
    before = followed(Reader(library).database)
    for topic in ("Bryggan", "Simhallen", "Bryggan"):
        one.store.note(partial(follow, topic=topic))
    other.store.note(partial(follow, topic="Bryggan"))

    one.store.note(partial(unfollow, topic="Simhallen"))
    one.store.note(partial(seen, topic="Bryggan"))

    newest = one.database.value("select max(key) from document")
    assert {"Bryggan": newest} == followed(same.database)
    assert ["Bryggan"] == [*followed(other.database)]
    assert before == followed(Reader(library).database)


def test_tasks_are_remembered_as_long_as_a_part_is_open(library: Settings) -> None:
    reader = Reader(library.seen_by(ACCESS))
    before = dump(library)

    told = [reader.registers.actions(Filters(), today=date(2024, 6, 1)) for _ in range(2)]

    assert told[0] == told[1]
    assert before == dump(library)
    assert MEETINGS == reader.registers._db.value("select count(*) from carried_out")


def test_marks_are_those_of_what_is_seen(apart: Settings, part: Reader) -> None:
    assert (MEETINGS, 3 * MEETINGS) == (
        len(marks(part.database)),
        len(marks(Reader(apart).database)),
    )


def test_a_large_library_is_asked_within_what_is_seen(apart: Settings) -> None:
    chroma = Reader(apart.seen_by(ACCESS).model_copy(update={"exact_up_to": 0}))

    hits = chroma.assistant.search("nästa möte", limit=50)

    assert MEETINGS == len({hit.passage.document_id for hit in hits})
    assert [] == shown(hits)
    assert 0 < sum(hit.signals["vectors"] > 0 for hit in hits)
    assert [] == shown(chroma.assistant.ask(f"Vad beslutades om {SUBJECT}?"))
