"""Notes of answers as HTML."""

from rag.matters.course import MET
from rag.structured.overview import WHOLE
from ui.drawing.notes import note


def test_a_summary_that_the_terminal_would_make_is_a_link_to_the_meeting() -> None:
    html = note(WHOLE.format(id="ab12cd34ef56"))

    assert 'href="moten?mote=ab12cd34ef56"' in html
    assert "motesminne" not in html


def test_a_matter_is_a_link_to_its_course_whatever_it_is_called() -> None:
    html = note(MET.format(count=3, matter='KS 2024/7" onclick="x'))

    assert "tagits upp på 3 möten" in html
    assert 'href="arenden?arende=KS%202024/7%22%20onclick%3D%22x"' in html


def test_another_note_is_told_as_it_is() -> None:
    assert '<p class="details">Protokollet namnger &lt;b&gt; inte vem.</p>' == note(
        "Protokollet namnger <b> inte vem."
    )
