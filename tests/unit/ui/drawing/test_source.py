"""An open source: its text, and its pages where it has them."""

import re
from dataclasses import replace

from ingest.sheets import Box, Marked, Sheet
from rag.minutes import Document
from rag.span import Span
from ui.drawing import source
from ui.place import Place


def place(document: Document, words: str) -> Place:
    start = document.text.index(words)
    return Place(document_id=document.id, span=Span(start, start + len(words)))


def test_a_text_offers_no_pages_a_pdf_the_page_of_the_passage(document: Document) -> None:
    pdf = replace(document, source="styrelsen.PDF")
    second = place(document, "Sida två")

    assert "data-view" not in source.source(document, second)
    assert "Sida 2 som den ser ut" in source.source(pdf, second)


def test_a_source_is_linked_to_by_its_place(document: Document) -> None:
    at = place(document, "Bryggan är rutten.")

    [link] = re.findall(r'data-copy-link="([^"]*)"', source.source(document, at))

    assert f"?doc={document.id}&amp;start={at.span.start}&amp;end={at.span.end}" == link


def test_a_passage_over_two_pages_is_marked_on_both(document: Document) -> None:
    words = "senast den 1 maj.\nSida två"

    assert [(1, "senast den 1 maj.\n"), (2, "Sida två")] == [
        (one.page, one.words) for one in source.marked(document, place(document, words).span)
    ]


def test_how_far_down_words_stand_is_told(document: Document) -> None:
    first = document.pages[0].span

    [found] = source.marked(document, Span(first.end // 2, first.end // 2 + 3))

    assert isinstance(found, Marked)
    assert abs(found.at - 0.5) < 0.01


def test_pages_are_pictures_with_marks_in_shares(document: Document) -> None:
    box = Box(left=0.1, top=0.25, right=0.6, bottom=0.27)
    sheets = [
        Sheet(number=1, width=595, height=842),
        Sheet(number=2, width=595, height=842, boxes=(box,)),
    ]

    drawn = source.sheets(document, sheets, 2)

    assert f'src="kalla/{document.id}/sida/2.png"' in drawn
    assert '<mark style="left:10.00%;top:25.00%;width:50.00%;height:2.00%">' in drawn
    assert 1 == drawn.count('class="current"')
    assert "Sida 2 av 2" in drawn
