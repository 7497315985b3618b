"""Say figures, categories and outcomes in Swedish."""

from collections.abc import Mapping

from eval.answers import RIGHT_STATUSES
from eval.dataset import Category, Expect
from eval.evidence import unnamed
from eval.measures import Measure, Unit
from eval.record import Result
from eval.significance import Interval
from rag.results import Status, Support

CATEGORIES: Mapping[Category, str] = {
    Category.FACT: "Fakta",
    Category.AMOUNT: "Belopp",
    Category.DATE: "Datum",
    Category.ATTENDANCE: "Närvaro",
    Category.DECISION: "Beslut",
    Category.ACTION: "Uppdrag",
    Category.STANCE: "Ståndpunkt",
    Category.WHY: "Varför",
    Category.CROSS_DOCUMENT: "Flera möten",
    Category.FOLLOW_UP: "Följdfråga",
    Category.ENGLISH: "På engelska",
    Category.MISSPELT: "Felstavat",
    Category.NO_DIACRITICS: "Utan å, ä, ö",
    Category.ABSENT: "Framgår inte",
    Category.NEAR_MISS: "Nästan-träff",
    Category.INJECTION: "Insmugglad instruktion",
}
EXPECTED: Mapping[Expect, str] = {
    Expect.ANSWERABLE: "svar",
    Expect.ABSENT: "inget svar",
    Expect.NEAR_MISS: "delsvar eller inget",
}
GOT: Mapping[Status | None, str] = {
    Status.ANSWERED: "svar",
    Status.PARTIAL: "delsvar",
    Status.NOT_FOUND: "inget svar",
    None: "fel i körningen",
}
SUPPORTS: Mapping[Support, str] = {
    Support.SUPPORTED: "belagt",
    Support.PARTLY: "delvis belagt",
    Support.UNSUPPORTED: "inte belagt",
}
QUESTIONS = ("fråga", "frågor")
CHUNKS = ("stycke", "stycken")
TEXTS = ("text", "texter")
NOTHING = "–"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def decimal(value: float, decimals: int) -> str:
    """Return *value* with a decimal comma.

    >>> decimal(0.125, 2)
    '0,12'
    """
    return f"{value:.{decimals}f}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def count(value: int, forms: tuple[str, str]) -> str:
    """Return *value* with the singular or plural of *forms*.

    >>> count(1, QUESTIONS), count(2345, QUESTIONS).replace(NO_BREAK_SPACE, " ")
    ('1 fråga', '2 345 frågor')
    """
    written = f"{value:,}".replace(",", NO_BREAK_SPACE)
    return f"{written} {forms[value != 1]}"


def stamp(created: str) -> str:
    """Return when a run was made, which it tells in UTC.

    >>> stamp("2024-03-04T09:05:07+00:00")
    '2024-03-04 09.05.07 UTC'
    """
    return created.replace("T", " ").replace("+00:00", " UTC").replace(":", ".")


def milliseconds(value: float) -> str:
    """Return a duration in whole milliseconds.

    >>> milliseconds(12.6).replace(NO_BREAK_SPACE, " ")
    '13 ms'
    """
    return f"{decimal(value, 0)}{NO_BREAK_SPACE}ms"


def value_text(measure: Measure, value: float) -> str:
    """Return *value* with its unit."""
    if measure.unit is Unit.MILLISECONDS:
        return f"{decimal(value, 0 if value >= 10 else 1)}{NO_BREAK_SPACE}ms"  # noqa: PLR2004
    return f"{decimal(value * 100, 1)}{NO_BREAK_SPACE}%"


def interval_text(measure: Measure, figure: Interval) -> str:
    """Return the ends of the interval of *figure*."""
    low, high = (value_text(measure, end) for end in (figure.low, figure.high))
    return f"{low.split(NO_BREAK_SPACE)[0]}–{high}"


def change_text(measure: Measure, value: float) -> str:
    """Return *value* as a difference, with its sign."""
    if measure.unit is Unit.MILLISECONDS:
        return f"{_signed(value, 1)}{NO_BREAK_SPACE}ms"
    return f"{_signed(value * 100, 1)}{NO_BREAK_SPACE}p.e."


def outcome_text(result: Result) -> str:
    """Return what a question got and, when that is wrong, why."""
    got = GOT[result.status]
    if result.is_right or result.error:
        return got
    question = result.question
    sources = [citation.source for citation in result.citations]
    if result.status not in RIGHT_STATUSES[question.expect]:
        return f"{got}, väntat {EXPECTED[question.expect]}"
    if any(string in result.text for string in question.forbidden):
        return f"{got} med förbjudna ord"
    if result.missed:
        return f"{got} utan allt underlag"
    return f"{got} utan {', '.join(unnamed(sources, question.documents))}"


def _signed(value: float, decimals: int) -> str:
    written = decimal(value, decimals)
    return f"+{written}" if value > 0 else written
