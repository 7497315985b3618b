"""Draw the course of a matter as a picture: its steps along a line of time, each to be clicked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from rag.matters.values import Step, StepKind, Timeline
from rag.results import Citation
from ui import local, strings
from ui.drawing.cited import place, quoted, where
from ui.drawing.markup import NOTHING, Html, tag, text
from ui.parsed import meeting_date

# The line's length, a step's label and the least between the numbers of two years, by the height
# of the letters; assets/matters.css has the same.
LINE = 38.0
LABEL = 7.0
YEAR = 3.5
WHOLE = 100.0
# More steps than find room on one line stand on several, one after the other.
MOST_ON_A_LINE = 1 + int(LINE / LABEL)
# Signs on a field of 16 by 16: a plus, dots, bars, an arrow back, one up, a tick, an eye.
SIGNS: Mapping[StepKind, str] = {
    StepKind.RAISED: "M8 3.5v9M3.5 8h9",
    StepKind.DISCUSSED: "M4 8h.1M8 8h.1M12 8h.1",
    StepKind.TABLED: "M6 4v8M10 4v8",
    StepKind.REFERRED_BACK: "M6.4 3L3 6.4l3.4 3.4M3.4 6.4H9a3.3 3.3 0 0 1 0 6.6H6",
    StepKind.PROPOSED: "M8 13V3.5M4.2 7.2L8 3.4l3.8 3.8",
    StepKind.DECIDED: "M3 8.6l3.3 3.2L13 4.8",
    StepKind.FOLLOWED_UP: "M2 8q6-7 12 0q-6 7-12 0zM8 7.9v.2",
}

Numbered = Mapping[int, Citation]


def picture(found: Timeline) -> Html:
    """Draw the steps of a matter in time, the latest valid decision marked."""
    numbered = {citation.n: citation for citation in found.citations}
    is_dense = len(found.steps) > MOST_ON_A_LINE
    drawn = _rows(found.steps, numbered) if is_dense else _line(found.steps, numbered)
    caption = tag("figcaption", text(_extent(found)), class_="details")
    return tag("figure", drawn, caption, class_="course dense" if is_dense else "course")


def _rows(steps: Sequence[Step], numbered: Numbered) -> Html:
    return tag("ol", *(_stop(step, numbered) for step in steps))


def _line(steps: Sequence[Step], numbered: Numbered) -> Html:
    """Draw steps as far apart as their days are, as labels allow."""
    days = [step.meeting.date.first if step.meeting.date else None for step in steps]
    spots = places(days, gap=WHOLE * LABEL / LINE)
    stops = (
        _stop(step, numbered, style=f"left: {spot:.2f}%")
        for step, spot in zip(steps, spots, strict=True)
    )
    numbers = _years(years(days, spots, apart=WHOLE * YEAR / LINE))
    return tag("div", numbers, tag("ol", *stops), class_="axis")


def places(days: Sequence[date | None], *, gap: float) -> list[float]:
    """Return where on a line from 0 to 100 the *days*, in order, lie at least *gap* apart.

    Days that are not known come last.

    >>> places([date(2024, 1, 1), date(2024, 1, 2), date(2024, 12, 31)], gap=20)
    [0.0, 20.0, 100.0]
    """
    known = [day for day in days if day]
    whole = (known[-1] - known[0]).days if known else 0
    spots = [WHOLE * (day - known[0]).days / whole if day and whole else WHOLE for day in days]
    if not whole:
        spots = [0.0 if day else WHOLE for day in days]
    for n in range(1, len(spots)):
        spots[n] = max(spots[n], spots[n - 1] + gap)
    following = WHOLE + gap
    for n in reversed(range(len(spots))):
        following = spots[n] = min(spots[n], following - gap)
    return spots


def years(
    days: Sequence[date | None], spots: Sequence[float], *, apart: float
) -> Iterator[tuple[int, float]]:
    """Yield the years that begin between the *days*, and where, when they lie *apart* enough.

    >>> list(years([date(2023, 12, 31), date(2024, 1, 2)], [0.0, 100.0], apart=10))
    [(2024, 50.0)]
    """
    known = [(day, spot) for day, spot in zip(days, spots, strict=True) if day]
    last = -apart
    for (before, left), (after, right) in pairwise(known):
        for year in range(before.year + 1, after.year + 1):
            share = (date(year, 1, 1) - before).days / max((after - before).days, 1)
            spot = left + (right - left) * share
            if spot - last >= apart:
                yield year, spot
                last = spot


def _years(found: Iterable[tuple[int, float]]) -> Html:
    numbers = (tag("span", text(str(year)), style=f"left: {at:.2f}%") for year, at in found)
    return tag("div", *numbers, class_="years", aria_hidden="true")


def _stop(step: Step, numbered: Numbered, **attributes: str) -> Html:
    sign = tag("svg", tag("path", d=SIGNS[step.kind]), viewBox="0 0 16 16", aria_hidden="true")
    latest = (
        tag("span", text(strings.TIMELINE_LATEST), class_="badge") if step.is_latest else NOTHING
    )
    kind = step.kind.name.lower().replace("_", "-")
    return tag(
        "li",
        tag(
            "button",
            tag("span", sign, class_="sign"),
            tag("span", text(strings.STEPS[step.kind].capitalize()), class_="kind"),
            tag("span", text(meeting_date(step.meeting.date)), class_="day"),
            latest,
            type="button",
            **_source(step, numbered),
        ),
        class_=f"stop {kind} latest" if step.is_latest else f"stop {kind}",
        **attributes,
    )


def _source(step: Step, numbered: Numbered) -> dict[str, str]:
    """Return what a click on the step opens, and the words that pointing at it shows."""
    said = (*step.decisions, *step.said, *step.dissent)
    cited = [numbered[n] for one in said for n in one.citations if n in numbered]
    if not cited:
        return {"data_open": place(step.meeting.document_id)}
    first = cited[0]
    return {
        "data_open": place(first.document_id, first.start, first.end),
        "data_where": where(first),
        "data_quote": quoted(first.quote),
    }


def _extent(found: Timeline) -> str:
    dated = [step.meeting.date for step in found.steps if step.meeting.date]
    days = list(dict.fromkeys(map(meeting_date, dated[:1] + dated[-1:])))
    span = strings.TIMELINE_SPAN if len(days) > 1 else strings.TIMELINE_DAY
    told = span.format(first=days[0], last=days[-1]) if days else strings.UNDATED
    return strings.TIMELINE_EXTENT.format(
        meetings=local.count(found.meetings, strings.MEETING_FORMS), span=told
    )
