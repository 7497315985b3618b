"""The command line fills a library, lists it, empties it, and looks it over."""

import shutil
import socket
from pathlib import Path

import pytest
from command_line import BOATS, ROWERS, SCHOOL, SKIS, Motesminne, run

REPORT = ["read", "unchanged", "replaced", "failed", "warnings", "skipped", "same_meeting"]
NEW_MINUTES = "Protokoll från årsmöte\nDatum: 2024-01-01\n\n§ 1 Flaggstången\nDen målas vit.\n"


@pytest.fixture
def emptied(writer: Motesminne, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Motesminne:
    """Return the command on a library that is not there yet, in a folder with minutes."""
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "nytt" / "bibliotek"))
    return writer


def test_a_folder_is_taken_in_with_a_report(emptied: Motesminne) -> None:
    Path("bild.gif").write_bytes(b"GIF89a")

    ran = emptied("ingest", ".")

    assert 0 == ran.status
    assert "3\N{NO-BREAK SPACE}inlästa, 1\N{NO-BREAK SPACE}överhoppad av annan sort\n" == ran.out
    assert "" == ran.err
    assert 3 == len(emptied("meetings", "list", "--json").json)


def test_the_report_tells_programs_what_became_of_each_file(writer: Motesminne) -> None:
    writer("ingest", ".")
    Path(BOATS).write_text(ROWERS[BOATS].replace("95 000", "97 000"), encoding="utf-8")
    Path("nytt.txt").write_text(NEW_MINUTES, encoding="utf-8")
    Path("tomt.txt").touch()

    ran = writer("ingest", *sorted(path.name for path in Path().iterdir()), "--json")

    assert 1 == ran.status
    assert REPORT == list(ran.json)
    assert ["nytt.txt"] == ran.json["read"]
    assert [BOATS] == ran.json["replaced"]
    assert [SKIS, SCHOOL] == ran.json["unchanged"]
    assert ["tomt.txt"] == [problem["source"] for problem in ran.json["failed"]]


def test_a_file_that_fails_does_not_keep_the_others_out(emptied: Motesminne) -> None:
    Path("trasig.pdf").write_bytes(b"%PDF-1.7 trasig")

    ran = emptied("ingest", ".")

    assert 1 == ran.status
    counts, failure = ran.out.splitlines()
    assert "3\N{NO-BREAK SPACE}inlästa, 1\N{NO-BREAK SPACE}misslyckad" == counts
    assert failure.startswith("  Misslyckades: Filen trasig.pdf är skadad")
    assert 3 == len(emptied("meetings", "list", "--json").json)


def test_a_pattern_takes_in_what_it_matches(emptied: Motesminne) -> None:
    ran = emptied("ingest", "styrelsen-*", "--json")

    assert [SCHOOL, BOATS] == ran.json["read"]


def test_ingesting_again_changes_nothing(writer: Motesminne) -> None:
    writer("ingest", ".")

    ran = writer("ingest", ".")

    assert (0, "3\N{NO-BREAK SPACE}oförändrade\n") == (ran.status, ran.out)


def test_ingesting_nothing_is_refused(writer: Motesminne) -> None:
    ran = writer("ingest")

    assert (1, "Fel: Ange minst en fil eller mapp, eller --samples.\n") == (ran.status, ran.err)


def test_meetings_are_listed_newest_first(reader: Motesminne) -> None:
    shown = reader("meetings", "list").out.splitlines()
    listed = reader("meetings", "list", "--json").json

    assert ["2024-06-10", "2024-03-04", "2023-02-01"] == [meeting["date"] for meeting in listed]
    assert [True, True, True] == [
        line.startswith(meeting["document_id"][:12]) and meeting["title"] in line
        for line, meeting in zip(shown, listed, strict=True)
    ]


def test_the_list_can_be_limited(reader: Motesminne) -> None:
    listed = reader("meetings", "list", "--body", "Ekdals skidklubb", "--json").json

    assert [SKIS] == [meeting["source"] for meeting in listed]


def test_a_library_that_is_not_there_says_what_to_do_and_is_not_made(
    emptied: Motesminne, tmp_path: Path
) -> None:
    ran = emptied("meetings", "list")

    assert (1, "") == (ran.status, ran.out)
    assert "läs in protokoll dit med «motesminne ingest MAPP»" in ran.err
    assert not (tmp_path / "nytt").exists()


def test_an_empty_library_says_what_to_do(emptied: Motesminne) -> None:
    emptied("ingest", ".")
    for meeting in emptied("meetings", "list", "--json").json:
        emptied("meetings", "remove", meeting["document_id"])

    assert "läs in med «motesminne ingest MAPP»" in emptied("meetings", "list").out


def test_a_meeting_is_shown_as_it_was_understood(reader: Motesminne) -> None:
    document = _id_of(reader, BOATS)

    shown = reader("meetings", "show", document[:8]).out

    assert "Organ: Åvikens roddförening [" in shown
    assert "Datum: 4 mars 2024 [står efter sin etikett]\n" in shown
    assert "Plats: Båthuset på Måsskär [står efter sin etikett]\n" in shown
    assert "Närvarande (3)\n  Ylva Ekmark, ordförande\n  Tor Blad" in shown
    assert "§ 2 Taket på båthuset 🏠\n" in shown
    assert "Beslut: Beslut:" not in shown


def test_a_meeting_is_given_to_programs_with_places_in_its_text(reader: Motesminne) -> None:
    document = reader("meetings", "show", _id_of(reader, BOATS), "--json").json

    text = document["text"]
    names = [text[p["span"]["start"] : p["span"]["end"]] for p in document["people"]]
    assert [True, True, True] == [
        person["name"] in name for person, name in zip(document["people"], names, strict=True)
    ]
    assert text == reader("meetings", "show", document["document_id"], "--text").out


def test_a_removed_meeting_is_gone_and_its_file_is_left(writer: Motesminne) -> None:
    document = _id_of(writer, SKIS)

    removed = writer("meetings", "remove", document[:12])

    assert f"Borttaget: Protokoll från årsmöte i Ekdals skidklubb ({SKIS})\n" == removed.out
    assert SKIS not in writer("meetings", "list").out
    assert "spårsläde" not in writer("search", "spårsläde").out
    assert Path(SKIS).exists()
    assert 0 == writer("doctor").status


def test_a_removal_tells_programs_what_is_gone(writer: Motesminne) -> None:
    document = _id_of(writer, SKIS)

    removed = writer("meetings", "remove", document, "--json").json

    assert {"removed": document, "source": SKIS} == removed


UNKNOWN = "Inget möte i biblioteket har ett id som börjar med 'zz': se «motesminne meetings list»."
SEVERAL = "Flera möten i biblioteket har ett id som börjar med '': se «motesminne meetings list»."
NO_MEETING = "Ange ett mötes id, eller --topic ÄMNE eller --matter DNR."


@pytest.mark.parametrize(
    ("command", "said"),
    [
        pytest.param(["meetings", "show", "zz"], UNKNOWN, id="unknown, show"),
        pytest.param(["meetings", "remove", "zz"], UNKNOWN, id="unknown, remove"),
        pytest.param(["summarise", "zz"], UNKNOWN, id="unknown, summarise"),
        pytest.param(["meetings", "show", ""], SEVERAL, id="empty, show"),
        pytest.param(["meetings", "remove", ""], SEVERAL, id="empty, remove"),
        pytest.param(["summarise", ""], NO_MEETING, id="empty, summarise"),
    ],
)
def test_an_id_must_mean_one_meeting(reader: Motesminne, command: list[str], said: str) -> None:
    ran = reader(*command)

    assert (1, f"Fel: {said}\n", "") == (ran.status, ran.err, ran.out)


def test_the_doctor_finds_a_sound_library_sound(reader: Motesminne) -> None:
    shown, findings = reader("doctor"), reader("doctor", "--json").json

    assert 0 == shown.status
    assert {"Databas", "Ordregister", "Vektorregister"} < {f["name"] for f in findings}
    assert all(finding["ok"] for finding in findings)
    assert all(f"ok  {f['name']}: {f['detail']}\n" in shown.out for f in findings)


@pytest.mark.parametrize("part", ["words", pytest.param("vectors", marks=pytest.mark.embedded)])
def test_the_doctor_mends_what_can_be_rebuilt(
    writer: Motesminne, tmp_path: Path, part: str
) -> None:
    shutil.rmtree(tmp_path / "library" / part)

    ill = writer("doctor")
    mended = writer("doctor", "--rebuild")

    assert 1 == ill.status
    assert "bygg om med «motesminne doctor --rebuild»" in ill.out
    assert 0 == mended.status
    assert "answered" == writer("ask", "Vad kostar ett nytt plåttak?", "--json").json["status"]


def test_a_taken_port_is_one_clear_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("serve", "--port", port, "--no-browser")

    assert 1 == ran.status
    assert ran.err.startswith(f"Fel: Porten {port} på 127.0.0.1 är upptagen")


def _id_of(motesminne: Motesminne, source: str) -> str:
    meetings = motesminne("meetings", "list", "--json").json
    return next(str(m["document_id"]) for m in meetings if m["source"] == source)
