"""Turn cited statements into lines whose notes name the places in the minutes."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ingest.failure import shown
from rag.minutes import DocumentId
from rag.phrasing.phrases import doubt
from rag.results import Citation, Statement
from ui.exports.paper import Line, Note
from ui.local import NO_BREAK_SPACE, iso_text

QUOTE_CHARS = 160
ITEM_CHARS = 70

# What stands before a task in a list: `[ ] Eva beställer lås`.
TICK_BOX = re.compile(r"^\[[ xX]?\]\s*")


class Sources:
    """The places that a paper cites."""

    def __init__(
        self, citations: Iterable[Citation], names: Mapping[DocumentId, str] | None = None
    ) -> None:
        """Take the citations, and what to call a meeting instead of its title."""
        self._citations = {citation.n: citation for citation in citations}
        self._names = names or {}

    def line(
        self, statement: Statement, *, label: str = "", under: str = "", listed: bool = False
    ) -> Line:
        """Return *statement* as a line.

        Args:
            statement: Words of the minutes, or about them.
            label: What it is, set off before it; not said again where the words begin with it.
            under: The same, where it stands above the line already.
            listed: It is an entry of a list, such as a name: the list's place is enough.
        """
        cited = [self._citations[n] for n in statement.citations if n in self._citations]
        notes = dict.fromkeys(
            self.note(citation, quoted=not listed and _is_needed(citation, statement.text))
            for citation in cited
        )
        text = unlabelled(label or under, TICK_BOX.sub("", statement.text))
        return Line(
            text=" ".join(filter(None, (text, doubt(statement)))), notes=tuple(notes), label=label
        )

    def note(self, citation: Citation, *, quoted: bool) -> Note:
        """Return the note that names the cited place, and says its words when *quoted*."""
        name = self._names.get(citation.document_id, citation.meeting)
        day = citation.date and (iso_text(citation.date) if "/" in citation.date else citation.date)
        where = (
            " ".join(filter(None, (name, day))),
            citation.item and shortened(citation.item, ITEM_CHARS),
            f"s.{NO_BREAK_SPACE}{citation.page}" if citation.page else None,
        )
        place = f"{', '.join(filter(None, where))} ({shown(Path(citation.source).name)})"
        place = place.replace("§ ", f"§{NO_BREAK_SPACE}")
        return Note(text=f"{place}: {quotation(citation.quote)}" if quoted else place)


def unlabelled(label: str, text: str) -> str:
    """Return *text* without *label* and its colon, where it begins with them.

    >>> unlabelled("Beslut", "Beslut: bifall"), unlabelled("Beslut", "att köpa en båt")
    ('bifall', 'att köpa en båt')
    """
    head, colon, rest = text.partition(":")
    return rest.strip() if colon and label and head.strip().casefold() == label.casefold() else text


def quotation(words: str) -> str:
    """Return *words* between Swedish quotation marks, a long quote cut at a word.

    >>> quotation("Avgiften  höjs.")
    '”Avgiften höjs.”'
    """
    return f"”{shortened(words, QUOTE_CHARS)}”"


def shortened(text: str, most: int) -> str:
    """Return *text* on one line, cut at a word where it is longer than *most* characters.

    >>> shortened("Avgiften för badhuset höjs", 15)
    'Avgiften för …'
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    head, space, _ = line[: most - 1].rpartition(" ")
    return f"{head} …" if space else f"{line[: most - 1]}…"


def _is_needed(citation: Citation, text: str) -> bool:
    """Tell whether a reader needs the quote: *text* is in other words, or the place is vague."""
    is_verbatim = " ".join(text.split()) in " ".join(citation.quote.split())
    return not is_verbatim or not (citation.item or citation.page)
