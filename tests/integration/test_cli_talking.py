"""The command line holds a conversation."""

import sys
from io import StringIO

import pytest
from command_line import ROOF, Motesminne


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    lines = ("Vad kostar ett nytt plåttak?", "Och när var det?", "=Och när var det?", "?", "", "x")
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join(lines)))
    return monkeypatch


def test_follow_ups_lean_on_the_answer_before_until_a_line_is_empty(
    reader: Motesminne, says: pytest.MonkeyPatch
) -> None:
    ran = reader("ask", "--chat")

    assert 0 == ran.status
    assert ROOF in ran.out
    assert 1 == ran.out.count("samma möte (4 mars 2024)")
    assert 1 == ran.err.count("Frågan är tom")


def test_without_a_question_or_a_terminal_nothing_is_asked(reader: Motesminne) -> None:
    ran = reader("ask")

    assert 0 != ran.status
    assert "Ange antingen en fråga eller --input FIL." in ran.err
