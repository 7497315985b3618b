import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.gold import (
    GOLD,
    GoldDocument,
    GoldPerson,
    Half,
    Mark,
    anchor,
    dump_gold,
    file_hash,
    find_words,
    fingerprint,
    load_gold,
)
from ingest.files import SAMPLES
from rag.errors import DatasetError
from rag.span import Span

TEXT = "## § 3 Bryggan\n\nMötet beslutar att laga bryggan.\n\nBo målar båten. Bo målar båten.\n"


def mark(quote: str, *, text: str = TEXT) -> Mark:
    start = text.index(quote)
    words = find_words(quote)
    return Mark(start=start, end=start + len(quote), words=len(words), hash=fingerprint(words))


GOOD = GoldDocument(
    file="möte.md",
    sha256="a" * 64,
    half=Half.TUNE,
    date="2024-03-04",
    present=(GoldPerson(start=0, end=5, words=2, hash="b" * 64, name="Åsa Ek"),),
    headings=(mark("## § 3 Bryggan"),),
    decisions=(replace(mark("att laga bryggan"), optional=True),),
    actions=(),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(TEXT, "att laga bryggan", id="where it was"),
        pytest.param("Sida 2\n" + TEXT, "att laga bryggan", id="moved"),
        pytest.param(
            TEXT.replace("laga ", "LAGA\n**"), "att LAGA\n**bryggan", id="with other signs"
        ),
        pytest.param(TEXT.replace("laga", "la-\nga"), "att la-\nga bryggan", id="split"),
        pytest.param(TEXT.replace("att laga", "attlaga"), "attlaga bryggan.", id="joined"),
        pytest.param(TEXT.replace("laga", "måla"), None, id="gone"),
        pytest.param("", None, id="no text"),
    ],
)
def test_the_words_of_an_annotation_are_found_again(text: str, expected: str | None) -> None:
    span = anchor(mark("att laga bryggan"), text, find_words(text))

    assert expected == (span and span.of(text))


def test_of_equal_words_the_nearest_are_taken() -> None:
    first, second = mark("Bo målar båten"), TEXT.rindex("Bo målar båten")
    moved = "\n\n" + TEXT

    found = anchor(replace(first, start=second, end=second + 14), moved, find_words(moved))

    assert Span(second + 2, second + 16) == found


@given(st.text(alphabet="aåÄ1 .\n#"), st.data())
def test_an_unchanged_text_keeps_its_annotations(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = find_words(text[start:end])
    made = Mark(start=start, end=end, words=len(words), hash=fingerprint(words))

    assert Span(start, end) == anchor(made, text, find_words(text))


def test_gold_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "möte.md.json").write_text(dump_gold(GOOD), encoding="utf-8")

    assert (GOOD,) == load_gold(tmp_path)


@pytest.fixture
def gold_file(tmp_path: Path) -> Callable[..., Path]:
    def write(**changes: Any) -> Path:
        written = json.loads(dump_gold(GOOD)) | changes
        (tmp_path / "möte.md.json").write_text(json.dumps(written), encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        pytest.param({"half": "third"}, "”half”", id="half"),
        pytest.param({"decisions": [{"start": 1}]}, "”decisions.0.end”", id="place"),
        pytest.param({"date": "hösten"}, "'hösten'", id="date"),
        pytest.param({"date": "2024-03-05/2024-03-04"}, "2024-03-05/2024-03-04", id="backwards"),
    ],
)
def test_malformed_gold_is_named(
    gold_file: Callable[..., Path], changes: dict[str, Any], named: str
) -> None:
    with pytest.raises(DatasetError, match=r"möte\.md\.json") as caught:
        load_gold(gold_file(**changes))

    assert named in str(caught.value)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="finns inget facit"):
        load_gold(tmp_path)


SHIPPED = load_gold(GOLD)
SAMPLE_HASHES = {file_hash(path) for path in SAMPLES.rglob("*") if path.is_file()}


def test_the_halves_are_equally_large() -> None:
    halves = [document.half for document in SHIPPED]

    assert (20, 20) == (halves.count(Half.TUNE), halves.count(Half.REPORT))


def test_the_annotated_samples_are_those_of_the_project() -> None:
    assert 15 == sum(document.sha256 in SAMPLE_HASHES for document in SHIPPED)


def test_people_are_named_in_clear_only_where_they_are_invented() -> None:
    others = [document for document in SHIPPED if document.sha256 not in SAMPLE_HASHES]

    assert {None} == {person.name for document in others for person in document.present}
