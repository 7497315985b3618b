"""Whatever one asks, and by whichever program, no more is told than one may see."""

import json
from datetime import date
from pathlib import Path

import pytest
from apart import ACCESS, BODIES, HELD, SEEN, SUBJECT, Reader, id_of, shown
from command_line import run
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

import ui.app
from ingest.pipeline import ingest
from rag.errors import MinutesError
from rag.minutes import Kind
from rag.results import Filters
from rag.settings import Settings
from rag.swedish.words import fold

ROOT = Path(__file__).parents[2]
TODAY = date(2024, 6, 1)

WORDS = sorted({word for body in BODIES for held in body for word in held.secrets})
PLAIN = (
    "vad beslutades om vem var när möte nästa kostar ringa laga och nämnden kommun sa närvarande "
    "ersatte ordförande uppdrag 2024 februari senaste § 1 dnr 2024/112 who decided vilka ärenden"
).split()


@st.composite
def asked(draw: st.DrawFn) -> str:
    """Draw a question of whatever words, some of them cut short, swapped or joined."""
    said = []
    for word in draw(st.lists(st.sampled_from([*WORDS, *PLAIN]), min_size=1, max_size=8)):
        cut = draw(st.integers(0, len(word)))
        forms = (word, word.lower(), word[:cut] + word[cut + 1 :], word[:cut] + " " + word[cut:])
        said.append(draw(st.sampled_from(forms)))
    return f"Vad {' '.join(said)}?"


FILTERS = st.builds(
    Filters,
    body=st.sampled_from([None, None, SEEN[0].body, HELD.body, HELD.body[1:], "nämnden"]),
    person=st.sampled_from([None, None, "Alva", HELD.words["last"], HELD.words["other"][:-2]]),
    kind=st.sampled_from([None, None, *Kind]),
    first=st.sampled_from([None, None, date(2024, 2, 1)]),
    last=st.sampled_from([None, None, date(2024, 2, 28)]),
)


@pytest.fixture(scope="module")
def part(apart: Settings) -> Reader:
    return Reader(apart.seen_by(ACCESS))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Return a library that has nothing else than what is seen of the other."""
    folder = tmp_path_factory.mktemp("alone")
    for held in SEEN:
        (folder / held.name).write_text(held.text, encoding="utf-8")
    reader = Reader(Settings(library=folder / "library"))
    names = sorted(held.name for held in SEEN)
    ingest([folder / name for name in names], reader.store, settings=reader.settings)
    return reader


@given(question=asked(), filters=FILTERS)
def test_no_question_gets_at_more(part: Reader, question: str, filters: Filters) -> None:
    said = fold(f"{question} {filters}".lower())
    told: list[object] = []
    try:
        told.append(part.assistant.search(question, filters=filters, limit=30, neighbours=True))
        told.append(part.assistant.ask(question, filters=filters))
        told.append(part.registers.actions(filters, today=TODAY, who=question[:-1]))
        told.append(part.across.timelines(question, filters))
        told.append(part.across.topic(question, filters))
    except MinutesError as error:
        told.append(str(error))

    assert [] == [secret for secret in shown(told) if fold(secret.lower()) not in said]


@given(question=asked())
def test_a_question_is_understood_as_if_there_was_nothing_else(
    part: Reader, alone: Reader, question: str
) -> None:
    assert alone.assistant.understand(question) == part.assistant.understand(question)


@pytest.mark.parametrize("filters", [Filters(), Filters(first=date(2024, 2, 1))], ids=str)
def test_what_is_listed_is_listed_as_if_there_was_nothing_else(
    part: Reader, alone: Reader, filters: Filters
) -> None:
    def listed(reader: Reader) -> list[object]:
        held = reader.library
        return [
            [meeting.title for meeting in held.meetings(filters)],
            [person for _, person in held.people(filters)],
            held.searched(filters),
            reader.directory.bodies(),
            reader.directory.names(),
            dict(reader.directory.explained()),
            [row.statement.text for row in reader.registers.decisions(filters).rows],
        ]

    assert listed(alone) == listed(part)


COMMANDS: dict[str, tuple[object, ...]] = {
    "meetings": ("meetings", "list"),
    "meetings as JSON": ("meetings", "list", "--json"),
    "a meeting": ("meetings", "show"),
    "an answer": ("ask", f"Vad beslutades om {SUBJECT}?"),
    "an answer as JSON": ("ask", "Vilka beslut fattades i februari 2024?", "--json"),
    "passages": ("search", "nästa möte"),
    "a summary": ("summarise",),
    "decisions": ("register", "decisions"),
    "tasks": ("register", "actions"),
    "news": ("new", "--since", "2024-01-01"),
    "news of subjects": ("new",),
    "subjects": ("follow", "--list"),
    "a person": ("about", "Alva Nordin"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_for_a_part_tells_of_nothing_else(
    name: str, apart: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(apart.library))
    command = COMMANDS[name]
    if name in {"a meeting", "a summary"}:
        command = (*command, id_of(Reader(apart), HELD))
    whole = run(*command)

    monkeypatch.setenv("MOTESMINNE_ACCESS", json.dumps([SEEN[0].body]))
    told = run(*command)

    assert [] != shown(whole.out)
    assert [] == shown([told.out, told.err])


PAGES = ("", "moten", "register", "arenden", "bevaka")


def drawn(page: str, query: dict[str, str]) -> str:
    """Return all that the app sends to a browser for a page."""
    app = AppTest.from_file(str(Path(ui.app.__file__)), default_timeout=60)
    app.query_params.update(query)
    app.run()
    if page:
        app.switch_page(page)
    return " ".join(str(element.proto) for element in app.main) + str(app)
