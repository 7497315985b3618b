"""A model that alters one thing in a sentence of the minutes is not believed."""

import pytest
from fakes import document

from eval.grounding_cases import Case, all_cases, true_sentences
from ingest.files import SAMPLES
from rag.citing import Evidence
from rag.generation.checking import Checked, Checker
from rag.generation.evidence import Source
from rag.generation.reply import Claim
from rag.swedish.sentences import sentences

pytestmark = pytest.mark.slow

# Of each thousand altered sentences, how many may stand in the model's words.
ESCAPED = 2
# And how many of the faithful ones may be struck out, rather than shown or quoted.
LOST = 25


@pytest.fixture(scope="module")
def checked() -> list[tuple[Case, Checked]]:
    said = true_sentences(sorted(path for path in SAMPLES.rglob("*") if path.is_file()))
    return [(case, _check(case)) for case in all_cases(said, seed=1)]


def _check(case: Case) -> Checked:
    found = document(case.quote, title="Protokoll")
    evidence = tuple(Evidence(found, span) for span in sentences(case.quote))
    check = Checker([Source(number=1, sentences=evidence)], keep_partly=False)
    return check(Claim(text=case.statement, cited=(1,)))


def test_altered_sentences_are_struck_out_or_quoted(checked: list[tuple[Case, Checked]]) -> None:
    altered = [(case, shown) for case, shown in checked if not case.faithful]
    escaped = [c.statement for c, s in altered if s.fault is None and s.text == c.statement]

    assert len(altered) >= 500
    assert len(escaped) * 1000 <= ESCAPED * len(altered), escaped


def test_faithful_sentences_are_shown(checked: list[tuple[Case, Checked]]) -> None:
    faithful = [(case, shown) for case, shown in checked if case.faithful]
    lost = [case.statement for case, shown in faithful if shown.fault is not None]

    assert len(lost) * 1000 <= LOST * len(faithful), lost
