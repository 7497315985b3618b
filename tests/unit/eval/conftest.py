"""Invented questions, answers and documents, and an assistant that is as good as it is told."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from eval.dataset import Category, Expect, Question, QuestionSet
from rag.asks import Asks
from rag.minutes import (
    Chunk,
    ChunkKey,
    ChunkKind,
    Document,
    DocumentId,
    Kind,
    Minutes,
)
from rag.results import (
    Answer,
    Citation,
    Filters,
    Hit,
    Passage,
    Searched,
    Statement,
    Status,
    Support,
    Understood,
)
from rag.span import Span

Make = Callable[..., Any]


def document(name: str, *sentences: str) -> Document:
    """Return a document with one chunk a sentence."""
    text = "\n".join(sentences)
    starts = [sum(len(one) + 1 for one in sentences[:n]) for n in range(len(sentences))]
    return Document(
        id=DocumentId(f"id-{name}"),
        source=f"protokoll/{name}",
        location=f"/srv/protokoll/{name}",
        text=text,
        minutes=Minutes(kind=Kind.PROTOKOLL, title="Sammanträde"),
        chunks=tuple(
            Chunk(span=Span(start, start + len(one)), kind=ChunkKind.ITEM)
            for start, one in zip(starts, sentences, strict=True)
        ),
    )


def hit(source: Document, text: str, *, score: float = 0.5) -> Hit:
    """Return a hit on *text* of *source*."""
    start = source.text.index(text)
    return Hit(
        passage=Passage(
            key=ChunkKey(start),
            document_id=source.id,
            source=source.source,
            span=Span(start, start + len(text)),
            kind=ChunkKind.ITEM,
            text=text,
            heading_path=(),
            page=None,
        ),
        score=score,
    )


def citation(source: Document, quote: str, n: int = 1) -> Citation:
    """Return a citation of *quote* in *source*."""
    start = source.text.index(quote)
    return Citation(
        n=n,
        document_id=source.id,
        source=source.source,
        meeting="Sammanträde",
        date="2024-03-04",
        item="§ 4",
        page=2,
        start=start,
        end=start + len(quote),
        quote=quote,
    )


def answer(
    source: Document,
    quotes: Sequence[str] = (),
    *,
    status: Status | None = None,
    hits: Sequence[str] = (),
    support: Support = Support.SUPPORTED,
    score: float = 0.5,
) -> Answer:
    """Return an answer that says and cites *quotes* of *source*, having found *hits*."""
    citations = tuple(citation(source, quote, n) for n, quote in enumerate(quotes, start=1))
    return Answer(
        question="?",
        understood=Understood(asked="?", reworded="?", asks=Asks.PLAIN, subject=()),
        status=status or (Status.ANSWERED if quotes else Status.NOT_FOUND),
        statements=tuple(
            Statement(text=one.quote, support=support, citations=(one.n,)) for one in citations
        ),
        citations=citations,
        hits=tuple(hit(source, text, score=score) for text in hits),
        missing=(),
        searched=Searched(meetings=1, chunks=3),
        model="extractive",
        confidence=0.9 if citations else 0.0,
        elapsed_ms=1.0,
        text=" ".join(f"{one.quote} [{one.n}]" for one in citations) or "Det framgår inte.",
    )


def question(**changes: Any) -> Question:
    """Return a question about the fee, with *changes*."""
    plain: dict[str, Any] = {
        "id": "q1",
        "question": "Vad kostar det?",
        "category": Category.FACT,
        "expect": Expect.ANSWERABLE,
        "evidence": (("avgiften", "300 kronor"),),
    }
    return Question(**plain | changes)


class Clerk:
    """An assistant that knows the first *known* fees by heart and finds the wrong one else."""

    def __init__(self, fees: Document, *, known: int) -> None:
        self.fees = fees
        self.known = known

    def __call__(self, question: str, *, filters: Filters) -> Answer:
        """Answer by the number that ends the question."""
        lines = self.fees.text.splitlines()
        number = int(question.removesuffix("?").rsplit(None, 1)[-1])
        if number >= len(lines):
            return answer(self.fees, hits=[lines[0]], score=0.2)
        best = lines[number] if number < self.known else lines[number - 1]
        return answer(self.fees, [best], hits=[best, lines[number]], score=0.8)


FEES = document("avgifter.txt", *(f"Avgift nummer {n} blir {n + 300} kronor." for n in range(40)))


def fee_questions(count: int = 40, absent: int = 10) -> QuestionSet:
    """Return a question for each fee, and some for fees that do not exist."""
    asked = [
        question(id=f"q{n}", question=f"Hur hög är avgift {n}?", evidence=((f"{n + 300} kronor",),))
        for n in range(count)
    ]
    unknown = [
        question(
            id=f"q{n}",
            question=f"Hur hög är avgift {n}?",
            category=Category.ABSENT,
            expect=Expect.ABSENT,
            evidence=(),
        )
        for n in range(count, count + absent)
    ]
    return QuestionSet(name="fragor.jsonl", sha256="a" * 64, questions=(*asked, *unknown))


@pytest.fixture(scope="session")
def make_document() -> Make:
    return document


@pytest.fixture(scope="session")
def make_answer() -> Make:
    return answer


@pytest.fixture(scope="session")
def make_question() -> Make:
    return question


@pytest.fixture(scope="session")
def fees() -> Document:
    return FEES


@pytest.fixture(scope="session")
def questions() -> QuestionSet:
    return fee_questions()


@pytest.fixture(scope="session")
def clerk() -> Callable[[int], Clerk]:
    """Make an assistant that knows so many of the fees."""
    return lambda known: Clerk(FEES, known=known)


@pytest.fixture
def question_file(tmp_path: Path) -> Callable[..., Path]:
    """Write lines, JSON objects or raw text, to a question file."""

    def write(*lines: dict[str, Any] | str) -> Path:
        path = tmp_path / "fragor.jsonl"
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        path.write_text("\n".join(texts), encoding="utf-8")
        return path

    return write
