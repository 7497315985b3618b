"""Ask every answerable question without the document that answers it: the right answer is none.

The library stays as it is: a filter admits all its other documents. Another document may happen to
answer too, so not even a perfect system refuses all.
"""

from collections.abc import Sequence
from dataclasses import replace

from eval.dataset import Category, Expect, Question, QuestionSet
from eval.evidence import names_document
from eval.record import Result
from eval.runner import Ask, Progress, run
from rag.minutes import Document
from rag.results import Filters

SUFFIX = "-utan"
"""What the id of a question gets that is asked without its document."""


def ask_without(
    questions: QuestionSet,
    ask: Ask,
    documents: Sequence[Document],
    *,
    progress: Progress = lambda done, total: None,
) -> tuple[Result, ...]:
    """Return what the answerable of *questions* get from *documents* without those they name."""
    asked = [_without(question, documents) for question in questions.questions if question.evidence]
    withheld = replace(questions, questions=tuple(asked))
    results = run(withheld, ask, documents=documents, progress=progress).results
    # The filters, hundreds of ids for each question, are of no use to a reader.
    return tuple(
        replace(result, question=replace(result.question, filters=Filters())) for result in results
    )


def _without(question: Question, documents: Sequence[Document]) -> Question:
    kept = (d.id for d in documents if not names_document(d.source, question.documents))
    return replace(
        question,
        id=question.id + SUFFIX,
        category=Category.ABSENT,
        expect=Expect.ABSENT,
        evidence=(),
        alternatives=(),
        documents=(),
        filters=replace(question.filters, meetings=tuple(kept)),
    )
