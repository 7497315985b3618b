"""What is read from a question limits its answer, and never loses it."""

import pytest

from rag.assistant import Assistant
from rag.results import Filters, Status


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Vad beslutades om badhuset i mars 2024?", "att bordlägga ärendet"),
        ("Vad beslutades om badhuset i maj 2024?", "att hålla badhuset öppet"),
        ("Vad beslutades om badhuset på marsmötet?", "att bordlägga ärendet"),
        ("Vad beslutades i § 13?", "att bordlägga ärendet"),
        ("vad bestamdes om vindkraffen", "att avstyrka ansökan"),
        ("Vad beslutades om vind kraft?", "att avstyrka ansökan"),
        ("What was decided about wind power?", "att avstyrka ansökan"),
        ("Vilka deltog på kommunstyrelsens senaste möte?", "Birger Tallsten (M), ordförande"),
    ],
)
def test_the_meeting_that_is_meant_answers(assistant: Assistant, question: str, quote: str) -> None:
    answer = assistant.ask(question)

    assert Status.ANSWERED is answer.status
    assert answer.citations[0].quote.startswith(quote)


def test_what_another_meeting_says_is_a_part_of_the_answer(assistant: Assistant) -> None:
    answer = assistant.ask("Vad beslutades om vindkraft i mars 2024?")

    assert (Status.PARTIAL, ("mars 2024",)) == (answer.status, answer.missing)
    assert (Filters(), ("mars 2024",)) == (answer.understood.filters, answer.understood.unmet)
    assert answer.citations[0].quote.startswith("att avstyrka ansökan")


def test_what_no_meeting_says_is_not_found_whatever_the_question_limits(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Vad beslutades om rymdresor i mars 2024?")

    assert (Status.NOT_FOUND, 1) == (answer.status, answer.searched.meetings)


def test_passages_are_searched_in_the_minutes_words(assistant: Assistant) -> None:
    misspelt, spelt = assistant.search("vindkraffen"), assistant.search("vindkraften")

    assert spelt[0].passage == misspelt[0].passage
