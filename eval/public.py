"""Read public question sets: texts, and questions that they answer or are known not to."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from eval.dataset import Category, Expect, Question, QuestionSet
from ingest.clean import clean
from ingest.source import Source
from rag.errors import DatasetError
from rag.swedish.sentences import sentences


@dataclass(frozen=True, slots=True)
class Text:
    """A passage of a public set, as the library will hold it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicSet:
    """The texts of a set, and its questions; each answerable one names the text that answers."""

    texts: tuple[Text, ...]
    questions: QuestionSet


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One question as the file has it."""

    question: str
    passages: tuple[str, ...]
    """The one that answers first; the others are only to be searched among."""
    answers: tuple[str, ...]
    """Any of them suffices; none when the set says that its passage does not answer."""


class _Choice(BaseModel):
    text: str
    type: str


class _ChoiceQuestion(BaseModel):
    question: str
    context: str
    choices: list[_Choice]


class _ChoiceFile(BaseModel):
    data: list[_ChoiceQuestion]


class _FaqLine(BaseModel):
    question: str
    candidate_answers: list[str]
    label: int = Field(ge=0)


class _SpanAnswer(BaseModel):
    text: str


class _SpanQuestion(BaseModel):
    question: str
    answers: list[_SpanAnswer] = []
    is_impossible: bool = False


class _Paragraph(BaseModel):
    context: str
    qas: list[_SpanQuestion]


class _Article(BaseModel):
    paragraphs: list[_Paragraph]


class _SpanFile(BaseModel):
    data: list[_Article]


CORRECT = "Correct answer"


def _swequad(content: str) -> Iterator[_Asked]:
    """Yield the questions of SweQUAD-MC (Kalpakchi & Boye 2021): choices marked in a context."""
    for asked in _ChoiceFile.model_validate_json(content).data:
        answers = tuple(choice.text for choice in asked.choices if choice.type == CORRECT)
        yield _Asked(question=asked.question, passages=(asked.context,), answers=answers)


def _swefaq(content: str) -> Iterator[_Asked]:
    """Yield the questions of SweFAQ (Berdičevskis et al. 2023): the right one among answers.

    The whole answer is gold, so any sentence of it is.
    """
    for line in filter(str.strip, content.split("\n")):
        asked = _FaqLine.model_validate_json(line)
        candidates = asked.candidate_answers
        if asked.label >= len(candidates):
            raise ValueError(f"”label” {asked.label} är inget av {len(candidates)} svar")
        right = candidates[asked.label]
        answers = tuple(span.of(right) for span in sentences(right))
        yield _Asked(question=asked.question, passages=(right, *candidates), answers=answers)


def _squad(content: str) -> Iterator[_Asked]:
    """Yield the questions of SQuAD 2.0 (Rajpurkar et al. 2018), here in Swedish translation."""
    for article in _SpanFile.model_validate_json(content).data:
        for paragraph in article.paragraphs:
            for asked in paragraph.qas:
                answers = () if asked.is_impossible else (answer.text for answer in asked.answers)
                yield _Asked(
                    question=asked.question,
                    passages=(paragraph.context,),
                    answers=tuple(answers),
                )


@dataclass(frozen=True, slots=True)
class _Format:
    label: str
    read: Callable[[str], Iterator[_Asked]]


FORMATS: Mapping[str, _Format] = {
    "swequad": _Format("SweQUAD-MC", _swequad),
    "swefaq": _Format("SweFAQ", _swefaq),
    "squad": _Format("SQuAD 2.0", _squad),
}


def load_public(name: str, path: Path, *, limit: int | None = None) -> PublicSet:
    """Read the set called *name* from the file at *path*.

    Args:
        name: One of `FORMATS`.
        path: As its makers publish it.
        limit: Ask only so many questions, evenly spread; all texts are kept.

    Raises:
        DatasetError: the set is unknown, or the file is absent or malformed.
    """
    known = FORMATS.get(name)
    if known is None:
        raise DatasetError(f"Frågesamlingen {name!r} är okänd; välj en av {', '.join(FORMATS)}.")
    try:
        content = path.read_bytes()
        asked = list(known.read(content.decode("utf-8-sig")))
    except OSError as error:
        raise DatasetError(
            f"Filen {path} kan inte läsas ({error.strerror}); kontrollera sökvägen."
        ) from error
    except ValueError as error:
        raise DatasetError(
            f"Filen {path} är inte {known.label} ({_fault(error)}); "
            "kontrollera att namnet och filen hör ihop."
        ) from error
    if not asked:
        raise DatasetError(f"Filen {path} har inga frågor; kontrollera att den är hel.")
    names = _names(name, (passage for one in asked for passage in one.passages))
    questions = [
        _question(f"{name}-{number:04}", one, names) for number, one in enumerate(asked, start=1)
    ]
    chosen = tuple(_spread(questions, limit))
    return PublicSet(
        texts=tuple(Text(name, text) for text, name in names.items()),
        questions=QuestionSet(
            name=path.name,
            sha256=hashlib.sha256(content + b"".join(q.id.encode() for q in chosen)).hexdigest(),
            questions=chosen,
        ),
    )


def _names(name: str, passages: Iterable[str]) -> dict[str, str]:
    """Return the name of each text, which may come many times."""
    texts = dict.fromkeys(_as_read(passage) for passage in passages)
    return {text: f"{name}/{number:04}.txt" for number, text in enumerate(texts, start=1)}


def _as_read(passage: str) -> str:
    """Return *passage* as the readers would have it."""
    return clean(Source(text=passage)).text


def _question(number: str, asked: _Asked, names: Mapping[str, str]) -> Question:
    first, *others = dict.fromkeys(map(_as_read, asked.answers)) or ("",)
    return Question(
        id=number,
        question=asked.question,
        category=Category.FACT if first else Category.ABSENT,
        expect=Expect.ANSWERABLE if first else Expect.ABSENT,
        evidence=((first,),) if first else (),
        alternatives=tuple(((other,),) for other in others),
        documents=(names[_as_read(asked.passages[0])],) if first else (),
    )


def _spread(questions: list[Question], limit: int | None) -> Iterator[Question]:
    """Yield *limit* of *questions*, evenly spread: neighbours are on the same text."""
    total = len(questions)
    wanted = total if limit is None else min(limit, total)
    return (questions[number * total // wanted] for number in range(wanted))


def _fault(error: ValueError) -> str:
    if isinstance(error, ValidationError):
        return f"fel i {'.'.join(map(str, error.errors()[0]['loc'])) or 'filens form'}"
    return "texten är inte UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
