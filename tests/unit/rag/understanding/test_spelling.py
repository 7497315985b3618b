"""Misspelt words are corrected to words of the minutes, and all others left alone."""

from pathlib import Path

import pytest

from rag.indexing.lexical import WordIndex
from rag.minutes import ChunkKey, ChunkKind, DocumentId, DocumentKey
from rag.results import Passage
from rag.span import Span
from rag.understanding.spelling import Speller, nearest

TEXTS = (
    "Nämnden antar nya riktlinjer för skolskjuts.",
    "Simhallen i Åmosund renoveras. Färgen kostade 400 kronor.",
    "Britta Sjögren redovisade utvärderingen av projektet Kompassen.",
)


@pytest.fixture
def speller(tmp_path: Path) -> Speller:
    index = WordIndex.open(tmp_path)
    rows = [(DocumentKey(1), ChunkKey(n), text) for n, text in enumerate(TEXTS, start=1)]
    index.update(rows)

    def passages(keys: list[ChunkKey]) -> dict[ChunkKey, Passage]:
        return {key: _passage(key) for key in keys}

    return Speller(lambda: index, passages)


def _passage(key: ChunkKey) -> Passage:
    text = TEXTS[key - 1]
    return Passage(
        key=key,
        document_id=DocumentId("a"),
        source="a.txt",
        span=Span(0, len(text)),
        kind=ChunkKind.TEXT,
        text=text,
        heading_path=(),
        page=None,
    )


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        pytest.param("skolskjusten", "skolskjuts", id="letters swapped in an inflected word"),
        pytest.param("simmhallen", "simhallen", id="a letter too many"),
        pytest.param("kompasen", "kompassen", id="a letter too few"),
        pytest.param("utvärdringen", "utvärderingen", id="a letter left out of a long word"),
        pytest.param("amosund", "åmosund", id="no ring on the å"),
        pytest.param("sjogren", "sjögren", id="a name without dots"),
    ],
)
def test_a_misspelt_word_is_replaced_by_that_of_the_minutes(
    speller: Speller, asked: str, meant: str
) -> None:
    corrected = speller(f"Vad sades om {asked}?")
    assert (corrected.text, corrected.meant) == (f"Vad sades om {meant}?", {asked: meant})


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Vad sades om skolskjutsen?", id="words of the minutes, inflected"),
        pytest.param("Vad sades om ishallen?", id="a word that Swedish has, near another"),
        pytest.param("Vad sades om Xyzzyqwert?", id="a word like no other"),
        pytest.param("Vad sades om KS 2023/145 § 45?", id="numbers"),
        pytest.param("💡 ?", id="no words"),
    ],
)
def test_other_questions_are_left_as_they_are(speller: Speller, question: str) -> None:
    assert (question, {}) == (speller(question).text, speller(question).meant)


@pytest.mark.parametrize(
    ("word", "others", "expected"),
    [
        pytest.param("budgetn", ["budgeten", "nudgeten"], "budgeten", id="same first letter"),
        pytest.param("protkoll", ["protokoll", "protokollen"], "protokoll", id="same length first"),
        pytest.param("protkoll", ["prognos", "pråm"], None, id="none near enough"),
        pytest.param("protkoll", [], None, id="no words"),
    ],
)
def test_the_nearest_word(word: str, others: list[str], expected: str | None) -> None:
    assert expected == nearest(word, others, slips=1)
