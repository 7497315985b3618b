"""Tell of many meetings of one library: a matter's timeline, a subject's summary, what is new."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rag.citing import Citations, Evidence
from rag.matters.finding import by_number, by_subject, grouped
from rag.matters.timeline import timeline
from rag.matters.values import Timeline
from rag.minutes import Document, DocumentId
from rag.phrasing.coverage import Coverage, unreadable_pages
from rag.registers.reader import in_time
from rag.results import Filters, Meeting
from rag.searching.search import Search
from rag.storing.database import Database
from rag.storing.filtering import nearest, require_known
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.storing.steady import documents_of, steadily
from rag.structured.inquiry import Inquiry
from rag.summaries import ActionLine, Length
from rag.summarising.cues import is_formal
from rag.swedish.registration import read_registration
from rag.swedish.words import is_content, words
from rag.topics.followed import followed, taken_in_after
from rag.topics.summary import topic_summary
from rag.topics.values import TopicMeeting, TopicSummary
from rag.understanding.understand import Understander, combined

# So many passages are read for a subject: more than years of meetings have of one.
WIDE = 600
# A subject is understood as it is in a question.
ASKED = "Sammanfatta vad som sagts om {}"


class Across:
    """What many meetings of one library tell together."""

    def __init__(
        self,
        library: Library,
        database: Database,
        indexes: Indexes,
        search: Search,
        understander: Understander,
    ) -> None:
        self._library = library
        self._db = database
        self._indexes = indexes
        self._search = search
        self._understander = understander

    @steadily
    def timelines(self, matter: str, filters: Filters | None = None) -> list[Timeline]:
        """Return the timelines of the matters that *matter* means, that with most steps first.

        Args:
            matter: A registration number in whatever form, or a subject.
            filters: Which meetings are looked at.

        Raises:
            QuestionError: *matter* is empty or too long.
            FilterError: no meeting has the body or person of *filters*.
        """
        within = self._known(filters)
        if number := read_registration(matter):
            treated = by_number(self._library, number, within)
        else:
            inquiry = self._inquiry(matter, within)
            treated = by_subject(inquiry, inquiry.question.subject)
        found = [timeline(group, asked=matter) for group in grouped(treated)]
        if number or not (lacking := self._search.lacking):
            return found
        return [replace(one, notes=(*one.notes, lacking)) for one in found]

    @steadily
    def topic(
        self,
        topic: str,
        filters: Filters | None = None,
        *,
        length: Length = Length.NORMAL,
        by_actor: bool = False,
    ) -> TopicSummary:
        """Return what the meetings that *filters* admit told of *topic*, in order of time.

        Raises:
            QuestionError: *topic* is empty or too long.
            FilterError: no meeting has the body or person of *filters*.
        """
        inquiry = self._inquiry(topic, self._known(filters))
        question = inquiry.question
        name = _without(topic, question.limits)
        told = topic_summary(inquiry, name, question.subject, length=length, by_actor=by_actor)
        told = replace(told, coverage=replace(told.coverage, lacking=self._search.lacking))
        return told if told.meetings else replace(told, near=self._near(question.subject))

    @steadily
    def new(self, since: date, topic: str = "", filters: Filters | None = None) -> TopicSummary:
        """Return what the meetings held since a day told of *topic*, or decided and agreed.

        Raises:
            FilterError: no meeting has the body or person of *filters*.
        """
        within = replace(self._known(filters), first=since)
        return self.topic(topic, within) if topic else self._all(within)

    @steadily
    def new_of_followed(self) -> list[TopicSummary]:
        """Return of each subject followed what the documents tell that were taken in since."""
        answering = {meeting.document_id for meeting in self._library.meetings()}
        return [
            self._fresh(topic, [one for one in taken_in_after(self._db, seen) if one in answering])
            for topic, seen in followed(self._db).items()
        ]

    def _fresh(self, topic: str, documents: Sequence[DocumentId]) -> TopicSummary:
        if documents:
            return self.topic(topic, Filters(meetings=tuple(documents)))
        return TopicSummary(
            topic=topic, period="", meetings=(), coverage=Coverage(admitted=0, speaking=0)
        )

    def _all(self, filters: Filters) -> TopicSummary:
        """Return all that was decided and agreed at the meetings that *filters* admit."""
        citations = Citations()
        meetings = sorted(self._library.meetings(filters), key=in_time)
        told = [self._decided(*held, citations) for held in documents_of(self._library, meetings)]
        return TopicSummary(
            topic="",
            period="",
            meetings=tuple(told),
            citations=citations.all(),
            coverage=Coverage(
                admitted=len(meetings), speaking=len(told), unreadable=unreadable_pages(meetings)
            ),
        )

    def _decided(self, meeting: Meeting, document: Document, citations: Citations) -> TopicMeeting:
        items = [item for item in document.minutes.all_items if not is_formal(item.title)]
        actions = [(item, action) for item in items for action in item.actions]
        return TopicMeeting(
            meeting=meeting,
            decisions=citations.state(
                Evidence(document, decision.span) for item in items for decision in item.decisions
            ),
            actions=tuple(
                ActionLine(
                    statement=citations.state([Evidence(document, action.span)])[0],
                    who=action.who,
                    due=action.due,
                    item=item.label or None,
                )
                for item, action in actions
            ),
        )

    def _near(self, said: Sequence[str]) -> tuple[str, ...]:
        """Return the words of headings that are most like those *said* that no minutes have."""
        titles = [
            item.title
            for _, document in documents_of(self._library, self._library.meetings())
            for item in document.minutes.items
        ]
        known = {word for title in titles for word in words(title) if is_content(word)}
        unknown = self._indexes.words.unknown(said)
        return tuple(dict.fromkeys(near for word in unknown for near in nearest(word, known)))

    def _known(self, filters: Filters | None) -> Filters:
        within = filters or Filters()
        if not self._library.meetings(within):
            require_known(within, self._library)
        return within

    def _inquiry(self, asked: str, filters: Filters) -> Inquiry:
        question = self._understander(ASKED.format(asked), filters)
        within = combined(filters, question.filters)
        return Inquiry(
            question=question,
            filters=within,
            library=self._library,
            hits=self._search(question.text, filters=within, limit=WIDE),
            weigh=self._indexes.words.rarity,
            search=lambda text: self._search(text, filters=within, limit=WIDE),
        )


def _without(topic: str, limits: Sequence[str]) -> str:
    """Return *topic* without the words that only say when."""
    for said in limits:
        topic = topic.replace(said, "")
    return " ".join(topic.split()) or topic
