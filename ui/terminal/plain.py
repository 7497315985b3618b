"""Write answers and summaries as plain text, for a terminal."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ingest.failure import shown
from rag.phrasing.phrases import cited, interpreted
from rag.results import Answer, Citation, Statement
from rag.summaries import ItemSummary, Part, Summary
from ui.terminal.days import when

EXTRACTIVE = "extractive"
MADE = "Formulerat av språkmodellen {model}; källorna är ordagranna."
EXCERPT_CHARS = 120
NEAREST = 3
REST = "I övrigt"
LABELS = {
    Part.PROPOSAL: "Yrkande",
    Part.DECISION: "Beslut",
    Part.VOTE: "Votering",
    Part.RESERVATION: "Reservation",
    Part.ACTION: "Att göra",
}


def answer_text(answer: Answer) -> str:
    """Return the answer with its sources, or the nearest passages when there is none."""
    lines = [*_opening(answer), answer.text]
    if answer.citations:
        lines += ["", "Källor", *_sources(answer.citations)]
    elif answer.hits:
        lines += ["", "Närmast"]
        lines += [
            f"  {shown(Path(hit.passage.source))}: {_excerpt(hit.passage.text)}"
            for hit in answer.hits[:NEAREST]
        ]
    made = [MADE.format(model=answer.model)] if answer.model != EXTRACTIVE else []
    if made or answer.notes:
        lines += ["", *made, *answer.notes]
    return "\n".join(lines)


def begun_text(answer: Answer) -> str:
    """Return what of an answer that is still being written will not change: how it begins."""
    return "\n".join((*_opening(answer), *map(cited, answer.statements)))


def summary_text(summary: Summary) -> str:
    """Return the summary with its sources."""
    meeting = summary.meeting
    day = when(meeting.date.iso) if meeting.date else None
    lines = [meeting.title, ", ".join(filter(None, (meeting.body, day)))]
    lines += _people("Närvarande", summary.present, summary.present_count)
    lines += _people("Frånvarande", summary.absent, summary.absent_count)
    lines += _section("Plats", [summary.place] if summary.place else ())
    lines += _section("I korthet", summary.brief)
    for item in summary.items:
        lines += ["", item.label or REST, *_item(item)]
    for title, statements in (
        ("Datum framåt", summary.dates),
        ("Öppna frågor", summary.questions),
        ("Länkar", summary.links),
    ):
        lines += _section(title, statements)
    if summary.notes:
        lines += ["", *summary.notes]
    lines += ["", "Källor", *_sources(summary.citations)]
    return "\n".join(lines)


def _people(title: str, named: Sequence[Statement], count: int) -> list[str]:
    """Return one line: how many, and the names that the summary gives."""
    if not count:
        return []
    more = count - len(named)
    names = [*map(cited, named), *([f"och {more} till"] if more and named else [])]
    return [f"{title}: {count}" + (f" ({', '.join(names)})" if names else "")]


def _item(item: ItemSummary) -> list[str]:
    return [
        f"  {labelled(LABELS[part], cited(said)) if part in LABELS else cited(said)}"
        for part, said in item.lines()
    ]


def labelled(label: str, text: str) -> str:
    """Put *label* before *text*, unless the minutes have it there already.

    >>> labelled("Beslut", "att köpa en båt"), labelled("Beslut", "Beslut: bifall")
    ('Beslut: att köpa en båt', 'Beslut: bifall')
    """
    return text if text.casefold().startswith(f"{label}:".casefold()) else f"{label}: {text}"


def _opening(answer: Answer) -> list[str]:
    line = interpreted(answer.understood)
    return [line, ""] if line else []


def _section(title: str, statements: Iterable[Statement]) -> list[str]:
    lines = [f"  {cited(statement)}" for statement in statements]
    return ["", title, *lines] if lines else []


def _sources(citations: Iterable[Citation]) -> list[str]:
    """Return one line for each place, with the numbers of the citations from there."""
    numbers: dict[str, list[str]] = {}
    for citation in citations:
        page = f"sida {citation.page}" if citation.page else None
        day = when(citation.date) if citation.date else None
        where = (citation.meeting, day, citation.item, page)
        line = f"{', '.join(filter(None, where))} ({shown(Path(citation.source))})"
        numbers.setdefault(line, []).append(f"[{citation.n}]")
    return [f"  {''.join(marks)} {line}" for line, marks in numbers.items()]


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT_CHARS else line[: EXCERPT_CHARS - 1] + "…"
