from xml.etree import ElementTree as ET

import pytest
from markupsafe import Markup

from eval.abstention import refusal_curve
from eval.plots import hits_plot, interval_bar, latency_plot, refusal_plot
from eval.significance import Interval

HIT = Interval(value=0.5, low=0.25, high=0.75, n=8)


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(interval_bar(HIT), id="interval"),
        pytest.param(hits_plot([("1", HIT), ("<3>", HIT)]), id="hits"),
        pytest.param(refusal_plot(refusal_curve([0.9], [0.1]), chosen=(0.1, 0.9)), id="refusals"),
        pytest.param(latency_plot([0.0, 3.0, 250.0]), id="latencies"),
        pytest.param(latency_plot([10.0]), id="one latency"),
    ],
)
def test_a_drawing_is_well_formed_and_stays_in_its_frame(drawing: Markup) -> None:
    svg = ET.fromstring(drawing)  # noqa: S314 - our own drawing
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    points = [
        tuple(map(float, point.split(",")))
        for line in svg.iter("polyline")
        for point in line.attrib["points"].split()
    ]
    dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in svg.iter("circle")]

    assert [(x, y) for x, y in points + dots if not (0 <= x <= width and 0 <= y <= height)] == []


def test_times_are_marked_by_powers_of_ten() -> None:
    svg = ET.fromstring(latency_plot([2.0, 30.0]))  # noqa: S314 - our own drawing
    ticks = [text.text for text in svg.iter("text")]

    assert ticks[-4:] == ["1", "10", "100", "millisekunder"]
