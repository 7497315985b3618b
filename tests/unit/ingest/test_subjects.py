import pytest

from ingest.subjects import find_subject, takes_on

NAMES = frozenset({"eva ek", "eva", "bo dal", "bo", "cia"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Presidiet bereder frågan till nästa möte.", "Presidiet"),
        ("Eva Ek (S) tar med sig frågan till partiet.", "Eva Ek"),
        ("Eva Ek, Holmby, skickar ut underlaget.", "Eva Ek"),
        ("Respektive kommun anmäler deltagare senast v. 12.", "Respektive kommun"),
        ("Samtliga skickar in sina planer senast den 15:e.", "Samtliga"),
        ("Undertecknad renskriver listan senast fredag.", "Undertecknad"),
        ("Ordf. kallar till extra möte före v. 20.", "Ordf."),
        ("Till nästa möte tar Cia fram ett förslag.", "Cia"),
        ("Därefter skickar Eva ut en påminnelse.", "Eva"),
        ("Senast den 15:e skickar alla in sina timmar.", "alla"),
        ("Före sommaren ska Bo kontrollera bryggan.", "Bo"),
        ("Styrelsen ska senast den 1 mars skicka in rapporten.", "Styrelsen"),
        ("Holmby kommun undersöker lokaler i höst.", "Holmby kommun"),
        ("Eva Ek kommer att skicka ut en enkät.", "Eva Ek"),
    ],
)
def test_somebody_takes_on_a_task(words: str, expected: str) -> None:
    assert expected == takes_on(words, NAMES)


@pytest.mark.parametrize(
    "words",
    [
        "Presidiet bereder frågan.",
        "Styrelsen bordlägger frågan till nästa möte.",
        "Eva Ek (S) yrkar att ärendet tas upp före sommaren.",
        "Kassören informerar om att bidraget betalas ut före jul.",
        "Kommunen skickar varje år ut en enkät.",
        "Regionen söker personal till sommaren.",
        "Eva är ledig till den 1 maj.",
        "Eva Ek (S) tar upp frågan om belysning.",
        "Många kommuner skickar sin personal på kurs.",
        "Vi spelar spel till nästa vecka.",
        "Bo kanske skickar listan senast fredag.",
        "En kommun trodde att det beror på att ingen vet vem som får kalla.",
    ],
)
def test_what_is_told_or_decided_is_no_task(words: str) -> None:
    assert takes_on(words, NAMES) is None


def test_the_longest_subject_is_meant() -> None:
    found = find_subject("Samtliga ledamöter skickar listan", NAMES)

    assert found is not None
    assert found.who == "Samtliga ledamöter"
