"""The lock file holds what the program is said to run on, every file by its hash."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"(?P<pin>\S+==\S+)(?: --hash=sha256:[0-9a-f]{64})+")


def pins(name: str) -> dict[str, str]:
    """Return the version of each package in a file, without the build such as `+cpu`."""
    lines = (ROOT / name).read_text(encoding="ascii").splitlines()
    pinned = [line.split()[0].split("==") for line in lines if not line.startswith("#")]
    return {canonicalize_name(one): Version(version).public for one, version in pinned}


def test_every_line_is_a_version_and_a_hash() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="ascii").splitlines()

    assert [] == [x for x in lines if not x.startswith("#") and not LINE.fullmatch(x)]


def test_the_versions_are_those_that_are_tested() -> None:
    assert set() == pins("requirements.lock").items() - pins("constraints.txt").items()


def test_all_that_the_program_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [Requirement(line) for line in project["dependencies"]]
    extras = project["optional-dependencies"]
    asked += [Requirement(line) for name in ("llm", "server") for line in extras[name]]
    locked = pins("requirements.lock")

    assert [] == [
        str(one)
        for one in asked
        if locked.get(canonicalize_name(one.name), "") not in one.specifier
    ]
