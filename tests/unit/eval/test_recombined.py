from itertools import islice

import pytest

from eval.recombined import recombined_minutes, recombined_questions, sentences_of
from rag.minutes import Document

TEXTS = [
    f"Ärende {number} gäller badhusets taxa. Nämnden vill se en ny utredning före mars. "
    f"Hyran för lokal {number} höjs med tre procent."
    for number in range(60)
]
SENTENCES = sentences_of(TEXTS)


@pytest.fixture(scope="module")
def meetings() -> list[Document]:
    return list(islice(recombined_minutes(SENTENCES), 5))


def test_the_same_seed_makes_the_same_minutes(meetings: list[Document]) -> None:
    assert meetings == list(islice(recombined_minutes(SENTENCES), 5))
    assert meetings != list(islice(recombined_minutes(SENTENCES, seed=2), 5))


def test_every_span_is_what_it_says(meetings: list[Document]) -> None:
    for meeting in meetings:
        minutes = meeting.minutes
        assert all(person.span.of(meeting.text) == person.name for person in minutes.people)
        assert all(item.heading.of(meeting.text).startswith("§ ") for item in minutes.items)
        assert len(minutes.items) + 1 == len(meeting.chunks)


def test_what_is_said_stands_in_the_texts(meetings: list[Document]) -> None:
    item = meetings[0].minutes.items[0]
    said = item.span.of(meetings[0].text).removeprefix(item.heading.of(meetings[0].text))

    assert set(sentences_of([said]).asked) <= {
        sentence for text in SENTENCES.said for sentence in text
    }


def test_questions_come_from_texts_that_the_minutes_do_not_have() -> None:
    questions = recombined_questions(SENTENCES, 30)

    assert questions == recombined_questions(SENTENCES, 30)
    assert all(any(words in sentence for sentence in SENTENCES.asked) for words in questions)
    assert all(len(words.split()) <= 12 for words in questions)
    held_out = set(SENTENCES.asked)
    assert held_out.isdisjoint({f"Ärende {n} gäller badhusets taxa." for n in range(1, 20)})
