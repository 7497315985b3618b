"""Draw what files would become if they were added, as HTML to choose in."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import PurePath

from ingest.preview import Preview, Standing
from rag.minutes import Document
from ui import local, strings
from ui.drawing.addresses import meeting_address
from ui.drawing.cited import SEPARATOR, separated
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text, told
from ui.parsed import meeting_date, understood

TOGGLE = "toggle="
CHECK = "✓"

Line = tuple[int, Preview, bool | None]
"""A line's number, the file, and whether it is chosen; `None` when it cannot be."""


def lines(value: Iterable[Line]) -> Html:
    """Draw the files by their standing, what needs attention first."""
    ordered = sorted(value, key=lambda line: _rank(line[1]))
    groups = groupby(ordered, key=lambda line: line[1].standing)
    return join(*(_group(standing, list(group)) for standing, group in groups))


def added(documents: Iterable[Document]) -> Html:
    """Draw the meetings that were added, each with its file and a link to it."""
    rows = (
        tag("li", tag("div", _file(document.source), _document(document)), _link(document))
        for document in documents
    )
    return tag("ul", *rows, class_="incoming")


def _link(document: Document) -> Html:
    address = meeting_address(document.id)
    return tag("a", text(strings.SOURCE_OPEN_MEETING), href=address, target="_self")


def _rank(value: Preview) -> int:
    return list(Standing).index(value.standing)


def _group(standing: Standing, group: Sequence[Line]) -> Html:
    title = text(f"{strings.ADD_GROUPS[standing]} ({local.number(len(group))})")
    drawn = tag("ul", *(_line(line) for line in group), class_="incoming")
    if standing is Standing.KNOWN:
        return tag("details", tag("summary", title), drawn)
    return join(tag("h2", title, class_="group"), drawn)


def _line(line: Line) -> Html:
    number, value, chosen = line
    name = value.incoming.name
    problems = [problem.message for problem in value.report.failed]
    skipped = ", ".join(PurePath(name).name for name in value.report.skipped)
    left = strings.ADD_SKIPPED.format(names=skipped) if skipped else ""
    return tag(
        "li",
        _box(number, name, chosen) if chosen is not None else NOTHING,
        tag(
            "div",
            _file(name),
            *(_document(document) for document in value.documents),
            _said(_advice(value), "details"),
            *(_said(sentence, "bad") for sentence in problems),
            *(_said(problem.message, "note") for problem in value.report.warnings),
            _said(left, "details"),
        ),
        class_="left-out" if chosen is False else "taken",
    )


def _file(name: str) -> Html:
    return tag("p", text(PurePath(name).name), class_="file")


def _box(number: int, name: str, chosen: bool) -> Html:  # noqa: FBT001 - what is drawn
    return tag(
        "button",
        text(CHECK if chosen else ""),
        class_="box-to-check",
        type="button",
        role="checkbox",
        aria_checked=str(chosen).lower(),
        aria_label=strings.ADD_TAKE.format(name=name),
        data_open=f"{TOGGLE}{number}",
    )


def _document(document: Document) -> Html:
    minutes = document.minutes
    body = swedish(minutes.body) if minutes.body else NOTHING
    about = (text(meeting_date(minutes.date)), body, text(strings.KINDS[minutes.kind]))
    return tag(
        "div",
        tag("p", swedish(minutes.title), class_="title"),
        tag("p", separated(*about)),
        tag("p", text(SEPARATOR.join(understood(document))), class_="details"),
        _said("" if minutes.date else strings.ADD_NO_DATE, "note"),
        class_="understood",
    )


def _advice(value: Preview) -> str:
    if value.standing not in strings.ADD_ADVICE:
        return ""
    others = ", ".join(_told(document) for document in value.alike) or value.incoming.name
    return strings.ADD_ADVICE[value.standing].format(others=others)


def _told(document: Document) -> str:
    minutes = document.minutes
    day = f", {meeting_date(minutes.date)}" if minutes.date else ""
    return f"{minutes.title}{day} ({PurePath(document.source).name})"


def _said(sentence: str, kind: str) -> Html:
    return tag("p", told(sentence), class_=kind) if sentence else NOTHING
