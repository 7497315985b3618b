"""Draw meetings as HTML: lists of them, and the heading of one."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rag.minutes import Document
from rag.results import Meeting
from ui import strings, swedish
from ui.drawing.cited import SEPARATOR, place
from ui.drawing.markup import NOTHING, Html, join, tag, text
from ui.parsed import meeting_date

MEETINGS_PATH = "moten"
MEETING_PARAMETER = "mote"


def rows(meetings: Iterable[Meeting], *, by_year: bool) -> Html:
    """Draw a list of meetings to click, under the years when *by_year*."""
    if not by_year:
        return tag("ul", *(_row(meeting) for meeting in meetings), class_="meetings")
    years = groupby(meetings, key=_year)
    return join(
        *(
            tag(
                "section",
                tag("h3", text(year), class_="year"),
                tag("ul", *(_row(meeting) for meeting in group), class_="meetings"),
            )
            for year, group in years
        )
    )


def heading(document: Document) -> Html:
    """Draw a meeting's title, and under it when, where and by whom it was held."""
    minutes = document.minutes
    details = (minutes.body, minutes.organisation, minutes.place, strings.KINDS[minutes.kind])
    inferred = minutes.date is not None and minutes.date.inferred
    return tag(
        "header",
        tag("p", text(_when(document)), class_="when"),
        tag("h2", text(minutes.title)),
        tag("p", text(SEPARATOR.join(dict.fromkeys(d for d in details if d))), class_="details"),
        tag("p", text(strings.DATE_INFERRED), class_="details") if inferred else NOTHING,
        *(tag("p", text(warning), class_="warning") for warning in document.warnings),
        class_="meeting-head",
    )


def brief(document: Document) -> Html:
    """Draw which meeting a passage stands in, with a link to the whole of it."""
    minutes = document.minutes
    details = (meeting_date(minutes.date), minutes.body)
    return tag(
        "p",
        tag("strong", text(minutes.title)),
        tag("span", text(SEPARATOR.join(d for d in details if d)), class_="details"),
        tag(
            "a",
            text(strings.SOURCE_OPEN_MEETING),
            href=f"{MEETINGS_PATH}?{MEETING_PARAMETER}={document.id}",
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


def box(title: str, content: Sequence[Html], kind: str) -> Html:
    """Draw what belongs together under a title; nothing when there is none."""
    if not content:
        return NOTHING
    return tag("div", tag("h4", text(title)), *content, class_=f"box {kind}")


def _year(meeting: Meeting) -> str:
    return str(meeting.date.first.year) if meeting.date else strings.UNDATED.capitalize()


def _row(meeting: Meeting) -> Html:
    copy = (strings.SAME_MEETING_COPY,) if meeting.answered_from else ()
    told = (
        (swedish.count(len(meeting.warnings), strings.WARNING_FORMS),) if meeting.warnings else ()
    )
    known = (meeting.body or strings.NO_BODY, strings.KINDS[meeting.kind])
    details = SEPARATOR.join((*known, *copy, *told))
    return tag(
        "li",
        tag(
            "button",
            tag("span", text(meeting_date(meeting.date)), class_="date"),
            tag("span", text(meeting.title), class_="title"),
            tag("span", text(details), class_="details"),
            class_="meeting",
            type="button",
            data_open=place(meeting.document_id),
        ),
    )
