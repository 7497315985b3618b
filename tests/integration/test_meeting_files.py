"""Several files of one meeting in a library, and corrections that outlive a change of the file."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from fakes import HashEmbedder, homes_of, writer_of
from numpy.typing import NDArray

from ingest.pipeline import Report, ingest
from rag.access import EVERYTHING
from rag.assembling.assembly import build_assistant, open_store
from rag.errors import CorrectionError
from rag.minutes import DocumentId, Reading, Sureness
from rag.results import Filters
from rag.searching.search import Search
from rag.settings import Settings
from rag.storing.corrections import FIELDS
from rag.storing.database import Database
from rag.storing.indexes import Indexes
from rag.storing.library import Library
from rag.storing.store import Store

DRAFT = """Sjöby kommun
Hamnstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum: 2024-03-04
Ojusterat

Plats och tid: Magasinet, kl. 13.00–15.30

Beslutande:
Alva Rydmark (S), ordförande

§ 12 Fyren på Gråskär
Fyren på Gråskär har varit släckt sedan i höstas, och fiskarna har klagat på mörkret i sundet.
En ny lampa kostar 42 000 kronor och ryms inom årets budget för underhåll av farleder.

Hamnstyrelsen beslutar att köpa en ny lampa till fyren på Gråskär.

§ 13 Muddring av sundet
Sundet har grundats upp av höststormarna. Tre anbud har kommit in, det lägsta från Bottenskrap AB.

Hamnstyrelsen beslutar att anta anbudet från Bottenskrap AB.
"""
ADJUSTED = DRAFT.replace("Ojusterat\n", "Protokollet är justerat\n").replace("42 000", "43 000")
NEXT = """Sjöby kommun
Hamnstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum: 2024-03-04

§ 14 Extra ärende om kajen
Kajen vid fiskhallen har sjunkit tio centimeter sedan den mättes för två år sedan, och sprickor
syns i asfalten. Hamnkaptenen vill spärra av den yttersta delen tills den har undersökts.

Hamnstyrelsen beslutar att spärra av kajens yttersta del.
"""


class CrashingEmbedder(HashEmbedder):
    """Fails, as when the power goes, once it has been told to."""

    crashes = False

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if self.crashes:
            raise KeyboardInterrupt
        return super().embed_passages(texts)


@dataclass
class Desk:
    """A library and a folder of minutes."""

    folder: Path
    directory: Path
    embedder: CrashingEmbedder

    def take(self, name: str, text: str) -> Report:
        """Write a file and ingest it."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return ingest([path], self.store(), settings=Settings(library=self.directory))

    def store(self) -> Store:
        return writer_of(self.directory, self.embedder)

    @property
    def library(self) -> Library:
        return Library(Database.open(self.directory, EVERYTHING))

    @property
    def search(self) -> Search:
        database = Database.open(self.directory, EVERYTHING)
        indexes = Indexes(
            self.directory, database, self.embedder, homes=homes_of(database), exact_up_to=1000
        )
        return Search(Library(database), indexes, self.embedder, weights=Settings().weights)

    def id_of(self, name: str) -> DocumentId:
        found = self.library.located(str(self.folder / name))
        assert found
        return found

    def found_in(self, question: str, filters: Filters | None = None) -> set[str]:
        hits = self.search(question, filters=filters)
        return {Path(hit.passage.source).name for hit in hits}

    def files(self, name: str) -> list[str]:
        return [Path(file.source).name for file in self.library.files(self.id_of(name))]

    def unsound(self) -> list[str]:
        return [finding.name for finding in self.store().check() if not finding.ok]

    @contextmanager
    def crashing(self) -> Iterator[None]:
        self.embedder.crashes = True
        with pytest.raises(KeyboardInterrupt):
            yield
        self.embedder.crashes = False


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "moten").mkdir()
    return Desk(tmp_path / "moten", tmp_path / "library", CrashingEmbedder())


def test_the_adjusted_file_answers_for_the_unadjusted_one(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    assert {"utkast.txt"} == desk.found_in("fyren på Gråskär")

    report = desk.take("justerat.txt", ADJUSTED)

    [told] = report.same_meeting
    assert "samma möte som utkast.txt; svaren hämtas ur den här filen." == told.message
    assert {"justerat.txt"} == desk.found_in("fyren på Gråskär")
    assert ["justerat.txt", "utkast.txt"] == desk.files("utkast.txt") == desk.files("justerat.txt")
    assert 1 == desk.library.searched(Filters()).meetings
    assert 1 == len(desk.library.meetings())
    assert [desk.id_of("justerat.txt"), None] == [
        meeting.answered_from
        for meeting in sorted(
            desk.library.meetings(copies=True), key=lambda m: m.source, reverse=True
        )
    ]
    assert [] == desk.unsound()


def test_the_order_in_which_files_come_makes_no_difference(desk: Desk) -> None:
    desk.take("justerat.txt", ADJUSTED)
    report = desk.take("utkast.txt", DRAFT)

    [told] = report.same_meeting
    assert (
        "annan fil för samma möte som justerat.txt; svaren hämtas ur justerat.txt." == told.message
    )
    assert {"justerat.txt"} == desk.found_in("fyren på Gråskär")


@pytest.mark.parametrize(
    "filters",
    [
        pytest.param(Filters(body="Hamnstyrelsen"), id="body"),
        pytest.param(Filters(person="Rydmark"), id="person"),
    ],
)
def test_filters_leave_the_other_files_out_too(desk: Desk, filters: Filters) -> None:
    desk.take("utkast.txt", DRAFT)
    desk.take("justerat.txt", ADJUSTED)

    assert {"justerat.txt"} == desk.found_in("fyren på Gråskär", filters)
    assert 1 == len(desk.library.people(Filters(person="Rydmark")))


def test_a_file_that_is_asked_for_by_itself_answers(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    desk.take("justerat.txt", ADJUSTED)

    only = Filters(meetings=(desk.id_of("utkast.txt"),))

    assert {"utkast.txt"} == desk.found_in("fyren på Gråskär", only)


def test_another_file_answers_when_the_chosen_one_is_removed(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    desk.take("justerat.txt", ADJUSTED)
    desk.take("kopia.md", ADJUSTED + "\n")

    desk.store().remove(desk.id_of("justerat.txt"))

    assert {"kopia.md"} == desk.found_in("fyren på Gråskär")
    assert ["kopia.md", "utkast.txt"] == desk.files("utkast.txt")


def test_files_part_when_one_of_them_becomes_another_meeting(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    desk.take("justerat.txt", ADJUSTED)

    desk.take("justerat.txt", NEXT)

    assert ["utkast.txt"] == desk.files("utkast.txt")
    assert {"utkast.txt", "justerat.txt"} == desk.found_in("hamnstyrelsen")


def test_two_meetings_of_a_day_are_not_linked(desk: Desk) -> None:
    desk.take("ett.txt", DRAFT)
    report = desk.take("tva.txt", NEXT)

    assert () == report.same_meeting
    assert ["ett.txt"] == desk.files("ett.txt")


def test_the_answer_says_which_file_it_comes_from(desk: Desk) -> None:
    settings = Settings(library=desk.directory)
    paths = [desk.folder / "utkast.txt", desk.folder / "justerat.txt"]
    for path, text in zip(paths, (DRAFT, ADJUSTED), strict=True):
        path.write_text(text, encoding="utf-8")
    ingest(paths, open_store(settings), settings=settings)

    [note] = build_assistant(settings).ask("Vad beslutades om muddring av sundet?").notes

    assert (
        "finns i 2 filer: svaret är hämtat ur justerat.txt (justerat), inte ur utkast.txt" in note
    )


def test_a_library_of_an_older_version_is_linked_at_the_next_writing(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    desk.take("justerat.txt", ADJUSTED)
    old = Database.open(desk.directory, EVERYTHING)
    for table in ("same_meeting", "unlinked", "correction", "parsed", "stale"):
        old.rows(f"drop table {table}")
    old.rows("pragma user_version=3")
    old.close()

    assert 2 == len(desk.library.meetings())
    with desk.store().writing():
        pass

    assert ["justerat.txt", "utkast.txt"] == desk.files("utkast.txt")


def correct(desk: Desk, name: str, **corrections: str | None) -> None:
    desk.store().correct(desk.id_of(name), corrections)


def test_a_corrected_field_is_found_and_shown_at_once(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)

    correct(desk, "utkast.txt", date="2023-10-11", title="Lotsarnas vårmöte", body="Lotsrådet")

    [meeting] = desk.library.meetings(Filters(body="lotsrådet"))
    assert ("Lotsarnas vårmöte", "2023-10-11") == (meeting.title, meeting.date and meeting.date.iso)
    minutes = desk.library.document(meeting.document_id).minutes
    assert Reading(field="date", sureness=Sureness.CORRECTED) in minutes.readings
    assert desk.search("lotsarna")[0].signals["stems"] > 0
    assert desk.search("11 oktober")[0].signals["stems"] > 0
    assert [] == desk.unsound()


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(lambda desk: desk.take("utkast.txt", DRAFT), id="the same file"),
        pytest.param(lambda desk: desk.take("utkast.txt", NEXT), id="a changed file"),
        pytest.param(
            lambda desk: (desk.take("utkast.txt", NEXT), desk.take("utkast.txt", DRAFT)),
            id="changed and changed back",
        ),
    ],
)
def test_a_correction_is_kept_when_its_file_is_taken_in_again(
    desk: Desk, again: Callable[[Desk], object]
) -> None:
    desk.take("utkast.txt", DRAFT)
    correct(desk, "utkast.txt", body="Lotsrådet")

    again(desk)

    assert "Lotsrådet" == desk.library.document(desk.id_of("utkast.txt")).minutes.body
    assert desk.search("lotsrådet")[0].signals["stems"] > 0


def test_a_correction_taken_back_leaves_what_the_file_says_now(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    parsed = desk.library.document(desk.id_of("utkast.txt")).minutes
    correct(desk, "utkast.txt", body="Lotsrådet", place="")
    desk.take("utkast.txt", DRAFT.replace("Magasinet", "Tullhuset"))

    correct(desk, "utkast.txt", body=None, place=None)

    minutes = desk.library.document(desk.id_of("utkast.txt")).minutes
    assert (parsed.body, "Tullhuset") == (minutes.body, minutes.place)
    assert Sureness.CORRECTED not in {reading.sureness for reading in minutes.readings}


def test_a_corrected_date_links_and_parts_files(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    desk.take("justerat.txt", ADJUSTED)

    correct(desk, "utkast.txt", date="2024-03-05")
    assert ["utkast.txt"] == desk.files("utkast.txt")

    correct(desk, "utkast.txt", date=None)
    assert ["justerat.txt", "utkast.txt"] == desk.files("utkast.txt")


def test_a_corrected_status_chooses_the_other_file(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    desk.take("justerat.txt", ADJUSTED)

    correct(desk, "utkast.txt", status="justerat")
    correct(desk, "justerat.txt", status="ojusterat")

    assert ["utkast.txt", "justerat.txt"] == desk.files("utkast.txt")


def test_a_copy_at_another_place_has_the_correction(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    correct(desk, "utkast.txt", body="Lotsrådet")

    desk.take("kopia.txt", DRAFT)
    desk.take("utkast.txt", NEXT)

    assert "Lotsrådet" == desk.library.document(desk.id_of("kopia.txt")).minutes.body


def test_a_removed_meeting_takes_its_corrections_along(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    correct(desk, "utkast.txt", body="Lotsrådet Zebraxon")

    desk.store().remove(desk.id_of("utkast.txt"))
    desk.take("utkast.txt", DRAFT)

    assert "Hamnstyrelsen" == desk.library.document(desk.id_of("utkast.txt")).minutes.body
    assert all(b"Zebraxon" not in path.read_bytes() for path in desk.directory.glob("library*"))


def test_a_crash_while_correcting_is_mended_by_the_next_writer(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)

    with desk.crashing():
        correct(desk, "utkast.txt", title="Lotsarnas vårmöte")
    assert ["Borttaget"] == [f.name for f in desk.store().check() if not f.ok]
    with desk.store().writing():
        pass

    assert desk.search("lotsarna")[0].signals["stems"] > 0
    assert [] == desk.unsound()


def test_a_wrong_correction_changes_nothing(desk: Desk) -> None:
    desk.take("utkast.txt", DRAFT)
    before = desk.library.revision

    with pytest.raises(CorrectionError, match="kan inte läsas"):
        correct(desk, "utkast.txt", body="Lotsrådet", date="i höstas")

    assert before == desk.library.revision


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_can_be_corrected_and_taken_back(desk: Desk, field: str) -> None:
    written = {"kind": "minnesanteckningar", "status": "justerat"}.get(field, "2024-01-02")
    desk.take("utkast.txt", DRAFT)
    before = desk.library.document(desk.id_of("utkast.txt")).minutes

    correct(desk, "utkast.txt", **{field: written})
    after = desk.library.document(desk.id_of("utkast.txt")).minutes
    correct(desk, "utkast.txt", **{field: None})

    assert getattr(before, field) != getattr(after, field)
    assert before == desk.library.document(desk.id_of("utkast.txt")).minutes
