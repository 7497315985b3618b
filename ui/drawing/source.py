"""Draw an open source as HTML: which meeting it is, its text with the passage, its pages."""

from collections.abc import Iterable, Sequence

from ingest.sheets import Box, Marked, Sheet
from rag.minutes import Document
from rag.span import Span
from ui import strings
from ui.drawing import meeting, reading
from ui.drawing.markup import NOTHING, Html, join, tag, text, told
from ui.place import Place

PDF = ".pdf"


def source(document: Document, place: Place) -> Html:
    """Draw *document*, *place* marked in its text, and what can be done with it."""
    page = document.page_at(place.span.start) if document.pages else None
    return join(
        meeting.brief(document),
        tag(
            "div",
            _views(page) if page and document.source.lower().endswith(PDF) else NOTHING,
            tag(
                "button",
                text(strings.SOURCE_LINK),
                type="button",
                class_="tool",
                data_copy_link=f"?doc={document.id}&start={place.span.start}&end={place.span.end}",
                data_done=strings.COPIED,
            ),
            class_="source-tools",
        ),
        tag(
            "div",
            reading.document(document, place.span, words=place.words),
            class_="pane text",
            tabindex="0",
            role="region",
            aria_label=strings.SOURCE_TEXT,
        ),
        tag(
            "div",
            class_="pane sheets",
            tabindex="0",
            role="region",
            aria_label=strings.SOURCE_PAGES,
            hidden="",
        ),
    )


def _views(page: int) -> Html:
    """Draw the choice between the text and the page as it was printed."""
    views = (("text", strings.SOURCE_AS_TEXT), ("sheets", strings.SOURCE_AS_PAGE.format(page=page)))
    return tag(
        "div",
        *(
            tag(
                "button",
                text(title),
                type="button",
                class_="tool view",
                data_view=view,
                aria_pressed=str(view == "text").lower(),
            )
            for view, title in views
        ),
        role="group",
        aria_label=strings.SOURCE_VIEW,
    )


def marked(document: Document, span: Span) -> tuple[Marked, ...]:
    """Return the words of *span* by the pages that they stand on."""
    found = []
    for page in document.pages:
        start, end = max(span.start, page.span.start), min(span.end, page.span.end)
        if start < end:
            length = max(page.span.end - page.span.start, 1)
            at = (start - page.span.start) / length
            words = Span(start, end).of(document.text)
            found.append(Marked(page=page.number, words=words, at=at))
    return tuple(found)


def sheets(document: Document, found: Sequence[Sheet], current: int | None) -> Html:
    """Draw the pages as pictures that are fetched when they come into view, words marked."""
    return join(
        *(
            tag(
                "figure",
                tag(
                    "div",
                    _picture(document, sheet),
                    *map(_box, sheet.boxes),
                    style=f"aspect-ratio: {sheet.width:.2f} / {sheet.height:.2f}",
                    class_="sheet",
                ),
                tag(
                    "figcaption",
                    text(strings.SHEET.format(page=sheet.number, pages=len(found))),
                ),
                **({"class_": "current"} if sheet.number == current else {}),
            )
            for sheet in found
        )
    )


def _picture(document: Document, sheet: Sheet) -> Html:
    label = strings.SHEET_LABEL.format(page=sheet.number, meeting=document.minutes.title)
    return tag(
        "img",
        src=f"kalla/{document.id}/sida/{sheet.number}.png",
        alt=label,
        loading="lazy",
        decoding="async",
    )


def _box(box: Box) -> Html:
    sides: Iterable[tuple[str, float]] = (
        ("left", box.left),
        ("top", box.top),
        ("width", box.right - box.left),
        ("height", box.bottom - box.top),
    )
    return tag("mark", style=";".join(f"{name}:{share:.2%}" for name, share in sides))


def missing(sentence: str) -> Html:
    """Draw why there is no source to show."""
    return tag("p", told(sentence), class_="missing", role="alert")
