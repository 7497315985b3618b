"""Meetings are known by the words of their titles, bodies and dates."""

from collections.abc import Mapping
from datetime import date

import pytest

from rag.minutes import DocumentId, Kind, MeetingDate
from rag.results import Meeting
from rag.storing.naming import Naming
from rag.swedish.matching import Subject


def meeting(name: str, title: str, body: str | None = None, day: str | None = None) -> Meeting:
    held = date.fromisoformat(day) if day else None
    return Meeting(
        document_id=DocumentId(name),
        source=f"{name}.txt",
        title=title,
        kind=Kind.PROTOKOLL,
        body=body,
        date=MeetingDate(first=held, last=held) if held else None,
        warnings=(),
        chunks=1,
    )


NAMING = Naming(
    [
        meeting("a", "Möte om hamnen", "Hamnnämnden", "2024-03-04"),
        meeting("b", "Möte om badhuset", "Kulturnämnden", "2024-05-06"),
        meeting("c", "Stämma", "Hamnföreningen"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({"badhus": 1.0}, {"b": 1.0}, id="the title, inflected"),
        pytest.param({"hamn": 1.0}, {"a": 1.0, "c": 0.8}, id="the title, and a part of a name"),
        pytest.param({"mars": 1.0, "badhus": 3.0}, {"a": 0.25, "b": 0.75}, id="the date, weighed"),
        pytest.param({"skolskjuts": 1.0}, {}, id="none"),
        pytest.param({}, {}, id="no words"),
    ],
)
def test_it_tells_how_much_of_a_subject_each_meeting_is_called(
    asked: Mapping[str, float], expected: Mapping[str, float]
) -> None:
    assert pytest.approx(expected) == NAMING.coverage(Subject(asked))
