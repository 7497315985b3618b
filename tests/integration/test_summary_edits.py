"""What the user did to the lines of a summary is kept in the library, with the file it is of."""

from functools import partial
from pathlib import Path

import pytest

from ingest.pipeline import ingest
from rag.assembling.assembly import build_assistant, open_store
from rag.edits import Act, Edit, edit, edited
from rag.minutes import DocumentId
from rag.settings import Settings
from rag.storing.kept_edits import keep_edit, kept_edits, take_back_edit
from rag.summaries import Part, Summary, lines

TEXT = """Protokoll från styrelsemöte i Ekdals badförening
Datum: 2024-03-04

§ 1 Bryggan vid Långsjön
Bryggan är rutten. En ny brygga kostar 95 000 kronor.
Beslut: Styrelsen beslutade att bygga en ny brygga i lärk.

§ 2 Badtunnan
Badtunnan läcker sedan i vintras.
Beslut: Styrelsen beslutade att sälja badtunnan.
"""


class Desk:
    """A library, one file of minutes, and what is done to its summary."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "styrelsen.txt"
        self.settings = Settings(library=folder / "library")
        self.take(TEXT)

    def take(self, text: str) -> None:
        self.file.write_text(text, encoding="utf-8")
        ingest([self.file], open_store(self.settings), settings=self.settings)

    @property
    def id(self) -> DocumentId:
        [meeting] = open_store(self.settings).library.meetings()
        return meeting.document_id

    def summary(self) -> Summary:
        """Return the summary as a new reader makes it and the user wants it."""
        assistant = build_assistant(self.settings)
        return edited(assistant.summarise(self.id), assistant.edits(self.id))

    def decided(self) -> list[str]:
        told = lines(self.summary())
        return [line.statement.text for line in told if line.part is Part.DECISION]

    def do(self, act: Act, words: str) -> Edit:
        made = build_assistant(self.settings).summarise(self.id)
        line = next(one.id for one in lines(made) if words in one.statement.text)
        done = edit(made, line, act)
        open_store(self.settings).note(partial(keep_edit, document=self.id, edit=done))
        return done


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_what_is_struck_stays_so_when_its_file_is_taken_in_again(desk: Desk) -> None:
    before = desk.decided()
    desk.do(Act.STRUCK, "bygga en ny brygga")

    desk.take(TEXT)
    desk.take(f"{TEXT}\n§ 3 Avslutning\nMötet avslutades.\n")

    assert before[1:] == desk.decided()


def test_what_stands_there_now_is_not_struck(desk: Desk) -> None:
    desk.do(Act.STRUCK, "bygga en ny brygga")

    desk.take(TEXT.replace("brygga i lärk", "brygga i furu"))

    assert "bygga en ny brygga i furu" in desk.decided()[0]


def test_what_is_taken_back_is_as_it_was(desk: Desk) -> None:
    before = desk.decided()
    done = desk.do(Act.STRUCK, "badtunnan.")
    assert before != desk.decided()

    change = partial(take_back_edit, document=desk.id, line=done.line)
    open_store(desk.settings).note(change)

    assert before == desk.decided()


def test_the_last_that_was_done_to_a_line_counts(desk: Desk) -> None:
    desk.do(Act.STRUCK, "badtunnan.")
    last = desk.do(Act.ACCEPTED, "badtunnan.")

    assert (last,) == build_assistant(desk.settings).edits(desk.id)


def test_edits_go_with_their_meeting(desk: Desk) -> None:
    document = desk.id
    desk.do(Act.STRUCK, "badtunnan.")
    store = open_store(desk.settings)

    store.remove(document)
    desk.take(TEXT)

    found: list[tuple[Edit, ...]] = []
    store.note(lambda db: found.append(kept_edits(db, document)))
    assert [()] == found
