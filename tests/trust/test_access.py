"""Whoever may see the minutes of one body learns nothing of others', whichever way they ask.

Each way is tried twice: by whoever may see all, who is told, and by whoever may not, who is not.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from apart import (
    ACCESS,
    HELD,
    HIDDEN,
    PLACE,
    SUBJECT,
    VISITOR,
    Reader,
    id_of,
    shown,
    talk_of,
)

from eval.dataset import Category, Expect, Question, QuestionSet
from eval.runner import run
from ingest.original import original
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant
from rag.chain import answer_chain, retriever
from rag.errors import MinutesError
from rag.generation.pieces import Piece
from rag.generation.prompts import Prompt
from rag.matters.listing import matters_of, nearest_matters
from rag.minutes import DocumentId
from rag.registers.task import tasks_of
from rag.results import Answer, Filters
from rag.settings import Settings
from rag.storing.foreseen import of_same_day
from rag.summaries import Length
from rag.topics.followed import followed
from rag.upkeep.about import about
from rag.upkeep.export import export

TODAY = date(2024, 6, 1)
SLIPPED = HELD.words["mended"][:-2] + HELD.words["mended"][-1] + HELD.words["mended"][-2]
"""A word of minutes that are not to be seen, with two letters of it swapped."""
OTHER = HIDDEN[1][0].words["place"]
UNLIKE = OTHER[:4] + OTHER[7:]
"""Too unlike such a word to be taken for it."""

QUESTIONS = (
    f"Vad beslutades om {SUBJECT}?",
    f"Vad sa kommunen om {SUBJECT}?",
    f"Vem fick i uppdrag att ringa om {SUBJECT}?",
    f"Vem yrkade avslag när {SUBJECT} togs upp?",
    f"Vilka deltog i mötet om {SUBJECT}?",
    "Vilka deltog på det senaste mötet?",
    "Vem var ordförande den 11 februari 2024?",
    "När och var är nästa möte?",
    "Vilka beslut fattades under februari 2024?",
    "Vilka uppgifter är inte klara?",
    f"När var mötet om {PLACE}?",
    f"Vad hände med {SUBJECT}?",
    "Vad är det senaste beslutet?",
    f"What was decided about {SUBJECT}?",
    "Vem ersatte någon?",
    "Sammanfatta mötet den 11 februari 2024.",
    f"Vad kostar {SUBJECT} vid {PLACE}, och vem är emot?",
    f"Vad beslutades om {SLIPPED}?",
    "Vad gäller för dnr 2024/112?",
)


class Overheard:
    """A language model that says nothing, and keeps what it is told."""

    name = "tyst"

    def __init__(self) -> None:
        self.told: list[Prompt] = []

    def stream(self, prompt: Prompt) -> Iterator[Piece]:
        """Yield an empty reply."""
        self.told.append(prompt)
        return iter([Piece("")])


def told(call: Callable[[], object]) -> object:
    """Return what a call returns, or the sentence that it fails with."""
    try:
        return call()
    except MinutesError as error:
        return str(error)


def hidden_id(reader: Reader) -> DocumentId:
    """Return the id of minutes that are not to be seen; everyone may have it from a link."""
    everything = reader.settings.model_copy(update={"access": EVERYTHING})
    return id_of(Reader(everything), HELD)


def asked(reader: Reader, question: str) -> object:
    def without_question(answer: Answer) -> object:
        found = answer.understood
        return [
            *(answer.status, answer.statements, answer.citations, answer.hits, answer.missing),
            *(answer.text, answer.notes, answer.actors, found.filters, found.limits, found.others),
            *(found.added, found.abbreviations, found.names, found.corrected.values()),
        ]

    return told(lambda: [without_question(one) for one in reader.assistant.ask_streaming(question)])


def in_a_conversation(reader: Reader) -> object:
    first = reader.assistant.ask(f"Vad beslutades om {SUBJECT}?")
    return reader.assistant.ask("Vem ska göra det?", earlier=[first])


def over_heard(reader: Reader) -> object:
    model = Overheard()
    assistant = build_assistant(reader.settings, model=model)
    assistant.ask(f"Vad beslutades om {SUBJECT}?")
    told(lambda: assistant.summarise(hidden_id(reader)))
    return model.told


def evaluated(reader: Reader) -> object:
    asked_of = Question(
        id="a",
        question=f"Vad beslutades om {SUBJECT}?",
        category=Category.FACT,
        expect=Expect.ANSWERABLE,
    )
    questions = QuestionSet(name="egna", sha256="", questions=(asked_of,))
    assistant = reader.assistant
    documents = [assistant.document(one.document_id) for one in assistant.meetings()]
    return run(questions, assistant.ask, documents=documents, check=False)


def its_task(reader: Reader) -> object:
    document = Reader(reader.settings.model_copy(update={"access": EVERYTHING})).library.document
    [task, *_] = tasks_of(document(hidden_id(reader)))
    return reader.registers.task(task.key)


def exported(reader: Reader, folder: Path) -> object:
    export(reader.database, reader.settings.library, folder)
    return [(path.name, path.read_bytes().decode()) for path in folder.rglob("*") if path.is_file()]


WAYS: Mapping[str, Callable[[Reader, Path], object]] = {
    **{question: lambda r, _, q=question: asked(r, q) for question in QUESTIONS},  # type: ignore[misc]
    "a search": lambda r, _: r.assistant.search(f"{SUBJECT} {PLACE}", limit=50, neighbours=True),
    "a search of what all minutes say": lambda r, _: r.assistant.search("nästa möte", limit=50),
    "a follow-up": lambda r, _: in_a_conversation(r),
    "the nearest when nothing is found": lambda r, _: r.assistant.ask("Vad sägs om bron?").hits,
    "the sentences of an answer": lambda r, _: r.assistant.sentences(f"Vad kostar {SUBJECT}?"),
    "what a language model is told": lambda r, _: over_heard(r),
    "the list of meetings": lambda r, _: r.assistant.meetings(copies=True),
    "a body misspelt": lambda r, _: told(
        lambda: r.assistant.meetings(Filters(body=HELD.body[1:-1]))
    ),
    "a person misspelt": lambda r, _: told(
        lambda: r.assistant.meetings(Filters(person=HELD.words["last"][1:-1]))
    ),
    "a link to a document": lambda r, _: told(lambda: r.assistant.document(hidden_id(r))),
    "the beginning of an id": lambda r, _: told(
        lambda: r.library.document(r.library.find(hidden_id(r)[:8]))
    ),
    "the files of a meeting": lambda r, _: r.assistant.files(hidden_id(r)),
    "the places of files": lambda r, _: r.library.locations(""),
    "its file": lambda r, _: told(lambda: original(r.library.document(hidden_id(r)))),
    "a summary": lambda r, _: told(lambda: r.assistant.summarise(hidden_id(r), length=Length.LONG)),
    "what was changed in a summary": lambda r, _: r.assistant.edits(hidden_id(r)),
    "the same day": lambda r, _: of_same_day(
        Reader(r.settings.model_copy(update={"access": EVERYTHING})).library.document(hidden_id(r)),
        r.library,
    ),
    "the decisions": lambda r, _: r.registers.decisions(Filters()),
    "the tasks": lambda r, _: r.registers.actions(Filters(), today=TODAY),
    "a task by its key": lambda r, _: told(lambda: its_task(r)),
    "a matter by its number": lambda r, _: r.across.timelines("2024/112"),
    "a matter by its subject": lambda r, _: told(lambda: r.across.timelines(SUBJECT)),
    "the matters": lambda r, _: matters_of(r.library),
    "the nearest matters": lambda r, _: nearest_matters(SUBJECT[:-2], matters_of(r.library)),
    "a subject": lambda r, _: told(lambda: r.across.topic(SUBJECT)),
    "words like those of a subject": lambda r, _: r.across.topic(UNLIKE).near,
    "what is new": lambda r, _: r.across.new(date(2024, 1, 1)),
    "what is new of subjects": lambda r, _: [followed(r.database), r.across.new_of_followed()],
    "names and dates": lambda r, _: [
        *(r.directory.held(), r.directory.bodies(), r.directory.names(), r.directory.explained())
    ],
    "the folder watched": lambda r, _: r.library.watched(),
    "a conversation by its id": lambda r, _: r.talks.turns(talk_of(HELD)),
    "a visitor's conversations": lambda r, _: r.talks.listed(VISITOR),
    "all about a person": lambda r, _: about(r.database, r.library, "Alva Nordin"),
    "an export": exported,
    "a run of questions": lambda r, _: evaluated(r),
    "LangChain's retriever": lambda r, _: retriever(r.assistant).invoke(SUBJECT),
    "LangChain's chain": lambda r, _: answer_chain(r.assistant).invoke(f"Vad kostar {SUBJECT}?"),
}


@pytest.fixture(scope="module")
def all_seen(apart: Settings) -> Reader:
    return Reader(apart)


@pytest.fixture(scope="module")
def part_seen(apart: Settings) -> Reader:
    return Reader(apart.seen_by(ACCESS))


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_told_of_what_is_not_to_be_seen(
    way: str, part_seen: Reader, tmp_path: Path
) -> None:
    found = WAYS[way](part_seen, tmp_path / "ut")

    assert [] == shown(found)


@pytest.mark.parametrize("way", WAYS)
def test_it_is_told_to_whoever_may_see_it(way: str, all_seen: Reader, tmp_path: Path) -> None:
    found = WAYS[way](all_seen, tmp_path / "ut")

    assert [] != shown(found)
