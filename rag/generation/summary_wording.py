"""Word sentences of the minutes in fewer, each held against the minutes, however many they are.

What does not fit in one call is divided and each part worded; the sentences that those rest on
are then read again together, until there are as few as asked for.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from math import ceil

from rag.errors import LanguageModelError
from rag.generation import notes
from rag.generation.checking import Checked, Checker, Fault
from rag.generation.draft import MARKED
from rag.generation.limits import Limits
from rag.generation.reply import Claim
from rag.generation.summary_asking import Asking
from rag.generation.summary_reading import Read, Request
from rag.results import Support
from rag.span import Span
from rag.summarising.cues import CUES
from rag.swedish.words import words

# A sentence has so many tokens, or fewer: what a reply has room for.
SENTENCE_TOKENS = 50

# A summary tells of others, unless the minutes themselves say "vi".
OWN_VOICE = frozenset("jag mig min mitt mina vi oss vår vårt våra du dig ni er".split())

ONLY_PASTED = "skrev bara det som redan står ordagrant"


@dataclass(slots=True, kw_only=True)
class Worded:
    """What a model wrote that may be shown, and what was wrong with the rest."""

    shown: list[Checked] = field(default_factory=list)
    struck: list[Fault] = field(default_factory=list)
    marked: list[Fault] = field(default_factory=list)
    other_decisions: int = 0
    """How many sentences tell of decisions that the minutes do not."""
    pasted: int = 0
    """How many only repeat what stands in the summary as it is."""

    @property
    def is_sound(self) -> bool:
        """Whether the minutes carry anything of it."""
        return any(one.support is not Support.UNSUPPORTED for one in self.shown)

    def uselessness(self, name: str) -> str:
        """Say why nothing of it can be used, as a clause without its full stop."""
        faults = [*self.struck, *self.marked]
        repeats = self.pasted and not faults
        return f"Språkmodellen {name} {ONLY_PASTED}" if repeats else notes.useless(name, faults)

    def add(self, other: "Worded") -> None:
        """Take in what is wrong with *other*; what is shown of it is chosen by the caller."""
        self.struck += other.struck
        self.marked += other.marked
        self.other_decisions += other.other_decisions
        self.pasted += other.pasted


@dataclass(frozen=True, kw_only=True)
class SummaryWording:
    """Word what is read for one part of a summary."""

    asking: Asking
    limits: Limits
    request: Request
    check: Checker
    keep_unsupported: bool
    spare: int = 0
    """How many calls are kept for other parts."""

    def __call__(self, read: Sequence[Read], *, most: int) -> Worded:
        """Return at most so many sentences of what is *read*.

        Raises:
            LanguageModelError: the model fails, or has no room for any sentence.
        """
        parts = self.request.parts(read, room=self.limits.prompt_tokens)
        if not parts:
            raise LanguageModelError(f"Språkmodellen {self.asking.name} {notes.NO_ROOM}")
        if len(parts) == 1:
            return self._ask(parts[0], most)
        found = self._all(parts, most)
        chosen = {one.evidence.span for one in found.shown if one.evidence and not one.fault}
        left = [one for one in read if one.evidence.span in chosen]
        if len(found.shown) <= most or len(left) >= len(read):
            found.shown = found.shown[:most]
            return found
        merged = self(left, most=most)
        merged.add(found)
        return merged

    def _all(self, parts: Sequence[Sequence[Read]], most: int) -> Worded:
        """Word each of *parts* in its share of the sentences."""
        total = sum(map(len, parts))
        whole = Worded()
        for part in parts:
            own = self._ask(part, ceil(most * len(part) / total))
            whole.shown += own.shown
            whole.add(own)
        return whole

    def _ask(self, read: Sequence[Read], most: int) -> Worded:
        most = max(1, min(most, self.limits.output_tokens // SENTENCE_TOKENS))
        prompt = self.request.prompt(read, most=most)
        reply = self.asking(prompt, spare=self.spare)
        worded = self._checked(reply, {one.evidence.span for one in read}, most)
        if worded.is_sound:
            self.asking.keep(prompt, reply)
        return worded

    def _checked(self, reply: Sequence[Claim], sayable: Collection[Span], most: int) -> Worded:
        """Return what of *reply* rests on the *sayable* sentences; others stand elsewhere."""
        worded = Worded()
        shown: dict[Span | str, Checked] = {}
        for claim in reply:
            checked = _in_third_person(self.check(claim))
            worded.other_decisions += _tells_other_decision(claim, checked)
            if checked.fault:
                is_kept = self.keep_unsupported and checked.fault in MARKED
                (worded.marked if is_kept else worded.struck).append(checked.fault)
                if is_kept:
                    shown.setdefault(checked.text, checked)
            elif checked.evidence and (place := checked.evidence.span) in sayable:
                # Two sentences that rest on one are that one, whole: each place is told once.
                shown[place] = _quoted(checked) if place in shown else checked
            else:
                worded.pasted += 1
        worded.shown = list(shown.values())[:most]
        return worded


def _in_third_person(checked: Checked) -> Checked:
    """Let the minutes speak where *checked* speaks as if it had been there."""
    if checked.fault or checked.evidence is None:
        return checked
    own = OWN_VOICE.intersection(words(checked.text))
    return _quoted(checked) if own - set(words(checked.evidence.text)) else checked


def _quoted(checked: Checked) -> Checked:
    """Return the sentence that carries *checked* in its place."""
    if checked.evidence is None:
        return checked
    return Checked(text=checked.evidence.text, support=Support.SUPPORTED, evidence=checked.evidence)


def _tells_other_decision(claim: Claim, checked: Checked) -> bool:
    """Tell whether *claim* speaks of a decision in a way that the minutes contradict or lack."""
    return checked.fault in MARKED and CUES["decision"].search(claim.text) is not None
