"""Four processes use one library as they please, and each sees just what is there.

A short form in each run of the tests; `make trust` does 10,000 operations. More by hand:
`OPERATIONS=50000 pytest -m slow tests/trust/test_processes.py -s`.
"""

import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from shared_model import State, Together, differences, places_of, texts_of
from sharing import MINUTES, PROCESSES, TITLES, Act, Told, work

OPERATIONS = int(os.environ.get("OPERATIONS", "10000"))
# Hypothesis tries the simplest of all first, which is next to nothing.
LIBRARIES = 4
STEPS = 30
AT_ONCE = 12
ANSWER_S = 120

READS = ("search", "search title", "ask", "list", "read", "register", "recall")
AT_ANY_PLACE = ("remove", "purge", "correct", "keep", *READS, "open anew", "rebuild")
ALONE = (*["take"] * 6, *["remove"] * 2, *["correct"] * 3, *READS, *AT_ANY_PLACE, "doctor")
IN_A_CROWD = (*["take"] * 6, *["remove"] * 2, *["correct"] * 2, *READS, *READS, *AT_ANY_PLACE)
OWN = ("take", "remove", "purge", "correct")
"""What changes minutes, which in a crowd each process does to its own."""

TITLED = ("correct", "search title")

PROCESS = st.integers(0, PROCESSES - 1)


class Crew:
    """The processes, for any number of libraries one after another."""

    def __init__(self) -> None:
        self.done = Counter[str]()
        self.locked = 0
        self.memory: list[float] = []
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["sharing", "chromadb.api.rust", "tantivy"])
        self._pipes, self._processes = [], []
        for number in range(PROCESSES):
            pipe, end = context.Pipe()
            process = context.Process(target=work, args=(number, end), daemon=True)
            process.start()
            end.close()
            self._pipes.append(pipe)
            self._processes.append(process)

    def open(self, root: Path) -> list[float]:
        """Let all open the library at *root*; return the memory that each holds."""
        return [float(self._asked(number, root)) for number in range(PROCESSES)]

    def do(self, process: int, act: Act) -> Told:
        """Let one process do one thing while the others rest."""
        self.done[act.name] += 1
        told: Told = self._asked(process, [act])[0]
        return told

    def do_at_once(self, plans: Sequence[Sequence[Act]]) -> list[list[Told]]:
        """Let each process do what is planned for it, all at the same time."""
        self.done.update(act.name for plan in plans for act in plan)
        for pipe, plan in zip(self._pipes, plans, strict=True):
            pipe.send(plan)
        return [self._heard(number) for number in range(PROCESSES)]

    def _asked(self, number: int, order: object) -> Any:
        self._pipes[number].send(order)
        return self._heard(number)

    def _heard(self, number: int) -> Any:
        assert self._pipes[number].poll(ANSWER_S), f"process {number} hangs"
        return self._pipes[number].recv()

    def end(self) -> None:
        for pipe in self._pipes:
            pipe.close()
        for process in self._processes:
            process.join(ANSWER_S)


@st.composite
def acts(draw: st.DrawFn, names: Sequence[str], process: int | None = None) -> Act:
    """Draw an act; with *process*, one that it may do while others write."""
    name = draw(st.sampled_from(names))
    places = range(PROCESSES * 3) if process is None else places_of(process)
    place = draw(st.sampled_from(places))
    texts = texts_of(place) if name in OWN else range(len(MINUTES))
    title = draw(st.sampled_from([None, *range(len(TITLES))])) if name in TITLED else None
    return Act(name=name, place=place, text=draw(st.sampled_from(texts)), title=title)


def plan(process: int) -> st.SearchStrategy[list[Act]]:
    """Draw what a process does while the others do other things."""
    return st.lists(acts(IN_A_CROWD, process), min_size=4, max_size=AT_ONCE)


class Sharing(RuleBasedStateMachine):
    """One library, from empty on."""

    def __init__(self, crew: Crew) -> None:
        super().__init__()
        self._crew = crew
        self._folder = TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True)
        self.state = State()
        crew.memory.append(max(crew.open(Path(self._folder.name))))

    @rule(done=st.lists(st.tuples(PROCESS, acts(ALONE)), min_size=4, max_size=AT_ONCE))
    def one_after_another(self, done: list[tuple[int, Act]]) -> None:
        for by, act in done:
            self._see(by, act)

    def _see(self, by: int, act: Act) -> None:
        self.state, wrong = differences(self.state, act, self._crew.do(by, act))
        assert "" == "\n".join(wrong), f"{by} {act}"

    @rule(plans=st.tuples(*map(plan, range(PROCESSES))))
    def all_at_once(self, plans: tuple[list[Act], ...]) -> None:
        together = Together(self.state, plans, self._crew.do_at_once(plans))
        self._crew.locked += together.locked
        recalled = self._crew.do(0, RECALL)
        self.state = together.settled(recalled.said)
        assert "" == "\n".join([*recalled.wrong, *together.wrong])

    def teardown(self) -> None:
        for by in range(PROCESSES):
            for act in LAST:
                self._see(by, act)
        self._folder.cleanup()


RECALL = Act(name="recall", place=0, text=0)
LAST = [Act(name=name, place=0, text=0) for name in ("list", "register", "recall", "doctor")]


@pytest.fixture(scope="module")
def crew() -> Iterator[Crew]:
    crew = Crew()
    yield crew
    crew.end()


def play(crew: Crew, *, libraries: int, steps: int, **others: bool) -> None:
    """Let Hypothesis think of what is done, in so many libraries one after another."""
    run_state_machine_as_test(
        lambda: Sharing(crew),
        settings=settings(
            max_examples=libraries,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            # What happens at once never happens so again: a smaller example is not to be had.
            phases=[Phase.generate],
            **others,
        ),
    )


def test_what_each_process_sees_is_there(crew: Crew) -> None:
    play(crew, libraries=2, steps=6)


@pytest.mark.slow
@pytest.mark.timeout(OPERATIONS)
def test_what_each_process_sees_is_there_for_long(
    crew: Crew, capsys: pytest.CaptureFixture[str]
) -> None:
    crew.done.clear()
    while crew.done.total() < OPERATIONS:
        play(crew, libraries=LIBRARIES, steps=STEPS, derandomize=False)
    with capsys.disabled():
        print(f"\n{crew.done.total()} operations, {crew.locked} refused while another wrote")  # noqa: T201
        print(dict(crew.done.most_common()))  # noqa: T201
        print(f"megabytes held, at most: {', '.join(f'{mb:.0f}' for mb in crew.memory)}")  # noqa: T201
