"""Hold one conversation: its turns as they are shown, and where they are kept."""

from collections.abc import Callable
from dataclasses import replace

from rag.errors import MinutesError
from rag.results import Answer
from rag.storing.kept_conversations import Conversations, new_id
from rag.storing.turns import Asked, Interrupted, Outcome, Turn, Verdict


class Talk:
    """A conversation of a visitor; what cannot be kept is shown all the same."""

    def __init__(self, kept: Conversations, visitor: str, name: str = "") -> None:
        self.visitor = visitor
        self.id = name
        self.problem = ""
        """Why the last change could not be kept; a Swedish sentence."""
        self._kept = kept
        self.turns: list[Turn] = kept.turns(name) if name else []
        if not self.turns:
            self.id = new_id()

    @property
    def answers(self) -> list[Answer]:
        """The answers so far, for a follow-up to lean on."""
        return [turn.outcome for turn in self.turns if isinstance(turn.outcome, Answer)]

    def catch_up(self) -> None:
        """Take in what was asked in another tab since, so that no number is given twice."""
        self._tried(self._take_in)

    def _take_in(self) -> None:
        if self._kept.count(self.id) > len(self.turns):
            self.turns = self._kept.turns(self.id)

    def begin(self, asked: Asked) -> int:
        """Note a question, as interrupted until it is settled; return its number."""
        self.turns.append(Turn(asked=asked, outcome=Interrupted()))
        return self._keep(len(self.turns) - 1)

    def hold(self, number: int, outcome: Outcome) -> None:
        """Show what a question has got so far; it is not kept yet."""
        self.turns[number] = replace(self.turns[number], outcome=outcome)

    def settle(self, number: int, outcome: Outcome) -> None:
        """Note what a question got."""
        self.hold(number, outcome)
        self._keep(number)

    def judge(self, number: int, verdict: Verdict) -> None:
        """Note what the visitor thinks of an answer; the same again takes it back."""
        same = self.turns[number].verdict == verdict
        self.turns[number] = replace(self.turns[number], verdict=None if same else verdict)
        self._keep(number)

    def take_back(self, number: int) -> Asked:
        """Return what a turn asked, to be asked again; the last turn makes room for it."""
        asked = self.turns[number].asked
        self.catch_up()
        if number == len(self.turns) - 1:
            self.turns.pop()
            self._tried(lambda: self._kept.drop(self.id, number))
        return asked

    def _keep(self, number: int) -> int:
        self._tried(lambda: self._kept.put(self.id, self.visitor, number, self.turns[number]))
        return number

    def _tried(self, change: Callable[[], None]) -> None:
        self.problem = ""
        try:
            change()
        except MinutesError as error:
            self.problem = str(error)
