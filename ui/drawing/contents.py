"""Draw what was read out of a meeting as HTML: by item, by person, and field by field."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from rag.items import Item
from rag.minutes import Document, DocumentId, Person, Presence
from rag.results import Meeting
from ui import strings
from ui.drawing import reading
from ui.drawing.addresses import meeting_address
from ui.drawing.cited import SEPARATOR, place
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text
from ui.drawing.meeting import box, notice
from ui.parsed import Content, Fact, contents, facts, person_details


def decisions(document: Document) -> Html:
    """Draw every decision, and what led to it or follows from it, word for word by item."""
    return _by_item(document, strings.DECIDED) or notice(strings.NO_DECISIONS)


def said(document: Document) -> Html:
    """Draw who said what, and the links, word for word by item."""
    return _by_item(document, strings.SPOKEN) or notice(strings.NO_STATEMENTS)


def fields(document: Document, files: Sequence[Meeting] = ()) -> Html:
    """Draw each field of the minutes, how sure it is, and the *files* of the meeting if several."""
    rows = (_fact(document.id, fact) for fact in facts(document.minutes))
    return tag(
        "div",
        tag("p", text(strings.FACTS_LEAD.format(id=document.id[:12])), class_="details"),
        _files(files) if len(files) > 1 else NOTHING,
        tag("dl", *rows),
        class_="fields",
    )


def people(document: Document) -> Html:
    """Draw who attended, who was invited and who was away, as the minutes list them."""
    drawn = join(
        *(_group(document, presence, title) for presence, title in strings.PRESENCES.items())
    )
    return tag("div", drawn, class_="people") if drawn else notice(strings.NO_PEOPLE)


def agenda(document: Document) -> Html:
    """Draw the items in order; a click opens one in the text."""
    if not document.minutes.items:
        return notice(strings.NO_ITEMS)
    entries = (_agenda_row(document.id, item) for item in document.minutes.items)
    return tag("ul", *entries, class_="agenda")


def whole(document: Document) -> Html:
    """Draw the whole text with its decisions and tasks marked, and what the marks mean."""
    items = document.minutes.all_items
    marked = {
        "decided": [decision.span for item in items for decision in item.decisions],
        "to-do": [action.span for item in items for action in item.actions],
    }
    places = [(kind, span) for kind, spans in marked.items() for span in spans]
    meanings = (
        tag("span", text(strings.TEXT_MARKS[kind]), data_of=kind) for kind in marked if marked[kind]
    )
    legend = tag("p", *meanings, class_="marks-legend") if places else NOTHING
    return join(legend, reading.with_places(document, places))


def _by_item(document: Document, titles: Mapping[str, tuple[str, str]]) -> Html:
    """Draw what the items hold of the kinds in *titles*, each in its box."""
    drawn = join(*(_held(document, item, titles) for item in document.minutes.all_items))
    return tag("div", drawn, class_="summary") if drawn else NOTHING


def _held(document: Document, item: Item, titles: Mapping[str, tuple[str, str]]) -> Html:
    found = list(contents(item))
    body = join(
        *(
            box(title, [_quote(document, one) for one in found if one.title == kind], colour)
            for kind, (title, colour) in titles.items()
        )
    )
    label = item.label or document.minutes.title
    return join(tag("h3", swedish(label)), body) if body else NOTHING


def _fact(document_id: DocumentId, fact: Fact) -> Html:
    said = tag("span", (swedish if fact.is_words else text)(fact.value or strings.BLANK))
    if not fact.sure:
        said = tag("span", text(strings.NOT_FOUND_FIELD), class_="unknown")
    if fact.span:
        target = place(document_id, fact.span.start, fact.span.end)
        said = tag("button", said, class_="passage", type="button", data_open=target)
    kind = "details corrected" if fact.is_corrected else "details"
    sure = tag("span", text(fact.sure), class_=kind) if fact.sure else NOTHING
    return join(tag("dt", text(fact.name)), tag("dd", said, sure))


def _files(files: Sequence[Meeting]) -> Html:
    title = strings.SAME_MEETING.format(count=len(files))
    return join(tag("h3", text(title)), tag("ul", *(_file(file) for file in files)))


def _file(file: Meeting) -> Html:
    note = strings.SAME_MEETING_COPY if file.answered_from else strings.SAME_MEETING_USED
    address = meeting_address(file.document_id)
    name = tag("a", text(PurePath(file.source).name), href=address, target="_blank")
    return tag("li", name, tag("span", text(note), class_="details"))


def _quote(document: Document, content: Content) -> Html:
    span = content.span
    return tag(
        "button",
        tag("span", swedish(" ".join(span.of(document.text).split()))),
        tag("span", swedish(content.note), class_="details") if content.note else NOTHING,
        class_="passage",
        type="button",
        data_open=place(document.id, span.start, span.end),
    )


def _group(document: Document, presence: Presence, title: str) -> Html:
    listed = [person for person in document.minutes.people if person.presence is presence]
    if not listed:
        return NOTHING
    return join(
        tag("h3", text(f"{title} ({len(listed)})")),
        tag("ul", *(_person(document.id, person) for person in listed)),
    )


def _person(document_id: DocumentId, person: Person) -> Html:
    details = (person.party, *person_details(person))
    return tag(
        "li",
        tag(
            "button",
            tag("span", swedish(person.name), class_="name"),
            tag("span", swedish(SEPARATOR.join(d for d in details if d)), class_="details"),
            class_="person",
            type="button",
            data_open=place(document_id, person.span.start, person.span.end),
        ),
    )


def _agenda_row(document_id: DocumentId, item: Item) -> Html:
    return tag(
        "li",
        tag(
            "button",
            tag("span", text(item.number or ""), class_="number"),
            tag("span", swedish(item.title), class_="title"),
            class_="agenda-item",
            type="button",
            data_open=place(document_id, item.heading.start, item.heading.end),
        ),
        class_=f"level-{min(item.level, 3)}",
    )
