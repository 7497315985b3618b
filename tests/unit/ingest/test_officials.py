import pytest

from ingest.parse import parse_minutes


def officials(text: str) -> dict[str, tuple[str, ...]]:
    minutes = parse_minutes(
        f"# Protokoll\n\n{text}\n\n## § 9 Slut\nMötet avslutas.\n", file_name="x.md"
    )
    return {person.name: person.roles for person in minutes.people if person.roles}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "## § 2 Val av mötesordförande\nMötet beslutar att välja Eva Ek till mötesordförande.",
            {"Eva Ek": ("mötesordförande",)},
            id="elected to",
        ),
        pytest.param(
            "## § 2 Mötesfunktionärer\nTill mötesordförande valdes Eva Ek och till sekreterare"
            " Bo Dal.",
            {"Eva Ek": ("mötesordförande",), "Bo Dal": ("mötessekreterare",)},
            id="roles first",
        ),
        pytest.param(
            "## § 2 Val av justerare\nEva Ek (S) och Bo Dal (M) utses att jämte ordföranden"
            " justera protokollet.",
            {"Eva Ek": ("justerare",), "Bo Dal": ("justerare",)},
            id="beside the chair",
        ),
        pytest.param(
            "## § 2 Val av två justerare\nEva Ek och Bo Dal.",
            {"Eva Ek": ("justerare",), "Bo Dal": ("justerare",)},
            id="names alone",
        ),
        pytest.param(
            "## § 2 Val av ordförande och sekreterare för mötet\nEva Ek och Bo Dal valdes.",
            {"Eva Ek": ("mötesordförande",), "Bo Dal": ("mötessekreterare",)},
            id="in the title's order",
        ),
        pytest.param(
            "Närvarande: Eva Ek, Bo Dal\n\n## § 2 Val av justerare\nBo valdes.",
            {"Bo Dal": ("justerare",)},
            id="by first name",
        ),
        pytest.param(
            "## § 5 Val av styrelse\nTill ordförande valdes Eva Ek.", {}, id="not for the meeting"
        ),
        pytest.param(
            "## § 2 Val av justerare\nFrågan om arvode till Eva Ek diskuterades.",
            {},
            id="no election",
        ),
        pytest.param(
            "## § 2 Val av ordförande för stämman\nStämman valde Eva Ek till ordförande.",
            {"Eva Ek": ("mötesordförande",)},
            id="of a general meeting",
        ),
        pytest.param(
            "## § 2 Val av justerare\nOrdföranden Eva Ek (M) utses att justera protokollet.",
            {"Eva Ek": ("justerare",)},
            id="a title before the name",
        ),
    ],
)
def test_those_whom_the_meeting_elects_are_found(
    text: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert expected == officials(text)
