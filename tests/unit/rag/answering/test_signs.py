import pytest
from fakes import HashEmbedder, document

from rag.answering.signs import Signs, read_signs
from rag.asks import Asks
from rag.extracting.candidates import candidates
from rag.minutes import ChunkKey, ChunkKind, Document
from rag.models.similarity import Cosine
from rag.phrasing.context import context
from rag.results import Hit, Passage, Understood
from rag.swedish.matching import Subject

FEE = document("Styrelsen höjer medlemsavgiften från mars.", id="a1")
HALL = document("Styrelsen hyr en ny lokal av kommunen.", id="b2")
COUNTED = document("Avgifterna ses över varje höst.", id="c3")


def signs(*found: tuple[Document, float], subject: tuple[str, ...]) -> Signs:
    """Return the signs of one passage a document, with its score by n-grams."""
    hits = [
        Hit(
            passage=Passage(
                key=ChunkKey(key),
                document_id=one.id,
                source=one.source,
                span=one.chunks[0].span,
                kind=ChunkKind.ITEM,
                text=one.text,
                heading_path=(),
                page=None,
                around=context(one.minutes, ()),
            ),
            score=ngrams,
            signals={"ngrams": ngrams},
        )
        for key, (one, ngrams) in enumerate(found)
    ]
    asked = Understood(
        asked=" ".join(subject), reworded=" ".join(subject), asks=Asks.PLAIN, subject=subject
    )
    documents = {one.id: one for one, _ in found}
    weighed = Subject(dict.fromkeys(subject, 1.0))
    sentences = candidates(asked, hits, documents, subject=weighed, compare=Cosine(HashEmbedder()))
    return read_signs(hits, sentences, subject=weighed)


def test_nothing_found_has_no_signs() -> None:
    assert Signs() == signs(subject=("avgift",))


def test_rivals_are_the_mean_of_all_but_the_best() -> None:
    found = signs((FEE, 1.0), (HALL, 0.5), (COUNTED, 0.25), subject=("medlemsavgiften",))

    assert pytest.approx(0.375) == found.rivals


def test_a_passage_alone_has_no_rivals() -> None:
    assert 0.0 == signs((FEE, 1.0), subject=("medlemsavgiften",)).rivals


@pytest.mark.parametrize(
    ("subject", "exact", "coverage"),
    [
        pytest.param(("medlemsavgift", "mars"), 1.0, 1.0, id="inflected is the same word"),
        pytest.param(("avgift",), 0.0, 0.8, id="a part of a compound is like it"),
        pytest.param(("medlemsavgiften", "parkering"), 0.5, 0.5, id="one word of two"),
        pytest.param(("parkering",), 0.0, 0.0, id="none"),
    ],
)
def test_words_are_told_from_what_is_like_them(
    subject: tuple[str, ...], exact: float, coverage: float
) -> None:
    found = signs((FEE, 1.0), (HALL, 0.2), subject=subject)

    assert [found.exact, found.coverage] == pytest.approx([exact, coverage])


def test_the_sentence_that_speaks_of_the_subject_scores_higher() -> None:
    subject = ("medlemsavgiften", "mars")

    assert (
        signs((FEE, 1.0), subject=subject).sentence > signs((HALL, 1.0), subject=subject).sentence
    )
