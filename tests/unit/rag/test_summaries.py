"""The lines of a summary."""

from rag.minutes import DocumentId, Kind
from rag.results import Citation, Meeting, Statement, Support
from rag.summaries import ActionLine, ItemSummary, Length, Part, Summary, lines

MEETING = Meeting(
    document_id=DocumentId("id"),
    source="maj.txt",
    title="Möte",
    kind=Kind.PROTOKOLL,
    body=None,
    date=None,
    chunks=3,
)


def statement(text: str, number: int) -> Statement:
    return Statement(text=text, support=Support.SUPPORTED, citations=(number,))


def citation(number: int, start: int, end: int) -> Citation:
    return Citation(
        n=number,
        document_id=DocumentId("id"),
        source="maj.txt",
        meeting="Möte",
        date=None,
        item=None,
        page=None,
        start=start,
        end=end,
        quote="…",
    )


SUMMARY = Summary(
    meeting=MEETING,
    length=Length.NORMAL,
    brief=(statement("Bryggan är dålig.", 1),),
    items=(
        ItemSummary(
            label="§ 2 Bryggan",
            decisions=(statement("att laga bryggan", 2),),
            actions=(ActionLine(statement=statement("Bo köper virke.", 3), who="Bo"),),
        ),
    ),
    dates=(statement("Städdag den 4 maj.", 4),),
    citations=(citation(1, 0, 9), citation(2, 10, 20), citation(3, 21, 30), citation(4, 31, 40)),
)


def test_lines_are_read_in_order_with_what_they_are() -> None:
    assert [Part.BRIEF, Part.DECISION, Part.ACTION, Part.DATE] == [
        line.part for line in lines(SUMMARY)
    ]
    assert [None, "§ 2 Bryggan", "§ 2 Bryggan", None] == [line.item for line in lines(SUMMARY)]


def test_a_line_is_known_by_what_it_is_and_where_it_stands() -> None:
    assert ["brief:0-9", "decision:10-20", "action:21-30", "date:31-40"] == [
        line.id for line in lines(SUMMARY)
    ]


def test_the_actions_of_all_items_are_one_table() -> None:
    assert ["Bo"] == [action.who for action in SUMMARY.actions]
