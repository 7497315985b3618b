"""The table of who said what."""

from rag.results import ActorRow, Statement, Support
from ui.drawing.actors import actors_table
from ui.drawing.markup import text

SAID = Statement(text="Badet är <kallt>.", support=Support.SUPPORTED, citations=(1,))


def test_a_row_has_the_speaker_and_what_was_said() -> None:
    row = ActorRow(actor="Eva Ek", organisation="Holmby", statements=(SAID,))
    drawn = actors_table([row], lambda said: text(said[0].text))

    assert '<th scope="row">Eva Ek (Holmby)</th><td>Badet är &lt;kallt&gt;.</td>' in drawn


def test_what_no_one_is_said_to_have_said_is_told() -> None:
    drawn = actors_table([ActorRow(actor=None, statements=(SAID,))], lambda _: text(""))

    assert "Utan angiven talare" in drawn


def test_one_who_said_nothing_is_told() -> None:
    drawn = actors_table([ActorRow(actor="Tallmora")], lambda _: text("inget"))

    assert "tog inte upp det, enligt protokollet" in drawn
    assert "inget<" not in drawn
