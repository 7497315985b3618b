"""Keep the numbers that README shows: each with its goal, its baselines and where it came from."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from eval.atomic import write_whole
from eval.markdown import table
from eval.wording import NO_BREAK_SPACE, NOTHING, decimal, milliseconds
from rag.errors import DatasetError

FILE = Path(__file__).parent / "data" / "results.json"
SYSTEMS: Mapping[str, str] = {
    "lead": "Bästa styckets tre första meningar",
    "passage": "Bästa stycket helt",
    "bm25": "BM25: tre första meningarna",
}
"""What is measured beside the product, as `eval.answer_baselines` has it."""

START = "<!-- mätt: början; skrivs av python -m eval.readme -->"
END = "<!-- mätt: slut -->"


class Number(BaseModel):
    """One measured number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    label: str
    unit: str
    """`share`, `ms` or `count`."""
    value: float
    of: int
    """How many questions, statements or attacks it rests on."""
    goal: str = ""
    beside: dict[str, float] = {}
    """By the names of `SYSTEMS`."""
    command: str
    """What measures it alone."""
    measured: str
    """ISO 8601 day."""
    commit: str


def load_numbers(path: Path = FILE) -> list[Number]:
    """Read the committed numbers.

    Raises:
        DatasetError: the file is absent or malformed.
    """
    try:
        return _adapter().validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DatasetError(
            f"Talen i {path} kan inte läsas: mät dem med «python -m eval.readme --measure»."
        ) from error


def save_numbers(numbers: Iterable[Number], path: Path = FILE) -> None:
    """Write *numbers* to *path*, whole or not at all."""
    write_whole(path, _adapter().dump_json(list(numbers), indent=1).decode() + "\n")


def renewed(old: Iterable[Number], new: Iterable[Number]) -> list[Number]:
    """Return *old* with those of *new* in the place of their namesakes, and the others after."""
    fresh = {number.name: number for number in new}
    kept = [fresh.pop(number.name, number) for number in old]
    return [*kept, *fresh.values()]


def numbers_markdown(numbers: Iterable[Number]) -> str:
    """Return *numbers* as a table, and under it when and of which commit they were measured."""
    known = list(numbers)
    rows = (
        (
            number.label,
            number.goal or NOTHING,
            _text(number.value, number.unit),
            *(_text(number.beside.get(system), number.unit) for system in SYSTEMS),
            str(number.of),
        )
        for number in known
    )
    measured = dict.fromkeys(f"{number.measured} ({number.commit})" for number in known)
    head = ("Mått", "Mål", "Mötesminne", *SYSTEMS.values(), "Av")
    return (
        f"{table(head, rows)}\n\nMätt {', '.join(measured)}. "
        "Vilket kommando som gav vart och ett av talen står i `eval/data/results.json`."
    )


def put_between(text: str, inserted: str) -> str:
    """Return *text* with *inserted* between the marks, in the place of what stands there.

    Raises:
        DatasetError: the marks are not there.
    """
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise DatasetError(f"Märkena för tabellen saknas: skriv {START} och {END} där den ska stå.")
    return f"{before}{START}\n\n{inserted}\n\n{END}{after}"


def _text(value: float | None, unit: str) -> str:
    if value is None:
        return NOTHING
    if unit == "share":
        return f"{decimal(value * 100, 1)}{NO_BREAK_SPACE}%"
    return milliseconds(value) if unit == "ms" else decimal(value, 0)


@cache
def _adapter() -> TypeAdapter[list[Number]]:
    return TypeAdapter(list[Number])
