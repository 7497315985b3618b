"""What many meetings told, as a document to hand on."""

from datetime import UTC, datetime

from rag.minutes import DocumentId, Kind
from rag.phrasing.coverage import Coverage
from rag.results import Meeting
from rag.topics.values import TopicMeeting, TopicSummary
from ui.exports.across_papers import topic_paper

NOW = datetime(2024, 3, 4, tzinfo=UTC)
MEETING = Meeting(
    document_id=DocumentId("ab" * 32),
    source="nämnden.md",
    title="Protokoll",
    kind=Kind.PROTOKOLL,
    body=None,
    date=None,
    chunks=1,
)


def test_words_that_what_is_cited_does_not_mention_are_told_as_in_answers() -> None:
    told = TopicSummary(
        topic="bryggans budget",
        period="",
        meetings=(TopicMeeting(meeting=MEETING),),
        coverage=Coverage(admitted=1, speaking=1),
        missing=("budget",),
    )

    assert "Det som citeras nämner inte: budget." in topic_paper(told, created=NOW).closing
