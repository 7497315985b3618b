"""What was read in, and the state of the library, as HTML."""

import re
from dataclasses import replace

from ingest.failure import Problem
from ingest.pipeline import Progress, Report
from rag.results import Meeting
from rag.settings import Settings
from rag.soundness import Finding
from ui import report, strings


def shown(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_a_report_counts_and_names_what_became_of_each_file() -> None:
    done = Report(
        read=("a.txt", "b.txt"),
        unchanged=("c.txt",),
        failed=(Problem(source="d.pdf", message="d.pdf är skadad."),),
    )

    assert shown(report.report(done)) == (
        "Klart: 2 nya, 1 oförändrad, 1 misslyckad. "
        "Kunde inte läsas d.pdf d.pdf är skadad. "
        "Inlästa a.txt b.txt Fanns redan, oförändrade c.txt"
    )


def test_a_file_name_is_never_markdown_in_the_label() -> None:
    progress = Progress(done=1, total=2, source="/x/*a*.txt")

    assert report.progress(progress) == r"Läser in \*a\*\.txt (1 av 2)"


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

    assert shown(report.checks(findings)) == "✓ Databas hel ! Ordregister 1 av 2"


def test_nothing_is_said_to_leave_the_machine_without_a_language_model() -> None:
    assert strings.PRIVACY_POINTS == report.privacy(Settings())


def test_what_is_sent_to_a_language_model_is_said() -> None:
    used = Settings(llm="openai:m", llm_base_url="http://modeller.example/v1")

    told = " ".join(report.privacy(used))

    assert "skickas till språkmodellen openai:m på http://modeller.example/v1" in told
    assert strings.PRIVACY_POINTS[0] not in told
    assert strings.PRIVACY_POINTS[1] not in told
    assert "Formulerade av språkmodellen openai:m" in report.settings(used, "1")
