"""Put the steps of a matter in order of time, and mark its latest valid decision."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from rag.citing import Citations, Evidence
from rag.matters.steps import Treated
from rag.matters.values import Step, StepKind, Timeline
from rag.minutes import Status
from rag.results import Statement
from rag.span import Span
from rag.swedish.date_words import date_text
from rag.swedish.registration import most_telling

UNADJUSTED = "Det senaste beslutet är hämtat ur ett protokoll som inte är justerat."
NO_DECISION = "Biblioteket har inget beslut i ärendet."
ONLY_PROPOSED = (
    "Biblioteket har inget slutligt beslut i ärendet: det som beslutats är förslag till ett annat "
    "organ."
)
OLDEST = "Tidslinjen börjar med det äldsta mötet i biblioteket som tar upp ärendet."
UNNUMBERED = (
    "Ärendet har inget diarienummer: stegen är samlade efter sina rubriker, och bara det som "
    "protokollen har som beslut räknas som beslut."
)
FOLLOWED_BY = "Ärendet har sedan följts upp med nya beslut, {}."


Taken = tuple[Step, Treated]


def timeline(treated: Sequence[Treated], *, asked: str = "") -> Timeline:
    """Return the timeline of the matter that all of *treated*, one at least, are items of.

    Args:
        treated: In whatever order.
        asked: What to call a matter that no heading names.
    """
    ordered = sorted(treated, key=in_time)
    citations = Citations()
    taken = list(_steps(ordered, citations))
    latest, number = _latest(taken), _number(ordered)
    return Timeline(
        title=_title(ordered, asked),
        registration_number=number,
        organisation=ordered[-1].document.minutes.organisation,
        steps=tuple(replace(step, is_latest=n == latest) for n, (step, _) in enumerate(taken)),
        citations=citations.all(),
        notes=(OLDEST, *_notes(taken, latest), *(() if number else (UNNUMBERED,))),
    )


def _title(ordered: Sequence[Treated], asked: str) -> str:
    """Return what most items call the matter; of several such the oldest one's."""
    if asked and _number(ordered) is None and any(one.about for one in ordered):
        return asked[:1].upper() + asked[1:]
    titles = Counter(one.item.title for one in ordered if one.item.title)
    return titles.most_common(1)[0][0] if titles else ordered[0].meeting.title


def in_time(one: Treated) -> tuple[bool, date, str, int]:
    """Return the key that orders items by their meetings' dates, undated ones last."""
    day = one.meeting.date
    return day is None, day.first if day else date.max, one.document.id, one.item.span.start


def _steps(ordered: Iterable[Treated], citations: Citations) -> Iterator[Taken]:
    after_decision = False
    for number, one in enumerate(ordered):
        kind = one.kind(after_decision=after_decision)
        if number == 0:
            yield _step(one, StepKind.RAISED, citations, said=one.said or [one.item.heading]), one
        tells = [] if number == 0 or one.decides else one.said
        if one.decisions or (number and tells):
            yield _step(one, kind, citations, decided=one.decisions, said=tells), one
        after_decision = after_decision or one.decides


def _step(
    one: Treated,
    kind: StepKind,
    citations: Citations,
    *,
    decided: Sequence[Span] = (),
    said: Sequence[Span] = (),
) -> Step:
    def state(spans: Iterable[Span]) -> tuple[Statement, ...]:
        return citations.state(Evidence(one.document, span) for span in spans)

    return Step(
        kind=kind,
        meeting=one.meeting,
        item=one.item.label or None,
        decisions=state(decided),
        said=state(said),
        dissent=state(one.dissent if decided else ()),
    )


def _latest(taken: Sequence[Taken]) -> int | None:
    """Return the number of the step with the latest valid decision.

    What is put off or proposed to another body is not decided; a follow-up adds to the decision.
    """
    valid = [n for n, (step, _) in enumerate(taken) if step.kind is StepKind.DECIDED]
    return valid[-1] if valid else None


def _notes(taken: Sequence[Taken], latest: int | None) -> Iterator[str]:
    if latest is None:
        proposed = any(step.kind is StepKind.PROPOSED for step, _ in taken)
        yield ONLY_PROPOSED if proposed else NO_DECISION
        return
    if taken[latest][1].document.minutes.status is Status.UNADJUSTED:
        yield UNADJUSTED
    added = [step.meeting.date for step, one in taken[latest + 1 :] if one.decides]
    if days := [date_text(day.first, day.last) for day in added if day]:
        yield FOLLOWED_BY.format(", ".join(days))


def _number(treated: Iterable[Treated]) -> str | None:
    return most_telling(one.item.registration_number for one in treated)
