import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from rag.errors import DamagedVectorsError
from rag.indexing.hnsw_files import HEADER, clear_unused, is_sound
from rag.indexing.vectors import VectorIndex
from rag.minutes import ChunkKey, DocumentKey

COUNT, DIMENSION = 90, 8
LINKS = 132
SIZE = LINKS + 4 * DIMENSION + 8


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of an index as Chroma writes it."""
    home = tmp_path_factory.mktemp("vectors")
    vectors = np.random.default_rng(1).normal(size=(COUNT, DIMENSION)).astype(np.float32)
    index = VectorIndex.open(home, generation=1, fresh=True)
    keys = list(range(1, COUNT + 1))
    index.add([DocumentKey(key) for key in keys], [ChunkKey(key) for key in keys], vectors)
    return {path.name: path.read_bytes() for path in home.glob("*/*.bin")}


@pytest.fixture
def home(made: dict[str, bytes], tmp_path: Path) -> Path:
    (tmp_path / "segment").mkdir()
    for name, content in made.items():
        (tmp_path / "segment" / name).write_bytes(content)
    return tmp_path


def overwrite(home: Path, name: str, at: int, content: bytes) -> None:
    path = home / "segment" / name
    before = path.read_bytes()
    path.write_bytes(before[:at] + content + before[at + len(content) :])


def test_what_chroma_wrote_is_sound(home: Path) -> None:
    assert is_sound(home)
    assert is_sound(home / "nothing here")


def test_no_byte_is_written_that_holds_no_vector(home: Path) -> None:
    written = (home / "segment" / "data_level0.bin").read_bytes()

    assert len(written) > COUNT * SIZE
    assert not any(written[COUNT * SIZE :])
    assert not any((home / "segment" / "length.bin").read_bytes()[COUNT * 4 :])


def test_what_is_unused_is_cleared_and_nothing_else(home: Path, made: dict[str, bytes]) -> None:
    overwrite(home, "data_level0.bin", COUNT * SIZE, b"Zebraxon")
    overwrite(home, "length.bin", COUNT * 4 + 4, b"Zebraxon")

    clear_unused(home)

    assert made == {path.name: path.read_bytes() for path in (home / "segment").iterdir()}


def test_a_damaged_header_clears_nothing(home: Path) -> None:
    overwrite(home, "header.bin", 20, struct.pack("<Q", 1 << 60))
    before = (home / "segment" / "data_level0.bin").read_bytes()

    clear_unused(home)

    assert before == (home / "segment" / "data_level0.bin").read_bytes()
    assert not is_sound(home)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "another file": lambda home: overwrite(home, "header.bin", 0, b"skadad" * 20),
    "more vectors than room": lambda home: overwrite(home, "header.bin", 12, b"\x01" + bytes(7)),
    "begins nowhere": lambda home: overwrite(home, "header.bin", 56, struct.pack("<I", COUNT)),
    "begins too high": lambda home: overwrite(home, "header.bin", 52, struct.pack("<i", 9)),
    "too many links": lambda home: overwrite(home, "data_level0.bin", 0, b"\xff\x00"),
    "a link to nowhere": lambda home: overwrite(home, "data_level0.bin", SIZE + 4, b"\xff" * 4),
    "one label twice": lambda home: overwrite(
        home,
        "data_level0.bin",
        SIZE - 8,
        (home / "segment" / "data_level0.bin").read_bytes()[2 * SIZE - 8 : 2 * SIZE],
    ),
    "all zeros": lambda home: overwrite(home, "data_level0.bin", 0, bytes(COUNT * SIZE)),
    "cut short": lambda home: (home / "segment" / "data_level0.bin").write_bytes(b"12345678"),
    "no lengths": lambda home: (home / "segment" / "length.bin").write_bytes(b""),
    "no upper levels": lambda home: (home / "segment" / "link_lists.bin").write_bytes(b""),
    "a missing file": lambda home: (home / "segment" / "link_lists.bin").unlink(),
    "upper levels of odd length": lambda home: overwrite(home, "link_lists.bin", 0, b"\x03"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_what_would_lead_hnswlib_astray_is_refused(
    home: Path, damage: Callable[[Path], object]
) -> None:
    damage(home)

    assert not is_sound(home)


def test_a_link_to_a_vector_that_is_not_on_that_level_is_refused(home: Path) -> None:
    content = bytearray((home / "segment" / "link_lists.bin").read_bytes())
    at, levels, lists = 0, list[int](), list[int]()
    for _ in range(COUNT):
        [length] = struct.unpack_from("<I", content, at)
        at += 4
        if length and content[at]:
            lists.append(at)
        levels.append(length // 68)
        at += length
    content[lists[0] + 4 : lists[0] + 8] = struct.pack("<I", levels.index(0))
    (home / "segment" / "link_lists.bin").write_bytes(content)

    assert not is_sound(home)


def test_a_damaged_index_is_never_opened(home: Path) -> None:
    overwrite(home, "data_level0.bin", 0, b"\xff" * SIZE)

    with pytest.raises(DamagedVectorsError, match=r"skadat: bygg om .*doctor --rebuild"):
        VectorIndex.open(home, generation=1)


def test_the_header_is_read_in_the_order_that_it_is_written(made: dict[str, bytes]) -> None:
    version, _, room, vectors, size, *_ = HEADER.unpack(made["header.bin"])

    assert (1, COUNT, SIZE) == (version, vectors, size)
    assert room >= COUNT
