"""A summary asks within its calls and its time, and not for what was answered before."""

from collections.abc import Iterator
from itertools import count

import pytest

from rag.errors import LanguageModelError
from rag.generation.limits import Limits
from rag.generation.pieces import Piece
from rag.generation.prompts import Prompt
from rag.generation.summary_asking import MOST_FAILURES, MOST_KEPT, Allowance, Asking, Kept

ASKED = Prompt("Regler", "Taket")
OTHER = Prompt("Regler", "Bryggan")


class Telling:
    """A model that says the same each time, or fails."""

    name = "prov:m"

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails
        self.calls = 0

    def stream(self, prompt: Prompt) -> Iterator[Piece]:
        """Yield a sentence on what is asked about."""
        self.calls += 1
        if self.fails:
            raise LanguageModelError("Språkmodellen är trasig")
        yield Piece(f"{prompt.user} läcker.")


def asking(
    model: Telling, *, calls: int = 10, kept: Kept | None = None, step_s: float = 0.0
) -> Asking:
    ticks = count(0.0, step_s)
    return Asking(
        model,
        Limits(),
        Allowance(calls=calls, total_s=10),
        kept or Kept(),
        clock=lambda: next(ticks),
    )


def test_only_what_was_of_use_is_kept_and_costs_nothing() -> None:
    model, kept = Telling(), Kept()
    reply = asking(model, kept=kept)(ASKED)
    again = asking(model, kept=kept)(ASKED)
    asking(model, kept=kept).keep(ASKED, again)

    assert reply == asking(model, calls=1, kept=kept)(ASKED, spare=1)
    assert 2 == model.calls


def test_a_reply_is_not_taken_for_that_of_another_model_or_question() -> None:
    model, kept = Telling(), Kept()
    asking(model, kept=kept).keep(ASKED, ())

    assert kept.get("annan:m", ASKED) is None
    assert kept.get(model.name, OTHER) is None
    assert () == kept.get(model.name, ASKED)


def test_the_oldest_replies_are_forgotten() -> None:
    kept = Kept()
    for number in range(MOST_KEPT + 1):
        kept.add("m", Prompt("", str(number)), ())

    assert kept.get("m", Prompt("", "0")) is None
    assert () == kept.get("m", Prompt("", "1"))


def test_calls_are_limited_and_some_are_spared() -> None:
    ask = asking(Telling(), calls=2)
    ask(ASKED, spare=1)

    with pytest.raises(LanguageModelError, match="MOTESMINNE_SUMMARY_CALLS=2"):
        ask(OTHER, spare=1)
    assert ask(OTHER)


def test_time_is_limited() -> None:
    ask = asking(Telling(), step_s=6.0)
    ask(ASKED)

    with pytest.raises(LanguageModelError, match="hann inte med allt på 10 sekunder"):
        ask(OTHER)


def test_after_failures_in_a_row_no_more_is_asked() -> None:
    model = Telling(fails=True)
    ask = asking(model)
    for _ in range(MOST_FAILURES + 3):
        with pytest.raises(LanguageModelError, match="trasig"):
            ask(ASKED)

    assert MOST_FAILURES == model.calls


def test_a_failure_now_and_then_stops_nothing() -> None:
    model = Telling()
    ask = asking(model)
    for fails in (True, False, True, False):
        model.fails = fails
        if fails:
            with pytest.raises(LanguageModelError):
                ask(ASKED)
        else:
            assert ask(ASKED)
