"""What many meetings told of a subject, as HTML."""

import re
from dataclasses import replace

import pytest

from rag.phrasing.coverage import Coverage
from rag.results import ActorRow, Citation, Meeting, Statement, Support
from rag.summaries import ActionLine
from rag.topics.values import TopicMeeting, TopicSummary
from ui import strings
from ui.drawing import topic_rows

HOSTILE = "<img src=x onerror=alert(1)>"


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def said(text: str, number: int) -> Statement:
    return Statement(text=text, support=Support.SUPPORTED, citations=(number,))


@pytest.fixture
def summary(meeting: Meeting, citation: Citation) -> TopicSummary:
    task = ActionLine(statement=said("Mira målar.", 3), who="Mira", due="i maj", item=None)
    return TopicSummary(
        topic="bryggan",
        period="",
        meetings=(
            TopicMeeting(
                meeting=meeting,
                statements=(said("Bryggan är rutten.", 1),),
                decisions=(said("att bygga en ny", 2),),
                actions=(task,),
            ),
        ),
        citations=tuple(replace(citation, n=n) for n in (1, 2, 3)),
        coverage=Coverage(admitted=4, speaking=1),
    )


def test_a_subject_is_told_meeting_by_meeting_with_its_coverage(summary: TopicSummary) -> None:
    html = shown(topic_rows.summary(summary))

    assert html.startswith("Bygger på 1 av 4 möten; övriga nämner inte «bryggan».")
    assert "4 mars 2024 · Styrelsen Bryggan är rutten. 1 Beslut att bygga en ny 2 Uppdrag" in html
    assert "Mira målar. 3 Ansvarig: Mira · Klart: i maj" in html


def test_by_speaker_what_was_decided_stands_after(summary: TopicSummary) -> None:
    row = ActorRow(actor="Tor Blad", statements=(said("Tor: den är rutten.", 1),))

    html = shown(topic_rows.told(replace(summary, actors=(row,))))

    assert "Tor Blad Tor: den är rutten. 1 4 mars 2024 · Styrelsen Beslut" in html
    assert "Bryggan är rutten." not in html


def test_words_that_nothing_speaks_of_are_told(summary: TopicSummary) -> None:
    html = shown(topic_rows.told(replace(summary, missing=("budget",))))

    assert html.endswith("Det som citeras nämner inte: budget.")


def test_a_subject_that_nobody_mentions_says_so(summary: TopicSummary) -> None:
    silent = replace(summary, meetings=(), coverage=Coverage(admitted=4, speaking=0))

    assert "Inget av 4 möten nämner «bryggan»." == shown(topic_rows.summary(silent))


@pytest.mark.parametrize(
    ("speaking", "near", "sentence"),
    [
        pytest.param(1, (), "som nämns av 1\xa0möte hittills.", id="mentioned"),
        pytest.param(0, (), "som inget protokoll nämner än.", id="not yet"),
        pytest.param(
            0,
            ("brygga", "brygd"),
            "som inget protokoll nämner än. Menade du ”brygga” eller ”brygd”?",
            id="misspelt",
        ),
    ],
)
def test_following_tells_what_is_known_until_now(
    summary: TopicSummary, speaking: int, near: tuple[str, ...], sentence: str
) -> None:
    told = replace(summary, meetings=summary.meetings[:speaking], near=near)

    assert f"Du bevakar ”bryggan”, {sentence}" == topic_rows.followed(told)


def test_what_is_new_is_counted(summary: TopicSummary) -> None:
    silent = replace(summary, meetings=())

    assert "1\xa0nytt möte nämner det." == topic_rows.fresh(summary)
    assert strings.FOLLOW_NOTHING == topic_rows.fresh(silent)


def test_nothing_told_of_a_subject_is_html(summary: TopicSummary) -> None:
    [meeting] = summary.meetings
    hostile = replace(
        summary,
        topic=HOSTILE,
        missing=(HOSTILE,),
        meetings=(replace(meeting, statements=(said(HOSTILE, 1),)),),
    )

    assert "<img" not in topic_rows.summary(hostile)
