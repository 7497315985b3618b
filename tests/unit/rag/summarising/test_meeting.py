"""One meeting in brief, out of its own words."""

from dataclasses import replace
from datetime import date

import pytest
from fakes import MINUTES, HashEmbedder, document, item

from ingest.chunk import chunk_minutes
from ingest.parse import parse_minutes
from rag.minutes import Document, DocumentId, MeetingDate
from rag.results import Support
from rag.span import Span
from rag.summaries import Length, Part, Summary, lines
from rag.summarising.meeting import SHARES, Summariser

NAMES = [pytest.param(name, id=name) for name in MINUTES]
LENGTHS = [pytest.param(length, id=length) for length in Length]


def parsed(text: str, name: str = "protokoll.md") -> Document:
    minutes = parse_minutes(text, file_name=name)
    return Document(
        id=DocumentId("a1" * 32),
        source=name,
        location=f"/srv/{name}",
        text=text,
        minutes=minutes,
        chunks=chunk_minutes(text, minutes, ()),
    )


def summarise(minutes: Document, length: Length = Length.NORMAL) -> Summary:
    return Summariser(HashEmbedder())(minutes, length=length)


def said(summary: Summary, *parts: Part) -> list[str]:
    return [line.statement.text for line in lines(summary) if not parts or line.part in parts]


def one_line(text: str) -> str:
    return " ".join(text.split())


def shown_words(summary: Summary) -> int:
    labels = [entry.label for entry in summary.items]
    return sum(len(text.split()) for text in (*said(summary), *labels, summary.meeting.title))


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_words_of_the_minutes_and_cited(name: str, length: Length) -> None:
    summary = summarise(parsed(MINUTES[name], name), length)
    quotes = {cited.n: one_line(cited.quote) for cited in summary.citations}

    told = [line.statement for line in lines(summary)]
    assert {Support.SUPPORTED} == {one.support for one in told}
    assert all(one.text == quotes[number] for one in told for number in one.citations)
    assert all(MINUTES[name][c.start : c.end] == c.quote for c in summary.citations)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("name", NAMES)
def test_every_decision_is_there_word_for_word_whatever_the_length(
    name: str, length: Length
) -> None:
    minutes = parsed(MINUTES[name], name)

    expected = [
        one_line(decision.span.of(minutes.text))
        for entry in minutes.minutes.items
        for decision in entry.decisions
    ]
    assert expected == said(summarise(minutes, length), Part.DECISION)


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_is_said_twice(name: str) -> None:
    told = said(summarise(parsed(MINUTES[name], name), Length.LONG))

    assert len(set(told)) == len(told)


@pytest.mark.parametrize("name", NAMES)
def test_a_longer_summary_says_more(name: str) -> None:
    minutes = parsed(MINUTES[name], name)

    sizes = [shown_words(summarise(minutes, length)) for length in Length]
    assert sorted(sizes) == sizes


MATTERS = "bryggan båten kiosken badet vägen skogen kassan festen lokalen bussen hemsidan planen"
WOODS = "lärk ek tall gran björk".split()
LONG_MINUTES = "# Protokoll\n\n" + "\n\n".join(
    f"## {number}. Om {matter}\n\n"
    + " ".join(
        f"Om {matter} sades att {matter}{count} och {wood}{matter} måste {matter}rustas {count}."
        for count, wood in enumerate(WOODS)
    )
    for number, matter in enumerate(MATTERS.split(), start=1)
)


@pytest.mark.parametrize("length", LENGTHS)
def test_the_length_is_a_share_of_the_minutes(length: Length) -> None:
    minutes = parsed(LONG_MINUTES)

    share = shown_words(summarise(minutes, length)) / len(minutes.text.split())
    assert SHARES[length] * 0.8 <= share <= SHARES[length]


def test_every_item_gets_a_line() -> None:
    summary = summarise(parsed(LONG_MINUTES), Length.LONG)

    told_of = {cited.item for cited in summary.citations}
    assert {f"{n} Om {matter}" for n, matter in enumerate(MATTERS.split(), start=1)} == told_of


def test_an_action_is_a_row_with_who_and_when() -> None:
    text = "# Möte\n\n## 1. Bryggan\n\nBo Ek målar bryggan senast den 1 maj.\n" + "Vi talade. " * 40
    minutes = replace(
        parsed(text),
        minutes=parse_minutes(f"Närvarande: Bo Ek\n{text}", file_name="m.md"),
        text=f"Närvarande: Bo Ek\n{text}",
    )

    [row] = summarise(minutes).actions

    assert ("Bo Ek", "senast den 1 maj", "1 Bryggan") == (row.who, row.due, row.item)


def test_days_to_come_and_open_questions_stand_for_themselves() -> None:
    told = [
        *(
            f"Färgen på bryggan {place} valdes av alla."
            for place in ("norrut", "söderut", "österut")
        ),
        "Städdagen hålls den 4 maj.",
        "Vem äger båten som ligger där?",
    ]
    text = "\n".join(["§ 1. Bryggan", *told])
    held = MeetingDate(first=date(2024, 3, 4), last=date(2024, 3, 4))
    minutes = document(text, items=[item(text, "§ 1. Bryggan")], day=held)

    summary = Summariser(HashEmbedder(), worth=lambda features: features[:, 0] + 1)(
        replace(minutes, text=text), length=Length.LONG
    )

    assert set(said(summary, Part.DATE, Part.QUESTION, Part.BRIEF, Part.STATEMENT)) <= set(told)


def test_names_are_counted_when_there_is_no_room_for_them() -> None:
    summary = summarise(parsed(MINUTES["ks-2024-03-04.txt"]), Length.SHORT)

    assert (3, 1) == (summary.present_count, summary.absent_count)
    assert len(summary.present) <= 3


def test_formal_items_get_one_line_at_most() -> None:
    text = "# Möte\n\n## 1. Mötets öppnande\n\nBo Ek öppnade mötet. Alla hälsades välkomna hit.\n"
    more = "\n## 2. Bryggan\n\n" + "Bryggan är dålig och ska lagas av oss. " * 9

    formal = [
        entry for entry in summarise(parsed(text + more), Length.LONG).items if entry.is_formal
    ]

    assert all(len(entry.lines()) <= 1 for entry in formal)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Närvarande: Bo Ek, Eva Alm", id="only attendance"),
        pytest.param("Bryggan är i dåligt skick. Badplatsen städas varje vecka.", id="no items"),
        pytest.param("§ 1", id="only a number"),
        pytest.param(
            "# Minutes\n\nPresent: Ann Lee\n\n## 1. Budget\n\nThe board decided to raise the fee.",
            id="English",
        ),
        pytest.param(
            "\n\n".join(
                f"§ {n} Ärende {n}\n\nBeslut: att bifalla nummer {n}" for n in range(1, 301)
            ),
            id="300 items",
        ),
    ],
)
@pytest.mark.parametrize("length", LENGTHS)
def test_odd_minutes_are_summarised_too(text: str, length: Length) -> None:
    summary = summarise(parsed(text), length)

    assert all(one in one_line(text) for one in said(summary))


def test_a_text_that_says_little_says_something() -> None:
    assert said(summarise(document("Bryggan är i dåligt skick och ska lagas.")))


def test_what_notes_without_headings_decide_is_told_apart() -> None:
    text = "Gruppen talade om bryggan vid sjön.\nGruppen beslutade att bygga en ny brygga i lärk.\n"
    decided = "Gruppen beslutade att bygga en ny brygga i lärk."
    whole = replace(item(text, "Gruppen talade", decisions=[decided]), heading=Span(0, 0), title="")
    notes = document(text)

    summary = summarise(replace(notes, minutes=replace(notes.minutes, unheaded=whole)))

    assert [decided] == said(summary, Part.DECISION)
