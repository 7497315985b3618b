"""Read the day of the meeting: the date that most surely is its own, or the file's name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from ingest.dates import FoundDate, date_in_name, find_dates, weekday_before, years_in
from ingest.found import Found
from ingest.header_words import DATE_LABELS, MEETING_WORDS, OPENING_WORDS, OTHER_DATES, TIME_LABELS
from ingest.labels import LONGEST_HEADER_LINE
from ingest.lines import Line
from ingest.rosters import labelled
from ingest.title import kind_of, title_words
from rag.minutes import MeetingDate, Sureness
from rag.span import Span

# A date on a line that says no more of it counts only so near the top.
TOP_LINES = 12
# "§ 1 Mötet öppnades den 4 mars 2024" stands near the beginning.
OPENING_LINES = 60
YEARS_WITHIN = 200_000
# Meetings are not held to the calendar's seasons: "Våren 2024, den 14/2".
NEAR_SEASON = timedelta(days=45)
# The ranks of a label for dates and of one for times; lower is surer.
LABELLED = 1


@dataclass(frozen=True, slots=True)
class _Printed:
    """A date in the header; the least is most surely the meeting's."""

    rank: int
    several_days: int
    line: int
    found: FoundDate
    span: Span


def read_date(
    text: str, top: Sequence[Line], lines: Sequence[Line], *, file_name: str
) -> Found[MeetingDate] | None:
    """Return the meeting's date from the header *top*, its opening or the file's name."""
    likely = _likely_year(text)
    named = date_in_name(file_name, year=likely)
    printed = _printed(top, None) or _opening(lines)
    if printed is None:
        year = named.first.year if named else likely
        printed = _printed(top, year) if year else None
        printed = _of_weekday(text, top, printed) if printed else None
    if printed:
        return _as_printed(printed, named)
    if named:
        value = MeetingDate(first=named.first, last=named.last, inferred=True)
        return Found(value, Sureness.INFERRED)
    return None


def _as_printed(printed: _Printed, named: FoundDate | None) -> Found[MeetingDate]:
    """Return the date as the minutes have it; unsure when the file's name says another day."""
    found = printed.found
    value = MeetingDate(
        first=found.first, last=found.last, inferred=found.inferred, span=printed.span
    )
    contradicted = named and (named.last < found.first or found.last < named.first)
    if found.inferred or contradicted:
        return Found(value, Sureness.INFERRED, printed.span)
    sureness = Sureness.LABELLED if printed.rank <= LABELLED else Sureness.RECOGNISED
    return Found(value, sureness, printed.span)


def _printed(top: Sequence[Line], year: int | None) -> _Printed | None:
    """Return the date that most surely is the meeting's."""
    candidates = []
    for index, line in enumerate(top):
        rank = _rank(top, index)
        words = line.words[:LONGEST_HEADER_LINE]
        if rank is None:
            continue
        dates = find_dates(words, year=year, loose=rank <= LABELLED)
        if dates:
            found = _day_within(words, dates[0])
            span = Span(found.span.start + line.words_start, found.span.end + line.words_start)
            candidates.append(_Printed(rank, min(found.days, 2), index, found, span))
    return min(candidates, key=lambda c: (c.rank, c.several_days, c.line), default=None)


def _opening(lines: Sequence[Line]) -> _Printed | None:
    """Read `Ordföranden öppnade mötet den 4 mars 2024`, where the header has no date."""
    for index, line in enumerate(lines[:OPENING_LINES]):
        words = line.words[:LONGEST_HEADER_LINE]
        lowered = words.lower()
        if not any(word in lowered for word in OPENING_WORDS) or _of_other(lowered):
            continue
        if any(word in lowered for word in MEETING_WORDS):
            for found in find_dates(words):
                if found.days == 1:
                    span = Span(
                        found.span.start + line.words_start, found.span.end + line.words_start
                    )
                    return _Printed(LABELLED + 1, 1, index, found, span)
    return None


def _of_weekday(text: str, top: Sequence[Line], printed: _Printed) -> _Printed | None:
    """Let a weekday choose among the text's years: `tisdag 5 mars`; `None` when it fits none."""
    line = top[printed.line]
    found = printed.found
    weekday = weekday_before(line.words, printed.span.start - line.words_start)
    if not found.inferred or weekday is None or found.first.weekday() == weekday:
        return printed
    years = Counter(years_in(text[:YEARS_WITHIN])).most_common()
    for year, _ in years:
        other = next(
            (d for d in find_dates(line.words[:LONGEST_HEADER_LINE], year=year)
             if d.span == found.span and d.first.weekday() == weekday),
            None,
        )  # fmt: skip
        if other:
            return _Printed(printed.rank, printed.several_days, printed.line, other, printed.span)
    return None


def _day_within(words: str, found: FoundDate) -> FoundDate:
    """Return the day without a year beside a season that has one: `Våren 2024, den 14/3`."""
    if found.days == 1:
        return found
    for year in (found.last.year, found.first.year):
        for day in find_dates(words, year=year):
            first, last = found.first - NEAR_SEASON, found.last + NEAR_SEASON
            if day.days < found.days and day.inferred and first <= day.first <= last:
                return day
    return found


def _rank(top: Sequence[Line], index: int) -> int | None:
    """Return how surely a date on the line is the meeting's; 0 is surest, `None` not at all."""
    line = top[index]
    lowered = line.words[:LONGEST_HEADER_LINE].lower()
    label = _label_of(top, index)
    if label in DATE_LABELS:
        return 0
    if label in TIME_LABELS:
        return LABELLED
    if label is not None or _of_other(lowered):
        return None
    if not title_words(line.words):
        return 2 if index < TOP_LINES * 2 else None
    if kind_of(lowered) or any(word in lowered for word in MEETING_WORDS):
        return 3 if len(line.words) <= LONGEST_HEADER_LINE else None
    return 4 if index < TOP_LINES and not line.words.endswith(".") else None


def _of_other(lowered: str) -> bool:
    return any(word in lowered for word in OTHER_DATES)


def _label_of(top: Sequence[Line], index: int) -> str | None:
    """Return the label that the line bears, or that stands alone on a line above it."""
    found = labelled(top[index].words)
    if found:
        return found[0]
    for above in range(index - 1, max(index - 3, -1), -1):
        label = labelled(top[above].words)
        if (
            label
            and label[1] is not None
            and any(line.after_blank for line in top[above + 1 : index + 1])
        ):
            return None
        if label:
            return label[0] if label[1] is None or not _has_date(top[above].words) else None
    return None


def _has_date(words: str) -> bool:
    return bool(find_dates(words[:LONGEST_HEADER_LINE]))


def _likely_year(text: str) -> int | None:
    """Return the year that *text* names most often; `None` when two are as common."""
    common = Counter(years_in(text[:YEARS_WITHIN])).most_common(2)
    if not common or (len(common) > 1 and common[0][1] == common[1][1]):
        return None
    return common[0][0]
