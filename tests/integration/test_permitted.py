"""What somebody may not do is refused by what does it, whatever pages and buttons are shown."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from rag.access import Access
from rag.assembling.assembly import open_store
from rag.edits import Act as EditAct
from rag.edits import Edit
from rag.errors import AccessError, LimitError, UnknownMeetingError
from rag.minutes import DocumentId
from rag.settings import Settings
from rag.storing.turns import Asked
from ui import strings
from ui.backends import across, adding, asking, auditing, backend, changing, visitor
from ui.guarding.audit import Deed, Entry, Log, log_folder
from ui.guarding.door import door
from ui.guarding.person import Grant, Person
from ui.guarding.roles import Act, Role

SPORT, CULTURE = "Idrottsnämnden i Gransele", "Kulturnämnden i Gransele"
MINUTES = {
    "idrott.txt": f"""{SPORT}
Protokoll 2024-03-04

§ 1 Ishallen
Beslut: Nämnden beslutade att köpa ett kylaggregat.
Arvid Skog får i uppdrag att hämta in anbud.
""",
    "kultur.txt": f"""{CULTURE}
Protokoll 2024-04-08

§ 1 Bokbussen
Beslut: Nämnden beslutade att sälja bokbussen.
""",
}
POLICY = """
issuer = "https://login.gransele.example"
client_id = "motesminne"
address = "https://protokoll.gransele.example"
limits = {questions_per_minute = 2}
[groups.a]
bodies = "*"
role = "admin"
"""


def person(*grants: Grant) -> Person:
    name = "".join(grant.role[0] for grant in grants)
    return Person(id=f"utgivaren {grants}", name=f"{name}@gransele.example", grants=grants)


def of(role: Role, *bodies: str) -> Grant:
    return Grant(role=role, access=Access(frozenset(bodies)) if bodies else Access())


NOBODY = person()
READER = person(of(Role.READER, SPORT))
EDITOR = person(of(Role.EDITOR, SPORT))
MIXED = person(of(Role.EDITOR, SPORT), of(Role.READER, CULTURE))
LOCAL_ADMIN = person(of(Role.ADMIN, SPORT))
ADMIN = person(of(Role.ADMIN))


@pytest.fixture(scope="module")
def two_bodies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with a meeting of two bodies each; no test may write to it."""
    minutes = tmp_path_factory.mktemp("minutes")
    for name, text in MINUTES.items():
        (minutes / name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("two") / "bibliotek", words_only=True)
    ingest([minutes], open_store(settings), settings=settings)
    return settings.library


@pytest.fixture
def settings(
    two_bodies: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Settings]:
    """Return the settings of a server where people sign in."""
    shutil.copytree(two_bodies, tmp_path / "bibliotek")
    (tmp_path / "inloggning.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "bibliotek"))
    monkeypatch.setenv("MOTESMINNE_WORDS_ONLY", "1")
    monkeypatch.setenv("MOTESMINNE_SIGN_IN", str(tmp_path / "inloggning.toml"))
    monkeypatch.setenv("MOTESMINNE_CLIENT_SECRET", "vid-kvarnen")
    door.cache_clear()
    yield Settings()
    door.cache_clear()


def meeting(settings: Settings, body: str) -> DocumentId:
    held = open_store(settings).library.meetings()
    return next(one.document_id for one in held if one.body == body)


Deal = Callable[[DocumentId], object]
EDIT = Edit(line="l1", act=EditAct.STRUCK)

REFUSED = [
    pytest.param(NOBODY, Act.READ, backend.open_meeting, id="open"),
    pytest.param(NOBODY, Act.ASK, lambda _: asking.answers(Asked(question="Vad?"), ()), id="ask"),
    pytest.param(
        NOBODY, Act.EXPORT, lambda _: visitor.handed_out(str, Deed.EXPORTED)(), id="export"
    ),
    pytest.param(NOBODY, Act.FOLLOW, lambda _: across.follow("ishallen"), id="follow"),
    pytest.param(NOBODY, Act.FOLLOW, lambda _: across.unfollow("ishallen"), id="unfollow"),
    pytest.param(NOBODY, Act.FOLLOW, lambda _: across.see("ishallen"), id="see"),
    pytest.param(READER, Act.ADD, lambda _: adding.desk(), id="add"),
    pytest.param(READER, Act.CORRECT, lambda one: changing.correct(one, {}), id="correct"),
    pytest.param(READER, Act.CORRECT, lambda one: changing.keep_edit(one, EDIT), id="edit"),
    pytest.param(READER, Act.CORRECT, lambda one: changing.take_back_edit(one, "l"), id="undo"),
    pytest.param(
        READER, Act.CORRECT, lambda one: across.mark_task(one, "k", done=True), id="mark a task"
    ),
    pytest.param(READER, Act.REMOVE, changing.remove, id="remove"),
    pytest.param(EDITOR, Act.PURGE, lambda one: changing.remove(one, every_trace=True), id="purge"),
    pytest.param(EDITOR, Act.SETTINGS, lambda _: changing.check(), id="check"),
    pytest.param(EDITOR, Act.SETTINGS, lambda _: changing.rebuild(), id="rebuild"),
    pytest.param(EDITOR, Act.SETTINGS, lambda _: adding.watch_folder(""), id="watch a folder"),
    pytest.param(EDITOR, Act.AUDIT, lambda _: auditing.days(), id="see the log"),
    pytest.param(LOCAL_ADMIN, Act.SETTINGS, lambda _: changing.check(), id="check, of one body"),
    pytest.param(
        LOCAL_ADMIN, Act.EVALUATE, lambda _: visitor.require(Act.EVALUATE), id="evaluate, of one"
    ),
]


@pytest.mark.parametrize(("who", "act", "deal"), REFUSED)
def test_who_may_not_is_refused(settings: Settings, who: Person, act: Act, deal: Deal) -> None:
    one = meeting(settings, SPORT)
    with visitor.acting(who), pytest.raises(AccessError, match=strings.FORBIDDEN[act]):
        deal(one)

    assert [(who.name, Deed.REFUSED, act)] == [(e.who, e.did, e.of) for e in noted(settings)]
    assert open_store(settings).library.holds(one)


def noted(settings: Settings) -> list[Entry]:
    today = datetime.now(tz=UTC).date()
    return list(Log(log_folder(settings.library), 2).entries(today, today))


def test_every_act_has_a_test() -> None:
    assert set(Act) == {case.values[1] for case in REFUSED}


CHANGES: list[Deal] = [
    lambda one: changing.correct(one, {"title": "Annat"}),
    lambda one: changing.keep_edit(one, EDIT),
    changing.remove,
    lambda one: across.mark_task(one, "k", done=True),
]


@pytest.mark.parametrize("deal", CHANGES)
def test_minutes_of_others_are_not_there_to_be_changed(settings: Settings, deal: Deal) -> None:
    with visitor.acting(EDITOR), pytest.raises(UnknownMeetingError):
        deal(meeting(settings, CULTURE))


@pytest.mark.parametrize("deal", CHANGES)
def test_minutes_that_one_only_reads_are_not_changed(settings: Settings, deal: Deal) -> None:
    with visitor.acting(MIXED), pytest.raises(AccessError):
        deal(meeting(settings, CULTURE))


@pytest.mark.parametrize("body", [CULTURE, "", None])
def test_a_meeting_is_not_given_away(settings: Settings, body: str | None) -> None:
    with visitor.acting(EDITOR), pytest.raises(AccessError, match="organet"):
        changing.correct(meeting(settings, SPORT), {"body": body})


def test_who_may_does(settings: Settings) -> None:
    one = meeting(settings, SPORT)
    with visitor.acting(EDITOR):
        changing.correct(one, {"place": "Ishallen"})
        changing.remove(one)
    with visitor.acting(ADMIN):
        changing.remove(meeting(settings, CULTURE), every_trace=True)
        changing.rebuild()

    assert [] == open_store(settings).library.meetings()
    assert [Deed.CORRECTED, Deed.REMOVED, Deed.PURGED, Deed.REBUILT] == [
        entry.did for entry in noted(settings)
    ]


def test_each_sees_their_own_on_every_page(settings: Settings) -> None:
    with visitor.acting(EDITOR):
        seen = [one.body for one in backend.meetings()]
        decided = [row.statement.text for row in across.decisions().rows]
        matters = [line.title for line in across.matters()]
        tasks = {row.meeting.body for row in across.tasks().rows}
        told = across.topic("bokbussen").meetings
        admitted = asking.answers(Asked(question="Vad beslutades om bokbussen?"), ())
        answer = list(admitted)[-1]

    assert [SPORT] == seen
    assert decided
    assert not any("bokbuss" in text.casefold() for text in [*decided, *matters, answer.text])
    assert {SPORT} >= tasks
    assert not told
    assert 1 == answer.searched.meetings


def test_what_is_asked_is_noted_without_its_words(settings: Settings) -> None:
    with visitor.acting(ADMIN):
        list(asking.answers(Asked(question="Vad beslutades om bokbussen?"), ()))
        list(backend.assistant().meetings())
    [entry] = noted(settings)
    log = "".join(path.read_text("utf-8") for path in log_folder(settings.library).iterdir())

    assert ("decision", 2) == (entry.of, entry.meetings)
    assert "bokbuss" not in log.casefold()


def test_asking_too_often_has_to_wait(settings: Settings) -> None:
    with visitor.acting(ADMIN):
        for _ in range(2):
            asking.answers(Asked(question="Vad?"), ())
        with pytest.raises(LimitError, match="Du har frågat 2 gånger"):
            asking.answers(Asked(question="Vad?"), ())


def test_where_people_sign_in_nobody_comes_without(settings: Settings) -> None:
    for reach in (
        backend.settings,
        backend.meetings,
        across.followed,
        adding.desk,
        visitor.visitor,
    ):
        with pytest.raises(AccessError, match=strings.SESSION_OVER):
            reach()


def test_conversations_are_a_persons_own(settings: Settings) -> None:
    names = []
    for someone in (READER, EDITOR, READER):
        with visitor.acting(someone):
            names.append(visitor.visitor())

    assert names[0] == names[2] != names[1]
    assert "utgivaren" not in names[0]
