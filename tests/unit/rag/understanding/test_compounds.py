"""Words are joined and divided only into such as the minutes have."""

from collections.abc import Iterable

import pytest

from rag.understanding.compounds import divide, join

KNOWN = frozenset(
    """skolskjuts regler sommarjobb feriejobb arbetsmarknad enhet badhus kommunstyrelsen skol
    barnomsorg avgift cykel verkstad e-tjänst""".split()
)


def unknown(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in KNOWN]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Vad kostar skol skjuts?", "Vad kostar skolskjuts?"),
        ("vad kostar bad hus", "vad kostar badhus"),
        ("Hur många sommar jobb fanns?", "Hur många sommarjobb fanns?"),
        ("Vad sa kommun styrelsen?", "Vad sa kommunstyrelsen?"),
        ("Vad kostar barn omsorg och skol skjuts?", "Vad kostar barnomsorg och skolskjuts?"),
        ("Hur ser arbets marknad ut?", "Hur ser arbetsmarknad ut?"),
        ("Vad kostar skol- skjuts?", "Vad kostar skolskjuts?"),
    ],
)
def test_divided_words_are_joined(asked: str, meant: str) -> None:
    assert meant == join(asked, unknown).text


@pytest.mark.parametrize(
    "asked",
    [
        "Vad kostar regler skolskjuts?",
        "Vad sa Skol skjuts?",  # a name, though no one would be called so
        "Vad sa Bad Hus?",
        "Bad i hus",
        "12 34",
        "",
    ],
)
def test_other_words_stay_apart(asked: str) -> None:
    assert asked == join(asked, unknown).text


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("skolskjutsregler", ("skolskjuts", "regler")),
        ("arbetsmarknadsenhet", ("arbetsmarknad", "enhet")),
        ("cykelverkstad", ("cykel", "verkstad")),
        ("vindkraftverk", None),
        ("kort", None),
        ("skolskjuts2024", None),
        ("x" * 100, None),
    ],
)
def test_a_compound_is_divided_into_words_of_the_minutes(
    word: str, parts: tuple[str, str] | None
) -> None:
    assert parts == divide(word, unknown)
