"""The word index on disk: what a killed process left there stops nobody."""

import json
import shutil
from pathlib import Path

from rag.indexing.lexical import Row, WordIndex
from rag.minutes import ChunkKey, DocumentKey

ROWS: list[Row] = [
    (DocumentKey(n), ChunkKey(n), text)
    for n, text in enumerate(("Bron lagas i maj.", "Hamnen muddras.", "Skolan byter tak."))
]
MANAGED = ".managed.json"


def test_what_was_killed_while_removing_is_removed_by_the_next(tmp_path: Path) -> None:
    home, killed = tmp_path / "words", tmp_path / "killed"
    WordIndex.open(home).update(ROWS)
    shutil.copytree(home, killed)
    WordIndex.open(killed).update([], removed=[DocumentKey(1)])
    [left] = killed.glob("*.del")  # written before what tells of it, where it was killed
    shutil.copy(left, home)
    managed = json.loads((home / MANAGED).read_text(encoding="utf-8"))
    (home / MANAGED).write_text(json.dumps([*managed, left.name]), encoding="utf-8")

    index = WordIndex.open(home)
    index.update([], removed=[DocumentKey(1)])

    assert 2 == len(index)
    assert [] == index.unknown(["bron", "skolan"])
