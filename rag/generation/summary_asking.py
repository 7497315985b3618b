"""Ask for the parts of a summary, within its calls and its time; finished replies are kept."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import monotonic

from rag.errors import LanguageModelError
from rag.generation.limits import Limits
from rag.generation.pieces import Model
from rag.generation.prompts import Prompt
from rag.generation.reply import Claim, claims

# So many calls that fail one after the other mean that the rest would too.
MOST_FAILURES = 2

MOST_KEPT = 1_000

Reply = tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """What one summary may cost."""

    calls: int = 60
    total_s: float = 900.0


@dataclass(frozen=True, slots=True)
class Kept:
    """The finished replies, by the whole of what was asked.

    A summary that was stopped goes on where it was: what a model reads, the style, the length and
    the rules are all in the prompt, so nothing of a changed document is ever taken for it.
    """

    _replies: OrderedDict[tuple[str, Prompt], Reply] = field(default_factory=OrderedDict)

    def get(self, model: str, prompt: Prompt) -> Reply | None:
        """Return what *model* replied, if that is kept."""
        return self._replies.get((model, prompt))

    def add(self, model: str, prompt: Prompt, reply: Reply) -> None:
        """Keep a reply that was of use, and forget the oldest when there are too many."""
        self._replies[model, prompt] = reply
        while len(self._replies) > MOST_KEPT:
            self._replies.popitem(last=False)


class Asking:
    """The calls of one summary."""

    def __init__(
        self,
        model: Model,
        limits: Limits,
        allowance: Allowance,
        kept: Kept,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._model = model
        self._limits = limits
        self._allowance = allowance
        self._kept = kept
        self._clock = clock
        self._started = clock()
        self._calls = 0
        self._failures: list[LanguageModelError] = []
        """Those of the last calls, one after the other."""

    @property
    def name(self) -> str:
        """The model's name."""
        return self._model.name

    @property
    def most_calls(self) -> int:
        """How many calls there may be."""
        return self._allowance.calls

    def __call__(self, prompt: Prompt, *, spare: int = 0) -> Reply:
        """Return the whole reply, at no cost when it is kept.

        Args:
            prompt: What is asked.
            spare: How many calls must be left after this one.

        Raises:
            LanguageModelError: the model fails, has failed too often, or may not be asked again.
        """
        if (kept := self._kept.get(self.name, prompt)) is not None:
            return kept
        limits = self._within(spare)
        self._calls += 1
        try:
            reply = tuple(claims(limits.ask(self._model, prompt)))
        except LanguageModelError as error:
            self._failures.append(error)
            raise
        self._failures.clear()
        return reply

    def keep(self, prompt: Prompt, reply: Reply) -> None:
        """Keep a reply of which something could be shown."""
        self._kept.add(self.name, prompt, reply)

    def _within(self, spare: int) -> Limits:
        """Return the limits of the next call, unless there can be none."""
        if len(self._failures) >= MOST_FAILURES:
            raise self._failures[-1]
        if self._calls + spare >= self._allowance.calls:
            raise LanguageModelError(
                f"Språkmodellen {self.name} får inte frågas fler gånger för en sammanfattning "
                f"(MOTESMINNE_SUMMARY_CALLS={self._allowance.calls}): gör om den för att fortsätta"
            )
        left_s = self._allowance.total_s - (self._clock() - self._started)
        if left_s <= 0:
            raise LanguageModelError(
                f"Språkmodellen {self.name} hann inte med allt på {self._allowance.total_s:g} "
                "sekunder (MOTESMINNE_SUMMARY_TIMEOUT_S): gör om sammanfattningen för att fortsätta"
            )
        return replace(self._limits, reply_s=min(left_s, self._limits.reply_s))
