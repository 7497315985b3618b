"""Ask the same questions under several settings, to see what each part is worth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from eval.dataset import QuestionSet
from eval.record import Run
from eval.runner import Progress, run
from eval.temporary import temporary_library
from rag.assembling.assembly import build_assistant
from rag.minutes import Document
from rag.settings import Settings

LEG = "_weight"
"""What the name of a setting ends in that weighs a leg of the search."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One row: what it is called, and which settings are its own."""

    label: str
    changes: Mapping[str, object]
    reindexes: bool = False
    """Whether the library must be made anew for it."""


def only(*legs: str) -> dict[str, object]:
    """Return the settings that switch all legs of the search off but *legs*.

    >>> only("stem", "ngram")["vector_weight"], "stem_weight" in only("stem", "ngram")
    (0.0, False)
    """
    weights = {name for name in Settings.model_fields if name.endswith(LEG)}
    return dict.fromkeys(sorted(weights - {leg + LEG for leg in legs}), 0.0)


VARIANTS = (
    Variant("Allt", {}),
    Variant("Bara ordstammar", only("stem")),
    Variant("Bara n-gram", only("ngram")),
    Variant("Bara vektorer", only("vector")),
    Variant("Ord: stammar och n-gram", only("stem", "ngram")),
    Variant("Ord och vektorer", only("stem", "ngram", "vector")),
)
"""A part that is added to the product adds a row here: a language model."""


def with_model(name: str) -> Variant:
    """Return the variant with another embedding model, in a library made for it."""
    changes = {
        "embedding_model": name,
        "embedding_dimension": None,
        "query_prefix": "",
        "passage_prefix": "",
    }
    return Variant(f"Allt, vektorer av {name}", changes, reindexes=True)


def with_reranker(name: str) -> Variant:
    """Return the variant in which a cross-encoder reads the best passages anew."""
    return Variant(f"Allt, omrangordnat av {name}", {"reranker": name})


@dataclass(frozen=True, slots=True)
class Row:
    """What one variant came to."""

    variant: Variant
    run: Run


def ablate(
    questions: QuestionSet,
    settings: Settings,
    *,
    variants: Iterable[Variant] = VARIANTS,
    check: bool = True,
    progress: Progress = lambda done, total: None,
) -> list[Row]:
    """Ask *questions* of the library of *settings* once for each of *variants*.

    Raises:
        DatasetError: evidence is not in the library, unless *check* is off.
    """
    reader = build_assistant(settings)
    documents = [reader.document(meeting.document_id) for meeting in reader.meetings()]
    rows = []
    for variant in variants:
        with _library(variant, settings, documents) as varied:
            assistant = build_assistant(varied)
            assistant.search(questions.questions[0].question)  # the indexes load now
            result = run(
                questions,
                assistant.ask,
                follow_up=assistant.ask,
                documents=documents,
                settings=varied.model_dump(mode="json"),
                check=check,
                progress=progress,
            )
        rows.append(Row(variant, result))
    return rows


@contextmanager
def _library(
    variant: Variant, settings: Settings, documents: Sequence[Document]
) -> Iterator[Settings]:
    varied = settings.model_copy(update=dict(variant.changes))
    if variant.reindexes:
        with temporary_library(documents, varied) as made:
            yield made
    else:
        yield varied
