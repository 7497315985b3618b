"""A document as reading text with one passage marked."""

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.temporary import make_document
from rag.minutes import Document
from rag.span import Page, Span
from ui.drawing import reading

MARK = re.compile(r"<mark>(.*?)</mark>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


def marked(html: str) -> str:
    return "".join(unescape(TAG.sub("", found)) for found in MARK.findall(html))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Bryggan är rutten.", id="sentence"),
        pytest.param("§ 2 Bryggan vid Långsjön", id="heading"),
        pytest.param("utses", id="word"),
    ],
)
def test_the_passage_is_marked(document: Document, words: str) -> None:
    start = document.text.index(words)

    html = reading.document(document, Span(start, start + len(words)))

    assert words == marked(html)


def test_the_words_that_carry_a_statement_are_marked_more(document: Document) -> None:
    passage, word = "Bryggan är rutten.", "rutten"
    start, at = document.text.index(passage), document.text.index(word)

    html = reading.document(
        document, Span(start, start + len(passage)), words=[Span(at, at + len(word))]
    )

    assert '<mark>Bryggan är </mark><mark class="carrying">rutten</mark><mark>.</mark>' in html


def test_places_are_named_also_where_they_overlap(document: Document) -> None:
    sentence, word = "Bryggan är rutten.", "rutten"
    start, at = document.text.index(sentence), document.text.index(word)
    places = [
        ("c1", Span(start, start + len(sentence))),
        ("w7", Span(at, at + len(word))),
    ]

    html = reading.with_places(document, places)

    assert (
        '<span data-of="c1">Bryggan är </span><span data-of="c1 w7">rutten</span>'
        '<span data-of="c1">.</span>'
    ) in html
    assert TAG.sub("", html) == TAG.sub("", reading.document(document))


def test_nothing_is_marked_without_a_passage(document: Document) -> None:
    assert marked(reading.document(document)) == ""


def test_the_signs_of_a_markdown_heading_are_not_shown(document: Document) -> None:
    html = reading.document(document)

    assert "<h3>§ 2 Bryggan vid Långsjön</h3>" in html


def test_a_heading_that_begins_no_item_is_a_heading_too(document: Document) -> None:
    bare = replace(document, minutes=replace(document.minutes, items=()), text="# Notiser\n\nEtt.")

    assert "<h3>Notiser</h3><p>Ett.</p>" in reading.document(bare)


def test_a_page_is_numbered_where_it_begins(document: Document) -> None:
    html = reading.document(document)

    assert '<span class="page">s.\xa02</span>Sida två börjar här.' in html


def test_script_in_the_minutes_is_shown_as_text(document: Document) -> None:
    hostile = replace(document, text="<script>alert(1)</script>", pages=())

    html = reading.document(replace(hostile, minutes=replace(document.minutes, items=())))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("höjs från 3\ntill 4", "höjs från 3 till 4", id="wrapped"),
        pytest.param("Ett.\n\ntvå", "Ett.\n\ntvå", id="blank line"),
        pytest.param("beslutar\natt bygga", "beslutar\natt bygga", id="att-clause"),
        pytest.param(f"{'a' * 60}\natt gå", f"{'a' * 60} att gå", id="att in prose"),
        pytest.param("Eva Ek\nBo Al", "Eva Ek\nBo Al", id="names"),
        pytest.param(f"{'a' * 60}\nEkvik", f"{'a' * 60} Ekvik", id="long line"),
        pytest.param(f"{'a' * 60}.\nEkvik", f"{'a' * 60}.\nEkvik", id="long, closed line"),
        pytest.param("Eva | S", "Eva · S", id="table row"),
    ],
)
def test_wrapped_lines_flow_and_others_end(text: str, expected: str) -> None:
    assert expected == reading.flowing(text)


@given(st.text("a .|\n-", max_size=80))
def test_flowing_text_keeps_every_place(text: str) -> None:
    assert len(text) == len(reading.flowing(text))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), text=st.text("a <&§\n", max_size=80))
def test_every_word_is_shown_once_and_every_marked_word_is_marked(
    document: Document, data: st.DataObject, text: str
) -> None:
    edge = st.integers(0, len(text))
    start, end = sorted((data.draw(edge), data.draw(edge)))
    page = Page(number=1, span=Span(data.draw(edge), len(text)))
    drawn = replace(document, text=text, pages=(page,), minutes=replace(document.minutes, items=()))

    html = re.sub('<span class="page">.*?</span>', "", reading.document(drawn, Span(start, end)))

    assert "".join(text.split()) == "".join(unescape(TAG.sub("", html)).split())
    assert "".join(text[start:end].split()) == "".join(marked(html).split())


def test_the_signs_of_bold_are_not_drawn() -> None:
    drawn = reading.document(make_document("möte.md", "**Närvarande:** Eva Ek"))

    assert "Närvarande: Eva Ek" in drawn
    assert "**" not in drawn


def test_a_heading_stands_alone_though_no_blank_line_follows_it() -> None:
    text = "# Möte\n\n## Kallade\nEva Ek, Bo Alm\n##Närvarande\nEva Ek\nFråga #3 och ##"

    drawn = reading.document(make_document("möte.md", text))

    assert re.findall("<h3>(.*?)</h3>", drawn) == ["Möte", "Kallade", "Närvarande"]
    assert "<p>Eva Ek, Bo Alm</p>" in drawn
    assert "Fråga #3 och ##" in drawn
