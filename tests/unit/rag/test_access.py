"""What an access says of itself, and how settings carry it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rag.access import EVERYTHING, Access
from rag.errors import AccessError
from rag.settings import Settings

ACCESSES = st.none() | st.frozensets(st.sampled_from(["Nämnden", "NÄMNDEN", "Styrelsen", "Råd"]))

NARROW = Settings(access=Access(frozenset({"Styrelsen"})))


@given(names=ACCESSES)
def test_an_access_is_read_from_its_key(names: frozenset[str] | None) -> None:
    access = Access(names)

    assert access.key == Access.of(access.key).key


@given(one=ACCESSES, other=ACCESSES)
def test_two_together_see_what_both_do(
    one: frozenset[str] | None, other: frozenset[str] | None
) -> None:
    both = Access(one).within(Access(other))

    assert both.key == Access(other).within(Access(one)).key
    for access in (Access(one), Access(other)):
        assert not access.is_limited or set(both.names) <= set(access.names)


@given(names=st.frozensets(st.text()))
def test_settings_never_let_one_see_more(names: frozenset[str]) -> None:
    assert set(NARROW.seen_by(Access(names)).access.names) <= {"styrelsen"}
    assert ("styrelsen",) == NARROW.seen_by(EVERYTHING).access.names


@pytest.mark.parametrize(
    ("written", "access"),
    [
        pytest.param("", EVERYTHING, id="empty"),
        pytest.param("[]", Access(frozenset()), id="of none"),
        pytest.param('["Styrelsen"]', Access(frozenset({"Styrelsen"})), id="of one"),
    ],
)
def test_the_environment_may_say_whose_minutes_are_seen(
    written: str, access: Access, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_ACCESS", written)

    assert access == Settings().access


@pytest.mark.parametrize("written", ["Styrelsen", "[1]", "{}", "null", '"Styrelsen"', "[null]"])
def test_what_is_no_list_of_names_starts_nothing(
    written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_ACCESS", written)

    with pytest.raises(ValidationError):
        Settings()


def test_caches_by_settings_tell_accesses_apart() -> None:
    accesses = [
        EVERYTHING,
        *(Access(frozenset(names)) for names in ((), ("A",), ("B",), ("A, B",))),
    ]

    kept = {Settings(access=access).model_dump_json() for access in accesses}

    assert len(accesses) == len(kept)


def test_a_part_is_not_all() -> None:
    EVERYTHING.require_all()
    with pytest.raises(AccessError, match="en del"):
        Access(frozenset()).require_all()
