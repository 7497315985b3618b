"""Write answers and summaries as plain text, for a terminal."""

from collections.abc import Iterable
from pathlib import Path

from ingest.failure import shown
from rag.phrases import cited, interpreted
from rag.results import Answer, Citation, Statement, Summary

EXTRACTIVE = "extractive"
MADE = "Formulerat av språkmodellen {model}; källorna är ordagranna."
EXCERPT_CHARS = 120
NEAREST = 3


def answer_text(answer: Answer) -> str:
    """Return the answer with its sources, or the nearest passages when there is none."""
    line = interpreted(answer.understood)
    lines = [line, "", answer.text] if line else [answer.text]
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


def summary_text(summary: Summary) -> str:
    """Return the summary with its sources."""
    meeting = summary.meeting
    day = meeting.date.iso if meeting.date else None
    lines = [meeting.title, ", ".join(filter(None, (meeting.body, day)))]
    if summary.place:
        lines += _section("Plats", [summary.place])
    if summary.attendance:
        lines += _section("Närvarande", summary.attendance)
    for item in summary.items:
        lines += _section(item.label, item.statements)
        lines += [f"  {labelled('Beslut', cited(statement))}" for statement in item.decisions]
        lines += [f"  {labelled('Att göra', cited(statement))}" for statement in item.actions]
    if summary.dates:
        lines += _section("Datum", summary.dates)
    lines += ["", "Källor", *_sources(summary.citations)]
    return "\n".join(lines)


def labelled(label: str, text: str) -> str:
    """Put *label* before *text*, unless the minutes have it there already.

    >>> labelled("Beslut", "att köpa en båt"), labelled("Beslut", "Beslut: bifall")
    ('Beslut: att köpa en båt', 'Beslut: bifall')
    """
    return text if text.casefold().startswith(f"{label}:".casefold()) else f"{label}: {text}"


def _section(title: str, statements: Iterable[Statement]) -> list[str]:
    lines = [f"  {cited(statement)}" for statement in statements]
    return ["", title, *lines]


def _sources(citations: Iterable[Citation]) -> list[str]:
    """Return one line for each place, with the numbers of the citations from there."""
    numbers: dict[str, list[str]] = {}
    for citation in citations:
        page = f"sida {citation.page}" if citation.page else None
        where = (citation.meeting, citation.date, citation.item, page)
        line = f"{', '.join(filter(None, where))} ({shown(Path(citation.source))})"
        numbers.setdefault(line, []).append(f"[{citation.n}]")
    return [f"  {''.join(marks)} {line}" for line, marks in numbers.items()]


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT_CHARS else line[: EXCERPT_CHARS - 1] + "…"
