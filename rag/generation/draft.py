"""Gather the checked sentences of a reply into an answer."""

from dataclasses import replace

from rag.citing import Citations
from rag.generation.checking import Checked, Fault
from rag.phrasing.phrases import answer_text
from rag.results import Answer, Statement, Support
from rag.span import Span

# What may be shown with a mark; the other faults are no statements about the minutes.
MARKED = frozenset({Fault.UNSUPPORTED, Fault.INVENTED})


class Draft:
    """What of a reply may be shown so far."""

    def __init__(self, *, keep_unsupported: bool) -> None:
        self.struck: list[Fault] = []
        """What was wrong with the sentences that are not shown."""
        self.marked: list[Fault] = []
        """What is wrong with some that are."""
        self._keep_unsupported = keep_unsupported
        self._statements: list[Statement] = []
        self._citations = Citations()

    def add(self, checked: Checked) -> bool:
        """Take in a sentence, and tell whether the answer grew."""
        is_kept = self._keep_unsupported and checked.fault in MARKED
        if checked.fault:
            (self.marked if is_kept else self.struck).append(checked.fault)
            if not is_kept:
                return False
        if any(checked.text == statement.text for statement in self._statements):
            return False
        cited = () if checked.evidence is None else (self._citations.number(checked.evidence),)
        self._statements.append(
            Statement(
                text=checked.text,
                support=checked.support,
                citations=cited,
                reason=checked.reason,
                carriers=self._citations.carriers(checked.text, cited),
            )
        )
        return True

    @property
    def is_sound(self) -> bool:
        """Whether the minutes carry anything of it."""
        return any(s.support is not Support.UNSUPPORTED for s in self._statements)

    def rests_on(self, extracted: Answer) -> bool:
        """Tell whether it cites any of the sentences that extraction found nearest."""
        return any(
            own.document_id == other.document_id
            and Span(own.start, own.end).overlaps(Span(other.start, other.end))
            for own in self._citations.all()
            for other in extracted.citations
        )

    def answer(self, extracted: Answer, *, model: str, notes: tuple[str, ...] = ()) -> Answer:
        """Return *extracted* with the sentences so far in place of its own."""
        statements = tuple(self._statements)
        return replace(
            extracted,
            statements=statements,
            citations=self._citations.all(),
            model=model,
            notes=extracted.notes + notes,
            text=answer_text(extracted.status, statements, extracted.missing, extracted.searched),
            actors=(),
        )
