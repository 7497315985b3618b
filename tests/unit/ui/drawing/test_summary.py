"""A summary as HTML: its lines, the places they name, and what can be done to them."""

import re
from dataclasses import replace

import pytest

from rag.edits import Act, Edit
from rag.results import Carrier, Citation, Meeting, Statement, Support
from rag.span import Span
from rag.summaries import ActionLine, ItemSummary, Length, Summary
from ui import strings
from ui.drawing import summary as draw

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.fixture
def decided(meeting: Meeting, citation: Citation) -> Summary:
    said = Statement(text=citation.quote, support=Support.SUPPORTED, citations=(1,))
    return Summary(
        meeting=meeting,
        length=Length.NORMAL,
        items=(ItemSummary(label="§ 2 Bryggan", decisions=(said,)),),
        citations=(citation,),
    )


@pytest.fixture
def told(decided: Summary, citation: Citation) -> Summary:
    words = Carrier(citation=1, span=Span(citation.start, citation.start + 9))
    said = Statement(
        text="En ny byggs.", support=Support.SUPPORTED, citations=(1,), carriers=(words,)
    )
    return replace(decided, brief=(said,), items=())


def line_of(summary: Summary, part: str) -> str:
    [cited] = summary.citations
    return f"{part}:{cited.start}-{cited.end}"


def acts(html: str) -> list[str]:
    return re.findall(r'data-act="(.*?)"', html)


def test_a_summary_cites_its_statements(decided: Summary, citation: Citation) -> None:
    html = draw.summary(decided)

    assert shown(html) == "§ 2 Bryggan Beslut Styrelsen beslutar att bygga en ny. 1"
    assert f'data-open="{citation.document_id}:{citation.start}:{citation.end}"' in html


def test_without_edits_nothing_can_be_done_to_a_line(decided: Summary) -> None:
    assert [] == acts(draw.summary(decided))


def test_a_line_names_the_places_that_it_stands_for(told: Summary, citation: Citation) -> None:
    html = draw.summary(told, {})

    assert 'data-marks="c1 w0"' in html
    assert [
        ("c1", Span(citation.start, citation.end)),
        ("w0", Span(citation.start, citation.start + 9)),
    ] == list(draw.places(told))


def test_a_verbatim_line_has_its_whole_quote(decided: Summary) -> None:
    assert ["c1"] == [name for name, _ in draw.places(decided)]
    assert 'data-marks="c1"' in draw.summary(decided, {})


@pytest.mark.parametrize(
    ("act", "offered"),
    [
        pytest.param(None, ["accepted", "changed", "struck"], id="as made"),
        pytest.param(Act.ACCEPTED, ["changed", "struck", "undo"], id="accepted"),
        pytest.param(Act.CHANGED, ["changed", "struck", "undo"], id="changed"),
        pytest.param(Act.STRUCK, ["undo"], id="struck"),
    ],
)
def test_what_was_done_to_a_line_decides_what_can_be_done(
    told: Summary, act: Act | None, offered: list[str]
) -> None:
    line = line_of(told, "brief")
    html = draw.summary(told, {line: Edit(line=line, act=act)} if act else {})

    assert offered == acts(html)
    assert (strings.EDITED[act] if act else "1") in shown(html)


def test_a_decision_cannot_be_written_anew(decided: Summary) -> None:
    assert ["accepted", "struck"] == acts(draw.summary(decided, {}))


def test_what_is_to_be_done_is_a_table(meeting: Meeting, citation: Citation) -> None:
    said = Statement(text="Bo målar bryggan i maj.", support=Support.SUPPORTED, citations=(1,))
    action = ActionLine(statement=said, who="Bo", due="i maj", item="§ 2 Bryggan")
    item = ItemSummary(label="§ 2 Bryggan", actions=(action,))

    html = draw.summary(
        Summary(meeting=meeting, length=Length.NORMAL, items=(item,), citations=(citation,))
    )

    assert "Vad Vem När Punkt Bo målar bryggan i maj. 1 Bo i maj § 2 Bryggan" in shown(html)


def test_those_not_named_are_counted(meeting: Meeting, citation: Citation) -> None:
    said = Statement(text="Eva Ek", support=Support.SUPPORTED, citations=(1,))
    summary = Summary(
        meeting=meeting,
        length=Length.SHORT,
        present=(said,),
        present_count=9,
        citations=(citation,),
    )

    assert "Närvarande Eva Ek 1 och 8 till" in shown(draw.summary(summary, {}))


def test_an_empty_summary_points_to_the_text(meeting: Meeting) -> None:
    empty = Summary(meeting=meeting, length=Length.NORMAL)

    assert "Hela texten" in shown(draw.summary(empty))


def test_nothing_in_a_summary_is_html(told: Summary) -> None:
    [said] = told.brief
    hostile = replace(
        told,
        brief=(replace(said, text=HOSTILE, support=Support.PARTLY, reason=HOSTILE),),
        notes=(HOSTILE,),
    )

    assert "<img" not in draw.summary(hostile, {})
