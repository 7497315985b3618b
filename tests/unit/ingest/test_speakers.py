import pytest

from ingest.speakers import people_in, proposer, speaker

KNOWN = frozenset({"eva ek", "eva", "holmby"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Eva Ek (S), Bo von Dal (M) och Cia Ask (V)", ("Eva Ek", "Bo von Dal", "Cia Ask")),
        ("Ledamöterna Eva Ek (S) och Bo Dal (M)", ("Eva Ek", "Bo Dal")),
        ("Trafikplanerare Eva Ek", ("Eva Ek",)),
        ("Eva Ek (S) Bo Dal (M)", ("Eva Ek", "Bo Dal")),
        ("Eva", ("Eva",)),
        ("Sven", ()),
        ("Holmby kommun", ()),
        ("Sverigedemokraterna", ("Sverigedemokraterna",)),
    ],
)
def test_people_and_parties_are_named_without_title_and_party(
    words: str, expected: tuple[str, ...]
) -> None:
    assert expected == people_in(words, KNOWN)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        ("Ordföranden", "Ordföranden"),
        ("Vädret", None),
    ],
)
def test_bodies_and_offices_propose(words: str, expected: str | None) -> None:
    assert expected == proposer(words)


@pytest.mark.parametrize("subject", ["Rapporten", "", "Det som kommunerna", "Tåget", "2024"])
def test_a_thing_is_no_speaker(subject: str) -> None:
    assert speaker(subject, KNOWN) is None


def test_an_organisation_with_a_name_is_no_group() -> None:
    found = speaker("Region Ljusåbygden", KNOWN)

    assert found is not None
    assert ("Region Ljusåbygden", False) == (found.printed, found.is_group)
