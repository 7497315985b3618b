"""Draw what each speaker said as a table; nothing here knows how statements are drawn."""

from collections.abc import Callable, Sequence

from rag.phrasing.phrases import actor_name
from rag.results import ActorRow, Statement
from ui import strings
from ui.drawing.markup import Html, swedish, tag, text


def actors_table(rows: Sequence[ActorRow], draw: Callable[[Sequence[Statement]], Html]) -> Html:
    """Draw a row for each speaker, with what *draw* makes of the statements."""
    return tag(
        "table",
        tag("caption", text(strings.ACTORS_CAPTION)),
        tag("tbody", *(_row(row, draw) for row in rows)),
        class_="actors",
    )


def _row(row: ActorRow, draw: Callable[[Sequence[Statement]], Html]) -> Html:
    said = draw(row.statements) if row.statements else tag("p", text(strings.SILENT))
    return tag(
        "tr",
        tag(
            "th", swedish(actor_name(row)) if row.actor else text(strings.UNATTRIBUTED), scope="row"
        ),
        tag("td", said),
        class_="spoken" if row.statements else "silent",
    )
