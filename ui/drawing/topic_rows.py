"""Draw what many meetings told of a subject as HTML, in order of time or by who said it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rag.phrasing.coverage import coverage_sentences
from rag.results import Citation, Meeting, Statement
from rag.summaries import ActionLine
from rag.topics.values import TopicMeeting, TopicSummary
from ui import local, strings
from ui.drawing.actors import actors_table
from ui.drawing.cited import SEPARATOR, in_order, separated, statement
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text
from ui.drawing.meeting import box
from ui.parsed import meeting_date
from ui.said import said

Numbered = Mapping[int, Citation]


def summary(value: TopicSummary) -> Html:
    """Draw how much the meetings told, and what."""
    extent = " ".join(map(said, coverage_sentences(value.coverage, value.topic)))
    return join(tag("p", text(extent), class_="details coverage"), told(value))


def told(value: TopicSummary) -> Html:
    """Draw what the meetings told, in order of time or by who said it."""
    numbered = in_order(_read(value), value.citations)
    meetings = (_meeting(one, numbered, is_whole=not value.actors) for one in value.meetings)
    return tag(
        "article",
        _actors(value, numbered),
        *meetings,
        _missing(value.missing),
        class_="answer topic",
    )


def _read(value: TopicSummary) -> Iterator[Statement]:
    """Yield what is told in the order in which it is read."""
    for row in value.actors:
        yield from row.statements
    for one in value.meetings:
        if not value.actors:
            yield from one.statements
        yield from one.decisions
        yield from (action.statement for action in one.actions)


def followed(value: TopicSummary) -> str:
    """Say that the subject is followed, and how many meetings tell of it until now."""
    if value.meetings:
        meetings = local.count(len(value.meetings), strings.MEETING_FORMS)
        return strings.FOLLOW_ADDED.format(topic=value.topic, meetings=meetings)
    if value.near:
        near = local.any_of([strings.QUOTED.format(quote=word) for word in value.near])
        return strings.FOLLOW_ADDED_NEAR.format(topic=value.topic, near=near)
    return strings.FOLLOW_ADDED_NONE.format(topic=value.topic)


def fresh(value: TopicSummary) -> str:
    """Say how many of the new meetings tell of a subject that is followed."""
    if not value.meetings:
        return strings.FOLLOW_NOTHING
    return local.count(len(value.meetings), strings.FOLLOW_NEW)


def _actors(value: TopicSummary, numbered: Numbered) -> Html:
    if not value.actors:
        return NOTHING
    return tag("section", actors_table(value.actors, lambda said: _said(said, numbered)))


def _meeting(one: TopicMeeting, numbered: Numbered, *, is_whole: bool) -> Html:
    """Draw what a meeting told; when not *is_whole*, what no speaker stands for."""
    said = _said(one.statements, numbered) if is_whole else NOTHING
    decided = [statement(line, numbered) for line in one.decisions]
    to_do = [_action(action, numbered) for action in one.actions]
    body = join(
        said, box(strings.DECISIONS, decided, "decided"), box(strings.ACTIONS, to_do, "to-do")
    )
    if not body:
        return NOTHING
    return tag("section", tag("h3", _name(one.meeting)), body)


def _said(statements: Iterable[Statement], numbered: Numbered) -> Html:
    return join(*(statement(said, numbered) for said in statements))


def _action(action: ActionLine, numbered: Numbered) -> Html:
    told = (
        action.who and strings.ACTION_WHO.format(who=action.who),
        action.due and strings.ACTION_DUE.format(due=action.due),
    )
    details = SEPARATOR.join(filter(None, told))
    drawn = tag("p", text(details), class_="details") if details else NOTHING
    return join(statement(action.statement, numbered), drawn)


def _missing(missing: Sequence[str]) -> Html:
    return (
        tag("p", text(strings.MISSING.format(words=", ".join(missing))), class_="missing")
        if missing
        else NOTHING
    )


def _name(meeting: Meeting) -> Html:
    return separated(text(meeting_date(meeting.date)), swedish(meeting.body or meeting.title))
