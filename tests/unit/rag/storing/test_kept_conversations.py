"""Conversations outlive the server, and forget what removed minutes said."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.access import EVERYTHING
from rag.asks import Asks
from rag.minutes import ChunkKey, ChunkKind, DocumentId
from rag.results import (
    Answer,
    Citation,
    Filters,
    Hit,
    Passage,
    Searched,
    Statement,
    Status,
    Support,
    Understood,
)
from rag.span import Span
from rag.storing.database import Database
from rag.storing.kept_conversations import NAME_CHARS, Conversations, shortened
from rag.storing.turns import Asked, Gone, Interrupted, Outcome, Problem, Turn, Verdict

CITED = DocumentId("ab" * 32)
QUESTION = "Vad beslutades om bryggan?"
HIT = Hit(
    passage=Passage(
        key=ChunkKey(1),
        document_id=DocumentId("cd" * 32),
        source="a.txt",
        span=Span(0, 9),
        kind=ChunkKind.ITEM,
        text="Bryggan.",
        heading_path=(),
        page=None,
    ),
    score=0.5,
    signals={"stems": 1.0},
)
ANSWER = Answer(
    question=QUESTION,
    understood=Understood(
        asked=QUESTION, reworded=QUESTION, asks=Asks.DECISION, subject=("bryggan",)
    ),
    status=Status.ANSWERED,
    statements=(Statement(text="Bryggan byggs om.", support=Support.SUPPORTED, citations=(1,)),),
    citations=(
        Citation(
            n=1,
            document_id=CITED,
            source="a.txt",
            meeting="Styrelsen",
            date="2024-03-04",
            item=None,
            page=None,
            start=0,
            end=17,
            quote="Bryggan byggs om.",
        ),
    ),
    hits=(HIT,) * 10,
    missing=(),
    searched=Searched(meetings=1, chunks=1),
    model="extractive",
    confidence=0.9,
    elapsed_ms=1.0,
    text="Bryggan byggs om. [1]",
)


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """Return a library with the documents that the answers cite."""
    database = Database.open(tmp_path, EVERYTHING)
    database.each(
        "insert into document (id, text, pages, warnings, minutes, title, kind) "
        "values (?, '', '[]', '[]', '{}', '', 'text')",
        [(CITED,), (HIT.passage.document_id,)],
    )
    return database


@pytest.fixture
def kept(database: Database) -> Conversations:
    return Conversations(Database.open(database.path.parent, EVERYTHING))


def turn(outcome: Outcome = ANSWER, question: str = QUESTION) -> Turn:
    filters = Filters(body="Styrelsen", without=("mars 2024",))
    return Turn(asked=Asked(question=question, filters=filters), outcome=outcome)


@pytest.mark.parametrize(
    ("outcome", "read"),
    [
        pytest.param(ANSWER, replace(ANSWER, hits=()), id="an answer, with no more than is shown"),
        pytest.param(
            replace(ANSWER, status=Status.NOT_FOUND),
            replace(ANSWER, status=Status.NOT_FOUND, hits=(HIT,) * 3),
            id="nothing found, with the nearest passages",
        ),
        pytest.param(Problem(sentence="För lång."), Problem(sentence="För lång."), id="a problem"),
        pytest.param(Interrupted(), Interrupted(), id="stopped"),
    ],
)
def test_another_server_reads_what_was_kept(
    kept: Conversations, tmp_path: Path, outcome: Outcome, read: Outcome
) -> None:
    kept.put("a", "eva", 0, turn(outcome))

    assert [turn(read)] == Conversations(Database.open(tmp_path, EVERYTHING)).turns("a")


def test_an_answer_goes_with_the_document_that_it_cites(
    kept: Conversations, database: Database
) -> None:
    kept.put("a", "eva", 0, turn())
    kept.put("a", "eva", 1, turn(replace(ANSWER, citations=())))

    database.rows("delete from document where id = ?", [CITED])

    assert [Gone, Answer] == [type(one.outcome) for one in kept.turns("a")]
    assert [(None,)] == database.rows("select answer from turn where number = 0")


def test_an_answer_that_comes_after_its_document_went_is_not_kept(
    kept: Conversations, database: Database
) -> None:
    database.rows("delete from document where id = ?", [CITED])

    kept.put("a", "eva", 0, turn())

    assert [Gone()] == [one.outcome for one in kept.turns("a")]


def test_each_visitor_sees_their_own_conversations_the_latest_first(kept: Conversations) -> None:
    kept.put("a", "eva", 0, turn(question="Första?"))
    kept.put("b", "bo", 0, turn(question="Bos?"))
    kept.put("a", "eva", 1, turn(question="Andra?"))

    [listed] = kept.listed("eva")

    assert ("a", "Första?", ("Första?", "Andra?")) == (listed.id, listed.name, listed.questions)


def test_only_its_visitor_renames_or_removes_a_conversation(kept: Conversations) -> None:
    kept.put("a", "eva", 0, turn())

    kept.rename("a", "bo", "Bos namn")
    kept.remove("a", "bo")
    assert [QUESTION] == [one.name for one in kept.listed("eva")]

    kept.rename("a", "eva", "Bryggan")
    assert ["Bryggan"] == [one.name for one in kept.listed("eva")]
    kept.remove("a", "eva")
    assert ([], []) == (kept.listed("eva"), kept.turns("a"))


def test_a_verdict_is_kept_with_its_reason_and_taken_back(kept: Conversations) -> None:
    kept.put("a", "eva", 0, turn())

    kept.judge("a", 0, Verdict(is_good=False, reason="Fel källa"))
    assert Verdict(is_good=False, reason="Fel källa") == kept.turns("a")[0].verdict

    kept.judge("a", 0, None)
    assert kept.turns("a")[0].verdict is None


def test_a_turn_is_dropped(kept: Conversations) -> None:
    kept.put("a", "eva", 0, turn(question="Första?"))
    kept.put("a", "eva", 1, turn(question="Andra?"))

    kept.drop("a", 1)

    assert ["Första?"] == [one.question for one in kept.turns("a")]


@given(st.text(max_size=200))
def test_a_name_is_one_short_line(text: str) -> None:
    name = shortened(text)

    assert len(name) <= NAME_CHARS
    assert len(name.splitlines()) <= 1
