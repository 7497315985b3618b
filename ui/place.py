"""Read where a click or a link leads: a document, and a passage of it to mark."""

import re
from dataclasses import dataclass
from typing import Self

from rag.errors import FilterError
from rag.minutes import DocumentId
from rag.span import Span
from ui import strings

PLACE = re.compile(
    r"""(?P<id>[0-9a-f]{4,64})
    (?::(?P<start>\d{1,9}):(?P<end>\d{1,9})
        (?::(?P<words>\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,99}))?   # 3-9,12-20
    )?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a click or a link leads."""

    document_id: DocumentId
    span: Span
    words: tuple[Span, ...] = ()
    """Those of the passage that carry the statement it was opened from."""

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read what `ui.drawing.cited.place` wrote, or what a link says.

        Raises:
            FilterError: it is neither.
        """
        found = PLACE.fullmatch(written)
        if found is None:
            raise FilterError(strings.BROKEN_LINK)
        return cls(
            document_id=DocumentId(found["id"]),
            span=_span(found["start"] or "0", found["end"] or "0"),
            words=tuple(_span(*run.split("-")) for run in (found["words"] or "").split(",") if run),
        )


def _span(start: str, end: str) -> Span:
    return Span(int(start), max(int(start), int(end)))
