"""The pages Register, Ärenden and Bevaka on a library of invented minutes."""

import json
import re
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ingest.pipeline import ingest
from rag.assembling.assembly import open_store
from rag.registers.values import TaskStatus
from rag.settings import Settings
from ui import strings

FIRST = """# Protokoll

Hamnnämnden, Åviks kommun

Sammanträdesdatum 2024-03-04

Närvarande: Ylva Ekmark (ordförande), Tor Blad

## § 1 Fyren på Måsskär

Dnr HN 2024/7

Fyren på Måsskär är rostig. Tor Blad menade att fyren ska målas i sommar.

Beslut

Hamnnämnden beslutar att bordlägga ärendet.

## § 2 Att göra

- Mira Sandvall beställer livbojar senast den 1 april
"""
SECOND = """# Protokoll

Hamnnämnden, Åviks kommun

Sammanträdesdatum 2024-06-10

Närvarande: Ylva Ekmark (ordförande), Mira Sandvall

## § 1 Fyren på Måsskär

Dnr HN 2024/7

Målaren har lämnat en offert på 40 000 kronor.

Beslut

Hamnnämnden beslutar att fyren målas röd.
"""
THIRD = """# Protokoll

Hamnnämnden, Åviks kommun

Sammanträdesdatum 2024-09-02

## § 1 Muddring

Muddringen av hamnen börjar i oktober. <b>Fyren</b> stängs av under tiden.
"""

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("minutes")
    for name, text in {"mars.md": FIRST, "juni.md": SECOND}.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = Settings(library=tmp_path_factory.mktemp("library"))
    ingest([folder], open_store(settings), settings=settings)
    return settings


@pytest.fixture(autouse=True)
def library(shared: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(shared.library))
    return shared


def register_page() -> None:
    from ui.views import register

    register.show()


def matters_page() -> None:
    from ui.views import matters

    matters.show()


def follow_page() -> None:
    from ui.views import follow

    follow.show()


def the(show: Callable[[], None], **address: str) -> AppTest:
    page = AppTest.from_function(show, default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    return page


def shown(page: AppTest) -> str:
    """Return the text of all that the page drew itself, tags removed."""
    html = [element.proto.body for element in page.get("html")]
    linked: Sequence[Any] = page.get("bidi_component")
    html += [json.loads(element.proto.json)["html"] for element in linked]
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", " ".join(html)).split()))


def fill(page: AppTest, label: str, text: str) -> AppTest:
    return next(one for one in page.text_input if one.label == label).set_value(text).run()


def click(page: AppTest, label: str) -> AppTest:
    return next(one for one in page.button if one.label == label).click().run()


def tasks_page() -> AppTest:
    page = the(register_page)
    page.session_state["register-kind"] = strings.ACTIONS
    return page.run()


def test_decisions_are_limited_to_a_period_and_those_present() -> None:
    page = the(register_page).run()
    assert "2\N{NO-BREAK SPACE}beslut, de nyaste först." in [one.value for one in page.caption]

    fill(page, strings.FROM, "2024-05")

    assert "1 av 2\N{NO-BREAK SPACE}beslut, de nyaste först." in [one.value for one in page.caption]
    assert "att fyren målas röd" in shown(page)
    fill(page, strings.REGISTER_PERSON, "Tor Blad")
    assert strings.REGISTER_NONE in shown(page)


@pytest.mark.parametrize(
    ("label", "text", "said"),
    [
        pytest.param(strings.FROM, "i våras", "kan inte läsas", id="a day that is none"),
        pytest.param(strings.REGISTER_PERSON, "Tora Blad", "menade du «Tor Blad»", id="unknown"),
    ],
)
def test_a_filter_that_cannot_be_understood_is_told_in_a_sentence(
    label: str, text: str, said: str
) -> None:
    page = the(told_page).run()

    fill(page, label, text)

    assert [said] == [said for one in page.error if said in one.value]
    assert not page.exception


def told_page() -> None:
    """Show the register as the app does: what goes wrong becomes one sentence."""
    import streamlit as st

    from rag.errors import MinutesError
    from ui.views import register

    try:
        register.show()
    except MinutesError as error:
        st.error(str(error))


def test_a_task_that_is_marked_as_done_is_so_at_once() -> None:
    from ui.backends import across

    page = tasks_page()
    assert "Mira Sandvall beställer livbojar senast den 1 april 1 försenad" in shown(page)
    [row] = across.tasks().rows

    across.mark_task(row.meeting.document_id, row.key, done=True)

    assert f"1 {TaskStatus.DONE} Ansvarig: Mira Sandvall" in shown(page.run())
    across.mark_task(row.meeting.document_id, row.key, done=False)
    assert f"1 {TaskStatus.OVERDUE} Ansvarig: Mira Sandvall" in shown(page.run())


def test_tasks_are_counted_and_chosen_by_status() -> None:
    page = tasks_page()

    page.session_state["register-status"] = TaskStatus.DONE  # of which there are none

    assert strings.REGISTER_NONE in shown(page.run())


def test_matters_are_listed_and_found_by_number() -> None:
    page = the(matters_page).run()
    assert "10 juni 2024 Fyren på Måsskär HN 2024/7 · 2 möten · Hamnnämnden" in shown(page)

    fill(page, strings.MATTERS_SEARCH, "HN 2024/71")

    assert strings.MATTERS_NONE.format(query="HN 2024/71") in shown(page)
    assert "Fyren på Måsskär HN 2024/7" in shown(page)  # the nearest is offered


def test_the_course_of_a_matter_has_a_picture_and_can_be_exported() -> None:
    page = the(matters_page, arende="hn 2024-00007").run()

    assert "Väckt 4 mars 2024 Bordlagt 4 mars 2024 Beslutat 10 juni 2024" in shown(page)
    assert strings.TIMELINE_LATEST in shown(page)
    exports = {one.proto.label for one in page.get("download_button")}
    assert {"Word", "PDF", "Markdown"} <= exports


def test_a_matter_that_no_meeting_treats_offers_the_nearest() -> None:
    page = the(matters_page, arende="HN 2024/71").run()

    assert strings.TIMELINE_NONE.format(matter="HN 2024/71") in shown(page)
    assert "Fyren på Måsskär HN 2024/7" in shown(page)


def test_a_subject_is_summarised_with_its_coverage_and_kept_in_the_address() -> None:
    page = the(matters_page)
    page.session_state["matters-kind"] = strings.MATTERS_TOPIC
    page.run()

    next(one for one in page.text_input if one.label == strings.TOPIC_SUBJECT).set_value("fyren")
    click(page, strings.TOPIC_BUTTON)

    assert "Bygger på 2 av" in shown(page)
    assert "Tor Blad menade att fyren ska målas i sommar." in shown(page)
    assert {"amne": "fyren"} == dict(page.query_params)


def test_a_subject_that_nobody_mentions_says_so() -> None:
    page = the(matters_page, amne="rymdraketer").run()

    assert "nämner «rymdraketer»" in shown(page)
    assert not page.get("download_button")


def test_a_subject_is_followed_seen_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    settings, file = Settings(), tmp_path / "möte.md"
    file.write_text(FIRST, encoding="utf-8")
    ingest([file], open_store(settings), settings=settings)
    page = the(follow_page).run()
    next(one for one in page.text_input).set_value("fyren")
    click(page, strings.FOLLOW_ADD)
    assert strings.FOLLOW_NOTHING in [one.value for one in page.caption]

    file.with_name("nytt.md").write_text(THIRD, encoding="utf-8")
    ingest([file.with_name("nytt.md")], open_store(settings), settings=settings)
    assert "<b>Fyren</b> stängs av under tiden. 1" in shown(page.run())
    assert "rostig" not in shown(page)
    click(page, strings.FOLLOW_SEEN)
    assert strings.FOLLOW_NOTHING in [one.value for one in page.caption]
    page.toggle[0].set_value(True).run()
    assert "Fyren på Måsskär är rostig." in shown(page)

    click(page, strings.FOLLOW_REMOVE)

    assert strings.FOLLOW_EMPTY.format(example=strings.TOPIC_SUBJECT_HINT) in shown(page)


@pytest.mark.parametrize(
    ("topic", "said"),
    [
        pytest.param("", strings.TOPIC_MISSING, id="nothing"),
        pytest.param("!!!", strings.FOLLOW_WORDLESS.format(topic="!!!"), id="no words"),
    ],
)
def test_what_is_no_subject_is_not_followed(topic: str, said: str) -> None:
    page = the(follow_page).run()

    page.text_input[0].set_value(topic)
    click(page, strings.FOLLOW_ADD)

    told = [*page.info, *page.error]
    assert [said] == [one.value.replace("\\", "") for one in told]
