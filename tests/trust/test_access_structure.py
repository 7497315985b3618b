"""Nothing opens a library past the one place that limits what is seen of it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path for package in ("rag", "ingest", "eval", "ui") for path in (ROOT / package).rglob("*.py")
)

# Who may do what opens files that hold everyone's words, and why nothing is told by it.
ALLOWED: dict[str, frozenset[str]] = {
    # The connection; versions reads a number of the file's first page.
    "sqlite3.connect": frozenset({"rag/storing/database.py", "rag/storing/versions.py"}),
    "tantivy.Index": frozenset({"rag/indexing/lexical.py"}),
    "chromadb.PersistentClient": frozenset({"rag/indexing/vectors.py"}),
    # Limited within, or by a writer; measuring is of libraries of its own.
    "WordIndex.open": frozenset(
        {
            "rag/storing/indexes.py",
            "rag/storing/rebuilding.py",
            "eval/scale_steps.py",
        }
    ),
    "WordsWithin.open": frozenset({"rag/storing/indexes.py"}),
    "VectorIndex.open": frozenset(
        {"rag/storing/vector_homes.py", "eval/scale_steps.py", "eval/scale_recall.py"}
    ),
}
# Who opens a whole library: copies that only a backup sees, and libraries made to be measured.
WHOLE = frozenset({"rag/upkeep/backup.py"})
MEASURING = "eval/"
# The settings that whoever started the app has; it narrows them for each visitor.
STARTED = frozenset(
    {
        "ui/backends/backend.py",
        "ui/guarding/door.py",
        "ui/pictures.py",
        "ui/speaking.py",
        "ui/web.py",
    }
)
# What reads or writes tables by their whole names, past the views.
PAST_VIEWS = frozenset({"rag/storing/kept_conversations.py", "rag/storing/limiting.py"})
WHOLE_NAME = re.compile(r"\bmain\.[a-z_]+")


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls in a file, each with the name of what is called."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("called", ALLOWED)
def test_files_are_opened_in_one_place(called: str) -> None:
    opening = {name(path) for path in FILES for what, _ in calls(path) if what == called}

    assert ALLOWED[called] == opening


def test_a_library_is_opened_with_the_access_of_settings() -> None:
    found = [
        f"{name(path)}: {ast.unparse(call)}"
        for path in FILES
        for what, call in calls(path)
        if what.endswith("Database.open") and not _is_limited(path, call)
    ]

    assert [] == found


def _is_limited(path: Path, call: ast.Call) -> bool:
    given = ast.unparse(call.args[1]) if len(call.args) > 1 else ""
    may_be_whole = name(path) in WHOLE or name(path).startswith(MEASURING)
    return given.split(".")[-1] == "access" or (given == "EVERYTHING" and may_be_whole)


def test_the_app_begins_with_settings_in_few_places() -> None:
    beginning = {
        name(path)
        for path in FILES
        for what, _ in calls(path)
        if what == "Settings" and name(path).startswith("ui/") and path.parent.name != "commands"
    }

    assert beginning == STARTED


def test_tables_are_named_so_that_views_stand_in_for_them() -> None:
    past = {
        name(path)
        for path in FILES
        if name(path).startswith("rag/")
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if WHOLE_NAME.search(node.value)
    }

    assert past == PAST_VIEWS
