"""Somebody who adds sees and adds only what is of a body of theirs."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import document

from ingest.pipeline import Report
from ingest.preview import Incoming, Preview, Standing
from rag.minutes import Document
from ui import strings
from ui.choosing.own_bodies import own

SPORT, CULTURE = "Idrottsnämnden", "Kulturnämnden"


def covers(body: str | None) -> bool:
    return body == SPORT


def of(body: str | None, name: str = "a") -> Document:
    return document("§ 1 Ishallen\n\nIshallen stängs.", id=name * 64, body=body)


def line(standing: Standing, *documents: Document, alike: tuple[Document, ...] = ()) -> Preview:
    incoming = Incoming(path=Path("m.txt"), name="m.txt", location="/b/uploads/m.txt")
    return Preview(
        incoming=incoming, standing=standing, documents=documents, report=Report(), alike=alike
    )


def test_their_own_are_as_they_were() -> None:
    whole = line(Standing.SAME_MEETING, of(SPORT), alike=(of(SPORT, "b"),))

    assert whole == own(whole, covers)


@pytest.mark.parametrize(
    ("documents", "sentence"),
    [
        pytest.param([of(CULTURE)], strings.ADD_OTHERS.format(body=CULTURE), id="another's"),
        pytest.param([of(None)], strings.ADD_OTHERS_NONE, id="nobody's"),
        pytest.param(
            [of(SPORT), of(CULTURE, "b")],
            strings.ADD_OTHERS.format(body=CULTURE),
            id="one of several in an archive",
        ),
    ],
)
def test_others_are_refused(documents: list[Document], sentence: str) -> None:
    shown = own(line(Standing.NEW, *documents), covers)

    assert (Standing.FAILED, ()) == (shown.standing, shown.documents)
    assert [sentence] == [problem.message for problem in shown.report.failed]


@pytest.mark.parametrize("standing", [Standing.KNOWN, Standing.CHANGED])
def test_what_others_have_is_not_replaced_nor_named(standing: Standing) -> None:
    documents = [of(SPORT)] if standing is Standing.CHANGED else []
    shown = own(line(standing, *documents, alike=(of(CULTURE, "b"),)), covers)

    assert (Standing.FAILED, (), ()) == (shown.standing, shown.documents, shown.alike)
    assert [strings.ADD_OTHERS_KNOWN] == [problem.message for problem in shown.report.failed]


def test_files_of_one_meeting_that_others_have_are_not_named() -> None:
    alike = (of(CULTURE, "b"), of(SPORT, "c"))
    seen = line(Standing.SAME_MEETING, of(SPORT), alike=alike)

    assert replace(seen, alike=alike[1:]) == own(seen, covers)
    assert Standing.NEW is own(replace(seen, alike=alike[:1]), covers).standing
