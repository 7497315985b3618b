"""The matters of invented meetings, as a list shows them."""

import pytest

from eval.temporary import make_document
from rag.matters.listing import listed, nearest_matters
from rag.matters.values import MatterLine
from rag.minutes import Document
from rag.results import Meeting

Held = tuple[Meeting, Document]


def held(day: str, *items: str, body: str = "Hamnnämnden") -> Held:
    text = f"# Protokoll\n\n{body}, Åviks kommun\n\nSammanträdesdatum {day}\n\n" + "\n\n".join(
        items
    )
    document = make_document(f"{body}-{day}.md", text)
    minutes = document.minutes
    meeting = Meeting(
        document_id=document.id,
        source=document.source,
        title=minutes.title,
        kind=minutes.kind,
        body=minutes.body,
        date=minutes.date,
        chunks=1,
    )
    return meeting, document


def item(number: int, title: str, registration: str = "") -> str:
    dnr = f"\n\nDnr {registration}" if registration else ""
    return f"## § {number} {title}{dnr}\n\nFrågan diskuterades länge av alla närvarande."


def told(matters: list[MatterLine]) -> list[tuple[str | None, str, int]]:
    return [(one.registration_number, one.title, len(one.meetings)) for one in matters]


def test_a_number_printed_in_several_ways_is_one_matter_and_the_newest_comes_first() -> None:
    matters = listed(
        [
            held("2024-01-15", item(1, "Kajen", "HN 2024/7"), item(2, "Fyren", "HN 2024/9")),
            held("2024-02-12", item(3, "Kajen", "2024-00007")),
        ]
    )

    assert [("HN 2024/7", "Kajen", 2), ("HN 2024/9", "Fyren", 1)] == told(matters)
    assert "2024-02-12" == matters[0].last


def test_a_heading_that_recurs_is_a_matter_without_a_number() -> None:
    matters = listed(
        [
            held("2024-01-15", item(1, "Kajen"), item(2, "Fyren")),
            held("2024-02-12", item(1, "Kajen")),
        ]
    )

    assert [(None, "Kajen", 2)] == told(matters)


def test_the_same_heading_in_two_bodies_is_two_matters() -> None:
    matters = listed(
        held(day, item(1, "Kajen"), body=body)
        for body in ("Hamnnämnden", "Kulturnämnden")
        for day in ("2024-01-15", "2024-02-12")
    )

    assert [(None, "Kajen", 2)] * 2 == told(matters)


@pytest.mark.parametrize("title", ["Val av justerare", "Nästa möte", "Övriga frågor", "Rapporter"])
def test_the_order_of_the_meeting_is_no_matter(title: str) -> None:
    matters = listed(held(f"2024-0{month}-15", item(1, title)) for month in (1, 2, 3))

    assert [] == matters


def test_what_most_meetings_of_a_body_have_is_no_matter() -> None:
    days = [f"2024-0{month}-15" for month in range(1, 9)]

    matters = listed(
        held(day, item(1, "Ekonomi"), *([item(2, "Kajen")] if n in {2, 3} else []))
        for n, day in enumerate(days)
    )

    assert [(None, "Kajen", 2)] == told(matters)


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        pytest.param("HN 2024/70", "Kajen", id="a number that no item has"),
        pytest.param("fyrn", "Fyren vid udden", id="a misspelt word"),
    ],
)
def test_the_matters_most_like_what_is_asked_for_are_found(asked: str, nearest: str) -> None:
    matters = listed(
        [
            held(
                "2024-01-15",
                item(1, "Kajen", "HN 2024/7"),
                item(2, "Fyren vid udden", "HN 2019/52"),
            )
        ]
    )

    assert nearest == nearest_matters(asked, matters)[0].title


def test_nothing_is_like_something_else_altogether() -> None:
    matters = listed([held("2024-01-15", item(1, "Kajen", "HN 2024/7"))])

    assert [] == nearest_matters("rymdraketer", matters)
