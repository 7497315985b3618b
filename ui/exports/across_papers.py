"""Make papers of what many meetings tell: timelines, a subject's summary, what is new."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from rag.errors import any_of
from rag.matters.values import Step, Timeline
from rag.phrasing.coverage import count_of, coverage_text
from rag.phrasing.phrases import actor_name, not_mentioned
from rag.results import ActorRow, Citation, Meeting, Statement
from rag.topics.values import TopicMeeting, TopicSummary
from ui.exports.paper import Block, Bullets, Heading, Line, Paper, Paragraph, Ruled
from ui.exports.sources import Sources
from ui.exports.summary_paper import meeting_name

LATEST = "senaste giltiga beslut"
MADE = "Varje rad har sin källa i protokollen, och besluten är återgivna ordagrant."
NOTHING_NEW = "Inget nytt."


def timeline_paper(matter: str, found: Sequence[Timeline], *, created: datetime) -> Paper:
    """Return the timelines of what *matter* means as one document."""
    title = found[0].title if len(found) == 1 else matter
    blocks: list[Block] = []
    for one in found:
        if len(found) > 1:
            blocks.append(Heading(text=_matter(one)))
        blocks += _timeline(one, level=1 if len(found) == 1 else 2)
    return Paper(
        title=title,
        subtitle=_matter_line(found[0]) if len(found) == 1 else f"{len(found)} ärenden",
        subject=f"Ärendets gång: {matter}",
        created=created,
        blocks=tuple(blocks),
        closing=(MADE,),
    )


def _matter(found: Timeline) -> str:
    return " · ".join(filter(None, (found.title, found.registration_number)))


def _matter_line(found: Timeline) -> str:
    run = f"ärendets gång genom {count_of(found.meetings)}"
    return " · ".join(filter(None, (found.registration_number, found.organisation, run)))


def _timeline(found: Timeline, *, level: int) -> Iterator[Block]:
    sources = _sources(found.citations, (step.meeting for step in found.steps))
    for step in found.steps:
        mark = f" ({LATEST})" if step.is_latest else ""
        day = meeting_name(step.meeting)
        yield Heading(text=f"{step.kind.capitalize()}: {day}{mark}", level=level)
        yield from _step(step, sources)
    if found.notes:
        yield Paragraph(lines=tuple(Line(text=note) for note in found.notes))


def _step(step: Step, sources: Sources) -> Iterator[Block]:
    if step.said:
        yield Paragraph(lines=_lines(sources, step.said))
    if step.decisions:
        yield Ruled(label="Beslut", lines=_lines(sources, step.decisions, under="Beslut"))
    if step.dissent:
        yield Bullets(lines=_lines(sources, step.dissent))


def topic_paper(summary: TopicSummary, *, created: datetime, title: str = "") -> Paper:
    """Return what many meetings told of a subject as one document."""
    name = title or summary.topic
    return Paper(
        title=name[:1].upper() + name[1:],
        subtitle=f"Vad som sagts, {summary.period}" if summary.period else "",
        subject=f"Sammanfattning: {name}",
        created=created,
        blocks=tuple(topic_blocks(summary)),
        closing=(*_extent(summary), *((MADE,) if summary.meetings else ())),
    )


def news_paper(found: Sequence[TopicSummary], *, created: datetime) -> Paper:
    """Return what is new of each subject followed as one document."""
    blocks: list[Block] = []
    for summary in found:
        blocks += [Heading(text=summary.topic[:1].upper() + summary.topic[1:])]
        blocks += topic_blocks(summary, level=2)
    return Paper(
        title="Nytt sedan sist",
        subject="Nytt i de ämnen som följs",
        created=created,
        blocks=tuple(blocks),
        closing=(MADE,) if any(summary.meetings for summary in found) else (),
    )


def topic_blocks(summary: TopicSummary, *, level: int = 1) -> Iterator[Block]:
    """Yield what the meetings told, meeting by meeting or speaker by speaker."""
    sources = _sources(summary.citations, (one.meeting for one in summary.meetings))
    if not summary.meetings:
        yield Paragraph(lines=tuple(Line(text=said) for said in _nothing(summary)))
    if summary.actors:
        yield from _by_actor(summary.actors, sources, level)
        yield from _decided(summary, sources, level)
        return
    for one in summary.meetings:
        yield Heading(text=meeting_name(one.meeting), level=level)
        yield from _meeting(one, sources)


def _by_actor(rows: Iterable[ActorRow], sources: Sources, level: int) -> Iterator[Block]:
    for row in rows:
        yield Heading(text=actor_name(row), level=level)
        yield Bullets(lines=_lines(sources, row.statements))


def _decided(summary: TopicSummary, sources: Sources, level: int) -> Iterator[Block]:
    """Yield what was decided and agreed, which no speaker stands for."""
    for one in summary.meetings:
        if one.decisions or one.actions:
            yield Heading(text=meeting_name(one.meeting), level=level)
            yield from _results(one, sources)


def _meeting(one: TopicMeeting, sources: Sources) -> Iterator[Block]:
    if one.statements:
        yield Paragraph(lines=_lines(sources, one.statements))
    yield from _results(one, sources)
    if not (one.statements or one.decisions or one.actions):
        yield Paragraph(lines=(Line(text="Inga beslut eller uppgifter."),))


def _results(one: TopicMeeting, sources: Sources) -> Iterator[Block]:
    if one.decisions:
        yield Ruled(label="Beslut", lines=_lines(sources, one.decisions, under="Beslut"))
    if one.actions:
        done = [action.statement for action in one.actions]
        yield Bullets(lines=_lines(sources, done, label="Att göra"))


def _nothing(summary: TopicSummary) -> Iterator[str]:
    if not summary.coverage.admitted:
        yield NOTHING_NEW
        return
    yield coverage_text(summary.coverage, summary.topic)
    if summary.near:
        yield f"Menade du {any_of(f'«{word}»' for word in summary.near)}?"


def _extent(summary: TopicSummary) -> Iterator[str]:
    if summary.meetings:
        yield coverage_text(summary.coverage, summary.topic)
    if summary.missing:
        yield not_mentioned(summary.missing)


def _sources(citations: Iterable[Citation], meetings: Iterable[Meeting]) -> Sources:
    return Sources(citations, {one.document_id: one.body or one.title for one in meetings})


def _lines(
    sources: Sources, statements: Iterable[Statement], *, label: str = "", under: str = ""
) -> tuple[Line, ...]:
    return tuple(sources.line(statement, label=label, under=under) for statement in statements)
