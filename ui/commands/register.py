"""`motesminne register`: decisions and tasks over the whole library."""

from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from rag.errors import FilterError
from rag.registers.values import ActionRow, TaskStatus
from rag.settings import Settings
from ui.asked import FilterFields, to_filters
from ui.commands.options import (
    BodyOption,
    FromOption,
    LibraryOption,
    PersonOption,
    ToOption,
    readable,
    settings_of_existing,
)
from ui.commands.writing import FormatOption, Listing, OutputOption, now, write_listing

app = typer.Typer(add_completion=False, help="Lista beslut och uppgifter ur alla möten.")


class Order(StrEnum):
    """By what tasks are sorted; the values are those of `--sort`."""

    TIME = "datum"
    DUE = "senast"
    WHO = "ansvarig"
    STATUS = "status"


WhoOption = Annotated[
    str | None,
    typer.Option(
        "--person",
        metavar="NAMN",
        callback=readable,
        help="Bara uppgifter som denna person ansvarar för.",
    ),
]
StatusOption = Annotated[
    str | None,
    typer.Option("--status", metavar="STATUS", help=f"Bara {', '.join(TaskStatus)}."),
]
SortOption = Annotated[
    Order, typer.Option("--sort", metavar="|".join(Order), help="Ordna efter detta.")
]
DoneOption = Annotated[
    list[str] | None,
    typer.Option("--done", metavar="NYCKEL", help="Ange att uppgiften är klar; kan upprepas."),
]
ReopenOption = Annotated[
    list[str] | None,
    typer.Option("--reopen", metavar="NYCKEL", help="Ange att uppgiften är öppen; kan upprepas."),
]
FURTHEST = date.max
ORDER_OF_STATUS = (TaskStatus.OVERDUE, TaskStatus.OPEN, TaskStatus.DONE)


@app.command("decisions")
def decisions(
    *,
    body: BodyOption = None,
    person: PersonOption = None,
    first: FromOption = None,
    last: ToOption = None,
    output_format: FormatOption = None,
    output: OutputOption = None,
    library: LibraryOption = None,
) -> None:
    """Lista besluten, de äldsta först."""
    from rag.assembling.across_assembly import open_registers
    from ui.contracts.across import decisions_json
    from ui.exports.register_tables import decision_table
    from ui.terminal.register import decisions_text

    registers = open_registers(settings_of_existing(library))
    fields = FilterFields(body=body, person=person, **{"from": first, "to": last})
    found = registers.decisions(to_filters(fields, registers.find))
    listing = Listing(
        title="Beslut",
        text=lambda: decisions_text(found),
        table=lambda: decision_table(found),
        json=lambda: decisions_json(found),
    )
    write_listing(listing, output_format, output)


@app.command("actions")
def actions(
    *,
    body: BodyOption = None,
    person: WhoOption = None,
    first: FromOption = None,
    last: ToOption = None,
    status: StatusOption = None,
    sort: SortOption = Order.TIME,
    done: DoneOption = None,
    reopen: ReopenOption = None,
    output_format: FormatOption = None,
    output: OutputOption = None,
    library: LibraryOption = None,
) -> None:
    """Lista uppgifterna med ansvarig, sista dag och status; eller ange status för hand."""
    from rag.assembling.across_assembly import open_registers
    from ui.contracts.across import actions_json
    from ui.exports.register_tables import action_table
    from ui.terminal.register import actions_text

    settings = settings_of_existing(library)
    registers = open_registers(settings)
    if done or reopen:
        _mark(settings, dict.fromkeys(done or (), True) | dict.fromkeys(reopen or (), False))
        return
    fields = FilterFields(body=body, **{"from": first, "to": last})
    found = registers.actions(
        to_filters(fields, registers.find),
        today=now().date(),
        who=person or "",
        status=_status(status) if status else None,
    )
    found = replace(found, rows=tuple(sorted(found.rows, key=partial(_order, by=sort))))
    listing = Listing(
        title="Uppgifter",
        text=lambda: actions_text(found),
        table=lambda: action_table(found),
        json=lambda: actions_json(found),
    )
    write_listing(listing, output_format, output)


def _mark(settings: Settings, marks: dict[str, bool]) -> None:
    """Set the status of tasks by hand, all of them or, when one is not known, none."""
    from rag.assembling.across_assembly import open_registers
    from rag.assembling.assembly import open_store
    from rag.registers.marks import mark

    registers = open_registers(settings)
    tasks = [(*registers.task(key), is_done) for key, is_done in marks.items()]
    store = open_store(settings)
    for document, task, is_done in tasks:
        store.note(partial(mark, document=document, key=task.key, done=is_done))
        typer.echo(f"{'Klar' if is_done else 'Öppen'}: {task.text}")


def _status(written: str) -> TaskStatus:
    try:
        return TaskStatus(written.strip().lower())
    except ValueError as error:
        raise FilterError(
            f"Statusen {written!r} finns inte: skriv en av {', '.join(TaskStatus)}."
        ) from error


def _order(row: ActionRow, *, by: Order) -> tuple[object, ...]:
    """Return what orders *row*; rows that are alike stay in order of time."""
    match by:
        case Order.DUE:
            return (row.due_on or FURTHEST,)
        case Order.WHO:
            return (row.who is None, (row.who or "").casefold())
        case Order.STATUS:
            return (ORDER_OF_STATUS.index(row.status), row.due_on or FURTHEST)
        case Order.TIME:
            return ()
