"""Write a question and what limits it as a link, and read one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from rag.minutes import DocumentId
from rag.results import Understood
from rag.storing.turns import Asked
from ui.asked import FilterFields, to_filters

QUESTION, MEETING, WITHOUT = "q", "mote", "utan"
# What the address calls the other filters, and what the form does.
FIELDS = {"organ": "body", "person": "person", "sort": "kind", "fran": "from", "till": "to"}


def write(asked: Asked) -> str:
    """Return what stands after the question mark of an address that asks the same.

    >>> from rag.results import Filters
    >>> write(Asked(question="Kostar A & B 5 %?", filters=Filters(body="Styrelsen")))
    'q=Kostar+A+%26+B+5+%25%3F&organ=Styrelsen'
    """
    limits = asked.filters
    values = (limits.body, limits.person, limits.kind, limits.first, limits.last)
    written = [(name, str(value)) for name, value in zip(FIELDS, values, strict=True) if value]
    meetings = [(MEETING, str(meeting)) for meeting in limits.meetings]
    undone = [(WITHOUT, limit) for limit in limits.without]
    return urlencode([(QUESTION, asked.question), *written, *meetings, *undone])


def read(parameters: Mapping[str, Sequence[str]]) -> Asked:
    """Return what the *parameters* of an address ask; the question may be empty.

    Raises:
        FilterError: a date or a kind cannot be read.
    """
    given = {name: values[-1] for name, values in parameters.items() if values}
    fields = {field: given.get(name) or None for name, field in FIELDS.items()}
    limits = to_filters(FilterFields.model_validate(fields), DocumentId)
    return Asked(
        question=given.get(QUESTION, ""),
        filters=replace(
            limits,
            meetings=tuple(map(DocumentId, parameters.get(MEETING, ()))),
            without=tuple(parameters.get(WITHOUT, ())),
        ),
    )


def alone(asked: Asked, understood: Understood) -> Asked:
    """Return what asks the same without the conversation that a follow-up leant on."""
    if not understood.carried:
        return asked
    meetings = asked.filters.meetings or understood.filters.meetings
    return Asked(question=understood.reworded, filters=replace(asked.filters, meetings=meetings))
