"""Answer a question with a language model's help: complete it, widen it, word the answer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from rag.errors import LanguageModelError, QuestionError
from rag.generation import notes
from rag.generation.limits import Limits
from rag.generation.pieces import Model
from rag.generation.rephrasing import in_full, in_other_words
from rag.generation.wording import Wording, keep
from rag.phrasing.phrases import answer_text
from rag.results import Answer, Status

Extract = Callable[[str], Answer]
"""Answer a question by extraction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generator:
    """What a language model does for an answer, and how often it may be asked."""

    model: Model
    limits: Limits
    word: Wording
    completes: bool = False
    """Whether it puts follow-ups in full."""
    widens: bool = False
    """Whether it puts questions in other words when nothing is found."""

    def __call__(
        self, question: str, extract: Extract, *, earlier: Sequence[str] = ()
    ) -> Iterator[Answer]:
        """Yield the answer as it is written; the last is whole.

        What is not found and whole lists stay as they are, and cost no call. One call is kept for
        the answer itself; when a call fails, no more are made.

        Args:
            question: As asked.
            extract: Answers it by extraction.
            earlier: What was asked before it in the same conversation.
        """
        start = perf_counter()
        for answer in self._answers(question, extract, earlier):
            yield replace(
                answer,
                question=question,
                elapsed_ms=round((perf_counter() - start) * 1000, 1),
            )

    def _answers(self, question: str, extract: Extract, earlier: Sequence[str]) -> Iterator[Answer]:
        spare = self.limits.most_calls - 1
        extracted = None
        try:
            if self.completes and earlier and spare:
                spare -= 1
                question, extracted = self._completed(question, extract, earlier)
            extracted = extracted or extract(question)
            if self.widens and extracted.status is Status.NOT_FOUND and spare:
                extracted = self._widened(question, extracted, extract)
        except LanguageModelError as error:
            yield keep(extracted or extract(question), str(error))
            return
        if extracted.status is Status.NOT_FOUND or extracted.is_list:
            yield extracted
        else:
            yield from self.word(extracted)

    def _completed(
        self, question: str, extract: Extract, earlier: Sequence[str]
    ) -> tuple[str, Answer]:
        completed = in_full(question, earlier, model=self.model, limits=self.limits)
        answer = extract(completed)
        if completed == question:
            return question, answer
        return completed, replace(answer, notes=(*answer.notes, notes.completed(completed)))

    def _widened(self, question: str, nothing: Answer, extract: Extract) -> Answer:
        """Return what the best of other words finds, as a part of an answer at most."""
        found = []
        for other in in_other_words(question, model=self.model, limits=self.limits):
            try:
                answer = extract(other)
            except QuestionError:
                continue
            if answer.status is not Status.NOT_FOUND:
                found.append((answer.confidence, other, answer))
        if not found:
            return nothing
        _, other, answer = max(found, key=lambda pair: pair[0])
        text = answer_text(Status.PARTIAL, answer.statements, (), answer.searched)
        told = (*nothing.notes, *answer.notes, notes.widened(other))
        return replace(answer, status=Status.PARTIAL, missing=(), text=text, notes=told)
