"""Make one answer of the answers to the questions that one text holds."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from rag.phrasing.phrases import answer_text
from rag.results import Answer, Citation, Statement, Status
from rag.swedish.sentences import sentences
from rag.swedish.words import is_content, words

FEWEST_PARTS = 2
# More questions than these in one text are told of, not answered one by one.
MOST_PARTS = 4
UNANSWERED = "Det framgår inte: «{question}»"
# "När stänger kontoret, och vart ska man vända sig?", but not "När och var hölls mötet?"
AND = re.compile(
    r"""(?:,\s?|\s)(?:och|samt|and)\s(?=
      (?:(?:på|i|av|till|med|för|från|om|hos|vid|under)\s)?
      (?:vad|vem|vems|vilka|vilken|vilket|hur|varför|när|var|vart|what|who|when|where|why|how|which)
      \s\w)""",
    re.VERBOSE | re.IGNORECASE,
)
FEWEST_WORDS = 2
AGAIN = re.compile(r"^(?:och|samt|and)\s", re.IGNORECASE)
# Of each question that is answered by sentences, the likeliest.
MOST_SENTENCES = 3

Place = tuple[str, int, int]
"""A document's identity, and where in its text."""


def questions_in(text: str) -> tuple[str, ...]:
    """Return the questions of *text*, each as one that follows on those before it.

    Returns:
        Two to four questions, or none when *text* is to be read as one.

    >>> questions_in("När stänger kontoret i Sjövik och vart ska man vända sig?")
    ('När stänger kontoret i Sjövik?', 'Och vart ska man vända sig?')
    >>> questions_in("När och var hölls mötet?")
    ()
    """
    asked = list(_asked(text))
    is_whole = all(len(words(one)) >= FEWEST_WORDS for one in asked)
    is_one = not FEWEST_PARTS <= len(asked) <= MOST_PARTS
    if is_one or not is_whole or not any(map(is_content, words(asked[0]))):
        return ()
    return (asked[0], *map(_follow_up, asked[1:]))


def together(question: str, answers: Sequence[Answer]) -> Answer:
    """Return *answers*, in order, as the one answer to *question*.

    What is cited several times has one number; a part without an answer is named in the notes.
    """
    citations: dict[Place, Citation] = {}
    stated: dict[str, Statement] = {}
    for answer in answers:
        said = answer.statements[: None if answer.is_list else MOST_SENTENCES]
        cited = {number for statement in said for number in statement.citations}
        numbers = {one.n: _number(citations, one) for one in answer.citations if one.n in cited}
        for statement in said:
            stated.setdefault(statement.text, _renumbered(statement, numbers))
    first, statements, status = answers[0], tuple(stated.values()), _status(answers)
    missing = _each_once(answer.missing for answer in answers)
    reworded = " ".join(answer.understood.reworded for answer in answers)
    return replace(
        first,
        question=question,
        understood=replace(first.understood, asked=question, reworded=reworded),
        status=status,
        statements=statements,
        citations=tuple(citations.values()),
        hits=tuple({hit.passage.key: hit for a in answers for hit in a.hits}.values()),
        missing=missing,
        confidence=min(answer.confidence for answer in answers),
        elapsed_ms=sum(answer.elapsed_ms for answer in answers),
        text=answer_text(status, statements, missing, first.searched),
        notes=_each_once([*(answer.notes for answer in answers), _unanswered(answers)]),
        is_list=all(answer.is_list for answer in answers),
        actors=(),  # a table of them has no place for the other parts' statements
    )


def _follow_up(question: str) -> str:
    return f"Och {AGAIN.sub('', question[:1].lower() + question[1:])}"


def _asked(text: str) -> Iterator[str]:
    for span in sentences(text):
        sentence = span.of(text).strip()
        if sentence.endswith("?"):
            yield from (f"{part.rstrip('? ')}?" for part in AND.split(sentence))


def _each_once(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _unanswered(answers: Sequence[Answer]) -> list[str]:
    """Return which of the questions got no answer, in Swedish; nothing when none did."""
    asked = [a.understood.asked for a in answers if a.status is Status.NOT_FOUND]
    return [UNANSWERED.format(question=one) for one in asked] if len(asked) < len(answers) else []


def _status(answers: Sequence[Answer]) -> Status:
    statuses = {answer.status for answer in answers}
    return statuses.pop() if len(statuses) == 1 else Status.PARTIAL


def _number(citations: dict[Place, Citation], one: Citation) -> int:
    place = (one.document_id, one.start, one.end)
    return citations.setdefault(place, replace(one, n=len(citations) + 1)).n


def _renumbered(statement: Statement, numbers: Mapping[int, int]) -> Statement:
    carriers = tuple(replace(one, citation=numbers[one.citation]) for one in statement.carriers)
    cited = tuple(numbers[n] for n in statement.citations)
    return replace(statement, citations=cited, carriers=carriers)
