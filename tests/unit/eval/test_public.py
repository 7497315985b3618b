import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.checking import check_evidence
from eval.dataset import Category, Expect
from eval.public import load_public
from eval.temporary import make_document
from rag.errors import DatasetError

BRIDGE = "Bron över Åvik är 120 meter lång.\r\nDen byggdes av Alma Stenvik 1931."
FERRY = "Färjan går en gång i timmen. Den tar sju bilar."

SWEQUAD = {
    "data": [
        {
            "question": "Hur lång är bron?",
            "context": BRIDGE,
            "choices": [
                {"text": "120 meter", "start": 18, "end": 27, "type": "Correct answer"},
                {"text": "1931", "start": 63, "end": 67, "type": "Distractor"},
            ],
        },
        {
            "question": "Hur många bilar tar färjan?",
            "context": FERRY,
            "choices": [{"text": "sju bilar", "start": 37, "end": 46, "type": "Correct answer"}],
        },
    ]
}
SWEFAQ = [
    {"question": "När går färjan?", "candidate_answers": [BRIDGE, FERRY], "label": 1},
    {"question": "Vem byggde bron?", "candidate_answers": [BRIDGE, FERRY], "label": 0},
]
SQUAD = {
    "data": [
        {
            "title": "Åvik",
            "paragraphs": [
                {
                    "context": BRIDGE,
                    "qas": [
                        {
                            "id": "a",
                            "question": "Vem byggde bron?",
                            "answers": [
                                {"text": "Alma Stenvik", "answer_start": 49},
                                {"text": "Stenvik", "answer_start": 54},
                            ],
                            "is_impossible": False,
                        },
                        {
                            "id": "b",
                            "question": "Vem rev bron?",
                            "answers": [],
                            "plausible_answers": [{"text": "Alma Stenvik", "answer_start": 49}],
                            "is_impossible": True,
                        },
                    ],
                }
            ],
        }
    ]
}
CONTENTS = {
    "swequad": json.dumps(SWEQUAD),
    "swefaq": "\n".join(map(json.dumps, SWEFAQ)) + "\n",
    "squad": json.dumps(SQUAD),
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write(content: str) -> Path:
        path = tmp_path / "samling.json"
        path.write_text(content, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("name", CONTENTS)
def test_every_answer_stands_in_the_text_that_its_question_names(
    name: str, write: Callable[[str], Path]
) -> None:
    public = load_public(name, write(CONTENTS[name]))
    documents = [make_document(text.name, text.text) for text in public.texts]

    assert [] == check_evidence(public.questions.questions, documents)


@pytest.mark.parametrize(
    ("name", "texts", "first"),
    [
        pytest.param("swequad", 2, ((("120 meter",),),), id="the correct choice"),
        pytest.param(
            "swefaq",
            2,
            ((("Färjan går en gång i timmen.",),), (("Den tar sju bilar.",),)),
            id="any sentence of the right answer",
        ),
        pytest.param("squad", 1, ((("Alma Stenvik",),), (("Stenvik",),)), id="any of the spans"),
    ],
)
def test_gold_answers_become_evidence(
    name: str, texts: int, first: Any, write: Callable[[str], Path]
) -> None:
    public = load_public(name, write(CONTENTS[name]))

    assert texts == len(public.texts)
    assert first == public.questions.questions[0].ways


def test_an_impossible_question_has_no_answer(write: Callable[[str], Path]) -> None:
    question = load_public("squad", write(CONTENTS["squad"])).questions.questions[1]

    assert (Expect.ABSENT, Category.ABSENT) == (question.expect, question.category)
    assert ((), ()) == (question.ways, question.documents)


def test_a_limit_spreads_the_questions_and_keeps_all_texts(write: Callable[[str], Path]) -> None:
    many = {"data": [{**SWEQUAD["data"][n % 2], "question": f"Fråga {n}?"} for n in range(9)]}
    path = write(json.dumps(many))

    public = load_public("swequad", path, limit=3)

    assert ["Fråga 0?", "Fråga 3?", "Fråga 6?"] == [q.question for q in public.questions.questions]
    assert len(public.texts) == 2
    assert public.questions.sha256 != load_public("swequad", path).questions.sha256


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("svequad", "{}", "välj en av swequad, swefaq, squad", id="unknown set"),
        pytest.param("swequad", "{", "inte SweQUAD-MC", id="no JSON"),
        pytest.param("swequad", CONTENTS["squad"], r"fel i data\.0", id="another set"),
        pytest.param("squad", CONTENTS["swefaq"], "inte SQuAD", id="lines for a whole"),
        pytest.param("swequad", '{"data": []}', "har inga frågor", id="empty set"),
        pytest.param("swefaq", "", "har inga frågor", id="empty file"),
        pytest.param(
            "swefaq",
            json.dumps({**SWEFAQ[0], "label": 2}),
            "inget av 2 svar",
            id="a label past the answers",
        ),
    ],
)
def test_a_bad_file_is_one_clear_sentence(
    name: str, content: str, said: str, write: Callable[[str], Path]
) -> None:
    with pytest.raises(DatasetError, match=said):
        load_public(name, write(content))


def test_an_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"borta\.json kan inte läsas"):
        load_public("swequad", tmp_path / "borta.json")


def test_bytes_that_are_no_text_are_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "samling.json"
    path.write_bytes(b"\xff\xfe")

    with pytest.raises(DatasetError, match="inte UTF-8"):
        load_public("swequad", path)
