import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from ingest.files import SAMPLES

DATA = Path(str(files("eval"))) / "data"
CATEGORIES = {
    *("fact", "amount", "date", "attendance", "decision", "action", "stance", "why"),
    *("cross_document", "follow_up", "english", "misspelt", "no_diacritics"),
    *("absent", "near_miss", "injection"),
}


def read(name: str) -> list[dict[str, Any]]:
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


SETS = {name: read(name) for name in ("dev", "gate")}
QUESTIONS = [question for questions in SETS.values() for question in questions]


def plain_text(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        text = path.read_text(encoding="latin-1")
    if path.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return " ".join(text.split())


def plain_evidence() -> Iterator[tuple[str, str, str]]:
    for question in QUESTIONS:
        for document in question.get("documents", []):
            if len(question["documents"]) == 1 and not document.endswith((".pdf", ".docx")):
                for group in question["evidence"]:
                    for words in group:
                        yield question["id"], document, words


def test_ids_are_unique() -> None:
    ids = Counter(question["id"] for question in QUESTIONS)

    assert ids.most_common(1)[0][1] == 1


def test_no_question_is_in_both_sets() -> None:
    dev, gate = ({q["question"].casefold() for q in questions} for questions in SETS.values())

    assert not dev & gate


@pytest.mark.parametrize("name", SETS)
def test_every_category_is_asked_in_each_set(name: str) -> None:
    counts = Counter(question["category"] for question in SETS[name])

    assert set(counts) == CATEGORIES
    assert min(counts.values()) >= 4


def test_an_answerable_question_names_its_evidence_and_no_other_does() -> None:
    assert all((q["expect"] == "answerable") == bool(q.get("evidence")) for q in QUESTIONS)


def test_absent_and_near_miss_questions_expect_no_answer() -> None:
    expected = {"absent": "absent", "near_miss": "near_miss"}

    assert all(q["expect"] == expected.get(q["category"], q["expect"]) for q in QUESTIONS)


def test_a_follow_up_comes_after_a_question_of_its_own_set() -> None:
    for questions in SETS.values():
        ids = {question["id"] for question in questions}
        follows = [q["follows"] for q in questions if q["category"] == "follow_up"]

        assert follows
        assert set(follows) <= ids


def test_documents_are_sample_files() -> None:
    names = {document for q in QUESTIONS for document in q.get("documents", [])}

    assert not [name for name in names if not (SAMPLES / name).is_file()]


def test_evidence_stands_in_the_named_document() -> None:
    texts = {document: plain_text(SAMPLES / document) for _, document, _ in plain_evidence()}

    missing = [case for case in plain_evidence() if case[2] not in texts[case[1]]]
    assert not missing


def test_four_in_ten_answerable_questions_share_no_word_with_their_evidence() -> None:
    answerable = [q for q in QUESTIONS if q["expect"] == "answerable"]

    assert sum(q.get("paraphrased", False) for q in answerable) >= 0.4 * len(answerable)
