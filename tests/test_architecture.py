"""The arrows between packages and modules, and the measures of files and functions."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("rag", "ingest", "eval", "ui")

LONGEST_FILE = 250
LONGEST_FUNCTION = 40

# Longer ones, each with its reason.
LONGER_FILES = {
    "ingest.attendance": "all forms that a list of those attending takes",
    "ingest.people": "all forms that an entry of such a list takes",
    "ingest.numbering": "all forms that a numbered heading takes",
    "ingest.title": "all forms that a title takes",
}
LONGER_FUNCTIONS = {
    "ui.commands.ask.run": "half of it are the command's options",
}

# Who may look at the environment beside the settings, and who may catch whatever is raised.
ENVIRONMENT = {
    "ingest.readers.ocr": "hands it on to tesseract, with one setting of tesseract's own",
    "ui.commands.options": "hands `--library` on to the settings",
    "ui.server": "hands the settings on to the app's process",
    "eval.load_bench": "starts its process as the app's server is started",
    "eval.serving": "hands the settings on to the app's process",
}
CATCH_ALL = {
    "eval.runner": "what is measured may fail in any way, and the failure is the measurement",
}

# Which modules speak to a framework; its types travel no further.
RIMS = {
    "chromadb": {"rag.indexing.vectors"},
    "tantivy": {"rag.indexing.lexical", "rag.indexing.within"},
    "sqlite3": {
        "rag.storing.database",
        "rag.storing.kept_conversations",
        "rag.storing.limiting",
        "rag.storing.locking",
        "rag.storing.scrubbing",
        "rag.storing.versions",
        "rag.upkeep.backup",
    },
    "langchain": {"rag.generation.model"},
    "langchain_core": {"rag.chain"},
    "langsmith": {"rag.generation.model"},
    "sentence_transformers": {"rag.models.pretrained"},
    "pypdfium2": {
        "ingest.readers.pdf",
        "ingest.readers.pdf_text",
        "ingest.readers.pdf_rules",
        "ingest.readers.pdf_sheets",
    },
    "docx": {
        "ingest.readers.docx",
        "ingest.readers.docx_numbers",
        "ui.exports.docx",
        "ui.exports.word_footnotes",
        "ui.exports.word_lists",
        "ui.exports.word_styles",
        "ui.exports.word_tables",
        "ui.exports.word_template",
    },
    "typst": {"ui.exports.pdf"},
    "xlsxwriter": {"ui.exports.sheets"},
    "bs4": {"ingest.readers.html"},
}
HEAVY = ("torch", "chromadb", "streamlit", "langchain", "langchain_core", "sentence_transformers")
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager"}


@cache
def modules() -> dict[str, Path]:
    """Return all modules of the four packages by their dotted names."""
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    return {_dotted(file): file for file in files}


def _dotted(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imported(module: str) -> frozenset[str]:
    """Return what *module* imports anywhere in it, our own modules by their whole names."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import in line {node.lineno}"
            source = str(node.module)
            names = {f"{source}.{alias.name}" for alias in node.names}
            found.update(names & modules().keys() or {source})
    return frozenset(found)


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for module in modules():
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module}.{node.name}", node


def contracts() -> list[dict[str, Any]]:
    """Return the layers of import-linter's configuration."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return [contract for contract in found if contract["type"] == "layers"]


def ranks(contract: dict[str, Any]) -> dict[str, int]:
    """Return the place of each module of a contract, 0 at the bottom."""
    prefix = f"{contract['containers'][0]}." if "containers" in contract else ""
    return {
        prefix + name.strip(" ()"): rank
        for rank, layer in enumerate(reversed(contract["layers"]))
        for name in layer.split("|")
    }


LAYERS = [pytest.param(contract, id=contract["name"]) for contract in contracts()]


@pytest.mark.parametrize("contract", LAYERS)
def test_imports_point_down_the_layers(contract: dict[str, Any]) -> None:
    placed = ranks(contract)

    def layer(module: str) -> str | None:
        return next((name for name in placed if f"{module}.".startswith(f"{name}.")), None)

    wrong = [
        f"{module} imports {other}"
        for module in modules()
        for other in imported(module)
        if (upper := layer(module)) and (lower := layer(other)) and upper != lower
        if placed[lower] >= placed[upper]
    ]

    assert [] == wrong


INSIDE = [pytest.param(c, id=c["name"]) for c in contracts() if c.get("exhaustive")]


@pytest.mark.parametrize("contract", INSIDE)
def test_every_module_is_placed_in_a_layer(contract: dict[str, Any]) -> None:
    [container] = contract["containers"]
    depth = container.count(".") + 1
    children = {
        ".".join(module.split(".")[: depth + 1])
        for module in modules()
        if module.startswith(f"{container}.")
    }

    assert set() == children - ranks(contract).keys()


def test_no_import_goes_round_in_a_circle() -> None:
    own = {module: imported(module) & modules().keys() for module in modules()}

    assert set(modules()) == set(TopologicalSorter(own).static_order())


def test_no_module_imports_its_own_package() -> None:
    assert [] == [
        module
        for module in modules()
        for other in imported(module)
        if other in PACKAGES and module.startswith(f"{other}.")
    ]


def test_the_app_starts_without_what_measures() -> None:
    """Only the page Utvärdering measures, and it loads what does so when it is first opened."""
    measuring = {"ui.backends.evaluating", "ui.drawing.evaluation"}
    app = [m for m in modules() if m.startswith("ui.") and not m.startswith("ui.commands")]
    used = {
        name
        for module in app
        if module not in measuring | {"ui.pictures"}
        for name in imported(module)
        if name.startswith("eval.")
    }
    loading = {module for module in app for name in imported(module) if name in measuring}
    at_start = {
        f"{node.module}.{alias.name}"
        for node in tree("ui.views.evaluation").body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert used <= {"eval.saving"}
    assert {"ui.views.evaluation"} == loading
    assert set() == at_start & measuring


@pytest.mark.parametrize("framework", RIMS)
def test_a_framework_stays_at_its_rim(framework: str) -> None:
    users = {
        module
        for module in modules()
        for name in imported(module)
        if name.split(".")[0] == framework and not module.startswith("rag.training")
    }

    assert set() == users - RIMS[framework]


def test_streamlit_stays_in_the_app() -> None:
    users = {m for m in modules() if any(i.split(".")[0] == "streamlit" for i in imported(m))}
    speaking_its_protocol = {"eval.app_clients"}

    assert all(module.startswith("ui.") for module in users - speaking_its_protocol)
    assert not any("commands" in module for module in users)


def test_the_environment_is_read_only_by_the_settings() -> None:
    readers = {
        module
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}
    }

    assert set() == readers - ENVIRONMENT.keys()


def test_no_file_is_long() -> None:
    lengths = {
        m: len(file.read_text(encoding="utf-8").splitlines()) for m, file in modules().items()
    }

    assert set(LONGER_FILES) >= {m for m, length in lengths.items() if length > LONGEST_FILE}


def test_no_function_is_long() -> None:
    lengths = {name: _lines(node) for name, node in functions()}

    assert set(LONGER_FUNCTIONS) >= {
        n for n, length in lengths.items() if length > LONGEST_FUNCTION
    }


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count a function's lines without its docstring, which should not be short."""
    documented = ast.get_docstring(node) is not None
    first = node.body[1] if documented and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1 + node.body[0].lineno - node.lineno


def test_every_module_says_in_one_line_what_it_is() -> None:
    lines = {module: (ast.get_docstring(tree(module)) or "").split("\n")[0] for module in modules()}

    assert [] == [module for module, line in lines.items() if not line.endswith(".")]


def test_every_package_is_installed() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {file.parent for name in PACKAGES for file in (ROOT / name).rglob("__init__.py")}

    assert sorted(".".join(folder.relative_to(ROOT).parts) for folder in folders) == sorted(
        listed["tool"]["setuptools"]["packages"]
    )


def test_no_package_has_code_of_its_own() -> None:
    packages = [m for m, file in modules().items() if file.name == "__init__.py"]

    assert [] == [package for package in packages if len(tree(package).body) != 1]


def test_no_module_is_a_drawer() -> None:
    assert [] == [module for module in modules() if module.split(".")[-1] in NAMES_OF_NOTHING]


def test_libraries_do_not_print() -> None:
    printing = {
        module
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    }

    assert [] == sorted(m for m in printing if not m.startswith("rag.training"))


def test_no_error_is_swallowed_whole() -> None:
    wide = {
        module
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    }

    assert set() == wide - CATCH_ALL.keys()


def test_types_are_checked_without_tricks() -> None:
    tricks = {"TYPE_CHECKING", "annotations"}

    assert [] == [
        module
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and node.module in {"typing", "__future__"}
        if tricks & {alias.name for alias in node.names}
    ]


IMPORT_ALL = """
import importlib, sys

events = []
sys.addaudithook(lambda event, _: events.append(event) if event.startswith("socket.") else None)
for name in sys.argv[2:]:
    importlib.import_module(name)
print(sorted({name.split(".")[0] for name in sys.modules} & set(sys.argv[1].split())))
print(events)
"""


def test_importing_rag_opens_no_socket_and_loads_nothing_heavy() -> None:
    scripts = ("rag.training.", "rag.chain")  # training needs torch; the chain is LangChain's rim
    names = [m for m in modules() if m.startswith("rag") and not m.startswith(scripts)]
    ran = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", IMPORT_ALL, " ".join(HEAVY), *names],
        check=True,
        capture_output=True,
        cwd=ROOT,
        encoding="utf-8",
    )

    assert ["[]", "[]"] == ran.stdout.splitlines()
