"""Draw matters as HTML: the list of them, and the course of one step by step."""

from collections.abc import Iterable, Mapping

from rag.matters.values import MatterLine, Step, Timeline
from rag.results import Citation
from rag.swedish.words import fold
from ui import local, strings
from ui.drawing.addresses import MATTER_PARAMETER
from ui.drawing.cited import SEPARATOR, in_order, separated, statement
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text, told
from ui.drawing.meeting import box
from ui.drawing.timeline_picture import picture
from ui.parsed import meeting_date

# What else than a place a click can mean.
MATTER = f"{MATTER_PARAMETER}="


def matters(rows: Iterable[MatterLine]) -> Html:
    """Draw a list of matters to click."""
    return tag("ul", *map(_matter, rows), class_="meetings matters")


def timelines(found: Iterable[Timeline]) -> Html:
    """Draw the course of several matters one after the other."""
    return join(*map(timeline, found))


def timeline(found: Timeline) -> Html:
    """Draw what each meeting did with a matter: as a picture, and then in the minutes' words."""
    said = [one for step in found.steps for one in (*step.said, *step.decisions, *step.dissent)]
    numbered = in_order(said, found.citations)
    details = (found.registration_number, found.organisation)
    notes = (tag("p", told(note), class_="details") for note in found.notes)
    return tag(
        "section",
        tag("h2", swedish(found.title)),
        tag("p", swedish(SEPARATOR.join(filter(None, details))), class_="details"),
        picture(found),
        tag("ol", *(_step(step, numbered) for step in found.steps), class_="timeline"),
        *notes,
        class_="answer",
    )


def _matter(one: MatterLine) -> Html:
    dated = [meeting.date for meeting in one.meetings if meeting.date]
    bodies = {fold(meeting.body): meeting.body for meeting in one.meetings if meeting.body}
    details = (
        text(one.registration_number or ""),
        text(local.count(len(one.meetings), strings.MEETING_FORMS)),
        *map(swedish, bodies.values()),
    )
    return tag(
        "li",
        tag(
            "button",
            tag("span", text(meeting_date(dated[-1] if dated else None)), class_="date"),
            tag("span", swedish(one.title), class_="title"),
            tag("span", separated(*details), class_="details"),
            class_="meeting",
            type="button",
            data_open=f"{MATTER}{one.registration_number or one.title}",
        ),
    )


def _step(step: Step, numbered: Mapping[int, Citation]) -> Html:
    named = (step.meeting.body or step.meeting.title, step.item)
    where = (text(meeting_date(step.meeting.date)), *map(swedish, filter(None, named)))
    latest = (
        tag("span", text(strings.TIMELINE_LATEST), class_="status answered")
        if step.is_latest
        else NOTHING
    )
    decided = [statement(said, numbered) for said in step.decisions]
    return tag(
        "li",
        tag("h3", text(strings.STEPS[step.kind].capitalize()), latest),
        tag("p", separated(*where), class_="details"),
        *(statement(said, numbered) for said in step.said),
        box(strings.DECISIONS, decided, "decided"),
        *(statement(said, numbered) for said in step.dissent),
    )
