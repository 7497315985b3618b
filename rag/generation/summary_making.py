"""One summary in the making: word an item, word the whole in brief, and tell how it went."""

from collections.abc import Sequence

from rag.errors import LanguageModelError
from rag.generation.checking import Checked, Checker
from rag.generation.evidence import Source
from rag.generation.limits import Limits
from rag.generation.orders import is_order
from rag.generation.summary_asking import Asking
from rag.generation.summary_merging import Merging
from rag.generation.summary_notes import BRIEF, UNHEADED, Report
from rag.generation.summary_plan import plan
from rag.generation.summary_reading import Read, Request
from rag.generation.summary_wording import SummaryWording
from rag.minutes import Document
from rag.summaries import Summary


class Making:
    """The summary of one meeting, of which more and more is worded by a model."""

    def __init__(
        self,
        document: Document,
        extracted: Summary,
        *,
        asking: Asking,
        limits: Limits,
        style: str,
        keep_unsupported: bool,
    ) -> None:
        self._extracted = extracted
        self._asking = asking
        self._limits = limits
        self._style = style
        self._keep_unsupported = keep_unsupported
        self._planned = plan(document, extracted)
        self._meeting = _name(document)
        self._merging = Merging(document, extracted, self._planned)
        self._report = Report(withheld=sum(one.withheld for one in self._planned))
        self.todo = [number for number, one in enumerate(self._planned) if one.is_worded]
        """The numbers of the items that there is something to word in."""
        self._spare = self._calls_for_brief()

    def word_item(self, number: int) -> bool:
        """Word one item, or leave it as extraction has it; tell which."""
        planned = self._planned[number]
        label = planned.item.label
        shown = self._worded(
            label or UNHEADED,
            self._request("summary_item"),
            [Read(label, evidence) for evidence in planned.read],
            [planned.source] if planned.source else [],
            most=len(planned.item.statements),
            spare=self._spare,
        )
        if shown:
            self._merging.put(number, shown)
        return bool(shown)

    def word_brief(self) -> None:
        """Word the whole in brief, of what the items say, or leave it as extraction has it."""
        read, most = self._read_for_brief(), len(self._extracted.brief)
        if len(read) <= most and self._report.worded:
            self._merging.lift()
        if not 0 < most < len(read):
            return
        sources = [one.source for one in self._planned if one.source]
        shown = self._worded(BRIEF, self._request("summary_brief"), read, sources, most=most)
        if shown:
            self._merging.put_brief(shown)

    def summary(self, *more: str) -> Summary:
        """Return the summary as it is now, with *more* notes."""
        name, own = self._asking.name, self._extracted
        return self._merging.summary(
            model=name if self._report.worded else own.model,
            notes=(*self._report.notes(name, own.notes), *more),
        )

    def _worded(
        self,
        part: str,
        request: Request,
        read: Sequence[Read],
        sources: Sequence[Source],
        *,
        most: int,
        spare: int = 0,
    ) -> list[Checked]:
        """Return what a model says in *part*; nothing when it fails, which is told."""
        word = SummaryWording(
            asking=self._asking,
            limits=self._limits,
            request=request,
            check=Checker(sources, keep_partly=self._keep_unsupported),
            keep_unsupported=self._keep_unsupported,
            spare=spare,
        )
        try:
            worded = word(read, most=most)
        except LanguageModelError as error:
            self._report.fail(part, str(error))
            return []
        self._report.add(part, worded)
        if not worded.is_sound:
            self._report.fail(part, worded.uselessness(self._asking.name))
            return []
        return worded.shown

    def _request(self, kind: str) -> Request:
        return Request(kind=kind, meeting=self._meeting, style=self._style)

    def _read_for_brief(self) -> list[Read]:
        told = self._merging.told()
        return [Read(label, one) for label, own in told for one in own if not is_order(one.text)]

    def _calls_for_brief(self) -> int:
        """Return how many calls the whole in brief takes, as far as extraction can tell."""
        read, most = self._read_for_brief(), len(self._extracted.brief)
        if not 0 < most < len(read):
            return 0
        parts = self._request("summary_brief").parts(read, room=self._limits.prompt_tokens)
        return min(len(parts) + (len(parts) > 1), self._asking.most_calls // 2)


def _name(document: Document) -> str:
    """Return the meeting's title, body and day; one that gives orders is left out."""
    minutes = document.minutes
    told = (minutes.title, minutes.body or "", minutes.date.iso if minutes.date else "")
    return ", ".join(name for name in told if name and not is_order(name))
