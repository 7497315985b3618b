"""A conversation as it is held while it goes on."""

from pathlib import Path

import pytest

from rag.access import EVERYTHING
from rag.results import Answer
from rag.storing.database import Database
from rag.storing.kept_conversations import Conversations
from rag.storing.turns import Asked, Interrupted, Verdict
from ui.backends.conversations import Talk

QUESTION = Asked(question="Vad beslutades om bryggan?")


@pytest.fixture
def kept(tmp_path: Path, answer: Answer) -> Conversations:
    """Return what keeps conversations in a library with the document that *answer* cites."""
    database = Database.open(tmp_path, EVERYTHING)
    database.insert(
        "insert into document (id, text, pages, warnings, minutes, title, kind) "
        "values (?, '', '[]', '[]', '{}', '', 'text')",
        [answer.citations[0].document_id],
    )
    return Conversations(database)


def test_a_question_that_is_never_settled_is_kept_as_interrupted(kept: Conversations) -> None:
    talk = Talk(kept, "eva")

    talk.begin(QUESTION)

    assert [Interrupted()] == [turn.outcome for turn in Talk(kept, "eva", talk.id).turns]


def test_a_settled_answer_is_found_by_its_address_and_leant_on(
    kept: Conversations, answer: Answer
) -> None:
    talk = Talk(kept, "eva")
    talk.settle(talk.begin(QUESTION), answer)

    again = Talk(kept, "eva", talk.id)

    assert [answer.statements] == [one.statements for one in again.answers]


def test_a_guessed_address_leads_to_a_conversation_of_ones_own(kept: Conversations) -> None:
    assert "gissat" != Talk(kept, "eva", "gissat").id


def test_the_last_question_makes_room_for_itself_an_earlier_one_stays(
    kept: Conversations, answer: Answer
) -> None:
    talk = Talk(kept, "eva")
    for question in ("Första?", "Andra?"):
        talk.settle(talk.begin(Asked(question=question)), answer)

    assert "Första?" == talk.take_back(0).question
    assert 2 == len(talk.turns)
    assert "Andra?" == talk.take_back(1).question

    assert ["Första?"] == [turn.question for turn in Talk(kept, "eva", talk.id).turns]


def test_the_same_verdict_again_takes_it_back(kept: Conversations, answer: Answer) -> None:
    talk = Talk(kept, "eva")
    number = talk.begin(QUESTION)
    talk.settle(number, answer)

    talk.judge(number, Verdict(is_good=True))
    assert Verdict(is_good=True) == Talk(kept, "eva", talk.id).turns[0].verdict
    talk.judge(number, Verdict(is_good=True))
    assert Talk(kept, "eva", talk.id).turns[0].verdict is None


def test_what_cannot_be_kept_is_shown_all_the_same(tmp_path: Path, answer: Answer) -> None:
    database = Database.open(tmp_path, EVERYTHING)
    talk = Talk(Conversations(database), "eva")
    database.close()

    talk.settle(talk.begin(QUESTION), answer)

    assert [answer] == [turn.outcome for turn in talk.turns]
    assert talk.problem.startswith("Samtalet kan inte sparas")


def test_what_another_tab_asked_is_not_written_over(kept: Conversations, answer: Answer) -> None:
    here = Talk(kept, "eva")
    here.settle(here.begin(Asked(question="Första?")), answer)
    there = Talk(kept, "eva", here.id)
    there.settle(there.begin(Asked(question="Andra?")), answer)

    here.catch_up()
    here.settle(here.begin(Asked(question="Tredje?")), answer)

    told = [turn.question for turn in Talk(kept, "eva", here.id).turns]
    assert ["Första?", "Andra?", "Tredje?"] == told


def test_a_question_that_is_not_the_last_in_another_tab_stays(
    kept: Conversations, answer: Answer
) -> None:
    here = Talk(kept, "eva")
    here.settle(here.begin(Asked(question="Första?")), answer)
    there = Talk(kept, "eva", here.id)
    there.settle(there.begin(Asked(question="Andra?")), answer)

    assert "Första?" == here.take_back(0).question

    assert 2 == len(Talk(kept, "eva", here.id).turns)
