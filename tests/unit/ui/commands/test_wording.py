"""While a model words a summary it can be stopped, and what there is by then is shown."""

from collections.abc import Iterator

import pytest

from rag.minutes import DocumentId, Kind
from rag.results import Meeting
from rag.settings import Settings
from rag.summaries import Length, Summary
from ui.commands.wording import STOPPED, last_of, without_model

MEETING = Meeting(
    document_id=DocumentId("a1" * 32),
    source="taket.txt",
    title="Taket",
    kind=Kind.NOTES,
    body=None,
    date=None,
    chunks=1,
)
EXTRACTED = Summary(meeting=MEETING, length=Length.NORMAL)
HALF = Summary(meeting=MEETING, length=Length.NORMAL, model="prov:m", notes=("1 av 2",))
WHOLE = Summary(meeting=MEETING, length=Length.NORMAL, model="prov:m")


def test_the_whole_is_waited_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert WHOLE == last_of([EXTRACTED, HALF, WHOLE])
    assert ("", "") == capsys.readouterr()


def test_a_user_who_stops_it_gets_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    def stopped() -> Iterator[Summary]:
        yield EXTRACTED
        yield HALF
        raise KeyboardInterrupt

    assert HALF == last_of(stopped())
    assert ("", f"{STOPPED}\n") == capsys.readouterr()


def test_the_model_can_be_left_out() -> None:
    settings = Settings(llm="prov:m")

    assert (None, "prov:m") == (
        without_model(settings, no_model=True).llm,
        without_model(settings, no_model=False).llm,
    )
