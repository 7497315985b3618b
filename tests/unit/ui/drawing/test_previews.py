"""What files would become, as HTML to choose in."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.failure import Problem
from ingest.pipeline import Report
from ingest.preview import Incoming, Preview, Standing
from rag.minutes import Document
from ui import strings
from ui.drawing import previews


@pytest.fixture
def preview(document: Document) -> Preview:
    return Preview(
        incoming=Incoming(
            path=Path("/x/styrelsen.txt"), name="styrelsen.txt", location="/x/styrelsen.txt"
        ),
        standing=Standing.NEW,
        documents=(document,),
        report=Report(),
    )


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_new_meeting_is_told_with_what_was_understood(preview: Preview) -> None:
    html = previews.lines([(3, preview, True)])

    assert (
        "Nya möten (1) ✓ styrelsen.txt Styrelsen för Ekdals badförening "
        "4 mars 2024 · Styrelsen · Protokoll 2 punkter · 1 beslut · 1 uppdrag · 1 person · 2 sidor"
    ) == shown(html)
    assert 'aria-checked="true"' in html
    assert 'data-open="toggle=3"' in html


def test_a_meeting_without_a_date_says_so(preview: Preview, document: Document) -> None:
    undated = replace(document, minutes=replace(document.minutes, date=None))

    assert strings.ADD_NO_DATE in shown(
        previews.lines([(0, replace(preview, documents=(undated,)), True)])
    )


def test_what_cannot_be_chosen_stands_first_and_has_no_box(preview: Preview) -> None:
    problem = Problem(source="b.exe", message="Filen b.exe kan inte läsas; ta en annan.")
    failed = replace(
        preview, standing=Standing.FAILED, documents=(), report=Report(failed=(problem,))
    )

    html = previews.lines([(0, preview, False), (1, failed, None)])

    assert shown(html).startswith("Kunde inte läsas (1) styrelsen.txt Filen b.exe kan inte läsas")
    assert 1 == html.count('role="checkbox"')
    assert 'aria-checked="false"' in html


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (Standing.TWICE, "Innehållet är detsamma som i Styrelsen för Ekdals badförening, 4 mars"),
        (Standing.KNOWN, "Samma innehåll finns redan: Styrelsen för Ekdals badförening, 4 mars"),
        (Standing.SAME_MEETING, "annan fil för samma möte som Styrelsen för Ekdals badförening"),
        (Standing.CHANGED, "Tar platsen för Styrelsen för Ekdals badförening, 4 mars 2024"),
    ],
)
def test_what_a_file_is_like_is_told(
    preview: Preview, document: Document, standing: Standing, expected: str
) -> None:
    like = replace(preview, standing=standing, alike=(document,))

    assert expected in shown(previews.lines([(0, like, None)]))


def test_no_name_and_no_title_is_html(preview: Preview, document: Document) -> None:
    hostile = "<img src=x>"
    named = replace(document, source=hostile, minutes=replace(document.minutes, title=hostile))
    bad = replace(
        preview,
        incoming=replace(preview.incoming, name=hostile),
        documents=(named,),
        alike=(named,),
        standing=Standing.CHANGED,
        report=Report(
            failed=(Problem(source=hostile, message=hostile),),
            warnings=(Problem(source=hostile, message=hostile),),
            skipped=(hostile,),
        ),
    )

    assert "<img" not in previews.lines([(0, bad, True)]) + previews.added([named])
