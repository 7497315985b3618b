"""Draw when each body met: a picture of months, and the same as a table."""

from collections import Counter
from collections.abc import Iterator

from ui import local, strings
from ui.choosing.calendar import Calendar, target, time_text
from ui.drawing.cited import excerpt
from ui.drawing.markup import NOTHING, Html, join, tag, text

WIDTH, LEFT, TOP, ROW = 800, 200, 24, 19
LABEL_CHARS = 30
# Years stand so far apart at least that their labels do not meet.
LABEL_WIDTH = 44
# The shade of one meeting, of a most that is 1.
PALEST = 0.3
MONTH_LETTERS = 3


def picture(value: Calendar) -> Html:
    """Draw the calendar as a picture with its title, a description, and a table of the same."""
    height = TOP + ROW * len(value.rows)
    drawing = tag(
        "svg",
        tag("title", text(strings.CALENDAR_TITLE)),
        tag("desc", text(described(value))),
        *_scale(value, height),
        *(_row(value, body, TOP + ROW * n) for n, body in enumerate(value.rows)),
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_label=f"{strings.CALENDAR_TITLE}. {described(value)}",
    )
    scrolled = tag(
        "div",
        drawing,
        class_="calendar",
        tabindex="0",
        role="group",
        aria_label=strings.CALENDAR_TITLE,
    )
    return join(
        scrolled, tag("details", tag("summary", text(strings.CALENDAR_TABLE)), _table(value))
    )


def described(value: Calendar) -> str:
    """Say in words what the picture shows."""
    return strings.CALENDAR_DESCRIBED.format(
        meetings=local.count(sum(value.counts.values()), strings.MEETING_FORMS),
        bodies=local.count(value.bodies, strings.BODY_FORMS),
        first=time_text(value.columns[0]),
        last=time_text(value.columns[-1]),
        busiest=_name(value.busiest[0]),
        time=time_text(value.busiest[1]),
        most=value.counts[value.busiest],
    )


def _scale(value: Calendar, height: int) -> Iterator[Html]:
    """Draw a line where each year begins, and its number where there is room; months of one."""
    width = (WIDTH - LEFT) / len(value.columns)
    one_year = len({column[:4] for column in value.columns}) == 1
    room = 0.0
    for n, column in enumerate(value.columns):
        x = LEFT + n * width
        if not one_year and not column.endswith("-01") and len(column) > len("2024"):
            continue
        yield tag(
            "line", x1=f"{x:.1f}", x2=f"{x:.1f}", y1=str(TOP - 6), y2=str(height), class_="rule"
        )
        if x >= room:
            label = local.months()[n][:MONTH_LETTERS] if one_year else column[:4]
            yield tag("text", text(label), x=f"{x + 3:.1f}", y="14")
            room = x + LABEL_WIDTH


def _row(value: Calendar, body: str, top: int) -> Html:
    width = (WIDTH - LEFT) / len(value.columns)
    most = value.counts[value.busiest]
    held = [
        (n, column, value.counts.get((body, column), 0)) for n, column in enumerate(value.columns)
    ]
    cells = (
        tag(
            "rect",
            tag("title", text(_told(body, column, count))),
            x=f"{LEFT + n * width:.1f}",
            y=str(top + 2),
            width=f"{max(width - 1, 2):.1f}",
            height=str(ROW - 4),
            rx="2",
            fill_opacity=f"{min(1, PALEST + (1 - PALEST) * count / most):.2f}",
            data_open=target(body, column),
        )
        for n, column, count in held
        if count
    )
    whole = tag("title", text(_name(body)))
    label = tag("text", text(excerpt(_name(body), LABEL_CHARS)), whole, x="0", y=str(top + 14))
    return tag("g", label, *cells)


def _table(value: Calendar) -> Html:
    """Draw the years of each body, or the months of a single year, each to be chosen."""
    years = sorted({column[:4] for column in value.columns})
    length = len("2024") if len(years) > 1 else len(value.columns[0])
    times = sorted({column[:length] for column in value.columns})
    counts = Counter[tuple[str, str]]()
    for (body, column), count in value.counts.items():
        counts[body, column[:length]] += count
    head = tag(
        "tr",
        tag("th", text(strings.FIELDS["body"]), scope="col"),
        *(tag("th", text(_short(one)), scope="col") for one in times),
    )
    rows = (
        tag(
            "tr",
            tag("th", text(_name(body)), scope="row"),
            *(tag("td", _chosen(body, one, counts[body, one])) for one in times),
        )
        for body in value.rows
    )
    caption = tag("caption", text(strings.CALENDAR_CAPTION))
    table = tag("table", caption, tag("thead", head), tag("tbody", *rows))
    return tag(
        "div",
        table,
        class_="calendar-table",
        tabindex="0",
        role="group",
        aria_label=strings.CALENDAR_CAPTION,
    )


def _chosen(body: str, time: str, count: int) -> Html:
    if not count:
        return NOTHING
    return tag(
        "button",
        text(local.number(count)),
        type="button",
        data_open=target(body, time),
        aria_label=_told(body, time, count),
    )


def _told(body: str, time: str, count: int) -> str:
    return f"{_name(body)}, {time_text(time)}: {local.count(count, strings.MEETING_FORMS)}"


def _name(body: str) -> str:
    return body or strings.NO_BODY


def _short(time: str) -> str:
    return local.months()[int(time[5:]) - 1][:MONTH_LETTERS] if "-" in time else time
