"""Draw a meeting's summary as HTML: lines that name their places in the text and can be edited."""

from collections.abc import Iterator, Mapping, Sequence

from rag.edits import Act, Edit, is_changeable
from rag.minutes import Presence
from rag.results import Carrier, Citation, Statement
from rag.span import Span
from rag.summaries import ActionLine, ItemSummary, Line, Part, Summary, lines
from ui import strings
from ui.drawing.cited import statement
from ui.drawing.markup import NOTHING, Html, join, swedish, tag, text, told
from ui.drawing.meeting import box, notice

UNDO = "undo"
# What can be done to a line, by what was done to it before.
OFFERED: Mapping[Act | None, tuple[str, ...]] = {
    None: (Act.ACCEPTED, Act.CHANGED, Act.STRUCK),
    Act.ACCEPTED: (Act.CHANGED, Act.STRUCK, UNDO),
    Act.CHANGED: (Act.CHANGED, Act.STRUCK, UNDO),
    Act.STRUCK: (UNDO,),
}
# Signs on a field of 16 by 16: a tick, a pencil, a cross, an arrow back.
SIGNS = {
    Act.ACCEPTED: "M3 8.6l3.3 3.2L13 4.8",
    Act.CHANGED: "M3 13l.7-3L10.6 3.1l2.3 2.3L6 12.3z",
    Act.STRUCK: "M4 4l8 8M12 4l-8 8",
    UNDO: "M6.4 3L3 6.4l3.4 3.4M3.4 6.4H9a3.6 3.6 0 0 1 0 7.2H6",
}


def summary(value: Summary, edits: Mapping[str, Edit] | None = None) -> Html:
    """Draw *value*, every statement with its citations, or that there is nothing to tell.

    Args:
        value: What is drawn, the user's words in their places and what is struck still there.
        edits: What was done to its lines; without, they cannot be edited.
    """
    page = _Page(value, edits)
    drawn = join(
        page.opening(value),
        page.section(strings.IN_BRIEF, Part.BRIEF, value.brief),
        *(page.item(item) for item in value.items),
        page.actions(value.actions),
        page.section(strings.DATES, Part.DATE, value.dates),
        page.section(strings.OPEN_QUESTIONS, Part.QUESTION, value.questions),
        page.section(strings.LINKS, Part.LINK, value.links),
    )
    notes = (tag("p", told(note), class_="details") for note in value.notes)
    return tag("article", drawn, *notes, class_="summary") if drawn else notice(strings.NO_SUMMARY)


def places(value: Summary) -> Iterator[tuple[str, Span]]:
    """Yield the places in the text that the lines of *value* name, as `reading` draws them."""
    for citation in value.citations:
        yield f"c{citation.n}", Span(citation.start, citation.end)
    numbered = {citation.n: citation for citation in value.citations}
    for number, line in enumerate(lines(value)):
        for carrier in _parts_of_quotes(line.statement, numbered):
            yield f"w{number}", carrier.span


def _parts_of_quotes(said: Statement, numbered: Mapping[int, Citation]) -> list[Carrier]:
    """Return the words that carry a statement, where they are not the whole of what it cites."""
    return [
        one
        for one in said.carriers
        if (cited := numbered[one.citation]) and one.span != Span(cited.start, cited.end)
    ]


class _Page:
    """Draw the parts of one summary."""

    def __init__(self, value: Summary, edits: Mapping[str, Edit] | None) -> None:
        self._numbered = {citation.n: citation for citation in value.citations}
        self._lines = {
            (line.part, line.statement): (number, line) for number, line in enumerate(lines(value))
        }
        self._edits = edits

    def opening(self, value: Summary) -> Html:
        """Draw place and people as a flow of short entries, folded away."""
        groups = (
            (strings.FIELDS["place"], Part.PLACE, (value.place,) if value.place else (), 0),
            (strings.PRESENCES[Presence.PRESENT], Part.PRESENT, value.present, value.present_count),
            (strings.PRESENCES[Presence.ABSENT], Part.ABSENT, value.absent, value.absent_count),
        )
        drawn = [self._entries(*group) for group in groups if group[2]]
        if not drawn:
            return NOTHING
        count = strings.ATTENDANCE_COUNT.format(count=value.present_count)
        return tag("details", tag("summary", text(count)), *drawn)

    def _entries(self, title: str, part: Part, said: Sequence[Statement], count: int) -> Html:
        more = count - len(said)
        rest = tag("p", text(strings.AND_MORE.format(count=more))) if more > 0 else NOTHING
        entries = (self.line(part, one, editable=False) for one in said)
        return join(tag("h3", text(title)), tag("div", *entries, rest, class_="entries"))

    def section(self, title: str, part: Part, said: Sequence[Statement]) -> Html:
        """Draw statements under a title; nothing when there are none."""
        if not said:
            return NOTHING
        return join(tag("h3", text(title)), *(self.line(part, one) for one in said))

    def item(self, value: ItemSummary) -> Html:
        """Draw an item: what was said, and in boxes what was moved, decided and voted."""
        boxes = (
            (strings.PROPOSAL, Part.PROPOSAL, value.proposals),
            (strings.DECISION, Part.DECISION, value.decisions),
            (strings.VOTE, Part.VOTE, value.votes),
            (strings.RESERVATION, Part.RESERVATION, value.reservations),
        )
        body = join(
            *(self.line(Part.STATEMENT, one) for one in value.statements),
            *(
                box(
                    title,
                    [self.line(part, one) for one in said],
                    colour,
                    heading="h4" if value.label else "h3",
                )
                for kind, part, said in boxes
                for title, colour in [strings.DECIDED[kind]]
            ),
        )
        label = tag("h3", swedish(value.label)) if value.label else NOTHING
        return join(label, body) if body else NOTHING

    def actions(self, actions: Sequence[ActionLine]) -> Html:
        """Draw what is to be done as a table: what, who, when and under which item."""
        if not actions:
            return NOTHING
        head = tag("tr", *(tag("th", text(name), scope="col") for name in strings.ACTION_COLUMNS))
        rows = (
            tag(
                "tr",
                tag("td", self.line(Part.ACTION, action.statement)),
                *(
                    tag("td", swedish(cell or ""), data_label=name)
                    for name, cell in zip(
                        strings.ACTION_COLUMNS[1:],
                        (action.who, action.due, action.item),
                        strict=True,
                    )
                ),
            )
            for action in actions
        )
        return join(tag("h3", text(strings.ACTIONS)), tag("table", head, *rows, class_="to-do"))

    def line(self, part: Part, said: Statement, *, editable: bool = True) -> Html:
        """Draw a line, with the places it names and what can be done to it."""
        number, line = self._lines[part, said]
        names = [f"c{cited}" for cited in said.citations]
        if _parts_of_quotes(said, self._numbered):
            names.append(f"w{number}")
        drawn, marks = statement(said, self._numbered), " ".join(names)
        if self._edits is None or not editable:
            return tag("div", drawn, class_="line", data_marks=marks)
        done = self._edits.get(line.id)
        act = done.act if done else None
        return tag(
            "div",
            drawn,
            _acts(line, act),
            class_=f"line {act}" if act else "line",
            data_line=line.id,
            data_marks=marks,
            data_text=said.text,
        )


def _acts(line: Line, done: Act | None) -> Html:
    """Draw what was done to a line, and what can be done to it."""
    offered = (act for act in OFFERED[done] if act != Act.CHANGED or is_changeable(line))
    label = tag("span", text(strings.EDITED[done]), class_="done") if done else NOTHING
    return tag("span", label, *map(_act, offered), class_="acts")


def _act(act: str) -> Html:
    drawn = tag("svg", tag("path", d=SIGNS[act]), viewBox="0 0 16 16", aria_hidden="true")
    name = strings.EDIT_ACTS[act]
    return tag("button", drawn, type="button", data_act=act, title=name, aria_label=name)
