"""Draw meetings as HTML: lists of them, and the heading of one."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rag.minutes import Document
from rag.results import Meeting
from ui import local, strings
from ui.drawing.addresses import meeting_address
from ui.drawing.cited import SEPARATOR, place, separated
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text, told
from ui.parsed import meeting_date


def rows(meetings: Iterable[Meeting], *, by_year: bool) -> Html:
    """Draw a list of meetings to click, under the years when *by_year*."""
    if not by_year:
        return tag("ul", *(_row(meeting) for meeting in meetings), class_="meetings")
    years = groupby(meetings, key=_year)
    return join(
        *(
            tag(
                "section",
                tag("h2", text(year), class_="group"),
                tag("ul", *(_row(meeting) for meeting in group), class_="meetings"),
            )
            for year, group in years
        )
    )


def heading(document: Document) -> Html:
    """Draw a meeting's title, and under it when, where and by whom it was held."""
    minutes = document.minutes
    body = "" if _tells(minutes.title, minutes.body) else minutes.body
    held = dict.fromkeys(filter(None, (body, minutes.organisation, minutes.place)))
    details = [*map(swedish, held), text(strings.KINDS[minutes.kind])]
    inferred = minutes.date is not None and minutes.date.inferred
    return tag(
        "header",
        tag("p", text(_when(document)), class_="when"),
        tag("h2", swedish(minutes.title)),
        tag("p", separated(*details), class_="details"),
        tag("p", text(strings.DATE_INFERRED), class_="details") if inferred else NOTHING,
        *(tag("p", told(warning), class_="warning") for warning in document.warnings),
        class_="meeting-head",
        tabindex="-1",
    )


def brief(document: Document) -> Html:
    """Draw which meeting a passage stands in, with a link to the whole of it."""
    minutes = document.minutes
    body = [swedish(minutes.body)] if minutes.body else []
    return tag(
        "p",
        tag("strong", swedish(minutes.title)),
        tag("span", separated(text(meeting_date(minutes.date)), *body), class_="details"),
        tag(
            "a",
            text(strings.SOURCE_OPEN_MEETING),
            href=meeting_address(document.id),
            target="_blank",
        ),
        class_="brief",
    )


def notice(sentence: str) -> Html:
    """Draw a calm sentence in place of content."""
    return tag("p", text(sentence), class_="notice")


def _when(document: Document) -> str:
    parts = (meeting_date(document.minutes.date), document.minutes.time)
    return SEPARATOR.join(part for part in parts if part)


def box(title: str, content: Sequence[Html], kind: str, *, heading: str = "h4") -> Html:
    """Draw what belongs together under a title, a *heading* or not; nothing when there is none."""
    if not content:
        return NOTHING
    return tag("div", tag(heading, text(title), class_="box-title"), *content, class_=f"box {kind}")


def _tells(title: str, body: str | None) -> bool:
    """Tell whether a title ends with the body's name, which then is not said again under it."""
    return bool(body) and title.casefold().endswith(str(body).casefold())


def _year(meeting: Meeting) -> str:
    return str(meeting.date.first.year) if meeting.date else strings.UNDATED.capitalize()


def _row(meeting: Meeting) -> Html:
    copy = (strings.SAME_MEETING_COPY,) if meeting.answered_from else ()
    warnings = len(meeting.warnings)
    warned = (local.count(warnings, strings.WARNING_FORMS),) if warnings else ()
    body = swedish(meeting.body) if meeting.body else text(strings.NO_BODY)
    bodies = () if _tells(meeting.title, meeting.body) else (body,)
    details = (*bodies, *map(text, (strings.KINDS[meeting.kind], *copy, *warned)))
    return tag(
        "li",
        tag(
            "button",
            tag("span", text(meeting_date(meeting.date)), class_="date"),
            tag("span", swedish(meeting.title), class_="title"),
            tag("span", separated(*details), class_="details"),
            class_="meeting",
            type="button",
            data_open=place(meeting.document_id),
        ),
    )
