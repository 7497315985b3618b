"""Draw the report's plots as SVG; their colours are the page's own."""

import math
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from eval.abstention import FALSE_LIMIT, Curve
from eval.significance import Interval
from eval.wording import decimal

WIDTH, HEIGHT = 360, 260
LEFT, RIGHT, TOP, BOTTOM = 46, 22, 12, 40
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
BAR_WIDTH, BAR_HEIGHT = 120, 12
SHORTEST_MS = 0.01


def interval_bar(figure: Interval) -> Markup:
    """Draw a share and its interval on a line from 0 to 1."""
    x, low, high = (
        6 + share * (BAR_WIDTH - 12) for share in (figure.value, figure.low, figure.high)
    )
    middle = BAR_HEIGHT / 2
    return Markup(
        '<svg class="bar" viewBox="0 0 {w} {h}" width="{w}" height="{h}" aria-hidden="true">'
        '<line class="track" x1="6" x2="{end}" y1="{y}" y2="{y}"/>'
        '<line class="band" x1="{low}" x2="{high}" y1="{y}" y2="{y}"/>'
        '<circle class="dot" cx="{x}" cy="{y}" r="4"/></svg>'
    ).format(
        w=BAR_WIDTH,
        h=BAR_HEIGHT,
        end=BAR_WIDTH - 6,
        y=middle,
        x=round(x, 1),
        low=round(low, 1),
        high=round(high, 1),
    )


def refusal_plot(curve: Curve, *, chosen: tuple[float, float] | None) -> Markup:
    """Draw right against false refusals; *chosen* is where the product stands today."""
    limit = _x(FALSE_LIMIT)
    marks = [
        _line("guide", [(0, 0), (1, 1)]),
        Markup('<line class="guide" x1="{x}" x2="{x}" y1="{top}" y2="{foot}"/>').format(
            x=limit, top=TOP, foot=HEIGHT - BOTTOM
        ),
        _line("curve", list(zip(curve.false, curve.right, strict=True))),
    ]
    if chosen:
        marks.append(_dot(*chosen, title="Så svarar Mötesminne i dag"))
    return _plot(
        "Rätt avstådda mot onödigt avstådda",
        across="avstått i onödan",
        ticks=[(share, _percent(share)) for share in SHARES],
        marks=marks,
    )


def hits_plot(hits: Sequence[tuple[str, Interval]]) -> Markup:
    """Draw how often required evidence is among the best passages, by their number."""
    places = [(number + 0.5) / len(hits) for number in range(len(hits))]
    marks = []
    for x, (_, hit) in zip(places, hits, strict=True):
        marks.append(_line("whisker", [(x, hit.low), (x, hit.high)]))
        marks.append(_dot(x, hit.value, title=_percent(hit.value)))
        marks.append(_label(x, hit.value, _percent(hit.value)))
    return _plot(
        "Frågor med underlag bland de bästa träffarna",
        across="så många träffar",
        ticks=[(x, name) for x, (name, _) in zip(places, hits, strict=True)],
        marks=marks,
    )


def latency_plot(latencies: Sequence[float]) -> Markup:
    """Draw the share of answers that came within each time, times by powers of ten."""
    # Clocks may call the very fast ones nothing.
    powers = sorted(math.log10(max(latency, SHORTEST_MS)) for latency in latencies)
    least, most = math.floor(powers[0]), math.floor(powers[-1]) + 1
    places = [(power - least) / (most - least) for power in powers]
    shares = pairwise(number / len(places) for number in range(len(places) + 1))
    corners = [
        corner
        for x, (before, after) in zip(places, shares, strict=True)
        for corner in ((x, before), (x, after))
    ]
    return _plot(
        "Andel svar inom en tid",
        across="millisekunder",
        ticks=[
            ((power - least) / (most - least), decimal(10.0**power, max(-power, 0)))
            for power in range(least, most + 1)
        ],
        marks=[_line("curve", [(0, 0), *corners, (1, 1)])],
    )


def _plot(
    title: str, *, across: str, ticks: Sequence[tuple[float, str]], marks: Sequence[Markup]
) -> Markup:
    """Return a square of shares upwards and *ticks* across, with *marks* in it."""
    return Markup(
        '<svg class="plot" viewBox="0 0 {w} {h}" role="img" aria-label="{title}">{grid}'
        '<text class="axis" x="{middle}" y="{foot}" text-anchor="middle">{across}</text>'
        "{marks}</svg>"
    ).format(
        w=WIDTH,
        h=HEIGHT,
        title=title,
        grid=Markup().join(
            [*(_rung(share) for share in SHARES), *(_tick(*tick) for tick in ticks)]
        ),
        middle=(LEFT + WIDTH - RIGHT) / 2,
        foot=HEIGHT - 6,
        across=across,
        marks=Markup().join(marks),
    )


def _rung(share: float) -> Markup:
    return Markup(
        '<line class="grid" x1="{left}" x2="{right}" y1="{y}" y2="{y}"/>'
        '<text class="tick" x="{at}" y="{below}" text-anchor="end">{label}</text>'
    ).format(
        left=LEFT,
        right=WIDTH - RIGHT,
        y=_y(share),
        at=LEFT - 6,
        below=_y(share) + 4,
        label=_percent(share),
    )


def _tick(share: float, label: str) -> Markup:
    return Markup('<text class="tick" x="{x}" y="{y}" text-anchor="middle">{label}</text>').format(
        x=_x(share), y=HEIGHT - BOTTOM + 16, label=label
    )


def _line(kind: str, points: Sequence[tuple[float, float]]) -> Markup:
    path = " ".join(f"{_x(x)},{_y(y)}" for x, y in points)
    return Markup('<polyline class="{kind}" points="{path}"/>').format(kind=kind, path=path)


def _dot(x: float, y: float, *, title: str) -> Markup:
    return Markup(
        '<circle class="dot" cx="{x}" cy="{y}" r="5"><title>{title}</title></circle>'
    ).format(x=_x(x), y=_y(y), title=title)


def _label(x: float, y: float, text: str) -> Markup:
    return Markup('<text class="value" x="{x}" y="{y}">{text}</text>').format(
        x=_x(x) + 9, y=_y(y) + 4, text=text
    )


def _x(share: float) -> float:
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _y(share: float) -> float:
    return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _percent(share: float) -> str:
    return f"{decimal(share * 100, 0)} %"
