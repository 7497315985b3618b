"""The summaries of the invented minutes hold what they held."""

from functools import partial

import pytest

from eval.gold import Half
from eval.summaries import score
from eval.summary_gold import Expected, load_expected
from eval.summary_run import ORACLE, measure
from eval.summary_tables import summary_json, summary_markdown
from ingest.files import SAMPLES
from ingest.read import read_source
from rag.models.embedding import load_embedder
from rag.settings import Settings
from rag.summarising.meeting import Summariser

# Of the samples alone 0.429 was measured, in 0.237 of the words.
LEAST_COVERAGE = 0.40
LONGEST = 0.26


@pytest.fixture(scope="module")
def samples() -> tuple[Expected, ...]:
    return load_expected([SAMPLES], read=partial(read_source, max_bytes=10**7)).meetings


@pytest.fixture(scope="module")
def summarise() -> Summariser:
    return Summariser(load_embedder(Settings()))


@pytest.mark.slow
def test_the_summaries_of_the_samples_have_not_become_worse(
    samples: tuple[Expected, ...], summarise: Summariser
) -> None:
    scores = [score(expected, summarise(expected.document)) for expected in samples]

    assert sum(one.coverage for one in scores) / len(scores) >= LEAST_COVERAGE
    assert sum(one.length for one in scores) / len(scores) <= LONGEST
    assert all(one.support == 1 for one in scores)
    assert all(
        one.decisions.found + one.decisions.unread == one.decisions.expected for one in scores
    )


def test_what_was_measured_is_told_by_half(
    samples: tuple[Expected, ...], summarise: Summariser
) -> None:
    measured = list(measure(samples[:2], summarise))
    told = summary_markdown(measured, ["x.md finns inte."])

    assert {one.expected.half for one in measured} <= set(Half)
    assert all(name in told for name in ("Mötesminne", "LexRank", ORACLE, "x.md finns inte."))
    assert 2 == len(summary_json(measured, [])["meetings"])
