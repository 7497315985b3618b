"""Look at the files of Chroma's index, which hnswlib writes and reads without a second look.

It asks for room for a hundred vectors when it begins, and writes that room whole: what stands there
is whatever the process had in that memory before, such as the words of minutes. And it follows what
is written in damaged files to wherever that leads, which ends the process without a word.
"""

import struct
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

HEADER = struct.Struct("<i6QiI3QdQ")
FORMAT = 1
LENGTH = 4
"""The bytes of a vector in `length.bin`, and of a number or a link elsewhere."""
LABEL = 8
NUMBER = 0xFFFF
"""Of what stands before links, the part that says how many they are."""
MOST_ROOM = 1 << 40
"""Bytes; no index is as large."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What `header.bin` says, in its order."""

    version: int
    first: int
    room: int
    vectors: int
    size: int
    """The bytes of a vector in `data_level0.bin`: its links, its numbers and its label."""
    label: int
    numbers: int
    """Where these begin."""
    level: int
    entry: int
    links: int
    """The most on the upper levels."""
    links_below: int
    """The most on the first level."""
    links_made: int
    spread: float
    candidates: int

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Return the header at *path*; `None` when it is none, or contradicts itself."""
        content = path.read_bytes()
        if len(content) != HEADER.size:
            return None
        header = cls(*HEADER.unpack(content))
        return header if header._is_sound() else None

    def _is_sound(self) -> bool:
        return (
            (self.version, self.first) == (FORMAT, 0)
            and self.vectors <= self.room
            and self.room * self.size < MOST_ROOM
            and self.numbers == LENGTH * (1 + self.links_below)
            and self.numbers < self.label == self.size - LABEL
            and 0 < self.links <= self.links_below
            and 0 < self.spread < 1
            and (self.entry < self.vectors if self.vectors else self.level == -1)
        )


assert len(fields(_Header)) == len(HEADER.unpack(bytes(HEADER.size)))  # noqa: S101


def clear_unused(home: Path) -> None:
    """Write zeros where the files of the index in Chroma's directory *home* hold no vectors.

    Nobody else may be writing to it.
    """
    for path in home.glob("*/header.bin"):
        if header := _Header.read(path):
            _clear_from(path.with_name("data_level0.bin"), header.vectors * header.size)
            _clear_from(path.with_name("length.bin"), header.vectors * LENGTH)


def _clear_from(path: Path, start: int) -> None:
    if not path.exists():
        return
    with path.open("r+b") as file:
        file.seek(start)
        rest = file.read()
        if any(rest):
            file.seek(start)
            file.write(bytes(len(rest)))


def is_sound(home: Path) -> bool:
    """Tell whether the index in Chroma's directory *home* can be read and asked without harm.

    Whether what it finds is right is another matter.
    """
    try:
        return all(_is_sound(path) for path in home.glob("*/header.bin"))
    except (OSError, struct.error):
        return False


def _is_sound(path: Path) -> bool:
    header = _Header.read(path)
    if header is None:
        return False
    lengths = path.with_name("length.bin").stat().st_size
    below = path.with_name("data_level0.bin")
    if below.stat().st_size < header.vectors * header.size or lengths < header.vectors * LENGTH:
        return False
    return not header.vectors or (
        _is_first_level_sound(header, below)
        and _are_upper_levels_sound(header, path.with_name("link_lists.bin").read_bytes())
    )


def _is_first_level_sound(header: _Header, path: Path) -> bool:
    rows = np.memmap(path, np.uint8, "r", shape=(header.vectors, header.size))
    labels = np.ascontiguousarray(rows[:, header.label :]).view(np.uint64)
    lists = np.ascontiguousarray(rows[:, : header.numbers]).view(np.uint32)
    return len(np.unique(labels)) == header.vectors and _links(lists, header.vectors) is not None


def _are_upper_levels_sound(header: _Header, content: bytes) -> bool:
    """Tell it of `link_lists.bin`: of each vector how many bytes, and those, level by level."""
    row, at, lists = LENGTH * (1 + header.links), 0, list[bytes]()
    levels = np.zeros(header.vectors, dtype=np.int64)
    for vector in range(header.vectors):
        [length] = struct.unpack_from("<I", content, at)
        at += LENGTH + length
        if length % row or at > len(content):
            return False
        if length:
            levels[vector] = length // row
            lists.append(content[at - length : at])
    table = np.frombuffer(b"".join(lists), np.uint32).reshape(-1, 1 + header.links)
    links = _links(table, header.vectors)
    if links is None or levels[header.entry] != header.level:
        return False
    own = np.concatenate([np.arange(count) for count in levels[levels > 0]] or [levels[:0]])
    numbers = table[:, 0] & NUMBER
    return bool((levels[links] > np.repeat(own, numbers)).all())


def _links(table: NDArray[np.uint32], vectors: int) -> NDArray[np.uint32] | None:
    """Return all links in a table of lists; `None` when they are too many, or lead nowhere."""
    numbers, links = table[:, :1] & NUMBER, table[:, 1:]
    if (numbers > links.shape[1]).any():
        return None
    used = links[np.arange(links.shape[1]) < numbers]
    return used if (used < vectors).all() else None
