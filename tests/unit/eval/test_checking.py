from collections.abc import Callable
from typing import Any

import pytest

from eval.checking import check_evidence, require_evidence
from eval.dataset import QuestionSet
from rag.errors import DatasetError

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, [], id="everything is there"),
        pytest.param({"evidence": (("400 kronor",),)}, ["400 kronor"], id="a quote is gone"),
        pytest.param({"alternatives": ((("500",),),)}, ["500"], id="an alternative is gone"),
        pytest.param({"documents": ("maj.txt",)}, [], id="in the named document"),
        pytest.param(
            {"documents": ("juni.txt",)},
            ["avgiften", "300 kronor"],
            id="in another document than the named one",
        ),
        pytest.param(
            {"documents": ("maj.txt", "juli.txt")}, ["juli.txt"], id="a named document is gone"
        ),
        pytest.param(
            {"evidence": (("avgiften", "Taket"),)},
            ["avgiften … Taket"],
            id="the strings never meet in a document",
        ),
    ],
)
def test_what_the_library_lacks_is_listed(
    changes: dict[str, Any], expected: list[str], make_question: Make, make_document: Make
) -> None:
    documents = [
        make_document("maj.txt", "Vi höjer avgiften till\n300 kronor."),
        make_document("juni.txt", "Taket läcker."),
    ]

    assert expected == [g.sought for g in check_evidence([make_question(**changes)], documents)]


def test_a_run_is_stopped_with_the_whole_list(make_question: Make, make_document: Make) -> None:
    questions = QuestionSet(
        name="fragor.jsonl",
        sha256="",
        questions=(
            make_question(id="a", evidence=(("guld",),), line=1),
            make_question(id="b", evidence=(("silver",),), line=7),
        ),
    )

    with pytest.raises(DatasetError) as caught:
        require_evidence(questions, [make_document("maj.txt", "Brons.")])
    assert str(caught.value) == (
        "2 citat eller dokument i fragor.jsonl finns inte i biblioteket; läs in protokollen eller "
        "rätta frågorna:\n  fragor.jsonl, rad 1 (a): guld\n  fragor.jsonl, rad 7 (b): silver"
    )
