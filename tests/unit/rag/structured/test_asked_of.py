"""Whose words a question asks for, and who belongs to a group."""

import pytest

from rag.asks import Asks
from rag.results import Understood
from rag.structured.asked_of import asked_of, is_municipality
from rag.structured.attribution import Actor


def understood(text: str, asks: Asks, *subject: str) -> Understood:
    return Understood(asked=text, reworded=text, asks=asks, subject=subject)


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        pytest.param(Actor(name="Holmby kommun"), True, id="by its word"),
        pytest.param(Actor(name="Eva Ek", organisation="Holmby kommun"), True, id="representative"),
        pytest.param(Actor(name="Eva Ek", organisation="Holmby"), True, id="by its place alone"),
        pytest.param(Actor(name="Holmby"), True, id="a place"),
        pytest.param(Actor(name="Holmby stad"), True, id="a town"),
        pytest.param(Actor(name="Flera kommuner", is_group=True), True, id="several"),
        pytest.param(Actor(name="Alla medlemmar", is_group=True), True, id="all members"),
        pytest.param(Actor(name="Några elever", is_group=True), False, id="other group"),
        pytest.param(Actor(name="Länsverket"), False, id="authority"),
        pytest.param(Actor(name="Eva Ek", organisation="Vägkassan"), False, id="its official"),
        pytest.param(Actor(name="Kommunförbundet Ljungby"), False, id="association of them"),
        pytest.param(Actor(name="Region Holm"), False, id="region"),
        pytest.param(Actor(name="Eva Ek", organisation="VRK"), False, id="short form"),
        pytest.param(Actor(name="Eva Ek", party="S"), False, id="elected member"),
        pytest.param(Actor(name="Eva Ek"), False, id="person"),
    ],
)
def test_tells_municipalities_from_others(actor: Actor, *, expected: bool) -> None:
    assert expected == is_municipality(actor)


@pytest.mark.parametrize(
    ("text", "asks", "expected"),
    [
        pytest.param("Vad sa kommunerna om bad?", Asks.ACTORS, ("kommun", False), id="group"),
        pytest.param("Vad sa alla kommuner om bad?", Asks.ACTORS, ("kommun", True), id="each"),
        pytest.param("Vad sa varje kommun om bad?", Asks.SAID, ("kommun", True), id="every"),
        pytest.param("Vad sa var och en om bad?", Asks.SAID, (None, True), id="each one"),
        pytest.param("Vad tyckte man om bad?", Asks.ACTORS, (None, False), id="anyone"),
        pytest.param("Vad sa partierna om bad?", Asks.ACTORS, ("parti", False), id="parties"),
    ],
)
def test_tells_the_group_and_whether_each_of_it_is_asked_for(
    text: str, asks: Asks, expected: tuple[str | None, bool]
) -> None:
    asked = asked_of(understood(text, asks, "bad"))

    assert (expected, False) == ((asked.kind, asked.each), asked.by_name)


def test_one_named_alone_is_admitted() -> None:
    asked = asked_of(understood("Vad sa Holmby om bad?", Asks.SAID, "holmby", "bad"))
    actors = [
        Actor(name="Holmby kommun"),
        Actor(name="Tallmora"),
        Actor(name="Alla", is_group=True),
    ]

    assert [True, False, False] == [asked.admits(actor) for actor in actors]
    assert ("bad",) == asked.subject


def test_names_of_the_same_actor_have_one_key() -> None:
    assert 1 == len({Actor(name=name).key for name in ("Ekvik", "Ekviks kommun", "EKVIK")})


def test_asking_who_is_asking_for_one() -> None:
    assert asked_of(understood("Vem föreslog bad?", Asks.ACTORS, "bad")).one
    assert not asked_of(understood("Vilka synpunkter fanns på bad?", Asks.ACTORS, "bad")).one
