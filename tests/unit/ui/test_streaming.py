"""An answer is printed while it is written."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rag.results import Answer, Statement, Support
from ui.commands.streaming import print_answer
from ui.terminal.plain import answer_text

FIRST = Statement(text="Bryggan är rutten.", support=Support.SUPPORTED, citations=(1,))
SECOND = replace(FIRST, text="En ny byggs.")


def written(answer: Answer, *statements: Statement) -> Answer:
    text = "\n".join(f"{statement.text} [1]" for statement in statements)
    return replace(answer, model="ollama:m", statements=statements, text=text)


def test_each_sentence_is_printed_before_the_next_is_written(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    printed: list[str] = []

    def answers() -> Iterator[Answer]:
        for so_far in ((FIRST,), (FIRST, SECOND)):
            yield written(answer, *so_far)
            printed.append(capsys.readouterr().out)

    print_answer(answers())

    assert ["Bryggan är rutten. [1]", "\nEn ny byggs. [1]"] == printed


def test_in_the_end_all_is_printed_once(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    whole = replace(written(answer, FIRST, SECOND), notes=("En mening ströks.",))

    last = print_answer([written(answer, FIRST), whole], heading="Nyare först.\n\n")

    assert whole is last
    assert f"Nyare först.\n\n{answer_text(whole)}\n" == capsys.readouterr().out


def test_extracts_are_printed_whole(answer: Answer, capsys: pytest.CaptureFixture[str]) -> None:
    print_answer([answer])

    assert f"{answer_text(answer)}\n" == capsys.readouterr().out


def test_what_a_failing_model_wrote_is_taken_back(
    answer: Answer, capsys: pytest.CaptureFixture[str]
) -> None:
    print_answer([written(answer, FIRST), answer])

    printed = capsys.readouterr().out
    assert printed.startswith("Bryggan är rutten. [1]\n\nDet som hann skrivas gäller inte.")
    assert printed.endswith(f"{answer_text(answer)}\n")
