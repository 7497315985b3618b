"""The command line corrects meetings, and tells of several files of one."""

from pathlib import Path

import pytest
from command_line import BOATS, ROWERS, Motesminne

MARKED = ROWERS[BOATS].replace("Datum:", "Protokollet är justerat\nDatum:")


def id_of(motesminne: Motesminne, source: str) -> str:
    meetings = motesminne("meetings", "list", "--json").json
    return next(str(m["document_id"]) for m in meetings if m["source"] == source)


def test_a_correction_is_shown_and_kept(writer: Motesminne) -> None:
    boats = id_of(writer, BOATS)

    ran = writer("meetings", "correct", boats[:10], "--set", "date=2024-10-11", "--set", "place=")
    writer("ingest", ".")

    assert "Datum: 11 oktober 2024 [rättat av användaren]\n" in ran.out
    assert "Plats: – [rättat av användaren]\n" in ran.out
    shown = writer("meetings", "show", boats).out
    assert "Datum: 11 oktober 2024 [rättat av användaren]\n" in shown
    listed = writer("meetings", "list", "--from", "2024-10", "--json").json
    assert [BOATS] == [meeting["source"] for meeting in listed]


def test_a_correction_is_taken_back(writer: Motesminne) -> None:
    boats = id_of(writer, BOATS)
    writer("meetings", "correct", boats, "--set", "title=Fel", "--set", "kind=minnesanteckningar")

    ran = writer("meetings", "correct", boats, "--unset", "title", "--unset", "kind", "--json")

    assert ("Protokoll från styrelsemöte i Åvikens roddförening", "protokoll") == (
        ran.json["title"],
        ran.json["kind"],
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((), "Ange minst en rättelse: --set FÄLT=VÄRDE eller --unset FÄLT.", id="none"),
        pytest.param(("--set", "date"), "Rättelsen 'date' saknar värde", id="no value"),
        pytest.param(("--set", "date=i går"), "Datumet 'i går' kan inte läsas", id="no date"),
        pytest.param(("--set", "datum=2024"), "Fältet 'datum' kan inte rättas", id="no field"),
        pytest.param(("--unset", "datum"), "Fältet 'datum' kan inte rättas", id="none to unset"),
    ],
)
def test_a_correction_that_cannot_be_meant_is_one_clear_sentence(
    writer: Motesminne, arguments: tuple[str, ...], said: str
) -> None:
    ran = writer("meetings", "correct", id_of(writer, BOATS), *arguments)

    assert (1, "") == (ran.status, ran.out)
    assert ran.err.startswith(f"Fel: {said}")
    assert 1 == ran.err.count("\n")


def test_a_second_file_of_a_meeting_is_told_of_everywhere(writer: Motesminne) -> None:
    Path("justerat.txt").write_text(MARKED, encoding="utf-8")

    took = writer("ingest", "justerat.txt")

    assert f"Samma möte: justerat.txt: samma möte som {BOATS}; svaren hämtas ur" in took.out
    listed = writer("meetings", "list")
    assert f"({BOATS}; annan fil för samma möte)" in listed.out
    adjusted = id_of(writer, "justerat.txt")
    answered = {m["source"]: m["answered_from"] for m in writer("meetings", "list", "--json").json}
    assert (adjusted, None) == (answered[BOATS], answered["justerat.txt"])
    shown = writer("meetings", "show", id_of(writer, BOATS), "--json").json
    assert [("justerat.txt", True), (BOATS, False)] == [
        (file["source"], file["answers"]) for file in shown["same_meeting"]
    ]


def test_an_answer_says_which_of_the_files_it_comes_from(writer: Motesminne) -> None:
    Path("justerat.txt").write_text(MARKED, encoding="utf-8")
    writer("ingest", "justerat.txt")

    ran = writer("ask", "Vad kostar ett nytt plåttak?", "--json").json

    assert {"justerat.txt"} == {citation["source"] for citation in ran["citations"]}
    [note] = ran["notes"]
    assert f"finns i 2 filer: svaret är hämtat ur justerat.txt (justerat), inte ur {BOATS}." in note
