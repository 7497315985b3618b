"""Let a language model word summaries of meetings, item by item and then the whole in brief."""

from collections.abc import Iterator

from rag.errors import QuestionError
from rag.generation.limits import Limits
from rag.generation.orders import is_order
from rag.generation.pieces import Model
from rag.generation.summary_asking import Allowance, Asking, Kept
from rag.generation.summary_making import Making
from rag.minutes import Document
from rag.summaries import Summary

STYLE_CHARS = 200

ON_ITS_WAY = "Språkmodellen {name} har läst {done} av {count} punkter; resten är ordagranna utdrag."
NO_STYLE = (
    "Önskemålet om stil säger annat till språkmodellen än hur det ska låta, och används inte."
)


class SummaryWriter:
    """Word extracted summaries with *model*; what is pasted from the minutes is not its to word."""

    def __init__(
        self,
        model: Model,
        limits: Limits,
        allowance: Allowance,
        *,
        keep_unsupported: bool,
        style: str = "",
    ) -> None:
        self._model = model
        self._limits = limits
        self._allowance = allowance
        self._keep_unsupported = keep_unsupported
        self._style = style
        self._kept = Kept()

    def __call__(
        self, document: Document, extracted: Summary, *, style: str | None = None
    ) -> Iterator[Summary]:
        """Yield the summary as its items are worded; the last is whole.

        It begins as *extracted*, and what the model fails in stays so, with a note. What was
        finished is not asked for anew when the same summary is wanted again.

        Raises:
            QuestionError: the *style* is too long.
        """
        wished = self._wished(style)
        is_refused = is_order(wished)
        told = (NO_STYLE,) if is_refused else ()
        making = Making(
            document,
            extracted,
            asking=Asking(self._model, self._limits, self._allowance, self._kept),
            limits=self._limits,
            style="" if is_refused else wished,
            keep_unsupported=self._keep_unsupported,
        )
        yield extracted
        count = len(making.todo)
        for done, number in enumerate(making.todo, start=1):
            if making.word_item(number):
                note = ON_ITS_WAY.format(name=self._model.name, done=done, count=count)
                yield making.summary(*told, note)
        if making.todo:
            making.word_brief()
            yield making.summary(*told)

    def _wished(self, style: str | None) -> str:
        wished = self._style if style is None else style
        if len(wished) > STYLE_CHARS:
            raise QuestionError(
                f"Önskemålet om stil är {len(wished)} tecken långt: skriv högst {STYLE_CHARS}."
            )
        return wished
