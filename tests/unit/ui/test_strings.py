"""All that a user reads is in `ui/texts`, and looked up in the language of who reads it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui

FOLDER = Path(ui.__file__).parent


def modules(*folders: str, without: str = "") -> list[Path]:
    """Return the modules of *folders*, but for one."""
    found = (file for folder in folders for file in (FOLDER / folder).glob("*.py"))
    return sorted(file for file in found if file.name != without)


# The one that builds HTML draws nothing of its own.
DRAWN = [FOLDER / "app.py", *modules("views", "widgets", "drawing", without="markup.py")]
WEB = ("choices", "parsed", "place", "shield", "sources_web", "speaking", "web")
BEHIND = [*modules("choosing", "backends"), *(FOLDER / f"{name}.py" for name in WEB)]

# Nothing is drawn behind the pages, but sentences are made there.
SENTENCE = re.compile(r"[A-ZÅÄÖ][a-zåäö]*,? [a-zåäö].*", re.DOTALL)
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


@pytest.mark.parametrize("module", BEHIND, ids=lambda path: path.name)
def test_nothing_behind_the_pages_holds_a_sentence(module: Path) -> None:
    found = literals(module.read_text("utf-8"))

    assert [] == [value for value in found if SENTENCE.fullmatch(value)]


@pytest.mark.parametrize("visible", ["Ny fråga", "Fel", "lägg till", "Ta bort?"])
def test_words_for_a_person_are_noticed(visible: str) -> None:
    assert [visible] == [
        value for value in literals(f'"""Doc."""\nst.button("{visible}")') if is_visible(value)
    ]


def looked_up_at_import(source: str) -> Iterator[str]:
    """Yield the names of the texts that a module looks up outside its functions."""
    waiting: list[ast.AST] = [ast.parse(source)]
    while waiting:
        node = waiting.pop()
        match node:
            case (
                ast.FunctionDef(decorator_list=decorators, args=arguments)
                | ast.AsyncFunctionDef(decorator_list=decorators, args=arguments)
            ):
                waiting += [*decorators, *arguments.defaults, *filter(None, arguments.kw_defaults)]
            case ast.Lambda():
                pass
            case ast.Attribute(value=ast.Name(id="strings"), attr=name):
                yield name
            case _:
                waiting += ast.iter_child_nodes(node)


@pytest.mark.parametrize("module", [*DRAWN, *BEHIND], ids=lambda path: path.name)
def test_texts_are_looked_up_when_somebody_reads_them(module: Path) -> None:
    assert [] == list(looked_up_at_import(module.read_text("utf-8")))


def test_a_text_looked_up_too_early_is_noticed() -> None:
    source = "A = strings.A\n@told(strings.B)\ndef f(x=strings.C):\n    return strings.D"

    assert {"A", "B", "C"} == set(looked_up_at_import(source))
