"""Matters as HTML: the list of them, and the course of one."""

import re
from dataclasses import replace

import pytest

from rag.matters.values import MatterLine, Step, StepKind, Timeline
from rag.results import Citation, Meeting, Statement, Support
from ui import strings
from ui.choosing import matters
from ui.drawing import matter_rows

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture
def matter(meeting: Meeting) -> MatterLine:
    return MatterLine(title="Ny brygga", registration_number="KS 2024/7", meetings=(meeting,) * 2)


@pytest.fixture
def course(meeting: Meeting, citation: Citation) -> Timeline:
    said = Statement(text=citation.quote, support=Support.SUPPORTED, citations=(2,))
    first = Statement(text="Bryggan är rutten.", support=Support.SUPPORTED, citations=(7,))
    steps = (
        Step(kind=StepKind.RAISED, meeting=meeting, item="§ 1", said=(first,)),
        Step(kind=StepKind.DECIDED, meeting=meeting, item="§ 2", decisions=(said,), is_latest=True),
    )
    return Timeline(
        title="Ny brygga",
        registration_number="KS 2024/7",
        organisation=None,
        steps=steps,
        citations=(replace(citation, n=2), replace(citation, n=7)),
        notes=("Biblioteket är litet.",),
    )


def test_a_matter_tells_its_newest_day_number_and_meetings(matter: MatterLine) -> None:
    html = matter_rows.matters([matter])

    assert "4 mars 2024 Ny brygga KS 2024/7 · 2 möten · Styrelsen" == shown(html)
    assert f'data-open="{matter_rows.MATTER}KS 2024/7"' in html


def test_a_matter_without_a_number_is_opened_by_its_title(matter: MatterLine) -> None:
    html = matter_rows.matters([replace(matter, registration_number=None)])

    assert f'data-open="{matter_rows.MATTER}Ny brygga"' in html


def test_a_course_is_told_step_by_step_with_its_latest_decision(course: Timeline) -> None:
    html = shown(matter_rows.timeline(course))

    assert html.startswith("Ny brygga KS 2024/7 Väckt")
    assert f"Beslutat {strings.TIMELINE_LATEST}" in html
    assert html.endswith("Biblioteket är litet.")


def test_what_a_course_cites_is_numbered_as_it_is_read(course: Timeline) -> None:
    html = shown(matter_rows.timeline(course))

    assert "Bryggan är rutten. 1 " in html
    assert "Styrelsen beslutar att bygga en ny. 2 " in html


def test_nothing_in_a_matter_is_html(matter: MatterLine, course: Timeline) -> None:
    html = matter_rows.matters([replace(matter, title=HOSTILE)]) + matter_rows.timeline(
        replace(course, title=HOSTILE, organisation=HOSTILE, notes=(HOSTILE,))
    )

    assert "<img" not in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param("", 1, id="nothing asked"),
        pytest.param("bryggan", 0, id="another form"),
        pytest.param("NY brygg", 1, id="words"),
        pytest.param("dnr 2024-00007", 1, id="the number, otherwise written"),
        pytest.param("KS 2024/8", 0, id="another number"),
    ],
)
def test_matters_are_found_by_number_or_words(matter: MatterLine, query: str, found: int) -> None:
    assert [matter] * found == matters.matching([matter], query)


def test_matters_are_ordered_by_how_many_meetings_they_have(matter: MatterLine) -> None:
    longer = replace(matter, meetings=matter.meetings * 2)

    assert [longer, matter] == matters.ordered([matter, longer], matters.MOST)
