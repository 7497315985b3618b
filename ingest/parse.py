"""Read a text as minutes: header, people, items, decisions, actions and abbreviations."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.abbreviations import find_abbreviations
from ingest.actions import find_actions, known_names
from ingest.attendance import find_attendance
from ingest.decisions import find_decisions
from ingest.header import read_header
from ingest.items import OutlinedItem, build_items
from ingest.lines import Line, split_lines
from ingest.outline import find_outline
from ingest.title import Title, read_title
from rag.items import Item
from rag.minutes import Kind, Minutes
from rag.span import Span


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
    names = known_names(attendance.people)
    items = tuple(_read_item(text, item, lines, names, title.body) for item in outlined)
    kind = _kind(title, items, met=attendance.span is not None)
    return Minutes(
        kind=kind,
        title=title.text,
        body=None if kind is Kind.OTHER else title.body,
        organisation=title.organisation,
        date=header.date,
        time=header.time,
        place=header.place,
        people=attendance.people,
        attendance=attendance.span,
        items=items,
        abbreviations=find_abbreviations(text),
    )


def _kind(title: Title, items: Sequence[Item], *, met: bool) -> Kind:
    """Return the printed kind, or what the form shows: who met, and whether they decided."""
    if title.kind is not Kind.OTHER or not met:
        return title.kind
    decided = any(item.decisions or (item.number or "").startswith("§") for item in items)
    return Kind.PROTOKOLL if decided else Kind.NOTES


def _read_item(
    text: str,
    outlined: OutlinedItem,
    lines: Sequence[Line],
    names: frozenset[str],
    body: str | None,
) -> Item:
    """Return the item with the decisions and actions of its own text."""
    own_lines = lines[outlined.first : outlined.end]
    if not own_lines:
        return outlined.item
    own = Span(own_lines[0].start, own_lines[-1].end)
    title = outlined.item.title
    return replace(
        outlined.item,
        decisions=find_decisions(text, own, own_lines, title=title, body=body),
        actions=find_actions(text, own, own_lines, title=title, names=names),
    )
