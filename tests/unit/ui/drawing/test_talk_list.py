"""A visitor's conversations as a list."""

import re
from html import unescape

from rag.storing.turns import Conversation
from ui import strings
from ui.drawing.talk_list import talks

ONE = Conversation(
    id="abc",
    name="Bryggan <b>",
    changed="2024-03-04T12:00:00+00:00",
    questions=("Vad beslutades om BRYGGAN?", "Och när?"),
)


def shown(html: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", html).split()))


def test_a_conversation_is_opened_renamed_and_removed_by_its_id() -> None:
    drawn = talks([ONE], "")

    assert 'data-open="abc"' in drawn
    assert 'data-act="remove" data-text="abc"' in drawn
    assert 'data-act="rename" data-of="abc"' in drawn
    assert "Bryggan <b> 4 mars 2024 · 2 frågor" in shown(drawn)
    assert "<b>" not in drawn


def test_a_conversation_is_found_by_all_its_questions() -> None:
    assert 'data-find="bryggan &lt;b&gt; vad beslutades om bryggan? och när?"' in talks([ONE], "")


def test_the_one_that_is_shown_is_told_apart() -> None:
    assert 'aria-current="true"' in talks([ONE], "abc")
    assert "aria-current" not in talks([ONE], "other")


def test_an_empty_list_says_so() -> None:
    assert f"{strings.TALKS_NONE} {strings.TALKS_LEAD}" == shown(talks([], ""))
