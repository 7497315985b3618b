"""All that a user reads is in `ui/strings.py`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui

FOLDER = Path(ui.__file__).parent
FOLDERS = ("views", "widgets", "drawing")
DRAWN = sorted(
    module
    for folder in FOLDERS
    for module in (FOLDER / folder).glob("*.py")
    if module.name != "markup.py"  # it builds HTML and draws nothing of its own
)

# Names of elements, classes, keys, icons, addresses; never a word with a capital or a space.
CODE = re.compile(r"[a-z0-9_:./#?={}~@& %|-]*")
# What only code says in more than one word: several classes, or HTML itself.
HTML = re.compile(r"\s*<.*>\s*", re.DOTALL)
# The lines of a picture.
PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9 .,-]*")
# Signs that stand between words and have no language.
SIGNS = re.compile(r"[^\w]*")
SWEDISH_LETTER = re.compile(r"[åäöÅÄÖ]")


def literals(source: str) -> Iterator[str]:
    """Yield the strings of a module that are not docstrings or patterns."""
    tree = ast.parse(source)
    skipped = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile")
        for part in ast.walk(node)
        if isinstance(part, ast.Constant)
        and (isinstance(node, ast.Call) or isinstance(getattr(node, "value", None), ast.Constant))
    }
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(value)) if id(node) not in skipped:
                yield value


def is_visible(value: str) -> bool:
    """Tell whether *value* looks like words for a person."""
    if SWEDISH_LETTER.search(value):
        return True
    return not any(form.fullmatch(value) for form in (CODE, HTML, PATH, SIGNS))


@pytest.mark.parametrize("module", DRAWN, ids=lambda path: path.name)
def test_no_view_holds_a_visible_literal(module: Path) -> None:
    assert [value for value in literals(module.read_text("utf-8")) if is_visible(value)] == []


@pytest.mark.parametrize("visible", ["Ny fråga", "Fel", "lägg till", "Ta bort?"])
def test_words_for_a_person_are_noticed(visible: str) -> None:
    assert [visible] == [
        value for value in literals(f'"""Doc."""\nst.button("{visible}")') if is_visible(value)
    ]
