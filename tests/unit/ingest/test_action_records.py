import pytest

from ingest.action_records import find_task_records
from ingest.lines import split_lines

NAMES = frozenset({"eva ek", "eva", "bo"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Åtgärd: Se över taxan.\nAnsvarig: Eva Ek\nKlart: 3 maj\nVi talade om våren.",
            [("Åtgärd: Se över taxan.\nAnsvarig: Eva Ek\nKlart: 3 maj", "Eva Ek", "3 maj")],
            id="all parts",
        ),
        pytest.param(
            "- Se över taxan\n  Ansvarig: Eva\n  Klart: 3 maj\n- Laga taket\n  Klart: v. 8\n"
            "  Ansvarig: Bo",
            [
                ("Se över taxan\n  Ansvarig: Eva\n  Klart: 3 maj", "Eva", "3 maj"),
                ("Laga taket\n  Klart: v. 8\n  Ansvarig: Bo", "Bo", "v. 8"),
            ],
            id="below a point",
        ),
        pytest.param(
            "Boka lokal. Ansvarig: Eva. Klart: 3 maj.",
            [("Boka lokal. Ansvarig: Eva. Klart: 3 maj.", "Eva", "3 maj")],
            id="in one line",
        ),
        pytest.param(
            "1. Se över avtalet med leverantören av grus till\nvägarna\nAnsvarig: kansliet",
            [
                (
                    "Se över avtalet med leverantören av grus till\nvägarna\nAnsvarig: kansliet",
                    "kansliet",
                    None,
                )
            ],
            id="a task on two lines",
        ),
        pytest.param(
            "Vad: Laga taket\nVem: Bo\nNär: före jul\nVad: Ring Eva\nVem: Bo\nNär: v. 2",
            [
                ("Vad: Laga taket\nVem: Bo\nNär: före jul", "Bo", "före jul"),
                ("Vad: Ring Eva\nVem: Bo\nNär: v. 2", "Bo", "v. 2"),
            ],
            id="one after the other",
        ),
        pytest.param("Ansvarig: Eva Ek", [], id="only who presents"),
        pytest.param("Taket läcker.\n\nAnsvarig: Eva Ek", [], id="apart"),
        pytest.param("Boka lokal. Ansvarig: den som hinner först", [], id="nobody in particular"),
        pytest.param("Tid: 18.00\nPlats: Holmby\nNär: 3 maj", [], id="a time and a place"),
    ],
)
def test_labels_say_who_and_when(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = find_task_records(split_lines(text), names=NAMES)

    assert expected == [
        (action.span.of(text), action.who, action.due) for one in found for action in one.actions
    ]
