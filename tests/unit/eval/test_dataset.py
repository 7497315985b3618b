import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eval.dataset import Category, Expect, Question, load_questions
from rag.errors import DatasetError
from rag.results import Filters

LINE = {
    "id": "a",
    "question": "Vad kostar det?",
    "category": "amount",
    "expect": "answerable",
    "evidence": [["300 kronor"]],
}
ABSENT = {"id": "b", "question": "Och vem sa det?", "category": "absent", "expect": "absent"}
Write = Callable[..., Path]


def without(field: str) -> dict[str, Any]:
    return {name: value for name, value in LINE.items() if name != field}


def test_a_line_becomes_a_question_with_its_line_number(question_file: Write) -> None:
    path = question_file(
        "",
        LINE
        | {
            "alternatives": [[["trehundra"], ["kronor"]]],
            "documents": ["maj.pdf"],
            "forbidden": ["gratis"],
            "paraphrased": True,
            "filters": {"body": "Nämnden", "from": "2024-01-01", "to": "2024-12-31"},
        },
        ABSENT | {"follows": "a"},
    )

    expected = (
        Question(
            id="a",
            question="Vad kostar det?",
            category=Category.AMOUNT,
            expect=Expect.ANSWERABLE,
            evidence=(("300 kronor",),),
            alternatives=((("trehundra",), ("kronor",)),),
            documents=("maj.pdf",),
            forbidden=("gratis",),
            paraphrased=True,
            filters=Filters(body="Nämnden", first=date(2024, 1, 1), last=date(2024, 12, 31)),
            line=2,
        ),
        Question(
            id="b",
            question="Och vem sa det?",
            category=Category.ABSENT,
            expect=Expect.ABSENT,
            follows="a",
            line=3,
        ),
    )
    assert expected == load_questions(path).questions


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param([LINE, "{nej"], "rad 2: inte giltig JSON vid tecken 2", id="no JSON"),
        pytest.param(["[1]"], "rad 1: raden är inte ett JSON-objekt", id="no object"),
        pytest.param([without("expect")], "rad 1: fältet ”expect” saknas", id="missing field"),
        pytest.param([LINE | {"svar": 1}], "fältet ”svar” finns inte", id="unknown field"),
        pytest.param([LINE | {"category": "x"}], "”category” är 'x', men ska", id="category"),
        pytest.param([LINE | {"id": ""}], "”id” är tomt", id="empty id"),
        pytest.param([LINE | {"question": 3}], "”question” ska vara en sträng", id="no string"),
        pytest.param([LINE | {"evidence": "300"}], "”evidence” ska vara en lista", id="no list"),
        pytest.param([LINE | {"paraphrased": "x"}], "ska vara true eller false", id="no boolean"),
        pytest.param([LINE | {"filters": {"from": "x"}}], "”filters.from” har fel", id="date"),
        pytest.param([without("evidence")], "fråga behöver underlag", id="no evidence"),
        pytest.param([LINE | {"evidence": [[]]}], "en tom grupp eller", id="empty group"),
        pytest.param([LINE | {"evidence": [[" "]]}], "en tom grupp eller", id="blank quote"),
        pytest.param([LINE | {"expect": "absent"}], "kan inte ha underlag", id="absent"),
        pytest.param([LINE, "", LINE], "rad 3: id 'a' står redan på rad 1", id="the same id twice"),
        pytest.param([LINE | {"follows": "z"}], "frågan följer på 'z'", id="follows nothing"),
        pytest.param([LINE | {"follows": "a"}], "rad 1: frågan följer på 'a'", id="follows itself"),
        pytest.param([], "är tom; skriv en fråga per rad", id="empty file"),
        pytest.param(["", "  "], "är tom; skriv en fråga per rad", id="blank lines only"),
    ],
)  # fmt: skip
def test_a_malformed_file_is_one_sentence_that_names_file_and_line(
    lines: list[Any], said: str, question_file: Write
) -> None:
    path = question_file(*lines)

    with pytest.raises(DatasetError, match=re.escape(said)) as caught:
        load_questions(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"saknas\.jsonl kan inte läsas"):
        load_questions(tmp_path / "saknas.jsonl")


def test_a_file_in_another_encoding_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "fragor.jsonl"
    path.write_bytes('{"id": "å"}'.encode("latin-1"))

    with pytest.raises(DatasetError, match="rad 1: texten är inte UTF-8"):
        load_questions(path)


def test_line_ends_and_a_byte_order_mark_do_not_matter(question_file: Write) -> None:
    path = question_file(LINE, ABSENT)
    plain = load_questions(path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert plain == load_questions(path)


def test_a_byte_order_mark_is_no_part_of_the_line(question_file: Write) -> None:
    path = question_file(LINE)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert [question.id for question in load_questions(path).questions] == ["a"]


def test_another_question_is_another_hash(question_file: Write) -> None:
    before = load_questions(question_file(LINE)).sha256
    after = load_questions(question_file(LINE | {"question": "Vad kostar den?"})).sha256

    assert before != after
