"""Archives and e-mails into the library: each member a document of its own, cited by its place."""

from email.message import EmailMessage
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from fakes import writer_of

from ingest.pipeline import Report, ingest
from rag.settings import Settings
from rag.storing.store import Store

BENCH = "Protokoll\n\n§ 1 Bänken\nBänken målas grön.\n"
BRIDGE = "Protokoll\n\n§ 1 Bryggan\nBryggan lagas i maj.\n"
FLAG = "Protokoll\n\n§ 1 Flaggan\nFlaggan hissas kl. 12.\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    library = tmp_path / "library"
    return writer_of(library)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def take(store: Store, *names: str) -> Report:
    return ingest([Path(name) for name in names], store, settings=Settings(ocr="off"))


def pack(name: str, members: dict[str, str | bytes]) -> None:
    with ZipFile(name, "w", ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)


def mail(attachments: dict[str, str], subject: str = "Möte på Åsön") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = subject
    message.set_content("Här kommer protokollen.\n")
    for name, content in attachments.items():
        message.add_attachment(content, filename=name)
    return message


def sources(store: Store) -> list[str]:
    return sorted(meeting.source for meeting in store.library.meetings())


def test_the_members_of_an_archive_are_documents(store: Store) -> None:
    pack("arkiv.zip", {"a.txt": BENCH, "2024/b.md": BRIDGE, "c.gif": b"GIF"})

    report = take(store, "arkiv.zip")

    assert ("arkiv.zip › a.txt", "arkiv.zip › 2024/b.md") == report.read
    assert ("arkiv.zip › c.gif",) == report.skipped
    assert ["arkiv.zip › 2024/b.md", "arkiv.zip › a.txt"] == sources(store)


def test_a_mail_and_its_attachments_are_documents(store: Store) -> None:
    Path("m.eml").write_bytes(mail({"bilaga.txt": BENCH}).as_bytes())

    assert ("m.eml", "m.eml › bilaga.txt") == take(store, "m.eml").read


def test_a_mail_in_an_archive_is_taken_apart_too(store: Store) -> None:
    pack("arkiv.zip", {"m.eml": mail({"bilaga.txt": BENCH}).as_bytes()})

    assert (
        "arkiv.zip › m.eml",
        "arkiv.zip › m.eml › bilaga.txt",
    ) == take(store, "arkiv.zip").read


def test_an_unchanged_archive_changes_nothing(store: Store) -> None:
    pack("arkiv.zip", {"a.txt": BENCH, "b.txt": BRIDGE})
    take(store, "arkiv.zip")

    assert Report(unchanged=("arkiv.zip › a.txt", "arkiv.zip › b.txt")) == take(store, "arkiv.zip")


def test_a_changed_member_replaces_the_earlier_one(store: Store) -> None:
    pack("arkiv.zip", {"a.txt": BENCH, "b.txt": BRIDGE})
    take(store, "arkiv.zip")
    pack("arkiv.zip", {"a.txt": FLAG, "b.txt": BRIDGE})

    report = take(store, "arkiv.zip")

    assert Report(replaced=("arkiv.zip › a.txt",), unchanged=("arkiv.zip › b.txt",)) == report
    assert 2 == len(store.library.meetings())


def test_a_member_that_is_gone_from_the_archive_is_gone_from_the_library(store: Store) -> None:
    inner = mail({"bilaga.txt": FLAG}).as_bytes()
    pack("arkiv.zip", {"a.txt": BENCH, "b.txt": BRIDGE, "m.eml": inner})
    take(store, "arkiv.zip")
    pack("arkiv.zip", {"b.txt": BRIDGE})

    take(store, "arkiv.zip")

    assert ["arkiv.zip › b.txt"] == sources(store)
    assert all(finding.ok for finding in store.check())


def test_a_file_that_became_an_archive_is_no_text_any_longer(store: Store) -> None:
    Path("a.txt").write_text(BENCH)
    take(store, "a.txt")
    pack("a.txt", {"b.txt": BRIDGE})

    take(store, "a.txt")

    assert ["a.txt › b.txt"] == sources(store)


def test_an_archive_that_became_a_text_holds_nothing_any_longer(store: Store) -> None:
    pack("a.zip", {"b.txt": BRIDGE})
    take(store, "a.zip")
    Path("a.zip").write_text(BENCH)

    take(store, "a.zip")

    assert ["a.zip"] == sources(store)


def test_an_archive_that_became_damaged_keeps_what_was_read(store: Store) -> None:
    pack("arkiv.zip", {"a.txt": BENCH})
    take(store, "arkiv.zip")
    Path("arkiv.zip").write_bytes(b"PK\x03\x04 nej")

    report = take(store, "arkiv.zip")

    assert ["arkiv.zip"] == [problem.source for problem in report.failed]
    assert ["arkiv.zip › a.txt"] == sources(store)


def test_a_member_that_became_damaged_keeps_what_was_read(store: Store) -> None:
    pack("arkiv.zip", {"a.txt": BENCH})
    take(store, "arkiv.zip")
    pack("arkiv.zip", {"a.txt": b"\x7fELF\0\0"})

    report = take(store, "arkiv.zip")

    assert ["arkiv.zip › a.txt"] == [problem.source for problem in report.failed]
    assert ["arkiv.zip › a.txt"] == sources(store)


def test_a_member_that_fails_does_not_stop_the_others(store: Store) -> None:
    pack("arkiv.zip", {"a.pdf": b"%PDF-1.7 nej", "../b.txt": BRIDGE, "c.txt": BENCH})

    report = take(store, "arkiv.zip")

    assert ("arkiv.zip › c.txt",) == report.read
    assert {"arkiv.zip › a.pdf", "arkiv.zip › ../b.txt"} == {p.source for p in report.failed}


def test_a_file_that_lies_in_an_archive_too_is_one_meeting(store: Store) -> None:
    Path("a.txt").write_text(BENCH)
    pack("arkiv.zip", {"kopia.txt": BENCH})

    report = take(store, "a.txt", "arkiv.zip")

    assert (("a.txt",), ("arkiv.zip › kopia.txt",)) == (report.read, report.unchanged)
    assert 1 == len(store.library.meetings())


def test_files_in_a_folder_may_be_archives_and_mails(store: Store) -> None:
    Path("mapp").mkdir()
    pack("mapp/arkiv.zip", {"a.txt": BENCH})
    Path("mapp/m.eml").write_bytes(mail({}).as_bytes())

    assert ("mapp/arkiv.zip › a.txt", "mapp/m.eml") == take(store, "mapp").read
