"""Draw questions, answers, citations and passages as HTML; nothing here knows Streamlit."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from rag.minutes import DocumentId
from rag.results import Answer, Citation, Hit, Meeting, Statement, Status, Support, Understood
from ui import local, strings
from ui.drawing.actors import actors_table
from ui.drawing.cited import SEPARATOR, legend, one_line, place, quoted, statement, where
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text
from ui.drawing.notes import note
from ui.parsed import meeting_date

SIGNS = re.compile(r"\W+")
EXTRACTIVE = "extractive"

# How many of an answer's hits are shown when nothing was found.
NEAREST = 3
# More than a few short statements are a list, such as those attending.
FEW, SHORT = 4, 60


def question(asked: str) -> Html:
    """Draw a question as its asker wrote it."""
    return tag("h2", text(asked), class_="question")


def asking(asked: str) -> Html:
    """Draw a question that is being answered."""
    searching = tag("p", text(strings.ASK_SEARCHING), class_="searching", role="status")
    return join(question(asked), searching)


def answer(
    value: Answer,
    meetings: Mapping[DocumentId, Meeting],
    *,
    explained: Collection[Support] = (),
) -> Html:
    """Draw an answer: its status, its cited statements and its sources, or the nearest passages.

    The marks of support that are *explained* already are not explained again.
    """
    found = value.status is not Status.NOT_FOUND
    notes = join(*map(note, value.notes))
    return tag(
        "article",
        tag("p", text(strings.STATUSES[value.status]), class_=f"status {value.status.value}"),
        _interpreted(value),
        _missing(value),
        _statements(value) if found else _not_found(notes),
        legend(value.statements, explained),
        _sources(value) if found else _nearest(value.hits[:NEAREST], meetings),
        notes if found else NOTHING,
        tag("p", text(footer(value)), class_="footer"),
        class_="answer",
    )


def _not_found(why: Html) -> Html:
    return join(tag("p", text(strings.NOT_FOUND), class_="statement"), why)


def footer(value: Answer) -> str:
    """Say how much was searched, how the answer was made and how long it took."""
    searched = strings.SEARCHED.format(
        meetings=local.count(value.searched.meetings, strings.MEETING_FORMS),
        chunks=local.count(value.searched.chunks, strings.CHUNK_FORMS),
    )
    made = strings.EXTRACTIVE
    if value.model != EXTRACTIVE:
        made = strings.MODEL.format(model=value.model)
    if value.status is Status.NOT_FOUND:
        return searched
    return SEPARATOR.join((searched.rstrip("."), made, local.seconds(value.elapsed_ms)))


def _statements(value: Answer) -> Html:
    """Draw the statements by speaker when the answer has them so, else in the answer's order."""
    numbered = {citation.n: citation for citation in value.citations}
    if value.actors:
        return actors_table(value.actors, lambda said: _by_origin(said, numbered))
    return _by_origin(value.statements, numbered)


def _by_origin(statements: Sequence[Statement], numbered: Mapping[int, Citation]) -> Html:
    """Draw *statements* under the places that they come from, in their order."""

    def origin(sentence: Statement) -> str:
        cited = (numbered[n] for n in sentence.citations if n in numbered)
        return next((where(citation) for citation in cited), "")

    groups = ((label, list(group)) for label, group in groupby(statements, key=origin))
    return join(
        *(
            tag(
                "section",
                tag("h3", swedish(label), class_="origin") if label else NOTHING,
                tag(
                    "div",
                    *(statement(sentence, numbered) for sentence in group),
                    class_="entries" if _are_entries(group) else "sentences",
                ),
            )
            for label, group in groups
        )
    )


def _are_entries(group: Sequence[Statement]) -> bool:
    """Tell whether the statements are short enough, and many enough, to stand in columns."""
    return len(group) > FEW and all(len(sentence.text) <= SHORT for sentence in group)


def _interpreted(value: Answer) -> Html:
    is_found = value.status is not Status.NOT_FOUND
    parts = list(_understood(value.understood, is_found=is_found))
    line = strings.UNDERSTOOD.format(parts="; ".join(parts))
    return tag("p", text(line), class_="interpreted") if parts else NOTHING


def _understood(value: Understood, *, is_found: bool) -> Iterator[str]:
    """Yield what was understood of a question, but for the limits: `ui.drawing.chips` has them."""
    if value.reworded != value.asked:
        yield strings.UNDERSTOOD_WORDS.format(words=value.reworded)
    yield from (f"{asked} = {also}" for asked, also in value.abbreviations.items())
    if value.unmet and is_found:
        yield strings.UNDERSTOOD_UNMET.format(limits=", ".join(value.unmet))


def _missing(value: Answer) -> Html:
    if value.status is not Status.PARTIAL:
        return NOTHING
    words = ", ".join(value.missing)
    sentence = strings.MISSING.format(words=words) if words else strings.PARTIAL
    return tag("p", text(sentence), class_="missing")


def _sources(value: Answer) -> Html:
    """Draw the sources that say more than the statements, which may be quotes themselves."""
    said = {one_line(sentence.text) for sentence in value.statements}
    rows = (
        _source(str(c.n), where(c), c.quote, place(c.document_id, c.start, c.end))
        for c in value.citations
        if one_line(c.quote) not in said
    )
    return _titled_list(strings.SOURCES, rows)


def _nearest(hits: Sequence[Hit], meetings: Mapping[DocumentId, Meeting]) -> Html:
    rows = (
        _source(
            "",
            _hit_where(hit, meetings),
            _passage_text(hit),
            place(hit.passage.document_id, hit.passage.span.start, hit.passage.span.end),
        )
        for hit in hits
    )
    return _titled_list(strings.NEAREST, rows)


def _hit_where(hit: Hit, meetings: Mapping[DocumentId, Meeting]) -> str:
    meeting = meetings.get(hit.passage.document_id)
    title = meeting.title if meeting else hit.passage.source
    date = meeting_date(meeting.date) if meeting else ""
    item = hit.passage.heading_path[-1] if hit.passage.heading_path else ""
    return SEPARATOR.join(part for part in (title, date, item) if part)


def _passage_text(hit: Hit) -> str:
    """Return the passage without the heading that its place already shows."""
    first, _, rest = hit.passage.text.partition("\n")
    heading = hit.passage.heading_path[-1] if hit.passage.heading_path else ""
    is_repeated = SIGNS.sub("", first) == SIGNS.sub("", heading)
    return rest if is_repeated and rest.strip() else hit.passage.text


def _titled_list(title: str, rows: Iterable[Html]) -> Html:
    drawn = join(*rows)
    if not drawn:
        return NOTHING
    return join(tag("h3", text(title)), tag("ul", drawn, class_="sources"))


def _source(label: str, where_: str, quote: str, target: str) -> Html:
    return tag(
        "li",
        tag(
            "button",
            tag("span", text(label), class_="number") if label else NOTHING,
            tag("span", swedish(where_), class_="where"),
            tag("span", swedish(quoted(quote)), class_="quote"),
            class_="source",
            type="button",
            data_open=target,
        ),
    )
