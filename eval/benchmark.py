"""Measure search, sentences and abstention on a public question set."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from eval.dataset import Expect
from eval.evidence import is_relevant, places_of
from eval.figures import Figures, reckon
from eval.passages import PIECES, average, score_texts
from eval.public import PublicSet
from eval.record import Result, Run
from eval.runner import Progress, run
from eval.temporary import make_document, temporary_library
from eval.withholding import ask_without
from rag.assembling.assembly import build_assistant
from rag.assistant import Assistant
from rag.settings import Settings

ABSTENTION = ("refusal_area", "refusal@5", "right_refusal", "false_refusal")
LATENCY = ("latency_p50", "latency_p95")


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What a public set comes to."""

    run: Run
    """Every question, those asked without their document last."""
    retrieval: Figures
    """How high the text that answers ranks."""
    sentences: Figures
    """`sentence@1`: the first cited sentence has a gold answer; `sentence@3`: one of three has.

    `placed@1` and `placed@3`: and it stands in the text that the set names.
    """
    unanswerable: Figures
    """Abstention against the set's own questions without an answer, if it has any."""
    withheld: Figures
    """Abstention against questions asked without their document, if they were."""
    latency: Figures


def measure_public(
    public: PublicSet,
    settings: Settings,
    *,
    withhold: bool = False,
    progress: Progress = lambda done, total: None,
) -> Benchmark:
    """Put the questions of *public* to a library of its texts.

    Args:
        public: From `eval.public.load_public`.
        settings: How the library is made and asked; its place is a temporary one.
        withhold: Ask the answerable ones again, each without the text that answers it.
        progress: Told after each question.
    """
    documents = [make_document(text.name, text.text) for text in public.texts]
    with temporary_library(documents, settings) as lent:
        assistant = build_assistant(lent)
        asked = run(
            public.questions,
            assistant.ask,
            documents=documents,
            settings=lent.model_dump(mode="json"),
            progress=progress,
        )
        without: Sequence[Result] = ()
        if withhold:
            without = ask_without(public.questions, assistant.ask, documents, progress=progress)
        retrieval = _retrieval(asked.results, assistant)
    answerable = _of(asked.results, Expect.ANSWERABLE)
    return Benchmark(
        run=replace(asked, results=(*asked.results, *without)),
        retrieval=retrieval,
        sentences=sentence_figures(answerable),
        unanswerable=_abstention(answerable, _of(asked.results, Expect.ABSENT)),
        withheld=_abstention(answerable, without),
        latency=_only(LATENCY, reckon(asked.scored)),
    )


def _of(results: Sequence[Result], expect: Expect) -> list[Result]:
    return [result for result in results if result.question.expect is expect]


def _retrieval(results: Sequence[Result], assistant: Assistant) -> Figures:
    questions = [result.question for result in _of(results, Expect.ANSWERABLE)]
    found = (
        [hit.passage.source for hit in assistant.search(question.question, limit=PIECES)]
        for question in questions
    )
    return score_texts(found, [question.documents[0] for question in questions])


def sentence_figures(answerable: Sequence[Result]) -> Figures:
    """Return how often the first cited sentences have the answer; a refusal has none."""
    cited = [_have_answer(result) for result in answerable]
    placed = [[citation.relevant for citation in result.citations] for result in answerable]
    return {
        f"{name}@{k}": average([float(any(found[:k])) for found in sides])
        for name, sides in (("sentence", cited), ("placed", placed))
        for k in (1, 3)
    }


def _have_answer(result: Result) -> list[bool]:
    """Tell of each citation whether it has a gold answer, whatever text it stands in."""
    places = places_of((citation.source, citation.quote) for citation in result.citations)
    return [is_relevant(place, result.question.ways, ()) for place in places]


def _abstention(answerable: Sequence[Result], absent: Sequence[Result]) -> Figures:
    if not absent:
        return {}
    return _only(ABSTENTION, reckon([result.scored for result in (*answerable, *absent)]))


def _only(names: Sequence[str], figures: Figures) -> Figures:
    return {name: figures[name] for name in names if name in figures}
