"""Make papers of answers: one to paste, or a whole conversation."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import repeat

from rag.phrasing.phrases import SILENT, actor_name, extent, interpreted, not_mentioned
from rag.results import ActorRow, Answer, Statement, Status
from rag.storing.turns import Problem, Turn
from rag.swedish.date_words import date_text
from ui import strings
from ui.exports.paper import Block, Bullets, Heading, Line, Paper, Paragraph
from ui.exports.sources import Sources


def answer_paper(answer: Answer, *, created: datetime) -> Paper:
    """Return one answer as a document."""
    return Paper(
        title=answer.question,
        subject=answer.question,
        created=created,
        blocks=tuple(_answer(answer)),
    )


def talk_paper(
    name: str, turns: Sequence[Turn], limits: Sequence[Sequence[str]] = (), *, created: datetime
) -> Paper:
    """Return a conversation as a document, each question with its answer and sources.

    Args:
        name: What it is called.
        turns: What was asked and answered.
        limits: For each turn what its asker limited it to, in words.
        created: When.
    """
    day = date_text(created.date(), created.date())
    return Paper(
        title=name,
        subtitle=strings.TALK_PAPER,
        subject=strings.TALK_PAPER,
        created=created,
        blocks=tuple(
            block
            for turn, limited in zip(turns, limits or repeat(()), strict=False)
            for block in _turn(turn, limited)
        ),
        closing=(strings.TALK_MADE.format(day=day),),
    )


def _turn(turn: Turn, limited: Sequence[str]) -> Iterator[Block]:
    yield Heading(text=turn.question)
    if limited:
        yield _paragraph(f"{strings.LIMITED_TO}: {', '.join(limited)}.")
    match turn.outcome:
        case Answer() as answer:
            yield from _answer(answer)
        case Problem(sentence=sentence):
            yield _paragraph(sentence)
        case _:
            yield _paragraph(strings.ASK_INTERRUPTED)


def _answer(answer: Answer) -> Iterator[Block]:
    if said := interpreted(answer.understood):
        yield _paragraph(said)
    if answer.status is Status.NOT_FOUND:
        yield _paragraph(f"{strings.NOT_FOUND} {extent(answer.searched)}")
    else:
        yield from _statements(answer)
    if answer.status is Status.PARTIAL:
        yield _paragraph(not_mentioned(answer.missing))
    for note in answer.notes:
        yield _paragraph(note)


def _statements(answer: Answer) -> Iterator[Block]:
    sources = Sources(answer.citations)
    if not answer.actors:
        yield Bullets(lines=_lines(sources, answer.statements))
    for row in answer.actors:
        yield from _actor(row, sources)


def _actor(row: ActorRow, sources: Sources) -> Iterator[Block]:
    yield Heading(text=actor_name(row), level=2)
    yield Bullets(lines=_lines(sources, row.statements)) if row.statements else _paragraph(SILENT)


def _lines(sources: Sources, statements: Iterable[Statement]) -> tuple[Line, ...]:
    return tuple(sources.line(statement) for statement in statements)


def _paragraph(sentence: str) -> Paragraph:
    return Paragraph(lines=(Line(text=sentence),))
