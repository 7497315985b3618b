from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.answers import FAILED, SCORES, judge
from eval.dataset import Category, Expect
from rag.results import Status, Support

Make = Callable[..., Any]

FEE = "Vi höjer avgiften till 300 kronor."
START = "Den gäller från 1 maj."
ROOF = "Taket läcker."
TWO_GROUPS = (("avgiften", "300 kronor"), ("1 maj",))


@pytest.fixture(scope="session")
def scored(make_question: Make, make_answer: Make, make_document: Make) -> Make:
    minutes = make_document("maj.txt", FEE, START, ROOF)

    def score(quotes: Sequence[str], *, asked: dict[str, Any], **said: Any) -> dict[str, Any]:
        judged = judge(
            make_question(**asked),
            make_answer(minutes, quotes, **said),
            {minutes.id: minutes.text},
        )
        return {name: one(judged) for name, one in SCORES.items()}

    return score


@pytest.mark.parametrize(
    ("quotes", "correct", "recall", "precision"),
    [
        pytest.param([FEE, START], 1, 1, 1, id="both groups"),
        pytest.param([FEE], 0, 0.5, 1, id="one group of two"),
        pytest.param([FEE, START, ROOF], 1, 1, 2 / 3, id="and one too many"),
        pytest.param([ROOF], 0, 0, 0, id="the wrong one"),
        pytest.param([], 0, 0, None, id="refused"),
    ],
)
def test_an_answer_is_correct_when_its_citations_cover_every_group(
    quotes: list[str], correct: float, recall: float, precision: float | None, scored: Make
) -> None:
    scores = scored(quotes, asked={"evidence": TWO_GROUPS})

    found = [scores[name] for name in ("correct", "citation_recall", "citation_precision")]
    assert [correct, recall, precision] == found


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({}, 1, id="nothing more asked"),
        pytest.param({"evidence": (("guld",),), "alternatives": ((("300",),),)}, 1, id="other"),
        pytest.param({"documents": ("maj.txt",)}, 1, id="the named document"),
        pytest.param({"documents": ("juni.txt",)}, 0, id="another document"),
        pytest.param({"documents": ("maj.txt", "juni.txt")}, 0, id="one document of two"),
        pytest.param({"forbidden": ("höjer",)}, 0, id="a forbidden word"),
    ],
)  # fmt: skip
def test_documents_and_forbidden_words_decide_too(
    asked: dict[str, Any], expected: float, scored: Make
) -> None:
    assert expected == scored([FEE], asked=asked)["correct"]


@pytest.mark.parametrize(
    ("expect", "status", "name", "expected"),
    [
        pytest.param(Expect.ANSWERABLE, Status.ANSWERED, "right", 1, id="answered"),
        pytest.param(Expect.ANSWERABLE, Status.PARTIAL, "right", 1, id="answered in part"),
        pytest.param(Expect.ANSWERABLE, Status.NOT_FOUND, "right", 0, id="refused falsely"),
        pytest.param(Expect.ANSWERABLE, Status.NOT_FOUND, "false_refusal", 1, id="false refusal"),
        pytest.param(Expect.ANSWERABLE, Status.ANSWERED, "false_refusal", 0, id="no false refusal"),
        pytest.param(Expect.ABSENT, Status.NOT_FOUND, "right", 1, id="refused rightly"),
        pytest.param(Expect.ABSENT, Status.NOT_FOUND, "right_refusal", 1, id="right refusal"),
        pytest.param(Expect.ABSENT, Status.PARTIAL, "right_refusal", 0, id="absent in part"),
        pytest.param(Expect.ABSENT, Status.ANSWERED, "right", 0, id="invented"),
        pytest.param(Expect.NEAR_MISS, Status.PARTIAL, "right", 1, id="near miss in part"),
        pytest.param(Expect.NEAR_MISS, Status.NOT_FOUND, "right_near_miss", 1, id="miss refused"),
        pytest.param(Expect.NEAR_MISS, Status.ANSWERED, "right_near_miss", 0, id="miss answered"),
        pytest.param(Expect.NEAR_MISS, Status.PARTIAL, "right_partial", 1, id="right partial"),
        pytest.param(Expect.NEAR_MISS, Status.NOT_FOUND, "right_partial", 0, id="no partial"),
    ],
)  # fmt: skip
def test_each_expectation_has_its_right_outcomes(
    expect: Expect, status: Status, name: str, expected: float, scored: Make
) -> None:
    asked: dict[str, Any] = {"expect": expect}
    if expect is not Expect.ANSWERABLE:
        asked |= {"evidence": (), "category": Category.ABSENT}

    assert expected == scored([FEE], asked=asked, status=status)[name]


def test_a_refusal_with_forbidden_words_is_not_right(scored: Make) -> None:
    asked = {"expect": Expect.ABSENT, "evidence": (), "forbidden": ("framgår",)}

    assert scored([], asked=asked)["right"] == 0


@pytest.mark.parametrize(
    ("support", "expected"),
    [
        pytest.param(Support.SUPPORTED, 1, id="supported"),
        pytest.param(Support.PARTLY, 0, id="partly"),
        pytest.param(Support.UNSUPPORTED, 0, id="unsupported"),
    ],
)
def test_only_supported_statements_count_as_supported(
    support: Support, expected: float, scored: Make
) -> None:
    assert expected == scored([FEE, ROOF], asked={}, support=support)["support"]


def test_a_quote_that_is_not_where_it_says_is_not_verbatim(
    make_question: Make, make_answer: Make, make_document: Make
) -> None:
    minutes = make_document("maj.txt", FEE, START)
    judged = judge(
        make_question(), make_answer(minutes, [FEE, START]), {minutes.id: FEE + "\nAnnat."}
    )

    assert SCORES["verbatim"](judged) == 0.5


def test_without_the_texts_nothing_is_said_of_quotes(
    make_question: Make, make_answer: Make, make_document: Make
) -> None:
    minutes = make_document("maj.txt", FEE)

    assert SCORES["verbatim"](judge(make_question(), make_answer(minutes, [FEE]), {})) is None


@pytest.mark.parametrize("expect", Expect)
def test_a_failure_scores_what_a_wrong_answer_would(expect: Expect) -> None:
    assert FAILED[expect]["right"] == 0
    assert FAILED[expect].keys() <= SCORES.keys()


@given(
    quotes=st.lists(st.sampled_from([FEE, START, ROOF]), max_size=3),
    status=st.sampled_from(Status),
    expect=st.sampled_from(Expect),
)
def test_scores_are_shares(quotes: list[str], status: Status, expect: Expect, scored: Make) -> None:
    asked = {"expect": expect, "evidence": TWO_GROUPS}
    scores = scored(quotes, asked=asked, status=status, hits=quotes)

    assert all(score is None or 0 <= score <= 1 for score in scores.values())
