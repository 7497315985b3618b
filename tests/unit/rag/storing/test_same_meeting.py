"""Which files are of one meeting."""

from dataclasses import replace

import pytest

from rag.minutes import DocumentKey, Status
from rag.storing.same_meeting import MeetingFile, meetings_of

SAID = " ".join(f"Punkt {n} handlade om båtplats {n * 7} vid brygga {n % 5}." for n in range(40))
OTHER = " ".join(f"Fråga {n} gällde stuga {n * 3} i rad {n % 4}." for n in range(40))
FILE = MeetingFile(
    key=DocumentKey(1),
    size=len(SAID),
    body="Hamnstyrelsen",
    organisation="Sjöby kommun",
    time="13.00-15.30",
    paragraphs=frozenset({"§ 12", "§ 13"}),
)
SECOND = replace(FILE, key=DocumentKey(2))


def groups(*files: tuple[MeetingFile, str]) -> list[list[int]]:
    texts = {file.key: text for file, text in files}
    found = meetings_of([file for file, _ in files], lambda file: texts[file.key])
    return [[file.key for file in group] for group in found]


@pytest.mark.parametrize(
    ("other", "text"),
    [
        pytest.param(SECOND, SAID, id="the same words"),
        pytest.param(SECOND, SAID.replace(". ", ".\n\n"), id="other lines"),
        pytest.param(SECOND, SAID.replace("båtplats 70", "båtplats 71"), id="a corrected figure"),
        pytest.param(replace(SECOND, body=None, organisation=None), SAID, id="no body was read"),
        pytest.param(replace(SECOND, time="13:00–16:00"), SAID, id="the end was adjusted"),
        pytest.param(replace(SECOND, paragraphs=frozenset()), SAID, id="no numbers were read"),
    ],
)
def test_files_that_say_the_same_are_of_one_meeting(other: MeetingFile, text: str) -> None:
    assert [[1, 2]] == groups((FILE, SAID), (other, text))


@pytest.mark.parametrize(
    ("other", "text"),
    [
        pytest.param(SECOND, OTHER, id="other words"),
        pytest.param(SECOND, SAID[: len(SAID) // 3], id="an extract"),
        pytest.param(replace(SECOND, body="Hamnstyrelsens utskott"), SAID, id="another body"),
        pytest.param(replace(SECOND, organisation="Ekvik"), SAID, id="another organisation"),
        pytest.param(replace(SECOND, time="16.00"), SAID, id="another hour"),
        pytest.param(
            replace(SECOND, paragraphs=frozenset({"§ 14"})), SAID, id="the paragraphs after"
        ),
        pytest.param(replace(SECOND, size=9 * FILE.size), SAID, id="much longer"),
    ],
)
def test_different_meetings_of_a_day_are_not_linked(other: MeetingFile, text: str) -> None:
    assert [] == groups((FILE, SAID), (other, text))


def test_files_that_say_almost_nothing_are_not_linked() -> None:
    assert [] == groups((FILE, "Se bifogad fil."), (SECOND, "Se bifogad fil."))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            replace(FILE, status=Status.UNADJUSTED, has_pages=True),
            replace(SECOND, status=Status.ADJUSTED),
            [2, 1],
            id="adjusted before unadjusted",
        ),
        pytest.param(
            replace(FILE, status=Status.UNADJUSTED), SECOND, [2, 1], id="unsaid before unadjusted"
        ),
        pytest.param(FILE, replace(SECOND, has_pages=True), [2, 1], id="with page numbers"),
        pytest.param(
            replace(FILE, has_pages=True, is_ocr=True), SECOND, [2, 1], id="typed before scanned"
        ),
        pytest.param(FILE, replace(SECOND, size=FILE.size + 9), [2, 1], id="with more text"),
        pytest.param(FILE, SECOND, [1, 2], id="else the first taken in"),
    ],
)
def test_one_of_the_files_is_answered_from(
    one: MeetingFile, other: MeetingFile, expected: list[int]
) -> None:
    assert [expected] == groups((one, SAID), (other, SAID))


def test_a_file_joins_those_that_are_linked_by_it() -> None:
    ends = SAID[: int(len(SAID) * 0.75)], SAID[int(len(SAID) * 0.25) :]
    third = replace(FILE, key=DocumentKey(3))

    assert [[1, 2, 3]] == groups((FILE, ends[0]), (SECOND, ends[1]), (third, SAID))
