"""Draw questions, answers, citations and passages as HTML; nothing here knows Streamlit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from rag.date_words import date_text
from rag.minutes import DocumentId, MeetingDate
from rag.phrases import interpreted
from rag.results import Answer, Citation, Hit, Meeting, Statement, Status, Support
from ui import strings, swedish
from ui.actors import actors_table
from ui.markup import NOTHING, Html, join, tag, text

SEPARATOR = " · "
# Where a table's columns met in the file; as long as the separator, so places stay the same.
TABLE_BAR = " | "
SIGNS = re.compile(r"\W+")
EXTRACTIVE = "extractive"

# How many of an answer's hits are shown when nothing was found.
NEAREST = 3
# More than a few short statements are a list, such as those attending.
FEW, SHORT = 4, 60
# Long quotes are cut in lists; the source shows them whole.
EXCERPT_CHARS = 280
# A last word up to this length is kept on one line with the numbers after it.
LONGEST_ENDING = 20


def place(document_id: str, start: int | str | None = None, end: int | str | None = None) -> str:
    """Write where a click leads, as `ui.state.Place` reads it.

    >>> place("ab12", 3, 9)
    'ab12:3:9'
    """
    return document_id if start is None else f"{document_id}:{start}:{end}"


def question(asked: str) -> Html:
    """Draw a question as its asker wrote it."""
    return tag("h2", text(asked), class_="question")


def answer(value: Answer, meetings: Mapping[DocumentId, Meeting]) -> Html:
    """Draw an answer: its status, its cited statements and its sources, or the nearest passages."""
    found = value.status is not Status.NOT_FOUND
    return tag(
        "article",
        tag("p", text(strings.STATUSES[value.status]), class_=f"status {value.status.value}"),
        _interpreted(value),
        _statements(value) if found else tag("p", text(strings.NOT_FOUND), class_="statement"),
        _missing(value),
        _sources(value) if found else _nearest(value.hits[:NEAREST], meetings),
        *(tag("p", text(note), class_="details") for note in value.notes),
        tag("p", text(footer(value)), class_="footer"),
        class_="answer",
    )


def footer(value: Answer) -> str:
    """Say how much was searched, how the answer was made and how long it took."""
    searched = strings.SEARCHED.format(
        meetings=swedish.count(value.searched.meetings, strings.MEETING_FORMS),
        chunks=swedish.count(value.searched.chunks, strings.CHUNK_FORMS),
    )
    made = strings.EXTRACTIVE
    if value.model != EXTRACTIVE:
        made = strings.MODEL.format(model=value.model)
    if value.status is Status.NOT_FOUND:
        return searched
    return SEPARATOR.join((searched.rstrip("."), made, swedish.seconds(value.elapsed_ms)))


def statement(value: Statement, numbered: Mapping[int, Citation]) -> Html:
    """Draw a statement, the marks of its citations, and how far it is supported if not wholly."""
    marks = (_cite(numbered[n]) for n in value.citations if n in numbered)
    support = NOTHING
    if value.support is not Support.SUPPORTED:
        support = tag("span", text(strings.SUPPORTS[value.support]), class_="support")
    said = value.text.replace(TABLE_BAR, SEPARATOR)
    before, space, last_word = said.rpartition(" ")
    if len(last_word) > LONGEST_ENDING:
        before, space, last_word = said, "", ""
    ending = tag("span", text(last_word), *marks, class_="ending")
    return tag("p", text(before + space), ending, support, class_="statement")


def meeting_date(date: MeetingDate | None) -> str:
    """Write a meeting's date, or that it has none."""
    return date_text(date.first, date.last) if date else strings.UNDATED


def where(citation: Citation) -> str:
    """Write where a citation stands: meeting, date, item and page."""
    page = strings.PAGE.format(page=citation.page) if citation.page else ""
    date = swedish.iso_text(citation.date) if citation.date else ""
    return SEPARATOR.join(part for part in (citation.meeting, date, citation.item, page) if part)


def excerpt(quote: str, limit: int = EXCERPT_CHARS) -> str:
    """Return *quote* on one line, cut at a word when longer than *limit*.

    >>> excerpt("Årsavgiften höjs från och med 2025.", 18)
    'Årsavgiften höjs …'
    """
    line = _line(quote)
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0] + " …"


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
                tag("h3", text(label), class_="origin") if label else NOTHING,
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


def _cite(citation: Citation) -> Html:
    return tag(
        "button",
        text(str(citation.n)),
        class_="cite",
        type="button",
        data_open=place(citation.document_id, citation.start, citation.end),
        data_where=where(citation),
        data_quote=_quoted(citation.quote),
        aria_label=strings.SOURCE_LABEL.format(n=citation.n, where=where(citation)),
    )


def _interpreted(value: Answer) -> Html:
    line = interpreted(value.understood)
    return tag("p", text(line), class_="interpreted") if line else NOTHING


def _missing(value: Answer) -> Html:
    if value.status is not Status.PARTIAL:
        return NOTHING
    words = ", ".join(value.missing)
    sentence = strings.MISSING.format(words=words) if words else strings.PARTIAL
    return tag("p", text(sentence), class_="missing")


def _sources(value: Answer) -> Html:
    """Draw the sources that say more than the statements, which may be quotes themselves."""
    said = {_line(sentence.text) for sentence in value.statements}
    rows = (
        _source(str(c.n), where(c), c.quote, place(c.document_id, c.start, c.end))
        for c in value.citations
        if _line(c.quote) not in said
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
            tag("span", text(where_), class_="where"),
            tag("span", text(_quoted(quote)), class_="quote"),
            class_="source",
            type="button",
            data_open=target,
        ),
    )


def _quoted(quote: str) -> str:
    return strings.QUOTED.format(quote=excerpt(quote))


def _line(value: str) -> str:
    return " ".join(value.split())
