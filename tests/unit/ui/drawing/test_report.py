"""What was read in, and the state of the library, as HTML."""

import re
from dataclasses import replace

import pytest

from ingest.failure import Problem
from ingest.pipeline import Report
from rag.results import Meeting
from rag.settings import Settings
from rag.storing.soundness import DATABASE, REBUILD, Finding
from ui import strings
from ui.drawing import report
from ui.drawing.markup import text


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_report_counts_the_files_and_names_those_that_failed() -> None:
    done = Report(
        read=("a.txt", "b.txt"),
        unchanged=("c.txt",),
        failed=(Problem(source="d.pdf", message="d.pdf är skadad."),),
    )

    assert shown(report.report(done, text("möte"))) == (
        "Klart: 2 nya, 1 oförändrad, 1 misslyckad. Kunde inte läsas d.pdf d.pdf är skadad. möte"
    )


def test_a_file_name_is_never_html() -> None:
    done = Report(failed=(Problem(source="<b>.txt", message="<i>"),), read=("<u>.txt",))

    assert not re.search("<[biu]>", report.report(done))


def test_the_library_is_counted(meeting: Meeting) -> None:
    html = report.facts([meeting, replace(meeting, body="Årsmötet", date=None)])

    assert shown(html) == "Möten 2 Organ 2 Tid 2024 Textavsnitt 6"


def test_a_failed_check_is_told_apart() -> None:
    findings = [
        Finding(name="Databas", ok=True, detail="hel"),
        Finding(name="Ordregister", ok=False, detail="1 av 2"),
    ]

    assert shown(report.checks(findings)) == (
        f"✓ Databas hel ! Ordregister 1 av 2 {strings.STATUS_ADVICE}"
    )


def test_a_finding_gives_the_advice_of_the_page_not_of_the_terminal() -> None:
    unsound = Finding(name="Vektorer", ok=False, detail=f"1 av 2 textstycken{REBUILD}")

    assert "motesminne doctor" not in report.checks([unsound])


def test_what_no_rebuilding_mends_gets_other_advice() -> None:
    broken = Finding(name=DATABASE, ok=False, detail="SQLite: trasig")

    assert strings.STATUS_ADVICE_DATABASE in report.checks([broken])


def test_the_health_is_told_in_a_sentence() -> None:
    good, bad = (Finding(name="Vektorer", ok=ok, detail="") for ok in (True, False))

    assert [
        strings.STATUS_SOUND,
        "1 kontroll behöver åtgärdas",
        "2 kontroller behöver åtgärdas",
    ] == [report.health(findings) for findings in ([good], [good, bad], [bad, bad])]


def test_the_room_of_each_part_is_told_and_summed() -> None:
    html = report.storage("/m", {"library.sqlite": 5_600_000, "words": 123_400, "eget": 1_000})

    assert "/m Protokoll" in shown(html)
    assert "(library.sqlite) 5,6 MB Sökord (words) 123 kB Övrigt 1 kB Tillsammans 5,7 MB" in (
        shown(html).replace("\N{NO-BREAK SPACE}", " ")
    )


def test_nothing_is_said_to_leave_the_machine_without_a_language_model() -> None:
    assert strings.PRIVACY_POINTS == report.privacy(Settings())


@pytest.mark.parametrize("model", [None, "ollama:m"])
def test_what_is_kept_on_a_server_is_said_without_its_password(model: str | None) -> None:
    used = Settings(chroma="https://alva:hemligt@vektorer.example/a", llm=model)

    told = " ".join(report.privacy(used))

    assert "ligger på Chroma-servern https://vektorer.example/a, och" in told
    assert "hemligt" not in told
    assert strings.PRIVACY_POINTS[1] not in told


def test_what_is_sent_to_a_language_model_is_said() -> None:
    used = Settings(llm="openai:m", llm_base_url="http://modeller.example/v1")

    told = " ".join(report.privacy(used))

    assert "skickas till språkmodellen openai:m på http://modeller.example/v1" in told
    assert strings.PRIVACY_POINTS[0] not in told
    assert strings.PRIVACY_POINTS[1] not in told
    assert "Formulerade av språkmodellen openai:m" in report.settings(used, "1")
