"""Word an extracted answer with a language model, or keep it and say why."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from rag.citing import Evidence
from rag.errors import LanguageModelError
from rag.generation import notes, prompts
from rag.generation.checking import Checked, Checker
from rag.generation.draft import Draft
from rag.generation.evidence import Chosen, Source, choose
from rag.generation.limits import Limits
from rag.generation.pieces import Model
from rag.generation.reply import claims
from rag.generation.tokens import count_tokens
from rag.minutes import Document, DocumentId
from rag.results import Answer
from rag.span import Span

# The marks of a chat's turns.
TURN_TOKENS = 50


class Wording:
    """Word answers with *model*, of what they rest on and nothing else."""

    def __init__(
        self,
        model: Model,
        limits: Limits,
        document: Callable[[DocumentId], Document],
        *,
        keep_unsupported: bool,
    ) -> None:
        self._model = model
        self._limits = limits
        self._document = document
        self._keep_unsupported = keep_unsupported

    def __call__(self, extracted: Answer) -> Iterator[Answer]:
        """Yield the answer as it is written, a checked sentence more each time.

        The last is whole: the model's, or *extracted* with a note that tells why.
        """
        try:
            yield from self._worded(extracted)
        except LanguageModelError as error:
            yield keep(extracted, str(error))

    def _worded(self, extracted: Answer) -> Iterator[Answer]:
        name = self._model.name
        chosen = self._choose(extracted)
        if not chosen.sources:
            raise LanguageModelError(f"Språkmodellen {name} {notes.NO_ROOM}")
        check = Checker(chosen.sources, keep_partly=self._keep_unsupported)
        draft = Draft(keep_unsupported=self._keep_unsupported)
        prompt = prompts.answering(extracted.understood.reworded, chosen.sources)
        for claim in claims(self._limits.ask(self._model, prompt)):
            if draft.add(check(claim)):
                yield draft.answer(extracted, model=name)
        if not draft.is_sound:
            raise LanguageModelError(notes.useless(name, [*draft.struck, *draft.marked]))
        told = notes.made(chosen, draft.struck, draft.marked)
        if not draft.rests_on(extracted):
            told = (*told, notes.ADDED)
            for checked in self._extracts(extracted):
                draft.add(checked)
        yield draft.answer(extracted, model=name, notes=told)

    def _extracts(self, extracted: Answer) -> Iterator[Checked]:
        """Yield what extraction found nearest, so that no reply can push it aside."""
        cited = {citation.n: citation for citation in extracted.citations}
        for statement in extracted.statements:
            for place in (cited[number] for number in statement.citations[:1]):
                document = self._document(place.document_id)
                evidence = Evidence(document, Span(place.start, place.end))
                yield Checked(text=statement.text, support=statement.support, evidence=evidence)

    def _choose(self, extracted: Answer) -> Chosen:
        empty = prompts.answering(extracted.understood.reworded, ())
        spent = TURN_TOKENS + count_tokens(empty.system) + count_tokens(empty.user)
        ids = [hit.passage.document_id for hit in extracted.hits]
        ids += [citation.document_id for citation in extracted.citations]
        return choose(
            extracted,
            {document: self._document(document) for document in dict.fromkeys(ids)},
            budget=self._limits.prompt_tokens - spent,
            cost=_cost,
        )


def keep(extracted: Answer, reason: str) -> Answer:
    """Return *extracted* as it is, with a note that tells why no model worded it."""
    return replace(extracted, notes=(*extracted.notes, notes.instead(reason)))


def _cost(source: Source) -> int:
    return count_tokens(f"{prompts.source_text(source)}\n\n")
