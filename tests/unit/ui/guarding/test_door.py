"""Who is in, how often they ask, and what is noted of it."""

import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from rag.access import Access
from rag.errors import AccessError, LibraryError, LimitError
from rag.settings import Settings
from ui import strings
from ui.guarding.audit import Deed, Entry, Log, log_folder
from ui.guarding.door import Door, open_door
from ui.guarding.person import ANYONE, Grant, Person
from ui.guarding.rates import Rate
from ui.guarding.roles import Act, Role
from ui.guarding.sessions import Sessions

READER = Person(
    id="utgivaren 17",
    name="hedda@gransele.example",
    grants=(Grant(role=Role.READER, access=Access(frozenset({"Kulturnämnden"}))),),
)
TODAY = datetime.now(tz=UTC).date()


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(clock: Clock) -> Sessions:
    return Sessions(longest_s=100, idle_s=10, clock=clock)


def test_a_session_lasts_while_it_is_used(sessions: Sessions, clock: Clock) -> None:
    token = sessions.open(READER)
    for _ in range(9):
        clock.now += 9
        assert READER == sessions.person(token)


def test_a_session_ends_when_it_is_not_used(sessions: Sessions, clock: Clock) -> None:
    token = sessions.open(READER)
    clock.now += 10

    assert sessions.person(token) is None


def test_a_session_ends_however_much_it_is_used(sessions: Sessions, clock: Clock) -> None:
    token = sessions.open(READER)
    for clock.now in range(0, 100, 5):
        sessions.person(token)
    clock.now = 100

    assert sessions.person(token) is None


def test_what_is_over_is_not_kept(sessions: Sessions, clock: Clock) -> None:
    for _ in range(5):
        sessions.open(READER)
    clock.now = 100
    sessions.open(READER)

    assert 1 == len(sessions._held)


@given(st.text(max_size=8))
def test_nobody_comes_in_by_guessing(guess: str) -> None:
    sessions = Sessions(longest_s=100, idle_s=10)
    sessions.open(READER)

    assert sessions.person(guess) is None


def test_a_rate_lets_so_many_in_and_tells_when_the_next(clock: Clock) -> None:
    rate = Rate(2, 60, clock=clock)
    waits = [rate.take("a"), rate.take("a"), rate.take("a"), rate.take("b")]
    clock.now = 60

    assert [0, 0, 60, 0] == waits
    assert 0 == rate.take("a")


@given(st.lists(st.tuples(st.sampled_from("ab"), st.floats(0, 30)), max_size=40))
def test_a_rate_never_lets_more_in(steps: list[tuple[str, float]]) -> None:
    clock = Clock()
    rate = Rate(3, 60, clock=clock)
    let_in: list[tuple[str, float]] = []
    for key, later in steps:
        clock.now += later
        if not rate.take(key):
            let_in.append((key, clock.now))

    for key, end in let_in:
        assert 3 >= sum(other == key and end - 60 < at <= end for other, at in let_in)


def test_a_crowd_is_forgotten_when_it_is_quiet(clock: Clock) -> None:
    rate = Rate(1, 60, clock=clock)
    for number in range(1_002):
        rate.take(str(number))
    clock.now = 61
    rate.take("en till")

    assert 1 == len(rate._times)


def test_alone_anybody_may_do_anything_and_nothing_is_noted(tmp_path: Path) -> None:
    door = open_door(Settings(library=tmp_path / "bibliotek"))
    door.require(door.person(""), Act.SETTINGS)
    door.note(ANYONE, Deed.ASKED)
    for _ in range(100):
        door.count_question(ANYONE)

    assert Door(lately=door.lately) == door
    assert [] == list(tmp_path.iterdir())


def test_alone_it_is_noted_when_that_is_asked_for(tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "bibliotek", audit_days=30)
    open_door(settings).note(ANYONE, Deed.ASKED, "decision", 12)

    assert [(Deed.ASKED, "decision", 12, "")] == [
        (one.did, one.of, one.meetings, one.who) for one in noted(settings)
    ]


def noted(settings: Settings) -> list[Entry]:
    return list(Log(log_folder(settings.library), 9).entries(TODAY, TODAY + timedelta(days=1)))


def test_what_is_refused_is_noted(tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "bibliotek", audit_days=30)
    with pytest.raises(AccessError, match=strings.FORBIDDEN[Act.REMOVE]):
        open_door(settings).require_with(READER, Act.REMOVE, "Kulturnämnden")

    assert [(Deed.REFUSED, "remove")] == [(one.did, one.of) for one in noted(settings)]


def test_what_is_drawn_again_is_noted_once(tmp_path: Path) -> None:
    settings = Settings(library=tmp_path / "bibliotek", audit_days=30)
    door = open_door(settings)
    for document in ("ab", "ab", "cd", "ab"):
        door.note_once(READER, Deed.OPENED, document)

    assert ["ab", "cd"] == [one.of for one in noted(settings)]


def test_the_log_is_only_its_owners_to_read(tmp_path: Path) -> None:
    log = Log(tmp_path / "logg", 30)
    log.note(READER, Deed.ASKED)
    [file] = log.folder.iterdir()

    assert [0o700, 0o600] == [stat.S_IMODE(path.stat().st_mode) for path in (log.folder, file)]


def test_lines_of_many_at_once_are_whole(tmp_path: Path) -> None:
    log = Log(tmp_path / "logg", 30)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: log.note(READER, Deed.OPENED, f"{n:0500}"), range(200)))

    assert 200 == len({one.of for one in log.entries(TODAY, TODAY + timedelta(days=1))})


def test_lines_that_are_too_old_go(tmp_path: Path) -> None:
    log = Log(tmp_path, 30)
    names = [f"{TODAY - timedelta(days=days)}.jsonl" for days in (0, 30, 31, 400)]
    for name in names:
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "annat.txt").write_text("", encoding="utf-8")
    log.note(READER, Deed.ASKED)

    assert {*names[:2], "annat.txt"} == {path.name for path in tmp_path.iterdir()}


def test_what_cannot_be_noted_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "logg").write_text("ingen mapp", encoding="utf-8")
    with pytest.raises(LibraryError, match=r"Granskningsloggen i .* kan inte skrivas"):
        Log(tmp_path / "logg", 30).note(READER, Deed.ASKED)


@pytest.mark.parametrize("name", ["två\nrader", "två\r\nrader", "två\u2028rader", '"}', "\x00"])
def test_no_name_makes_more_lines(tmp_path: Path, name: str) -> None:
    log = Log(tmp_path, 30)
    log.note(Person(id="17", name=name, grants=()), Deed.ASKED)

    assert [name] == [one.who for one in log.entries(TODAY, TODAY + timedelta(days=1))]


def test_too_many_questions_have_to_wait(tmp_path: Path) -> None:
    file = tmp_path / "inloggning.toml"
    file.write_text(
        'issuer = "https://login.gransele.example"\nclient_id = "m"\n'
        'address = "https://protokoll.gransele.example"\n'
        "limits = {questions_per_minute = 2, uploads_per_hour = 1}\n"
        '[groups.a]\nbodies = "*"\nrole = "reader"\n',
        encoding="utf-8",
    )
    door = open_door(Settings(library=tmp_path, sign_in=file, client_secret=SecretStr("x")))
    door.count_question(READER)
    door.count_question(READER)
    door.count_upload(READER)

    with pytest.raises(LimitError, match=r"^Du har frågat 2 gånger på en minut\. Vänta .*"):
        door.count_question(READER)
    with pytest.raises(LimitError, match=r"^Du har lagt 1 filer här på en timme"):
        door.count_upload(READER)
    door.count_question(Person(id="utgivaren 18", name="", grants=READER.grants))
