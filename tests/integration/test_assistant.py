"""Questions to a real library of invented minutes: what must hold whatever is asked."""

from datetime import date
from pathlib import Path

import pytest
from fakes import MINUTES
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.assembling.assembly import build_assistant
from rag.assistant import Assistant
from rag.errors import QuestionError, UnknownMeetingError
from rag.results import Answer, Filters, Status, Support
from rag.settings import Settings

MARCH, MAY, NETWORK, CYCLES = MINUTES


def said(answer: Answer) -> str:
    return "\n".join(statement.text for statement in answer.statements)


def cited_files(answer: Answer) -> set[str]:
    return {Path(citation.source).name for citation in answer.citations}


def assert_honest(answer: Answer) -> None:
    """Assert the promises that every answer keeps."""
    used = {number for statement in answer.statements for number in statement.citations}
    assert used == {citation.n for citation in answer.citations}
    assert all(statement.support is Support.SUPPORTED for statement in answer.statements)
    assert all(
        citation.quote == MINUTES[Path(citation.source).name][citation.start : citation.end]
        for citation in answer.citations
    )
    assert (answer.status is Status.NOT_FOUND) == (not answer.statements)
    assert all(statement.text in answer.text for statement in answer.statements)
    assert 0 <= answer.confidence <= 1


@pytest.mark.parametrize(
    ("question", "words", "file"),
    [
        pytest.param("Vad beslutades om vindkraft på Stormhöjden?", "avstyrka", MAY, id="decision"),
        pytest.param(
            "Vad beslutades om skolskjutsen till Tallmora?", "en andra tur", MARCH, id="another"
        ),
        pytest.param("Vad kostar dagens skolskjuts till Tallmora?", "140 000", MARCH, id="amount"),
        pytest.param(
            "Till hur mycket höjdes medlemsavgiften?", "200 kronor", CYCLES, id="inflected"
        ),
        pytest.param("Vad berättar Bäckinge kommun om ESF?", "unga vuxna", NETWORK, id="who said"),
        pytest.param("Vad visade AF om sprakpraktik?", "visade statistik", NETWORK, id="no å"),
    ],
)
def test_a_question_is_answered_by_the_words_of_the_minutes(
    assistant: Assistant, question: str, words: str, file: str
) -> None:
    answer = assistant.ask(question)

    assert_honest(answer)
    assert answer.status is not Status.NOT_FOUND
    assert words in said(answer)
    assert file in cited_files(answer)


@pytest.mark.parametrize(
    ("question", "present", "absent"),
    [
        pytest.param(
            "Vilka deltog i cykelföreningens styrelsemöte?",
            "Hedda Kvist",
            "Elvira Stenhed",
            id="those present",
        ),
        pytest.param(
            "Vem deltog från Arbetsförmedlingen?", "Gunvor Silfver", "Folke Granmo", id="of one"
        ),
        pytest.param(
            "Vem var sekreterare i cykelföreningen?", "Ivar Lundmo", "Jorun Åsell", id="a role"
        ),
    ],
)
def test_a_question_about_people_is_answered_from_the_lists(
    assistant: Assistant, question: str, present: str, absent: str
) -> None:
    answer = assistant.ask(question)

    assert_honest(answer)
    assert present in said(answer)
    assert absent not in said(answer)


def test_who_was_absent_is_told_for_the_meeting_asked_for(assistant: Assistant) -> None:
    march = assistant.ask("Vem var frånvarande?", filters=Filters(last=date(2024, 3, 31)))

    assert "Doris Hallmo" in said(march)
    assert "Alva Rydmark" not in said(march)


def test_decisions_are_quoted_word_for_word(assistant: Assistant) -> None:
    answer = assistant.ask("Vad beslutade kommunstyrelsen om skolskjuts till Tallmora?")

    assert (
        "att införa en andra tur för skolskjutsen till Tallmora från den 19 augusti 2024"
        in said(answer).splitlines()
    )


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Vad sades om kärnkraftverkets reaktortank?", id="never spoken of"),
        pytest.param("xyzzy plugh qwertyuiop", id="no words"),
        pytest.param("Hur går det för isbjörnarna på Svalbard?", id="elsewhere"),
    ],
)
def test_what_the_minutes_do_not_say_is_not_found(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)

    assert_honest(answer)
    assert Status.NOT_FOUND is answer.status
    assert "Det framgår inte av protokollen. 4 möten genomsöktes." == answer.text
    assert 4 == answer.searched.meetings


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Sammanfatta mötet den 3 maj 1987", id="summary"),
        pytest.param("Vem var närvarande den 3 maj 1987?", id="attendance"),
        pytest.param("Vad beslutades den 3 maj 1987?", id="decisions"),
    ],
)
def test_nothing_is_told_of_a_day_on_which_no_meeting_was_held(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)

    assert_honest(answer)
    assert Status.NOT_FOUND is answer.status
    assert ("Inget möte i biblioteket stämmer med: 3 maj 1987.",) == answer.notes


def test_a_subject_is_answered_from_other_days_than_the_one_named(assistant: Assistant) -> None:
    answer = assistant.ask("Vad beslutades om vindkraft på Stormhöjden den 3 maj 1987?")

    assert_honest(answer)
    assert Status.PARTIAL is answer.status
    assert "3 maj 1987" in answer.missing


def test_the_years_that_something_was_spoken_of_are_no_part_of_it(assistant: Assistant) -> None:
    answer = assistant.ask("Vad har sagts om skolskjuts genom åren?")

    assert ("skolskjuts",) == answer.understood.subject


def test_the_filters_of_the_user_are_kept(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Vad beslutades om badhusets öppettider?", filters=Filters(first=date(2024, 5, 1))
    )

    assert {MAY} == cited_files(answer)
    assert "bordlägga" not in said(answer)
    assert 2 == answer.searched.meetings


def test_an_empty_library_says_that_there_is_nothing_to_search(tmp_path: Path) -> None:
    empty = build_assistant(Settings(library=tmp_path / "library"))

    answer = empty.ask("Vad beslutades om badhuset?")

    assert Status.NOT_FOUND is answer.status
    assert "Inget möte finns att söka i." in answer.text


def test_the_same_question_gets_the_same_answer(assistant: Assistant) -> None:
    one, other = (assistant.ask("Vad sades om badhuset?") for _ in range(2))

    assert (one.statements, one.citations, one.hits) == (
        other.statements,
        other.citations,
        other.hits,
    )


def test_a_question_that_is_too_long_is_an_error(assistant: Assistant) -> None:
    with pytest.raises(QuestionError, match="får vara högst 2000"):
        assistant.ask("Vad? " * 1000)


def test_a_meeting_is_found_read_and_summarised_by_its_id(assistant: Assistant) -> None:
    newest = assistant.meetings()[0]
    found = assistant.find(newest.document_id[:8])

    assert MINUTES[NETWORK].strip() == assistant.document(found).text.strip()
    assert newest == assistant.summarise(found).meeting


def test_a_meeting_that_is_not_there_is_an_error(assistant: Assistant) -> None:
    with pytest.raises(UnknownMeetingError):
        assistant.find("zz")


QUESTIONS = st.lists(
    st.sampled_from(
        """vad vem när hur mycket beslutades sa deltog frånvarande ordförande kostar om i på den
        skolskjuts badhuset vindkraft Stormhöjden Tallmora medlemsavgift ESF verktyg kommunen
        Doris Elvira § 12 2024 2019 KS 2024/44 pingviner inte alla""".split()
    ),
    min_size=1,
    max_size=7,
).map(lambda words: f"Vad {' '.join(words)}?")


@settings(max_examples=40)
@given(QUESTIONS)
def test_whatever_is_asked_the_answer_is_honest(assistant: Assistant, question: str) -> None:
    assert_honest(assistant.ask(question))
