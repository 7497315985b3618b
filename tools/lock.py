"""Write `requirements.lock`: every file that the program can run on, by version and hash.

`python tools/lock.py` asks pip which files it would install under `constraints.txt`, and writes
their hashes. Those are files for the system and the Python that it runs on: `make locked` installs
them there, and refuses a file that was exchanged on the way.
"""

import json
import platform
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
CONSTRAINTS = ROOT / "constraints.txt"

HEAD = """# Written by `make lock`: the files for {system}, Python {python}.
# Elsewhere, `pip install -c constraints.txt` installs the same versions.
"""
# Builds the program itself, without pip fetching a builder of its own choice.
BUILDER = "setuptools"


def main() -> None:
    """Write the lock file."""
    pinned = {line.split("==")[0]: line for line in CONSTRAINTS.read_text("ascii").split()}
    asked = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
    report = subprocess.run(  # noqa: S603 - our own command line
        [*asked, "--report", "-", "-c", CONSTRAINTS, f"{ROOT}[llm,server]", pinned[BUILDER]],
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    head = HEAD.format(
        system=sysconfig.get_platform(), python=".".join(platform.python_version_tuple()[:2])
    )
    LOCK.write_text(head + locked(json.loads(report)), encoding="ascii")


def locked(report: dict[str, Any]) -> str:
    """Return the lines for what pip would install, except the program itself."""
    lines = [
        f"{one['metadata']['name'].lower()}=={one['metadata']['version']}"
        f" --hash=sha256:{one['download_info']['archive_info']['hashes']['sha256']}"
        for one in report["install"]
        if "archive_info" in one["download_info"]
    ]
    return "".join(f"{line}\n" for line in sorted(lines))


if __name__ == "__main__":
    main()
