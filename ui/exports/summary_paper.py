"""Make a paper of the summary of a meeting."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from ingest.failure import shown
from rag.minutes import Kind
from rag.results import Meeting, Statement
from rag.summaries import ActionLine, ItemSummary, Part, Summary
from rag.swedish.date_words import date_text
from ui.exports.paper import (
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Line,
    Paper,
    Paragraph,
    Ruled,
    Table,
)
from ui.exports.sources import Sources
from ui.local import NO_BREAK_SPACE
from ui.local import count as counted
from ui.terminal.plain import REST

BRIEF = "I korthet"
ITEMS = "Punkt för punkt"
UNHEADED = "Detta togs upp"
TO_DO = "Att göra"
FORMAL = "Formella punkter"
DECISION = "Beslut"
ACTION_HEADER = ("Vad", "Vem", "När", "Punkt")
ACTION_WIDTHS = (4.5, 2.5, 2.0, 3.0)
NOTHING_SAID = "–"
PEOPLE = ("person", "personer")

# Which of its kind the minutes are, as a sentence about them goes on.
THE_MINUTES = {Kind.PROTOKOLL: "protokollet", Kind.NOTES: "minnesanteckningarna"}
A_SUMMARY = {
    Kind.PROTOKOLL: "Sammanfattning av protokoll",
    Kind.NOTES: "Sammanfattning av minnesanteckningar",
}
CAUTION = {
    Kind.PROTOKOLL: "Det är ett underlag och ersätter inte det justerade protokollet.",
    Kind.NOTES: "Det är ett underlag och ersätter inte minnesanteckningarna.",
}


def summary_paper(summary: Summary, *, created: datetime) -> Paper:
    """Return *summary* as a document to hand on."""
    meeting = summary.meeting
    title = meeting_name(meeting)
    sources = Sources(summary.citations, {meeting.document_id: meeting.body or meeting.title})
    return Paper(
        title=title,
        subtitle=A_SUMMARY.get(meeting.kind, "Sammanfattning"),
        subject=f"{A_SUMMARY.get(meeting.kind, 'Sammanfattning')}: {meeting.title}",
        created=created,
        blocks=tuple(_blocks(summary, sources)),
        closing=tuple(_closing(summary, created)),
    )


def meeting_name(meeting: Meeting) -> str:
    """Return what to call the meeting: its body, or its title where it has none, and its date."""
    name = meeting.body or meeting.title
    day = meeting.date and date_text(meeting.date.first, meeting.date.last)
    return f"{name} {day}" if day and day not in name else name


def _blocks(summary: Summary, sources: Sources) -> Iterable[Block]:
    yield Facts(rows=tuple(_facts(summary, sources)))
    if summary.brief:
        yield Heading(text=BRIEF)
        yield Bullets(lines=_lines(sources, summary.brief))
    substantial = [item for item in summary.items if _is_substantial(item)]
    is_divided = any(item.label for item in substantial)
    if substantial:
        yield Heading(text=ITEMS if is_divided else UNHEADED)
    for item in substantial:
        if is_divided:
            yield Heading(text=item.label or REST, level=2)
        yield from _item(item, sources)
    if summary.actions:
        yield Heading(text=TO_DO)
        yield _actions(summary.actions, sources)
    yield from _lists(summary, sources)
    formal = [_formal(item, sources) for item in summary.items if item.is_formal]
    if any(formal):
        yield Heading(text=FORMAL)
        yield Bullets(lines=tuple(line for lines in formal for line in lines))


def _facts(summary: Summary, sources: Sources) -> Iterable[Fact]:
    meeting = summary.meeting
    if meeting.body and meeting.body.casefold() != meeting.title.casefold():
        yield Fact(label="Rubrik", lines=(Line(text=meeting.title),))
    if summary.place:
        yield Fact(label="Plats", lines=(sources.line(summary.place, under="Plats", listed=True),))
    people = (
        ("Närvarande", summary.present, summary.present_count),
        ("Frånvarande", summary.absent, summary.absent_count),
    )
    for label, named, count in people:
        if named:
            yield Fact(label=label, lines=_people(sources, named, count))
        elif count:
            yield Fact(label=label, lines=(Line(text=counted(count, PEOPLE)),))
    yield Fact(label="Källa", lines=(Line(text=shown(Path(meeting.source).name)),))


def _people(sources: Sources, named: Sequence[Statement], count: int) -> tuple[Line, ...]:
    """Return the names with what stands between them, and how many more there are."""
    entries = [sources.line(person, listed=True) for person in named]
    more = count - len(named)
    texts = [entry.text.rstrip(" .,;") for entry in entries]
    ends = [";"] * (len(texts) - 1) + [f" och {more} till." if more > 0 else "."]
    return tuple(
        Line(text=text + end, notes=entry.notes)
        for text, end, entry in zip(texts, ends, entries, strict=True)
    )


def _is_substantial(item: ItemSummary) -> bool:
    """Tell whether an item has a heading of its own; what is to be done stands in its table."""
    parts = {part for part, _ in item.lines()}
    return not item.is_formal and bool(parts - {Part.ACTION})


def _item(item: ItemSummary, sources: Sources) -> Iterable[Block]:
    if item.statements:
        said = _lines(sources, item.statements)
        yield Paragraph(lines=said) if item.label else Bullets(lines=said)
    for label, statements in (("Yrkande", item.proposals), ("Votering", item.votes)):
        if statements:
            yield Bullets(lines=_lines(sources, statements, label=label))
    if item.decisions:
        decided = tuple(sources.line(said, under=DECISION) for said in item.decisions)
        yield Ruled(label=DECISION, lines=decided)
    if item.reservations:
        yield Bullets(lines=_lines(sources, item.reservations, label="Reservation"))


def _formal(item: ItemSummary, sources: Sources) -> tuple[Line, ...]:
    """Return a formal item as a line, its decisions word for word as all others."""
    said = [statement for part, statement in item.lines() if part is not Part.ACTION]
    lines = _lines(sources, said)
    return tuple(
        Line(text=line.text, notes=line.notes, label=item.label if number == 0 else "")
        for number, line in enumerate(lines)
    )


def _actions(actions: Sequence[ActionLine], sources: Sources) -> Table:
    rows = tuple(
        (
            sources.line(action.statement, under=TO_DO),
            Line(text=action.who or NOTHING_SAID),
            Line(text=action.due or NOTHING_SAID),
            Line(text=action.item or NOTHING_SAID),
        )
        for action in actions
    )
    return Table(header=ACTION_HEADER, rows=rows, widths=ACTION_WIDTHS)


def _lists(summary: Summary, sources: Sources) -> Iterable[Block]:
    for title, statements in (
        ("Datum framåt", summary.dates),
        ("Öppna frågor", summary.questions),
        ("Länkar", summary.links),
    ):
        if statements:
            yield Heading(text=title)
            yield Bullets(lines=_lines(sources, statements))


def _lines(
    sources: Sources, statements: Iterable[Statement], *, label: str = ""
) -> tuple[Line, ...]:
    return tuple(sources.line(statement, label=label) for statement in statements)


def _closing(summary: Summary, created: datetime) -> Iterable[str]:
    yield from summary.notes
    kind = summary.meeting.kind
    day = date_text(created.date(), created.date()).replace(" ", NO_BREAK_SPACE)
    made = f"Framställd av Mötesminne den {day}."
    traced = f"Varje rad har sin källa i {THE_MINUTES.get(kind, 'texten')}."
    yield f"{made} {traced} {CAUTION.get(kind, 'Det är ett underlag och ersätter inte texten.')}"
