"""What breaks on the disk is told in a sentence, saved as far as can be, and mended."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from command_line import run
from odd_minutes import odd_minutes, take

from rag.access import EVERYTHING
from rag.assembling.assembly import open_store
from rag.settings import Settings
from rag.storing.database import Database

PAGE = 4096


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a library of six meetings, and a backup of it beside."""
    settings = Settings(library=tmp_path / "library")
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(settings.library))
    take(open_store(settings), tmp_path / "moten", odd_minutes(6))
    assert 0 == run("backup", tmp_path / "kopia.zip").status
    Database.open(settings.library, EVERYTHING).checkpoint()
    return settings.library


def corrupt_pages_of(library: Path, table: str) -> None:
    """Damage all but the first of a table's pages."""
    database = Database.open(library, EVERYTHING)
    pages = [
        page
        for (page,) in database.rows(
            "select pageno from dbstat where name = ? order by pageno", [table]
        )
    ]
    database.close()
    with (library / "library.sqlite").open("r+b") as file:
        for page in pages[1:] or pages:
            file.seek((page - 1) * PAGE)
            file.write(b"\xff" * PAGE)


def corrupt_every_page(library: Path) -> None:
    file = library / "library.sqlite"
    content = bytearray(file.read_bytes())
    for start in range(PAGE, len(content), 3 * PAGE):
        content[start : start + PAGE] = b"\xfe" * PAGE
    file.write_bytes(bytes(content[:-100]))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(corrupt_every_page, id="every third page"),
        pytest.param(
            lambda library: (library / "library.sqlite").write_bytes(b"x" * 9999), id="all"
        ),
        pytest.param(
            lambda library: (library / "library.sqlite").write_bytes(
                (library / "library.sqlite").read_bytes()[: 5 * PAGE]
            ),
            id="cut short",
        ),
    ],
)
def test_a_damaged_database_is_told_of_and_restored(
    library: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    question = f"Vad beslutades om {odd_minutes(6)[2].words[11]}?"
    before = run("ask", question, "--json").json["text"]
    damage(library)

    for command in (["doctor"], ["ask", question], ["meetings", "list"], ["doctor", "--rebuild"]):
        ran = run(*command)
        assert "Traceback" not in ran.err + ran.out
        if ran.status:
            assert "motesminne restore FIL.zip" in ran.err + ran.out, command
    assert 1 == run("doctor").status

    assert 0 == run("restore", tmp_path / "kopia.zip", "--yes").status
    assert before == run("ask", question, "--json").json["text"]
    assert 0 == run("doctor").status


def test_what_can_still_be_read_is_exported(library: Path, tmp_path: Path) -> None:
    [victim] = Database.open(library, EVERYTHING).rows(
        "select key from document order by key limit 1 offset 3"
    )
    database = Database.open(library, EVERYTHING)
    database.rows("update document set text = text || ? where key = ?", ["x" * 40_000, victim[0]])
    database.checkpoint()
    overflow = [
        page
        for (page,) in database.rows(
            "select pageno from dbstat where name = 'document' and pagetype = 'overflow'"
        )
    ]
    database.close()
    with (library / "library.sqlite").open("r+b") as file:
        for page in overflow[2:4]:
            file.seek((page - 1) * PAGE)
            file.write(b"\xff" * PAGE)

    ran = run("export", tmp_path / "ut")

    assert 1 == ran.status
    assert "Exporterat: 5\N{NO-BREAK SPACE}möten" in ran.out
    assert 1 == ran.out.count("Kan inte läsas, databasen är skadad")
    assert 5 == len(list((tmp_path / "ut" / "moten").glob("*.txt")))


def put(path: Path, content: bytes) -> None:
    """Put a new file in the place of one that this process may still have mapped into memory."""
    path.unlink()
    path.write_bytes(content)


def damage_hnsw(library: Path) -> None:
    for path in (library / "vectors").rglob("*.bin"):
        put(path, b"skadad" * 100)


def overwrite(name: str, share: float = 0.0) -> Callable[[Path], None]:
    """Return what fills files of the vectors with 0xff from a *share* of them on."""

    def damage(library: Path) -> None:
        for path in (library / "vectors").rglob(name):
            content = path.read_bytes()
            start = int(len(content) * share)
            put(path, content[:start] + b"\xff" * (len(content) - start))

    return damage


VECTORS = [
    pytest.param(overwrite("data_level0.bin"), id="HNSW links"),
    pytest.param(overwrite("data_level0.bin", 0.1), id="HNSW later links"),
    pytest.param(overwrite("header.bin"), id="HNSW header"),
    pytest.param(overwrite("index_metadata.pickle"), id="HNSW ids"),
    pytest.param(overwrite("chroma.sqlite3"), id="Chroma's SQLite"),
    pytest.param(overwrite("chroma.sqlite3", 0.3), id="Chroma's SQLite, later pages"),
]


def damage_segments(library: Path) -> None:
    for path in (library / "words").iterdir():
        if path.suffix in {".term", ".idx", ".store", ".fast"}:
            put(path, b"skadad" * 100)


def cut_segments(library: Path) -> None:
    for path in (library / "words").iterdir():
        if path.suffix in {".term", ".idx", ".store", ".fast"}:
            put(path, path.read_bytes()[:-20])


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(
            lambda library: shutil.rmtree(library / "vectors"),
            id="no vectors",
            marks=pytest.mark.embedded,
        ),
        pytest.param(lambda library: shutil.rmtree(library / "words"), id="no words"),
        pytest.param(damage_hnsw, id="HNSW"),
        *VECTORS,
        pytest.param(damage_segments, id="tantivy"),
        pytest.param(cut_segments, id="tantivy cut short"),
    ],
)
def test_a_damaged_index_is_told_of_and_rebuilt(
    library: Path, damage: Callable[[Path], object]
) -> None:
    question = f"Vad beslutades om {odd_minutes(6)[2].words[11]}?"
    before = run("ask", question, "--json").json["text"]
    damage(library)

    told = run("doctor")
    asked = run("ask", question)
    if told.status:
        assert "doctor --rebuild" in told.out + told.err
    assert asked.status == 0 or "doctor --rebuild" in asked.err
    assert 0 == run("doctor", "--rebuild").status
    assert before == run("ask", question, "--json").json["text"]


@pytest.mark.embedded
@pytest.mark.parametrize("damage", [pytest.param(damage_hnsw, id="HNSW"), *VECTORS[:3]])
def test_a_damaged_index_is_mended_by_whoever_writes(
    library: Path, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    damage(library)

    assert 1 == run("doctor").status
    take(open_store(Settings(library=library)), tmp_path / "moten", odd_minutes(1, seed=5))

    assert 0 == run("doctor").status
    assert 7 == len(run("meetings", "list", "--json").json)


def mount(*arguments: str) -> None:
    """Mount something, or skip the test."""
    command = shutil.which("mount")
    if command is None or os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a disk for the test")
    made = subprocess.run([command, *arguments], check=False, capture_output=True)  # noqa: S603
    if made.returncode:
        pytest.skip(f"a disk cannot be mounted here: {made.stderr.decode().strip()}")


def unmount(path: Path) -> None:
    subprocess.run([shutil.which("umount") or "umount", "-l", str(path)], check=True)  # noqa: S603


@pytest.fixture
def read_only(library: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a place where the library can only be read."""
    place = tmp_path / "skrivskyddad"
    place.mkdir()
    mount("--bind", str(library), str(place))
    try:
        mount("-o", "remount,ro,bind", str(place))
        yield place
    finally:
        unmount(place)


def test_a_library_that_may_not_be_written_says_so(
    read_only: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(read_only))

    for command in (
        ["ingest", tmp_path / "moten"],
        ["purge"],
        ["doctor", "--rebuild"],
        ["restore", tmp_path / "kopia.zip", "--yes"],
    ):
        ran = run(*command)
        assert 1 == ran.status, command
        assert "Traceback" not in ran.err
        assert "att du får skriva i" in ran.err, (command, ran.err)

    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(tmp_path / "library"))
    assert 6 == len(run("meetings", "list", "--json").json)
    assert 0 == run("doctor").status


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a directory on a disk of a few megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount("-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk))
    yield disk
    unmount(disk)


def fill_up(filler: Path) -> None:
    """Let no page more fit on the disk."""
    with pytest.raises(OSError, match="No space left"), filler.open("wb", buffering=0) as file:  # noqa: PT012
        while True:
            file.write(b"\0" * PAGE)


def test_a_full_disk_is_told_of_and_loses_nothing(
    small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = small_disk / "library"
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(library))
    settings, odd = Settings(library=library), odd_minutes(60)
    take(open_store(settings), tmp_path / "moten", odd[:4])
    filler = small_disk / "annat"
    fill_up(filler)
    for one in odd:
        (tmp_path / "moten" / one.name).write_text(one.text, encoding="utf-8")

    ran = run("ingest", tmp_path / "moten")

    assert 1 == ran.status
    assert "Traceback" not in ran.err + ran.out
    assert "disken inte är full" in ran.err
    assert 4 == len(run("meetings", "list", "--json").json)
    filler.unlink()
    assert 0 == run("ingest", tmp_path / "moten").status
    assert 0 == run("doctor").status
    assert 60 == len(run("meetings", "list", "--json").json)


COMMANDS = {
    "remove": lambda one, _: ["meetings", "remove", one],
    "purge": lambda one, _: ["purge", one, "--yes"],
    "rebuild": lambda *_: ["doctor", "--rebuild"],
    "backup": lambda _, disk: ["backup", disk / "kopia.zip"],
    "restore": lambda _, disk: ["restore", disk.parent / "kopia.zip", "--yes"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_whatever_is_done_on_a_full_disk_loses_nothing(
    small_disk: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: Callable[[str, Path], list[str | Path]],
) -> None:
    library = small_disk / "library"
    monkeypatch.setenv("MOTESMINNE_LIBRARY", str(library))
    odd = odd_minutes(20)
    ids = take(open_store(Settings(library=library)), tmp_path / "moten", odd)
    assert 0 == run("backup", tmp_path / "kopia.zip").status
    filler = small_disk / "annat"
    fill_up(filler)

    ran = run(*command(ids[odd[0].name][:12], small_disk))

    assert 1 == ran.status
    assert "Traceback" not in ran.err + ran.out
    assert "disken inte är full" in ran.err
    filler.unlink()
    with open_store(Settings(library=library)).writing():
        pass
    assert 0 == run("doctor").status
    held = {one["document_id"] for one in run("meetings", "list", "--json").json}
    assert set(ids.values()) - held <= {ids[odd[0].name]}
