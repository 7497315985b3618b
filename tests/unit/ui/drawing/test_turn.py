"""A turn shows its question, its answer and what can be done; all words stay words."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

import pytest

from rag.minutes import DocumentId
from rag.results import Answer, Filters, Meeting, Support
from rag.storing.turns import Asked, Gone, Interrupted, Outcome, Problem, Turn, Verdict
from ui import strings
from ui.drawing import turn

ATTACK = "<img src=x onerror=alert(1)>"


def of(outcome: Outcome, question: str = "Vad beslutades?", **asked: Filters) -> Turn:
    return Turn(asked=Asked(question=question, **asked), outcome=outcome)


def shown(html: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", html).split()))


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        pytest.param(Problem(sentence="Frågan är för lång."), "Frågan är för lång.", id="problem"),
        pytest.param(Interrupted(), strings.ASK_INTERRUPTED, id="stopped"),
        pytest.param(Gone(), strings.ASK_GONE, id="its minutes are gone"),
    ],
)
def test_what_got_no_answer_says_why_and_can_be_asked_again(
    outcome: Outcome, sentence: str
) -> None:
    drawn = turn.turn(of(outcome), {})

    assert f"Vad beslutades? {sentence} {strings.ASK_AGAIN}" == shown(drawn)
    assert 'data-act="again"' in drawn


def test_an_answer_is_copied_with_its_sources(answer: Answer) -> None:
    copied = turn.copied(answer)

    assert "- Styrelsen beslutar att bygga en ny. [1]" in copied
    assert "[1] Styrelsen för Ekdals badförening 2024-03-04, § 2 Bryggan vid Långsjön" in copied


def test_a_question_is_linked_to_with_its_signs(answer: Answer) -> None:
    drawn = turn.turn(of(answer, "Kostar A & B 5 %?"), {})

    assert 'data-copy-link="?q=Kostar+A+%26+B+5+%25%3F"' in drawn


@pytest.mark.parametrize(
    ("verdict", "pressed"),
    [
        pytest.param(None, ["false", "false"], id="none"),
        pytest.param(Verdict(is_good=True), ["true", "false"], id="good"),
        pytest.param(Verdict(is_good=False, reason="Fel källa"), ["false", "true"], id="bad"),
    ],
)
def test_a_verdict_is_shown_by_its_button(
    answer: Answer, verdict: Verdict | None, pressed: list[str]
) -> None:
    drawn = turn.turn(replace(of(answer), verdict=verdict), {})

    assert pressed == re.findall(r'aria-pressed="(\w+)"', drawn)
    assert bool(verdict and verdict.reason) == (": Fel källa." in shown(drawn))


def test_limits_are_chips_and_those_of_the_question_can_be_undone(
    answer: Answer, meeting: Meeting
) -> None:
    limited = replace(answer, understood=replace(answer.understood, limits=("mars 2024",)))
    filters = Filters(person="Tor", meetings=(meeting.document_id,))

    drawn = turn.turn(of(limited, filters=filters), {meeting.document_id: meeting})

    assert (
        f"{strings.LIMITED_TO} Person: Tor Möte: Styrelsen för Ekdals badförening, 4 mars 2024 "
        "mars 2024"
    ) in shown(drawn)
    assert ["mars 2024"] == re.findall(r'data-act="without" data-text="([^"]*)"', drawn)


def test_a_mark_of_support_is_explained_once_in_a_conversation(answer: Answer) -> None:
    doubtful = replace(
        answer,
        statements=tuple(replace(one, support=Support.PARTLY) for one in answer.statements),
    )
    explained = turn.explained_by([of(doubtful)])
    sentence = strings.SUPPORTS_EXPLAINED[Support.PARTLY]

    assert sentence in shown(turn.turn(of(doubtful), {}))
    assert sentence not in shown(turn.turn(of(doubtful), {}, explained))


def attacks(answer: Answer) -> Iterable[Turn]:
    yield of(answer, ATTACK)
    yield of(Problem(sentence=ATTACK))
    yield of(answer, filters=Filters(body=ATTACK, person=ATTACK, meetings=(DocumentId(ATTACK),)))
    yield replace(of(answer), verdict=Verdict(is_good=False, reason=ATTACK))
    yield of(replace(answer, understood=replace(answer.understood, limits=(ATTACK,))))


def test_html_in_what_users_write_is_shown_as_text(answer: Answer) -> None:
    for attack in attacks(answer):
        assert "<img" not in turn.turn(attack, {})
