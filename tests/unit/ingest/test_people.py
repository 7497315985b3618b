import pytest

from ingest.names import full_names, names_organisation
from ingest.people import Entry, merge_people, read_entry
from rag.minutes import Person, Presence
from rag.span import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Eva Ek", Entry(name="Eva Ek"), id="name"),
        pytest.param("Eva von Ek", Entry(name="Eva von Ek"), id="particle"),
        pytest.param(
            "Eva Ek, Holmby kommun",
            Entry(name="Eva Ek", organisation="Holmby kommun"),
            id="organisation",
        ),
        pytest.param(
            "Eva Ek (Holmby kommun)",
            Entry(name="Eva Ek", organisation="Holmby kommun"),
            id="organisation in brackets",
        ),
        pytest.param(
            "Eva Ek – Holmby kommun",
            Entry(name="Eva Ek", organisation="Holmby kommun"),
            id="organisation after a dash",
        ),
        pytest.param(
            "Eva Ek (S), ordförande, §§ 51–58",
            Entry(
                name="Eva Ek",
                party="S",
                roles=("ordförande",),
                limited=True,
                paragraphs="§§ 51–58",
            ),
            id="party, role and paragraphs",
        ),
        pytest.param(
            "Eva Ek (KD) ej § 97",
            Entry(name="Eva Ek", party="KD", limited=True, paragraphs="ej § 97"),
            id="not one paragraph",
        ),
        pytest.param(
            "Bo Dal, kommundirektör § 267",
            Entry(name="Bo Dal", roles=("kommundirektör",), limited=True, paragraphs="§ 267"),
            id="paragraph without a comma",
        ),
        pytest.param(
            "Ordförande: Eva Ek", Entry(name="Eva Ek", roles=("ordförande",)), id="role first"
        ),
        pytest.param(
            "kommunsekreterare Eva Ek",
            Entry(name="Eva Ek", roles=("kommunsekreterare",)),
            id="title first",
        ),
        pytest.param(
            "Eva Ek X, mötesordförande § 94 - § 106",
            Entry(
                name="Eva Ek",
                roles=("mötesordförande",),
                limited=True,
                paragraphs="§ 94 - § 106",
            ),
            id="cross",
        ),
        pytest.param(
            "Eva Ek (ordf.)", Entry(name="Eva Ek", roles=("ordförande",)), id="short role"
        ),
        pytest.param("Bo Dal anmält förhinder", Entry(name="Bo Dal", absent=True), id="absent"),
        pytest.param(
            "Eva Ek, Holmby, ersätts av Bo Dal",
            Entry(name="Eva Ek", organisation="Holmby", substitute="Bo Dal"),
            id="replaced",
        ),
        pytest.param(
            "Eva Ek (V) ersätter Bo Dal (V) § 170",
            Entry(name="Eva Ek", party="V", replaces="Bo Dal", limited=True, paragraphs="§ 170"),
            id="replaces",
        ),
        pytest.param(
            "Eva Ek (S), till och med § 60 på grund av jäv",
            Entry(name="Eva Ek", party="S", limited=True, paragraphs="till och med § 60"),
            id="up to a paragraph",
        ),
        pytest.param(
            "Eva Ek (S) §§ 1–9, ej § 4",
            Entry(name="Eva Ek", party="S", limited=True, paragraphs="§§ 1–9, ej § 4"),
            id="but for one paragraph",
        ),
        pytest.param(
            "Eva Ek (L) 3–9 §§",
            Entry(name="Eva Ek", party="L", limited=True, paragraphs="3–9 §§"),
            id="the sign last",
        ),
        pytest.param(
            "Eva Ek (S) anlände efter lunch", Entry(name="Eva Ek", party="S"), id="came late"
        ),
        pytest.param(
            "Eva Ek / Holmby", Entry(name="Eva Ek", organisation="Holmby"), id="after a slash"
        ),
        pytest.param(
            "Eva Ek (suppleant, ersätter Bo Dal)",
            Entry(name="Eva Ek", roles=("suppleant",), replaces="Bo Dal"),
            id="replaces in brackets",
        ),
        pytest.param(
            "Eva Ek (S) för Bo Dal (S)",
            Entry(name="Eva Ek", party="S", replaces="Bo Dal"),
            id="in the place of",
        ),
        pytest.param(
            "Eva Ek, Holmby, deltar digitalt",
            Entry(name="Eva Ek", organisation="Holmby"),
            id="note",
        ),
    ],
)
def test_an_entry_is_read(text: str, expected: Entry) -> None:
    assert expected == read_entry(text)


@pytest.mark.parametrize(
    "text",
    [
        "Eva Ek öppnade mötet.",
        "öppnade mötet",
        "Holmby kommun",
        "GR",
        "Namn",
        "Sekreterare",
        "Vakant",
        "12 personer",
        "se bilaga",
        "",
    ],
)
def test_what_is_no_person_is_not_read_as_one(text: str) -> None:
    assert read_entry(text, single=True) is None


def test_a_first_name_alone_is_a_person_only_where_a_list_allows_it() -> None:
    assert read_entry("Eva") is None
    assert Entry(name="Eva") == read_entry("Eva", single=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Eva Ek", 2), ("Eva", 1), ("Marie-Louise Ek Dal", 3), ("Holmby kommun", 0), ("mötet", 0)],
)
def test_the_words_of_a_name_are_counted(text: str, expected: int) -> None:
    assert expected == full_names(text)


@pytest.mark.parametrize("text", ["Region Sjövik", "Samordningsförbundet Ån", "GR", "Lunds stad"])
def test_an_organisation_is_known_by_its_words(text: str) -> None:
    assert names_organisation(text)


def test_a_person_named_twice_is_one_with_both_roles() -> None:
    people = [
        Person(name="Eva Ek", presence=Presence.PRESENT, span=Span(0, 6), roles=("ledamot",)),
        Person(name="Eva Ek", presence=Presence.PRESENT, span=Span(9, 15), roles=("justerare",)),
        Person(name="Eva Ek", presence=Presence.SUMMONED, span=Span(20, 26)),
    ]

    merged = merge_people(people)

    assert [("ledamot", "justerare"), ()] == [person.roles for person in merged]
