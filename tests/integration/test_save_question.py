"""The button that makes a test of an answer in the app."""

from pathlib import Path

import pytest
from command_line import Motesminne
from streamlit.testing.v1 import AppTest

from eval.dataset import load_questions
from eval.saving import FILE_NAME

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def asking_page() -> None:
    from ui.drawing import turn
    from ui.views import ask
    from ui.widgets import talks

    ask.show()
    if talks.current().turns:
        ask.act(talks.current(), 0, turn.SAVE)


def ask_and_save(question: str) -> AppTest:
    app = AppTest.from_function(asking_page, default_timeout=60).run()
    return app.chat_input[0].set_value(question).run()


def test_an_answer_becomes_a_question_of_the_librarys_file(
    writer: Motesminne, tmp_path: Path
) -> None:
    app = ask_and_save("Vad kostar ett nytt plåttak?")

    [question] = load_questions(tmp_path / "library" / FILE_NAME).questions
    assert "Vad kostar ett nytt plåttak?" == question.question
    assert FILE_NAME in app.toast[0].value.replace("\\", "")
    assert not app.exception


def test_a_file_that_is_damaged_is_one_calm_sentence(writer: Motesminne, tmp_path: Path) -> None:
    (tmp_path / "library" / FILE_NAME).write_text("{", encoding="utf-8")

    app = ask_and_save("Vad kostar ett nytt plåttak?")

    assert "rad 1" in app.toast[0].value.replace("\\", "")
    assert not app.exception
