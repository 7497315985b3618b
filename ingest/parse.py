"""Read a text as minutes: header, people, items, decisions, actions and abbreviations."""

from collections.abc import Sequence

from ingest.abbreviations import find_abbreviations
from ingest.attendance import find_attendance
from ingest.contents import fill_item, fill_unheaded
from ingest.found import value_of
from ingest.header import read_header
from ingest.items import build_items
from ingest.lines import split_lines
from ingest.officials import find_officials
from ingest.outline import find_outline
from ingest.people import merge_people
from ingest.readings import read_readings
from ingest.speakers import known
from ingest.title import Title, read_title
from rag.items import Item
from rag.minutes import Kind, Minutes


def parse_minutes(text: str, *, file_name: str) -> Minutes:
    r"""Return what the grammar finds in *text*; any text will do.

    >>> minutes = parse_minutes("# Protokoll\n\n## § 1 Val\n\nMötet valde Bo.", file_name="a.md")
    >>> minutes.kind.value, [item.label for item in minutes.items]
    ('protokoll', ['§ 1 Val'])
    """
    lines = split_lines(text)
    attendance = find_attendance(lines)
    title = read_title(lines, attendance.lines, file_name=file_name)
    headings = find_outline(lines, title=title.lines, held=attendance.lines)
    first_item = headings[0].first if headings else len(lines)
    header = read_header(
        text, lines, first_item=first_item, held=attendance.lines, file_name=file_name
    )
    outlined = build_items(headings, lines, length=len(text))
    officials = find_officials(lines, headings, attendance.people)
    people = merge_people((*attendance.people, *officials))
    meeting = known(people, title.body)
    items = tuple(fill_item(text, item, lines, meeting) for item in outlined)
    kind = _kind(title, items, met=attendance.span is not None)
    body = None if kind is Kind.OTHER else title.body
    return Minutes(
        kind=kind,
        title=title.text,
        body=body,
        organisation=title.organisation,
        registration_number=value_of(header.registration_number),
        status=value_of(header.status),
        date=value_of(header.date),
        time=value_of(header.time),
        place=value_of(header.place),
        next_meeting=value_of(header.next_meeting),
        readings=read_readings(lines, title, header, kind=kind, body=body),
        people=people,
        attendance=attendance.span,
        items=items,
        unheaded=None if items else fill_unheaded(text, lines, attendance.span, meeting),
        abbreviations=find_abbreviations(text),
    )


def _kind(title: Title, items: Sequence[Item], *, met: bool) -> Kind:
    """Return the printed kind, or what the form shows: who met, and whether they decided."""
    if title.kind is not Kind.OTHER or not met:
        return title.kind
    decided = any(item.decisions or (item.number or "").startswith("§") for item in items)
    return Kind.PROTOKOLL if decided else Kind.NOTES
