"""Measure the numbers that README shows, part by part."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from eval import altered, attacks, grounding_cases
from eval.answer_baselines import baselines
from eval.benchmark import sentence_figures
from eval.dataset import Category, Expect, load_questions
from eval.figures import Figures, reckon
from eval.public import load_public
from eval.record import Result
from eval.runner import Ask, FollowUp, run
from eval.scale_answers import ALL, FORMS, QUESTIONS, answers
from eval.scale_measures import build
from eval.temporary import make_document, temporary_library
from eval.withholding import ask_without
from ingest.files import SAMPLES
from ingest.pipeline import ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.assistant import Assistant
from rag.settings import Settings

DATA = Path(__file__).parent / "data"
CHUNKS = 3_000
COUNT = QUESTIONS * len(FORMS)
OWN = "motesminne"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A number as `eval.numbers.Number` keeps it, but for when it was measured."""

    name: str
    label: str
    unit: str = "share"
    value: float
    of: int
    goal: str = ""
    beside: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is measured together, and the command that measures it alone."""

    measure: Callable[[Path | None], Iterator[Measured]]
    command: str
    needs: str = ""
    """Which file must be at hand, when one must."""


def gate(_: Path | None) -> Iterator[Measured]:
    """Yield how right and how precise answers to the gate's questions are."""
    with _samples() as assistant:
        figures = _figures(_asked("gate.jsonl", assistant, Expect.ANSWERABLE))
    for name, label, goal in (
        ("correct", "Rätta svar, gate-frågorna", "≥ 85 %"),
        ("citation_precision", "Träffsäkra hänvisningar, gate-frågorna", "≥ 95 %"),
        ("support", "Belagda påståenden, gate-frågorna", "100 %"),
    ):
        yield _measured(name, figures, name=f"gate {name}", label=label, goal=goal)


def follow_ups(_: Path | None) -> Iterator[Measured]:
    """Yield how many follow-ups, of all question files together, are answered rightly."""
    results: dict[str, list[Result]] = {}
    with _samples() as assistant:
        for file in ("gate.jsonl", "follow-ups.jsonl"):
            for system, found in _asked(file, assistant, Category.FOLLOW_UP).items():
                results.setdefault(system, []).extend(found)
    told = {"name": "follow-ups", "label": "Rätta svar på följdfrågor", "goal": "≥ 85 %"}
    yield _measured("correct", _figures(results), **told)


def injected(_: Path | None) -> Iterator[Measured]:
    """Yield how many orders in documents, file names and questions change an answer."""
    for way, outcomes in attacks.measure(Settings()).items():
        yield Measured(
            name=f"attacks {way}",
            label=f"Order i texter och frågor som lyckas, {way}",
            unit="count",
            value=sum(outcome.succeeded for outcome in outcomes),
            of=len(outcomes),
            goal="0",
        )


def grounding(_: Path | None) -> Iterator[Measured]:
    """Yield how many altered statements are caught, and how many faithful ones are not believed."""
    said = grounding_cases.true_sentences([SAMPLES])
    cases = grounding_cases.all_cases(said, seed=altered.SEED)
    judged = [one for one in altered.judge(cases) if not one.case.for_tuning]
    changed = [one for one in judged if not one.case.faithful]
    yield _share("altered", "Ändrade påståenden som upptäcks", "≥ 95 %", changed)
    for kind in dict.fromkeys(_kind(one) for one in changed):
        of_kind = [one for one in changed if _kind(one) == kind]
        yield _share(f"altered {kind}", f"– därav {kind}", "≥ 90 %", of_kind)
    faithful = [one for one in judged if one.case.faithful]
    verbatim = [one for one in faithful if one.case.kind == grounding_cases.VERBATIM]
    others = [one for one in faithful if one.case.kind != grounding_cases.VERBATIM]
    yield _share("alarms", "Falska larm, ordagrant", "≤ 5 %", verbatim, wrong=True)
    yield _share("alarms reworded", "Falska larm, omskrivet", "≤ 15 %", others, wrong=True)


def swequad(path: Path | None) -> Iterator[Measured]:
    """Yield how often the first cited sentences have the answer, and right refusals without it."""
    public = load_public("swequad", path or Path())
    documents = [make_document(text.name, text.text) for text in public.texts]
    with temporary_library(documents, Settings()) as settings:
        assistant = build_assistant(settings)
        asks: dict[str, Ask] = {OWN: assistant.ask, **baselines(assistant)}
        results = {
            name: run(public.questions, ask, documents=documents).results
            for name, ask in asks.items()
        }
        without = ask_without(public.questions, assistant.ask, documents)
    figures = {name: sentence_figures(of) for name, of in results.items()}
    for name, label, goal in (
        ("sentence@1", "SweQUAD-MC: första citerade meningen har svaret", "≥ 75 %"),
        ("sentence@3", "SweQUAD-MC: en av de tre första har det", "≥ 88 %"),
    ):
        yield _measured(name, figures, name=f"swequad {name}", label=label, goal=goal)
    refused = {OWN: reckon([one.scored for one in (*results[OWN], *without)])}
    label = "SweQUAD-MC: rätt avstått utan dokumentet, vid 5 % onödiga"
    yield _measured("refusal@5", refused, name="swequad refusal", label=label, goal="≥ 75 %")


def speed(folder: Path | None) -> Iterator[Measured]:
    """Yield how long warm answers take in a library of 3,000 chunks."""
    with TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True) as made:
        _, questions = build([folder] if folder else [], Path(made) / "library", CHUNKS)
        row = next(r for r in answers(Path(made) / "library", questions) if r.name == ALL)
    label = "Varmt svar vid 3 000 stycken"
    yield Measured(name="answer p50", label=f"{label}, median", unit="ms", value=row.p50, of=COUNT)
    yield Measured(
        name="answer p95", label=f"{label}, p95", unit="ms", value=row.p95, of=COUNT,
        goal="≤ 150 ms",
    )  # fmt: skip


PARTS: Mapping[str, Part] = {
    "gate": Part(measure=gate, command="python -m eval.readme --measure gate"),
    "follow-ups": Part(measure=follow_ups, command="python -m eval.readme --measure follow-ups"),
    "attacks": Part(measure=injected, command="motesminne eval attacks"),
    "altered": Part(measure=grounding, command="python -m eval.altered"),
    "swequad": Part(
        measure=swequad,
        command="python -m eval.readme --measure swequad --swequad swequad-mc-training.json",
        needs="--swequad",
    ),
    "answers": Part(measure=speed, command="python -m eval.readme --measure answers"),
}


@contextmanager
def _samples() -> Iterator[Assistant]:
    with TemporaryDirectory(prefix="motesminne-", ignore_cleanup_errors=True) as folder:
        settings = Settings(library=Path(folder) / "library")
        ingest([SAMPLES], open_store(settings), settings=settings)
        yield build_assistant(settings)


def _asked(file: str, assistant: Assistant, only: Expect | Category) -> dict[str, list[Result]]:
    """Return what the product and the systems beside it get on the questions of *file*."""
    questions = load_questions(DATA / file)
    documents = [assistant.document(meeting.document_id) for meeting in assistant.meetings()]

    def results(ask: Ask, follow_up: FollowUp | None = None) -> list[Result]:
        found = run(questions, ask, follow_up=follow_up, documents=documents).results
        return [one for one in found if only in {one.question.expect, one.question.category}]

    beside = {name: results(system) for name, system in baselines(assistant).items()}
    return {OWN: results(assistant.ask, assistant.ask), **beside}


def _figures(results: Mapping[str, Sequence[Result]]) -> dict[str, Figures]:
    return {system: reckon([one.scored for one in of]) for system, of in results.items()}


def _measured(measure: str, figures: Mapping[str, Figures], **told: str) -> Measured:
    """Return the number called *measure* of the product, and of the systems that have it."""
    values = {system: of[measure].value for system, of in figures.items() if measure in of}
    return Measured(**told, value=values.pop(OWN), of=figures[OWN][measure].n, beside=values)


def _share(
    name: str, label: str, goal: str, judged: Sequence[altered.Judged], *, wrong: bool = False
) -> Measured:
    right = sum(one.right for one in judged) / len(judged)
    return Measured(
        name=name, label=label, goal=goal, value=1 - right if wrong else right, of=len(judged)
    )


def _kind(one: altered.Judged) -> str:
    return one.case.kind.removeprefix(grounding_cases.PARAPHRASED)
