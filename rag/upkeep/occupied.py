"""Tell how much room a library's folder takes, part by part."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path


def occupied(folder: Path) -> Mapping[str, int]:
    """Return the bytes of each file and folder right in *folder*, by name.

    What SQLite writes beside its file (`library.sqlite-wal`) counts as the file. A file that is
    removed while it is looked at counts nothing.
    """
    sizes: Counter[str] = Counter()
    for path in folder.rglob("*"):
        part = path.relative_to(folder).parts[0]
        sizes[part.removesuffix("-wal").removesuffix("-shm")] += _size(path)
    return {name: size for name, size in sizes.items() if size}


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except FileNotFoundError:
        return 0
