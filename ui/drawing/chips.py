"""Draw what limits a question's meetings as chips, each to be taken away."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rag.minutes import DocumentId
from rag.results import Filters, Meeting
from ui import local, strings
from ui.drawing.markup import NOTHING, Html, swedish, tag, text
from ui.drawing.tools import sign
from ui.parsed import meeting_date

DROP = "drop"
WITHOUT = "without"

# What of the filters each chip stands for, and what takes it away.
EMPTIED: Mapping[str, Mapping[str, object]] = {
    "body": {"body": None},
    "person": {"person": None},
    "kind": {"kind": None},
    "period": {"first": None, "last": None},
    "meetings": {"meetings": ()},
}

Known = Mapping[DocumentId, Meeting]


def labels(filters: Filters, known: Known) -> dict[str, str]:
    """Return what each chip says, by what it stands for."""
    values = {
        "body": filters.body,
        "person": filters.person,
        "kind": filters.kind and strings.KINDS[filters.kind],
        "period": period(filters.first, filters.last),
        "meetings": ", ".join(_meeting(one, known) for one in filters.meetings),
    }
    return {
        name: strings.LIMIT_LABELS[name].format(value=value)
        for name, value in values.items()
        if value
    }


def period(first: date | None, last: date | None) -> str:
    """Return a time as a chip says it.

    >>> period(date(2024, 1, 1), date(2024, 12, 31)), period(None, date(2024, 3, 4))
    ('2024', 'till 4 mars 2024')
    """
    if first and last:
        is_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return (
            str(first.year) if is_year and first.year == last.year else local.date_text(first, last)
        )
    if first:
        return strings.LIMIT_SINCE.format(day=local.date_text(first, first))
    return strings.LIMIT_UNTIL.format(day=local.date_text(last, last)) if last else ""


def _meeting(document: DocumentId, known: Known) -> str:
    if document not in known:
        return document[:12]
    meeting = known[document]
    return f"{meeting.title}, {meeting_date(meeting.date)}"


def without(filters: Filters, name: str) -> Filters:
    """Return *filters* without what the chip called *name* stands for."""
    return replace(filters, **EMPTIED.get(name, {}))  # type: ignore[arg-type]


def chosen(filters: Filters, known: Known) -> Html:
    """Draw what the next question is limited to."""
    return _row(
        (
            _chip(text(label), DROP, name, strings.LIMIT_DROP.format(limit=label))
            for name, label in labels(filters, known).items()
        ),
        "chips chosen",
    )


def of_answer(filters: Filters, limits: Iterable[str], known: Known) -> Html:
    """Draw what an answer was limited to: by its asker, and by its question, which can be undone.

    Args:
        filters: What its asker chose.
        limits: What was understood from the question.
        known: The meetings.
    """
    own = [
        tag("span", tag("span", text(label), class_="said"), class_="chip")
        for label in labels(filters, known).values()
    ]
    read = [
        _chip(swedish(said), WITHOUT, said, strings.LIMIT_DROP_ASK.format(limit=said))
        for said in limits
    ]
    if not own and not read:
        return NOTHING
    lead = tag("span", text(strings.LIMITED_TO), class_="details")
    return _row([lead, *own, *read], "chips")


def _row(drawn: Iterable[Html], class_: str) -> Html:
    parts = list(drawn)
    return tag("div", *parts, class_=class_) if parts else NOTHING


def _chip(label: Html, act: str, value: str, told: str) -> Html:
    button = tag(
        "button",
        sign("close"),
        type="button",
        data_act=act,
        data_text=value,
        aria_label=told,
        title=told,
    )
    return tag("span", tag("span", label, class_="said"), button, class_="chip")
