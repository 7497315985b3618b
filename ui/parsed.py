"""Say in Swedish what was read out of minutes: each field, and what each item holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rag.items import Action, Decision, Item, Proposal, Reservation, Statement, Vote
from rag.minutes import Document, Kind, MeetingDate, Minutes, Person, Status, Sureness
from rag.span import Span
from ui import local, strings

SEPARATOR = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A field of the minutes; without *value* and *sure* it was not found."""

    name: str
    value: str
    sure: str = ""
    span: Span | None = None
    """Where it is printed, if it is."""
    is_corrected: bool = False
    is_words: bool = False
    """Whether the value is words of the minutes, or the user's about them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Something that an item holds: what it is, what was understood of it, and where it stands."""

    title: str
    note: str
    span: Span


def facts(minutes: Minutes) -> Iterator[Fact]:
    """Yield every field, and how sure it is."""
    readings = {reading.field: reading for reading in minutes.readings}
    for field, name in strings.FIELDS.items():
        reading, value = readings.get(field), getattr(minutes, field)
        yield Fact(
            name=name,
            value=_said(value),
            sure=strings.SURENESS[reading.sureness] if reading else "",
            span=reading.span if reading else None,
            is_corrected=reading is not None and reading.sureness is Sureness.CORRECTED,
            is_words=type(value) is str,
        )


def contents(item: Item) -> Iterator[Content]:
    """Yield all that *item* holds, decisions first."""
    for name, found, note in CONTENTS:
        for one in found(item):
            yield Content(title=getattr(strings, name), note=note(one), span=one.span)
    for link in item.links:
        yield Content(title=strings.LINK, note="", span=link)


def person_details(person: Person) -> list[str]:
    """Return what the list of attendance says of a person beside name and party."""
    replaces = strings.REPLACES.format(name=person.replaces) if person.replaces else None
    return [
        part for part in (person.organisation, *person.roles, replaces, person.paragraphs) if part
    ]


def _said(value: object) -> str:
    if isinstance(value, MeetingDate):
        return meeting_date(value) + (f" ({strings.DATE_PARTLY})" if value.inferred else "")
    if isinstance(value, Kind):
        return strings.KINDS[value].lower()
    if isinstance(value, Status):
        return strings.ADJUSTED[value]
    return str(value or "")


def _decided(decision: Decision) -> str:
    return str(decision.outcome or "")


def _to_do(action: Action) -> str:
    who = strings.ACTION_WHO.format(who=action.who) if action.who else None
    due = strings.ACTION_DUE.format(due=action.due) if action.due else None
    return SEPARATOR.join(filter(None, (who, due)))


def _moved(proposal: Proposal) -> str:
    return SEPARATOR.join(filter(None, (*proposal.who, proposal.outcome)))


def _counted(vote: Vote) -> str:
    counts = (
        (strings.VOTE_YES, vote.yes),
        (strings.VOTE_NO, vote.no),
        (strings.VOTE_ABSTAINED, vote.abstained),
    )
    return SEPARATOR.join(form.format(count=n) for form, n in counts if n is not None)


def _dissented(reservation: Reservation) -> str:
    return SEPARATOR.join(reservation.who)


def _spoke(statement: Statement) -> str:
    return statement.speaker


# What an item holds by its name among the texts, in the order in which it is told, and what is
# said of each.
CONTENTS: tuple[tuple[str, Callable[[Item], tuple[Any, ...]], Callable[[Any], str]], ...] = (
    ("DECISION", lambda item: item.decisions, _decided),
    ("ACTION", lambda item: item.actions, _to_do),
    ("PROPOSAL", lambda item: item.proposals, _moved),
    ("VOTE", lambda item: item.votes, _counted),
    ("RESERVATION", lambda item: item.reservations, _dissented),
    ("SAID", lambda item: item.statements, _spoke),
)


def meeting_date(date: MeetingDate | None) -> str:
    """Write a meeting's date, or that it has none."""
    return local.date_text(date.first, date.last) if date else strings.UNDATED


def understood(document: Document) -> tuple[str, ...]:
    """Count what was understood of a document: items, decisions, tasks, people, pages."""
    items = document.minutes.all_items
    counted = (
        (len(document.minutes.items), strings.ITEM_FORMS),
        (sum(len(item.decisions) for item in items), strings.DECISION_FORMS),
        (sum(len(item.actions) for item in items), strings.TASK_FORMS),
        (len(document.minutes.people), strings.PERSON_FORMS),
        (len(document.pages), strings.PAGE_FORMS),
    )
    return tuple(local.count(number, forms) for number, forms in counted if number)
