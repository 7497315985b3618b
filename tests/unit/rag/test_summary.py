from dataclasses import replace

import pytest
from fakes import MINUTES, HashEmbedder, document, item
from hypothesis import given
from hypothesis import strategies as st

from ingest.chunk import chunk_minutes
from ingest.parse import parse_minutes
from rag.minutes import Document, DocumentId, Presence
from rag.results import Statement, Summary, Support
from rag.span import Span
from rag.summary import MOST_PER_ITEM, MOST_WITHOUT_ITEMS, Summariser

NAMES = [pytest.param(name, id=name) for name in MINUTES]


def parsed(name: str) -> Document:
    text = MINUTES[name]
    minutes = parse_minutes(text, file_name=name)
    return Document(
        id=DocumentId("a1" * 32),
        source=name,
        location=f"/srv/{name}",
        text=text,
        minutes=minutes,
        chunks=chunk_minutes(text, minutes, ()),
    )


def summarise(minutes: Document) -> Summary:
    return Summariser(HashEmbedder())(minutes)


def statements(summary: Summary) -> list[Statement]:
    found = [*summary.attendance, *summary.dates]
    if summary.place:
        found.append(summary.place)
    for entry in summary.items:
        found += [*entry.statements, *entry.decisions, *entry.actions]
    return found


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_words_of_the_minutes(name: str) -> None:
    summary = summarise(parsed(name))

    assert statements(summary)
    assert all(s.text in one_line(MINUTES[name]) for s in statements(summary))
    assert {Support.SUPPORTED} == {s.support for s in statements(summary)}


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_cited(name: str) -> None:
    summary = summarise(parsed(name))
    quotes = {cited.n: cited.quote for cited in summary.citations}

    assert all(
        s.text == one_line(quotes[number]) for s in statements(summary) for number in s.citations
    )
    assert all(MINUTES[name][c.start : c.end] == c.quote for c in summary.citations)


@pytest.mark.parametrize("name", NAMES)
def test_every_decision_and_action_is_there_word_for_word(name: str) -> None:
    minutes = parsed(name)
    summary = summarise(minutes)

    def expected(places: str) -> list[str]:
        return [
            one_line(found.span.of(minutes.text))
            for entry in minutes.minutes.items
            for found in getattr(entry, places)
        ]

    assert expected("decisions") == [s.text for i in summary.items for s in i.decisions]
    assert expected("actions") == [s.text for i in summary.items for s in i.actions]


@pytest.mark.parametrize("name", NAMES)
def test_no_item_is_lost(name: str) -> None:
    minutes = parsed(name)

    assert [i.label for i in minutes.minutes.items] == [i.label for i in summarise(minutes).items]


@pytest.mark.parametrize("name", NAMES)
def test_those_present_are_listed(name: str) -> None:
    minutes = parsed(name)
    expected = [
        one_line(p.span.of(minutes.text))
        for p in minutes.minutes.people
        if p.presence is Presence.PRESENT
    ]

    assert expected == [s.text for s in summarise(minutes).attendance]


def test_the_place_is_the_minutes_own() -> None:
    place = summarise(parsed("ks-2024-03-04.txt")).place

    assert place is not None
    assert "Kommunhuset i Lövåsa" == place.text


def test_days_to_come_are_listed() -> None:
    dates = summarise(parsed("natverket-hosten-2024.md")).dates

    assert ["Folke bjuder in till nästa möte den 5 december."] == [s.text for s in dates]


def test_a_text_without_items_is_summarised_by_its_sentences() -> None:
    text = "Bryggan är i dåligt skick. Badplatsen städas varje vecka. Flaggan har blivit stulen."

    [whole] = summarise(document(text, title="Anteckningar")).items

    assert "Anteckningar" == whole.label
    assert 1 <= len(whole.statements) <= MOST_WITHOUT_ITEMS


def test_an_item_that_says_little_is_not_lost() -> None:
    text = "§ 1. Val av justerare\nTor väljs.\n\n§ 2. Bryggan\nBryggan är i dåligt skick."
    items = [
        item(text, "§ 1. Val av justerare", until="§ 2"),
        item(text, "§ 2. Bryggan"),
    ]

    shown = summarise(document(text, items=items)).items

    assert ["Tor väljs."] == [s.text for s in shown[0].statements]
    assert ["§ 1 Val av justerare", "§ 2 Bryggan"] == [entry.label for entry in shown]


def test_an_empty_text_has_an_empty_summary() -> None:
    summary = summarise(document(""))

    assert [] == statements(summary)
    assert () == summary.citations


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Bryggan är i dåligt skick.",
            "Badplatsen städas varje vecka.",
            "Styrelsen beslutar att bygga en ny brygga.",
            "Mira beställer virke senast den 1 maj.",
            "Kassan är god och räcker till.",
            "Punkten bordlades.",
        ]
    ),
    max_size=12,
)


@given(SENTENCES)
def test_an_item_gets_a_few_sentences_in_reading_order_without_repetition(said: list[str]) -> None:
    text = "\n".join(["§ 1. Bryggan", *said])
    minutes = document(text, items=[item(text, "§ 1. Bryggan")])

    shown = [s.text for entry in summarise(minutes).items for s in entry.statements]

    assert len(shown) <= MOST_PER_ITEM
    assert len(set(shown)) == len(shown)
    places = [[at for at, one in enumerate(said) if one == s] for s in shown]
    assert all(places)


def test_what_notes_without_headings_decide_is_told_apart() -> None:
    text = "Gruppen talade om bryggan vid sjön.\nGruppen beslutade att bygga en ny brygga i lärk.\n"
    whole = replace(
        item(
            text, "Gruppen talade", decisions=["Gruppen beslutade att bygga en ny brygga i lärk."]
        ),
        heading=Span(0, 0),
        title="",
    )
    notes = document(text)

    [told] = summarise(replace(notes, minutes=replace(notes.minutes, unheaded=whole))).items

    assert ["Gruppen beslutade att bygga en ny brygga i lärk."] == [s.text for s in told.decisions]
    assert ["Gruppen talade om bryggan vid sjön."] == [s.text for s in told.statements]
