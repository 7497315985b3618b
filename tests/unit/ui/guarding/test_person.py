"""What somebody may do follows from each of their groups by itself, and never from two together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.access import EVERYTHING, Access
from ui.guarding.person import ANYONE, Grant, Person
from ui.guarding.roles import ALLOWED, OF_ALL_BODIES, Act, Role

SPORT, CULTURE = "Idrottsnämnden", "Kulturnämnden"
READING = {Act.READ, Act.ASK, Act.EXPORT, Act.FOLLOW}
EDITING = {Act.ADD, Act.CORRECT, Act.REMOVE}
RUNNING = {Act.EVALUATE, Act.SETTINGS, Act.PURGE, Act.AUDIT}


def person(*grants: Grant) -> Person:
    return Person(id="i", name="Tova", grants=grants)


def grant(role: Role, *bodies: str) -> Grant:
    return Grant(role=role, access=Access(frozenset(bodies)) if bodies else EVERYTHING)


@pytest.mark.parametrize(
    ("role", "acts"),
    [
        pytest.param(Role.READER, READING, id="a reader"),
        pytest.param(Role.EDITOR, READING | EDITING, id="an editor"),
        pytest.param(Role.ADMIN, READING | EDITING | RUNNING, id="an administrator"),
    ],
)
def test_a_role_may_do(role: Role, acts: set[Act]) -> None:
    someone = person(grant(role))

    assert acts == {act for act in Act if someone.may(act)}
    assert acts == {act for act in Act if someone.may_with(act, SPORT)}


def test_what_is_of_the_whole_library_is_for_who_sees_all_of_it() -> None:
    assert not any(person(grant(Role.ADMIN, SPORT)).may(act) for act in OF_ALL_BODIES)


def test_an_editor_of_one_body_is_none_of_another_that_they_may_read() -> None:
    someone = person(grant(Role.EDITOR, SPORT), grant(Role.READER, CULTURE))

    assert Access(frozenset({SPORT, CULTURE})) == someone.access
    assert [True, False] == [someone.may_with(Act.CORRECT, body) for body in (SPORT, CULTURE)]


def test_bodies_are_compared_without_regard_to_case() -> None:
    assert person(grant(Role.READER, SPORT)).may_with(Act.READ, SPORT.upper())


@pytest.mark.parametrize("body", [None, ""])
def test_minutes_of_no_known_body_are_for_who_sees_all(body: str | None) -> None:
    assert not person(grant(Role.ADMIN, SPORT)).may_with(Act.READ, body)
    assert person(grant(Role.READER)).may_with(Act.READ, body)


def test_all_is_the_union_of_all_with_some() -> None:
    assert EVERYTHING == person(grant(Role.READER, SPORT), grant(Role.READER)).access


def test_who_uses_the_app_alone_may_do_anything() -> None:
    assert all(ANYONE.may(act) and ANYONE.may_with(act, None) for act in Act)
    assert EVERYTHING == ANYONE.access


def test_who_is_in_no_group_may_do_nothing() -> None:
    assert not any(person().may(act) for act in Act)
    assert frozenset() == person().access.bodies


GRANTS = st.builds(
    grant, st.sampled_from(Role), st.sampled_from([SPORT, CULTURE, "Tekniska nämnden"])
)


@given(st.lists(GRANTS, max_size=4), GRANTS, st.sampled_from(Act))
def test_another_group_takes_nothing_away(grants: list[Grant], more: Grant, act: Act) -> None:
    before, after = person(*grants), person(*grants, more)

    assert not before.may(act) or after.may(act)
    assert not before.may_with(act, SPORT) or after.may_with(act, SPORT)
    assert set(before.access.names) <= set(after.access.names)


@given(st.lists(GRANTS, max_size=4), st.sampled_from(Act))
def test_nobody_does_what_they_may_not_see(grants: list[Grant], act: Act) -> None:
    someone = person(*grants)

    assert not someone.may_with(act, SPORT) or SPORT.casefold() in someone.access.names


def test_every_act_is_somebodys() -> None:
    assert frozenset(Act) == ALLOWED[Role.ADMIN]
    assert ALLOWED[Role.READER] < ALLOWED[Role.EDITOR] < ALLOWED[Role.ADMIN]
